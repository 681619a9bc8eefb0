"""Check Parquet files with Apache Spark: write the issues, and a summary by code.

    spark-submit check_parquet.py data/people.parquet result --as-of 2025-10-10

``result/issues`` gets Parquet files with the columns ``file``, ``row`` (from 0), ``column``,
``path``, ``code`` and ``severity``; ``result/summary`` a text file with JSON: the counts by code,
with their first places. None of them contains a value, nor do logs, plans and the web pages of
Spark.

Copy this file and change `RECORD_CLASS` and `OPTIONS`. Each executor needs ``psm-core[columns]``.
`RowCheck` and `NumbersOfPeople` take and yield record batches, so that polars, DuckDB and pandas
run them too.
"""

import argparse
import heapq
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple, cast

import pyarrow as pa
import pyarrow.compute as pc

from psm_core import Beneficiary, columns, tables

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

RECORD_CLASS = Beneficiary
OPTIONS: tables.RowOptions[Any] = {}
"""How rows are read, as in `psm_core.columns.check`."""
FILE, ROW = "_file", "_row"
"""The columns that say where a row is; they are added to those of the file."""
NIK = "NIK"
"""The name of the column in which repeated numbers are looked for."""
PLACES = 3
"""The first places of each code in the summary."""
REPEATED = "table.person_duplicate"
TEXT: pa.DataType = pa.string()
WHOLE: pa.DataType = pa.int64()
ISSUES = pa.schema(
    {"file": TEXT, "row": WHOLE, "column": TEXT, "path": TEXT, "code": TEXT, "severity": TEXT}
)
NUMBERS = pa.schema({"nik": TEXT, "file": TEXT, "row": WHOLE})
COUNTS = pa.schema({"severity": TEXT, "code": TEXT, "count": WHOLE, "first": TEXT})
SETTINGS = {
    # A worker keeps one batch of rows and its issues.
    "spark.sql.execution.arrow.maxRecordsPerBatch": "50000",
    # The NIK numbers of the search for repeated ones are shuffled, through files on the disks.
    "spark.io.encryption.enabled": "true",
    # An error of a worker is shown without its traceback, and texts of plans without long numbers.
    "spark.sql.execution.pyspark.udf.hideTraceback.enabled": "true",
    "spark.sql.redaction.string.regex": "[0-9]{10,}",
}
Batches = Iterable[pa.RecordBatch]
Function = Callable[[Batches], Iterator[pa.RecordBatch]]


class CheckFailedError(Exception):
    """The check of a batch failed. The message contains no value of the batch."""


class RowCheck:
    """Yields the issues of rows, in tables like `ISSUES`, for each batch with `FILE` and `ROW`."""

    def __init__(self, record_class: type, options: tables.RowOptions[Any]) -> None:
        """Take the record class and the options of `psm_core.columns.check`."""
        self.record_class, self.options = record_class, options

    def __call__(self, batches: Batches) -> Iterator[pa.RecordBatch]:
        """Yield one table of issues for each batch.

        Raises:
            CheckFailedError: a batch cannot be checked.

        """
        try:
            yield from self._issues(batches)
        except Exception as error:  # noqa: BLE001 - it may contain a value
            name = type(error).__name__
        else:
            return
        raise CheckFailedError(f"a batch cannot be checked ({name})")

    def _issues(self, batches: Batches) -> Iterator[pa.RecordBatch]:
        headings = {**(self.options.get("headings") or {}), FILE: None, ROW: None}
        options: tables.RowOptions[Any] = {**self.options, "headings": headings}
        found = columns.check_batches(batches, self.record_class, **options)
        for one in found:
            issues = one.issues
            rows = pc.subtract(issues["row"], one.first_row)
            places = (one.batch[name].take(rows.combine_chunks()) for name in (FILE, ROW))
            of_issues = (issues[name] for name in ISSUES.names[2:])
            yield as_batch([*places, *of_issues], ISSUES)


class NumbersOfPeople:
    """Yields the valid NIK numbers of batches with their places, in tables like `NUMBERS`."""

    def __call__(self, batches: Batches) -> Iterator[pa.RecordBatch]:
        """Yield the numbers of each batch. They are personal data."""
        for batch in batches:
            numbers = columns.niks(batch[NIK]).values.combine_chunks()
            table = as_batch([numbers, batch[FILE], batch[ROW]], NUMBERS)
            yield table.filter(numbers.is_valid())


class CountsByCode:
    """Yields one small table like `COUNTS` for all batches of issues that it gets."""

    def __call__(self, batches: Batches) -> Iterator[pa.RecordBatch]:
        """Yield the counts and the first places of each code."""
        counts: Counter[tuple[str, str]] = Counter()
        first: dict[tuple[str, str], list[Place]] = {}
        for batch in batches:
            for key, of_key in by_code(batch):
                counts[key] += of_key.num_rows
                places = map(place_of, of_key.select(["file", "row", "column"]).to_pylist())
                first[key] = heapq.nsmallest(PLACES, [*first.get(key, ()), *places])
        rows = [(*key, count, json.dumps(first[key])) for key, count in sorted(counts.items())]
        if rows:
            yield as_batch([pa.array(one) for one in zip(*rows, strict=True)], COUNTS)


class OfStructs:
    """Calls a function of record batches with batches whose only column holds all others."""

    def __init__(self, function: Function) -> None:
        """Take the function."""
        self.function = function

    def __call__(self, batches: Batches) -> Iterator[pa.RecordBatch]:
        """Yield what the function yields."""
        columns_of_rows = (cast("pa.StructArray", one.column(0)) for one in batches)
        yield from self.function(map(pa.RecordBatch.from_struct_array, columns_of_rows))


class Place(NamedTuple):
    """Where an issue is."""

    file: str
    row: int
    column: str


def place_of(issue: dict[str, Any]) -> Place:
    """Return the place of an issue; the column is empty if it is about the whole row."""
    return Place(issue["file"], issue["row"], issue["column"] or "")


def by_code(issues: pa.RecordBatch) -> Iterator[tuple[tuple[str, str], pa.RecordBatch]]:
    """Yield each severity and code with its issues."""
    keys = pa.table({name: issues[name] for name in ("severity", "code")})
    for key in keys.group_by(keys.column_names).aggregate([]).to_pylist():
        is_key = pc.and_(*(pc.equal(issues[name], text) for name, text in key.items()))
        yield (key["severity"], key["code"]), issues.filter(is_key)


def as_batch(arrays: Iterable[Any], schema: pa.Schema) -> pa.RecordBatch:
    """Return columns as one record batch with the types of a schema."""
    plain = [
        one.combine_chunks() if isinstance(one, pa.ChunkedArray) else one
        for one in (array.cast(kind) for array, kind in zip(arrays, schema.types, strict=True))
    ]
    return pa.RecordBatch.from_arrays(plain, schema=schema)


def run(spark: "SparkSession", source: str, target: str, check: RowCheck) -> dict[str, Any]:
    """Write the issues of Parquet files below a folder, and return the summary."""
    from pyspark.sql import functions  # noqa: PLC0415 - the rest runs without Spark

    rows = spark.read.parquet(source).selectExpr(
        "*", f"_metadata.file_path as {FILE}", f"_metadata.row_index as {ROW}"
    )
    issues = mapped(rows, check, ISSUES)
    numbers = mapped(rows.select(f"`{NIK}`", FILE, ROW), NumbersOfPeople(), NUMBERS)
    repeated = (
        numbers.selectExpr("file", "row", "count(*) over (partition by nik) as times")
        .where("times > 1")
        .selectExpr("file", "row", f"'{NIK}' as column", "cast(null as string) as path")
        .withColumns({"code": functions.lit(REPEATED), "severity": functions.lit("warning")})
    )
    folder = f"{target}/issues"
    issues.unionByName(repeated).write.mode("overwrite").parquet(folder)
    written = spark.read.parquet(folder)
    invalid = written.where("severity = 'error'").select("file", "row").distinct().count()
    counted = mapped(written, CountsByCode(), COUNTS).collect()
    count = rows.count()
    summary = {
        "rows": count,
        "valid_rows": count - invalid,
        "issues": merged(one.asDict() for one in counted),
    }
    text = spark.createDataFrame([(json.dumps(summary, ensure_ascii=False),)], "value string")
    text.coalesce(1).write.mode("overwrite").text(f"{target}/summary")
    return summary


def mapped(frame: "DataFrame", function: Function, schema: pa.Schema) -> "DataFrame":
    """Return what a function of record batches makes of a frame."""
    types = {TEXT: "string", WHOLE: "bigint"}
    described = ", ".join(f"`{field.name}` {types[field.type]}" for field in schema)
    # One column with all others inside, because Spark reads a dot in a name as a path.
    return frame.selectExpr("struct(*) as _all").mapInArrow(OfStructs(function), described)


def merged(parts: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the counts of all partitions: errors first, then the most frequent codes."""
    counts: Counter[tuple[str, str]] = Counter()
    first: dict[tuple[str, str], list[list[Any]]] = {}
    for part in parts:
        key = part["severity"], part["code"]
        counts[key] += part["count"]
        first[key] = heapq.nsmallest(PLACES, [*first.get(key, ()), *json.loads(part["first"])])
    ordered = sorted(counts.items(), key=lambda one: (one[0][0], -one[1], one[0][1]))
    return [
        {"severity": severity, "code": code, "count": count, "first": first[severity, code]}
        for (severity, code), count in ordered
    ]


def main() -> None:
    """Run the job with the arguments of the command line."""
    from pyspark.sql import SparkSession  # noqa: PLC0415 - the rest runs without Spark

    parser = argparse.ArgumentParser(description="Check Parquet files with Apache Spark.")
    parser.add_argument("source", help="a Parquet file, or a folder with some")
    parser.add_argument("target", help="the folder for the issues and the summary")
    parser.add_argument("--as-of", type=date.fromisoformat, help="the day of plausibility checks")
    given = parser.parse_args()
    options: tables.RowOptions[Any] = {**OPTIONS}
    if given.as_of:
        options |= {"checks": True, "as_of": given.as_of}
    spark = SparkSession.builder.appName("psm-core check").config(map=SETTINGS).getOrCreate()
    summary = run(spark, given.source, given.target, RowCheck(RECORD_CLASS, options))
    print(json.dumps(summary, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
