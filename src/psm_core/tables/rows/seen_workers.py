"""The workers of earlier rows of a file, and the villages that they serve now."""

from bisect import bisect_left
from datetime import date

from ...records.workers import Assignment, Worker
from ...values.region_code import RegionCode
from .keys import is_village


class SeenWorkers:
    """The workers of a file by position, in two lists: Python examines no object for each."""

    def __init__(self) -> None:
        self._positions: list[int] = []
        self._workers: list[Worker] = []

    def add(self, position: int, worker: Worker) -> None:
        """Add the worker of a row; the rows come in order."""
        self._positions.append(position)
        self._workers.append(worker)

    def at(self, position: int) -> Worker | None:
        """Return the worker of a row, or None if it is in another file."""
        at = bisect_left(self._positions, position)
        is_known = at < len(self._positions) and self._positions[at] == position
        return self._workers[at] if is_known else None


def villages_served(worker: Worker, as_of: date | None) -> dict[RegionCode, int]:
    """Return village → number of the current assignment of a worker there."""
    return {
        one.serves: number
        for number, one in enumerate(worker.assignments)
        if is_village(one.serves) and (one.is_held_on(as_of) if as_of else _is_open(one))
    }


def _is_open(one: Assignment) -> bool:
    """Return whether an assignment has begun and nothing says that it has ended."""
    has_begun = one.since is not None or one.listed_on is not None
    return has_begun and one.until is None and one.end_reason is None
