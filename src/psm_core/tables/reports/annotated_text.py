"""Writes a copy of a CSV file with a column for the issues of each row."""

import csv
from collections.abc import Iterator, Mapping
from typing import IO, Any, Literal, NamedTuple

from ..files.csv_files import read_lines
from ..files.own_marks import FINDINGS, is_own_text, own_heading
from ..results import TableResult
from ..writing import write_text

Language = Literal["en", "id"]


class _Columns(NamedTuple):
    """Where findings are in a file, and where they go in its copy."""

    old: int | None
    """The index of the column that an earlier copy has."""
    new: int
    """The index of the column to write."""


def write_annotated_text(
    result: TableResult[Any], text_format: tuple[str, str], target: IO[bytes], language: Language
) -> None:
    """Write the copy. The column stands right of every row, or in the place of an earlier one.

    Issues of the headings are in the heading of the column, because they have no other row.

    Raises:
        csv.Error: the file is damaged below the rows that were read.

    """
    texts: dict[int, list[str]] = {result.header_row: []}
    for issue in result.issues:
        if issue.row is not None:
            row = max(issue.row, result.header_row)
            texts.setdefault(row, []).append(f"{issue.cell}: {issue.describe(language)}")
    cells = {row: "; ".join(lines) for row, lines in texts.items()}
    parts = (FINDINGS[language], cells[result.header_row])
    cells[result.header_row] = ": ".join(filter(None, parts))
    columns = _columns(result, text_format)
    lines = _with_findings(_lines(result, text_format), cells, columns, result.header_row)
    write_text(target, lines, delimiter=text_format[1])


def _lines(result: TableResult[Any], text_format: tuple[str, str]) -> Iterator[list[str]]:
    encoding, delimiter = text_format
    with result.source.open(encoding=encoding, newline="") as file:
        yield from csv.reader(read_lines(file), delimiter=delimiter)


def _columns(result: TableResult[Any], text_format: tuple[str, str]) -> _Columns:
    """Return the columns of findings.

    An earlier one stays where it is, unless a row has another text there.
    """
    old, width = None, 0
    is_ours = True
    for number, line in enumerate(_lines(result, text_format), start=1):
        if number == result.header_row:
            heading = own_heading([(number, line)])
            old = None if heading is None else heading.column
        elif number > result.header_row and old is not None and old < len(line):
            is_ours = is_ours and is_own_text(line[old])
        if number >= result.header_row:
            width = max(width, len(line))
    return _Columns(old, width if old is None or not is_ours else old)


def _with_findings(
    lines: Iterator[list[str]], texts: Mapping[int, str], columns: _Columns, header_row: int
) -> Iterator[list[str]]:
    old, new = columns
    for number, line in enumerate(lines, start=1):
        if number < header_row:
            yield line
            continue
        if old is not None and old < len(line) and (number == header_row or is_own_text(line[old])):
            line[old] = ""
        if number in texts:
            line.extend([""] * (new + 1 - len(line)))
            line[new] = texts[number]
        yield line
