"""Headings that a caller gives, in Python and on the command line, and the command `layout`."""

import json
import sys
import tomllib
from pathlib import Path

import pytest
from typer.testing import CliRunner

from psm_core import Beneficiary, Person, RegionCode, TableError, ValidationError, Worker, tables
from psm_core.cli.app import app
from psm_core.tables import Column, Layout

sys.path.append(str(Path(__file__).parents[2] / "examples"))
import psm_workbook

NIK = "9901014108900001"


def run(*words):
    return CliRunner().invoke(app, [str(word) for word in words])


@pytest.fixture
def aid(tmp_path):
    path = tmp_path / "blt.csv"
    path.write_text(
        f"NIK,Nama Ketua Rumah,Golongan,No Rekening\n{NIK},Ani,Lanjut Usia Telantar,123\n", "utf-8"
    )
    return path


def test_given_headings_fill_their_fields(aid):
    headings = {"Nama Ketua Rumah": "person.name", "golongan": "kategori", "No Rekening": None}
    values = {"classifications.0.date": "13-10-2025", "classifications.0.source": "desa"}
    result = tables.read(aid, Beneficiary, headings=headings, values=values)
    (record,) = result.records
    (classification,) = record.classifications
    assert classification.category.label == "Lanjut Usia Telantar"
    assert [issue.code for issue in result.issues] == ["ppks.age"]
    assert tables.detect_layout(aid, headings=headings).record_class is Beneficiary


def test_given_heading_precedes_the_heading_of_the_layout(tmp_path):
    path = tmp_path / "dua.csv"
    path.write_text("NIK,Nama,Nama KPM\n,Ani,Budi\n", "utf-8")
    (record,) = tables.read(path, Person, layout="warga", headings={"Nama KPM": "name"}).records
    assert record.name == "Budi"
    (record,) = tables.read(path, Person, layout="warga", headings={"Nama KPM": None}).records
    assert record.name == "Ani"


def test_heading_of_a_field_that_the_layout_lacks_is_read(tmp_path):
    path = tmp_path / "desa.csv"
    path.write_text("NIK,Panggilan,Pos,Lokasi\n,Ani,RT saya,Mawar\n", "utf-8")
    layout = Layout("x", "x", Person, (Column("nik", "NIK"), Column("name", "Nama")))
    headings = {"Panggilan": "Nama", "Pos": "domicile.street", "Lokasi": "dusun"}
    (record,) = tables.read(path, Person, layout=layout, headings=headings).records
    assert (record.name, record.domicile.street) == ("Ani", "RT saya")
    assert record.ktp_address.hamlet == "Mawar"


def test_heading_over_two_rows_is_given_as_a_whole(tmp_path):
    path = tmp_path / "dua.csv"
    path.write_text("NIK,Pos,\n,Rumah,Kantor\n,Ani,Budi\n", "utf-8")
    layout = Layout("x", "x", Person, (Column("nik", "NIK"),))
    headings = {"Pos / Rumah": "name", "Kantor": None}
    (record,) = tables.read(path, Person, layout=layout, headings=headings).records
    assert record.name == "Ani"


def test_region_without_level_is_the_lowest(tmp_path):
    path = tmp_path / "desa.csv"
    path.write_text("NIK,Nama,Asal\n,Ani,63.10.09.2005\n", "utf-8")
    headings = {"Asal": "ktp_address.region"}
    (record,) = tables.read(path, Person, layout="warga", headings=headings).records
    assert str(record.ktp_address.region) == "63.10.09.2005"


@pytest.mark.parametrize(
    ("headings", "where", "code"),
    [
        ({"Golongan": "kategory.x"}, "$.Golongan", "layout.field_unknown"),
        ({"Golongan": "classifications.0"}, "$.Golongan", "layout.field_incomplete"),
        ({"Golongan": "-"}, "$.Golongan", "layout.field_unknown"),
        ({"-": "person.name"}, "$", "layout.heading_blank"),
        ({"Golongan": "nama", "NIK": "nama"}, "$.NIK", "layout.field_mapped"),
        ({NIK: "person.nama"}, "$", "layout.field_unknown"),
    ],
)
def test_mapping_that_does_not_fit_is_reported(aid, headings, where, code):
    with pytest.raises(ValidationError) as caught:
        tables.read(aid, Beneficiary, headings=headings)
    assert (where, code) in [(issue.where, issue.code) for issue in caught.value.issues]
    assert NIK not in str(caught.value)


@pytest.mark.parametrize(
    ("heading", "params"),
    [
        ("No Rekning", {"heading": "No Rekning", "suggestion": "No Rekening"}),
        ("Xyz", {"heading": "Xyz"}),
        (NIK, {"heading": "-"}),
    ],
)
def test_heading_that_the_sheet_lacks_is_reported(aid, heading, params):
    with pytest.raises(TableError) as caught:
        tables.read(
            aid, Person, layout="warga", headings={"Nama Ketua Rumah": "nama", heading: None}
        )
    assert (caught.value.code, dict(caught.value.issue.params)) == (
        "layout.heading_missing",
        params,
    )


def test_commands_take_headings(aid, tmp_path):
    words = ("--map", "Nama Ketua Rumah=nama", "--map", "Golongan=kategori")
    words = (*words, "--ignore", "No Rekening", "--value", "classifications.0.source=desa")
    result = json.loads(run("check", aid, *words, "--json").stdout)
    assert result["layout"] == "penerima-bantuan"
    assert "table.column_unknown" not in [issue["code"] for issue in result["issues"]]
    target = tmp_path / "x.jsonl"
    words = (*words, "--value", "classifications.0.date=13-10-2025")
    assert run("convert", aid, target, *words).exit_code == 0
    assert target.read_text("utf-8").count("\n") == 1
    wrong = run("check", aid, "--map", "Golongan")
    assert (wrong.exit_code, "--map ditulis dengan tanda sama dengan" in wrong.stderr) == (2, True)
    wrong = run("check", aid, "--map", "Golongan=person.xyz", "--lang", "en")
    assert "$.Golongan layout.field_unknown: There is no such field." in wrong.stderr


@pytest.mark.parametrize("language", ["id", "en"])
def test_command_layout_prints_a_layout_that_check_reads(tmp_path, language):
    sheet = tmp_path / "psm.csv"
    sheet.write_text(
        "Daftar PSM\n\nNAMA PSM,NIK,TTL,DESA,HOBI,KODE WILAYAH\n"
        f'Ani,{NIK},"Angsana, 1-8-1990",Angsana,Membaca,63.10.09.2005\n',
        "utf-8",
    )
    shown = run("layout", sheet, "--lang", language)
    assert shown.exit_code == 0
    assert all(len(line) <= 80 for line in shown.stdout.splitlines())
    entries = tomllib.loads(shown.stdout)
    assert entries["record"] == "worker"
    assert [one.get("field") for one in entries["columns"]] == [
        *("person.name", "person.nik", None, "assignments.0.serves", None),
        "person.ktp_address.region",
    ]
    target = tmp_path / "desa.toml"
    target.write_text(shown.stdout, "utf-8")
    words = ("--within", "63.10", "--json")
    own = json.loads(run("check", sheet, "--layout", target, *words).stdout)
    known = json.loads(run("check", sheet, *words).stdout)
    assert (own["layout"], own["valid_rows"]) == ("psm", known["valid_rows"])
    template = tmp_path / "kosong.csv"
    assert run("template", target, template).exit_code == 0
    assert template.read_text("utf-8-sig").startswith("NAMA PSM,NIK,TTL,DESA")
    assert run("layout", sheet, "--record", "x").exit_code == 2
    workers = run("layout", sheet, "--record", "worker", "--lang", language)
    assert workers.stdout == shown.stdout


def test_mistakes_in_a_layout_file_are_printed(aid, tmp_path):
    target = tmp_path / "desa.toml"
    target.write_text('name = "x"\nrecord = "persn"\n[[columns]]\nheading = "A"\n', "utf-8")
    shown = run("check", aid, "--layout", target, "--lang", "en")
    assert shown.exit_code == 2
    assert "$.record layout.choice_unknown: This is none of the choices: " in shown.stderr


def test_sheet_without_known_headings_is_guessed_as_people(tmp_path):
    path = tmp_path / "lain.csv"
    path.write_text("Hobi,Warna,Kesukaan\nMembaca,Merah,Teh\n", "utf-8")
    guess = tables.guess_layout(path)
    assert guess.layout.record_class is Person
    assert [one.heading for one in guess.guesses] == ["Hobi", "Warna", "Kesukaan"]
    assert {one.confidence for one in guess.guesses} == {tables.Confidence.UNKNOWN}
    path.write_text(f"{NIK},Ani\n{NIK},Budi\n", "utf-8")
    with pytest.raises(TableError, match=r"table\.no_header"):
        tables.guess_layout(path)
    with pytest.raises(TableError, match=r"table\.no_header"):
        tables.guess_layout(path, record_class=Worker)


def test_empty_file_has_no_guesses(tmp_path):
    path = tmp_path / "kosong.csv"
    path.write_text(",,\n", "utf-8")
    with pytest.raises(TableError, match=r"table\.empty"):
        tables.guess_layout(path)


def test_record_class_without_a_layout_gives_headings_that_are_not_read(tmp_path):
    from psm_core import Programme

    path = tmp_path / "program.csv"
    path.write_text("Program,Warna\nPKH,Merah\n", "utf-8")
    guess = tables.guess_layout(path, record_class=Programme)
    assert [column.path for column in guess.layout.columns] == [None, None]


def test_head_of_a_family_is_nobody_in_a_list_of_names(tmp_path):
    path = tmp_path / "kk.csv"
    path.write_text("NIK,Nama,Nama Kepala Keluarga\n,Ani,Budi\n", "utf-8")
    head = tables.guess_layout(path, record_class=Person).guesses[2]
    assert (head.column.path, head.confidence.value) == (None, "unknown")
    assert head.alternatives[0].path == "name"


def test_command_schema_prints_the_schema_of_layout_files():
    shown = run("schema", "table-layout")
    assert json.loads(shown.stdout) == tables.layout_schema()


def test_fields_of_people_may_be_written_as_in_other_lists(tmp_path):
    path = tmp_path / "warga.csv"
    path.write_text("Panggilan,Nomor\nAni,9901014108900001\n", "utf-8")
    headings = {"Panggilan": "person.name", "Nomor": "person.nik"}
    (record,) = tables.read(path, Person, headings=headings).records
    assert record.name == "Ani"


def test_words_of_a_layout_file_are_no_patterns(tmp_path):
    path = tmp_path / "warga.csv"
    path.write_text("Daftar ((\nNIK,Nama\n,Ani\n", "utf-8")
    layout = Layout("x", "x", Person, (Column("name", "Nama"), Column("nik", "NIK")), words=("((",))
    assert len(tables.read(path, Person, layout=layout).records) == 1


def test_guessed_layout_gives_the_same_records_and_issues(tmp_path):
    path = tmp_path / "psm.xlsx"
    psm_workbook.workbook(psm_workbook.ERRORS).save(path)
    values = {"assignments.0.listed_on": "10-10-2025"}
    known = tables.read(path, Worker, values=values, within=RegionCode("63.10"))
    target = tmp_path / "psm.toml"
    target.write_text(tables.layout_text(tables.guess_layout(path)), "utf-8")
    layout = tables.load_layout(target)
    own = tables.read(
        path,
        Worker,
        layout=layout,
        values=values,
        within=RegionCode("63.10"),
        id_prefix=known.layout,
    )
    assert own.records == known.records
    assert own.issues == known.issues
