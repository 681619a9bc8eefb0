"""The values of a row as a tree of nested fields, and the record built from the tree."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Sized
from functools import cache
from typing import Any, TypeGuard, cast

from ..._core.builder import INVALID, RecordBuilder
from ..._core.field_types import CollectionType, FieldType, unwrap_optional
from ..._core.record import is_record_class, record_info
from ..._paths import Steps
from ...errors import Issue, ValidationError

Tree = dict[Any, Any]
"""Field or number → its value, the issue of its cell, or the tree of a nested record."""


def record_of(record_class: type, tree: Tree, issues: list[Issue]) -> object:
    """Return the record of a tree, or `INVALID` with its issues added."""
    record = _valid_record(record_class, tree)
    if record is INVALID:
        return _BUILDER.record(record_class, _with_lists(tree), (), issues)
    return record


def put(tree: Tree, steps: Steps, value: object) -> None:
    """Set the value at a path."""
    *above, last = steps
    for step in above:
        below = tree.get(step)
        if not is_tree(below):
            below = tree[step] = {}
        tree = below
    tree[last] = value


def at(tree: Tree, steps: Steps) -> Any:  # noqa: ANN401 - a value of any type
    """Return the value at a path, or None."""
    here: object = tree
    for step in steps:
        here = here.get(step) if is_tree(here) else None
    return here


def is_tree(data: object) -> TypeGuard[Tree]:
    """Return whether data is a tree, and not the value of a field."""
    return type(data) is dict


class _Builder(RecordBuilder):
    """Builds a record from a tree, and reports every issue."""

    def fields_of(self, data: object) -> Mapping[object, object] | None:
        """Return the fields of a tree."""
        return data if is_tree(data) else None

    def key_issues(
        self,
        given: Mapping[object, object],  # noqa: ARG002 - as the base
        names: Sequence[str],  # noqa: ARG002
        path: Steps,  # noqa: ARG002
    ) -> Iterator[Issue]:
        """Yield nothing: the layout has checked the paths."""
        yield from ()

    def leaf(self, field_type: FieldType, data: object) -> object:  # noqa: ARG002 - as the base
        """Return the value, or the issue of its cell."""
        return data


_BUILDER = _Builder()


def _valid_record(record_class: type, tree: Tree) -> object:
    """Return the record of a tree, or `INVALID` at the first issue.

    Most rows are valid, and this takes half the time of the builder, which finds every issue.
    """
    nested = _nested_fields(record_class)
    values: dict[str, object] = {}
    for name, value in tree.items():
        field_type = nested.get(name)
        if field_type is not None:
            value = _valid_part(field_type, value)  # noqa: PLW2901 - its record or its items
        if value is INVALID or type(value) is Issue:
            return INVALID
        values[name] = value
    try:
        return record_class(**values)
    except (TypeError, ValidationError):  # the first for a missing field
        return INVALID


def _valid_part(field_type: FieldType, part: object) -> object:
    """Return the record or the items of a field, or `INVALID` at the first issue."""
    if not isinstance(field_type, CollectionType):
        return _valid_record(field_type.python_type, part) if is_tree(part) else part
    item_class = field_type.item.python_type
    below = [part[number] for number in sorted(part)] if is_tree(part) else part
    items = [
        _valid_record(item_class, one) if is_tree(one) else one
        for one in cast("Iterable[object]", below)
    ]
    if any(one is INVALID or type(one) is Issue for one in items):
        return INVALID
    collection = field_type.made(items)
    is_complete = len(cast("Sized", collection)) == len(items)  # a set drops an equal item
    return collection if is_complete else INVALID


@cache
def _nested_fields(record_class: type) -> Mapping[str, FieldType]:
    """Return name → type of each field that holds a record or several items."""
    types = {field.name: unwrap_optional(field.type) for field in record_info(record_class).fields}
    return {
        name: field_type
        for name, field_type in types.items()
        if isinstance(field_type, CollectionType) or is_record_class(field_type.python_type)
    }


def _with_lists(tree: Tree) -> object:
    """Return the tree with a list where the steps are numbers."""
    below = {step: _with_lists(value) if is_tree(value) else value for step, value in tree.items()}
    if below and all(type(step) is int for step in below):
        return [below[step] for step in sorted(below)]
    return below
