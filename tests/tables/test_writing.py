"""Written records read back equal, and flattened records are tables."""

import csv
from contextlib import suppress
from itertools import product
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from psm_core import (
    Address,
    Certification,
    Event,
    EventId,
    Person,
    RegionCode,
    ValidationError,
    tables,
    wire,
)
from psm_core.tables import writing
from psm_core.tables.cells.formulas import begins_formula
from psm_core.terms import EventKind, NIKAbsence
from psm_core.testing import records
from psm_core.wire.versions import NAMES
from tests.each_class import EACH_CLASS

EXAMPLE = Path(__file__).parents[2] / "examples" / "temu_karya_2025.json"


@pytest.mark.parametrize("kind", sorted(NAMES, key=lambda kind: kind.__name__))
@given(data=st.data())
@EACH_CLASS
def test_records_of_every_class_read_back_equal(tmp_path_factory, kind, data):
    record = data.draw(records(kind))
    for ending in ("csv", "xlsx"):
        path = tmp_path_factory.mktemp("out") / f"out.{ending}"
        tables.write([record, record], path)
        loaded = tables.read(path, kind)
        assert loaded.records_or_raise() == (record, record)


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
@pytest.mark.parametrize("text", ["\u00b40", "\u20180812", "'0", "1.0", "12,0", "1e+5", "#N/A"])
def test_text_like_a_damaged_cell_reads_back_equal(tmp_path, ending, text):
    event = Event(id=EventId("e-1"), title=text, kind=EventKind.BIMTEK, year=2025)
    path = tmp_path / f"out.{ending}"
    tables.write([event, event], path)
    assert tables.read(path, Event).records == (event, event)


def test_event_of_the_example_reads_back_equal(tmp_path):
    event = wire.from_json(EXAMPLE.read_text("utf-8"), Event)
    for ending in ("csv", "xlsx"):
        tables.write([event], tmp_path / f"event.{ending}")
        assert tables.read(tmp_path / f"event.{ending}", Event).records == (event,)


SIGNS = "=+-@|\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b\u207c\u207a\u207b"
SIGNS += "\u208c\u208a\u208b\ufb29"
SIGNS += "\u2212\u2010\u2011\u2012\u2013\u2014\u2015\uff5c\u2795\u2796\ua78a\u02d7\u02d6\u2a75"
HIDDEN = [
    "",
    " ",
    "\t",
    "\r",
    "\n",
    "\u200b",
    "\ufeff",
    "\u00a0\u3000",
    "\u202e",
    "\x00",
    "\ufe0f",
    "\u3164",
]


def test_text_that_may_begin_a_formula_gets_an_apostrophe():
    for before, sign in product(HIDDEN, SIGNS):
        text = f"{before}{sign}cmd|' /C calc'!A0"
        assert begins_formula(text), ascii(text)
        assert writing._escape(text) == f"'{text}"


@pytest.mark.parametrize(
    "text", ["", " ", "Ani", "1-2", "a=b", "\u00b1 5", "(=1)", "\u0627", "#1", "\u200b"]
)
def test_other_text_gets_no_apostrophe(text):
    assert not begins_formula(text)
    assert writing._escape(text) == text


ODD = st.text(
    st.sampled_from(f"{SIGNS}'\u2018\u00b41aA_x005F \u200b;,\"=\n"), min_size=1, max_size=12
)
FIELDS = [
    (lambda text: Address(street=text), Address),
    (
        lambda text: Person(name="Ani", nik_absence=NIKAbsence.BELUM_MEMILIKI, birth_place=text),
        Person,
    ),
]


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
@pytest.mark.parametrize(("build", "kind"), FIELDS)
@given(texts=st.lists(ODD, min_size=8, max_size=8))
def test_text_of_formula_characters_reads_back_equal(tmp_path_factory, ending, build, kind, texts):
    path = tmp_path_factory.mktemp("out") / f"out.{ending}"
    written = []
    for text in texts:
        with suppress(ValidationError):
            written.append(build(text))
    tables.write(written, path)
    if written:
        assert tables.read(path, kind).records_or_raise() == tuple(written)


@pytest.mark.parametrize(
    "text", ["_x0041_", "_x005F_x0041_", "a_x000D_", "_x", "__x0041_", "_xZZZZ_"]
)
def test_text_like_an_xlsx_escape_reads_back_equal(tmp_path, text):
    tables.write([Address(street=text)], tmp_path / "out.xlsx")
    assert tables.read(tmp_path / "out.xlsx", Address).records == (Address(street=text),)


@pytest.mark.parametrize(
    "text", ["=1+1", "+62", "-1", "@x", "'x", "''", "-", "=", "ya", "[]", "001"]
)
def test_text_like_a_formula_or_number_is_written_as_text(tmp_path, text):
    address = Address(street=text, region=RegionCode("63.10"))
    for ending in ("csv", "xlsx"):
        path = tmp_path / f"out.{ending}"
        tables.write([address], path)
        assert tables.read(path, Address).records == (address,)
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        (cell, _) = list(csv.reader(file))[1]
    assert len(cell) == 1 or not cell.startswith(("=", "+", "-", "@"))
    sheet = openpyxl.load_workbook(tmp_path / "out.xlsx")["Data"]
    assert (sheet["A2"].data_type, sheet["A2"].number_format) == ("s", "@")


def test_failed_write_leaves_no_file(tmp_path):
    path = tmp_path / "out.csv"
    with pytest.raises(TypeError, match="records of one class"):
        tables.write([Address(rt="1"), 1], path)
    with pytest.raises(TypeError, match="records of one class"):
        tables.write([1], path)
    with pytest.raises(TypeError, match="a Certification without any value has no row"):
        tables.write([Certification()], path)
    with pytest.raises(ValueError, match=r"must end with \.csv or \.xlsx"):
        tables.write([Address(rt="1")], tmp_path / "out.ods")
    with pytest.raises(FileNotFoundError):
        tables.write([Address(rt="1")], tmp_path / "none" / "out.csv")
    assert list(tmp_path.iterdir()) == []
    tables.write([], path)
    assert path.read_text("utf-8-sig") == "\n"


def test_flatten_keeps_codes_as_text_and_numbers_as_numbers():
    flat = tables.flatten([Address(rt="003"), Address(region=RegionCode("63.10"))])
    assert flat.rows == [{"rt": "003", "region": None}, {"rt": None, "region": "63.10"}]
    assert flat.dtypes == {"rt": "string", "region": "string"}
    event = wire.from_json(EXAMPLE.read_text("utf-8"), Event)
    flat = tables.flatten([event])
    assert (flat.dtypes["year"], flat.types["year"], flat.types["id"]) == ("Int64", int, str)


def test_headings_of_unknown_kind_are_rejected(tmp_path):
    with pytest.raises(ValueError, match="headings='xx'; choose from: path, id, en"):
        tables.write([Address(rt="1")], tmp_path / "x.csv", headings="xx")
