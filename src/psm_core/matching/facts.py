"""What is compared of a person."""

from collections.abc import Iterable
from datetime import date
from typing import Any, Final, NamedTuple

from ..records.beneficiaries import Beneficiary
from ..records.families import Membership, Resident
from ..records.people import Person
from ..records.workers import Worker
from ..terms import FamilyRelation, RegionLevel, Sex
from ..values.kk import KK
from ..values.nik import NIK
from ..values.partial_date import PartialDate
from ..values.phone import PhoneNumber
from ..values.plain import canonical
from .name_spelling import spelling

CENTURY: Final = 100
Day = tuple[int, int, int]
"""Year without its century, month and day."""
RecordOfPerson = Person | Worker | Beneficiary | Membership | Resident
"""A record of one person."""


class Facts(NamedTuple):
    """The facts of a person that are compared. Texts are empty if they are unknown."""

    nik: str = ""
    kk: str = ""
    letters: str = ""
    """The letters of the name without titles and variants of spelling."""
    words: tuple[str, ...] = ()
    """The same by words."""
    born: Day | None = None
    """The birth date if it is known in full, or else that of the NIK."""
    earliest: int = 0
    """The first possible year of birth; 0 if no birth date is stated."""
    latest: int = 0
    """The last possible year of birth."""
    sex: Sex | None = None
    relation: FamilyRelation | None = None
    village: str = ""
    phone: str = ""

    def __repr__(self) -> str:
        """Return no value, because tracebacks may show variables."""
        return "<Facts>"


_MUHAMMAD: Final = spelling("Muhammad").words
_NOBODY: Final = Facts()


class FactsReader:
    """Reads what is compared of records. Equal texts of several people are kept once."""

    def __init__(self) -> None:
        self._kept: dict[Any, Any] = {}

    def read(self, records: Iterable[RecordOfPerson]) -> list[Facts]:
        """Return the facts of each record; none of a beneficiary that is not a person.

        Raises:
            TypeError: a record is not of one person.

        """
        return list(map(self._facts, records))

    def _facts(self, record: RecordOfPerson) -> Facts:
        person = record if isinstance(record, Person) else _person(record)
        if person is None:
            return _NOBODY
        keep = self._kept.setdefault
        letters, words = spelling(person.name)
        if words[:1] == _MUHAMMAD and person.sex is Sex.PEREMPUAN:  # M. is another name
            words = ("m", *words[1:])
            letters = "".join(words)
        born, kk, village = _day(person), _text(person.kk), _village(person)
        if not village and isinstance(record, Worker):
            village = _village_served(record)
        return Facts(
            _text(person.nik),
            keep(kk, kk),
            keep(letters, letters),
            keep(words, words),
            keep(born, born),
            *_years(person.birth_date),
            person.sex,
            person.family_relation,
            keep(village, village),
            _text(person.phone),
        )


def _person(record: RecordOfPerson) -> Person | None:
    if isinstance(record, Worker | Beneficiary | Membership | Resident):
        return record.person
    raise TypeError(f"a record of one person is needed, not {type(record).__name__}")


def _text(value: NIK | KK | PhoneNumber | None) -> str:
    return "" if value is None else canonical(value)


def _day(person: Person) -> Day | None:
    born = person.birth_date
    if isinstance(born, PartialDate):
        return None
    if born is None:
        if person.nik is None:
            return None
        born = person.nik.birth_dates[0]
    return born.year % CENTURY, born.month, born.day


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


def _village_served(worker: Worker) -> str:
    """Return the only village that a worker serves, or an empty text."""
    regions = {one.serves for one in worker.assignments}
    codes = {canonical(one) for one in regions if one.level is RegionLevel.VILLAGE}
    return codes.pop() if len(codes) == 1 else ""
