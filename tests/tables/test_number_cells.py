"""Cells with telephone, NIK and KK numbers as offices write them: the row is kept."""

import pytest
from openpyxl import Workbook

from psm_core import Organisation, Person, tables
from psm_core.errors import Severity
from psm_core.terms import NIKAbsence

HEAD = ["No", "Nama", "L/P", "Alamat"]
WOMAN, MAN = "9901014108900001", "9901014208900001"
CARD = "9901010101200001"
NONE = "cell.no_number"
FIRST = "+6280000001234"
PHONES = {
    "0800 0000 1234 (WA)": (FIRST, None),
    "WA: 080000001234": (FIRST, None),
    "No. HP 080000001234": (FIRST, None),
    "080000001234 / +62 800 0000 1234": (FIRST, None),
    "080000001234 / 080000005678": (FIRST, "phone.several"),
    "0800-0000-1234, 0800-0000-5678": (FIRST, "phone.several"),
    "080000001234\n080000005678": (FIRST, "phone.several"),
    "0800 0000 1234 0800 0000 5678": (FIRST, "phone.several"),
    "080000001234-080000005678": (FIRST, "phone.several"),
    "080000001234/5678": (FIRST, "phone.several"),
    "80000001234 (WA)": (FIRST, None),
    "a.n. Budi 080000001234": (FIRST, "phone.words_unread"),
    "080000001234 (tidak aktif)": (FIRST, "phone.words_unread"),
    "80000001234": (FIRST, "phone.zero_lost"),
    "8000000123.0": ("+628000000123", "phone.zero_lost"),
    80000001234: (FIRST, "phone.zero_lost"),
    6280000001234: (FIRST, None),
    "-": (None, None),
    "0": (None, None),
    "?": (None, NONE),
    "tidak ada": (None, NONE),
    "ikut anak": (None, NONE),
    "0800xxxx": (None, "phone.unreadable"),
    "12345": (None, "phone.unreadable"),
    "0800": (None, "phone.length"),
    "08000000123456789": (None, "phone.length"),
    12345: (None, "phone.numeric_cell"),
    "628000000123,5": (None, "phone.decimals"),
    "6.28E+11": (None, "cell.digits_lost"),
    "#N/A": (None, "cell.error"),
}
UNKNOWN, NOT_ISSUED = NIKAbsence.TIDAK_DIKETAHUI, NIKAbsence.BELUM_MEMILIKI
NIKS = {
    f"NIK: {WOMAN}": (WOMAN, None),
    f"No. KTP {WOMAN}": (WOMAN, None),
    f"{WOMAN} (NIK)": (WOMAN, None),
    f"{WOMAN}/{CARD}": (WOMAN, "nik.several"),
    f"{WOMAN}\n{CARD}": (WOMAN, "nik.several"),
    f"KK {CARD} NIK {WOMAN}": (WOMAN, "nik.several"),
    f"1234567890123456 / {WOMAN}": (WOMAN, "nik.several"),
    "proses": (NOT_ISSUED, NONE),
    "masih dalam proses": (NOT_ISSUED, NONE),
    "belum punya": (NOT_ISSUED, NONE),
    "Belum  perekaman": (NOT_ISSUED, NONE),
    "belum ada": (UNKNOWN, NONE),
    "hilang": (UNKNOWN, NONE),
    "KTP rusak": (NIKAbsence.TIDAK_TERBACA, NONE),
    "???": (UNKNOWN, NONE),
}
WRONG_NIKS = {
    f"KK: {CARD}": "nik.format",
    f"{CARD} (KK)": "nik.format",
    f"NIK {WOMAN[:-1]}": "nik.format",
    f"{WOMAN} {CARD} {MAN}": "nik.length",
    "NIK 1234567890123456": "nik.date",
    "Budi Contoh": "nik.format",
    f"NIK {WOMAN}{' ' * 100}.x": "nik.format",
}
CARDS = {
    f"No. KK: {CARD}": (CARD, None),
    f"{WOMAN} / {CARD}": (CARD, "kk.several"),
    "proses": (None, NONE),
    "ikut orang tua": (None, NONE),
}


@pytest.fixture
def read(tmp_path):
    def read_cells(heading, cells):
        """Return row → record, and row → (severity, code) of each issue but doubles."""
        book = Workbook()
        book.active.append([*HEAD, heading])
        for number, cell in enumerate(cells):
            book.active.append([number, f"Ani {'x' * number}", "P", "Jl. Satu", cell])
        book.save(tmp_path / "warga.xlsx")
        result = tables.read(tmp_path / "warga.xlsx", Person)
        issues: dict[int, list[tuple[Severity, str]]] = {}
        for one in result.issues:
            if one.row > 1 and not one.code.startswith("table."):
                issues.setdefault(one.row, []).append((one.severity, one.code))
                assert one.cell == f"Sheet!E{one.row}"
        return dict(zip(result.rows, result.records, strict=True)), issues

    return read_cells


def check_warnings(cells, issues):
    for row, (cell, (_, code)) in enumerate(cells.items(), start=2):
        expected = [] if code is None else [(Severity.WARNING, code)]
        assert issues.get(row, []) == expected, cell


def test_phone_that_is_not_read_keeps_its_row(read):
    records, issues = read("No. HP", PHONES)
    check_warnings(PHONES, issues)
    for row, (cell, (number, _)) in enumerate(PHONES.items(), start=2):
        phone = records[row].phone
        assert (phone and phone.unmasked) == number, cell


def test_word_instead_of_a_nik_is_an_absence(read):
    records, issues = read("NIK", NIKS)
    check_warnings(NIKS, issues)
    for row, (cell, (expected, _)) in enumerate(NIKS.items(), start=2):
        nik, absence = records[row].nik, records[row].nik_absence
        assert (nik and nik.unmasked, absence) == (
            (expected, None) if isinstance(expected, str) else (None, expected)
        ), cell


def test_wrong_nik_is_an_error(read):
    records, issues = read("NIK", WRONG_NIKS)
    assert records == {}
    for row, (cell, code) in enumerate(WRONG_NIKS.items(), start=2):
        assert issues[row] == [(Severity.ERROR, code)], cell


def test_word_instead_of_a_kk_number_keeps_its_row(read):
    records, issues = read("No. KK", CARDS)
    check_warnings(CARDS, issues)
    for row, (cell, (number, _)) in enumerate(CARDS.items(), start=2):
        card = records[row].kk
        assert (card and card.unmasked) == number, cell


def test_phone_of_a_required_column_stays_an_error(tmp_path):
    path = tmp_path / "lembaga.csv"
    path.write_text("Nama,HP\nA,0800\n", "utf-8")
    layout = tables.Layout(
        "x",
        "x",
        Organisation,
        (
            tables.Column("name", "Nama", required=True),
            tables.Column("phone", "HP", required=True),
        ),
        required_values={"kind": "jenis"},
    )
    result = tables.read(path, Organisation, layout=layout, values={"kind": "lks"})
    assert [(one.code, one.severity) for one in result.issues] == [("phone.length", Severity.ERROR)]
