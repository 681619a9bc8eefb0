"""Where the parts go that a reader kept: back to where they stood, or nowhere else."""

from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from typing import Any, cast

from .._model import is_model, order_key, plan
from .._rules import Path
from ..errors import Issue, ValidationError
from ._reporting import Unknown


def put_back(unknown: Iterable[Unknown], record: object, written: dict[str, Any]) -> None:
    """Add kept parts to the builtins of a record.

    A part goes with its record: to the same field, and in a list to the record that is equal to
    the one it stood in.

    Raises:
        ValidationError: ``field.homeless`` for each that has no such record.

    """
    issues: list[Issue] = []
    for one in unknown:
        is_listed = any(isinstance(step, int) for step in one.path)
        homes = (
            there
            for here, there in _places(record, written, one.path)
            if here == one.owner or not is_listed
        )
        home = next(homes, None)
        if home is None:
            issues.append(Issue("field.homeless", one.path))
        else:
            home[one.key] = deepcopy(one.value)
    if issues:
        raise ValidationError(issues)


def _places(here: object, there: Any, path: Path) -> Iterator[tuple[object, dict[str, Any]]]:  # noqa: ANN401 - builtins
    """Yield each record that a path may mean with its builtins, first the one it meant."""
    if not path:
        yield here, there
        return
    first, *rest = path
    if isinstance(first, int):
        items = _in_order(here)
        for number in sorted(range(len(items)), key=lambda n: n != first):
            yield from _places(items[number], there[number], tuple(rest))
    elif (
        is_model(type(here))
        and first in there
        and first in {f.name for f in plan(type(here)).fields}
    ):
        yield from _places(getattr(here, first), there[first], tuple(rest))


def _in_order(items: object) -> Sequence[object]:
    """Return the items of a field in the order in which they are written."""
    if isinstance(items, frozenset):
        return sorted(cast("frozenset[object]", items), key=order_key)
    return cast("tuple[object, ...]", items)
