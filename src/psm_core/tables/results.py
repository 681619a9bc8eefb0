"""What reading returns: one row, or a whole file with a bounded number of its issues."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final, Generic, NamedTuple, TypeVar, final

import attrs

from .._frozen import FrozenType, frozen_dict
from .._paths import Steps
from ..errors import Issue, Severity, ValidationError
from .issue_summary import ISSUES_OMITTED, IssueSummary, summarize

if TYPE_CHECKING:
    from ..records.provenance import Provenance
    from ..values.ids import AgentId

T = TypeVar("T")
MAX_ISSUES_PER_CODE: Final = 10_000
"""How many issues of one code are kept; all are counted."""
_SEVERAL: Final = 2


class RowResult(NamedTuple, Generic[T]):
    r"""The record or the issues of one row.

    >>> from pathlib import Path
    >>> from psm_core import Person, tables
    >>> _ = Path("warga.csv").write_text("NIK,Nama\n99010141,Contoh\n", "utf-8")
    >>> with tables.stream("warga.csv", Person) as rows:
    ...     print([(row.row, row.record, row.issues[0].code) for row in rows])
    [(2, None, 'nik.length')]
    """

    row: int
    """Its number in the sheet."""
    record: T | None
    """The record, or None if an error prevents it."""
    issues: tuple[Issue, ...]
    """Its errors and warnings."""
    sheet: str | None = None
    """The name of its sheet, when the file has names."""


@final
@attrs.frozen(repr=False)
class TableResult(Generic[T], metaclass=FrozenType):
    """The records and the issues of a file, each issue with its cell.

    >>> from psm_core import Address, tables
    >>> tables.write([Address(rt="003"), Address(rt="004")], "alamat.csv")
    >>> len(tables.read("alamat.csv", Address).records_or_raise())
    2
    """

    records: tuple[T, ...]
    """The records of the valid rows, in order."""
    rows: tuple[int, ...]
    """The number of the row of each record."""
    issues: tuple[Issue, ...]
    """The issues, each with sheet, row, column and path where it has them.

    At most 10,000 of each code; ``table.issues_omitted`` states how many more there were. An issue
    that every record has, because the sheet lacks a column, is listed once."""
    rows_read: int
    """How many rows were read, those with issues too."""
    layout: str
    """The name of the layout that was recognised."""
    sheet: str | None
    """The name of the first sheet that was read, when the file has names."""
    source: Path
    """The path of the file; of bytes or an open file its name, else ``<upload>``."""
    file_type: str
    """The file type: ``csv``, ``xlsx`` (for xlsm too), ``xls``, ``ods``, ``html`` for a web
    page, or ``xml`` for XML Spreadsheet 2003."""
    text_format: tuple[str, str] | None
    """Encoding and delimiter that were found, of a text file."""
    header_row: int
    """The last row of the headings in this sheet."""
    counts: Mapping[str, int] = attrs.field(
        factory=dict[str, int], converter=frozen_dict, hash=False
    )
    """Code → how many issues of it were found, including those that are not listed."""
    error_count: int = 0
    """How many errors were found, including those that are not listed."""
    digest: str = attrs.field(default="", repr=False)
    """The SHA-256 of the file as it was read, so that a later change of the file is noticed."""

    valid_rows: int = 0
    """How many rows have no error."""
    missing_values: tuple[str, ...] = ()
    """Paths of required values that neither a column nor `values` gives, if the file was read with
    `require_values=False`. While any is missing, no row becomes a record."""
    error_counts: Mapping[str, int] = attrs.field(
        factory=dict[str, int], converter=frozen_dict, hash=False
    )
    """Code → how many errors of it were found, including those that are not listed. In `counts`
    are its warnings too."""
    sheets: tuple[str, ...] = ()
    """The names of the sheets that were read, when the file has names."""
    record_sheets: tuple[str | None, ...] = ()
    """The name of the sheet of each record, beside `rows`."""
    header_rows: Mapping[str, int] = attrs.field(
        factory=dict[str, int], converter=frozen_dict, hash=False
    )
    """Name of each sheet that was read → the last row of its headings, when the file has names."""
    has_path: bool = True
    """Whether `source` is the path of the file. For bytes, an open file and rows in memory, it is
    only a name."""

    columns: Mapping[str | None, Mapping[Steps, str]] = attrs.field(
        factory=dict[str | None, Mapping[Steps, str]], converter=frozen_dict, hash=False, repr=False
    )
    """Name of the sheet → path of a field → letters of the column that fills it. It has only sheets
    in which each record is one row."""

    def __repr__(self) -> str:
        """Return the counts: the records and issues of a file may be many."""
        return f"<TableResult {self._counts()}>"

    def _counts(self) -> str:
        return (
            f"{self.layout}: {self.rows_read:,} rows, {len(self.records):,} records,"
            f" {self.error_count:,} errors, {self.warning_count:,} warnings"
        )

    def _repr_html_(self) -> str:
        from .._html import html_table  # noqa: PLC0415 - few programs show tables

        rows = (
            (one.severity.value, str(one.count), one.code, ", ".join(one.cells), one.problem())
            for one in self.summary()
        )
        return html_table(self._counts(), ("severity", "count", "code", "cells", "problem"), rows)

    @property
    def warning_count(self) -> int:
        """How many warnings were found, including those that are not listed."""
        return sum(self.counts.values()) - self.error_count

    @property
    def errors(self) -> tuple[Issue, ...]:
        """The listed issues that forbid a record."""
        return tuple(one for one in self.issues if one.severity is Severity.ERROR)

    def summary(self, *, cells: int = 5) -> tuple[IssueSummary, ...]:
        """Return the issues summed by severity and code: errors first, then the most frequent.

        Each line has the count, at most `cells` first cells, the problem and the cure.

        >>> from psm_core import Address, tables
        >>> tables.write([Address(rt="003")], "alamat.csv")
        >>> tables.read("alamat.csv", Address).summary()
        ()

        """
        return summarize(self.issues, self.counts, self.error_counts, cells=cells)

    def provenance(
        self,
        index: int,
        /,
        *,
        document: str | None = None,
        agent: "AgentId | None" = None,
        recorded_on: date | None = None,
    ) -> "Provenance":
        """Return the provenance of one of `records`: the file, its row, and the cell of each field.

        A field that no column fills has the source of the row. The document is the name of the
        file, unless `document` is another name. `agent` is who made the file, and `recorded_on`
        when.

        Raises:
            IndexError: there is no record with this index.
            ValidationError: the document or another argument is invalid.

        >>> from psm_core import Address, tables
        >>> tables.write([Address(rt="003"), Address(rt="004")], "alamat.csv")
        >>> source = tables.read("alamat.csv", Address).provenance(1).of(("rt",))
        >>> source.document, source.position
        ('alamat.csv', 'A3')

        """
        from .field_sources import provenance_of_row  # noqa: PLC0415 - few programs need it

        sheet = self.record_sheets[index] if self.record_sheets else self.sheet
        return provenance_of_row(
            self.records[index],
            self.rows[index],
            sheet,
            self.columns.get(sheet, {}),
            document=self.source.name if document is None else document,
            agent=agent,
            recorded_on=recorded_on,
        )

    def records_or_raise(self) -> tuple[T, ...]:
        """Return the records, or raise when any row has an error: all or nothing.

        Raises:
            ValidationError: with every listed error.

        """
        if self.errors:
            raise ValidationError(self.errors)
        return self.records


def with_warnings(result: TableResult[T], warnings: Sequence[Issue]) -> TableResult[T]:
    """Return a result with more warnings, which are found when a later file is read."""
    counts = Counter(result.counts)
    counts.update(one.code for one in warnings)
    return attrs.evolve(result, issues=(*result.issues, *warnings), counts=counts)


_ONCE_PER_COLUMN: Final = frozenset({"birth_date.age_undated"})
"""Codes of issues that one option of the call fixes in every cell of a column."""


@final
class IssueCollector:
    """Counts the issues of a file by code, and keeps the first of each code."""

    def __init__(self) -> None:
        self._kept: list[Issue] = []
        self._counts: Counter[tuple[str, Severity]] = Counter()
        self._of_columns: Counter[tuple[str, str | None, str | None]] = Counter()

    def add(self, found: Iterable[Issue]) -> None:
        """Count each issue, and keep it unless there are many of its code."""
        for issue in found:
            if issue.code in _ONCE_PER_COLUMN:
                of_column = (issue.code, issue.sheet, issue.column)
                self._of_columns[of_column] += 1
                if self._of_columns[of_column] > 1:
                    self._counts[issue.code, issue.severity] += 1
                    continue
            key = (issue.code, issue.severity)
            self._counts[key] += 1
            if self._counts[key] <= MAX_ISSUES_PER_CODE:
                self._kept.append(issue)

    @property
    def counts(self) -> dict[str, int]:
        """Code → how many issues of it were added."""
        counts: Counter[str] = Counter()
        for (code, _), count in self._counts.items():
            counts[code] += count
        return dict(counts)

    @property
    def error_counts(self) -> dict[str, int]:
        """Code → how many errors of it were added."""
        return {
            code: n for (code, severity), n in self._counts.items() if severity is Severity.ERROR
        }

    @property
    def error_count(self) -> int:
        """How many errors were added."""
        return sum(self.error_counts.values())

    def issues(self, records: int) -> tuple[Issue, ...]:
        """Return the issues that were kept, and one for each code of which some were left out.

        What is unproven of every record is a fact of the sheet, which has no column for it: it is
        listed once, without a row.
        """
        everywhere = {
            code
            for (code, _), count in self._counts.items()
            if code.endswith("_unproven") and count >= max(records, _SEVERAL)
        }
        firsts = {one.code: one for one in reversed(self._kept) if one.code in everywhere}
        of_rows = (one for one in self._kept if one.code not in everywhere)
        of_the_sheet = (
            attrs.evolve(firsts[code], row=None, column=None) for code in sorted(firsts)
        )
        once = map(self._with_count, of_rows)
        return (*of_the_sheet, *once, *self._left_out(everywhere | _ONCE_PER_COLUMN))

    def _with_count(self, issue: Issue) -> Issue:
        """Return an issue that is listed once for a column, with how many cells have it."""
        count = self._of_columns[issue.code, issue.sheet, issue.column]
        return attrs.evolve(issue, params={**issue.params, "count": count}) if count > 1 else issue

    def _left_out(self, everywhere: AbstractSet[str]) -> Iterator[Issue]:
        for (code, _), count in self._counts.items():
            if count > MAX_ISSUES_PER_CODE and code not in everywhere:
                facts: dict[str, str | int] = {
                    "code": code,
                    "maximum": MAX_ISSUES_PER_CODE,
                    "more": count - MAX_ISSUES_PER_CODE,
                }
                yield Issue(ISSUES_OMITTED, severity=Severity.WARNING, params=facts)
