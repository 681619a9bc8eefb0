"""Regions: all 91,599 of the decree in force, what became of old codes, and what a name means."""

from typing import TYPE_CHECKING, Any

from ._region import Region
from ._registry import RegionRegistry, bundled
from ._status import RegionState, RegionStatus

if TYPE_CHECKING:
    from ._crosswalk import Crossing, CrossingKind, Crosswalk
    from ._history import RegionAct, RegionChange
    from ._names import NoRegion, OneRegion, Resolution, SeveralRegions

__all__ = [
    "Crossing",
    "CrossingKind",
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


def __getattr__(name: str) -> Any:  # noqa: ANN401 - what type checkers see is imported above
    """Import what answers are made of when it is first named, so that importing us stays quick."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from . import _crosswalk, _history, _names  # noqa: PLC0415 - as said above

    return next(vars(room)[name] for room in (_crosswalk, _history, _names) if name in vars(room))
