"""Rows of a recap that are the parts of a region."""

from collections.abc import Iterable
from typing import Final

from ..regions import RegionRegistry
from ..values.region_code import RegionCode
from .labels import region_labels

UNKNOWN_REGION: Final = "Tidak diketahui"


class Parts:
    """The regions one level below a region, as rows; of a village, the village itself."""

    def __init__(self, within: RegionCode, regions: RegionRegistry) -> None:
        """Find the parts of a region."""
        self._within, self._regions = within, regions
        self.labels: dict[RegionCode, str] = region_labels(
            regions.children(within) or (regions[within],)
        )

    def row_of(self, homes: Iterable[RegionCode]) -> str | None:
        """Return the row of the first known of some regions; None for a region elsewhere.

        It is `UNKNOWN_REGION` without a region, or if the region is known only as `within`.
        """
        candidates = list(homes)
        known = next((now for home in candidates if (now := self._regions.current(home))), None)
        home = known or next(iter(candidates), None)
        if home is None:
            return UNKNOWN_REGION
        row = next((label for code, label in self.labels.items() if home.is_within(code)), None)
        is_unknown_part = known is None and home.is_within(self._within)
        may_be_here = self._within.is_within(home) or is_unknown_part
        return UNKNOWN_REGION if may_be_here and (row is None or known is None) else row

    def rows(self, used: Iterable[str]) -> list[str]:
        """Return the rows of the table: all parts, and `UNKNOWN_REGION` if it is used."""
        return [*self.labels.values(), *([UNKNOWN_REGION] if UNKNOWN_REGION in used else [])]

    def row_keys(self) -> dict[str | None, str]:
        """Return what each row counts, for `suppress_linked`."""
        keys: dict[str | None, str] = {label: str(code) for code, label in self.labels.items()}
        return {**keys, UNKNOWN_REGION: f"? {self._within}"}
