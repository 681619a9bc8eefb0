"""A whole list of codes taken to the codes in force, losing no row."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from numbers import Number
from typing import final

import attrs

from .._core.column_values import plain_values
from .._frozen import FrozenType
from .._messages import language_of
from ..errors import Issue, ParseError, Severity
from ..terms import CrosswalkStatus
from ..values.region_code import RegionCode
from .history import RegionChange
from .status import CodeStatus, CodeValidity

_SHOWN = 50
_KINDS = {
    CodeValidity.RETIRED: CrosswalkStatus.MOVED,
    CodeValidity.UNVERIFIED: CrosswalkStatus.UNVERIFIED,
    CodeValidity.UNKNOWN: CrosswalkStatus.UNKNOWN,
}


@final
@attrs.frozen
class CrosswalkEntry(metaclass=FrozenType):
    """One code of the list, and what became of it.

    >>> from psm_core import load_regions
    >>> crossing = load_regions().crosswalk(["91.01"])[0]
    >>> crossing.number, crossing.kind.gloss, crossing.code, crossing.change.act
    (1, 'moved', RegionCode('93.01'), 'UU 14/2022')
    """

    number: int
    """Its place in the list, from 1."""
    given: RegionCode | None
    """The code as it was given; None where it could not be read. What is no code may be a NIK, so
    it is not kept: take it from the list by its number."""
    kind: CrosswalkStatus
    """What happened to it."""
    code: RegionCode | None
    """The code in force today, or None where nobody knows."""
    change: RegionChange | None = None
    """The change of code or name behind it."""
    issue: Issue | None = None
    """The reason, as a warning or an error; None for a code that is kept."""

    def reason(self, language: str = "en") -> str:
        """Return the reason as a sentence, in English or Indonesian; empty for a code kept."""
        language = language_of(language)
        return "" if self.issue is None else self.issue.describe(language)


@final
@attrs.frozen
class Crosswalk(metaclass=FrozenType):
    """What became of each code of a list: one crossing for each, in the order of the list.

    >>> from psm_core import load_regions
    >>> walk = load_regions().crosswalk(["91.01", "63.10", "12.12", "64.04", "99.01", "6310"])
    >>> print(walk)
    6 codes: 1 kept, 1 moved, 1 renamed, 1 unverified, 1 unknown, 1 unreadable
    >>> for crossing in walk:
    ...     print(crossing.kind.value, crossing.code, crossing.reason() or "-")
    moved 93.01 This code has been replaced by 93.01 Kabupaten Merauke (UU 14/2022).
    kept 63.10 -
    renamed 12.12 This code is in force; the region was called Toba Samosir before (PP 14/2020).
    unverified None This code is not in force; it may be an old one or a slip.
    unknown None No region has this code.
    unreadable None Write the code with dots, like 63.10.09.2005 (here 63.10); digits alone can \
mean two systems.

    """

    crossings: tuple[CrosswalkEntry, ...]
    """One for each code, in order."""

    @property
    def summary(self) -> Mapping[CrosswalkStatus, int]:
        """How many codes there are of each kind; each kind is there, and they add up."""
        counts = dict.fromkeys(CrosswalkStatus, 0)
        for crossing in self.crossings:
            counts[crossing.kind] += 1
        return counts

    def of(self, *kinds: CrosswalkStatus) -> tuple[CrosswalkEntry, ...]:
        """Return the crossings of some kinds, in order."""
        return tuple(one for one in self.crossings if one.kind in kinds)

    def describe(self, language: str = "en") -> str:
        """Return the summary in one line, in English or Indonesian."""
        found = [(n, kind) for kind, n in self.summary.items() if n]
        if language_of(language) == "id":
            noun, counts = "kode", ", ".join(f"{n} {kind.label}" for n, kind in found)
        else:
            noun = "code" if len(self) == 1 else "codes"
            counts = ", ".join(f"{n} {kind.gloss}" for n, kind in found)
        return f"{len(self)} {noun}" + (f": {counts}" if counts else "")

    def __len__(self) -> int:
        """Return how many codes were given."""
        return len(self.crossings)

    def __getitem__(self, index: int) -> CrosswalkEntry:
        """Return a crossing by its place, from 0."""
        return self.crossings[index]

    def __iter__(self) -> Iterator[CrosswalkEntry]:
        """Yield each crossing in the order of the list."""
        return iter(self.crossings)

    def __str__(self) -> str:
        """Return the summary in one line."""
        return self.describe()

    def _repr_html_(self) -> str:
        """Return the summary and the first rows as a table, for notebooks."""
        from html import escape  # noqa: PLC0415 - importing the package stays quick

        rows = (
            (one.number, one.given or "", one.kind.label, one.code or "", one.reason("id"))
            for one in self.crossings[:_SHOWN]
        )
        cells = ("".join(f"<td>{escape(str(cell))}</td>" for cell in row) for row in rows)
        table = "".join(f"<tr>{row}</tr>" for row in cells)
        return f"<p>{escape(self.describe('id'))}</p><table>{table}</table>"


def crosswalk(
    codes: Iterable[RegionCode | str | None],
    status: Callable[[RegionCode], CodeStatus],
    lineage: Callable[[RegionCode], tuple[RegionChange, ...]],
) -> Crosswalk:
    """Take each code to the one in force, by what a registry tells of it.

    Raises:
        TypeError: one text is no list, a table no column, and a column of numbers holds no code.

    """
    plain = plain_values(codes, "codes")
    given = [value for value in plain if value is not None]
    if given and all(isinstance(value, Number) for value in given):
        raise TypeError(
            "the codes are numbers, which have lost their dots and zeros; give the column as text, "
            "as in RegionCode.from_digits"
        )
    crossings = (
        _crossing(number, code, status, lineage) for number, code in enumerate(plain, start=1)
    )
    return Crosswalk(tuple(crossings))


def _crossing(
    number: int,
    told: object,
    status: Callable[[RegionCode], CodeStatus],
    lineage: Callable[[RegionCode], tuple[RegionChange, ...]],
) -> CrosswalkEntry:
    code = _read(told)
    if isinstance(code, Issue):
        return CrosswalkEntry(number, None, CrosswalkStatus.UNREADABLE, None, issue=code)
    found = status(code)
    change = next((one for one in reversed(lineage(code)) if one.code == code), None)
    if found.state is not CodeValidity.CURRENT:
        kind = _KINDS[found.state]
        return CrosswalkEntry(number, code, kind, found.successor, change, found.issue)
    if change is None:
        return CrosswalkEntry(number, code, CrosswalkStatus.KEPT, code)
    named = {"former": change.name, "act": change.act}
    params = {name: value for name, value in named.items() if value is not None}
    issue = Issue("region.renamed", severity=Severity.WARNING, params=params)
    return CrosswalkEntry(number, code, CrosswalkStatus.RENAMED, code, change, issue)


def _read(told: object) -> RegionCode | Issue:
    """Return the code that a cell holds, or why it holds none."""
    if isinstance(told, RegionCode):
        return told
    if told is None or (isinstance(told, str) and not told.strip()):
        return Issue("region_code.empty")
    if not isinstance(told, str):
        return Issue("region_code.number")
    try:
        return RegionCode.parse(told)
    except ParseError as error:
        return error.issue
