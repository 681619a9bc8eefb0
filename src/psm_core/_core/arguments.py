"""Types of arguments: a wrong one is a TypeError that says what is needed, without the value."""

from collections.abc import Iterable
from typing import TypeVar, cast

T = TypeVar("T")


def require(cls: type, value: object, *, optional: bool = False) -> None:
    """Raise TypeError, without the value, if it is no instance of a class."""
    if not (isinstance(value, cls) or (optional and value is None)):
        raise TypeError(f"{with_article(cls)} is needed here, not {type(value).__name__}")


def require_subclass(cls: type, value: object) -> None:
    """Raise TypeError, without the value, if it is no subclass of a class."""
    if not (isinstance(value, type) and issubclass(value, cls)):
        raise TypeError(f"a subclass of {cls.__name__} is needed here, not {type(value).__name__}")


def items_of(cls: type[T], what: str, values: object) -> tuple[T, ...]:
    """Return some items. Raise TypeError, without a value, if one is no instance of a class."""
    if isinstance(values, str | bytes) or not isinstance(values, Iterable):
        raise TypeError(f"{what} is needed, not {with_article(type(values))}")
    items = tuple(cast("Iterable[T]", values))
    for one in items:
        if not isinstance(one, cls):
            raise TypeError(f"{what} is needed, not one with {with_article(type(one))}")
    return items


def with_article(cls: type) -> str:
    """Return the name of a class with its article, for a message."""
    return f"{'an' if cls.__name__[0] in 'AEIOUaeiou' else 'a'} {cls.__name__}"
