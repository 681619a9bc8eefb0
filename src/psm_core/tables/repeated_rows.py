"""Rows that repeat an earlier one: the same key, person, family, participation or participant."""

from array import array
from collections.abc import Container, Hashable, Iterator
from typing import Any, Final

from .._core.invariants import Path
from .._core.record import record_info
from ..errors import Issue, Severity
from ..records.beneficiaries import Beneficiary
from ..records.cases.case_file import CaseFile
from ..records.events.event import Event, Participant
from ..records.families import Family, Household, Membership, Resident
from ..records.people import Person
from ..records.programmes import Participation
from ..records.workers import Worker
from ..wire.versions import NAMES

_EVERY: Final = "*"
_PEOPLE: Final[dict[type, tuple[Path, ...]]] = {
    Beneficiary: (("person",), ("family", "memberships", _EVERY, "person")),
    CaseFile: (("beneficiary", "person"),),
    Family: (("memberships", _EVERY, "person"),),
    Household: (("residents", _EVERY, "person"),),
    Membership: (("person",),),
    Person: ((),),
    Resident: (("person",),),
    Worker: (("person",),),
}
"""Record class → where the people are that a row is about."""
_FAMILIES: Final[dict[type, Path]] = {
    Beneficiary: ("family",),
    Family: (),
}
_WITH_OTHER_KEYS: Final = {Event, Participant, Participation, *_FAMILIES}
_IDS: Final[dict[type, Path]] = {CaseFile: ("case", "id")}
"""Record class → where its id is, unless it is ``id``."""
_FIRST_SIZE: Final = 1 << 12
_GROWTH: Final = 4
_SIXTY_FOUR_BITS: Final = (1 << 64) - 1


class FirstRows:
    """Key → the first row that has it, in 12 bytes for each place: the keys stay out of it.

    It holds a hash of 64 bits of each key. With ten million rows, one false match has a chance of
    about 1 in 300,000.
    """

    __slots__ = ("_count", "_hashes", "_mask", "_rows")

    def __init__(self) -> None:
        self._count = 0
        self._allot(_FIRST_SIZE)

    def _allot(self, size: int) -> None:
        self._mask = size - 1
        self._hashes = array("Q", bytes(8 * size))
        self._rows = array("I", bytes(4 * size))

    def first(self, key: Hashable, row: int) -> int:
        """Return the first row that has this key, which is this row when no earlier one has it."""
        hashed = (hash(key) & _SIXTY_FOUR_BITS) or 1
        hashes, mask = self._hashes, self._mask
        place = hashed & mask
        while (here := hashes[place]) and here != hashed:
            place = (place + 1) & mask
        if here:
            return self._rows[place]
        hashes[place], self._rows[place] = hashed, row
        self._count += 1
        if self._count * 2 > mask:
            self._grow()
        return row

    def _grow(self) -> None:
        hashes, rows = self._hashes, self._rows
        self._allot(_GROWTH * len(hashes))
        for hashed, row in zip(hashes, rows, strict=True):
            if hashed:
                place = hashed & self._mask
                while self._hashes[place]:
                    place = (place + 1) & self._mask
                self._hashes[place], self._rows[place] = hashed, row


_Key = tuple[str, Path, Hashable]
"""What two rows should not have in common: the code that reports it, where it is, its value."""


class Repeats:
    """Looks in each record for what an earlier row has as well."""

    def __init__(self, kind: type, columns: Container[Path]) -> None:
        """Prepare for records of a class, whose columns fill the fields at these paths."""
        self._kind = kind
        id_path = _IDS.get(kind, ("id",))
        self._id_path = id_path if id_path in columns else None
        self._people = people_paths(kind)
        self._is_plain = kind is Person
        self._fields = [field.name for field in record_info(kind).fields if field.name != "id"]
        self._first_rows = FirstRows()

    def found(self, record: Any, row: int) -> list[Issue]:  # noqa: ANN401 - a record of any class
        """Return one warning for each earlier row that this one repeats, and note this row."""
        if self._is_plain and record.nik is not None:  # as most rows are
            key = record.nik.unmasked
            if self._first_rows.first(key, row) == row:
                return []
        issues: dict[int, Issue] = {}
        for code, path, value in self._keys(record):
            first = self._first_rows.first(value, row)
            if first != row:
                issues.setdefault(first, Issue(code, path, Severity.WARNING, {"first": first}))
        return list(issues.values())

    def _keys(self, record: Any) -> list[_Key]:  # noqa: ANN401 - a record of any class
        ids = [] if self._id_path is None else followed(record, self._id_path, ())
        keys: list[_Key] = [
            ("table.key_duplicate", path, ("id", str(one).casefold())) for path, one in ids
        ]
        for places in self._people:
            for path, person in followed(record, places, ()):
                if person.nik is not None:
                    keys.append(("table.person_duplicate", (*path, "nik"), person.nik.unmasked))
        if self._kind in _WITH_OTHER_KEYS:
            keys += self._other_keys(record)
        if not keys and self._kind in NAMES:
            values = tuple(getattr(record, name) for name in self._fields)
            keys.append(("table.row_duplicate", (), values))
        return keys

    def _other_keys(self, record: object) -> Iterator[_Key]:
        if isinstance(record, Participation):
            yield ("table.participation_duplicate", ("recipient",), _taking_part(record))
        elif isinstance(record, Participant | Event):
            yield from _participants(record)
        else:
            for path, family in followed(record, _FAMILIES[self._kind], ()):
                if family.kk is not None:
                    yield ("table.family_duplicate", (*path, "kk"), ("kk", family.kk.unmasked))


def _participants(record: Participant | Event) -> Iterator[_Key]:
    """Yield who took part, in the event of this row where it is one."""
    if isinstance(record, Participant):
        yield ("table.participant_duplicate", (), _identity(record))
        return
    event = (record.title.casefold(), record.year, record.dates)
    for number, one in enumerate(record.participants):
        path = ("participants", number)
        yield ("table.participant_duplicate", path, (event, _identity(one)))


def _taking_part(record: Participation) -> Hashable:
    """Return who takes part in what, for which goods and when."""
    goods = None if record.goods is None else record.goods.casefold()
    day = record.proposed_on if record.since is None else record.since
    whose = str(record.recipient).casefold(), str(record.programme).casefold()
    return (*whose, goods, day, record.until)


def _identity(one: Participant) -> Hashable:
    """Return the worker that takes part, or the name and origin of somebody else."""
    if one.worker is not None:
        return str(one.worker).casefold()
    return (one.kind, one.name and one.name.casefold(), one.origin)


def people_paths(kind: type) -> tuple[Path, ...]:
    """Return where the people are that a record of a class is about; ``*`` is each of several."""
    return _PEOPLE.get(kind, ())


def followed(here: Any, steps: Path, path: Path) -> list[tuple[Path, Any]]:  # noqa: ANN401 - a part of a record
    """Return path and part for each part of a record that some steps lead to."""
    for number, step in enumerate(steps):
        if step == _EVERY:
            below = steps[number + 1 :]
            each = (followed(item, below, (*path, index)) for index, item in enumerate(here))
            return [found for several in each for found in several]
        here = getattr(here, str(step))
        path = (*path, step)
        if here is None:
            return []
    return [(path, here)]
