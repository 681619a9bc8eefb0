"""The fields of a record class in public: for forms, database columns and other adapters."""

from collections.abc import Mapping
from datetime import time
from functools import cache
from typing import NamedTuple

from .._messages import MESSAGES
from .._messages.field_labels import label_of
from .field_types import (
    CollectionType,
    FieldType,
    InstanceUnionType,
    IntegerType,
    OptionalType,
    TermType,
    TextType,
    TimeType,
    unwrap,
    unwrap_optional,
)
from .fields import Field
from .record import is_record_class, record_info
from .resources import packaged_rows
from .sensitivity import Sensitivity
from .vocabulary import Term


class FieldRule(NamedTuple):
    """A rule of a field: the code of the issue that breaks it, and its sentences.

    >>> from psm_core import Person, fields_of
    >>> fields = {one.name: one for one in fields_of(Person)}
    >>> rule = fields["nik_absence"].rules[0]
    >>> rule.code
    'person.nik_absence_missing'
    >>> rule.description_en
    'No NIK given. Enter the NIK, or state why there is none.'
    """

    code: str
    """The code of the issue, such as ``person.nik_absence_missing``."""
    description: str
    """What is wrong if the rule is broken, and what to do, in Indonesian.

    An ellipsis stands for a value.
    """
    description_en: str
    """The same in English."""


class FieldInfo(NamedTuple):
    """A field of a record class: which values it may have.

    >>> from psm_core import Person, fields_of
    >>> fields = {one.name: one for one in fields_of(Person)}
    >>> [one.__name__ for one in fields["birth_date"].types], fields["birth_date"].sensitivity.value
    (['date', 'PartialDate'], 'umum')
    >>> fields["birth_date"].label, fields["birth_date"].gloss
    ('Tanggal Lahir', 'Birth date')
    >>> fields["kk"].description, fields["kk"].description_en
    ('Nomor kartu keluarga orang ini.', "The number of the person's family card.")
    >>> fields["sex"].vocabularies[0].parse("P").label
    'Perempuan'
    """

    name: str
    """Its name in Python and in documents."""
    label: str
    """Its Indonesian name, for display."""
    gloss: str
    """Its English name, for display."""
    description: str
    """What it means, in Indonesian: the text of the documentation."""
    description_en: str
    """What it means, in English."""
    types: tuple[type, ...]
    """The types of one value: `str`, `int`, a value, a vocabulary, or a record class."""
    required: bool
    """Whether the record cannot do without it."""
    optional: bool
    """Whether it may be None, which means that the value is unknown."""
    collection: type[tuple[object, ...]] | type[frozenset[object]] | None
    """`tuple` or `frozenset` if the field has any number of values, None if it has one."""
    max_length: int | None
    """The largest number of characters of a text."""
    minimum: int | None
    """The smallest number."""
    maximum: int | None
    """The largest number."""
    sensitivity: Sensitivity
    """Its class under UU 27/2022."""
    codes: tuple[str, ...]
    """The codes of issues of its format, and of the invariants that report at this field."""

    @property
    def rules(self) -> tuple[FieldRule, ...]:
        """The rules of the field: its format and its invariants, one for each of `codes`."""
        return tuple(
            FieldRule(code, MESSAGES[code].rule("id").text, MESSAGES[code].rule("en").text)
            for code in self.codes
        )

    @property
    def vocabularies(self) -> tuple[type[Term], ...]:
        """The vocabularies of its terms; empty for other fields."""
        return tuple(one for one in self.types if issubclass(one, Term))

    @property
    def record_class(self) -> type | None:
        """The record class of its values, whose fields `fields_of` returns; None for others."""
        return self.types[0] if is_record_class(self.types[0]) else None


def fields_of(record_class: type, /) -> tuple[FieldInfo, ...]:
    """Return the fields of a record class, in the order of their declaration.

    Raises:
        TypeError: the class is not a record of psm_core.

    >>> from psm_core import Address, fields_of
    >>> for field in fields_of(Address)[:2]:
    ...     print(field.name, field.types[0].__name__, field.optional, field.max_length)
    street str True 200
    hamlet str True 100

    """
    if not is_record_class(record_class):
        name = getattr(record_class, "__name__", type(record_class).__name__)
        raise TypeError(f"{name} is not a record class of psm_core")
    rules = record_info(record_class).invariants
    return tuple(
        _described(record_class, field, [rule.code for rule in rules if rule.at == field.name])
        for field in record_info(record_class).fields
    )


def _described(record_class: type, field: Field, codes: list[str]) -> FieldInfo:
    value, one = unwrap_optional(field.type), unwrap(field.type)
    text = one if isinstance(one, TextType) else None
    number = one if isinstance(one, IntegerType) else None
    form = [text.form.code] if text and text.form else []
    english, indonesian = _texts().get((record_class.__name__, field.name), ("", ""))
    container = value.container if isinstance(value, CollectionType) else None
    return FieldInfo(
        name=field.name,
        label=label_of(record_class, field.name, "id"),
        gloss=label_of(record_class, field.name, "en"),
        description=indonesian or english,
        description_en=english,
        types=_types(one),
        required=field.required,
        optional=isinstance(field.type, OptionalType),
        collection=container,
        max_length=text.max_length if text else None,
        minimum=number.minimum if number else None,
        maximum=number.maximum if number else None,
        sensitivity=field.sensitivity,
        codes=tuple(sorted({*codes, *form})),
    )


@cache
def _texts() -> Mapping[tuple[str, str], tuple[str, str]]:
    """Return class and field → the description in English and in Indonesian."""
    return {
        (record_class, field): (english, indonesian)
        for record_class, field, english, indonesian in packaged_rows("field_texts.tsv")
    }


def _types(field_type: FieldType) -> tuple[type, ...]:
    """Return the types of a single value, the usual one first."""
    match field_type:
        case TextType():
            return (str,)
        case IntegerType():
            return (int,)
        case TimeType():
            return (time,)
        case TermType(vocabularies=vocabularies):
            return vocabularies
        case InstanceUnionType(types=types, python_type=first):
            return (first, *sorted(types - {first}, key=lambda one: one.__name__))
        case _:
            return (field_type.python_type,)
