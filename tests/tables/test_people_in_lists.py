"""Vocabularies of people in sheets: life status, disability, code lists, unknown words."""

import copy
import csv
import pickle
import traceback
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from psm_core import (
    Beneficiary,
    CellText,
    Issue,
    Participation,
    Person,
    Severity,
    TableError,
    Worker,
    tables,
)
from psm_core.tables import LAYOUTS, Column, Layout
from psm_core.terms import (
    DisabilityType,
    Education,
    FamilyRelation,
    LifeStatus,
    MaritalStatus,
    NIKAbsence,
    Occupation,
    PMKSCategory,
    PPKSCategory,
    Religion,
    Sex,
)

NIK = "9901014108900001"
F, G, M, S = DisabilityType


@pytest.fixture
def read(tmp_path):
    def read(kind, *lines, **how):
        path = tmp_path / "rows.csv"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return tables.read(path, kind, **how)

    return read


def codes(loaded):
    return [(one.cell, one.code, one.severity.value) for one in loaded.issues]


def exported(read, layout, **cells):
    """Read a file with all columns of a built-in layout and one row."""
    (found,) = (one for one in LAYOUTS if one.name == layout)
    heads = [column.headings[0] for column in found.columns]
    row = ",".join(cells.pop(head, "") for head in heads)
    assert not cells
    loaded = read(Person, ",".join(heads), row)
    assert loaded.layout == layout
    return loaded


@pytest.mark.parametrize(
    ("cell", "status", "code"),
    [
        ("2", LifeStatus.MATI, "person.deceased"),
        ("MATI", LifeStatus.MATI, "person.deceased"),
        ("3", LifeStatus.PINDAH, "person.moved"),
        ("HILANG", LifeStatus.HILANG, "person.missing"),
        ("6", LifeStatus.PERGI, "person.gone"),
        ("TIDAK VALID", LifeStatus.TIDAK_VALID, "person.entry_invalid"),
        ("1", LifeStatus.HIDUP, None),
        ("", None, None),
    ],
)
def test_opensid_life_status_is_read_with_a_warning(read, cell, status, code):
    loaded = exported(read, "opensid-penduduk", nik=NIK, nama="ANI", status_dasar=cell)
    assert [one.life_status for one in loaded.records] == [status]
    assert [(one.code, one.severity.value, one.where) for one in loaded.issues] == (
        [] if code is None else [(code, "warning", "$.life_status")]
    )


def test_life_status_of_a_population_office_is_read(read):
    cells = {"NIK": NIK, "Nama Penduduk": "ANI", "Status": "Tidak Valid"}
    loaded = exported(read, "siak", **cells)
    assert [one.life_status for one in loaded.records] == [LifeStatus.TIDAK_VALID]
    assert codes(loaded) == [("D2", "person.entry_invalid", "warning")]


def test_checks_do_not_repeat_the_warning_of_a_life_status(read):
    lines = ("NIK,Nama,Status Hidup,Tanggal Status Hidup", f"{NIK},Ani,Alm.,2025-01-02")
    for how in ({}, {"checks": True, "as_of": date(2025, 10, 10)}):
        loaded = read(Person, *lines, **how)
        assert [one.code for one in loaded.issues].count("person.deceased") == 1
        assert loaded.records[0].death_date == date(2025, 1, 2)


def test_date_without_a_life_status_gives_a_warning_and_the_row_stays(read):
    lines = ("NIK,Nama,Status Hidup,Tanggal Status Hidup", f"{NIK},Ani,,2025-01-02")
    loaded = read(Person, *lines, checks=True, as_of=date(2025, 10, 10))
    assert ("D2", "person.life_status_missing", "warning") in codes(loaded)
    assert loaded.records[0].life_status_date == date(2025, 1, 2)


def test_life_status_inside_other_records_is_reported(read):
    head = "Nama Lengkap,NIK,Kategori PPKS,Tanggal Asesmen,Sumber Data,Status Hidup"
    loaded = read(Beneficiary, head, f"Ani,{NIK},Pemulung,2025-01-01,desa,Pindah")
    assert codes(loaded) == [("F2", "person.moved", "warning")]
    assert len(loaded.records) == 1


@pytest.mark.parametrize(
    ("cell", "types"),
    [
        ("1", {F}),
        ("2", {S}),
        ("3", {S}),
        ("4", {M}),
        ("5", {F, M}),
        ("7", set()),
        ("CACAT FISIK DAN MENTAL", {F, M}),
        ("Tidak cacat", set()),
        ("Disabilitas Netra", {S}),
        ("Disabilitas Daksa; ODGJ", {F, M}),
        ("TUNA RUNGU", {S}),
        ("Grahita", {G}),
        ("", None),
    ],
)
def test_disabilities_of_the_forms_become_types_of_the_law(read, cell, types):
    loaded = exported(read, "opensid-penduduk", nik=NIK, nama="ANI", cacat_id=cell)
    assert [one.disabilities for one in loaded.records] == [types]
    assert loaded.issues == ()


@pytest.mark.parametrize(
    ("cell", "code"),
    [("6", "person.disability_other"), ("Cacat Lainnya", "person.disability_other")],
)
def test_other_disability_is_left_out_with_its_word(read, cell, code):
    loaded = exported(read, "opensid-penduduk", nik=NIK, nama="ANI", cacat_id=cell)
    assert [one.disabilities for one in loaded.records] == [None]
    (issue,) = loaded.issues
    assert (issue.code, issue.severity, issue.written.unmasked) == (code, Severity.WARNING, cell)


@pytest.mark.parametrize("cell", ["entah", "Ya", "Disabilitas ganda", "berat"])
def test_word_that_names_no_disability_is_left_out(read, cell):
    loaded = exported(read, "opensid-penduduk", nik=NIK, nama="ANI", cacat_id=cell)
    assert [one.disabilities for one in loaded.records] == [None]
    assert [(one.code, one.written.unmasked) for one in loaded.issues] == [("term.unknown", cell)]
    assert "Disabilitas sensorik, Tanpa disabilitas." in loaded.issues[0].describe("id")


@pytest.mark.parametrize("heading", ["Cacat", "Jenis Disabilitas", "Jenis Cacat/Disabilitas"])
def test_disability_columns_of_other_lists_are_read(read, heading):
    lines = (f"NIK,Nama,{heading}", f"{NIK},Ani,Tidak ada")
    loaded = read(Person, *lines)
    assert (loaded.records[0].disabilities, loaded.issues) == (frozenset(), ())


def test_code_of_a_disability_without_its_list_is_unknown(read):
    loaded = read(Person, "NIK,Nama,Disabilitas", f"{NIK},Ani,5")
    assert codes(loaded) == [("C2", "term.unknown", "warning")]
    loaded = read(Person, "NIK,Nama,Disabilitas", f"{NIK},Ani,5", code_lists=["disabilitas-kk"])
    assert (loaded.records[0].disabilities, loaded.issues) == ({F, M}, ())


def test_opensid_names_its_code_lists(read):
    cells = {"nik": NIK, "nama": "ANI", "status_kawin": "3", "pekerjaan_id": "89"}
    (one,) = exported(read, "opensid-penduduk", **cells).records
    assert one.marital_status is MaritalStatus.CERAI_HIDUP
    assert one.occupation is Occupation.LAINNYA


def test_ambiguous_code_is_left_out_unless_the_caller_names_its_list(read):
    lines = ("NIK,Nama,Status Perkawinan,Pekerjaan", f"{NIK},Ani,3,89")
    loaded = read(Person, *lines)
    assert codes(loaded) == [
        ("C2", "term.ambiguous_code", "warning"),
        ("D2", "term.ambiguous_code", "warning"),
    ]
    assert [(one.marital_status, one.occupation) for one in loaded.records] == [(None, None)]
    assert "status-perkawinan-4, status-perkawinan-6" in loaded.issues[0].describe("id")
    named = read(Person, *lines, code_lists=("status-perkawinan-6", "pekerjaan-99"))
    (one,) = named.records
    assert one.marital_status is MaritalStatus.KAWIN_BELUM_TERCATAT
    assert one.occupation is Occupation.ANGGOTA_LEMBAGA_TINGGI
    assert named.issues == ()


@pytest.mark.parametrize("heading", ["SHDK", "kk_level", "Status Hubungan dalam Keluarga"])
def test_heading_that_names_a_list_gives_its_codes(read, heading):
    (one,) = read(Person, f"NIK,Nama,{heading}", f"{NIK},Ani,3").records
    assert one.family_relation is FamilyRelation.ISTRI
    (one,) = read(Person, "NIK,Nama,hubungan_kepkel", f"{NIK},Ani,3").records
    assert one.family_relation is FamilyRelation.ANAK


@pytest.mark.parametrize("heading", ["Hubungan Keluarga", "Hubungan dengan Kepala Keluarga"])
def test_code_of_a_family_relation_is_left_out_unless_its_list_is_named(read, heading):
    lines = (f"NIK,Nama,{heading},Pendidikan", f"{NIK},Ani,3,5")
    loaded = read(Person, *lines)
    assert codes(loaded) == [
        ("C2", "term.ambiguous_code", "warning"),
        ("D2", "term.ambiguous_code", "warning"),
    ]
    assert [(one.family_relation, one.education) for one in loaded.records] == [(None, None)]
    lists = ("hubungan-regsosek", "pendidikan-regsosek")
    (one,) = read(Person, *lines, code_lists=lists).records
    assert (one.family_relation, one.education) == (FamilyRelation.ANAK, Education.TAMAT_SD)


def test_list_of_the_caller_comes_before_that_of_a_heading(read):
    lines = ("NIK,Nama,SHDK", f"{NIK},Ani,3")
    (one,) = read(Person, *lines, code_lists=["hubungan-regsosek"]).records
    assert one.family_relation is FamilyRelation.ANAK


def test_code_of_a_category_needs_the_list_unless_its_heading_names_it(read):
    values = {"classifications.0.date": date(2025, 10, 1), "classifications.0.source": "x"}

    def category(heading, cell, **how):
        lines = (f"NIK,Nama,{heading}", f"{NIK},Ani,{cell}")
        loaded = read(Beneficiary, *lines, values=values, **how)
        found = [next(iter(one.classifications)).category for one in loaded.records]
        return found, [issue.code for issue in loaded.issues]

    code = PPKSCategory.PEMULUNG.code
    assert category("Kategori PPKS", code) == ([PPKSCategory.PEMULUNG], [])
    assert category("Jenis PMKS", code) == ([], ["term.ambiguous_code"])
    (found,), _ = category("Jenis PMKS", code, code_lists=["pmks-22"])
    assert found is PMKSCategory.from_code(code, "pmks-22")
    assert found.ppks is not PPKSCategory.PEMULUNG
    assert category("Jenis PMKS", "99", code_lists=["pmks-22"]) == ([], ["term.unknown"])
    assert category("Jenis PMKS", "Pemulung")[0] == [PPKSCategory.PEMULUNG]


def test_code_that_the_named_list_lacks_is_unknown(read):
    lines = ("NIK,Nama,Status Perkawinan", f"{NIK},Ani,5")
    loaded = read(Person, *lines, code_lists=["status-perkawinan-4"])
    assert codes(loaded) == [("C2", "term.unknown", "warning")]


def test_named_list_does_not_change_words_and_other_columns(read):
    lines = ("NIK,Nama,L/P,Status Perkawinan", f"{NIK},Ani,2,Kawin")
    (one,) = read(Person, *lines, code_lists=["status-perkawinan-6"]).records
    assert (one.sex, one.marital_status) == (Sex.PEREMPUAN, MaritalStatus.KAWIN)


def test_list_of_the_caller_comes_before_that_of_the_layout(read):
    columns = (Column("name", "Nama"), Column("marital_status", "Status"))
    layout = Layout("x", "x", Person, columns, code_lists=("status-perkawinan-4",))
    how = {"layout": layout, "code_lists": ["status-perkawinan-6"]}
    (one,) = read(Person, "Nama,Status", "Ani,6", **how).records
    assert one.marital_status is MaritalStatus.CERAI_MATI


def test_unknown_code_list_is_rejected(read):
    with pytest.raises(ValueError, match="no code list 'kawin'; there are: disabilitas-kk, pend"):
        read(Person, "NIK,Nama", f"{NIK},Ani", code_lists=["kawin"])
    with pytest.raises(ValueError, match="no code list"):
        Layout("x", "x", Person, (Column("name", "Nama"),), code_lists=("kawin",))


def test_unknown_word_of_an_optional_field_keeps_the_row(read):
    head = "NIK,Nama,Agama,Pendidikan,Alasan tanpa NIK,L/P"
    loaded = read(Person, head, f"{NIK},Ani,Kejawen,Kursus,,P", ",Budi,Islam,SD,entah,")
    assert codes(loaded) == [
        ("C2", "term.unknown", "warning"),
        ("D2", "term.unknown", "warning"),
        ("E3", "term.unknown", "warning"),
    ]
    assert [one.written.unmasked for one in loaded.issues] == ["Kejawen", "Kursus", "entah"]
    ani, budi = loaded.records
    assert (ani.religion, ani.education, ani.sex) == (None, None, Sex.PEREMPUAN)
    assert (budi.religion, budi.nik_absence) == (Religion.ISLAM, NIKAbsence.TIDAK_DIKETAHUI)
    assert (loaded.valid_rows, loaded.error_count) == (2, 0)
    assert "left out of the record" in loaded.issues[0].describe()


def test_unknown_word_of_a_required_field_is_an_error(read):
    head = "Nama Lengkap,NIK,Kategori,Tanggal Asesmen,Sumber Data"
    loaded = read(Beneficiary, head, f"Ani,{NIK},Miskin sekali,2025-01-01,desa")
    assert codes(loaded) == [("C2", "term.unknown", "error")]
    head = "Program,Kunci Penerima,Status,Mulai Menerima"
    loaded = read(Participation, head, "PKH,b-1,entah,2025-01-01")
    assert codes(loaded) == [("C2", "term.unknown", "error")]
    head = "NIK,Nama Lengkap,Pilar,Mulai Tugas,Desa/Kelurahan Tugas"
    loaded = read(Worker, head, f"{NIK},Ani,guru,01-01-2019,63.10.09.2005")
    assert codes(loaded) == [("C2", "term.unknown", "error")]
    assert loaded.issues[0].written is None


def test_damaged_values_stay_errors_unless_reading_is_lenient(read):
    head = "NIK,Nama,Agama,Tanggal Lahir,RT"
    row = f"{NIK},Ani,Kejawen,31-31-1990,satu"
    assert codes(read(Person, head, row)) == [
        ("C2", "term.unknown", "warning"),
        ("D2", "date.invalid", "error"),
        ("E2", "address.number", "error"),
    ]
    lenient = read(Person, head, row, lenient=True)
    assert [one.written.unmasked for one in lenient.issues] == ["Kejawen", "31-31-1990", "satu"]
    assert len(lenient.records) == 1


def test_part_with_nothing_but_an_unknown_word_is_left_out(read):
    head = "NAMA PSM,NIK,KELURAHAN,TINGKATAN DIKLAT"
    given = {"assignments.0.listed_on": "2025-10-10"}
    loaded = read(Worker, head, f"Ani,{NIK},63.10.09.2005,tinggi", values=given)
    assert codes(loaded) == [("D2", "term.unknown", "warning")]
    assert [one.trainings for one in loaded.records] == [()]


@given(word=st.text(st.characters(categories=["L", "Nd", "Zs"], include_characters="/.-()")))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_word_of_an_optional_vocabulary_costs_a_row(tmp_path, word):
    path = tmp_path / "any.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        heads = ["NIK", "Nama", "Agama", "Pekerjaan", "Status Perkawinan", "Cacat", "Status Hidup"]
        csv.writer(file).writerows([heads, [NIK, "Ani", *[word] * 5], ["", "Budi", *["Islam"] * 5]])
    loaded = tables.read(path, Person)
    assert [one.name for one in loaded.records] == ["Ani", "Budi"]
    assert loaded.errors == ()


@pytest.mark.parametrize("number", ["9" * 15 + last for last in "456789"])
def test_number_of_a_survey_means_that_the_nik_is_unknown(read, number):
    loaded = read(Person, "NIK,Nama,No. KK", f"{number},Ani,")
    assert codes(loaded) == [("A2", "nik.placeholder", "warning")]
    assert [one.nik_absence for one in loaded.records] == [NIKAbsence.TIDAK_DIKETAHUI]


def test_text_of_a_cell_is_an_immutable_value():
    text = CellText("x")
    assert text == copy.deepcopy(text) == pickle.loads(pickle.dumps(text))  # noqa: S301 - own bytes
    assert hash(text) == hash(CellText("x"))
    assert text != CellText("y")
    assert text != "x"
    for change in (lambda: setattr(text, "_text", "y"), lambda: delattr(text, "_text")):
        with pytest.raises(AttributeError, match="immutable") as caught:
            change()
        assert "'y'" not in "".join(traceback.format_exception(caught.value)[-1:])
    assert Issue("term.unknown") == Issue("term.unknown", written=text)


def test_mark_of_the_dead_in_a_name_is_a_warning_and_keeps_the_row(read):
    loaded = read(
        Person, "NIK,Nama,Tanggal Lahir", f"{NIK},Ani (Alm),01-08-1990", ",Budi,01-01-1900"
    )
    assert len(loaded.records) == 2
    assert codes(loaded) == [
        ("B2", "person.name_deceased", "warning"),
        ("C3", "person.birth_date_implausible", "warning"),
    ]


@pytest.mark.parametrize(
    ("headings", "row"),
    [
        ("No;Nama Lansia;Umur;L/P;RT", "1;Kakek Contoh;70;L;01"),
        ("NO;NAMA;TEMPAT/TGL LAHIR;JENIS DISABILITAS;ALAMAT", "1;Ani;Satui, 1 Mei 2010;Fisik;RT 1"),
    ],
)
def test_list_without_a_column_of_nik_is_read_with_one_warning(tmp_path, headings, row):
    path = tmp_path / "daftar.csv"
    path.write_text(f"{headings}\n{row}\n", "utf-8")
    assert tables.detect_layout(path).name == "warga"
    result = tables.read(path, Person, ages_stated_on=date(2025, 10, 10))
    (person,) = result.records
    assert (person.nik, person.nik_absence) == (None, NIKAbsence.TIDAK_DIKETAHUI)
    assert [(one.code, one.row) for one in result.issues] == [("table.nik_column_missing", 1)]


def test_few_columns_without_nik_are_no_list_of_people(tmp_path):
    path = tmp_path / "daftar.csv"
    path.write_text("No;Nama;Alamat;Warna\n1;Ani;Jl. A;merah\n", "utf-8")
    with pytest.raises(TableError) as caught:
        tables.read(path, Person)
    assert caught.value.code == "table.column_missing"


def test_list_of_heads_of_families_is_one_of_people(tmp_path):
    path = tmp_path / "kk.csv"
    lines = [
        "No,No KK,Nama Kepala Keluarga,NIK,Jumlah Jiwa",
        "1,9901010101100001,Ani,9901014108900001,3",
    ]
    path.write_text("\n".join(lines), "utf-8")
    assert tables.detect_layout(path).name == "warga"
    result = tables.read(path, Person)
    assert [(one.name, one.family_relation) for one in result.records] == [("Ani", None)]
    codes = [(one.code, one.cell) for one in result.issues]
    assert codes == [("table.head_name_read", "C1"), ("table.columns_unread", "E1")]


def test_name_of_the_head_is_not_that_of_members(tmp_path):
    path = tmp_path / "kk.csv"
    path.write_text("No KK,Nama Kepala Keluarga,NIK,SHDK\n,Ani,9901014108900001,Anak\n", "utf-8")
    with pytest.raises(TableError) as caught:
        tables.read(path, Person)
    assert caught.value.code == "table.column_missing"


@pytest.mark.parametrize(
    ("heading", "cell"), [("L/P", "P"), ("Agama", "Islam"), ("Tgl Lahir", "31-01-1990")]
)
def test_name_and_a_fact_of_people_make_a_list_without_nik(tmp_path, heading, cell):
    path = tmp_path / "daftar.csv"
    path.write_text(f"Nama,{heading}\nAni,{cell}\nBudi,{cell}\n", "utf-8")
    result = tables.read(path, tables.detect_layout(path).record_class)
    assert [one.name for one in result.records] == ["Ani", "Budi"]
    assert [one.code for one in result.issues] == ["table.nik_column_missing"]
