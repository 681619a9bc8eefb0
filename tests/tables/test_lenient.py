"""Lenient reading omits optional values that cannot be read."""

import pytest

from psm_core import Beneficiary, Event, Participation, Person, Severity, Worker, tables
from psm_core.tables import Column, Layout

HEAD = "NIK,Nama,L/P,Agama,Tanggal Lahir,No. HP,RT,Desa/Kelurahan,No. KK"
ANI = "9901014108900001,Ani"


@pytest.fixture
def read(tmp_path):
    def read(kind, *lines, lenient=True, **how):
        path = tmp_path / "rows.csv"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        loaded = tables.read(path, kind, lenient=lenient, **how)
        with tables.stream(path, kind, lenient=lenient, **how) as reading:
            assert [row.record for row in reading if row.record is not None] == list(loaded.records)
        return loaded

    return read


def summary(loaded):
    left_out = {one.path for one in loaded.issues if "left_out" in one.params}
    assert {one.path for one in loaded.issues if one.severity is Severity.WARNING} == left_out
    return [(one.cell, one.code, one.severity.value) for one in loaded.issues]


def test_unreadable_optional_fields_are_omitted(read):
    row = f"{ANI},x,Kejawen?,31-31-1990,12,,Angsanna,123"
    loaded = read(Person, HEAD, row)
    assert summary(loaded) == [
        ("C2", "term.unknown", "warning"),
        ("D2", "term.unknown", "warning"),
        ("E2", "date.invalid", "warning"),
        ("F2", "phone.unreadable", "warning"),
        ("H2", "region.not_found", "warning"),
        ("I2", "kk.length", "warning"),
    ]
    (ani,) = loaded.records
    assert ani.name == "Ani"
    assert (ani.sex, ani.religion, ani.birth_date, ani.phone) == (None,) * 4
    assert (ani.ktp_address, ani.kk) == (None, None)
    strict = read(Person, HEAD, row, lenient=False)
    assert (strict.records, [one.cell for one in strict.errors]) == ((), ["E2", "H2", "I2"])


def test_issue_says_that_the_value_was_omitted(read):
    (issue,) = read(Person, "NIK,Nama,L/P", f"{ANI},x").issues
    assert issue.describe().endswith("It was left out of the record.")
    assert issue.describe("id").endswith("Isian ini tidak dimasukkan ke dalam data.")


def test_readable_fields_of_an_address_are_kept(read):
    (ani,) = read(Person, HEAD, f"{ANI},P,,,,003,Angsanna,").records
    assert (ani.ktp_address.rt, ani.ktp_address.region) == ("003", None)


def test_unreadable_required_fields_and_nik_are_errors(read):
    head = "NIK,Nama,L/P"
    loaded = read(Person, head, "9901,Ani,x", f"{'x' * 300},,P", ",,x", f"{ANI},x")
    assert {(one.row, one.code) for one in loaded.errors} == {
        (2, "nik.length"),
        (3, "nik.format"),
        (3, "field.missing"),
    }
    assert [one.name for one in loaded.records] == ["Ani"]
    layout = Layout("x", "x", Person, (Column("name", "Nama"), Column("nik", "NIK")))
    loaded = read(Person, "Nama,NIK", "Ani,9901", layout=layout)
    assert summary(loaded) == [("B2", "nik.length", "error")]


def test_nested_record_is_omitted_with_its_required_field(read):
    head = (
        "NIK,Nama Lengkap,Pilar,Mulai Tugas,Desa/Kelurahan Tugas,Nomor SK,Tanggal SK,Jenjang Bimtek"
    )
    head += ",Nama Bimtek"
    rest = "psm,01-01-2019,63.10.09.2005"
    other = ANI.replace("0001", "0002")
    rows = (f"{ANI},{rest},SK-1,31-31-2019,,", f"{other},{rest},,,tinggi sekali,Bimtek")
    loaded = read(Worker, head, *rows)
    assert summary(loaded) == [
        ("G2", "date.invalid", "warning"),
        ("H3", "term.unknown", "warning"),
    ]
    first, second = loaded.records
    assert (first.assignments[0].decree, first.trainings) == (None, ())
    assert (second.trainings[0].name, second.trainings[0].tier) == ("Bimtek", None)
    loaded = read(Worker, head, f"{ANI},guru,01-01-2019,63.10.09,SK-1,31-31-2019,,")
    assert {one.cell for one in loaded.issues} == {"C2", "E2", "G2"}
    assert loaded.records[0].assignments == ()


def test_unreadable_cell_of_a_required_column_is_an_error(read):
    head = "Nama Lengkap,NIK,Kategori,Tanggal Pendataan,Sumber"
    loaded = read(Beneficiary, head, "Ani,,Miskin sekali,2025-01-01,desa")
    assert [(one.cell, one.code) for one in loaded.errors] == [("C2", "term.unknown")]
    loaded = read(Beneficiary, head, "Ani,,Pemulung,31-31-2025,desa")
    assert [(one.cell, one.code) for one in loaded.errors] == [("D2", "date.invalid")]


def test_constant_alone_creates_no_nested_record(read):
    head = "NAMA PSM,NIK,KECAMATAN,KELURAHAN,TINGKATAN DIKLAT,STATUS SERTIFIKASI,TAHUN SERTIFIKASI"
    row = "Ani,9901014108900001,,63.10.09.2005"
    given = {"assignments.0.listed_on": "2025-10-10"}
    rows = (f"{row},belom,,", f"{row},,mungkin,".replace("0001", "0002"))
    rows += (
        f"{row},,belum,2019".replace("0001", "0003"),
        f"{row},,sudah,x".replace("0001", "0004"),
    )
    loaded = read(Worker, head, *rows, values=given)
    assert summary(loaded) == [
        ("E2", "term.unknown", "warning"),
        ("F3", "cell.yes_no", "warning"),
        ("G4", "cell.contradicts", "warning"),
        ("G5", "type.number", "warning"),
    ]
    assert [one.trainings for one in loaded.records] == [()] * 4
    assert [len(one.certifications) for one in loaded.records] == [0, 0, 0, 1]


def test_violated_invariant_omits_the_reported_field(read):
    head = "Program,Kunci Penerima,Status,Mulai Menerima,Terakhir Menerima"
    loaded = read(Participation, head, "PKH,b-1,Menerima,2025-02-01,2025-01-01")
    assert summary(loaded) == [("E2", "period.ends_before_start", "warning")]
    assert loaded.records[0].until is None
    loaded = read(Participation, head, "PKH,b-1,Menerima,31-31-2025,")
    assert summary(loaded) == [
        ("D2", "date.invalid", "warning"),
        ("D2", "participation.undated", "warning"),
    ]
    assert loaded.records[0].since is None


def test_unreadable_list_item_is_omitted_by_its_index(read):
    head = "id,title,kind,participants.2.kind,participants.2.worker,participants.7.kind,"
    head += "participants.7.worker,participants.7.origin,other_kinds"
    loaded = read(Event, head, "e1,Jambore,jambore,peninjau,w1,peninjau,,63.10,", lenient=True)
    assert [one.code for one in loaded.issues] == ["participant.unidentified"]
    assert [str(one.worker) for one in loaded.records[0].participants] == ["w1"]
    loaded = read(Event, head, 'e1,Jambore,jambore,peninjau,w1,,,,"temu-karya, x"')
    assert summary(loaded) == [("I2", "term.unknown", "warning")]
    assert loaded.records[0].other_kinds == frozenset()


def test_other_warnings_are_unchanged(read):
    loaded = read(Person, "NIK,Nama,L/P", "0,Ani,x")
    assert [(one.code, dict(one.params).get("left_out")) for one in loaded.issues] == [
        ("nik.placeholder", None),
        ("term.unknown", 1),
    ]
    assert len(loaded.records) == 1
