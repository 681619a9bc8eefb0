"""One row into one record: cells into values, values into their places, all faults to their cells.

What stands in the way of a value is put in its place as an `Issue`, so the assembler that builds
the record finds it there, together with all that it finds itself.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import Any, Final, NamedTuple

import attrs

from .._core.builder import INVALID
from .._core.field_types import CollectionType, FieldType, TextType, unwrap, unwrap_optional
from .._core.record import is_record_class, record_info
from .._core.text_value import parse_or_issue
from ..errors import Issue, Severity
from ..records.people import Person
from ..regions import NoRegion, OneRegion, RegionRegistry, SeveralRegions
from ..terms import NIKAbsence, RegionLevel
from ..values.region_code import RegionCode
from .cell_dates import WithWarning
from .cell_parts import Splitter
from .cell_text import text_of
from .cell_values import CellReader, reader_of
from .cells import LONGEST, Cell, is_blank, without_apostrophe
from .column_damage import Place
from .files.sheets import column_letters
from .header_columns import Headings
from .layout import Column, Layout, Steps, dotted, field_type_at, steps_of
from .lenient import Leniency, as_left_out
from .nested import Tree, at, put, record_of
from .required_values import Given, HeadingRow, OutsideFacts
from .table_end import TableColumn

MOST_SUGGESTIONS: Final = 100
"""For how many unknown names of regions in a file others are suggested: each takes up to 0.5 s."""
_NAMED: Final = 5
_CODE_SIGNS: Final = frozenset("0123456789. ")
_KEPT: Final = 4096
_SPACES: Final = 2  # what stands for nothing may be written with more blanks than it has


class _Filled(NamedTuple):
    """How one column, or a row between the others, fills one field."""

    at: int
    letters: str
    column: Column
    steps: Steps
    field_type: FieldType
    read: CellReader
    is_presence: bool
    """Whether it tells that there is a record, and nothing of it."""
    longest_blank: int
    """How long what stands for nothing can be."""
    firsts: str
    """The ASCII signs that what stands for nothing can begin with, in both cases."""
    is_second: bool = False
    """Whether another column of its own fills the same field, and this one is only compared."""


class _Fixed(NamedTuple):
    """A value of every row: one that the caller gave, or one that counts if its record is there."""

    steps: Steps
    value: object
    is_given: bool


class RowReader:
    """Reads the rows of one sheet, all by the same headings."""

    def __init__(  # noqa: PLR0913 - all by name
        self,
        headings: Headings,
        *,
        given: Given,
        key: str,
        within: RegionCode | None,
        regions: RegionRegistry,
        lenient: bool = False,
    ) -> None:
        """Work out once what is the same for every row."""
        layout = headings.layout
        self.kind: type = layout.kind
        self._is_export = layout.is_export
        self._width = max(headings.named, default=-1) + 1
        self._gaps = [at for at in range(self._width) if at not in headings.named]
        self._sheet, self._key = headings.sheet.name, key
        self.regions = regions
        # One that the table does not know is refused: it would be no bound at all.
        self._within = None if within is None else regions.current(within) or regions[within].code
        self._splitters = [
            Splitter.of(self.kind, index, column)
            for index, column in headings.columns.items()
            if column.parts
        ]
        columns = [
            _filled(layout, index, column, column.path)
            for index, column in headings.columns.items()
            if column.path is not None
        ]
        columns += self._parts(columns, layout)
        self._columns = columns
        read = {one.at for one in columns if one.at < self._width}
        self._read_at = sorted(read | {one.at for one in self._splitters})
        self._inside: dict[Steps, str] = {}
        for one in columns:
            for length in range(len(one.steps) + 1):
                self._inside.setdefault(one.steps[:length], one.letters)
        self._own = {one.steps: one.letters for one in reversed(columns)}
        plain = (one for one in columns if one.column.level is None)
        self._plain = sorted(plain, key=lambda one: one.is_second)
        self._places = _places(columns)
        self._groups = {
            word: _filled(layout, -1, Column(path, word), path)
            for word, path in layout.groups.items()
        }
        told = {one.steps[:-1] for one in columns}
        self._fixed = [
            _Fixed(_need_alone(path, columns), value, is_given=True)
            for path, value in given.values.items()
        ]
        filled = [(steps_of(one.path), one.required) for one in layout.columns if one.path]
        for path, value in layout.constants.items():
            steps = steps_of(path)
            beside = [needed for one, needed in filled if one[: len(steps) - 1] == steps[:-1]]
            self._fixed.append(_Fixed(steps, value, is_given=any(beside) or not beside))
        self._people = {steps for steps in told if _record_at(self.kind, steps) is Person}
        self._id_kind = next(
            (
                f.type.python_type
                for f in record_info(self.kind).fields
                if f.name == "id" and f.required
            ),
            None,
        )
        self.is_draft: bool = False
        """Whether the last record was built with something in place of an unknown fact."""
        self._is_hinted = within is not None
        filled_steps = [one.steps for one in (*columns, *self._groups.values())]
        self._outside = OutsideFacts(
            layout,
            [*filled_steps, *(fixed.steps for fixed in self._fixed)],
            HeadingRow(self._sheet, headings.row),
            given,
        )
        self._found = lru_cache(maxsize=_KEPT)(self._narrowed)
        self._unknown_names = 0
        self._leniency: Leniency | None = None
        if lenient:
            self._leniency = Leniency(
                self.kind,
                needed=[steps for steps, is_needed in filled if is_needed],
                people=self._people,
                presence={one.steps for one in columns if one.is_presence},
            )

    def _parts(self, columns: Iterable[_Filled], layout: Layout[Any]) -> Iterator[_Filled]:
        """Yield how the parts of cells fill fields; their cells stand behind those of the row."""
        own = {one.steps for one in columns if one.column.level is None}
        at = self._width
        for splitter in self._splitters:
            for part in splitter.column.parts:
                one = _filled(layout, at, part, part.path or "")
                own_letters = column_letters(splitter.at)
                yield one._replace(letters=own_letters, is_second=one.steps in own)
                own.add(one.steps)
                at += 1

    def _split(self, cells: Sequence[Cell], tree: Tree, notes: list[Issue]) -> Sequence[Cell]:
        """Return the cells of a row, and behind them those of the parts of some."""
        wide = [_cell(cells, place) for place in range(self._width)]
        for splitter in self._splitters:
            parts, issues = splitter.split(_cell(cells, splitter.at))
            wide += parts
            for number, found in issues:
                steps = steps_of(splitter.column.parts[number].path or "")
                issue = attrs.evolve(found, path=steps, column=column_letters(splitter.at))
                if issue.severity is Severity.WARNING:
                    notes.append(issue)
                else:
                    put(tree, steps, attrs.evolve(issue, path=()))
        return wide

    def record(
        self, number: int, cells: Sequence[Cell], group: Mapping[str, Cell]
    ) -> tuple[object, list[Issue]]:
        """Return the record of a row, or `INVALID`, and its issues at their cells."""
        notes: list[Issue] = []
        tree = self._told(cells, group, notes)
        if self._leniency is not None:
            notes = [
                *self._leniency.unread(tree),
                *self._lenient_notes(self._leniency, tree, notes),
            ]
        self._complete(tree, number)
        record, issues, whole = self._built(tree, notes)
        issues += notes
        if any(issue.severity is Severity.ERROR for issue in notes):
            record = INVALID
        if record is INVALID and (lonely := next(self._lonely(cells), None)) is not None:
            issues = [attrs.evolve(lonely, severity=Severity.ERROR)]  # the others follow from it
            whole = []
        issues = self.at_cells(number, issues) if issues else issues
        return record, [*whole, *self._hinted(issues)]

    def _built(self, tree: Tree, notes: list[Issue]) -> tuple[object, list[Issue], list[Issue]]:
        """Return the record of a tree, its issues, and those about the whole file."""
        self.is_draft = self._outside.complete(tree)
        issues: list[Issue] = []
        record = record_of(self.kind, tree, issues)
        whole: dict[Issue, Issue] = {}
        while (found := self._outside.about_file(issues)) and self._outside.complete(tree):
            whole |= found
            self.is_draft = True
            issues = []
            record = record_of(self.kind, tree, issues)
        while record is INVALID and self._leniency is not None:
            left_out = self._leniency.broken(tree, issues)
            if not left_out:
                break
            notes += left_out
            issues = []
            record = record_of(self.kind, tree, issues)
        whole |= self._outside.about_file(issues)
        issues = [one for one in issues if one not in whole and not self._outside.concerns(one)]
        return record, issues, [*dict.fromkeys(whole.values())]

    def _hinted(self, issues: Iterable[Issue]) -> Iterator[Issue]:
        """Yield issues, the first ambiguous region of a file with the option that says more."""
        for issue in issues:
            if issue.code == "region.ambiguous" and not self._is_hinted:
                self._is_hinted = True
                yield attrs.evolve(issue, params={**issue.params, "option": "--within"})
            else:
                yield issue

    @property
    def unknown(self) -> tuple[str, ...]:
        """The paths of required facts that are unknown, without which no row is a record."""
        return tuple(map(dotted, self._outside.unknown))

    def unknown_issues(self) -> Iterator[Issue]:
        """Yield a warning for each fact that is unknown now."""
        yield from map(self._outside.warning, self._outside.unknown)

    def is_about_unknown(self, issue: Issue) -> bool:
        """Tell whether an issue follows from a fact that is unknown."""
        return self._outside.concerns(issue)

    def _lenient_notes(
        self, leniency: Leniency, tree: Tree, notes: Iterable[Issue]
    ) -> Iterator[Issue]:
        """Yield notes, where a cell that says yes or no and cannot be read is left out too."""
        for note in notes:
            if note.severity is Severity.WARNING:
                yield note
            elif note.code == "cell.contradicts":
                yield from leniency.contradicted(tree, note) or [note]
            else:
                yield as_left_out(note)

    def _told(self, cells: Sequence[Cell], group: Mapping[str, Cell], notes: list[Issue]) -> Tree:
        """Return what the cells of a row tell, each in its place."""
        tree: Tree = {}
        notes += self._lonely(cells)
        notes += self._without_heading(cells)
        cells = self._split(cells, tree, notes) if self._splitters else cells
        absent: list[_Filled] = []
        for one in self._plain:
            if one.at < len(cells):
                self._fill(tree, one, cells[one.at], notes, absent)
        for word, cell in group.items():
            if at(tree, self._groups[word].steps) is None:
                self._fill(tree, self._groups[word], cell, notes, absent)
        for steps, columns in self._places:
            place = self._place(columns, cells, notes)
            if place is not None:
                put(tree, steps, place)
        notes += (issue for one in absent for issue in self._contradictions(tree, one))
        return tree

    def _lonely(self, cells: Sequence[Cell]) -> Iterator[Issue]:
        """Yield an issue for a row with one cell alone: a note below the table, or a signature."""
        if self._is_export or len(self._read_at) == 1:
            return
        filled = (place for place in self._read_at if not is_blank(_cell(cells, place)))
        first, second = next(filled, None), next(filled, None)
        if first is not None and second is None:
            yield Issue("row.single_cell", severity=Severity.WARNING, column=column_letters(first))

    def _without_heading(self, cells: Sequence[Cell]) -> Iterator[Issue]:
        """Yield an issue for the first cell that has no heading above it."""
        if len(cells) <= self._width and not self._gaps:
            return
        places = (*self._gaps, *range(self._width, len(cells)))
        stray = next((place for place in places if not is_blank(_cell(cells, place))), None)
        if stray is not None:
            yield Issue("cell.no_heading", severity=Severity.WARNING, column=column_letters(stray))

    def _complete(self, tree: Tree, number: int) -> None:
        """Add what holds for every row, why there is no NIK, and a key."""
        for fixed in self._fixed:
            if (fixed.is_given or at(tree, fixed.steps[:-1])) and at(tree, fixed.steps) is None:
                put(tree, fixed.steps, fixed.value)
        for steps in self._people:
            person = at(tree, steps)
            if person is not None and "nik" not in person:
                person.setdefault("nik_absence", NIKAbsence.TIDAK_DIKETAHUI)
        if self._id_kind is not None and "id" not in tree:
            tree["id"] = self._id_kind(f"{self._key}-{number}")

    @property
    def paths(self) -> AbstractSet[Steps]:
        """The fields that columns fill."""
        return self._own.keys()

    def places(self) -> Iterator[Place]:
        """Yield each column with the field that it fills."""
        for one in self._columns:
            yield Place(one.at, one.letters, one.steps, unwrap(one.field_type).python_type)

    def table_columns(self) -> Iterator[TableColumn]:
        """Yield the columns of the sheet as they are needed to see where the table ends."""
        for one in self._columns:
            if one.at < self._width:
                yield TableColumn(
                    one.at, one.field_type, one.read, _is_needed(self.kind, one.steps)
                )
        for splitter in self._splitters:
            text = TextType(LONGEST)
            yield TableColumn(splitter.at, text, reader_of(text), is_required=False)

    def at_cells(self, number: int, issues: Iterable[Issue]) -> list[Issue]:
        """Return issues of the record of a row with the cells that they are about."""
        return [
            attrs.evolve(
                issue,
                row=number,
                sheet=self._sheet,
                column=issue.column or self._letters(issue.path),
                params=self._params(issue),
            )
            for issue in issues
        ]

    def _params(self, issue: Issue) -> Mapping[str, str | int]:
        """Return the facts of an issue; for a blank cell, what its column is called."""
        if issue.code != "field.missing" or issue.params:
            return issue.params
        inside = (one for one in self._columns if one.steps[: len(issue.path)] == issue.path)
        heading = next((one.column.headings[0] for one in inside), None)
        return issue.params if heading is None else {"what": heading}

    def _letters(self, path: Steps) -> str | None:
        """Return the column of a path: its own, else one inside it, else one that it is inside."""
        if path in self._inside:
            return self._inside[path]
        around = (path[:length] for length in range(len(path) - 1, 0, -1))
        return next((self._own[steps] for steps in around if steps in self._own), None)

    def _fill(
        self, tree: Tree, one: _Filled, cell: Cell, notes: list[Issue], absent: list[_Filled]
    ) -> None:
        """Put what a cell stands for into its place, or the issue that stands in the way."""
        cell = without_apostrophe(cell)
        if _tells_nothing(cell, one):
            return
        if one.is_second and (held := at(tree, one.steps)) is not None:
            notes += self._differing(one, cell, held)
            return
        value = one.read(_bare(cell, one.column) if one.column.without else cell)
        if type(value) is Issue:
            issue = attrs.evolve(value, column=one.letters or None)
            if issue.code.endswith(".placeholder"):
                notes.append(attrs.evolve(issue, path=one.steps, severity=Severity.WARNING))
            elif one.is_presence:
                notes.append(attrs.evolve(issue, path=one.steps))
            else:
                put(tree, one.steps, [issue] if type(one.field_type) is CollectionType else issue)
            return
        if type(value) is WithWarning:
            told = attrs.evolve(value.warning, path=one.steps, column=one.letters or None)
            notes.append(told)
            value = value.value
        if value is False and one.is_presence:
            absent.append(one)
        elif one.is_presence:
            if at(tree, one.steps) is None:
                put(tree, one.steps, {})
        else:
            put(tree, one.steps, value)

    def _differing(self, one: _Filled, cell: Cell, held: object) -> Iterator[Issue]:
        """Yield a warning when a part of a cell says something else than the column of its own."""
        value = one.read(_bare(cell, one.column) if one.column.without else cell)
        if type(value) is WithWarning:
            value = value.value
        if type(held) is not Issue and _comparable(value) != _comparable(held):
            first = self._own.get(one.steps, "")
            params: dict[str, str | int] = {"first": first}
            yield Issue("cell.differs", one.steps, Severity.WARNING, params, column=one.letters)

    def _contradictions(self, tree: Tree, absent: _Filled) -> Iterator[Issue]:
        """Yield an issue for each cell that tells of a record which another says is not there."""
        for one in self._columns:
            is_inside = len(one.steps) > len(absent.steps) == len(_common(one.steps, absent.steps))
            if is_inside and at(tree, one.steps) is not None:
                yield Issue("cell.contradicts", one.steps, column=one.letters)

    def _place(
        self, columns: Sequence[_Filled], cells: Sequence[Cell], notes: list[Issue]
    ) -> RegionCode | Issue | None:
        """Return the smallest region that a row tells, each level inside the one before."""
        scope = self._within
        told: RegionCode | None = None
        for one in columns:
            cell = without_apostrophe(_cell(cells, one.at))
            if _tells_nothing(cell, one):
                continue
            if isinstance(cell, int | float):
                return Issue("region_code.number", column=one.letters)
            text = text_of(cell)
            if isinstance(text, Issue):
                return attrs.evolve(text, column=one.letters)
            found, issue, scope = self._found(scope, one.column.level, _bare(text, one.column))
            if issue is not None and issue.severity is Severity.WARNING:
                notes.append(attrs.evolve(issue, path=one.steps, column=one.letters))
            elif issue is not None:
                return attrs.evolve(issue, column=one.letters)
            told = found
        return told

    def _narrowed(
        self, scope: RegionCode | None, level: RegionLevel | None, text: str
    ) -> tuple[RegionCode | None, Issue | None, RegionCode | None]:
        """Return what a text means inside a region, and the region for the level below it."""
        found, issue = self._region(scope, level, text)
        if scope is None or found is None or not self._lies_within(scope, found):
            scope = found
        return found, issue, scope

    def _lies_within(self, code: RegionCode, scope: RegionCode) -> bool:
        """Tell whether a code lies in a region, by the codes of then or those of today."""
        now, scope_now = self.regions.current(code) or code, self.regions.current(scope) or scope
        return code.is_within(scope) or now.is_within(scope_now)

    def _by_code(
        self, scope: RegionCode | None, level: RegionLevel | None, text: str
    ) -> tuple[RegionCode | None, Issue | None]:
        """Return what a code means inside a region, or that it lies outside."""
        code = parse_or_issue(RegionCode, text)
        if isinstance(code, Issue):
            return None, code
        if level is not None and code.level is not level:
            return None, Issue("region.level")
        lies_apart = scope is not None and not self._lies_within(code, scope)
        if lies_apart and scope is not None and not self._lies_within(scope, code):
            return None, Issue("region.outside")
        return code, self.regions.status(code).issue

    def _region(
        self, scope: RegionCode | None, level: RegionLevel | None, text: str
    ) -> tuple[RegionCode | None, Issue | None]:
        """Return what a name or a code means inside a region, and what has to be told about it."""
        if _CODE_SIGNS.issuperset(text):
            return self._by_code(scope, level, text)
        inside = scope if scope is None else self.regions.current(scope)
        around = _around(inside, level)
        bound = inside if around is None else around.parent
        suggest = self._unknown_names < MOST_SUGGESTIONS
        meant = self.regions.resolve(text, level=level, within=bound, suggest=suggest)
        self._unknown_names += isinstance(meant, NoRegion)
        if around is not None and isinstance(meant, OneRegion) and meant.region.code != around:
            return None, Issue("region.outside")
        if isinstance(meant, OneRegion):
            return meant.region.code, None
        is_one_of = isinstance(meant, SeveralRegions)
        candidates = meant.candidates if isinstance(meant, SeveralRegions) else meant.suggestions
        named = "; ".join(f"{one.code} {one.full_name}" for one in candidates[:_NAMED])
        params: dict[str, str | int] = {"candidates": named} if named else {}
        return None, Issue("region.ambiguous" if is_one_of else "region.not_found", params=params)


def _need_alone(path: str, columns: Iterable[_Filled]) -> Steps:
    """Return the steps of a given fact; one that columns fill a part of would be lost."""
    steps = steps_of(path)
    if any(len(one.steps) > len(steps) == len(_common(one.steps, steps)) for one in columns):
        raise ValueError(f"columns fill parts of {path!r}; give the other fields one by one")
    return steps


def _filled(layout: Layout[Any], index: int, column: Column, path: str) -> _Filled:
    steps = steps_of(path)
    inner = unwrap_optional(field_type_at(layout.kind, steps))
    name = column_letters(index) if index >= 0 else ""
    return _Filled(
        index,
        name,
        column,
        steps,
        inner,
        reader_of(inner, serials=layout.serials, verbatim=layout.is_export),
        is_record_class(inner.python_type),
        _SPACES * max(map(len, column.blank)),
        "".join(word[:1].lower() + word[:1].upper() for word in column.blank),
    )


def _is_needed(kind: type, steps: Steps) -> bool:
    """Tell whether a row cannot do without a field; a person cannot do without a name."""
    is_of_person = is_record_class(kind) and _record_at(kind, steps[:-1]) is Person
    above = [] if is_of_person else [steps[:length] for length in range(1, len(steps))]
    return all(_is_required(kind, one) for one in (*above, steps))


def _is_required(kind: type, steps: Steps) -> bool:
    fields = record_info(_record_at(kind, steps[:-1])).fields if isinstance(steps[-1], str) else ()
    return any(field.name == steps[-1] and field.required for field in fields)


def _record_at(kind: type, steps: Steps) -> type:
    return unwrap_optional(field_type_at(kind, steps)).python_type


def _places(columns: Iterable[_Filled]) -> list[tuple[Steps, list[_Filled]]]:
    """Return steps → the columns that together tell one region, the largest level first."""
    places: dict[Steps, list[_Filled]] = {}
    for one in columns:
        if one.column.level is not None:
            places.setdefault(one.steps, []).append(one)
    for parts in places.values():
        parts.sort(key=lambda one: one.column.level.digits if one.column.level else 0)
    return list(places.items())


def _cell(cells: Sequence[Cell], at: int) -> Cell:
    return cells[at] if at < len(cells) else None


def _tells_nothing(cell: Cell, one: _Filled) -> bool:
    if cell is None or cell == "":
        return True
    column = one.column
    if isinstance(cell, str):
        if len(cell) > one.longest_blank or ("!" <= cell[0] <= "~" and cell[0] not in one.firsts):
            return False
        is_dashes = "-" in column.blank and not cell.strip("-\u2013\u2014")
        return is_dashes or " ".join(cell.split()).casefold() in column.blank
    return type(cell) in {int, float} and cell == 0 and "0" in column.blank


def _bare(cell: Any, column: Column) -> Any:  # noqa: ANN401 - a cell of the same type
    """Return the cell without a word in front that is no part of the value."""
    for word in column.without:
        if isinstance(cell, str) and cell.casefold().startswith(f"{word.casefold()} "):
            return cell[len(word) :].strip()
    return cell


def _comparable(value: object) -> object:
    """Return a value as two cells are compared: RT 1 is RT 001, and case does not matter."""
    if isinstance(value, str):
        return " ".join(value.casefold().split()).lstrip("0")
    return value


def _around(inside: RegionCode | None, level: RegionLevel | None) -> RegionCode | None:
    """Return the region of a level that a region lies in, or that it is, when there is one."""
    if inside is None or level is None:
        return None
    return next((one for one in (inside, *inside.ancestors) if one.level is level), None)


def _common(one: Steps, other: Steps) -> Steps:
    return tuple(a for a, b in zip(one, other, strict=False) if a == b)
