"""What a cell stands for, and what a spreadsheet has done to it."""

from datetime import date, datetime, time

import pytest

from psm_core import (
    KK,
    NIK,
    BeneficiaryId,
    ParseError,
    PASCategory,
    PhoneNumber,
    PPKSCategory,
    Quarter,
    RegionCode,
    Sex,
)
from psm_core._shape import shape_of
from psm_core.tables._cells import Unread, reader_of, tidied
from psm_core.terms import Citizenship, Education


def read(annotation, cell, **how):
    return reader_of(shape_of(annotation, longest=200, least=0, most=10**6), **how)(tidied(cell))


@pytest.mark.parametrize(
    ("kind", "cell", "value"),
    [
        (str, "  Jl.  Pantai\u00a01 ", "Jl. Pantai 1"),
        (str, "'007", "007"),
        (str, 3, "3"),
        (str, 3.0, "3"),
        (str, 2.5, "2.5"),
        (int, "2019", 2019),
        (int, 2019.0, 2019),
        (date, datetime(1990, 8, 31, 0, 0), date(1990, 8, 31)),
        (date, date(1990, 8, 31), date(1990, 8, 31)),
        (date, "31-08-1990", date(1990, 8, 31)),
        (date, "31 Agustus 1990", date(1990, 8, 31)),
        (time, time(8, 30, 15), time(8, 30)),
        (time, "8.30", time(8, 30)),
        (Sex, "Lk", Sex.LAKI_LAKI),
        (Sex, 2, Sex.PEREMPUAN),
        (Sex, 2.0, Sex.PEREMPUAN),
        (PPKSCategory | PASCategory, "Pemulung", PPKSCategory.PEMULUNG),
        (NIK, "'9901 0141 0890 0001\u00a0", NIK("9901014108900001")),
        (KK, "9901010108200001", KK("9901010108200001")),
        (PhoneNumber, "0800-0000-123", PhoneNumber("+628000000123")),
        (RegionCode, "63.10", RegionCode("63.10")),
        (BeneficiaryId, 17, BeneficiaryId("17")),
        (Quarter, "TW IV 2025", Quarter("2025-Q4")),
        (str | None, "x", "x"),
        (frozenset[Sex], "L; P", [Sex.LAKI_LAKI, Sex.PEREMPUAN]),
        (frozenset[Sex], 1, [Sex.LAKI_LAKI]),
        (tuple[str, ...], "[]", []),
    ],
)
def test_a_cell_is_read_as_people_fill_it(kind, cell, value):
    assert read(kind, cell) == value


@pytest.mark.parametrize(
    ("kind", "cell", "code"),
    [
        (NIK, 9901014108900001, "nik.numeric_cell"),
        (NIK, 9.90101410890000e15, "nik.numeric_cell"),
        (NIK, 0, "nik.placeholder"),
        (NIK, "0", "nik.placeholder"),
        (NIK, "9,90101E+15", "nik.scientific"),
        (NIK, "9.90101e15", "nik.scientific"),
        (NIK, "990101410890001", "nik.length"),
        (KK, 9901010108200001, "kk.numeric_cell"),
        (KK, "9.9E+15", "kk.scientific"),
        (PhoneNumber, 81234567890, "phone.numeric_cell"),
        (PhoneNumber, "812-3456-7890", "phone.zero_lost"),
        (PhoneNumber, "tidak ada", "phone.unreadable"),
        (PhoneNumber, "0812", "phone.length"),
        (RegionCode, 63.10, "region_code.number"),
        (RegionCode, "6310092005", "region_code.undotted"),
        (str, datetime(2025, 2, 1), "cell.date"),
        (str, True, "cell.boolean"),
        (str, 10**15, "cell.digits_lost"),
        (str, "x" * 10_001, "cell.too_long"),
        (str, Unread("cell.error"), "cell.error"),
        (NIK, Unread("cell.formula"), "cell.formula"),
        (int, "dua", "type.number"),
        (int, 2.5, "type.number"),
        (date, 1985, "date.ambiguous"),
        (date, "1985", "date.ambiguous"),
        (date, 32874, "date.serial"),
        (date, True, "cell.boolean"),
        (date, "08/31/1990", "date.month_first"),
        (date, "31/02/1990", "date.invalid"),
        (time, "25:00", "time.invalid"),
        (Sex, "X", "term.unknown"),
    ],
)
def test_what_a_cell_cannot_stand_for_is_said_why(kind, cell, code):
    with pytest.raises(ParseError) as caught:
        read(kind, cell)
    assert caught.value.code == code
    assert str(cell) not in str(caught.value)


def test_bare_numbers_are_dates_only_where_the_profile_says_so():
    assert read(date, 32874, serials=True) == date(1990, 1, 1)
    assert read(date, "32874", serials=True) == date(1990, 1, 1)
    for cell in (60, 10**6):
        with pytest.raises(ParseError):
            read(date, cell, serials=True)


def test_a_word_that_is_nearly_one_of_the_list_is_suggested_and_never_taken():
    with pytest.raises(ParseError) as caught:
        read(Education, "Strata Tiga")
    assert caught.value.issue.params.get("suggestion") is None
    with pytest.raises(ParseError) as caught:
        read(Education, "Stratta II")
    assert caught.value.issue.params["suggestion"] == "Strata II"
    with pytest.raises(ParseError) as caught:
        read(PPKSCategory | PASCategory, "Pengusaha")
    assert caught.value.issue.params == {}
    with pytest.raises(ParseError) as caught:
        read(Citizenship, "Malaysia")
    assert caught.value.issue.params["known"] == "WNI, WNA, Dua Kewarganegaraan"
