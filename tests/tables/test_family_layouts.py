"""Lists of families in the shapes in which offices keep them."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from pathlib import Path

import openpyxl
import pytest

from psm_core import Family, Membership, Person, evolve, population, tables
from psm_core.values.partial_date import PartialDate

HEADINGS = (
    "NIK", "Alasan tanpa NIK", "Nama Lengkap", "SHDK", "L/P", "Tempat Lahir", "Tanggal Lahir",
    "Kewarganegaraan", "Agama", "Status Perkawinan", "Pendidikan", "Pekerjaan", "Gol. Darah",
    "Jenis Disabilitas", "Status Hidup", "No. HP",
)  # fmt: skip
ADDRESS = ("Alamat", "Dusun", "RT", "RW", "Desa")
RANK = ("Kunci Keluarga", "Desil", "Triwulan Desil")
Row = Sequence[str]


@cache
def families() -> Sequence[Family]:
    """Return 100 families of a generated village, with what a list of families can carry."""
    village = next(population.villages(people=600, seed=11, as_of=date(2025, 10, 10)))
    return [carried(one) for one in village.families[:100]]


def carried(family: Family) -> Family:
    def of(member: Membership) -> Membership:
        person = member.person
        person = evolve(person, ktp_address=person.ktp_address or person.domicile, domicile=None)
        return Membership(person=person, relation=member.relation)

    return evolve(family, memberships=tuple(map(of, family.memberships)), ranks=family.ranks[-1:])


def text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, PartialDate):
        return str(value)
    return f"{value:%d-%m-%Y}" if isinstance(value, date) else str(getattr(value, "label", value))


def person_row(member: Membership) -> list[str]:
    one = member.person
    disabilities = one.disabilities
    listed = "" if disabilities is None else "; ".join(sorted(x.label for x in disabilities))
    return [
        one.nik.unmasked if one.nik else "",
        text(one.nik_absence),
        one.name,
        text(member.relation),
        text(one.sex),
        text(one.birth_place),
        text(one.birth_date),
        text(one.citizenship),
        text(one.religion),
        text(one.marital_status),
        text(one.education),
        text(one.occupation),
        text(one.blood_type),
        listed or ("tidak ada" if disabilities is not None else ""),
        text(one.life_status),
        one.phone.unmasked if one.phone else "",
    ]


def address_row(family: Family) -> list[str]:
    address = family.memberships[0].person.ktp_address
    assert address is not None
    assert address.region is not None
    own = [address.street, address.hamlet, address.rt, address.rw]
    return [*map(text, own), str(address.region)]


def rank_row(family: Family) -> list[str]:
    return [str(family.id), str(family.ranks[0].decile), str(family.ranks[0].period)]


def flat_rows(every: Iterable[Family], *, only_first: bool) -> Iterator[Row]:
    """Yield a row for each member; the facts of the family in each row or only in the first."""
    yield ["No", "No. KK", *HEADINGS, *ADDRESS, *RANK]
    for number, family in enumerate(every, start=1):
        own = (
            [
                str(number),
                family.kk.unmasked if family.kk else "-",
            ],
            [*address_row(family), *rank_row(family)],
        )
        for at, member in enumerate(family.memberships):
            shown = own if at == 0 or not only_first else (["", ""], [""] * len(own[1]))
            yield [*shown[0], *person_row(member), *shown[1]]


def grouped_rows(every: Iterable[Family]) -> Iterator[Row]:
    """Yield a group row above the members of each family, as in a Buku Induk Penduduk."""
    yield ["BUKU INDUK PENDUDUK"]
    yield ["No", *HEADINGS, *ADDRESS[4:], *RANK]
    yield [f"-{number}" for number in range(1, len(HEADINGS) + 5)]
    for family in every:
        street, hamlet, rt, rw, *region = address_row(family)
        head = family.memberships[0].person.name
        kk = family.kk.unmasked if family.kk else "-"
        yield [f"No. KK : {kk}", "", f"Nama KK : {head}", "", f"Alamat : {street}"]
        yield [f"RT/RW : {rt}/{rw}", "", f"Dusun : {hamlet}"]
        for number, member in enumerate(family.memberships, start=1):
            yield [str(number), *person_row(member), *region, *rank_row(family)]


def write_csv(path: Path, rows: Iterable[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)


def write_xlsx(path: Path, rows: Iterable[Row]) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in rows:
        sheet.append([cell or None for cell in row])
    book.save(path)


@pytest.mark.parametrize("shape", ["each", "first", "group"])
@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_families_of_a_village_come_back_equal(tmp_path: Path, shape: str, suffix: str) -> None:
    rows = (
        grouped_rows(families())
        if shape == "group"
        else flat_rows(families(), only_first=shape == "first")
    )
    path = tmp_path / f"kk.{suffix}"
    (write_csv if suffix == "csv" else write_xlsx)(path, rows)
    result = tables.read(path, Family)
    assert [one.describe() for one in result.errors] == []
    assert len(families()) == 100
    assert list(result.records) == families()


SIAK = (
    "Nomor KK", "NIK", "Nama Penduduk", "Status", "Tempat Lahir", "Tanggal Lahir", "Kelamin",
    "Status Kawin", "SHDK", "Agama", "Kecamatan", "Desa/Kel", "Alamat", "RW", "RT", "Pendidikan",
    "Pekerjaan", "Gol. Darah", "Cacat", "Cetak KTP",
)  # fmt: skip
OPENSID = (
    "alamat", "dusun", "rw", "rt", "nama", "no_kk", "nik", "sex", "tempatlahir", "tanggallahir",
    "agama_id", "pendidikan_kk_id", "pekerjaan_id", "status_kawin", "kk_level", "warganegara_id",
)  # fmt: skip


def people_of(family: Family) -> list[tuple[str, str]]:
    return [
        (one.person.name, one.relation.name if one.relation else "") for one in family.memberships
    ]


def test_siak_export_is_read_as_families(tmp_path: Path) -> None:
    path = tmp_path / "siak.csv"
    kk, other = "9901010103150001", "9901010103150002"
    row = {"Nomor KK": kk, "Kelamin": "PEREMPUAN", "Alamat": "DSN MAWAR", "RT": "1", "RW": "2"}
    lines = [
        row | {"Nama Penduduk": "ANI CONTOH", "SHDK": "KEPALA KELUARGA"},
        row | {"Nama Penduduk": "BUDI CONTOH", "SHDK": "ANAK", "Kelamin": "LAKI-LAKI"},
        row | {"Nama Penduduk": "CITRA UJI", "SHDK": "KEPALA KELUARGA", "Nomor KK": other},
    ]
    write_csv(path, [SIAK, *([line.get(name, "") for name in SIAK] for line in lines)])
    result = tables.read(path, Family)
    assert result.layout == "siak-keluarga"
    assert list(map(people_of, result.records)) == [
        [("ANI CONTOH", "KEPALA_KELUARGA"), ("BUDI CONTOH", "ANAK")],
        [("CITRA UJI", "KEPALA_KELUARGA")],
    ]


def test_opensid_export_with_codes_is_read_as_families(tmp_path: Path) -> None:
    path = tmp_path / "opensid.csv"
    row = {"no_kk": "9901010103150001", "sex": "2", "nik": "0", "agama_id": "1"}
    lines = [
        row | {"nama": "Ani Contoh", "kk_level": "1"},
        row | {"nama": "Budi Contoh", "kk_level": "4", "sex": "1"},
    ]
    write_csv(path, [OPENSID, *([line.get(name, "") for name in OPENSID] for line in lines)])
    result = tables.read(path, Family)
    assert result.layout == "opensid-keluarga"
    (family,) = result.records
    assert people_of(family) == [("Ani Contoh", "KEPALA_KELUARGA"), ("Budi Contoh", "ANAK")]
    assert family.memberships[1].person.kk == family.kk


def test_decile_needs_its_period(tmp_path: Path) -> None:
    path = tmp_path / "desil.csv"
    write_csv(path, [["No. KK", "Nama", "SHDK", "Desil"], ["", "Ani", "Kepala Keluarga", "1"]])
    result = tables.read(path, Family)
    (issue,) = result.errors
    assert (issue.code, issue.path) == ("field.missing", ("ranks", 0, "period"))
    given = tables.read(path, Family, values={"ranks.0.period": "2025-Q4"})
    assert given.records[0].ranks[0].decile == 1


def test_list_of_residents_is_no_list_of_families_without_a_title(tmp_path: Path) -> None:
    path = tmp_path / "daftar.csv"
    rows = [["No. KK", "NIK", "Nama", "SHDK"], ["", "", "Ani", "Kepala Keluarga"]]
    write_csv(path, rows)
    assert tables.detect_layout(path).record_class is Person
    write_csv(path, [["DAFTAR KARTU KELUARGA RT 01"], *rows])
    assert tables.detect_layout(path).record_class is Family


def test_group_row_above_the_headings_is_that_of_the_first_family(tmp_path: Path) -> None:
    path = tmp_path / "bip.csv"
    rows = [
        ["No. KK", ":", "9901010103150001", "Alamat", ":", "Jalan A"],
        ["No", "Nama", "NIK", "SHDK"],
        ["1", "Ani Contoh", "-", "Kepala Keluarga"],
        ["2", "Budi Contoh", "-", "Anak"],
        ["Nomor KK: 9901010103150002"],
        ["1", "Citra Contoh", "-", "Kepala Keluarga"],
    ]
    write_csv(path, rows)
    first, second = tables.read(path, Family).records
    assert len(first.memberships) == 2
    address = first.memberships[1].person.ktp_address
    assert address is not None
    assert address.street == "Jalan A"
    assert second.memberships[0].person.ktp_address is None


def test_repeated_headings_are_no_group_row(tmp_path: Path) -> None:
    path = tmp_path / "kk.csv"
    headings = ["No. KK", "Nama", "NIK", "SHDK"]
    kk = "9901010103150001"
    rows = [[kk, "Ani Contoh", "", "Kepala Keluarga"], headings, [kk, "Budi Contoh", "", "Anak"]]
    write_csv(path, [headings, *rows])
    (family,) = tables.read(path, Family).records
    assert len(family.memberships) == 2


def test_group_row_may_say_that_there_is_no_card(tmp_path: Path) -> None:
    path = tmp_path / "bip.csv"
    rows = [
        ["No", "Nama", "NIK", "SHDK", "Dusun"],
        ["Alamat : Jalan A"],
        ["No. KK", "-"],
        ["1", "Ani Contoh", "", "Kepala Keluarga", ""],
        ["No. KK : -   Jumlah Anggota : 1"],
        ["1", "Budi Contoh", "", "Kepala Keluarga", ""],
    ]
    write_csv(path, rows)
    records = tables.read(path, Family).records
    streets = [
        address and address.street
        for one in records
        for address in [one.memberships[0].person.ktp_address]
    ]
    assert streets == ["Jalan A", "Jalan A"]


def test_number_in_a_group_row_is_reported_at_its_family(tmp_path: Path) -> None:
    path = tmp_path / "bip.xlsx"
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["No", "Nama", "NIK", "SHDK"])
    sheet.append(["No. KK", 9901010103150001])
    sheet.append(["1", "Ani Contoh", None, "Kepala Keluarga"])
    sheet.append(["2", "Budi Contoh", None, "Anak"])
    book.save(path)
    result = tables.read(path, Family)
    assert result.records == ()
    assert {(one.code, one.path) for one in result.errors} == {("kk.numeric_cell", ("kk",))}
