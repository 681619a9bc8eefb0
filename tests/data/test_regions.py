"""The region rows against what the decree counts."""

from collections import Counter
from pathlib import Path

import pytest

from psm_core import BPSCode, ISOCode, RegionCode, load_regions
from psm_core.regions.address_parser import normalize_name
from psm_core.terms import RegionKind

ROWS = Path(__file__).parents[2] / "data" / "regions" / "current"


def rows(table):
    lines = (ROWS / f"{table}.tsv").read_text("utf-8").splitlines()
    return dict(line.split("\t") for line in lines[1:])


@pytest.fixture(scope="module")
def names():
    found = {}
    for table in ("provinces", "regencies", "districts", "villages"):
        found |= rows(table)
    return found


def test_number_of_each_kind_equals_the_decree(names):
    counts = Counter(RegionCode(code).kind for code in names)
    assert counts == {
        RegionKind.PROVINSI: 38,
        RegionKind.KABUPATEN: 415,
        RegionKind.KABUPATEN_ADMINISTRASI: 1,
        RegionKind.KOTA: 93,
        RegionKind.KOTA_ADMINISTRASI: 5,
        RegionKind.KECAMATAN: 7285,
        RegionKind.KELURAHAN: 8496,
        RegionKind.DESA: 75252,
        RegionKind.DESA_ADAT: 14,
    }


def test_kind_of_a_regency_equals_its_printed_name():
    for code, name in rows("regencies").items():
        assert name.startswith(RegionCode(code).kind.label), code


def test_every_region_has_a_listed_parent(names):
    for code in names:
        parent = RegionCode(code).parent
        assert parent is None or str(parent) in names, code


def test_kalimantan_selatan_has_thirteen_regencies(names):
    south_kalimantan = RegionCode("63")
    inside = Counter(
        RegionCode(code).kind for code in names if RegionCode(code).is_within(south_kalimantan)
    )
    assert inside == {
        RegionKind.PROVINSI: 1,
        RegionKind.KABUPATEN: 11,
        RegionKind.KOTA: 2,
        RegionKind.KECAMATAN: 156,
        RegionKind.KELURAHAN: 144,
        RegionKind.DESA: 1872,
    }
    assert names["63.10.09"] == "Angsana"
    assert names["63.10"] == "Kabupaten Tanah Bumbu"


def test_names_are_normalized(names):
    for code, name in names.items():
        assert name == " ".join(name.split()), code
        assert '"' not in name, code


def table(name):
    lines = (ROWS.parent / f"{name}.tsv").read_text("utf-8").splitlines()[1:]
    return [line.split("\t") for line in lines]


def test_each_retired_code_has_its_own_successor_within_its_regency(names):
    changes = {code: (successor, act) for code, _, successor, act in table("changes")}
    assert len(changes) == len(table("changes")) == 620
    assert len({successor for successor, _ in changes.values()}) == 620
    for code, (successor, act) in changes.items():
        assert code not in names
        assert successor in names
        if len(code) == 8:
            assert (successor[:5], act) == changes[code[:5]], code


def test_manual_changes_are_in_the_table_of_changes():
    by_hand = table("retired-by-hand")
    assert len(by_hand) == 71
    assert by_hand == [row for row in table("changes") if row in by_hand]


def test_each_local_title_has_a_region_in_force_and_an_act(names):
    rules = [[place, of] for place, of, *_ in table("titles")]
    for within, kind, title, head, source in table("titles"):
        assert not within or within in names
        assert kind in RegionKind.__members__
        assert head
        assert source
        if not title:  # what the country calls it, or an exception to the rule of its province
            assert ["", kind] in rules


def test_each_province_has_the_number_of_regions_in_the_decree():
    kinds = (
        (RegionKind.KABUPATEN, RegionKind.KABUPATEN_ADMINISTRASI),
        (RegionKind.KOTA, RegionKind.KOTA_ADMINISTRASI),
        (RegionKind.KECAMATAN,),
        (RegionKind.KELURAHAN,),
        (RegionKind.DESA, RegionKind.DESA_ADAT),
    )
    totals = table("totals")
    assert len(totals) == 38
    for code, *expected in totals:
        counts = load_regions().counts(RegionCode(code))
        assert [sum(counts[one] for one in kind) for kind in kinds] == list(map(int, expected)), (
            code
        )


def test_each_regency_has_its_own_bps_code():
    pairs = dict(table("bps"))
    assert len(pairs) == len(table("bps")) == 514 + 34
    assert len(set(pairs.values())) == 548
    regencies = {code: bps for code, bps in pairs.items() if "." in code}
    assert len(regencies) == 514
    assert sum(code.replace(".", "") != bps for code, bps in regencies.items()) == 199
    assert {code for code in rows("provinces") if code not in pairs} == {"93", "94", "95", "96"}
    for code, bps in regencies.items():
        assert BPSCode(bps).level is RegionCode(code).level
        assert (code[3] == "7") == (bps[2] == "7"), code


def test_each_province_has_an_iso_code():
    pairs = table("iso")
    assert {code for code, _ in pairs} == set(rows("provinces"))
    assert len({iso for _, iso in pairs}) == 38
    assert all(str(ISOCode(iso)) == iso for _, iso in pairs)


def test_other_names_belong_to_regions_in_force_and_differ_from_their_names(names):
    for code, name, source in table("aliases"):
        assert code in names
        assert source
        assert normalize_name(name) != normalize_name(names[code])
    for code, name, kind, act in table("former"):
        assert code in names
        assert kind in {"renamed", "respelt"}
        assert not act or act in {number for number, *_ in table("acts")}
        assert normalize_name(name) != normalize_name(names[code])
