"""What the check of a table returns: which rows are valid, a table of issues, and a summary."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Final, NamedTuple, final

import attrs

from .._frozen import FrozenType
from ..errors import Issue, Severity
from .arrow import Array, arrow, compute

if TYPE_CHECKING:
    import pyarrow as pa

_FIRST_ROWS: Final = 3
SCHEMA: Final[Any] = arrow.schema(
    [
        ("row", arrow.int64()),
        *((name, arrow.string()) for name in ("column", "path", "code", "severity")),
    ]
)
"""The columns of the issues."""


@final
@attrs.frozen
class IssueCount(metaclass=FrozenType):
    """How many issues of one code and severity there are, and where.

    >>> from psm_core import Severity
    >>> IssueCount("nik.length", Severity.ERROR, 2, (0, 7)).count
    2
    """

    code: str
    """The stable code of these issues."""
    severity: Severity
    """Whether these issues prevent records."""
    count: int
    """How many there are."""
    rows: tuple[int, ...]
    """The first rows, at most three."""


class CheckSummary(NamedTuple):
    """How many rows are valid, and how many issues of each code there are.

    >>> import pyarrow as pa
    >>> from psm_core import Person, columns
    >>> table = pa.table({"nik": ["9901014108900001", "99010141"], "nama": ["Ani", "Budi"]})
    >>> summary = columns.check(table, Person).summary
    >>> summary.rows, summary.valid_rows, summary.counts[0].code, summary.counts[0].rows
    (2, 1, 'nik.length', (1,))
    """

    layout: str | None
    """The name of the layout by which the columns were read; None if there was no batch at all."""
    rows: int
    """How many rows were checked."""
    valid_rows: int
    """How many have no error."""
    counts: tuple[IssueCount, ...]
    """The issues by code and severity: errors first, then the most frequent."""
    file_issues: tuple[Issue, ...]
    """Warnings about the names of the columns, about values that no column gives, and about columns
    that were changed by a spreadsheet or filled in without knowledge."""


class CheckedBatch(NamedTuple):
    """Which rows of a batch are valid, and the issues of its rows.

    >>> import pyarrow as pa
    >>> from psm_core import Person, columns
    >>> table = pa.table({"nik": ["9901014108900001", "99010141"], "nama": ["Ani", "Budi"]})
    >>> batch = next(iter(columns.check_batches(table, Person)))
    >>> batch.is_valid.to_pylist(), batch.issues["code"].to_pylist()
    ([True, False], ['nik.length'])
    """

    batch: "pa.RecordBatch"
    """The rows as they came: personal data, which the other results do not have."""
    first_row: int
    """The number of its first row. The first row of the first batch is 0."""
    is_valid: "pa.BooleanArray"
    """Whether each row is without an error."""
    issues: "pa.Table"
    """The issues of its rows, as in `CheckedTable.issues`."""

    def __repr__(self) -> str:
        """Return the number of rows and issues, without the data."""
        rows, issues = self.batch.num_rows, self.issues.num_rows
        return f"<CheckedBatch of {rows} rows from row {self.first_row}: {issues} issues>"


class CheckedTable(NamedTuple):
    """Which rows of a table are valid, the issues of its rows, and a summary.

    >>> import pyarrow as pa
    >>> from psm_core import Person, columns
    >>> table = pa.table({"nik": ["9901014108900001", "99010141"], "nama": ["Ani", "Budi"]})
    >>> checked = columns.check(table, Person)
    >>> table.filter(checked.is_valid)["nama"].to_pylist(), checked.summary.valid_rows
    (['Ani'], 1)
    """

    is_valid: "pa.ChunkedArray[Any]"
    """Whether each row is without an error."""
    issues: "pa.Table"
    """The issues, with the columns ``row`` (from 0), ``column`` (its name; null if the issue is not
    about one), ``path`` (the field, such as ``person.nik``), ``code`` and ``severity`` (``error``
    or ``warning``). They never contain a value."""
    summary: CheckSummary
    """The counts."""


class Summing:
    """Counts rows and issues, batch by batch."""

    def __init__(self) -> None:
        self.rows: int = 0
        self.valid_rows: int = 0
        self._counts: Counter[tuple[str, str]] = Counter()
        self._first: dict[tuple[str, str], list[int]] = {}

    def add(self, is_valid: Array, issues: Any) -> None:  # noqa: ANN401 - a table of pyarrow
        """Count the rows and issues of a batch."""
        self.rows += len(is_valid)
        self.valid_rows += is_valid.true_count
        self.add_issues(issues)

    def add_issues(self, issues: Any) -> None:  # noqa: ANN401 - a table of pyarrow
        """Count issues."""
        grouped = issues.group_by(["code", "severity"], use_threads=False).aggregate(
            [("row", "count")]
        )
        for one in grouped.to_pylist():
            key = (one["code"], one["severity"])
            self._counts[key] += one["row_count"]
            if len(self._first.setdefault(key, [])) < _FIRST_ROWS:
                self._first[key] += _rows_of(issues, *key)

    def counts(self) -> tuple[IssueCount, ...]:
        """Return the counts by code and severity: errors first, then the most frequent."""
        counts = (
            IssueCount(code, Severity(severity), count, tuple(self._first[code, severity]))
            for (code, severity), count in self._counts.items()
        )
        return tuple(
            attrs.evolve(one, rows=tuple(sorted(dict.fromkeys(one.rows))[:_FIRST_ROWS]))
            for one in sorted(
                counts, key=lambda one: (one.severity is Severity.WARNING, -one.count, one.code)
            )
        )


def _rows_of(issues: Any, code: str, severity: str) -> list[int]:  # noqa: ANN401 - as above
    """Return the first rows of some issues with a code."""
    is_wanted = compute.and_(
        compute.equal(issues["code"], code), compute.equal(issues["severity"], severity)
    )
    rows: list[int] = issues["row"].filter(is_wanted).unique().slice(0, _FIRST_ROWS).to_pylist()
    return rows


class IssueRow(NamedTuple):
    """An issue as a row of the table of issues."""

    row: int
    column: str | None
    path: str | None
    code: str
    severity: str


def table_of_rows(issues: Iterable[IssueRow]) -> "pa.Table":
    """Return issues as a table."""
    columns: Sequence[Sequence[object]] = [*zip(*issues, strict=True)] or [()] * len(SCHEMA)
    arrays = [arrow.array(one, field.type) for one, field in zip(columns, SCHEMA, strict=True)]
    table: pa.Table = arrow.Table.from_arrays(arrays, schema=SCHEMA)
    return table
