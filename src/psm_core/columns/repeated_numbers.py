"""People who are listed twice: numbers of several files, each row in 8 bytes."""

from collections.abc import Iterator
from typing import NamedTuple

from .arrow import Array, arrow, compute


class Repeat(NamedTuple):
    """A row whose number is in another row, too. Rows are numbered from 0 in each file."""

    row: int
    other_file: str
    other_row: int


class SeenNumbers:
    """The numbers of the files that were read before."""

    def __init__(self) -> None:
        self._files: list[str] = []
        self._numbers: list[Array] = []

    def repeats(self, file: str, numbers: Array) -> Iterator[Repeat]:
        """Yield the rows of a file whose number is there again, and keep all numbers.

        `numbers` is a chunked array of integers, null in a row without a number. The other row is
        the first one with the number; for that one itself, which comes last, it is the second one.
        """
        self._files.append(file)
        self._numbers.append(numbers)
        chunks = [chunk for one in self._numbers for chunk in one.chunks]
        repeated = repeated_values(arrow.chunked_array(chunks, arrow.int64()))
        first: dict[int, tuple[int, int]] = {}
        second: dict[int, tuple[int, int]] = {}
        own: list[tuple[int, int]] = []
        for place, of_file in enumerate(self._numbers):
            rows = _rows_with(of_file, repeated)
            own = [*zip(rows.to_pylist(), of_file.take(rows).to_pylist(), strict=True)]
            for row, number in own:
                if number not in first:
                    first[number] = (place, row)
                else:
                    second.setdefault(number, (place, row))
        here = len(self._files) - 1
        own.sort(key=lambda one: first[one[1]] == (here, one[0]))
        for row, number in own:
            place, other = second[number] if first[number] == (here, row) else first[number]
            yield Repeat(row, self._files[place], other)


def repeated_values(numbers: Array) -> Array:
    """Return the numbers of a chunked array that several rows have.

    They are sorted, because a table of the different ones would take 200 bytes for each.
    """
    values = numbers.combine_chunks().drop_null()
    ordered = values.take(compute.array_sort_indices(values))
    later = ordered.slice(1)
    return later.filter(compute.equal(later, ordered.slice(0, len(later)))).unique()


def rows_of_repeated(numbers: Array) -> list[int]:
    """Return the rows of a chunked array whose number another row has, too."""
    rows: list[int] = _rows_with(numbers, repeated_values(numbers)).to_pylist()
    return rows


def _rows_with(numbers: Array, values: Array) -> Array:
    """Return the rows of a chunked array that have one of some values."""
    if not len(values):  # Arrow 18 crashes on them
        return arrow.array([], arrow.uint64())
    return compute.indices_nonzero(compute.is_in(numbers, values, skip_nulls=True))
