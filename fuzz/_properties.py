"""Properties that hold for any input, as functions that raise an error if they do not."""

import copy
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Final, TypeVar

import psm_core
from psm_core import Issue, PsmError, UnknownRegionError, ValidationError, load_regions, wire
from psm_core._core.record import is_record_class
from psm_core._core.text_value import TextValue, unmasked_text
from psm_core.wire.collecting_reader import MAX_ISSUES
from psm_core.wire.versions import NAMES

T = TypeVar("T")
_WORD_OR_NUMBER = re.compile(r"[^\W\d_]{4,}|[0-9]{6,}")
"""Text that may be a name or a part of a number."""
_MASKED = r"\b[0-9]{6}\*{6}[0-9]{4}\b"
_NOT_PERSONAL = r"\w+\('[^']*'\)|(?<==)-?[0-9]+(?=[,)])"
"""Ids, codes and counts in the repr of a record, which are not masked."""
_LANGUAGES: Final = ("en", "id")


class BrokenPropertyError(Exception):
    """A property does not hold."""


def require(condition: object, expected: str) -> None:
    """Raise an error if a property does not hold."""
    if not condition:
        raise BrokenPropertyError(expected)


def result_or_none(function: Callable[[], T], input_text: str) -> T | None:
    """Return the result of a function, or None if it raises a `PsmError` without personal data."""
    try:
        return function()
    except PsmError as error:
        for one in _chain(error):
            _check_error(one, input_text)
        return None


def check_value(value: object, input_text: str) -> None:
    """Check the properties of a valid value."""
    check_masked(value, input_text)
    require(copy.copy(value) == value, "a copy equals its original")
    require(hash(copy.copy(value)) == hash(value), "equal values have equal hashes")
    if isinstance(value, TextValue):
        text = unmasked_text(value)
        require(type(value)(text) == value, "the constructor accepts the canonical text")
        require(type(value).parse(text) == value, "`parse` reads the canonical text")
        _read_properties(value)
    if is_record_class(type(value)):
        kind = type(value)
        require(wire.from_builtins(wire.to_builtins(value), kind) == value, "builtins round-trip")
        if kind in NAMES:
            text = wire.to_json(value)
            require(wire.from_json(text, kind) == value, "a document round-trips")
            require(wire.from_json(text.encode(), kind) == value, "a document round-trips as bytes")


def check_masked(value: object, input_text: str) -> None:
    """Check that the text of a value contains no personal data."""
    for shown in (repr(value), str(value), f"{value}"):
        if is_record_class(type(value)) or re.search(_MASKED, shown) or "*" in shown:
            _check_text(re.sub(f"{_MASKED}|{_NOT_PERSONAL}", "", shown), input_text)


def check_issue(issue: Issue, input_text: str) -> None:
    """Check that an issue contains nothing of the input, except its row and sheet."""
    texts = [issue.describe(language) for language in _LANGUAGES]
    texts += [str(issue), repr(issue)]
    allowed = {issue.row, issue.sheet} - {None}
    if issue.code == "field.unknown" and "suggestion" in issue.params:
        allowed.add(issue.path[-1])  # nearly the name of a field, hence allowed
    for text in texts:
        shown = text
        for one in allowed:
            shown = shown.replace(str(one), "")
        _check_text(shown, input_text)


def _check_error(error: BaseException, input_text: str) -> None:
    if isinstance(error, ValidationError):
        require(error.issues, "an error has issues")
        require(len(error.issues) <= MAX_ISSUES + 10, "the number of issues is limited")
        for issue in error.issues:
            check_issue(issue, input_text)
        return
    texts = [str(error), repr(error)]
    if hasattr(error, "issue"):
        texts += [error.issue.describe(language) for language in _LANGUAGES]
    for text in texts:
        # A region code is not personal data.
        is_of_region = isinstance(error, UnknownRegionError)
        _check_text(text.replace(error.code, "") if is_of_region else text, input_text)


def _chain(error: BaseException) -> Iterator[BaseException]:
    """Yield an error with its causes and contexts, which a traceback would show."""
    at: BaseException | None = error
    while at is not None:
        yield at
        at = at.__cause__ or at.__context__


def _check_text(shown: str, input_text: str) -> None:
    for found in _WORD_OR_NUMBER.findall(shown):
        if found.isdecimal():
            require(found not in input_text, f"{shown!r} contains a number of the input")
        elif found.casefold() not in _package_words():
            words = {one.casefold() for one in _WORD_OR_NUMBER.findall(input_text)}
            require(found.casefold() not in words, f"{shown!r} contains a word of the input")


@cache
def _package_words() -> frozenset[str]:
    """Return the words in the package itself, which reveal nothing of the input."""
    sources = Path(psm_core.__file__).parent.rglob("*.py")
    texts = [path.read_text(encoding="utf-8") for path in sources]
    texts += [name for _, name in load_regions()._table.items()]
    return frozenset(found.casefold() for text in texts for found in _WORD_OR_NUMBER.findall(text))


def _read_properties(value: object) -> None:
    """Read every property: none of a valid value may raise."""
    for kind in type(value).__mro__:
        for name, found in vars(kind).items():
            if isinstance(found, property):
                getattr(value, name)
    if hasattr(value, "__int__"):
        int(value)
