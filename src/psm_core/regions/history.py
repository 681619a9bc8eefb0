"""What became of the codes and names of regions: acts and changes."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import final

import attrs

from .._frozen import FrozenType, frozen_dict
from ..terms import RegionLevel
from ..values.region_code import RegionCode
from .name_index import fold
from .packed_table import PackedRegions

_COUNTED = slice(3, 7)


@final
@attrs.frozen
class RegionAct(metaclass=FrozenType):
    """A named act that lists the regions or changed some of them.

    >>> from psm_core import load_regions
    >>> from psm_core.terms import RegionLevel
    >>> act = load_regions().acts[-1]
    >>> act.number, act.counts[RegionLevel.PROVINCE]
    ('Kepmendagri 300.2.2-2430/2025', 38)
    """

    number: str
    """Its kind, number and year, such as ``UU 14/2022``."""
    date: date | None
    """The day of the act, where it was found."""
    about: str
    """Its title, in Indonesian."""
    changed: str
    """What it did to codes and names, in English."""
    counts: Mapping[RegionLevel, int] = attrs.field(converter=frozen_dict, hash=False)
    """How many regions of each level its list has; empty for an act without a list."""


@final
@attrs.frozen
class RegionChange(metaclass=FrozenType):
    """One change: a code that was replaced by another, or a name by another under the same code.

    >>> from psm_core import RegionCode, load_regions
    >>> print(load_regions().lineage(RegionCode("93.01"))[0])
    91.01 Merauke → 93.01 (UU 14/2022)
    >>> print(load_regions().lineage(RegionCode("81.03"))[0])
    81.03 Maluku Tenggara Barat → renamed (PP 2/2019)
    """

    code: RegionCode
    """The code before."""
    name: str
    """The name before, without its kind."""
    successor: RegionCode
    """The code since; the same one when only the name changed."""
    act: str | None
    """The number of the act, where it is known."""

    @property
    def is_renaming(self) -> bool:
        """Whether the code stayed and the name changed."""
        return self.code == self.successor

    def __str__(self) -> str:
        """Return the change in one line."""
        act = f" ({self.act})" if self.act else ""
        return f"{self.code} {self.name} → {'renamed' if self.is_renaming else self.successor}{act}"


class History:
    """What the table keeps of the past. Read when first asked for."""

    def __init__(self, table: PackedRegions) -> None:
        """Read the small tables of changes and former names."""
        self._table = table
        self._retired = {
            code: RegionChange(RegionCode(code), _short(code, name), RegionCode(new), act)
            for code, name, new, act in table.table("changes")
        }
        self._replaced: dict[str, list[RegionChange]] = {}
        for change in self._retired.values():
            self._replaced.setdefault(str(change.successor), []).append(change)
        self._former = {code: (name, kind, act) for code, name, kind, act in table.table("former")}

    def changes(self) -> Iterable[RegionChange]:
        """Return every change that is kept: codes replaced, then names."""
        renamed = (self._renaming(code) for code in self._former)
        return (*self._retired.values(), *(change for change in renamed if change))

    def retirements(self) -> Iterable[RegionChange]:
        """Return the changes that retired a code."""
        return self._retired.values()

    def retirement(self, code: RegionCode) -> RegionChange | None:
        """Return the change that retired a code."""
        return self._retired.get(str(code))

    def replaced_by(self, code: RegionCode) -> list[RegionChange]:
        """Return the changes that led to a code."""
        return self._replaced.get(str(code), [])

    def renaming(self, code: RegionCode) -> RegionChange | None:
        """Return the change that gave the code its present name."""
        return self._renaming(str(code))

    def former_names(self, code: RegionCode) -> tuple[str, ...]:
        """Return what the region was called or spelt like before."""
        known, *_ = self._former.get(str(code), ("",))
        names = (known, *(change.name for change in self.replaced_by(code)))
        now = fold(self._table.name(code.digits) or "")
        return tuple(name for name in dict.fromkeys(names) if fold(name) not in {now, ""})

    def other_names(self) -> list[tuple[str, str]]:
        """Return (name, digits of the region) for each former name of a region in force."""
        codes = {*self._former, *self._replaced}
        return [
            (name, code.digits)
            for code in map(RegionCode, sorted(codes))
            for name in self.former_names(code)
        ]

    def may_have_been(self, code: RegionCode) -> bool:
        """Tell whether a number may have been given out before the record begins.

        Numbers are given in order, so a gap below the highest one of its series was one; how
        many kecamatan or villages there once were in a known region, nobody can tell.
        """
        parent = code.parent
        if parent is None or re.search(r"\.(00|[123]000)\b", str(code)):
            return False
        if code.level is not RegionLevel.REGENCY:
            return (
                self._table.row(parent.digits) is not None
                or str(parent) in self._retired
                or self.may_have_been(parent)
            )
        if self._table.row(parent.digits) is None:
            return False
        siblings = map(RegionCode.from_digits, self._table.children(parent.digits))
        return any(one.kind is code.kind and one > code for one in siblings)

    def _renaming(self, code: str) -> RegionChange | None:
        name, kind, act = self._former.get(code, ("", "", ""))
        if kind != "renamed":
            return None
        return RegionChange(RegionCode(code), name, RegionCode(code), act or None)


def _short(code: str, name: str) -> str:
    """Return a name without the kind that the decree prints before that of a regency."""
    region = RegionCode(code)
    return (
        name.removeprefix(f"{region.kind.label} ") if region.level is RegionLevel.REGENCY else name
    )


def acts(table: PackedRegions) -> tuple[RegionAct, ...]:
    """Return the acts that the table names, oldest first."""
    return tuple(
        RegionAct(
            number=row[0],
            date=date.fromisoformat(row[1]) if row[1] else None,
            about=row[2],
            changed=row[7],
            counts=dict(zip(RegionLevel, map(int, filter(None, row[_COUNTED])), strict=False)),
        )
        for row in table.table("acts")
    )
