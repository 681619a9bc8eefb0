"""How Arrow reads columns of telephone numbers."""

from typing import Final

from .arrow import Array, arrow, compute
from .parsing import Kernel, Pair, placed, unjudged
from .separators import separated

_MOBILE: Final = r"\A(0|\+?62)8[0-9]{8,11}\z"
_PREFIX: Final = r"\A(0|\+?62)"


def are_mobile(texts: Array) -> Array:
    """Return whether each text is certainly a valid mobile number; null for a null."""
    return compute.match_substring_regex(texts, _MOBILE)


def _mobile(texts: Array) -> Pair:
    """Return the mobile numbers in international form."""
    are_valid = are_mobile(texts)
    plain = compute.replace_substring_regex(texts.cast(arrow.string()), _PREFIX, "+62")
    _, codes = unjudged(len(texts), arrow.string())
    return compute.if_else(are_valid, plain, None), codes


def _separated(texts: Array) -> Pair:
    """Return the mobile numbers whose digits have separators, in international form."""
    are_separated, plain = separated(texts)
    return placed(unjudged(len(texts), arrow.string()), are_separated, _mobile(plain))


PHONE_KERNEL: Final = Kernel((_mobile, _separated))
