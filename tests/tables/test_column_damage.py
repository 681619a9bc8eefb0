"""Signs of damage in a whole column are reported once, at its heading."""

from datetime import date

import pytest

from psm_core import Beneficiary, Person, Worker, tables


@pytest.fixture
def column_issues(tmp_path):
    def column_issues(kind, *lines, **how):
        path = tmp_path / "rows.csv"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        loaded = tables.read(path, kind, **how)
        return [(i.cell, i.code) for i in loaded.issues if i.code.startswith("table.column")]

    return column_issues


def people(numbers, more="{n}"):
    return (f"{number},Ani {n},{more.format(n=n)}" for n, number in enumerate(numbers, start=1))


def test_all_niks_ending_in_zero_give_a_warning(column_issues):
    zeros = [f"99010141089{n:04}0" for n in range(1, 5)]
    assert column_issues(Person, "NIK,Nama,Alamat", *people(zeros)) == [
        ("A1", "table.column_last_digit")
    ]
    assert column_issues(Person, "NIK,Nama,Alamat", *people(zeros[:3])) == []
    assert column_issues(Person, "NIK,Nama,Alamat", *people([*zeros, "9901014108900001"])) == []
    assert column_issues(Person, "NIK,Nama,Alamat", *people([zeros[0]] * 9)) == []


def test_equal_last_digit_gives_a_warning_only_in_many_rows(column_issues):
    ones = [f"9901014108{n:02}0001" for n in range(40, 61)]
    assert column_issues(Person, "NIK,Nama,Alamat", *people(ones[:19])) == []
    assert column_issues(Person, "NIK,Nama,Alamat", *people(ones[:20])) == [
        ("A1", "table.column_last_digit")
    ]
    assert column_issues(Person, "NIK,Nama,Alamat", *people(ones)) == [
        ("A1", "table.column_last_digit")
    ]


def test_all_kk_numbers_ending_in_zero_give_a_warning(column_issues):
    rows = (f",Ani {n},99010101082{n:04}0" for n in range(1, 5))
    assert column_issues(Person, "NIK,Nama,No. KK", *rows) == [("C1", "table.column_last_digit")]


def test_one_phone_number_for_all_rows_gives_a_warning(column_issues):
    head, same = "NIK,Nama,No. HP", "0800 0000 123"
    assert column_issues(Person, head, *people([""] * 4, same)) == [
        ("C1", "table.column_one_value")
    ]
    assert column_issues(Person, head, *people([""] * 4, "0800 0000 12{n}")) == []


def test_birth_dates_all_on_first_january_give_a_warning(column_issues):
    head = "NIK,Nama,Tanggal Lahir"
    january = people([""] * 4, "01-01-195{n}")
    assert column_issues(Person, head, *january) == [("C1", "table.column_first_january")]
    assert column_issues(Person, head, *people([""] * 4, "01-0{n}-1950")) == []
    assert column_issues(Person, head, *people([""] * 4, "17-08-1950")) == [
        ("C1", "table.column_one_value")
    ]


def test_birth_dates_without_a_day_above_12_give_a_warning(column_issues):
    head = "NIK,Nama,Tanggal Lahir"
    rows = [f",Ani {n},{1 + n % 12:02}-03-{1950 + n}" for n in range(20)]
    assert column_issues(Person, head, *rows) == [("C1", "table.column_day_month")]
    assert column_issues(Person, head, *rows[:19]) == []
    assert column_issues(Person, head, *rows, ",Budi,13-03-1990") == []


def test_equal_assignment_dates_give_no_warning(column_issues):
    head = "NIK,Nama Lengkap,Pilar,Mulai Tugas,Desa/Kelurahan Tugas,Nomor SK,Tanggal SK"
    rows = (f"990101410890{n:04},Ani,psm,01-01-2019,63.10.09.2005,," for n in range(1, 30))
    assert column_issues(Worker, head, *rows) == []


def test_dates_read_month_first_by_a_spreadsheet_give_a_warning(tmp_path):
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


def test_columns_of_list_items_are_checked(column_issues):
    head = (
        "id,classifications.0.date,classifications.0.source,classifications.0.category,"
        "matches.0.date"
    )
    assert (
        column_issues(Beneficiary, head, *(f"b{n},2025-01-01,desa,Pemulung," for n in range(9)))
        == []
    )
