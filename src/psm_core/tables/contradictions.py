"""Facts of one row that contradict each other, found without a day and without region data."""

from collections.abc import Iterator
from typing import Final

from ..checks import check
from ..checks.context import CheckContext
from ..checks.ppks import categories_fit_the_subject
from ..errors import Issue
from ..records.beneficiaries import Beneficiary
from ..records.people import Person
from ..regions import RegionRegistry
from ..terms import Sex
from .repeated_rows import followed, people_paths

_WOMAN: Final = 40
_CENTURY: Final = 100
_NO_SERIAL, _ONES = "0000", "1" * 16
"""What the checks take for no number of a person; any other digit alone is refused as a NIK."""
_EARLIEST: Final = 1900
_OF_REGIONS: Final = (
    "region.", "nik.region_", "kk.region_", "delegation.", "event.host", "event.delegations",
)  # fmt: skip
"""How the codes of checks begin that compare a record with the table of regions."""


class Contradictions:
    """Finds what contradicts itself in the records of a file, quickly where nothing does."""

    def __init__(self, kind: type, regions: RegionRegistry) -> None:
        """Prepare for records of a class."""
        self._kind, self._regions = kind, regions
        self._people = people_paths(kind)

    def found(self, record: object) -> list[Issue]:
        """Return what contradicts itself in a record, as warnings."""
        if isinstance(record, Person) and not _needs_a_look(record):
            return []
        people = (one for path in self._people for _, one in followed(record, path, ()))
        if not self._people or any(map(_needs_a_look, people)):
            return [one for one in self._all(record) if not one.code.startswith(_OF_REGIONS)]
        if isinstance(record, Beneficiary):
            return list(categories_fit_the_subject(record, CheckContext(self._regions, None)))
        return []

    def _all(self, record: object) -> Iterator[Issue]:
        yield from check(record, regions=self._regions)


def _needs_a_look(person: Person) -> bool:
    """Tell whether a check of a person could find something; most people need none."""
    nik, born = person.nik, person.birth_date
    if born is not None and born.year < _EARLIEST:
        return True
    if nik is None:
        return False
    digits = nik.unmasked
    day = int(digits[6:8])
    is_woman = day > _WOMAN
    if person.sex is not None and (person.sex is Sex.PEREMPUAN) is not is_woman:
        return True
    if born is not None and (
        born.day != day - _WOMAN * is_woman
        or born.month != int(digits[8:10])
        or born.year % _CENTURY != int(digits[10:12])
    ):
        return True
    return digits.endswith(_NO_SERIAL) or digits == _ONES
