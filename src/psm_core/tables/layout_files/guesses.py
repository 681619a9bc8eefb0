"""Which field each heading of a sheet may belong to: what a layout for the sheet can begin with."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from enum import Enum
from typing import Any, Final, NamedTuple, Unpack, final

import attrs

from ..._frozen import FrozenType
from ...errors import TableError
from ...records.people import Person
from ...records.workers import Worker
from ...wire.versions import NAMES
from ..files.opening import open_source
from ..files.sheets import column_letters, table_error
from ..files.sources import Source, name_of
from ..headings.fact_lines import FactLine
from ..headings.first_rows import OpenSheet, opened
from ..headings.header_candidates import HeaderCandidate, PlacedHeading
from ..headings.header_detection import layout_names, supported_candidates
from ..headings.header_rows import candidates_of
from ..headings.status_columns import status_columns
from ..layouts.built_in import LAYOUTS
from ..layouts.common_columns import LIKELY
from ..layouts.heading_names import Heading, alike
from ..layouts.layout import Column, Layout
from ..layouts.layout_headings import HeadingMatch, LayoutHeadings, is_known_unread, is_read
from ..options import report_hidden_sheets, selected_sheets
from ..read_options import FileOptions, require_known

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


@final
@attrs.frozen
class LayoutGuess(metaclass=FrozenType):
    r"""The field that each heading of a sheet may belong to, and the layout that this gives.

    >>> from pathlib import Path
    >>> from psm_core import Person, tables
    >>> _ = Path("warga.csv").write_text("NIK,Nama,Desil\n", "utf-8")
    >>> guess = tables.guess_layout("warga.csv", record_class=Person)
    >>> [column.path for column in guess.layout.columns]
    ['nik', 'name', None]
    """

    layout: Layout[Any]
    """The layout: a column for each heading; those that are unknown are not read."""
    guesses: tuple[HeadingGuess, ...]
    """A guess for each heading, in the order of the sheet."""


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


def guess_layout(
    source: Source,
    /,
    *,
    name: str | None = None,
    record_class: type[Any] | None = None,
    **options: Unpack[FileOptions],
) -> LayoutGuess:
    r"""Return a guess for each heading of a sheet, and a layout made of them.

    The layout is a beginning to be corrected: `layout_text` writes it as a file, and `read` takes
    it. Nothing else uses the guesses. Without `record_class`, the headings decide; if nothing is
    known of them, the rows are taken for people. `FileOptions` describes the other options. The
    file and its `name` are those of `read`.

    Raises:
        TableError: as in `read`; ``table.ambiguous`` if the headings fit several record classes.
        MissingExtraError: as in `read`.
        TypeError: there is no such option.

    >>> from pathlib import Path
    >>> from psm_core import Person, tables
    >>> _ = Path("warga.csv").write_text("NIK,Nama Warga,Kode Wilayah\n", "utf-8")
    >>> [guess.column.path for guess in tables.guess_layout("warga.csv").guesses]
    ['nik', 'name', 'ktp_address.region']

    """
    require_known(options, FileOptions)
    sheet_name = options.get("sheet")
    stem = name_of(source, name).stem
    with (
        open_source(source, delimiter=options.get("delimiter")) as book,
        opened(selected_sheets(book, sheet_name)) as sheets,
        report_hidden_sheets(book, sheet_name),
    ):
        candidate = _candidate(sheets, record_class, stem)
        guesses = _without_second_guesses(_guesses(candidate))
    known = candidate.layout
    layout = Layout(
        short_name(stem),
        f"Tata letak {stem}",
        known.record_class,
        _once(tuple(guesses)),
        constants=known.constants,
        required_values=known.required_values,
        end=known.end,
        groups=known.groups,
        facts_above=tuple(one for one in known.facts_above if _is_stated(one, candidate.facts)),
        serials=known.serials,
        code_lists=known.code_lists,
        rows=known.rows,
        row_key=known.row_key,
        row_starts=known.row_starts,
        shared=known.shared,
    )
    return LayoutGuess(layout, tuple(guesses))


def _guesses(candidate: HeaderCandidate) -> list[HeadingGuess]:
    """Return a guess for each heading; the cells below a heading *Status* say which field it is."""
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
    return guesses


def _is_stated(column: Column, facts: Iterable[FactLine]) -> bool:
    """Return whether a line above the headings has a word of a column."""
    words = set(map(alike, column.headings))
    return any(line.column in column.fields() and alike(line.label) in words for line in facts)


def short_name(text: str) -> str:
    """Return a text as the short name of a layout: lower-case letters, digits and hyphens.

    >>> short_name("Data PKH (final)")
    'data-pkh-final'
    """
    words = "".join(sign if sign.isalnum() else " " for sign in text.casefold()).split()
    return "-".join(words) or "daftar"


def _candidate(
    sheets: Sequence[OpenSheet], record_class: type[Any] | None, name: str
) -> HeaderCandidate:
    """Return the row of headings, and the layout that fits it best.

    Raises:
        TableError: ``table.ambiguous``, ``table.empty``, ``table.no_header`` and
            ``table.too_many_cells``.

    """
    classes = tuple(NAMES) if record_class is None else (record_class,)
    layouts = [one for one in LAYOUTS if one.record_class in classes]
    try:
        candidates = supported_candidates(sheets, layouts, name)
    except TableError as error:
        if error.code != "table.no_header":
            raise
        people = [one for one in LAYOUTS if one.record_class is (record_class or Person)]
        return _first_row_of_texts(sheets, people or [_empty_layout(record_class or Person)])
    return max((one for found in candidates for one in found), key=HeaderCandidate.score)


def _first_row_of_texts(
    sheets: Iterable[OpenSheet], layouts: Sequence[Layout[Any]]
) -> HeaderCandidate:
    """Return the first row with several texts, as the headings of the layout that fits best."""
    known = [LayoutHeadings.of(layout) for layout in layouts]
    for sheet in sheets:
        found = [
            one
            for one in candidates_of(sheet, sheet.filled_first_rows(), known)
            if one.first_row == one.row and _are_texts(one.headings.values())
        ]
        if found:
            first = [one for one in found if one.row == found[0].row]
            return max(first, key=HeaderCandidate.score)
    raise table_error("table.no_header", known=layout_names(layouts))


def _are_texts(places: Iterable[PlacedHeading]) -> bool:
    """Return whether a row has at least two headings, and all of them have letters."""
    texts = [place.heading for place in places]
    return len(texts) > 1 and all(one.shown and not one.key.isdecimal() for one in texts)


def _empty_layout(record_class: type[Any]) -> Layout[Any]:
    """Return a layout without headings, for a record class that no built-in layout has."""
    return Layout("psm-core", record_class.__name__, record_class, ())


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


class _Field(NamedTuple):
    """What a column fills, to compare columns of layouts."""

    path: str | None
    level: object
    parts: tuple[str | None, ...]
    is_age: bool


def _field_of(column: Column) -> _Field:
    parts = tuple(part.path for part in column.parts)
    return _Field(column.path, column.level, parts, column.is_age)


def _of_different_fields(matches: Iterable[HeadingMatch]) -> list[Column]:
    """Return the columns that are read, one for each field."""
    columns = {_field_of(one.column): one.column for one in matches if is_read(one)}
    return [column for field, column in columns.items() if field.path or field.parts]


def _without_fields_of(column: Column, others: Iterable[Column]) -> tuple[Column, ...]:
    """Return up to three columns, one for each field that a column does not fill."""
    fields = {_field_of(column)}
    found: list[Column] = []
    for one in others:
        if _field_of(one) not in fields:
            fields.add(_field_of(one))
            found.append(one)
    return tuple(found[:_MAX_ALTERNATIVES])


def _without_second_guesses(guesses: Sequence[HeadingGuess]) -> list[HeadingGuess]:
    """Return the guesses; one whose field a sure heading fills is unknown.

    Beside a column of names, the head of the family is somebody else.
    """
    sure = {_field_of(one.column) for one in guesses if one.confidence is Confidence.SURE}
    return [
        attrs.evolve(
            one,
            column=Column(None, one.column.headings),
            confidence=Confidence.UNKNOWN,
            alternatives=(one.column, *one.alternatives)[:_MAX_ALTERNATIVES],
        )
        if one.confidence is Confidence.GUESS and _field_of(one.column) in sure
        else one
        for one in guesses
    ]


def _once(guesses: Sequence[HeadingGuess]) -> tuple[Column, ...]:
    """Return a column for each heading; a second heading of a field is not read."""
    columns: dict[str, Column] = {}
    fields: set[_Field] = set()
    order = sorted(guesses, key=lambda one: one.confidence is not Confidence.SURE)
    for guess in order:
        if guess.heading is None or alike(guess.heading) in columns:
            continue
        field = _field_of(guess.column)
        is_second = field in fields and bool(field.path or field.parts)
        fields.add(field)
        columns[alike(guess.heading)] = Column(None, guess.heading) if is_second else guess.column
    texts = [alike(one.heading) for one in guesses if one.heading is not None]
    return tuple(columns[text] for text in dict.fromkeys(texts))
