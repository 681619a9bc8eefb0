"""Apply a JSON Patch (RFC 6902) to JSON data."""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import reduce
from typing import Any, Final, cast

from ..errors import Issue, ValidationError

_INDEX: Final = re.compile(r"0|[1-9][0-9]{0,8}")
_POINTER: Final = re.compile(r"(/([^~/]|~[01])*)*")
_MOST_VALUES: Final = 1_000_000
"""How many values a patch may add, because each copy can double the data."""
_DEEPEST: Final = 100


class _Refused(Exception):  # noqa: N818 - it never leaves this module
    """An operation cannot be made. The argument is the code of its issue."""


def patched(data: object, operations: object) -> object:
    """Return JSON data with the operations of a patch made. The data itself may change.

    Raises:
        ValidationError: with the number of the operation as path, or no path if there are none.

    """
    if not isinstance(operations, Iterable):
        raise ValidationError([Issue("patch.operation")])
    document = _Document(data)
    for number, operation in enumerate(cast("Iterable[object]", operations)):
        try:
            document.apply(operation)
        except _Refused as refused:
            raise ValidationError([Issue(str(refused), (number,))]) from None
    return document.holder.get("")


def copied(value: object) -> object:
    """Return a copy of JSON data.

    Raises:
        ValidationError: ``patch.too_large``: it is too large or too deep.

    """
    try:
        return _Copier().copy(value)
    except _Refused as refused:
        raise ValidationError([Issue(str(refused))]) from None


class _Copier:
    """Copies JSON data, up to a number of values."""

    def __init__(self) -> None:
        self._left = _MOST_VALUES

    def copy(self, value: object, depth: int = 0) -> object:
        self._left -= 1
        if self._left < 0 or depth > _DEEPEST:
            raise _Refused("patch.too_large")
        if isinstance(value, Mapping):
            items = cast("Mapping[object, object]", value).items()
            return {key: self.copy(one, depth + 1) for key, one in items}
        if isinstance(value, list):
            return [self.copy(one, depth + 1) for one in cast("list[object]", value)]
        return value


class _Document:
    """JSON data that operations change. `holder` has it at the empty key, or nothing."""

    def __init__(self, data: object) -> None:
        self.holder: dict[str, Any] = {"": data}
        self._copier = _Copier()
        self._operations: Mapping[object, Callable[[Mapping[object, object]], None]] = {
            "add": self._add,
            "remove": self._remove,
            "replace": self._replace,
            "move": self._move,
            "copy": self._copy,
            "test": self._test,
        }

    def apply(self, operation: object) -> None:
        if not isinstance(operation, Mapping):
            raise _Refused("patch.operation")
        members = cast("Mapping[object, object]", operation)
        name = members.get("op")
        make = self._operations.get(name) if isinstance(name, str) else None
        if make is None:
            raise _Refused("patch.operation")
        make(members)

    def _add(self, members: Mapping[object, object]) -> None:
        _put(*self._place(members), self._copier.copy(_member(members, "value")))

    def _remove(self, members: Mapping[object, object]) -> None:
        _take(*self._place(members))

    def _replace(self, members: Mapping[object, object]) -> None:
        container, key = self._place(members)
        _child(container, key)
        value = self._copier.copy(_member(members, "value"))
        if isinstance(container, list):
            container[int(key)] = value
        else:
            container[key] = value

    def _move(self, members: Mapping[object, object]) -> None:
        source, target = _steps(members, "from"), _steps(members, "path")
        if target[: len(source)] == source and target != source:
            raise _Refused("patch.operation")  # into itself
        value = _take(self._at(source[:-1]), source[-1])
        _put(*self._place(members), value)

    def _copy(self, members: Mapping[object, object]) -> None:
        value = self._copier.copy(self._at(_steps(members, "from")))
        _put(*self._place(members), value)

    def _test(self, members: Mapping[object, object]) -> None:
        value = self._copier.copy(_member(members, "value"))  # so that it is not too deep
        if not _is_equal(self._at(_steps(members, "path")), value):
            raise _Refused("patch.test_failed")

    def _place(self, members: Mapping[object, object]) -> tuple[Any, str]:
        """Return the object or list that the path leads into, and the key in it."""
        *before, key = _steps(members, "path")
        return self._at(before), key

    def _at(self, steps: Iterable[str]) -> Any:  # noqa: ANN401 - any JSON value
        return reduce(_child, steps, cast("Any", self.holder))


def _member(members: Mapping[object, object], name: str) -> Any:  # noqa: ANN401 - any JSON value
    if name not in members:
        raise _Refused("patch.operation")
    return members[name]


def _steps(members: Mapping[object, object], name: str) -> list[str]:
    """Return the keys of a JSON Pointer, from the empty key of the holder on."""
    text = _member(members, name)
    if not isinstance(text, str) or not _POINTER.fullmatch(text):
        raise _Refused("patch.operation")
    return [step.replace("~1", "/").replace("~0", "~") for step in text.split("/")]


def _child(container: object, key: str) -> Any:  # noqa: ANN401 - any JSON value
    if isinstance(container, dict) and key in container:
        return cast("dict[str, object]", container)[key]
    if isinstance(container, list) and _INDEX.fullmatch(key):
        items = cast("list[object]", container)
        if int(key) < len(items):
            return items[int(key)]
    raise _Refused("patch.path_missing")


def _put(container: object, key: str, value: object) -> None:
    if isinstance(container, dict):
        cast("dict[str, object]", container)[key] = value
        return
    if isinstance(container, list):
        items = cast("list[object]", container)
        at = len(items) if key == "-" else int(key) if _INDEX.fullmatch(key) else len(items) + 1
        if at <= len(items):
            items.insert(at, value)
            return
    raise _Refused("patch.path_missing")


def _take(container: Any, key: str) -> object:  # noqa: ANN401 - any JSON value
    value = _child(container, key)
    container.pop(int(key) if isinstance(container, list) else key)
    return value


def _is_equal(one: object, other: object) -> bool:
    """Compare JSON values: True is not 1, but 1.0 is."""
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    if isinstance(one, dict) and isinstance(other, dict):
        mine, theirs = cast("dict[object, object]", one), cast("dict[object, object]", other)
        return mine.keys() == theirs.keys() and all(
            _is_equal(mine[key], theirs[key]) for key in mine
        )
    if isinstance(one, list) and isinstance(other, list):
        items, others = cast("list[object]", one), cast("list[object]", other)
        return len(items) == len(others) and all(map(_is_equal, items, others))
    return one == other
