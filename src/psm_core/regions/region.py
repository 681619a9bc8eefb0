"""`Region`: the code and name of a region, and its properties."""

from typing import Protocol, final

import attrs

from .._frozen import FrozenType
from ..terms import RegionKind, RegionLevel
from ..values.region_code import BPSCode, ISOCode, RegionCode
from .details import Details

_SHOWN = 20


class Lookup(Protocol):
    """The part of a registry that its regions use."""

    def ancestors(self, code: RegionCode, /) -> "tuple[Region, ...]":
        """Return the regions around one, the smallest first."""
        ...

    def children(self, code: RegionCode, /) -> "tuple[Region, ...]":
        """Return the regions directly inside one."""
        ...

    @property
    def details(self) -> Details:
        """The small tables about regions."""
        ...


@final
@attrs.frozen
class Region(metaclass=FrozenType):
    """A region in force, from a `RegionRegistry`.

    >>> from psm_core import RegionCode, load_regions
    >>> region = load_regions()[RegionCode("63.10.09")]
    >>> region
    <Region 63.10.09 Kecamatan Angsana, Kabupaten Tanah Bumbu, Kalimantan Selatan>
    >>> region.name, region.kind.name, region.level.name, region.head
    ('Angsana', 'KECAMATAN', 'DISTRICT', 'Camat')

    """

    code: RegionCode
    """The code in the home ministry's system."""
    name: str
    """The name without the kind, such as ``Tanah Bumbu``."""
    _regions: Lookup = attrs.field(eq=False, repr=False)

    @property
    def level(self) -> RegionLevel:
        """The level (province, regency, district or village)."""
        return self.code.level

    @property
    def kind(self) -> RegionKind:
        """The legal kind."""
        return self.code.kind

    @property
    def title(self) -> str | None:
        """The local title of its kind, such as ``Distrik``, ``Gampong`` or ``Kalurahan``.

        None if no local act is known. Source: the acts in ``data/regions/titles.tsv``.
        """
        return self._regions.details.local_titles(self.code).title

    @property
    def head(self) -> str | None:
        """The title of its head, such as ``Bupati``, ``Camat``, ``Lurah`` or ``Keuchik``.

        None for a desa adat, where custom decides.

        Source: UU 23/2014 Pasal 59, 224 and 229, UU 6/2014 Pasal 26, UU 29/2007 Pasal 19, and
        local acts.
        """
        return self._regions.details.local_titles(self.code).head

    @property
    def full_name(self) -> str:
        """The name with the title or kind, such as ``Kabupaten Tanah Bumbu``."""
        return f"{self.title or self.kind.label} {self.name}"

    @property
    def address(self) -> str:
        """The full names of this region and of the regions around it, as in an address.

        A province is written without its kind.
        """
        chain = (self, *self._regions.ancestors(self.code))
        return ", ".join(
            one.name if one.level is RegionLevel.PROVINCE else one.full_name for one in chain
        )

    @property
    def former_names(self) -> tuple[str, ...]:
        """Names and spellings since about 2015, under this code or a former code."""
        return self._regions.details.history.former_names(self.code)

    @property
    def bps(self) -> BPSCode | None:
        """The code in the system of Statistics Indonesia of 2020; known for levels 1 and 2.

        Source: the list that the statistics office published in 2022.
        """
        return self._regions.details.bps.by_region.get(self.code)

    @property
    def iso(self) -> ISOCode | None:
        """The code of a province in ISO 3166-2.

        Source: ISO 3166-2:ID.
        """
        return self._regions.details.iso.by_region.get(self.code)

    def __str__(self) -> str:
        """Return the full name."""
        return self.full_name

    def __repr__(self) -> str:
        return f"<Region {self.code} {self.address}>"

    def _repr_html_(self) -> str:
        """Return the region as a tree with the regions around and inside it, for notebooks."""
        from .html import row, tree  # noqa: PLC0415 - importing the package stays quick

        children = self._regions.children(self.code)
        inside = tree(children[:_SHOWN], len(children) - _SHOWN)
        shown = f"<li><b>{row(self)}</b>{inside}</li>"
        for above in self._regions.ancestors(self.code):
            shown = f"<li>{row(above)}<ul>{shown}</ul></li>"
        return f"<ul>{shown}</ul>"
