"""Where the parts go that a reader kept: back to where they stood, or nowhere else."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from typing import Any, cast

from .._core.invariants import Path
from .._core.record import is_record_class, record_info, sort_key
from ..errors import Issue, ValidationError
from .reporting import UnknownField, outermost_item


def restore(
    unknown_fields: Iterable[UnknownField], record: object, written: dict[str, Any]
) -> None:
    """Add kept parts to the builtins of a record.

    A part goes with its record: in a list to the item that is equal to the one it stood in, and
    otherwise to the same field. Each item of a list takes in those of one item alone.

    Raises:
        ValidationError: ``field.orphaned`` for each that has no such record.

    """
    kept = list(unknown_fields)
    moved = _moved(kept, record)
    issues: list[Issue] = []
    for one in kept:
        here, there = _home(one, record, written, moved)
        if there is None or one.key in _names(here):
            issues.append(Issue("field.orphaned", one.path))
        else:
            there[one.key] = deepcopy(one.value)
    if issues:
        raise ValidationError(issues)


def _home(
    one: UnknownField, record: object, written: dict[str, Any], moved: Mapping[Path, Path]
) -> tuple[object, dict[str, Any] | None]:
    """Return the record that a part goes with and its builtins, or None for these."""
    item = outermost_item(one.path)
    if item is None:
        here, there = _found(record, written, one.path)
        return here, there if type(here) is type(one.owner) else None
    if item not in moved:
        return None, None
    return _found(record, written, (*moved[item], *one.path[len(item) :]))


def _moved(kept: Iterable[UnknownField], record: object) -> Mapping[Path, Path]:
    """Return where each item of a list lies by now: no two of them in one place."""
    asked: defaultdict[tuple[Path, object], list[int]] = defaultdict(list)
    for one in kept:
        item = outermost_item(one.path)
        if item is not None and item[-1] not in asked[item[:-1], one.owner]:
            asked[item[:-1], one.owner].append(cast("int", item[-1]))
    moved: dict[Path, Path] = {}
    for (above, owner), numbers in asked.items():
        items = _in_order(_at(record, above))
        alike = [number for number, item in enumerate(items) if item == owner]
        stayed = set(numbers) <= set(alike)
        for old, new in zip(sorted(numbers), sorted(numbers) if stayed else alike, strict=False):
            moved[*above, old] = (*above, new)
    return moved


def _at(record: object, path: Path) -> object:
    here = record
    for step in path:
        here = getattr(here, str(step), None)
    return here


def _found(record: object, written: Any, path: Path) -> tuple[object, dict[str, Any] | None]:  # noqa: ANN401 - builtins
    """Return the record at a path and its builtins, or None for these when it is not there."""
    here, there = record, written
    for step in path:
        if isinstance(step, int):
            here, there = _in_order(here)[step], there[step]
        elif step in _names(here) and step in there:
            here, there = getattr(here, step), there[step]
        else:
            return None, None
    return here, there


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
