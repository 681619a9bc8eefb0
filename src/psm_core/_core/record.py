"""The configuration of all record classes: fields, constructor, comparison and `repr`.

A record is frozen, compared by value, created with keyword arguments, masked in its `repr`, and
always valid: its constructor checks each field and then each invariant, and raises every issue at
once. An invariant is a function of named fields, so readers can check it on incomplete data.
"""

import re
from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import (
    TYPE_CHECKING,
    Any,
    Final,
    NoReturn,
    TypeVar,
    cast,
    dataclass_transform,
    final,
)

import attrs

from .._frozen import MASK, FrozenType, Shown, created_again, never_created
from ..errors import Issue, ValidationError, short_traceback
from .field_types import unwrap
from .fields import NONE as NONE  # noqa: PLC0414 - imported from here, as the next ones
from .fields import PAST as PAST  # noqa: PLC0414
from .fields import PLANNED as PLANNED  # noqa: PLC0414
from .fields import SPESIFIK as SPESIFIK  # noqa: PLC0414
from .fields import UMUM as UMUM  # noqa: PLC0414
from .fields import Field as Field  # noqa: PLC0414
from .fields import Timing as Timing  # noqa: PLC0414
from .fields import field as field  # noqa: PLC0414
from .fields import fields_of_class
from .framework_hooks import pydantic_core_schema, pydantic_json_schema
from .generated_code import GeneratedCode
from .invariants import Invariant
from .lazy import LazyTable
from .text_value import TextValue, unmasked_text
from .vocabulary import Term

if TYPE_CHECKING:
    from inspect import Signature

T = TypeVar("T")


class _AttrsFields:
    """Gives `attrs.fields` the fields of a record class, which are not in the class itself.

    Writers such as msgspec look there, and would write each field as it is. Now they refuse a
    record, or ask the function that the application has given them for unknown types.
    """

    def __get__(self, cls: Any, metaclass: type) -> Any:  # noqa: ANN401 - a class of attrs
        return cls.__record_fields__


class RecordType(FrozenType):
    """Metaclass of record classes. Values are checked before the record exists."""

    __attrs_attrs__ = _AttrsFields()

    @classmethod
    def _require_open(cls, base: type) -> None:
        if isinstance(base, RecordType):
            raise TypeError(
                f"{base.__name__} is a record and cannot be subclassed; use a field of this type"
            )

    __get_pydantic_core_schema__ = pydantic_core_schema
    __get_pydantic_json_schema__ = pydantic_json_schema

    def __subclasses__(cls) -> list[type]:  # noqa: N805
        """Return no class: the one in which generated functions fill a record is not for others."""
        return []

    if not TYPE_CHECKING:  # checkers read the fields instead

        def __call__(cls, /, *args: object, **kwargs: object) -> object:  # noqa: N805
            """Create a record, or raise an error with every issue."""
            create = _CONSTRUCTORS[cls]
            error: Exception
            try:
                record = create(*args, **kwargs)
                if record is not None:
                    return record
            except TypeError as rejection:
                trace = rejection.__traceback__
                if trace is None or trace.tb_next is not None:
                    raise  # not about the names of the arguments
                error = record_info(cls).argument_error(args, kwargs)
            else:
                error = record_info(cls).validation_error(args, kwargs)
            try:
                raise error
            finally:  # the traceback keeps this frame, so the frame must not keep the arguments
                del args, kwargs, error


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(field,))
def record_class(cls: type[T]) -> type[T]:
    """Return a class as a record class: frozen, validated, compared by value and masked."""
    namespace = {name: one for name, one in vars(cls).items() if name not in _NOT_COPIED}
    namespace |= {
        "__attrs_pre_init__": _refuse_filling,
        "__eq__": _equal,
        "__hash__": _hashed,
        "__reduce__": _reduced,
        "__replace__": evolve,
        "__repr__": _masked,
        "_repr_html_": _html,
        "__signature__": _LazySignature(),
        "_printed_fields": masked_fields,
    }
    record_type: Any = RecordType(cls.__name__, cls.__bases__, namespace)
    result: Any = attrs.frozen(
        record_type, init=False, eq=False, repr=False, getstate_setstate=False
    )
    result.__record_fields__ = result.__attrs_attrs__
    del result.__attrs_attrs__  # the metaclass has it
    return cast("type[T]", result)


def _refuse_filling(self: object) -> NoReturn:
    """Refuse a record that another library fills without the constructor, such as msgspec.

    It would drop unknown keys and check nothing. attrs calls this only in an `__init__` that it
    generates, and record classes have none.
    """
    name = type(self).__name__
    raise TypeError(
        f"{name} is read by psm_core.wire.from_json or from_builtins, not filled by other libraries"
    )


class _LazySignature:
    """The signature of a record class, created when it is first read."""

    def __get__(self, instance: object, owner: type) -> "Signature":
        from inspect import Parameter, Signature  # noqa: PLC0415 - importing us stays quick

        return Signature(
            [
                Parameter(
                    one.name,
                    Parameter.KEYWORD_ONLY if one.kw_only else Parameter.POSITIONAL_OR_KEYWORD,
                    default=Parameter.empty if one.default is attrs.NOTHING else one.default,
                    annotation=one.type,
                )
                for one in attrs.fields(owner)
            ]
        )


_NOT_COPIED: Final = frozenset({"__dict__", "__weakref__"})
_new = object.__new__


def evolve(record: T, /, **changes: object) -> T:
    """Return a copy with some fields changed. The copy is validated.

    Raises:
        ValidationError: the changed values are invalid.
        TypeError: the class has no such field, or it is not a record class.

    >>> from psm_core import Address, evolve
    >>> evolve(Address(rt="001"), rt="002").rt
    '002'

    """
    if not is_record_class(type(record)):
        raise not_a_record(type(record))
    return _evolved(record, changes)


@short_traceback
def _evolved(record: T, changes: dict[str, object]) -> T:
    values = _values(record) | changes
    changes.clear()
    try:
        return type(record)(**values)
    finally:
        values.clear()  # a TypeError keeps this frame


def _values(record: object) -> dict[str, object]:
    """Return field → value, the keyword arguments of the constructor."""
    return {field.name: getattr(record, field.name) for field in record_info(type(record)).fields}


_SHOWN_KEY: Final = r"(?!.*[0-9]{4})[A-Za-z_][A-Za-z0-9_]{0,30}"


@final
class RecordInfo:
    """What the constructor and readers need of a record class: its fields and invariants."""

    __slots__ = ("_name", "fields", "invariants", "names", "positional", "values_of")

    def __init__(self, cls: type) -> None:
        self._name = cls.__name__
        self.positional = tuple(one.name for one in attrs.fields(cls) if not one.kw_only)
        self.fields = tuple(fields_of_class(cls))
        self.names = tuple(field.name for field in self.fields)
        self.invariants = tuple(one for one in vars(cls).values() if isinstance(one, Invariant))
        self.values_of = attrgetter(*self.names)

    def validation_error(
        self, args: tuple[object, ...], kwargs: Mapping[str, object]
    ) -> ValidationError:
        """Return the error with every issue of invalid values."""
        values = {**kwargs, **dict(zip(self.positional, args, strict=False))}
        issues: list[Issue] = []
        valid: dict[str, object] = {}
        for one in self.fields:
            value = one.type.normalize(values.get(one.name, one.default))
            if found := [issue.under(one.name) for issue in one.type.issues(value)]:
                issues += found
            else:
                valid[one.name] = value
        return ValidationError([*issues, *self.violations(valid)])

    def argument_error(self, args: tuple[object, ...], kwargs: Mapping[str, object]) -> TypeError:
        """Return the error for unknown, repeated or missing arguments."""
        by_position = self.positional[: len(args)]
        if len(args) > len(by_position) or kwargs.keys() & set(by_position):
            most = len(self.positional)
            return TypeError(f"{self._name} takes {most} positional arguments, each field once")
        for key in kwargs:
            if key not in self.names:
                shown = f"field {key!r}" if re.fullmatch(_SHOWN_KEY, key) else "such field"
                return TypeError(f"{self._name} has no {shown}")
        passed = {*by_position, *kwargs}
        missing = ", ".join(
            one.name for one in self.fields if one.required and one.name not in passed
        )
        return TypeError(f"{self._name} needs {missing}")

    def violations(self, values: Mapping[str, object]) -> list[Issue]:
        """Return the issues of each invariant whose fields are all in `values`, which are valid."""
        found: list[Issue] = []
        for rule in self.invariants:
            if all(map(values.__contains__, rule.reads)):
                found += rule.issues(values)
        return found


_INFO: dict[type, RecordInfo] = {}


def record_info(cls: type) -> RecordInfo:
    """Return the fields and invariants of a record class, which are collected on first use."""
    info = _INFO.get(cls)
    if info is None:
        info = _INFO[cls] = RecordInfo(cls)
    return info


def _compiled_constructor(cls: type) -> Callable[..., Any]:
    from .constructor import compiled  # noqa: PLC0415 - importing records stays quick

    if "__record_fields__" not in vars(cls):  # a class in which a record is filled
        raise TypeError(f"{cls.__name__} is a record and cannot be subclassed")
    info = record_info(cls)
    return compiled(cls, info.fields, info.invariants, info.positional)


_CONSTRUCTORS: Final = LazyTable(_compiled_constructor)
"""Record class → a function that returns a record of values, or None if they are invalid."""


def sort_key(value: object) -> str:
    """Return a key for sorting unordered items, so that equal records are written equally."""
    if isinstance(value, Term):
        return str(value.value)
    if isinstance(value, TextValue):
        return unmasked_text(value)
    if is_record_class(type(value)):
        return "\0".join(sort_key(getattr(value, f.name)) for f in record_info(type(value)).fields)
    return "" if value is None else str(value)


def is_record_class(cls: object) -> bool:
    """Return whether a class is a record class."""
    return isinstance(cls, RecordType)


def not_a_record(cls: type) -> TypeError:
    """Return the error that objects of a class are no records, with the advice of the class."""
    advice: str = getattr(cls, "_advice", "")
    return TypeError(f"{cls.__name__} is not a record of psm_core{advice}")


# attrs can generate the two methods below, but that takes 6 % of the time to import the package.
def _equal(self: object, other: object) -> Any:  # noqa: ANN401 - a bool or NotImplemented
    """Compare by value with a record of the same class."""
    if type(other) is not type(self):
        return NotImplemented
    try:
        result: bool = _COMPARISONS[type(self)](self, other)
    except AttributeError:
        pass
    else:
        return result
    raise never_created(self)


def _comparison(cls: type) -> Callable[[object, object], bool]:
    """Return a function that compares records up to the first field that differs."""
    code = GeneratedCode(f"comparison of {cls.__name__}")
    conditions = [
        f"(one.{name} is other.{name} or one.{name} == other.{name})"
        for name in record_info(cls).names
    ]
    with code.block("def equal(one, other):"):
        code.line(f"return {' and '.join(conditions)}")
    return code.compiled("equal")


_COMPARISONS: Final = LazyTable(_comparison)
"""Record class → a function that returns whether two of its records are equal."""


def _hashed(self: object) -> int:
    """Return a hash of the class and the values."""
    return hash((type(self), _values_of(self)))


def _values_of(self: object) -> object:
    try:
        return record_info(type(self)).values_of(self)
    except AttributeError:
        pass
    raise never_created(self)


def _reduced(self: object) -> tuple[Callable[..., object], tuple[type, dict[str, object]]]:
    """Copy and pickle the record by its fields, which are validated again."""
    return _created_again, (type(self), _values(self))


@short_traceback
def _created_again(cls: type, values: dict[str, object]) -> object:
    return created_again(cls, values)


def _masked(self: object) -> str:
    """Show the record, with ``***`` for personal data and free text."""
    shown = ", ".join(f"{name}={value!r}" for name, value in masked_fields(self))
    return f"{type(self).__name__}({shown})"


def _html(self: object) -> str:
    """Return the record as a table for notebooks, masked like its `repr`."""
    from .record_view import html_view  # noqa: PLC0415 - few programs show tables

    return html_view(self, masked_fields, sort_key)


def masked_fields(self: object) -> Shown:
    """Return name → value of the fields that are no default, with `MASK` for personal data."""
    _values_of(self)
    return [
        (field.name, value if _is_shown(field) else MASK)
        for field in record_info(type(self)).fields
        if (value := getattr(self, field.name)) != field.default
    ]


def _is_shown(field: Field) -> bool:
    """Return whether a field has no personal data, or has records, which mask themselves.

    Free text may contain personal data.
    """
    is_plain = field.sensitivity is NONE and not field.type.holds_text
    return is_plain or is_record_class(unwrap(field.type).python_type)
