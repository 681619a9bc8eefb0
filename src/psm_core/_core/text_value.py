"""`TextValue`: base class of values that are one canonical text, valid by construction."""

from collections.abc import Callable, Mapping
from functools import total_ordering
from typing import TYPE_CHECKING, Any, ClassVar, Final, NoReturn, Self, TypeVar, cast

from .._frozen import FrozenType, locked
from ..errors import Issue, ParseError
from .framework_hooks import pydantic_core_schema, pydantic_json_schema
from .generated_code import GeneratedCode
from .text import normalize_text, text_or_none

_LONGEST = 500
"""No value is longer. Longer text is rejected without further work."""
MAX_SHARED: Final = 50_000
"""The maximum number of shared values of a class."""


class _Blank:
    """A value before it has its text: laid out as a `TextValue`, but not yet immutable."""

    __slots__ = ("_text",)


class ValueType(FrozenType):
    """Metaclass of `TextValue`. A text is checked before the value exists."""

    def __new__(cls, name: str, bases: tuple[type, ...], namespace: dict[str, Any]) -> "ValueType":  # noqa: PYI034
        """Create a class whose instances are created by calling it."""
        return cast("ValueType", super().__new__(cls, name, bases, locked(namespace)))

    __get_pydantic_core_schema__ = pydantic_core_schema
    __get_pydantic_json_schema__ = pydantic_json_schema

    if not TYPE_CHECKING:  # checkers read `__init__` instead

        def __call__(cls, text: str, /) -> "TextValue":  # noqa: N805
            """Create a value, or raise ParseError without keeping the text."""
            value = value_or_issue(cls, text)
            if type(value) is cls:
                return value
            text = None
            raise ParseError(value)


@total_ordering
class TextValue(metaclass=ValueType):
    """A value that is one text. Subclasses define which texts are canonical, and how to clean text.

    The constructor accepts only canonical text; `parse` accepts what people write.
    """

    __slots__ = ("_text",)
    _text: str
    pattern: ClassVar[str]
    """Pattern of the canonical text, for schemas. Not every text that matches is valid."""
    _shared: ClassVar[dict[str, Any] | None] = None
    """Canonical text → value, of the latest values, which are created once and then shared.

    Only for a class whose few values occur often and are not personal data. None for the others.
    """

    def __init__(self, text: str, /) -> None:
        """Accept canonical text. For text that people write, use `parse`."""

    @classmethod
    def parse(cls, text: str, /) -> Self:
        """Return the value that people write as this text.

        Raises:
            ParseError: the text is invalid; the code gives the reason.

        """
        value = parse_or_issue(cls, text)
        if type(value) is not Issue:
            return value
        del text
        raise ParseError(value)

    @classmethod
    def _clean(cls, text: str) -> str:
        return normalize_text(text)

    @staticmethod
    def _issue(text: str) -> Issue | None:
        """Return why a text is not canonical, or None if it is."""
        raise NotImplementedError

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} is immutable")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} is immutable")

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and other._text == self._text

    def __lt__(self, other: Self) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return bool(self._order() < other._order())

    def _order(self) -> Any:  # noqa: ANN401 - whatever compares
        """Return the key that values of this class are sorted by."""
        return self._text

    def __hash__(self) -> int:
        return hash((type(self), self._text))

    def __reduce__(self) -> tuple[type[Self], tuple[str]]:
        return type(self), (self._text,)

    def __str__(self) -> str:
        """Return the canonical text."""
        return self._text

    def __format__(self, spec: str) -> str:
        """Format the result of `str`, which is masked for personal data."""
        return format(str(self), spec)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._text!r})"


V = TypeVar("V", bound=TextValue)


def parse_or_issue(value_class: type[V], text: object) -> V | Issue:
    """Return the value that people write as this text, or the issue that `parse` raises."""
    plain = text_or_none(text)
    if plain is not None and len(plain) <= _LONGEST:
        try:
            plain = value_class._clean(plain)  # noqa: SLF001 # pyright: ignore[reportPrivateUsage] - the class is above
        except ParseError as error:
            return error.issue
    return value_or_issue(value_class, plain)


def value_or_issue(value_class: type[V], text: object) -> V | Issue:
    """Return the value with this canonical text, or the issue that the constructor raises."""
    plain = text if type(text) is str else text_or_none(text)
    if plain is None:
        return Issue("type.text")
    shared = value_class._shared  # noqa: SLF001 # pyright: ignore[reportPrivateUsage] - as above
    if shared is not None and (known := shared.get(plain)) is not None:
        return cast("V", known)
    issue = value_class._issue(plain)  # noqa: SLF001 # pyright: ignore[reportPrivateUsage] - as above
    if issue is not None:
        return issue
    value = of_valid_text(value_class, plain)
    if shared is not None:
        if len(shared) >= MAX_SHARED:
            shared.clear()
        shared[plain] = value
    return value


def of_valid_text(value_class: type[V], text: str) -> V:
    """Return a value with a text that the caller has checked.

    To set the text first and the class last is the fastest way to fill an immutable object.
    """
    blank: Any = _Blank()
    blank._text = text  # noqa: SLF001 - the class is above
    blank.__class__ = value_class
    value: V = blank
    return value


def value_reader(value_class: type[V]) -> Callable[[Any], V]:
    """Return a function that does the same as the constructor, in fewer steps for most texts.

    It is generated, because Python optimizes code best that serves one class only.
    """
    if shared_values(value_class) is not None:
        return value_class
    code = GeneratedCode(f"reader of {value_class.__name__}")
    value = code.name(value_class, "value_class")
    issue = code.name(value_class._issue, "issue")  # noqa: SLF001 # pyright: ignore[reportPrivateUsage] - as above
    with code.block("def read(text):"):
        with code.block("if type(text) is not str:"):
            code.line(f"return {value}(text)")  # it raises an error, or reads a subclass of str
        code.line(f"_issue = {issue}(text)")
        with code.block("if _issue is not None:"):
            code.line(f"raise {code.name(ParseError, 'ParseError')}(_issue)")
        code.line(f"_value = {code.name(_Blank, 'blank')}()")
        code.line("_value._text = text")
        code.line(f"_value.__class__ = {value}")
        code.line("return _value")
    return code.compiled("read")


def shared_values(value_class: type[TextValue]) -> Mapping[str, Any] | None:
    """Return text → value of a class whose values are shared, or None for other classes."""
    return value_class._shared  # noqa: SLF001 # pyright: ignore[reportPrivateUsage] - as above


def unmasked_text(value: TextValue) -> str:
    """Return the whole text of a value, unmasked: for sorting, never for display."""
    return value._text  # noqa: SLF001  # pyright: ignore[reportPrivateUsage] - the class is above
