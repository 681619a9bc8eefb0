"""The Hypothesis plugin: registers a strategy for every record class and value type.

Hypothesis loads plugins while it is being imported, perhaps by `strategies` itself. Therefore
`strategies` is imported only when a value is drawn.
"""

from typing import Any

from hypothesis import strategies as st

from .._core.field_types import unwrap
from .._core.record import is_record_class, record_info
from .._core.text_value import TextValue
from ..records.provenance import FieldSource
from ..wire.versions import NAMES


def register() -> None:
    """Let `st.from_type` draw the records and values of this package."""
    for cls in _classes():
        st.register_type_strategy(cls, _strategy)


def _strategy(cls: type[Any]) -> st.SearchStrategy[Any]:
    from .strategies import records, values  # noqa: PLC0415 - as above

    return records(cls) if is_record_class(cls) else values(cls)


def _classes() -> set[type]:
    """Return every record class of documents and their provenance, and the value types in them."""
    classes: set[type] = set()
    pending: list[type] = [*NAMES, FieldSource]
    while pending:
        cls = pending.pop()
        if cls in classes or not (is_record_class(cls) or issubclass(cls, TextValue)):
            continue
        classes.add(cls)
        if is_record_class(cls):
            pending += (unwrap(field.type).python_type for field in record_info(cls).fields)
    return classes
