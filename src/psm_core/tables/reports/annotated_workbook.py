"""Marks the issues of a file in a workbook; marks of an earlier copy are replaced."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, Literal

from ...errors import Issue, Severity
from ..files.extras import comments, styles
from ..files.own_marks import (
    AUTHOR,
    ERROR_FILL,
    WARNING_FILL,
    OwnHeading,
    comment_text,
    is_own_text,
    own_heading,
    without_findings,
)
from ..files.sheets import column_index
from ..headings.first_rows import FIRST_ROWS
from ..results import TableResult
from ..rows.listed_numbers import ListedNumbers
from ..writing import without_controls
from .findings_sheets import add_findings_sheets

Language = Literal["en", "id"]
_MAX_LINES: Final = 12
"""The most issues in the comment of one cell, which may be merged over many rows."""
_WHITE: Final = frozenset(
    {("rgb", "FFFFFFFF"), ("rgb", "00FFFFFF"), ("theme", 0), ("indexed", 9), ("indexed", 65)}
)
"""Kind and value of white in a workbook, which copied web pages have."""
_WIDTH, _HEIGHT, _LINE_HEIGHT = 320, 40, 40


def mark_issues(
    book: Any,  # noqa: ANN401 - an openpyxl workbook
    result: TableResult[Any],
    names: Mapping[str, str],
    language: Language,
) -> None:
    """Mark the cells with issues, and add the sheets that list them.

    An issue of a row without a column is marked at the first cell of the row. `names` are the
    names of sheets that the file has → their names in the workbook, where these differ.
    """
    remove_marks(book)
    marks: dict[tuple[str, str], list[Issue]] = {}
    locations: dict[Issue, str] = {}
    for issue, (sheet, address) in _places(book, result.issues, names):
        marks.setdefault((sheet, address), []).append(issue)
        quoted = sheet.replace("'", "''")
        locations[issue] = f"'{quoted}'!{address}"
    for (sheet, address), issues in marks.items():
        _mark(book[sheet][address], issues, language)
    add_findings_sheets(book, result, locations, ListedNumbers(result).of, language)


def _places(
    book: Any,  # noqa: ANN401 - as above
    issues: Iterable[Issue],
    names: Mapping[str, str],
) -> Iterator[tuple[Issue, tuple[str, str]]]:
    """Yield each issue that has a row in the workbook, with its sheet and the cell to mark."""
    sheets: dict[str, _SheetCells] = {}
    for issue in issues:
        name = names.get(issue.sheet or "", issue.sheet)
        if name is not None and issue.row is not None and name in book.sheetnames:
            if name not in sheets:
                sheets[name] = _SheetCells(book[name])
            yield issue, (name, sheets[name].shown_at(issue.row, issue.column))


class _SheetCells:
    """Finds the cells of a sheet to mark."""

    def __init__(self, sheet: Any) -> None:  # noqa: ANN401 - an openpyxl sheet
        self._sheet, self._width = sheet, sheet.max_column  # openpyxl looks at every cell for it
        self._merged = {
            place: str(one.coord).partition(":")[0]
            for one in sheet.merged_cells
            for place in one.cells
        }

    def shown_at(self, row: int, letters: str | None) -> str:
        """Return the cell that shows the value of a cell, or the first value of a row.

        A merged range shows its value at its first cell.
        """
        at = self._first_column(row) if letters is None else column_index(letters)
        place = row, at + 1
        return self._merged.get(place) or str(self._sheet.cell(*place).coordinate)

    def _first_column(self, row: int) -> int:
        values = (self._sheet.cell(row, at + 1).value for at in range(self._width))
        return next((at for at, value in enumerate(values) if value is not None), 0)


def _mark(cell: Any, issues: Iterable[Issue], language: Language) -> None:  # noqa: ANN401 - an openpyxl cell
    """Add a comment, and a colour unless the cell has one, which may mean something."""
    lines = list(dict.fromkeys(issue.describe(language) for issue in issues))
    lines = [*lines[:_MAX_LINES], *(["\u2026"] if len(lines) > _MAX_LINES else [])]
    author, text = (cell.comment.author, cell.comment.text) if cell.comment else (AUTHOR, "")
    height = _HEIGHT + _LINE_HEIGHT * (len(lines) + len(text.splitlines()))
    text = comment_text(text, lines)
    cell.comment = comments.Comment(
        str(without_controls(text)), author, width=_WIDTH, height=height
    )
    if not _is_coloured(cell.fill):
        is_error = any(issue.severity is Severity.ERROR for issue in issues)
        cell.fill = styles.PatternFill("solid", fgColor=ERROR_FILL if is_error else WARNING_FILL)


def _is_coloured(fill: Any) -> bool:  # noqa: ANN401 - openpyxl
    """Return whether a fill has a colour that may mean something: not none, and not white."""
    color = getattr(fill, "fgColor", None)
    if fill.fill_type != "solid" or color is None or color.tint:
        return fill.fill_type is not None
    return (color.type, getattr(color, color.type)) not in _WHITE


def remove_marks(book: Any) -> None:  # noqa: ANN401 - an openpyxl workbook
    """Remove the comments, colours and sheets of an earlier annotated copy."""
    shades = {ERROR_FILL, WARNING_FILL}
    fills = {at for at, one in enumerate(book._fills) if _shade(one) in shades}  # noqa: SLF001 - there is nothing public
    for sheet in list(book.worksheets):
        cells = sheet._cells  # noqa: SLF001 - as above
        heading = own_heading(_first_rows(sheet))
        if heading is not None and heading.is_title:
            book.remove(sheet)
            continue
        if heading is not None:
            _remove_column(cells, heading)
        for cell in cells.values():
            if cell.comment is not None:
                _remove_comment(cell)
            if cell.has_style and cell._style.fillId in fills:  # noqa: SLF001 - as above
                cell.fill = styles.PatternFill()


def _first_rows(sheet: Any) -> Iterator[tuple[int, list[object]]]:  # noqa: ANN401 - an openpyxl sheet
    """Yield number and values of the rows that may have headings."""
    cells = sheet._cells  # noqa: SLF001 - other ways create cells
    width = sheet.max_column
    for row in range(1, min(sheet.max_row, FIRST_ROWS) + 1):
        places = ((row, column) for column in range(1, width + 1))
        yield row, [cells[place].value if place in cells else None for place in places]


def _remove_column(cells: Mapping[tuple[int, int], Any], heading: OwnHeading) -> None:
    """Remove the texts of a text file that was annotated and saved as a workbook."""
    for (row, column), cell in cells.items():
        if column == heading.column + 1 and (
            row == heading.row or (row > heading.row and is_own_text(cell.value))
        ):
            cell.value = None


def _shade(fill: Any) -> str | None:  # noqa: ANN401 - openpyxl
    """Return the colour of a fill that has one; a gradient has several."""
    color = getattr(fill, "fgColor", None)
    return color.rgb if color is not None and color.type == "rgb" else None


def _remove_comment(cell: Any) -> None:  # noqa: ANN401 - an openpyxl cell
    """Remove the findings from a comment; what a user wrote stays."""
    before = cell.comment
    text = without_findings(before.text)
    if text == before.text:
        return
    comment = comments.Comment(text, before.author, width=before.width, height=before.height)
    cell.comment = comment if text.strip() else None
