"""Records into files that read back equal, and that no spreadsheet takes for formulas."""

import csv
import re
from codecs import getwriter
from collections.abc import Callable, Iterable, Sequence
from os import PathLike
from pathlib import Path
from typing import IO, Any, Final, Literal

from ..errors import Issue, TableError
from .cells import LONGEST, without_apostrophe
from .files.atomic_write import replace_file
from .files.sheets import column_letters
from .flat import flatten
from .formulas import begins_formula

_SHEET: Final = "Data"
_LIKE_ESCAPE, _ESCAPED = r"_(?=x[0-9A-Fa-f]{4}_)", "_x005F_"
"""What programs read in a workbook as an escaped character, and how its first letter is written."""
_WIDEST: Final = 40


def write(records: Iterable[object], path: str | PathLike[str], /) -> None:
    """Write records of one class into a CSV or xlsx file, which `read` makes equal records of.

    The headings are paths such as ``person.nik``. What begins like a formula is marked as text. The
    file is there whole or not at all. It holds the numbers and names of people: a new file can be
    read by its owner alone, and one that replaces another has the rights of that one.

    Raises:
        ValueError: the name ends neither with ``.csv`` nor with ``.xlsx``.
        TableError: ``cell.too_long``: extensions of a record are longer than a cell that is read.
        TypeError: the records are not of one class of psm_core.
        MissingExtraError: a workbook needs the extra ``excel``.

    >>> from psm_core import Address, RegionCode, tables
    >>> homes = (Address(rt="003", region=RegionCode("63.10.09.2005")),)
    >>> tables.write(homes, "alamat.csv")
    >>> tables.read("alamat.csv", Address).records == homes
    True

    """
    target = Path(path)
    flat = flatten(records)
    lines: list[Sequence[object]] = [list(flat.dtypes)]
    lines += ([row[name] for name in flat.dtypes] for row in flat.rows)
    if any(isinstance(cell, str) and len(cell) > LONGEST for line in lines for cell in line):
        raise TableError(Issue("cell.too_long", params={"most": LONGEST}))
    if target.suffix.lower() == ".csv":
        with replace_file(target, private=True) as made:
            escaped = ([_guarded(cell) for cell in line] for line in lines)
            write_text(made, escaped, quoting=csv.QUOTE_ALL)  # so that the delimiter is clear
    elif target.suffix.lower() == ".xlsx":
        _write_workbook(target, lines)
    else:
        raise ValueError("the name of the file ends with .csv or .xlsx")


def write_text(
    file: IO[bytes],
    lines: Iterable[Sequence[object]],
    *,
    delimiter: str = ",",
    quoting: Literal[0, 1] = csv.QUOTE_MINIMAL,
) -> None:
    """Write lines as CSV, with the mark by which spreadsheets know UTF-8."""
    text = getwriter("utf-8-sig")(file)
    csv.writer(text, delimiter=delimiter, quoting=quoting).writerows(lines)


def _guarded(cell: object) -> object:
    """Return a cell with an apostrophe before what a spreadsheet would take for a formula.

    `without_apostrophe` takes the apostrophe off again.
    """
    if not isinstance(cell, str) or len(cell) == 1:
        return cell
    return f"'{cell}" if begins_formula(cell) or without_apostrophe(cell) != cell else cell


def _write_workbook(target: Path, lines: Sequence[Sequence[object]]) -> None:
    from .files.extras import openpyxl  # noqa: PLC0415 - the extra may be missing
    from .files.workbook_save import save, sheet_writer  # noqa: PLC0415 - as above

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet(_SHEET)
    sheet.freeze_panes = "A2"
    for index, heading in enumerate(lines[0]):
        sheet.column_dimensions[column_letters(index)].width = min(len(str(heading)) + 4, _WIDEST)
    cell_of = _text_cells(sheet)
    sheet._writer = sheet_writer(sheet)  # noqa: SLF001 - its own would leave a file behind
    sheet._writer.write_top()  # noqa: SLF001 - as above
    for line in lines:
        sheet.append([cell_of(value) for value in line])
    with replace_file(target, private=True) as made:
        save(book, made)


def _text_cells(sheet: Any) -> Callable[[object], Any]:  # noqa: ANN401 - a sheet of the extra
    """Return what makes cells of a sheet: text stays text, whatever it begins with."""
    from .files.extras import cell as cells  # noqa: PLC0415 - as above

    def made(value: object) -> Any:  # noqa: ANN401 - a cell of the extra
        if not isinstance(value, str):
            return value
        text = value if without_apostrophe(value) == value else f"'{value}"
        cell = cells.WriteOnlyCell(sheet, re.sub(_LIKE_ESCAPE, _ESCAPED, text))
        cell.data_type = "s"
        cell.number_format = "@"
        return cell

    return made
