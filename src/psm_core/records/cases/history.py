"""Which steps of a case are in force, and which referral each answer belongs to.

Steps are identified by their number in the case, counted from 1.
"""

from collections.abc import Iterator

from ...terms import StepKind
from ..corrections import positions
from .steps import Step


def steps_in_force(steps: tuple[Step, ...]) -> list[int]:
    """Return the numbers of the steps in force, ordered by date and then by position.

    A correction takes the position of the step that it corrects. Cancelled steps and cancellations
    are left out. A TERMINASI comes after all other steps of its day.
    """
    place = positions(steps)
    numbers = [n for n in place if steps[n - 1].kind is not StepKind.PEMBATALAN]
    return sorted(
        numbers,
        key=lambda n: (
            steps[n - 1].date,
            steps[n - 1].kind is StepKind.TERMINASI,
            place[n],
        ),
    )


def _originals(steps: tuple[Step, ...]) -> dict[int, int]:
    """Return number of each step → number of the original step, before all corrections."""
    originals: dict[int, int] = {}
    for number, step in enumerate(steps, start=1):
        originals[number] = originals.get(step.corrects or number, number)
    return originals


def referrals_in_force(steps: tuple[Step, ...]) -> dict[int, int]:
    """Return number of the original step → number of the current step, of each referral."""
    originals = _originals(steps)
    return {
        originals[n]: n for n in sorted(steps_in_force(steps)) if steps[n - 1].referral is not None
    }


def answers_in_force(steps: tuple[Step, ...]) -> Iterator[tuple[int, int | None]]:
    """Yield the number of each answer, and the current number of the referral that it answers.

    The second number is None if the referral is missing, cancelled or later than the answer.
    """
    originals, referrals = _originals(steps), referrals_in_force(steps)
    for number in steps_in_force(steps):
        answered = steps[number - 1].answers
        if answered is not None:
            yield number, referrals.get(originals[answered]) if answered < number else None
