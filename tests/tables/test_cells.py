"""Values of cells, and damage by spreadsheet programs."""

from datetime import date, datetime, time, timedelta

import pytest

from psm_core import (
    KK,
    NIK,
    Address,
    BeneficiaryId,
    BPSCode,
    Certification,
    Extensions,
    Issue,
    ParseError,
    PASCategory,
    Person,
    PhoneNumber,
    PMKSCategory,
    PPKSCategory,
    ProgrammeId,
    Quarter,
    RegionCode,
    Sex,
    tables,
)
from psm_core._core.field_types import field_type_of
from psm_core.tables import Column
from psm_core.tables.cells.cell import Unread, result_of, without_apostrophe
from psm_core.tables.cells.values import reader_of
from psm_core.tables.cells.warnings import WithWarning
from psm_core.tables.layouts.column_bindings import without_prefix
from psm_core.terms import Citizenship, Education

ABH = PPKSCategory.ANAK_YANG_BERHADAPAN_DENGAN_HUKUM
UNFIT_HOUSE = PMKSCategory.KELUARGA_BERUMAH_TIDAK_LAYAK_HUNI
VULNERABLE = PMKSCategory.KELUARGA_RENTAN


def read(annotation, cell, **how):
    value = reader_of(field_type_of(annotation, max_length=200, minimum=0, maximum=10**6), **how)(
        without_apostrophe(cell)
    )
    if isinstance(value, Issue):
        raise ParseError(value)
    return value


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
        (int, "2019.0", 2019),
        (int, "2019,00", 2019),
        (str, "3.0", "3"),
        (str, "3,0", "3"),
        (str, "12.00", "12.00"),
        (str, "03.0", "03.0"),
        (str, "1.000", "1.000"),
        (str, "Blok 1e5", "Blok 1e5"),
        (str, "1e5", "1e5"),
        (str, "\u2019007", "007"),
        (str, "\u2019Aisyiyah", "\u2019Aisyiyah"),
        (str, "#1", "#1"),
        (str, "'", "'"),
        (date, datetime(1990, 8, 1, 0, 0, 0, 400_000), date(1990, 8, 1)),
        (date, datetime(1990, 7, 31, 23, 59, 59, 999_000), date(1990, 8, 1)),
        (date, "1990-08-01 00:00:00", date(1990, 8, 1)),
        (date, "01/08/1990 00.00.00", date(1990, 8, 1)),
        (date, "01/08/1990 0:00", date(1990, 8, 1)),
        (date, "01/08/1990 12:00:00 AM", date(1990, 8, 1)),
        (date, "1990-08-01T00:00:00Z", date(1990, 8, 1)),
        (date, "1990-08-01T00:00:00.000+07:00", date(1990, 8, 1)),
        (date, "1 Agustus 1990, 00.00 WIB", date(1990, 8, 1)),
        (date, datetime(1990, 8, 31, 0, 0), date(1990, 8, 31)),
        (date, date(1990, 8, 31), date(1990, 8, 31)),
        (date, "31-08-1990", date(1990, 8, 31)),
        (date, "31 Agustus 1990", date(1990, 8, 31)),
        (time, time(8, 30, 15), time(8, 30)),
        (time, "8.30", time(8, 30)),
        (time, "08:30:00", time(8, 30)),
        (time, time(8, 29, 59, 999_000), time(8, 30)),
        (time, time(23, 59, 59, 999_000), time(0, 0)),
        (time, timedelta(hours=8, minutes=30), time(8, 30)),
        (Sex, "Lk", Sex.LAKI_LAKI),
        (Sex, 2, Sex.PEREMPUAN),
        (Sex, 2.0, Sex.PEREMPUAN),
        (Sex, "2.0", Sex.PEREMPUAN),
        (Certification, True, True),
        (Certification, False, False),
        (Certification, "1.0", True),
        (Certification, "belum", False),
        (PPKSCategory | PASCategory, "Pemulung", PPKSCategory.PEMULUNG),
        (PPKSCategory | PASCategory | PMKSCategory, "Anak Nakal", ABH),
        (PPKSCategory | PASCategory | PMKSCategory, "RTLH", UNFIT_HOUSE),
        (PPKSCategory | PASCategory | PMKSCategory, "KLGRTN - Keluarga Rentan", VULNERABLE),
        (NIK, "'9901 0141 0890 0001\u00a0", NIK("9901014108900001")),
        (KK, "9901010108200001", KK("9901010108200001")),
        (PhoneNumber, "0800-0000-123", PhoneNumber("+628000000123")),
        (PhoneNumber, "628000000123.0", PhoneNumber("+628000000123")),
        (PhoneNumber, 6280000000123.0, PhoneNumber("+6280000000123")),
        (BeneficiaryId, "17.0", BeneficiaryId("17")),
        (NIK, "9901\t01410890\n0001", NIK("9901014108900001")),
        (RegionCode, "63.10", RegionCode("63.10")),
        (BeneficiaryId, 17, BeneficiaryId("17")),
        (ProgrammeId, "Program Keluarga Harapan (PKH)", ProgrammeId("PKH")),
        (ProgrammeId, "Bantuan Pangan Non Tunai", ProgrammeId("SEMBAKO")),
        (ProgrammeId, "bpnt-2019", ProgrammeId("bpnt-2019")),
        (Quarter, "TW IV 2025", Quarter("2025-Q4")),
        (str | None, "x", "x"),
        (frozenset[Sex], "L; P", [Sex.LAKI_LAKI, Sex.PEREMPUAN]),
        (frozenset[Sex], 1, [Sex.LAKI_LAKI]),
        (tuple[str, ...], "[]", []),
    ],
)
def test_cell_is_read_as_people_fill_it(kind, cell, value):
    assert read(kind, cell) == value


@pytest.mark.parametrize(
    ("kind", "cell", "code"),
    [
        (NIK, 9901014108900001, "nik.numeric_cell"),
        (NIK, 9.90101410890000e15, "nik.numeric_cell"),
        (NIK, 0, "nik.placeholder"),
        (ProgrammeId, "Bantuan Contoh (BC)", "id.format"),
        (ProgrammeId, date(2025, 1, 1), "cell.date"),
        (NIK, "0", "nik.placeholder"),
        (NIK, "belum punya NIK", "cell.no_number"),
        (KK, "Tdk ada", "cell.no_number"),
        (KK, "tidak punya 2", "kk.format"),
        (NIK, "9,90101E+15", "nik.scientific"),
        (NIK, "9.90101e15", "nik.scientific"),
        (NIK, "9901014108900001.0", "nik.numeric_cell"),
        (KK, "9901010108200001,00", "kk.numeric_cell"),
        (PhoneNumber, "6.28E+11", "cell.digits_lost"),
        (PhoneNumber, 622112345678, "phone.numeric_cell"),
        (PhoneNumber, "Tdk punya HP", "cell.no_number"),
        (PhoneNumber, "ikut anak", "cell.no_number"),
        (PhoneNumber, True, "cell.boolean"),
        (str, "6.28E+11", "cell.digits_lost"),
        (str, "6E+11", "cell.digits_lost"),
        (BeneficiaryId, "1,7E+10", "cell.digits_lost"),
        (RegionCode, "6310092005.0", "region_code.number"),
        (RegionCode, "6,31E+09", "region_code.number"),
        (BPSCode, "6310.0", "region_code.number"),
        (RegionCode, True, "region_code.number"),
        (str, "#N/A", "cell.error"),
        (NIK, "#REF!", "cell.error"),
        (date, "####", "cell.error"),
        (str, "Err:502", "cell.error"),
        (int, "6.2E+11", "type.number"),
        (Certification, "mungkin", "cell.yes_no"),
        (NIK, "990101410890001", "nik.length"),
        (KK, 9901010108200001, "kk.numeric_cell"),
        (KK, "9.9E+15", "kk.scientific"),
        (PhoneNumber, "tidak ada", "cell.no_number"),
        (PhoneNumber, "0812", "phone.length"),
        (RegionCode, 63.10, "region_code.number"),
        (RegionCode, "6310092005", "region_code.undotted"),
        (str, datetime(2025, 2, 1), "cell.date"),
        (str, True, "cell.boolean"),
        (str, 10**15, "cell.digits_lost"),
        (str, "x" * 10_001, "cell.too_long"),
        (time, "x" * 10_001, "cell.too_long"),
        (RegionCode, "x" * 10_001, "cell.too_long"),
        (Certification, "x" * 10_001, "cell.too_long"),
        (Extensions, "{", "extension.value"),
        (str, Unread("cell.error"), "cell.error"),
        (NIK, Unread("cell.formula"), "cell.formula"),
        (int, "dua", "type.number"),
        (int, 2.5, "type.number"),
        (date, 1985, "date.ambiguous"),
        (date, "1985", "date.ambiguous"),
        (date, 32874, "date.serial"),
        (date, True, "cell.boolean"),
        (date, "1985.0", "date.ambiguous"),
        (date, time(0, 0), "date.invalid"),
        (date, timedelta(days=3), "date.invalid"),
        (date, datetime(1990, 7, 31, 17, 0), "date.time_of_day"),
        (date, datetime(1990, 7, 31, 23, 0), "date.time_of_day"),
        (date, datetime(1990, 8, 1, 0, 1, 1), "date.time_of_day"),
        (date, datetime(1990, 8, 1, 12, 0), "date.time_of_day"),
        (date, datetime(9999, 12, 31, 23, 59, 59), "date.year"),
        (date, "1990-07-31T17:00:00.000Z", "date.time_of_day"),
        (date, "31/07/1990 11:00 PM", "date.time_of_day"),
        (date, "31/07/1990 12.00 PM", "date.time_of_day"),
        (date, "31/07/1990 25:00", "date.invalid"),
        (date, "31/02/1990 00:00", "date.invalid"),
        (date, "Senin, 17.08.45", "date.ambiguous"),
        (time, timedelta(hours=25), "time.invalid"),
        (date, "08/31/1990", "date.month_first"),
        (date, "31/02/1990", "date.invalid"),
        (time, "25:00", "time.invalid"),
        (Sex, "X", "term.unknown"),
    ],
)
def test_invalid_cell_gives_its_issue_code(kind, cell, code):
    with pytest.raises(ParseError) as caught:
        read(kind, cell)
    assert caught.value.code == code
    assert str(cell) not in str(caught.value)


def test_serial_dates_are_read_only_if_the_layout_allows_them():
    assert read(date, 32874, serials=True) == date(1990, 1, 1)
    assert read(date, "32874", serials=True) == date(1990, 1, 1)
    for cell in (60, 10**6):
        with pytest.raises(ParseError):
            read(date, cell, serials=True)


def test_similar_term_is_suggested_and_not_accepted():
    with pytest.raises(ParseError) as caught:
        read(Education, "Gelar Tinggi")
    assert caught.value.issue.params.get("suggestion") is None
    with pytest.raises(ParseError) as caught:
        read(Education, "Stratta II")
    assert caught.value.issue.params["suggestion"] == "Strata II"
    with pytest.raises(ParseError) as caught:
        read(PPKSCategory | PASCategory, "Pengusaha")
    assert caught.value.issue.params == {"list": "ppks-26"}
    with pytest.raises(ParseError) as caught:
        read(Citizenship, "Malaysia")
    assert caught.value.issue.params["known"] == "WNI, WNA, Dua Kewarganegaraan"


@pytest.mark.parametrize(
    ("cell", "serials"),
    [
        (datetime(1990, 7, 31, 23, 59, 48), False),
        (datetime(1990, 8, 1, 0, 0, 30), False),
        (datetime(1990, 7, 31, 23, 59), False),
        ("1990-07-31 23:59:48", False),
        ("31/07/1990 23.59.48", False),
        ("31/07/1990 11:59:48 PM", False),
        (33086 - 12 / 86400, True),
    ],
)
def test_time_within_a_minute_of_midnight_gives_that_day_with_a_warning(cell, serials):
    found = read(date, cell, serials=serials)
    assert isinstance(found, WithWarning)
    assert found.value == date(1990, 8, 1)
    assert (found.warning.code, found.warning.severity.value) == ("date.time_rounded", "warning")


@pytest.mark.parametrize("written", ["3.0", "`0", "#N/A", "6E+11", "x" * 200])
def test_text_of_an_export_is_read_unchanged(written, tmp_path):
    path = tmp_path / "alamat.csv"
    tables.write([Address(street=written)], path)
    assert tables.read(path, Address).records == (Address(street=written),)


def test_key_of_an_export_keeps_its_decimal():
    assert read(BeneficiaryId, "17.0", verbatim=True) == BeneficiaryId("17.0")
    with pytest.raises(ParseError, match=r"cell\.too_long"):
        read(str, "x" * 10_001, verbatim=True)


def test_serial_with_a_time_of_day_is_refused():
    with pytest.raises(ParseError, match=r"date\.time_of_day"):
        read(date, 33085.7, serials=True)
    assert read(date, 33086.000001, serials=True) == date(1990, 8, 1)


@pytest.mark.parametrize(
    ("formula", "cell"),
    [
        ('="0812"', "0812"),
        ('= "0812" ', "0812"),
        ('=T("0812")', "0812"),
        ('=t( "0812" )', "0812"),
        ('="say ""ya"""', 'say "ya"'),
        ('=""', ""),
        ("=", "="),
        ("=====", "====="),
        ("= x1", Unread("cell.formula")),
        ("=9901010108900001", Unread("cell.formula")),
        ('="0812"&"1"', Unread("cell.formula")),
        ('="08"12"', Unread("cell.formula")),
        ("=A1+1", Unread("cell.formula")),
        ('=T("0812"', Unread("cell.formula")),
        ("=-A1", Unread("cell.formula")),
    ],
)
def test_only_constant_formulas_in_text_files_give_a_value(formula, cell):
    assert result_of(formula) == cell


def test_rounded_dates_and_constant_formulas_of_a_file_become_records(tmp_path):
    path = tmp_path / "warga.csv"
    path.write_text(
        "NIK,Nama,Tanggal Lahir,No. HP\n"
        '="9901010108900001",Contoh,1990-07-31 23:59:48,="080000000123"\n'
        '"=9901010108900001+1",Contoh,1990-08-01,=A1\n'
        '9901010108900003,"Contoh\nA = B",1990-08-01,628000000123.0\n',
        encoding="utf-8",
    )
    loaded = tables.read(path, Person)
    assert [(i.cell, i.code, i.severity.value) for i in loaded.issues] == [
        ("C2", "date.time_rounded", "warning"),
        ("A3", "cell.formula", "error"),
        ("D3", "cell.formula", "warning"),
    ]
    assert [one.birth_date for one in loaded.records] == [date(1990, 8, 1)] * 2
    assert {one.phone.unmasked for one in loaded.records} == {"+6280000000123", "+628000000123"}
    assert loaded.records[1].name == "Contoh A = B"


def test_first_word_of_a_value_is_left_out_and_other_words_are_kept():
    column = Column("ranks.0.decile", "Desil", without=("Desil", "D"))
    cells = ["Desil 4", "D4", "desil-4", "Desil IV", "Desilan", "Dua", "D", 4]
    read = [without_prefix(cell, column) for cell in cells]
    assert read == ["4", "4", "4", "IV", "Desilan", "Dua", "D", 4]
