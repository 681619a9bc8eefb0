"""What is promised whatever comes in, as functions that raise when it does not hold."""

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
from psm_core.wire.reading import MAX_ISSUES
from psm_core.wire.versions import NAMES

T = TypeVar("T")
_TOLD = re.compile(r"[^\W\d_]{4,}|[0-9]{6,}")
"""What could be a name, or a part of a number."""
_MASKED = r"\b[0-9]{6}\*{6}[0-9]{4}\b"
_OF_NO_PERSON = r"\w+\('[^']*'\)|(?<==)-?[0-9]+(?=[,)])"
"""Within a record that is shown: keys and codes, which are not masked, and counts."""
_LANGUAGES: Final = ("en", "id")


class BrokenPromiseError(Exception):
    """Something that was promised does not hold."""


def need(holds: object, promise: str) -> None:
    """Raise when a promise does not hold."""
    if not holds:
        raise BrokenPromiseError(promise)


def outcome(act: Callable[[], T], told: str) -> T | None:
    """Return what an act returns, or None when it refuses in the way that is promised."""
    try:
        return act()
    except PsmError as error:
        for one in _chain(error):
            _need_silence_of_error(one, told)
        return None


def need_sound(value: object, told: str) -> None:
    """Hold a value that was let in to what is promised of values."""
    need_masked(value, told)
    need(copy.copy(value) == value, "a copy equals what it is of")
    need(hash(copy.copy(value)) == hash(value), "equal values have equal hashes")
    if isinstance(value, TextValue):
        text = unmasked_text(value)
        need(type(value)(text) == value, "the canonical text makes the value")
        need(type(value).parse(text) == value, "the canonical text is read as the value")
        _ask_all(value)
    if is_record_class(type(value)):
        kind = type(value)
        need(wire.from_builtins(wire.to_builtins(value), kind) == value, "builtins come back")
        if kind in NAMES:
            text = wire.to_json(value)
            need(wire.from_json(text, kind) == value, "a document comes back")
            need(wire.from_json(text.encode(), kind) == value, "a document comes back as bytes")


def need_masked(value: object, told: str) -> None:
    """Refuse a value that shows what is personal when it is shown."""
    for shown in (repr(value), str(value), f"{value}"):
        if is_record_class(type(value)) or re.search(_MASKED, shown) or "*" in shown:
            _need_silence(re.sub(f"{_MASKED}|{_OF_NO_PERSON}", "", shown), told)


def need_silence_of_issue(issue: Issue, told: str) -> None:
    """Refuse an issue that tells what was read. Where it stands, it may tell."""
    texts = [issue.describe(language) for language in _LANGUAGES]
    texts += [str(issue), repr(issue)]
    may_tell = {issue.row, issue.sheet} - {None}
    if issue.code == "field.unknown" and "suggestion" in issue.params:
        may_tell.add(issue.path[-1])  # nearly the name of a field, so it may be shown
    for text in texts:
        shown = text
        for one in may_tell:
            shown = shown.replace(str(one), "")
        _need_silence(shown, told)


def _need_silence_of_error(error: BaseException, told: str) -> None:
    if isinstance(error, ValidationError):
        need(error.issues, "an error tells why")
        need(len(error.issues) <= MAX_ISSUES + 10, "the number of issues is bounded")
        for issue in error.issues:
            need_silence_of_issue(issue, told)
        return
    texts = [str(error), repr(error)]
    if hasattr(error, "issue"):
        texts += [error.issue.describe(language) for language in _LANGUAGES]
    for text in texts:
        # A code of a region is no secret.
        is_of_region = isinstance(error, UnknownRegionError)
        _need_silence(text.replace(error.code, "") if is_of_region else text, told)


def _chain(error: BaseException) -> Iterator[BaseException]:
    """Yield an error and those that travel along with it, which a traceback would show."""
    at: BaseException | None = error
    while at is not None:
        yield at
        at = at.__cause__ or at.__context__


def _need_silence(shown: str, told: str) -> None:
    for found in _TOLD.findall(shown):
        if found.isdecimal():
            need(found not in told, f"a number of the input stands in {shown!r}")
        elif found.casefold() not in _own_words():
            words = {one.casefold() for one in _TOLD.findall(told)}
            need(found.casefold() not in words, f"a word of the input stands in {shown!r}")


@cache
def _own_words() -> frozenset[str]:
    """Return the words that the library knows by itself: to show them tells nothing."""
    sources = Path(psm_core.__file__).parent.rglob("*.py")
    texts = [path.read_text(encoding="utf-8") for path in sources]
    texts += [name for _, name in load_regions()._table.items()]
    return frozenset(found.casefold() for text in texts for found in _TOLD.findall(text))


def _ask_all(value: object) -> None:
    """Ask each property: a value that exists is valid, so none may raise."""
    for kind in type(value).__mro__:
        for name, found in vars(kind).items():
            if isinstance(found, property):
                getattr(value, name)
    if hasattr(value, "__int__"):
        int(value)
