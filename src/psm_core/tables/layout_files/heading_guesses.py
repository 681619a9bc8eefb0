"""Which field each heading of a sheet may belong to, and how sure that is."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from enum import Enum
from typing import Any, Final, NamedTuple, final

import attrs

from ..._frozen import FrozenType
from ...records.workers import Worker
from ..files.sheets import column_letters
from ..headings.header_candidates import HeaderCandidate, PlacedHeading
from ..headings.status_columns import status_columns
from ..layouts.built_in import LAYOUTS
from ..layouts.common_columns import LIKELY
from ..layouts.heading_names import Heading, alike
from ..layouts.layout import Column, Layout
from ..layouts.layout_headings import HeadingMatch, LayoutHeadings, is_known_unread, is_read

_SIMILAR: Final = 0.65
_MAX_ALTERNATIVES: Final = 3
_TWO: Final = r"[/,&+]|\bdan\b"
"""What a heading of two values has between them."""
_LESS_LIKELY: Final = 0.3
"""By how much a column of two values is less likely below another heading."""


class Confidence(Enum):
    """How sure the field of a heading is.

    >>> from psm_core import tables
    >>> tables.Confidence.SURE.value
    'sure'
    """

    SURE = "sure"
    """A built-in layout that fits the sheet has the heading."""
    GUESS = "guess"
    """Another layout of the record class has it, it usually means this field, or the cells of a
    column *Status* have words of it. Check it."""
    UNKNOWN = "unknown"
    """No layout has it. Similar headings are alternatives only."""


@final
@attrs.frozen
class HeadingGuess(metaclass=FrozenType):
    r"""A heading of a sheet, and the field that it may belong to.

    >>> from pathlib import Path
    >>> from psm_core import Person, tables
    >>> _ = Path("warga.csv").write_text("NIK,Nama,Desil\n", "utf-8")
    >>> guesses = tables.guess_layout("warga.csv", record_class=Person).guesses
    >>> [(one.heading, one.column.path, one.confidence.value) for one in guesses]
    [('NIK', 'nik', 'sure'), ('Nama', 'name', 'sure'), ('Desil', None, 'sure')]
    """

    heading: str | None
    """The heading in one line, as ``upper / lower`` if it is over two rows.

    None for one with as many digits as a number of a person, which is not a heading."""
    letters: str
    """The letters of its column."""
    column: Column
    """The column of a layout for it. Its path is None if the heading is not read."""
    confidence: Confidence
    """How sure the field is."""
    alternatives: tuple[Column, ...] = ()
    """Up to three columns of other fields that it may belong to, the most likely first."""


class Guesser:
    """Guesses the fields of headings, by the built-in layouts of a record class."""

    def __init__(self, layout: Layout[Any]) -> None:
        """Prefer a layout; the other layouts of its record class come after it."""
        others = (one for one in LAYOUTS if one.record_class is layout.record_class)
        every = (layout, *(one for one in others if one is not layout))
        self._known = [LayoutHeadings.of(one) for one in every]
        self._likely = _likely_columns(layout)

    def guess(self, place: PlacedHeading, at: int) -> HeadingGuess:
        """Return the guess for one heading."""
        column, confidence, others = self._column(place.upper, place.heading)
        text = _text_of(place)
        if text is not None:
            column = attrs.evolve(column, headings=text)
        options = _without_fields_of(column, (*others, *self._similar(place.heading)))
        return HeadingGuess(text, column_letters(at), column, confidence, options)

    def _column(
        self, upper: Heading | None, heading: Heading
    ) -> tuple[Column, Confidence, Sequence[Column]]:
        """Return the column of a heading, how sure it is, and the columns it may be instead."""
        matches = [known.match(upper, heading) for known in self._known]
        first = matches[0]
        unread = Column(None, heading.text)
        columns = _of_different_fields(one for one in matches if one is not None)
        if first is not None and (is_read(first) and first.column.is_evidence):
            return first.column, Confidence.SURE, columns
        is_plain = upper is None or upper.name == heading.name or not upper.is_elsewhere
        names = (heading.name, *(name for name, _ in heading.bare)) if is_plain else ()
        likely = next((self._likely[name] for name in names if name in self._likely), None)
        if likely is not None:
            return likely, Confidence.GUESS, columns
        if (first is not None and not is_read(first)) or (is_plain and is_known_unread(heading)):
            return unread, Confidence.SURE, columns
        is_ambiguous = any(one and not one.column.is_evidence for one in matches)
        if len(columns) == 1 and not is_ambiguous:
            return columns[0], Confidence.GUESS, ()
        return unread, Confidence.UNKNOWN, columns

    def _similar(self, heading: Heading) -> Iterator[Column]:
        """Yield the columns with a heading of a similar spelling, the most similar first."""
        ratios: dict[Column, float] = {}
        matcher = SequenceMatcher(b=heading.name)
        for known in self._known:
            for column, spellings in known.spellings.of_columns.items():
                if column.path is None and not column.parts:
                    continue
                for spelling in spellings:
                    matcher.set_seq1(spelling)
                    if matcher.real_quick_ratio() >= _SIMILAR <= matcher.quick_ratio():
                        ratios[column] = max(matcher.ratio(), ratios.get(column, 0))
        found = (column for column, ratio in ratios.items() if ratio >= _SIMILAR)
        less = 0 if re.search(_TWO, heading.text) else _LESS_LIKELY
        yield from sorted(found, key=lambda one: less * bool(one.parts) - ratios[one])


def guesses_of(candidate: HeaderCandidate) -> list[HeadingGuess]:
    """Return a guess for each heading.

    The cells below a heading *Status* say which field it is. A guess is unknown if a sure heading
    fills the field.
    """
    guesser = Guesser(candidate.layout)
    columns = candidate.columns()
    statuses = status_columns(candidate, {f.path for one in columns for f in one.fields()})
    title = candidate.title
    guesses: list[HeadingGuess] = []
    for at, place in sorted(candidate.headings.items()):
        guess = guesser.guess(place._replace(upper=None) if place.upper is title else place, at)
        if at in statuses and guess.heading is not None:
            column = attrs.evolve(statuses[at], headings=guess.heading)
            others = _without_fields_of(column, guess.alternatives)
            guess = attrs.evolve(
                guess, column=column, confidence=Confidence.GUESS, alternatives=others
            )
        guesses.append(guess)
    return _without_second_guesses(guesses)


def _likely_columns(layout: Layout[Any]) -> Mapping[str, Column]:
    """Return spelling of a heading → the column that it usually means."""
    paths = set(layout.paths())
    prefixes = [prefix for prefix in ("", "person.") if f"{prefix}nik" in paths]
    is_of_families = layout.record_class is not Worker
    return {
        alike(heading): Column(f"{prefix}{field}", heading)
        for prefix in prefixes
        for field, headings in LIKELY.items()
        if is_of_families or field != "name"
        for heading in headings
    }


def _text_of(place: PlacedHeading) -> str | None:
    """Return a heading as the headings of a layout are written, or None for a number."""
    parts = [place.heading, place.upper]
    if place.upper is None or place.upper.name == place.heading.name:
        parts.pop()
    shown = [one.shown and one.text.replace(" / ", "/") for one in reversed(parts) if one]
    return " / ".join(map(str, shown)) if all(shown) else None


class FilledField(NamedTuple):
    """What a column fills, to compare columns of layouts."""

    path: str | None
    level: object
    parts: tuple[str | None, ...]
    is_age: bool


def filled_field(column: Column) -> FilledField:
    """Return what a column fills."""
    parts = tuple(part.path for part in column.parts)
    return FilledField(column.path, column.level, parts, column.is_age)


def _of_different_fields(matches: Iterable[HeadingMatch]) -> list[Column]:
    """Return the columns that are read, one for each field."""
    columns = {filled_field(one.column): one.column for one in matches if is_read(one)}
    return [column for field, column in columns.items() if field.path or field.parts]


def _without_fields_of(column: Column, others: Iterable[Column]) -> tuple[Column, ...]:
    """Return up to three columns, one for each field that a column does not fill."""
    fields = {filled_field(column)}
    found: list[Column] = []
    for one in others:
        if filled_field(one) not in fields:
            fields.add(filled_field(one))
            found.append(one)
    return tuple(found[:_MAX_ALTERNATIVES])


def _without_second_guesses(guesses: Sequence[HeadingGuess]) -> list[HeadingGuess]:
    """Return the guesses; one whose field a sure heading fills is unknown.

    Beside a column of names, the head of the family is somebody else.
    """
    sure = {filled_field(one.column) for one in guesses if one.confidence is Confidence.SURE}
    return [
        attrs.evolve(
            one,
            column=Column(None, one.column.headings),
            confidence=Confidence.UNKNOWN,
            alternatives=(one.column, *one.alternatives)[:_MAX_ALTERNATIVES],
        )
        if one.confidence is Confidence.GUESS and filled_field(one.column) in sure
        else one
        for one in guesses
    ]
