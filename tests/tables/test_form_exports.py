"""Exports of form programs: Kobo, ODK and CommCare."""

import json
from datetime import date

import pytest

from psm_core import Beneficiary, Person, RegionCode, TableError, Worker, tables
from psm_core.tables import Column, Layout
from psm_core.terms import DisabilityType, Sex

NIK = "9901011708900001"
ANGSANA = RegionCode("63.10.09.2005")
FISIK, MENTAL = DisabilityType.FISIK, DisabilityType.MENTAL
KOBO = [
    "start",
    "end",
    "_id",
    "_uuid",
    "_submission_time",
    "_submitted_by",
    "__version__",
    "_index",
]
CENTRAL = ["SubmissionDate", "KEY", "meta-instanceID", "SubmitterName", "ReviewState", "Edits"]
COMMCARE = ["number", "formid", "received_on", "form_link", "form.meta.timeEnd", "form.@name"]


@pytest.fixture
def export(tmp_path):
    def save(program, cells, name="rows.csv"):
        path = tmp_path / name
        head, row = [*program, *cells], ["x"] * len(program) + [*cells.values()]
        lines = (";".join(json.dumps(str(cell)) for cell in line) for line in (head, row))
        path.write_text("\n".join(lines), "utf-8")
        return path

    return save


def read(path, record_class=Person, **options):
    return tables.read(path, record_class, within=RegionCode("63.10"), **options)


@pytest.mark.parametrize(
    ("program", "above"),
    [
        *((KOBO, ""), (KOBO, "grup_a/"), (KOBO, "data/Identitas Warga/"), (KOBO[2:4], "a/b/")),
        *(
            (CENTRAL, "grup-"),
            (CENTRAL, "data-grup_a-"),
            (COMMCARE, "form."),
            (COMMCARE, "form.a."),
        ),
        (["caseid", "case_type", "owner_name", "opened_date"], "properties."),
    ],
)
def test_groups_of_a_form_are_left_out_of_headings(export, program, above):
    cells = {"nama": "Ani", "nik": NIK, "jenis_kelamin": "P", "tanggal_lahir": "1990-08-17"}
    loaded = read(export(program, {f"{above}{name}": cell for name, cell in cells.items()}))
    assert (loaded.layout, [one.code for one in loaded.errors]) == ("warga", [])
    assert {one.code for one in loaded.issues} <= {"nik.sex_differs"}
    (person,) = loaded.records
    assert (person.name, person.nik.unmasked, person.sex, person.birth_date) == (
        "Ani",
        NIK,
        Sex.PEREMPUAN,
        date(1990, 8, 17),
    )


def test_groups_stay_in_headings_of_other_files(export):
    cells = {"NIK": NIK, "Nama": "Ani", "Kakak/Desa": "Angsana"}
    loaded = read(export(["_id"], cells))
    assert loaded.records[0].ktp_address is None
    assert loaded.issues[-1].params["heading"] == "Kakak/Desa"


@pytest.mark.parametrize(
    "heading",
    [
        "ibu/nik",
        "data_ibu/isian/nik",
        "enumerator/nama",
        "Alamat (Jalan/RT/RW)",
        "NIK/Kakak",
        "a/b",
    ],
)
def test_question_about_somebody_else_is_not_read(export, heading):
    cells = {"g/nama": "Ani", "g/nik": NIK, heading: "x"}
    loaded = read(export(KOBO, cells))
    assert [(one.code, one.params) for one in loaded.issues] == [
        ("table.column_unknown", {"heading": heading})
    ]


def test_combined_headings_stay_whole(export):
    cells = {"g/nama": "Ani", "g/nik": NIK, "Alamat/RT/RW": "01/02", "g/L/P": "L"}
    loaded = read(export(KOBO, cells))
    assert loaded.issues == ()
    assert (loaded.records[0].ktp_address.rt, loaded.records[0].sex) == ("001", Sex.LAKI_LAKI)


def test_group_says_whose_region_it_is(export):
    cells = {
        "g/nama_psm": "Ani",
        "g/nik": NIK,
        "g/alamat/kabupaten": "63.10",
        "tempat_tugas/desa": "Angsana",
    }
    path = export(KOBO, cells | {"tempat_tugas/kecamatan": "Angsana"})
    worker = read(path, Worker, values={"assignments.0.listed_on": "2025-01-01"}).records[0]
    assert worker.assignments[0].serves == ANGSANA
    assert worker.person.ktp_address.region == RegionCode("63.10")


def test_columns_of_the_program_are_no_facts(export):
    cells = {"nama": "Ani", "nik": NIK, "kategori_ppks": "Fakir Miskin", "Kunci": "w-1"}
    cells |= {"tanggal_pendataan": "2025-01-01", "sumber_data": "desa"}
    gps = {"_lokasi_latitude": "1", "_lokasi_precision": "2", "foto_url": "x", "lokasi": "y"}
    loaded = read(export(KOBO, cells | gps), Beneficiary)
    assert str(loaded.records[0].id) == "w-1"
    assert [one.params for one in loaded.issues] == [{"heading": "lokasi"}]


def test_name_of_a_case_is_read_if_no_question_asks_for_it(export):
    system = ["caseid", "formid"]
    (person,) = read(export(system, {"name": "Ani", "properties.nik": NIK})).records
    assert person.name == "Ani"
    loaded = read(export(system, {"name": "x", "properties.nama": "Ani", "properties.nik": NIK}))
    assert (loaded.records[0].name, loaded.issues) == ("Ani", ())


def test_own_headings_are_written_as_in_the_file(export):
    path = export(KOBO, {"g/nama": "Ani", "g/nik": NIK, "g/h/lokasi": "Angsana"})
    loaded = read(path, headings={"g/h/lokasi": "dusun"})
    assert (loaded.records[0].ktp_address.hamlet, loaded.issues) == ("Angsana", ())
    assert [one.heading for one in tables.guess_layout(path).guesses][-1] == "g/h/lokasi"


@pytest.mark.parametrize("cells", [{"k/disabilitas": "fisik mental"}, {"disabilitas": "fisik"}])
def test_answers_in_one_column_are_a_set(export, cells):
    loaded = read(export(KOBO, {"nama": "Ani", "nik": NIK, **cells}))
    expected = {FISIK, MENTAL} if len(next(iter(cells.values()))) > 5 else {FISIK}
    assert loaded.records[0].disabilities == expected


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        (("1", "0", "True"), {FISIK, MENTAL}),
        (("ya", "", "tidak"), {FISIK}),
        (("0", "0", "0"), None),
        (("", "", ""), None),
    ],
)
def test_columns_of_answers_are_one_set(export, chosen, expected):
    names = ("k/disabilitas/fisik", "k/disabilitas/sensorik", "k/disabilitas/mental")
    cells = {"nama": "Ani", "nik": NIK, **dict(zip(names, chosen, strict=True))}
    loaded = read(export(KOBO, cells))
    assert (loaded.records[0].disabilities, loaded.issues) == (expected, ())


def test_answer_that_is_neither_yes_nor_no_is_reported(export):
    cells = {"nama": "Ani", "nik": NIK, "disabilitas/fisik": "7", "disabilitas/mental": "1"}
    (issue,) = read(export(KOBO, cells)).issues
    assert (issue.code, issue.cell) == ("term.unknown", "K2")


def test_short_row_has_no_answers(tmp_path):
    path = tmp_path / "rows.csv"
    path.write_text(f"_id,_uuid,nama,nik,disabilitas/fisik\n1,2,Ani,{NIK}\n", "utf-8")
    assert read(path).records[0].disabilities is None


def test_columns_of_answers_beside_the_whole_answer_are_not_read(export):
    cells = {"nama": "Ani", "nik": NIK, "disabilitas": "fisik", "disabilitas/mental": "1"}
    loaded = read(export(KOBO, cells))
    assert (loaded.records[0].disabilities, loaded.issues) == ({FISIK}, ())


@pytest.mark.parametrize(
    "heading",
    ["disabilitas/lainnya", "agama/islam", "anak_disabilitas/fisik", "rt_rw/fisik", "warna/fisik"],
)
def test_column_that_is_no_answer_of_a_choice_is_unknown(export, heading):
    loaded = read(export(KOBO, {"nama": "Ani", "nik": NIK, heading: "1"}))
    assert [one.params for one in loaded.issues] == [{"heading": heading}]


def test_columns_without_a_known_question_are_no_table(export):
    with pytest.raises(TableError) as caught:
        read(export(KOBO, {"a/warna": "x"}))
    assert caught.value.code == "table.no_header"


def test_layout_of_the_caller_reads_an_export(export):
    layout = Layout("x", "x", Person, (Column("name", "Nama Saya"), Column("nik", "NIK")))
    (person,) = read(export(KOBO, {"g/nama_saya": "Ani", "g/nik": NIK}), layout=layout).records
    assert person.name == "Ani"
