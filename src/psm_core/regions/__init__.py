"""Regions: all 91,599 of the decree in force, what became of old codes, and what a name means.

>>> from psm_core import bundled, regions
>>> meant: regions.Resolution = bundled().resolve("Kab. Tanah Bumbu")
>>> isinstance(meant, regions.Resolution), type(meant).__name__
(True, 'OneRegion')
"""

from typing import TYPE_CHECKING

from .._later import later
from ._region import Region
from ._registry import RegionRegistry, bundled
from ._status import RegionState, RegionStatus

if TYPE_CHECKING:
    from ._crosswalk import Crossing, Crosswalk
    from ._history import RegionAct, RegionChange
    from ._names import NoRegion, OneRegion, Resolution, SeveralRegions

__all__ = [
    "Crossing",
    "Crosswalk",
    "NoRegion",
    "OneRegion",
    "Region",
    "RegionAct",
    "RegionChange",
    "RegionRegistry",
    "RegionState",
    "RegionStatus",
    "Resolution",
    "SeveralRegions",
    "bundled",
]


if not TYPE_CHECKING:  # what type checkers see is imported above
    __getattr__, __dir__ = later(__name__, __all__, ("_crosswalk", "_history", "_names"))
