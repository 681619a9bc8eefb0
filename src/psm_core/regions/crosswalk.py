"""Crosswalk: the code in force for each code of a list."""

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
_STATUSES = {
    CodeValidity.RETIRED: CrosswalkStatus.MOVED,
    CodeValidity.UNVERIFIED: CrosswalkStatus.UNVERIFIED,
    CodeValidity.UNKNOWN: CrosswalkStatus.UNKNOWN,
}


@final
@attrs.frozen
class CrosswalkEntry(metaclass=FrozenType):
    """One code of a list, and the code in force.

    >>> from psm_core import load_regions
    >>> entry = load_regions().crosswalk(["91.01"])[0]
    >>> entry.number, entry.status.gloss, entry.code, entry.change.act
    (1, 'moved', RegionCode('93.01'), 'UU 14/2022')
    """

    number: int
    """The position in the list, from 1."""
    original: RegionCode | None
    """The code of the list, or None for text that is no code. Such text may be a NIK, so the entry
    does not contain it; find it in the list by the number."""
    status: CrosswalkStatus
    """What happened to the code."""
    code: RegionCode | None
    """The code in force, or None if it is unknown."""
    change: RegionChange | None = None
    """The change of the code or the name, if there was one."""
    issue: Issue | None = None
    """The reason, as a warning or an error; None if nothing changed."""

    def reason(self, language: str = "en") -> str:
        """Return the reason as a sentence, in English or Indonesian; empty if nothing changed."""
        language = language_of(language)
        return "" if self.issue is None else self.issue.describe(language)


@final
@attrs.frozen
class Crosswalk(metaclass=FrozenType):
    """The code in force for each code of a list: one entry for each, in the same order.

    >>> from psm_core import load_regions
    >>> walk = load_regions().crosswalk(["91.01", "63.10", "12.12", "64.04", "99.01", "6310"])
    >>> print(walk)
    6 codes: 1 kept, 1 moved, 1 renamed, 1 unverified, 1 unknown, 1 unreadable
    >>> for entry in walk:
    ...     print(entry.status.value, entry.code, entry.reason() or "-")
    moved 93.01 This code has been replaced by 93.01 Kabupaten Merauke (UU 14/2022). \
Use the new code.
    kept 63.10 -
    renamed 12.12 This code is in force; the region was called Toba Samosir before (PP 14/2020). \
Use the current name.
    unverified None This code is not in force; it may be old or mistyped. Find the current code.
    unknown None No region has this code. Check the code.
    unreadable None A code without dots can be of two systems, Kemendagri or BPS. Write it with \
dots, like 63.10.09.2005 (here 63.10).

    """

    entries: tuple[CrosswalkEntry, ...]
    """One entry for each code, in order."""

    @property
    def summary(self) -> Mapping[CrosswalkStatus, int]:
        """The number of codes with each status. Every status is a key."""
        counts = dict.fromkeys(CrosswalkStatus, 0)
        for entry in self.entries:
            counts[entry.status] += 1
        return counts

    def with_status(self, *statuses: CrosswalkStatus) -> tuple[CrosswalkEntry, ...]:
        """Return the entries with one of these statuses, in order."""
        return tuple(entry for entry in self.entries if entry.status in statuses)

    def describe(self, language: str = "en") -> str:
        """Return the summary in one line, in English or Indonesian."""
        found = [(n, status) for status, n in self.summary.items() if n]
        if language_of(language) == "id":
            noun, counts = "kode", ", ".join(f"{n} {status.label}" for n, status in found)
        else:
            noun = "code" if len(self) == 1 else "codes"
            counts = ", ".join(f"{n} {status.gloss}" for n, status in found)
        return f"{len(self)} {noun}" + (f": {counts}" if counts else "")

    def __len__(self) -> int:
        """Return the number of codes."""
        return len(self.entries)

    def __getitem__(self, index: int) -> CrosswalkEntry:
        """Return an entry by its index, from 0."""
        return self.entries[index]

    def __iter__(self) -> Iterator[CrosswalkEntry]:
        """Yield the entries in the order of the list."""
        return iter(self.entries)

    def __str__(self) -> str:
        """Return the summary in one line."""
        return self.describe()

    def _repr_html_(self) -> str:
        """Return the summary and the first rows as a table, for notebooks."""
        from html import escape  # noqa: PLC0415 - importing the package stays quick

        rows = (
            (one.number, one.original or "", one.status.label, one.code or "", one.reason("id"))
            for one in self.entries[:_SHOWN]
        )
        cells = ("".join(f"<td>{escape(str(cell))}</td>" for cell in row) for row in rows)
        table = "".join(f"<tr>{row}</tr>" for row in cells)
        return f"<p>{escape(self.describe('id'))}</p><table>{table}</table>"


def crosswalk(
    codes: Iterable[RegionCode | str | None],
    status: Callable[[RegionCode], CodeStatus],
    lineage: Callable[[RegionCode], tuple[RegionChange, ...]],
) -> Crosswalk:
    """Return the code in force for each code, from the status and lineage in a registry.

    Raises:
        TypeError: the codes are one text, a mapping, a table or a column of numbers.

    """
    plain = plain_values(codes, "codes")
    present = [value for value in plain if value is not None]
    if present and all(isinstance(value, Number) for value in present):
        raise TypeError(
            "the codes are numbers, which have lost their dots and zeros; give the column as text, "
            "as in RegionCode.from_digits"
        )
    entries = (_entry(number, cell, status, lineage) for number, cell in enumerate(plain, start=1))
    return Crosswalk(tuple(entries))


def _entry(
    number: int,
    cell: object,
    status: Callable[[RegionCode], CodeStatus],
    lineage: Callable[[RegionCode], tuple[RegionChange, ...]],
) -> CrosswalkEntry:
    code = _parse(cell)
    if isinstance(code, Issue):
        return CrosswalkEntry(number, None, CrosswalkStatus.UNREADABLE, None, issue=code)
    known = status(code)
    change = next((one for one in reversed(lineage(code)) if one.code == code), None)
    if known.validity is not CodeValidity.CURRENT:
        outcome = _STATUSES[known.validity]
        return CrosswalkEntry(number, code, outcome, known.successor, change, known.issue)
    if change is None:
        return CrosswalkEntry(number, code, CrosswalkStatus.KEPT, code)
    named = {"former": change.name, "act": change.act}
    params = {name: value for name, value in named.items() if value is not None}
    issue = Issue("region.renamed", severity=Severity.WARNING, params=params)
    return CrosswalkEntry(number, code, CrosswalkStatus.RENAMED, code, change, issue)


def _parse(cell: object) -> RegionCode | Issue:
    """Return the code in a cell, or the issue why there is none."""
    if isinstance(cell, RegionCode):
        return cell
    if cell is None or (isinstance(cell, str) and not cell.strip()):
        return Issue("region_code.empty")
    if not isinstance(cell, str):
        return Issue("region_code.number")
    try:
        return RegionCode.parse(cell)
    except ParseError as error:
        return error.issue
