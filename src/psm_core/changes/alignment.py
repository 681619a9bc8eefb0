"""Which items of two lists are the same item, unchanged or changed."""

from collections.abc import Hashable, Sequence
from difflib import SequenceMatcher
from typing import Final

from .._core.record import is_record_class, record_info
from ..matching.number_slips import slip_places
from ..records.people import Person
from ..values.plain import canonical

_KEYS: Final = ("id", "key", "code", "source_id", "worker", "session", "question")
"""Fields that name an item within its list, or refer to what it is about."""
_SUBJECT: Final = ("pillar", "serves")
"""Fields that are equal in one assignment: in another village, it is another assignment."""
_ENOUGH: Final = 0.5
"""Which share of their fields two changed items must have in common."""
_MOST_COMPARED: Final = 2500
"""How many pairs of items are compared; in longer runs only the items at the same place."""


def same_items(before: Sequence[Hashable], after: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Return the positions of each item that is in both lists, in ascending order.

    Equal items are the same. Between them, two records are the same item if they have the same key
    or are about the same person; other records, if at least half of their fields are equal.
    """
    found: list[tuple[int, int]] = []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for kind, start, end, other_start, other_end in matcher.get_opcodes():
        if kind == "equal":
            found += zip(range(start, end), range(other_start, other_end), strict=True)
        elif kind == "replace":
            changed = _changed_items(before[start:end], after[other_start:other_end])
            found += [(start + one, other_start + other) for one, other in changed]
    return found


def is_same(one: object, other: object) -> bool:
    """Return whether two values are records with the same key or about the same person."""
    return type(one) is type(other) and is_record_class(type(one)) and bool(_is_same(one, other))


def _changed_items(before: Sequence[object], after: Sequence[object]) -> list[tuple[int, int]]:
    """Return the positions of the items that were changed, with the largest common share."""
    if len(before) * len(after) > _MOST_COMPARED:
        pairs = enumerate(zip(before, after, strict=False))
        return [(at, at) for at, (one, other) in pairs if _likeness(one, other) >= _ENOUGH]
    # best[i][j] is the largest likeness of the items from i and from j on
    likeness = [[_likeness(one, other) for other in after] for one in before]
    best = [[0.0] * (len(after) + 1) for _ in range(len(before) + 1)]
    for i in reversed(range(len(before))):
        for j in reversed(range(len(after))):
            both = likeness[i][j]
            with_both = both + best[i + 1][j + 1] if both >= _ENOUGH else 0.0
            best[i][j] = max(with_both, best[i + 1][j], best[i][j + 1])
    found: list[tuple[int, int]] = []
    i = j = 0
    while i < len(before) and j < len(after):
        if best[i][j] == best[i + 1][j]:
            i += 1
        elif best[i][j] == best[i][j + 1]:
            j += 1
        else:
            found.append((i, j))
            i, j = i + 1, j + 1
    return found


def _likeness(one: object, other: object) -> float:
    """Return from 0 to 1 how much of two values is equal: enough if they have the same key."""
    if one == other:
        return 1
    if type(one) is not type(other) or not is_record_class(type(one)):
        return 0
    same = _is_same(one, other)
    if same is False:
        return 0
    share = _equal_share(one, other)
    return share if same is None else _ENOUGH + (1 - _ENOUGH) * share


def _is_same(one: object, other: object) -> bool | None:
    """Return whether two records have the same key or person; None if that is unknown."""
    names = record_info(type(one)).names
    if set(_SUBJECT) <= set(names):
        return all(getattr(one, name) == getattr(other, name) for name in _SUBJECT)
    keys = [(getattr(one, name), getattr(other, name)) for name in _KEYS if name in names]
    known = [first == second for first, second in keys if None not in (first, second)]
    if known:
        return all(known)
    if "person" in names:
        one, other = getattr(one, "person"), getattr(other, "person")  # noqa: B009 - of any record
    return _is_same_person(one, other) if isinstance(one, Person) else None


def _is_same_person(one: Person, other: object) -> bool:
    """Return whether the NIK is the same, or the name if NIK and birth date do not contradict.

    A NIK with a slip does not contradict: somebody corrected it.
    """
    if not isinstance(other, Person):
        return False
    if one.nik is not None and one.nik == other.nik:
        return True
    known: list[bool] = []
    niks = [canonical(nik) for nik in (one.nik, other.nik) if nik is not None]
    if len(niks) > 1 and slip_places(*niks) is None:
        known.append(False)
    if one.birth_date is not None and other.birth_date is not None:
        known.append(one.birth_date == other.birth_date)
    return one.name.casefold() == other.name.casefold() and (not known or any(known))


def _equal_share(one: object, other: object) -> float:
    """Return the share of equal fields among those that have a value in one of them."""
    fields = record_info(type(one)).fields
    pairs = [(getattr(one, field.name), getattr(other, field.name)) for field in fields]
    known = [
        pair for pair, field in zip(pairs, fields, strict=True) if pair != (field.default,) * 2
    ]
    return sum(_likeness(first, second) for first, second in known) / len(known)
