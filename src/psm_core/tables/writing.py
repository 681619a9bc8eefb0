"""Writes records to files that read back equal and contain no formulas."""

import csv
import re
from codecs import getwriter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import zip_longest
from typing import IO, Any, Final, Literal, cast

from .._core.field_paths import dotted
from .._paths import Steps
from ..errors import Issue, TableError
from .cells.cell import LONGEST, without_apostrophe
from .cells.formulas import begins_formula
from .files.sheets import column_letters
from .files.sources import Target, replaced_target, suffix_of
from .flat import PlainCells, rows_of
from .layouts.export_headings import export_heading, export_mark
from .readable_cells import ReadableCells

_SHEET: Final = "Data"
_LIKE_ESCAPE, _ESCAPED = r"_(?=x[0-9A-Fa-f]{4}_)", "_x005F_"
"""Text in a workbook that looks like an escaped character, and its escaped underscore."""
_CONTROLS: Final = r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]"
"""What neither a workbook nor a file in UTF-8 can contain."""
_MAX_WIDTH: Final = 40
_HEADINGS: Final = ("path", "id", "en")
_DATE_FORMAT: Final = "dd-mm-yyyy"


def write(
    records: Iterable[object],
    target: Target,
    /,
    *,
    headings: str = "path",
    file_type: str | None = None,
) -> None:
    """Write records of one class to a CSV or xlsx file; `read` returns equal records.

    The headings are paths such as ``person.nik`` and the cells are those of `flatten`. With
    headings in Indonesian (``id``) or English (``en``), cells contain labels of terms and dates as
    people read them. The last column, without cells, then has a heading by which `read` knows that
    psm-core wrote the file.

    The target is a path, or a binary file that is open for writing, such as the response of a web
    server. An open file needs `file_type`: ``csv`` or ``xlsx``.

    Text that begins like a formula is marked as text. The file is written completely or not at all.
    It contains personal data: a new file can be read by its owner only, and one that replaces
    another keeps the permissions of that file.

    Raises:
        ValueError: the name does not end with ``.csv`` or ``.xlsx``, there is no such file type or
            no such headings.
        TableError: ``cell.too_long``: the extensions of a record do not fit into a cell.
        TypeError: the records are not of one class of psm_core.
        MissingExtraError: a workbook needs the extra ``excel``.

    >>> from pathlib import Path
    >>> from psm_core import Address, RegionCode, tables
    >>> homes = (Address(rt="003", region=RegionCode("63.10.09.2005")),)
    >>> tables.write(homes, "alamat.csv")
    >>> tables.read("alamat.csv", Address).records == homes
    True
    >>> tables.write(homes, "alamat.csv", headings="id")
    >>> Path("alamat.csv").read_text("utf-8-sig").splitlines()
    ['"RT","Kode Wilayah","psm-core: Address"', '"003","63.10.09.2005",""']

    """
    if headings not in _HEADINGS:
        raise ValueError(f"headings={headings!r}; choose from: {', '.join(_HEADINGS)}")
    suffix = suffix_of(target, file_type)
    items = tuple(records)
    if headings == "path":
        columns, rows = rows_of(items, PlainCells())
        texts = [dotted(one) for one in columns]
    else:
        has_dates = suffix == "xlsx"
        columns, rows = rows_of(items, ReadableCells(has_dates=has_dates))
        texts = [*_labels(items, columns, headings)]
    lines: list[Sequence[object]] = [texts]
    blank = [None] * (len(texts) - len(columns))
    lines += ([*(row.get(one) for one in columns), *blank] for row in rows)
    _write_lines(lines, target, suffix, list(map(len, texts)), frozen_rows=1)


def _labels(records: Sequence[object], columns: Iterable[Steps], language: str) -> Iterator[str]:
    """Yield the labels of columns and the mark of an export, which is above blank cells."""
    if records:
        record_class = type(records[0])
        yield from (export_heading(record_class, one, language) for one in columns)
        yield export_mark(record_class)


def write_table(
    lines: Iterable[Sequence[str | int | date | None]],
    target: Target,
    /,
    *,
    file_type: str | None = None,
) -> None:
    """Write lines of cells to a CSV or xlsx file, such as a recap or a monthly report.

    Numbers and dates stay numbers and dates in a workbook; None is an empty cell. Text that begins
    like a formula is marked as text. Control characters, which no workbook can contain, are left
    out. The file is written completely or not at all. A new file can be read by its owner only. The
    target and `file_type` are those of `write`.

    Raises:
        ValueError: the name does not end with ``.csv`` or ``.xlsx``, or there is no such file type.
        TableError: ``cell.too_long``: a text does not fit into a cell.
        MissingExtraError: a workbook needs the extra ``excel``.

    >>> from pathlib import Path
    >>> from psm_core import tables
    >>> tables.write_table([["Uraian", "Jumlah"], ["Kasus baru", 3]], "laporan.csv")
    >>> Path("laporan.csv").read_text("utf-8-sig").split()
    ['"Uraian","Jumlah"', '"Kasus', 'baru","3"']

    """
    table: list[Sequence[object]] = [
        [without_controls(cell) if isinstance(cell, str) else cell for cell in line]
        for line in lines
    ]
    columns = zip_longest(*table, fillvalue=None)
    widths = [max(len("" if cell is None else str(cell)) for cell in column) for column in columns]
    suffix = suffix_of(target, file_type)
    _write_lines(table, target, suffix, widths, frozen_rows=0)


def without_controls(text: str) -> str:
    """Return a text without the characters that no workbook can contain."""
    return re.sub(_CONTROLS, "", text)


def _write_lines(
    lines: Sequence[Sequence[object]],
    target: Target,
    suffix: str,
    widths: Sequence[int],
    *,
    frozen_rows: int,
) -> None:
    if any(isinstance(cell, str) and len(cell) > LONGEST for line in lines for cell in line):
        raise TableError(Issue("cell.too_long", params={"maximum": LONGEST}))
    if suffix == "csv":
        with replaced_target(target, private=True) as file:
            escaped = ([_escape(cell) for cell in line] for line in lines)
            write_text(file, escaped, quoting=csv.QUOTE_ALL)  # so that the delimiter is clear
    else:
        _write_workbook(target, lines, widths, frozen_rows)


def write_text(
    file: IO[bytes],
    lines: Iterable[Sequence[object]],
    *,
    delimiter: str = ",",
    quoting: Literal[0, 1] = csv.QUOTE_MINIMAL,
) -> None:
    """Write lines as CSV in UTF-8, with a byte order mark for spreadsheets."""
    text = getwriter("utf-8-sig")(file)
    csv.writer(text, delimiter=delimiter, quoting=quoting).writerows(lines)


def _escape(cell: object) -> object:
    """Put an apostrophe before text that a spreadsheet would read as a formula.

    `without_apostrophe` removes it again.
    """
    if not isinstance(cell, str) or len(cell) == 1:
        return cell
    return f"'{cell}" if begins_formula(cell) or without_apostrophe(cell) != cell else cell


def _write_workbook(
    target: Target, lines: Sequence[Sequence[object]], widths: Sequence[int], frozen_rows: int
) -> None:
    from .files.extras import openpyxl  # noqa: PLC0415 - the extra may be missing
    from .files.workbook_save import save, sheet_writer  # noqa: PLC0415 - as above

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet(_SHEET)
    sheet.freeze_panes = f"A{frozen_rows + 1}"
    for index, width in enumerate(widths):
        sheet.column_dimensions[column_letters(index)].width = min(width + 4, _MAX_WIDTH)
    sheet._values_to_row = _row_cells(sheet)  # noqa: SLF001 - see there
    sheet._writer = sheet_writer(sheet)  # noqa: SLF001 - the writer of openpyxl would leave a temporary file
    sheet._writer.write_top()  # noqa: SLF001 - as above
    for line in lines:
        sheet.append(list(line))
    with replaced_target(target, private=True) as file:
        save(book, file)


def _row_cells(sheet: Any) -> Callable[[Iterable[object], int], Iterator[Any]]:  # noqa: ANN401 - an openpyxl sheet
    """Return a function that yields the cells of a row; text stays text, also if like a formula.

    openpyxl would create three cells for each text. Here a sheet has one, which is written before
    it gets the next text.
    """
    from .files.extras import cell as cells  # noqa: PLC0415 - as above

    text_cell: Any = cells.WriteOnlyCell(sheet)
    text_cell.number_format = "@"

    def row_cells(line: Iterable[object], row: int) -> Iterator[Any]:
        for column, value in enumerate(line, start=1):
            if isinstance(value, str):
                cell = text_cell
                cell.value = _as_text(value)
                cell.data_type = "s"
            elif value is not None:
                cell = cells.WriteOnlyCell(sheet, cast("Any", value))
                if isinstance(value, date):
                    cell.number_format = _DATE_FORMAT
            else:
                continue
            cell.row, cell.column = row, column
            yield cell

    return row_cells


def _as_text(value: str) -> str:
    """Return the text of a cell that is read back as a value."""
    return escape_text(value if without_apostrophe(value) == value else f"'{value}")


def escape_text(text: str) -> str:
    """Return a text for a workbook, in which ``_x0041_`` would stand for a letter."""
    return re.sub(_LIKE_ESCAPE, _ESCAPED, text) if "_x" in text else text
