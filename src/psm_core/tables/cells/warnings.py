"""Issues of cells that are only warnings: the value is used, or left out of the record."""

from collections.abc import Mapping
from typing import Final, NamedTuple

import attrs

from ...errors import Issue, Severity

_LEFT_OUT: Final[Mapping[str, str | int]] = {"left_out": 1}


class WithWarning(NamedTuple):
    """The value of a cell, and a warning about the cell."""

    value: object
    warning: Issue


def as_left_out(issue: Issue) -> Issue:
    """Return an issue as the warning that its value was left out of the record."""
    params = {**issue.params, **_LEFT_OUT}
    return attrs.evolve(issue, severity=Severity.WARNING, params=params)
