"""The answer of a web framework to invalid data: problem details (RFC 9457)."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, NamedTuple

from ..errors import (
    Issue,
    ParseError,
    TableError,
    UnknownRegionError,
    UnknownVersionError,
    UnknownWordError,
    ValidationError,
)
from ..privacy import hide_numbers

INVALID, NOT_FOUND = 422, 404
BAD_REQUEST = 400

MEDIA_TYPE: Final = "application/problem+json"
DESCRIPTION: Final = "Invalid data"
_TITLES: Final[Mapping[int, Mapping[str, str]]] = {
    INVALID: {"id": "Data tidak valid", "en": DESCRIPTION},
    BAD_REQUEST: {"id": "Data tidak valid", "en": DESCRIPTION},
    NOT_FOUND: {"id": "Tidak ditemukan", "en": "Not found"},
}
_LANGUAGE: Final = re.compile(r"\s*([a-z]+)[^,;]*(?:;\s*q=([01](?:\.[0-9]{0,3})?))?", re.IGNORECASE)
_TEXT: Final = {"type": "string"}
_ERROR: Final = {
    "type": "object",
    "properties": {
        "in": {"enum": ["body", "path", "query", "header", "cookie"]},
        "pointer": {**_TEXT, "description": "JSON Pointer (RFC 6901) to the value."},
        "code": {**_TEXT, "description": "A stable code, such as nik.length."},
        "detail": {**_TEXT, "description": "The message, in the language of the answer."},
    },
    "required": ["pointer", "code", "detail"],
}
Entry = dict[str, str]
"""One of the ``errors`` of an answer."""


class Problem(NamedTuple):
    """What is answered."""

    status: int
    document: dict[str, Any]
    headers: dict[str, str]


def schema_of(status: int) -> dict[str, Any]:
    """Return the JSON Schema of an answer to invalid data, which has this status."""
    return {
        "type": "object",
        "properties": {
            "type": {"const": "about:blank"},
            "title": _TEXT,
            "status": {"const": status},
            "errors": {"type": "array", "items": _ERROR, "minItems": 1},
        },
        "required": ["type", "title", "status", "errors"],
    }


def problem(status: int, language: str, entries: list[Entry]) -> Problem:
    """Return the answer with these entries, in English or Indonesian."""
    title = _TITLES[status][language]
    document: dict[str, Any] = {"type": "about:blank", "title": title, "status": status}
    if entries:
        document["errors"] = entries
    return Problem(status, document, {"Content-Language": language, "Vary": "Accept-Language"})


def preferred_language(header: str, default: str) -> str:
    """Return English or Indonesian, whichever a header ``Accept-Language`` prefers."""
    weights: dict[str, float] = {}
    for name, weight in (found.groups() for found in _LANGUAGE.finditer(header)):
        if name.lower() in _TITLES[INVALID]:
            weights.setdefault(name.lower(), float(weight or 1))
    return max(weights, key=lambda name: weights[name]) if any(weights.values()) else default


def entry(issue: Issue, language: str, *, place: str | None = None) -> Entry:
    """Return the entry of an issue. The place is a part of the request, such as ``body``."""
    return entry_of(issue.path, issue.code, issue.describe(language), place=place)


def entry_of(
    path: Iterable[str | int], code: str, detail: str, *, place: str | None = None
) -> Entry:
    """Return an entry whose message is known already."""
    known = {"pointer": _pointer(path), "code": code, "detail": detail}
    return known if place is None else {"in": place, **known}


def _pointer(path: Iterable[str | int]) -> str:
    """Return a path as a JSON Pointer, without personal numbers in the keys of a mapping."""
    steps = (hide_numbers(str(step)) for step in path)
    return "".join("/" + step.replace("~", "~0").replace("/", "~1") for step in steps)


def issues_in(error: Any) -> tuple[Issue, ...]:  # noqa: ANN401 - one of `STATUSES`
    """Return the issues of an error of the package."""
    return _ISSUES[type(error)](error)


def _issues(error: ValidationError) -> tuple[Issue, ...]:
    return error.issues


def _issue(error: ParseError | TableError | UnknownVersionError) -> tuple[Issue, ...]:
    return (error.issue,)


def _no_issues(_: object) -> tuple[Issue, ...]:
    return ()


_ISSUES: Final[Mapping[type[Exception], Callable[[Any], tuple[Issue, ...]]]] = {
    ValidationError: _issues,
    ParseError: _issue,
    TableError: _issue,
    UnknownVersionError: _issue,
    UnknownRegionError: _no_issues,
    UnknownWordError: _no_issues,
}
STATUSES: Final[Mapping[type[Exception], int]] = {
    **dict.fromkeys(_ISSUES, INVALID),
    UnknownRegionError: NOT_FOUND,
    UnknownWordError: NOT_FOUND,
}
"""Error of the package → the status of its answer."""
