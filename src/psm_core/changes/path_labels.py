"""The fields along a path in records, and their labels for display."""

from collections.abc import Iterator, Sequence
from typing import Final

from .._core.field_types import unwrap
from .._core.fields import Field
from .._core.record import is_record_class, record_info
from .._messages.field_labels import label_of

_BETWEEN: Final = " > "


def path_label(record_class: type, path: Sequence[str | int], language: str) -> str:
    """Return the labels of a path, such as ``Penugasan 2 > Sampai``. Items count from 1."""
    texts: list[str] = []
    for owner, step in _steps(record_class, path):
        if isinstance(step, int):
            texts[-1] += f" {step + 1}"
        else:
            texts.append(label_of(owner, step.name, language))
    return _BETWEEN.join(texts)


def field_at(record_class: type, path: Sequence[str | int]) -> Field | None:
    """Return the field that a path leads to; None if it leads to an item of a list."""
    *_, (_, last) = _steps(record_class, path)
    return None if isinstance(last, int) else last


def _steps(record_class: type, path: Sequence[str | int]) -> Iterator[tuple[type, Field | int]]:
    """Yield record class and field of each step, or the position of an item."""
    for step in path:
        if isinstance(step, int):
            yield record_class, step
            continue
        field = next(one for one in record_info(record_class).fields if one.name == step)
        yield record_class, field
        inner = unwrap(field.type).python_type
        record_class = inner if is_record_class(inner) else record_class
