"""Records into files that read back equal, and that no spreadsheet takes for formulas."""

import csv
import os
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import contextmanager
from errno import ENOENT
from os import PathLike
from pathlib import Path
from secrets import token_hex
from typing import Any, Final

from ..errors import Issue, TableError
from ._cells import LONGEST, tidied
from ._flat import flatten
from ._sheets import letters

_BEGINS_A_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
_SHEET: Final = "Data"
_WIDEST: Final = 40


def write(records: Iterable[object], path: str | PathLike[str], /) -> None:
    """Write records of one class into a CSV or xlsx file, which `read` makes equal records of.

    The headings are paths such as ``person.nik``. What begins like a formula is marked as text. The
    file is there whole or not at all. It holds the numbers and names of people.

    Raises:
        ValueError: the name ends neither with ``.csv`` nor with ``.xlsx``.
        TableError: ``cell.too_long``: extensions of a record are longer than a cell that is read.
        TypeError: the records are not of one class of psm_core.
        MissingExtraError: a workbook needs the extra ``excel``.

    >>> from psm_core import Address, RegionCode, tables
    >>> homes = (Address(rt="003", region=RegionCode("63.10.09.2005")),)
    >>> tables.write(homes, "alamat.csv")
    >>> tables.read("alamat.csv", Address).items == homes
    True

    """
    target = Path(path)
    flat = flatten(records)
    lines: list[Sequence[object]] = [list(flat.dtypes)]
    lines += ([row[name] for name in flat.dtypes] for row in flat.rows)
    if any(isinstance(cell, str) and len(cell) > LONGEST for line in lines for cell in line):
        raise TableError(Issue("cell.too_long", params={"most": LONGEST}))
    if target.suffix.lower() == ".csv":
        with replacing(target) as made:
            write_text(made, ([_guarded(cell) for cell in line] for line in lines))
    elif target.suffix.lower() == ".xlsx":
        _write_workbook(target, lines)
    else:
        raise ValueError("the name of the file ends with .csv or .xlsx")


@contextmanager
def replacing(target: Path) -> Generator[Path]:
    """Give a new file beside a target, and put it in its place when all went well."""
    if not target.parent.is_dir():
        raise FileNotFoundError(ENOENT, os.strerror(ENOENT), str(target.parent))
    made = target.with_name(f".{target.stem}-{token_hex(4)}{target.suffix}")
    made.touch(exist_ok=False)
    try:
        yield made
        made.replace(target)
    finally:
        made.unlink(missing_ok=True)


def write_text(
    path: Path,
    lines: Iterable[Sequence[object]],
    *,
    delimiter: str = ",",
) -> None:
    """Write lines as CSV, with the mark by which spreadsheets know UTF-8."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter=delimiter).writerows(lines)


def _guarded(cell: object) -> object:
    """Return a cell with an apostrophe before what a spreadsheet would take for a formula."""
    if not isinstance(cell, str) or len(cell) == 1:
        return cell
    is_risky = cell.startswith(_BEGINS_A_FORMULA) or tidied(cell) != cell
    return f"'{cell}" if is_risky else cell


def _write_workbook(target: Path, lines: Sequence[Sequence[object]]) -> None:
    from ._extras import openpyxl  # noqa: PLC0415 - the extra may be missing

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet(_SHEET)
    sheet.freeze_panes = "A2"
    for index, heading in enumerate(lines[0]):
        sheet.column_dimensions[letters(index)].width = min(len(str(heading)) + 4, _WIDEST)
    cell_of = _text_cells(sheet)
    for line in lines:
        sheet.append([cell_of(value) for value in line])
    with replacing(target) as made:
        book.save(made)


def _text_cells(sheet: Any) -> Callable[[object], Any]:  # noqa: ANN401 - a sheet of the extra
    """Return what makes cells of a sheet: text stays text, whatever it begins with."""
    from ._extras import cell as cells  # noqa: PLC0415 - as above

    def made(value: object) -> Any:  # noqa: ANN401 - a cell of the extra
        if not isinstance(value, str):
            return value
        cell = cells.WriteOnlyCell(sheet, value if tidied(value) == value else f"'{value}")
        cell.data_type = "s"
        cell.number_format = "@"
        return cell

    return made
