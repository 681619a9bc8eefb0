"""Carry the provenance of a record over to the changed record, and to the merge of two copies."""

import datetime as dt
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any, TypeVar, cast

from .._core.record import is_record_class, sort_key
from .._paths import Steps
from ..records.provenance import FieldSource, Provenance, SourcedRecord, parts_of
from .alignment import same_items
from .differences import Change, class_of, diff, is_nothing

T = TypeVar("T")
_Entries = dict[Steps, FieldSource]
_Place = tuple[Any, Steps]
"""A value in one of the copies, and its path there."""
_MOST_COMPARED = 2500
"""How many pairs of removed and added items are compared, beside those that are equal."""
_BASE, _MINE, _THEIRS = "base", "mine", "theirs"


def update_provenance(
    provenance: Provenance, changes: Iterable[Change], source: FieldSource, /
) -> Provenance:
    """Return the provenance of a record after changes, which are those of one `diff`.

    Changed fields and added items have the new source. Fields and items that were removed lose
    their entry. Items that only moved keep theirs, and so does everything else.

    Raises:
        TypeError: an argument is no `Provenance`, `Change` or `FieldSource`.

    >>> from psm_core import Address, FieldSource, Provenance
    >>> from psm_core.changes import diff, update_provenance
    >>> card, visit = FieldSource(document="KK"), FieldSource(document="catatan kunjungan")
    >>> changes = diff(Address(rt="001", rw="002"), Address(rt="003", rw="002"))
    >>> now = update_provenance(Provenance({(): card}), changes, visit)
    >>> now.of(("rt",)).document, now.of(("rw",)).document
    ('catatan kunjungan', 'KK')

    """
    _require(provenance, Provenance)
    _require(source, FieldSource)
    steps = list(changes)
    for one in steps:
        _require(one, Change)
    return Provenance(_without_repetitions(_updated(dict(provenance.entries), steps, source)))


def merge_provenance(
    merged: T, base: SourcedRecord[T], mine: SourcedRecord[T], theirs: SourcedRecord[T], /
) -> Provenance:
    """Return the provenance of the record of a `merge`: each field has the source of its side.

    What is the same in both copies has the source that either of them changed. If both changed it,
    it has the one that was recorded later. A copy that knows no source changes none. It makes no
    difference which copy is mine and which is theirs.

    Raises:
        TypeError: a copy is no `SourcedRecord`, or not of the class of the merged record.

    >>> from psm_core import Address, FieldSource, Provenance, SourcedRecord
    >>> from psm_core.changes import merge, merge_provenance
    >>> base, mine, theirs = Address(rt="001"), Address(rt="002"), Address(rt="001", rw="003")
    >>> card, one, other = (FieldSource(document=text) for text in ("KK", "surat", "telepon"))
    >>> result = merge_provenance(
    ...     merge(base, mine, theirs).record,
    ...     SourcedRecord(base, Provenance({(): card})),
    ...     SourcedRecord(mine, Provenance({(): card, ("rt",): one})),
    ...     SourcedRecord(theirs, Provenance({(): card, ("rw",): other})),
    ... )
    >>> [result.of(path).document for path in ((), ("rt",), ("rw",))]
    ['KK', 'surat', 'telepon']

    """
    class_of(merged)
    copies = {_BASE: base, _MINE: mine, _THEIRS: theirs}
    for one in copies.values():
        _require(one, SourcedRecord)
        _require(one.record, type(merged))
    merging = _Merging({name: one.provenance for name, one in copies.items()})
    merging.take(merged, {name: (one.record, ()) for name, one in copies.items()}, ())
    return Provenance(_without_repetitions(merging.entries()))


def _require(value: object, cls: type) -> None:
    if type(value) is not cls:
        raise TypeError(f"a {cls.__name__} is needed here, not {type(value).__name__}")


def _updated(entries: _Entries, changes: Sequence[Change], source: FieldSource) -> _Entries:
    """Return entries after changes, made one after the other."""
    for above, group in groupby(changes, key=_list_of):
        if above is not None:
            entries = _updated_items(entries, list(group), above, source)
            continue
        for change in group:
            entries = {path: one for path, one in entries.items() if not _is_in(path, change.path)}
            if change.kind != "removed":
                entries[change.path] = source
    return entries


def _list_of(change: Change) -> Steps | None:
    """Return the path of the list or set whose items a change adds or removes, or None."""
    is_item = isinstance(change.path[-1], int) and change.kind != "changed"
    return change.path[:-1] if is_item else None


def _updated_items(
    entries: _Entries, changes: Sequence[Change], above: Steps, source: FieldSource
) -> _Entries:
    """Return entries after items of one list were removed and added.

    An item that is removed at one place and added at another one was moved.
    """
    moved = _moved_items(changes)
    others, of_items = _apart(entries, above)
    longest = max([*of_items, *(cast("int", one.path[-1]) for one in changes)], default=0)
    items = [of_items.get(at, {}) for at in range(longest + 1 + len(changes))]
    removed: dict[int, _Entries] = {}
    for number, change in enumerate(changes):
        at = cast("int", change.path[-1])
        if change.kind == "removed":
            removed[number] = items.pop(at)
            continue
        inside: _Entries = {(): source}
        origin = moved.get(number, -1)
        if origin in removed:
            old = changes[origin].before
            steps = () if old == change.after else diff(old, change.after)
            inside = _updated(removed[origin], steps, source)
        items.insert(at, inside)
    for at, inside in enumerate(items):
        others |= {(*above, at, *path): one for path, one in inside.items()}
    return others


def _apart(entries: _Entries, above: Steps) -> tuple[_Entries, dict[int, _Entries]]:
    """Return the entries outside of the items of a list, and those in each item."""
    depth = len(above)
    others: _Entries = {}
    of_items: defaultdict[int, _Entries] = defaultdict(dict)
    for path, source in entries.items():
        if len(path) > depth and _is_in(path, above):
            of_items[cast("int", path[depth])][path[depth + 1 :]] = source
        else:
            others[path] = source
    return others, of_items


def _moved_items(changes: Sequence[Change]) -> dict[int, int]:
    """Return the number of the change that adds an item → that of the one that removes it.

    They are equal items, or else records that are the same item.
    """
    removed = {number: one.before for number, one in enumerate(changes) if one.kind == "removed"}
    places = _places(removed)
    moved: dict[int, int] = {}
    added = {number: one.after for number, one in enumerate(changes) if number not in removed}
    for number, item in added.items():
        if equal := places.get(item):
            moved[number] = equal.pop()
            del removed[moved[number]]
    if len(added) * len(removed) > _MOST_COMPARED:
        return moved
    for number in [one for one in added if one not in moved]:
        same = next((at for at, one in removed.items() if same_items([one], [added[number]])), None)
        if same is not None:
            moved[number] = same
            del removed[same]
    return moved


def _places(items: Mapping[int, Hashable]) -> dict[Hashable, list[int]]:
    """Return item → the numbers that it has, the first one last."""
    places: defaultdict[Hashable, list[int]] = defaultdict(list)
    for number in reversed([*items]):
        places[items[number]].append(number)
    return places


def _is_in(path: Steps, above: Steps) -> bool:
    return path[: len(above)] == above


def _without_repetitions(entries: Mapping[Steps, FieldSource]) -> _Entries:
    """Return the entries that differ from the nearest one above them."""
    kept: _Entries = {}
    for path in sorted(entries, key=len):
        above = next(
            (kept[path[:end]] for end in range(len(path), -1, -1) if path[:end] in kept), None
        )
        if above != entries[path]:
            kept[path] = entries[path]
    return kept


class _Merging:
    """Collects the source of each part of a merged record."""

    def __init__(self, provenances: Mapping[str, Provenance]) -> None:
        self._provenances = provenances
        self._inside = {name: _paths_inside(one) for name, one in provenances.items()}
        """Copy → path → the rest of the paths of the entries there and below it."""
        self._found: dict[Steps, FieldSource | None] = {}
        self._shared: dict[Steps, FieldSource | None] = {}
        """Path of what was merged part by part → the source of what has no other one."""

    def take(self, value: object, places: Mapping[str, _Place], path: Steps) -> None:
        """Take the sources of a merged value from the copies that have it, or part by part."""
        holders = {name: place for name, place in places.items() if place[0] == value}
        has_parts = type(value) in {tuple, frozenset} or is_record_class(type(value))
        if has_parts and not is_nothing(value) and len(holders) < len(places):
            self._shared[path] = self._source(holders or places, ())
            parts = {name: _parts(value, place) for name, place in places.items()}
            for step, part in parts_of(value):
                inner = {name: one[step] for name, one in parts.items() if step in one}
                self.take(part, inner, (*path, step))
        elif holders:
            self._take_whole(value, holders, path)
        else:  # extensions of both, or an item that no copy has as the same
            self._found[path] = self._source(places, ())

    def _take_whole(self, value: object, holders: Mapping[str, _Place], path: Steps) -> None:
        """Take the sources of a value that some copies have as it is, with all in it."""
        paths: set[Steps] = {()}
        for name, (_, at) in holders.items():
            paths.update(self._inside[name].get(at, ()))
        is_stated = any(at in self._provenances[name].entries for name, (_, at) in holders.items())
        if is_nothing(value) and not is_stated:
            return
        for inside in paths:
            self._found[*path, *inside] = self._source(holders, inside)

    def _source(self, places: Mapping[str, _Place], inside: Steps) -> FieldSource | None:
        """Return the source of a part of a value: the one that a copy changed, or the later one."""
        known = {
            name: source
            for name, (_, at) in places.items()
            if (source := self._provenances[name].of((*at, *inside))) is not None
        }
        both = [known[name] for name in (_MINE, _THEIRS) if name in known]
        changed = [one for one in both if one != known.get(_BASE)]
        options: list[FieldSource] = changed or both or [*known.values()]
        if len(options) > 1 and options[0] != options[1]:
            return max(options, key=_lateness)
        return options[0] if options else None

    def entries(self) -> _Entries:
        """Return all sources. A shared one is left out above a part whose source is unknown."""
        unknown = {
            path[:end]
            for path, source in self._found.items()
            if source is None
            for end in range(len(path) + 1)
        }
        shared = {path: one for path, one in self._shared.items() if path not in unknown}
        found = {**shared, **self._found}
        return {path: source for path, source in found.items() if source is not None}


def _parts(value: object, place: _Place) -> dict[str | int, _Place]:
    """Return step → the same part in a copy, for the parts of a merged value that the copy has."""
    copy, path = place
    if type(copy) is not type(value):
        return {}
    parts = dict(parts_of(copy))
    if is_record_class(type(value)):
        return {step: (one, (*path, step)) for step, one in parts.items()}
    items, others = [*parts.values()], [one for _, one in parts_of(value)]
    pairs = dict(same_items(others, items)) if isinstance(value, tuple) else {}
    taken = {*pairs.values()}
    places = _places({at: one for at, one in enumerate(items) if at not in taken})
    for number, one in enumerate(others):
        if number not in pairs and (equal := places.get(one)):  # it was moved
            pairs[number] = equal.pop()
    return {number: (items[at], (*path, at)) for number, at in pairs.items()}


def _paths_inside(provenance: Provenance) -> Mapping[Steps, list[Steps]]:
    """Return path → the rest of the paths of the entries there and below it."""
    inside: defaultdict[Steps, list[Steps]] = defaultdict(list)
    for path in provenance.entries:
        for end in range(len(path) + 1):
            inside[path[:end]].append(path[end:])
    return inside


def _lateness(source: FieldSource) -> tuple[dt.date, str]:
    """Return a key: later sources are larger."""
    return source.recorded_on or dt.date.min, sort_key(source)
