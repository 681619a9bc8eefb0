"""Sheets of a workbook that were not read, and headings whose fields the caller chose."""

import attrs
import pytest
from openpyxl import Workbook

from psm_core import Beneficiary, Person, TableError, tables

LIST = [
    ["NAMA KPM", "NIK", "L/P", "JENIS PPKS"],
    ["Ani", "9901014108900001", "P", "Lanjut usia telantar"],
]
OTHER = [["NAMA", "ALAMAT", "TANGGAL LAHIR"], ["Budi", "Jl. Mawar", "01-02-1980"]]
GOODS = [["Barang", "Jumlah"], ["Beras", 3]]
SUMS = [["REKAP"], ["Kecamatan", "Desa", "Jumlah"], ["Angsana", "Bunati", 3]]
VALUES = {"classifications.0.date": "2025-10-10", "classifications.0.source": "Musdes"}


@pytest.fixture
def save(tmp_path):
    def save_sheets(**sheets):
        book = Workbook()
        book.remove(book.active)
        for name, rows in sheets.items():
            sheet = book.create_sheet(name)
            for cells in rows:
                sheet.append(cells)
        book.save(tmp_path / "daftar.xlsx")
        return tmp_path / "daftar.xlsx"

    return save_sheets


def unread(path, layout=None):
    result = tables.read(path, Beneficiary, layout=layout, values=VALUES)
    assert len(result.records) == 1
    return [one.sheet for one in result.issues if one.code == "table.sheet_unread"]


def test_visible_sheet_with_other_people_is_named(save):
    alone = [OTHER[0]]
    path = save(Daftar=LIST, Lain=OTHER, Barang=GOODS, Rekap=SUMS, Judul=alone, Kosong=[])
    assert unread(path) == ["Lain"]
    assert unread(path, "penerima-manfaat") == ["Lain"]


def test_every_sheet_with_a_table_is_named_beside_a_layout_of_the_caller(save):
    known = tables.detect_layout(save(Daftar=LIST), record_class=Beneficiary)
    own = attrs.evolve(known, name="desa")
    path = save(Daftar=LIST, Petunjuk=GOODS, Lain=OTHER, Barang=GOODS, Judul=[["Data"], ["Desa"]])
    assert unread(path, own) == ["Lain", "Barang"]


@pytest.mark.parametrize("field", ["person.name", "nama", "Nama Lengkap"])
def test_chosen_name_makes_a_list_of_people(tmp_path, field):
    path = tmp_path / "daftar.csv"
    path.write_text("NAMA,KETERANGAN\nAni,sakit\nBudi,pindah\n", "utf-8")
    layout = tables.detect_layout(path, headings={"NAMA": field})
    assert (layout.name, layout.record_class) == ("warga", Person)
    result = tables.read(path, Person, layout=layout)
    assert [one.name for one in result.records] == ["Ani", "Budi"]
    codes = [(one.code, one.cell) for one in result.issues]
    assert codes == [("table.nik_column_missing", "1"), ("table.columns_unread", "B1")]


def test_names_and_notes_without_a_word_are_no_ground_check(tmp_path):
    path = tmp_path / "daftar.csv"
    path.write_text("NAMA,KETERANGAN\nAni,sakit\n", "utf-8")
    with pytest.raises(TableError) as caught:
        tables.detect_layout(path)
    assert caught.value.code == "table.no_header"
    path.write_text("DAFTAR GROUND CHECK\nNAMA,KETERANGAN\nAni,sakit\n", "utf-8")
    assert tables.detect_layout(path).name == "ground-check"
