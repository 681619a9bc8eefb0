"""Checks of a person: numbers compared with the other fields, and fields with the age."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from ..errors import Issue
from ..records.people import Person
from ..terms import Education, FamilyRelation, LifeStatus, MaritalStatus, Occupation
from ..values.partial_date import ages_on, possible_dates
from .context import Check, CheckContext, person_ages, region_warnings, warning

_OLDEST: Final = 120
"""No older person is known in Indonesia."""
_FILLER: Final = date(1900, 1, 1)
"""Programs write this date for an unknown one. No person alive was born so early."""
_YOUNGEST_MARRIED: Final = 12
"""UU 16/2019 requires 19 years, but courts and custom have allowed marriages of children."""
_RELATIONS_BY_MARRIAGE: Final = frozenset(
    {
        *(FamilyRelation.SUAMI, FamilyRelation.ISTRI, FamilyRelation.MENANTU),
        *(FamilyRelation.MERTUA, FamilyRelation.ORANGTUA),
    }
)
_YOUNGEST_WITH: Final[Mapping[Education, int]] = {
    Education.TAMAT_SD: 9,
    Education.SLTP: 12,
    Education.SLTA: 14,
    Education.DIPLOMA_I_ATAU_II: 15,
    Education.DIPLOMA_III: 16,
    Education.DIPLOMA_IV_STRATA_I: 17,
    Education.STRATA_II: 18,
    Education.STRATA_III: 20,
}
"""Completed education → the least plausible age, with skipped classes."""
_YOUNGEST_AT_WORK: Final = 10
_NO_WORK: Final = frozenset(
    {Occupation.BELUM_TIDAK_BEKERJA, Occupation.PELAJAR_MAHASISWA, Occupation.LAINNYA}
)

_NOT_RESIDENT: Final[Mapping[LifeStatus, str]] = {
    LifeStatus.MATI: "person.deceased",
    LifeStatus.PINDAH: "person.moved",
    LifeStatus.HILANG: "person.missing",
    LifeStatus.PERGI: "person.gone",
    LifeStatus.TIDAK_VALID: "person.entry_invalid",
}
"""Life status → the code of its warning."""
_LATE: Final = r"(?i)(?:almh?\b|almarhum(?:ah)?\b).*|.*\balmh?\b\W*|.*\balmarhum(?:ah)?\b\W*"
"""A name with a mark of the dead before or after it: ``Ani (Alm)``."""
_PARENT: Final = r"(?i).*\b(?:bin|binti|bt)\b"
"""A name with that of a parent, to whom the mark may belong."""


def is_marked_as_dead(person: Person) -> bool:
    """Return whether a person without a life status has a mark of the dead in the name.

    >>> from psm_core.terms import NIKAbsence
    >>> absence = NIKAbsence.TIDAK_DIKETAHUI
    >>> names = ("Ani (Alm)", "Almh. Ani", "Ani binti Budi (Alm)", "Salma", "Alma")
    >>> [is_marked_as_dead(Person(name=name, nik_absence=absence)) for name in names]
    [True, True, False, False, False]
    """
    name = person.name
    return (
        person.life_status is None
        and "alm" in name.casefold()
        and re.fullmatch(_LATE, name) is not None
        and re.match(_PARENT, name) is None
    )


def person_is_resident(person: Person, _: CheckContext) -> Iterator[Issue]:
    """Yield a warning for a person who has died, moved or gone, or whose entry is invalid.

    A date without a life status gives a warning too, and so does *Alm.* in the name.
    """
    status = person.life_status
    if is_marked_as_dead(person):
        yield warning("person.name_deceased", "name")
    if status is not None and status in _NOT_RESIDENT:
        yield warning(_NOT_RESIDENT[status], "life_status")
    if status is None and person.life_status_date is not None:
        yield warning("person.life_status_missing", "life_status_date")


def person_agrees_with_the_numbers(person: Person, context: CheckContext) -> Iterator[Issue]:
    """Yield a warning for each field of a person that differs from the NIK or the KK number.

    A birth date that is known in part differs if none of its possible days is in the NIK, and is in
    the future if all of them are.
    """
    as_of = context.as_of
    born = None if person.birth_date is None else possible_dates(person.birth_date)
    if born is not None and as_of is not None and born.start > as_of:
        yield warning("person.birth_date_future", "birth_date")
    if person.kk is not None:
        yield from region_warnings(person.kk.region, context, ("kk",), "kk.region_")
    nik = person.nik
    if nik is None:
        return
    if born is not None and not any(one in born for one in nik.birth_dates):
        yield warning("nik.birth_date_differs", "birth_date")
    if person.sex is not None and person.sex is not nik.sex:
        yield warning("nik.sex_differs", "sex")
    if nik.serial == 0:
        yield warning("nik.serial_zero", "nik")
    if len(set(nik.unmasked)) == 1:
        yield warning("nik.repeated_digit", "nik")
    if person.kk is not None and person.kk.unmasked == nik.unmasked:
        yield warning("kk.same_as_nik", "kk")
    yield from region_warnings(nik.region, context, ("nik",), "nik.region_")


def person_has_a_plausible_age(person: Person, context: CheckContext) -> Iterator[Issue]:
    """Yield a warning for the birth date of a person who would be older than anybody alive.

    Every possible day has to be so early.
    """
    born, as_of = person.birth_date, context.as_of
    if born is None:
        return
    is_too_old = as_of is not None and ages_on(born, as_of).minimum > _OLDEST
    if possible_dates(born).end <= _FILLER or is_too_old:
        yield warning("person.birth_date_implausible", "birth_date")


def person_is_of_age(person: Person, context: CheckContext) -> Iterator[Issue]:
    """Yield a warning for education, work or marriage at an implausibly low age.

    The highest possible age counts. A person who may not be born yet gets no warning.
    """
    ages = [] if context.as_of is None else person_ages(person, context.as_of)
    if not ages or min(one.minimum for one in ages) < 0:
        return
    age = max(one.maximum for one in ages)
    education, occupation, marital = person.education, person.occupation, person.marital_status
    if education is not None and age < _YOUNGEST_WITH.get(education, 0):
        yield warning("person.education_age", "education")
    if occupation not in {None, *_NO_WORK} and age < _YOUNGEST_AT_WORK:
        yield warning("person.occupation_age", "occupation")
    if age < _YOUNGEST_MARRIED:
        if marital not in {None, MaritalStatus.BELUM_KAWIN}:
            yield warning("person.marriage_age", "marital_status")
        if person.family_relation in _RELATIONS_BY_MARRIAGE:
            yield warning("person.marriage_age", "family_relation")


CHECKS: Final[Mapping[type, tuple[Check, ...]]] = {
    Person: (
        person_agrees_with_the_numbers,
        person_has_a_plausible_age,
        person_is_of_age,
        person_is_resident,
    ),
}
"""Record class → its checks in this module."""
