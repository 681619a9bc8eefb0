"""Signs that belong to a whole column are reported once, at its heading."""

from datetime import date

import pytest

from psm_core import Beneficiary, Person, Worker, tables


@pytest.fixture
def signs(tmp_path):
    def signs(kind, *lines, **how):
        path = tmp_path / "rows.csv"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        loaded = tables.read(path, kind, **how)
        return [(i.cell, i.code) for i in loaded.issues if i.code.startswith("table.column")]

    return signs


def people(numbers, more="{n}"):
    return (f"{number},Ani {n},{more.format(n=n)}" for n, number in enumerate(numbers, start=1))


def test_every_nik_with_a_zero_at_its_end_is_a_sign(signs):
    zeros = [f"99010141089{n:04}0" for n in range(1, 5)]
    assert signs(Person, "NIK,Nama,Alamat", *people(zeros)) == [("A1", "table.column_last_digit")]
    assert signs(Person, "NIK,Nama,Alamat", *people(zeros[:3])) == []
    assert signs(Person, "NIK,Nama,Alamat", *people([*zeros, "9901014108900001"])) == []
    assert signs(Person, "NIK,Nama,Alamat", *people([zeros[0]] * 9)) == []


def test_another_last_digit_is_a_sign_only_in_many_rows(signs):
    ones = [f"9901014108{n:02}0001" for n in range(40, 61)]
    assert signs(Person, "NIK,Nama,Alamat", *people(ones[:19])) == []
    assert signs(Person, "NIK,Nama,Alamat", *people(ones[:20])) == [
        ("A1", "table.column_last_digit")
    ]
    assert signs(Person, "NIK,Nama,Alamat", *people(ones)) == [("A1", "table.column_last_digit")]


def test_every_family_card_with_a_zero_at_its_end_is_a_sign(signs):
    rows = (f",Ani {n},99010101082{n:04}0" for n in range(1, 5))
    assert signs(Person, "NIK,Nama,No. KK", *rows) == [("C1", "table.column_last_digit")]


def test_one_telephone_number_for_everybody_is_a_sign(signs):
    head, same = "NIK,Nama,No. HP", "0800 0000 123"
    assert signs(Person, head, *people([""] * 4, same)) == [("C1", "table.column_one_value")]
    assert signs(Person, head, *people([""] * 4, "0800 0000 12{n}")) == []


def test_births_that_are_all_on_a_day_that_nobody_knew_are_a_sign(signs):
    head = "NIK,Nama,Tanggal Lahir"
    january = people([""] * 4, "01-01-195{n}")
    assert signs(Person, head, *january) == [("C1", "table.column_first_january")]
    assert signs(Person, head, *people([""] * 4, "01-0{n}-1950")) == []
    assert signs(Person, head, *people([""] * 4, "17-08-1950")) == [
        ("C1", "table.column_one_value")
    ]


def test_births_without_a_day_above_12_are_a_sign(signs):
    head = "NIK,Nama,Tanggal Lahir"
    rows = [f",Ani {n},{1 + n % 12:02}-03-{1950 + n}" for n in range(20)]
    assert signs(Person, head, *rows) == [("C1", "table.column_day_month")]
    assert signs(Person, head, *rows[:19]) == []
    assert signs(Person, head, *rows, ",Budi,13-03-1990") == []


def test_days_of_service_may_all_be_equal(signs):
    head = "NIK,Nama Lengkap,Pilar,Mulai Tugas,Desa/Kelurahan Tugas,Nomor SK,Tanggal SK"
    rows = (f"990101410890{n:04},Ani,psm,01-01-2019,63.10.09.2005,," for n in range(1, 30))
    assert signs(Worker, head, *rows) == []


def test_dates_that_a_spreadsheet_read_month_first_are_a_sign(tmp_path):
    from openpyxl import Workbook

    def read(*days):
        book = Workbook()
        book.active.append(("NIK", "Nama", "Tanggal Lahir"))
        for number, day in enumerate(days):
            book.active.append(("", f"Ani {number}", day))
        book.save(tmp_path / "rows.xlsx")
        loaded = tables.read(tmp_path / "rows.xlsx", Person)
        return [one.cell for one in loaded.issues if one.code == "table.column_day_month"]

    dates = [date(1990, 8, n) for n in (1, 2, 5, 12)]
    texts = ["13/08/1990", "14/08/1990", "31/08/1990"]
    assert read(*dates, *texts) == ["Sheet!C1"]
    assert read(*dates, *texts[:2]) == []
    assert read(*dates, *texts, "01/08/1990") == []
    assert read(*dates, *texts, date(1990, 8, 13)) == []


def test_what_stands_in_a_list_is_looked_at_too(signs):
    head = (
        "id,classifications.0.date,classifications.0.source,classifications.0.category,"
        "matches.0.date"
    )
    assert signs(Beneficiary, head, *(f"b{n},2025-01-01,desa,Pemulung," for n in range(9))) == []
