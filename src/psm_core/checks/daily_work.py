"""Checks of attendance lists, ground checks, proposals and welfare resources."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from ..errors import Issue
from ..records.attendance import AttendanceList
from ..records.ground_checks import GroundCheck, GroundCheckList
from ..records.proposals import (
    USUAL_NEXT_STATUSES,
    Proposal,
    ProposalStep,
    statuses_in_force,
)
from ..records.welfare_resources import WelfareResource
from ..terms import ProposalDocument, ProposalStatus
from ..values.region_code import RegionCode
from .context import Check, CheckContext, current, warning

_DECISIONS: Final = frozenset({ProposalStatus.LAYAK, ProposalStatus.TIDAK_LAYAK})
"""What a village meeting decides."""


def result_has_a_date(row: GroundCheck, _: CheckContext) -> Iterator[Issue]:
    """Yield a warning for a result without the day of the check."""
    if row.result is not None and row.date is None:
        yield warning("ground_check.undated", "date")


def rows_fit_the_list(checked: GroundCheckList, context: CheckContext) -> Iterator[Issue]:
    """Yield a warning for each row outside the region of the list, and for a differing size."""
    within = current(checked.region, context)
    for number, row in enumerate(checked.rows):
        region = current(row.region, context)
        if within is not None and region is not None and not _may_be_within(region, within):
            yield warning("ground_check.outside", "rows", number, "person")
    if checked.size is not None and checked.size != len(checked.rows):
        count, size = len(checked.rows), checked.size
        yield warning("ground_check.rows_missing", "size", count=count, size=size)


def _may_be_within(region: RegionCode, within: RegionCode) -> bool:
    """Return whether a region is within another one, or contains it and so may be known in part."""
    return region.is_within(within) or within.is_within(region)


def steps_have_the_usual_order(proposal: Proposal, _: CheckContext) -> Iterator[Issue]:
    """Yield a warning for each status that does not usually follow the one before it.

    No act that could be read prescribes an order. A record may begin with any status, because old
    lists contain only the latest one.
    """
    usual: Iterable[ProposalStatus] = ProposalStatus
    for number, status in statuses_in_force(proposal.steps):
        if status not in usual:
            yield warning("proposal.step_order", "steps", number - 1, "status")
        usual = USUAL_NEXT_STATUSES[status]


def steps_are_signed(proposal: Proposal, _: CheckContext) -> Iterator[Issue]:
    """Yield a warning for each step in force, except a draft, that nobody signed.

    A proposal in which no step is signed comes from a list that states no signatures.
    """
    has_signatures = any(step.is_signed for step in proposal.steps)
    for number, status in statuses_in_force(proposal.steps) if has_signatures else ():
        is_signed = proposal.steps[number - 1].is_signed
        if status is not ProposalStatus.DRAF and not is_signed:
            yield warning("proposal.unsigned", "steps", number - 1, "signed_by")


def meeting_agreed(proposal: Proposal, _: CheckContext) -> Iterator[Issue]:
    """Yield a warning for an accepted proposal that no village meeting found eligible.

    Without a meeting, an SPTJM is enough. Of a proposal that was made again, only the steps since
    then count. A record without the step *diusulkan* is not complete, so nothing follows from a
    missing step.

    Source: Kepmensos 73/HUK/2024, as restated in the press.
    """
    if proposal.status is not ProposalStatus.DITETAPKAN:
        return
    steps = _since_the_latest_proposal(proposal.current_steps)
    decisions = [step.status for step in steps if step.status in _DECISIONS]
    is_complete = steps[0].status is ProposalStatus.DIUSULKAN
    has_statement = any(step.document is ProposalDocument.SPTJM for step in steps)
    if decisions[-1:] == [ProposalStatus.TIDAK_LAYAK]:
        yield warning("proposal.against_meeting", "steps")
    elif is_complete and not decisions and not has_statement:
        yield warning("proposal.without_meeting", "steps")


def _since_the_latest_proposal(steps: Sequence[ProposalStep]) -> Sequence[ProposalStep]:
    """Return the steps from the latest step *diusulkan* on; all steps if there is none."""
    starts = [n for n, step in enumerate(steps) if step.status is ProposalStatus.DIUSULKAN]
    return steps[starts[-1] :] if starts else steps


def certificates_fit_the_sessions(attendance: AttendanceList, _: CheckContext) -> Iterator[Issue]:
    """Yield a warning for each certificate that does not fit the sessions.

    Its date may not be before the last session, and its hours may not exceed those of all sessions.
    Nobody is absent for whom the list shows nothing.
    """
    last = max((one.date for one in attendance.sessions), default=None)
    most = attendance.hours
    for number, one in enumerate(attendance.attendees):
        stated, issued = one.certificate_hours, one.certificate_date
        path = ("attendees", number)
        if last is not None and issued is not None and issued < last:
            yield warning("attendance.certificate_early", *path, "certificate_date")
        if most is not None and attendance.sessions and stated is not None and stated > most:
            facts = {"stated": stated, "hours": most}
            yield warning("attendance.certificate_hours", *path, "certificate_hours", **facts)
        if one.presences and not one.attended and one.certificate_number is not None:
            yield warning("attendance.certificate_absent", *path, "presences")


def resource_is_counted(resource: WelfareResource, _: CheckContext) -> Iterator[Issue]:
    """Yield a warning for a welfare resource with neither a name nor a count."""
    if resource.total is None:
        yield warning("resource.uncounted", "count")


CHECKS: Final[Mapping[type, tuple[Check, ...]]] = {
    AttendanceList: (certificates_fit_the_sessions,),
    GroundCheck: (result_has_a_date,),
    GroundCheckList: (rows_fit_the_list,),
    Proposal: (steps_have_the_usual_order, steps_are_signed, meeting_agreed),
    WelfareResource: (resource_is_counted,),
}
"""Record class → its checks in this module."""
