"""Whether a code is in force, retired, unverified or unknown."""

from enum import Enum
from typing import Protocol, final

import attrs

from .._frozen import FrozenType
from ..errors import Issue, Severity
from ..terms import RegionLevel
from ..values.region_code import RegionCode
from .details import Details
from .region import Region


class CodeValidity(Enum):
    """Whether a code is in force.

    >>> from psm_core import RegionCode, load_regions
    >>> regions = load_regions()
    >>> [regions.status(RegionCode(code)).validity.name for code in ("63.10", "91.01", "99.01")]
    ['CURRENT', 'RETIRED', 'UNKNOWN']
    """

    CURRENT = "current"
    """It is in force."""
    RETIRED = "retired"
    """It was in force and has a successor."""
    UNVERIFIED = "unverified"
    """It is not in force. It may be older than the sources (about 2015), or a typing error."""
    UNKNOWN = "unknown"
    """No region is known to have had it, and no series of codes has a gap for it."""


@final
@attrs.frozen
class CodeStatus(metaclass=FrozenType):
    """Whether a code is in force and, if not, what replaced it.

    A code that is not in force is reported as ``region.retired``, ``region.unverified`` or
    ``region.unknown``.

    Source: Kepmendagri 300.2.2-2138/2025 as amended by Kepmendagri 300.2.2-2430/2025.

    >>> from psm_core import RegionCode, load_regions
    >>> print(load_regions().status(RegionCode("91.01")))
    retired: This code has been replaced by 93.01 Kabupaten Merauke (UU 14/2022). Use the new code.

    """

    validity: CodeValidity
    """Whether it is in force, retired, unverified or unknown."""
    successor: RegionCode | None = None
    """The code that replaced a retired code."""
    name: str | None = None
    """The full name of the region with the successor code."""
    act: str | None = None
    """The number of the act that replaced it, as in `RegionRegistry.acts`."""
    within: RegionCode | None = None
    """The region in force that replaced the parent of an unverified code."""

    @property
    def issue(self) -> Issue | None:
        """A ``region.retired``, ``…unverified`` or ``…unknown`` warning, or None if it is valid."""
        if self.validity is CodeValidity.CURRENT:
            return None
        values = {"successor": self.successor, "name": self.name, "act": self.act}
        values["within"] = self.within
        params = {name: str(value) for name, value in values.items() if value is not None}
        return Issue(f"region.{self.validity.value}", severity=Severity.WARNING, params=params)

    def __str__(self) -> str:
        """Return the validity, and the text of the warning if there is one."""
        issue = self.issue
        return (
            self.validity.value if issue is None else f"{self.validity.value}: {issue.describe()}"
        )


class Registry(Protocol):
    """The part of a registry that the status of a code depends on."""

    @property
    def details(self) -> Details:
        """The small tables about regions."""
        ...

    def __contains__(self, code: RegionCode, /) -> bool:
        """Return whether a code is in force."""
        ...

    def __getitem__(self, code: RegionCode, /) -> Region:
        """Return the region with a code in force."""
        ...

    def current(self, code: RegionCode, /) -> RegionCode | None:
        """Return the code in force for a code, or for a region around it."""
        ...


def code_status(code: RegionCode, regions: Registry) -> CodeStatus:
    """Return the status of a code in a registry."""
    if code in regions:
        return CodeStatus(CodeValidity.CURRENT)
    history = regions.details.history
    if (change := history.retirement(code)) is not None:
        successor = change.successor
        name = regions[successor].full_name
        return CodeStatus(CodeValidity.RETIRED, successor, name, change.act)
    if not history.may_have_been(code):
        return CodeStatus(CodeValidity.UNKNOWN)
    found = (regions.current(one) for one in code.ancestors)
    within = next((one for one in found if one is not None), None)
    if code.level is RegionLevel.REGENCY or (within and within.level is RegionLevel.PROVINCE):
        within = None  # it may be in another province now, as those of Kalimantan Utara are
    return CodeStatus(CodeValidity.UNVERIFIED, within=within)
