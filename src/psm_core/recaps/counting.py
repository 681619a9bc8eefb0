"""Recaps over any field of any records."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import product
from typing import TYPE_CHECKING, Final, Generic, NamedTuple, TypeVar

from .groups import PLACE, Entry, Grouping, Groups, key_of_unknown, value_groups
from .labels import distinct_labels
from .monthly_columns import COUNT
from .recap import Recap

if TYPE_CHECKING:
    from ..values.region_code import RegionCode

T = TypeVar("T")
_ALL: Final = "all"
_COUNTED: Final = Entry(_ALL, COUNT, "", (0, "", 0))


class Counting(Generic[T]):
    """A recap while records are counted."""

    def __init__(
        self,
        rows: Grouping[T] | Callable[[T], Groups] | str,
        columns: Grouping[T] | Callable[[T], Groups] | str | None,
    ) -> None:
        """Take what the rows and the columns are."""
        self.rows: Axis[T] = Axis(_grouping(rows))
        self.columns: Axis[T] = Axis(
            Grouping[T](lambda _: (_COUNTED,), (_COUNTED,))
            if columns is None
            else _grouping(columns)
        )
        self._has_row_totals = columns is not None
        self._cells: Counter[tuple[Hashable, Hashable]] = Counter()

    def add(self, rows: Sequence[Hashable], columns: Sequence[Hashable], number: int = 1) -> None:
        """Add a number of records with some groups."""
        for cell in product(rows, columns):
            self._cells[cell] += number

    def recap(self, title: str, counted: str) -> Recap:
        """Return the recap of the records that were added."""
        row_names, column_names = self.rows.named(), self.columns.named()
        return Recap.of(
            title,
            row_names.labels.values(),
            column_names.labels.values(),
            {
                (row_names.labels[row], column_names.labels[column]): number
                for (row, column), number in self._cells.items()
            },
            has_row_totals=self._has_row_totals,
            row_keys=row_names.keys,
            column_keys={label: f"{counted} {key}" for label, key in column_names.keys.items()},
            within=self.rows.within,
        )


def count(
    records: Iterable[T],
    /,
    *,
    title: str,
    rows: Grouping[T] | Callable[[T], Groups] | str,
    columns: Grouping[T] | Callable[[T], Groups] | str | None = None,
    counted: str = "records",
) -> Recap:
    """Return the number of records by one or two of their facts, as a recap.

    `rows` and `columns` are functions that return a value of a record, so that type checkers know
    the fields: ``lambda worker: worker.person.sex``. They may return a term, a month, a text, a
    number, a collection of these, or None for unknown. `value_groups`, `region_groups` and
    `age_groups` return groupings with more choices. A text is the path of a field:
    ``person.sex``. Without `columns` there is one column.

    A record is anything: a record of this package, a part of one such as a step, or the row of a
    table as a mapping. A record with several values counts in each, so totals may be larger than
    the number of records. `psm_core.columns.count` counts the rows of a table of Arrow.

    Suppress small counts before you publish the recap: `Recap.suppress`, or `suppress_linked` for
    several recaps of the same records. They are linked by what they count: the same groups, and the
    total if each record counts once. `counted` says what the records are, such as
    ``workers 2025-10``; recaps with the same text must count the same records. Two groupings with
    equal texts of different meaning need a `name` each. If a group of one recap is the sum of
    groups of another, such as a quarter and its months, state that with `rows` or `columns` of
    `suppress_linked`; regions and groups of ages need no statement.

    Raises:
        TypeError: a group is of a type that cannot be counted, such as a NIK or a date.
        ValueError: a group is a text with a number that may be a NIK or KK number, or a record has
            no field at a path.

    >>> from psm_core import NIK, Person, recaps
    >>> people = [Person(nik=NIK("9901014108900001"), name="Contoh")]
    >>> recap = recaps.count(
    ...     people,
    ...     title="Jenis kelamin menurut NIK",
    ...     rows=lambda person: person.nik and person.nik.sex,
    ... )
    >>> recap.table()
    [['', 'Jumlah'], ['Perempuan', '1'], ['Jumlah', '1']]

    """
    counting = Counting(rows, columns)
    for record in records:
        column_keys = counting.columns.keys_of(record)
        counting.add(counting.rows.keys_of(record), column_keys)
    return counting.recap(title, counted)


def _grouping(groups: Grouping[T] | Callable[[T], Groups] | str) -> Grouping[T]:
    return groups if isinstance(groups, Grouping) else value_groups(groups)


class _Names(NamedTuple):
    """The names of rows or columns, and what they count."""

    labels: dict[Hashable, str]
    keys: dict[str | None, str]


class Axis(Generic[T]):
    """The rows or the columns of a recap while it is counted."""

    def __init__(self, grouping: Grouping[T]) -> None:
        """Take how records are grouped."""
        self._entries_of = grouping.entries_of
        self._entries: dict[Hashable, Entry] = {one.key: one for one in grouping.listed}
        self._most, self._is_complete = 1, True
        self.field: str | None = grouping.field
        """The path of the field that is grouped, if it is known."""
        self.within: RegionCode | None = grouping.within

    def keys_of(self, record: T) -> Sequence[Hashable]:
        """Return the keys of the groups of a record."""
        found = {one.key: one for one in self._entries_of(record)}
        for key in found.keys() - self._entries.keys():
            self._entries[key] = found[key]
        self._most = max(self._most, len(found))
        self._is_complete = self._is_complete and bool(found)
        return tuple(found)

    def named(self) -> _Names:
        """Return the names of the groups, in order."""
        ordered = sorted(self._entries.values(), key=PLACE)
        labels = distinct_labels({one.key: (one.label, one.suffix) for one in ordered})
        unknown = key_of_unknown(self._entries)
        keys: dict[str | None, str] = {
            labels[one.key]: unknown if isinstance(one.key, tuple) else str(one.key)
            for one in ordered
        }
        if self._most == 1 and (self._is_complete or self.within):
            keys[None] = _ALL if self._is_complete else f"{_ALL} in {self.within}"
        return _Names(labels, keys)
