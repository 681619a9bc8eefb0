"""Answers of FastAPI to invalid data: problem details (RFC 9457), in Indonesian and English."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, cast

from .._messages import language_of
from ..errors import (
    Issue,
    MissingExtraError,
    ParseError,
    TableError,
    UnknownRegionError,
    UnknownVersionError,
    UnknownWordError,
    ValidationError,
)
from ..privacy import hide_numbers

try:
    from fastapi import FastAPI, Request
    from fastapi.exceptions import RequestValidationError
    from fastapi.responses import JSONResponse
except ImportError:
    raise MissingExtraError("fastapi") from None

__all__ = ["add_problem_details"]

_INVALID, _NOT_FOUND = 422, 404
_MEDIA_TYPE: Final = "application/problem+json"
_TITLES: Final[Mapping[int, Mapping[str, str]]] = {
    _INVALID: {"id": "Data tidak valid", "en": "Invalid data"},
    _NOT_FOUND: {"id": "Tidak ditemukan", "en": "Not found"},
}
_LANGUAGE: Final = re.compile(r"\s*([a-z]+)[^,;]*(?:;\s*q=([01](?:\.[0-9]{0,3})?))?", re.IGNORECASE)
_PLACES: Final = ("body", "path", "query", "header", "cookie")
_TEXT: Final = {"type": "string"}
_ERROR: Final = {
    "type": "object",
    "properties": {
        "in": {"enum": list(_PLACES)},
        "pointer": {**_TEXT, "description": "JSON Pointer (RFC 6901) to the value."},
        "code": {**_TEXT, "description": "A stable code, such as nik.length."},
        "detail": {**_TEXT, "description": "The message, in the language of the answer."},
    },
    "required": ["pointer", "code", "detail"],
}
_PROBLEM: Final = {
    "type": "object",
    "properties": {
        "type": {"const": "about:blank"},
        "title": _TEXT,
        "status": {"const": _INVALID},
        "errors": {"type": "array", "items": _ERROR, "minItems": 1},
    },
    "required": ["type", "title", "status", "errors"],
}
_RESPONSES: Final[dict[int | str, dict[str, Any]]] = {
    _INVALID: {"description": "Invalid data", "content": {_MEDIA_TYPE: {"schema": _PROBLEM}}}
}
_CODES: Final = {"json_invalid": "json.syntax", "missing": "field.missing"}
"""Code of an error of FastAPI → the same code of an issue, whose message is in both languages."""
_Errors = list[dict[str, str]]


def add_problem_details(app: FastAPI, /, *, language: str = "id") -> None:
    """Make an application answer invalid data with problem details (RFC 9457).

    Call it before routes are added, so that the OpenAPI document describes the answers. ``errors``
    has one entry for each issue, with its place, its code and its message. The header
    ``Accept-Language`` decides the language; `language` is that of requests without one. The values
    that were sent are never in an answer.

    - Status 422: a request is invalid, or a function raises `ValidationError`, `ParseError`,
      `TableError` or `UnknownVersionError`.
    - Status 404: a function raises `UnknownRegionError` or `UnknownWordError`.

    Raises:
        ValueError: the language is neither English nor Indonesian.

    >>> from fastapi import FastAPI
    >>> from fastapi.testclient import TestClient
    >>> from psm_core import RegionCode
    >>> from psm_core.contrib.fastapi import add_problem_details
    >>> app = FastAPI()
    >>> add_problem_details(app)
    >>> @app.get("/regions/{code}")
    ... def region(code: RegionCode) -> RegionCode:
    ...     return code
    >>> answer = TestClient(app).get("/regions/x")
    >>> answer.status_code, answer.json()["title"], answer.json()["errors"][0]["code"]
    (422, 'Data tidak valid', 'region_code.format')

    """
    default = language_of(language)
    for error_class, errors_of in _ERRORS.items():
        app.add_exception_handler(error_class, _handler(_INVALID, errors_of, default))
    for error_class in (UnknownRegionError, UnknownWordError):
        app.add_exception_handler(error_class, _handler(_NOT_FOUND, _no_errors, default))
    app.router.responses = {**_RESPONSES, **app.router.responses}


def _handler(
    status: int, errors_of: Callable[[Any, str], _Errors], default: str
) -> Callable[[Request, Exception], JSONResponse]:
    def answer(request: Request, error: Exception) -> JSONResponse:
        language = _language(request.headers.get("accept-language", ""), default)
        problem: dict[str, object] = {"type": "about:blank", "title": _TITLES[status][language]}
        problem["status"] = status
        if errors := errors_of(error, language):
            problem["errors"] = errors
        headers = {"Content-Language": language, "Vary": "Accept-Language"}
        return JSONResponse(problem, status, headers, media_type=_MEDIA_TYPE)

    return answer


def _language(header: str, default: str) -> str:
    """Return English or Indonesian, whichever a header ``Accept-Language`` prefers."""
    weights: dict[str, float] = {}
    for name, weight in (found.groups() for found in _LANGUAGE.finditer(header)):
        if name.lower() in _TITLES[_INVALID]:
            weights.setdefault(name.lower(), float(weight or 1))
    return max(weights, key=lambda name: weights[name]) if any(weights.values()) else default


def _request_errors(error: RequestValidationError, language: str) -> _Errors:
    """Return the errors of a request, without what was sent."""
    return [_request_error(cast("dict[str, Any]", one), language) for one in error.errors()]


def _request_error(error: dict[str, Any], language: str) -> dict[str, str]:
    place, *path = error["loc"]
    code, detail = error["type"], error["msg"]
    if code == "json_invalid":
        path = []  # it is the position of a character
    if code in _CODES:
        code = _CODES[code]
        detail = Issue(code).describe(language)
    # The context of our errors has the message in both languages.
    detail = error.get("ctx", {}).get(f"message_{language}", detail)
    return {"in": place, "pointer": _pointer(path), "code": code, "detail": detail}


def _issue_errors(error: ValidationError, language: str) -> _Errors:
    return [_issue_error(issue, language) for issue in error.issues]


def _issue_error(issue: Issue, language: str) -> dict[str, str]:
    pointer = _pointer(issue.path)
    return {"pointer": pointer, "code": issue.code, "detail": issue.describe(language)}


def _one_issue_error(
    error: ParseError | TableError | UnknownVersionError, language: str
) -> _Errors:
    return [_issue_error(error.issue, language)]


def _no_errors(error: Exception, language: str) -> _Errors:
    del error, language
    return []


def _pointer(path: Iterable[str | int]) -> str:
    """Return a path as a JSON Pointer, without personal numbers in the keys of a mapping."""
    steps = (hide_numbers(str(step)) for step in path)
    return "".join("/" + step.replace("~", "~0").replace("/", "~1") for step in steps)


_ERRORS: Final[Mapping[type[Exception], Callable[[Any, str], _Errors]]] = {
    RequestValidationError: _request_errors,
    ValidationError: _issue_errors,
    ParseError: _one_issue_error,
    TableError: _one_issue_error,
    UnknownVersionError: _one_issue_error,
}
