"""Errors of a cattrs converter as issues with paths."""

from collections.abc import Iterator
from typing import Any

from attrs import fields
from cattrs.errors import (
    AttributeValidationNote,
    ClassValidationError,
    ForbiddenExtraKeysError,
    IterableValidationError,
    IterableValidationNote,
)

from .._paths import UNKNOWN_KEY
from ..errors import Issue, ParseError, ValidationError
from .collecting_reader import unknown_keys


def issues_of(error: Exception, /) -> tuple[Issue, ...]:
    """Return every issue in an error that a converter raised, each with its path.

    A converter with ``detailed_validation`` (the default of cattrs) collects all errors and knows
    their paths. Errors of other fields are issues too: ``field.missing``, ``field.unknown`` and
    ``type.value``. Keys of a mapping are personal data at times, so its items have positions:
    ``$.visits[0][1]`` is the value of the first item.

    Raises:
        Exception: the error, or one inside it, if the data is not its cause.

    >>> from attrs import frozen
    >>> from psm_core import NIK, Person, wire
    >>> @frozen
    ... class Visit:
    ...     person: Person
    ...     duration: int
    >>> try:
    ...     wire.make_converter().structure({"person": {"nik": "99010141"}}, Visit)
    ... except Exception as error:
    ...     for issue in wire.issues_of(error):
    ...         print(issue.where, issue.code)
    $.person.nik nik.length
    $.person.name field.missing
    $.duration field.missing

    """
    return tuple(_issues(error, None))


def _issues(error: Exception, expected: Any) -> Iterator[Issue]:  # noqa: ANN401 - any annotation
    """Yield the issues of an error, with paths from the value of the expected type, if known."""
    match error:
        case ValidationError():
            yield from error.issues
        case ParseError():
            yield error.issue
        case ClassValidationError() | IterableValidationError():
            noted, others = error.group_exceptions()
            for inner, note in noted:
                for issue in _issues(inner, note.type):
                    yield issue.under(_step(note))
            for inner in others:
                yield from _issues(inner, error.cl)
        case _:
            yield from _issues_of_cattrs(error, expected)


def _issues_of_cattrs(error: Exception, expected: Any) -> Iterator[Issue]:  # noqa: ANN401 - any annotation
    match error:
        case ForbiddenExtraKeysError():
            names = [one.name for one in fields(error.cl)]
            for _, issue in unknown_keys(dict.fromkeys(sorted(error.extra_fields)), names):
                # A number would be the position among the unknown keys only.
                yield issue if "suggestion" in issue.params else Issue(issue.code, issue.path)
        case KeyError():
            yield Issue("field.missing")
        case AttributeError() | TypeError() | ValueError():
            name = getattr(expected, "__name__", str(expected))
            yield Issue("type.value", params={"expected": name} if expected else {})
        case _:
            raise error


def _step(note: AttributeValidationNote | IterableValidationNote) -> str | int:
    """Return the step of a path. The key of a mapping may be personal data."""
    if isinstance(note, AttributeValidationNote):
        return note.name
    return note.index if isinstance(note.index, int) else UNKNOWN_KEY
