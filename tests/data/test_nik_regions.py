"""A NIK of every region that ever was is a NIK; what cannot be one is refused everywhere."""

# A serial is given from 0001 on, so with 0000 no number here is a person's.
from collections import Counter
from pathlib import Path

import pytest

from psm_core import NIK, CodeValidity, ParseError, RegionCode, RegionKind, load_regions

DATA = Path(__file__).parents[2] / "data" / "regions"


def codes(path):
    return [line.split("\t")[0] for line in (DATA / path).read_text("utf-8").splitlines()[1:]]


CURRENT = codes("current/districts.tsv")
RETIRED = [code for code in codes("changes.tsv") if len(code) == 8]


def test_number_of_current_and_retired_regions():
    assert len(CURRENT) == 7285
    assert len(RETIRED) == 594
    assert len(codes("changes.tsv")) - len(RETIRED) == 26


def test_nik_of_each_kecamatan_has_its_region():
    states = Counter()
    for code in CURRENT + RETIRED:
        nik = NIK.parse(code.replace(".", "") + "4108900000")
        assert nik.region == RegionCode(code)
        states[load_regions().status(nik.region).validity] += 1
    assert states == {CodeValidity.CURRENT: 7285, CodeValidity.RETIRED: 594}


def test_every_retired_code_has_an_act_and_a_successor_of_its_level():
    regions = load_regions()
    for code in codes("changes.tsv"):
        status = regions.status(RegionCode(code))
        assert status.validity is CodeValidity.RETIRED
        assert status.successor in regions
        assert status.successor.level is RegionCode(code).level
        assert status.act.startswith("UU ")
    assert regions.status(RegionCode("91.01")).act == "UU 14/2022"


def test_packed_rows_equal_the_tables():
    regions = load_regions()
    for table in ("provinces", "regencies", "districts", "villages"):
        lines = (DATA / "current" / f"{table}.tsv").read_text("utf-8").splitlines()[1:]
        for code, name in (line.split("\t") for line in lines):
            region = regions[RegionCode(code)]
            printed = table == "regencies" or region.kind is RegionKind.DESA_ADAT
            label = f"{region.kind.label} " if printed else ""
            assert f"{label}{region.name}" == name


WELL_FORMED = {
    "a man": "9901010108900001",
    "a woman": "9901014108900001",
    "the last day of a man": "9901013101900001",
    "the last day of a woman": "9901017101900001",
    "29 February 2000": "9901012902000001",
    "29 February 1996": "9901012902960001",
    "a woman on 29 February": "9901016902960001",
    "an unknown regency": "3199010108900000",
    "an unknown kecamatan": "3174990108900000",
    "a kecamatan of North Kalimantan": "6501010108900000",
    "a retired kecamatan": "9101010108900000",
    "a number of the new provinces": "9601400108900000",
    "born at the end of 2026": "9901013112260001",
    "29 February of a year 04": "9901012902040001",
    "serial 0000": "9901010108900000",
    "inner blanks": "9901 0101 0890 0001",
    "inner dots": "9901.0101.0890.0001",
    "inner dashes": "9901-0101-0890-0001",
    "outer blanks": "  9901010108900001\n",
    "no-break spaces": "\u00a09901010108900001\u00a0",
    "a zero-width space": "99010101\u200b08900001",
    "a leading apostrophe": "'9901010108900001",
    "the highest province": "9999990108900001",
}
IMPOSSIBLE = {
    "29 February 2001": "9901012902010001",
    "29 February of a woman in 1997": "9901016902970001",
    "30 February": "9901013002900001",
    "31 April": "9901013104900001",
    "31 June of a woman": "9901017106900001",
    "day 00": "9901010008900001",
    "day 32": "9901013208900001",
    "day 40": "9901014008900001",
    "day 72": "9901017208900001",
    "day 81": "9901018108900001",
    "day 99": "9901019908900001",
    "month 00": "9901010100900001",
    "month 13": "9901010113900001",
    "full-width digits": "９９０１０１０１０８９００００１",
    "Arabic-Indic digits": "٩٩٠١٠١٠١٠٨٩٠٠٠٠١",
    "a superscript digit": "990101010890000²",
    "a letter": "99010101089O0001",
    "15 digits": "990101010890001",
    "17 digits": "99010101089000011",
    "8 digits": "99010141",
    "a number": 9901010108900001,
    "a float": 9.901010108900001e15,
    "None": None,
    "bytes": b"9901010108900001",
    "nothing": "",
    "blanks": "   ",
    "a dash": "-",
    "zero": "0",
    "sixteen zeros": "0" * 16,
    "sixteen nines": "9" * 16,
    "a temporary number": "0101010108900001",
}


@pytest.mark.parametrize("text", WELL_FORMED.values(), ids=WELL_FORMED)
def test_nik_accepts_every_possible_number(text):
    assert len(NIK.parse(text).unmasked) == 16


@pytest.mark.parametrize("value", IMPOSSIBLE.values(), ids=IMPOSSIBLE)
def test_nik_rejects_impossible_numbers(value):
    with pytest.raises(ParseError) as caught:
        NIK.parse(value)
    assert caught.value.code in {
        "nik.date",
        "nik.format",
        "nik.length",
        "nik.placeholder",
        "type.text",
    }


@pytest.mark.parametrize("rest", ["3002900000", "7208900000", "8108900000", "0100900000"])
def test_nik_rejects_impossible_dates_in_every_region(rest):
    for code in CURRENT[::200] + RETIRED[::50]:
        with pytest.raises(ParseError, match=r"^nik\.date") as caught:
            NIK.parse(code.replace(".", "") + rest)
        assert caught.value.code == "nik.date"
