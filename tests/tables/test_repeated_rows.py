"""Rows that repeat the key, person, family or participation of an earlier row."""

import pytest

from psm_core import Beneficiary, Event, Family, Participant, Participation, Person, Worker, tables
from psm_core.tables import Column, Layout
from psm_core.tables.repeated_rows import FirstRows

WORKERS = "Kunci,NIK,Nama Lengkap,Pilar,Mulai Tugas,Desa/Kelurahan Tugas"
FAMILIES = "id,kk,memberships.0.person.name,memberships.0.person.nik,memberships.0.relation"


@pytest.fixture
def read(tmp_path):
    def read(kind, *lines, **how):
        path = tmp_path / "rows.csv"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        loaded = tables.read(path, kind, **how)
        with tables.stream(path, kind, **how) as reading:
            assert [one for row in reading for one in row.issues] == list(loaded.issues)
        return [(one.cell, one.code, dict(one.params)) for one in loaded.issues]

    return read


def worker(key, nik):
    return f"{key},99010101089000{nik},A,psm,2019-01-01,63.10.09.2005"


def test_repeated_key_is_reported_at_the_later_row(read):
    issues = read(Worker, WORKERS, worker("w1", "01"), worker("w2", "02"), worker("w1", "03"))
    assert issues == [("A4", "table.key_duplicate", {"first": 2})]
    assert "w1" not in str(issues)


def test_keys_that_differ_in_case_alone_are_equal(read):
    issues = read(Worker, WORKERS, worker("w1", "01"), worker("W1", "02"))
    assert issues == [("A3", "table.key_duplicate", {"first": 2})]


def test_generated_key_equal_to_a_key_of_the_file_is_reported(read):
    issues = read(Worker, WORKERS, worker("pekerja-3", "01"), worker("", "02"))
    assert [issue[1:] for issue in issues] == [("table.key_duplicate", {"first": 2})]


def test_row_that_repeats_key_and_person_gives_one_issue(read):
    issues = read(Worker, WORKERS, worker("w1", "01"), worker("w1", "01"))
    assert issues == [("A3", "table.key_duplicate", {"first": 2})]
    issues = read(Worker, WORKERS, *map(worker, ("a", "b", "a"), ("01", "02", "02")))
    assert issues == [
        ("A4", "table.key_duplicate", {"first": 2}),
        ("B4", "table.person_duplicate", {"first": 3}),
    ]


def test_every_repeated_row_names_the_first_one(read):
    issues = read(Person, "NIK,Nama", *["9901014108900001,Ani"] * 3)
    assert issues == [
        ("A3", "table.person_duplicate", {"first": 2}),
        ("A4", "table.person_duplicate", {"first": 2}),
    ]


def test_people_without_nik_are_compared_by_all_fields(read):
    head = "NIK,Nama,L/P,Alamat"
    assert read(Person, head, ",Ani,P,Jl. 1", ",Ani,P,Jl. 2", ",Budi,L,Jl. 1") == []
    issues = read(Person, head, ",Ani,P,Jl. 1", ",Ani,P,Jl. 1")
    assert issues == [("A3", "table.row_duplicate", {"first": 2})]


def test_repeated_family_and_member_are_reported(read):
    row = "f{0},99010101082000{1},A,99010101089000{2},Kepala Keluarga".format
    rows = (row(1, "01", "01"), row(2, "02", "02"))
    assert read(Family, FAMILIES, *rows) == []
    assert read(Family, FAMILIES, *rows, row(3, "01", "03")) == [
        ("B4", "table.family_duplicate", {"first": 2})
    ]
    assert read(Family, FAMILIES, *rows, row(3, "03", "02")) == [
        ("D4", "table.person_duplicate", {"first": 3})
    ]


def test_repeated_beneficiary_family_is_reported(read):
    head = "id,family.kk"
    assert read(Beneficiary, head, "b1,9901010108200001", "b2,9901010108200001") == [
        ("B3", "table.family_duplicate", {"first": 2})
    ]


def test_repeated_participation_is_reported_unless_the_period_differs(read):
    head = "Program,Kunci Penerima,Status,Tanggal Keputusan,Mulai Menerima,Terakhir Menerima,Barang"
    row = "PKH,b-1,Menerima,,{0},{1},{2}".format
    january = row("2025-01-01", "2025-01-31", "")
    others = [
        row("2025-02-01", "2025-02-28", ""),
        row("2025-01-01", "2025-01-31", "beras"),
        january.replace("b-1", "b-2"),
        january.replace("PKH", "SEMBAKO"),
        "PKH,b-1,Ditetapkan,2024-12-01,,,",
    ]
    assert read(Participation, head, january, *others) == []
    again = january.replace("b-1", "B-1")
    assert read(Participation, head, january, *others, again) == [
        ("B8", "table.participation_duplicate", {"first": 2})
    ]


def test_repeated_participant_in_one_row_is_reported(read):
    columns = (Column("kind", "Sebagai"), Column("worker", "Kunci"), Column("name", "Nama"))
    layout = Layout("peserta", "Peserta", Participant, columns)
    rows = ("Peserta,psm-1,", "Peninjau,PSM-1,", "Peserta,,Ani", "Peserta,,ani", "Peserta,,Budi")
    assert read(Participant, "Sebagai,Kunci,Nama", *rows, layout=layout) == [
        ("A3", "table.participant_duplicate", {"first": 2}),
        ("A5", "table.participant_duplicate", {"first": 4}),
    ]


def test_repeated_participant_in_two_rows_is_reported(read):
    head = "title,kind,year,participants.0.kind,participants.0.worker"
    rows = [
        f"Jambore {n},jambore,{year},Peserta,psm-1" for n, year in ((1, 2024), (2, 2024), (1, 2025))
    ]
    assert read(Event, head, *rows) == []
    assert read(Event, head, *rows, rows[0]) == [
        ("D5", "table.participant_duplicate", {"first": 2})
    ]


def test_first_rows_keep_every_key_after_growing():
    rows = FirstRows()
    keys = [f"key-{number}" for number in range(20_000)]
    assert [rows.first(key, number) for number, key in enumerate(keys, start=2)] == list(
        range(2, 20_002)
    )
    assert [rows.first(key, 99_999) for key in keys[::1000]] == list(range(2, 20_002, 1000))
