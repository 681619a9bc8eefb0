"""Cells merged over several rows: their value applies to every row of the range."""

import struct
import zipfile
from pathlib import Path

import openpyxl
import pytest

from psm_core import KK, Person, RegionCode, TableError, tables
from psm_core.tables.files import merged_cells, reader_program
from psm_core.tables.files.merged_cells import MergedCells
from psm_core.tables.files.opening import open_book

FILES = Path(__file__).parent / "files"
FAMILY = "9901010404160020"
OTHER = "9901010404160021"
HEADS = ("NO", "NO. KK", "NIK", "NAMA", "KECAMATAN", "DESA")
NS = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)


def nik(number):
    return f"990101010890000{number}"


@pytest.fixture
def sheet(tmp_path):
    """Return a function that saves rows with merged ranges as a workbook."""

    def save(rows, *merged, name="x.xlsx", after=lambda _: None):
        book = openpyxl.Workbook()
        for row in rows:
            book.active.append(row)
        for area in merged:
            book.active.merge_cells(area)
        after(book)
        path = tmp_path / name
        book.save(path)
        return path

    return save


@pytest.fixture
def ods(tmp_path):
    """Return a function that saves an ods file; a sheet is the XML of its rows."""

    def save(*sheets):
        content = "".join(
            f'<table:table table:name="{name}">{rows}</table:table>'
            for name, rows in enumerate(sheets, 1)
        )
        path = tmp_path / "x.ods"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
            archive.writestr(
                "META-INF/manifest.xml",
                '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
            )
            archive.writestr(
                "content.xml",
                f"<office:document-content {NS}><office:body><office:spreadsheet>{content}"
                "</office:spreadsheet></office:body></office:document-content>",
            )
        return path

    return save


def row(*cells, more=""):
    return f"<table:table-row{more}>{''.join(cells)}</table:table-row>"


def cell(text="", more="", name="table-cell"):
    if not text:
        return f"<table:{name}{more}/>"
    return f'<table:{name} office:value-type="string"{more}><text:p>{text}</text:p></table:{name}>'


def families():
    return [
        HEADS,
        (1, FAMILY, nik(1), "Ani Contoh", "Angsana", "Angsana"),
        (2, None, nik(2), "Budi Contoh", None, None),
        (3, OTHER, nik(3), "Citra Contoh", None, None),
        (4, None, nik(4), "Dedi Contoh", None, "Bunati"),
        (5, None, nik(5), "Eka Contoh", None, None),
    ]


@pytest.mark.parametrize("name", ["x.xlsx", "x.xlsm"])
def test_merged_cells_apply_to_every_row(sheet, name):
    path = sheet(families(), "B2:B3", "B4:B5", "E2:E6", "F2:F4", "F5:F6", name=name)
    loaded = tables.read(path, Person, within=RegionCode("63.10"))
    assert loaded.issues == ()
    assert [person.kk for person in loaded.records] == [
        KK(FAMILY),
        KK(FAMILY),
        KK(OTHER),
        KK(OTHER),
        None,
    ]
    places = [str(person.ktp_address.region) for person in loaded.records]
    assert places == ["63.10.09.2005"] * 3 + [places[3]] * 2
    assert len(set(places)) == 2


def test_merged_cells_of_ods_apply_to_every_row(ods):
    covered = cell(name="covered-table-cell")
    rows = [
        row(
            cell("Daftar", ' table:number-columns-spanned="2" table:number-rows-spanned="2"'),
            covered,
        ),
        row(covered, covered),
        row(cell("Ket"), cell("NO. KK"), cell("NIK"), cell("Nama")),
        row(more=' table:number-rows-repeated="2"'),
        row(
            cell("", ' table:number-columns-repeated="1"'),
            cell(FAMILY, ' table:number-rows-spanned="3"'),
            cell(nik(1)),
            cell("Ani"),
        ),
        row(cell(), covered, cell(nik(2)), cell("Budi"), more=' table:visibility="collapse"'),
        row(cell(), covered, cell(nik(3)), cell("Citra")),
        row(cell(), cell(), cell(nik(4)), cell("Dedi")),
    ]
    other = row(
        cell("x", ' table:number-rows-spanned="9"'), cell("y", ' table:number-rows-spanned="x"')
    )
    path = ods(other, "".join(rows))
    loaded = tables.read(path, Person)
    assert [(person.name, person.kk) for person in loaded.records] == [
        ("Ani", KK(FAMILY)),
        ("Budi", KK(FAMILY)),
        ("Citra", KK(FAMILY)),
        ("Dedi", None),
    ]
    assert [(i.code, i.params) for i in loaded.issues] == [
        ("table.columns_unread", {"headings": "Ket"}),
        ("table.hidden_rows", {"count": 1, "rows": "7"}),
    ]


def test_merged_cells_of_xls_apply_to_every_row(tmp_path):
    path = tmp_path / "x.xls"
    whole = (FILES / "psm.xls").read_bytes()
    heading, rows = struct.pack("<4H", 2, 3, 11, 11), struct.pack("<4H", 5, 7, 11, 11)
    assert whole.count(heading) == 1
    path.write_bytes(whole.replace(heading, rows))
    with open_book(path, delimiter=None) as book:
        (one,) = book.sheets
        assert len(list(one.rows())) == 10
        filler = one.merged.filler({0, 11})
        begun = [1, *[None] * 10, "dasar"]
        assert filler.fill(6, begun) is begun
        assert filler.fill(8, [3]) == [3, *[None] * 10, "dasar"]
        assert filler.fill(9, [4]) == [4]


def test_merged_title_footer_and_blank_rows_make_no_records(sheet):
    rows = [
        ("DAFTAR WARGA", None, None),
        (None, None, None),
        ("NO. KK", "NIK", "NAMA"),
        (FAMILY, nik(1), "Ani Contoh"),
        (None, nik(2), "Budi Contoh"),
        (None, None, None),
        (OTHER, nik(3), "Citra Contoh"),
        (None, None, None),
        ("JUMLAH", 3, None),
        (None, None, None),
    ]
    path = sheet(rows, "A1:C2", "A4:A6", "A7:A8", "A9:A10", "B9:C10")
    loaded = tables.read(path, Person)
    assert [(person.name, person.kk) for person in loaded.records] == [
        ("Ani Contoh", KK(FAMILY)),
        ("Budi Contoh", KK(FAMILY)),
        ("Citra Contoh", KK(OTHER)),
    ]


def test_range_that_begins_in_the_headings_fills_no_row(sheet):
    rows = [
        ("NIK", "NAMA", "AGAMA"),
        (nik(1), "Ani Contoh", None),
        (nik(2), "Budi Contoh", "Islam"),
    ]
    loaded = tables.read(sheet(rows, "C1:C2"), Person)
    assert [person.religion is None for person in loaded.records] == [True, False]
    assert loaded.issues == ()


def test_merged_headings_and_row_numbers_change_no_record(sheet):
    rows = [
        ("NO", "NIK", "NAMA", "ALAMAT", None),
        (None, None, None, "RT", "RW"),
        (1, nik(1), "Ani Contoh", 1, 2),
        (None, nik(2), "Budi Contoh", None, None),
    ]
    path = sheet(rows, "A1:A2", "B1:B2", "C1:C2", "D1:E1", "A3:A4", "D3:D4", "E3:E4")
    loaded = tables.read(path, Person)
    assert [(one.ktp_address.rt, one.ktp_address.rw) for one in loaded.records] == [
        ("001", "002")
    ] * 2


def test_merged_note_beside_the_table_gives_one_issue(sheet):
    rows = [
        ("NIK", "NAMA", None),
        (nik(1), "Ani Contoh", "baris ini dan di bawahnya"),
        (nik(2), "Budi Contoh", None),
    ]
    loaded = tables.read(sheet(rows, "C2:C3"), Person)
    assert [(i.cell, i.code) for i in loaded.issues] == [("Sheet!C2", "cell.no_heading")]


def test_ranges_of_a_utf_16_part_are_read(sheet):
    path = sheet(families(), "B2:B3")
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    part = "xl/worksheets/sheet1.xml"
    parts[part] = parts[part].decode().encode("utf-16")
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    loaded = tables.read(path, Person, within=RegionCode("63.10"))
    assert [person.kk for person in loaded.records][:2] == [KK(FAMILY)] * 2


class TestRanges:
    def test_ranges_within_one_row_or_outside_the_sheet_are_ignored(self):
        merged = MergedCells()
        for top, bottom, column in [(3, 3, 0), (0, 5, 0), (2, 1 << 21, 0), (2, 3, 1 << 15)]:
            merged.add(top, bottom, column)
        filler = merged.filler({0})
        assert [filler.fill(row, ["a"]) for row in (2, 3)] == [["a"], ["a"]]
        assert filler.fill(4, [None, "b"]) == [None, "b"]

    def test_blank_rows_and_existing_values_are_not_filled(self):
        merged = MergedCells()
        merged.add(1, 4, 0)
        filler = merged.filler({0, 1})
        assert filler.fill(1, ["a", "b"]) == ["a", "b"]
        assert filler.fill(2, [None, None, "note"]) == [None, None, "note"]
        assert filler.fill(3, ["own", "b"]) == ["own", "b"]
        assert filler.fill(4, [" ", "b"]) == ["a", "b"]

    def test_too_many_ranges_are_rejected(self, monkeypatch):
        monkeypatch.setattr(merged_cells, "MAX_RANGES", 2)
        merged = MergedCells()
        merged.replace([(1, 2, 0), (1, 2, 1)])
        with pytest.raises(TableError, match=r"table\.too_many_cells"):
            merged.add(1, 2, 2)

    def test_too_many_filled_cells_are_rejected(self, sheet, monkeypatch):
        monkeypatch.setattr(merged_cells, "MAX_FILLED_CELLS", 3)
        path = sheet(families(), "B2:B6", "E2:E6")
        with pytest.raises(TableError, match=r"table\.too_many_cells"):
            tables.read(path, Person, within=RegionCode("63.10"))

    def test_ods_ranges_are_read_up_to_the_limit_and_none_of_a_damaged_file(
        self, ods, tmp_path, monkeypatch
    ):
        spanned = cell("x", ' table:number-rows-spanned="2"')
        path = ods(row(spanned, spanned))
        assert reader_program._parts(str(path), 0, None) == [[(1, 2, 0), (1, 2, 1)], [], []]
        monkeypatch.setattr(reader_program, "_MAX_RANGES", 1)
        assert reader_program._parts(str(path), 0, None) == [[(1, 2, 0)], [], []]
        (tmp_path / "no.ods").write_bytes(b"PK")
        assert reader_program._parts(str(tmp_path / "no.ods"), 0, None) == [[], [], []]


def test_range_that_begins_in_a_skipped_row_applies_to_the_rows_below(sheet):
    rows = [["NIK", "NAMA", "DESA"], [None, None, "63.10.09.2005"], [nik(1), "A"], [nik(2), "B"]]
    loaded = tables.read(sheet(rows, "C2:C4"), Person)
    regions = [str(one.ktp_address.region) for one in loaded.records]
    assert regions == ["63.10.09.2005", "63.10.09.2005"]
    assert [issue.params.get("rows") for issue in loaded.issues] == ["2"]
