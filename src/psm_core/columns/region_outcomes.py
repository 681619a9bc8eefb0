"""What the columns for the levels of a region mean together for their rows."""

from collections.abc import Hashable, Sequence

from ..errors import Issue
from ..tables.cells.cell import Cell, is_blank
from ..tables.layouts.column_bindings import ColumnBinding
from ..tables.rows.cell_regions import RegionReader
from .arrow import Array, arrow
from .cell_outcomes import BLANK, FIRST_KEY, MOST_REMEMBERED, Outcomes, distinct
from .combinations import combined, first_rows


class RegionOutcomes:
    """Of the columns that together give a region."""

    def __init__(self, columns: Sequence[ColumnBinding], regions: RegionReader) -> None:
        """Take the columns, the largest level first."""
        self.columns = columns
        self._regions = regions
        self._numbers: dict[Hashable, int] = {}
        self._remembered: dict[Hashable, int] = {}

    def of(self, arrays: Sequence[Array]) -> Outcomes:
        """Return the outcome of each row."""
        parts: list[Sequence[Cell]] = []
        places: list[Array] = []
        for array in arrays:
            values, indices = distinct(array)
            parts.append([*values, None])
            places.append(indices.fill_null(len(values)))
        found = combined(places, len(arrays[0]))
        rows = arrow.array(first_rows(found.indices, None, len(found.dictionary)), arrow.int64())
        chosen: list[list[Cell]] = [
            [values[at] for at in own.take(rows).to_pylist()]
            for values, own in zip(parts, places, strict=True)
        ]
        numbers = [self._outcome(cells) for cells in zip(*chosen, strict=True)]
        return Outcomes(arrow.array(numbers, arrow.int32()).take(found.indices))

    def _outcome(self, cells: tuple[Cell, ...]) -> int:
        key = (cells, tuple(map(type, cells)))  # True equals 1
        if key not in self._remembered:
            if len(self._remembered) >= MOST_REMEMBERED:
                self._remembered.clear()
            self._remembered[key] = self._new_outcome(cells)
        return self._remembered[key]

    def _new_outcome(self, cells: tuple[Cell, ...]) -> int:
        are_blank = tuple(map(is_blank, cells))
        if all(are_blank):
            return BLANK
        wide: dict[int, Cell] = {
            one.at: cell for one, cell in zip(self.columns, cells, strict=True)
        }
        notes: list[Issue] = []
        row = [wide.get(at) for at in range(max(wide) + 1)]
        found = self._regions.region_of(self.columns, row, notes)
        issues = [*notes, *([found] if isinstance(found, Issue) else [])]
        key = (
            are_blank,
            found is None,
            *((one.code, one.severity, one.column) for one in issues),
        )
        return self._numbers.setdefault(key, len(self._numbers) + FIRST_KEY)
