"""Records reduced to what an audience may see, by one policy table."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, time
from enum import Enum
from typing import Any, Final, NamedTuple

from .._core.field_types import CollectionType, FieldType, unwrap_optional
from .._core.record import Field, is_record_class, record_info, sort_key
from .._core.text import require_date
from .._core.text_value import TextValue, unmasked_text
from .._frozen import FrozenDict
from ..records.cases.referrals import Consent
from ..records.events.event import Event
from ..records.organisations import Organisation
from ..records.programmes import Programme
from ..terms import ConsentPurpose, RegionLevel, Sensitivity, Term
from ..values.dates import Quarter
from ..values.extensions import Extensions
from ..values.ids import KEYS, NUMBER_INSIDE, UUID
from ..values.personal_number import PersonalNumber
from ..values.phone import PhoneNumber
from ..values.region_code import RegionCode
from .free_text import HIDDEN, hide_numbers
from .minors import Minors


class Audience(Enum):
    """For whom a record is made.

    >>> from psm_core import Person, privacy
    >>> from psm_core.terms import NIKAbsence
    >>> person = Person(name="Contoh", nik_absence=NIKAbsence.BELUM_MEMILIKI)
    >>> privacy.redact(person, audience=privacy.Audience.PUBLIC)
    {'redacted': 'public'}
    """

    PUBLIC = "public"
    """Anybody, on a page, in a report, on a notice board."""
    RESEARCH = "research"
    """Those who count and compare, and need nobody in particular."""
    PARTNER = "partner"
    """An agency or institution that has to know whom it is about."""


class Treatment(Enum):
    """What is done with a fact.

    >>> from datetime import date
    >>> from psm_core import NIK, Person, privacy
    >>> person = Person(nik=NIK("9901014108900001"), name="Contoh")
    >>> given = privacy.redact(person, audience=privacy.Audience.PARTNER, as_of=date(2025, 10, 10))
    >>> privacy.Treatment.MASK, given["nik"]
    (<Treatment.MASK: 'mask'>, '****************')
    """

    KEEP = "keep"
    """It stays."""
    MASK = "mask"
    """It stays, but for numbers that identify a person. No digit of a NIK or a KK number is shown,
    and at most the last two of a telephone number."""
    GENERALISE = "generalise"
    """It is coarsened (a day to its year, a village to its kabupaten); words of a list stay, text
    and numbers go."""
    DROP = "drop"
    """It goes."""


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
"""(class of a fact, audience) → what is done with it, in records about people. In an event, an
organisation and a programme, what is no personal data is kept for everybody."""
_PUBLIC_BODIES: Final = frozenset({Event, Organisation, Programme})
_GONE: Final = object()
_SHOWN: Final = 2
"""How many digits of a telephone number are shown."""
_LEFT: Final = 10
"""How many have to stay hidden then: six of country and area or operator, and four more."""


class _Way(NamedTuple):
    """What is done with a fact of a class, and which people are children."""

    act: Callable[[Sensitivity], Treatment]
    minors: Minors
    hides: bool
    """Whether numbers of people are hidden in texts and ids."""
    of_child: bool = False
    """Whether the record around the fact is about a child."""


def redact(record: object, /, *, audience: Audience, as_of: date | None = None) -> dict[str, Any]:
    """Return builtins of a record with what an audience may see, by `POLICY`.

    What is known of someone who is or may be under 18 on the day `as_of` counts as specific data.
    Someone may be whose facts disagree, or give no age and do not speak of an adult. What is left
    empty is left out. Numbers of people in a text that stays are hidden.

    Raises:
        TypeError: it is no record of psm_core.
        ValueError: `as_of` is missing, and what the audience may see depends on it.

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
    is_body = type(record) in _PUBLIC_BODIES

    def act(sensitivity: Sensitivity) -> Treatment:
        if is_body and sensitivity is Sensitivity.NONE:
            return Treatment.KEEP
        return POLICY[sensitivity, audience]

    return {"redacted": audience.value, **_seen(record, _way(record, act, as_of, hides=True))}


def export(
    record: object, /, *, purpose: ConsentPurpose, consent: Consent, as_of: date
) -> dict[str, Any]:
    """Return builtins of a record for a purpose that someone agreed to, as far as they agreed.

    Facts of a higher class than the consent covers are left out; what is known of someone who is or
    may be a child counts as specific. Numbers are whole where the consent covers personal data:
    whoever gets this has to know whom it is about.

    Raises:
        TypeError: it is no record of psm_core.
        ValueError: the consent does not allow the purpose on the day.

    >>> from psm_core import NIK, Person
    >>> from psm_core.terms import BloodType
    >>> person = Person(nik=NIK("9901014108900001"), name="Contoh", blood_type=BloodType.O)
    >>> consent = Consent(key="c1", date=date(2025, 10, 1), covers=Sensitivity.UMUM,
    ...                   purposes=frozenset({ConsentPurpose.BANTUAN}))
    >>> export(person, purpose=ConsentPurpose.BANTUAN, consent=consent, as_of=date(2025, 10, 2))
    {'exported_for': 'bantuan', 'nik': '9901014108900001', 'name': 'Contoh'}

    """
    if not consent.allows(purpose, Sensitivity.NONE, as_of):
        raise ValueError(f"the consent does not allow {purpose.value} on that day")

    def act(sensitivity: Sensitivity) -> Treatment:
        return Treatment.KEEP if sensitivity.code <= consent.covers.code else Treatment.DROP

    hides = consent.covers is Sensitivity.NONE
    return {"exported_for": purpose.value, **_seen(record, _way(record, act, as_of, hides=hides))}


def _way(
    record: object, act: Callable[[Sensitivity], Treatment], as_of: date | None, *, hides: bool
) -> _Way:
    if not is_record_class(type(record)):
        raise TypeError(f"{type(record).__name__} is not a record of psm_core")
    day = None if as_of is None else require_date(as_of)
    return _Way(act, Minors(record, day), hides)


def _seen(record: object, way: _Way) -> dict[str, Any]:
    """Return the fields of a record that are left. What a child's record holds is the child's."""
    if way.minors.own(record):
        way = way._replace(of_child=True)
    seen: dict[str, Any] = {}
    for field in record_info(type(record)).fields:
        value = getattr(record, field.name)
        if value is None or (value == field.default and not field.required):
            continue
        left = _left(value, field.type, _act(field, way), way)
        if left is not _GONE:
            seen[field.name] = left
    return seen


def _act(field: Field, way: _Way) -> Treatment:
    is_specific = way.of_child and field.sensitivity is not Sensitivity.NONE
    return way.act(Sensitivity.SPESIFIK if is_specific else field.sensitivity)


def _left(value: object, field_type: FieldType, act: Treatment, way: _Way) -> object:
    """Return what is left of a value, or `_GONE`. Records inside are asked field by field."""
    inner = unwrap_optional(field_type)
    if isinstance(inner, CollectionType):
        items = list(_items(value, inner, act, way))
        return items or _GONE
    if is_record_class(inner.python_type):
        return _GONE if act is Treatment.DROP else _seen(value, way) or _GONE
    return _fact(value, act, way)


def _items(value: Any, field_type: CollectionType, act: Treatment, way: _Way) -> Iterator[object]:  # noqa: ANN401 - a tuple or a frozenset
    for item in value if field_type.container is tuple else sorted(value, key=sort_key):
        left = _left(item, field_type.item, act, way)
        if left is not _GONE:
            yield left


def _fact(value: object, act: Treatment, way: _Way) -> object:
    match act:
        case Treatment.DROP:
            return _GONE
        case Treatment.GENERALISE:
            return _coarse(value)
        case Treatment.MASK if isinstance(value, PersonalNumber | PhoneNumber):
            return _masked(unmasked_text(value))
        case _:
            return _whole(value, way)


def _masked(number: str) -> str:
    """Return a number of a person with so few digits that the facts beside it cannot fill it in.

    Region, date of birth and sex stand beside a NIK: all that they leave open is the serial.
    """
    digits = number.removeprefix("+")
    is_long_phone = digits != number and len(digits) >= _SHOWN + _LEFT
    shown = digits[-_SHOWN:] if is_long_phone else ""
    return number.removesuffix(digits) + "*" * (len(digits) - len(shown)) + shown


def _coarse(value: object) -> object:
    match value:
        case Term():
            return value.value
        case date():
            return value.year
        case Quarter():
            return value.start.year
        case RegionCode():
            return str(next((c for c in value.ancestors if c.level is RegionLevel.REGENCY), value))
        case _:
            return _GONE


def _whole(value: object, way: _Way) -> object:  # noqa: PLR0911 - one return for each kind of fact
    match value:
        case Term():
            return value.value
        case Extensions():
            return dict(value)
        case TextValue():
            text = unmasked_text(value)
            hides = way.hides and type(value) in KEYS and not re.fullmatch(UUID, text)
            return re.sub(NUMBER_INSIDE, HIDDEN, text) if hides else text
        case date():
            return value.isoformat()
        case time():
            return value.isoformat("minutes")
        case str() if way.hides:
            return hide_numbers(value)
        case _:
            return value
