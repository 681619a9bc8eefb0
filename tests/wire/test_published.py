"""The constructor of each record enforces what its published schema states."""

import inspect
import json
from pathlib import Path

import pytest

from psm_core import tables, wire
from psm_core._core.field_types import unwrap
from psm_core._core.record import record_info
from psm_core.wire.versions import CURRENT, NAMES
from tests.project.records import RECORDS

SCHEMAS = Path(__file__).parents[2] / "data" / "contract" / "schemas"
PUBLISHED = {
    name: described
    for path in sorted(SCHEMAS.glob("*.json"))
    for name, described in json.loads(path.read_text("utf-8")).get("$defs", {}).items()
}
EACH = pytest.mark.parametrize(
    "cls", [cls for cls in RECORDS if cls.__name__ in PUBLISHED], ids=lambda cls: cls.__name__
)


@pytest.mark.parametrize("cls", NAMES, ids=lambda cls: cls.__name__)
def test_schema_equals_the_published_one(cls):
    name = NAMES[cls]
    published = (SCHEMAS / f"{name}-{CURRENT[name]}.json").read_text("utf-8")
    assert wire.schema(cls) == json.loads(published)


def test_schema_of_layouts_equals_the_published_one():
    published = dict(wire.contract())["schemas/table-layout-1.json"]
    assert published == (SCHEMAS / "table-layout-1.json").read_text("utf-8")
    assert json.loads(published) == tables.layout_schema()


def alternatives(described):
    """Yield what a schema says of the values themselves, below lists and alternatives."""
    for one in described.get("anyOf", [described]):
        yield from alternatives(one["items"]) if "items" in one else [one]


def bounded(cls):
    """Yield each field that has a bound: its shape, and what the schema says."""
    for field in record_info(cls).fields:
        for said in alternatives(PUBLISHED[cls.__name__]["properties"][field.name]):
            if "maxLength" in said or "maximum" in said:
                yield unwrap(field.type), said


def codes(field_type, value):
    return [issue.code for issue in field_type.issues(value)]


@EACH
def test_text_length_follows_the_published_schema(cls):
    for field_type, said in bounded(cls):
        if field_type.holds_text:
            form = unwrap(field_type).form
            right = [] if form is None else [form.code]
            assert codes(field_type, "a" * said["maxLength"]) == right
            assert codes(field_type, "a" * (said["maxLength"] + 1)) == ["text.too_long"]


@EACH
def test_number_bounds_follow_the_published_schema(cls):
    for field_type, said in bounded(cls):
        if "maximum" in said:
            assert codes(field_type, said["minimum"]) == codes(field_type, said["maximum"]) == []
            for beyond in (said["minimum"] - 1, said["maximum"] + 1):
                assert codes(field_type, beyond) == ["number.bounds"]


@EACH
def test_required_fields_follow_the_published_schema(cls):
    needed = [
        name
        for name, parameter in inspect.signature(cls).parameters.items()
        if parameter.default is parameter.empty
    ]
    assert sorted(needed) == sorted(PUBLISHED[cls.__name__]["required"])


@EACH
def test_privacy_class_follows_the_published_schema(cls):
    for field in record_info(cls).fields:
        described = PUBLISHED[cls.__name__]["properties"][field.name]
        assert field.sensitivity.value == described["x-sensitivity"]
