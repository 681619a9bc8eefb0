"""Hooks that teach cattrs the values and records of this package, for a user's own classes.

The package itself reads and writes its records without cattrs.
"""

from collections import Counter, OrderedDict, defaultdict
from collections.abc import Callable, Iterator, Mapping, MutableMapping, MutableSet
from collections.abc import Set as AbstractSet
from datetime import date, time
from functools import partial
from types import GenericAlias, NoneType, UnionType
from typing import Any, Final, Literal, Union, get_args, get_origin, get_type_hints

from cattrs import Converter
from cattrs.errors import (
    IterableValidationError,
    IterableValidationNote,
    StructureHandlerNotFoundError,
)

from .._core.record import is_record_class, sort_key
from ..errors import parse_error
from ..terms import Term
from ..values.plain import to_plain
from .collecting_reader import value_reader
from .reading import from_builtins
from .value_formats import UNIONS, is_value_class
from .writing import to_builtins

Hook = Callable[[Any, Any], Any]

_DATES: Final = frozenset({date, time})
_SETS: Final[dict[Any, Any]] = {
    set: set,
    MutableSet: set,
    frozenset: frozenset,
    AbstractSet: frozenset,
}
"""The origin of an annotation → what creates the set."""
_MAPPINGS: Final[dict[Any, Any]] = {
    dict: dict,
    Mapping: dict,
    MutableMapping: dict,
    OrderedDict: OrderedDict,
    Counter: Counter,
    defaultdict: defaultdict,
}
"""The origin of an annotation → what creates the mapping."""


def make_converter() -> Converter:
    """Return a new cattrs converter for classes that contain values or records of this package.

    It also converts `date` and `time`. It is an ordinary converter, to which further hooks can be
    added. See `configure_converter` for the hooks.

    >>> from attrs import frozen
    >>> from psm_core import NIK, Address, RegionCode, wire
    >>> @frozen
    ... class Visit:
    ...     nik: NIK
    ...     place: Address
    >>> converter = wire.make_converter()
    >>> visit = Visit(NIK("9901014108900001"), Address(region=RegionCode("63.10.09.2005")))
    >>> data = converter.unstructure(visit)
    >>> data["place"]
    {'region': '63.10.09.2005'}
    >>> converter.structure(data, Visit) == visit
    True

    """
    converter = Converter()
    configure_converter(converter, dates=True)
    return converter


def configure_converter(converter: Converter, *, dates: bool = False) -> None:
    """Add hooks for all values, vocabularies and records of this package to a cattrs converter.

    Values and records are read and written as in documents: records by `from_builtins` and
    `to_builtins`, whatever the options of the converter. The hooks also apply inside other types,
    such as ``Worker | None``, ``list[NIK]`` or ``dict[RegionCode, Worker]``. A set of values or
    records is written as a sorted list.

    `date` and `time` stay as the converter has them, because other data may need another form.
    With ``dates=True`` they are converted as in documents: ``2025-10-09`` and ``08:30``.

    An invalid value raises `ParseError` and an invalid record `ValidationError`, directly or inside
    an exception group of cattrs. `issues_of` returns all issues in it. The errors that the hooks
    raise do not contain the data.

    >>> from cattrs import Converter
    >>> from psm_core import NIK, wire
    >>> converter = Converter()
    >>> wire.configure_converter(converter)
    >>> converter.structure(["9901014108900001"], list[NIK])
    [<NIK 990101******0001>]

    """
    converter.register_structure_hook_factory(_is_value, _value_hook)
    converter.register_unstructure_hook_func(_is_value, to_plain)
    converter.register_structure_hook_factory(_is_term_literal, _term_literal_hook)
    converter.register_unstructure_hook_func(_is_term_literal, to_plain)
    converter.register_structure_hook_func(is_record_class, from_builtins)
    converter.register_unstructure_hook_func(is_record_class, to_builtins)
    converter.register_structure_hook_factory(_is_masked_set, _set_hook)
    converter.register_unstructure_hook_factory(_is_sorted_set, _set_writer)
    converter.register_structure_hook_factory(_is_masked_mapping, _mapping_hook)
    converter.register_structure_hook_factory(_is_masked_row, _row_hook)
    for annotation in _DATES if dates else ():
        converter.register_structure_hook(annotation, _exact_hook(annotation))
        converter.register_unstructure_hook(annotation, _write_date)


def _alternatives(annotation: Any) -> tuple[Any, ...]:  # noqa: ANN401 - any annotation
    """Return the types that a union joins, without None. cattrs itself reads ``NIK | None``."""
    if get_origin(annotation) not in {Union, UnionType}:
        return (annotation,)
    alternatives = tuple(one for one in get_args(annotation) if one is not NoneType)
    return alternatives if len(alternatives) > 1 else ()


def _is_value(annotation: Any) -> bool:  # noqa: ANN401 - any annotation
    """Return whether a type is a value, a vocabulary or a union of them that documents have."""
    alternatives = _alternatives(annotation)
    if not all(isinstance(one, type) for one in alternatives):
        return False
    if len(alternatives) == 1 and is_value_class(alternatives[0]):
        return True
    return frozenset(alternatives) in UNIONS or (
        bool(alternatives) and all(issubclass(one, Term) for one in alternatives)
    )


def _value_hook(annotation: Any) -> Hook:  # noqa: ANN401 - any annotation
    read = value_reader(annotation)
    return lambda data, _: read(data)


def _exact_hook(annotation: type) -> Hook:
    """Return the hook for a class but not for its subclasses: a datetime is no date."""
    read = _value_hook(annotation)

    def read_exact(data: object, requested: Any) -> object:  # noqa: ANN401 - any annotation
        if requested is not annotation:
            raise StructureHandlerNotFoundError(f"no hook for {requested}", requested)
        return read(data, annotation)

    return read_exact


def _write_date(value: object) -> object:
    return to_plain(value) if type(value) in _DATES else value


def _is_term_literal(annotation: Any) -> bool:  # noqa: ANN401 - any annotation
    return get_origin(annotation) is Literal and all(
        isinstance(one, Term) for one in get_args(annotation)
    )


def _term_literal_hook(annotation: Any) -> Hook:  # noqa: ANN401 - any annotation
    known: dict[str, Term] = {term.value: term for term in get_args(annotation)}

    def read(data: object, _: object) -> Term:
        if type(data) is not str or data not in known:
            raise parse_error("term.unknown", known=", ".join(known))
        return known[data]

    return read


# When an item is invalid, cattrs writes the raw item of a set, the key of a mapping, or all items
# of a tuple of the wrong length into the message. The hooks below name positions instead.


def holds_values(
    annotation: Any,  # noqa: ANN401 - any annotation
    hints_of: Callable[[type], Mapping[str, Any]] = get_type_hints,
) -> bool:
    """Return whether a type is a value or a record of this package, or contains one.

    `hints_of` returns the types of the fields of a class.
    """
    left, seen = [annotation], list[Any]()
    while left:
        one = left.pop()
        if _is_value(one) or is_record_class(one):
            return True
        if one not in seen:
            seen.append(one)
            try:
                left += _parts(one, hints_of)
            except Exception:  # noqa: BLE001 - an annotation, perhaps of a local class, is unknown
                return True
    return False


def _parts(
    annotation: Any,  # noqa: ANN401 - any annotation
    hints_of: Callable[[type], Mapping[str, Any]],
) -> Iterator[Any]:
    """Yield the arguments of a type, the types of its fields, and the type that it is a name of."""
    yield from get_args(annotation)
    for name in ("__supertype__", "__value__"):
        if hasattr(annotation, name):
            yield getattr(annotation, name)
    cls = get_origin(annotation) or annotation
    if isinstance(cls, type):
        yield from hints_of(cls).values()


def _is_masked_set(annotation: Any) -> bool:  # noqa: ANN401 - any annotation
    return get_origin(annotation) in _SETS and holds_values(annotation)


def _is_masked_mapping(annotation: Any) -> bool:  # noqa: ANN401 - any annotation
    return get_origin(annotation) in _MAPPINGS and holds_values(annotation)


def _is_masked_row(annotation: Any) -> bool:  # noqa: ANN401 - any annotation
    """Return whether a type is a tuple with a type for each position."""
    return (
        get_origin(annotation) is tuple
        and Ellipsis not in get_args(annotation)
        and holds_values(annotation)
    )


def _set_hook(annotation: Any, converter: Converter) -> Hook:  # noqa: ANN401 - any annotation
    create = _SETS[get_origin(annotation)]
    items = GenericAlias(list, get_args(annotation)[0])
    read = converter.get_structure_hook(items)
    return lambda data, _: create(read(data, items))


def _mapping_hook(annotation: Any, converter: Converter) -> Hook:  # noqa: ANN401 - any annotation
    arguments = get_args(annotation)
    key, value = arguments if len(arguments) > 1 else (*arguments, int)  # a Counter counts
    create = _mapping_creator(get_origin(annotation), value)
    items = GenericAlias(list, GenericAlias(tuple, (key, value)))
    read = converter.get_structure_hook(items)
    return lambda data, _: create(dict(read(data.items(), items)))


def _mapping_creator(origin: Any, value: Any) -> Callable[..., Any]:  # noqa: ANN401 - any annotation
    if origin is defaultdict:
        return partial(defaultdict[Any, Any], get_origin(value) or value)
    create: Callable[..., Any] = _MAPPINGS[origin]
    return create


def _row_hook(annotation: Any, converter: Converter) -> Hook:  # noqa: ANN401 - any annotation
    item_types = get_args(annotation)
    reads = [converter.get_structure_hook(one) for one in item_types]

    def read_all(data: Any, _: object) -> tuple[Any, ...]:  # noqa: ANN401 - any data
        if len(data) != len(item_types):
            raise ValueError(f"{len(item_types)} items are required, not {len(data)}")
        values: list[object] = []
        errors: list[Exception] = []
        for number, (read, one, item) in enumerate(zip(reads, item_types, data, strict=True)):
            try:
                values.append(read(item, one))
            except Exception as error:
                if not converter.detailed_validation:
                    raise
                note = f"Structuring {annotation} @ index {number}"
                error.add_note(IterableValidationNote(note, number, one))
                errors.append(error)
        if errors:
            message = f"While structuring {annotation}"
            raise IterableValidationError(message, errors, annotation)  # pyright: ignore[reportCallIssue] - it has `__new__`
        return tuple(values)

    return read_all


def _is_sorted_set(annotation: Any) -> bool:  # noqa: ANN401 - any annotation
    items = get_args(annotation)
    return get_origin(annotation) in _SETS and any(
        _is_value(one) or is_record_class(one) for one in items
    )


def _set_writer(annotation: Any, converter: Converter) -> Callable[[Any], Any]:  # noqa: ANN401 - any annotation
    write = converter.get_unstructure_hook(get_args(annotation)[0])
    return lambda items: [write(item) for item in sorted(items, key=sort_key)]
