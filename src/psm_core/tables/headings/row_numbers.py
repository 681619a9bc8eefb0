"""Numbers of rows, where a sheet has several tables side by side.

The rows of the second block of columns are numbered from 2^40 on, those of the third from 2^41, and
so on. No file has so many rows, so no two rows of a sheet have the same number.
"""

from string import ascii_lowercase
from typing import Final

ROW_BITS: Final = 40
"""Bits for the number of a row of a sheet."""
MAX_BLOCKS: Final = len(ascii_lowercase)
"""The most tables side by side."""
_BLOCK: Final = 1 << ROW_BITS


def number_in_block(row: int, block: int) -> int:
    """Return the number of a row of a block; `block` is its index from 0."""
    return row + block * _BLOCK


def block_and_row(number: int) -> tuple[int, int]:
    """Return the index of the block and the row of the sheet.

    >>> block_and_row(number_in_block(7, 1))
    (1, 7)
    """
    return divmod(number, _BLOCK)


def row_name(number: int) -> str:
    """Return the end of an id: the row, and a letter if it is not of the first block.

    >>> row_name(7), row_name(number_in_block(7, 1))
    ('7', '7b')
    """
    if number < _BLOCK:
        return str(number)
    block, row = block_and_row(number)
    return f"{row}{ascii_lowercase[block]}"
