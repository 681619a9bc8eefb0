"""What the table knows of a code: in force, retired, unverified or unknown."""

from enum import Enum
from typing import final

import attrs

from .._frozen import FrozenType
from ..errors import Issue, Severity
from ..values.region_code import RegionCode


class CodeValidity(Enum):
    """What the table knows of a code.

    >>> from psm_core import RegionCode, load_regions
    >>> [load_regions().status(RegionCode(code)).state.name for code in ("63.10", "91.01", "99.01")]
    ['CURRENT', 'RETIRED', 'UNKNOWN']
    """

    CURRENT = "current"
    """It is in force."""
    RETIRED = "retired"
    """It was in force and has a successor."""
    UNVERIFIED = "unverified"
    """It may have been in force before the record begins (about 2015), or be a slip."""
    UNKNOWN = "unknown"
    """The record knows no region that had it, and no place for one in a series."""


@final
@attrs.frozen
class CodeStatus(metaclass=FrozenType):
    """What became of a code.

    >>> from psm_core import RegionCode, load_regions
    >>> print(load_regions().status(RegionCode("91.01")))
    retired: This code has been replaced by 93.01 Kabupaten Merauke (UU 14/2022).

    """

    state: CodeValidity
    """Whether it is in force, retired, unverified or unknown."""
    successor: RegionCode | None = None
    """The code that a retired one was replaced by."""
    name: str | None = None
    """The full name of the successor."""
    act: str | None = None
    """The number of the act that replaced it; `RegionRegistry.acts` tells more."""
    within: RegionCode | None = None
    """The code that the parent of an unverified one bears today; where to begin asking."""

    @property
    def issue(self) -> Issue | None:
        """The same as a warning (``region.retired``, ``…unverified``, ``…unknown``), or None."""
        if self.state is CodeValidity.CURRENT:
            return None
        told = {"successor": self.successor, "name": self.name, "act": self.act}
        told["within"] = self.within
        params = {name: str(value) for name, value in told.items() if value is not None}
        return Issue(f"region.{self.state.value}", severity=Severity.WARNING, params=params)

    def __str__(self) -> str:
        """Return the state, and the sentence of the warning where there is one."""
        issue = self.issue
        return self.state.value if issue is None else f"{self.state.value}: {issue.describe()}"
