"""Regions: all 91,599 of the decree in force, what became of old codes, and what a name means."""

from typing import TYPE_CHECKING

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

    def __getattr__(name: str) -> object:
        """Import what answers are made of when it is first named: importing us stays quick."""
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from . import _crosswalk, _history, _names  # noqa: PLC0415 - as said above

        rooms = map(vars, (_crosswalk, _history, _names))
        return next(room[name] for room in rooms if name in room)

    def __dir__() -> list[str]:
        """List the names for completion, help and the site."""
        return sorted({*globals(), *__all__})
