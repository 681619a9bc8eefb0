"""Corrections in an append-only list of steps: which steps are in force.

Steps are identified by their number in the list, counted from 1.
"""

from collections.abc import Callable, Iterable
from typing import Protocol, TypeVar

from .._core.invariants import Verdict
from .._paths import Steps


class Correction(Protocol):
    """A step that may replace or cancel an earlier one."""

    @property
    def corrects(self) -> int | None:
        """The number of the step that this one replaces or cancels."""


S = TypeVar("S", bound=Correction)


def positions(steps: Iterable[Correction]) -> dict[int, int]:
    """Return number → position, of the steps that no later step corrects.

    A correction takes the position of the step that it corrects. A step that corrects a missing or
    already corrected step is left out.
    """
    found: dict[int, int] = {}
    for number, step in enumerate(steps, start=1):
        if step.corrects is None:
            found[number] = number
        elif step.corrects in found:
            found[number] = found.pop(step.corrects)
    return found


def valid_corrections(steps: tuple[S, ...], is_cancellation: Callable[[S], bool]) -> Verdict:
    """Return the path of each correction of a step that is not in force, or True.

    A cancellation may be corrected, but not cancelled.
    """
    if not [step for step in steps if step.corrects is not None]:
        return True
    found = list[Steps]()
    in_force: set[int] = set()
    for number, step in enumerate(steps, start=1):
        corrected = step.corrects or 0
        if step.corrects is None or (
            corrected in in_force
            and not (is_cancellation(step) and is_cancellation(steps[corrected - 1]))
        ):
            in_force.add(number)
            in_force.discard(corrected)
        else:
            found.append((number - 1, "corrects"))
    return found or True
