"""What Hypothesis loads by itself: every record and value of the house has its strategy.

Hypothesis asks while it is being imported, maybe by the strategies themselves, so those are looked
for when something is drawn.
"""

from typing import Any

from hypothesis import strategies as st

from .._core.field_types import unwrap
from .._core.record import is_record_class, record_info
from .._core.text_value import TextValue
from ..wire.versions import NAMES


def register() -> None:
    """Let `st.from_type` know the values and records of the house."""
    for kind in _kinds():
        st.register_type_strategy(kind, _drawn)


def _drawn(kind: type[Any]) -> st.SearchStrategy[Any]:
    from .strategies import records, values  # noqa: PLC0415 - as above

    return records(kind) if is_record_class(kind) else values(kind)


def _kinds() -> set[type]:
    """Return every record that a document can hold, and every value of the house in them."""
    found: set[type] = set()
    waiting: list[type] = list(NAMES)
    while waiting:
        kind = waiting.pop()
        if kind in found or not (is_record_class(kind) or issubclass(kind, TextValue)):
            continue
        found.add(kind)
        if is_record_class(kind):
            waiting += (unwrap(field.type).python_type for field in record_info(kind).fields)
    return found
