"""Texts of one length, read two characters at a time.

Two characters are viewed as one number, and what they mean is looked up in a table of 65,536 bytes.
"""

import sys
from collections.abc import Mapping
from typing import Any

from .arrow import Array, arrow, compute


class PairedTexts:
    """Texts of one even length. Zeros stand for a null, and for a text of another length."""

    def __init__(self, texts: Array, length: int) -> None:
        """Take one text or more. They are copied only if they have different lengths."""
        is_long = compute.equal(compute.binary_length(texts), length).fill_null(False)  # noqa: FBT003
        if is_long.true_count < len(texts):
            texts = compute.if_else(is_long, texts, "0" * length)
        data = _data_of(texts, length)
        if data.address % 2:  # the characters of a pair are read together
            data = arrow.py_buffer(data.to_pybytes())
        self.data: Any = data  # a buffer
        self.count: int = len(texts)
        self._pairs = self.count * length // 2

    def looked_up(self, table: Array) -> Array:
        """Return the values that the pairs of all texts have in a table."""
        return table.take(arrow.Array.from_buffers(arrow.uint16(), self._pairs, [None, self.data]))


def pair_table(values: Mapping[str, int], *, other: int = 0) -> Array:
    """Return a table of the values below 256 that two characters have."""
    found = bytearray([other]) * (1 << 16)
    for pair, value in values.items():
        found[int.from_bytes(pair.encode(), sys.byteorder)] = value
    return arrow.array(found, arrow.uint8())


def _data_of(texts: Array, length: int) -> Array:
    """Return the characters of texts, as one buffer."""
    _, offsets, data = texts.buffers()
    number = arrow.int64() if arrow.types.is_large_string(texts.type) else arrow.int32()
    first = arrow.Array.from_buffers(number, 1, [None, offsets], offset=texts.offset)
    return data.slice(first[0].as_py(), len(texts) * length)
