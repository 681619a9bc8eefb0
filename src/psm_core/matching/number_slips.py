"""How two numbers of people differ: by a slip in writing, or by more."""

from operator import ne
from typing import Final

from ..values.personal_number import WOMAN

_PAIR: Final = 2
_MONTHS: Final = 12


def slip_places(one: str, other: str) -> tuple[int, ...] | None:
    """Return where two different numbers differ, if it is a slip; None if they differ by more.

    A slip is one other digit, or two digits that have changed places.

    >>> slip_places("9901014108900001", "9901014108900007")
    (15,)
    >>> slip_places("9901014108900001", "9901104108900001")
    (4, 5)
    >>> slip_places("9901014108900001", "9901024108900009") is None
    True
    """
    if sum(map(ne, one, other)) > _PAIR:  # fast
        return None
    places = tuple(at for at, digit in enumerate(one) if digit != other[at])
    if len(places) == 1:
        return places
    first, second = places
    return places if (one[first], one[second]) == (other[second], other[first]) else None


def exchanged_day_and_month(nik: str) -> str | None:
    """Return the NIK with day and month exchanged, or None if that gives no date.

    >>> exchanged_day_and_month("9901014108900001"), exchanged_day_and_month("9901013108900001")
    ('9901014801900001', None)
    """
    day, month = int(nik[6:8]), int(nik[8:10])
    added = WOMAN if day > WOMAN else 0
    if day - added > _MONTHS:
        return None
    return f"{nik[:6]}{month + added:02}{day - added:02}{nik[10:]}"
