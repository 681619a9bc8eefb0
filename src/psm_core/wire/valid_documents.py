"""The quick way to read a document: it serves valid documents of the newest version only.

For any other document it raises an exception without a reason. The document is then read again, to
collect the issues.
"""

import json
from collections.abc import Collection, Iterable
from typing import TypeVar

from .json_text import MAX_LENGTH
from .record_readers import RECORD_READERS, InvalidDataError
from .versions import schema_id

T = TypeVar("T")
_BEFORE_COLON = ('"', " ", "\t", "\n", "\r")
"""What may stand before the colon of a key in JSON."""


def read_valid(text: object, cls: type[T]) -> T:
    """Return the record in a document, or raise any exception."""
    plain = _plain(text)
    document = json.loads(plain)
    objects = [document]
    record: T = RECORD_READERS[cls](document["data"], objects)
    is_newest = len(document) == 2 and document["schema"] == schema_id(cls)  # noqa: PLR2004 - schema and data
    if is_newest and has_unique_keys(plain, objects):
        return record
    raise InvalidDataError


def _plain(text: object) -> str:
    plain = text if type(text) is str else text.decode() if type(text) is bytes else None
    if plain is None or len(plain) > MAX_LENGTH:
        raise InvalidDataError
    return plain


def has_unique_keys(text: str, objects: Iterable[Collection[str]]) -> bool:
    """Return whether the text certainly repeats no key of the objects that were read from it.

    Each key has a colon, and each repeated key is one more than the objects have. The texts of a
    document may contain colons too, so other colons than those of keys are not counted. An escaped
    quotation mark before a colon is counted as a key, and the answer is then False.
    """
    keys = sum(map(len, objects))
    return text.count(":") == keys or sum(text.count(f"{one}:") for one in _BEFORE_COLON) == keys
