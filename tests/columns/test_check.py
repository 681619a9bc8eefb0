"""Whole tables: the same issues as the rows have one by one."""

from datetime import date
from decimal import Decimal
from io import BytesIO
from traceback import format_exception

import pyarrow as pa
import pyarrow.dataset as pa_dataset
import pytest
from pyarrow import csv, parquet

from psm_core import (
    Address,
    Beneficiary,
    Event,
    Family,
    Membership,
    Person,
    Severity,
    TableError,
    columns,
    tables,
)
from psm_core.columns import IssueCount, batches
from psm_core.tables import Column, Layout
from psm_core.tables.single_rows import SingleRows

GOOD = "9901014108900001"
HEADINGS = ("nik", "No. KK", "nama", "L/P", "tanggal lahir", "desa", "no hp")
ROW = (GOOD, "9901010108900001", "Ani Contoh", "P", "01-08-1990", "63.10.09.2005", "080000000123")


def table_of(rows, headings=HEADINGS):
    return pa.table(
        {
            name: pa.array(column, pa.string())
            for name, column in zip(headings, zip(*rows, strict=True), strict=True)
        }
    )


def by_rows(table, record_class=Person, **options):
    """Return the issues of a table by the reader of rows, as `check` numbers and names them."""
    found = tables.read_rows(table, record_class, **options)
    names = {tables_letters(at): name for at, name in enumerate(table.column_names)}
    return sorted(
        (one.row - 2, names.get(one.column), dotted(one.path), one.code, one.severity.value)
        for one in found.issues
        if one.row > 1 and one.code != "table.person_similar"
    )


def tables_letters(at):
    return "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[at]


def dotted(path):
    return ".".join(map(str, path)) or None


def by_columns(checked):
    return sorted(tuple(one.values()) for one in checked.issues.to_pylist())


def test_issues_are_those_of_the_rows():
    rows = [
        ROW,
        ("9901 0141 0890 0002", *ROW[1:]),
        ("990101410890003", *ROW[1:]),
        ("-", *ROW[1:]),
        (None, None, None, None, "31-02-1990", "Angsana", "x"),
        (ROW[0][:-1] + "4", ROW[1], "Budi (Alm)", "L", "02-08-1990", None, None),
    ]
    table = table_of(rows)
    checked = columns.check(table, Person)
    assert by_columns(checked) == by_rows(table)
    assert checked.is_valid.to_pylist() == [True, True, False, True, False, True]
    assert (checked.summary.rows, checked.summary.valid_rows) == (6, 4)
    assert sum(one.count for one in checked.summary.counts) == checked.issues.num_rows
    assert GOOD not in repr(checked)


def test_repeated_people_are_warned_about_as_in_rows():
    other = f"{GOOD[:-1]}2"
    niks = [GOOD, other, GOOD, f"{GOOD[:4]} {GOOD[4:]}", "99", None, other, f"NIK: {GOOD}"]
    rows = [(nik, ROW[1], f"Ani {n}", *ROW[3:]) for n, nik in enumerate(niks)]
    rows += [(GOOD, ROW[1], None, *ROW[3:])]
    table = table_of(rows)
    found = by_columns(columns.check([table.slice(0, 3), table.slice(3)], Person))
    assert found == by_rows(table)
    assert [one[0] for one in found if one[3] == "table.person_duplicate"] == [0, 1, 2, 3, 6, 7]
    assert columns.check(table, Person, repeats=False).issues.num_rows == len(found) - 6
    members = pa.table({"person.nik": [*niks, GOOD], "person.name": ["Ani"] * 8 + [None]})
    assert columns.check(members, Membership).summary.counts[-1] == IssueCount(
        "table.person_duplicate", Severity.WARNING, 6, (0, 1, 2)
    )
    addresses = pa.table({"rt": ["001", "001"], "rw": ["002", "satu"]})
    assert columns.check(addresses, Address).is_valid.to_pylist() == [True, False]


def test_batches_are_checked_one_by_one():
    table = table_of([ROW, ("99", *ROW[1:]), ROW])
    checked = columns.check_batches(iter(table.to_batches(max_chunksize=1)), Person)
    found = [(one.first_row, one.is_valid.to_pylist(), one.issues.num_rows) for one in checked]
    assert found == [(0, [True], 0), (1, [False], 1), (2, [True], 0)]
    assert list(checked) == []
    assert checked.summary.counts[0].rows == (1,)
    assert GOOD not in repr(next(iter(columns.check_batches(table, Person))))


def test_what_every_row_lacks_is_told_once():
    table = table_of([(*ROW, "lansia")] * 3, (*HEADINGS, "kategori ppks"))
    checked = columns.check(table, Beneficiary, require_values=False)
    assert [one.code for one in checked.summary.file_issues] == ["field.missing"] * 2
    assert {one["row"] for one in checked.issues.to_pylist()} <= {0, 1, 2}


class ExportedBatch:
    """A batch of a library that exports an array only."""

    def __arrow_c_array__(self, requested_schema=None):
        return table_of([ROW]).to_batches()[0].__arrow_c_array__(requested_schema)


def test_tables_of_every_kind_are_read():
    table = table_of([ROW, ("99", *ROW[1:])])
    for data in (
        table,
        table.to_batches()[0],
        table.to_reader(),
        [table, table.slice(0, 0)],
        *(pytest.importorskip(name).DataFrame(table.to_pydict()) for name in ("pandas", "polars")),
    ):
        assert columns.check(data, Person).summary.counts[0].code == "nik.length"
    assert columns.check(ExportedBatch(), Person).is_valid.to_pylist() == [True]
    for empty in (table.slice(0, 0), pa.RecordBatchReader.from_batches(table.schema, [])):
        checked = columns.check(empty, Person)
        assert (checked.summary.layout, checked.is_valid.to_pylist()) == ("warga", [])
    checked = columns.check([], Person)
    assert (checked.summary.layout, checked.issues.num_rows) == (None, 0)


def test_columns_of_other_types_are_read():
    table = pa.table(
        {
            "nik": pa.array([int(GOOD)] * 2),
            "kk": pa.array([1e15, None]),
            "nama": pa.array([b"Ani", b"\xff"]),
            "birth_date": pa.array([0, 10**18], pa.timestamp("ns")),
            "tags": pa.array([["x"], None]),
            "domicile.rt": pa.array(["1", None]).dictionary_encode(),
            "jam": pa.array([1, 2], pa.duration("ns")),
        }
    )
    checked = columns.check(table, Person, headings={"kk": "kk", "nama": "name", "nik": "nik"})
    assert [one["code"] for one in checked.issues.to_pylist() if one["row"] == 0] == [
        "kk.numeric_cell"
    ]


class OwnText(pa.ExtensionType):
    """A type of another library."""

    def __init__(self):
        super().__init__(pa.string(), "tests.own_text")

    def __arrow_ext_serialize__(self):
        return b""

    @classmethod
    def __arrow_ext_deserialize__(cls, storage_type, serialized):  # noqa: ANN206
        return cls()


def no_text():
    """Return a column of text that is none, as a file with wrong bytes has it."""
    ends, texts = (0).to_bytes(4, "little") + (2).to_bytes(4, "little"), b"\xff\xfe"
    return pa.Array.from_buffers(pa.string(), 1, [None, pa.py_buffer(ends), pa.py_buffer(texts)])


def moments(unit, zone=None):
    return pa.array([2**62], pa.int64()).cast(pa.timestamp(unit, zone))


DAYS = pa.array([2**31 - 1], pa.int32()).view(pa.date32())
MILLISECONDS = pa.array([2**62], pa.int64()).view(pa.date64())


@pytest.mark.parametrize(
    ("name", "column", "codes"),
    [
        ("nik", pa.array([Decimal(GOOD)]), []),
        ("nik", pa.array([Decimal(f"{GOOD}.00")]), []),
        ("nik", pa.array([-int(GOOD)]), ["nik.numeric_cell"]),
        ("nik", pa.RunEndEncodedArray.from_arrays([1], [GOOD]), []),
        ("nik", pa.ExtensionArray.from_storage(OwnText(), pa.array([GOOD])), []),
        ("nik", pa.array([GOOD.encode()]).cast(pa.binary_view()), []),
        ("nik", no_text(), ["cell.no_number"]),
        ("nama", no_text().dictionary_encode(), []),
        ("alamat", pa.array([int(GOOD)]), []),
        ("alamat", pa.nulls(1), []),
        ("tanggal lahir", DAYS, ["date.invalid"]),
        ("tanggal lahir", MILLISECONDS, ["date.invalid"]),
        ("tanggal lahir", moments("s"), ["date.invalid"]),
        ("tanggal lahir", moments("us"), ["date.invalid"]),
        ("tanggal lahir", moments("ns", "Mars/Base"), ["date.invalid"]),
        ("L/P", moments("ms"), ["date.invalid"]),
        ("tanggal lahir", pa.array([date(1990, 8, 1)]).cast(pa.date64()), []),
    ],
)
def test_values_that_only_arrow_has_are_read_or_have_a_code(name, column, codes):
    cells = {"nik": pa.array([GOOD]), "nama": pa.array(["Ani"]), name: column}
    for options in ({}, {"checks": True, "as_of": date(2025, 10, 10)}):
        checked = columns.check(pa.table(cells), Person, **options)
        found = {one["code"] for one in checked.issues.to_pylist()}
        assert found - {"nik.region_unknown"} == set(codes)
        assert len(checked.is_valid) == 1


@pytest.mark.parametrize(
    "column",
    [
        pa.DictionaryArray.from_arrays([0], pa.array([[GOOD]])),
        pa.ExtensionArray.from_storage(
            pa.fixed_shape_tensor(pa.int32(), [1]), pa.array([[1]], pa.list_(pa.int32(), 1))
        ),
        pa.array([(1, 2, 3)], pa.month_day_nano_interval()),
    ],
)
def test_columns_of_several_values_are_refused(column):
    with pytest.raises(TypeError, match=r"'nik' holds .*; give it one value in each row"):
        columns.check(pa.table({"nik": column, "nama": ["Ani"]}), Person)
    assert columns.check(pa.table({"nama": ["Ani"], "nik": [GOOD], "x": column}), Person)


@pytest.mark.parametrize(
    ("data", "error", "reason"),
    [
        ("nik", TypeError, "str is no table of Arrow: open the file first"),
        (b"nik", TypeError, "bytes is no table of Arrow, and no batches"),
        ({"nik": [GOOD]}, TypeError, "dict is no table of Arrow"),
        ([GOOD], TypeError, "str is no batch of Arrow"),
        (table_of([ROW])["nik"], TypeError, "ChunkedArray is no table of Arrow: it is a column"),
        (pa.table({}), TableError, "empty"),
        (pa.table({"x": [1]}), TableError, "No known header row"),
        (pa.table([[GOOD], [GOOD]], ["nik", "nik"]), TableError, "columns A and B"),
        (pa.table({"nik": [[GOOD]], "nama": ["Ani"]}), TypeError, "'nik' holds list"),
        ([table_of([ROW]), table_of([(GOOD,)], ("nik",))], TypeError, "other columns"),
    ],
)
def test_what_is_no_table_is_refused(data, error, reason):
    with pytest.raises(error, match=reason) as caught:
        columns.check(data, Person)
    assert GOOD not in str(caught.value)


def test_frames_that_arrow_does_not_know_are_refused_with_the_column():
    pd = pytest.importorskip("pandas")
    names = {"nama": ["Ani", "Budi"], "alamat": ["x", "y"]}
    for mixed in ([GOOD, 3], [3, GOOD], [2**70, 2**71]):
        with pytest.raises(TypeError, match="column 'nik' are not all of one type") as caught:
            columns.check(pd.DataFrame({"nik": mixed, **names}), Person)
        assert GOOD not in "".join(format_exception(caught.value))
    repeated = pd.DataFrame([[GOOD, "Ani", "Budi"]], columns=["nik", "nama", "nama"])
    with pytest.raises(TypeError, match="column 'nama' is there twice; rename one"):
        columns.check(repeated, Person)
    for unclear in (pd.DataFrame({GOOD: [GOOD, 3]}), Unreadable()):
        with pytest.raises(TypeError, match="of a column are not all of one type") as caught:
            columns.check(unclear, Person)
        assert GOOD not in str(caught.value)
    lazy = pytest.importorskip("polars").LazyFrame({"nik": [GOOD]})
    with pytest.raises(TypeError, match="collect the lazy frame first"):
        columns.check(lazy, Person)


def test_words_for_nothing_are_no_name():
    words = ["n/a", "N/A", "-", "Nadia"]
    table = pa.table({"nik": [f"{GOOD[:-1]}{place}" for place in range(4)], "nama": words})
    checked = columns.check(table, Person)
    assert by_columns(checked) == by_rows(table)
    assert checked.is_valid.to_pylist() == [False, False, False, True]


def test_year_in_a_nik_after_the_finding_is_not_the_year_of_birth():
    years = ["45", "20", "24", "25", "26", "00"]
    niks = [f"99010106{month:02}{year}0001" for year in years for month in (1, 12)]
    given = {"classifications.0.date": date(2025, 6, 1), "classifications.0.source": "x"}
    for category in ("Anak balita telantar", "Lanjut usia telantar"):
        for born in ("lupa", None):
            rows = [(nik, "Ani", born, category) for nik in niks]
            table = table_of(rows, ("nik", "nama", "tanggal lahir", "kategori"))
            checked = columns.check(table, Beneficiary, values=given, lenient=True)
            assert by_columns(checked) == by_rows(table, Beneficiary, values=given, lenient=True)
            is_warned = "ppks.age" in checked.issues["code"].to_pylist()
            assert is_warned == (category == "Anak balita telantar")


def test_rows_with_known_ages_and_disabilities_are_not_read_one_by_one(monkeypatch):
    read, calls = SingleRows.read, []
    monkeypatch.setattr(SingleRows, "read", lambda *given: calls.append(given) or read(*given))
    names = ("nik", "nama", "tanggal lahir", "umur", "jenis disabilitas")
    rows = [
        (f"990101410890{place:04}", "Ani", "1990-08-01", str(place), words)
        for place in range(1, 60)
        for words in ("fisik", "fisik, mental", "tidak ada")
    ]
    checked = columns.check(table_of(rows, names), Person, repeats=False)
    assert checked.summary.valid_rows == len(rows)
    assert len(calls) < 5
    other = table_of([("Ani", "35", "001/002")], ("nama", "umur", "RT/RW"))
    assert columns.check(other, Person).issues["code"].to_pylist() == ["birth_date.age_undated"]


class Unreadable:
    """A table whose library cannot export it, and does not say why."""

    def __arrow_c_stream__(self, requested_schema=None):
        raise ValueError(GOOD)


def test_files_and_datasets_are_tables(tmp_path):
    path = tmp_path / "warga.parquet"
    parquet.write_table(table_of([ROW, ROW]), path)
    dataset = pa_dataset.dataset(path)
    with parquet.ParquetFile(path) as file:
        for data in (file, dataset, dataset.scanner()):
            assert columns.check(data, Person).summary.rows == 2
    parquet.write_table(table_of([ROW])[:0], path)
    with parquet.ParquetFile(path) as file:
        for data in (file, pa_dataset.dataset(path)):
            assert columns.check(data, Person).summary.layout == "warga"


def test_value_in_an_error_of_a_reader_is_not_repeated():
    content = f"nik,nama\n1,Ani\n{GOOD}x,Budi\n".encode()
    size = csv.ReadOptions(block_size=16)
    with pytest.raises(TypeError, match="not all of one type") as caught:
        columns.check(csv.open_csv(BytesIO(content), size), Person)
    assert GOOD not in "".join(format_exception(caught.value))


def test_layouts_of_several_rows_are_refused():
    names = ("No. KK", "NIK", "Nama Lengkap", "SHDK")
    with pytest.raises(ValueError, match="one record of several rows"):
        columns.check(table_of([(GOOD,) * 4], names), Family)
    names = ("No", "Nama", "NIK", "No", "Nama", "NIK")
    data = pa.Table.from_arrays([pa.array(["1"])] * 6, names=list(names))
    with pytest.raises(TableError, match="side by side"):
        columns.check(data, Person)


def test_long_table_is_checked_in_parts(monkeypatch):
    monkeypatch.setattr(batches, "MOST_ROWS", 2)
    checked = columns.check_batches(table_of([ROW, ("99", *ROW[1:]), ROW]), Person)
    assert [(one.first_row, one.is_valid.to_pylist()) for one in checked] == [
        (0, [True, False]),
        (2, [True]),
    ]
    alone = pa.table({"name": ["Ani", None, "Ani"]})
    assert columns.check(alone, Person).is_valid.to_pylist() == [True, False, True]
    without = pa.table({"title": ["x"], "kind": ["lainnya"]})
    assert columns.check(without, Event).summary.rows == 1


def test_columns_for_the_answers_of_one_question_fill_one_field():
    table = pa.table(
        {
            "_uuid": ["x", "y"],
            "_id": ["1", "2"],
            "nik": ["9901011708900001", "9901011708900002"],
            "nama": ["Ani", "Budi"],
            "disabilitas/fisik": ["1", "?"],
            "disabilitas/mental": ["0", "1"],
        }
    )
    checked = columns.check(table, Person)
    rows = tables.read_rows(table.to_pylist(), Person)
    assert [(one["row"], one["code"]) for one in checked.issues.to_pylist()] == [
        (issue.row - 2, issue.code) for issue in rows.issues
    ]
    assert checked.summary.valid_rows == len(rows.records)


def test_word_for_no_value_with_digits_is_no_value():
    words = frozenset({GOOD, "99010141"})
    layout = Layout(
        "orang", "Orang", Person, (Column("name", "Nama"), Column("nik", "NIK", blank=words))
    )
    table = pa.table({"Nama": ["Ani", "Budi", "Citra"], "NIK": [GOOD, GOOD, "99010141"]})
    assert columns.check(table, Person, layout=layout).issues.num_rows == 0


def test_ages_are_compared_with_the_birth_dates_of_their_rows():
    ages, options = ["35", "50", "35 th", "35", "x", "35"], {"ages_stated_on": date(2025, 10, 10)}
    born = ["1990-08-01"] * 3 + [None] * 3
    table = pa.table({"nama": [*"ABCDEF"], "tanggal lahir": born, "umur": ages})
    checked = columns.check(table, Person, **options)
    assert by_columns(checked) == by_rows(table, **options)
    assert "birth_date.age_differs" in checked.issues["code"].to_pylist()
