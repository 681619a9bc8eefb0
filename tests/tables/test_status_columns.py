"""A column *Status* that no layout claims."""

import pytest

from psm_core import Person, Worker, tables
from psm_core.tables import Column, Layout
from psm_core.terms import FamilyRelation, MaritalStatus


def people(path, *rows, headings="No,NIK,Nama,L/P,Status"):
    path.write_text("\n".join((headings, *rows)) + "\n", "utf-8")
    return path


def numbered(*words):
    return [f"{at},,Warga {at},P,{word}" for at, word in enumerate(words, start=1)]


@pytest.fixture
def path(tmp_path):
    return tmp_path / "daftar.csv"


def codes(result):
    return [(issue.code, issue.cell) for issue in result.issues]


def values(result, field):
    return [getattr(one, field) for one in result.records]


def test_words_of_marital_status_are_read_as_such(path):
    result = tables.read(people(path, *numbered("Kawin", "Belum Kawin", "-", "K")), Person)
    kawin, belum = MaritalStatus.KAWIN, MaritalStatus.BELUM_KAWIN
    assert values(result, "marital_status") == [kawin, belum, None, kawin]
    assert codes(result) == []


def test_words_of_a_family_are_read_as_relations(path):
    result = tables.read(people(path, *numbered("Kepala Keluarga", "Istri", "Anak")), Person)
    assert values(result, "family_relation") == [
        FamilyRelation.KEPALA_KELUARGA,
        FamilyRelation.ISTRI,
        FamilyRelation.ANAK,
    ]
    assert codes(result) == []


@pytest.mark.parametrize("word", ["Kwain", "Cerai", "Janda"])
def test_imprecise_word_among_terms_is_a_warning_at_its_cell(path, word):
    result = tables.read(people(path, *numbered("Kawin", word, "Kawin")), Person)
    assert values(result, "marital_status") == [MaritalStatus.KAWIN, None, MaritalStatus.KAWIN]
    assert codes(result) == [("term.unknown", "E3")]
    assert result.valid_rows == 3


@pytest.mark.parametrize(
    "words",
    [
        ("Aktif", "Pindah"),
        ("Kawin", "Aktif"),
        ("Kawin", "Istri"),
        ("Anak", "Anak"),
        ("K", "K"),
        ("Cerai", "Janda"),
        ("1", "2"),
        ("", ""),
    ],
)
def test_column_whose_cells_do_not_decide_is_not_read(path, words):
    result = tables.read(people(path, *numbered(*words)), Person)
    assert codes(result) == [("table.column_unknown", "E1")]
    assert values(result, "marital_status") == [None, None]
    assert values(result, "family_relation") == [None, None]


def test_lines_outside_the_rows_do_not_decide(path):
    below = ["", "Jumlah,,2,,", "", ",,,,Kepala Desa"]
    file = people(path, "(1),(2),(3),(4),(5)", *numbered("Kawin", "Kawin"), *below)
    result = tables.read(file, Person)
    assert values(result, "marital_status") == [MaritalStatus.KAWIN] * 2


def test_two_columns_fill_two_fields(path):
    file = people(
        path, "1,,Ani,Kawin,Istri", "2,,Budi,Kawin,Suami", headings="No,NIK,Nama,Status,Status"
    )
    result = tables.read(file, Person)
    assert values(result, "marital_status") == [MaritalStatus.KAWIN] * 2
    assert values(result, "family_relation") == [FamilyRelation.ISTRI, FamilyRelation.SUAMI]


@pytest.mark.parametrize("other", ["Status", "Status Perkawinan"])
def test_second_column_of_a_field_is_not_read(path, other):
    file = people(path, "1,,Ani,Kawin,Kawin", headings=f"No,NIK,Nama,{other},Status")
    result = tables.read(file, Person)
    assert values(result, "marital_status") == [MaritalStatus.KAWIN]
    assert codes(result) == [("table.column_unknown", "E1")]


def test_column_of_a_person_inside_the_record_is_filled(path):
    file = people(path, *numbered("Kawin"))
    (worker,) = tables.read(file, Worker, layout="pekerja", require_values=False).records
    assert worker.person.marital_status is MaritalStatus.KAWIN


def test_given_heading_and_claim_of_the_layout_take_precedence(path):
    file = people(path, *numbered("Kawin"))
    (record,) = tables.read(file, Person, headings={"Status": None}).records
    assert record.marital_status is None
    (record,) = tables.read(file, Person, layout="prodeskel").records
    assert record.marital_status is MaritalStatus.KAWIN


def test_layout_without_the_field_does_not_read_the_column(path):
    layout = Layout("x", "x", Person, (Column("nik", "NIK"), Column("name", "Nama")))
    result = tables.read(people(path, *numbered("Kawin")), Person, layout=layout)
    assert values(result, "marital_status") == [None]


def test_status_below_another_heading_is_not_read(tmp_path):
    path = tmp_path / "daftar.csv"
    path.write_text("NIK,Nama,L/P,Bantuan,\nNIK,Nama,L/P,Jenis,Status\n,Ani,P,PKH,Kawin\n", "utf-8")
    result = tables.read(path, Person)
    assert values(result, "marital_status") == [None]


@pytest.mark.parametrize("title", ["DAFTAR WARGA,,,,", ",,DAFTAR WARGA,,"])
def test_title_right_above_the_headings_does_not_matter(path, title):
    headings = f"{title}\nNo,NIK,Nama,L/P,Status"
    people(path, *numbered("Kawin", "Belum Kawin"), headings=headings)
    result = tables.read(path, Person)
    assert values(result, "marital_status") == [MaritalStatus.KAWIN, MaritalStatus.BELUM_KAWIN]
    assert codes(result) == []
    (status,) = [one for one in tables.guess_layout(path).guesses if one.heading == "Status"]
    assert status.column.path == "marital_status"


def test_status_below_another_heading_stays_unread(path):
    headings = ",,,,Orang Tua\nNo,NIK,Nama,L/P,Status"
    result = tables.read(people(path, *numbered("Kawin", "Kawin"), headings=headings), Person)
    assert values(result, "marital_status") == [None, None]
    assert codes(result) == [("table.columns_unread", "E2")]
