"""Regions: all 91,599 of the decree in force, what became of old codes, and what a name means.

>>> from psm_core import load_regions, regions
>>> meant: regions.Resolution = load_regions().resolve("Kab. Tanah Bumbu")
>>> isinstance(meant, regions.Resolution), type(meant).__name__
(True, 'OneRegion')
"""

from .._core.lazy import lazy_names

_NAMES = {
    ".crosswalk": ("Crosswalk", "CrosswalkEntry"),
    ".history": ("RegionAct", "RegionChange"),
    ".region": ("Region",),
    ".registry": ("RegionRegistry", "load_regions"),
    ".resolution": ("NoRegion", "OneRegion", "Resolution", "SeveralRegions"),
    ".status": ("CodeStatus", "CodeValidity"),
}
"""Module → the public names imported from it on first use."""

__getattr__, __dir__, __all__ = lazy_names(__name__, _NAMES)
