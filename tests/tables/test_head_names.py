"""The name of the head of the family beside the name of each person."""

from pathlib import Path

import pytest

from psm_core import Attendee, Beneficiary, Family, Person, tables
from psm_core.terms import FamilyRelation

KK, SECOND, THIRD = "9901010103150001", "9901010103150002", "9901010103150003"
HEAD = "Kepala Keluarga"
LIST = (
    "No. KK,Nama Kepala Keluarga,Nama,SHDK",
    f"{KK},Budi Contoh,BUDI CONTOH,{HEAD}",
    f"{KK},BUDI C,Ani Contoh,Istri",
    f"{KK},Dedi,Citra Contoh,Anak",
    f"{SECOND},Sulastri,SULASTRIE,{HEAD}",
    f"{SECOND},,Eko,Anak",
    f"{THIRD},Rahmat,Sitti Aminah,{HEAD}",
    f"{THIRD},Rahmat,Umar,Anak",
    f",Gani,Hasan,{HEAD}",
)


def write(tmp_path: Path, *lines: str) -> Path:
    path = tmp_path / "kk.csv"
    path.write_text("\n".join(lines), "utf-8")
    return path


def found(result: tables.TableResult[Family] | tables.TableResult[Person]) -> list[object]:
    code = "row.head_name_differs"
    return [(one.cell, dict(one.params)) for one in result.issues if one.code == code]


def test_name_of_the_head_is_compared_with_the_head(tmp_path: Path) -> None:
    path = write(tmp_path, *LIST)
    expected: list[object] = [("B4", {"first": 2}), ("B7", {}), ("B9", {})]
    families = tables.read(path, Family)
    assert found(families) == found(tables.read(path, Person)) == expected
    (issue, *_) = [one for one in families.issues if one.code == "row.head_name_differs"]
    text = issue.describe("en") + issue.describe("id") + repr(issue)
    assert not any(name in text for name in ("Budi", "BUDI", "Dedi", "Citra"))
    assert families.valid_rows == len(LIST) - 1


def test_name_of_the_head_of_a_household_is_not_compared(tmp_path: Path) -> None:
    path = write(tmp_path, LIST[0].replace("Nama Kepala Keluarga", "Nama KRT"), *LIST[1:])
    assert found(tables.read(path, Family)) == []
    rows = ["NIK,Nama Kepala Keluarga,Nama,Kategori", ",Budi,Ani,Lanjut Usia Telantar"]
    values = {"classifications.0.date": "2025-01-01", "classifications.0.source": "DTSEN"}
    result = tables.read(write(tmp_path, *rows), Beneficiary, values=values)
    assert [one.code for one in result.issues] == ["table.head_name_unread"]


@pytest.mark.parametrize(
    ("rows", "relations"),
    [
        ([f"{KK},Budi,BUDI,1", f"{KK},Budi,Ani,1"], [FamilyRelation.KEPALA_KELUARGA, None]),
        ([f"{KK},,Ani,1", f"{KK},H. Budi,Budi,1"], [None, FamilyRelation.KEPALA_KELUARGA]),
        ([f"{KK},Umar,Budi,1", f"{KK},Umar,Ani,1"], [None, None]),
        ([f"{KK},Budi,Budi,1", f"{KK},Ani,Ani,1"], [None, None]),
        ([f"{KK},Budi,Budi,1", f"{KK},Budi,Budi,1"], [None, None]),
        ([f"{KK},,Budi,1"], [None]),
    ],
)
def test_name_of_the_head_shows_the_head_where_no_column_states_relations(
    tmp_path: Path, rows: list[str], relations: list[FamilyRelation | None]
) -> None:
    headings = "No. KK,Nama Kepala Keluarga,Nama,Desil"
    result = tables.read(write(tmp_path, "DTSEN TW I 2025", headings, *rows), Family)
    (family,) = result.records
    assert [one.relation for one in family.memberships] == relations
    assert [one.person.family_relation for one in family.memberships] == relations
    assert found(result) == []


def test_row_that_cannot_be_read_has_no_name_to_compare(tmp_path: Path) -> None:
    rows = [f"{KK},Budi,Budi,{HEAD},1", f"{KK},Umar,,Anak,", f"{SECOND},Gani,Citra,{HEAD},"]
    path = write(tmp_path, "No. KK,Nama Kepala Keluarga,Nama,SHDK,RT", *rows)
    result = tables.read(path, Family)
    assert found(result) == [("B4", {})]
    assert [one.cell for one in result.errors] == ["C3"]


def test_list_of_something_else_has_no_names_to_compare(tmp_path: Path) -> None:
    path = write(tmp_path, "DAFTAR HADIR", "No,Nama,Nama Kepala Keluarga,TTD", "1,Ani,Budi,hadir")
    result = tables.read(path, Attendee)
    assert (len(result.records), [one.code for one in result.issues]) == (
        1,
        ["table.head_name_unread"],
    )
