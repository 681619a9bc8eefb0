"""Merge two changed copies of a record, with conflicts as values."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from itertools import chain, combinations, starmap
from typing import Any, Final, Generic, Literal, TypeVar, cast, final, get_args

import attrs

from .._core.record import is_record_class, record_info, sort_key
from .._frozen import FrozenType
from .._messages import language_of
from .._paths import Steps, path_text
from ..errors import Issue, ParseError, ValidationError, short_traceback
from ..values.extensions import Extensions
from .alignment import are_contradictory, same_items, unique_identities
from .differences import class_of, is_nothing
from .sentences import subject

T = TypeVar("T")
_Side = Literal["base", "mine", "theirs"]
_Items = tuple[Hashable, ...]
_Set = frozenset[Hashable]
_BOTH_CHANGED: Final = {"en": "changed on both sides", "id": "diubah oleh kedua pihak"}
_BOTH_FILLED: Final = {
    "en": "filled in differently on both sides",
    "id": "diisi berbeda oleh kedua pihak",
}
_FIELD_CLEARED: Final = {
    "en": "cleared on one side and changed on the other",
    "id": "dikosongkan oleh satu pihak dan diubah oleh pihak lain",
}
_ITEM_REMOVED: Final = {
    "en": "removed on one side and changed on the other",
    "id": "dihapus oleh satu pihak dan diubah oleh pihak lain",
}
_INVALID: Final = {"en": "the changes contradict each other", "id": "perubahannya bertentangan"}


@final
@attrs.frozen(repr=False)
class Conflict(metaclass=FrozenType):
    """A place where two copies differ from their base and from each other.

    `repr`, `str` and `describe` show the path only. The values are those of the records, so handle
    them as personal data.

    >>> from psm_core import Address
    >>> from psm_core.changes import merge
    >>> (conflict,) = merge(Address(rt="1"), Address(rt="2"), Address(rt="3")).conflicts
    >>> conflict.where, conflict.mine, conflict.theirs, conflict.describe("id")
    ('$.rt', '002', '003', 'RT diubah oleh kedua pihak')
    """

    record_class: type
    """The class of the records."""
    path: tuple[str | int, ...]
    """Fields and positions from the record of the base to the value."""
    base: Any
    """The value of the base."""
    mine: Any
    """The value of the first copy; None if it removed the item."""
    theirs: Any
    """The value of the second copy; None if it removed the item."""
    issues: tuple[Issue, ...] = ()
    """Why the changes of both are invalid together; empty if both changed the same value."""

    @property
    def where(self) -> str:
        """The path as text, such as ``$.person.phone``."""
        return path_text(self.path)

    def describe(self, language: str = "en") -> str:
        """Return in English or Indonesian what is in conflict, without the values.

        Raises:
            ValueError: the language is neither English nor Indonesian.

        """
        language = language_of(language)
        label = subject(self.record_class, self.path, language)
        if self.issues:
            return ": ".join(filter(None, (label, _INVALID[language])))
        if is_nothing(self.base):
            return f"{label} {_BOTH_FILLED[language]}"
        if is_nothing(self.mine) or is_nothing(self.theirs):
            words = _ITEM_REMOVED if isinstance(self.path[-1], int) else _FIELD_CLEARED
            return f"{label} {words[language]}"
        return f"{label} {_BOTH_CHANGED[language]}"

    def __repr__(self) -> str:
        return f"<Conflict {self.where}>"


@final
@attrs.frozen
class Merge(Generic[T], metaclass=FrozenType):
    """The result of a merge: a record, or the conflicts that prevent it.

    >>> from psm_core import Address
    >>> from psm_core.changes import merge
    >>> merge(Address(rt="001"), Address(rt="002"), Address(rt="001", rw="003")).record.rw
    '003'
    """

    record: T | None
    """The merged record; None while there are conflicts."""
    conflicts: tuple[Conflict, ...]
    """The conflicts, in the order of the fields."""


@short_traceback
def merge(
    base: T, mine: T, theirs: T, /, *, choices: Mapping[tuple[str | int, ...], _Side] | None = None
) -> Merge[T]:
    """Return a record with the changes of two copies of it, or the conflicts between them.

    A value that one copy changed is taken from it. Items that either copy adds to a list or a set
    are added, and those that either removes are removed. It is a conflict if both copies change one
    value in different ways, if one removes an item that the other changes, if both add an item with
    the same key or person but other values, if both put the items of a list in different orders,
    and if the changes are invalid together. Lists whose items correct each other, such as the steps
    of a case, are in conflict whenever both copies change them.

    `choices` decides conflicts: path → the side whose value is taken. Where there is no conflict,
    it makes no difference which copy is mine and which is theirs.

    Raises:
        TypeError: the records are not of one record class, or a path of `choices` is no tuple.
        ValueError: a choice is none of ``base``, ``mine`` and ``theirs``.

    >>> from psm_core import Address
    >>> from psm_core.changes import merge
    >>> base = Address(rt="001", rw="001")
    >>> merge(base, Address(rt="002", rw="001"), Address(rt="001", rw="003")).conflicts
    ()
    >>> mine, theirs = Address(rt="002"), Address(rt="003")
    >>> merge(base, mine, theirs).conflicts
    (<Conflict $.rt>,)
    >>> merge(base, mine, theirs, choices={("rt",): "theirs"}).record.rt
    '003'

    """
    record_class = class_of(base, mine, theirs)
    choices = choices or {}
    _require_paths(choices)
    if not all(side in get_args(_Side) for side in choices.values()):
        raise ValueError("a choice is base, mine or theirs")
    merging = _Merging(record_class, choices)
    record = merging.value(base, mine, theirs, ())
    return Merge(None if merging.conflicts else record, tuple(merging.conflicts))


def _require_paths(choices: object) -> None:
    if not isinstance(choices, Mapping) or not all(
        isinstance(path, tuple) for path in cast("Mapping[object, object]", choices)
    ):
        raise TypeError("choices= is path -> side; a path is a tuple, such as ('person', 'phone')")


class _Merging:
    """Merges values and collects the conflicts."""

    def __init__(self, record_class: type, choices: Mapping[Steps, _Side]) -> None:
        self._record_class = record_class
        self._choices = choices
        self.conflicts: list[Conflict] = []

    def value(self, base: Any, mine: Any, theirs: Any, path: Steps) -> Any:  # noqa: ANN401 - any value
        """Return the merged value; where there is a conflict, that of the base."""
        if theirs in (mine, base):
            return mine
        if mine == base:
            return theirs
        if (side := self._choices.get(path)) is not None:
            return {"base": base, "mine": mine, "theirs": theirs}[side]
        if type(mine) is type(theirs) is type(base):
            merge_parts = self._merge_parts(base)
            if merge_parts is not None:
                return merge_parts(base, mine, theirs, path)
        return self._conflict(path, base, mine, theirs)

    def _merge_parts(self, value: object) -> Callable[[Any, Any, Any, Steps], Any] | None:
        """Return the function that merges values like this part by part, if they have parts."""
        if is_record_class(type(value)):
            return self._record
        match value:
            case tuple():
                return self._list
            case frozenset():
                return self._set
            case Extensions():
                return self._extensions
            case _:
                return None

    def _record(self, base: object, mine: object, theirs: object, path: Steps) -> object:
        known = len(self.conflicts)
        record_class = type(base)
        values = {
            name: self.value(
                getattr(base, name), getattr(mine, name), getattr(theirs, name), (*path, name)
            )
            for name in record_info(record_class).names
        }
        if len(self.conflicts) > known:
            return base
        try:
            return record_class(**values)
        except ValidationError as error:
            return self._conflict(path, base, mine, theirs, error.issues)

    def _list(
        self, base: _Items, mine: _Items, theirs: _Items, path: Steps
    ) -> tuple[Hashable, ...]:
        order = _merged_order(base, mine, theirs)
        if order is None or _has_corrections((*mine, *theirs)):
            return self._conflict(path, base, mine, theirs)
        in_mine, in_theirs = dict(same_items(base, mine)), dict(same_items(base, theirs))
        # an item of the base is not added if one side moved it and the other removed it
        of_mine = _added(mine, in_mine, without={*base}.difference(theirs))
        of_theirs = _added(theirs, in_theirs, without={*base}.difference(mine))
        # items that neither side has at their place any more: removed, or moved
        kept = in_mine.keys() | in_theirs.keys()
        gone = [one for at, one in enumerate(base) if at not in kept]
        items = gone, [*chain(*of_mine.values())], [*chain(*of_theirs.values())]
        if any(starmap(are_contradictory, combinations(items, 2))):
            return self._conflict(path, base, mine, theirs)
        added = _added_by_both(of_mine, of_theirs)
        known = len(self.conflicts)
        result: list[Hashable] = [*added.get(0, ())]
        for at, item in enumerate(base):
            mine_now = mine[in_mine[at]] if at in in_mine else None
            theirs_now = theirs[in_theirs[at]] if at in in_theirs else None
            result.append(self.value(item, mine_now, theirs_now, (*path, at)))
            result += added.get(at + 1, ())
        merged = tuple(one for one in result if one is not None)
        # both may have moved items so that the order of one side is lost
        if len(self.conflicts) == known and unique_identities(merged, base, mine, theirs) != order:
            return self._conflict(path, base, mine, theirs)
        return merged

    @staticmethod
    def _set(base: _Set, mine: _Set, theirs: _Set, _: Steps) -> _Set:
        return (mine & theirs) | (mine - base) | (theirs - base)

    def _extensions(
        self, base: Extensions, mine: Extensions, theirs: Extensions, path: Steps
    ) -> Extensions:
        """Merge extensions by namespace; one of them in conflict is a conflict of the field."""
        parts = [
            {name: Extensions.of({name: one[name]}) for name in one} for one in (base, mine, theirs)
        ]
        merged: dict[str, object] = {}
        for name in sorted({*base, *mine, *theirs}):
            old, first, second = (part.get(name) for part in parts)
            if first != old and second not in (old, first):
                return self._conflict(path, base, mine, theirs)
            chosen = second if first == old else first
            if chosen is not None:
                merged[name] = chosen[name]
        try:
            return Extensions.of(merged)
        except ParseError as error:
            return self._conflict(path, base, mine, theirs, (error.issue,))

    def _conflict(
        self,
        path: Steps,
        base: T,
        mine: object,
        theirs: object,
        issues: tuple[Issue, ...] = (),
    ) -> T:
        self.conflicts.append(Conflict(self._record_class, path, base, mine, theirs, issues))
        return base


def _has_corrections(items: _Items) -> bool:
    """Return whether items name each other by their number in the list."""
    return any(
        "corrects" in record_info(type(one)).names for one in items if is_record_class(type(one))
    )


def _added(
    items: _Items, kept: Mapping[int, int], *, without: set[Hashable]
) -> dict[int, list[Hashable]]:
    """Return the added items by how many items of the base come before them."""
    base_position = {now: before for before, now in kept.items()}
    found: defaultdict[int, list[Hashable]] = defaultdict(list)
    place = 0
    for at, item in enumerate(items):
        if at in base_position:
            place = base_position[at] + 1
        elif item not in without:
            found[place].append(item)
    return found


def _merged_order(base: _Items, mine: _Items, theirs: _Items) -> list[Hashable] | None:
    """Return the order of the items that all have, or None if both sides moved them differently."""
    order = unique_identities(base, mine, theirs)
    of_mine = unique_identities(mine, base, theirs)
    of_theirs = unique_identities(theirs, base, mine)
    if of_theirs in (order, of_mine):
        return of_mine
    return of_theirs if of_mine == order else None


def _added_by_both(
    mine: dict[int, list[Hashable]], theirs: dict[int, list[Hashable]]
) -> dict[int, list[Hashable]]:
    """Return the added items of both sides by place.

    What both added comes once, at the earlier place. The order does not depend on which side is
    mine.
    """
    result: defaultdict[int, list[Hashable]] = defaultdict(list)
    seen: set[Hashable] = set()
    for place in sorted({*mine, *theirs}):
        runs = sorted((mine.get(place, []), theirs.get(place, [])), key=_order)
        for run in runs:
            result[place] += [one for one in run if one not in seen]
            seen.update(run)
    return result


def _order(items: Sequence[Hashable]) -> list[str]:
    return [sort_key(one) for one in items]
