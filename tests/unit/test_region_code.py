"""Region codes of the two systems."""

import pytest

from psm_core import BPSCode, ParseError, RegionCode
from psm_core.terms import RegionKind, RegionLevel


def test_a_code_knows_its_level_kind_and_ancestors():
    code = RegionCode.parse(" 63.10.09.2005 ")
    assert code.level is RegionLevel.VILLAGE
    assert code.kind is RegionKind.DESA
    assert code.parent == RegionCode("63.10.09")
    assert code.ancestors == (RegionCode("63.10.09"), RegionCode("63.10"), RegionCode("63"))
    assert code.digits == "6310092005"
    assert str(code) == "63.10.09.2005"
    assert repr(code) == "RegionCode('63.10.09.2005')"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("63", RegionKind.PROVINSI),
        ("63.10", RegionKind.KABUPATEN),
        ("63.71", RegionKind.KOTA),
        ("31.01", RegionKind.KABUPATEN_ADMINISTRASI),
        ("31.74", RegionKind.KOTA_ADMINISTRASI),
        ("63.10.09", RegionKind.KECAMATAN),
        ("63.10.01.1001", RegionKind.KELURAHAN),
        ("91.03.01.3001", RegionKind.DESA_ADAT),
    ],
)
def test_the_kind_follows_from_the_code(text, kind):
    assert RegionCode(text).kind is kind


@pytest.mark.parametrize("text", ["6310", "631009", "6310092005", "6310031"])
def test_undotted_digits_must_name_their_system(text):
    with pytest.raises(ParseError) as caught:
        RegionCode.parse(text)
    assert caught.value.code == "region_code.undotted"


@pytest.mark.parametrize(
    "text", ["", "6", "03", "63.10.09.4005", "63.10.09.205", "63-10", "63.10.", "٦٣"]
)
def test_what_is_no_code_is_refused(text):
    with pytest.raises(ParseError) as caught:
        RegionCode.parse(text)
    assert caught.value.code == "region_code.format"


def test_digits_of_the_home_ministry_are_read_when_they_are_named():
    assert RegionCode.from_digits("63") == RegionCode("63")
    assert RegionCode.from_digits("6310092005") == RegionCode("63.10.09.2005")
    for text in ("6310031", "63x0", "63.10"):
        with pytest.raises(ParseError):
            RegionCode.from_digits(text)


def test_a_region_lies_within_itself_and_its_ancestors():
    village, regency = RegionCode("63.10.09.2005"), RegionCode("63.10")
    assert village.is_within(regency)
    assert regency.is_within(regency)
    assert not regency.is_within(village)
    assert not RegionCode("63").parent


def test_codes_sort_and_do_not_mix_with_the_other_system():
    assert sorted([RegionCode("63.10"), RegionCode("63")]) == [
        RegionCode("63"),
        RegionCode("63.10"),
    ]
    assert RegionCode("63") != BPSCode("63")


def test_a_bps_code_tells_its_level():
    levels = [BPSCode.parse(t).level for t in ("63", "6310", "6310031", "6310031002")]
    assert levels == list(RegionLevel)
    for text in ("631003", "63.10", "0310", "abc"):
        with pytest.raises(ParseError) as caught:
            BPSCode.parse(text)
        assert caught.value.code == "bps_code.format"
