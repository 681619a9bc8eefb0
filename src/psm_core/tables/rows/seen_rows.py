"""The rows that were read before, by hashes of their keys."""

from array import array
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

import attrs

from ..._paths import Steps
from ...errors import Issue, Severity, TableError
from ..headings.row_numbers import ROW_BITS, block_and_row
from ..results import MAX_ISSUES_PER_CODE

if TYPE_CHECKING:
    from .seen_workers import SeenWorkers
    from .similar_people import SimilarPeople

_FIRST_SIZE: Final = 1 << 12
_GROWTH: Final = 4


class FirstRows:
    """Key → its first row, in 16 bytes for each slot; the keys themselves are not stored.

    It stores a 64-bit hash of each key. With ten million rows the probability of one false match
    is about 1 in 300,000.
    """

    __slots__ = ("_count", "_hashes", "_mask", "_rows")

    def __init__(self) -> None:
        self._count = 0
        self._allocate(_FIRST_SIZE)

    def _allocate(self, size: int) -> None:
        self._mask = size - 1
        self._hashes = array("q", bytes(8 * size))
        self._rows = array("q", bytes(8 * size))

    def first(self, key: Hashable, row: int) -> int:
        """Return the first row with this key: this row if there is no earlier one."""
        hashed = hash(key) or 1
        hashes, mask = self._hashes, self._mask
        place = hashed & mask
        while (here := hashes[place]) and here != hashed:
            place = (place + 1) & mask
        if here:
            return self._rows[place]
        hashes[place], self._rows[place] = hashed, row
        self._count += 1
        if self._count * 2 > mask:
            self._grow()
        return row

    def _grow(self) -> None:
        hashes, rows = self._hashes, self._rows
        self._allocate(_GROWTH * len(hashes))
        for hashed, row in zip(hashes, rows, strict=True):
            if hashed:
                place = hashed & self._mask
                while self._hashes[place]:
                    place = (place + 1) & self._mask
                self._hashes[place], self._rows[place] = hashed, row


MAX_SHEETS_OF_FILES: Final = 2000
"""How many sheets of all files are read together."""

AtCell = Callable[[int, Issue], Issue]
"""Adds the cell in a row to an issue."""


class _Table(NamedTuple):
    """A table: a sheet, or a block of columns in it."""

    file: int
    """The number of the file."""
    file_name: str | None
    """The name of the file, if several are read."""
    sheet: str | None
    at_cell: AtCell

    @property
    def place(self) -> tuple[int, str | None]:
        """File and sheet."""
        return self.file, self.sheet


class SeenRows:
    """The first row of each value, in all sheets and files that have been read."""

    def __init__(self) -> None:
        self.rows: FirstRows = FirstRows()
        """Value → the position of its first row: `offset` and the number of the row."""
        self.offset: int = 0
        """What the position of a row of this sheet has more than its number."""
        self.people: SimilarPeople | None = None
        """The people of this file, except those whose row repeats another one.

        None unless the records of the file are kept, which `stream` does not do.
        """
        self.workers: SeenWorkers | None = None
        """The workers of this file; None like `people`."""
        self._file = 0
        self._file_name: str | None = None
        self._tables: list[_Table] = []
        self._repeated: dict[tuple[str, int], tuple[Steps | None, int]] = {}
        """Code and first row → the path in that row, and the first row that repeats it."""
        self._waiting: dict[tuple[str, int], None] = {}
        """The keys of `_repeated` whose first row has no warning yet."""
        self._counts: Counter[str] = Counter()

    def __len__(self) -> int:
        """Return the number of sheets that have been begun."""
        return len(self._tables)

    def begin_file(self, name: str) -> int:
        """Begin one of several files, and return its number."""
        self._file += 1
        self._file_name = name
        return self._file

    def begin(self, sheet: str | None, at_cell: Sequence[AtCell]) -> None:
        """Begin a sheet. For each table side by side, give what finds its cells.

        Raises:
            TableError: ``table.too_many_files``.

        """
        if len(self) + len(at_cell) > MAX_SHEETS_OF_FILES:
            params = {"maximum": MAX_SHEETS_OF_FILES}
            raise TableError(Issue("table.too_many_files", params=params))
        self.offset = len(self) << ROW_BITS
        self._tables += [_Table(self._file, self._file_name, sheet, one) for one in at_cell]

    def repeat(
        self, code: str, path: Steps, own: int, first: int, path_in_first: Steps | None
    ) -> Issue:
        """Return the warning of a row that repeats an earlier one, without its cell.

        The earlier row gets a warning too: see `earlier_issues`. `path_in_first` is None if its
        cell is unknown.
        """
        key = (code, first)
        if key not in self._repeated and self._counts[code] < MAX_ISSUES_PER_CODE:
            self._counts[code] += 1
            self._repeated[key] = (path_in_first, own)
            self._waiting[key] = None
        return self._issue(code, path, own, first)

    def earlier_issues(self, file: int | None = None) -> list[Issue]:
        """Return a warning for each row of a file that a later row repeats.

        Each is returned once. It names the first of the later rows. Without `file`, it is the file
        that is being read.
        """
        wanted = self._file if file is None else file
        keys = [key for key in self._waiting if self._table(key[1]).file == wanted]
        for key in keys:
            del self._waiting[key]
        return [self._located(code, first, *self._repeated[code, first]) for code, first in keys]

    def issues_of_file(self) -> Iterator[Issue]:
        """Yield the warnings that are known after the last row of the file that is being read."""
        yield from self.earlier_issues()
        people, self.people, self.workers = self.people, None, None
        if people is None:
            return
        marked: set[int] = set()
        for (earlier, path), (later, later_path) in islice(people.pairs(), MAX_ISSUES_PER_CODE):
            if earlier not in marked:
                marked.add(earlier)
                yield self._located("table.person_similar", earlier, path, later)
            yield self._located("table.person_similar", later, later_path, earlier)

    def _located(self, code: str, position: int, path: Steps | None, other: int) -> Issue:
        """Return the warning of a row about another one, with its cell if that is known."""
        issue = self._issue(code, path or (), position, other)
        row, table = block_and_row(position)[1], self._table(position)
        if path is None:
            return attrs.evolve(issue, row=row, sheet=table.sheet)
        return attrs.evolve(table.at_cell(row, issue), path=_above_items(path))

    def _table(self, position: int) -> _Table:
        return self._tables[block_and_row(position)[0]]

    def _issue(self, code: str, path: Steps, position: int, other: int) -> Issue:
        """Return the warning of a row about another one, with sheet and file where they differ."""
        table, others = self._table(position), self._table(other)
        params: dict[str, str | int] = {"other": block_and_row(other)[1]}
        if table.place != others.place and others.sheet is not None:
            params["sheet"] = others.sheet
        if table.file != others.file and others.file_name is not None:
            params["file"] = others.file_name
        return Issue(code, path, Severity.WARNING, params)


def _above_items(path: Steps) -> Steps:
    """Return a path up to the list whose item is unknown."""
    items = (number for number, step in enumerate(path) if isinstance(step, int))
    return path[: next(items, len(path))]
