"""Tables of issues and of recaps."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from .._core.arguments import items_of, require
from ..errors import Issue
from ..recaps import Recap
from ..values.region_code import RegionCode
from .arrow import arrow

if TYPE_CHECKING:
    import pyarrow as pa

_TOTAL = "Jumlah"


def issue_table(issues: Iterable[Issue], /, *, language: str = "en") -> "pa.Table":
    """Return issues as a table: those of a `ValidationError`, of `psm_core.tables.read` or a check.

    The columns are ``sheet``, ``row`` and ``column`` where the issue has them, the ``path`` of the
    field, ``code``, ``severity`` (``error`` or ``warning``) and ``message``. They contain no value.

    Raises:
        TypeError: these are no issues.
        ValueError: the language is neither English nor Indonesian.

    >>> from psm_core import Issue, columns
    >>> table = columns.issue_table([Issue("nik.length", ("nik",), row=17, column="C")])
    >>> table.select(["row", "column", "path", "code"]).to_pylist()
    [{'row': 17, 'column': 'C', 'path': '$.nik', 'code': 'nik.length'}]

    """
    listed = items_of(Issue, "a list of issues", issues)
    texts = ("column", "path", "code", "severity", "message")
    schema = arrow.schema(
        [
            ("sheet", arrow.string()),
            ("row", arrow.int64()),
            *((name, arrow.string()) for name in texts),
        ]
    )
    rows = [
        {
            "sheet": one.sheet,
            "row": one.row,
            "column": one.column,
            "path": one.where,
            "code": one.code,
            "severity": one.severity.value,
            "message": one.describe(language),
        }
        for one in listed
    ]
    table: pa.Table = arrow.Table.from_pylist(rows, schema)
    return table


def recap_table(recap: Recap, /, *, wide: bool = False, totals: bool = False) -> "pa.Table":
    """Return a recap as a table, to draw or to join: one row for each count.

    The columns are ``row`` and ``column`` (their names), ``region`` (the code, if the rows are
    regions), ``count`` and ``status``: ``shown``, ``suppressed`` or ``unknown``. A count that is
    not shown is null, and never 0. With `totals`, there are rows for the totals too; their ``row``
    or ``column`` is null.

    With `wide`, the table has one row for each row of the recap, and two columns for each of its
    columns, such as ``Lansia`` and ``Lansia status``.

    Raises:
        TypeError: it is no recap.
        ValueError: with `wide`, a column of the recap has the name of another one, such as
            ``region``.

    >>> from psm_core import RegionCode, columns, load_regions, recaps
    >>> import datetime as dt
    >>> within, as_of = RegionCode("63.10"), dt.date(2025, 10, 10)
    >>> recap = recaps.coverage([], regions=load_regions(), within=within, as_of=as_of)
    >>> columns.recap_table(recap).slice(17, 1).to_pylist()[0]["region"]
    '63.10.09'
    >>> columns.recap_table(recap, wide=True).column_names
    ['row', 'region', 'Ada', 'Ada status', 'Belum ada', 'Belum ada status']

    """
    require(Recap, recap)
    has_row_totals = totals and recap.has_row_totals
    rows = (*recap.rows, None) if totals else recap.rows
    columns = (*recap.columns, None) if has_row_totals else recap.columns
    return _wide(recap, rows, columns) if wide else _long(recap, rows, columns)


_Names = tuple[str | None, ...]


def _long(recap: Recap, rows: _Names, columns: _Names) -> "pa.Table":
    texts = arrow.string()
    cells = [(row, column) for row in rows for column in columns]
    table: pa.Table = arrow.table(
        {
            "row": arrow.array([row for row, _ in cells], texts),
            "region": arrow.array([_region(recap, row) for row, _ in cells], texts),
            "column": arrow.array([column for _, column in cells], texts),
            "count": arrow.array([recap.counts[cell] for cell in cells], arrow.int64()),
            "status": arrow.array([_status(recap, *cell) for cell in cells], texts),
        }
    )
    return table


def _wide(recap: Recap, rows: _Names, columns: _Names) -> "pa.Table":
    texts = arrow.string()
    arrays: dict[str, Any] = {
        "row": arrow.array(rows, texts),
        "region": arrow.array([_region(recap, row) for row in rows], texts),
    }
    for name, column in _column_names(columns):
        counts = arrow.array([recap.counts[row, column] for row in rows], arrow.int64())
        statuses = arrow.array([_status(recap, row, column) for row in rows], texts)
        for key, array in ((name, counts), (f"{name} status", statuses)):
            if key in arrays:
                raise ValueError("two columns would have the same name; use wide=False")
            arrays[key] = array
    table: pa.Table = arrow.table(arrays)
    return table


def _column_names(columns: _Names) -> Iterator[tuple[str, str | None]]:
    return ((_TOTAL if column is None else column, column) for column in columns)


def _region(recap: Recap, row: str | None) -> str | None:
    """Return the code of the region of a row; None for a total, and for people of no known part."""
    if recap.within is None or row is None:
        return None
    key = recap.row_keys.get(row, "")
    is_region = key == str(recap.within) or key.startswith(f"{recap.within}.")
    return str(RegionCode(key)) if is_region else None


def _status(recap: Recap, row: str | None, column: str | None) -> str:
    if recap.counts[row, column] is not None:
        return "shown"
    return "suppressed" if (row, column) in recap.suppressed_cells else "unknown"
