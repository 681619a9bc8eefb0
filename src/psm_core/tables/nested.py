"""Values in their places, and the record that they make."""

from collections.abc import Iterator, Mapping, Sequence, Sized
from functools import cache
from typing import Any, TypeGuard, cast

from .._core.builder import RecordBuilder
from .._core.field_types import CollectionType, FieldType, unwrap_optional
from .._core.record import is_record_class, record_info
from ..errors import Issue, ParseError, ValidationError
from .layout import Steps

Tree = dict[Any, Any]
"""Step → what is below it: a value, an issue in its place, or another tree."""


def record_of(kind: type, tree: Tree, issues: list[Issue]) -> object:
    """Return the record of a tree, or `INVALID` with its faults added to the issues."""
    try:
        return _straight(kind, tree)
    except (FallbackNeededError, ValidationError):
        return _BUILDER.record(kind, _listed(tree), (), issues)


def put(tree: Tree, steps: Steps, value: object) -> None:
    """Put a value into its place."""
    *above, last = steps
    for step in above:
        below = tree.get(step)
        if not is_tree(below):
            below = tree[step] = {}
        tree = below
    tree[last] = value


def at(tree: Tree, steps: Steps) -> Any:  # noqa: ANN401 - whatever stands there
    """Return what stands at a place, or None."""
    here: object = tree
    for step in steps:
        here = here.get(step) if is_tree(here) else None
    return here


def is_tree(data: object) -> TypeGuard[Tree]:
    """Tell whether something has parts of its own in a tree."""
    return type(data) is dict


class _Builder(RecordBuilder):
    """Builds a record from values that stand in their places already."""

    def fields_of(self, data: object) -> Mapping[object, object] | None:
        """Return the parts of a record."""
        return data if is_tree(data) else None

    def key_issues(
        self,
        given: Mapping[object, object],  # noqa: ARG002 - as the base
        names: Sequence[str],  # noqa: ARG002
        path: Steps,  # noqa: ARG002
    ) -> Iterator[Issue]:
        """Yield nothing: the paths were asked when the layout was made."""
        yield from ()

    def leaf(self, field_type: FieldType, data: object) -> object:  # noqa: ARG002 - as the base
        """Return the value, or raise what stands in its place."""
        if type(data) is Issue:
            raise ParseError(data)
        return data


_BUILDER = _Builder()


class FallbackNeededError(Exception):
    """Something stands in the way, and is told by the builder that looks at all."""


def _straight(kind: type, tree: Tree) -> object:
    """Return the record of a tree in which all is sound, or raise when something is not."""
    shapes = _shapes(kind)
    values: dict[str, object] = {}
    for name, value in tree.items():
        if type(value) is Issue:
            raise FallbackNeededError
        field_type = shapes.get(name)
        if field_type is None:
            values[name] = value
        elif isinstance(field_type, CollectionType):
            values[name] = _items(field_type, value)
        else:
            values[name] = _straight(field_type.python_type, value) if is_tree(value) else value
    try:
        return kind(**values)
    except TypeError:  # something is missing
        raise FallbackNeededError from None


def _items(field_type: CollectionType, told: object) -> object:
    if is_tree(told):
        numbers = sorted(told)
        items = [
            _straight(field_type.item.python_type, told[n]) if is_tree(told[n]) else told[n]
            for n in numbers
        ]
    else:
        items = cast("list[object]", told)
    if any(type(item) is Issue for item in items):
        raise FallbackNeededError
    made = field_type.made(items)
    if len(cast("Sized", made)) < len(items):
        raise FallbackNeededError
    return made


@cache
def _shapes(kind: type) -> Mapping[str, FieldType]:
    """Return the shape of each field that holds records or several items."""
    shapes = {field.name: unwrap_optional(field.type) for field in record_info(kind).fields}
    return {
        name: field_type
        for name, field_type in shapes.items()
        if isinstance(field_type, CollectionType) or is_record_class(field_type.python_type)
    }


def _listed(tree: Tree) -> object:
    """Return the tree with a list where the steps are numbers."""
    below = {step: _listed(value) if is_tree(value) else value for step, value in tree.items()}
    if below and all(type(step) is int for step in below):
        return [below[step] for step in sorted(below)]
    return below
