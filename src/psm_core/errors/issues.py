"""`Issue`, a problem in data as a value."""

from collections.abc import Mapping
from enum import Enum
from typing import Any, Final, Literal, NoReturn, final

import attrs

from .._frozen import FrozenDict, FrozenType, frozen_dict
from .._paths import follow, path_text

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
        return cell_address(self.sheet, self.column, self.row)

    def describe(self, language: str = "en") -> str:
        """Return the message in English or Indonesian: what is wrong, then what to do.

        The language is a tag such as ``id`` or ``id-ID``. The message of an application-defined
        code is the code itself.

        Raises:
            ValueError: the language is neither English nor Indonesian.

        >>> Issue("nik.length").describe("en-GB")
        'A NIK needs 16 digits. Copy it again from the KTP or KK.'

        """
        from .._messages import LEFT_OUT, MESSAGES, language_of  # noqa: PLC0415 - importing stays quick

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


def cell_address(sheet: str | None, column: str | None, row: int | None) -> str:
    """Return a cell, a row or a column as spreadsheets write it, such as ``PSM!C17``."""
    cell = f"{column or ''}{'' if row is None else row}"
    return f"{sheet}!{cell}" if sheet and cell else cell
