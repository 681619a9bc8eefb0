"""`Region`, one row of the table, and how it shows its place."""

from collections.abc import Iterable
from typing import Protocol, final

import attrs

from .._frozen import FrozenType
from ..terms import RegionKind, RegionLevel
from ..values.region_code import BPSCode, ISOCode, RegionCode
from .facts import Facts

_SHOWN = 20


class Lookup(Protocol):
    """What a region asks of the registry that made it."""

    def ancestors(self, code: RegionCode, /) -> "tuple[Region, ...]":
        """Return the regions that one lies in, the nearest first."""
        ...

    def children(self, code: RegionCode, /) -> "tuple[Region, ...]":
        """Return the regions right below one."""
        ...

    @property
    def facts(self) -> Facts:
        """What else is known of regions."""
        ...


@final
@attrs.frozen
class Region(metaclass=FrozenType):
    """A region: its code and its name; a registry makes it and answers for its surroundings.

    >>> from psm_core import RegionCode, load_regions
    >>> region = load_regions()[RegionCode("63.10.09")]
    >>> region
    <Region 63.10.09 Kecamatan Angsana, Kabupaten Tanah Bumbu, Kalimantan Selatan>
    >>> region.name, region.kind.name, region.level.name, region.head
    ('Angsana', 'KECAMATAN', 'DISTRICT', 'Camat')

    """

    code: RegionCode
    """Its code in the home ministry's system."""
    name: str
    """Its name without its kind, such as ``Tanah Bumbu``."""
    _regions: Lookup = attrs.field(eq=False, repr=False)

    @property
    def level(self) -> RegionLevel:
        """Its depth."""
        return self.code.level

    @property
    def kind(self) -> RegionKind:
        """Its legal kind."""
        return self.code.kind

    @property
    def title(self) -> str | None:
        """What its kind is called there, such as ``Distrik``, ``Gampong`` or ``Kalurahan``.

        None where no local act is known; the sources stand in ``data/regions/titles.tsv``.
        """
        return self._regions.facts.said(self.code).title

    @property
    def head(self) -> str | None:
        """What its head is called, such as ``Bupati``, ``Camat``, ``Lurah`` or ``Keuchik``.

        Source: UU 23/2014 Pasal 59, 224 and 229, UU 6/2014 Pasal 26, UU 29/2007 Pasal 19, and
        local acts. None for a desa adat, whose own custom says it.
        """
        return self._regions.facts.said(self.code).head

    @property
    def full_name(self) -> str:
        """Its name with its title, or else its kind, such as ``Kabupaten Tanah Bumbu``."""
        return f"{self.title or self.kind.label} {self.name}"

    @property
    def address(self) -> str:
        """Its full name and those of the regions it lies in, as in an address.

        A province stands there without its kind, which nobody writes.
        """
        chain = (self, *self._regions.ancestors(self.code))
        return ", ".join(
            one.name if one.level is RegionLevel.PROVINCE else one.full_name for one in chain
        )

    @property
    def former_names(self) -> tuple[str, ...]:
        """What it was called or spelt like about 2015, under this code or the one before."""
        return self._regions.facts.history.former_names(self.code)

    @property
    def bps(self) -> BPSCode | None:
        """Its code in the system of Statistics Indonesia, as of 2020; known to level 2.

        Source: the pairs that the statistics office published in 2022.
        """
        return self._regions.facts.bps.there.get(self.code)

    @property
    def iso(self) -> ISOCode | None:
        """Its code in ISO 3166-2, which provinces have.

        Source: ISO 3166-2:ID.
        """
        return self._regions.facts.iso.there.get(self.code)

    def __str__(self) -> str:
        """Return the full name."""
        return self.full_name

    def __repr__(self) -> str:
        return f"<Region {self.code} {self.address}>"

    def _repr_html_(self) -> str:
        """Return the region in its place as a small tree, for notebooks."""
        children = self._regions.children(self.code)
        inside = tree(children[:_SHOWN], len(children) - _SHOWN)
        shown = f"<li><b>{_row(self)}</b>{inside}</li>"
        for above in self._regions.ancestors(self.code):
            shown = f"<li>{_row(above)}<ul>{shown}</ul></li>"
        return f"<ul>{shown}</ul>"


def tree(regions: Iterable[Region], more: int = 0) -> str:
    """Return regions as a list in HTML, and how many more there are; of none, nothing."""
    rows = "".join(f"<li>{_row(region)}</li>" for region in regions)
    rows += f"<li>… {more} more</li>" if more > 0 else ""
    return f"<ul>{rows}</ul>" if rows else ""


def addresses(regions: Iterable[Region]) -> str:
    """Return regions as a list in HTML, each with all that it lies in."""
    from html import escape  # noqa: PLC0415 - importing the package stays quick

    rows = (f"<li>{escape(one.address)} <code>{one.code}</code></li>" for one in regions)
    return f"<ul>{''.join(rows)}</ul>"


def _row(region: Region) -> str:
    from html import escape  # noqa: PLC0415 - importing the package stays quick

    return f"{escape(region.full_name)} <code>{region.code}</code>"
