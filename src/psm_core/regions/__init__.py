"""Regions: all 91,599 of the decree in force, what became of old codes, and what a name means.

>>> from psm_core import load_regions, regions
>>> meant: regions.Resolution = load_regions().resolve("Kab. Tanah Bumbu")
>>> isinstance(meant, regions.Resolution), type(meant).__name__
(True, 'OneRegion')
"""

from typing import TYPE_CHECKING

from .._core.lazy import lazy_names
from .region import Region
from .registry import RegionRegistry, load_regions
from .status import CodeStatus, CodeValidity

if TYPE_CHECKING:
    from .crosswalk import Crosswalk, CrosswalkEntry
    from .history import RegionAct, RegionChange
    from .resolution import NoRegion, OneRegion, Resolution, SeveralRegions

__all__ = [
    "CodeStatus",
    "CodeValidity",
    "Crosswalk",
    "CrosswalkEntry",
    "NoRegion",
    "OneRegion",
    "Region",
    "RegionAct",
    "RegionChange",
    "RegionRegistry",
    "Resolution",
    "SeveralRegions",
    "load_regions",
]

_LAZY = {
    "crosswalk": ("Crosswalk", "CrosswalkEntry"),
    "history": ("RegionAct", "RegionChange"),
    "resolution": ("NoRegion", "OneRegion", "Resolution", "SeveralRegions"),
}
"""Module → the names imported from it on first use."""

if not TYPE_CHECKING:  # type checkers see the imports above
    __getattr__, __dir__ = lazy_names(__name__, _LAZY)
