"""The people in a record who may be children: everyone whom the data does not show to be adult."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, Final, NamedTuple, cast

from .._core.record import is_record_class, record_info
from ..records.beneficiaries import Beneficiary, Classification
from ..records.cases.case_file import CaseFile
from ..records.families import Membership, Resident
from ..records.people import Person
from ..records.workers import Worker
from ..terms import (
    ConsentGiver,
    Education,
    FamilyRelation,
    HouseholdRelation,
    MaritalStatus,
    Occupation,
    PASCategory,
    PMKSCategory,
    PPKSCategory,
)
from ..values.dates import age_on
from ..values.partial_date import ages_on, possible_dates

_ADULT: Final = 18
_OLDEST: Final = 120
"""A birth date that implies a higher age is ignored."""
_CHILD_TERMS: Final = frozenset(
    {
        FamilyRelation.ANAK,
        FamilyRelation.CUCU,
        HouseholdRelation.ANAK,
        HouseholdRelation.CUCU,
        Occupation.PELAJAR_MAHASISWA,
    }
)
"""Terms that indicate a child if the age is unknown."""
_ADULT_TERMS: Final = frozenset(
    {
        Education.DIPLOMA_III,
        Education.DIPLOMA_IV_STRATA_I,
        Education.STRATA_II,
        Education.STRATA_III,
        FamilyRelation.ISTRI,
        FamilyRelation.MERTUA,
        FamilyRelation.ORANGTUA,
        FamilyRelation.SUAMI,
        HouseholdRelation.ISTRI_SUAMI,
        HouseholdRelation.ORANG_TUA_MERTUA,
        MaritalStatus.CERAI_HIDUP,
        MaritalStatus.CERAI_MATI,
        MaritalStatus.KAWIN,
        Occupation.PENSIUNAN,
    }
)
"""Terms that indicate an adult if the age is unknown."""


_REPRESENTATIVES: Final = frozenset({ConsentGiver.ORANG_TUA, ConsentGiver.WALI})
"""Those who consent for a child."""


class _Context(NamedTuple):
    """Data about a person from the records around it."""

    terms: frozenset[object] = frozenset()
    findings: frozenset[Classification] = frozenset()
    serves: bool = False
    """Whether the person is a worker, and so an adult unless the age is lower."""
    is_represented: bool = False
    """Whether somebody else gave consent for the person."""


class Minors:
    """The people in a record who may be children, at any depth."""

    def __init__(self, record: object, day: date | None) -> None:
        """Find the children in a record. Without a day there are none."""
        people = () if day is None else _people(record, _Context())
        children = [
            one for one, context in people if day is not None and _may_be_child(one, context, day)
        ]
        self._numbers = {one.nik for one in children}
        self._names = {_name(one) for one in children}
        self._unnumbered = {_name(one) for one in children if one.nik is None}

    def is_about_child(self, record: object) -> bool:
        """Return whether a record is about a child: a person, member, beneficiary or case file."""
        match record:
            case Person():
                return self._includes(record)
            case CaseFile():
                return self.is_about_child(record.beneficiary)
            case Classification():
                return _is_of_children(record)
            case Beneficiary(person=None):
                return any(map(_is_of_children, record.classifications))
            case _:
                person = getattr(record, "person", None)
                return isinstance(person, Person) and self._includes(person)

    def _includes(self, person: Person) -> bool:
        """Return whether a person may be one of them, by NIK, or by name if there is none."""
        if person.nik is None:
            return _name(person) in self._names
        return person.nik in self._numbers or _name(person) in self._unnumbered


def _name(person: Person) -> str:
    return person.name.casefold()


def _people(value: object, context: _Context) -> Iterator[tuple[Person, _Context]]:
    """Yield each person in a record, with data from the records around it."""
    if isinstance(value, Person):
        yield value, context
    elif type(value) in {tuple, frozenset}:
        for one in cast("Iterable[object]", value):
            yield from _people(one, context)
    elif is_record_class(type(value)):
        inside = _context_of(value, context)
        for field in record_info(type(value)).fields:
            yield from _people(getattr(value, field.name), inside)


def _context_of(record: object, context: _Context) -> _Context:
    """Return the data of a record about the people in it."""
    match record:
        case CaseFile():
            consents = record.case.consents
            return _Context(
                is_represented=any(
                    one.giver_name is not None or one.giver in _REPRESENTATIVES for one in consents
                )
            )
        case Beneficiary(person=Person()):
            return context._replace(findings=record.classifications)
        case Worker():
            return _Context(serves=True)
        case Membership() | Resident():
            return _Context(terms=frozenset({record.relation}))
        case _:
            return _Context()


def _may_be_child(person: Person, context: _Context, day: date) -> bool:
    """Return whether a person is or may be under 18 on a day."""
    of_children = [one for one in context.findings if _is_of_children(one)]
    ages = list(_ages(person, day))
    if ages:
        # An adult of today may have been a child on the day of the classification.
        was_child = (_age(ages, day, one.date) <= _ADULT for one in of_children)
        return min(ages) < _ADULT or not all(was_child)
    terms: frozenset[Any] = context.terms | {
        person.family_relation,
        person.education,
        person.occupation,
        person.marital_status,
    }
    if of_children or context.is_represented or terms & _CHILD_TERMS:
        return True
    is_grown = any(map(_is_of_adults, context.findings)) or bool(terms & _ADULT_TERMS)
    return not (is_grown or context.serves)


def _age(ages: list[int], day: date, then: date) -> int:
    """Return the highest age on an earlier day, given the ages on a day."""
    return max(ages) - (day.year - then.year)


def _ages(person: Person, day: date) -> Iterator[int]:
    """Yield the ages of a person on a day: by birth date, and by NIK if they differ.

    A birth date that is known in part gives the lowest and the highest age. A person who
    may be a child is treated as one.

    A NIK does not contain the century. If the birth date does not match it, the later possible date
    counts. If all dates of the NIK are in the future, the age is 0.
    """
    born = person.birth_date
    if born is not None and (ages := ages_on(born, day)).minimum <= _OLDEST:
        yield from ages
    possible = () if born is None else possible_dates(born)
    if person.nik is not None and not any(one in possible for one in person.nik.birth_dates):
        by_number = person.nik.birth_date(as_of=day)
        yield 0 if by_number is None else age_on(by_number, day)


def _is_of_children(finding: Classification) -> bool:
    category = finding.category
    if isinstance(category, PMKSCategory):
        return category.ppks is not None and category.ppks.pas is PASCategory.ANAK_ANAK_RENTAN
    group = category.pas if isinstance(category, PPKSCategory) else category
    return group is PASCategory.ANAK_ANAK_RENTAN


def _is_of_adults(finding: Classification) -> bool:
    category = finding.category
    if isinstance(category, PMKSCategory):
        return category is PMKSCategory.LANJUT_USIA_TERLANTAR
    # Registers also put children with HIV into their category, whatever its limit.
    return category is not PPKSCategory.ORANG_DENGAN_HIV_AIDS and (
        (category.min_age or 0) >= _ADULT
    )
