"""The command ``map``, as a person answers it."""

import pytest
from typer.testing import CliRunner

from psm_core import Person, RegionCode, tables
from psm_core.cli import map_command
from psm_core.cli.app import app
from psm_core.terms import RegionLevel

NIK = "9901014108900001"


@pytest.fixture
def terminal(monkeypatch):
    monkeypatch.setattr(map_command, "_is_terminal", lambda: True)


def answer(*words, answers=(), end="\n"):
    text = "\n".join(answers) + end
    return CliRunner().invoke(app, ["map", *map(str, words)], input=text)


def sheet(path, headings, cells=""):
    path.write_text(f"{headings}\n{cells or ',' * headings.count(',')}\n", "utf-8")
    return path


def fields(layout):
    return {column.headings[0]: column.path for column in layout.columns}


def layout_of(target):
    return tables.load_layout(target)


@pytest.fixture
def people(tmp_path):
    return sheet(
        tmp_path / "warga.csv", "NIK,Nama Warga,Nama Ketua Rumah,Hobi", f"{NIK},Ani,Budi,x"
    )


pytestmark = pytest.mark.usefixtures("terminal")


def test_enter_accepts_every_guess_and_the_layout_is_saved_beside_the_file(people, tmp_path):
    shown = answer(people, answers=[""] * 4)
    assert shown.exit_code == 0
    target = tmp_path / "warga.toml"
    assert fields(layout_of(target)) == {
        "NIK": "nik",
        "Nama Warga": "name",
        "Nama Ketua Rumah": None,
        "Hobi": None,
    }
    assert f"{target}: ditulis" in shown.stdout
    (record,) = tables.read(people, Person, layout=layout_of(target)).records
    assert record.name == "Ani"


def test_questions_show_the_guess_and_how_sure_it_is_in_both_languages(people, tmp_path):
    shown = answer(people, answers=[""] * 4).stdout
    assert "Enter  nik - NIK (pasti)" in shown
    assert "1      kk - Nomor KK" in shown
    assert "0      tidak dibaca" in shown
    assert "Enter  tidak dibaca (judulnya tidak dikenal)" in shown
    english = answer(people, tmp_path / "en.toml", "--lang", "en", answers=[""] * 4).stdout
    assert "Enter  name - Name (sure)" in english
    assert "Enter  not read (the heading is unknown)" in english


def test_no_value_of_a_cell_is_shown(people):
    shown = answer(people, answers=[""] * 4)
    assert NIK not in shown.output
    assert "Ani" not in shown.output
    assert "Budi" not in shown.output


def test_heading_that_is_a_long_number_is_neither_asked_nor_shown(tmp_path):
    path = sheet(tmp_path / "warga.csv", f"NIK,Nama,{NIK}")
    shown = answer(path, answers=["", ""])
    assert shown.exit_code == 0
    assert NIK not in shown.output
    assert "Judul kolom C memuat angka panjang" in shown.stdout
    assert list(fields(layout_of(tmp_path / "warga.toml"))) == ["NIK", "Nama"]


def test_numbers_choose_an_alternative_or_no_field(people, tmp_path):
    shown = answer(people, answers=["0", "", "1", "9", "0"])
    assert shown.exit_code == 0
    assert "Tidak ada pilihan dengan angka ini." in shown.stdout
    assert fields(layout_of(tmp_path / "warga.toml")) == {
        "NIK": None,
        "Nama Warga": "name",
        "Nama Ketua Rumah": "ktp_address.street",
        "Hobi": None,
    }


@pytest.mark.parametrize("text", ["birth_place", "person.birth_place", "Tempat Lahir", "tmp lahir"])
def test_typed_field_label_or_known_heading_is_taken(people, tmp_path, text):
    assert answer(people, answers=["", "", "", text]).exit_code == 0
    assert fields(layout_of(tmp_path / "warga.toml"))["Hobi"] == "birth_place"


def test_typed_label_of_a_nested_field_is_taken(people, tmp_path):
    assert answer(people, answers=["", "", "", "Domisili: RT"]).exit_code == 0
    assert fields(layout_of(tmp_path / "warga.toml"))["Hobi"] == "domicile.rt"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("nmae", "Isian ini tidak ada. Periksa ejaannya. Apakah maksudnya name?"),
        ("zzzzzz", "Isian ini tidak ada. Periksa ejaannya."),
        ("name", "Isian ini sudah diisi kolom Nama Warga. Pilih isian lain, atau 0."),
    ],
)
def test_field_that_cannot_be_filled_is_refused_and_asked_again(people, tmp_path, text, sentence):
    shown = answer(people, answers=["", "", text, "", ""])
    assert shown.exit_code == 0
    assert sentence in shown.stdout
    assert fields(layout_of(tmp_path / "warga.toml"))["Nama Ketua Rumah"] is None


def test_guess_whose_field_an_answer_filled_is_no_guess_any_more(tmp_path):
    path = sheet(tmp_path / "warga.csv", "NIK,Hobi,Nama")
    shown = answer(path, answers=["", "nama", ""])
    assert "Enter  tidak dibaca (name sudah diisi kolom Hobi)" in shown.stdout
    assert fields(layout_of(tmp_path / "warga.toml")) == {
        "NIK": "nik",
        "Hobi": "name",
        "Nama": None,
    }


def test_second_heading_of_a_field_is_the_guess_if_the_first_is_not_read(tmp_path):
    path = sheet(tmp_path / "warga.csv", "NIK,Nama,Nama Lengkap")
    assert answer(path, answers=["", "0", ""]).exit_code == 0
    assert fields(layout_of(tmp_path / "warga.toml"))["Nama Lengkap"] == "name"


def test_known_heading_without_a_field_has_no_alternatives(tmp_path):
    path = sheet(tmp_path / "warga.csv", "No.,NIK,Nama")
    shown = answer(path, answers=["", "", ""]).stdout
    question = shown[shown.index("A  No.") : shown.index("B  NIK")]
    assert "dikenal; tidak ada isian untuknya" in question
    assert "1 " not in question


def test_levels_of_one_region_are_different_fields(tmp_path):
    path = sheet(tmp_path / "warga.csv", "NIK,Nama,Wil 1,Wil 2")
    shown = answer(path, answers=["", "", "kecamatan", "desa", "6310"])
    assert shown.exit_code == 0
    layout = layout_of(tmp_path / "warga.toml")
    levels = [column.level for column in layout.columns]
    assert levels == [None, None, RegionLevel.DISTRICT, RegionLevel.VILLAGE]
    assert layout.within == RegionCode("63.10")


def test_unknown_region_is_refused_and_a_blank_one_left_out(tmp_path):
    path = sheet(tmp_path / "warga.csv", "NIK,Nama,Desa")
    shown = answer(path, answers=["", "", "", "Banjar", "99.99", ""])
    assert shown.exit_code == 0
    assert shown.stdout.count("Tidak ada wilayah dengan kode ini.") == 2
    assert layout_of(tmp_path / "warga.toml").within is None


class TestRequiredValues:
    @pytest.fixture
    def aid(self, tmp_path):
        return sheet(tmp_path / "ppks.csv", "NIK,Nama,Kategori PPKS", f"{NIK},Ani,Anak Jalanan")

    def test_values_are_asked_and_saved(self, aid, tmp_path):
        answers = ["", "", "", "besok", "13-10-2025", "musyawarah desa"]
        shown = answer(aid, "--record", "beneficiary", answers=answers)
        assert shown.exit_code == 0
        layout = layout_of(tmp_path / "ppks.toml")
        assert layout.constants["classifications.0.source"] == "musyawarah desa"
        assert str(layout.constants["classifications.0.date"]) == "2025-10-13"
        result = tables.read(aid, layout.record_class, layout=layout)
        assert result.valid_rows == 1
        assert "belum ada" not in shown.stdout

    def test_values_without_an_answer_are_left_out_and_named(self, aid, tmp_path):
        shown = answer(aid, answers=["", "", "", "", ""])
        assert shown.exit_code == 0
        left = "Isian wajib yang belum ada: classifications.0.date, classifications.0.source."
        assert left in shown.stdout
        constants = layout_of(tmp_path / "ppks.toml").constants
        assert "classifications.0.source" not in constants


class TestStops:
    def test_without_a_terminal_the_error_names_the_command_layout(self, people, monkeypatch):
        monkeypatch.undo()
        shown = answer(people, answers=[""] * 4)
        assert shown.exit_code == 2
        assert "psm-core layout" in shown.stderr

    def test_standard_input_cannot_be_the_file(self):
        shown = answer("-")
        assert shown.exit_code == 2
        assert "psm-core layout" in shown.stderr

    def test_end_of_input_exits_with_2_and_writes_nothing(self, people, tmp_path):
        shown = answer(people, answers=["", ""])
        assert shown.exit_code == 2
        assert "dihentikan; tidak ada yang ditulis" in shown.stderr
        assert not (tmp_path / "warga.toml").exists()

    def test_interrupt_exits_with_2_and_writes_nothing(self, people, tmp_path, monkeypatch):
        def interrupt(_text):
            raise KeyboardInterrupt

        monkeypatch.setattr(map_command, "ask", interrupt)
        shown = answer(people, "--lang", "en")
        assert shown.exit_code == 2
        assert "stopped; nothing was written" in shown.stderr
        assert not (tmp_path / "warga.toml").exists()

    def test_existing_file_is_overwritten_with_force_only(self, people, tmp_path):
        target = tmp_path / "desa.toml"
        target.write_text("x", "utf-8")
        shown = answer(people, target, answers=[""] * 4)
        assert shown.exit_code == 2
        assert "--force" in shown.stderr
        assert target.read_text("utf-8") == "x"
        assert answer(people, target, "--force", answers=[""] * 4).exit_code == 0
        assert layout_of(target).name == "warga"

    @pytest.mark.parametrize(
        ("words", "text"),
        [
            (("desa.txt",), ".toml"),
            (("nowhere/desa.toml",), "nowhere"),
            (("--record", "warga"), "--record"),
        ],
    )
    def test_arguments_are_checked_before_the_first_question(self, people, words, text):
        shown = answer(people, *words)
        assert shown.exit_code == 2
        assert text in shown.stderr
        assert "Enter" not in shown.stdout


def test_layout_of_a_compressed_file_has_its_plain_name(tmp_path):
    assert map_command._beside(tmp_path / "a.csv.gz") == tmp_path / "a.toml"
