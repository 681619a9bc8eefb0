"""The type `Recap`: a table of counts with its totals, and its suppression and display."""

from collections.abc import Iterable, Mapping
from itertools import product
from typing import Any, final

import attrs

from .._frozen import FrozenDict, FrozenType
from ..values.region_code import RegionCode
from .counts import exact_counts, require_distinct, sums, total
from .suppression import Cell, Progress, cells_to_suppress

_MIN_THRESHOLD = 3
_SUPPRESSED, _UNKNOWN = "·", "?"


def _keys() -> Any:  # noqa: ANN401 - attrs takes it for the field's type
    return attrs.field(
        factory=dict[str | None, str], converter=_read_only, hash=False, kw_only=True
    )


def _read_only(keys: Mapping[str | None, str]) -> Mapping[str | None, str]:
    return FrozenDict(dict(keys))


@final
@attrs.frozen
class Recap(metaclass=FrozenType):
    """A table of counts: rows, columns, and the total of each row, of each column and of all.

    >>> recap = Recap.of("Contoh", ("Angsana", "Satui"), ("Pemulung", "Lansia"),
    ...                  {("Angsana", "Pemulung"): 1, ("Angsana", "Lansia"): 9,
    ...                   ("Satui", "Pemulung"): 7, ("Satui", "Lansia"): 4})
    >>> recap.count(), recap.count(row="Angsana"), recap.count("Satui", "Lansia")
    (21, 10, 4)
    >>> recap.suppress(3).count("Angsana", "Pemulung") is None
    True

    """

    title: str
    """What is counted."""
    rows: tuple[str, ...]
    """The names of the rows, in order."""
    columns: tuple[str, ...]
    """The names of the columns, in order."""
    counts: Mapping[Cell, int | None] = attrs.field(hash=False, converter=exact_counts)
    """(row, column) → count. None in place of a row or column stands for the total. A suppressed
    or unknown count is None. Read-only."""
    has_row_totals: bool = True
    """Whether row totals are meaningful. They are not if the columns count different things."""
    threshold: int | None = None
    """Counts below this number are suppressed; None if none are."""
    suppressed_cells: frozenset[Cell] = frozenset()
    """The suppressed cells and totals. The recap does not store their counts."""
    row_keys: Mapping[str | None, str] = _keys()
    """Row name → what the row counts, if the name alone does not identify it. None → what the
    column totals count. Counts of two tables with equal keys count the same people, see
    `suppress_linked`."""
    column_keys: Mapping[str | None, str] = _keys()
    """Column name → what the column counts, if the name alone does not identify it. None → what
    the row totals count."""
    within: RegionCode | None = None
    """The region whose parts are the rows; the row keys are then region codes."""

    def __attrs_post_init__(self) -> None:
        """Check that each cell and total has a count, and that the totals are sums."""
        require_distinct(self.rows, self.columns)
        cells: set[Cell] = set(product((*self.rows, None), (*self.columns, None)))
        if set(self.counts) != cells:
            raise ValueError("a recap has a count for each cell and total, and no other")
        for line in sums(self.rows, self.columns, has_row_totals=self.has_row_totals):
            whole, *parts = (self.counts[cell] for cell in line)
            if whole not in {None, total(parts)} and None not in parts:
                raise ValueError("a total of a recap is the sum of its cells")

    @classmethod
    def of(  # noqa: PLR0913 - all by name
        cls,
        title: str,
        rows: Iterable[str],
        columns: Iterable[str],
        cells: Mapping[tuple[str, str], int | None],
        *,
        has_row_totals: bool = True,
        row_keys: Mapping[str | None, str] | None = None,
        column_keys: Mapping[str | None, str] | None = None,
        within: RegionCode | None = None,
    ) -> "Recap":
        """Return the recap of some cells, with computed totals. A missing cell counts 0.

        The count of a cell may be None, for unknown. Each total over such a cell is None too.
        `row_keys` and `column_keys` state what a row, column or total counts, for
        `suppress_linked`.

        Raises:
            ValueError: two rows or two columns have the same name; a cell is in no row or column;
                or a count is negative or not an integer (a bool, a float such as 2.0 or NaN, a
                fraction, a text). Other integer types, such as those of numpy, are accepted.

        """
        rows, columns, cells = tuple(rows), tuple(columns), exact_counts(cells)
        require_distinct(rows, columns)
        counts: dict[Cell, int | None] = {}
        for cell in product(rows, columns):
            counts[cell] = cells.get(cell, 0)
        if not counts.keys() >= cells.keys():
            raise ValueError("a cell of a recap lies in one of its rows and columns")
        for column in columns:
            counts[None, column] = total(counts[row, column] for row in rows)
        for row in (*rows, None):
            row_total = total(counts[row, column] for column in columns)
            counts[row, None] = row_total if has_row_totals else None
        return cls(
            title,
            rows,
            columns,
            counts,
            has_row_totals,
            row_keys=row_keys or {},
            column_keys=column_keys or {},
            within=within,
        )

    def count(self, row: str | None = None, column: str | None = None) -> int | None:
        """Return the count of a cell, the total of a row or column, or the grand total.

        None if the count is suppressed or unknown.

        Raises:
            KeyError: there is no such row or column.

        """
        return self.counts[row, column]

    def suppress(self, threshold: int, *, progress: Progress | None = None) -> "Recap":
        """Return the recap with its small counts suppressed, so that it can be published alone.

        Counts from 1 to below the threshold are suppressed, totals too (primary suppression), and
        as many others as necessary (complementary suppression). Whoever sees the rest, knows the
        threshold, and knows that no suppressed count is 0, still finds at least two possible
        values for each small count. Zeros are shown. The counts that remain are unchanged.

        Use `suppress_linked` to publish several tables of the same people. `progress` is called
        with the number of small counts protected so far and the number of small counts.

        Raises:
            ValueError: the threshold is below 3, so a suppressed count could only be 1; or the
                recap is already suppressed with a lower threshold.

        """
        require_threshold(threshold)
        if self.threshold is not None and threshold > self.threshold:
            raise ValueError(
                f"counts below {self.threshold} are already suppressed and are not stored; "
                "suppress the original recap"
            )
        if self.threshold is not None:
            return self
        cells = cells_to_suppress(self.counts, threshold, progress)
        return without_cells(self, cells, threshold)

    def table(self) -> list[list[str]]:
        """Return the table as texts: a header, a line for each row, and the totals.

        ``·`` stands for a suppressed count and ``?`` for an unknown one.
        """
        columns = (*self.columns, None) if self.has_row_totals else self.columns
        lines = [["", *("Jumlah" if column is None else column for column in columns)]]
        for row in (*self.rows, None):
            shown = [self._cell_text((row, column)) for column in columns]
            lines.append(["Jumlah" if row is None else row, *shown])
        return lines

    def _cell_text(self, cell: Cell) -> str:
        count = self.counts[cell]
        if count is not None:
            return str(count)
        return _SUPPRESSED if cell in self.suppressed_cells else _UNKNOWN

    def __repr__(self) -> str:
        """Return the title and the size, without the names of rows, which may be many."""
        size = f"{len(self.rows)} rows, {len(self.columns)} columns"
        suppressed = f", {len(self.suppressed_cells)} cells suppressed"
        return f"<Recap {self.title!r}, {size}{suppressed if self.suppressed_cells else ''}>"

    def _repr_html_(self) -> str:
        return html_of(self)


def html_of(recap: Recap) -> str:
    """Return a recap as a table in HTML."""
    from .._html import html_table  # noqa: PLC0415 - few programs show tables

    head, *rows, totals = recap.table()
    return html_table(recap.title, head, rows, last=totals)


def require_threshold(threshold: int) -> None:
    """Raise ValueError unless the threshold is an int of at least 3."""
    if type(threshold) is not int or threshold < _MIN_THRESHOLD:
        raise ValueError(f"the threshold must be an integer of at least {_MIN_THRESHOLD}")


def without_cells(recap: Recap, cells: frozenset[Cell], threshold: int) -> Recap:
    """Return a recap in which some cells are suppressed."""
    shown = {cell: None if cell in cells else n for cell, n in recap.counts.items()}
    return attrs.evolve(recap, counts=shown, threshold=threshold, suppressed_cells=cells)
