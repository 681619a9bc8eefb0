"""Birth dates known in part, and ages, in the cells of a sheet."""

from datetime import date, time

import openpyxl
import pytest

from psm_core import AgeRange, PartialDate, Person, Worker, ages_on, tables
from psm_core.tables import LAYOUTS, Column, Layout
from psm_core.tables.layouts.heading_names import heading_of
from psm_core.tables.layouts.layout_headings import LayoutHeadings

SURVEY = date(2025, 10, 10)
AGE_60 = PartialDate("1964-10-11/1965-10-10")
NEAR_60 = PartialDate("1964-10-11~/1965-10-10~")
BORN = date(1957, 8, 17)


@pytest.fixture
def sheet(tmp_path):
    def save(headings, *rows, name="warga.xlsx"):
        book = openpyxl.Workbook()
        book.active.append(["Nama", *headings, "NIK"])
        for number, row in enumerate(rows):
            book.active.append([f"Contoh {chr(65 + number)}", *row])
        book.save(tmp_path / name)
        return tmp_path / name

    return save


def codes(result):
    return [(issue.cell, issue.code, issue.severity.value) for issue in result.issues]


def read(path, **options):
    return tables.read(path, Person, layout="warga", **options)


CELLS = {
    "1957": PartialDate("1957"),
    1957: PartialDate("1957"),
    "1957.0": PartialDate("1957"),
    "08/1957": PartialDate("1957-08"),
    "00-00-1957": PartialDate("1957"),
    "?-?-1957": PartialDate("1957"),
    "lahir th. 1957": PartialDate("1957"),
    "1957~": PartialDate("1957~"),
    "17-08-1957": BORN,
    "lahir tgl. 17-08-1957": BORN,
    BORN: BORN,
    "60 th": AGE_60,
    "umur 60 tahun": AGE_60,
}
APPROXIMATE = {
    "\u00b1 60 tahun": NEAR_60,
    "kl. 60 tahun": NEAR_60,
    "\u00b1 1957": PartialDate("1957~"),
    "01-07-1957 (perkiraan)": PartialDate("1957-07-01~"),
}


def test_no_row_is_lost_for_an_unknown_day(sheet):
    path = sheet(["Tanggal Lahir"], *([cell] for cell in (*CELLS, *APPROXIMATE)))
    result = read(path, ages_stated_on=SURVEY)
    assert [one.birth_date for one in result.records] == [*CELLS.values(), *APPROXIMATE.values()]
    first = len(CELLS) + 2
    assert codes(result) == [
        (f"Sheet!B{first + number}", "birth_date.approximate", "warning")
        for number in range(len(APPROXIMATE))
    ]


def test_column_of_birth_places_and_dates_may_have_ages(sheet):
    cells = ("Batulicin, \u00b1 60 tahun", "Batulicin 1957", "Batulicin, 01-07-1957 (perkiraan)")
    numbers = [f"990101010757000{number}" for number in range(1, 4)]
    path = sheet(["TTL"], *map(list, zip(cells, numbers, strict=True)))
    result = read(path, ages_stated_on=SURVEY)
    assert {one.birth_place for one in result.records} == {"Batulicin"}
    assert [one.birth_date for one in result.records] == [
        NEAR_60,
        PartialDate("1957"),
        PartialDate("1957-07-01~"),
    ]


UNCLEAR = {
    "01-10-54": "date.ambiguous",
    "57": "birth_date.ambiguous",
    "00-00-0000": "date.ambiguous",
    "0000-00-00": "date.ambiguous",
    "??/??/????": "date.ambiguous",
    "Tidak diketahui": "date.ambiguous",
    "tdk ingat lagi": "date.ambiguous",
    "lupa": "date.ambiguous",
    60: "date.serial",
    29544: "date.serial",
    "umur 60": "birth_date.age_undated",
    "60-an": "date.invalid",
    "awal tahun 60-an": "date.invalid",
    "di atas 60 tahun": "date.invalid",
    "1957/1958": "date.invalid",
    "19570817": "date.invalid",
    "17 Agustus 1957 (Alm)": "date.invalid",
    "Batulicin": "date.invalid",
    "dewasa": "date.invalid",
}


def test_unclear_birth_date_is_left_out_and_its_row_is_kept(sheet):
    result = read(sheet(["Tanggal Lahir"], *([cell] for cell in UNCLEAR)))
    assert [one.birth_date for one in result.records] == [None] * len(UNCLEAR)
    found = [one for one in codes(result) if one[1] != "table.row_duplicate"]
    assert found == [
        (f"Sheet!B{row}", code, "warning") for row, code in enumerate(UNCLEAR.values(), 2)
    ]
    texts = [one.written.unmasked for one in result.issues if one.written is not None]
    assert texts == [str(cell) for cell in UNCLEAR]


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        (1957.5, "date.ambiguous"),
        ("31-02-1957", "date.invalid"),
        ("31 Februari 1957", "date.invalid"),
        ("1957-13-01", "date.invalid"),
        ("31/02/1957 00:00", "date.invalid"),
        (time(8, 30), "date.invalid"),
        ("08/31/1957", "date.month_first"),
        ("lahir 3000", "date.year"),
        ("\u00b1 1852", "date.year"),
        ("1965-10-10/1964-10-11", "partial_date.interval"),
        (True, "cell.boolean"),
    ],
)
def test_wrong_birth_date_is_an_error(sheet, cell, code):
    result = read(sheet(["Tanggal Lahir"], [cell]), ages_stated_on=SURVEY)
    severity = "warning" if code == "date.ambiguous" else "error"
    assert codes(result) == [("Sheet!B2", code, severity)]


@pytest.mark.parametrize("serials", [True, False])
def test_number_of_a_year_is_a_year_also_where_numbers_are_dates(tmp_path, serials):
    layout = Layout(
        "contoh",
        "Contoh",
        Person,
        (Column("name", "Nama", required=True), Column("birth_date", "Tanggal Lahir")),
        serials=serials,
    )
    book = openpyxl.Workbook()
    for row in (["Nama", "Tanggal Lahir"], ["Contoh", 1957], ["Contoh Kedua", 21044]):
        book.active.append(row)
    book.save(tmp_path / "rows.xlsx")
    result = tables.read(tmp_path / "rows.xlsx", Person, layout=layout)
    read_dates = [one.birth_date for one in result.records]
    assert read_dates == [PartialDate("1957"), date(1957, 8, 12) if serials else None]


def test_year_in_another_date_column_stays_an_error(tmp_path):
    path = tmp_path / "psm.csv"
    path.write_text("NAMA PSM,NIK,Tanggal SK,KELURAHAN\nContoh,,1957,Angsana\n", "utf-8")
    result = tables.read(path, Worker, layout="pekerja", require_values=False)
    assert "date.ambiguous" in {issue.code for issue in result.issues}


AGES = {
    60: AGE_60,
    "60": AGE_60,
    "60 th": AGE_60,
    "60,0": AGE_60,
    "5 bulan": PartialDate("2025-04-11/2025-05-10"),
    0: PartialDate("2024-10-11/2025-10-10"),
}


@pytest.mark.parametrize("heading", ["Umur", "USIA", "Umur (th)", "Usia (Tahun)", "Umur/Usia"])
def test_ages_fill_the_birth_date_on_the_day_they_hold(sheet, heading):
    result = read(sheet([heading], *([age] for age in AGES)), ages_stated_on=SURVEY)
    assert [one.birth_date for one in result.records] == [*AGES.values()]
    assert codes(result) == []
    assert ages_on(result.records[0].birth_date, SURVEY) == AgeRange(60, 60)


def test_approximate_age_has_a_warning(sheet):
    result = read(sheet(["Umur"], ["\u00b1 60"]), ages_stated_on=SURVEY)
    assert [one.birth_date for one in result.records] == [NEAR_60]
    assert codes(result) == [("Sheet!B2", "birth_date.approximate", "warning")]


def test_age_without_its_day_is_left_out_with_a_warning(sheet):
    path = sheet(["Umur", "Tanggal Lahir"], [60, None], [68, "17-08-1957"], [None, "umur 60"])
    result = read(path)
    assert [one.birth_date for one in result.records] == [None, BORN, None]
    assert codes(result) == [
        ("Sheet!B2", "birth_date.age_undated", "warning"),
        ("Sheet!C4", "birth_date.age_undated", "warning"),
    ]
    assert [issue.written.unmasked for issue in result.issues] == ["60", "umur 60"]


def test_ages_without_their_day_are_one_warning_of_the_column(sheet):
    result = read(sheet(["Umur", "Tanggal Lahir"], *([60, None] for _ in range(20))))
    (issue,) = result.issues
    assert (issue.cell, issue.code, issue.params["count"]) == (
        "Sheet!B2",
        "birth_date.age_undated",
        20,
    )
    assert result.counts["birth_date.age_undated"] == 20


@pytest.mark.parametrize("age", ["tua", 1957, True, 200, "60-an"])
def test_unreadable_age_is_left_out_with_a_warning(sheet, age):
    for born, expected in ((None, None), ("17-08-1957", BORN)):
        path = sheet(["Umur", "Tanggal Lahir"], [age, born])
        result = read(path, ages_stated_on=SURVEY)
        assert [one.birth_date for one in result.records] == [expected]
        code = "birth_date.age_bounds" if age == 200 else "birth_date.age_format"
        assert codes(result) == [("Sheet!B2", code, "warning")]


@pytest.mark.parametrize(
    ("age", "born", "fits"),
    [
        (68, "17-08-1957", True),
        (69, "17-08-1957", True),
        (67, "17-08-1957", True),
        (66, "17-08-1957", False),
        (70, "17-08-1957", False),
        (66, "1957", True),
        (65, "1957", False),
        (69, "1957", True),
        (70, "1957", False),
        ("\u00b1 62", "17-08-1957", True),
        ("\u00b1 61", "17-08-1957", False),
        (30, "1957~", False),
    ],
)
def test_age_is_compared_with_the_birth_date(sheet, age, born, fits):
    result = read(sheet(["Umur", "Tanggal Lahir"], [age, born]), ages_stated_on=SURVEY)
    assert len(result.records) == 1
    expected = [] if fits else [("Sheet!B2", "birth_date.age_differs", "warning")]
    assert codes(result) == expected
    assert all(issue.params["first"] == "C" for issue in result.issues)


def test_age_beside_an_unreadable_birth_date_does_not_replace_it(sheet):
    path = sheet(["Umur", "Tanggal Lahir"], [60, "31-02-1957"])
    result = read(path, ages_stated_on=SURVEY)
    assert codes(result) == [("Sheet!C2", "date.invalid", "error")]


def test_age_comes_after_each_other_column_of_birth_dates(sheet):
    headings = ["Umur", "Tempat Lahir", "Tanggal Lahir", "TTL"]
    path = sheet(
        headings,
        [68, "Batulicin", None, "Batulicin, 17-08-1957"],
        [60, "Batulicin", None, None],
    )
    result = read(path, ages_stated_on=SURVEY)
    assert [one.birth_date for one in result.records] == [BORN, AGE_60]
    assert codes(result) == []


def test_column_of_years_is_no_damage(sheet):
    path = sheet(["Tanggal Lahir"], *([f"{1950 + number % 2}"] for number in range(30)))
    assert codes(read(path)) == []
    path = sheet(["Tanggal Lahir"], *(["1957"] for _ in range(30)))
    assert codes(read(path)) == []
    path = sheet(["Umur"], *([60] for _ in range(30)))
    assert codes(read(path, ages_stated_on=SURVEY)) == []


def test_command_reads_ages_with_their_day(sheet, tmp_path):
    pytest.importorskip("typer")
    from typer.testing import CliRunner

    from psm_core.cli.app import app

    target = tmp_path / "warga.jsonl"
    words = ["convert", str(sheet(["Umur"], [60])), str(target), "--layout", "warga"]
    result = CliRunner().invoke(app, [*words, "--ages-stated-on", "10-10-2025"])
    assert result.exit_code == 0, result.output
    assert str(AGE_60) in target.read_text("utf-8")


LISTS = [one for one in LAYOUTS if any((c.path or "").endswith("nik") for c in one.columns)]


@pytest.mark.parametrize("layout", LISTS, ids=lambda layout: layout.name)
@pytest.mark.parametrize(("heading", "is_age"), [("Tahun Lahir", False), ("Usia (th)", True)])
def test_every_list_of_people_may_have_ages_or_years_of_birth(layout, heading, is_age):
    match = LayoutHeadings.of(layout).match(None, heading_of(heading))
    assert match.column.is_age is is_age
    assert match.column.path.endswith("birth_date")
