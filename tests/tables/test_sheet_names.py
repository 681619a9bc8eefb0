"""Names of sheets as a fact of every row: the village, or the category of beneficiaries."""

import openpyxl
import pytest
from typer.testing import CliRunner

from psm_core import (
    Beneficiary,
    Person,
    RegionCode,
    TableError,
    ValidationError,
    Worker,
    tables,
)
from psm_core.cli.app import app
from psm_core.tables import Column, Layout
from psm_core.terms import Pillar, RegionLevel

WITHIN = RegionCode("63.10")
ANGSANA, KARANG_INDAH = RegionCode("63.10.09.2005"), RegionCode("63.10.09.2004")
ASSESSED = {"classifications.0.date": "2025-10-10", "classifications.0.source": "verifikasi"}
HEADS = ("NO", "NAMA", "NIK")
VILLAGES = ("Angsana", "Karang Indah")


@pytest.fixture
def book(tmp_path):
    """Return a function that saves a workbook of sheets with two people each."""

    def save(*names, heads=HEADS, more=(), title="DAFTAR"):
        book = openpyxl.Workbook()
        book.remove(book.active)
        for number, name in enumerate(names):
            sheet = book.create_sheet(name)
            sheet.append((title,))
            sheet.append(heads)
            for row in (1, 2):
                nik = f"990101410890{2 * number + row:04d}"
                sheet.append((row, f"Warga {2 * number + row}", nik, *more))
        path = tmp_path / "x.xlsx"
        book.save(path)
        return path

    return save


def villages(path, **options):
    loaded = tables.read(path, Person, **{"within": WITHIN, **options})
    regions = [one.ktp_address and one.ktp_address.region for one in loaded.records]
    return regions, [(issue.cell, issue.code) for issue in loaded.issues]


class TestVillages:
    def test_sheets_named_by_villages_give_the_village_with_a_warning_each(self, book):
        regions, issues = villages(book(*VILLAGES))
        assert regions == [ANGSANA, ANGSANA, KARANG_INDAH, KARANG_INDAH]
        assert issues == [
            ("Angsana!2", "table.sheet_name_read"),
            ("Karang Indah!2", "table.sheet_name_read"),
        ]

    @pytest.mark.parametrize(
        "names",
        [
            ("1. Angsana", "2. Karang Indah"),
            ("01 ANGSANA", "02_Karang Indah"),
            ("1) Desa Angsana", "Ds. Karang Indah"),
        ],
    )
    def test_number_before_a_name_is_left_out(self, book, names):
        assert villages(book(*names))[0] == [ANGSANA, ANGSANA, KARANG_INDAH, KARANG_INDAH]
        assert villages(book(names[0]), sheet_name="desa")[0] == [ANGSANA] * 2

    @pytest.mark.parametrize(
        "names",
        [
            ("Angsana",),
            ("Angsana", "Rekap"),
            ("Sheet1", "Sheet2"),
            ("Data", "Karang Indah"),
            ("01", "02"),
            ("Januari", "Februari"),
            ("Angsana", "Kecamatan Angsana"),
        ],
    )
    def test_names_that_may_mean_something_else_give_nothing(self, book, names):
        regions, issues = villages(book(*names))
        assert set(regions) == {None}
        assert issues == []

    def test_without_a_region_around_them_names_give_nothing(self, book):
        assert set(villages(book(*VILLAGES), within=None)[0]) == {None}

    def test_region_of_the_layout_is_the_region_around_them(self, book):
        columns = (
            Column("nik", "NIK"),
            Column("name", "Nama"),
            Column("ktp_address.region", "Desa", level=RegionLevel.VILLAGE),
        )
        layout = Layout("x", "x", Person, columns, within=WITHIN)
        assert ANGSANA in villages(book(*VILLAGES), layout=layout, within=None)[0]

    def test_column_or_value_for_the_village_leaves_the_names_alone(self, book):
        path = book(*VILLAGES, heads=(*HEADS, "DESA"), more=("Angsana",))
        assert villages(path) == ([ANGSANA] * 4, [])
        given = {"ktp_address.region": "63.10.09"}
        regions, issues = villages(book(*VILLAGES), values=given)
        assert (set(regions), issues) == ({RegionCode("63.10.09")}, [])
        assert villages(book(*VILLAGES), sheet_name="") == ([None] * 4, [])

    def test_column_for_a_larger_region_is_read_together_with_the_name(self, book):
        path = book(*VILLAGES, heads=(*HEADS, "KECAMATAN"), more=("Angsana",))
        assert villages(path)[0] == [ANGSANA, ANGSANA, KARANG_INDAH, KARANG_INDAH]

    def test_required_column_for_the_village_is_given_by_the_names(self, book):
        path = book(*VILLAGES, heads=("NO", "NAMA PSM", "NIK"))
        columns = (
            Column("person.name", "Nama PSM"),
            Column("person.nik", "NIK"),
            Column("assignments.0.serves", "Desa", level=RegionLevel.VILLAGE, required=True),
        )
        constants = {"assignments.0.pillar": Pillar.PSM}
        layout = Layout("desa", "Desa", Worker, columns, constants=constants)
        values = {"assignments.0.listed_on": "2025-10-10"}
        loaded = tables.read(path, Worker, layout=layout, within=WITHIN, values=values)
        serves = [one.assignments[0].serves for one in loaded.records]
        assert serves == [ANGSANA, ANGSANA, KARANG_INDAH, KARANG_INDAH]
        with pytest.raises(TableError, match=r"table\.column_missing"):
            tables.read(path, Worker, layout=layout, values=values)
        with pytest.raises(TableError, match=r"table\.column_missing"):
            tables.read(path, Worker, layout=layout, within=WITHIN, values=values, sheet_name="")

    def test_split_cells_and_the_name_are_read_together(self, book):
        heads = (*HEADS, "TEMPAT, TANGGAL LAHIR")
        path = book(*VILLAGES, heads=heads, more=("Batulicin, 01-08-1990",))
        loaded = tables.read(path, Person, within=WITHIN)
        assert {one.ktp_address.region for one in loaded.records} == {ANGSANA, KARANG_INDAH}
        assert {str(one.birth_date) for one in loaded.records} == {"1990-08-01"}


class TestCategories:
    NAMES = ("Fakir Miskin", "Lanjut Usia Telantar")

    def categories(self, path, **options):
        loaded = tables.read(path, Beneficiary, **{"values": ASSESSED, **options})
        return [one.category for each in loaded.records for one in each.classifications]

    def test_sheets_named_by_categories_give_the_category(self, book):
        path = book(*self.NAMES)
        found = self.categories(path)
        assert found == [found[0], found[0], found[2], found[2]]
        assert [found[0].label, found[2].label] == ["Fakir Miskin", "Lanjut Usia Telantar"]

    def test_such_a_file_is_detected_as_a_list_of_beneficiaries(self, book):
        assert tables.detect_layout(book(*self.NAMES)).name == "penerima-manfaat"
        assert tables.detect_layout(book("Fakir Miskin")).name == "warga"
        assert tables.detect_layout(book(*self.NAMES, "Rekap")).name == "warga"
        assert tables.detect_layout(book(*self.NAMES), record_class=Person).name == "warga"
        assert tables.detect_layout(book(*self.NAMES), sheet_name="").name == "warga"

    def test_column_for_the_category_is_read_instead_of_the_name(self, book):
        path = book(*self.NAMES, heads=(*HEADS, "Kategori PPKS"), more=("Tuna Susila",))
        assert {one.label for one in self.categories(path)} == {"Tuna Susila"}

    def test_unknown_name_leaves_the_missing_column_an_error(self, book):
        columns = (
            Column("person.name", "Nama"),
            Column("person.nik", "NIK"),
            Column("classifications.0.category", "Kategori PPKS", required=True),
        )
        layout = Layout("x", "x", Beneficiary, columns)
        with pytest.raises(TableError, match=r"table\.column_missing"):
            self.categories(book(*self.NAMES, "Rekap"), layout=layout)

    def test_sheets_without_a_table_are_left_out_of_account(self, book):
        path = book(*self.NAMES)
        workbook = openpyxl.load_workbook(path)
        workbook.create_sheet("Rekap").append(("Jumlah", 4))
        workbook.save(path)
        assert len(self.categories(path)) == 4


class TestOption:
    def test_option_names_the_field_by_path_or_heading(self, book):
        path = book("Angsana")
        for field in ("desa", "ktp_address.region"):
            assert villages(path, sheet_name=field) == ([ANGSANA] * 2, [])
        assert tables.detect_layout(path, sheet_name="desa").name == "warga"
        tables.detect_layout(book("Fakir Miskin"), sheet_name="kategori").name.startswith("pene")

    def test_empty_option_leaves_a_missing_column_an_error_and_names_alone(self, book):
        path = book(*VILLAGES)
        assert tables.detect_layout(path, sheet_name="").name == "warga"
        assert villages(path, sheet_name="")[1] == []

    def test_other_fields_are_filled_too(self, book):
        loaded = tables.read(book("Islam", "Hindu"), Person, sheet_name="agama")
        labels = [one.religion.label for one in loaded.records]
        assert labels == ["Islam", "Islam", "Hindu", "Hindu"]

    def test_name_that_is_no_value_is_an_issue_of_each_row_without_a_column(self, book):
        path = book("Entah", heads=(*HEADS, "KECAMATAN"), more=("Angsana",))
        assert villages(path, sheet_name="desa") == (
            [],
            [("Entah!3", "region.not_found"), ("Entah!4", "region.not_found")],
        )
        loaded = tables.read(book("Entah"), Person, sheet_name="agama")
        assert [issue.cell for issue in loaded.issues] == ["Entah!3", "Entah!4"]

    def test_sheet_with_a_column_for_the_field_is_read_by_its_column(self, book):
        path = book("Karang Indah", heads=(*HEADS, "DESA"), more=("Angsana",))
        assert villages(path, sheet_name="desa") == ([ANGSANA] * 2, [])

    def test_required_column_need_not_be_there(self, book):
        path = book("Fakir Miskin")
        loaded = tables.read(path, Beneficiary, sheet_name="kategori", values=ASSESSED)
        assert len(loaded.records) == 2
        assert loaded.issues == ()

    def test_unknown_field_and_a_file_without_sheets_are_rejected(self, book, tmp_path):
        with pytest.raises(ValidationError, match=r"layout\.field_unknown"):
            tables.read(book("Angsana"), Person, sheet_name="warna")
        with pytest.raises(ValidationError, match=r"layout\.field_unknown"):
            tables.detect_layout(book("Angsana"), sheet_name="warna")
        path = tmp_path / "x.csv"
        path.write_text("NIK,Nama\n9901014108900001,Ani\n", "utf-8")
        with pytest.raises(TableError) as caught:
            tables.read(path, Person, sheet_name="desa")
        assert caught.value.code == "table.no_sheet_name"

    def test_layout_and_its_file_name_the_field(self, book, tmp_path):
        columns = (Column("nik", "NIK"), Column("name", "Nama"), Column("religion", "Agama"))
        layout = Layout("x", "x", Person, columns, sheet_name="agama")
        path = tmp_path / "x.toml"
        path.write_text(tables.layout_text(layout), "utf-8")
        assert tables.load_layout(path) == layout
        loaded = tables.read(book("Hindu"), Person, layout=layout)
        assert {one.religion.label for one in loaded.records} == {"Hindu"}
        loaded = tables.read(book("Hindu"), Person, layout=layout, sheet_name="")
        assert {one.religion for one in loaded.records} == {None}

    def test_command_has_the_option(self, book):
        path = str(book("Angsana"))
        shown = CliRunner().invoke(
            app, ["check", path, "--sheet-name", "desa", "--within", "63.10"]
        )
        assert (shown.exit_code, "2 baris valid" in shown.stdout) == (0, True)


def test_undetected_file_raises_its_own_error(tmp_path):
    path = tmp_path / "x.csv"
    path.write_text("a,b\nc,d\n", "utf-8")
    with pytest.raises(TableError, match=r"table\.no_header"):
        tables.detect_layout(path)


def test_sheets_named_by_categories_without_names_of_people_have_no_layout(book):
    path = book("Lanjut Usia Telantar", "Gelandangan", heads=("NO", "JENIS KELAMIN", "NIK"))
    with pytest.raises(TableError):
        tables.read(path, Beneficiary, values=ASSESSED)
    with pytest.raises(TableError):
        tables.detect_layout(path)
