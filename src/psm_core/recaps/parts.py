"""Rows of a recap that are the parts of a region."""

from collections.abc import Iterable
from typing import Final

from .._core.arguments import require
from ..regions import RegionRegistry
from ..terms import RegionLevel
from ..values.region_code import RegionCode
from .labels import region_labels

UNKNOWN_REGION: Final = "Tidak diketahui"


class Parts:
    """The regions one level below a region, or those of another level, as rows.

    Of a village, the row is the village itself.
    """

    def __init__(
        self, within: RegionCode, regions: RegionRegistry, level: RegionLevel | None = None
    ) -> None:
        """Find the parts of a region.

        Raises:
            TypeError: an argument is of another type.
            UnknownRegionError: there is no such region.
            ValueError: it has no parts of the level.

        """
        require(RegionCode, within)
        require(RegionRegistry, regions)
        require(RegionLevel, level, optional=True)
        self._within, self._regions = within, regions
        self._unknown = f"? {within}" if level is None else f"? {within} {level.value}"
        if level is None:
            parts = regions.children(within) or (regions[within],)
        else:
            inside = (regions[within], *regions.descendants(within))
            parts = tuple(one for one in inside if one.level is level)
        if not parts:
            raise ValueError(f"{within} has no parts of the level {level and level.value}")
        self.labels: dict[RegionCode, str] = region_labels(parts)

    def row_of(self, homes: Iterable[RegionCode]) -> str | None:
        """Return the row of the first known of some regions; None for a region elsewhere.

        It is `UNKNOWN_REGION` without a region, or if the region is larger than the parts.
        """
        candidates = list(homes)
        known = next((now for home in candidates if (now := self._regions.current(home))), None)
        home = known or next(iter(candidates), None)
        if home is None:
            return UNKNOWN_REGION
        around = (home, *home.ancestors)
        row = next((self.labels[code] for code in around if code in self.labels), None)
        may_be_here = self._within.is_within(home) or home.is_within(self._within)
        return UNKNOWN_REGION if may_be_here and (row is None or known is None) else row

    def rows(self, used: Iterable[str]) -> list[str]:
        """Return the rows of the table: all parts, and `UNKNOWN_REGION` if it is used."""
        return [*self.labels.values(), *([UNKNOWN_REGION] if UNKNOWN_REGION in used else [])]

    def row_keys(self) -> dict[str | None, str]:
        """Return what each row counts, for `suppress_linked`."""
        keys: dict[str | None, str] = {label: str(code) for code, label in self.labels.items()}
        return {**keys, UNKNOWN_REGION: self._unknown}
