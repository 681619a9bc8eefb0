"""Signs of damage in whole columns: the same warnings as the rows have."""

from datetime import date, datetime, timedelta

import pyarrow as pa

from psm_core import Person, columns, tables

ROWS = 70
NIKS = [f"990101{1 + at % 28:02}{1 + at % 12:02}90{at + 1:04}" for at in range(ROWS)]
DAYS = [date(1990, 1 + at % 12, 1 + at % 28) for at in range(ROWS)]
LOW = [date(1930 + at, 1 + at % 12, 1 + at % 12) for at in range(ROWS)]
NONE = [None] * ROWS
PLAIN = {"nik": NIKS, "nama": ["Ani Contoh"] * ROWS}
LAST_DIGIT = {"nik": [f"{one[:15]}0" for one in NIKS]}
PHONES = {"no hp": [f"0800000{at:05}" for at in range(ROWS)]}
CASES = {
    "valid": ({"tanggal lahir": DAYS, **PHONES}, []),
    "last digit": (LAST_DIGIT, ["table.column_last_digit"]),
    "last digit of integers": (
        {"nik": [int(one) for one in LAST_DIGIT["nik"]]},
        ["table.column_last_digit"],
    ),
    "last digit of KK": ({"no. kk": [f"9901010108900{at:02}1" for at in range(ROWS)]}, None),
    "one telephone number": ({"no hp": ["080000000001"] * ROWS}, ["table.column_one_value"]),
    "two telephone numbers": ({"no hp": ["080000000001"] * 69 + ["080000000002"]}, []),
    "one birth date": ({"nik": NONE, "tanggal lahir": ["1990-05-17"] * ROWS}, None),
    "first of January": (
        {"nik": NONE, "tanggal lahir": [f"{1930 + at}-01-01" for at in range(ROWS)]},
        ["table.column_first_january"],
    ),
    "low days": ({"nik": NONE, "tanggal lahir": LOW}, ["table.column_day_month"]),
    "low days as moments": (
        {"nik": NONE, "tanggal lahir": [datetime.combine(one, datetime.min.time()) for one in LOW]},
        ["table.column_day_month"],
    ),
    "low days as text": (
        {"nik": NONE, "tanggal lahir": [f"{one:%d-%m-%Y}" for one in LOW]},
        ["table.column_day_month"],
    ),
    "years": ({"nik": NONE, "tanggal lahir": [str(1930 + at) for at in range(ROWS)]}, []),
    "a high day at the end": (
        {"nik": NONE, "tanggal lahir": [*LOW[:-1], LOW[0] + timedelta(days=20)]},
        [],
    ),
    "birth place and date": (
        {"nik": NONE, "ttl": ["Satui, 17-05-1990", "Satui, 18-05-1990"] * 35},
        [],
    ),
    "invalid rows": ({"nik": [*LAST_DIGIT["nik"][:-1], "x1"]}, ["table.column_last_digit"]),
}


def damage_of(issues):
    return sorted(
        (one.code, one.path, one.row, one.column)
        for one in issues
        if one.code.startswith("table.column_") and one.code != "table.column_unknown"
    )


def test_damaged_columns_have_the_warnings_of_the_rows():
    for name, (cells, expected) in CASES.items():
        table = pa.table({**PLAIN, **cells})
        # The reader of rows takes no integers as NIK, because a spreadsheet rounds them.
        texts = table.set_column(0, "nik", table["nik"].cast(pa.string()))
        by_rows = damage_of(tables.read_rows(texts, Person).issues)
        batches = table.to_batches(max_chunksize=66)
        by_columns = columns.check(batches, Person).summary.file_issues
        assert damage_of(by_columns) == by_rows, name
        assert expected in (None, [code for code, *_ in by_rows]), name
