"""Arguments of wrong types: a TypeError that says what is needed, without the value."""

import inspect
from datetime import date

import pyarrow as pa
import pytest

from psm_core import Person, RegionCode, Sex, columns, load_regions, recaps
from psm_core.privacy import Audience
from psm_core.recaps import Recap
from psm_core.tables import RowOptions

MARK = "9901014108900001"
DAY = date(2025, 10, 10)
WITHIN = RegionCode("63.10")
REGIONS = load_regions()
TABLE = pa.table({"nik": [MARK], "name": ["Ani"]})
COLUMN = pa.array(["63.10"])
RECORDS = {"columns": None}
ARGUMENTS = {
    "check": ((TABLE, Person), {}),
    "check_batches": ((TABLE, Person), {}),
    "count": ((TABLE, Person), {"title": "x", "rows": "name", "columns": None}),
    "crosswalk": ((COLUMN,), {"regions": REGIONS}),
    "issue_table": (((),), {}),
    "recap_table": ((Recap.of("x", ("a",), ("b",), {}),), {}),
    "record_batches": (((), Person), RECORDS),
    "record_rows": ((TABLE, Person), RECORDS),
    "record_schema": ((Person,), RECORDS),
    "record_table": (((), Person), RECORDS),
    "records": ((TABLE, Person), RECORDS),
    "redacted_table": (((), Person), {"audience": Audience.RESEARCH, "columns": None}),
    "region_table": ((REGIONS,), {}),
    "resolve": ((COLUMN,), {"regions": REGIONS, "within": WITHIN, "level": None}),
    "terms": ((COLUMN, Sex), {"code_lists": ()}),
}
"""Valid arguments. Other functions take a column alone."""
OPTIONS = dict.fromkeys(RowOptions.__annotations__.keys() - {"checks", "lenient", "require_values"})


class Wrong:
    """A value of no type that any function takes."""

    def __repr__(self):
        return MARK


def calls(name, function):
    """Yield the arguments of calls, of which one is wrong."""
    given, options = ARGUMENTS.get(name, ((COLUMN,), {}))
    for at in range(len(given)):
        for wrong in (Wrong(), [Wrong()], {MARK: Wrong()}):
            yield (*given[:at], wrong, *given[at + 1 :]), options
    own = OPTIONS if "options" in inspect.signature(function).parameters else {}
    for key in (*options, *own):
        if key not in {"title", "values"}:
            yield given, {**options, key: Wrong()}
    for key in {"headings", "code_lists", "columns"}.intersection([*options, *own]):
        yield given, {**options, key: "name" if key != "columns" or name != "count" else 5}
        yield given, {**options, key: {"name": 5} if key == "headings" else [5]}


def test_wrong_type_is_a_type_error_without_the_value():
    functions = {name: getattr(columns, name) for name in columns.__all__}
    number = 0
    for name, function in functions.items():
        for given, options in () if isinstance(function, type) else calls(name, function):
            with pytest.raises(TypeError) as error:
                list(function(*given, **options))
            assert MARK not in str(error.value), (name, options)
            number += 1
    assert number > 100


def test_message_says_what_is_needed():
    for call, message in (
        (lambda: columns.crosswalk(COLUMN, regions=5), "a RegionRegistry is needed here, not int"),
        (lambda: columns.issue_table("abc"), "a list of issues is needed, not a str"),
        (lambda: columns.issue_table([5]), "a list of issues is needed, not one with an int"),
        (lambda: columns.check(TABLE, 5), "an int (the data comes first"),
        (lambda: columns.check(TABLE, Person, as_of="x"), "as_of= takes a date, not str"),
        (lambda: columns.check(TABLE, Person, layout=5), "layout= takes a str or a Layout"),
        (lambda: columns.terms(COLUMN, str), "a subclass of Term is needed here"),
        (lambda: recaps.count([5], title="x", rows=5), "the path of a field is needed, not int"),
        (lambda: recaps.age_groups(5, as_of=DAY), "the path of a field is needed, not int"),
        (lambda: recaps.region_groups("x", within=WITHIN, regions=5), "a RegionRegistry is"),
        (lambda: recaps.coverage([], regions=REGIONS, within=5, as_of=DAY), "a RegionCode is"),
        (
            lambda: recaps.villages_without_worker([], regions=5, within=WITHIN, as_of=DAY),
            "a RegionRegistry is",
        ),
    ):
        with pytest.raises(TypeError) as error:
            call()
        assert message in str(error.value)
