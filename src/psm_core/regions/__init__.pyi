# The public names of the package; tools/build_package_stubs.py writes this file.

from .crosswalk import Crosswalk, CrosswalkEntry
from .history import RegionAct, RegionChange
from .region import Region
from .registry import RegionRegistry, load_regions
from .resolution import NoRegion, OneRegion, Resolution, SeveralRegions
from .status import CodeStatus, CodeValidity

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
