"""Rows that repeat an earlier row: the same id, person, family, organisation or event."""

from collections.abc import Callable, Collection, Iterator
from datetime import date
from typing import Any

from ..._paths import Steps
from ...errors import Issue
from ...records.attendance import Attendee
from ...records.people import Person
from ...records.workers import Worker
from ...values.region_code import RegionCode
from .keys import (
    RecordKeys,
    has_other_keys,
    id_key,
    membership_key,
    parts_at,
    person_getter,
)
from .seen_rows import SeenRows
from .seen_workers import SeenWorkers, villages_served
from .similar_people import SimilarPeople


class RepeatedRows:
    """Finds values of a record that an earlier row has too."""

    def __init__(
        self, record_class: type, columns: Collection[Steps], seen: SeenRows, as_of: date | None
    ) -> None:
        """Prepare for records of a class; `columns` are the paths that columns fill.

        `seen` are the rows of sheets that were read before. `as_of` is the day that counts as
        today, if it is known.
        """
        self._keys = RecordKeys(record_class, columns)
        self._id_path = self._keys.id_path
        self._people = self._keys.people
        self._name_path = (*(self._people[0] if self._people else ()), "name")
        self._is_worker = record_class is Worker
        self._is_attendee = record_class is Attendee
        is_plain = self._is_worker or not has_other_keys(record_class)
        self._person_of = person_getter(record_class) if is_plain else None
        numbers = {step for path in columns for step in path if isinstance(step, int)}
        self._has_one_item = numbers <= {0}
        self._seen = seen
        self._as_of = as_of
        self._found = seen.people
        self._workers = seen.workers if self._is_worker else None
        self._offset = seen.offset
        self._first = seen.rows.first

    def find(
        self,
        record: Any,  # noqa: ANN401 - a record of any class
        row: int,
        row_of: Callable[[Steps], int] | None = None,
    ) -> list[Issue]:
        """Return one warning for each earlier row that this row repeats, and store this row.

        `row_of` returns the row of a path, if the record is that of several rows.
        """
        position = row + self._offset
        if self._workers is not None:
            self._workers.add(position, record)
        if self._person_of is not None:
            person = self._person_of(record)
            if person is not None and self._is_first(record, person, position):
                if self._found is not None:
                    self._found.add(position, self._name_path, person, self._region_of(record))
                return []
        issues: dict[tuple[int, int], Issue] = {}
        for code, path, value in self._keys.of(record):
            if self._is_attendee:  # each session may have its own sheet
                value = self._offset, value  # noqa: PLW2901
            own = position if row_of is None else row_of(path) + self._offset
            first = self._first(value, own)
            if first != own and (own, first) not in issues:
                in_first = self._path_in_first(path, is_merged=row_of is not None)
                issues[own, first] = self._seen.repeat(code, path, own, first, in_first)
        if not issues and self._found is not None:
            self._add_people(self._found, record, position, row_of)
        if self._workers is None:
            return list(issues.values())
        return [*issues.values(), *self._elsewhere(self._workers, record, position)]

    def _elsewhere(self, workers: SeenWorkers, worker: Worker, position: int) -> Iterator[Issue]:
        """Yield a warning if a worker serves another village in an earlier row.

        Both assignments are current.
        """
        nik = worker.person.nik
        first = position if nik is None else self._first(nik.unmasked, position)
        earlier = None if first == position else workers.at(first)
        if earlier is None:
            return
        here, there = (villages_served(one, self._as_of) for one in (worker, earlier))
        if here and there and not here.keys() & there.keys():
            path, path_in_first = (
                ("assignments", next(iter(one.values())), "serves") for one in (here, there)
            )
            yield self._seen.repeat(
                "table.assignment_elsewhere", path, position, first, path_in_first
            )

    def _add_people(
        self,
        found: SimilarPeople,
        record: Any,  # noqa: ANN401 - as above
        position: int,
        row_of: Callable[[Steps], int] | None,
    ) -> None:
        """Store the people of a row that repeats no other, to find who is listed twice."""
        region = self._region_of(record)
        for places in self._people:
            for path, person in parts_at(record, places, ()):
                if row_of is None:
                    own, local = position, path
                else:
                    own, local = row_of(path) + self._offset, (path[0], 0, *path[2:])
                found.add(own, (*local, "name"), person, region)

    def _region_of(self, record: Any) -> RegionCode | None:  # noqa: ANN401 - as above
        """Return the region that a worker serves, for workers whose address is not listed."""
        if self._is_worker and record.assignments:
            served: RegionCode = record.assignments[0].serves
            return served
        return None

    def _is_first(self, record: Any, person: Person, row: int) -> bool:  # noqa: ANN401 - as above
        """Return whether a row about one person with a NIK repeats none; fast for most rows."""
        first = self._first
        if person.nik is None or first(person.nik.unmasked, row) != row:
            return False
        if self._id_path is not None and first(id_key(record.id), row) != row:
            return False
        if not self._is_worker or (number := record.membership_number) is None:
            return True
        return first(membership_key(number), row) == row

    def _path_in_first(self, path: Steps, *, is_merged: bool) -> Steps | None:
        """Return the path of a value in an earlier row, or None if several columns may fill it.

        Each of the rows that make one record has one item.
        """
        if not any(isinstance(step, int) for step in path):
            return path
        return (path[0], 0, *path[2:]) if is_merged or self._has_one_item else None
