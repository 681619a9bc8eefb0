"""Write the unknown fields that a reader preserved back to where they were."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from typing import Any, cast

from .._core.record import is_record_class, record_info, sort_key
from .._paths import Steps
from ..errors import Issue, ValidationError
from .reporting import UnknownField, outermost_item


def restore(
    unknown_fields: Iterable[UnknownField], record: object, written: dict[str, Any]
) -> None:
    """Add unknown fields to the builtins of a record.

    A field of a list item goes to the equal item of the list, any other field to the same path.
    Each item of the new list takes the unknown fields of one item only.

    Raises:
        ValidationError: ``field.orphaned`` for each whose record is gone.

    """
    fields = list(unknown_fields)
    new_paths = _new_paths(fields, record)
    issues: list[Issue] = []
    for one in fields:
        target, builtins = _target(one, record, written, new_paths)
        if builtins is None or one.key in _names(target):
            issues.append(Issue("field.orphaned", one.path))
        else:
            builtins[one.key] = deepcopy(one.value)
    if issues:
        raise ValidationError(issues)


def _target(
    one: UnknownField, record: object, written: dict[str, Any], new_paths: Mapping[Steps, Steps]
) -> tuple[object, dict[str, Any] | None]:
    """Return the record that a field belongs to, and its builtins or None."""
    item = outermost_item(one.path)
    if item is None:
        target, builtins = _at_path(record, written, one.path)
        return target, builtins if type(target) is type(one.owner) else None
    if item not in new_paths:
        return None, None
    return _at_path(record, written, (*new_paths[item], *one.path[len(item) :]))


def _new_paths(fields: Iterable[UnknownField], record: object) -> Mapping[Steps, Steps]:
    """Return old path → new path of each list item that had unknown fields."""
    old_indices: defaultdict[tuple[Steps, object], list[int]] = defaultdict(list)
    for one in fields:
        item = outermost_item(one.path)
        if item is not None and item[-1] not in old_indices[item[:-1], one.owner]:
            old_indices[item[:-1], one.owner].append(cast("int", item[-1]))
    new_paths: dict[Steps, Steps] = {}
    for (above, owner), numbers in old_indices.items():
        items = _in_order(_at(record, above))
        equal = [number for number, item in enumerate(items) if item == owner]
        is_unmoved = set(numbers) <= set(equal)
        new_numbers = sorted(numbers) if is_unmoved else equal
        for old, new in zip(sorted(numbers), new_numbers, strict=False):
            new_paths[*above, old] = (*above, new)
    return new_paths


def _at(record: object, path: Steps) -> object:
    target = record
    for step in path:
        target = getattr(target, str(step), None)
    return target


def _at_path(record: object, written: Any, path: Steps) -> tuple[object, dict[str, Any] | None]:  # noqa: ANN401 - builtins
    """Return the record at a path and its builtins; the builtins are None if it is missing."""
    target, builtins = record, written
    for step in path:
        if isinstance(step, int):
            target, builtins = _in_order(target)[step], builtins[step]
        elif step in _names(target) and step in builtins:
            target, builtins = getattr(target, step), builtins[step]
        else:
            return None, None
    return target, builtins


def _names(record: object) -> set[str]:
    return (
        {field.name for field in record_info(type(record)).fields}
        if is_record_class(type(record))
        else set()
    )


def _in_order(items: object) -> Sequence[object]:
    """Return the items of a field in the order in which they are written."""
    if isinstance(items, frozenset):
        return sorted(cast("frozenset[object]", items), key=sort_key)
    return cast("tuple[object, ...]", items) if isinstance(items, tuple) else ()
