"""How many spelling mistakes a region name may contain."""

from typing import Final

MOST_MISTAKES: Final = 2
_TWO_MISTAKES: Final = 9
"""A text of this length is still recognizable with two mistakes."""


def mistakes_allowed(text: str) -> int:
    """Return how many spelling mistakes a text may contain and still be recognizable."""
    return 0 if len(text) < 3 else 1 if len(text) < _TWO_MISTAKES else MOST_MISTAKES  # noqa: PLR2004
