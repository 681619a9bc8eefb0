"""Parse JSON text into builtins. An error in the text itself is one issue."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from json import JSONDecodeError
from typing import Any, Final, cast

from .._core.text import require_text
from .._paths import UNKNOWN_KEY, Steps
from ..errors import Issue, ValidationError

_TEXT: Final = frozenset({str})
MAX_LENGTH: Final = 16 * 2**20
"""The maximum length of a document: characters of a text, or bytes."""

_BEFORE_COLON: Final = ('"', " ", "\t", "\n", "\r")
"""What may stand before the colon of a key in JSON."""


class RepeatedKeys(dict[str, Any]):
    """A JSON object that repeats a key. A reader reports it at its path."""

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        times = Counter(key for key, _ in pairs)
        self.repeated: set[str] = {key for key, count in times.items() if count > 1}


def decode(text: object) -> Any:  # noqa: ANN401 - any JSON
    """Return the builtins of a JSON text. An object that repeats a key is a `RepeatedKeys`.

    Raises:
        ValidationError: ``type.text``, ``json.encoding``, ``json.number``, ``json.syntax``,
            ``json.too_deep``, ``json.too_large``.

    """
    if isinstance(text, str | bytes | bytearray) and len(text) > MAX_LENGTH:
        raise ValidationError([Issue("json.too_large", params={"max_length": MAX_LENGTH})])
    try:
        plain = bytes(text).decode() if isinstance(text, bytes | bytearray) else text
        if isinstance(plain, str):
            return json.loads(plain.removeprefix("\ufeff"), object_pairs_hook=_object)
        issue = Issue("type.text")
    except UnicodeDecodeError:
        issue = Issue("json.encoding")
    except JSONDecodeError as error:
        issue = Issue("json.syntax", params={"line": error.lineno, "column": error.colno})
    except ValueError:  # an integer of thousands of digits
        issue = Issue("json.number")
    except RecursionError:
        issue = Issue("json.too_deep")
    raise ValidationError([issue])  # outside the handlers, because their errors contain the text


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    data = dict(pairs)
    return data if len(data) == len(pairs) else RepeatedKeys(pairs)


def has_unique_keys(text: str, keys: int) -> bool:
    """Return whether a JSON text repeats no key, given the number of different keys in its objects.

    Each key has a colon, so a repeated key is one colon more. Colons in texts are not counted,
    unless a quotation mark or a blank is before them. Only if the numbers differ still, the text is
    parsed again.
    """
    if text.count(":") == keys or _likely_keys(text) == keys:
        return True
    are_unique: list[bool] = []

    def compare(pairs: list[tuple[str, object]]) -> None:
        are_unique.append(len(dict(pairs)) == len(pairs))

    json.loads(text, object_pairs_hook=compare)
    return all(are_unique)


def _likely_keys(text: str) -> int:
    """Return the number of colons after a quotation mark or a blank, which may be those of keys."""
    return sum(text.count(f"{one}:") for one in _BEFORE_COLON if one in text)


def are_plain_text(keys: Iterable[object]) -> bool:
    """Return whether all keys are str, and none is of a subclass, which may equal other text."""
    return _TEXT.issuperset(map(type, keys))


def fields_of(data: object) -> dict[object, object] | None:
    """Return the items of a mapping, read once; None for anything else."""
    if isinstance(data, RepeatedKeys) or (type(data) is dict and are_plain_text(data)):  # pyright: ignore[reportUnknownArgumentType]
        return cast("dict[object, object]", data)
    if isinstance(data, Mapping):
        with suppress(Exception):  # a foreign mapping or key type may run any code
            pairs = cast("Mapping[object, object]", data).items()
            return {_plain_key(key): value for key, value in pairs}
    return None


def _plain_key(key: object) -> object:
    """Return a text key as str; for any other key an object that equals no field name."""
    return require_text(key) if isinstance(key, str) else object()


def repeated_key_issues(data: object, path: Steps) -> Iterator[Issue]:
    """Yield an issue for each repeated key anywhere in a document.

    Keys are not shown, because the names of the fields are not known here.
    """
    if isinstance(data, RepeatedKeys):
        yield from (Issue("json.duplicate_key", (*path, UNKNOWN_KEY)) for _ in data.repeated)
    if isinstance(data, dict):
        for value in cast("dict[str, object]", data).values():
            yield from repeated_key_issues(value, (*path, UNKNOWN_KEY))
    elif isinstance(data, list):
        for number, value in enumerate(cast("list[object]", data)):
            yield from repeated_key_issues(value, (*path, number))
