"""Regions as HTML, for notebooks."""

from collections.abc import Iterable
from html import escape
from typing import Protocol

from ..values.region_code import RegionCode


class Labelled(Protocol):
    """The parts of a region that are shown."""

    @property
    def code(self) -> RegionCode:
        """The code."""
        ...

    @property
    def full_name(self) -> str:
        """The name with its kind."""
        ...

    @property
    def address(self) -> str:
        """The names of the region and of the regions around it."""
        ...


def row(region: Labelled) -> str:
    """Return the name and code of a region."""
    return f"{escape(region.full_name)} <code>{region.code}</code>"


def tree(regions: Iterable[Labelled], more: int = 0) -> str:
    """Return a list of regions and the number of further ones, or an empty text without regions."""
    rows = "".join(f"<li>{row(region)}</li>" for region in regions)
    rows += f"<li>… {more} more</li>" if more > 0 else ""
    return f"<ul>{rows}</ul>" if rows else ""


def addresses(regions: Iterable[Labelled]) -> str:
    """Return a list of regions with their addresses."""
    rows = (f"<li>{escape(one.address)} <code>{one.code}</code></li>" for one in regions)
    return f"<ul>{''.join(rows)}</ul>"
