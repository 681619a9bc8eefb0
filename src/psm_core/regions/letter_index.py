"""Index of names by their letters: finds the names that are, contain or misspell a text.

A set of names is an integer: bit `n` says whether the name with number `n` belongs to it. One
operation on two such integers compares a letter of all names at once.

The names are numbered from the longest to the shortest. The names that have a letter at a position
are then the lowest numbers, so the sets of later positions are small.
"""

import re
from array import array
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import Final

_BITS_OF_A_LETTER: Final = 7
_BITS_OF_A_BYTE: Final = 8


class LetterIndex:
    r"""Normalized names, found by their letters. A name is identified by its row.

    >>> index = LetterIndex("angsana\nbatulicin\nsatui\n")
    >>> index.equal(b"satui"), index.beginning(b"bat"), index.inside(b"a")
    ([2], [1], [1, 2])
    >>> list(index.misspelt(b"sattiu", 2))
    [[], [2]]

    """

    def __init__(self, names: str) -> None:
        """Index the names, each ended by a newline."""
        listed = names.encode().split(b"\n")[:-1]
        self._longest = longest = max(map(len, listed), default=0)
        rows = [array("I") for _ in range(longest + 1)]
        texts: list[list[bytes]] = [[] for _ in range(longest + 1)]
        for row, name in enumerate(listed):
            rows[len(name)].append(row)
            texts[len(name)].append(name)
        self._rows = array("I")
        """The row of each name, by its number."""
        for group in reversed(rows):
            self._rows.extend(group)
        counts = accumulate(map(len, reversed(rows)), initial=0)
        self._counts = list(counts)[::-1]
        """For each number of letters, how many names have as many or more."""
        self._letters = _LetterSets(_columns(texts))

    def equal(self, name: bytes) -> list[int]:
        """Return the rows with a name."""
        return self._rows_of(self._having(name, 0, self._with_length(len(name))))

    def beginning(self, text: bytes) -> list[int]:
        """Return the rows whose name begins with a text and is longer."""
        return self._rows_of(self._having(text, 0, self._with_at_least(len(text) + 1)))

    def inside(self, text: bytes) -> list[int]:
        """Return the rows whose name contains a text and does not begin with it."""
        found = 0
        for position in range(1, self._longest - len(text) + 1):
            long = self._with_at_least(position + len(text))
            found |= self._having(text, position, long)
        return self._rows_of(found ^ self._having(text, 0, found))

    def misspelt(self, text: bytes, most: int) -> Iterator[list[int]]:
        """Yield the rows with at most one mistake, then with at most two, and so on up to `most`.

        A mistake is a letter too many, a letter missing, a wrong letter, or two neighbours swapped.
        This is the table of the optimal string alignment distance, filled for all names at once.
        Its cell (i, j) is the set of names whose first j letters differ from the first i letters of
        the text by at most so many mistakes.
        """
        lengths = range(len(text) - most, len(text) + most + 1)
        start = sum(map(self._with_length, lengths))
        if not start:
            return
        cells = self._with_mistakes(text, 0, {}, start)
        for mistakes in range(1, most + 1):
            cells = self._with_mistakes(text, mistakes, cells, start)
            found = 0
            for length in lengths:
                found |= cells.get((len(text), length), 0) & self._with_length(length)
            yield self._rows_of(found)

    def _with_mistakes(
        self, text: bytes, mistakes: int, fewer: dict[tuple[int, int], int], start: int
    ) -> dict[tuple[int, int], int]:
        """Return the cells for a number of mistakes, from those for one mistake fewer."""
        letters = self._letters
        cells = {(0, 0): start}
        for i, letter in enumerate(b"\0" + text):
            for j in range(max(i - mistakes, 0), i + mistakes + 1):
                names = cells.get((i, j), 0)
                if same := cells.get((i - 1, j - 1)):
                    names |= same & letters[j - 1, letter]
                # One letter of the text is wrong, too many or missing.
                for before in ((i - 1, j - 1), (i - 1, j), (i, j - 1)):
                    if found := fewer.get(before):
                        names |= found
                if swapped := fewer.get((i - 2, j - 2)):
                    names |= swapped & letters[j - 2, letter] & letters[j - 1, text[i - 2]]
                cells[i, j] = names
        return cells

    def _having(self, text: bytes, position: int, names: int) -> int:
        """Return those of the names that have a text at a position."""
        for at, letter in enumerate(text, position):
            if not names:
                break
            names &= self._letters[at, letter]
        return names

    def _with_length(self, length: int) -> int:
        """Return the names with so many letters."""
        return self._with_at_least(length) ^ self._with_at_least(length + 1)

    def _with_at_least(self, length: int) -> int:
        """Return the names with so many letters or more."""
        return (1 << self._counts[max(length, 0)]) - 1 if length <= self._longest else 0

    def _rows_of(self, names: int) -> list[int]:
        """Return the rows of a set of names, in order."""
        if not names:
            return []
        lowest = (names & -names).bit_length() - 1
        bits = f"{names >> lowest:b}"[::-1]
        return sorted([self._rows[lowest + one.start()] for one in re.finditer("1", bits)])


def _columns(texts: list[list[bytes]]) -> Iterator[bytes]:
    """Yield the letters at each position, of the longest name first.

    The texts are listed by their length.
    """
    joined = list(map(b"".join, texts))
    for position in range(len(texts) - 1):
        longer = range(len(texts) - 1, position, -1)
        yield b"".join([joined[length][position::length] for length in longer])


class _LetterSets(dict[tuple[int, int], int]):
    """The names that have a letter at a position, by both. Each set is made when first needed."""

    def __init__(self, columns: Iterable[bytes]) -> None:
        """Keep the letters of each position, those of name number 0 first, as bit planes."""
        super().__init__()
        self._columns = [((1 << len(letters)) - 1, _bit_planes(letters)) for letters in columns]

    def __missing__(self, key: tuple[int, int]) -> int:
        position, letter = key
        found = 0
        if position < len(self._columns):
            found, planes = self._columns[position]
            every = found
            for bit, plane in enumerate(planes):
                found &= plane if letter >> bit & 1 else every ^ plane
        self[key] = found
        return found


def _bit_planes(letters: bytes) -> list[int]:
    """Return for each bit of a letter the numbers of the letters that have it, as a set.

    Eight bytes of the letters give one byte of a set: one bit of each. Every eighth byte is
    taken, so that the bits of all these bytes move into place at once.
    """
    eighths = [int.from_bytes(letters[at::8], "little") for at in range(_BITS_OF_A_BYTE)]
    lowest = int.from_bytes(b"\1" * (len(letters) // _BITS_OF_A_BYTE + 1), "little")
    return [
        sum((one >> bit & lowest) << at for at, one in enumerate(eighths))
        for bit in range(_BITS_OF_A_LETTER)
    ]
