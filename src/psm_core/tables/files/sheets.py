"""Files as sheets of rows, whatever their format."""

from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from typing import Final, NamedTuple

from ...errors import Issue, TableError
from ..cells.cell import Cell
from .hidden_parts import HiddenParts
from .merged_cells import MergedCells

MAX_COLUMNS: Final = 1 << 14
MAX_CELLS: Final = 50_000_000
"""Cells of a sheet that are read, including blank ones: 47 full columns of a sheet."""
Row = tuple[int, Sequence[Cell]]
"""The number of a row, from 1 as in the sheet, and its cells from column A."""
Rows = Generator[Row]
"""An iterator of rows; close it when no more are needed."""


class Sheet(NamedTuple):
    """One sheet of a file. Its rows can be read more than once."""

    name: str | None
    """The name of the sheet; None in a text file."""
    rows: Callable[[], Rows]
    """Reads the rows and yields each that has cells."""
    merged: MergedCells | None = None
    """Ranges merged over several rows; known after the first row has been read."""
    hidden: HiddenParts | None = None
    """Hidden rows and columns, which are read too; known after the first row has been read."""


class Book(NamedTuple):
    """An open file."""

    sheets: Sequence[Sheet]
    """The visible sheets, in order."""
    hidden: Sequence[Sheet] = ()
    """The hidden sheets; they are read only if asked for by name."""
    issues: Sequence[Issue] = ()
    """Issues of the file as a whole, such as an assumed encoding."""
    file_type: str = "csv"
    """The format: ``csv``, ``xlsx`` (also for xlsm), ``xls``, ``ods``, ``html`` or ``xml``."""
    has_serials: bool = True
    """Whether a number may be a date serial; not in a workbook that counts from 1904."""
    text_format: tuple[str, str] | None = None
    """Encoding and delimiter of a text file."""


def table_error(code: str, **params: str | int) -> TableError:
    """Return an error with an issue of a code and parameters."""
    return TableError(Issue(code, params=params))


def with_limits(rows: Callable[[], Rows]) -> Callable[[], Rows]:
    """Return a function that reads the same rows and raises an error if there are too many cells.

    A file of a few kilobytes can declare billions of cells, most of them blank.

    Reading raises:
        TableError: ``table.too_wide``, ``table.too_many_cells``.

    """

    def read() -> Rows:
        count = 0
        with closing(rows()) as lines:
            for number, cells in lines:
                count += len(cells)
                if len(cells) > MAX_COLUMNS:
                    raise table_error("table.too_wide", maximum=MAX_COLUMNS)
                if count > MAX_CELLS:
                    raise table_error("table.too_many_cells", maximum=MAX_CELLS)
                yield number, cells

    return read


def column_letters(index: int) -> str:
    """Return the letters of a column index, from 0.

    >>> column_letters(0), column_letters(25), column_letters(26), column_letters(16383)
    ('A', 'Z', 'AA', 'XFD')
    """
    name = ""
    number = index + 1
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def column_index(name: str) -> int:
    """Return the index of a column, from 0, by its letters.

    >>> column_index("A"), column_index("z"), column_index("AA"), column_index("XFD")
    (0, 25, 26, 16383)
    """
    number = 0
    for letter in name.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
