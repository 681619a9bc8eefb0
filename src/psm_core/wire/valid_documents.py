"""The quick way to read a document: it serves valid documents of the newest version only.

For any other document it raises an exception without a reason. The document is then read again, to
collect the issues.
"""

import json
from collections.abc import Callable, Mapping
from typing import Any, Final, TypeVar

from .._core.lazy import LazyTable
from .json_text import MAX_LENGTH, has_unique_keys
from .record_readers import RECORD_READERS, InvalidDataError
from .versions import schema_id

T = TypeVar("T")


def read_valid(text: object, cls: type[T]) -> T:
    """Return the record in a document, or raise any exception."""
    record: T = DOCUMENT_READERS[cls](_plain(text))
    return record


def read_valid_data(text: object, cls: type) -> object:
    """Return the record in a text of data alone, or raise any exception."""
    plain = _plain(text)
    objects: list[Mapping[str, object]] = []
    record: object = RECORD_READERS[cls](json.loads(plain), objects)
    if has_unique_keys(plain, sum(map(len, objects))):
        return record
    raise InvalidDataError


def _plain(text: object) -> str:
    # Methods of a subclass may run any code.
    if type(text) is str and len(text) <= MAX_LENGTH:
        return text
    if type(text) is bytes and len(text) <= MAX_LENGTH:
        return text.decode()
    raise InvalidDataError


def _document_reader(cls: type) -> Callable[[str], Any]:
    try:
        from .structs import STRUCT_READERS  # noqa: PLC0415 - msgspec may be missing
    except ImportError:
        return _json_reader(cls)
    return STRUCT_READERS[cls]  # only with msgspec


def _json_reader(cls: type) -> Callable[[str], Any]:
    schema = schema_id(cls)
    read_data = RECORD_READERS[cls]

    def read(text: str) -> object:
        document = json.loads(text)
        objects: list[Mapping[str, object]] = [document]
        record = read_data(document["data"], objects)
        is_newest = len(document) == 2 and document["schema"] == schema  # noqa: PLR2004 - schema and data
        if is_newest and has_unique_keys(text, sum(map(len, objects))):
            return record
        raise InvalidDataError

    return read


DOCUMENT_READERS: Final = LazyTable[type, Callable[[str], Any]](_document_reader)
"""Record class → the function that reads its documents, with msgspec or json."""
