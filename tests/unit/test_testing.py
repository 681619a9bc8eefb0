"""The public strategies: valid, of nobody, simple when shrunk, and registered with Hypothesis."""

import csv
import sys
from datetime import date

import pytest
from hypothesis import find, given
from hypothesis import strategies as st

from psm_core import (
    NIK,
    Edition,
    Event,
    EventKind,
    MissingExtraError,
    Organisation,
    ParseError,
    Person,
    PhoneNumber,
    PPKSCategory,
    RegionCode,
    Severity,
    parse_date,
    tables,
    testing,
)
from psm_core.tables import LAYOUTS
from psm_core.terms import OrganisationKind
from psm_core.testing import corrupted, edited_records, strategies
from tests.each_class import EACH_CLASS
from tests.project.records import RECORDS


@pytest.mark.parametrize(
    "kind", [*RECORDS, RegionCode, Edition, NIK], ids=lambda kind: kind.__name__
)
def test_from_type_draws_records_and_values(kind):
    @EACH_CLASS
    @given(st.from_type(kind))
    def drawn(one):
        assert type(one) is kind

    drawn()


def test_records_shrink_to_a_simple_one():
    person = find(testing.records(Person), lambda one: one.nik is not None)
    assert (person.name, person.sex, person.domicile) == ("0", None, None)


@given(testing.niks(), testing.kks(), testing.phones())
def test_numbers_belong_to_nobody(nik, kk, phone):
    assert nik.unmasked.startswith("99")
    assert kk.unmasked.startswith("99")
    assert phone.unmasked.startswith("+628000000")


def reads(read, text):
    try:
        read(text)
    except ParseError:
        return False
    return True


@pytest.mark.parametrize(
    ("dirty", "read"),
    [
        (testing.dirty_niks(), NIK.parse),
        (testing.dirty_phones(), PhoneNumber.parse),
        (testing.dirty_dates(), parse_date),
    ],
)
def test_dirty_texts_include_valid_and_invalid_ones(dirty, read):
    assert find(dirty, lambda text: reads(read, text))
    assert find(dirty, lambda text: not reads(read, text))


def test_other_types_raise_type_error():
    with pytest.raises(TypeError, match="int is not a value type of psm_core"):
        testing.values(int)
    with pytest.raises(TypeError, match="int is not a record"):
        find(testing.records(int), lambda _: True)
    assert find(testing.values(RegionCode), lambda code: len(str(code)) > 2)


def test_missing_hypothesis_is_reported_with_the_extra(monkeypatch):
    monkeypatch.setitem(sys.modules, "hypothesis", None)
    for module in (corrupted, edited_records, strategies):
        monkeypatch.delitem(sys.modules, module.__name__)
        with pytest.raises(MissingExtraError, match=r"pip install 'psm-core\[testing\]'"):
            __import__(module.__name__)


def test_dirty_names_and_regions_vary():
    assert find(testing.dirty_names(), lambda name: name != name.strip())
    assert find(testing.dirty_names(), lambda name: name.startswith("H. "))
    assert all(reads(RegionCode.parse, text) for text in ("63.10.09.2005", "91.01"))
    assert find(testing.dirty_regions(), lambda text: not reads(RegionCode.parse, text))


GIVEN = {
    "title": "Bimtek Contoh",
    "assignments.0.listed_on": date(2025, 10, 10),
    "classifications.0.category": PPKSCategory.PEMULUNG,
    "classifications.0.date": date(2025, 10, 10),
    "classifications.0.source": "asesmen",
}
KINDS = {Event: EventKind.BIMTEK, Organisation: OrganisationKind.LKS}


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_each_dirty_row_gives_a_record_or_an_error(layout, tmp_path_factory):
    path = tmp_path_factory.mktemp("dirty") / "rows.csv"
    codes = set()

    @EACH_CLASS
    @given(st.lists(testing.dirty_rows(layout), min_size=5, max_size=5))
    def read_rows(rows):
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, [column.headings[0] for column in layout.columns])
            writer.writeheader()
            writer.writerows(rows)
        known = {**GIVEN, "kind": KINDS.get(layout.record_class)}
        given = {at: known[at] for at in layout.required_values}
        within = RegionCode("63")
        with tables.stream(
            path, layout.record_class, layout=layout, values=given, within=within
        ) as reading:
            for result in reading:
                errors = [one for one in result.issues if one.severity is Severity.ERROR]
                if layout.rows is None:  # else the first row of a record has it
                    assert (result.record is None) is bool(errors)
                assert all(one.column or one.path for one in errors)
                codes.update(one.code for one in errors)

    read_rows()
    assert len(codes) >= min(3, len(layout.columns) // 4 + 1)
