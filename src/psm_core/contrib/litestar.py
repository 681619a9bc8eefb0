"""Records, values and vocabularies as types of Litestar, and its answers to invalid data."""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final, TypeAlias, cast, get_args

from .._messages import language_of
from ..errors import Issue, MissingExtraError, ParseError, ValidationError
from ..terms import Term
from ..values.extensions import Extensions
from ..values.plain import canonical
from ..wire.collecting_reader import value_reader
from ..wire.json_schema import definitions_of
from ..wire.versions import NAMES
from ..wire.writing import to_builtins

try:
    from litestar import Request, Response
    from litestar.config.app import AppConfig
    from litestar.enums import MediaType
    from litestar.exceptions import ValidationException
    from litestar.openapi.datastructures import ResponseSpec
    from litestar.plugins import InitPlugin, ReceiveRoutePlugin, SerializationPlugin
    from litestar.routes import BaseRoute
    from litestar.typing import FieldDefinition
except ImportError:
    raise MissingExtraError("litestar") from None

from .._core.text_value import TextValue
from ._litestar_bodies import (
    InvalidRequestError,
    body_class,
    has_own_types,
    is_decoded,
    refuse_records_in_structs,
)
from ._litestar_schemas import ProblemDetails, SchemaPlugin
from ._problem_details import (
    BAD_REQUEST,
    DESCRIPTION,
    INVALID,
    MEDIA_TYPE,
    STATUSES,
    entry,
    issues_in,
    preferred_language,
    problem,
)
from ._redaction import Redacted
from .msgspec import dec_hook

__all__ = ["PsmPlugin", "Redacted"]

_Request: TypeAlias = "Request[Any, Any, Any]"
_PlacedIssue: TypeAlias = tuple[str | None, Issue]
"""The part of a request, such as ``body``, and an issue in it."""
_PREFIX: Final = "psm_core:"
_MISSING: Final = re.compile(r"Missing required (\w+) parameter '([^']*)'")
_NO_TERM: Final = re.compile(r"Invalid enum value")
_NO_FIELD: Final = re.compile(r"Object missing required field")


class PsmPlugin(InitPlugin, SerializationPlugin, ReceiveRoutePlugin, SchemaPlugin):
    """Makes records, values and vocabularies types of a Litestar application.

    They can be the data of a request, parameters, and what a handler returns, also inside lists,
    dicts, unions with None, dataclasses and classes of attrs. Invalid data is answered with status
    400 and problem details (RFC 9457): ``errors`` has every issue, in the language that the header
    ``Accept-Language`` prefers. `language` is that of requests without one. The values that were
    sent are never in an answer. The errors of psm_core that a handler raises are answered in the
    same way, `UnknownRegionError` and `UnknownWordError` with status 404.

    Raises:
        ValueError: the language is neither English nor Indonesian.

    >>> from typing import Annotated
    >>> from litestar import Litestar, post
    >>> from litestar.params import Body
    >>> from psm_core import Worker
    >>> from psm_core.contrib.litestar import PsmPlugin
    >>> @post("/workers", sync_to_thread=False)
    ... def add_worker(data: Annotated[Worker, Body()]) -> Worker:
    ...     return data
    >>> app = Litestar([add_worker], plugins=[PsmPlugin()])
    >>> app.openapi_schema.components.schemas["Worker"].to_schema()["title"]
    'Worker'

    """

    def __init__(self, *, language: str = "id") -> None:
        self._language = language_of(language)

    def on_app_init(self, app_config: AppConfig) -> AppConfig:
        """Add the decoders, the encoders and the exception handlers."""
        app_config.type_decoders = [*(app_config.type_decoders or ()), (is_decoded, _decode)]
        app_config.type_encoders = {**_encoders(), **(app_config.type_encoders or {})}
        handlers: dict[Any, Any] = {
            error: self._handler(BAD_REQUEST if status == INVALID else status, _error_issues)
            for error, status in STATUSES.items()
        }
        handlers[InvalidRequestError] = self._handler(BAD_REQUEST, _body_issues)
        handlers[ValidationException] = self._handler(BAD_REQUEST, _request_issues)
        config: Any = app_config
        config.exception_handlers = {**handlers, **config.exception_handlers}
        return app_config

    def receive_route(self, route: BaseRoute) -> None:
        """Describe the answer to invalid data."""
        spec = ResponseSpec(
            ProblemDetails, generate_examples=False, description=DESCRIPTION, media_type=MEDIA_TYPE
        )
        for handler in getattr(route, "route_handlers", ()):
            if not handler.media_type and has_own_types(handler.parsed_return_field.raw):
                handler.media_type = MediaType.JSON  # of a Response[Worker]
            handler.responses = {BAD_REQUEST: spec, **(handler.responses or {})}

    def supports_type(self, field_definition: FieldDefinition) -> bool:
        """Return whether the data of a request or an answer contains types of psm_core."""
        if field_definition.name == "data":
            refuse_records_in_structs(field_definition.annotation)
        return has_own_types(field_definition.raw)

    def create_dto_for_type(self, field_definition: FieldDefinition) -> Any:  # noqa: ANN401 - it acts as a DTO
        """Return what converts the data of a request or an answer."""
        return body_class(field_definition)

    def _handler(
        self, status: int, issues_of: Callable[[_Request, Any], Iterable[_PlacedIssue]]
    ) -> Callable[[_Request, Exception], Response[Any]]:
        def answer(request: _Request, error: Exception) -> Response[Any]:
            header = request.headers.get("accept-language", "")
            language = preferred_language(header, self._language)
            found = issues_of(request, error)
            entries = [entry(issue, language, place=place) for place, issue in found]
            given = problem(status, language, entries)
            return Response(
                given.document, status_code=status, headers=given.headers, media_type=MEDIA_TYPE
            )

        return answer


def _encoders() -> dict[Any, Callable[[Any], Any]]:
    """Return record class or value class → what writes it, where no annotation names it."""
    classes = {one.record_class for named in NAMES for one in definitions_of(named).values()}
    return {TextValue: canonical, Extensions: dict, **dict.fromkeys(classes, to_builtins)}


def _decode(annotation: Any, data: object) -> object:  # noqa: ANN401 - any type
    """Return a value of a parameter. Litestar keeps only the text of an error."""
    try:
        return dec_hook(annotation, data)
    except ValidationError as error:
        issues = error.issues
    except ParseError as error:
        issues = (error.issue,)
    raise ValueError(_PREFIX + _text_of(issues))


def _text_of(issues: Iterable[Issue]) -> str:
    data = [[one.code, one.path, dict(one.params)] for one in issues]
    return json.dumps(data).replace(" - ", "\\u0020- ")  # where Litestar cuts a text


def _error_issues(_: _Request, error: Exception) -> Iterator[_PlacedIssue]:
    yield from ((None, issue) for issue in issues_in(error))


def _body_issues(_: _Request, error: InvalidRequestError) -> Iterator[_PlacedIssue]:
    yield from (("body", issue) for issue in error.issues)


def _request_issues(request: _Request, error: ValidationException) -> Iterator[_PlacedIssue]:
    """Yield the issues of an invalid request, without what was sent."""
    missing = _MISSING.match(error.detail)
    if missing is not None:
        place, name = missing.groups()
        yield place, Issue("field.missing", (name,))
        return
    for one in cast("list[dict[str, str]]", error.extra or [{"message": ""}]):
        place, key, text = one.get("source"), one.get("key", ""), one["message"]
        steps = [step for step in key.split(".") if step and (place, step) != ("body", "data")]
        if _NO_TERM.match(text):
            issues = [_term_issue(request, key)]
        elif text == repr(key):  # there is no body
            issues = [Issue("field.missing")]
        else:
            issues = _issues_of_text(text)
        yield from ((place, issue.under(*steps)) for issue in issues)


def _issues_of_text(text: str) -> list[Issue]:
    """Return the issues in the text of an error; one of another library may contain the value."""
    if text.startswith(_PREFIX):
        data = json.loads(text.removeprefix(_PREFIX))
        return [Issue(code, tuple(path), params=params) for code, path, params in data]
    return [Issue("field.missing" if _NO_FIELD.match(text) else "type.value")]


def _term_issue(request: _Request, name: str) -> Issue:
    """Return the issue of a parameter whose words are not all terms.

    msgspec reads the terms of parameters without our reader.
    """
    field = request.route_handler.parsed_fn_signature.parameters.get(name)
    words = [*request.query_params.getall(name, []), str(request.path_params.get(name, "")), ""]
    vocabularies = _vocabularies(None if field is None else field.annotation)
    issues = (_issue_of(vocabulary, word) for vocabulary in vocabularies for word in words)
    return next((one for one in issues if one is not None), Issue("term.unknown"))


def _issue_of(vocabulary: type[Term], word: str) -> Issue | None:
    """Return why a word is no term of a vocabulary, or None if it is one."""
    try:
        value_reader(vocabulary)(word)
    except ParseError as error:
        return error.issue
    return None


def _vocabularies(annotation: Any) -> Iterator[type[Term]]:  # noqa: ANN401 - any annotation
    if isinstance(annotation, type) and issubclass(annotation, Term):
        yield annotation
    for one in get_args(annotation):
        yield from _vocabularies(one)
