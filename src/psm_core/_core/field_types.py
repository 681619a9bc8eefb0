"""Field types: which values a field of a record may have.

Each field has one, made from its annotation. The constructor checks values with `issues`. JSON
readers and writers, schemas and test strategies follow from the field types too.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import time
from types import NoneType, UnionType
from typing import Any, NamedTuple, Union, final, get_args, get_origin

from ..errors import Issue
from .text import LazyPattern, is_visible, normalize_text
from .vocabulary import Term

_CONTROL = LazyPattern(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_VALID: tuple[Issue, ...] = ()
_EXPECTED = {"tuple": "tuple, as in (a, b)", "frozenset": "frozenset, as in frozenset({a, b})"}


class FieldType:
    """Base class of all field types."""

    __slots__ = ()
    holds_text = False
    python_type: type[Any] = object
    """The type of a single value, by which readers and writers choose how to convert it."""
    types: frozenset[type] = frozenset()
    """The types of which every value is valid."""

    def issues(self, value: object) -> Sequence[Issue]:
        """Return why a value is invalid, with paths relative to it; empty if it is valid."""
        raise NotImplementedError

    def normalize(self, value: object) -> object:
        """Return the value with its texts normalized: the same object if none changes."""
        return value


def _never(_: str) -> None:
    """Match no text."""


class TextFormat(NamedTuple):
    """The format of a text, such as RT, that is neither free text nor a value type."""

    code: str
    """The code of the issue for text in another format."""
    pattern: str
    """The pattern of the canonical text."""
    clean: Callable[[str], str]
    """Returns the canonical form of a text that people write, or the same text."""


@final
class TextType(FieldType):
    """One line of text: not blank, at most `max_length` characters, perhaps in a format."""

    __slots__ = ("fits", "form", "max_length")
    holds_text = True

    def __init__(self, max_length: int, form: TextFormat | None = None) -> None:
        self.max_length: int = max_length
        self.form: TextFormat | None = form
        self.fits: Callable[[str], object] = re.compile(form.pattern).fullmatch if form else _never
        """Matches text in the format; no text if there is none."""

    def normalize(self, value: object) -> object:
        """Return text in composed form, unless it is too long as written."""
        if type(value) is not str or len(value) > self.max_length:
            return value
        plain = normalize_text(value)
        return plain if self.form is None or self.fits(plain) else self.form.clean(plain)

    def issues(self, value: object) -> Sequence[Issue]:
        """Reject other types, and text that is blank, too long or has control characters."""
        if type(value) is not str:
            return (Issue("type.text"),)
        is_plain = self.form is None and value.isascii() and value.isprintable()
        if value and len(value) <= self.max_length and (is_plain or self.fits(value)):
            return _VALID  # it was normalized, so it is not all blanks
        if len(value) > self.max_length:
            return (Issue("text.too_long", params={"max_length": self.max_length}),)
        if _CONTROL.search(value):
            return (Issue("text.control"),)
        if not is_visible(value):
            return (Issue("text.blank"),)
        return _VALID if self.form is None else (Issue(self.form.code),)


@final
class IntegerType(FieldType):
    """A whole number from `minimum` to `maximum`."""

    __slots__ = ("maximum", "minimum")

    def __init__(self, minimum: int, maximum: int) -> None:
        self.minimum, self.maximum = minimum, maximum

    def issues(self, value: object) -> Sequence[Issue]:
        """Reject other types, True and False included, and numbers out of bounds."""
        if type(value) is not int:
            return (Issue("type.number"),)
        if self.minimum <= value <= self.maximum:
            return _VALID
        return (Issue("number.bounds", params={"minimum": self.minimum, "maximum": self.maximum}),)


@final
class InstanceType(FieldType):
    """An instance of one class, not of a subclass: a date, a value such as `NIK`, a record."""

    __slots__ = ("python_type", "types")

    def __init__(self, python_type: type[Any]) -> None:
        self.python_type = python_type
        self.types = frozenset({python_type})

    def issues(self, value: object) -> Sequence[Issue]:
        """Reject other types: a datetime is not a date, and text is not a NIK."""
        if type(value) is self.python_type:
            return _VALID
        return (Issue("type.value", params={"expected": self.python_type.__name__}),)


@final
class InstanceUnionType(FieldType):
    """An instance of one of several classes: a date, or what is known of one.

    The text of a value shows its class, so JSON and tables need no further mark. `python_type` is
    the first class, by which columns and templates treat the field.
    """

    __slots__ = ("python_type", "types")

    def __init__(self, *python_types: type[Any]) -> None:
        self.python_type: type[Any] = python_types[0]
        self.types: frozenset[type] = frozenset(python_types)

    def issues(self, value: object) -> Sequence[Issue]:
        """Reject other types."""
        if type(value) in self.types:
            return _VALID
        names = " | ".join(sorted(one.__name__ for one in self.types))
        return (Issue("type.value", params={"expected": names}),)


@final
class TimeType(FieldType):
    """A time of day in hours and minutes, without a time zone: events happen in local time."""

    __slots__ = ()
    python_type = time

    def issues(self, value: object) -> Sequence[Issue]:
        """Reject other types, seconds and time zones."""
        if type(value) is not time:
            return (Issue("type.value", params={"expected": "time"}),)
        plain = value.replace(second=0, microsecond=0, tzinfo=None, fold=0)
        is_plain = value.tzinfo is None and value.fold == 0 and value == plain
        return _VALID if is_plain else (Issue("time.invalid"),)


@final
class TermType(FieldType):
    """A member of one of these vocabularies."""

    __slots__ = ("types", "vocabularies")

    def __init__(self, *vocabularies: type[Term]) -> None:
        self.vocabularies = vocabularies
        self.types = frozenset(vocabularies)

    def issues(self, value: object) -> Sequence[Issue]:
        """Reject everything but members; parse text first."""
        if type(value) in self.vocabularies:
            return _VALID
        names = " | ".join(vocabulary.__name__ for vocabulary in self.vocabularies)
        return (Issue("type.value", params={"expected": names}),)


@final
class CollectionType(FieldType):
    """Any number of items: in order (`tuple`), or unordered and unique (`frozenset`)."""

    __slots__ = ("container", "holds_text", "item")

    def __init__(
        self, item: FieldType, container: type[tuple[Any, ...]] | type[frozenset[Any]]
    ) -> None:
        self.item: FieldType = item
        self.container: type[tuple[Any, ...] | frozenset[Any]] = container
        self.holds_text: bool = item.holds_text

    def normalize(self, value: object) -> object:
        """Return the items with their texts normalized."""
        if type(value) is not self.container:
            return value
        items: Iterable[object] = value
        normalized = self.made(self.item.normalize(item) for item in items)
        return value if normalized == value else normalized

    def made(self, items: Iterable[object]) -> object:
        """Return the items in the container."""
        return tuple(items) if self.container is tuple else frozenset(items)

    def issues(self, value: object) -> Sequence[Issue]:
        """Reject other containers, and each invalid item."""
        if type(value) is not self.container:
            return (Issue("type.value", params={"expected": _EXPECTED[self.container.__name__]}),)
        items: Iterable[object] = value
        return [
            issue.under(*([number] if self.container is tuple else []))
            for number, item in enumerate(items)
            if type(item) not in self.item.types
            for issue in self.item.issues(item)
        ]


@final
class OptionalType(FieldType):
    """A field type that also allows None, which means that the value is unknown."""

    __slots__ = ("holds_text", "inner", "types")

    def __init__(self, inner: FieldType) -> None:
        self.inner = inner
        self.holds_text = inner.holds_text
        self.types = inner.types | {NoneType}

    def normalize(self, value: object) -> object:
        """Return what the inner field type returns."""
        return self.inner.normalize(value)

    def issues(self, value: object) -> Sequence[Issue]:
        """Accept None; check other values with the inner field type."""
        return _VALID if value is None else self.inner.issues(value)


def unwrap_optional(field_type: FieldType) -> FieldType:
    """Return a field type without None."""
    return field_type.inner if isinstance(field_type, OptionalType) else field_type


def unwrap(field_type: FieldType) -> FieldType:
    """Return the field type of a single item, without None."""
    while isinstance(field_type, OptionalType | CollectionType):
        field_type = field_type.inner if isinstance(field_type, OptionalType) else field_type.item
    return field_type


def field_type_of(  # noqa: PLR0911 - one return for each kind of field type
    annotation: Any,  # noqa: ANN401 - any annotation
    *,
    max_length: int,
    minimum: int,
    maximum: int,
    form: TextFormat | None = None,
) -> FieldType:
    """Return the field type of an annotation.

    >>> from datetime import date
    >>> field_type_of(tuple[date, ...], max_length=1, minimum=0, maximum=1).item.python_type
    <class 'datetime.date'>
    """

    def inner(annotation: Any) -> FieldType:  # noqa: ANN401 - as above
        return field_type_of(
            annotation, max_length=max_length, minimum=minimum, maximum=maximum, form=form
        )

    origin, args = get_origin(annotation), get_args(annotation)
    if origin in {Union, UnionType}:
        if NoneType in args:
            rest = [arg for arg in args if arg is not NoneType]
            return OptionalType(inner(Union[tuple(rest)]))  # noqa: UP007 - made at run time
        is_term = issubclass(args[0], Term)
        return TermType(*args) if is_term else InstanceUnionType(*args)
    if origin in {tuple, frozenset}:
        return CollectionType(inner(args[0]), origin)
    if annotation is str:
        return TextType(max_length, form)
    if annotation is int:
        return IntegerType(minimum, maximum)
    if annotation is time:
        return TimeType()
    return TermType(annotation) if issubclass(annotation, Term) else InstanceType(annotation)
