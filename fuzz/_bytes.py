"""Bytes as a series of decisions: a small change of the bytes gives a small change of the input."""

from collections.abc import Sequence
from typing import Final, TypeVar

T = TypeVar("T")
_MAX_ONE_BYTE: Final = 256


class Bytes:
    """Bytes consumed in order; zeros follow after the last one."""

    def __init__(self, data: bytes) -> None:
        """Take the bytes."""
        self._data, self._at = data, 0

    def __bool__(self) -> bool:
        """Return whether any are left."""
        return self._at < len(self._data)

    def byte(self) -> int:
        """Return the next byte, or 0."""
        return next(iter(self.take(1)), 0)

    def take(self, count: int) -> bytes:
        """Return the next bytes, at most the rest."""
        taken = self._data[self._at : self._at + count]
        self._at += count
        return taken

    def rest(self) -> bytes:
        """Return the rest."""
        return self.take(len(self._data))

    def one_of(self, choices: Sequence[T]) -> T:
        """Return a choice by the next byte, or by two bytes if there are more than 256 choices."""
        number = self.byte()
        if len(choices) > _MAX_ONE_BYTE:
            number = number << 8 | self.byte()
        return choices[number % len(choices)]

    def text(self) -> str:
        """Return a text of up to 255 bytes; its length comes first."""
        return text_of(self.take(self.byte()))

    def number(self) -> int:
        """Return an integer of either sign, of up to 15 bytes."""
        return int.from_bytes(self.take(self.byte() % 16), "big", signed=True)


def text_of(data: bytes) -> str:
    """Return bytes as text, with lone surrogates for invalid UTF-8."""
    return data.decode("utf-8", "surrogateescape")
