"""Rules that a key within an event is the key of one of its sources or actors."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from operator import attrgetter
from typing import Any, Final, cast

from ..._core.invariants import Invariant, Verdict
from ..._core.record import record_info
from ..._paths import Steps
from .actors import Actor
from .reports import Source

_NAMES_OF_SOURCES: Final = ("source",)
_NAMES_OF_ACTORS: Final = ("appointed_by", "author", "by", "on_behalf_of", "reader", "stated_by")
_NESTED: Final = ("figures", "quotations")
"""Fields with records that have such keys themselves."""


def has_known_sources(at: str) -> Invariant:
    """Return the rule that each source named in a field is a source of the event."""

    def sources_exist(facts: object, sources: tuple[Source, ...]) -> Verdict:
        return not facts or _verdict(facts, _NAMES_OF_SOURCES, [one.key for one in sources])

    return _rule("event.source_unknown", at, "sources", sources_exist)


def has_known_actors(at: str) -> Invariant:
    """Return the rule that each person or body named in a field is an actor of the event."""

    def actors_exist(facts: object, actors: tuple[Actor, ...]) -> Verdict:
        return not facts or _verdict(facts, _NAMES_OF_ACTORS, [one.key for one in actors])

    return _rule("event.actor_unknown", at, "actors", actors_exist)


def _rule(code: str, at: str, listed: str, holds: Callable[..., Verdict]) -> Invariant:
    return Invariant(code, at, (at, listed), holds, {}).unless(f"not {at}")


def _verdict(facts: object, names: tuple[str, ...], keys: list[str]) -> Verdict:
    known = {None, *keys}
    return _are_known(_listed(facts), names, known) or list(_unknown(facts, names, known))


def _listed(facts: object) -> tuple[object, ...]:
    """Return the facts of a field, which has one or several."""
    return cast("tuple[object, ...]", facts) if isinstance(facts, tuple) else (facts,)


def _are_known(facts: Sequence[object], names: tuple[str, ...], known: set[str | None]) -> bool:
    """Return whether each key below some facts of one class is known."""
    cls: type = type(facts[0])
    own, nested = _fields_with_keys(cls, names)
    for get in own:
        if not known.issuperset(map(get, facts)):
            return False
    for get in nested:
        below = [one for fact in facts for one in get(fact)]
        if below and not _are_known(below, names, known):
            return False
    return True


_Getters = tuple[Callable[[object], Any], ...]


@cache
def _fields_with_keys(cls: type, names: tuple[str, ...]) -> tuple[_Getters, _Getters]:
    """Return getters of the fields of a record class that are keys or have records with keys."""
    fields = record_info(cls).names
    own = [attrgetter(name) for name in names if name in fields]
    return tuple(own), tuple(attrgetter(name) for name in _NESTED if name in fields)


def _unknown(fact: object, names: tuple[str, ...], known: set[str | None]) -> Iterator[Steps]:
    """Yield the path of each key below a fact that is not known."""
    if type(fact) is tuple:
        for number, one in enumerate(cast("tuple[object, ...]", fact)):
            for path in _unknown(one, names, known):
                yield (number, *path)
        return
    for name in names:
        if getattr(fact, name, None) not in known:
            yield (name,)
    for name in _NESTED:
        for path in _unknown(getattr(fact, name, ()), names, known):
            yield (name, *path)
