"""Facts of an application's own, carried along with a record under a name of its own."""

import math
import re
from abc import ABCMeta
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, Self, cast, final

from .._core.text import require_text
from .._core.text_value import TextValue, ValueType
from ..errors import Issue, ParseError, short_traceback

__all__ = ["Extensions"]

NAMESPACE: Final = r"(?!.*[0-9]{4})[a-z][a-z0-9-]{0,62}(\.[a-z0-9-]{1,63}){1,8}"
"""How an application names its facts, without long numbers."""
LONGEST: Final = 65_536
"""How many characters the extensions of one record take at most, as JSON."""
DEEPEST: Final = 16
"""How deep lists and objects stand in one another at most."""
_MOST: Final = 4 * LONGEST
_EXACT: Final = 2**53 - 1
"""The largest whole number that every reader of JSON keeps as it is."""


class _ExtensionsType(ValueType, ABCMeta):
    """Metaclass of what is a value and a mapping."""


@final
class Extensions(TextValue, Mapping[str, Any], metaclass=_ExtensionsType):
    """What an application tells of a record beside what the class knows: name → JSON.

    The name is a domain of the application's turned round, so that two never meet. The value is
    whatever JSON holds. It travels with the record, counts when records are compared, and is
    specific personal data to whoever redacts, for nobody here knows what it says. Reading it
    gives a copy: like everything of a record, it cannot be changed in place.

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
        """Return the extensions with these values, each under its namespace.

        Raises:
            ParseError: as the class, with the number of the extension: its name is not shown.

        """
        if not isinstance(cast("object", values), Mapping):
            raise ParseError(Issue("type.object"))
        plain = dict(values)
        _need_sound(plain)
        return cls(_encoded(plain))

    @classmethod
    @short_traceback
    def parse(cls, text: str, /) -> Self:
        """Read the extensions from the text of a JSON object.

        Raises:
            ParseError: as the class, and ``type.object``.

        >>> Extensions.parse('{ "id.go.contoh": [1, 2] }')["id.go.contoh"]
        [1, 2]

        """
        return cls.of(_decoded(require_text(text)))

    @classmethod
    def _issue(cls, text: str) -> Issue | None:
        if text == "{}":
            return None
        if len(text) > LONGEST:
            return Issue("extension.too_large", params={"longest": LONGEST})
        try:
            values = _decoded(text)
            _need_sound(values)
        except ParseError as error:
            return error.issue
        return None if _encoded(values) == text else _unsound().issue

    def __getitem__(self, name: str) -> Any:  # noqa: ANN401 - any JSON
        return _decoded(self._text)[name]

    def __iter__(self) -> Iterator[str]:
        return iter(_decoded(self._text))

    def __len__(self) -> int:
        return len(_decoded(self._text))

    def __str__(self) -> str:
        """Return how many there are: names and values may be anything."""
        return str(len(self))

    def __repr__(self) -> str:
        return f"<Extensions {self}>"


NO_EXTENSIONS: Final = Extensions("{}")


def _need_sound(values: Mapping[str, object]) -> None:
    for number, (name, value) in enumerate(values.items(), start=1):
        if type(name) is not str or re.fullmatch(NAMESPACE, name) is None:
            raise ParseError(Issue("extension.namespace", params={"number": number}))
        if not is_plain(value):
            raise _unsound(number=number)


def is_plain(value: object) -> bool:
    """Tell whether a value is JSON that every reader keeps as it is, not too deep and not too long.

    What stands in several places is counted in each: a few lists in one another can be millions.
    """
    left: list[tuple[object, int]] = [(value, 1)]
    size = 0
    while left:
        one, depth = left.pop()
        size += len(one) + 1 if type(one) is str else 1
        if size > _MOST:
            return False
        if type(one) is dict:
            pairs = cast("dict[object, object]", one)
            parts: Iterable[object] = (part for pair in pairs.items() for part in pair)
            is_sound = depth <= DEEPEST and all(type(key) is str for key in pairs)
        elif type(one) is list:
            parts = cast("list[object]", one)
            is_sound = depth <= DEEPEST
        else:
            parts = ()
            is_sound = _is_kept(one)
        if not is_sound:
            return False
        left += ((part, depth + 1) for part in parts)
    return True


def _is_kept(value: object) -> bool:
    if type(value) is str:
        return re.search("[\ud800-\udfff\ufffe\uffff]", value) is None
    if type(value) is int:
        return -_EXACT <= value <= _EXACT
    return value is None or type(value) is bool or (type(value) is float and math.isfinite(value))


def _unsound(**where: int) -> ParseError:
    return ParseError(Issue("extension.value", params={"deepest": DEEPEST, **where}))


def _encoded(values: Mapping[str, object]) -> str:
    import json  # noqa: PLC0415 - importing the package stays quick

    return json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _decoded(text: str) -> dict[str, Any]:
    import json  # noqa: PLC0415 - as above

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) < len(pairs):
            raise ValueError
        return found

    try:
        found: object = json.loads(text, object_pairs_hook=once)
    except (ValueError, RecursionError):
        error = _unsound()
    else:
        if type(found) is dict:
            return cast("dict[str, Any]", found)
        error = ParseError(Issue("type.object"))
    raise error  # outside the handler, whose error holds the text
