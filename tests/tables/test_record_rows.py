"""Several rows that make one record."""

from pathlib import Path
from typing import Any

import pytest

from psm_core import Event, Family, Severity, TableError, ValidationError, tables
from psm_core.tables import Column, Layout
from psm_core.tables.rows import groups
from psm_core.terms import FamilyRelation, ParticipantKind

MEMBERS = Layout(
    "anggota",
    "Anggota keluarga",
    Family,
    (
        Column("kk", "No. KK", blank=frozenset({"", "-"})),
        Column("memberships.0.person.nik", "NIK"),
        Column("memberships.0.person.name", "Nama", required=True),
        Column("memberships.0.relation", "SHDK", required=True),
        Column("memberships.0.person.ktp_address.street", "Alamat"),
        Column("memberships.0.person.ktp_address.rt", "RT"),
        Column("ranks.0.decile", "Desil"),
    ),
    rows="memberships",
    row_key=("kk",),
    row_starts={"memberships.0.relation": FamilyRelation.KEPALA_KELUARGA},
    shared=("memberships.0.person.ktp_address",),
)
PERIOD: dict[str, object] = {"ranks.0.period": "2025-Q4"}
HEADINGS = "No. KK,NIK,Nama,SHDK,Alamat,RT,Desil\n"
KK = "9901010103150001"
OTHER_KK = "9901010103150002"


def read(
    tmp_path: Path, rows: str, values: dict[str, object] = PERIOD, *, require_values: bool = True
) -> tables.TableResult[Family]:
    path = tmp_path / "kk.csv"
    path.write_text(HEADINGS + rows, "utf-8")
    return tables.read(path, Family, layout=MEMBERS, values=values, require_values=require_values)


def names(result: tables.TableResult[Family]) -> list[list[str]]:
    return [[one.person.name for one in family.memberships] for family in result.records]


def cells(result: tables.TableResult[Family]) -> list[tuple[str, str]]:
    return [(one.code, one.cell) for one in result.issues]


def test_blank_key_below_a_filled_one_means_the_same_record(tmp_path: Path) -> None:
    result = read(
        tmp_path,
        f"{KK},,Ani,Kepala Keluarga,Jalan A,1,2\n,,Budi,Anak,,,\n"
        f"{OTHER_KK},,Citra,Kepala Keluarga,Jalan B,2,3\n",
    )
    assert names(result) == [["Ani", "Budi"], ["Citra"]]
    assert (result.rows, result.rows_read, result.valid_rows) == ((2, 4), 3, 3)
    assert [family.ranks[0].decile for family in result.records] == [2, 3]
    assert result.issues == ()


def test_blank_address_is_that_of_the_row_above(tmp_path: Path) -> None:
    result = read(tmp_path, f"{KK},,Ani,Kepala Keluarga,Jalan A,1,\n,,Budi,Anak,,,\n")
    first, second = result.records[0].memberships
    assert first.person.ktp_address == second.person.ktp_address


def test_address_is_not_mixed_of_two_rows(tmp_path: Path) -> None:
    result = read(tmp_path, f"{KK},,Ani,Kepala Keluarga,Jalan A,1,\n,,Budi,Anak,Jalan B,,\n")
    address = result.records[0].memberships[1].person.ktp_address
    assert address is not None
    assert (address.street, address.rt) == ("Jalan B", None)
    assert cells(result) == [("row.shared_differs", "E3")]
    assert result.issues[0].params == {"first": 2}


def test_rows_of_one_key_may_be_apart(tmp_path: Path) -> None:
    result = read(
        tmp_path,
        f"{KK},,Ani,Kepala Keluarga,,,\n{OTHER_KK},,Citra,Kepala Keluarga,,,\n{KK},,Budi,Anak,,,\n",
    )
    assert names(result) == [["Ani", "Budi"], ["Citra"]]


def test_different_values_of_the_record_are_an_error_at_the_later_row(tmp_path: Path) -> None:
    path = tmp_path / "kk.csv"
    rows = f"{KK},Ani,Kepala Keluarga,k-1\n{KK},Budi,Anak,k-2\n"
    path.write_text(f"No. KK,Nama,SHDK,Kunci Keluarga\n{rows}", "utf-8")
    result = tables.read(path, Family)
    assert result.records == ()
    assert cells(result) == [("row.record_incomplete", "A2"), ("row.record_differs", "D3")]
    assert result.valid_rows == 1


def test_valid_rows_of_a_record_with_an_error_are_named(tmp_path: Path) -> None:
    members = "".join(f"{KK},,{name},Anak,,,\n" for name in ("Budi", "Citra", "Dedi", "Eka"))
    wrong = f"{KK},99,Fajar,Anak,,,\n"
    other = f"{OTHER_KK},,Gita,Kepala Keluarga,,,\n"
    result = read(tmp_path, f"{KK},,Ani,Kepala Keluarga,,,\n{members}{wrong}{other}{wrong}")
    assert names(result) == [["Gita"]]
    (warning,) = (one for one in result.issues if one.code == "row.record_incomplete")
    assert (warning.cell, warning.severity) == ("A2", Severity.WARNING)
    assert warning.params == {"rows": "2-6", "wrong": "7, 9"}
    alone = read(tmp_path, f"{KK},,Ani,Kepala Keluarga,,,\n{OTHER_KK},99,Budi,Kepala Keluarga,,,\n")
    assert cells(alone) == [("nik.length", "B3")]


def test_rank_that_differs_within_a_family_is_left_out(tmp_path: Path) -> None:
    rows = f"{KK},,Ani,Kepala Keluarga,,,2\n{KK},,Budi,Anak,,,3\n{KK},,Citra,Anak,,,\n"
    result = read(tmp_path, rows)
    assert names(result) == [["Ani", "Budi", "Citra"]]
    assert result.records[0].ranks == ()
    assert [(one.code, one.cell, one.params) for one in result.issues] == [
        ("row.rank_differs", "G3", {"first": 2})
    ]


def test_error_of_one_row_forbids_the_record_and_names_its_cell(tmp_path: Path) -> None:
    result = read(tmp_path, f"{KK},99010141,Ani,Kepala Keluarga,,,\n,,Budi,entahlah,,,\n")
    assert result.records == ()
    assert [one[1] for one in cells(result)] == ["B2", "D3"]
    assert result.issues[1].path[:2] == ("memberships", 1)


def test_error_of_a_value_from_the_row_above_is_reported_once(tmp_path: Path) -> None:
    result = read(tmp_path, "123,,Ani,Kepala Keluarga,,,\n,,Budi,Anak,,,\n")
    assert cells(result) == [("kk.length", "A2")]


def test_head_begins_a_record_without_a_key(tmp_path: Path) -> None:
    result = read(
        tmp_path,
        f",,Ani,Kepala Keluarga,,,\n,,Budi,Anak,,,\n-,,Citra,Kepala Keluarga,,,\n,,Dedi,Anak,,,\n"
        f"{KK},,Eko,Kepala Keluarga,,,\n-,,Fitri,Kepala Keluarga,,,\n",
    )
    assert names(result) == [["Ani", "Budi"], ["Citra", "Dedi"], ["Eko"], ["Fitri"]]


def test_second_head_with_the_same_key_stays_in_the_family(tmp_path: Path) -> None:
    result = read(tmp_path, f"{KK},,Ani,Kepala Keluarga,,,\n{KK},,Budi,Kepala Keluarga,,,\n")
    assert names(result) == [["Ani", "Budi"]]
    assert cells(result) == [("family.two_heads", "D3")]
    assert result.issues[0].params == {"first": 2}


def test_family_without_a_head_gives_a_warning(tmp_path: Path) -> None:
    result = read(tmp_path, f"{KK},,Ani,Istri,,,\n,,Budi,Anak,,,\n")
    assert names(result) == [["Ani", "Budi"]]
    assert cells(result) == [("table.family_without_head", "D2")]


def test_person_twice_in_a_record_is_reported_at_the_second_row(tmp_path: Path) -> None:
    nik = "9901015810650001"
    result = read(tmp_path, f"{KK},{nik},Ani,Kepala Keluarga,,,\n{KK},{nik},Ani,Anak,,,\n")
    assert cells(result) == [("row.record_incomplete", "A2"), ("family.member_duplicate", "B3")]
    assert result.issues[1].params == {"first": 2}
    assert result.records == ()


def test_person_in_two_records_is_reported_at_both_rows(tmp_path: Path) -> None:
    nik = "9901015810650001"
    result = read(
        tmp_path,
        f"{KK},{nik},Ani,Kepala Keluarga,,,\n{OTHER_KK},,Budi,Kepala Keluarga,,,\n"
        f",{nik},Ani,Anak,,,\n",
    )
    later, earlier = (one for one in result.issues if one.code == "table.person_duplicate")
    assert (later.cell, later.params) == ("B4", {"other": 2})
    assert later.path == ("memberships", 1, "person", "nik")
    assert (earlier.cell, earlier.params) == ("B2", {"other": 4})
    assert earlier.path == ("memberships",)


def test_missing_value_leaves_no_record(tmp_path: Path) -> None:
    rows = f"{KK},,Ani,Kepala Keluarga,,,2\n"
    result = read(tmp_path, rows, values={}, require_values=False)
    assert result.records == ()
    assert result.missing_values == ("ranks.0.period",)


def test_long_files_hold_a_limited_number_of_rows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(groups, "MAX_ROWS_TOGETHER", 2)
    rows = (
        f"{KK},,Ani,Kepala Keluarga,,,\n{KK},,Budi,Anak,,,\n{OTHER_KK},,Citra,Kepala Keluarga,,,\n"
        f"{KK},,Dedi,Anak,,,\n"
    )
    result = read(tmp_path, rows)
    assert names(result) == [["Ani", "Budi"], ["Citra"], ["Dedi"]]
    codes = {code for code, cell in cells(result) if cell.endswith("5")}
    assert codes == {"table.family_duplicate", "table.family_without_head"}


def test_record_with_too_many_rows_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(groups, "MAX_ROWS_TOGETHER", 1)
    with pytest.raises(TableError, match="record_too_long"):
        read(tmp_path, f"{KK},,Ani,Kepala Keluarga,,,\n{KK},,Budi,Anak,,,\n")


def test_all_rows_make_one_record_without_a_key(tmp_path: Path) -> None:
    layout = Layout(
        "peserta",
        "Peserta",
        Event,
        (Column("participants.0.name", "Nama", required=True),),
        constants={"participants.0.kind": ParticipantKind.PENINJAU},
        rows="participants",
    )
    path = tmp_path / "hadir.csv"
    path.write_text("Nama\nAni\nBudi\n", "utf-8")
    values = {"title": "Bimtek", "kind": "bimtek", "year": 2025}
    result = tables.read(path, Event, layout=layout, values=values)
    assert [one.name for one in result.records[0].participants] == ["Ani", "Budi"]
    assert result.rows == (2,)


@pytest.mark.parametrize(
    "options",
    [
        {"rows": "kk"},
        {"row_key": ("kk",)},
        {"shared": ("memberships.0.person",)},
        {"rows": "memberships", "row_key": ("number",)},
        {"rows": "memberships", "row_starts": {"memberships.0.relation": "kepala"}},
    ],
)
def test_layout_rejects_options_that_do_not_fit(options: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"rows|list|field|fit"):
        Layout("x", "X", Family, (Column("kk", "No. KK"),), **options)


def test_layout_file_has_the_options(tmp_path: Path) -> None:
    path = tmp_path / "kk.toml"
    path.write_text(tables.layout_text(MEMBERS), "utf-8")
    assert tables.load_layout(path) == MEMBERS


def test_row_without_a_relation_does_not_begin_a_record(tmp_path: Path) -> None:
    result = read(tmp_path, ",,Ani,Kepala Keluarga,,,\n,,Budi,,Jalan B,,\n")
    assert names(result) == [["Ani", "Budi"]]
    assert result.records[0].memberships[1].relation is None
    assert cells(result) == []
    (family,) = read(tmp_path, f"{KK},,Ani,,,,\n").records
    assert family.memberships[0].relation is None


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ('rows = "kk"', [("rows", "layout.choice_unknown")]),
        ('row_key = ["kk"]', [("", "layout.key_missing")]),
        (
            'rows = "memberships"\nrow_key = ["number"]\nshared = ["memberships.0.person"]',
            [("row_key.0", "layout.field_unknown")],
        ),
        (
            'rows = "memberships"\nrow_starts = {"memberships.0.relation" = "entah"}',
            [("row_starts.memberships.0.relation", "term.unknown")],
        ),
    ],
)
def test_layout_file_with_options_that_do_not_fit(
    tmp_path: Path, lines: str, expected: list[tuple[str, str]]
) -> None:
    path = tmp_path / "kk.toml"
    columns = '[[columns]]\nheading = "No. KK"\nfield = "kk"\n'
    path.write_text(f'name = "kk"\nrecord = "family"\n{lines}\n{columns}', "utf-8")
    with pytest.raises(ValidationError) as raised:
        tables.load_layout(path)
    found = [(".".join(map(str, one.path)), one.code) for one in raised.value.issues]
    assert found == expected
