"""Templates are read with their layout, and offer the terms of a vocabulary."""

import openpyxl
import pytest

from psm_core import Attendee, Event, Person, Worker, tables
from psm_core.tables import LAYOUTS
from psm_core.tables.templates import writing
from psm_core.tables.templates.example_rows import EXAMPLE_MARK, ExampleRows
from psm_core.wire.versions import NAMES

EVERY = pytest.mark.parametrize(
    "what", [*LAYOUTS, *NAMES], ids=lambda what: getattr(what, "name", what)
)


def by_name(name):
    return next(one for one in LAYOUTS if one.name == name)


def read_template(path, what):
    kind = what if isinstance(what, type) else what.record_class
    result = tables.read(path, kind, require_values=False)
    issues = [one for one in result.issues if one.code != "table.value_missing"]
    layout = what.name if isinstance(what, tables.Layout) else result.layout
    assert result.layout == layout
    return result.rows_read, result.valid_rows, issues


@pytest.fixture
def few_rows(monkeypatch):
    monkeypatch.setattr(writing, "_ROWS", 3)  # a thousand rows of every column take seconds


@EVERY
@pytest.mark.usefixtures("few_rows")
def test_template_has_no_rows_and_is_read_without_issues_when_filled(tmp_path, what):
    for ending in ("csv", "xlsx"):
        path = tmp_path / f"template.{ending}"
        tables.write_template(what, path)
        assert read_template(path, what) == (0, 0, [])
    book = openpyxl.load_workbook(path)
    data, guide = book["Data"], book["Petunjuk"]
    examples = {row[0]: row[3] for row in guide.values}
    assert data["A2"].value == EXAMPLE_MARK
    for cell in data[2]:
        data.cell(3, cell.column).value = cell.value
    data["A3"] = examples[data["A1"].value]
    book.save(path)
    assert read_template(path, what) == (1, 1, [])


def test_person_named_contoh_is_read(tmp_path):
    path = tmp_path / "warga.csv"
    path.write_text("NIK,Nama\n9901015708900001,Contoh\n9901015708900002,CONTOH\n", "utf-8")
    assert tables.read(path, Person).valid_rows == 2


def test_changed_example_row_gives_warning(tmp_path):
    path = tmp_path / "warga.xlsx"
    tables.write_template(Person, path)
    book = openpyxl.load_workbook(path)
    book["Data"]["C2"] = "Dewi Contoh"
    book["Data"]["S2"] = 6310.0
    book.save(path)
    result = tables.read(path, Person)
    assert [(one.code, one.cell) for one in result.issues] == [("row.example_changed", "Data!A2")]
    assert (result.rows_read, result.error_count) == (0, 0)


def test_example_row_is_skipped_after_sorting_and_beside_other_columns(tmp_path):
    path = tmp_path / "hadir.csv"
    mark = "Hadir dan bertanda tangan"
    lines = [
        "No,Nama,Kehadiran,JP",
        "1,Ani Contoh,Hadir,",
        f",{EXAMPLE_MARK},{mark},",
        "2,Budi,Hadir,",
    ]
    path.write_text("\n".join(lines), "utf-8")
    result = tables.read(path, Attendee)
    assert result.rows_read == 2
    assert [one.code for one in result.issues] == []


def test_template_has_rules_for_numbers_and_dates(tmp_path):
    path = tmp_path / "pekerja.xlsx"
    tables.write_template(Worker, path)
    data = openpyxl.load_workbook(path)["Data"]
    letters = {cell.value: cell.column_letter for cell in data[1]}
    rules = {str(one.sqref).split(":")[0]: one for one in data.data_validations.dataValidation}
    assert "=16" in rules[f"{letters['NIK']}2"].formula1
    assert "ISNUMBER" in rules[f"{letters['Tanggal Lahir']}2"].formula1
    year = rules[f"{letters['Tahun Sertifikasi']}2"]
    assert (year.type, year.operator) == ("whole", "between")
    assert {one.errorStyle for one in rules.values()} == {"warning"}


def test_template_protects_headings_only(tmp_path):
    path = tmp_path / "pekerja.xlsx"
    tables.write_template(Worker, path)
    data = openpyxl.load_workbook(path)["Data"]
    assert data.protection.sheet
    assert data.protection.password is None
    assert not any((data.protection.sort, data.protection.autoFilter, data.protection.insertRows))
    assert data["A1"].protection.locked
    assert not any(data[cell].protection.locked for cell in ("A2", "B3", "C900"))
    assert data.print_title_rows == "$1:$1"
    assert data.page_setup.orientation == "landscape"


@pytest.mark.parametrize(
    ("what", "line"),
    [
        (Person, "1. Jalankan: psm-core check BERKAS.xlsx --layout warga"),
        (Event, "1. Jalankan: psm-core check BERKAS.xlsx --record event"),
        (
            tables.Layout("desa", "Desa", Person, (tables.Column("name", "Nama"),)),
            "1. Jalankan: psm-core check BERKAS.xlsx --layout BERKAS.toml",
        ),
        (
            LAYOUTS[0],
            (
                "3. Isian untuk semua baris, tanggal daftar: bila tidak ditulis di atas judul"
                " kolom, tambahkan --value assignments.0.listed_on=2024-03-05"
            ),
        ),
        (by_name("lembaga"), "3. Isian untuk semua baris, jenis lembaga, misalnya lks:"),
        (
            by_name("daftar-hadir-kegiatan"),
            "1. Isi lembar Data mulai baris 3: satu baris untuk satu peserta.",
        ),
        (
            by_name("kartu-keluarga"),
            "1. Isi lembar Data mulai baris 3: satu baris untuk satu anggota keluarga.",
        ),
    ],
)
@pytest.mark.usefixtures("few_rows")
def test_guide_says_how_to_check_the_file(tmp_path, what, line):
    path = tmp_path / "templat.xlsx"
    tables.write_template(what, path)
    texts = [str(row[0]) for row in openpyxl.load_workbook(path)["Petunjuk"].values]
    assert any(text.startswith(line) for text in texts)


@pytest.mark.usefixtures("few_rows")
def test_guide_explains_numbers_and_periods_and_leaves_out_dates_that_no_column_has(tmp_path):
    path = tmp_path / "desil.xlsx"
    tables.write_template(by_name("keluarga-desil"), path)
    rows = {row[0]: row[2:4] for row in openpyxl.load_workbook(path)["Petunjuk"].values}
    assert rows["No. KK"] == ("16 angka.", "9901010503240000")
    assert rows["Desil"] == ("Bilangan bulat dari 1 sampai 10.", 1)
    assert rows["Periode Desil"][1] == "Triwulan III 2025"
    assert not any("Tulis tanggal" in str(text) for text in rows)


def test_headings_have_the_font_of_the_workbook(tmp_path):
    path = tmp_path / "warga.xlsx"
    tables.write_template(Person, path)
    book = openpyxl.load_workbook(path)
    cells = [book["Data"]["A1"], book["Data"]["A2"], book["Petunjuk"]["A1"]]
    assert {cell.font.name for cell in cells} == {book["Data"]["A3"].font.name}


def test_template_has_given_headings(tmp_path):
    path = tmp_path / "warga.csv"
    headings = {"Nama Warga": "name", "Gol. Darah": "blood_type", "Agama": None}
    tables.write_template(Person, path, headings=headings)
    written = path.read_text("utf-8-sig").strip().split(",")
    assert "Nama Warga" in written
    assert written[-1] == "Gol. Darah"
    assert "Agama" not in written
    assert tables.read(path, Person, headings={"Nama Warga": "name"}).issues == ()


def test_number_of_example_may_have_become_a_decimal():
    layout = next(one for one in LAYOUTS if one.name == "kepesertaan")
    rows = ExampleRows(layout, None)
    assert rows.contains(2, [EXAMPLE_MARK, None, 600_000.0])
    assert rows.issues == []
    assert rows.contains(3, [EXAMPLE_MARK, 600_000.5])
    assert [one.row for one in rows.issues] == [3]


def test_layout_that_no_example_fits_has_an_example_row(tmp_path):
    name = tables.Column("name", "Nama", required=True, blank=frozenset({"ani contoh"}))
    layout = tables.Layout("desa", "Desa", Person, (name,))
    tables.write_template(layout, tmp_path / "desa.xlsx")
    book = openpyxl.load_workbook(tmp_path / "desa.xlsx")
    assert book["Data"]["A2"].value == EXAMPLE_MARK


def test_split_column_has_example_of_a_birth(tmp_path):
    def split(text):
        return text.split(", ")

    parts = (tables.Column("birth_place", "Tempat"), tables.Column("birth_date", "Tanggal"))
    other = (tables.Column("ktp_address.rt", "RT"), tables.Column("ktp_address.rw", "RW"))
    layout = tables.Layout(
        "desa",
        "Desa",
        Person,
        (
            tables.Column("name", "Nama"),
            tables.Column("nik", "NIK"),
            tables.Column(None, "TTL", parts=parts, split=split),
            tables.Column(None, "RT/RW", parts=other, split=split),
            tables.Column(None, "Catatan", required=True),
        ),
    )
    tables.write_template(layout, tmp_path / "desa.xlsx")
    book = openpyxl.load_workbook(tmp_path / "desa.xlsx")
    assert [cell.value for cell in book["Data"][2]] == [
        EXAMPLE_MARK, "9901015708900001", "Batulicin, 17-08-1990", None, None,
    ]  # fmt: skip


def test_template_offers_the_terms_and_formats_digits_as_text(tmp_path):
    path = tmp_path / "pekerja.xlsx"
    tables.write_template(Worker, path)
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["Data", "Petunjuk", "Pilihan"]
    assert book["Pilihan"].sheet_state == "hidden"
    data = book["Data"]
    heads = {cell.value: cell for cell in data[1]}
    assert "16 angka" in heads["NIK"].comment.text
    assert data.cell(2, heads["NIK"].column).number_format == "@"
    assert data.cell(2, heads["Tahun Sertifikasi"].column).number_format == "General"
    column = heads["Jenis Kelamin"].column_letter
    (rule,) = (one for one in data.data_validations.dataValidation if f"{column}2" in one.sqref)
    assert rule.formula1 == f"Pilihan!${column}$2:${column}$3"
    assert [book["Pilihan"][f"{column}{row}"].value for row in (2, 3)] == ["Laki-laki", "Perempuan"]
    explained = {row[0]: row for row in book["Petunjuk"].values}
    assert explained["Nama Lengkap"][1] == "ya"


def test_template_of_another_class_is_rejected(tmp_path):
    with pytest.raises(TypeError, match="expected a layout or a record class"):
        tables.write_template(int, tmp_path / "x.csv")
    with pytest.raises(ValueError, match=r"must end with \.csv or \.xlsx"):
        tables.write_template(Worker, tmp_path / "x.ods")
