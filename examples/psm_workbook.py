"""A workbook with 64 invented PSM, and realistic errors in 32 cells.

``python examples/psm_workbook.py FOLDER`` writes ``psm.xlsx`` with the errors in `ERRORS`, and
``psm-corrected.xlsx`` without them. Needs the extra ``excel``.
"""

import sys
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.styles import Alignment, Font

from psm_core import RegionCode, load_regions

KABUPATEN = RegionCode("63.10")
LISTED = date(2025, 10, 10)
ROWS = 64
FIRST_ROW = 6  # two rows of title, two of headings, one that numbers the columns

UPPER = (
    *("NTR", "NAMA PSM", "NIK", "TEMPAT LAHIR", "TANGGAL LAHIR", "JENIS KELAMIN"),
    *("TEMPAT TUGAS", None, "ALAMAT", None, None, "TINGKATAN DIKLAT", "STATUS SERTIFIKASI"),
    *("TAHUN SERTIFIKASI", "NO TELP/HP", "TINGKAT PENDIDIKAN", "KONDISI EKSISTING"),
)
LOWER = {7: "KECAMATAN", 8: "KELURAHAN", 9: "JALAN", 10: "RT", 11: "RW"}
NAMES = ("Ani", "Budi", "Citra", "Dedi", "Eka", "Fajar", "Gita", "Hadi")
FAMILY = ("Contoh", "Percobaan", "Misal", "Teladan", "Umpama", "Rekaan", "Andai", "Tiruan")

ERRORS: dict[str, tuple[object, str]] = {
    "C8": (9901010108900003, "nik.numeric_cell"),
    "C9": ("9,90101E+15", "nik.scientific"),
    "C10": ("990101010890000", "nik.length"),
    "C11": ("99O1010108900006", "nik.format"),
    "C12": ("9901013502900007", "nik.date"),
    "C13": ('="99"&"01010108900008"', "cell.formula"),
    "C14": ("#N/A", "cell.error"),
    "B15": (None, "field.missing"),
    "B16": ("Contoh " * 30, "text.too_long"),
    "E17": ("31-04-1985", "date.invalid"),
    "E18": ("08/31/1990", "date.month_first"),
    "E19": ("31-02-1990", "date.invalid"),
    "E20": ("30-02-1990", "date.invalid"),
    "E21": ("08/31/1985", "date.month_first"),
    "F22": ("X", "term.unknown"),
    "G23": ("Ansana", "region.not_found"),
    "H24": ("Batulicin Irigasi Jaya", "region.not_found"),
    "H25": ("63.71.01.1001", "region.outside"),
    "H26": ("6310092005", "region_code.undotted"),
    "J27": (datetime(2025, 2, 1), "cell.date"),  # noqa: DTZ001 - what a spreadsheet makes of 1/2
    "L28": ("menengah", "term.unknown"),
    "M29": ("mungkin", "cell.yes_no"),
    "N30": (19, "number.bounds"),
    "N31": ("dua ribu", "type.number"),
    "M32": ("belum", "cell.contradicts"),
    "O33": (81234567890, "phone.zero_lost"),
    "O34": ("81234567890", "phone.zero_lost"),
    "O35": ("0812", "phone.length"),
    "O36": ("ikut anak", "cell.no_number"),
    "P37": ("SMUU", "term.unknown"),
    "Q38": ("aktiv", "term.unknown"),
    "K39": (True, "cell.boolean"),
}
"""Cell → its value and the issue code. A contradiction is reported in column N, the year."""


def people() -> list[list[Any]]:
    """Return the valid rows."""
    villages = [
        one for one in load_regions().descendants(KABUPATEN) if len(str(one.code)) > len("63.10.09")
    ]
    rows: list[list[Any]] = []
    for number in range(ROWS):
        born = date(1960, 1, 1) + timedelta(days=173 * number)
        is_woman = number % 2
        day = born.day + 40 * is_woman
        village = villages[number * 2]
        rows.append(
            [
                number + 1,
                f"{NAMES[number % 8]} {FAMILY[number // 8]}",
                f"990101{day:02}{born:%m%y}{number + 1:04}",
                "Batulicin",
                f"{born:%d-%m-%Y}",
                "P" if is_woman else "L",
                load_regions()[RegionCode(str(village.code)[:8])].name,
                village.name,
                f"Jl. Pantai {number + 1}",
                f"{number % 9 + 1:03}",
                "-",
                ("belum pernah", "dasar", "lanjutan", "khusus")[number % 4],
                "sudah",
                2015 + number % 10,
                f"0800 0000 {number + 100:04}",
                ("SLTP", "SLTA", "D3", "S1")[number % 4],
                ("aktif", "sangat aktif", "kurang aktif")[number % 3],
            ]
        )
    return rows


def workbook(errors: dict[str, tuple[object, str]]) -> openpyxl.Workbook:
    """Return the workbook with some cells replaced."""
    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.title = "PSM"
    sheet["A1"] = "DAFTAR PEKERJA SOSIAL MASYARAKAT KABUPATEN TANAH BUMBU"
    sheet["A1"].font = Font(bold=True, size=14)
    for column, heading in enumerate(UPPER, start=1):
        sheet.cell(3, column, heading)
        sheet.cell(4, column, LOWER.get(column))
        sheet.cell(5, column, column)
        for row in (3, 4, 5):
            sheet.cell(row, column).font = Font(bold=True)
            sheet.cell(row, column).alignment = Alignment(horizontal="center", wrap_text=True)
        sheet.column_dimensions[sheet.cell(3, column).column_letter].width = 18
    for area in ("G3:H3", "I3:K3", *(f"{c}3:{c}4" for c in "ABCDEFLMNOPQ")):
        sheet.merge_cells(area)
    for row, person in enumerate(people(), start=FIRST_ROW):
        for column, value in enumerate(person, start=1):
            sheet.cell(row, column, value).number_format = "@" if column > 1 else "0"
    for place, (value, code) in errors.items():
        cell = sheet[place]
        cell.value = value
        if isinstance(value, int | float):
            cell.number_format = "General"
        if isinstance(value, datetime):
            cell.number_format = "DD/MM"
        if code == "cell.error":
            cell.data_type = "e"
    return book


if __name__ == "__main__":
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else ".")
    workbook(ERRORS).save(folder / "psm.xlsx")
    workbook({}).save(folder / "psm-corrected.xlsx")
    print(f"{folder / 'psm.xlsx'}: {ROWS} rows, {len(ERRORS)} cells with errors")
