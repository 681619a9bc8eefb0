"""What became of codes and names."""

from datetime import date

import pytest

from psm_core import (
    CodeValidity,
    Issue,
    ParseError,
    RegionCode,
    RegionLevel,
    Severity,
    load_regions,
)
from psm_core.terms import CrosswalkStatus

regions = load_regions()


def test_acts_have_number_date_and_changes():
    acts = {act.number: act for act in regions.acts}
    assert acts["UU 14/2022"].date == date(2022, 7, 25)
    assert acts["UU 14/2022"].about == "Pembentukan Provinsi Papua Selatan"
    assert "from province 91 to 93" in acts["UU 14/2022"].changed
    assert acts["UU 14/2022"].counts == {}
    assert regions.act is regions.acts[-1]
    assert regions.act.counts == {
        RegionLevel.PROVINCE: 38,
        RegionLevel.REGENCY: 514,
        RegionLevel.DISTRICT: 7285,
        RegionLevel.VILLAGE: 83762,
    }
    before = acts["Kepmendagri 100.1.1-6117/2022"]
    assert before.counts[RegionLevel.DISTRICT] == 7277
    dates = [act.date for act in regions.acts if act.date]
    assert dates == sorted(dates)
    assert hash(regions.act) == hash(regions.acts[-1])


def test_status_of_a_retired_code_has_successor_and_act():
    status = regions.status(RegionCode("91.01"))
    assert status.successor == RegionCode("93.01")
    assert (status.name, status.act) == ("Kabupaten Merauke", "UU 14/2022")
    assert str(status) == (
        "retired: This code has been replaced by 93.01 Kabupaten Merauke (UU 14/2022)."
        " Use the new code."
    )
    assert status.issue.describe("id") == (
        "Kode ini sudah diganti 93.01 Kabupaten Merauke (UU 14/2022). Pakai kode yang baru."
    )


def test_status_has_a_warning_unless_the_code_is_in_force():
    assert regions.status(RegionCode("63.10")).issue is None
    assert str(regions.status(RegionCode("63.10"))) == "current"
    for code, issue in (
        ("64.04", Issue("region.unverified", severity=Severity.WARNING)),
        ("99.01", Issue("region.unknown", severity=Severity.WARNING)),
        (
            "63.10.99",
            Issue("region.unverified", severity=Severity.WARNING, params={"within": "63.10"}),
        ),
        (
            "91.01.01.2001",
            Issue("region.unverified", severity=Severity.WARNING, params={"within": "93.01.01"}),
        ),
    ):
        assert regions.status(RegionCode(code)).issue == issue
    assert regions.status(RegionCode("64.04.01.2001")).validity is CodeValidity.UNVERIFIED
    assert regions.status(RegionCode("92.71.99")).validity is CodeValidity.UNVERIFIED
    assert regions.status(RegionCode("63.10.99.2001")).within == RegionCode("63.10")
    assert regions.status(RegionCode("64.04.01.2001")).within is None


@pytest.mark.parametrize(
    "code", ["63.00", "63.10.00", "63.10.09.1000", "63.10.09.2000", "63.10.09.3000"]
)
def test_codes_with_number_zero_are_unknown(code):
    assert regions.status(RegionCode(code)).validity is CodeValidity.UNKNOWN


def test_lineage_is_the_same_for_old_and_new_code():
    merauke, before = RegionCode("93.01"), RegionCode("91.01")
    assert regions.successor(before) == merauke
    assert regions.predecessors(merauke) == (before,)
    assert regions.successor(merauke) is None
    assert regions.predecessors(before) == ()
    assert regions.lineage(before) == regions.lineage(merauke)
    (change,) = regions.lineage(merauke)
    assert (change.code, change.name, change.successor) == (before, "Merauke", merauke)
    assert not change.is_renaming
    assert regions.lineage(RegionCode("63.10")) == ()


@pytest.mark.parametrize(
    ("code", "before", "act"),
    [
        ("12.12", "Toba Samosir", "PP 14/2020"),
        ("76.01", "Mamuju Utara", "PP 61/2017"),
        ("81.03", "Maluku Tenggara Barat", "PP 2/2019"),
        ("14.71.08", "Tampan", None),
    ],
)
def test_renamed_region_has_its_former_name(code, before, act):
    (change,) = regions.lineage(RegionCode(code))
    assert change.is_renaming
    assert (change.name, change.act) == (before, act)
    assert regions[RegionCode(code)].former_names == (before,)


def test_former_spelling_is_a_former_name_and_no_change():
    region = regions[RegionCode("75.04")]
    assert (region.name, region.former_names) == ("Pohuwato", ("Pahuwato",))
    assert regions.lineage(region.code) == ()
    assert regions[RegionCode("63.10")].former_names == ()
    assert regions[RegionCode("93.01")].former_names == ()  # another code before, and this name


def test_other_spelling_of_a_retired_code_is_a_former_name_of_its_successor():
    spelt = [
        change
        for change in regions.changes("UU 16/2022")
        if change.name in regions[change.successor].former_names
    ]
    assert spelt


def test_the_changes_of_each_act_add_up():
    papua = ("UU 14/2022", "UU 15/2022", "UU 16/2022", "UU 29/2022")
    counted = {act: len(regions.changes(act)) for act in papua}
    assert sum(counted.values()) == 620
    assert {one.act for one in regions.changes()} <= {act.number for act in regions.acts} | {None}
    assert len(regions.changes()) == len(set(regions.changes()))
    with pytest.raises(ValueError, match="no act has the number 'UU 1/1945'"):
        regions.changes("UU 1/1945")
    merauke, *_ = regions.changes("UU 14/2022")
    assert str(merauke) == "91.01 Merauke → 93.01 (UU 14/2022)"
    assert str(regions.lineage(RegionCode("14.71.08"))[0]) == "14.71.08 Tampan → renamed"


def test_crosswalk_has_one_entry_for_each_code():
    codes = ["91.01", RegionCode("63.10"), "12.12", "64.04", "99.01", "6310", "91.01", ""]
    walk = regions.crosswalk(codes)
    assert len(walk) == len(codes)
    assert [entry.status.value for entry in walk] == [
        "moved",
        "kept",
        "renamed",
        "unverified",
        "unknown",
        "unreadable",
        "moved",
        "unreadable",
    ]
    assert sum(walk.summary.values()) == len(codes)
    assert walk.summary[CrosswalkStatus.MOVED] == 2
    assert list(walk.summary) == list(CrosswalkStatus)
    moved, kept, renamed, unverified, unknown, unreadable, *_ = walk
    assert moved.code == RegionCode("93.01")
    assert moved.change.act == "UU 14/2022"
    assert kept.original == kept.code == RegionCode("63.10")
    assert (kept.change, kept.issue, kept.reason()) == (None, None, "")
    assert renamed.code == RegionCode("12.12")
    assert renamed.issue.code == "region.renamed"
    assert "Toba Samosir" in renamed.reason("id")
    assert unverified.code is unknown.code is None
    assert unreadable.original is None
    assert unreadable.issue.code == "region_code.undotted"
    assert walk.with_status(CrosswalkStatus.KEPT, CrosswalkStatus.RENAMED) == (kept, renamed)
    assert [entry.number for entry in walk] == list(range(1, len(codes) + 1))
    assert walk[1] is kept
    assert walk.describe("id") == (
        "8 kode: 1 tetap, 2 berganti kode, 1 berganti nama, 1 belum terverifikasi, "
        "1 tidak dikenal, 2 tidak terbaca"
    )
    assert "Kode ini sudah diganti 93.01 Kabupaten Merauke" in walk._repr_html_()
    assert str(regions.crosswalk([])) == "0 codes"
    assert str(regions.crosswalk(["63"])) == "1 code: 1 kept"
    assert "14.71.08" in {str(one.code) for one in regions.crosswalk(["14.71.08"])}


def test_crosswalk_html_shows_the_first_fifty_entries():
    assert regions.crosswalk(["63", "<"])._repr_html_() == (
        "<p>2 kode: 1 tetap, 1 tidak terbaca</p><table>"
        "<tr><td>1</td><td>63</td><td>tetap</td><td>63</td><td></td></tr>"
        "<tr><td>2</td><td></td><td>tidak terbaca</td><td></td>"
        f"<td>{Issue('region_code.format').describe('id')}</td></tr></table>"
    )
    assert regions.crosswalk(["63"] * 51)._repr_html_().count("<tr>") == 50


def test_crosswalk_reports_values_that_are_no_text():
    walk = regions.crosswalk([9101, 63.1, None, " ", "9901014108900000", "63.1"])
    assert {one.status for one in walk} == {CrosswalkStatus.UNREADABLE}
    assert [one.issue.code for one in walk] == [
        "region_code.number",
        "region_code.number",
        "region_code.empty",
        "region_code.empty",
        "region_code.format",
        "region_code.zeros_lost",
    ]
    assert "9901014108900000" not in repr(walk)
    for one in ("63.10", RegionCode("63.10"), {"63.10": 1}, 6310):
        with pytest.raises(TypeError, match="a list of codes is needed here"):
            regions.crosswalk(one)


def test_crosswalk_accepts_missing_values_and_scalars_of_other_libraries():
    class Scalar:
        def as_py(self):
            return "63.10"

    class Column:
        def to_pylist(self):
            return [Scalar(), float("nan"), None]

    walk = regions.crosswalk(Column())
    assert [one.status for one in walk] == [
        CrosswalkStatus.KEPT,
        CrosswalkStatus.UNREADABLE,
        CrosswalkStatus.UNREADABLE,
    ]
    assert walk[1].issue.code == walk[2].issue.code == "region_code.empty"


@pytest.mark.parametrize("codes", [[b"63.10"], [["63.10"]], [6310, 6311], [63.1, None]])
def test_crosswalk_rejects_bytes_lists_and_columns_of_numbers(codes):
    with pytest.raises(TypeError, match="codes"):
        regions.crosswalk(codes)


def test_undotted_code_error_gives_the_reason():
    for text in ("6310", "631009", "6310031", "6310092005"):
        with pytest.raises(ParseError, match="Kemendagri or BPS"):
            RegionCode.parse(text)
