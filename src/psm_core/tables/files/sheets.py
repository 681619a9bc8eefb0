"""Files as sheets of rows: what a file is, told by its content and not by its name."""

from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from typing import Final, NamedTuple

from ...errors import Issue, Severity, TableError
from ..cells import Cell
from .merged_cells import MergedCells

MOST_COLUMNS: Final = 1 << 14
MOST_CELLS: Final = 50_000_000
"""How many cells of a sheet are read, blank ones before others too: a full one of 47 columns."""
Row = tuple[int, Sequence[Cell]]
"""The number of a row, counted from 1 as the sheet counts, and its cells from column A on."""
Rows = Generator[Row]
"""Rows being read, to be closed when no more are wanted."""


class Sheet(NamedTuple):
    """One sheet of a file, whose rows can be asked for more than once."""

    name: str | None
    """What it is called; None for the only one of a file without names."""
    rows: Callable[[], Rows]
    """Begins to read its rows, and yields each that has cells."""
    merged: MergedCells | None = None
    """What is merged over several rows, known when its first row has been read."""

    def issues(self) -> list[Issue]:
        """Return what has to be said about it: that hidden rows are read too."""
        hidden = 0 if self.merged is None else self.merged.hidden_rows
        params = {"count": hidden}
        warning = Severity.WARNING
        return [Issue("table.hidden_rows", severity=warning, params=params)] if hidden else []


class Book(NamedTuple):
    """An open file."""

    sheets: Sequence[Sheet]
    """Its sheets in order, without those that are hidden."""
    hidden: Sequence[Sheet] = ()
    """The hidden ones, which are read when they are named."""
    issues: Sequence[Issue] = ()
    """What has to be told about reading it."""
    kind: str = "csv"
    """What it is: ``csv``, ``xlsx`` (and xlsm), ``xls`` or ``ods``."""
    has_serials: bool = True
    """Whether a bare number can stand for a day; in a workbook that counts from 1904 it cannot."""
    text_format: tuple[str, str] | None = None
    """Encoding and delimiter of a text file."""


def refused(code: str, **params: str | int) -> TableError:
    """Return the error for a file that cannot be read, from a code and facts about it."""
    return TableError(Issue(code, params=params))


def bounded(rows: Callable[[], Rows]) -> Callable[[], Rows]:
    """Return what reads the same rows, and refuses those that no sheet holds.

    A file of a few kilobytes can tell of thousands of millions of cells, most of them blank.

    Reading raises:
        TableError: ``table.too_wide``, ``table.too_many_cells``.

    """

    def read() -> Rows:
        count = 0
        with closing(rows()) as lines:
            for number, cells in lines:
                count += len(cells)
                if len(cells) > MOST_COLUMNS:
                    raise refused("table.too_wide", most=MOST_COLUMNS)
                if count > MOST_CELLS:
                    raise refused("table.too_many_cells", most=MOST_CELLS)
                yield number, cells

    return read


def letters(index: int) -> str:
    """Return the letters of a column, counted from 0.

    >>> letters(0), letters(25), letters(26), letters(16383)
    ('A', 'Z', 'AA', 'XFD')
    """
    name = ""
    number = index + 1
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def number_of(name: str) -> int:
    """Return the number of a column, counted from 0, by its letters.

    >>> number_of("A"), number_of("z"), number_of("AA"), number_of("XFD")
    (0, 25, 26, 16383)
    """
    number = 0
    for letter in name.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
