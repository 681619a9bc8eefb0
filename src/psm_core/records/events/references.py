"""Rules that a key within an event is the key of one of its sources or actors."""

from collections.abc import Callable, Iterator
from typing import Final, cast

from ..._core.invariants import Invariant, Path
from .actors import Actor
from .reports import Source

_NAMES_OF_SOURCES: Final = ("source",)
_NAMES_OF_ACTORS: Final = ("appointed_by", "author", "by", "on_behalf_of", "reader", "stated_by")
_NESTED: Final = ("figures", "quotations")
"""Fields with records that have such keys themselves."""


def has_known_sources(at: str) -> Invariant:
    """Return the rule that each source named in a field is a source of the event."""

    def sources_exist(facts: object, sources: tuple[Source, ...]) -> Iterator[Path]:
        return _unknown(facts, _NAMES_OF_SOURCES, {one.key for one in sources})

    return _rule("event.source_unknown", at, "sources", sources_exist)


def has_known_actors(at: str) -> Invariant:
    """Return the rule that each person or body named in a field is an actor of the event."""

    def actors_exist(facts: object, actors: tuple[Actor, ...]) -> Iterator[Path]:
        return _unknown(facts, _NAMES_OF_ACTORS, {one.key for one in actors})

    return _rule("event.actor_unknown", at, "actors", actors_exist)


def _rule(code: str, at: str, listed: str, holds: Callable[..., Iterator[Path]]) -> Invariant:
    return Invariant(code, at, (at, listed), holds, {})


def _unknown(fact: object, names: tuple[str, ...], known: set[str]) -> Iterator[Path]:
    """Yield the path of each key below a fact that is not known."""
    if type(fact) is tuple:
        for number, one in enumerate(cast("tuple[object, ...]", fact)):
            for path in _unknown(one, names, known):
                yield (number, *path)
        return
    for name in names:
        key = getattr(fact, name, None)
        if key is not None and key not in known:
            yield (name,)
    for name in _NESTED:
        for path in _unknown(getattr(fact, name, ()), names, known):
            yield (name, *path)
