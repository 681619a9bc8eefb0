"""Rows that are no records: group rows, and the row that numbers the columns."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final

from ..cells.cell import Cell, is_blank, without_apostrophe

_NUMBERING = re.compile(r"[(\[]?-?([0-9]{1,3})[)\]]?", re.ASCII)
_FEWEST_NUMBERS = 3
_MOST_WITHOUT_COLON: Final = 3
"""How many filled cells a group row without a colon has at most; a row of headings has more."""
_BOTH_NUMBERS: Final = "RT/RW"
_UNREAD: Final = (
    "Nama KK", "Nama Kepala Keluarga", "Kepala Keluarga", "Nama KRT", "Jumlah Anggota",
    "Jumlah Anggota Keluarga", "Kode Pos", "Telepon",
)  # fmt: skip
"""Words of a group row that fill no field. The head of a family has such a row too."""


def visible_cells(cells: Sequence[Cell]) -> list[Cell]:
    """Return the cells of a row that are not blank."""
    return [without_apostrophe(cell) for cell in cells if not is_blank(cell)]


class GroupRows:
    """The values of group rows, such as ``Dusun: Mawar`` or ``No. KK : 1234  Alamat : Jalan A``."""

    def __init__(
        self, words: Mapping[str, str], key: Collection[str], *, is_of_people: bool = False
    ) -> None:
        """Take word → path, and the paths with which a group row begins another record.

        In a list of people, a group row without such a path has to follow one with it.
        """
        self._is_of_people = is_of_people
        firsts: dict[str, str] = {}
        for word, path in words.items():
            firsts.setdefault(path, word)
        self._first_words = {word: firsts[path] for word, path in words.items()}
        self._key = {firsts[path] for path in key if path in firsts}
        self._label, self._words = _labels_of(tuple(words))
        self._of_record: set[str] = set()
        self._is_begun = False
        self.values: Mapping[str, Cell] = {}
        """First of the words for a path → the cell behind it. Each group row makes a new mapping.
        """

    def read(self, line: Sequence[Cell], *, needs_colon: bool = False) -> bool:
        """Return whether a row is a group row, and keep its values."""
        found = self._values(line) if self._first_words else {}
        has_colon = any(isinstance(cell, str) and ":" in cell for cell in line)
        if not found and has_colon and self._key and line and self._is_unread(line[0]):
            return not needs_colon
        if self._is_of_people and not self._key & found.keys():
            needs_colon = True
            found = found if self._is_begun else {}
        if not found or (not has_colon and (needs_colon or len(line) > _MOST_WITHOUT_COLON)):
            return False
        values = dict(self.values)
        if self._key & found.keys():
            values = {word: cell for word, cell in values.items() if word not in self._of_record}
            self._is_begun, self._of_record = True, set()
        if self._is_begun:
            self._of_record |= found.keys()
        self.values = {**values, **found}
        return True

    def end(self) -> None:
        """Take the next group rows for those of several records, until one has a key."""
        self._is_begun = False

    def _is_unread(self, first: Cell) -> bool:
        """Return whether a row begins with a word that fills no field."""
        begin = self._label.match(first.lstrip()) if isinstance(first, str) else None
        return begin is not None and self._words[_compact(begin[1])] in _UNREAD

    def _values(self, line: Sequence[Cell]) -> dict[str, Cell]:
        """Return word → value of a row whose first cell begins with a word."""
        first = line[0]
        begin = self._label.match(first.lstrip()) if isinstance(first, str) else None
        found: dict[str, Cell] = {}
        if begin is None or self._is_unread(first):
            return found
        word = ""
        for cell in line:
            for label, value in self._parts(cell):
                word = label or word
                if label:
                    self._set(found, word, None)
                if value not in {"", ":", None} and found.get(word, "") is None:
                    self._set(found, word, value)
        return {word: value for word, value in found.items() if word in self._first_words}

    def _set(self, found: dict[str, Cell], word: str, value: Cell) -> None:
        if word == _BOTH_NUMBERS:
            rt, _, rw = str(value or "").partition("/")
            found |= {word: value, "RT": rt.strip() or None, "RW": rw.strip() or None}
        else:
            found[word] = value

    def _parts(self, cell: Cell) -> Iterator[tuple[str, Cell]]:
        """Yield the labels of a cell, each with the value behind it."""
        if not isinstance(cell, str):
            yield "", cell
            return
        labels = list(self._labels(cell))
        end = labels[0].start() if labels else len(cell)
        yield "", cell[:end].strip()
        ends = [*(one.start() for one in labels[1:]), len(cell)][: len(labels)]
        for label, after in zip(labels, ends, strict=True):
            word = self._words[_compact(label[1])]
            value = cell[label.end() : after].strip(" :;,|")
            yield self._first_words.get(word, word), value

    def _labels(self, text: str) -> Iterator[re.Match[str]]:
        """Yield the labels in a text: at its beginning, or with a colon."""
        for found in self._label.finditer(text):
            if not text[: found.start()].strip() or ":" in found[0]:
                yield found


@lru_cache(maxsize=16)
def _labels_of(words: tuple[str, ...]) -> tuple[re.Pattern[str], Mapping[str, str]]:
    """Return the pattern of the words of group rows, and compact spelling → word."""
    longest_first = sorted([*words, _BOTH_NUMBERS, *_UNREAD], key=len, reverse=True)
    spelt = "|".join(map(_spelt, longest_first))
    label = re.compile(rf"(?<!\w)({spelt})(?!\w)[\s:]*", re.IGNORECASE)
    return label, {_compact(word): word for word in longest_first}


def _spelt(word: str) -> str:
    return r"\W*".join(map(re.escape, re.findall(r"\w+", word)))


def _compact(word: str) -> str:
    return "".join(re.findall(r"\w+", word)).casefold()


def is_numbering(line: Sequence[Cell]) -> bool:
    """Return whether a row numbers the columns, as in 1 2 3, (1) (2) (3) or -1 -2 -3."""
    numbers = [_NUMBERING.fullmatch(str(cell)) for cell in line]
    if len(line) < _FEWEST_NUMBERS or None in numbers:
        return False
    found = [int(number[1]) for number in numbers if number]
    return all(after > before for before, after in pairwise(found))
