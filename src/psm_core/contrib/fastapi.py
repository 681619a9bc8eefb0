"""Answers of FastAPI to invalid data: problem details (RFC 9457), in Indonesian and English."""

from collections.abc import Callable
from inspect import isawaitable
from typing import Any, Final, cast

from .._messages import language_of
from ..errors import Issue, MissingExtraError
from ._problem_details import (
    DESCRIPTION,
    INVALID,
    MEDIA_TYPE,
    STATUSES,
    Entry,
    entry,
    entry_of,
    issues_in,
    preferred_language,
    problem,
    schema_of,
)

try:
    from fastapi import FastAPI, Request, Response
    from fastapi.exceptions import RequestValidationError
    from fastapi.responses import JSONResponse
    from starlette.exceptions import HTTPException
except ImportError:
    raise MissingExtraError("fastapi") from None

__all__ = ["add_problem_details"]

_RESPONSES: Final[dict[int | str, dict[str, Any]]] = {
    INVALID: {"description": DESCRIPTION, "content": {MEDIA_TYPE: {"schema": schema_of(INVALID)}}}
}
_CODES: Final = {"json_invalid": "json.syntax", "missing": "field.missing"}
"""Code of an error of FastAPI → the same code of an issue, whose message is in both languages."""
_UNREADABLE: Final = "There was an error parsing the body"
"""What FastAPI says of a body that is no JSON for one of these reasons."""
_REASONS: Final = {
    UnicodeDecodeError: "json.encoding",
    RecursionError: "json.too_deep",
    ValueError: "json.number",  # an integer of thousands of digits
}


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
    for error_class, status in STATUSES.items():
        app.add_exception_handler(error_class, _handler(status, _issue_entries, default))
    answer = _handler(INVALID, _request_entries, default)
    app.add_exception_handler(RequestValidationError, answer)
    others = app.exception_handlers[HTTPException]
    app.add_exception_handler(HTTPException, _unreadable_handler(default, others))
    app.router.responses = {**_RESPONSES, **app.router.responses}


def _handler(
    status: int, entries_of: Callable[[Any, str], list[Entry]], default: str
) -> Callable[[Request, Exception], JSONResponse]:
    def answer(request: Request, error: Exception) -> JSONResponse:
        language = preferred_language(request.headers.get("accept-language", ""), default)
        given = problem(status, language, entries_of(error, language))
        return JSONResponse(given.document, status, given.headers, media_type=MEDIA_TYPE)

    return answer


def _unreadable_handler(
    default: str, answer_others: Callable[[Any, Any], Any]
) -> Callable[[Request, Exception], Any]:
    """Return the handler for a body that FastAPI cannot read; other errors are as before."""
    answer_unreadable = _handler(INVALID, _unreadable_entries, default)

    async def answer(request: Request, error: Exception) -> Response:
        if cast("HTTPException", error).detail == _UNREADABLE and type(error.__cause__) in _REASONS:
            return answer_unreadable(request, error)
        answered = answer_others(request, error)
        return cast("Response", await answered if isawaitable(answered) else answered)

    return answer


def _unreadable_entries(error: Exception, language: str) -> list[Entry]:
    code = _REASONS[cast("Any", type(error.__cause__))]
    return [entry(Issue(code), language, place="body")]


def _request_entries(error: RequestValidationError, language: str) -> list[Entry]:
    """Return the entries of an invalid request, without what was sent."""
    return [_request_entry(cast("dict[str, Any]", one), language) for one in error.errors()]


def _request_entry(error: dict[str, Any], language: str) -> Entry:
    place, *path = error["loc"]
    code, detail = error["type"], error["msg"]
    if code == "json_invalid":
        path = []  # it is the position of a character
    if code in _CODES:
        code = _CODES[code]
        detail = Issue(code).describe(language)
    # The context of our errors has the message in both languages.
    detail = error.get("ctx", {}).get(f"message_{language}", detail)
    return entry_of(path, code, detail, place=place)


def _issue_entries(error: Exception, language: str) -> list[Entry]:
    return [entry(issue, language) for issue in issues_in(error)]
