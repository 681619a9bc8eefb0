"""Which items of two lists are the same item, unchanged or changed."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Final, TypeAlias

from .._core.record import is_record_class, record_info
from ..matching.number_slips import slip_places
from ..records.people import Person
from ..records.workers import Assignment
from ..values.plain import canonical

_KEYS: Final = ("id", "key", "code", "source_id", "session", "question", "worker")
"""Fields that name an item within its list, or refer to what it is about."""
_ENOUGH: Final = 0.5
"""Which share of their fields two changed items must have in common."""
_MOST_COMPARED: Final = 2500
"""How many pairs of items are compared; of more only those with the same name or place."""
_MOST_PLACES: Final = 50
"""At how many places an item is looked for; the n-th of more equal items is the n-th one."""

_Items = Sequence[Hashable]
_Pairs = list[tuple[int, int]]
_Chain: TypeAlias = "tuple[int, int, _Chain | None]"
"""The positions of the last items of a common subsequence, and the chain before them."""


def same_items(before: _Items, after: _Items, *, with_corrections: bool = False) -> _Pairs:
    """Return the positions of each item that is in both lists, in ascending order.

    Items with the same key or NIK, and equal ones, are the same. Between them, two records are the
    same item if they are about the same person; other records, if at least half of their fields
    are equal. With corrections, an assignment whose region was corrected is the same one.
    """
    found = _by_identity(before, after)
    found = _between(found, before, after, _changed_items)
    return _between(found, before, after, _corrected_assignments) if with_corrections else found


def are_contradictory(some: Iterable[Hashable], others: Iterable[Hashable]) -> bool:
    """Return whether items have the same key or person as others, but other values."""
    by_name: defaultdict[Hashable, list[Hashable]] = defaultdict(list)
    for one in others:
        for name in _names(one):
            by_name[name].append(one)
    pairs = ((one, other) for one in some for name in _names(one) for other in by_name[name])
    return any(one != other and _is_same(one, other) for one, other in pairs)


def unique_identities(items: _Items, *others: _Items) -> list[Hashable]:
    """Return what identifies each item that is once in each of some lists, in its order."""
    counts = [Counter(map(_identity, each)) for each in (items, *others)]
    return [one for one in map(_identity, items) if all(count[one] == 1 for count in counts)]


def _between(
    found: _Pairs, before: _Items, after: _Items, find: Callable[[_Items, _Items], _Pairs]
) -> _Pairs:
    """Return pairs of positions, and those that a function finds between them."""
    result: _Pairs = []
    start = other_start = 0
    for end, other_end in (*found, (len(before), len(after))):
        if start < end and other_start < other_end:
            more = find(before[start:end], after[other_start:other_end])
            result += [(start + one, other_start + other) for one, other in more]
        result.append((end, other_end))
        start, other_start = end + 1, other_end + 1
    return result[:-1]


def _by_identity(before: _Items, after: _Items) -> _Pairs:
    """Return items with the same key or NIK, if one in each list has it, and equal items."""
    unique = set(unique_identities(before, after))
    return _common_subsequence(
        [token if (token := _identity(one)) in unique else one for one in before],
        [token if (token := _identity(one)) in unique else one for one in after],
    )


def _by_token(before: _Items, after: _Items, token_of: Callable[[object], Hashable]) -> _Pairs:
    """Return the items with the same token, if one in each list has it."""
    old, new = _unique_places(before, token_of), _unique_places(after, token_of)
    tokens, others = [one for one in old if one in new], [one for one in new if one in old]
    found = _common_subsequence(tokens, others)
    return [(old[tokens[i]], new[others[j]]) for i, j in found]


def _unique_places(items: _Items, token_of: Callable[[object], Hashable]) -> dict[Hashable, int]:
    tokens = [token_of(one) for one in items]
    counts = Counter(tokens)
    return {one: at for at, one in enumerate(tokens) if one is not None and counts[one] == 1}


def _identity(item: Hashable) -> Hashable:
    """Return the key of an item or the NIK of its person; an item without these itself."""
    if not is_record_class(type(item)):
        return item
    keys = _key_values(item)
    if any(key is not None for key in keys):
        return (type(item), *keys)
    person = _person(item)
    return item if person is None or person.nik is None else (type(item), person.nik)


def _names(item: Hashable) -> list[Hashable]:
    """Return what two items have in common if they have the same key or person."""
    if not is_record_class(type(item)):
        return []
    names: list[tuple[str | int, Hashable]] = [*enumerate(_key_values(item))]
    if (person := _person(item)) is not None:
        names += [("nik", person.nik), ("name", person.name.casefold())]
    return [name for name in names if name[1] is not None]


def _folded_name(item: object) -> str | None:
    name = getattr(_person(item) or item, "name", None)
    return name.casefold() if isinstance(name, str) else None


def _pillar_and_start(item: object) -> Hashable:
    if not isinstance(item, Assignment):
        return None
    return item.pillar, item.proposed_on if item.since is None else item.since


def _common_subsequence(before: _Items, after: _Items) -> _Pairs:
    """Return the positions of a longest common subsequence, as Hunt and Szymanski find it."""
    places: defaultdict[Hashable, list[int]] = defaultdict(list)
    for at, one in enumerate(after):
        places[one].append(at)
    seen: Counter[Hashable] = Counter()
    ends: list[int] = []  # of the subsequences of each length, the first place where one ends
    chains: list[_Chain] = []
    for at, one in enumerate(before):
        candidates = places.get(one, [])
        if len(candidates) > _MOST_PLACES:
            candidates = candidates[seen[one] : seen[one] + 1]
            seen[one] += 1
        for place in reversed(candidates):
            length = bisect_left(ends, place)
            ends[length : length + 1] = [place]
            chains[length : length + 1] = [(at, place, chains[length - 1] if length else None)]
    found: _Pairs = []
    chain = chains[-1] if chains else None
    while chain is not None:
        at, place, chain = chain
        found.append((at, place))
    return found[::-1]


def _changed_items(before: _Items, after: _Items) -> _Pairs:
    """Return the positions of the items that were changed, with the largest common share."""
    if len(before) * len(after) > _MOST_COMPARED:
        same_name = _alike(_by_token(before, after, _folded_name), before, after)
        return _between(same_name, before, after, _changed_at_their_places)
    # best[i][j] is the largest likeness of the items from i and from j on
    likeness = [[_likeness(one, other) for other in after] for one in before]
    best = [[0.0] * (len(after) + 1) for _ in range(len(before) + 1)]
    for i in reversed(range(len(before))):
        for j in reversed(range(len(after))):
            both = likeness[i][j]
            with_both = both + best[i + 1][j + 1] if both >= _ENOUGH else 0.0
            best[i][j] = max(with_both, best[i + 1][j], best[i][j + 1])
    found: _Pairs = []
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


def _changed_at_their_places(before: _Items, after: _Items) -> _Pairs:
    places = min(len(before), len(after))
    return _alike([(at, at) for at in range(places)], before, after)


def _alike(found: _Pairs, before: _Items, after: _Items) -> _Pairs:
    """Return those of some pairs that are similar enough."""
    return [(i, j) for i, j in found if _likeness(before[i], after[j]) >= _ENOUGH]


def _corrected_assignments(before: _Items, after: _Items) -> _Pairs:
    """Return the assignments whose region was corrected: only one has the same pillar and start."""
    found = _by_token(before, after, _pillar_and_start)
    return [(i, j) for i, j in found if _equal_share(before[i], after[j]) >= _ENOUGH]


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
    pairs = zip(_key_values(one), _key_values(other), strict=True)
    known = [first == second for first, second in pairs if None not in (first, second)]
    if known:
        return all(known)
    person, other_person = _person(one), _person(other)
    if person is None or other_person is None:
        return None
    return _is_same_person(person, other_person)


def _person(record: object) -> Person | None:
    """Return the person that an item of a list is about, if it has one."""
    return getattr(record, "person", None)


def _key_values(record: object) -> list[Hashable]:
    """Return the values of the fields that name a record, or None for an unknown one."""
    if isinstance(record, Assignment):  # in another region, it is another assignment
        return [(record.pillar, record.serves)]
    names = record_info(type(record)).names
    # the worker of a record about a person is somebody else
    keys = _KEYS[:-1] if "person" in names else _KEYS
    return [getattr(record, name) for name in keys if name in names]


def _is_same_person(one: Person, other: Person) -> bool:
    """Return whether the NIK is the same, or the name if NIK and birth date do not contradict.

    A NIK with a slip does not contradict: somebody corrected it.
    """
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
