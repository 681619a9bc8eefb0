"""`Issue`, a problem in data as a value, and the exceptions of the package."""

from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from functools import wraps
from typing import Any, Final, Literal, NoReturn, ParamSpec, TypeVar, final

import attrs

from ._frozen import FrozenDict, FrozenType, frozen_dict
from ._paths import follow, path_text

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

Language = Literal["en", "id"]


_NO_PARAMS: Final = FrozenDict[str, str | int]()


def _params(values: Mapping[str, str | int]) -> Mapping[str, str | int]:
    return values if isinstance(values, FrozenDict) else frozen_dict(values)


@final
class CellText:
    """The text of a cell that was not read, for whoever corrects it.

    It may be personal data in the wrong column, so `str` and `repr` are masked. Only `unmasked`
    has the text.

    >>> CellText("Kejawen")
    <CellText ***>
    >>> CellText("Kejawen").unmasked
    'Kejawen'
    """

    __slots__ = ("_text",)

    def __init__(self, text: str, /) -> None:
        object.__setattr__(self, "_text", text)

    @property
    def unmasked(self) -> str:
        """The text. Handle it as personal data."""
        text: str = object.__getattribute__(self, "_text")
        return text

    def __eq__(self, other: object) -> bool:
        return isinstance(other, CellText) and other.unmasked == self.unmasked

    def __hash__(self) -> int:
        return hash(self.unmasked)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"CellText is immutable; {name} cannot be changed")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"CellText is immutable; {name} cannot be changed")

    def __reduce__(self) -> tuple[type["CellText"], tuple[str]]:
        return CellText, (self.unmasked,)

    def __repr__(self) -> str:
        return "<CellText ***>"


class Severity(Enum):
    """Severity of an issue: an error prevents the record, a warning asks for a check.

    >>> from psm_core import RegionCode, load_regions
    >>> load_regions().status(RegionCode("91.01")).issue.severity
    <Severity.WARNING: 'warning'>
    """

    ERROR = "error"
    WARNING = "warning"


@final
@attrs.frozen
class Issue(metaclass=FrozenType):
    """One problem in data: a stable code, its place and its severity.

    An issue never shows the rejected value, so it may be logged, counted and shown.

    >>> issue = Issue("nik.length", ("person", "nik"), params={"length": 8})
    >>> issue.where
    '$.person.nik'
    >>> issue.describe()
    'A NIK needs 16 digits, got 8. Copy it again from the KTP or KK.'
    >>> issue.describe("id")
    'NIK harus 16 angka, tertulis 8. Salin ulang dari KTP atau KK.'
    """

    code: str
    """Stable name of the problem, such as ``nik.length``."""
    path: tuple[str | int, ...] = ()
    """Keys and indexes from the root of the record to the value."""
    severity: Severity = Severity.ERROR
    """Whether it prevents the record."""
    params: Mapping[str, str | int] = attrs.field(default=_NO_PARAMS, converter=_params, hash=False)
    """Parameters of the message. Never the value itself."""
    row: int | None = None
    """Row number as the sheet shows it, when the record was read from a table."""
    column: str | None = None
    """Letters of the column, when the issue is about one cell."""
    sheet: str | None = None
    """Name of the sheet, when the file has several."""
    written: CellText | None = attrs.field(default=None, eq=False, repr=False)
    """The text of a cell that was left out of its record; masked in every output."""

    @property
    def where(self) -> str:
        """The path as text, such as ``$.delegations[1].origin``."""
        return path_text(self.path)

    @property
    def cell(self) -> str:
        """The cell as spreadsheets write it, such as ``PSM!C17``; empty outside of tables.

        >>> Issue("nik.length", row=17, column="C").cell
        'C17'
        """
        cell = f"{self.column or ''}{self.row or ''}"
        return f"{self.sheet}!{cell}" if self.sheet and cell else cell

    def describe(self, language: str = "en") -> str:
        """Return the message in English or Indonesian: what is wrong, then what to do.

        The language is a tag such as ``id`` or ``id-ID``. The message of an application-defined
        code is the code itself.

        Raises:
            ValueError: the language is neither English nor Indonesian.

        >>> Issue("nik.length").describe("en-GB")
        'A NIK needs 16 digits. Copy it again from the KTP or KK.'

        """
        from ._messages import LEFT_OUT, MESSAGES, language_of  # noqa: PLC0415 - importing stays quick

        message = MESSAGES.get(self.code)
        language = language_of(language)
        sentence = self.code if message is None else message.fill(language, self.params)
        is_left_out = "left_out" in self.params
        return f"{sentence} {LEFT_OUT[language]}" if is_left_out else sentence

    def to_dict(self) -> dict[str, Any]:
        """Return the issue as plain data, for JSON: with both messages, without the value.

        A place that the issue does not have is None.

        >>> data = Issue("nik.length", ("nik",), params={"length": 8}, row=17, column="C").to_dict()
        >>> data["code"], data["path"], data["where"], data["severity"], data["params"]
        ('nik.length', ['nik'], '$.nik', 'error', {'length': 8})
        >>> data["cell"], data["sheet"], data["row"], data["column"]
        ('C17', None, 17, 'C')
        >>> data["messages"]["id"]
        'NIK harus 16 angka, tertulis 8. Salin ulang dari KTP atau KK.'

        """
        return {
            "code": self.code,
            "path": list(self.path),
            "where": self.where,
            "severity": self.severity.value,
            "params": dict(self.params),
            "cell": self.cell or None,
            "sheet": self.sheet,
            "row": self.row,
            "column": self.column,
            "messages": {"en": self.describe("en"), "id": self.describe("id")},
        }

    def locate(self, data: object) -> Any:  # noqa: ANN401 - any value
        """Return the value that the issue is about, from the data that was read or checked.

        Pass what was given to the reader: a whole document for an issue of a document, the decoded
        JSON for an issue of a text, a record for an issue of a check. Unknown keys are found too,
        by their position. Handle the value as personal data.

        Raises:
            LookupError: the data has no value there: it is missing, or the issue does not say which
                key it is about. The message contains no data.

        >>> from psm_core import Person, wire
        >>> data = {"nik": "9901014108900001", "name": "Contoh", "Ibu Kandung": "Contoh"}
        >>> issue = wire.report(data, Person).issues[0]
        >>> issue.where, issue.locate(data), issue.path_in(data)
        ('$.?', 'Contoh', ('Ibu Kandung',))

        """
        return follow(data, self.path, self.params.get("number"))[1]

    def path_in(self, data: object) -> tuple[str | int, ...]:
        """Return the path with the real keys of the data, which `path` and messages never have.

        Raises:
            LookupError: as `locate`.

        """
        return follow(data, self.path, self.params.get("number"))[0]

    def __str__(self) -> str:
        """Return cell, path, code and message in one line."""
        places = filter(None, (self.cell, self.where))
        return f"{' '.join(places)} {self.code}: {self.describe()}"

    def under(self, *steps: str | int) -> "Issue":
        """Return a copy with these steps before its path."""
        if not steps:
            return self
        return Issue(
            self.code,
            (*steps, *self.path),
            self.severity,
            self.params,
            self.row,
            self.column,
            self.sheet,
            self.written,
        )


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
        """Return code and message, never the input."""
        return f"{self.code}: {self.issue.describe()}"


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
        """Return one line per issue."""
        return "\n".join(map(str, self.issues))


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
