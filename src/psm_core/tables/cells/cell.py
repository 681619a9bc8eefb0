"""A cell as a reader of files returns it, before it is read as a value."""

from datetime import date, time, timedelta
from typing import Final, NamedTuple

from .formulas import begins_formula, constant_of, is_formula


class Unread(NamedTuple):
    """A cell that has no value: an error of the spreadsheet, or a formula without a result."""

    code: str
    """The code of the issue."""


Cell = str | int | float | bool | date | time | timedelta | Unread | None
"""A cell as a reader of files returns it; a `datetime` is a `date`."""

EMPTY: Final = "[]"
"""The text of an empty list. A blank cell says nothing about a list."""
LONGEST: Final = 10_000
"""The most characters of a cell that are read."""
_MARKED_AS_TEXT: Final = frozenset("0123456789'\t\r")


def is_blank(cell: Cell) -> bool:
    """Return whether a cell shows nothing."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


def without_apostrophe(cell: Cell) -> Cell:
    """Return a cell without the apostrophe that marks it as text, and without outer blanks.

    Exports put the apostrophe before digits, and before text that begins like a formula. The
    apostrophe of a name stays.
    """
    if isinstance(cell, str):
        plain = cell.strip()
        if plain[:1] != "'" or len(plain) == 1:
            return plain
        if plain[1] in _MARKED_AS_TEXT or begins_formula(plain[1:]):
            return plain[1:]
        return plain
    return cell


def result_of(formula: str) -> Cell:
    """Return the result of a formula in a text file: only that of a constant one is known."""
    constant = constant_of(formula)
    if constant is not None:
        return constant
    return Unread("cell.formula") if is_formula(formula) else formula
