"""Check generated rows with Dask, and compare the issues with those of polars.

The rows of an invented nation are written as Parquet files, some people twice. Dask and polars run
the same function objects on them. The sorted issues must be equal, byte by byte.

`make dask` runs it.
"""

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import dask
import dask.dataframe as dd
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / name) for name in ("src", "examples/spark", "benchmarks")]

import _engines as engines  # noqa: E402
import _nation_files as nation_files  # noqa: E402
import check_parquet as job  # noqa: E402
import nation_rows  # noqa: E402

OPTIONS: Any = {"values": nation_rows.VALUES, "checks": True, "as_of": date(2025, 10, 10)}


def with_dask(files: Sequence[Path], check: job.RowCheck) -> Iterator[pa.Table]:
    rows = dd.from_map(rows_of, files)
    issues = rows.map_partitions(mapped, check, job.ISSUES, meta=empty(job.ISSUES))
    numbers = rows.map_partitions(
        mapped, job.NumbersOfPeople(), job.NUMBERS, meta=empty(job.NUMBERS)
    )
    repeated = numbers.shuffle("nik").map_partitions(repeated_in, meta=empty(job.NUMBERS))
    for found in dask.compute(issues, repeated):
        table = pa.Table.from_pandas(found, preserve_index=False)
        yield table if "code" in table.column_names else engines.repeated(table)


def rows_of(file: Path) -> pd.DataFrame:
    """Return the rows of a file, with the columns that say where they are."""
    frame = pd.read_parquet(file, dtype_backend="pyarrow")
    return frame.assign(**{job.FILE: f"file:{file}", job.ROW: range(len(frame))})


def mapped(rows: pd.DataFrame, function: job.Function, schema: pa.Schema) -> pd.DataFrame:
    """Return what a function of record batches makes of a frame."""
    batches = pa.Table.from_pandas(rows, preserve_index=False).to_batches()
    return as_frame(pa.Table.from_batches(function(batches), schema))


def repeated_in(numbers: pd.DataFrame) -> pd.DataFrame:
    """Return the people who are listed twice. Those with one NIK are in one partition."""
    return numbers[numbers.duplicated("nik", keep=False)]


def empty(schema: pa.Schema) -> pd.DataFrame:
    return as_frame(schema.empty_table())


def as_frame(table: pa.Table) -> pd.DataFrame:
    return table.to_pandas(types_mapper=pd.ArrowDtype)


def main() -> None:
    parser = argparse.ArgumentParser(description="Check generated rows with Dask and polars.")
    parser.add_argument("rows", type=int, nargs="?", default=2_000_000)
    rows = parser.parse_args().rows
    check = job.RowCheck(job.RECORD_CLASS, OPTIONS)
    with TemporaryDirectory() as folder, dask.config.set(scheduler="processes", num_workers=2):
        source = Path(folder, "rows")
        nation_files.write_rows(source, rows)
        files = sorted(source.iterdir())
        count = sum(pq.read_metadata(file).num_rows for file in files)
        found: list[pa.Table] = []
        for name, run in (("polars", engines.with_polars), ("Dask", with_dask)):
            before = sum(os.times()[:4])
            found.append(pa.concat_tables(run(files, check)).cast(job.ISSUES))
            seconds = sum(os.times()[:4]) - before
            print(f"{name}: {found[-1].num_rows:,} issues of {count:,} rows, {seconds:.1f} s CPU")
    if engines.as_bytes(found[0]) != engines.as_bytes(found[1]):
        sys.exit(f"the issues differ: {engines.difference(*found)}")
    print("the issues are equal, byte by byte")


if __name__ == "__main__":
    main()
