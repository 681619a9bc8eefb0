"""The provenance of a record that was read from a file: the file, and the cell of each field."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from .._core.text import normalize_text
from .._paths import Steps
from ..errors import Issue
from ..records.provenance import FieldSource, Provenance, parts_of
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
        cell = Issue("", row=row, column=column, sheet=sheet).cell
        position = _line(cell, _LONGEST_POSITION)
        return FieldSource(
            agent=agent, recorded_on=recorded_on, document=document, position=position
        )

    found = {
        steps: letters for steps, letters in columns.items() if _has_value(record, steps, columns)
    }
    entries = {steps: source(letters) for steps, letters in found.items()}
    return Provenance({(): source(None), **entries})


def _has_value(record: object, steps: Steps, columns: Mapping[Steps, str]) -> bool:
    """Return whether the cell of a column is the value at a path of a record.

    Blank items of a list are left out of the record, and items of a set have no order. Then it is
    unknown which item a column has filled.
    """
    value = record
    for depth, step in enumerate(steps):
        parts = dict(parts_of(value))
        if step not in parts:
            return False
        if isinstance(step, int):
            numbers = {
                one[depth] for one in columns if one[:depth] == steps[:depth] and len(one) > depth
            }
            if len(parts) != len(numbers) or (len(parts) > 1 and isinstance(value, frozenset)):
                return False
        value = parts[step]
    return value is not None and value not in ((), frozenset())


def _line(text: str, longest: int) -> str:
    """Return a text that a field accepts: one line of printable characters, not too long."""
    printable = "".join(one if one.isprintable() else " " for one in text)
    return normalize_text(printable[:longest])
