"""The differences of two records, as values that show no personal data."""

from collections.abc import Hashable, Iterator, Sequence
from typing import Any, Final, Literal, TypeVar, cast, final

import attrs

from .._core.record import is_record_class, not_a_record, record_info, sort_key
from .._frozen import FrozenType
from .._messages import language_of
from .._paths import Steps, path_text
from ..values.extensions import NO_EXTENSIONS
from .alignment import same_items
from .sentences import subject

T = TypeVar("T")
_NOTHING: Final = (None, (), frozenset[Any](), NO_EXTENSIONS)
_FIELD_VERBS: Final = {
    "added": {"en": "filled in", "id": "diisi"},
    "removed": {"en": "cleared", "id": "dikosongkan"},
    "changed": {"en": "changed", "id": "diubah"},
}
_ITEM_VERBS: Final = {
    "added": {"en": "added", "id": "ditambahkan"},
    "removed": {"en": "removed", "id": "dihapus"},
}


@final
@attrs.frozen(repr=False)
class Change(metaclass=FrozenType):
    """One difference of two records: what was at a path before, and what is there after.

    `repr`, `str` and `describe` show the path only. `before` and `after` are the values themselves,
    so handle them as personal data.

    >>> from psm_core import Address
    >>> from psm_core.changes import diff
    >>> (change,) = diff(Address(rt="001"), Address(rt="002"))
    >>> change, change.before, change.after
    (<Change $.rt changed>, '001', '002')
    >>> change.describe("id")
    'RT diubah'

    """

    record_class: type
    """The class of the two records."""
    path: tuple[str | int, ...]
    """Fields and positions from the record to the value, as it is when the changes before this one
    have been made."""
    before: Any
    """The field or the item of a list before; None, or an empty collection, if there was none."""
    after: Any
    """The field or the item after; None, or an empty collection, if there is none."""

    @property
    def kind(self) -> Literal["added", "removed", "changed"]:
        """Whether there was nothing before, there is nothing after, or both have a value."""
        if is_nothing(self.after) and (self.after is None or not is_nothing(self.before)):
            return "removed"
        return "added" if is_nothing(self.before) else "changed"

    @property
    def where(self) -> str:
        """The path as text, such as ``$.assignments[1].until``."""
        return path_text(self.path)

    def describe(self, language: str = "en") -> str:
        """Return in English or Indonesian what was changed, without the values.

        Raises:
            ValueError: the language is neither English nor Indonesian.

        """
        language = language_of(language)
        verbs = _ITEM_VERBS if isinstance(self.path[-1], int) else _FIELD_VERBS
        return f"{subject(self.record_class, self.path, language)} {verbs[self.kind][language]}"

    def __repr__(self) -> str:
        return f"<Change {self.where} {self.kind}>"


def diff(before: T, after: T, /) -> tuple[Change, ...]:
    """Return the changes that lead from one record to another of its class, field by field.

    Lists are compared item by item: an item with the same key or about the same person is a changed
    item, others are added or removed. An assignment in another region is a changed one if it alone
    has the same pillar and start, and most else is equal. `psm_core.changes.patch` makes the
    changes again, and `to_json_patch` writes them.

    Raises:
        TypeError: the records are not of one record class.

    >>> from datetime import date
    >>> from psm_core import evolve, population
    >>> from psm_core.changes import diff
    >>> worker = next(population.workers(1, seed=1, as_of=date(2025, 10, 9)))
    >>> later = evolve(worker, membership_number=None)
    >>> diff(worker, later)
    (<Change $.membership_number removed>,)

    """
    record_class = class_of(before, after)
    return tuple(
        Change(record_class, path, old, new) for path, old, new in _changes(before, after, ())
    )


def class_of(first: object, *others: object) -> type:
    """Return the record class of some records.

    Raises:
        TypeError: they are of several classes, or not records of psm_core.

    """
    record_class = type(first)
    if not is_record_class(record_class):
        raise not_a_record(record_class)
    if odd := next((type(one) for one in others if type(one) is not record_class), None):
        raise TypeError(f"{record_class.__name__} and {odd.__name__} cannot be compared")
    return record_class


def sorted_items(items: frozenset[Any]) -> list[Any]:
    """Return the items of a set in the order in which documents have them."""
    return sorted(items, key=sort_key)


def is_nothing(value: object) -> bool:
    """Return whether a value is that of a field without a value."""
    return any(type(value) is type(one) and value == one for one in _NOTHING)


_Found = tuple[Steps, Any, Any]


def _changes(before: object, after: object, path: Steps) -> Iterator[_Found]:
    if before == after:
        return
    if is_record_class(type(before)) and type(before) is type(after):
        for name in record_info(type(before)).names:
            yield from _changes(getattr(before, name), getattr(after, name), (*path, name))
    elif is_nothing(before) or is_nothing(after):
        yield path, before, after
    elif isinstance(before, tuple) and isinstance(after, tuple):
        old, new = cast("Sequence[Hashable]", before), cast("Sequence[Hashable]", after)
        yield from _item_changes(old, new, same_items(old, new, with_corrections=True), path)
    elif isinstance(before, frozenset) and isinstance(after, frozenset):
        old = sorted_items(cast("frozenset[object]", before))
        new = sorted_items(cast("frozenset[object]", after))
        places = {one: at for at, one in enumerate(new)}
        kept = [(at, places[one]) for at, one in enumerate(old) if one in places]
        yield from _item_changes(old, new, kept, path)
    else:
        yield path, before, after


def _item_changes(
    before: Sequence[object], after: Sequence[object], kept: list[tuple[int, int]], path: Steps
) -> Iterator[_Found]:
    """Yield changes within items, then removed items from the last on, then added items."""
    for old, new in kept:
        yield from _changes(before[old], after[new], (*path, old))
    for at in sorted(set(range(len(before))) - {old for old, _ in kept}, reverse=True):
        yield (*path, at), before[at], None
    for at in sorted(set(range(len(after))) - {new for _, new in kept}):
        yield (*path, at), None, after[at]
