"""Rows that repeat the key, person, family or participation of an earlier row."""

from datetime import date

import attrs
import pytest

from psm_core import (
    Attendee,
    Beneficiary,
    Case,
    Event,
    Family,
    GroundCheck,
    Organisation,
    Participant,
    Participation,
    Person,
    Proposal,
    WelfareResource,
    Worker,
    tables,
)  # fmt: skip
from psm_core.tables import Column, Layout
from psm_core.tables.rows.seen_rows import FirstRows, SeenRows

WORKERS = "Kunci,NIK,Nama Lengkap,Pilar,Mulai Tugas,Desa/Kelurahan Tugas"
FAMILIES = "id,kk,memberships.0.person.name,memberships.0.person.nik,memberships.0.relation"


@pytest.fixture
def read(tmp_path):
    def read(kind, *lines, **how):
        path = tmp_path / "rows.csv"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        loaded = tables.read(path, kind, **how)
        with tables.stream(path, kind, **how) as reading:
            of_rows = [one for row in reading for one in row.issues]
            assert [*of_rows, *reading.issues] == list(loaded.issues)
        return [(one.cell, one.code, dict(one.params)) for one in loaded.issues]

    return read


def repeated(issues):
    return [one for one in issues if one[1].endswith("_duplicate")]


def worker(key, nik):
    return f"{key},99010101089000{nik},A,psm,2019-01-01,63.10.09.2005"


def test_repeated_key_is_reported_at_the_later_row(read):
    issues = read(Worker, WORKERS, worker("w1", "01"), worker("w2", "02"), worker("w1", "03"))
    assert issues == [
        ("A4", "table.key_duplicate", {"other": 2}),
        ("A2", "table.key_duplicate", {"other": 4}),
    ]
    assert "w1" not in str(issues)


def test_keys_that_differ_in_case_alone_are_equal(read):
    issues = read(Worker, WORKERS, worker("w1", "01"), worker("W1", "02"))
    assert issues[0] == ("A3", "table.key_duplicate", {"other": 2})


def test_generated_key_equal_to_a_key_of_the_file_is_reported(read):
    issues = read(Worker, WORKERS, worker("pekerja-3", "01"), worker("", "02"))
    assert [issue[1:] for issue in issues] == [
        ("table.key_duplicate", {"other": 2}),
        ("table.key_duplicate", {"other": 3}),
    ]


def test_row_that_repeats_key_and_person_gives_one_issue(read):
    issues = read(Worker, WORKERS, worker("w1", "01"), worker("w1", "01"))
    assert issues == [
        ("A3", "table.key_duplicate", {"other": 2}),
        ("A2", "table.key_duplicate", {"other": 3}),
    ]
    issues = read(Worker, WORKERS, *map(worker, ("a", "b", "a"), ("01", "02", "02")))
    assert issues == [
        ("A4", "table.key_duplicate", {"other": 2}),
        ("B4", "table.person_duplicate", {"other": 3}),
        ("A2", "table.key_duplicate", {"other": 4}),
        ("B3", "table.person_duplicate", {"other": 4}),
    ]


def test_every_repeated_row_names_the_first_one_and_that_the_second_one(read):
    issues = read(Person, "NIK,Nama", *["9901014108900001,Ani"] * 3)
    assert issues == [
        ("A3", "table.person_duplicate", {"other": 2}),
        ("A4", "table.person_duplicate", {"other": 2}),
        ("A2", "table.person_duplicate", {"other": 3}),
    ]


def test_people_without_nik_are_compared_by_all_fields(read):
    head = "NIK,Nama,L/P,Alamat"
    assert read(Person, head, ",Ani,P,Jl. 1", ",Ani,P,Jl. 2", ",Budi,L,Jl. 1") == []
    issues = read(Person, head, ",Ani,P,Jl. 1", ",Ani,P,Jl. 1")
    assert issues == [
        ("A3", "table.row_duplicate", {"other": 2}),
        ("A2", "table.row_duplicate", {"other": 3}),
    ]


def test_repeated_family_and_member_are_reported(read):
    row = "f{0},99010101082000{1},A,99010101089000{2},Kepala Keluarga".format
    rows = (row(1, "01", "01"), row(2, "02", "02"))
    assert read(Family, FAMILIES, *rows) == []
    assert read(Family, FAMILIES, *rows, row(3, "01", "03")) == [
        ("B4", "table.family_duplicate", {"other": 2}),
        ("B2", "table.family_duplicate", {"other": 4}),
    ]
    assert read(Family, FAMILIES, *rows, row(3, "03", "02")) == [
        ("D4", "table.person_duplicate", {"other": 3}),
        ("D3", "table.person_duplicate", {"other": 4}),
    ]


def test_repeated_beneficiary_family_is_reported(read):
    head = "id,family.kk"
    absent = "b3,,Belum memiliki"
    assert read(Beneficiary, f"{head},family.kk_absence", absent, absent.replace("3", "4")) == []
    assert read(Beneficiary, head, "b1,9901010108200001", "b2,9901010108200001") == [
        ("B3", "table.family_duplicate", {"other": 2}),
        ("B2", "table.family_duplicate", {"other": 3}),
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
        ("B8", "table.participation_duplicate", {"other": 2}),
        ("B2", "table.participation_duplicate", {"other": 8}),
    ]


def test_repeated_participant_in_one_row_is_reported(read):
    columns = (Column("kind", "Sebagai"), Column("worker", "Kunci"), Column("name", "Nama"))
    layout = Layout("peserta", "Peserta", Participant, columns)
    rows = ("Peserta,psm-1,", "Peninjau,PSM-1,", "Peserta,,Ani", "Peserta,,ani", "Peserta,,Budi")
    assert read(Participant, "Sebagai,Kunci,Nama", *rows, layout=layout) == [
        ("A3", "table.participant_duplicate", {"other": 2}),
        ("A5", "table.participant_duplicate", {"other": 4}),
        ("A2", "table.participant_duplicate", {"other": 3}),
        ("A4", "table.participant_duplicate", {"other": 5}),
    ]


def test_repeated_participant_in_two_rows_is_reported(read):
    head = "title,kind,year,participants.0.kind,participants.0.worker"
    rows = [
        f"Jambore {n},jambore,{year},Peserta,psm-1" for n, year in ((1, 2024), (2, 2024), (1, 2025))
    ]
    assert read(Event, head, *rows) == []
    assert read(Event, head, *rows, rows[0]) == [
        ("D5", "table.participant_duplicate", {"other": 2}),
        ("D2", "table.participant_duplicate", {"other": 5}),
    ]


def test_first_rows_keep_every_key_after_growing():
    rows = FirstRows()
    keys = [f"key-{number}" for number in range(20_000)]
    assert [rows.first(key, number) for number, key in enumerate(keys, start=2)] == list(
        range(2, 20_002)
    )
    assert [rows.first(key, 99_999) for key in keys[::1000]] == list(range(2, 20_002, 1000))


def test_earlier_row_has_no_column_if_several_may_have_the_person(read):
    head = f"{FAMILIES},memberships.1.person.name,memberships.1.person.nik,memberships.1.relation"
    row = "f{0},99010101082000{0}1,A,99010101089000{1},Kepala Keluarga,B,99010101089000{2},Anak"
    issues = read(Family, head, row.format(1, "01", "02"), row.format(2, "03", "01"))
    assert issues == [
        ("G3", "table.person_duplicate", {"other": 2}),
        ("2", "table.person_duplicate", {"other": 3}),
    ]


def test_repeated_membership_number_is_reported(read):
    head = f"{WORKERS},Nomor Anggota IPSM"
    rows = [worker(f"w{n}", f"0{n}") for n in (1, 2, 3, 4)]
    numbers = ("12 a", "", "12A", "")
    assert read(Worker, head, *map(",".join, zip(rows, numbers, strict=True))) == [
        ("G4", "table.membership_duplicate", {"other": 2}),
        ("G2", "table.membership_duplicate", {"other": 4}),
    ]


def test_repeated_row_of_a_worker_gives_one_issue(read):
    row = f"{worker('w1', '01')},12A"
    issues = read(Worker, f"{WORKERS},Nomor Anggota IPSM", row, row)
    assert [(cell, code) for cell, code, _ in issues] == [
        ("A3", "table.key_duplicate"),
        ("A2", "table.key_duplicate"),
    ]


def test_repeated_organisation_of_a_village_is_reported(read):
    head = "id,kind,name,region,address.rt,address.rw"
    first = "o1,lks,LKS Al-Contoh,63.10.09.2005,,"
    others = [
        "o2,lks,LKS Al-Contoh,63.10.09.2006,,",
        "o3,lks,LKS Al-Contoh 2,63.10.09.2005,,",
        "o4,lks,LKS Al-Contoh,63.10.09.2005,001,002",
        "o5,ipsm,LKS Al-Contoh,63.10.09.2005,,",
        "o6,lks,LKS Contoh,63.10,,",
        "o7,lks,LKS Contoh,63.10,,",
        "o8,lks,LKS Contoh,,,",
    ]
    assert read(Organisation, head, first, *others) == []
    assert read(Organisation, head, first, "o2,lks,lks al contoh,63.10.09.2005,,") == [
        ("C3", "table.organisation_duplicate", {"other": 2}),
        ("C2", "table.organisation_duplicate", {"other": 3}),
    ]


def test_repeated_resource_of_a_village_is_reported(read):
    head = "id,kind,name,count,region,date,source"
    row = "r{},{},{},{},63.10.09.2005,2025-10-13,{}".format
    named = [row(1, "karang-taruna", "KT Contoh", "", "desa"), row(2, "psm", "Ani", "", "desa")]
    counted = [row(3, "psm", "", 4, "desa"), row(4, "psm", "", 4, "dinas")]
    unclear = [row(5, "psm", "", "", "desa"), row(6, "psm", "", "", "desa")]
    unclear += [row(n, "karang-taruna", "KT", "", "desa").replace(".2005", "") for n in (8, 9)]
    assert repeated(read(WelfareResource, head, *named, *counted, *unclear)) == []
    issues = read(
        WelfareResource,
        head,
        *named,
        *counted,
        row(7, "karang-taruna", "KT  contoh", "", "dinas"),
        row(8, "psm", "", 5, "desa"),
    )
    assert issues == [
        ("B6", "table.resource_duplicate", {"other": 2}),
        ("B7", "table.resource_duplicate", {"other": 4}),
        ("B2", "table.resource_duplicate", {"other": 6}),
        ("B4", "table.resource_duplicate", {"other": 7}),
    ]


def test_repeated_event_is_reported(read):
    head = "id,title,kind,dates.start,dates.end,place"

    def row(number, title, day, place):
        return f"e{number},{title},rapat,{day},{day},{place}"

    first = row(1, "Rapat Koordinasi", "2025-10-13", "Balai Desa")
    others = [
        row(2, "Rapat Koordinasi", "2025-10-14", "Balai Desa"),
        row(3, "Rapat Koordinasi", "2025-10-13", "Kantor Camat"),
        row(4, "Rapat Koordinasi", "", ""),
        row(5, "Rapat Koordinasi", "", ""),
    ]
    assert read(Event, head, first, *others) == []
    assert read(Event, head, first, row(6, "RAPAT koordinasi", "2025-10-13", "balai desa")) == [
        ("B3", "table.event_duplicate", {"other": 2}),
        ("B2", "table.event_duplicate", {"other": 3}),
    ]


def test_repeated_referral_is_reported(read):
    head = "Kunci Kasus,Kunci Penerima,Tanggal Rujukan,Perujuk,Tujuan Rujukan,Layanan"
    row = "k-{},b-1,{},Puskesos Contoh,{},Kursi roda".format
    first = row(1, "13-10-2025", "Dinas Sosial Contoh")
    others = [row(2, "14-10-2025", "Dinas Sosial Contoh"), row(3, "13-10-2025", "RSUD Contoh")]
    assert repeated(read(Case, head, first, *others)) == []
    assert repeated(read(Case, head, first, first.replace("k-1", "k-4"))) == [
        ("B3", "table.case_duplicate", {"other": 2}),
        ("B2", "table.case_duplicate", {"other": 3}),
    ]
    assert repeated(read(Case, "id,beneficiary", "k-1,b-1", "k-2,b-1")) == []


def test_repeated_proposal_is_reported_unless_programme_or_day_differs(read):
    head = "Kunci,Kunci Penerima,NIK,Nama,Program Usulan,Tanggal Usulan"
    nik = "9901014108900001"
    rows = [
        f"u-1,,{nik},Ani,PKH,13-10-2025",
        f"u-2,,{nik},Ani,SEMBAKO,13-10-2025",
        f"u-3,,{nik},Ani,PKH,14-10-2025",
        "u-4,b-1,,Ani,PKH,13-10-2025",
        "u-5,,,Ani,PKH,13-10-2025",
        "u-6,,,Ani,PKH,13-10-2025",
        "u-7,b-2,,Ani,PKH,",
    ]
    assert read(Proposal, head, *rows) == []
    more = [f"u-8,,{nik},Ani,PKH,13-10-2025", "u-9,B-2,,Ani,PKH,"]
    assert read(Proposal, head, *rows, *more) == [
        ("C9", "table.proposal_duplicate", {"other": 2}),
        ("B10", "table.proposal_duplicate", {"other": 8}),
        ("C2", "table.proposal_duplicate", {"other": 9}),
        ("B8", "table.proposal_duplicate", {"other": 10}),
    ]


def test_repeated_attendee_is_reported(read):
    head = "Nama,Kunci Pekerja,Utusan,Hadir"
    rows = ["Ani,,Desa Contoh,Hadir", "Ani,,Desa Misal,Hadir", "Budi,w-1,,Hadir", "Citra,,,Hadir"]
    assert read(Attendee, head, *rows) == []
    again = ["ANI,,Desa Contoh,Sakit", "Budi C,W-1,,Sakit", "Citra,,,Sakit"]
    assert [(cell, code) for cell, code, _ in read(Attendee, head, *rows, *again)] == [
        ("A6", "table.participant_duplicate"),
        ("B7", "table.participant_duplicate"),
        ("A2", "table.participant_duplicate"),
        ("B4", "table.participant_duplicate"),
    ]


def test_repeated_source_id_with_the_same_name_is_reported(read):
    head = "ID DTSEN,Nama,Hasil Ground Check"
    assert read(GroundCheck, head, "a-1,Ani,Ditemukan", "a-1,Budi,Ditemukan") == []
    assert read(GroundCheck, head, ",Ani,Ditemukan", ",Ani,Meninggal") == []
    assert read(GroundCheck, head, "a-1,Ani,Ditemukan", "A-1,ANI,Meninggal") == [
        ("A3", "table.key_duplicate", {"other": 2}),
        ("A2", "table.key_duplicate", {"other": 3}),
    ]


SERVICE = (
    "id,person.nik,person.name,assignments.0.pillar,assignments.0.serves,"
    "assignments.0.since,assignments.0.until,assignments.0.proposed_on"
)


def served(key, village, since="2019-01-01", until="", proposed=""):
    return f"{key},9901010108900001,Ani,psm,{village},{since},{until},{proposed}"


def elsewhere(path, *lines, **options):
    path.write_text("\n".join([SERVICE, *lines]) + "\n", encoding="utf-8")
    issues = tables.read(path, Worker, **options).issues
    return [
        (one.cell, one.params["other"])
        for one in issues
        if one.code == "table.assignment_elsewhere"
    ]


def test_current_assignments_in_two_villages_are_reported_at_both_rows(tmp_path):
    first = served("w1", "63.10.09.2005")
    path = tmp_path / "psm.csv"
    assert elsewhere(path, first, served("w2", "63.10.09.2006")) == [("E3", 2), ("E2", 3)]
    with tables.stream(path, Worker) as reading:
        codes = {one.code for row in reading for one in row.issues}
    assert codes == {"table.person_duplicate"}


def test_assignments_that_can_both_be_right_are_not_reported(tmp_path):
    first = served("w1", "63.10.09.2005")
    for other in (
        first.replace("w1", "w2"),
        served("w2", "63.10.09"),
        served("w2", "63.10.09.2006", until="2020-12-31"),
        served("w2", "63.10.09.2006", since="", proposed="2019-01-01"),
        served("w2", "63.10.09.2006").replace("9901010108900001", "9901010108900002"),
        served("w1", "63.10.09.2006").replace("9901010108900001", ""),
    ):
        assert elsewhere(tmp_path / "psm.csv", first, other) == []


def test_day_of_the_checks_decides_which_assignments_are_current(tmp_path):
    lines = served("w1", "63.10.09.2005"), served("w2", "63.10.09.2006", until="2020-12-31")
    path = tmp_path / "psm.csv"
    for day, expected in ((date(2020, 1, 1), [("E3", 2), ("E2", 3)]), (date(2025, 1, 1), [])):
        assert elsewhere(path, *lines, checks=True, as_of=day) == expected


def test_assignment_in_another_file_is_not_compared(tmp_path):
    paths = [tmp_path / "a.csv", tmp_path / "b.csv"]
    for number, path in enumerate(paths, start=5):
        path.write_text(f"{SERVICE}\n{served('w', f'63.10.09.200{number}')}\n", "utf-8")
    found = tables.read_all(paths, Worker)
    codes = {one.code for result in found.results for one in result.issues}
    assert codes == {"table.key_duplicate"}


def test_repeated_row_after_millions_of_others_is_located():
    seen = SeenRows()
    seen.begin_file("a.csv")
    seen.begin(None, [lambda row, issue: attrs.evolve(issue, row=row)])
    first, own = (seen.offset + row for row in (3_000_000, 9_000_000_000))
    assert seen.rows.first("nik", first) == seen.rows.first("nik", own) == first
    assert seen.repeat("table.person_duplicate", ("nik",), own, first, ("nik",)).params == {
        "other": 3_000_000
    }
    assert [issue.row for issue in seen.earlier_issues()] == [3_000_000]
