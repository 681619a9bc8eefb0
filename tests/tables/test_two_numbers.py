"""Columns whose cells have the NIK and the number of the family card."""

import csv
from pathlib import Path

import pytest

from psm_core import Family, ParseError, Person, Severity, tables
from psm_core.tables.cells.splitters import kk_and_nik, nik_and_kk

MAN, WOMAN, KK = "9901011708800001", "9901014108900001", "9901010103150001"


def write(tmp_path: Path, *rows: tuple[str, ...]) -> Path:
    path = tmp_path / "data.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return path


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{MAN} / {KK}", (MAN, KK)),
        (f"{MAN}\n{KK}", (MAN, KK)),
        (f"{MAN} {KK}", (MAN, KK)),
        (f"No. KK : {KK} NIK : {MAN}", (f"NIK : {MAN}", f"No. KK : {KK}")),
        (f"NIK {MAN} (KK {KK})", (f"NIK {MAN}", f"KK {KK}")),
        (f"{KK} / NIK {MAN}", (f"NIK {MAN}", KK)),
        (f"{KK} / {WOMAN}", (WOMAN, KK)),
        (WOMAN, (WOMAN, "")),
        (f"NKK {KK}", ("", f"NKK {KK}")),
        ("belum ada", ("belum ada", "")),
        (f"- / {KK}", ("-", KK)),
    ],
)
def test_two_numbers_of_a_cell_are_separated(text: str, expected: tuple[str, str]) -> None:
    assert nik_and_kk(text) == expected
    if " / " not in text and text not in {f"{MAN}\n{KK}", f"{MAN} {KK}", "belum ada"}:
        assert kk_and_nik(text) == expected[::-1]


def test_order_of_the_heading_decides() -> None:
    assert kk_and_nik(f"{KK} / {MAN}") == (KK, MAN)
    assert kk_and_nik("belum ada") == ("belum ada", "")
    for split in (nik_and_kk, kk_and_nik):
        with pytest.raises(ParseError) as caught:
            split(MAN)
        assert caught.value.code == "cell.number_unclear"


@pytest.mark.parametrize("heading", ["NIK/KK", "NIK & KK", "NIK/No. KK", "KK/NIK"])
def test_column_of_two_numbers_is_read(tmp_path: Path, heading: str) -> None:
    first, second = (KK, MAN) if heading == "KK/NIK" else (MAN, KK)
    rows = [("Ani", f"{first}/{second}"), ("Budi", MAN), ("Citra", "-")]
    result = tables.read(write(tmp_path, ("Nama", heading), *rows), Person)
    assert [one.name for one in result.records] == ["Ani", "Budi", "Citra"]
    one, unclear, none = result.records
    assert one.nik is not None
    assert one.kk is not None
    assert (one.nik.unmasked, one.kk.unmasked) == (MAN, KK)
    assert (unclear.nik, unclear.kk, none.nik, none.kk) == (None,) * 4
    found = [(one.code, one.cell, one.severity) for one in result.issues]
    assert found == [("cell.number_unclear", "B3", Severity.WARNING)]
    assert MAN not in repr(result.issues) + result.issues[0].describe("id")


def test_number_in_a_cell_with_two_groups_the_rows_of_a_family(tmp_path: Path) -> None:
    rows = [("Ani", f"{WOMAN}/{KK}", "1"), ("Budi", f"{MAN}/{KK}", "1"), ("Citra", "-", "2")]
    path = write(tmp_path, ("DTSEN TW II 2025",), ("Nama", "NIK/KK", "Desil"), *rows)
    assert tables.detect_layout(path).name == "anggota-desil"
    result = tables.read(path, Family)
    found = [(one.kk and one.kk.unmasked, len(one.memberships)) for one in result.records]
    assert (found, result.errors) == ([(KK, 2), (None, 1)], ())


def test_nik_of_the_head_is_no_column_of_two_numbers(tmp_path: Path) -> None:
    path = write(tmp_path, ("NIK", "Nama", "NIK KK"), (WOMAN, "Ani", MAN))
    result = tables.read(path, Person)
    assert [(one.code, one.cell) for one in result.issues] == [("table.column_unknown", "C1")]
