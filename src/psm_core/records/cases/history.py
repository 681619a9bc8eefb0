"""Which steps of a case are in force, and which referral each answer belongs to.

Steps are identified by their number in the case, counted from 1.
"""

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
    return _referrals(steps, _originals(steps), steps_in_force(steps))


def _referrals(
    steps: tuple[Step, ...], originals: dict[int, int], in_force: list[int]
) -> dict[int, int]:
    return {originals[n]: n for n in sorted(in_force) if steps[n - 1].referral is not None}


def has_simple_answers(steps: tuple[Step, ...]) -> bool:
    """Return whether no step is corrected and each answer follows its referral, as in most cases.

    Such answers are valid. `answers_in_force` finds out about the others.
    """
    for number, step in enumerate(steps, start=1):
        if step.corrects is not None:
            return False
        if step.answers is not None:
            sent = steps[min(step.answers, number) - 1]
            if sent.referral is None or step.date < sent.date:
                return False
    return True


def answers_in_force(steps: tuple[Step, ...]) -> list[tuple[int, int | None]]:
    """Return the number of each answer, and the current number of the referral that it answers.

    The second number is None if the referral is missing, cancelled or later than the answer.
    """
    found: list[tuple[int, int | None]] = []
    originals, in_force = _originals(steps), steps_in_force(steps)
    referrals = _referrals(steps, originals, in_force)
    for number in in_force:
        answered = steps[number - 1].answers
        if answered is not None:
            sent = referrals.get(originals[answered]) if answered < number else None
            found.append((number, sent))
    return found
