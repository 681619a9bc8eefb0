"""The fields that the labels in headings of written files name."""

from collections.abc import Mapping
from functools import cache

from ..._core.record import record_info
from ..._messages.field_labels import label_of
from .layout import folded


@cache
def names_by_label(record_class: type) -> Mapping[str, str]:
    """Return folded label in either language → the name of the field."""
    return {
        folded(label_of(record_class, field.name, language)): field.name
        for field in record_info(record_class).fields
        for language in ("en", "id")
    }
