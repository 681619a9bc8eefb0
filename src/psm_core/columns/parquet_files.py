"""Parquet files: checked batch by batch, with the issues that `psm_core.tables.read` would have."""

from collections import Counter
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import attrs

from .._core.field_paths import steps_of
from ..errors import Issue, Severity
from ..tables import detect_layout
from ..tables.files.sheets import table_error
from ..tables.issue_summary import ISSUES_OMITTED
from ..tables.layouts.layout import Layout
from ..tables.python_rows import names_read
from ..tables.read_options import RowOptions
from ..tables.results import MAX_ISSUES_PER_CODE, IssueCollector, TableResult
from ..tables.single_rows import SingleRows
from .arrow import arrow, parquet
from .batch_check import BatchCheck
from .cells import is_nested
from .check_results import CheckedBatch
from .checking import TableCheck
from .repeated_keys import Keys, SeenKeys, TableKeys

__all__ = ["check_file", "layout_of_file"]

_FILE_TYPE: Final = "parquet"
_BATCH_ROWS: Final = 1 << 16
_FIRST_ROW: Final = 2
"""The number of the first row: row 1 has the headings, as in `psm_core.tables.read_rows`."""


def layout_of_file(
    file: Path, record_class: type[Any] | None, headings: Mapping[str, str | None]
) -> Layout[Any]:
    """Return the built-in layout of the columns of a file, as `detect_layout` does.

    Raises:
        TableError: as in `detect_layout`.

    """
    with _opened(file) as opened:
        names = opened.schema_arrow.names
    cells = [f'"{str(name or "").replace(chr(34), 2 * chr(34))}"' for name in names_read(names)]
    return detect_layout(
        ",".join(cells).encode(),
        name=file.name,
        record_class=record_class,
        headings=headings,
        delimiter=",",
    )


def check_file(
    file: Path,
    record_class: type[Any],
    options: RowOptions[Any],
    seen: SeenKeys,
    progress: Callable[[int], object] | None = None,
) -> TableResult[Any]:
    """Check the rows of a file, and return the issues like `read`, without the records.

    `seen` are the people of files that were checked before.

    Raises:
        TableError: the file cannot be read, or it has no known layout.
        TypeError: as in `check_batches`.
        ValueError: as in `check_batches`.
        UnknownRegionError: as in `check_batches`.

    """
    with _opened(file) as opened:
        names = opened.schema_arrow.names
        single = SingleRows(names, record_class, options)
        _require_values(single, opened.schema_arrow)
        begun = single.sheet.issues
        found = _Issues(single)
        found.collector.add(begun)
        check = TableCheck(opened.iter_batches(_BATCH_ROWS), record_class, options)
        keys = TableKeys()
        for checked, own_keys in check.results():
            found.add_batch(checked)
            keys.add(own_keys, checked.batch.num_rows)
            if progress is not None:
                progress(checked.first_row + checked.batch.num_rows)
        summary = check.summary
        found.collector.add(one for one in summary.file_issues if one not in begun)
        found.collector.add(_repeated(single, keys.columns(), seen, file.name))
    collected = found.collector
    return TableResult(
        records=(),
        rows=(),
        issues=tuple(sorted(collected.issues(summary.valid_rows), key=_order)),
        rows_read=summary.rows,
        layout=single.sheet.layout,
        sheet=None,
        source=file,
        file_type=_FILE_TYPE,
        text_format=None,
        header_row=single.sheet.header_row,
        counts=collected.counts,
        error_count=collected.error_count,
        valid_rows=summary.valid_rows,
        error_counts=collected.error_counts,
    )


def _require_values(single: SingleRows[Any], schema: Any) -> None:  # noqa: ANN401 - of pyarrow
    """Reject a column of lists that is read.

    Raises:
        TableError: ``table.nested_column``.

    """
    for at in single.sheet.headings.columns:
        if is_nested(schema.field(at).type):
            raise table_error("table.nested_column", heading=single.names[at])


def _order(issue: Issue) -> tuple[int, int]:
    """Return the place of an issue in a result: by rows, like the issues of `read`.

    A row that a later one repeats has its warning at the end, before the issues that count others.
    """
    row = issue.row or 0
    if issue.code == ISSUES_OMITTED:
        return 2, row
    is_first = issue.code.endswith("_duplicate") and "file" not in issue.params
    if is_first and int(issue.params.get("other", 0)) > row:
        return 1, row
    return 0, row


@contextmanager
def _opened(file: Path) -> Generator[Any]:
    """Yield an open file of Parquet. Errors of Arrow can contain a value."""
    try:
        with parquet.ParquetFile(file) as opened:
            yield opened
    except (arrow.ArrowException, OSError) as error:
        if isinstance(error, OSError) and error.errno is not None:
            raise
        raise table_error("table.damaged") from None


class _Issues:
    """The issues of a file. Those that are kept are read again by the reader of single rows."""

    def __init__(self, single: SingleRows[Any]) -> None:
        self.collector: IssueCollector = IssueCollector()
        self._check = BatchCheck(single)
        self._kept: Counter[tuple[str, str]] = Counter()

    def add_batch(self, checked: CheckedBatch) -> None:
        """Add the issues of the rows of a batch.

        Those of a row are read again, with their places and parameters, until there are as many of
        their code as a result keeps.
        """
        rows: dict[int, None] = {}
        others: list[tuple[int, Issue]] = []
        for one in checked.issues.to_pylist():
            kept, row = (one["code"], one["severity"]), one["row"] - checked.first_row
            if self._kept[kept] < MAX_ISSUES_PER_CODE:
                self._kept[kept] += 1
                rows[row] = None
            elif row not in rows:
                path = steps_of(one["path"]) if one["path"] else ()
                others.append((row, Issue(one["code"], path, Severity(one["severity"]))))
        first = checked.first_row + _FIRST_ROW
        for row, issues in zip(rows, self._check.issues_at(checked.batch, [*rows]), strict=True):
            self.collector.add(attrs.evolve(one, row=first + row) for one in issues)
        self.collector.add(issue for row, issue in others if row not in rows)


def _repeated(single: SingleRows[Any], keys: Keys, seen: SeenKeys, file: str) -> Iterator[Issue]:
    """Yield a warning for each row that repeats another row of the files."""
    for one in seen.repeats(file, keys):
        params: dict[str, str | int] = {"other": one.other_row + _FIRST_ROW}
        if one.other_file != file:
            params["file"] = one.other_file
        issue = Issue(one.column.code, one.column.path, Severity.WARNING, params)
        yield from single.sheet.reader.at_cells(one.row + _FIRST_ROW, [issue])
