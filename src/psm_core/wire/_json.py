"""JSON text to builtins. What is wrong with the text itself is one issue; nothing else leaks."""

import json
from collections import Counter
from json import JSONDecodeError
from typing import Any, Final

from ..errors import Issue, ValidationError

LONGEST: Final = 16 * 2**20
"""How long a document may be, in characters of a text and in bytes."""


class Repeating(dict[str, Any]):
    """An object in which a key stood twice; a reader has to refuse it at its place."""

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        times = Counter(key for key, _ in pairs)
        self.repeated = {key for key, count in times.items() if count > 1}


def decode(text: object) -> Any:  # noqa: ANN401 - any JSON
    """Return the builtins of a JSON text; an object that repeats a key is `Repeating`.

    Raises:
        ValidationError: ``type.text``, ``json.encoding``, ``json.number``, ``json.syntax``,
            ``json.too_deep``, ``json.too_large``.

    """
    if isinstance(text, str | bytes | bytearray) and len(text) > LONGEST:
        raise ValidationError([Issue("json.too_large", params={"longest": LONGEST})])
    try:
        plain = bytes(text).decode("utf-8-sig") if isinstance(text, bytes | bytearray) else text
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
