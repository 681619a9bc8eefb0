"""JSON text to builtins. What is wrong with the text itself is one issue; nothing else leaks."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import suppress
from json import JSONDecodeError
from typing import Any, Final, cast

from .._core.invariants import Path
from .._core.text import require_text
from ..errors import Issue, ValidationError

LONGEST: Final = 16 * 2**20
"""How long a document may be, in characters of a text and in bytes."""


class Repeating(dict[str, Any]):
    """An object in which a key stood twice; a reader has to refuse it at its place."""

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        times = Counter(key for key, _ in pairs)
        self.repeated: set[str] = {key for key, count in times.items() if count > 1}


def decode(text: object) -> Any:  # noqa: ANN401 - any JSON
    """Return the builtins of a JSON text; an object that repeats a key is `Repeating`.

    Raises:
        ValidationError: ``type.text``, ``json.encoding``, ``json.number``, ``json.syntax``,
            ``json.too_deep``, ``json.too_large``.

    """
    if isinstance(text, str | bytes | bytearray) and len(text) > LONGEST:
        raise ValidationError([Issue("json.too_large", params={"longest": LONGEST})])
    try:
        plain = bytes(text).decode() if isinstance(text, bytes | bytearray) else text
        if isinstance(plain, str):
            return json.loads(plain.removeprefix("\ufeff"), object_pairs_hook=_built)
        issue = Issue("type.text")
    except UnicodeDecodeError:
        issue = Issue("json.encoding")
    except JSONDecodeError as error:
        issue = Issue("json.syntax", params={"line": error.lineno, "column": error.colno})
    except ValueError:  # an integer of thousands of digits
        issue = Issue("json.number")
    except RecursionError:
        issue = Issue("json.too_deep")
    raise ValidationError([issue])  # outside the handlers: the text must not travel along


def _built(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    built = dict(pairs)
    return built if len(built) == len(pairs) else Repeating(pairs)


def fields_of(data: object) -> dict[object, object] | None:
    """Return what a mapping holds, asked once; None for anything else."""
    if isinstance(data, Repeating):
        return cast("dict[object, object]", data)
    if isinstance(data, Mapping):
        with suppress(Exception):  # neither it nor its keys are ours, and may do anything
            pairs = cast("Mapping[object, object]", data).items()
            return {_plain_key(key): value for key, value in pairs}
    return None


def _plain_key(key: object) -> object:
    """Return text as plain text, and any other key as something that is like no field."""
    return require_text(key) if isinstance(key, str) else object()


def repeats(data: object, path: Path) -> Iterator[Issue]:
    """Yield a fault for each key that stands twice somewhere in a document.

    Keys are not shown: who reads does not know yet which fields there are.
    """
    if isinstance(data, Repeating):
        yield from (Issue("json.duplicate_key", (*path, "?")) for _ in data.repeated)
    if isinstance(data, dict):
        for value in cast("dict[str, object]", data).values():
            yield from repeats(value, (*path, "?"))
    elif isinstance(data, list):
        for number, value in enumerate(cast("list[object]", data)):
            yield from repeats(value, (*path, number))
