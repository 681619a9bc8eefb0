"""Lists of families in which some rows have no number of the family card."""

from pathlib import Path

import pytest

from psm_core import Family, tables

KK, SECOND, THIRD = "9901010103150001", "9901010103150002", "9901010103150003"
HEAD = "Kepala Keluarga"
Found = tuple[list[tuple[str | None, str]], list[tuple[str, str]]]


def read(tmp_path: Path, headings: str, *rows: str) -> Found:
    """Return last digit of the card and initials of the members of each family, and the issues."""
    path = tmp_path / "kk.csv"
    path.write_text("\n".join(("DTSEN TW II 2025", headings, *rows)), "utf-8")
    result = tables.read(path, Family)
    families = [
        (one.kk and one.kk.unmasked[-1], "".join(m.person.name[0] for m in one.memberships))
        for one in result.records
    ]
    return families, sorted((one.code, one.cell) for one in result.issues)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            [f"{KK},Ani,{HEAD}", ",Budi,Istri", f",Citra,{HEAD}", ",Dedi,Anak", f",Eko,{HEAD}"],
            (
                [("1", "AB"), (None, "CD"), (None, "E")],
                [("row.kk_missing", "A5"), ("row.kk_missing", "A7")],
            ),
        ),
        (
            [f"{KK},Ani,Istri", f",Budi,{HEAD}", ",Citra,Anak", f"{SECOND},Dedi,{HEAD}"],
            ([("1", "ABC"), ("2", "D")], []),
        ),
        (
            [f"{KK},Ani,{HEAD}", f"-,Budi,{HEAD}", f",Citra,{HEAD}", ",Dedi,Anak"],
            ([("1", "A"), (None, "B"), (None, "CD")], []),
        ),
        (
            [
                *(f"{KK},Ani,{HEAD}", f"{SECOND},Budi,Anak", f"{THIRD},Citra,Istri"),
                *(f"{KK},Dedi,Anak", ",Eko,Anak", f"{SECOND},Fitri,{HEAD}", f"{THIRD},Gina,{HEAD}"),
            ],
            (
                [("1", "AD"), ("2", "BF"), ("3", "CG"), (None, "E")],
                [("table.family_without_head", "C7")],
            ),
        ),
    ],
)
def test_head_without_a_number_begins_a_family_below_another_head(
    tmp_path: Path, rows: list[str], expected: Found
) -> None:
    assert read(tmp_path, "No. KK,Nama,SHDK", *rows) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            [f"1,{KK},Ani,1", "2,,Budi,", "3,,Citra,Desil 1", f"4,{SECOND},Dedi,3", "5,,Eko,"],
            ([("1", "ABC"), ("2", "DE")], [("table.kk_in_first_row", "B2")]),
        ),
        (
            [
                f"1,{KK},Ani,1",
                "2,,Budi,",
                f"3,{SECOND},Citra,3",
                "4,,Dedi,4",
                "5,,Eko,2",
                "6,-,Gani,2",
            ],
            (
                [("1", "AB"), ("2", "C"), (None, "D"), (None, "E"), (None, "G")],
                [
                    ("row.kk_unclear", "B6"),
                    ("row.kk_unclear", "B7"),
                    ("table.kk_in_first_row", "B2"),
                ],
            ),
        ),
        (
            [f"1,{KK},Ani,1", f"2,{KK},Budi,1", "3,,Citra,1", "4,,Dedi,1", f"5,{SECOND},Eko,3"],
            (
                [("1", "AB"), (None, "C"), (None, "D"), ("2", "E")],
                [("table.kk_in_some_rows", "B2")],
            ),
        ),
        (
            [f"1,{KK},Ani,1", "2,-,Budi,1", "3,-,Citra,1", f"4,{SECOND},Eko,3"],
            ([("1", "A"), (None, "B"), (None, "C"), ("2", "E")], []),
        ),
    ],
)
def test_row_without_a_number_is_of_the_family_above_only_where_the_list_shows_it(
    tmp_path: Path, rows: list[str], expected: Found
) -> None:
    assert read(tmp_path, "No,No. KK,Nama,Desil", *rows) == expected


def test_list_without_numbers_of_cards_has_a_family_for_each_row(tmp_path: Path) -> None:
    rows = ["9901011708800001,Ani,1", "9901015205850001,Budi,3"]
    assert read(tmp_path, "NIK,Nama,Desil", *rows) == ([(None, "A"), (None, "B")], [])
    grouped = ["No. KK : -,,", *rows, f"No. KK : {KK},,", "9901011203100002,Citra,2"]
    assert read(tmp_path, "NIK,Nama,Ket", *grouped) == (
        [(None, "AB"), ("1", "C")],
        [("table.columns_unread", "C2")],
    )
