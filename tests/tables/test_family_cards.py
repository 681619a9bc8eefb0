"""The number of the family card in lists of people in which not every row has it."""

import csv
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from psm_core import Beneficiary, Family, Person, tables

CARDS = ("9901010103150001", "9901010103150002", "9901010103150003")
HEADINGS = ("No", "No KK", "Nama", "SHDK", "NIK")
NAMES = ("Ani", "Budi", "Citra", "Dedi", "Eka", "Fajar", "Gita", "Hadi", "Indra", "Joko", "Kartini")
HEAD, WIFE, CHILD = "Kepala Keluarga", "Istri", "Anak"
Rows = Sequence[Sequence[object]]
"""Rows with the last digit of the number (1 to 3), or another text, and the relation."""


def rows_of(*people: tuple[object, str]) -> Rows:
    """Return a row for each person; None for a blank row."""
    cards = {1: CARDS[0], 2: CARDS[1], 3: CARDS[2]}
    return [
        (number, cards.get(card, card) if isinstance(card, int) else card, NAMES[number - 1], shdk)
        if shdk != "blank row"
        else ()
        for number, (card, shdk) in enumerate(people, start=1)
    ]


def write(path: Path, rows: Rows) -> Path:
    if path.suffix == ".csv":
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)
        return path
    book = openpyxl.Workbook()
    for row in rows:
        book.worksheets[0].append(list(row))
    book.save(path)
    return path


def cards(result: tables.TableResult[Person]) -> str:
    """Return the last digit of the number of each person, ``-`` without one."""
    return "".join(one.kk.unmasked[-1] if one.kk else "-" for one in result.records)


def codes(result: tables.TableResult[Person]) -> list[tuple[str, str | None]]:
    return [(one.code, one.cell) for one in result.issues]


FIRST = ("table.kk_in_first_row", "B1")
GOOD = ((1, HEAD), (None, WIFE), (None, CHILD), (2, HEAD), (3, HEAD), (None, CHILD))
SHAPES: dict[str, tuple[Sequence[tuple[object, str]], str, list[tuple[str, str]]]] = {
    "first row": (GOOD, "111233", [FIRST]),
    "each row": (((1, HEAD), (1, WIFE), (2, HEAD), (2, CHILD)), "1122", []),
    "blank rows between": (
        ((1, HEAD), (None, WIFE), (None, "blank row"), (2, HEAD), (None, CHILD)),
        "1122",
        [FIRST],
    ),
    "blank row inside": (
        (*GOOD, (None, "blank row"), (None, CHILD), (None, CHILD)),
        "111233--",
        [FIRST, ("row.kk_unclear", "B9"), ("row.kk_unclear", "B10")],
    ),
    "members in another order": (
        ((1, HEAD), (None, CHILD), (None, WIFE), (2, HEAD), (None, "Famili Lain"), (None, WIFE)),
        "111222",
        [FIRST],
    ),
    "family without a head": (
        (*GOOD, (2, WIFE), (None, CHILD), (None, CHILD)),
        "111233222",
        [FIRST],
    ),
    "head without a number": (
        (*GOOD, (None, HEAD), (None, WIFE), (2, HEAD), (None, CHILD)),
        "111233--22",
        [FIRST, ("row.kk_missing", "B8")],
    ),
    "head below a member": (
        (*GOOD, (2, WIFE), (None, CHILD), (None, HEAD), (None, CHILD)),
        "11123322--",
        [FIRST, ("row.kk_unclear", "B10"), ("row.kk_unclear", "B11")],
    ),
    "head says that there is no card": (
        (*GOOD, ("-", HEAD), (None, WIFE), ("belum punya KK", HEAD), (None, CHILD)),
        "111233----",
        [FIRST, ("cell.no_number", "B10")],
    ),
    "member says that there is no card": (
        (*GOOD, ("-", CHILD), (None, CHILD)),
        "111233--",
        [FIRST, ("row.kk_unclear", "B9")],
    ),
    "relation unknown": (
        (*GOOD, (None, "Kawan"), (None, CHILD), (1, HEAD), (None, CHILD)),
        "111233--11",
        [FIRST, ("row.kk_unclear", "B8"), ("term.unknown", "D8"), ("row.kk_unclear", "B9")],
    ),
    "number unreadable": (
        (*GOOD, ("990101", HEAD), (None, WIFE), (1, HEAD)),
        "111233-1",
        [FIRST, ("kk.length", "B8"), ("row.kk_unread", "B9")],
    ),
    "one missing in a list with every number": (
        ((1, HEAD), (1, WIFE), (None, CHILD), (2, HEAD), (2, CHILD), (None, HEAD)),
        "11-22-",
        [("row.kk_unclear", "B4")],
    ),
    "number at the last row of a family": (
        ((None, CHILD), (None, WIFE), (1, HEAD), (None, CHILD), (2, HEAD)),
        "--1-2",
        [("row.kk_unclear", "B2"), ("row.kk_unclear", "B3"), ("row.kk_unclear", "B5")],
    ),
    "number only at members, head last": (
        ((1, CHILD), (None, WIFE), (None, HEAD), (2, CHILD), (2, HEAD)),
        "1--22",
        [("row.kk_unclear", "B3"), ("row.kk_unclear", "B4")],
    ),
    "list in the order of names": (
        ((1, WIFE), (2, CHILD), (1, HEAD), (3, WIFE), (None, CHILD), (2, HEAD), (None, HEAD)),
        "1213-2-",
        [],
    ),
    "heads only": (((1, HEAD), (None, HEAD), (2, HEAD)), "1-2", []),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_number_of_the_first_row_applies_to_certain_members_only(
    tmp_path: Path, shape: str
) -> None:
    people, expected, issues = SHAPES[shape]
    result = tables.read(write(tmp_path / "a.csv", [HEADINGS, *rows_of(*people)]), Person)
    assert (cards(result), codes(result)) == (expected, issues)
    first = {one.params.get("first") for one in result.issues if one.code == "row.kk_unread"}
    assert first <= {8}


def test_number_of_a_spreadsheet_and_merged_cells_are_understood(tmp_path: Path) -> None:
    path = write(tmp_path / "a.xlsx", [HEADINGS, *rows_of(*GOOD)])
    book = openpyxl.load_workbook(path)
    book.worksheets[0].merge_cells("B2:B4")
    book.save(path)
    result = tables.read(path, Person)
    assert (cards(result), [one.code for one in result.issues]) == ("111233", [FIRST[0]])
    book.worksheets[0].merge_cells("B6:B7")
    book.save(path)
    result = tables.read(path, Person)
    assert (cards(result), result.issues) == ("111233", ())


def test_short_row_gets_the_number(tmp_path: Path) -> None:
    headings = ("Nama", "SHDK", "Alamat", "NIK", "No KK")
    rows = [headings, ("Ani", HEAD, "Jalan A", "", CARDS[0]), ("Budi", CHILD)]
    result = tables.read(write(tmp_path / "a.xlsx", rows), Person)
    assert cards(result) == "11"


def test_warning_about_the_number_is_at_its_own_row_only(tmp_path: Path) -> None:
    rows = [
        ("No KK", "NIK", "Nama", "SHDK"),
        ("9901010103150000", "9901011708800001", "Ani", HEAD),
        ("", "9901011708800002", "Budi", CHILD),
        ("", "9901011708800003", "Citra", ""),
    ]
    path, day = write(tmp_path / "a.csv", rows), date(2025, 10, 10)
    result = tables.read(path, Person, checks=True, as_of=day)
    with_number = [one.cell for one in result.issues if one.code.startswith("kk.")]
    assert with_number == ["A2"]
    assert ("row.kk_unclear", "A4") in codes(result)


def test_column_status_with_relations_is_a_relation(tmp_path: Path) -> None:
    headings = [*HEADINGS[:3], "Status", "NIK"]
    result = tables.read(write(tmp_path / "a.csv", [headings, *rows_of(*GOOD)]), Person)
    assert (cards(result), codes(result)) == ("111233", [FIRST])


def test_list_without_relations_is_not_filled(tmp_path: Path) -> None:
    rows = [
        [*row[:3], "NIK" if at == 0 else ""] for at, row in enumerate([HEADINGS, *rows_of(*GOOD)])
    ]
    more = [("7", "-", "Gita", ""), ("", "", "Catatan", "")]
    result = tables.read(write(tmp_path / "a.csv", [*rows, *more]), Person)
    assert cards(result).startswith("1--23-")
    assert ("table.kk_in_some_rows", "B1") in codes(result)
    most = [*rows[:2], *rows[4:6]]
    result = tables.read(write(tmp_path / "b.csv", most), Person)
    assert (cards(result), codes(result)) == ("123", [])


def test_two_tables_side_by_side_are_filled_apart(tmp_path: Path) -> None:
    rows = [row[1:4] for row in (HEADINGS, *rows_of(*GOOD))]
    rows = [(*row, "NIK" if at == 0 else None) for at, row in enumerate(rows)]
    both = [[*row, None, *row] for row in rows]
    both[1][5] = CARDS[2]
    result = tables.read(write(tmp_path / "a.xlsx", both), Person)
    assert cards(result) == "111233" + "333233"


def group_rows(*groups: tuple[object, Rows]) -> Rows:
    rows: list[Sequence[object]] = [("DATA WARGA RT 03",), (), ("No", "NIK", "Nama", "SHDK")]
    for group, people in groups:
        rows += group if isinstance(group, list) else [group]
        rows += [(number, "", name, shdk) for number, (name, shdk) in enumerate(people, start=1)]
    return rows


def test_group_row_applies_to_the_people_below(tmp_path: Path) -> None:
    two = (("Ani", HEAD), ("Budi", CHILD))
    path = write(
        tmp_path / "a.csv",
        group_rows(
            ((f"No. KK : {CARDS[0]}", "", "Alamat : Jalan A"), two),
            (
                [
                    ("Nama Kepala Keluarga : Citra",),
                    ("Nomor KK", ":", CARDS[1]),
                    ("RT/RW : 001/002",),
                    ("Jumlah Anggota Keluarga : 1",),
                ],
                (("Citra", HEAD), ("Alamat", CHILD)),
            ),
            (("No. KK : -",), (("Dedi", HEAD), ("Eka", HEAD))),
        ),
    )
    layout = tables.detect_layout(path)
    result = tables.read(path, layout.record_class)
    assert (layout.name, cards(result), codes(result)) == ("warga", "1122--", [])
    streets = [one.ktp_address and one.ktp_address.street for one in result.records]
    assert streets == ["Jalan A", "Jalan A", None, None, None, None]
    assert result.records[2].ktp_address is not None
    assert (result.records[2].ktp_address.rt, result.records[2].name) == ("001", "Citra")


def test_second_head_below_a_group_row_gets_no_number(tmp_path: Path) -> None:
    people = (("Ani", HEAD), ("Budi", HEAD), ("Citra", CHILD))
    path = write(tmp_path / "a.csv", group_rows(((f"No. KK : {CARDS[0]}",), people)))
    result = tables.read(path, Person)
    issues = [("row.kk_unclear", "6"), ("row.kk_unclear", "7")]
    assert (cards(result), codes(result)) == ("1--", issues)


def test_unreadable_number_of_a_group_row_is_one_error(tmp_path: Path) -> None:
    people = (("Ani", HEAD), ("Budi", CHILD), ("Citra", CHILD))
    path = write(tmp_path / "a.csv", group_rows((("No. KK : 990101",), people)))
    result = tables.read(path, Person)
    found = [(one.code, one.row) for one in result.issues]
    assert found == [("kk.length", 5), ("row.kk_unread", 6), ("row.kk_unread", 7)]
    assert cards(result) == "--"


def test_number_above_the_headings_applies_to_the_sheet(tmp_path: Path) -> None:
    rows = [
        ("PEMERINTAH DESA CONTOH",),
        ("Alamat : Jalan Kantor",),
        ("No. KK :",),
        (f"No. KK : {CARDS[0]}",),
        ("Alamat : Jalan A",),
        ("Nama Kepala Keluarga : Ani",),
        ("No", "Nama", "SHDK", "NIK"),
        (1, "Ani", HEAD, ""),
        (2, "Budi", CHILD, ""),
    ]
    result = tables.read(write(tmp_path / "a.csv", rows), Person)
    assert (cards(result), codes(result)) == ("11", [])
    address = result.records[1].ktp_address
    assert address is not None
    assert address.street == "Jalan A"


def test_number_in_a_column_precedes_that_of_a_group_row(tmp_path: Path) -> None:
    rows = [
        ("No KK", "Nama", "SHDK", "NIK"),
        ("-", "Dedi", HEAD, ""),
        (f"No. KK : {CARDS[0]}",),
        ("", "Ani", HEAD, ""),
        (CARDS[1], "Budi", HEAD, ""),
        (CARDS[1], "Citra", CHILD, ""),
    ]
    result = tables.read(write(tmp_path / "a.csv", rows), Person)
    assert (cards(result), codes(result)) == ("-122", [])


def test_beneficiaries_in_the_order_of_families_are_filled(tmp_path: Path) -> None:
    rows = [
        ("No KK", "Nama PPKS", "NIK", "SHDK", "Jenis PPKS"),
        (CARDS[0], "Ani", "", HEAD, "Fakir Miskin"),
        ("", "Budi", "", CHILD, "Anak Terlantar"),
    ]
    values = {"classifications.0.date": "2025-01-01", "classifications.0.source": "DTSEN"}
    result = tables.read(write(tmp_path / "a.csv", rows), Beneficiary, values=values)
    assert not result.errors
    people = [one.person for one in result.records]
    assert [one and one.kk and one.kk.unmasked for one in people] == [CARDS[0]] * 2


def test_name_of_the_head_beside_each_person_is_known(tmp_path: Path) -> None:
    rows = [
        ("No KK", "Nama Kepala Keluarga", "NIK", "Nama Anggota Keluarga", "SHDK"),
        (CARDS[0], "Ani", "", "Ani", HEAD),
        (CARDS[0], "Ani", "", "Budi", CHILD),
    ]
    result = tables.read(write(tmp_path / "a.csv", rows), Person)
    assert codes(result) == [("table.head_name_unread", "B1")]
    assert [one.name for one in result.records] == ["Ani", "Budi"]


@pytest.mark.parametrize("status", ["SHDK", "Status"])
def test_guessed_layout_reads_a_list_of_families_like_the_built_in_one(
    tmp_path: Path, status: str
) -> None:
    headings = [*HEADINGS[:3], status, "NIK"]
    path = write(tmp_path / "kk.csv", [("DAFTAR KARTU KELUARGA",), headings, *rows_of(*GOOD)])
    for record_class in (Family, Person):
        guess = tables.guess_layout(path, record_class=record_class)
        file = tmp_path / "kk.toml"
        file.write_text(tables.layout_text(guess), "utf-8")
        layout = tables.load_layout(file)
        built_in = tables.read(path, record_class)
        assert len(built_in.records) == (3 if record_class is Family else 6)
        assert tables.read(path, record_class, layout=layout).records == built_in.records
        assert [column.headings for column in layout.columns] == [(one,) for one in headings]
        confidence = {one.heading: one.confidence for one in guess.guesses}[status]
        if record_class is Family:
            assert confidence.value == ("sure" if status == "SHDK" else "guess")


def test_own_heading_finds_the_layout_that_lacks_no_required_column(tmp_path: Path) -> None:
    headings = ("Program", "No KK", "Desil", "Orang", "SHDK", "Kunci")
    path = write(tmp_path / "a.csv", [("DATA PPKS",), headings, ("x", "", "", "Ani", "", "")])
    layout = tables.detect_layout(path, headings={"Orang": "person.name"})
    assert layout.name == "pmks-import"
