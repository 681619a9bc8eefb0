"""Columns of regions: codes in force, names, and the table of all regions."""

import pyarrow as pa
import pytest

from psm_core import RegionCode, UnknownRegionError, columns, load_regions
from psm_core.terms import RegionLevel

CODES = ["91.01", "63.10", None, "12.12", "64.04", "99.01", "6310", "63.10", "", "kode"]
REGISTRY = load_regions()


def test_codes_in_force_are_those_of_the_registry():
    current = columns.crosswalk(pa.chunked_array([CODES[:4], CODES[4:]]), regions=REGISTRY)
    found = zip(*(one.to_pylist() for one in current), strict=True)
    for text, (value, code, status), entry in zip(
        CODES, found, REGISTRY.crosswalk(CODES), strict=True
    ):
        if text is None:
            assert (value, code, status) == (None, None, None)
            continue
        assert value == (entry.code and str(entry.code))
        assert status == entry.status.value
        if text:
            assert code == (entry.issue and entry.issue.code)
    assert columns.crosswalk(pa.array([63.1])).codes.to_pylist() == ["region_code.number"]
    assert columns.crosswalk(pa.array([], pa.string())).values.to_pylist() == []


def test_names_are_resolved_as_by_the_registry():
    names = ["Kec. Angsana", "Angsana", "Angsanna", None, "Kec. Angsana", "63.10.09", 8 * "x"]
    within = RegionCode("63.10")
    parsed = columns.resolve(pa.array(names), within=within)
    assert parsed.values.to_pylist()[0] == parsed.values.to_pylist()[4] == "63.10.09"
    for name, value in zip(names, parsed.values.to_pylist(), strict=True):
        meant = name and REGISTRY.resolve(name, within=within)
        assert value == (str(meant.region.code) if hasattr(meant, "region") else None)
    village = columns.resolve(
        pa.array(["Angsana", "Angsana"]), level=RegionLevel.VILLAGE, within=RegionCode("63.10.09")
    )
    assert village.values.to_pylist() == ["63.10.09.2005", "63.10.09.2005"]
    assert columns.resolve(pa.array(["Angsana"])).codes.to_pylist() == ["region.ambiguous"]
    assert columns.resolve(pa.array([3.5])).codes.to_pylist() == ["type.text"]


def test_unknown_region_around_the_names_is_refused_for_an_empty_column_too():
    with pytest.raises(UnknownRegionError):
        columns.resolve(pa.array([], pa.string()), within=RegionCode("99"))


def test_table_has_every_region_with_the_regions_around_it():
    table = columns.region_table(REGISTRY)
    assert table["code"].to_pylist() == [str(code) for code in REGISTRY]
    assert set(map(str, table.schema.types)) == {"string"}
    some = [REGISTRY[RegionCode(code)].full_name for code in table["code"].to_pylist()[::50]]
    assert table["full_name"].to_pylist()[::50] == some
    rows = {row["code"]: row for row in table.slice(0, 200).to_pylist()}
    assert rows["11"] == {
        "code": "11",
        "name": "Aceh",
        "full_name": REGISTRY[RegionCode("11")].full_name,
        "level": "province",
        "kind": "provinsi",
        "province": "11",
        "regency": None,
        "district": None,
        "bps": "11",
        "iso": "ID-AC",
    }
    village = next(row for row in rows.values() if row["level"] == "village")
    assert village["code"].startswith(village["district"] + ".")
    assert village["regency"] == village["district"][:5]
    assert village["bps"] is None
