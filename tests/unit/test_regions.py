"""The registry of regions."""

import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from copy import deepcopy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psm_core import (
    RegionCode,
    RegionKind,
    RegionLevel,
    RegionState,
    UnknownRegionError,
    bundled,
)
from psm_core import regions as room

regions = bundled()
ANGSANA = RegionCode("63.10.09")


def test_a_region_tells_its_place():
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
def test_a_full_name_has_the_local_title_or_else_the_kind(code, name):
    assert regions[RegionCode(code)].full_name == name


def test_the_desa_of_mentawai_and_of_two_cities_are_no_nagari():
    desa = {
        region.code.parent.parent
        for region in regions.descendants(RegionCode("13"))
        if region.kind is RegionKind.DESA and region.title is None
    }
    assert desa == {RegionCode("13.09"), RegionCode("13.73"), RegionCode("13.77")}


def test_the_registry_is_a_mapping_in_order_of_code():
    codes = list(regions)
    assert len(codes) == len(regions) == 91599
    assert codes == sorted(codes)
    assert codes[:4] == [RegionCode(c) for c in ("11", "11.01", "11.01.01", "11.01.01.2001")]
    assert ANGSANA in regions
    assert "63.10.09" not in regions
    assert regions.get(RegionCode("99")) is None
    assert regions == bundled()
    assert regions != {}
    assert repr(regions) == "<RegionRegistry 2025-06, 91599 regions>"
    assert regions.act.startswith("Kepmendagri 300.2.2-2138/2025")
    assert {regions: 1}[bundled()] == 1


def test_an_unknown_code_is_refused_by_name():
    for code in (RegionCode("99"), RegionCode("63.10.09.2999"), RegionCode("63.99.01.2001")):
        with pytest.raises(UnknownRegionError) as caught:
            regions[code]
        assert str(caught.value) == f"no region {code} in the vintage 2025-06"
        with pytest.raises(UnknownRegionError):
            regions.children(code)


@pytest.mark.parametrize("key", ["63", "9901014108900001", 63, b"63", ["63"]])
def test_what_is_no_region_code_is_in_no_registry_and_is_not_shown(key):
    assert key not in regions
    with pytest.raises(KeyError) as caught:
        regions[key]
    assert type(key).__name__ in str(caught.value)
    assert str(key) not in str(caught.value)


def test_all_below_a_region_come_in_order():
    inside = [region.code for region in regions.descendants(RegionCode("63.10"))]
    assert len(inside) == 12 + 157
    assert inside == sorted(inside)
    assert all(code.is_within(RegionCode("63.10")) for code in inside)
    assert sum(1 for _ in regions.descendants()) == 91599


@pytest.mark.parametrize(
    ("code", "state", "successor"),
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
def test_a_code_is_current_retired_unverified_or_unknown(code, state, successor):
    status = regions.status(RegionCode(code))
    assert status.state.value == state
    assert status.successor == (RegionCode(successor) if successor else None)
    assert (status.act is not None) == (state == "retired")


def test_search_puts_the_whole_name_first_and_larger_regions_before_smaller():
    found = regions.search("tanah bumbu", level=RegionLevel.REGENCY)
    assert [region.code for region in found] == [RegionCode("63.10")]
    assert found == regions.search("tanah bumbu", level=RegionLevel.REGENCY, limit=1)
    names = [region.full_name for region in regions.search("Angsana", limit=4)]
    assert names == ["Kecamatan Angsana"] * 2 + ["Desa Angsana"] * 2
    inside = regions.search("  ANGSANA ", within=RegionCode("63"))
    assert [str(region.code) for region in inside] == ["63.10.09", "63.10.09.2005"]
    assert regions.search("sana", level=RegionLevel.VILLAGE, within=RegionCode("63"), limit=1)
    banjar = regions.search("banjar", level=RegionLevel.REGENCY)
    assert [str(region.code) for region in banjar[:2]] == ["32.79", "63.03"]
    assert regions.search("") == ()
    assert regions.search("zzzz") == ()
    assert regions.search("63\n64") == ()
    assert regions.search("angsana", limit=0) == ()


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Kab. Tanah Bumbu", "Kabupaten Tanah Bumbu"),
        ("kab.tanah bumbu", "Kabupaten Tanah Bumbu"),
        ("KOTA BANJARMASIN", "Kota Banjarmasin"),
        ("kota jakarta selatan", "Kota Administrasi Jakarta Selatan"),
        ("Prov Kalimantan Selatan", "Provinsi Kalimantan Selatan"),
        ("kec. angsana", "Kecamatan Angsana"),
        ("desa angsana", "Desa Angsana"),
        ("desa adat yoboi", "Desa Adat Yoboi"),
        ("kota administrasi jakarta selatan", "Kota Administrasi Jakarta Selatan"),
        ("kapanewon nanggulan", "Kapanewon Nanggulan"),
        ("kota baru", "Kecamatan Kota Baru"),
        ("tanah bumbu", "Kabupaten Tanah Bumbu"),
    ],
)
def test_a_kind_or_local_title_may_stand_before_the_name(text, first):
    found = regions.search(text)
    assert found[0].full_name == first
    assert len({region.code for region in found}) == len(found)


def test_a_region_that_is_found_by_its_name_and_by_its_kind_is_found_once():
    found = regions.search("desa baru", limit=100_000)
    named = [region.full_name for region in found]
    assert named.index("Desa Desa Baru") < named.index("Desa Baru")
    assert named.count("Desa Desa Baru") == 3
    assert len({region.code for region in found}) == len(found)


def test_search_ranks_as_a_plain_reading_of_every_name_does():
    every = list(regions.values())
    for text in ("angsana", "banjar", "an", "kota", "su'a", "\u2019u", "x"):
        named = [region for region in every if text in region.name.lower()]
        named.sort(
            key=lambda region: (
                region.name.lower() != text,
                not region.name.lower().startswith(text),
                len(str(region.code)),
                region.code,
            )
        )
        assert list(regions.search(text, limit=100_000)) == named


@given(st.sampled_from(sorted(regions, key=str)))
def test_every_region_is_found_by_its_own_name(code):
    region = regions[code]
    found = regions.search(region.name, level=region.level, within=code.parent)
    assert region in found


def test_a_registry_and_a_region_travel_by_pickle_and_copy():
    assert pickle.loads(pickle.dumps(regions)) is bundled()  # noqa: S301 - our own bytes
    assert deepcopy(regions) is bundled()
    region = regions[ANGSANA]
    assert pickle.loads(pickle.dumps(region)) == region  # noqa: S301 - our own bytes


def test_many_threads_may_ask_at_once():
    codes = list(regions)[::97]
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda code: regions[code].code, codes))
    assert found == codes


def test_threads_that_open_at_once_get_the_same_registry(monkeypatch):
    monkeypatch.setattr(room, "_bundled", {})
    with ThreadPoolExecutor(8) as pool:
        opened = list(pool.map(lambda _: bundled(), range(64)))
    assert len({id(registry) for registry in opened}) == 1


def test_importing_the_package_loads_neither_doors_nor_data():
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


def test_states_have_a_text_of_their_own():
    assert [state.value for state in RegionState] == [
        "current",
        "retired",
        "unverified",
        "unknown",
    ]


def test_what_is_asked_in_the_wrong_kind_is_told_without_being_shown():
    calls = (
        lambda: regions.status("9901014108900001"),
        lambda: regions.search("x", within="63"),
        lambda: regions.search("x", level="village"),
        lambda: regions.ancestors("63"),
    )
    for call in calls:
        with pytest.raises(TypeError, match="is needed here, not str"):
            call()
    with pytest.raises(TypeError, match="a str is needed here, not NoneType"):
        regions.search(None)
    assert str(regions[ANGSANA]) == "Kecamatan Angsana"
