"""The two sheets of an annotated workbook: every issue with its place, and the count per code."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from copy import copy
from typing import Any, Final, Literal

from ...errors import Issue
from ..files.cell_fonts import change_font
from ..files.extras import hyperlink, styles
from ..files.own_marks import FINDINGS, SUMMARY
from ..files.sheets import column_letters
from ..issue_summary import sentences
from ..results import TableResult
from ..writing import without_controls
from .issue_words import ISSUE_WORDS

Language = Literal["en", "id"]
_WORDS: Final[Mapping[Language, Mapping[str, str]]] = {
    "id": {
        **ISSUE_WORDS["id"],
        "findings": "Temuan",
        "summary": "Ringkasan Temuan",
        "hint": "Klik sel untuk membuka isiannya. Lembar ini diganti pada pemeriksaan berikutnya.",
        "none": "Tidak ada temuan.",
        "cell": "Sel",
        "number": "No. baris",
        "code": "Kode",
        "problem": "Masalah",
        "cure": "Cara memperbaiki",
    },
    "en": {
        **ISSUE_WORDS["en"],
        "findings": "Issues",
        "summary": "Issue Summary",
        "hint": "Click a cell to go to its value. The next check replaces this sheet.",
        "none": "No issues.",
        "cell": "Cell",
        "number": "Row no.",
        "code": "Code",
        "problem": "Problem",
        "cure": "What to do",
    },
}
_FINDINGS: Final = {
    "cell": 18,
    "number": 10,
    "severity": 13,
    "code": 28,
    "problem": 60,
    "cure": 60,
}
"""Name of a column → its width."""
_SUMMARY: Final = {
    "count": 9,
    "severity": 13,
    "code": 28,
    "problem": 60,
    "cure": 60,
    "cells": 40,
}
_WRAPPED: Final = frozenset({"problem", "cure", "cells"})
_LINKED: Final = frozenset({"cell", "cells"})
_HEADER_ROW: Final = 3
_LINE_HEIGHT: Final = 15
_TITLE_SIZE: Final = 14
_SMALL_NUMBER: Final = r"[1-9][0-9]{0,8}"
_Line = Sequence[str | int]


def add_findings_sheets(
    book: Any,  # noqa: ANN401 - an openpyxl workbook
    result: TableResult[Any],
    locations: Mapping[Issue, str],
    number_of: Callable[[Issue], str],
    language: Language,
) -> None:
    """Add both sheets after the sheets of the file; their names are new in it.

    `locations` are the cells of issues as targets of links.
    """
    words = _WORDS[language]
    lines: list[_Line] = []
    for issue in result.issues:
        problem, cure = sentences(issue.code, issue.params, language)
        severity = words[issue.severity.value]
        lines.append((issue.cell, _number(number_of(issue)), severity, issue.code, problem, cure))
    links = [locations.get(issue) for issue in result.issues]
    sheet = _new_sheet(book, words, "findings", FINDINGS[language])
    _fill(sheet, words, _FINDINGS, zip(lines, links, strict=True))
    first: dict[str, str] = {}
    for one, location in locations.items():
        first.setdefault(one.cell, location)
    summed: list[tuple[_Line, str | None]] = []
    for each in result.summary():
        severity, cells = words[each.severity.value], ", ".join(each.cells)
        line = (each.count, severity, each.code, each.problem(language), each.cure(language), cells)
        summed.append((line, first.get(each.cells[0]) if each.cells else None))
    _fill(_new_sheet(book, words, "summary", SUMMARY[language]), words, _SUMMARY, summed)


def _number(text: str) -> str | int:
    return int(text) if re.fullmatch(_SMALL_NUMBER, text) else text


def _new_sheet(book: Any, words: Mapping[str, str], name: str, title: str) -> Any:  # noqa: ANN401 - openpyxl
    """Return a sheet with a title, by which the next check recognises it."""
    sheet = book.create_sheet(words[name])
    sheet["A1"], sheet["A2"] = title, words["hint"]
    change_font(sheet["A1"], bold=True, size=_TITLE_SIZE)
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    return sheet


def _fill(
    sheet: Any,  # noqa: ANN401 - an openpyxl sheet
    words: Mapping[str, str],
    columns: Mapping[str, int],
    lines: Iterable[tuple[_Line, str | None]],
) -> None:
    """Write the headings and the lines, each with the target of its link."""
    for at, (column, width) in enumerate(columns.items(), start=1):
        sheet.column_dimensions[column_letters(at - 1)].width = width
        heading = sheet.cell(_HEADER_ROW, at, words[column])
        change_font(heading, bold=True)
        heading.border = styles.Border(bottom=styles.Side("thin"))
    styled: dict[tuple[str, bool], Any] = {}
    row = _HEADER_ROW
    for line, location in lines:
        row += 1
        height = 1
        for at, (column, value) in enumerate(zip(columns, line, strict=True), start=1):
            cell = sheet.cell(row, at)
            if isinstance(value, int):
                cell.value = value
            elif value:
                cell.value = without_controls(value)
                cell.data_type = "s"  # also if a sheet name looks like a formula
                height = max(height, 1 + len(value) // columns[column])
            is_link = location is not None and column in _LINKED
            if is_link:
                cell.hyperlink = hyperlink.Hyperlink(ref=cell.coordinate, location=location)
            if (column, is_link) not in styled:
                styled[column, is_link] = _style(cell, column, is_link=is_link)
            cell._style = copy(styled[column, is_link])  # noqa: SLF001 - as openpyxl does, faster
        sheet.row_dimensions[row].height = _LINE_HEIGHT * height
    if row == _HEADER_ROW:
        sheet.cell(row + 1, 1, words["none"])
    sheet.freeze_panes = f"A{_HEADER_ROW + 1}"
    sheet.auto_filter.ref = f"A{_HEADER_ROW}:{column_letters(len(columns) - 1)}{row}"


def _style(cell: Any, column: str, *, is_link: bool) -> Any:  # noqa: ANN401 - openpyxl
    """Set the style of a cell, and return it for the cells below."""
    cell.alignment = styles.Alignment("left", "top", wrap_text=column in _WRAPPED)
    if is_link:
        change_font(cell, color="FF0563C1", underline="single")
    return cell._style  # noqa: SLF001 - there is nothing public
