"""Names of regions folded into one text, and what is found in it: whole, begun, inside, misspelt.

A name is folded to its letters a-z and digits: blanks, dashes, apostrophes and capitals make no
difference. Nothing is built beforehand: folding all 91,599 names takes some milliseconds, once.
"""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate, pairwise
from typing import Final

from .packed_table import PackedRegions

_PLAIN: Final = b"\n0123456789abcdefghijklmnopqrstuvwxyz"
_LOWER: Final = bytes(range(256)).lower()
_OTHER: Final = bytes(sorted(set(range(256)) - set(_PLAIN) - set(_PLAIN.upper())))
_BLOCK: Final = 1024
WHOLE: Final = 0
BEGUN: Final = 1
INSIDE: Final = 2
_NEWLINE: Final = 10
_TWO_SLIPS: Final = 9
"""From so many letters on, two slips still tell the name."""


def fold(text: str) -> str:
    """Return the letters a-z and digits of a text in lower case, without accents.

    >>> fold("Batu-Licin`"), fold("Kota Baru")
    ('batulicin', 'kotabaru')

    """
    plain = unicodedata.normalize("NFKD", text).lower().encode("ascii", "ignore")
    return plain.translate(None, _OTHER + b"\n").decode()


class Names:
    """Folded names one after another, each between newlines, and the rows they stand in."""

    def __init__(self, names: bytes) -> None:
        """Fold the names, each ended by a newline."""
        self._text = text = b"\n" + names.translate(_LOWER, _OTHER)
        blocks = (text.count(b"\n", at, at + _BLOCK) for at in range(0, len(text), _BLOCK))
        self._before = list(accumulate(blocks, initial=0))

    def found(self, sought: bytes, rows: range, rank: int) -> Iterator[tuple[int, int]]:
        """Yield (rank, row) of the names among these that are, begin with or contain a text.

        Only up to a rank: the first two are looked for at the beginnings of names alone, and the
        first with the end besides, for thousands of names begin with a letter.
        """
        text, front, back = self._text, int(rank < INSIDE), int(rank == WHOLE)
        length = len(sought)
        for at in self._places(b"\n" * front + sought + b"\n" * back, rows):
            begin = at + front
            if text[begin - 1] != _NEWLINE:
                yield INSIDE, self._row(at)
            elif text[begin + length] != _NEWLINE:
                yield BEGUN, self._row(at)
            else:
                yield WHOLE, self._row(at)

    def _places(self, pattern: bytes, rows: range) -> Iterator[int]:
        """Yield where a pattern stands in the text of these rows, once for each."""
        text, (start, end) = self._text, self._span(rows)
        at = text.find(pattern, start, end)
        while at >= 0:
            yield at
            at = text.find(pattern, text.find(b"\n", at + 1), end)

    def alike(self, sought: bytes, rows: range, most: int) -> Iterator[int]:
        """Yield the rows among these whose name is the text but for some slips at most."""
        start, end = self._span(rows)
        text = self._text
        seen: set[int] = set()
        for pattern, before in _pieces(sought, most):
            at = text.find(pattern, start, end)
            while at >= 0:
                begin = text.rfind(b"\n", start, at + 1) if before else at
                stop = text.find(b"\n", begin + 1, end)
                if (
                    at - begin <= before + most
                    and abs(stop - begin - 1 - len(sought)) <= most
                    and begin not in seen
                ):
                    seen.add(begin)
                    if distance(text[begin + 1 : stop], sought, most) <= most:
                        yield self._row(begin)
                at = text.find(pattern, max(stop, at + 1), end)

    def _row(self, at: int) -> int:
        """Return the row of the name that a place in the text lies in."""
        block = at // _BLOCK
        return self._before[block] + self._text.count(b"\n", block * _BLOCK, at + 1) - 1

    def _span(self, rows: range) -> tuple[int, int]:
        """Return where the text of these rows begins and ends, each with its newline."""
        return self._newline(rows.start), self._newline(rows.stop) + 1

    def _newline(self, row: int) -> int:
        """Return where the newline before a row stands."""
        block = bisect_right(self._before, row) - 1
        at = block * _BLOCK - 1
        for _ in range(row - self._before[block] + 1):
            at = self._text.find(b"\n", at + 1)
        return at


def slips_in(sought: str) -> int:
    """Return how many slips a text may hold and still tell a name."""
    return 0 if len(sought) < 3 else 1 if len(sought) < _TWO_SLIPS else 2  # noqa: PLR2004


def _pieces(sought: bytes, slips: int) -> Iterator[tuple[bytes, int]]:
    """Yield (piece, how far from the newline it begins at most) of which a misspelt name has one.

    Cut into one piece more than there are slips, the text keeps a piece whole; unless a slip is two
    letters changing places right over a cut, for which the text is taken with them changed back.
    """
    cuts = [len(sought) * part // (slips + 1) for part in range(slips + 2)]
    yield b"\n" + sought[: cuts[1]], 0
    for begin, stop in pairwise(cuts[1:-1]):
        yield sought[begin:stop], begin + 1
    yield sought[cuts[-2] :] + b"\n", cuts[-2] + 1
    for cut in cuts[1:-1]:
        turned = sought[: cut - 1] + sought[cut : cut + 1] + sought[cut - 1 : cut]
        turned += sought[cut + 1 :]
        if slips == 1:
            yield b"\n" + turned + b"\n", 0
        else:
            yield from _pieces(turned, slips - 1)


def distance(name: bytes, sought: bytes, most: int) -> int:
    """Return how many slips lie between two texts, or more than `most` when there are more.

    A slip is a letter too many, too few or another, or two neighbours changing places.

    >>> distance(b"bumbu", b"bubmu", 1), distance(b"satui", b"sattui", 1), distance(b"a", b"xyz", 1)
    (1, 1, 2)

    """
    if name == sought:
        return 0
    if most == 0 or abs(len(name) - len(sought)) > most:
        return most + 1
    at = 0
    for one, other in zip(name, sought, strict=False):
        if one != other:
            break
        at += 1
    left, right = name[at:], sought[at:]
    ways = [(left[1:], right[1:]), (left[1:], right), (left, right[1:])]
    if left[:2] == right[1::-1] and len(left) > 1:
        ways.append((left[2:], right[2:]))
    if most == 1:
        return 1 if any(one == other for one, other in ways) else 2
    return 1 + min(distance(one, other, most - 1) for one, other in ways)


class NameIndex:
    """The names of a packed table: those of levels 1 to 3, and those of villages."""

    def __init__(self, table: PackedRegions) -> None:
        """Fold the names; twice the same, should two threads come at once."""
        self._table = table
        self._upper, self._villages = map(Names, table.texts())

    def found(self, sought: str, within: str, rank: int) -> tuple[list[str], ...]:
        """Return the digits of regions inside one (or anywhere) for each rank up to one.

        Those whose name is the text come first, then those that begin with it, then those that
        contain it; in each list villages last, and lower codes first.
        """
        upper, villages = self._table.inside(within)
        found: tuple[list[str], ...] = ([], [], [])
        for names, rows, digits in (
            (self._upper, upper, self._table.upper_digits),
            (self._villages, villages, self._table.village_digits),
        ):
            for at, row in names.found(sought.encode(), rows, rank):
                found[at].append(digits(row))
        return found

    def alike(self, sought: str, within: str, most: int) -> Iterator[str]:
        """Yield the digits of regions inside one whose name is the text but for some slips."""
        upper, villages = self._table.inside(within)
        text = sought.encode()
        yield from map(self._table.upper_digits, self._upper.alike(text, upper, most))
        yield from map(self._table.village_digits, self._villages.alike(text, villages, most))
