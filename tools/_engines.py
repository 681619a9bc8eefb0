"""The job of examples/spark without Spark: polars, DuckDB and pandas call its functions."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import check_parquet as job
import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa


def with_polars(files: Sequence[Path], check: job.RowCheck) -> Iterator[pa.Table]:
    rows = pl.concat(
        pl.read_parquet(file)
        .with_columns(pl.lit(f"file:{file}").alias(job.FILE))
        .with_row_index(job.ROW)
        for file in files
    )
    yield from checked(rows.to_arrow(), check)
    numbers = pl.from_arrow(numbers_of(rows.to_arrow()))
    yield repeated(numbers.filter(pl.col("nik").is_duplicated()).to_arrow())


def with_duckdb(files: Sequence[Path], check: job.RowCheck) -> Iterator[pa.Table]:
    database = duckdb.connect()
    rows = database.read_parquet([str(file) for file in files], filename=True, file_row_number=True)
    rows = rows.select(
        f"* EXCLUDE (filename, file_row_number), 'file:' || filename AS {job.FILE}, "
        f"file_row_number AS {job.ROW}"
    )
    yield from checked(rows.to_arrow_table(), check)
    database.register("numbers", numbers_of(rows.to_arrow_table()))
    found = database.sql("SELECT * FROM numbers QUALIFY count(*) OVER (PARTITION BY nik) > 1")
    yield repeated(found.to_arrow_table())


def with_pandas(files: Sequence[Path], check: job.RowCheck) -> Iterator[pa.Table]:
    frames = []
    for file in files:
        frame = pd.read_parquet(file, dtype_backend="pyarrow").assign(**{job.FILE: f"file:{file}"})
        frames.append(frame.assign(**{job.ROW: range(len(frame))}))
    rows = pa.Table.from_pandas(pd.concat(frames), preserve_index=False)
    yield from checked(rows, check)
    numbers = numbers_of(rows).to_pandas(types_mapper=pd.ArrowDtype)
    found = numbers[numbers.duplicated("nik", keep=False)]
    yield repeated(pa.Table.from_pandas(found, preserve_index=False))


ENGINES = {"polars": with_polars, "DuckDB": with_duckdb, "pandas": with_pandas}


def checked(rows: pa.Table, check: job.RowCheck) -> Iterator[pa.Table]:
    """Yield the issues of rows, by the function object that Spark runs too."""
    for batch in check(rows.to_batches()):
        yield pa.Table.from_batches([batch])


def numbers_of(rows: pa.Table) -> pa.Table:
    return pa.Table.from_batches(job.NumbersOfPeople()(rows.to_batches()), job.NUMBERS)


def repeated(people: pa.Table) -> pa.Table:
    """Return the issues of people who were found twice."""
    count = people.num_rows
    texts = [[job.NIK] * count, [None] * count, [job.REPEATED] * count, ["warning"] * count]
    arrays = [people["file"], people["row"], *(pa.array(one, pa.string()) for one in texts)]
    return pa.Table.from_batches([job.as_batch(arrays, job.ISSUES)])


def as_bytes(issues: pa.Table) -> bytes:
    """Return the sorted issues as bytes."""
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, job.ISSUES) as stream:
        stream.write_table(by_place(issues))
    return sink.getvalue().to_pybytes()


def difference(one: pa.Table, other: pa.Table) -> str:
    """Return the number of issues, and the first one that differs."""
    rows = [map(str, by_place(table).to_pylist()) for table in (one, other)]
    first = next((pair for pair in zip(*rows, strict=False) if pair[0] != pair[1]), None)
    return f"{one.num_rows:,} and {other.num_rows:,} issues, first {first}"


def by_place(issues: pa.Table) -> pa.Table:
    """Return issues in order, with the types of the job."""
    order = [(name, "ascending") for name in job.ISSUES.names]
    return issues.cast(job.ISSUES).sort_by(order).combine_chunks()
