"""The provenance of a record that was read from a file: the file, and the cell of each field."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from typing import Final

from .._core.text import normalize_text
from .._paths import Steps
from ..errors.issues import cell_address
from ..records.provenance import NO_PART, FieldSource, Provenance, ordered_items, part_of
from ..values.ids import AgentId

_LONGEST_NAME: Final = 300
_LONGEST_POSITION: Final = 100


def provenance_of_row(  # noqa: PLR0913 - where the row is, and who recorded it
    record: object,
    row: int,
    sheet: str | None,
    columns: Mapping[Steps, str],
    *,
    document: str,
    agent: AgentId | None,
    recorded_on: date | None,
) -> Provenance:
    """Return the provenance of the record of a row. `columns` are path → letters."""
    document = _line(document, _LONGEST_NAME)

    def source(column: str | None) -> FieldSource:
        position = _line(cell_address(sheet, column, row), _LONGEST_POSITION)
        return FieldSource(
            agent=agent, recorded_on=recorded_on, document=document, position=position
        )

    numbers: defaultdict[Steps, set[str | int]] = defaultdict(set)
    for steps in columns:
        for depth, step in enumerate(steps):
            numbers[steps[:depth]].add(step)
    found = {
        steps: source(letters)
        for steps, letters in columns.items()
        if _has_value(record, steps, numbers)
    }
    return Provenance({(): source(None), **found})


def _has_value(record: object, steps: Steps, numbers: Mapping[Steps, set[str | int]]) -> bool:
    """Return whether the cell of a column is the value at a path of a record.

    Blank items of a list are left out of the record, and items of a set have no order. Then it is
    unknown which item a column has filled. `numbers` are path → the steps after it in all columns.
    """
    value = record
    for depth, step in enumerate(steps):
        if isinstance(step, int):
            count, kind = len(ordered_items(value)), type(value)
            if count != len(numbers[steps[:depth]]) or (count > 1 and kind is frozenset):
                return False
        value = part_of(value, step)
        if value is NO_PART:
            return False
    return value is not None and value not in ((), frozenset())


def _line(text: str, longest: int) -> str:
    """Return a text that a field accepts: one line of printable characters, not too long."""
    printable = "".join(one if one.isprintable() else " " for one in text)
    return normalize_text(printable[:longest])
