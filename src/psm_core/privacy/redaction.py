"""Redaction of records: one policy table states what each audience may see."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from enum import Enum
from typing import Any, Final, NamedTuple

from .._core.field_types import CollectionType, FieldType, unwrap_optional
from .._core.record import Field, is_record_class, not_a_record, record_info, sort_key
from .._core.text import require_date
from .._core.text_value import unmasked_text
from .._frozen import FrozenDict
from ..records.consents import Consent
from ..records.events.event import Event
from ..records.organisations import Organisation
from ..records.programmes import Programme
from ..terms import ConsentPurpose, RegionLevel, Sensitivity, Term
from ..values.dates import Quarter
from ..values.ids import ID_CLASSES, NUMBER_INSIDE, UUID
from ..values.partial_date import PartialDate
from ..values.personal_number import PersonalNumber
from ..values.phone import PhoneNumber
from ..values.plain import to_plain
from ..values.region_code import RegionCode
from .free_text import HIDDEN, hide_numbers
from .minors import Minors


class Audience(Enum):
    """Who receives a redacted record.

    >>> from psm_core import Person, privacy
    >>> from psm_core.terms import NIKAbsence
    >>> person = Person(name="Contoh", nik_absence=NIKAbsence.BELUM_MEMILIKI)
    >>> privacy.redact(person, audience=privacy.Audience.PUBLIC)
    {'redacted': 'public'}
    """

    PUBLIC = "public"
    """Everybody, for example on a web page, in a published report or on a notice board."""
    RESEARCH = "research"
    """Researchers and statisticians, who need no identities."""
    PARTNER = "partner"
    """An agency or institution that needs to know the person's identity."""


class Treatment(Enum):
    """How redaction treats a field.

    >>> from datetime import date
    >>> from psm_core import NIK, Person, privacy
    >>> person = Person(nik=NIK("9901014108900001"), name="Contoh")
    >>> given = privacy.redact(person, audience=privacy.Audience.PARTNER, as_of=date(2025, 10, 10))
    >>> privacy.Treatment.MASK, given["nik"]
    (<Treatment.MASK: 'mask'>, '****************')
    """

    KEEP = "keep"
    """The value is unchanged."""
    MASK = "mask"
    """Numbers that identify a person are masked. Other values are unchanged. No digit of a NIK or
    KK number is shown, and at most the last two of a telephone number."""
    GENERALISE = "generalise"
    """A date becomes its year, and a region code that of its kabupaten or kota. A date known in
    part becomes its year too, or its first and last possible year: ``1964/1965``. Terms of a
    vocabulary are unchanged. Text and numbers are removed."""
    DROP = "drop"
    """The field is removed."""


_A, _S = Audience, Sensitivity
POLICY: Final[Mapping[tuple[Sensitivity, Audience], Treatment]] = FrozenDict(
    {
        (_S.NONE, _A.PUBLIC): Treatment.GENERALISE,
        (_S.NONE, _A.RESEARCH): Treatment.GENERALISE,
        (_S.NONE, _A.PARTNER): Treatment.KEEP,
        (_S.UMUM, _A.PUBLIC): Treatment.DROP,
        (_S.UMUM, _A.RESEARCH): Treatment.GENERALISE,
        (_S.UMUM, _A.PARTNER): Treatment.MASK,
        (_S.SPESIFIK, _A.PUBLIC): Treatment.DROP,
        (_S.SPESIFIK, _A.RESEARCH): Treatment.DROP,
        (_S.SPESIFIK, _A.PARTNER): Treatment.DROP,
    }
)
"""(privacy class of a field, audience) → treatment, in records about people.

Events, organisations and programmes are an exception: their fields without personal data are kept
for every audience.
"""
_PUBLIC_RECORDS: Final = frozenset({Event, Organisation, Programme})
OMIT: Final = object()
"""Stands for a value that is removed."""
_SHOWN_DIGITS: Final = 2
"""The number of digits of a telephone number that are shown."""
_MIN_HIDDEN_DIGITS: Final = 10
"""The number of digits that must stay hidden: six of country and area or operator, and four more.
A telephone number with fewer shows none."""


class RedactionRule(NamedTuple):
    """The treatment of each privacy class, and the people who may be children."""

    treatment_of: Callable[[Sensitivity], Treatment]
    minors: Minors
    hides_numbers: bool
    """Whether personal numbers inside texts and ids are replaced."""
    is_child: bool = False
    """Whether the current record is about a child."""


def redact(record: object, /, *, audience: Audience, as_of: date | None = None) -> dict[str, Any]:
    """Return a record as builtins, reduced to what an audience may see under `POLICY`.

    Data about a person who is or may be under 18 on the day `as_of` counts as specific. A person
    may be a child if their facts disagree, or if they give no age and do not indicate an adult.
    Empty fields are left out. Personal numbers inside remaining texts are replaced by ``***``.

    Raises:
        TypeError: the object is not a record of psm_core.
        ValueError: `as_of` is missing, although the audience is not the public.

    >>> from psm_core import NIK, Assignment, Person, RegionCode, Worker, WorkerId
    >>> from psm_core.terms import Pillar
    >>> role = Assignment(pillar=Pillar.PSM, serves=RegionCode("63.10.09.2005"),
    ...                   since=date(2019, 8, 1))
    >>> person = Person(nik=NIK("9901014108900001"), name="Contoh")
    >>> worker = Worker(id=WorkerId("psm-1"), person=person, assignments=(role,))
    >>> redact(worker, audience=Audience.PUBLIC)
    {'redacted': 'public', 'assignments': [{'pillar': 'psm', 'serves': '63.10', 'since': 2019}]}
    >>> redact(worker, audience=Audience.PARTNER, as_of=date(2025, 10, 10))["person"]
    {'nik': '****************', 'name': 'Contoh'}

    """
    if as_of is None and audience is not Audience.PUBLIC:
        raise ValueError("as_of= is required, because data of a child is specific personal data")
    rule = _rule(record, treatments(type(record), audience), as_of, hides_numbers=True)
    return {"redacted": audience.value, **_redacted(record, rule)}


def treatments(record_class: type, audience: Audience) -> Callable[[Sensitivity], Treatment]:
    """Return how the fields of each privacy class are treated for an audience."""
    is_public = record_class in _PUBLIC_RECORDS

    def treatment_of(sensitivity: Sensitivity) -> Treatment:
        if is_public and sensitivity is Sensitivity.NONE:
            return Treatment.KEEP
        return POLICY[sensitivity, audience]

    return treatment_of


def export(
    record: object, /, *, purpose: ConsentPurpose, consent: Consent, as_of: date
) -> dict[str, Any]:
    """Return a record as builtins, for a purpose and within the limits of a consent.

    Fields of a higher privacy class than the consent covers are left out. Data about a person who
    is or may be a child counts as specific. If the consent covers personal data, numbers are not
    masked, because the recipient needs to know the person's identity.

    Raises:
        TypeError: the object is not a record of psm_core.
        ValueError: the consent does not allow the purpose on that day, or it is only oral and
            therefore void (UU 27/2022 Pasal 22).

    >>> from psm_core import NIK, Person
    >>> from psm_core.terms import BloodType
    >>> person = Person(nik=NIK("9901014108900001"), name="Contoh", blood_type=BloodType.O)
    >>> consent = Consent(key="c1", date=date(2025, 10, 1), covers=Sensitivity.UMUM,
    ...                   purposes=frozenset({ConsentPurpose.BANTUAN}))
    >>> export(person, purpose=ConsentPurpose.BANTUAN, consent=consent, as_of=date(2025, 10, 2))
    {'exported_for': 'bantuan', 'nik': '9901014108900001', 'name': 'Contoh'}

    """
    if not consent.has_valid_form:
        raise ValueError("an oral consent is void and allows nothing")
    if not consent.allows(purpose, Sensitivity.NONE, as_of):
        raise ValueError(f"the consent does not allow {purpose.value} on that day")

    def treatment_of(sensitivity: Sensitivity) -> Treatment:
        return Treatment.KEEP if sensitivity.code <= consent.covers.code else Treatment.DROP

    hides_numbers = consent.covers is Sensitivity.NONE
    rule = _rule(record, treatment_of, as_of, hides_numbers=hides_numbers)
    return {"exported_for": purpose.value, **_redacted(record, rule)}


def _rule(
    record: object,
    treatment_of: Callable[[Sensitivity], Treatment],
    as_of: date | None,
    *,
    hides_numbers: bool,
) -> RedactionRule:
    if not is_record_class(type(record)):
        raise not_a_record(type(record))
    day = None if as_of is None else require_date(as_of)
    return RedactionRule(treatment_of, Minors(record, day), hides_numbers)


def _redacted(record: object, rule: RedactionRule) -> dict[str, Any]:
    """Return the remaining fields of a record. All data in the record of a child is the child's."""
    if rule.minors.is_about_child(record):
        rule = rule._replace(is_child=True)
    redacted: dict[str, Any] = {}
    for field in record_info(type(record)).fields:
        value = getattr(record, field.name)
        if value is None or (value == field.default and not field.required):
            continue
        left = _redacted_field(value, field.type, _treatment(field, rule), rule)
        if left is not OMIT:
            redacted[field.name] = left
    return redacted


def _treatment(field: Field, rule: RedactionRule) -> Treatment:
    is_specific = rule.is_child and field.sensitivity is not Sensitivity.NONE
    return rule.treatment_of(Sensitivity.SPESIFIK if is_specific else field.sensitivity)


def _redacted_field(
    value: object, field_type: FieldType, treatment: Treatment, rule: RedactionRule
) -> object:
    """Return the redacted value of a field, or `OMIT`. Nested records are redacted by field."""
    inner = unwrap_optional(field_type)
    if isinstance(inner, CollectionType):
        items = list(_redacted_items(value, inner, treatment, rule))
        return items or OMIT
    if is_record_class(inner.python_type):
        return OMIT if treatment is Treatment.DROP else _redacted(value, rule) or OMIT
    return redacted_value(value, treatment, rule)


def _redacted_items(
    value: Any,  # noqa: ANN401 - a tuple or a frozenset
    field_type: CollectionType,
    treatment: Treatment,
    rule: RedactionRule,
) -> Iterator[object]:
    for item in value if field_type.container is tuple else sorted(value, key=sort_key):
        left = _redacted_field(item, field_type.item, treatment, rule)
        if left is not OMIT:
            yield left


def redacted_value(value: object, treatment: Treatment, rule: RedactionRule) -> object:
    """Return the redacted value of a field without records or items, or `OMIT`."""
    match treatment:
        case Treatment.DROP:
            return OMIT
        case Treatment.GENERALISE:
            return _generalised(value)
        case Treatment.MASK if isinstance(value, PersonalNumber | PhoneNumber):
            return _masked(unmasked_text(value))
        case _ if rule.hides_numbers:
            return _without_numbers(value)
        case _:
            return to_plain(value)


def _masked(number: str) -> str:
    """Return a personal number with so few digits that the other fields do not complete it.

    A NIK contains region, birth date and sex, which other fields show. Only its serial number is
    not known from them.
    """
    digits = number.removeprefix("+")
    is_long_phone = digits != number and len(digits) >= _SHOWN_DIGITS + _MIN_HIDDEN_DIGITS
    shown = digits[-_SHOWN_DIGITS:] if is_long_phone else ""
    return number.removesuffix(digits) + "*" * (len(digits) - len(shown)) + shown


def _generalised(value: object) -> object:
    match value:
        case Term():
            return to_plain(value)
        case date():
            return value.year
        case PartialDate():
            return _years(value)
        case Quarter():
            return value.start.year
        case RegionCode():
            return str(next((c for c in value.ancestors if c.level is RegionLevel.REGENCY), value))
        case _:
            return OMIT


def _years(partial: PartialDate) -> int | str:
    """Return the year of a date known in part, or its first and last possible year."""
    possible = partial.possible_dates
    first, last = possible.start.year, possible.end.year
    return first if first == last else f"{first:04}/{last:04}"


def _without_numbers(value: object) -> object:
    """Return a value as plain data, with ``***`` for each personal number in a text or an id."""
    plain = to_plain(value)
    if isinstance(value, str):
        return hide_numbers(value)
    if type(value) in ID_CLASSES and not re.fullmatch(UUID, plain):
        return re.sub(NUMBER_INSIDE, HIDDEN, plain)
    return plain
