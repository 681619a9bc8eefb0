"""Contradictions within a row are reported without `as_of`."""

import pytest

from psm_core import Beneficiary, Event, Family, Person, tables

HEAD = "NIK,Nama,L/P,Tanggal Lahir,No. KK"


@pytest.fixture
def issues(tmp_path):
    def issues(kind, *lines, **how):
        path = tmp_path / "rows.csv"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        loaded = tables.read(path, kind, **how)
        assert loaded.errors == ()
        with tables.stream(path, kind, **how) as reading:
            assert [one for row in reading for one in row.issues] == list(loaded.issues)
        return [(one.cell, one.code) for one in loaded.issues]

    return issues


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("9901014108900001,Ani,P,01-08-1990,", []),
        ("9901010108900001,Budi,L,01-08-1990,", []),
        ("9901010108900001,Budi,,01-08-1890,", [("D2", "nik.birth_date_differs")]),
        ("9901014108900001,Ani,L,01-08-1990,", [("C2", "nik.sex_differs")]),
        ("9901010108900001,Budi,P,,", [("C2", "nik.sex_differs")]),
        ("9901014108900001,Ani,P,02-08-1990,", [("D2", "nik.birth_date_differs")]),
        ("9901014108900001,Ani,P,01-09-1990,", [("D2", "nik.birth_date_differs")]),
        ("9901014108900001,Ani,P,01-08-1991,", [("D2", "nik.birth_date_differs")]),
        ("9901014108900000,Ani,P,,", [("A2", "nik.serial_zero")]),
        ("1111111111111111,Ani,,,", [("A2", "nik.repeated_digit")]),
        (",Ani,P,01-08-1990,", []),
    ],
)
def test_person_is_compared_with_the_nik_without_as_of(issues, row, expected):
    assert [
        one for one in issues(Person, HEAD, row) if not one[1].startswith("person.")
    ] == expected


def test_family_members_are_compared_with_their_nik(issues):
    head = "id,memberships.0.person.name,memberships.0.person.nik,memberships.0.person.sex"
    head += ",memberships.0.relation"
    row = "f1,A,9901014108900001,laki-laki,Kepala Keluarga"
    assert issues(Family, head, row) == [("D2", "nik.sex_differs")]


def test_category_is_compared_with_the_age(issues):
    head = "Nama Lengkap,NIK,Tanggal Lahir,Kategori,Tanggal Pendataan,Sumber"
    row = "Ani,,01-08-1990,Anak Balita Telantar,2025-01-01,desa"
    assert issues(Beneficiary, head, row) == [("D2", "ppks.age")]
    other = row.replace(",,", ",9901014108900001,").replace("01-08-1990", "02-08-1990")
    assert set(issues(Beneficiary, head, other)) == {
        ("C2", "nik.birth_date_differs"),
        ("D2", "ppks.age"),
    }


def test_event_year_is_compared_with_its_dates(issues):
    head = "id,title,kind,year,dates.start,dates.end"
    row = "e1,Jambore,jambore,2024,2025-01-01,2025-01-03"
    assert issues(Event, head, row) == [("D2", "event.year_differs")]


def test_regions_are_not_checked_without_as_of(issues):
    row = "9201014108900001,Ani,P,01-08-1990,"
    assert issues(Person, HEAD, row) == []
