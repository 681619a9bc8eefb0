"""The headings that a layout knows, and the column that a heading of a sheet belongs to."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache
from typing import Any, NamedTuple

from ..._core.field_paths import field_type_at, steps_of
from ..._core.field_types import FieldType, unwrap_optional
from .common_columns import CODE_LISTS, NOT_READ, PERSON, REGION
from .heading_names import Heading, alike, is_hint
from .layout import Column, Layout, folded_once


class HeadingMatch(NamedTuple):
    """A heading of a sheet that a layout knows."""

    column: Column
    name: str
    """The spelling that matched, with that of the upper heading if it was needed."""


def is_read(match: HeadingMatch) -> bool:
    """Return whether a column fills a field, or is required."""
    column = match.column
    return column.path is not None or bool(column.parts) or column.required


class Spellings(NamedTuple):
    """The spellings by which the headings of some columns are found."""

    exact: Mapping[str, Column]
    names: Mapping[str, Column]
    """Spelling → column, for those that only one column has."""
    uppers: Mapping[Column, AbstractSet[str]]
    """Column → the upper headings below which it may be."""
    all_uppers: AbstractSet[str]
    texts: frozenset[str]
    """All keys of `exact` and `names`."""
    of_columns: Mapping[Column, frozenset[str]]
    distinctive: frozenset[str]
    """First headings of the columns that are read, without those that lists of people share."""


@lru_cache(maxsize=64)
def spellings_of(columns: tuple[Column, ...], extra_columns: tuple[Column, ...]) -> Spellings:
    """Return the spellings of the headings of a layout; those of recent layouts are kept."""
    every = (*columns, *extra_columns)
    of_columns = {column: frozenset(map(spelling_of, column.headings)) for column in every}
    names: dict[str, Column] = {}
    repeated: set[str] = set()
    for column, spellings in of_columns.items():
        repeated |= spellings & names.keys()
        names |= dict.fromkeys(spellings, column)
    uppers = {
        column: {spelling_of(h.partition(" / ")[0]) for h in column.headings if " / " in h}
        for column in every
    }
    distinctive = frozenset(spelling_of(c.headings[0]) for c in columns if c.path and c.is_evidence)
    exact = {folded_once(h): column for column in every for h in column.headings}
    unique = {name: column for name, column in names.items() if name not in repeated}
    return Spellings(
        exact,
        unique,
        uppers,
        set().union(*uppers.values()),
        frozenset(exact) | frozenset(unique),
        of_columns,
        distinctive - _common_names(),
    )


class LayoutHeadings(NamedTuple):
    """A layout, and the spellings of its headings."""

    layout: Layout[Any]
    spellings: Spellings

    @classmethod
    def of(cls, layout: Layout[Any]) -> "LayoutHeadings":
        """Return the headings of a layout."""
        return cls(layout, spellings_of(layout.columns, layout.extra_columns))

    def match(self, upper: Heading | None, heading: Heading) -> HeadingMatch | None:
        """Return the column of a heading; None if the upper heading belongs to another column.

        In the export of a form program, the names of its groups are upper headings.
        """
        if heading.is_system:
            return None
        found = self._match(upper, heading)
        if found is not None or not heading.inner:
            return found
        inner = (self._match(one.group, one.heading, is_group=True) for one in heading.inner)
        return next(filter(None, inner), None)

    def _match(
        self, upper: Heading | None, heading: Heading, *, is_group: bool = False
    ) -> HeadingMatch | None:
        """Return the column. The group of a form, unlike an upper heading, may have any name."""
        if upper is not None and upper.name != heading.name:
            whole = self._find(heading, upper.name)
            if whole is not None:
                return whole
        else:
            upper = None
        found = self._find(heading)
        if found is None or upper is None:
            return found
        own = self.spellings.uppers[found.column]
        if upper.name in own:
            return HeadingMatch(found.column, upper.name + found.name)
        may_be_others = (
            (own and not is_group) or upper.name in self.spellings.all_uppers or upper.is_elsewhere
        )
        return None if may_be_others else found

    def _find(self, heading: Heading, upper: str = "") -> HeadingMatch | None:
        """Return the column; none with two values for *NIK KK*, the NIK of the head."""
        found = self._found(heading, upper)
        return None if found and found.column.parts and heading.is_of_others else found

    def _found(self, heading: Heading, upper: str) -> HeadingMatch | None:
        exact = self.spellings.exact.get(upper + heading.key)
        if exact is not None:
            return HeadingMatch(exact, upper + heading.name)
        for name, hints in ((heading.name, ()), *heading.bare):
            column = self.spellings.names.get(upper + name)
            if column is not None and self._are_hints(hints, column):
                return HeadingMatch(column, upper + name)
        return None

    def _are_hints(self, hints: Iterable[str], column: Column) -> bool:
        return all(
            is_hint(hint, self._field_type(column), self.spellings.of_columns[column])
            for hint in hints
        )

    def _field_type(self, column: Column) -> FieldType | None:
        if column.path is None:
            return None
        return unwrap_optional(field_type_at(self.layout.record_class, steps_of(column.path)))


@lru_cache(maxsize=4096)
def spelling_of(heading: str) -> str:
    """Return the spelling of a heading of a layout, which may be over two rows.

    The built-in layouts share most headings.
    """
    upper, _, lower = heading.partition(" / ")
    return alike(upper) + alike(lower)


def code_list_named(heading: str) -> str | None:
    """Return the list of codes that the spelling of a heading names, or None."""
    return _code_lists().get(heading)


def is_known_unread(heading: Heading) -> bool:
    """Return whether a heading is known to be of a fact for which records have no field."""
    names = _not_read()
    bare = (name for name, _ in heading.bare)
    inner = (one.heading.name for one in heading.inner)
    return any(name in names for name in (heading.name, *bare, *inner))


@cache
def _not_read() -> frozenset[str]:
    return frozenset(map(alike, NOT_READ))


@cache
def _code_lists() -> Mapping[str, str]:
    """Return spelling of a heading → the list of codes that it names."""
    return {spelling_of(one): key for key, headings in CODE_LISTS.items() for one in headings}


@cache
def _common_names() -> frozenset[str]:
    """Return the headings that every list of people may have."""
    return frozenset(
        spelling_of(heading)
        for headings in (*PERSON.values(), *REGION.values())
        for heading in headings
    )
