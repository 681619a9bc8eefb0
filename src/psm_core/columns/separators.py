"""Digits with separators."""

from typing import Final

from .arrow import Array, compute

_SEPARATED: Final = r"\A *'?\+?[0-9][0-9 '-]*\z"
"""Digits with blanks, dashes or apostrophes. A dot can belong to a number, a first dash too."""
_SEPARATORS: Final = " '-"


def separated(texts: Array) -> tuple[Array, Array]:
    """Return which texts are digits that may have separators, and these ones without them."""
    are_separated = compute.match_substring_regex(texts, _SEPARATED)
    plain = texts.filter(are_separated)
    for separator in _SEPARATORS:  # one pattern for all of them would take longer
        plain = compute.replace_substring(plain, separator, "")
    return are_separated, plain
