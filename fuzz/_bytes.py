"""Bytes as a row of decisions: what is built from them changes a little when they do."""

from collections.abc import Sequence
from typing import Final, TypeVar

T = TypeVar("T")
_FEW: Final = 256


class Bytes:
    """Bytes taken one after the other; when they are used up, zeros come."""

    def __init__(self, data: bytes) -> None:
        """Take the bytes."""
        self._data, self._at = data, 0

    def __bool__(self) -> bool:
        """Tell whether any are left."""
        return self._at < len(self._data)

    def byte(self) -> int:
        """Return the next one, or 0."""
        return next(iter(self.take(1)), 0)

    def take(self, count: int) -> bytes:
        """Return the next ones, as many as there are."""
        taken = self._data[self._at : self._at + count]
        self._at += count
        return taken

    def rest(self) -> bytes:
        """Return all that are left."""
        return self.take(len(self._data))

    def one_of(self, choices: Sequence[T]) -> T:
        """Return the choice that the next byte means, or the next two where there are many."""
        number = self.byte()
        if len(choices) > _FEW:
            number = number << 8 | self.byte()
        return choices[number % len(choices)]

    def text(self) -> str:
        """Return a short text, whose length comes first."""
        return text_of(self.take(self.byte()))

    def number(self) -> int:
        """Return a whole number of either sign and of any size up to 15 bytes."""
        return int.from_bytes(self.take(self.byte() % 16), "big", signed=True)


def text_of(data: bytes) -> str:
    """Return bytes as text that holds whatever a Python text can hold, lone surrogates too."""
    return data.decode("utf-8", "surrogateescape")
