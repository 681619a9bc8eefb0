"""How Arrow reads columns of telephone numbers."""

from typing import Final

from .arrow import Array, arrow, compute
from .parsing import Kernel, Pair, placed, unjudged
from .separators import separated

_MOBILE: Final = r"\A(0|\+?62)8[0-9]{8,11}\z"
_SHORTEST, _LONGEST = 10, 13
"""The lengths of a mobile number that begins with 08."""
_PREFIX: Final = r"\A(0|\+?62)"


def are_mobile(texts: Array) -> Array:
    """Return whether each text is certainly a valid mobile number; null for a null."""
    are_valid = _are_local(texts)
    rest = compute.invert(are_valid).fill_null(False)  # noqa: FBT003 - a value
    if not rest.true_count:
        return are_valid
    others = compute.match_substring_regex(texts.filter(rest), _MOBILE)
    return compute.replace_with_mask(are_valid, rest, others)


def _are_local(texts: Array) -> Array:
    """Return whether each text is digits that begin with 08, without a country code."""
    lengths = compute.binary_length(texts)
    are_long = compute.and_(
        compute.greater_equal(lengths, _SHORTEST), compute.less_equal(lengths, _LONGEST)
    )
    are_digits = compute.ascii_is_decimal(texts)
    return compute.and_(compute.and_(are_long, are_digits), compute.starts_with(texts, "08"))


def _local(texts: Array) -> Pair:
    """Return the numbers without a country code, in international form."""
    plain = compute.binary_replace_slice(texts.cast(arrow.string()), 0, 1, "+62")
    _, codes = unjudged(len(texts), arrow.string())
    return compute.if_else(_are_local(texts), plain, None), codes


def _mobile(texts: Array) -> Pair:
    """Return the mobile numbers in international form."""
    are_valid = compute.match_substring_regex(texts, _MOBILE)
    plain = compute.replace_substring_regex(texts.cast(arrow.string()), _PREFIX, "+62")
    _, codes = unjudged(len(texts), arrow.string())
    return compute.if_else(are_valid, plain, None), codes


def _separated(texts: Array) -> Pair:
    """Return the mobile numbers whose digits have separators, in international form."""
    are_separated, plain = separated(texts)
    return placed(unjudged(len(texts), arrow.string()), are_separated, _mobile(plain))


PHONE_KERNEL: Final = Kernel((_local, _mobile, _separated))
