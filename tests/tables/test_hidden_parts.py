"""Hidden rows, columns and sheets: what is read, and what a warning says about it."""

import zipfile

import openpyxl
import pytest

from psm_core import Person, TableError, Worker, tables
from psm_core.tables.files import reader_program
from psm_core.tables.files.hidden_parts import HiddenParts
from psm_core.tables.headings import header_detection

TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"


def nik(number):
    return f"990101410890{number + 1:04d}"


@pytest.fixture
def sheet(tmp_path):
    """Return a function that saves rows as a workbook, after it was changed by a function."""

    def save(rows, change):
        book = openpyxl.Workbook()
        book.active.title = "Warga"
        for row in rows:
            book.active.append(row)
        change(book)
        path = tmp_path / "x.xlsx"
        book.save(path)
        return path

    return save


def people(count, *, agama="Islam"):
    return [
        ("NIK", "NAMA", "AGAMA", "RT"),
        *[(nik(number), f"Warga {number}", agama, None) for number in range(count)],
    ]


def issues(path, **options):
    found = tables.read(path, Person, **options).issues
    return [(one.cell, one.code, dict(one.params)) for one in found]


class TestRowsAndColumns:
    def test_hidden_rows_of_the_table_are_read_with_one_warning(self, sheet):
        def hide(book):
            for row in (3, 4, 6, 30):
                book.active.row_dimensions[row].hidden = True

        path = sheet(people(6), hide)
        assert len(tables.read(path, Person).records) == 6
        assert issues(path) == [("Warga!3", "table.hidden_rows", {"count": 3, "rows": "3-4, 6"})]

    def test_hidden_rows_outside_of_the_table_give_no_warning(self, sheet):
        def hide(book):
            for row in (1, 5, 9):
                book.active.row_dimensions[row].hidden = True

        assert issues(sheet([("DAFTAR WARGA",), *people(2), ()], hide)) == []

    def test_hidden_columns_with_values_are_named_once(self, sheet):
        def hide(book):
            for letters in ("A", "C", "D", "F"):
                book.active.column_dimensions[letters].hidden = True

        assert issues(sheet(people(3), hide)) == [
            ("Warga!A1", "table.hidden_columns", {"columns": "A (NIK), C (Agama)"})
        ]

    def test_value_in_a_late_row_of_a_hidden_column_is_noticed(self, sheet):
        def hide(book):
            book.active.column_dimensions["D"].hidden = True
            book.active["D4"] = "003"

        path = sheet(people(3), hide)
        assert [code for _, code, _ in issues(path)] == ["table.hidden_columns"]

    def test_many_hidden_columns_are_named_up_to_a_limit(self, sheet):
        heads = (
            "NIK", "Nama", "Nama Panggilan", "KK", "Tempat Lahir", "Tanggal Lahir", "Jenis Kelamin",
            "Agama", "Status Perkawinan", "Pendidikan", "Pekerjaan", "Golongan Darah", "RT", "RW",
            "Kewarganegaraan",
        )  # fmt: skip

        def hide(book):
            book.active.column_dimensions.group("A", "T", hidden=True)

        row = (nik(1), "Ani", "An", nik(2), "Kotabaru", "01-08-1990", "P", "Islam", "Kawin",
               "SLTA", "Guru", "A", "001", "002", "WNI")  # fmt: skip
        found = tables.read(sheet([heads, row], hide), Person)
        (text,) = [str(i.params["columns"]) for i in found.issues if "columns" in i.params]
        assert text.count(" (") == 12
        assert text.endswith(", …")

    def test_hidden_parts_of_an_ods_are_found(self, tmp_path):
        path = tmp_path / "x.ods"
        hidden = 'table:visibility="collapse"'
        cells = "".join(f"<table:table-cell>{text}</table:table-cell>" for text in "ab")
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr(
                "content.xml",
                f'<x xmlns:table="{TABLE}">'
                f"<table:table><table:table-column {hidden}/></table:table><table:table>"
                '<table:table-column table:number-columns-repeated="2"/>'
                f'<table:table-column {hidden} table:number-columns-repeated="3"/>'
                f"<table:table-row>{cells}</table:table-row>"
                f'<table:table-row table:visibility="filter" table:number-rows-repeated="4"/>'
                f"<table:table-row {hidden}/></table:table></x>",
            )
        assert reader_program._parts(str(path), 1, None) == [[], [(2, 5), (6, 6)], [(2, 4)]]

    def test_too_many_hidden_ranges_of_an_ods_are_left_out(self, tmp_path, monkeypatch):
        monkeypatch.setattr(reader_program, "_MAX_RANGES", 1)
        path = tmp_path / "x.ods"
        rows = '<table:table-row table:visibility="collapse"/>' * 2
        with zipfile.ZipFile(path, "w") as archive:
            content = f'<x xmlns:table="{TABLE}"><table:table>{rows}</table:table></x>'
            archive.writestr("content.xml", content)
        assert reader_program._parts(str(path), 0, None) == [[], [(1, 1)], []]


class TestSheets:
    def add(self, book, name, *rows, state="hidden"):
        other = book.create_sheet(name)
        other.sheet_state = state
        for row in rows:
            other.append(row)

    def test_hidden_sheet_with_a_table_like_the_one_that_is_read_gives_a_warning(self, sheet):
        def change(book):
            self.add(book, "Lama", *people(2))
            self.add(book, "Sangat Lama", *people(2), state="veryHidden")

        path = sheet(people(1), change)
        assert issues(path) == [
            ("Lama!1", "table.hidden_sheet_unread", {}),
            ("Sangat Lama!1", "table.hidden_sheet_unread", {}),
        ]
        assert issues(path, sheet="Warga") == []

    def test_hidden_sheet_without_such_a_table_gives_none(self, sheet):
        def change(book):
            self.add(book, "Kosong")
            self.add(book, "Pilihan", ("Agama", "Jenis Kelamin"), ("Islam", "Laki-laki"))
            self.add(book, "Hanya judul", people(0)[0])
            self.add(book, "Kode", ("Kode", "Uraian"), ("1", "Anak"))

        rows = [("NIK", "NAMA", "AGAMA", "RT", "RW"), (nik(1), "Ani", "Islam", "1", "2")]
        assert issues(sheet(rows, change)) == []

    def test_hidden_sheet_of_another_layout_gives_none(self, sheet):
        rows = [("Nomor Induk PSM", "Nama PSM", "NIK", "Kecamatan"), ("1", "Ani", nik(1), "X")]

        def change(book):
            self.add(book, "Lama", ("NAMA", "NIK"), ("Ani", nik(1)))

        loaded = tables.read(sheet(rows, change), Worker, require_values=False)
        assert "table.hidden_sheet_unread" not in loaded.counts

    def test_hidden_sheet_that_cannot_be_read_is_ignored(self, sheet, monkeypatch):
        path = sheet(people(1), lambda book: self.add(book, "Lama", *people(40)))
        monkeypatch.setattr(header_detection, "MAX_HEADER_CELLS", 100)
        assert issues(path) == []
        with pytest.raises(TableError, match=r"table\.too_many_cells"):
            tables.read(path, Person, sheet="Lama")

    @pytest.mark.parametrize("record_class", [Person, Worker])
    def test_lists_of_a_template_give_no_warning(self, tmp_path, record_class):
        path = tmp_path / "templat.xlsx"
        tables.write_template(record_class, path)
        loaded = tables.read(path, record_class, require_values=False)
        assert "table.hidden_sheet_unread" not in loaded.counts


class TestHiddenParts:
    def test_adjacent_rows_are_one_range(self):
        parts = HiddenParts()
        for row in (5, 6, 2, 3, 0):
            parts.add_rows(row, row)
        assert list(parts.rows()) == [(2, 3), (5, 6)]

    def test_parts_outside_of_a_sheet_are_left_out(self):
        parts = HiddenParts()
        parts.replace([(2, 1 << 40), ((1 << 20) + 2, 1 << 21), (3, 1)], [(-1, 0), (5, 1 << 20)])
        assert list(parts.rows()) == [(2, 1 << 20)]
        assert (min(parts.columns), max(parts.columns)) == (0, (1 << 14) - 1)
