"""Who of a record may be a child, as far as its facts say. In doubt a person is a child."""

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
    Education,
    FamilyRelation,
    HouseholdRelation,
    MaritalStatus,
    Occupation,
    PASCategory,
    PPKSCategory,
)
from ..values.dates import age_on

_ADULT: Final = 18
_OLDEST: Final = 120
"""A date of birth that makes somebody older says nothing of the age."""
_CHILD_WORDS: Final = frozenset(
    {
        FamilyRelation.ANAK,
        FamilyRelation.CUCU,
        HouseholdRelation.ANAK,
        HouseholdRelation.CUCU,
        Occupation.PELAJAR_MAHASISWA,
    }
)
"""Words that speak of a child where the age is unknown."""
_ADULT_WORDS: Final = frozenset(
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
"""Words that speak of an adult where the age is unknown."""


class _Around(NamedTuple):
    """What the records around a person say."""

    words: frozenset[object] = frozenset()
    findings: frozenset[Classification] = frozenset()
    serves: bool = False
    """Whether the person is a worker, and so an adult unless an age says otherwise."""
    is_represented: bool = False
    """Whether somebody else consented for the person."""


class Minors:
    """The people of a record who may be children, wherever in the record they stand."""

    def __init__(self, record: object, day: date | None) -> None:
        """Look at each person of the record; without a day no age is known."""
        met = () if day is None else _people(record, _Around())
        children = [one for one, facts in met if day is not None and _may_be_child(one, facts, day)]
        self._numbers = {one.nik for one in children}
        self._names = {_name(one) for one in children}
        self._unnumbered = {_name(one) for one in children if one.nik is None}

    def own(self, record: object) -> bool:
        """Tell whether a record is about a child: person, member, beneficiary, case file."""
        match record:
            case Person():
                return self._have(record)
            case CaseFile():
                return self.own(record.beneficiary)
            case Classification():
                return _is_of_children(record)
            case Beneficiary(person=None):
                return any(map(_is_of_children, record.classifications))
            case _:
                person = getattr(record, "person", None)
                return isinstance(person, Person) and self._have(person)

    def _have(self, person: Person) -> bool:
        """Tell whether a person may be one of them: by number, or by name where one has none."""
        if person.nik is None:
            return _name(person) in self._names
        return person.nik in self._numbers or _name(person) in self._unnumbered


def _name(person: Person) -> str:
    return person.name.casefold()


def _people(value: object, around: _Around) -> Iterator[tuple[Person, _Around]]:
    """Yield each person in a record, with what the records around them say."""
    if isinstance(value, Person):
        yield value, around
    elif type(value) in {tuple, frozenset}:
        for one in cast("Iterable[object]", value):
            yield from _people(one, around)
    elif is_record_class(type(value)):
        inside = _around(value, around)
        for field in record_info(type(value)).fields:
            yield from _people(getattr(value, field.name), inside)


def _around(record: object, around: _Around) -> _Around:
    """Return what a record says of the people in it."""
    match record:
        case CaseFile():
            consents = record.case.consents
            return _Around(is_represented=any(one.given_by is not None for one in consents))
        case Beneficiary(person=Person()):
            return around._replace(findings=record.classifications)
        case Worker():
            return _Around(serves=True)
        case Membership() | Resident():
            return _Around(words=frozenset({record.relation}))
        case _:
            return _Around()


def _may_be_child(person: Person, around: _Around, day: date) -> bool:
    """Tell whether a person is under 18 on a day, or may be as far as the facts say."""
    of_children = [one for one in around.findings if _is_of_children(one)]
    ages = list(_ages(person, day))
    if ages:
        # Whoever is grown today may have been a child when the finding was made.
        was_child = (_age(ages, day, one.date) <= _ADULT for one in of_children)
        return min(ages) < _ADULT or not all(was_child)
    words: frozenset[Any] = around.words | {
        person.family_relation,
        person.education,
        person.occupation,
        person.marital_status,
    }
    if of_children or around.is_represented or words & _CHILD_WORDS:
        return True
    is_grown = any(map(_is_of_adults, around.findings)) or bool(words & _ADULT_WORDS)
    return not (is_grown or around.serves)


def _age(ages: list[int], day: date, then: date) -> int:
    """Return the age on an earlier day, in the difference of years, of who is so old on a day."""
    return max(ages) - (day.year - then.year)


def _ages(person: Person, day: date) -> Iterator[int]:
    """Yield each age that the person has on a day by the date of birth and by the NIK.

    A NIK has no century. Where the recorded date is one of its two dates, it is that one; else the
    later one counts. A NIK whose dates all lie in the future makes a child.
    """
    born = person.birth_date
    if born is not None and age_on(born, day) <= _OLDEST:
        yield age_on(born, day)
    if person.nik is not None and born not in person.nik.birth_dates:
        by_number = person.nik.birth_date(as_of=day)
        yield 0 if by_number is None else age_on(by_number, day)


def _is_of_children(finding: Classification) -> bool:
    category = finding.category
    group = category.pas if isinstance(category, PPKSCategory) else category
    return group is PASCategory.ANAK_ANAK_RENTAN


def _is_of_adults(finding: Classification) -> bool:
    category = finding.category
    if isinstance(category, PPKSCategory):
        return (category.min_age or 0) >= _ADULT
    return category is PASCategory.LANSIA_TERLANTAR
