"""People who are listed twice under a misspelt name, or with a missing or mistyped NIK."""

from datetime import date
from random import Random

import pytest

import psm_core as values
from psm_core import Beneficiary, Family, Person, RegionCode, Worker, evolve, population, tables
from psm_core.matching.name_spelling import Edit, edit_between, spelling
from psm_core.tables.rows import similar_people
from psm_core.terms import NIKAbsence

HEAD = "NIK,Nama,Tanggal Lahir,No. KK,JK,Desa,SHDK"
NIK, OTHER_NIK = "9901015208900001", "9901015309970004"
KK, OTHER_KK = "9901010108200001", "9901010108200002"
BORN = "12-08-1990"
BOTH = [("B2", 3), ("B3", 2)]


@pytest.fixture
def read(tmp_path):
    def read(*lines, head=HEAD, record_class=Person, **options):
        path = tmp_path / "warga.csv"
        path.write_text("\n".join([head, *lines]) + "\n", encoding="utf-8")
        return tables.read(path, record_class, within=RegionCode("63.10.09"), **options)

    return read


def similar(result):
    return [
        (one.cell, one.params["other"])
        for one in result.issues
        if one.code == "table.person_similar"
    ]


def row(  # noqa: PLR0913 - the cells of a row
    nik=NIK, name="Ani Contoh", born=BORN, kk="", *, sex="", village="Angsana", relation=""
):
    return f'{nik},"{name}",{born},{kk},{sex},{village},{relation}'


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(row(""), id="NIK missing"),
        pytest.param(row("9901015208900007"), id="other digit in the serial number"),
        pytest.param(row("9901015208900010"), id="digits swapped"),
        pytest.param(row("9901025208900001"), id="other digit in the region"),
        pytest.param(row("9901015208910001"), id="other digit in the date"),
        pytest.param(row("9901015208910001", "Ani Contho"), id="letters swapped too"),
        pytest.param(row("", "ANI CONTO"), id="letter missing"),
        pytest.param(row("", "Hj. Ani Tjontoh, S.Sos."), id="titles and old spelling"),
        pytest.param(row("", kk=KK), id="one KK"),
        pytest.param(row("", sex="P"), id="one sex"),
    ],
)
def test_person_listed_twice_is_reported_at_both_rows(read, other):
    result = read(row(), other)
    assert similar(result) == BOTH
    assert len(result.records) == 2


@pytest.mark.parametrize(
    "pair",
    [
        pytest.param((row(), row("", village="Karang Indah")), id="other village"),
        pytest.param((row(), row("", born="13-08-1990")), id="other birth date"),
        pytest.param((row(), row(OTHER_NIK)), id="other NIK"),
        pytest.param((row(sex="P"), row("", sex="L")), id="other sex"),
        pytest.param((row(), row("", "Budi Contoh")), id="other name"),
        pytest.param((row(), row("", "Ani Mobil")), id="two letters"),
        pytest.param((row(), row("9901015208900002", "Ani Contih")), id="twins"),
        pytest.param((row(kk=KK), row("", "Ani Contih", kk=KK)), id="second twin without NIK"),
        pytest.param((row(), row(OTHER_NIK, "Ani Contih")), id="other NIK, letter"),
        pytest.param(
            (row("", "Siti", "01-07-1990"), row(name="Siti", born="01-07-1990")),
            id="frequent name and date",
        ),
        pytest.param((row("", "Siti"), row("", "Siti", kk=KK)), id="one word, no NIK"),
        pytest.param(
            (row(kk=KK), row("9901015208900002", kk=OTHER_KK)), id="serial number, other KK"
        ),
        pytest.param((row(village=""), row("9901015208900002", village="")), id="no village"),
        pytest.param((row("", "???"), row(name="?!?")), id="no letters"),
        pytest.param((row("", born="", kk=KK), row(born="", kk=OTHER_KK)), id="no date, other KK"),
        pytest.param((row(born="1990"), row("", born="1990")), id="year"),
        pytest.param((row("", kk=KK), row("", kk=KK, born="13-08-1990")), id="KK, other date"),
    ],
)
def test_different_people_are_not_reported(read, pair):
    assert similar(read(*pair)) == []


OTHERS = [
    row(f"9901{n:02}520890{n:04}", name)
    for n, name in enumerate(["Budi", "Citra", "Dewi", "Eko", "Fajar", "Gita", "Hadi", "Intan"])
]


@pytest.mark.parametrize(
    ("pair", "expected"),
    [
        pytest.param((row(), row("", "Ani Contih")), BOTH, id="NIK missing, letter"),
        pytest.param((row(kk=KK), row(OTHER_NIK, kk=KK)), BOTH, id="other NIK, one KK"),
        pytest.param((row(), row(OTHER_NIK)), [], id="other NIK"),
        pytest.param((row(sex="P"), row("", sex="L")), [], id="other sex"),
    ],
)
def test_only_the_same_people_of_a_frequent_birth_date_are_reported(read, pair, expected):
    assert similar(read(*pair, *OTHERS)) == expected


def test_father_and_son_of_one_name_are_not_reported(read):
    father = row("9901011208600001", born="12-08-1960", kk=KK, relation="Kepala Keluarga")
    son = row("", born="12-08-1990", kk=KK, relation="Anak")
    assert similar(read(father, son)) == []
    no_dates = [line.replace("12-08-1960", "").replace("12-08-1990", "") for line in (father, son)]
    assert similar(read(*no_dates)) == []
    assert similar(read(no_dates[0], no_dates[1].replace("Anak", "Kepala Keluarga"))) == BOTH
    assert similar(read(no_dates[0], no_dates[1].replace("Anak", ""))) == BOTH


def test_same_name_and_card_is_reported_whatever_the_nik_if_the_birth_date_is_the_same(read):
    assert similar(read(row(kk=KK), row(OTHER_NIK, kk=KK))) == BOTH
    assert similar(read(row(kk=KK, born=""), row(OTHER_NIK, kk=KK, born=""))) == []
    assert similar(read(row(kk=KK), row("", kk=KK, village="Karang Indah", born=""))) == BOTH


def test_misspelt_head_of_a_family_is_reported(read):
    head = row(kk=KK, relation="Kepala Keluarga")
    assert similar(read(head, row("", "Ani Contih", kk=KK, relation="Kepala Keluarga"))) == BOTH
    child = head.replace("Kepala Keluarga", "Anak")
    assert similar(read(child, row("", "Ani Contih", kk=KK, relation="Anak"))) == []
    assert similar(read(child, row("", "Ani Contho", kk=KK, relation="Anak"))) == BOTH
    assert similar(read(child, row("9901015208910001", "Ani Contih", kk=KK))) == BOTH


def test_birth_date_in_the_nik_is_used_if_none_is_given(read):
    assert similar(read(row(born=""), row("", born=BORN))) == BOTH
    man = "9901011208900001"
    assert similar(read(row(man, born=""), row("9901011208900002", born=""))) == []
    assert similar(read(row(man, born=""), row("", born=""))) == []


def test_row_that_repeats_a_nik_is_reported_once(read):
    result = read(row(), row(), row("", "Ani Contho"))
    assert [(one.cell, one.code) for one in result.issues] == [
        ("A3", "table.person_duplicate"),
        ("A2", "table.person_duplicate"),
        ("B2", "table.person_similar"),
        ("B4", "table.person_similar"),
    ]


def test_each_of_many_rows_of_a_person_is_reported(read, monkeypatch):
    monkeypatch.setattr(similar_people, "_MOST_COMPARED", 1)
    found = similar(read(row(), *(row("", kk=f"99010101082000{n}") for n in (11, 12, 13, 14))))
    assert found == [("B2", 3), ("B3", 2), ("B4", 2), ("B5", 2), ("B6", 2)]


def test_members_of_families_are_compared(read):
    head = "No. KK,NIK,Nama,Tanggal Lahir,SHDK,Desa"
    lines = (
        f"{KK},,Budi Contoh,1-2-1960,Kepala Keluarga,Angsana",
        f",{NIK},Ani Contoh,{BORN},Anak,Angsana",
        f"{OTHER_KK},,Ani Contoh,{BORN},Kepala Keluarga,Angsana",
    )
    result = read(*lines, head=head, record_class=Family)
    assert similar(result) == [("C3", 4), ("C4", 3)]
    assert [one.path for one in result.issues] == [("memberships",)] * 2
    again = read(*lines[:2], f",,Ani Contoh,{BORN},Anak,Angsana", head=head, record_class=Family)
    assert similar(again) == [("C3", 4), ("C4", 3)]


def test_person_twice_in_one_row_is_not_reported(read):
    head = (
        "id,person.nik,person.name,person.kk,person.birth_date,family.kk,"
        "family.memberships.0.person.nik,family.memberships.0.person.name,"
        "family.memberships.0.person.kk,family.memberships.0.person.birth_date,"
        "family.memberships.0.relation"
    )
    line = f"b1,{NIK},Ani Contoh,{KK},1990-08-12,{KK},{NIK},Ani Contoh,{KK},1990-08-12,anak"
    assert similar(read(line, head=head, record_class=Beneficiary)) == []


def test_worker_without_an_address_is_compared_by_the_village_served(read):
    head = "NIK,Nama Lengkap,Tanggal Lahir,Pilar,Mulai Tugas,Desa/Kelurahan Tugas"
    first = f"{NIK},Ani Contoh,{BORN},psm,2019-01-01,Angsana"
    result = read(first, first.replace(NIK, ""), head=head, record_class=Worker)
    assert similar(result) == BOTH
    other = first.replace(NIK, "").replace("Angsana", "Karang Indah").replace("Contoh", "Conto")
    assert similar(read(first, other, head=head, record_class=Worker)) == []


def test_people_of_a_population_are_not_reported(tmp_path):
    villages = population.villages(people=2000, seed=1, as_of=date(2025, 10, 10))
    people = [person for village in villages for person in village.people]
    tables.write(people, tmp_path / "warga.csv")
    assert similar(tables.read(tmp_path / "warga.csv", Person)) == []
    chance = Random(1)  # noqa: S311 - a sample
    twice = [one for one in chance.sample(people, 100) if one.nik and " " in one.name]
    again = [evolve(one, nik=None, nik_absence=NIKAbsence.TIDAK_DIKETAHUI) for one in twice]
    tables.write([*people, *again], tmp_path / "warga.csv")
    found = similar(tables.read(tmp_path / "warga.csv", Person))
    first = len(people) + 2
    expected = {(first + n, people.index(one) + 2) for n, one in enumerate(twice)}
    assert {(int(cell.strip("ABCDEFG")), other) for cell, other in found[1::2]} == expected


def test_stream_keeps_no_people(tmp_path):
    path = tmp_path / "warga.csv"
    tables.write(
        [
            Person(name="Ani Contoh", nik=nik, nik_absence=absence, kk=values.KK(KK))
            for nik, absence in ((values.NIK(NIK), None), (None, NIKAbsence.TIDAK_DIKETAHUI))
        ],
        path,
    )
    with tables.stream(path, Person) as reading:
        assert [row.issues for row in reading] == [(), ()]
        assert reading.issues == ()
    assert len(similar(tables.read(path, Person))) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Moh. Ali", "Muhammad Ali"),
        ("M.Yusuf", "Mochamad Yusuf"),
        ("St. Aminah", "Siti Amina"),
        ("Nur Hayati", "Noerhayatti"),
        ("Achmad Djoko", "Ahmad Joko"),
        ("Prof. Dr. H. Ani Contoh, M.Si", "Ani Contoh"),
        ("Ani Contoh S.Pd", "Ani Contoh"),
        ("Ani Contoh (Alm)", "Almh. Ani Contoh"),
        ("Nur'aini Contoh", "Nuraini Contoh"),
        ("A.M. Contoh", "AM Contoh"),
    ],
)
def test_variants_of_a_name_have_the_same_letters(one, other):
    assert spelling(one).letters == spelling(other).letters


def test_name_that_is_a_title_keeps_it():
    assert spelling("Haji").letters == "haji"
    assert spelling("Haji, S.Pd.").is_single
    assert spelling("S.Pd").letters == "spd"


@pytest.mark.parametrize(
    ("other", "edit"),
    [
        ("sulatsri", Edit.SWAPPED),
        ("sulastir", Edit.SWAPPED),
        ("ulastri", Edit.LETTER),
        ("sulastri1", Edit.LETTER),
        ("sulistri", Edit.LETTER),
        ("sulistro", None),
        ("sulas", None),
        ("suastrri", None),
    ],
)
def test_edit_between_finds_one_typing_error(other, edit):
    assert edit_between("sulastri", other) is edit
    assert edit_between(other, "sulastri") is edit
