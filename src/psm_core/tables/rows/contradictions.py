"""Warnings about the fields of one record, found without a reference date.

They are fields that contradict each other, and persons who have died, moved or gone.
"""

from collections.abc import Iterator
from typing import Final

from ...checks import check
from ...checks.context import CheckContext
from ...checks.identity import is_marked_as_dead
from ...checks.ppks import categories_fit_the_subject
from ...errors import Issue
from ...records.beneficiaries import Beneficiary
from ...records.families import Family, Household
from ...records.people import Person
from ...regions import RegionRegistry
from ...terms import LifeStatus, Sex
from ...values.partial_date import PartialDate
from ...values.personal_number import WOMAN
from .keys import parts_at, people_paths, person_getter

_CENTURY: Final = 100
_NO_SERIAL, _ONES = "0000", "1" * 16
"""NIKs that the checks report as placeholders. Other repeated digits are not valid NIKs."""
_EARLIEST: Final = 1900
_REGION_CODES: Final = (
    "region.", "nik.region_", "kk.region_", "delegation.", "event.host", "event.delegations",
)  # fmt: skip
"""Prefixes of the codes that compare a record with region data."""


class Contradictions:
    """Finds contradictions in the records of a file; fast for records that have none."""

    def __init__(self, record_class: type, regions: RegionRegistry) -> None:
        """Prepare for records of a class."""
        self._record_class, self._regions = record_class, regions
        self._people = people_paths(record_class)
        self._person_of = person_getter(record_class)

    def find(self, record: object) -> list[Issue]:
        """Return the contradictions of a record, as warnings."""
        if self._person_of is not None:
            person = self._person_of(record)
            if person is None or not _may_contradict(person):
                return []
        people = (one for path in self._people for _, one in parts_at(record, path, ()))
        has_members = isinstance(record, Family | Household)  # who may contradict each other
        if not self._people or has_members or any(map(_may_contradict, people)):
            return [one for one in self._all(record) if not one.code.startswith(_REGION_CODES)]
        if isinstance(record, Beneficiary):
            return list(categories_fit_the_subject(record, CheckContext(self._regions, None)))
        return []

    def _all(self, record: object) -> Iterator[Issue]:
        yield from check(record, regions=self._regions)


def _may_contradict(person: Person) -> bool:
    """Return whether the checks of a person may find something; for most people they cannot."""
    nik, born = person.nik, person.birth_date
    status = person.life_status
    is_resident = status is None or status is LifeStatus.HIDUP
    if not is_resident or isinstance(born, PartialDate) or is_marked_as_dead(person):
        return True
    if born is not None and born.year <= _EARLIEST:
        return True
    if nik is None:
        return False
    digits = nik.unmasked
    day = int(digits[6:8])
    is_woman = day > WOMAN
    if person.sex is not None and (person.sex is Sex.PEREMPUAN) is not is_woman:
        return True
    if born is not None and (
        born.day != day - WOMAN * is_woman
        or born.month != int(digits[8:10])
        or born.year % _CENTURY != int(digits[10:12])
    ):
        return True
    return digits.endswith(_NO_SERIAL) or digits == _ONES
