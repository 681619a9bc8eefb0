"""Rows that repeat another one: keys of several files, each in 8 bytes."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from .._paths import Steps
from ..tables.rows.keys import PERSON_REPEATED, Key
from .arrow import Array, arrow, compute

_ORDER: Final = {"table.key_duplicate": "", PERSON_REPEATED: " "}
"""Codes before all others: an id, then a person."""


class KeyColumn(NamedTuple):
    """What a column of keys is."""

    code: str
    """The code of the warning of rows with the same key."""
    path: Steps
    """The field."""


Keys = Mapping[KeyColumn, Array]
"""The keys of rows: integers, null in a row without a key."""


def number_of(key: Key) -> tuple[KeyColumn, int]:
    """Return a key as a number: a NIK as it is, otherwise a hash of 64 bits."""
    code, path, value = key
    return KeyColumn(code, path), int(str(value)) if code == PERSON_REPEATED else hash(value)


def keys_of_rows(rows: Iterable[Iterable[tuple[KeyColumn, int]]]) -> Keys:
    """Return the keys of some rows as columns."""
    found: defaultdict[KeyColumn, dict[int, int]] = defaultdict(dict)
    count = 0
    for row, keys in enumerate(rows):
        count += 1
        for column, number in keys:
            found[column][row] = number
    return {
        column: arrow.array([own.get(row) for row in range(count)], arrow.int64())
        for column, own in found.items()
    }


class TableKeys:
    """The keys of the rows of a table, batch by batch."""

    def __init__(self) -> None:
        self._rows = 0
        self._chunks: dict[KeyColumn, list[Array]] = {}

    def add(self, keys: Keys, rows: int) -> None:
        """Add the keys of a batch with some rows."""
        for column in keys:
            if column not in self._chunks:
                self._chunks[column] = [arrow.nulls(self._rows, arrow.int64())]
        for column, chunks in self._chunks.items():
            own = keys.get(column)
            chunks.append(arrow.nulls(rows, arrow.int64()) if own is None else own)
        self._rows += rows

    def columns(self) -> Keys:
        """Return the keys as chunked arrays."""
        return {
            column: arrow.chunked_array(chunks, arrow.int64())
            for column, chunks in self._chunks.items()
        }


class Repeat(NamedTuple):
    """A row whose key is in another row, too. Rows are numbered from 0 in each file."""

    row: int
    column: KeyColumn
    other_file: str
    other_row: int


class _Place(NamedTuple):
    """A row of a file. Files are numbered in their order."""

    file: int
    row: int


class _RepeatedRow(NamedTuple):
    """A row with a key that several have."""

    place: _Place
    column: KeyColumn
    number: int
    """The key."""
    first: _Place
    """The first row that has the key."""


class SeenKeys:
    """The keys of the files that were read before."""

    def __init__(self) -> None:
        self._files: list[str] = []
        self._columns: defaultdict[str, list[tuple[int, Steps, Array]]] = defaultdict(list)
        """Code → number of a file, path and keys."""

    def repeats(self, file: str, keys: Keys) -> Iterator[Repeat]:
        """Yield the rows of a file that repeat another row, and keep all keys.

        The other row is the first one with the key. A row that repeats a row by several keys comes
        once. The first rows come last; the other row is then the second one.
        """
        here = len(self._files)
        self._files.append(file)
        for (code, path), numbers in keys.items():
            self._columns[code].append((here, path, numbers))
        rows = self._repeated_rows(here, {one.code for one in keys})
        seconds: dict[tuple[str, int], _Place] = {}
        for place in sorted(rows):
            others = {place}
            for one in rows[place]:
                if one.first not in others:
                    others.add(one.first)
                    seconds.setdefault((one.column.code, one.number), place)
                    yield Repeat(place.row, one.column, self._files[one.first.file], one.first.row)
        for one in (one for place in sorted(rows) for one in rows[place]):
            if one.first == one.place:
                second = seconds.pop((one.column.code, one.number), None)
                if second is not None:
                    yield Repeat(one.place.row, one.column, file, second.row)

    def _repeated_rows(
        self, file: int, codes: Iterable[str]
    ) -> Mapping[_Place, Sequence[_RepeatedRow]]:
        """Return the rows of a file with repeated keys, each with its keys in order."""
        rows: defaultdict[_Place, list[_RepeatedRow]] = defaultdict(list)
        for code in sorted(codes, key=lambda one: _ORDER.get(one, one)):
            for one in _repeated(code, self._columns[code]):
                if one.place.file == file:
                    rows[one.place].append(one)
        return rows


def _repeated(code: str, columns: Sequence[tuple[int, Steps, Array]]) -> Iterator[_RepeatedRow]:
    """Yield the rows with repeated keys of a code."""
    chunks = [chunk for _, _, numbers in columns for chunk in numbers.chunks]
    values = _repeated_values(arrow.chunked_array(chunks, arrow.int64()))
    first: dict[int, _Place] = {}
    found: list[tuple[_Place, KeyColumn, int]] = []
    for file, path, numbers in columns:
        rows = _rows_with(numbers, values)
        for row, number in zip(rows.to_pylist(), numbers.take(rows).to_pylist(), strict=True):
            place = _Place(file, row)
            first[number] = min(place, first.get(number, place))
            found.append((place, KeyColumn(code, path), number))
    return (_RepeatedRow(*one, first[one[-1]]) for one in found)


def rows_of_repeated(numbers: Array) -> Array:
    """Return the rows of a chunked array whose number another row has, too."""
    return _rows_with(numbers, _repeated_values(numbers))


def _repeated_values(numbers: Array) -> Array:
    """Return the numbers of a chunked array that several rows have.

    They are sorted, because a table of the different ones would take 200 bytes for each.
    """
    values = numbers.combine_chunks().drop_null()
    ordered = values.take(compute.array_sort_indices(values))
    later = ordered.slice(1)
    return later.filter(compute.equal(later, ordered.slice(0, len(later)))).unique()


def _rows_with(numbers: Array, values: Array) -> Array:
    """Return the rows of a chunked array that have one of some values."""
    if not len(values):  # Arrow 18 crashes on them
        return arrow.array([], arrow.uint64())
    return compute.indices_nonzero(compute.is_in(numbers, values, skip_nulls=True))
