"""Hooks of msgspec for records and values, so that both can be fields of a `msgspec.Struct`.

msgspec takes a record class for a class of attrs, which it would fill without any check. A record
refuses that. Write ``Record[Worker]`` in place of ``Worker``: msgspec then asks `dec_hook`, and a
type checker still sees a worker.

>>> import msgspec
>>> from psm_core import NIK, Person
>>> from psm_core.contrib.msgspec import Record, dec_hook, enc_hook
>>> class Visit(msgspec.Struct):
...     number: int
...     person: Record[Person]
>>> visit = Visit(7, Person(nik=NIK("9901014108900001"), name="Contoh"))
>>> text = msgspec.json.encode(visit, enc_hook=enc_hook)
>>> text
b'{"number":7,"person":{"name":"Contoh","nik":"9901014108900001"}}'
>>> msgspec.json.decode(text, type=Visit, dec_hook=dec_hook) == visit
True

"""

from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias, TypeVar

from .._core.record import is_record_class
from ..values.plain import to_plain
from ..wire.collecting_reader import value_reader
from ..wire.json_schema import definitions_of, value_schema
from ..wire.reading import from_builtins
from ..wire.value_formats import is_value_class
from ..wire.writing import to_builtins

__all__ = ["Record", "dec_hook", "enc_hook", "schema_hook"]

T = TypeVar("T")


class RecordStandIn(type):
    """Metaclass of the classes that stand for a record class. Its records are their instances."""

    record_class: type[object]

    def __instancecheck__(cls, instance: object) -> bool:
        return isinstance(instance, cls.record_class)


@cache
def _stand_in(record_class: type) -> type:
    if not is_record_class(record_class):
        raise TypeError(f"{record_class!r} is not a record class of psm_core")
    name = record_class.__name__
    return RecordStandIn(name, (), {"record_class": record_class, "__module__": __name__})


if TYPE_CHECKING:
    Record: TypeAlias = Annotated[T, "a record"]
else:

    class Record:
        """``Record[Worker]`` is a worker, read and written by psm_core.

        Raises:
            TypeError: the argument is not a record class.

        >>> import msgspec
        >>> from psm_core import Address
        >>> from psm_core.contrib.msgspec import Record, dec_hook
        >>> msgspec.convert({"rt": "3"}, Record[Address], dec_hook=dec_hook)
        Address(rt=***)

        """

        def __class_getitem__(cls, record_class: type) -> type:
            return _stand_in(record_class)


def dec_hook(value_class: type, data: object, /) -> Any:  # noqa: ANN401 - the signature of msgspec
    """Return a record or a value, read from builtins.

    Inside a larger structure, msgspec raises its own ValidationError, with the path. The first
    error of ours is its ``__cause__``.

    Raises:
        ValidationError: every issue of a record.
        ParseError: a value is invalid.
        NotImplementedError: the type is not one of psm_core.

    >>> import msgspec
    >>> from psm_core import RegionCode
    >>> from psm_core.contrib.msgspec import dec_hook
    >>> msgspec.json.decode('["63.10"]', type=list[RegionCode], dec_hook=dec_hook)
    [RegionCode('63.10')]

    """
    if isinstance(value_class, RecordStandIn):
        return from_builtins(data, value_class.record_class)
    if is_value_class(value_class):
        return _value_reader(value_class)(data)
    raise NotImplementedError(f"{value_class!r} is not a type of psm_core")


_value_reader = cache(value_reader)


def enc_hook(value: object, /) -> Any:  # noqa: ANN401 - the signature of msgspec
    """Return a record or a value as builtins. The numbers of people are not masked.

    Raises:
        NotImplementedError: the type is not one of psm_core.

    >>> import msgspec
    >>> from psm_core import NIK
    >>> from psm_core.contrib.msgspec import enc_hook
    >>> msgspec.json.encode([NIK("9901014108900001")], enc_hook=enc_hook)
    b'["9901014108900001"]'

    """
    value_class = type(value)
    if is_record_class(value_class):
        return to_builtins(value)
    if is_value_class(value_class):
        return to_plain(value)
    raise NotImplementedError(f"{value_class!r} is not a type of psm_core")


def schema_hook(value_class: type, /) -> dict[str, Any]:
    """Return the JSON Schema of a record or a value. That of a record contains its ``$defs``.

    Raises:
        NotImplementedError: the type is not one of psm_core.

    >>> import msgspec
    >>> from psm_core import RegionCode
    >>> from psm_core.contrib.msgspec import schema_hook
    >>> msgspec.json.schema(RegionCode, schema_hook=schema_hook)["type"]
    'string'

    """
    if isinstance(value_class, RecordStandIn):
        name = value_class.record_class.__name__
        definitions = definitions_of(value_class.record_class)
        return {
            "$id": f"urn:psm-core:record:{name}",  # the references lead to the definitions below
            "$ref": f"#/$defs/{name}",
            "$defs": {name: one.schema for name, one in sorted(definitions.items())},
        }
    if is_value_class(value_class):
        return value_schema(value_class)
    raise NotImplementedError(f"{value_class!r} is not a type of psm_core")
