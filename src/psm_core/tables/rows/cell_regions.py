"""Names and codes of regions in cells."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final

import attrs

from ..._core.text_value import parse_or_issue
from ..._paths import Steps
from ...errors import Issue, Severity
from ...regions import NoRegion, OneRegion, RegionRegistry, SeveralRegions
from ...terms import RegionLevel
from ...values.region_code import RegionCode
from ..cells.cell import Cell, without_apostrophe
from ..cells.text import text_of
from ..layouts.column_bindings import ColumnBinding, cell_at, is_nothing, without_prefix

MAX_SUGGESTIONS: Final = 100
"""For how many unknown names in a file other names are suggested: each takes milliseconds."""
_MAX_LISTED: Final = 5
_CODE_SIGNS: Final = frozenset("0123456789. ")
_CACHED_TEXTS: Final = 4096


class RegionReader:
    """Finds the region of each row by the columns for its levels."""

    def __init__(
        self,
        regions: RegionRegistry,
        within: RegionCode | None,
        above: Mapping[Steps, RegionCode] | None = None,
    ) -> None:
        """Search in a table of regions, inside one region if it is given.

        `above` has path → the region that a line above the table states.

        Raises:
            UnknownRegionError: the table does not have the region `within`.

        """
        self.regions = regions
        self._above = above or {}
        self.within: RegionCode | None = None
        if within is not None:
            self.within = regions.current(within) or regions[within].code
        self._is_hinted = within is not None
        self._cached = lru_cache(maxsize=_CACHED_TEXTS)(self._narrow)
        self._unknown_names = 0

    def with_hint(self, issues: Iterable[Issue]) -> Iterator[Issue]:
        """Yield issues; the first ambiguous region of a file names the option that helps."""
        for issue in issues:
            if issue.code == "region.ambiguous" and not self._is_hinted:
                self._is_hinted = True
                yield attrs.evolve(issue, params={**issue.params, "option": "--within"})
            else:
                yield issue

    def region_of(
        self, columns: Sequence[ColumnBinding], cells: Sequence[Cell], notes: list[Issue]
    ) -> RegionCode | Issue | None:
        """Return the smallest region of a row; each level is inside the level above it.

        Where a line above the table states a region, the cells are looked up inside it first. A
        row whose cells name another region has that one, with a warning.
        """
        stated = self._above.get(columns[0].steps) if columns else None
        if stated is None:
            return self._of_cells(self.within, columns, cells, notes)
        scope = self._scope(stated, columns[0].column.level)
        own: list[Issue] = []
        found = self._of_cells(scope, columns, cells, own)
        if isinstance(found, Issue) and scope != self.within:
            others: list[Issue] = []
            elsewhere = self._of_cells(self.within, columns, cells, others)
            found, own = (found, own) if isinstance(elsewhere, Issue) else (elsewhere, others)
        notes += own
        if isinstance(found, Issue):
            return found
        if found is None or self._is_inside(stated, found):
            return stated
        if not self._is_inside(found, stated):
            last = next(
                one for one in reversed(columns) if not is_nothing(cell_at(cells, one.at), one)
            )
            code = "region.fact_differs"
            notes.append(Issue(code, last.steps, Severity.WARNING, column=last.letters))
        return found

    def _scope(self, stated: RegionCode, level: RegionLevel | None) -> RegionCode | None:
        """Return the smallest region around the stated one that is larger than a level."""
        larger = (
            one
            for one in (stated, *stated.ancestors)
            if level is not None and one.level.digits < level.digits
        )
        return next(larger, self.within)

    def _of_cells(
        self,
        scope: RegionCode | None,
        columns: Sequence[ColumnBinding],
        cells: Sequence[Cell],
        notes: list[Issue],
    ) -> RegionCode | Issue | None:
        """Return the smallest region that the cells of a row give, inside a region."""
        region: RegionCode | None = None
        for one in columns:
            cell = without_apostrophe(cell_at(cells, one.at))
            if is_nothing(cell, one):
                continue
            found, issue, inner = self._of_cell(scope, one, cell)
            if issue is not None:
                is_left_out = one.column.is_code and found is None
                if issue.severity is not Severity.WARNING and not is_left_out:
                    return attrs.evolve(issue, column=one.letters)
                notes.append(
                    attrs.evolve(
                        issue, path=one.steps, column=one.letters, severity=Severity.WARNING
                    )
                )
                if is_left_out:
                    continue
            if region is None or found is None or not one.column.is_code:
                region, scope = found, inner
            elif self._is_inside(found, region):  # a code may be that of a larger region
                region = found
        return region

    def _of_cell(
        self, scope: RegionCode | None, one: ColumnBinding, cell: Cell
    ) -> tuple[RegionCode | None, Issue | None, RegionCode | None]:
        """Return the region of a cell, its issue, and the region for the next lower level."""
        if isinstance(cell, int | float):
            return None, Issue("region_code.number"), scope
        text = text_of(cell)
        if isinstance(text, Issue):
            return None, text, scope
        level = None if one.column.is_code else one.column.level
        return self._cached(scope, level, without_prefix(text, one.column))

    def of_text(self, text: str) -> tuple[RegionCode | None, Issue | None]:
        """Return the region of a name or a code of any level, and its issue."""
        return self._region(self.within, None, text)

    def _narrow(
        self, scope: RegionCode | None, level: RegionLevel | None, text: str
    ) -> tuple[RegionCode | None, Issue | None, RegionCode | None]:
        """Return the region of a text, its issue, and the region for the next lower level."""
        found, issue = self._region(scope, level, text)
        if scope is None or found is None or not self._is_inside(scope, found):
            scope = found
        return found, issue, scope

    def _is_inside(self, code: RegionCode, scope: RegionCode) -> bool:
        """Return whether a code is inside a region, by its old code or its current one."""
        now, scope_now = self.regions.current(code) or code, self.regions.current(scope) or scope
        return code.is_within(scope) or now.is_within(scope_now)

    def _by_code(
        self, scope: RegionCode | None, level: RegionLevel | None, text: str
    ) -> tuple[RegionCode | None, Issue | None]:
        """Return the region of a code, or an issue if it is outside the given region."""
        code = parse_or_issue(RegionCode, text)
        if isinstance(code, Issue):
            return None, code
        if level is not None and code.level is not level:
            return None, Issue("region.level")
        is_apart = scope is not None and not self._is_inside(code, scope)
        if is_apart and scope is not None and not self._is_inside(scope, code):
            return None, Issue("region.outside")
        return code, self.regions.status(code).issue

    def _region(
        self, scope: RegionCode | None, level: RegionLevel | None, text: str
    ) -> tuple[RegionCode | None, Issue | None]:
        """Return the region of a name or a code inside a region, and its issue."""
        if _CODE_SIGNS.issuperset(text):
            return self._by_code(scope, level, text)
        inside = scope if scope is None else self.regions.current(scope)
        around = _around(inside, level)
        bound = inside if around is None else around.parent
        suggest = self._unknown_names < MAX_SUGGESTIONS
        meant = self.regions.resolve(text, level=level, within=bound, suggest=suggest)
        self._unknown_names += isinstance(meant, NoRegion)
        if around is not None and isinstance(meant, OneRegion) and meant.region.code != around:
            return None, Issue("region.outside")
        if isinstance(meant, OneRegion):
            return meant.region.code, None
        is_one_of = isinstance(meant, SeveralRegions)
        candidates = meant.candidates if isinstance(meant, SeveralRegions) else meant.suggestions
        named = "; ".join(f"{one.code} {one.full_name}" for one in candidates[:_MAX_LISTED])
        params: dict[str, str | int] = {"candidates": named} if named else {}
        return None, Issue("region.ambiguous" if is_one_of else "region.not_found", params=params)


def _around(inside: RegionCode | None, level: RegionLevel | None) -> RegionCode | None:
    """Return the region of a level that contains a region, or is the region itself."""
    if inside is None or level is None:
        return None
    return next((one for one in (inside, *inside.ancestors) if one.level is level), None)
