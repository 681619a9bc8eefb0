"""`Extensions`: application-defined data of a record."""

import math
import re
from abc import ABCMeta
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Final, Self, cast, final

from .._core.text import require_text
from .._core.text_value import TextValue, ValueType, of_valid_text
from ..errors import Issue, ParseError, short_traceback

if TYPE_CHECKING:
    from json import JSONDecoder, JSONEncoder

__all__ = ["Extensions"]

NAMESPACE: Final = r"(?!.*[0-9]{4})[a-z][a-z0-9-]{0,62}(\.[a-z0-9-]{1,63}){1,8}"
"""The form of a namespace: a reversed domain name without long numbers."""
LONGEST: Final = 65_536
"""The largest number of characters of the extensions of one record, as JSON."""
DEEPEST: Final = 16
"""The largest depth of nested lists and objects."""
_MAX_SIZE: Final = 4 * LONGEST
"""Larger values are rejected before they are encoded; the exact limit applies to their JSON."""
_EXACT: Final = 2**53 - 1
"""The largest integer that every JSON reader preserves."""


class _ExtensionsType(ValueType, ABCMeta):
    """Metaclass of a class that is both a value and a mapping."""


@final
class Extensions(TextValue, Mapping[str, Any], metaclass=_ExtensionsType):
    """Data of a record that its class has no field for: a mapping of namespaces to JSON values.

    A namespace is a reversed domain name of the application, such as ``id.go.contoh.register``, so
    that two applications never use the same one. Extensions are stored with the record and compared
    with it. Redaction treats them as specific personal data, because this package does not know
    their meaning. Extensions are immutable: each access to a value returns a new copy.

    Raises:
        ParseError: ``extension.namespace``, ``extension.value``, ``extension.too_large``.

    >>> from psm_core import NIK, Extensions, Person, evolve
    >>> more = Extensions.of({"id.go.contoh.register": {"shelf": 12}})
    >>> person = Person(nik=NIK("9901014108900001"), name="Contoh", extensions=more)
    >>> person.extensions["id.go.contoh.register"]["shelf"]
    12
    >>> more
    <Extensions 1>

    """

    __slots__ = ()
    pattern = r"\{.*\}"

    @classmethod
    @short_traceback
    def of(cls, values: Mapping[str, object], /) -> Self:
        """Return extensions with these values, by namespace.

        Raises:
            ParseError: the codes of the class, and ``type.object``. A message contains the number
                of the extension, not its namespace, which may be personal data.

        """
        if not isinstance(cast("object", values), Mapping):
            raise ParseError(Issue("type.object"))
        plain = dict(values)
        _require_valid(plain)
        text = _encoded(plain)
        if len(text) > LONGEST:
            raise ParseError(_too_large())
        return of_valid_text(cls, text)

    @classmethod
    @short_traceback
    def parse(cls, text: str, /) -> Self:
        """Read the extensions from the text of a JSON object.

        Raises:
            ParseError: the codes of the class, and ``type.object``.

        >>> Extensions.parse('{ "id.go.contoh": [1, 2] }')["id.go.contoh"]
        [1, 2]

        """
        return cls.of(_decoded(require_text(text)))

    @staticmethod
    def _issue(text: str) -> Issue | None:
        if text == "{}":
            return None
        if len(text) > LONGEST:
            return _too_large()
        try:
            values = _decoded(text)
            _require_valid(values)
        except ParseError as error:
            return error.issue
        return None if _encoded(values) == text else _invalid_value().issue

    def __getitem__(self, name: str) -> Any:  # noqa: ANN401 - any JSON
        return _decoded(self._text)[name]

    def __iter__(self) -> Iterator[str]:
        return iter(_decoded(self._text))

    def __len__(self) -> int:
        return len(_decoded(self._text))

    def __str__(self) -> str:
        """Return how many there are, because names and values may be personal data."""
        return str(len(self))

    def __repr__(self) -> str:
        return f"<Extensions {self}>"


NO_EXTENSIONS: Final = Extensions("{}")


def _require_valid(values: Mapping[str, object]) -> None:
    for number, (name, value) in enumerate(values.items(), start=1):
        if type(name) is not str or re.fullmatch(NAMESPACE, name) is None:
            raise ParseError(Issue("extension.namespace", params={"number": number}))
        if not is_plain(value):
            raise _invalid_value(number=number)


def is_plain(value: object) -> bool:
    """Return whether every JSON reader preserves a value, and it is neither too deep nor too large.

    A list that occurs several times is counted each time, because a few lists that contain each
    other several times can be millions of values.
    """
    left: list[tuple[object, int]] = [(value, 1)]
    size = 0
    while left:
        one, depth = left.pop()
        size += len(one) + 1 if type(one) is str else 1
        if size > _MAX_SIZE:
            return False
        if type(one) is dict:
            pairs = cast("dict[object, object]", one)
            parts: Iterable[object] = (part for pair in pairs.items() for part in pair)
            is_valid = depth <= DEEPEST and all(type(key) is str for key in pairs)
        elif type(one) is list:
            parts = cast("list[object]", one)
            is_valid = depth <= DEEPEST
        else:
            parts = ()
            is_valid = _is_preserved(one)
        if not is_valid:
            return False
        left += ((part, depth + 1) for part in parts)
    return True


def _is_preserved(value: object) -> bool:
    """Return whether every JSON reader preserves a single value.

    Surrogates, noncharacters, integers above 2**53 and infinite numbers can get lost.
    """
    if type(value) is str:
        return re.search("[\ud800-\udfff\ufffe\uffff]", value) is None
    if type(value) is int:
        return -_EXACT <= value <= _EXACT
    return value is None or type(value) is bool or (type(value) is float and math.isfinite(value))


def _too_large() -> Issue:
    return Issue("extension.too_large", params={"max_length": LONGEST})


def _invalid_value(**where: int) -> ParseError:
    return ParseError(Issue("extension.value", params={"deepest": DEEPEST, **where}))


@cache
def _encoder() -> "JSONEncoder":
    from json import JSONEncoder  # noqa: PLC0415 - importing the package stays quick

    return JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


@cache
def _decoder() -> "JSONDecoder":
    from json import JSONDecoder  # noqa: PLC0415 - as above

    return JSONDecoder(object_pairs_hook=_without_duplicates)


def _without_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    values = dict(pairs)
    if len(values) < len(pairs):
        raise ValueError
    return values


def _encoded(values: Mapping[str, object]) -> str:
    return _encoder().encode(values)


def _decoded(text: str) -> dict[str, Any]:
    try:
        found: object = _decoder().decode(text)
    except (ValueError, RecursionError):
        error = _invalid_value()
    else:
        if type(found) is dict:
            return cast("dict[str, Any]", found)
        error = ParseError(Issue("type.object"))
    raise error  # not in the handler: its exception contains the text, maybe personal data
