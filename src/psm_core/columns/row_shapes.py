"""The rows of a batch by what their cells mean, so that those of one kind are read once."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final, NamedTuple

from .._core.field_paths import field_type_at
from .._core.field_types import unwrap
from .._paths import Steps
from ..records.beneficiaries import Beneficiary, Classification
from ..records.people import Address, Person
from ..tables.rows.keys import PERSON_REPEATED
from ..tables.single_rows import SingleRows
from .arrow import Array, arrow, compute
from .cell_outcomes import (
    ALONE,
    BLANK,
    ColumnOutcomes,
    FilledOutcomes,
    Outcomes,
    PlaceOutcomes,
)
from .combinations import combined, first_rows
from .comparisons import DATE, Comparisons
from .region_outcomes import RegionOutcomes
from .repeated_keys import KeyColumn, Keys
from .value_outcomes import outcomes_of

_CLASSES: Final = frozenset({Address, Beneficiary, Classification, Person})
"""Record classes whose rules are known here."""
_ID: Final = ("id",)


class BatchShapes(NamedTuple):
    """The rows of a batch by the outcomes of their cells."""

    indices: Array
    """For each row the index of its shape."""
    keys: Sequence[tuple[int, ...]]
    """For each shape what its rows have in common."""
    first_rows: Sequence[int | None]
    """For each shape a row of it that needs not be read by itself; None if all have to be."""
    are_alone: Array
    """Whether each row has to be read by itself."""
    row_keys: Keys
    """The ids and NIK numbers of the rows."""


class RowShapes:
    """The outcomes of the cells of rows, for layouts whose rules are known here."""

    def __init__(
        self,
        columns: Mapping[Steps, ColumnOutcomes],
        others: Sequence[ColumnOutcomes],
        regions: Sequence[RegionOutcomes],
        comparisons: Comparisons,
        person: Steps,
    ) -> None:
        self._person = person
        self._columns, self._others, self._regions = columns, others, regions
        self._comparisons = comparisons

    @classmethod
    def of(cls, rows: SingleRows[Any]) -> "RowShapes | None":
        """Return the outcomes for a table, or None if each row has to be read by itself."""
        headings, reader = rows.sheet.headings, rows.sheet.reader
        trees = reader.trees
        if headings.choices or headings.ticks or headings.signatures:
            return None
        record_class = headings.layout.record_class
        filled = [one.steps for one in trees.columns]
        filled += (one.steps for one in reader.constants)
        width = len(rows.names)
        plain = [one for one in trees.plain_columns if one.at < width]
        single = [one.steps for one in plain if not one.column.is_age]
        are_single = len(set(single)) == len(single) and not any(one.is_presence for one in plain)
        if not (are_single and _are_known(record_class, filled)):
            return None
        columns: dict[Steps, ColumnOutcomes] = {}
        others: list[ColumnOutcomes] = [FilledOutcomes(at) for at in trees.gaps]
        for one in plain:
            found = outcomes_of(one, reader.regions)
            if one.column.is_age:
                others.append(found)
            else:
                columns[one.steps] = found
        firsts = {one.column: one for one in trees.columns if one.at >= width}
        for splitter in trees.splitters:
            first = firsts[splitter.column.parts[0]]
            is_place = first.steps[-1] == "birth_place"
            others.append(
                PlaceOutcomes(splitter, first) if is_place else ColumnOutcomes(splitter.at)
            )
        person: Steps = () if record_class is Person else ("person",)
        given = {one.steps: one.value for one in reader.constants}
        found_on, as_of = given.get(DATE), rows.as_of
        comparisons = Comparisons(
            person,
            columns,
            found_on if isinstance(found_on, date) else None,
            reader.regions,
            as_of,
        )
        regions = [RegionOutcomes(one, trees.region_reader) for _, one in trees.region_columns]
        return cls(columns, others, regions, comparisons, person)

    def of_batch(self, arrays: Sequence[Array | None], count: int) -> BatchShapes:
        """Return the shapes of the rows of a batch."""

        def column(at: int) -> Array:
            array = arrays[at]
            return arrow.nulls(count) if array is None else array

        by_path = {steps: one.of(column(one.at)) for steps, one in self._columns.items()}
        found: list[Outcomes] = [*by_path.values()]
        found += (one.of(column(one.at)) for one in self._others)
        found += (one.of([column(part.at) for part in one.columns]) for one in self._regions)
        compared = self._comparisons.compare(by_path, count)
        numbers = [one.numbers for one in found]
        are_alone = compute.or_(compared.are_alone, self._are_single(numbers, count))
        for one in numbers:
            are_alone = compute.or_(are_alone, compute.equal(one, ALONE))
        numbers += compared.numbers
        shapes = combined(numbers, count)
        firsts = first_rows(shapes.indices, are_alone, len(shapes.dictionary))
        rows = arrow.array([number or 0 for number in firsts], arrow.int64())
        keys = [*zip(*(one.take(rows).to_pylist() for one in numbers), strict=True)]
        row_keys = {KeyColumn(PERSON_REPEATED, (*self._person, "nik")): compared.niks}
        if (ids := by_path.get(_ID)) is not None:
            row_keys[KeyColumn("table.key_duplicate", _ID)] = ids.values
        return BatchShapes(shapes.indices, keys, firsts, are_alone, row_keys)

    def _are_single(self, numbers: Sequence[Array], count: int) -> Array:
        """Return which rows have one cell only: what it says decides whether it is a record."""
        filled: Array = arrow.repeat(arrow.scalar(0, arrow.int32()), count)
        if len(numbers) > 1:
            for one in numbers:
                filled = compute.add(filled, compute.not_equal(one, BLANK).cast(arrow.int32()))
        return compute.equal(filled, 1)


def _are_known(record_class: type, filled: Sequence[Steps]) -> bool:
    """Return whether some fields are those of records whose rules are known here."""
    if record_class not in {Beneficiary, Person}:
        return False
    above = {steps[:length] for steps in filled for length in range(len(steps))}
    classes = {
        unwrap(field_type_at(record_class, steps)).python_type
        for steps in above
        if not steps or isinstance(steps[-1], str)
    }
    items = [steps[1] for steps in filled if steps[0] == "classifications"]
    return classes <= _CLASSES and not any(items)
