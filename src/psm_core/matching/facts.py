"""What is compared of a person."""

from datetime import date
from typing import NamedTuple

from ..records.people import Person
from ..terms import FamilyRelation, RegionLevel, Sex
from ..values.partial_date import PartialDate
from ..values.plain import canonical
from .name_spelling import spelling

_CENTURY = 100
Day = tuple[int, int, int]
"""Year without its century, month and day."""


class Facts(NamedTuple):
    """The facts of a person that are compared. Texts are empty if they are unknown."""

    nik: str
    kk: str
    letters: str
    """The letters of the name without titles and variants of spelling."""
    words: tuple[str, ...]
    """The same by words."""
    born: Day | None
    """The birth date if it is known in full, or else that of the NIK."""
    earliest: int
    """The first possible year of birth; 0 if no birth date is stated."""
    latest: int
    """The last possible year of birth."""
    sex: Sex | None
    relation: FamilyRelation | None
    village: str
    phone: str


def facts_of(person: Person) -> Facts:
    """Return what is compared of a person."""
    letters, words = spelling(person.name)
    return Facts(
        "" if person.nik is None else canonical(person.nik),
        "" if person.kk is None else canonical(person.kk),
        letters,
        words,
        _day(person),
        *_years(person.birth_date),
        person.sex,
        person.family_relation,
        _village(person),
        "" if person.phone is None else canonical(person.phone),
    )


def _day(person: Person) -> Day | None:
    born = person.birth_date
    if isinstance(born, PartialDate):
        return None
    if born is None:
        if person.nik is None:
            return None
        born = person.nik.birth_dates[0]
    return born.year % _CENTURY, born.month, born.day


def _years(born: date | PartialDate | None) -> tuple[int, int]:
    if born is None:
        return 0, 0
    if isinstance(born, PartialDate):
        days = born.possible_dates
        return days.start.year, days.end.year
    return born.year, born.year


def _village(person: Person) -> str:
    """Return the code of the village where a person lives, or that of the identity card."""
    for address in (person.domicile, person.ktp_address):
        region = None if address is None else address.region
        if region is not None and region.level is RegionLevel.VILLAGE:
            return canonical(region)
    return ""
