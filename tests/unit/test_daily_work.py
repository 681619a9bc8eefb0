"""Ground checks of a list, and welfare resources of a village."""

from datetime import date
from functools import partial

import pytest

from psm_core import (
    NIK,
    Address,
    FamilyId,
    GroundCheck,
    GroundCheckList,
    GroundCheckListId,
    NIKAbsence,
    OrganisationId,
    Person,
    RegionCode,
    WelfareResource,
    WelfareResourceId,
    WorkerId,
    checks,
    load_regions,
    recaps,
    tables,
    wire,
)
from psm_core.terms import PSKS, GroundCheckResult
from tests.unit.issues import issues_of

DAY = date(2025, 10, 10)
ANGSANA, MAKMUR = RegionCode("63.10.09.2005"), RegionCode("63.10.09.2008")
KECAMATAN = RegionCode("63.10.09")
check = partial(checks.check, regions=load_regions(), as_of=DAY)


def found(record):
    return [(issue.where, issue.code) for issue in check(record)]


def resource(number=1, **fields):
    given = {"kind": PSKS.KARANG_TARUNA, "region": ANGSANA, "date": DAY, "source": "survei"}
    return WelfareResource(id=WelfareResourceId(f"r-{number}"), **(given | fields))


def listed(region, result=None, **fields):
    address = None if region is None else Address(region=region)
    person = Person(name="Contoh", nik_absence=NIKAbsence.TIDAK_DIKETAHUI, ktp_address=address)
    return GroundCheck(person=person, result=result, **fields)


@pytest.mark.parametrize(
    "named",
    [
        {"name": "Contoh"},
        {"worker": WorkerId("psm-1")},
        {"organisation": OrganisationId("kt-1")},
        {"family": FamilyId("kel-1")},
    ],
    ids=lambda named: next(iter(named)),
)
def test_named_resource_counts_once(named):
    assert resource(**named).total == resource(**named, count=1).total == 1
    assert issues_of(lambda: resource(**named, count=2)) == [("$.count", "resource.named_count")]
    assert issues_of(lambda: resource(**named, count=0)) == [("$.count", "resource.named_count")]


def test_count_of_zero_is_a_fact():
    assert resource(count=0).total == 0


def test_resource_without_name_and_count_is_unknown_and_gives_warning():
    bare = resource()
    assert bare.total is None
    assert found(bare) == [("$.count", "resource.uncounted")]
    assert resource(contact="Contoh").total == 1
    assert found(resource(contact="Contoh")) == found(resource(count=0)) == []
    recap = recaps.welfare_resources(
        [bare, resource(2, count=3)], regions=load_regions(), within=KECAMATAN
    )
    assert recap.count("Desa Angsana") is None


def test_resource_refers_to_one_record_at_most():
    references = {"worker": WorkerId("psm-1"), "organisation": OrganisationId("lks-1")}
    expected = [("$.worker", "resource.two_references")]
    assert issues_of(lambda: resource(**references)) == expected
    assert issues_of(lambda: resource(name="Contoh", worker=WorkerId("psm-1"))) == []


def test_recap_of_resources_adds_names_and_counts_by_village():
    resources = [
        resource(1, name="Karang Taruna Contoh"),
        resource(2, kind=PSKS.TARUNA_SIAGA_BENCANA, count=4),
        resource(3, kind=PSKS.TARUNA_SIAGA_BENCANA, count=2, region=MAKMUR),
        resource(4, kind=PSKS.DUNIA_USAHA, count=1, region=KECAMATAN),
        resource(5, kind=PSKS.DUNIA_USAHA, region=RegionCode("63.01.01.2001")),
        resource(6, kind=PSKS.KARANG_TARUNA, date=date(2020, 1, 1)),
    ]
    recap = recaps.welfare_resources(
        resources, regions=load_regions(), within=KECAMATAN, since=date(2025, 1, 1)
    )
    assert recap.columns == ("Taruna Siaga Bencana", "Karang Taruna", "Dunia Usaha")
    assert recap.count("Desa Angsana", "Karang Taruna") == 1
    assert recap.count("Desa Angsana", "Taruna Siaga Bencana") == 4
    assert recap.count("Desa Makmur") == 2
    assert recap.count("Tidak diketahui", "Dunia Usaha") == 1
    assert recap.count() == 8


def test_row_needs_a_person_or_an_identifier():
    expected = [("$.source_id", "ground_check.unidentified")]
    assert issues_of(lambda: GroundCheck(result=GroundCheckResult.DITEMUKAN)) == expected
    assert issues_of(lambda: GroundCheck(source_id="a-1")) == []


def test_region_of_a_row_is_that_of_the_list():
    moved = Person(
        nik=NIK("9901014108900000"),
        name="Contoh",
        ktp_address=Address(region=ANGSANA),
        domicile=Address(region=MAKMUR),
    )
    assert GroundCheck(person=moved).region == ANGSANA
    assert listed(None).region is None
    assert GroundCheck(source_id="a-1").region is None
    only_domicile = Person(
        name="Contoh",
        nik_absence=NIKAbsence.TIDAK_DIKETAHUI,
        ktp_address=Address(street="Jl. Contoh"),
        domicile=Address(region=MAKMUR),
    )
    assert GroundCheck(person=only_domicile).region == MAKMUR


def checked_list(*rows, **fields):
    return GroundCheckList(id=GroundCheckListId("gc-1"), title="DTSEN", rows=rows, **fields)


def test_identifier_of_a_row_occurs_once_in_a_list():
    first, second = GroundCheck(source_id="a-1"), GroundCheck(source_id="a-2")
    assert len(checked_list(first, second, listed(None), listed(None)).rows) == 4
    expected = [("$.rows[2].source_id", "ground_check.row_duplicate")]
    assert issues_of(lambda: checked_list(first, second, first)) == expected


def test_unchecked_and_missing_rows_are_counted():
    rows = (listed(ANGSANA, GroundCheckResult.PINDAH), listed(ANGSANA))
    assert checked_list(*rows).unchecked == rows[1:]
    assert checked_list(*rows).missing_rows is None
    assert checked_list(*rows, size=5).missing_rows == 3
    assert checked_list(*rows, size=1).missing_rows == 0


def test_result_without_a_date_gives_warning():
    assert found(listed(ANGSANA, GroundCheckResult.GANDA)) == [("$.date", "ground_check.undated")]
    assert found(listed(ANGSANA, GroundCheckResult.GANDA, date=DAY)) == []
    assert found(listed(ANGSANA)) == []


def test_row_outside_the_region_of_the_list_gives_warning():
    rows = (listed(ANGSANA), listed(MAKMUR), listed(KECAMATAN), listed(None))
    assert found(checked_list(*rows, region=ANGSANA)) == [
        ("$.rows[1].person", "ground_check.outside")
    ]
    assert found(checked_list(*rows)) == []


def test_size_that_differs_from_the_rows_gives_warning():
    assert found(checked_list(listed(ANGSANA), size=2)) == [("$.size", "ground_check.rows_missing")]
    assert found(checked_list(listed(ANGSANA), size=1)) == []


def test_recap_of_ground_checks_counts_results_by_village():
    rows = [
        listed(ANGSANA, GroundCheckResult.DITEMUKAN),
        listed(ANGSANA, GroundCheckResult.MENINGGAL),
        listed(ANGSANA),
        listed(MAKMUR, GroundCheckResult.MENINGGAL),
        listed(None, GroundCheckResult.MENINGGAL),
        listed(RegionCode("63.01.01.2001"), GroundCheckResult.PINDAH),
    ]
    recap = recaps.ground_checks(rows, regions=load_regions(), within=KECAMATAN)
    assert recap.columns == ("Ditemukan", "Meninggal", "Belum diperiksa")
    assert recap.count("Desa Angsana") == 3
    assert recap.count(column="Meninggal") == 3
    assert recap.count("Tidak diketahui", "Meninggal") == 1
    village = recaps.ground_checks(rows, regions=load_regions(), within=ANGSANA)
    assert village.rows == ("Desa Angsana", "Tidak diketahui")
    assert recaps.ground_checks(rows[:2], regions=load_regions(), within=ANGSANA).columns == (
        "Ditemukan",
        "Meninggal",
    )


GROUND_CHECK_LIST = """HASIL GROUND CHECK DTSEN
No,ID DTSEN,NIK,No KK,Nama,Alamat,Desa,Hasil,Tanggal,Petugas,Keterangan
1,a-1,9901014108900001,,Ani Contoh,Jl. A,Angsana,Ditemukan,05-03-2025,Contoh Satu,
2,a-2,,,Budi Contoh,Jl. A,Angsana,Pindah,05-03-2025,Contoh Satu,ke kota
3,a-3,,,Citra Contoh,Jl. A,Angsana,MD,05-03-2025,Contoh Satu,
4,a-4,,,Dedi Contoh,Jl. A,Angsana,,,,
5,a-5,,,Edi Contoh,Jl. A,Angsana,entahlah,,,
"""


def test_ground_check_sheet_is_read_and_an_unknown_word_costs_no_row(tmp_path):
    path = tmp_path / "daftar.csv"
    path.write_text(GROUND_CHECK_LIST, "utf-8")
    read = tables.read(path, GroundCheck, within=KECAMATAN)
    assert [one.result and one.result.label for one in read.records] == [
        "Ditemukan",
        "Pindah",
        "Meninggal",
        None,
        None,
    ]
    assert [(issue.cell, issue.code) for issue in read.issues] == [("H7", "term.unknown")]
    assert read.records[0].checked_by.name == "Contoh Satu"
    assert read.records[1].region == ANGSANA


def test_words_for_an_unchecked_row_and_for_nobody_found_are_read(tmp_path):
    path = tmp_path / "daftar.csv"
    words = ("belum diperiksa", "Rumah kosong", "Tidak ada", "Almarhum")
    lines = "".join(f"a-{number},Contoh,{word}\n" for number, word in enumerate(words))
    path.write_text(f"ID DTSEN,Nama,Hasil Ground Check\n{lines}", "utf-8")
    read = tables.read(path, GroundCheck)
    assert read.errors == ()
    assert [one.result for one in read.records] == [
        None,
        GroundCheckResult.TIDAK_DAPAT_DITEMUI,
        GroundCheckResult.TIDAK_DITEMUKAN,
        GroundCheckResult.MENINGGAL,
    ]


def test_person_in_two_rows_gives_warning(tmp_path):
    path = tmp_path / "daftar.csv"
    path.write_text(
        "NIK,Nama,Hasil\n9901014108900001,Ani,Ganda\n9901014108900001,Ani,Ditemukan\n", "utf-8"
    )
    found_codes = {issue.code for issue in tables.read(path, GroundCheck).issues}
    assert "table.person_duplicate" in found_codes


def test_list_of_resources_is_read_with_given_values(tmp_path):
    path = tmp_path / "psks.csv"
    path.write_text("No,Jenis PSKS,Nama,Jumlah,Ketua\n1,KT,KT Contoh,,Ani\n2,Tagana,,4,\n", "utf-8")
    given = {"region": ANGSANA, "date": DAY, "source": "Pendataan desa"}
    read = tables.read(path, WelfareResource, values=given)
    assert not read.issues
    assert [(one.kind, one.total) for one in read.records] == [
        (PSKS.KARANG_TARUNA, 1),
        (PSKS.TARUNA_SIAGA_BENCANA, 4),
    ]


def test_row_of_a_table_of_resources_without_a_number_is_unknown(tmp_path):
    path = tmp_path / "psks.csv"
    path.write_text("No,Jenis PSKS,Jumlah\n1,LKS,\n2,Tagana,tidak ada\n3,WKSBM,0\n", "utf-8")
    given = {"region": ANGSANA, "date": DAY, "source": "Pendataan desa"}
    read = tables.read(path, WelfareResource, values=given)
    assert [one.total for one in read.records] == [None, None, 0]
    assert {(one.row, one.code) for one in read.issues} >= {
        (2, "resource.uncounted"),
        (3, "resource.uncounted"),
    }
    assert read.errors == ()


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_written_rows_are_read_back(tmp_path, suffix):
    path = tmp_path / f"hasil.{suffix}"
    rows = (listed(ANGSANA, GroundCheckResult.PINDAH, date=DAY, note="ke kota"), listed(MAKMUR))
    tables.write(rows, path)
    assert tables.read(path, GroundCheck).records == rows


def test_list_is_a_document():
    checked = checked_list(listed(ANGSANA, GroundCheckResult.GANDA, date=DAY), size=1)
    assert wire.from_json(wire.to_json(checked), GroundCheckList) == checked
