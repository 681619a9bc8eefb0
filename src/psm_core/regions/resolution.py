"""What a region name means: one region, several regions or none."""

from typing import final

import attrs

from .._frozen import FrozenType
from .html import addresses
from .region import Region


@final
@attrs.frozen
class OneRegion(metaclass=FrozenType):
    """A name that means one region.

    >>> from psm_core import load_regions
    >>> load_regions().resolve("Kab. Tanah Bumbu").region.code
    RegionCode('63.10')
    """

    region: Region
    """The region."""


@final
@attrs.frozen
class SeveralRegions(metaclass=FrozenType):
    """A name that means several regions. Give a level or a parent, or let a person choose.

    >>> from psm_core import load_regions
    >>> from psm_core.terms import RegionLevel
    >>> found = load_regions().resolve("Banjar", level=RegionLevel.REGENCY)
    >>> [one.full_name for one in found.candidates]
    ['Kota Banjar', 'Kabupaten Banjar']
    """

    candidates: tuple[Region, ...]
    """All of them, larger ones first, then by code."""

    def _repr_html_(self) -> str:
        return addresses(self.candidates)


@final
@attrs.frozen
class NoRegion(metaclass=FrozenType):
    """A name that means no region as it is written.

    >>> from psm_core import RegionCode, load_regions
    >>> meant = load_regions().resolve("Angsanna", within=RegionCode("63.10"))
    >>> meant.suggestions[0].full_name
    'Kecamatan Angsana'
    """

    suggestions: tuple[Region, ...] = ()
    """Regions with a similar name, the most similar first. These are guesses, so ask a person."""
    within: Region | None = None
    """The smallest region of an address line that was recognized."""

    def _repr_html_(self) -> str:
        return addresses(self.suggestions)


Resolution = OneRegion | SeveralRegions | NoRegion
"""The result of resolving a name: one region, several or none."""
