"""The functions of the job for Spark, called by polars, DuckDB and pandas."""

import importlib
import json
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from psm_core import Beneficiary

ROOT = Path(__file__).parents[2]
FOLDERS = ("benchmarks", "examples/spark", "tools")


@pytest.fixture
def modules(monkeypatch):
    """Return the job, the engines and the generator of rows."""
    for engine in ("duckdb", "numpy", "pandas", "polars"):
        pytest.importorskip(engine)
    for folder in FOLDERS:
        monkeypatch.syspath_prepend(str(ROOT / folder))
    return [importlib.import_module(name) for name in ("check_parquet", "_engines", "nation_rows")]


@pytest.fixture
def files(modules, tmp_path):
    """Return two Parquet files with dirty rows; ten people are in both."""
    _, _, rows = modules
    tables = [pa.Table.from_batches(rows.batches(150, dirt=0.5, first=n)) for n in range(2)]
    tables[1] = pa.concat_tables([tables[1], tables[0][:10]])
    paths = [tmp_path / f"part-{number}.parquet" for number in range(2)]
    for path, table in zip(paths, tables, strict=True):
        pq.write_table(table, path)
    return paths


def test_engines_give_the_same_issues_and_the_summary_counts_them(modules, files):
    job, engines, rows = modules
    options = {"values": rows.VALUES, "checks": True, "as_of": date(2025, 10, 10)}
    check = job.RowCheck(Beneficiary, options)
    found = {name: pa.concat_tables(run(files, check)) for name, run in engines.ENGINES.items()}
    first, *others = map(engines.as_bytes, found.values())
    assert others == [first, first]
    issues = engines.by_place(found["polars"])
    assert engines.difference(issues, issues[1:]).startswith(
        f"{len(issues)} and {len(issues) - 1} issues, first ("
    )
    repeated = issues.filter(pa.compute.equal(issues["code"], job.REPEATED)).to_pylist()
    assert {one["file"] for one in repeated} == {f"file:{one}" for one in files}
    assert {one["row"] for one in repeated} <= {*range(10), *range(150, 160)}
    parts = [
        part
        for batches in (issues[:100].to_batches(), issues[100:].to_batches(), [])
        for batch in job.CountsByCode()(batches)
        for part in batch.to_pylist()
    ]
    summary = job.merged(parts)
    assert sum(one["count"] for one in summary) == len(issues)
    lengths = next(one for one in summary if one["code"] == "nik.length")
    assert lengths["first"][0][0] == f"file:{files[0]}"
    assert len(lengths["first"]) == 3
    assert "9901" not in json.dumps([parts, summary]) + str(issues.to_pylist())


def test_struct_of_columns_is_a_batch(modules):
    job, _, _ = modules
    batch = pa.record_batch({"a": [1, 2]})
    inside = pa.record_batch({"all": batch.to_struct_array()})
    assert [*job.OfStructs(lambda batches: batches)([inside])] == [batch]


def test_error_of_a_batch_contains_no_value(modules):
    job, _, _ = modules
    number = "9901014108900001"

    def batches():
        yield pa.record_batch({"NIK": [number], job.FILE: ["a"], job.ROW: [0]})
        raise ValueError(number)

    with pytest.raises(job.CheckFailedError) as caught:
        list(job.RowCheck(Beneficiary, {})(batches()))
    assert number not in str(caught.value)
    assert caught.value.__context__ is None
