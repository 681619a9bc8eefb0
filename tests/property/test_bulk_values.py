"""Values of Arrow, numpy, pandas and polars as arguments that take many values."""

from decimal import Decimal

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from psm_core import RegionCode, load_regions
from psm_core.recaps import Recap


@pytest.mark.parametrize("count", [np.int64(3), np.uint8(3), np.int16(3)])
def test_recap_takes_numpy_integers_as_int(count):
    recap = Recap.of("t", ("a",), ("x",), {("a", "x"): count})
    assert recap == Recap.of("t", ("a",), ("x",), {("a", "x"): 3})
    assert type(recap.count("a", "x")) is int


@pytest.mark.parametrize("count", [np.float64(3), np.float64("nan"), np.bool_(1), np.array([1, 2])])
def test_recap_rejects_numpy_values_that_are_no_integer(count):
    with pytest.raises(ValueError, match="must be an integer"):
        Recap.of("t", ("a",), ("x",), {("a", "x"): count})


CODES = ["63.10", None, "91.01"]
COLUMNS = {
    "list": CODES,
    "generator": iter(CODES),
    "numpy objects": np.array(CODES, dtype=object),
    "numpy NaN": np.array(["63.10", float("nan"), "91.01"], dtype=object),
    "numpy texts in a list": [np.str_("63.10"), None, np.str_("91.01")],
    "pandas": pd.Series(CODES),
    "pandas NaN": pd.Series(["63.10", float("nan"), "91.01"]),
    "pandas NA": pd.Series(["63.10", pd.NA, "91.01"], dtype=object),
    "pandas NaT": pd.Series(["63.10", pd.NaT, "91.01"], dtype=object),
    "pandas string": pd.Series(CODES, dtype="string"),
    "pandas category": pd.Series(CODES, dtype="category"),
    "pandas index": pd.Index(CODES),
    "pandas array": pd.array(CODES, dtype="string"),
    "polars": pl.Series(CODES),
    "polars category": pl.Series(CODES, dtype=pl.Categorical),
    "arrow": pa.array(CODES),
    "arrow chunks": pa.chunked_array([CODES[:2], CODES[2:]]),
    "arrow dictionary": pa.array(CODES).dictionary_encode(),
    "arrow scalars": list(pa.array(CODES)),
    "codes": [RegionCode("63.10"), None, RegionCode("91.01")],
}


NAMES = ["Kab. Banjar", None, "Kab. Banjar"]


@pytest.mark.parametrize(
    "column",
    [
        np.array(["Kab. Banjar", float("nan"), "Kab. Banjar"], dtype=object),
        pd.Series(["Kab. Banjar", pd.NA, "Kab. Banjar"], dtype=object),
        pd.Series(NAMES, dtype="category"),
        pl.Series(NAMES),
        pa.array(NAMES).dictionary_encode(),
        iter(NAMES),
    ],
)
def test_resolve_many_takes_columns_of_other_libraries(column):
    found = load_regions().resolve_many(column)
    assert [type(one).__name__ for one in found] == ["OneRegion", "NoRegion", "OneRegion"]
    assert str(found[0].region.code) == "63.03"


@pytest.mark.parametrize("name", COLUMNS)
def test_crosswalk_takes_columns_of_other_libraries(name):
    walk = load_regions().crosswalk(COLUMNS[name])
    assert [one.status.name for one in walk] == ["KEPT", "UNREADABLE", "MOVED"]
    assert [None if one.code is None else str(one.code) for one in walk] == ["63.10", None, "93.01"]
    assert walk[1].issue.code == "region_code.empty"
    assert type(str(walk[0].original)) is str


def test_crosswalk_takes_numpy_texts():
    walk = load_regions().crosswalk(np.array(["63.10", "91.01"]))
    assert [one.status.name for one in walk] == ["KEPT", "MOVED"]


@pytest.mark.parametrize(
    "wrong",
    [
        "63.10",
        b"63.10",
        RegionCode("63.10"),
        {"63.10": 1},
        pd.DataFrame({"code": CODES}),
        pl.DataFrame({"code": CODES}),
        pa.table({"code": CODES}),
        np.array([["63.10"], ["91.01"]]),
        np.array("63.10"),
        np.array([b"63.10"]),
        [["63.10"]],
        [pd.Series(CODES)],
        np.array([6310, 6311]),
        np.array([63.10, 63.11]),
        pd.Series([6310, None]),
        pl.Series([6310]),
        pa.array([6310]),
        [6310],
        7,
    ],
    ids=lambda one: type(one).__module__ + type(one).__name__,
)
def test_crosswalk_rejects_at_once_what_is_no_column_of_texts(wrong):
    with pytest.raises(TypeError, match="code"):
        load_regions().crosswalk(wrong)


def test_crosswalk_reports_single_numbers_among_texts():
    walk = load_regions().crosswalk(["63.10", 6310, Decimal("63.1"), np.int64(6310), True])
    assert [one.issue and one.issue.code for one in walk] == [None, *["region_code.number"] * 4]


def test_recap_takes_the_counts_of_a_pandas_group():
    frame = pd.DataFrame({"row": ["a", "a", "b"], "column": ["x", "y", "x"]})
    sizes = frame.groupby(["row", "column"]).size()
    recap = Recap.of("t", frame["row"].unique(), frame["column"].unique(), sizes)
    assert recap == Recap.of("t", "ab", "xy", {("a", "x"): 1, ("a", "y"): 1, ("b", "x"): 1})
    with pytest.raises(ValueError, match="a Series"):
        Recap.of("t", "ab", "xy", pd.crosstab(frame["row"], frame["column"]))
