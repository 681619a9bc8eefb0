"""The field that a person chooses for each heading of a sheet, and the layout that this gives."""

from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

import attrs

from ..._core.field_paths import dotted, steps_of
from ...errors import Issue
from ...terms import RegionLevel
from ...values.region_code import RegionCode
from ..headings.own_headings import column_for
from ..layouts.export_headings import export_heading, steps_of_heading
from ..layouts.heading_names import alike
from ..layouts.layout import Column, Layout
from ..rows.required_values import unfilled_paths
from .heading_guesses import Confidence
from .layout_guesses import LayoutGuess
from .writing import is_filled

_MAX_ALTERNATIVES: Final = 3
_FilledField = tuple[str | None, RegionLevel | None, bool]


class HeadingQuestion(NamedTuple):
    """A heading, and the columns of a layout that it may be."""

    heading: str
    letters: str
    """The letters of its column in the sheet."""
    best: Column
    """The best guess. Its path is None if the heading is not read."""
    confidence: Confidence
    filled: Column | None
    """The column that would be the guess, if an earlier heading did not fill its field."""
    alternatives: tuple[Column, ...]
    """Up to three other columns, whose fields no earlier heading fills.

    None for a heading that is known and never read, such as ``No.``"""


class HeadingChoices:
    r"""Takes a column for each heading of a guess, one after another.

    >>> from pathlib import Path
    >>> from psm_core import tables
    >>> _ = Path("warga.csv").write_text("NIK,Nama,Warga\n", "utf-8")
    >>> choices = HeadingChoices(tables.guess_layout("warga.csv"))
    >>> for question in choices.questions():
    ...     choices.choose(question.heading, question.best)
    >>> [column.path for column in choices.layout().columns]
    ['nik', 'name', None]
    """

    def __init__(self, guess: LayoutGuess) -> None:
        """Begin with the guesses for the headings of a sheet."""
        self._guess = guess
        self._columns: dict[str, Column] = {}

    @property
    def record_class(self) -> type[Any]:
        """The record class of a row."""
        return self._guess.layout.record_class

    def questions(self) -> Iterator[HeadingQuestion]:
        """Yield a question for each heading; `choose` has to answer it before the next."""
        guesses = {alike(one.heading): one for one in reversed(self._guess.guesses) if one.heading}
        for column in self._guess.layout.columns:
            heading = column.headings[0]
            guess = guesses[alike(heading)]
            wanted = guess.column
            is_taken = self.heading_of(wanted) is not None
            best = Column(None, heading) if is_taken else wanted
            is_known = guess.confidence is Confidence.SURE and not is_filled(wanted)
            others = (
                one
                for one in (() if is_known else (wanted, *guess.alternatives))
                if is_filled(one) and _fields(one) != _fields(best) and not self.heading_of(one)
            )
            alternatives = tuple(others)[:_MAX_ALTERNATIVES]
            filled = wanted if is_taken else None
            yield HeadingQuestion(
                heading, guess.letters, best, guess.confidence, filled, alternatives
            )

    def hidden_letters(self) -> Iterator[str]:
        """Yield the letters of the columns whose heading is a long number."""
        return (one.letters for one in self._guess.guesses if one.heading is None)

    def heading_of(self, column: Column) -> str | None:
        """Return the heading that fills a field of a column already; None if there is none."""
        fields = _fields(column)
        return next(
            (heading for heading, one in self._columns.items() if fields & _fields(one)), None
        )

    def column_for(self, text: str) -> Column | Issue:
        """Return the column for a field, its label or a known heading, or why there is none."""
        found = column_for(self._guess.layout, text)
        steps = steps_of_heading(self.record_class, text) if isinstance(found, Issue) else None
        return found if steps is None else column_for(self._guess.layout, dotted(steps))

    def label_of(self, path: str, language: str) -> str:
        """Return what people call a field or a required value."""
        described = self._guess.layout.required_values.get(path)
        return described or export_heading(self.record_class, steps_of(path), language)

    def choose(self, heading: str, column: Column) -> None:
        """Take a column for a heading."""
        self._columns[heading] = attrs.evolve(column, headings=heading)

    def layout(
        self, values: Mapping[str, object] | None = None, within: RegionCode | None = None
    ) -> Layout[Any]:
        """Return the layout of the columns, with values for every row and a region."""
        plain = self._guess.layout
        return attrs.evolve(
            plain,
            columns=tuple(self._columns.values()),
            constants={**plain.constants, **(values or {})},
            within=within,
        )

    def missing_paths(self, values: Mapping[str, object]) -> list[str]:
        """Return the required values that neither a column nor `values` gives."""
        return list(unfilled_paths(self.layout(values)))


def _fields(column: Column) -> frozenset[_FilledField]:
    """Return what a column fills, to compare columns."""
    return frozenset((one.path, one.level, one.is_age) for one in column.fields() if one.path)
