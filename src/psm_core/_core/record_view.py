"""The view of a record in a notebook: its fields, with ``***`` for personal data and free text."""

from collections.abc import Callable, Iterator
from itertools import islice
from typing import Final, cast

from .._frozen import MASK, Shown
from .._html import html_table
from .vocabulary import Term

_MOST_ROWS: Final = 40
_MOST_ITEMS: Final = 3


def html_view(
    record: object, masked_fields: Callable[[object], Shown], sort_key: Callable[[object], str]
) -> str:
    """Return a record as a table in HTML: path and value of the fields that are no default.

    The masked fields of a record are one row.

    `masked_fields` returns the fields of a record that may be shown.
    """

    def rows_of(record: object, above: str) -> Iterator[tuple[str, str]]:
        fields = masked_fields(record)
        masked = [name for name, value in fields if value is MASK]
        if masked:
            yield f"{above}{', '.join(masked)}", repr(MASK)
        for name, value in fields:
            if value is not MASK:
                yield from of_value(value, f"{above}{name}")

    def of_value(value: object, path: str) -> Iterator[tuple[str, str]]:
        if hasattr(type(value), "__record_fields__"):
            yield from rows_of(value, f"{path}.")
        elif isinstance(value, tuple | frozenset):
            items = cast("tuple[object, ...] | frozenset[object]", value)
            ordered = items if isinstance(items, tuple) else sorted(items, key=sort_key)
            for number, item in enumerate(ordered[:_MOST_ITEMS]):
                yield from of_value(item, f"{path}[{number}]")
            if len(ordered) > _MOST_ITEMS:
                yield path, f"\u2026 {len(ordered) - _MOST_ITEMS} more"
        else:
            yield path, value.label if isinstance(value, Term) else str(value)

    rows = list(islice(rows_of(record, ""), _MOST_ROWS + 1))
    shown = [*rows[:_MOST_ROWS], *([("\u2026", "\u2026")] if len(rows) > _MOST_ROWS else [])]
    return html_table(type(record).__name__, ("field", "value"), shown)
