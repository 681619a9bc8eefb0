"""Rows in memory: mappings and data frames are read like the rows of a sheet."""

import csv
import enum
import io
import sqlite3
from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psm_core import NIK, Beneficiary, Person, Sex, TableError, Worker, population, tables, wire
from psm_core.tables.nested_cells import cell_of, plain_value
from psm_core.testing import dirty_rows

pd = pytest.importorskip("pandas")  # `make lowest` has none of them
np = pytest.importorskip("numpy")
pl = pytest.importorskip("polars")
pa = pytest.importorskip("pyarrow")

LAYOUT = next(one for one in tables.LAYOUTS if one.name == "warga")
NUMBER = 9901014108900001
DAY = datetime(1990, 8, 1)
PEOPLE = {
    "NIK": [str(NUMBER), "99010141"],
    "Nama": ["Ani", "Budi"],
    "Tanggal Lahir": [DAY, None],
    "RT": [3.0, None],
}
DICTS = [dict(zip(PEOPLE, line, strict=True)) for line in zip(*PEOPLE.values(), strict=True)]


def codes(result):
    return [(issue.cell, issue.code) for issue in result.issues]


@pytest.mark.parametrize(
    "rows",
    [DICTS, iter(DICTS), pd.DataFrame(PEOPLE), pl.DataFrame(PEOPLE), pa.table(PEOPLE)],
    ids=["mappings", "iterator", "pandas", "polars", "pyarrow"],
)
def test_rows_become_the_records_of_the_same_sheet(rows):
    found = tables.read_rows(rows, Person)
    (ani,) = found.records
    assert (ani.nik, ani.birth_date, ani.ktp_address.rt) == (NIK(str(NUMBER)), DAY.date(), "003")
    assert (found.rows, found.rows_read, found.header_row) == ((2,), 2, 1)
    assert codes(found) == [("A3", "nik.length")]
    assert (str(found.source), found.file_type, found.layout) == ("<rows>", "rows", "warga")


def test_absent_values_and_scalars_of_libraries_are_cells():
    absent = [None, float("nan"), np.nan, pd.NA, pd.NaT, np.datetime64("NaT"), Decimal("sNaN")]
    assert [plain_value(one) for one in absent] == [None] * len(absent)
    seven = [np.int64(7), np.float64(7), Decimal("7.0"), enum.IntEnum("X", {"A": 7}).A]
    assert [plain_value(one) for one in seven] == [7] * 4
    assert plain_value(Decimal("1.5")) == 1.5
    assert [plain_value(one) for one in (b"Ani", b"\xff", b"")] == ["Ani", "\ufffd", ""]
    assert plain_value(np.datetime64("1990-08-01T00:00:00.000000001")) == DAY
    assert plain_value(np.array([1, 2])) == [1, 2]
    assert plain_value(pd.Timestamp(DAY)) == DAY
    assert [cell_of(one) for one in (np.True_, False)] == ["ya", "tidak"]
    assert (cell_of(Sex.PEREMPUAN), cell_of(NIK(str(NUMBER)))) == ("perempuan", str(NUMBER))
    same = [time(9), timedelta(hours=9), date(2025, 1, 1)]
    assert [plain_value(one) for one in same] == same


def test_whole_numbers_are_a_nik_only_if_no_digit_was_lost():
    def nik_codes(*numbers):
        rows = [{"NIK": one, "Nama": f"Warga {one}"} for one in numbers]
        return [issue.code for issue in tables.read_rows(rows, Person).errors]

    assert nik_codes(NUMBER, NUMBER + 9, np.int64(NUMBER + 1)) == []
    assert nik_codes(NUMBER + 9) == ["nik.numeric_cell"]  # as a spreadsheet leaves it
    assert nik_codes(NUMBER + 1) == ["nik.numeric_cell"]  # as a float leaves it
    assert nik_codes(1101014108900002) == []  # a float of this size is exact
    assert nik_codes(NUMBER, float(NUMBER)) == ["nik.numeric_cell"]
    assert nik_codes(pd.Series([NUMBER, None])[0]) == ["nik.numeric_cell"]


def test_headings_are_those_of_the_sheet_that_pandas_has_read():
    text = f"DAFTAR WARGA,,\nNIK,Nama,RT\n{NUMBER},Ani,3\n"
    frame = pd.read_csv(io.StringIO(text), dtype=str)
    for one in (frame, frame.set_index("DAFTAR WARGA")):
        found = tables.read_rows(one, Person)
        assert (len(found.records), found.rows, found.issues) == (1, (3,), ())
    levels = pd.MultiIndex.from_tuples([("NIK", "Unnamed: 0_level_1"), ("Nama", "Lengkap")])
    found = tables.read_rows(pd.DataFrame([[str(NUMBER), "Ani"]], columns=levels), Person)
    assert [person.name for person in found.records] == ["Ani"]


def test_repeated_columns_of_a_frame_are_refused_like_those_of_a_sheet():
    written = pd.read_csv(io.StringIO(f"NIK,Nama,Nama\n{NUMBER},Ani,Budi\n"), dtype=str)
    repeated = pd.DataFrame([[str(NUMBER), "Ani", "Budi"]], columns=["NIK", "Nama", "Nama"])
    for frame in (written, repeated):
        with pytest.raises(TableError) as caught:
            tables.read_rows(frame, Person)
        assert caught.value.code == "table.column_duplicate"


def test_documents_as_rows_give_equal_records():
    village = next(population.villages(people=150, seed=1, as_of=date(2025, 10, 10)))
    for kind, records in ((Worker, village.workers), (Beneficiary, village.beneficiaries)):
        rows = [{"nothing": None, **wire.to_builtins(one)} for one in records]
        assert tables.read_rows(rows, kind).records == records
    rows = [{"name": "Ani", "ktp_address": None}, {"name": "Budi", "ktp_address": {"rt": 1}}]
    found = tables.read_rows(rows, Person, values={"nik_absence": "tidak-diketahui"})
    assert [one.ktp_address and one.ktp_address.rt for one in found.records] == [None, "001"]
    rows[0]["ktp_address"] = "Jl. Contoh 1"  # a text where the others have a record
    assert [issue.code for issue in tables.read_rows(rows, Person).errors] == ["cell.yes_no"]


def test_rows_of_databases_and_csv_readers_are_mappings():
    with sqlite3.connect(":memory:") as database:
        database.row_factory = sqlite3.Row
        rows = database.execute(f"SELECT {NUMBER} AS nik, 'Ani' AS nama")
        assert [one.name for one in tables.read_rows(rows, Person).records] == ["Ani"]
    database.close()
    lines = csv.DictReader(io.StringIO(f"NIK,Nama\n{NUMBER},Ani,lebih\n"))
    found = tables.read_rows(lines, Person)
    assert (len(found.records), codes(found)) == (1, [("C2", "cell.no_heading")])


def test_options_are_those_of_reading_without_a_file():
    rows = [{"NIK": str(NUMBER), "Nama": "Ani", "RT": "satu"} for _ in range(250)]
    seen = []
    found = tables.read_rows(
        rows, Person, layout="warga", lenient=True, headings={"RT": "rt"}, progress=seen.append
    )
    assert (found.valid_rows, seen) == (250, [100, 200])
    with pytest.raises(TypeError, match="unknown option 'sheet'"):
        tables.read_rows(rows, Person, sheet="x")


@pytest.mark.parametrize("rows", [[], [{}], pd.DataFrame(), pl.DataFrame()])
def test_no_rows_are_an_empty_file(rows):
    with pytest.raises(TableError) as caught:
        tables.read_rows(rows, Person)
    assert caught.value.code == "table.empty"


@pytest.mark.parametrize("rows", ["NIK", b"", 3, {"NIK": "1"}, [1], [["NIK"]]])
def test_anything_else_is_refused_without_its_content(rows):
    with pytest.raises(TypeError, match="mapping") as caught:
        tables.read_rows(rows, Person)
    assert "NIK" not in str(caught.value)


@given(rows=st.lists(dirty_rows(LAYOUT), min_size=2, max_size=4))
def test_damaged_rows_become_records_or_issues(rows):
    found = tables.read_rows(rows, Person, layout="warga")
    assert len(found.records) == found.valid_rows <= found.rows_read <= len(rows)
    for issue in found.errors:
        assert issue.describe("id")


@pytest.mark.parametrize("kind", ["date", "bytes"])
def test_table_of_arrow_with_values_that_python_does_not_have_is_refused(kind):
    arrow = pytest.importorskip("pyarrow")
    late = arrow.array([10**14], arrow.timestamp("s"))
    wrong = arrow.array([b"Siti\xff"], arrow.binary())
    names = arrow.Array.from_buffers(arrow.string(), 1, wrong.buffers())
    column = {"Tanggal Lahir": late} if kind == "date" else {"Nama": names}
    table = arrow.table({"NIK": ["9901011708900001"], "Nama": ["Ani"], **column})
    with pytest.raises(TypeError, match="dates or bytes that Python does not have") as caught:
        tables.read_rows(table, Person)
    assert (caught.value.__cause__, caught.value.__context__) == (None, None)
