"""Rows that repeat an earlier row: the same id, person, family, participation or participant."""

from array import array
from collections.abc import Callable, Container, Hashable, Iterator
from operator import attrgetter
from typing import Any, Final

from .._core.invariants import Path
from .._core.record import record_info
from ..errors import Issue, Severity, TableError
from ..records.beneficiaries import Beneficiary
from ..records.cases.case_file import CaseFile
from ..records.events.actors import Participant
from ..records.events.event import Event
from ..records.families import Family, Household, Membership, Resident
from ..records.ground_checks import GroundCheck
from ..records.people import Person
from ..records.programmes import Participation
from ..records.workers import Worker
from ..wire.versions import NAMES
from .row_numbers import ROW_BITS

_EVERY: Final = "*"
_PEOPLE: Final[dict[type, tuple[Path, ...]]] = {
    Beneficiary: (("person",), ("family", "memberships", _EVERY, "person")),
    CaseFile: (("beneficiary", "person"),),
    Family: (("memberships", _EVERY, "person"),),
    GroundCheck: (("person",),),
    Household: (("residents", _EVERY, "person"),),
    Membership: (("person",),),
    Person: ((),),
    Resident: (("person",),),
    Worker: (("person",),),
}
"""Record class → paths of the people of a row."""
_FAMILIES: Final[dict[type, Path]] = {
    Beneficiary: ("family",),
    Family: (),
}
_WITH_OTHER_KEYS: Final = {Event, Participant, Participation, *_FAMILIES}
_IDS: Final[dict[type, Path]] = {CaseFile: ("case", "id")}
"""Record class → path of its id, if that is not ``id``."""
_FIRST_SIZE: Final = 1 << 12
_GROWTH: Final = 4
MAX_SHEETS_OF_FILES: Final = 2000
"""How many sheets of all files are read together: a position has 32 bits."""
_MASK_64_BITS: Final = (1 << 64) - 1


class FirstRows:
    """Key → its first row, in 12 bytes for each slot; the keys themselves are not stored.

    It stores a 64-bit hash of each key. With ten million rows the probability of one false match
    is about 1 in 300,000.
    """

    __slots__ = ("_count", "_hashes", "_mask", "_rows")

    def __init__(self) -> None:
        self._count = 0
        self._allocate(_FIRST_SIZE)

    def _allocate(self, size: int) -> None:
        self._mask = size - 1
        self._hashes = array("Q", bytes(8 * size))
        self._rows = array("I", bytes(4 * size))

    def first(self, key: Hashable, row: int) -> int:
        """Return the first row with this key: this row if there is no earlier one."""
        hashed = (hash(key) & _MASK_64_BITS) or 1
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
        self._allocate(_GROWTH * len(hashes))
        for hashed, row in zip(hashes, rows, strict=True):
            if hashed:
                place = hashed & self._mask
                while self._hashes[place]:
                    place = (place + 1) & self._mask
                self._hashes[place], self._rows[place] = hashed, row


_Key = tuple[str, Path, Hashable]
"""A value that two rows should not share: issue code, path, value."""


class SeenRows:
    """The first row of each value, in all sheets and files that have been read."""

    def __init__(self) -> None:
        self.rows: FirstRows = FirstRows()
        """Value → the position of its first row: `offset` and the number of the row."""
        self.offset: int = 0
        """What the position of a row of this sheet has more than its number."""
        self.file: str | None = None
        """The name of the file that is being read, if several are."""
        self._sheets: list[tuple[str | None, str | None]] = []

    def __len__(self) -> int:
        """Return the number of sheets that have been begun."""
        return len(self._sheets)

    def begin(self, sheet: str | None, blocks: int = 1) -> None:
        """Begin a sheet with a number of tables side by side.

        Raises:
            TableError: ``table.too_many_files``.

        """
        if len(self) + blocks > MAX_SHEETS_OF_FILES:
            params = {"maximum": MAX_SHEETS_OF_FILES}
            raise TableError(Issue("table.too_many_files", params=params))
        self.offset = len(self) << ROW_BITS
        self._sheets += [(self.file, sheet)] * blocks

    def place(self, position: int) -> dict[str, str | int]:
        """Return the row at a position, with its sheet and file where they are others."""
        if position >= self.offset:
            return {"first": position - self.offset}
        number, row = divmod(position, 1 << ROW_BITS)
        file, sheet = self._sheets[number]
        place: dict[str, str | int] = {"first": row}
        if sheet is not None:
            place["sheet"] = sheet
        if file is not None and file != self.file:
            place["file"] = file
        return place


class RepeatedRows:
    """Finds values of a record that an earlier row has too."""

    def __init__(self, record_class: type, columns: Container[Path], seen: SeenRows) -> None:
        """Prepare for records of a class; `columns` are the paths that columns fill.

        `seen` are the rows of sheets that were read before.
        """
        self._record_class = record_class
        id_path = _IDS.get(record_class, ("id",))
        self._id_path = id_path if id_path in columns else None
        self._people = people_paths(record_class)
        has_other_keys = record_class in _WITH_OTHER_KEYS
        self._person_of = None if has_other_keys else person_getter(record_class)
        self._fields = [
            field.name for field in record_info(record_class).fields if field.name != "id"
        ]
        self._seen = seen
        self._offset = self._seen.offset

    def find(
        self,
        record: Any,  # noqa: ANN401 - a record of any class
        row: int,
        row_of: Callable[[Path], int] | None = None,
    ) -> list[Issue]:
        """Return one warning for each earlier row that this row repeats, and store this row.

        `row_of` returns the row of a path, if the record is that of several rows.
        """
        position = row + self._offset
        if self._person_of is not None and self._is_first(
            record, self._person_of(record), position
        ):
            return []
        issues: dict[object, Issue] = {}
        for code, path, value in self._keys(record):
            own = position if row_of is None else row_of(path) + self._offset
            first = self._seen.rows.first(value, own)
            if first != own:
                issue = Issue(code, path, Severity.WARNING, self._seen.place(first))
                issues.setdefault((own, first), issue)
        return list(issues.values())

    def _is_first(self, record: Any, person: Person | None, row: int) -> bool:  # noqa: ANN401 - as above
        """Return whether a row about one person with a NIK repeats none; fast for most rows."""
        first = self._seen.rows.first
        if person is None or person.nik is None or first(person.nik.unmasked, row) != row:
            return False
        return self._id_path is None or first(_id_key(record.id), row) == row

    def _keys(self, record: Any) -> list[_Key]:  # noqa: ANN401 - a record of any class
        ids = [] if self._id_path is None else parts_at(record, self._id_path, ())
        keys: list[_Key] = [("table.key_duplicate", path, _id_key(one)) for path, one in ids]
        for places in self._people:
            for path, person in parts_at(record, places, ()):
                if person.nik is not None:
                    keys.append(("table.person_duplicate", (*path, "nik"), person.nik.unmasked))
        if self._record_class in _WITH_OTHER_KEYS:
            keys += self._other_keys(record)
        if not keys and self._record_class in NAMES:
            values = tuple(getattr(record, name) for name in self._fields)
            keys.append(("table.row_duplicate", (), values))
        return keys

    def _other_keys(self, record: object) -> Iterator[_Key]:
        if isinstance(record, Participation):
            yield ("table.participation_duplicate", ("recipient",), _participation_key(record))
        elif isinstance(record, Participant | Event):
            yield from _participants(record)
        else:
            for path, family in parts_at(record, _FAMILIES[self._record_class], ()):
                if family.kk is not None:
                    yield ("table.family_duplicate", (*path, "kk"), ("kk", family.kk.unmasked))


def _id_key(record_id: object) -> Hashable:
    return "id", str(record_id).casefold()


def _participants(record: Participant | Event) -> Iterator[_Key]:
    """Yield a key for each participant; that of an event includes the event."""
    if isinstance(record, Participant):
        yield ("table.participant_duplicate", (), _identity(record))
        return
    event = (record.title.casefold(), record.year, record.dates)
    for number, one in enumerate(record.participants):
        path = ("participants", number)
        yield ("table.participant_duplicate", path, (event, _identity(one)))


def _participation_key(record: Participation) -> Hashable:
    """Return a key of recipient, programme, goods and dates."""
    goods = None if record.goods is None else record.goods.casefold()
    day = record.decided_on if record.since is None else record.since
    identity = str(record.recipient).casefold(), str(record.programme).casefold()
    return (*identity, goods, day, record.until)


def _identity(one: Participant) -> Hashable:
    """Return the worker id of a participant, or else kind, name and origin."""
    if one.worker is not None:
        return str(one.worker).casefold()
    return (one.kind, one.name and one.name.casefold(), one.origin)


def people_paths(record_class: type) -> tuple[Path, ...]:
    """Return the paths of the people in a record of a class; ``*`` stands for every item."""
    return _PEOPLE.get(record_class, ())


def person_getter(record_class: type) -> Callable[[Any], Person | None] | None:
    """Return a function that returns the only person of a record, if its class has one at most."""
    if record_class is Person:
        return lambda person: person
    is_direct = people_paths(record_class) == (("person",),)
    return attrgetter("person") if is_direct else None


def parts_at(part: Any, steps: Path, path: Path) -> list[tuple[Path, Any]]:  # noqa: ANN401 - a part of a record
    """Return (path, part) for every part of a record at some steps; ``*`` matches every item."""
    for number, step in enumerate(steps):
        if step == _EVERY:
            below = steps[number + 1 :]
            each = (parts_at(item, below, (*path, index)) for index, item in enumerate(part))
            return [found for parts in each for found in parts]
        part = getattr(part, str(step))
        path = (*path, step)
        if part is None:
            return []
    return [(path, part)]
