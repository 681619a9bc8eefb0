"""Columns of Arrow beside the same rows one by one, with something wrong in some rows.

1. The NIKs of a column, beside a loop of `NIK.parse`.
2. A table of eight columns, beside `tables.stream` over a CSV with the same rows. The reader of rows
   makes a record of each; the check of columns does not.

Both run in turns in one process, on one core. A ratio above 1 means that the columns are faster.
"""

import argparse
import csv
from pathlib import Path
from tempfile import TemporaryDirectory

import nation_rows
import pyarrow as pa
from measure import Ratio, Work, compare

from psm_core import NIK, Beneficiary, ParseError, columns, tables

ROWS, ROUNDS = nation_rows.BATCH_ROWS, 5
SHARES = (0.0, 0.01, 0.03, 0.05, 0.2)


def one_by_one(column: pa.ChunkedArray) -> tuple[list[str | None], list[str | None]]:
    """Return the values and codes of a column of NIK, as `columns.niks` does."""
    values: list[str | None] = []
    codes: list[str | None] = []
    for text in column.to_pylist():
        try:
            values.append(NIK.parse(text).unmasked)
            codes.append(None)
        except ParseError as error:
            values.append(None)
            codes.append(error.code)
    return values, codes


def streamed(path: Path) -> int:
    """Return how many rows of a CSV have no error."""
    with tables.stream(path, Beneficiary, values=nation_rows.VALUES) as rows:
        return sum(row.record is not None for row in rows)


def checked(table: pa.Table) -> int:
    """Return how many rows of a table have no error."""
    found = columns.check(table, Beneficiary, repeats=False, values=nation_rows.VALUES)
    return found.summary.valid_rows


def ratios(rows: int, dirt: float, rounds: int) -> dict[str, Ratio]:
    """Return how many times as fast the columns are as the rows, which give the same."""
    table = pa.Table.from_batches(nation_rows.batches(rows, dirt=dirt))
    niks = table[nation_rows.COLUMNS["nik"]]
    parsed = columns.niks(niks)
    if one_by_one(niks) != (parsed.values.to_pylist(), parsed.codes.to_pylist()):
        raise AssertionError("the columns have other values or codes")
    with TemporaryDirectory() as folder:
        path = Path(folder, "people.csv")
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(table.column_names)
            writer.writerows(zip(*table.to_pydict().values(), strict=True))
        if streamed(path) != checked(table):
            raise AssertionError("the columns accept other rows")
        by_column = {"column": Work(columns.niks, [niks]), "rows": Work(one_by_one, [niks])}
        by_table = {"table": Work(checked, [table]), "rows": Work(streamed, [path])}
        return {
            "NIK": compare(by_column, "rows", rounds)["column"],
            "eight columns": compare(by_table, "rows", rounds)["table"],
        }


def main(rows: int, rounds: int) -> None:
    """Print the ratios for each share of rows with something wrong."""
    pa.set_cpu_count(1)
    for dirt in SHARES:
        found = ratios(rows, dirt, rounds)
        texts = "  ".join(f"{name} {ratio} x" for name, ratio in found.items())
        print(f"{dirt:4.0%} of {rows:,} rows:  {texts}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=ROWS)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    asked = parser.parse_args()
    main(asked.rows, asked.rounds)
