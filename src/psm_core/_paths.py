"""Paths of issues: written as text, and followed in the data that an issue is about."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final, TypeGuard, cast

Steps = tuple[str | int, ...]
"""A path as names of fields and numbers of items: ``("assignments", 0, "serves")``."""
UNKNOWN_KEY: Final = "?"
"""The step of a key that an issue does not name, because a key may be personal data."""


_SHOWN_KEY: Final = re.compile(r"(?!.*\d{4})[a-z_][a-z0-9_]{0,30}", re.ASCII)


def may_be_shown(key: object) -> TypeGuard[str]:
    """Return whether a key looks like the name of a field, and not like personal data.

    >>> may_be_shown("nmae"), may_be_shown("Contoh"), may_be_shown("k_9901")
    (True, False, False)
    """
    return type(key) is str and _SHOWN_KEY.fullmatch(key) is not None


def path_text(path: Iterable[str | int]) -> str:
    """Return a path as text, such as ``$.delegations[1].origin``."""
    return "$" + "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)


def pointer_text(path: Iterable[str | int]) -> str:
    """Return a path as a JSON Pointer (RFC 6901)."""
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in path)


def follow(data: object, path: Steps, number: object) -> tuple[Steps, Any]:
    """Return the path with the real keys of the data, and the value there.

    `number` is the position, from 1, of a key that the last step does not name. In a mapping, a
    position stands for an item, and the next step for its key (0) or its value (1).

    Raises:
        LookupError: the data has no value there. The message contains no data.

    """
    steps: list[str | int] = []
    value: Any = data
    left = list(path)
    while left:
        step = left.pop(0)
        is_last = not left
        try:
            if isinstance(value, Mapping):
                items: Mapping[Any, Any] = value  # pyright: ignore[reportUnknownVariableType]
                if step == UNKNOWN_KEY:
                    step = list(items)[_index(number, is_last=is_last)]
                elif isinstance(step, int):
                    step = list(items)[step]
                    if left.pop(0) == 0:
                        return (*steps, step), step
                if step not in items:  # some mappings create what is missing
                    break
                value = items[step]
            else:
                value = _part(value, step)
        except LookupError:
            break
        steps.append(step)
    else:
        return tuple(steps), value
    raise LookupError(f"the data has no value at {path_text(path)}")


def _index(number: object, *, is_last: bool) -> int:
    """Return the index of a key that a path does not name."""
    if isinstance(number, int) and is_last:
        return number - 1
    raise LookupError


def _part(value: object, step: str | int) -> object:
    """Return an item of a list, or a field of a record."""
    if isinstance(step, int):
        if isinstance(value, list | tuple):
            return cast("list[object]", value)[step]
    elif step in {one.name for one in getattr(type(value), "__attrs_attrs__", ())}:
        return getattr(value, step)
    raise LookupError
