"""How region codes and names changed, and the acts that changed them."""

import re
from collections.abc import Mapping
from datetime import date
from typing import final

import attrs

from .._frozen import FrozenType, frozen_dict
from ..terms import RegionLevel
from ..values.region_code import RegionCode, code_of_digits
from .address_parser import normalize_names
from .packed_table import PackedRegions

_COUNTS = slice(3, 7)
"""The columns of the table of acts with the number of regions at each level."""
_KIND_OF_REGENCY = "^(?:Kabupaten|Kota)(?: Administrasi)? "
_REGENCY = len("63.10")
_NEVER_ASSIGNED = r"\.(00|[123]000)\b"
"""Codes that end in the number 0: numbers begin at 01, 1001, 2001 or 3001."""


@final
@attrs.frozen
class RegionAct(metaclass=FrozenType):
    """An act that lists the regions or changed some of them.

    >>> from psm_core import load_regions
    >>> from psm_core.terms import RegionLevel
    >>> act = load_regions().acts[-1]
    >>> act.number, act.counts[RegionLevel.PROVINCE]
    ('Kepmendagri 300.2.2-2430/2025', 38)
    """

    number: str
    """Its kind, number and year, such as ``UU 14/2022``."""
    date: date | None
    """The date of the act, if it is known."""
    about: str
    """Its title, in Indonesian."""
    changed: str
    """What it did to codes and names, in English."""
    counts: Mapping[RegionLevel, int] = attrs.field(converter=frozen_dict, hash=False)
    """The number of regions at each level in its list; empty for an act without a list."""


@final
@attrs.frozen
class RegionChange(metaclass=FrozenType):
    """A change of a region: its code was replaced, or its name under the same code.

    >>> from psm_core import RegionCode, load_regions
    >>> print(load_regions().lineage(RegionCode("93.01"))[0])
    91.01 Merauke → 93.01 (UU 14/2022)
    >>> print(load_regions().lineage(RegionCode("81.03"))[0])
    81.03 Maluku Tenggara Barat → renamed (PP 2/2019)
    """

    code: RegionCode
    """The old code."""
    name: str
    """The old name, without its kind (Kabupaten or Kota)."""
    successor: RegionCode
    """The new code; the old one if only the name changed."""
    act: str | None
    """The number of the act, if it is known."""

    @property
    def is_renaming(self) -> bool:
        """Whether only the name changed."""
        return self.code == self.successor

    def __str__(self) -> str:
        """Return the change in one line."""
        act = f" ({self.act})" if self.act else ""
        return f"{self.code} {self.name} → {'renamed' if self.is_renaming else self.successor}{act}"


class History:
    """The changes of codes and names in the packed table of regions."""

    def __init__(self, table: PackedRegions) -> None:
        """Read the tables of replaced codes and of former names."""
        self._table = table
        self._retired = {
            code: (_without_kind(code, name), successor, act)
            for code, name, successor, act in table.table("changes")
        }
        """Retired code → its name, successor and act."""
        self._predecessors: dict[str, list[str]] = {}
        """Code → the retired codes that it replaced."""
        for code, (_, successor, _) in self._retired.items():
            self._predecessors.setdefault(successor, []).append(code)
        self._former = {code: (name, kind, act) for code, name, kind, act in table.table("former")}
        """Code → former name, kind (``renamed``, or ``respelt`` for another spelling) and act."""

    def changes(self) -> list[RegionChange]:
        """Return every change: first the replaced codes, then the new names."""
        renamed = (self._renaming(code) for code in self._former)
        return [*map(self._change, self._retired), *filter(None, renamed)]

    def retirement(self, code: RegionCode) -> RegionChange | None:
        """Return the change that retired a code."""
        return self._change(str(code)) if str(code) in self._retired else None

    def replaced_by(self, code: RegionCode) -> list[RegionChange]:
        """Return the changes that led to a code."""
        return [self._change(one) for one in self._predecessors.get(str(code), ())]

    def renaming(self, code: RegionCode) -> RegionChange | None:
        """Return the change that gave the code its present name."""
        return self._renaming(str(code))

    def former_names(self, code: RegionCode) -> tuple[str, ...]:
        """Return the names and spellings that a region in force had before."""
        return tuple(name for name, _ in self._former_names([str(code)]))

    def other_names(self) -> list[tuple[str, str]]:
        """Return (former name, digits of the code) for each former name of a region in force."""
        return self._former_names(sorted({*self._former, *self._predecessors}))

    def retired_names(self) -> list[tuple[str, str, str]]:
        """Return (name, digits of the successor, digits of the code) for each retired code."""
        return [
            (name, _digits(successor), _digits(code))
            for code, (name, successor, _) in self._retired.items()
        ]

    def _former_names(self, codes: list[str]) -> list[tuple[str, str]]:
        """Return (name, digits) for each former name that differs from the present one.

        Names that are equal after normalization do not differ. All names are normalized at once,
        because that is much faster.
        """
        rows: list[tuple[str, str, str]] = []
        present = self._table.names([_digits(code) for code in codes])
        for code, name in zip(codes, present, strict=True):
            former, *_ = self._former.get(code, ("",))
            names = (former, *(self._retired[one][0] for one in self._predecessors.get(code, ())))
            rows += [(one, _digits(code), name) for one in dict.fromkeys(names)]
        texts = normalize_names([text for name, _, now in rows for text in (name, now)])
        return [
            (name, digits)
            for (name, digits, _), text, now in zip(rows, texts[::2], texts[1::2], strict=False)
            if text not in {now, ""}
        ]

    def may_have_been(self, code: RegionCode) -> bool:
        """Return whether a code may have been in force before the first source (about 2015).

        Kabupaten and kota of a province are numbered in order, so an unused number below the
        highest one was probably in force. For kecamatan and villages, it is enough that the region
        above them may have been in force, because the numbers it once had are unknown.
        """
        parent = code.parent
        if parent is None or re.search(_NEVER_ASSIGNED, str(code)):
            return False
        if code.level is not RegionLevel.REGENCY:
            return (
                self._table.row(parent.digits) is not None
                or str(parent) in self._retired
                or self.may_have_been(parent)
            )
        if self._table.row(parent.digits) is None:
            return False
        siblings = map(code_of_digits, self._table.children(parent.digits))
        return any(one.kind is code.kind and one > code for one in siblings)

    def _change(self, code: str) -> RegionChange:
        name, successor, act = self._retired[code]
        return RegionChange(RegionCode(code), name, RegionCode(successor), act)

    def _renaming(self, code: str) -> RegionChange | None:
        name, kind, act = self._former.get(code, ("", "", ""))
        if kind != "renamed":
            return None
        return RegionChange(RegionCode(code), name, RegionCode(code), act or None)


def _digits(code: str) -> str:
    return code.replace(".", "")


def _without_kind(code: str, name: str) -> str:
    """Return a name without the kind that the decree prints before that of a kabupaten or kota."""
    return re.sub(_KIND_OF_REGENCY, "", name) if len(code) == _REGENCY else name


def acts(table: PackedRegions) -> tuple[RegionAct, ...]:
    """Return the acts that the table names, oldest first."""
    return tuple(
        RegionAct(
            number=row[0],
            date=date.fromisoformat(row[1]) if row[1] else None,
            about=row[2],
            changed=row[7],
            counts=dict(zip(RegionLevel, map(int, filter(None, row[_COUNTS])), strict=False)),
        )
        for row in table.table("acts")
    )
