"""`Issue`, a problem in data as a value, and the exceptions of the package."""

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Final, ParamSpec, TypeVar, final

from .issues import CellText, Issue, Severity

__all__ = [
    "CellText",
    "Issue",
    "MissingExtraError",
    "ParseError",
    "PsmError",
    "Severity",
    "TableError",
    "UnknownRegionError",
    "UnknownVersionError",
    "UnknownWordError",
    "ValidationError",
]

_MOST_LINES: Final = 100
"""The issues in the text of an error: a table can have many thousands."""


class PsmError(Exception):
    """Base class of all exceptions of the package.

    >>> from psm_core import PhoneNumber, PsmError
    >>> try:
    ...     PhoneNumber.parse("tidak ada")
    ... except PsmError as error:
    ...     print(type(error).__name__, error.code)
    ParseError phone.format
    """


class _OneIssueError(PsmError, ValueError):
    """Base class of errors with one issue. The input is not kept."""

    def __init__(self, issue: Issue) -> None:
        super().__init__(issue)
        self.issue = issue

    @property
    def code(self) -> str:
        """The stable code of the issue."""
        return self.issue.code

    def __str__(self) -> str:
        """Return the path if there is one, code and message, never the input."""
        place = f"{self.issue.where} " if self.issue.path else ""
        return f"{place}{self.code}: {self.issue.describe()}"


@final
class ParseError(_OneIssueError):
    """A text could not be parsed. `code` says why; the text itself is not kept.

    >>> from psm_core import NIK
    >>> NIK.parse("99010141")
    Traceback (most recent call last):
    psm_core.errors.ParseError: nik.length: A NIK needs 16 digits, got 8. Copy it again from \
the KTP or KK.
    """


@final
class TableError(_OneIssueError):
    r"""A file could not be read as a table. `code` says why.

    >>> from pathlib import Path
    >>> from psm_core import Person, TableError, tables
    >>> _ = Path("catatan.csv").write_text("Rapat hari Jumat\n", "utf-8")
    >>> try:
    ...     tables.read("catatan.csv", Person)
    ... except TableError as error:
    ...     print(error.code)
    table.no_header
    """


@final
class ValidationError(PsmError, ValueError):
    """A record is invalid. `issues` has every error in it.

    >>> from psm_core import Person, ValidationError
    >>> try:
    ...     Person(name=" ")
    ... except ValidationError as error:
    ...     for issue in error.issues:
    ...         print(issue.where, issue.code)
    $.name text.blank
    $.nik_absence person.nik_absence_missing
    """

    def __init__(self, issues: Iterable[Issue]) -> None:
        self.issues: tuple[Issue, ...] = tuple(issues)
        super().__init__(self.issues)

    def __str__(self) -> str:
        """Return one line per issue; of many issues the first."""
        more = len(self.issues) - _MOST_LINES
        rest = [f"... and {more} more issues"] if more > 0 else []
        return "\n".join([*map(str, self.issues[:_MOST_LINES]), *rest])

    def _repr_html_(self) -> str:
        from .._html import html_table  # noqa: PLC0415 - few programs show tables

        caption = f"{len(self.issues):,} issues"
        places = (" ".join(filter(None, (one.cell, one.where))) for one in self.issues)
        rows = (
            (place, one.code, one.describe())
            for place, one in zip(places, self.issues, strict=True)
        )
        return html_table(caption, ("place", "code", "message"), rows)


@final
class MissingExtraError(PsmError, ImportError):
    """A function needs an optional dependency. The message says how to install it.

    >>> from psm_core import MissingExtraError
    >>> print(MissingExtraError("excel"))
    this needs the extra 'excel': pip install 'psm-core[excel]'
    """

    def __init__(self, extra: str) -> None:
        super().__init__(extra)
        self.extra = extra

    def __str__(self) -> str:
        """Return the command that installs the extra."""
        return f"this needs the extra {self.extra!r}: pip install 'psm-core[{self.extra}]'"


@final
class UnknownRegionError(PsmError, KeyError):
    """The region table of this vintage does not have a well-formed code.

    `successor` is the code that replaced it and the act, as text, when the code is retired.

    >>> from psm_core import RegionCode, UnknownRegionError, load_regions
    >>> try:
    ...     load_regions()[RegionCode("91.01")]
    ... except UnknownRegionError as error:
    ...     print(error.successor)
    93.01 (UU 14/2022)
    """

    def __init__(self, code: str, vintage: str, successor: str | None = None) -> None:
        super().__init__(code, vintage, successor)
        self.code = code
        self.vintage = vintage
        self.successor = successor

    def __str__(self) -> str:
        """Return the code, the vintage and the successor."""
        text = f"no region {self.code} in the vintage {self.vintage}"
        return f"{text}; it was replaced by {self.successor}" if self.successor else text


@final
class UnknownVersionError(PsmError):
    """A document has a version that this release does not know.

    >>> from psm_core import Person, wire
    >>> wire.from_json('{"schema": "psm.person/9", "data": {}}', Person)
    Traceback (most recent call last):
    psm_core.errors.UnknownVersionError: psm.person/9 is not known; the newest version here is 1
    """

    def __init__(self, schema: str, newest: int) -> None:
        super().__init__(schema, newest)
        self.schema = schema
        self.newest = newest

    @property
    def issue(self) -> Issue:
        """The error as an issue of the document."""
        params: dict[str, str | int] = {"schema": self.schema, "newest": self.newest}
        return Issue("document.unknown_version", ("schema",), params=params)

    def __str__(self) -> str:
        """Return the schema of the document and the newest known version."""
        return f"{self.schema} is not known; the newest version here is {self.newest}"


@final
class UnknownWordError(PsmError, KeyError):
    """No issue code, term or act has this name. The word itself is not kept.

    >>> from psm_core import UnknownWordError, explain
    >>> try:
    ...     explain("Permensos 8/2013")
    ... except UnknownWordError as error:
    ...     print(error.suggestions[0])
    Permensos 8/2012
    """

    def __init__(self, suggestions: Iterable[str] = ()) -> None:
        self.suggestions: tuple[str, ...] = tuple(suggestions)
        super().__init__(self.suggestions)

    def __str__(self) -> str:
        """Return what was looked for, and names that are similar."""
        text = "no issue code, term or act has this name"
        return f"{text}; similar are: {', '.join(self.suggestions)}" if self.suggestions else text


def parse_error(code: str, **params: str | int) -> ParseError:
    """Return a `ParseError` with this code and these parameters."""
    return ParseError(Issue(code, params=params))


P = ParamSpec("P")
R = TypeVar("R")


_WITH_INPUT = (
    ParseError,
    TableError,
    UnknownRegionError,
    UnknownVersionError,
    UnknownWordError,
    ValidationError,
)
"""Errors whose tracebacks could show the input."""


def short_traceback(function: Callable[P, R]) -> Callable[P, R]:
    """Decorate a function so that its errors have no frames in which variables hold the input.

    The error is raised again outside of them, so no chained exception holds the input either.
    """

    @wraps(function)
    def call(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return function(*args, **kwargs)
        except _WITH_INPUT as original:
            error = type(original)(*original.args)
        del args, kwargs
        try:
            raise error
        finally:
            del error  # it holds this frame

    return call
