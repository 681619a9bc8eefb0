"""The house's attrs: what a record is, decided in one place.

A record is frozen, compared by value, made with keyword arguments, masked in its `repr`, and
sound: its constructor asks the shape of each field and then each invariant, and raises every
fault at once. An invariant is a function of named fields, so a reader can ask it about a record
that is only partly sound.
"""

from collections.abc import Callable, Iterator, Mapping
from operator import attrgetter
from typing import Any, Final, NamedTuple, TypeVar, dataclass_transform, final, overload

import attrs

from ._rules import Invariant
from ._shape import Shape, TextForm, innermost, shape_of
from ._value import TextValue, canonical
from .errors import Issue, ValidationError
from .terms import Sensitivity, Term

NONE: Final = Sensitivity.NONE
UMUM: Final = Sensitivity.UMUM
SPESIFIK: Final = Sensitivity.SPESIFIK

T = TypeVar("T")
_NOTES: Final = "psm"
_MOST: Final = 10**12  # far above any count of people, far below what JSON readers round


class Notes(NamedTuple):
    """What a field declares beside its type."""

    sensitivity: Sensitivity
    longest: int
    least: int
    most: int
    form: TextForm | None


class Field(NamedTuple):
    """A field of a record as the doors see it."""

    name: str
    shape: Shape
    sensitivity: Sensitivity
    default: object

    @property
    def required(self) -> bool:
        """Whether the record cannot do without it."""
        return self.default is attrs.NOTHING


@overload
def field(
    sensitivity: Sensitivity,
    *,
    longest: int = ...,
    least: int = ...,
    most: int = ...,
    kw_only: bool = ...,
) -> Any: ...  # noqa: ANN401 - the annotation of the field is its type
@overload
def field(
    sensitivity: Sensitivity,
    *,
    default: T,
    longest: int = ...,
    least: int = ...,
    most: int = ...,
    form: TextForm | None = ...,
    kw_only: bool = ...,
) -> T: ...
def field(  # noqa: PLR0913 - all by name
    sensitivity: Sensitivity,
    *,
    default: object = attrs.NOTHING,
    longest: int = 200,
    least: int = 0,
    most: int = _MOST,
    form: TextForm | None = None,
    kw_only: bool = True,
) -> Any:
    """Declare a field: its class under the personal data law, and the bounds of its value."""
    return attrs.field(
        default=default,
        kw_only=kw_only,
        metadata={_NOTES: Notes(sensitivity, longest, least, most, form)},
    )


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(field,))
def model(cls: type[T]) -> type[T]:
    """Make a class a record of the house.

    What attrs would compile for each class anew, one function does for all of them where that is
    as quick: the time to import the package is mostly the time to compile.
    """
    house: dict[str, Any] = {
        "__attrs_post_init__": _gate,
        "__eq__": _equal,
        "__hash__": _hashed,
        "__reduce__": _reduced,
        "__replace__": evolve,
        "__repr__": _masked,
        "__init_subclass__": classmethod(_refuse_subclass),
    }
    for name, method in house.items():
        setattr(cls, name, method)
    return attrs.frozen(cls, eq=False, repr=False, getstate_setstate=False)


def evolve(record: T, /, **changes: object) -> T:
    """Return a record like another one but for some fields; it comes in by the same gate.

    Raises:
        ValidationError: the changed record would not be sound.
        TypeError: the class has no such field, or it is no record.

    >>> from psm_core import Address, evolve
    >>> evolve(Address(rt="001"), rt="002").rt
    '002'

    """
    if not is_model(type(record)):
        raise TypeError(f"{type(record).__name__} is not a record of psm_core")
    return type(record)(**_values(record) | changes)


def _values(record: object) -> dict[str, object]:
    """Return field → value, as the constructor takes them."""
    return {field.name: getattr(record, field.name) for field in plan(type(record)).fields}


def _refuse_subclass(cls: type[Any], /, **_: object) -> None:
    raise TypeError(f"{cls.__mro__[1].__name__} is a record and cannot be subclassed; hold one")


_NEVER: Final = object()


@final
class Plan:
    """What the gate and the doors need to know of a record class."""

    __slots__ = ("_asked", "_rules", "fields", "invariants", "values_of")

    def __init__(self, cls: type) -> None:
        self.fields = tuple(_fields(cls))
        self.invariants = tuple(
            found for found in vars(cls).values() if isinstance(found, Invariant)
        )
        self.values_of = attrgetter(*(field.name for field in self.fields))
        self._asked = tuple(
            (f.name, _NEVER if f.required else f.default, f.shape.types, f.shape)
            for f in self.fields
        )
        self._rules = tuple((attrgetter(*r.reads), len(r.reads), r.holds) for r in self.invariants)

    def settle(self, record: object) -> bool:
        """Put the texts of a record into their tidy form, and tell whether the record is sound.

        It is sound when `faults` finds none; this is quicker. A default is sound, and most types
        say all there is to say of a value.
        """
        sound = True
        for name, default, types, shape in self._asked:
            value = getattr(record, name)
            if value is default or type(value) in types:
                continue
            if shape.holds_text and (tidied := shape.tidied(value)) is not value:
                object.__setattr__(record, name, tidied)
                value = tidied
            if shape.faults(value):
                sound = False
        return sound and self._keeps_rules(record)

    def _keeps_rules(self, record: object) -> bool:
        for values_of, count, holds in self._rules:
            values = values_of(record)
            found = holds(*values) if count > 1 else holds(values)
            if found is not True and (found is False or any(True for _ in found)):
                return False
        return True

    def faults(self, record: object) -> list[Issue]:
        """Return every fault of a record that is being made."""
        issues: list[Issue] = []
        values: dict[str, object] = {}
        for field in self.fields:
            value = getattr(record, field.name)
            if faults := [issue.under(field.name) for issue in field.shape.faults(value)]:
                issues += faults
            else:
                values[field.name] = value
        return [*issues, *self.broken(values)]

    def broken(self, values: Mapping[str, object]) -> Iterator[Issue]:
        """Yield the faults of the invariants whose fields are all among the sound `values`."""
        for rule in self.invariants:
            if all(name in values for name in rule.reads):
                yield from rule.faults(values)


_PLANS: dict[type, Plan] = {}


def plan(cls: type) -> Plan:
    """Return the plan of a record class, made on first use so that importing stays quick."""
    found = _PLANS.get(cls)
    if found is None:
        found = _PLANS[cls] = Plan(cls)
    return found


def order_key(value: object) -> str:
    """Return what items without order are sorted by, so that equal records are written equally."""
    if isinstance(value, Term):
        return str(value.value)
    if isinstance(value, TextValue):
        return canonical(value)
    if is_model(type(value)):
        return "\0".join(order_key(getattr(value, f.name)) for f in plan(type(value)).fields)
    return "" if value is None else str(value)


def is_model(kind: object) -> bool:
    """Tell whether a class is a record of the house."""
    return isinstance(kind, type) and getattr(kind, "__attrs_post_init__", None) is _gate


def _fields(cls: type) -> Iterator[Field]:
    for attribute in attrs.fields(cls):
        notes: Notes = attribute.metadata[_NOTES]
        shape = shape_of(
            attribute.type,
            longest=notes.longest,
            least=notes.least,
            most=notes.most,
            form=notes.form,
        )
        yield Field(attribute.name, shape, notes.sensitivity, attribute.default)


def _gate(self: object) -> None:
    """Raise every fault of a record that is being made."""
    known = plan(type(self))
    if not known.settle(self):
        raise ValidationError(known.faults(self))


def _equal(self: object, other: object) -> Any:  # noqa: ANN401 - a bool or NotImplemented
    """Compare by value, and only with a record of the same class."""
    if type(other) is not type(self):
        return NotImplemented
    values_of = plan(type(self)).values_of
    return values_of(self) == values_of(other)


def _hashed(self: object) -> int:
    """Return a hash of the values, so that records can stand in sets."""
    return hash((type(self), plan(type(self)).values_of(self)))


def _reduced(self: object) -> tuple[Callable[..., object], tuple[type, dict[str, object]]]:
    """Copy and pickle the record by its fields, which are checked again."""
    return _made_again, (type(self), _values(self))


def _made_again(cls: type, values: dict[str, object]) -> object:
    return cls(**values)


def _masked(self: object) -> str:
    """Show the record without personal data and free text, which stand as ``***``."""
    shown = (
        f"{field.name}={_shown(field, value)}"
        for field in plan(type(self)).fields
        if (value := getattr(self, field.name)) != field.default
    )
    return f"{type(self).__name__}({', '.join(shown)})"


def _shown(field: Field, value: object) -> str:
    """Show a value of no personal kind, and a record in its own way. Free text can say anything."""
    is_plain = field.sensitivity is NONE and not field.shape.holds_text
    return repr(value) if is_plain or _holds_records(field.shape) else "***"


def _holds_records(shape: Shape) -> bool:
    return is_model(innermost(shape).kind)
