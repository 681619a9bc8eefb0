"""Checks of boards, assignments and participations: periods that are missing or at odds."""

from collections.abc import Iterator, Mapping
from typing import Final

from ..errors import Issue
from ..records.organisations import Board
from ..records.programmes import Participation
from ..records.workers import Assignment
from ..values.dates import beside_another, overlap
from .context import Check, CheckContext, warning

_CHAIR: Final = "ketua"


def board_has_one_chair(board: Board, _: CheckContext) -> Iterator[Issue]:
    """Yield a warning if two hold the seat *Ketua* at a time, or two act for its holder."""
    chairs = [
        (number, one) for number, one in enumerate(board.holders) if one.seat.casefold() == _CHAIR
    ]
    for acts in (False, True):
        alike = (each for each in chairs if (each[1].qualifier is not None) is acts)
        for number in beside_another(alike):
            yield warning("board.two_holders", "holders", number, "seat")


def holders_are_in_term(board: Board, _: CheckContext) -> Iterator[Issue]:
    """Yield a warning for each holder whose period is outside the term of the board."""
    for number, one in enumerate(board.holders):
        if not overlap(one.since, one.until, board.since, board.until):
            yield warning("board.holder_outside_term", "holders", number, "since")


def ended_role_has_its_last_day(role: Assignment, _: CheckContext) -> Iterator[Issue]:
    """Yield a warning for a role with a reason for its end, but without the day."""
    if role.end_reason is not None and role.until is None:
        yield warning("assignment.reason_without_end", "end_reason")


def participation_has_a_date(participation: Participation, _: CheckContext) -> Iterator[Issue]:
    """Yield a warning for a participation with neither a first day nor the day of the decision."""
    if participation.since is None and participation.decided_on is None:
        yield warning("participation.undated", "since")


CHECKS: Final[Mapping[type, tuple[Check, ...]]] = {
    Assignment: (ended_role_has_its_last_day,),
    Board: (board_has_one_chair, holders_are_in_term),
    Participation: (participation_has_a_date,),
}
"""Record class → its checks in this module."""
