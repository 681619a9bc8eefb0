"""Change a field deep in a record, with issues at their place in the whole record."""

from collections.abc import Sequence
from typing import Final, TypeVar, cast

from .._paths import UNKNOWN_KEY, may_be_shown, path_text
from ..errors import ValidationError, short_traceback
from .record import evolve, is_record_class, not_a_record, record_info

T = TypeVar("T")
_MAX_POSITION: Final = 1_000_000


@short_traceback
def evolve_at(record: T, path: Sequence[str | int], /, **changes: object) -> T:
    """Return a copy of a record with some fields of an inner record changed.

    The path leads to the inner record: fields, and positions in lists from 0. Everything else is
    kept. The copy is validated as a whole.

    Raises:
        ValidationError: the changed values are invalid; the paths begin at the outer record.
        LookupError: the record has no inner record at the path.
        TypeError: the inner record has no such field, the first argument is no record, or the path
            is a text or no sequence.

    >>> from datetime import date
    >>> from psm_core import NIK, Person, Training, Worker, WorkerId, evolve_at
    >>> person = Person(nik=NIK("9901014108900001"), name="Contoh")
    >>> course = Training(name="Bimtek")
    >>> worker = Worker(id=WorkerId("psm-0001"), person=person, trainings=(course,))
    >>> evolve_at(worker, ("trainings", 0), hours=20).trainings[0].hours
    20
    >>> evolve_at(worker, ("trainings", 0), hours=-1)
    Traceback (most recent call last):
    psm_core.errors.ValidationError: $.trainings[0].hours number.bounds: The number must be from 0 \
to 1000. Correct the number.

    """
    given = cast("object", path)
    if not isinstance(given, Sequence) or isinstance(given, str | bytes):
        raise TypeError("the path is a sequence of steps, such as ('assignments', 0)")
    if not is_record_class(type(record)):
        raise not_a_record(type(record))
    inner: list[object] = [record]  # what each step of the path leads from
    for step in path:
        inner.append(_child(inner[-1], step, path))
    changed = inner.pop()
    if path and not is_record_class(type(changed)):
        raise _missing(path)
    value = _evolved(changed, changes, path)
    for depth, outer in reversed([*enumerate(inner)]):
        step = path[depth]
        if isinstance(outer, tuple):
            items = list(cast("tuple[object, ...]", outer))
            items[cast("int", step)] = value
            value = tuple(items)
        else:
            value = _evolved(outer, {str(step): value}, path[:depth])
    return cast("T", value)


def _child(value: object, step: str | int, path: Sequence[str | int]) -> object:
    """Return the field or the item that a step leads to."""
    if isinstance(step, int) and not isinstance(step, bool):
        if isinstance(value, tuple) and 0 <= step < len(cast("tuple[object, ...]", value)):
            return cast("tuple[object, ...]", value)[step]
    elif is_record_class(type(value)) and step in record_info(type(value)).names:
        return getattr(value, step)
    raise _missing(path)


def _evolved(record: object, changes: dict[str, object], path: Sequence[str | int]) -> object:
    """Return a changed copy of the record at a path."""
    try:
        return evolve(record, **changes)
    except ValidationError as error:
        issues = [issue.under(*path) for issue in error.issues]
    raise ValidationError(issues)


def _missing(path: Sequence[str | int]) -> LookupError:
    shown = (step if _is_index(step) or may_be_shown(step) else UNKNOWN_KEY for step in path)
    return LookupError(f"there is no inner record at {path_text(shown)}")


def _is_index(step: object) -> bool:
    """Return whether a step is a number that can be a position, and not the number of a person."""
    return isinstance(step, int) and abs(step) < _MAX_POSITION
