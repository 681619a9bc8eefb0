"""Headings that a caller gives for fields, beside those that layouts know."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

import attrs

from ..._core.suggestions import SIMILAR, most_similar
from ...errors import Issue, TableError, ValidationError
from ...records.people import Person
from ..layouts.heading_names import heading_of
from ..layouts.layout import Column, Layout, folded
from ..layouts.layout_headings import LayoutHeadings
from .named_fields import columns_with_heading, field_issue
from .table_headings import Headings

T = TypeVar("T")
OwnHeadings = Mapping[str, str | None]
"""Heading → a field, or a known heading of one; None for a heading that is not read."""


def with_headings(layout: Layout[T], headings: OwnHeadings) -> Layout[T]:
    """Return a layout in which some headings fill other fields, or are not read.

    Raises:
        ValidationError: ``layout.field_unknown``, ``layout.field_incomplete``,
            ``layout.field_mapped``, ``layout.heading_blank``. The path has the heading.

    >>> from psm_core import Person
    >>> layout = Layout("desa", "Desa", Person, (Column("name", "Nama"), Column("nik", "NIK")))
    >>> changed = with_headings(layout, {"Warga": "nama", "NIK": None})
    >>> [(column.path, column.headings) for column in changed.all_columns()]
    [('name', ('Warga', 'Nama')), (None, ('NIK',))]

    """
    columns = {heading: column_for(layout, field) for heading, field in headings.items() if field}
    issues = tuple(_issues(headings, columns))
    if issues:
        raise ValidationError(issues)
    taken = {folded(heading) for heading in headings}
    first = {column: heading for heading, column in columns.items() if isinstance(column, Column)}
    known = layout.all_columns()
    ignored = [Column(None, heading) for heading, field in headings.items() if not field]
    new = [
        attrs.evolve(one, headings=heading, is_chosen=True)
        for one, heading in first.items()
        if one not in known
    ]
    return attrs.evolve(
        layout,
        columns=tuple(_changed(layout.columns, first, taken)),
        extra_columns=(*_changed(layout.extra_columns, first, taken), *new, *ignored),
    )


def column_for(layout: Layout[T], field: str) -> Column | Issue:
    """Return the column of a layout for a field or a known heading, or why there is none.

    In a list of people, ``person.name`` is the field ``name``, as in the other lists.
    """
    if layout.record_class is Person:
        field = field.removeprefix("person.")
    heading = heading_of(field)
    columns = layout.all_columns()
    by_path = [one for one in columns if one.path == field and not one.is_age]
    if by_path:
        return max(by_path, key=lambda one: one.level.digits if one.level else 0)
    match = None if heading is None else LayoutHeadings.of(layout).match(None, heading)
    if match is not None and (match.column.path or match.column.parts):
        return match.column
    issue = field_issue(layout.record_class, field)
    if issue is None:
        return Column(field, field)
    return next(iter(columns_with_heading(layout.record_class, field)), issue)


def _issues(headings: OwnHeadings, columns: Mapping[str, Column | Issue]) -> Iterator[Issue]:
    seen: set[Column] = set()
    for heading in headings:
        if not folded(heading):
            yield Issue("layout.heading_blank")
    for heading, column in columns.items():
        shown = heading_of(heading)
        place = () if shown is None or shown.shown is None else (shown.shown,)
        if isinstance(column, Issue):
            yield column.under(*place)
        elif column in seen:
            yield Issue("layout.field_mapped", place)
        else:
            seen.add(column)


def _changed(
    columns: Iterable[Column], first: Mapping[Column, str], taken: set[str]
) -> Iterator[Column]:
    """Yield the columns with their new headings first, and without those that others now have."""
    for column in columns:
        others = [heading for heading in column.headings if folded(heading) not in taken]
        if column in first:
            yield attrs.evolve(column, headings=(first[column], *others), is_chosen=True)
        elif others:
            yield attrs.evolve(column, headings=others)


def layouts_with_headings(
    layouts: Sequence[Layout[T]], headings: OwnHeadings
) -> Sequence[Layout[T]]:
    """Return those of some layouts that have all the fields, with the headings.

    Raises:
        ValidationError: as in `with_headings`, if no layout has all the fields.

    """
    if not headings:
        return layouts
    changed: list[Layout[T]] = []
    errors: list[ValidationError] = []
    for layout in layouts:
        try:
            changed.append(with_headings(layout, headings))
        except ValidationError as error:
            errors.append(error)
    if errors and not changed:
        raise min(errors, key=lambda error: len(error.issues))
    return changed


def require_headings(found: Sequence[Headings], headings: OwnHeadings) -> None:
    """Reject a heading that none of the sheets has.

    Raises:
        TableError: ``layout.heading_missing``, with the most similar heading of the sheet.

    """
    texts = {key: shown for one in found for key, shown in one.texts.items()}
    for heading in headings:
        if folded(heading) in texts:
            continue
        plain = heading_of(heading)
        params: dict[str, str | int] = {"heading": (plain and plain.shown) or "-"}
        near = most_similar(folded(heading), texts, cutoff=SIMILAR)
        shown = texts[near] if near else None
        if shown is not None:
            params["suggestion"] = shown
        raise TableError(
            Issue(
                "layout.heading_missing",
                params=params,
                row=found[0].row,
                sheet=found[0].sheet.name,
            )
        )
