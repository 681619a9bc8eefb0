"""Region codes of the two systems."""

import pytest

from psm_core import BPSCode, ISOCode, ParseError, RegionCode
from psm_core.terms import RegionKind, RegionLevel


def test_region_code_has_level_kind_and_ancestors():
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
def test_region_code_determines_the_kind(text, kind):
    assert RegionCode(text).kind is kind


@pytest.mark.parametrize("text", ["6310", "631009", "6310092005", "6310031"])
def test_undotted_digits_are_rejected(text):
    with pytest.raises(ParseError) as caught:
        RegionCode.parse(text)
    assert caught.value.code == "region_code.undotted"


@pytest.mark.parametrize(
    ("text", "dotted"),
    [
        ("6310", "63.10"),
        ("631009", "63.10.09"),
        ("110105", None),
        ("6310092005", None),
        ("6310031", None),
        ("0310", None),
    ],
)
def test_undotted_error_has_the_dotted_form_unless_it_may_be_personal(text, dotted):
    with pytest.raises(ParseError) as caught:
        RegionCode.parse(text)
    assert caught.value.issue.params.get("dotted") == dotted
    for language in ("en", "id"):
        assert (f" {dotted})" in caught.value.issue.describe(language)) == (dotted is not None)


@pytest.mark.parametrize(
    "text", ["10", "19", "90.99", "11.00.90", "11.09.09.1000", "11.09.09.2009", "11.09.09.3999"]
)
def test_region_code_need_not_be_in_force(text):
    assert str(RegionCode.parse(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        *("63.1", "63.0", "63.9", "9.99", "1.10", "10.1", "19.1", "63.10.9", "63.1.10", "63.1.09"),
        *("63.1.99", "63.1.1.1999", "63.9.09.2000", "63.10.9.3009", "11.1.1.2001"),
    ],
)
def test_region_code_without_its_zeros_has_its_own_error(text):
    with pytest.raises(ParseError) as caught:
        RegionCode.parse(text)
    assert caught.value.code == "region_code.zeros_lost"


@pytest.mark.parametrize(
    "text",
    [
        *("", "6", "03", "63.10.09.4005", "63.10.09.205", "63-10", "63.10.", "٦٣"),
        *("0.10", "6.", "6.123", "63.1.", "63.1.123", "63.1..2005"),
        *("63.1.1.0999", "63.1.1.4000", "63.1.1.205", "63.1.1.20055"),
    ],
)
def test_region_code_rejects_other_text(text):
    with pytest.raises(ParseError) as caught:
        RegionCode.parse(text)
    assert caught.value.code == "region_code.format"


def test_from_digits_accepts_digits_of_the_home_ministry():
    assert RegionCode.from_digits("63") == RegionCode("63")
    assert RegionCode.from_digits("6310092005") == RegionCode("63.10.09.2005")
    for text in ("631", "6310031", "63x0", "63.10"):
        with pytest.raises(ParseError) as caught:
            RegionCode.from_digits(text)
        assert caught.value.code == "region_code.format"


def test_region_code_is_within_itself_and_its_ancestors():
    village, regency = RegionCode("63.10.09.2005"), RegionCode("63.10")
    assert village.is_within(regency)
    assert regency.is_within(regency)
    assert not regency.is_within(village)
    assert not RegionCode("63").parent


def test_codes_sort_only_within_their_system():
    assert sorted([RegionCode("63.10"), RegionCode("63")]) == [
        RegionCode("63"),
        RegionCode("63.10"),
    ]
    assert RegionCode("63") != BPSCode("63")


def test_bps_code_has_a_level():
    for texts in (("63", "6310", "6310031", "6310031002"), ("10", "9999", "1999999", "9099999999")):
        assert [BPSCode.parse(text).level for text in texts] == list(RegionLevel)
    for text in ("631003", "63.10", "0310", "abc"):
        with pytest.raises(ParseError) as caught:
            BPSCode.parse(text)
        assert caught.value.code == "bps_code.format"


@pytest.mark.parametrize("text", ["ID-K", "ID-KSL", "KS", "63", "US-NY", "ID_KS", "ID KS"])
def test_iso_code_rejects_other_text(text):
    with pytest.raises(ParseError) as caught:
        ISOCode.parse(text)
    assert caught.value.code == "iso_code.format"
