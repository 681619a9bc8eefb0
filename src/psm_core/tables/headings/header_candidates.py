"""How well rows at the top of a sheet fit a layout as its headings."""

import re
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import Any, Final, NamedTuple

from ..._core.field_paths import steps_of
from ..._core.record import is_record_class, record_info
from ..cells.cell import Cell
from ..layouts.column_bindings import record_class_at
from ..layouts.heading_names import Heading
from ..layouts.layout import Column, Layout, folded
from ..layouts.layout_headings import HeadingMatch, LayoutHeadings, is_known_unread, is_read
from .fact_lines import FactLine
from .first_rows import OpenSheet

_FEWEST = 2
_FEWEST_WITHOUT_NIK = 3
_NIK_LENGTH = 16
_OF_PEOPLE: Final = frozenset(
    {"sex", "birth_date", "religion", "marital_status", "family_relation"}
)
"""Fields that a list of anything but people does not have."""
_REQUIRED_WEIGHT = 2
_OPPOSED_WEIGHT = 4
_NO_STAFF: Final = "(?<!pendamping )(?<!operator )(?<!sdm )"
"""Not behind a word for those who assist the recipients of a programme."""


class PlacedHeading(NamedTuple):
    """A heading, and the row in which it is seen."""

    upper: Heading | None
    heading: Heading
    row: int

    @property
    def is_known_unread(self) -> bool:
        """Whether it, or the heading above it, is known to be of a fact without a field."""
        upper, heading = self.upper, self.heading
        return is_known_unread(heading) or (
            upper is not None and upper.name != heading.name and is_known_unread(upper)
        )


class HeaderCandidate(NamedTuple):
    """One row, or two, that may be the headings of a layout."""

    known: LayoutHeadings
    sheet: OpenSheet
    first_row: int
    row: int
    found: Mapping[int, HeadingMatch | None]
    """Number of a column → its heading in the layout, or None."""
    headings: Mapping[int, "PlacedHeading"]
    has_words: bool = False
    """Whether a title, or the name of the sheet or file, says that it is this layout."""
    facts: Sequence[FactLine] = ()
    """The facts above the headings."""

    @property
    def layout(self) -> Layout[Any]:
        """The layout."""
        return self.known.layout

    @property
    def title(self) -> Heading | None:
        """The only cell of the first row, if it is a title of the table and no heading of columns.

        It may stand above the first column or in the middle.
        """
        uppers = dict.fromkeys(place.upper for place in self.headings.values() if place.upper)
        is_alone = len(uppers) == 1 and all(p.row == self.row for p in self.headings.values())
        if not is_alone:
            return None
        only = next(iter(uppers))
        return None if only.is_elsewhere or only.name in self.known.spellings.all_uppers else only

    def columns(self) -> dict[Column, HeadingMatch]:
        """Return the columns that were found, each with its heading."""
        return {match.column: match for match in self.found.values() if match is not None}

    def score(self) -> tuple[int, bool, int, int, int, int, int]:
        """Return how well the row fits the layout: more columns found, and fewer missing.

        A required column that is missing counts more. An unknown heading counts against the
        layout, as does one that such a list does not have. Of equal ones, that is better which
        lacks no required column but the NIK, which leaves fewer headings unread, which fills the
        required fields of a record that columns fill in part, and which has fewer missing headings
        that other layouts lack.
        """
        found = self.columns()
        unread = sum(
            (match is None or not _counts(match)) and not self.headings[index].is_known_unread
            for index, match in self.found.items()
        )
        with_facts = not self.layout.required_values
        missing_required = self.missing_columns(found, with_facts=with_facts)
        own = sum(match.name in self.known.spellings.distinctive for match in found.values())
        missing = sum(column not in found for column in self.layout.columns)
        weight = (
            sum(map(_counts, found.values()))
            - _REQUIRED_WEIGHT * len(missing_required)
            - unread
            + self.has_words
            + len(self._required_facts())
            - _OPPOSED_WEIGHT * sum(map(_opposes, found.values()))
        )
        foreign = own - len(self.known.spellings.distinctive)
        may_be_read = all(map(_is_nik, missing_required))
        return weight, may_be_read, -unread, -self._unfilled(found), own, foreign, -missing

    def _unfilled(self, found: Iterable[Column]) -> int:
        """Return how many columns are missing that records need which other columns fill."""
        paths = {one.path for column in found for one in column.fields()} - {None}
        above = {path.rpartition(".")[0] for path in paths if path is not None}
        record_class: type = self.layout.record_class
        # The ranks of families are filled by extra columns; comparing all of them takes time.
        has_rows = self.layout.rows is not None
        columns = self.layout.all_columns() if has_rows else self.layout.columns
        needed = _needed_paths(record_class, columns, frozenset(self.layout.constants))
        return sum(path not in paths and path.rpartition(".")[0] in above for path in needed)

    def missing_columns(self, found: Iterable[Column], *, with_facts: bool = True) -> list[Column]:
        """Return the required columns of which neither the column nor its path was found.

        A fact above the headings fills a path too, `with_facts`.
        """
        there = set(found)
        paths = {one.path for column in there for one in column.fields()} - {None}
        paths |= self._fact_paths() if with_facts else set()
        return [
            column
            for column in self.layout.columns
            if column.required and column not in there and column.path not in paths
        ]

    def _required_facts(self) -> set[str]:
        """Return the fields of required columns, but for regions, that facts above fill."""
        columns = (one for one in self.layout.columns if one.required and one.level is None)
        return self._fact_paths() & {one.path for one in columns if one.path is not None}

    def _fact_paths(self) -> set[str]:
        """Return the fields that facts above the headings fill."""
        columns = (line.column for line in self.facts)
        return {one.path for one in columns if one is not None and one.path is not None}

    def is_list_without_nik(self, missing: Iterable[Column]) -> bool:
        """Return whether it is a list of people all the same if some required columns are missing.

        It is if it has no column of NIK only, enough other columns to take its rows for people, and
        no number like a NIK below another heading. Two are enough if a title names the list, or if
        only people have one of them, and one if the caller chose its field.
        """
        if not all(map(_is_nik, missing)):
            return False
        read = {
            index for index, match in self.found.items() if match is not None and is_read(match)
        }
        fields = {steps_of(path)[-1] for path in self._read_paths()}
        is_of_people = "name" in fields and not fields.isdisjoint(_OF_PEOPLE)
        fewest = _FEWEST if self.has_words or is_of_people else _FEWEST_WITHOUT_NIK
        fewest = 1 if self.is_chosen() else fewest
        return len(read) >= fewest and not any(
            _digits_of(cell) == _NIK_LENGTH
            for number, cells in self.sheet.filled_first_rows()
            if number > self.row
            for index, cell in enumerate(cells)
            if index not in read
        )

    def _read_paths(self) -> Iterable[str]:
        """Return the fields that columns fill."""
        columns = (one for column in self.columns() for one in column.fields())
        return (one.path for one in columns if one.path is not None)

    def is_whole(self) -> bool:
        """Return whether every required column was found."""
        return not self.missing_columns(self.columns())

    def has_facts(self) -> bool:
        """Return whether every required fact is above the headings."""
        needed = {one for one in self.layout.facts_above if one.required}
        return needed <= {line.column for line in self.facts}

    @property
    def needs_facts(self) -> bool:
        """Whether the layout is only detected with a fact above the headings."""
        return any(one.required for one in self.layout.facts_above)

    def replaces(self, other: "HeaderCandidate") -> bool:
        """Return whether this layout has facts above the same headings, and knows as many."""
        if other.needs_facts or self.layout.words != other.layout.words:
            return False
        return (self.first_row, self.row) == (other.first_row, other.row) and all(
            self.found[at] is not None or is_known_unread(self.headings[at].heading)
            for at, match in other.found.items()
            if match is not None and is_read(match)
        )

    def is_chosen(self) -> bool:
        """Return whether it has a heading whose field the caller chose."""
        return any(
            match is not None
            and match.column.is_chosen
            and folded(match.column.headings[0]) == self.headings[at].heading.key
            for at, match in self.found.items()
        )

    def is_likely(self) -> bool:
        """Return whether enough columns were found to take the row for headings.

        Facts above the row count too if no required column is missing. One heading is enough if the
        caller chose its field.
        """
        if self.is_chosen():
            return True
        found = len(self.found) - [*self.found.values()].count(None)
        if found and self.needs_facts and self.is_whole():
            found += sum(line.column in self.layout.facts_above for line in self.facts)
        return found >= min(_FEWEST, len(self.layout.columns))

    def is_named(self) -> bool:
        """Return whether a title or a heading has the word of the layout, if it needs one.

        It does if its constants are facts that nothing else in the file says.
        """
        needs_word = self.layout.needs_word and self.layout.constants
        if not needs_word or self.has_words:
            return True
        words = set(self.layout.words)
        matches = ((at, match) for at, match in self.found.items() if match is not None)
        return any(
            is_read(match) and words_in(words, self.headings[at].heading.text)
            for at, match in matches
        )

    def is_supported(self, plain: AbstractSet[str]) -> bool:
        """Return whether something shows that it is more than a list of people.

        A list of residents has names and numbers too, and nobody on it is a worker.
        """
        if not self.has_facts():
            return False
        if self._required_facts():
            return True
        if not self.layout.words or self.has_words:
            return True
        matches = self.columns()
        has_most = 2 * len(matches) >= len(self.layout.columns)
        for index, match in self.found.items():
            if match is None or match.column.path == "id":
                continue
            heading = self.headings[index].heading
            fills = is_read(match)
            if words_in(set(self.layout.words), heading.text) and fills:
                return True
            is_own = (
                not self.layout.needs_word and match.name not in plain and not heading.is_of_others
            )
            if is_own and (fills or has_most):
                return True
        return False


@lru_cache(maxsize=64)
def _needed_paths(
    record_class: type, columns: tuple[Column, ...], constants: AbstractSet[str]
) -> AbstractSet[str]:
    """Return the paths of columns without which a record inside the row is not valid."""
    paths = {one.path for column in columns for one in column.fields() if one.path is not None}
    return frozenset(
        path
        for path in paths - constants
        for *above, name in (steps_of(path),)
        if above
        and is_record_class(owner := record_class_at(record_class, tuple(above)))
        and any(field.name == name and field.required for field in record_info(owner).fields)
    )


def _is_nik(column: Column) -> bool:
    """Return whether a column has NIKs."""
    return column.path is not None and steps_of(column.path)[-1] == "nik"


def _digits_of(cell: Cell) -> int:
    """Return how many digits a cell has."""
    return sum(sign.isdecimal() for sign in str(cell)) if isinstance(cell, str | int) else 0


def _counts(match: HeadingMatch) -> bool:
    """Return whether a column that was found is evidence for the layout."""
    return is_read(match) and match.column.is_evidence


def _opposes(match: HeadingMatch) -> bool:
    """Return whether a column that is not read says that it is another kind of list."""
    return not is_read(match) and not match.column.is_evidence


def words_in(words: AbstractSet[str], *texts: str) -> set[str]:
    """Return the words that are in some texts, but for those behind a word for its staff."""
    plain = " ".join(" ".join(re.findall(r"[^\W_]+", text.casefold())) for text in texts)
    return {word for word in words if re.search(rf"{_NO_STAFF}\b{re.escape(word)}\b", plain)}
