"""A layout for a sheet that no built-in layout fits, made of a guess for each heading."""

from collections.abc import Iterable, Sequence
from typing import Any, Unpack, final

import attrs

from ..._frozen import FrozenType
from ...errors import TableError
from ...records.people import Person
from ...wire.versions import NAMES
from ..files.opening import open_source
from ..files.sheets import table_error
from ..files.sources import Source, name_of
from ..headings.fact_lines import FactLine
from ..headings.first_rows import OpenSheet, opened
from ..headings.header_candidates import HeaderCandidate, PlacedHeading
from ..headings.header_detection import layout_names, supported_candidates
from ..headings.header_rows import candidates_of
from ..layouts.built_in import LAYOUTS
from ..layouts.heading_names import alike
from ..layouts.layout import Column, Layout
from ..layouts.layout_headings import LayoutHeadings
from ..options import report_hidden_sheets, selected_sheets
from ..read_options import FileOptions, require_options
from .heading_guesses import Confidence, FilledField, HeadingGuess, filled_field, guesses_of


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
    require_options(options, FileOptions)
    sheet_name = options.get("sheet")
    stem = name_of(source, name).stem
    with (
        open_source(source, delimiter=options.get("delimiter")) as book,
        opened(selected_sheets(book, sheet_name)) as sheets,
        report_hidden_sheets(book, sheet_name),
    ):
        candidate = _candidate(sheets, record_class, stem)
        guesses = guesses_of(candidate)
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


def _once(guesses: Sequence[HeadingGuess]) -> tuple[Column, ...]:
    """Return a column for each heading; a second heading of a field is not read."""
    columns: dict[str, Column] = {}
    fields: set[FilledField] = set()
    order = sorted(guesses, key=lambda one: one.confidence is not Confidence.SURE)
    for guess in order:
        if guess.heading is None or alike(guess.heading) in columns:
            continue
        field = filled_field(guess.column)
        is_second = field in fields and bool(field.path or field.parts)
        fields.add(field)
        columns[alike(guess.heading)] = Column(None, guess.heading) if is_second else guess.column
    texts = [alike(one.heading) for one in guesses if one.heading is not None]
    return tuple(columns[text] for text in dict.fromkeys(texts))
