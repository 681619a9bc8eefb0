"""Fields that a person names in a file or an argument: whether they exist, and similar ones."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, Final

from ..._core.suggestions import most_similar
from ...errors import Issue
from ..flat import record_layout
from ..layouts.built_in import LAYOUTS
from ..layouts.heading_names import heading_of
from ..layouts.layout import Column, required_part
from ..layouts.layout_headings import LayoutHeadings

_SIMILAR: Final = 0.6


def field_issue(record_class: type, path: str) -> Issue | None:
    """Return the issue of a path that a column cannot fill, with a similar path; None if it can.

    The codes are ``layout.field_unknown`` and ``layout.field_incomplete``.
    """
    try:
        needed = required_part(record_class, path)
    except ValueError:
        return Issue("layout.field_unknown", params=_suggestion(similar_field(record_class, path)))
    if needed is None:
        return None
    return Issue("layout.field_incomplete", params={"suggestion": needed})


def _suggestion(text: str | None) -> dict[str, str | int]:
    return {} if text is None else {"suggestion": text}


def similar_field(record_class: type, text: str) -> str | None:
    """Return the path that a text may mean: a known heading, or a path with a similar spelling."""
    columns = columns_with_heading(record_class, text.rpartition(".")[2])
    for column in columns:
        if column.path is not None:
            return column.path
    paths = _paths(record_class)
    near = most_similar(text, paths, cutoff=_SIMILAR)
    if near:
        return near
    ends = {path.rpartition(".")[2]: path for path in reversed(paths)}
    near = most_similar(text.rpartition(".")[2], ends, cutoff=_SIMILAR)
    return ends[near] if near else None


@cache
def _paths(record_class: type) -> Sequence[str]:
    """Return the path of every field, lists with one item."""
    return [column.path for column in record_layout(record_class).columns if column.path]


def columns_with_heading(record_class: type, text: str) -> Sequence[Column]:
    """Return the columns of built-in layouts that a heading fills, one for each field."""
    heading = heading_of(text)
    found: dict[object, Column] = {}
    for layout in _layouts(record_class) if heading is not None else ():
        match = LayoutHeadings.of(layout).match(None, heading) if heading else None
        if match is not None and (match.column.path or match.column.parts):
            column = match.column
            found.setdefault((column.path, column.level, len(column.parts)), column)
    return list(found.values())


def _layouts(record_class: type) -> Iterator[Any]:
    return (layout for layout in LAYOUTS if layout.record_class is record_class)
