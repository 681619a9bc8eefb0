"""The registry of regions."""

import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from copy import deepcopy

import pytest

import psm_core
from psm_core import (
    BPSCode,
    CodeValidity,
    ISOCode,
    RegionCode,
    RegionKind,
    RegionLevel,
    UnknownRegionError,
    load_regions,
)
from psm_core.regions import registry as room

regions = load_regions()
ANGSANA = RegionCode("63.10.09")


def test_region_has_code_name_kind_and_address():
    angsana = regions[ANGSANA]
    assert (angsana.name, angsana.kind) == ("Angsana", RegionKind.KECAMATAN)
    assert angsana.level is RegionLevel.DISTRICT
    assert [region.name for region in regions.ancestors(ANGSANA)] == [
        "Tanah Bumbu",
        "Kalimantan Selatan",
    ]
    assert len(regions.children(RegionCode("63"))) == 13
    assert [region.name for region in regions.children(ANGSANA)] == [
        "Bunati",
        "Purwodadi",
        "Sumber Baru",
        "Karang Indah",
        "Angsana",
        "Banjar Sari",
        "Bayan Sari",
        "Makmur",
        "Mekar Jaya",
    ]
    assert len(regions.children()) == 38
    assert regions.children(RegionCode("63.10.09.2005")) == ()


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("63", "Provinsi Kalimantan Selatan"),
        ("63.10", "Kabupaten Tanah Bumbu"),
        ("63.71", "Kota Banjarmasin"),
        ("31.74", "Kota Administrasi Jakarta Selatan"),
        ("63.10.09.2005", "Desa Angsana"),
        ("34.01.10", "Kapanewon Nanggulan"),
        ("34.01.10.2006", "Kalurahan Kembang"),
        ("34.71.01", "Kemantren Tegalrejo"),
        ("93.01.01", "Distrik Merauke"),
        ("11.01.01.2001", "Gampong Keude Bakongan"),
        ("13.01.01.2001", "Nagari Inderapura"),
        ("13.09.01.2007", "Desa Betumonga"),
        ("91.03.01.3007", "Desa Adat Yoboi"),
        ("34", "Provinsi Daerah Istimewa Yogyakarta"),
    ],
)
def test_full_name_has_the_local_title_or_the_kind(code, name):
    assert regions[RegionCode(code)].full_name == name


def test_desa_of_mentawai_and_two_cities_are_no_nagari():
    desa = {
        region.code.parent.parent
        for region in regions.descendants(RegionCode("13"))
        if region.kind is RegionKind.DESA and region.title is None
    }
    assert desa == {RegionCode("13.09"), RegionCode("13.73"), RegionCode("13.77")}


def test_registry_is_a_mapping_in_order_of_code():
    codes = list(regions)
    assert len(codes) == len(regions) == 91599
    assert codes == sorted(codes)
    assert codes[:4] == [RegionCode(c) for c in ("11", "11.01", "11.01.01", "11.01.01.2001")]
    assert ANGSANA in regions
    assert "63.10.09" not in regions
    assert regions.get(RegionCode("99")) is None
    assert regions == load_regions()
    assert regions != {}
    assert repr(regions) == "<RegionRegistry 2025-06, 91599 regions>"
    assert regions.act.number == "Kepmendagri 300.2.2-2430/2025"
    assert {regions: 1}[load_regions()] == 1


def test_unknown_code_raises_unknown_region_error():
    for code in (RegionCode("99"), RegionCode("63.10.09.2999"), RegionCode("63.99.01.2001")):
        with pytest.raises(UnknownRegionError) as caught:
            regions[code]
        assert str(caught.value) == f"no region {code} in the vintage 2025-06"
        with pytest.raises(UnknownRegionError):
            regions.children(code)


@pytest.mark.parametrize("key", ["63", "9901014108900001", 63, b"63", ["63"]])
def test_other_keys_raise_an_error_without_the_key(key):
    assert key not in regions
    with pytest.raises(KeyError) as caught:
        regions[key]
    assert type(key).__name__ in str(caught.value)
    assert str(key) not in str(caught.value)


def test_descendants_of_all_below_a_region_come_in_order():
    inside = [region.code for region in regions.descendants(RegionCode("63.10"))]
    assert len(inside) == 12 + 157
    assert inside == sorted(inside)
    assert all(code.is_within(RegionCode("63.10")) for code in inside)
    assert sum(1 for _ in regions.descendants()) == 91599


@pytest.mark.parametrize(
    ("code", "validity", "successor"),
    [
        ("63.10", "current", None),
        ("91.01", "retired", "93.01"),
        ("92.71", "retired", "96.71"),
        ("91.02.34", "retired", "95.01.10"),
        ("64.04", "unverified", None),
        ("73.25", "unverified", None),
        ("64.73", "unverified", None),
        ("63.10.99", "unverified", None),
        ("91.01.99", "unverified", None),
        ("91.01.01.2001", "unverified", None),
        ("63.10.09.2999", "unverified", None),
        ("63.10.09.2000", "unknown", None),
        ("63.50", "unknown", None),
        ("63.00", "unknown", None),
        ("63.70", "unknown", None),
        ("63.10.00", "unknown", None),
        ("63.10.00.2001", "unknown", None),
        ("91.01.00", "unknown", None),
        ("63.99", "unknown", None),
        ("92.72", "unknown", None),
        ("99", "unknown", None),
        ("99.01", "unknown", None),
        ("99.01.01", "unknown", None),
        ("63.50.01.2001", "unknown", None),
    ],
)
def test_status_is_current_retired_unverified_or_unknown(code, validity, successor):
    status = regions.status(RegionCode(code))
    assert status.validity.value == validity
    assert status.successor == (RegionCode(successor) if successor else None)
    assert (status.act is not None) == (validity == "retired")
    assert (status.name is not None) == (validity == "retired")


def test_registry_and_region_can_be_pickled_and_copied():
    assert pickle.loads(pickle.dumps(regions)) is load_regions()  # noqa: S301 - our own bytes
    assert deepcopy(regions) is load_regions()
    region = regions[ANGSANA]
    again = pickle.loads(pickle.dumps(region))  # noqa: S301 - our own bytes
    assert again == region == deepcopy(region)
    assert again.address == region.address
    assert hash(again) == hash(region)
    code = region.code
    assert code == pickle.loads(pickle.dumps(code)) == deepcopy(code)  # noqa: S301 - as above


def test_many_threads_can_use_a_registry():
    codes = list(regions)[::97]
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda code: regions[code].code, codes))
    assert found == codes


def test_load_regions_in_two_threads_gives_the_same_registry(monkeypatch):
    monkeypatch.setattr(room, "_loaded", {})
    with ThreadPoolExecutor(8) as pool:
        opened = list(pool.map(lambda _: load_regions(), range(64)))
    assert len({id(registry) for registry in opened}) == 1


def test_import_loads_neither_readers_nor_data():
    code = (
        "import sys, psm_core;"
        " print([m for m in ('cattrs', 'dateutil', 'mmap', 'json', 'pathlib') if m in sys.modules])"
    )
    done = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-S", "-c", f"import sys; sys.path[:0] = {sys.path!r}; {code}"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[]"


def test_validities_have_text_values():
    assert [one.value for one in CodeValidity] == [
        "current",
        "retired",
        "unverified",
        "unknown",
    ]


def test_wrong_argument_types_raise_an_error_without_the_value():
    calls = (
        lambda: regions.status("9901014108900001"),
        lambda: regions.search("x", within="63"),
        lambda: regions.search("x", level="village"),
        lambda: regions.resolve("x", within="63"),
        lambda: regions.resolve("x", level="village"),
        lambda: regions.ancestors("63"),
        lambda: regions.children("63"),
        lambda: regions.successor("63"),
        lambda: regions.predecessors("63"),
        lambda: regions.lineage("63"),
        lambda: regions.by_bps("63"),
        lambda: regions.by_iso("ID-KS"),
    )
    for call in calls:
        with pytest.raises(TypeError, match="is needed here, not str"):
            call()
    for call in (regions.search, regions.resolve):
        with pytest.raises(TypeError, match="a str is needed here, not NoneType"):
            call(None)
    assert str(regions[ANGSANA]) == "Kecamatan Angsana"


def test_region_repr_shows_its_address():
    village = regions[RegionCode("63.10.09.2005")]
    assert repr(village) == (
        "<Region 63.10.09.2005 Desa Angsana, Kecamatan Angsana, Kabupaten Tanah Bumbu,"
        " Kalimantan Selatan>"
    )
    assert repr(regions[RegionCode("63")]) == "<Region 63 Kalimantan Selatan>"


def test_region_html_is_a_tree():
    shown = regions[ANGSANA]._repr_html_()
    places = ["Kalimantan Selatan", "Kabupaten Tanah Bumbu", "<b>Kecamatan Angsana", "Desa Bunati"]
    assert [shown.index(place) for place in places] == sorted(shown.index(p) for p in places)
    assert shown.count("<ul>") == shown.count("</ul>") == 4
    assert shown.count("<li>") == shown.count("</li>") == 3 + 9
    assert regions[RegionCode("63.10.09.2005")]._repr_html_() == (
        "<ul><li>Provinsi Kalimantan Selatan <code>63</code>"
        "<ul><li>Kabupaten Tanah Bumbu <code>63.10</code>"
        "<ul><li>Kecamatan Angsana <code>63.10.09</code>"
        "<ul><li><b>Desa Angsana <code>63.10.09.2005</code></b></li></ul>"
        "</li></ul></li></ul></li></ul>"
    )
    assert shown.endswith(
        "<li>Desa Mekar Jaya <code>63.10.09.2009</code></li></ul>" + "</li></ul>" * 3
    )
    many = regions[RegionCode("35.07")]._repr_html_()
    assert "… 13 more" in many
    village = regions[RegionCode("35.13.15.2017")]._repr_html_()
    assert "Soka&#x27;an" in village
    assert "<b>Desa Soka&#x27;an <code>35.13.15.2017</code></b></li>" in village
    whole = regions._repr_html_()
    assert whole.count("<li>") == 38
    assert "Kepmendagri 300.2.2-2430/2025" in whole


def test_counts_gives_the_number_of_each_kind():
    here = regions.counts(RegionCode("63.10"))
    assert {kind: n for kind, n in here.items() if n} == {
        RegionKind.KABUPATEN: 1,
        RegionKind.KECAMATAN: 12,
        RegionKind.KELURAHAN: 5,
        RegionKind.DESA: 152,
    }
    assert sum(regions.counts().values()) == 91599
    assert regions.counts(RegionCode("91.03"))[RegionKind.DESA_ADAT] == 14
    assert sum(regions.counts(RegionCode("63.10.09.2005")).values()) == 1


@pytest.mark.parametrize(
    ("code", "head"),
    [
        ("63", "Gubernur"),
        ("63.10", "Bupati"),
        ("63.71", "Wali Kota"),
        ("31.01", "Bupati"),
        ("31.74", "Wali Kota"),
        ("63.10.09", "Camat"),
        ("63.10.09.2005", "Kepala Desa"),
        ("63.10.01.1007", "Lurah"),
        ("63.03.01.2001", "Pambakal"),
        ("34.01.10", "Panewu"),
        ("34.71.01", "Mantri Pamong Praja"),
        ("34.01.10.2006", "Lurah"),
        ("11.01.01.2001", "Keuchik"),
        ("13.01.01.2001", "Wali Nagari"),
        ("13.09.01.2007", "Kepala Desa"),
        ("93.01.01", "Kepala Distrik"),
        ("91.03.01.3007", None),
    ],
)
def test_head_has_the_title_of_the_law_or_the_local_title(code, head):
    assert regions[RegionCode(code)].head == head


def test_to_dict_dictionary_of_all_equals_the_registry():
    every = regions.to_dict()
    assert list(every) == list(regions)
    assert all(every[code] == regions[code] for code in list(every)[::50])
    assert every[ANGSANA].address == regions[ANGSANA].address


def test_codes_of_other_systems_map_both_ways():
    simeulue = regions.by_bps(BPSCode("1101"))
    assert simeulue.full_name == "Kabupaten Simeulue"
    assert simeulue.code == RegionCode("11.09")
    assert simeulue.bps == BPSCode("1101")
    assert regions[RegionCode("93.01")].bps == BPSCode("9401")
    assert regions[ANGSANA].bps is None
    assert regions[RegionCode("93")].bps is None
    assert regions.by_iso(ISOCode("ID-KS")).code == RegionCode("63")
    assert regions[RegionCode("96")].iso == ISOCode("ID-PD")
    assert regions[RegionCode("63.10")].iso is None
    for call in (
        lambda: regions.by_bps(BPSCode("9999")),
        lambda: regions.by_iso(ISOCode("ID-ZZ")),
    ):
        with pytest.raises(UnknownRegionError, match=r"in the vintage (BPS 2020|ISO 3166-2)"):
            call()


def test_unknown_name_of_the_package_raises_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'Nothing'"):
        psm_core.regions.Nothing  # noqa: B018 - asking is the test
    assert set(psm_core.regions.__all__) <= set(dir(psm_core.regions))


def test_more_regions_than_the_cache_holds_are_found():
    codes = list(regions)[:2000]
    assert [regions[code].code for code in codes] == codes
