"""The layout of a file that psm-core wrote: its headings are paths, or labels of fields."""

from collections.abc import Iterable
from functools import lru_cache
from typing import TypeVar

from ..._core.field_paths import dotted, field_type_at, steps_of
from ..._core.field_types import unwrap
from ...errors import Issue
from ..cells.cell import Cell
from ..cells.values import reader_of
from .export_headings import export_mark, steps_of_heading
from .layout import BLANK, Column, Layout, folded, require_fillable

T = TypeVar("T")


def export_layout(record_class: type[T], cells: Iterable[Cell]) -> Layout[T] | None:
    """Return the layout of an export with these headings, or None if it is no export.

    Labels of fields are headings only beside the mark of an export: other lists have them too.
    """
    texts = {folded(cell): str(cell).strip() for cell in reversed([*cells]) if cell is not None}
    mark = export_mark(record_class)
    has_mark = folded(mark) in texts
    headings: dict[str, list[str]] = {}
    for text in reversed(texts.values()):
        path = _path(record_class, text, has_mark=has_mark)
        if path is not None:
            headings.setdefault(path, []).append(text)
    if not headings:
        return None
    exported: type = record_class
    columns = [
        Column(path, tuple(written), blank=_blank(exported, path))
        for path, written in headings.items()
    ]
    if has_mark:
        columns.append(Column(None, mark))
    return Layout("psm-core", "Ekspor psm-core", record_class, tuple(columns), is_export=True)


def is_marked(record_class: type, cells: Iterable[Cell]) -> bool:
    """Return whether headings have the mark of an export of a record class."""
    mark = folded(export_mark(record_class))
    return any(isinstance(cell, str) and folded(cell) == mark for cell in cells)


def _path(record_class: type, text: str, *, has_mark: bool) -> str | None:
    """Return the path that a heading is or means, if a column can fill it."""
    paths = [text]
    if has_mark and (steps := steps_of_heading(record_class, text)) is not None:
        paths.append(dotted(steps))
    return next((path for path in paths if _can_be_filled(record_class, path)), None)


def _can_be_filled(record_class: type, path: str) -> bool:
    try:
        require_fillable(record_class, path)
    except ValueError:
        return False
    return True


@lru_cache(maxsize=1024)
def _blank(record_class: type, path: str) -> frozenset[str]:
    """Return the words that mean "no value" in a column, because they are no value of its field."""
    field_type = unwrap(field_type_at(record_class, steps_of(path)))
    read = reader_of(field_type, verbatim=True)

    def is_value(word: str) -> bool:
        value = read(word)
        return not isinstance(value, Issue) and not field_type.issues(value)

    return frozenset(word for word in BLANK if not word or not is_value(word))
