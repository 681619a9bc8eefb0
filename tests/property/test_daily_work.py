"""Laws of proposals, attendance lists, ground checks and welfare resources."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from psm_core import (
    AttendanceList,
    BeneficiaryId,
    GroundCheck,
    ProgrammeId,
    Proposal,
    ProposalId,
    ProposalStep,
    RegionCode,
    ValidationError,
    WelfareResource,
    checks,
    load_regions,
    recaps,
)
from psm_core.terms import ProposalStatus
from psm_core.testing import records

REGIONS = load_regions()
ANGSANA = RegionCode("63.10.09")
STEPS = st.builds(
    lambda status, days, corrects: (status, date(2025, 10, 1) + timedelta(days), corrects),
    st.none() | st.sampled_from(ProposalStatus),
    st.integers(0, 20),
    st.none() | st.integers(1, 8),
)


@given(st.lists(STEPS, max_size=8))
def test_proposal_keeps_every_step_and_has_the_status_of_the_latest(steps):
    proposal = Proposal(
        id=ProposalId("u"), programme=ProgrammeId("PKH"), beneficiary=BeneficiaryId("b")
    )
    for status, day, corrects in steps:
        before = proposal
        try:
            step = ProposalStep(status=status, date=day, corrects=corrects)
            proposal = proposal.add_step(step)
        except ValidationError:
            continue
        assert proposal.is_later_state_of(before)
        assert not before.is_later_state_of(proposal)
        in_force = proposal.current_steps
        assert [one.date for one in in_force] == sorted(one.date for one in in_force)
        replaced = sum(one.corrects is not None for one in proposal.steps)
        cancelling = sum(one.status is None for one in proposal.steps)
        assert len(proposal.steps) - replaced - cancelling <= len(in_force)
        assert proposal.status is (in_force[-1].status if in_force else ProposalStatus.DRAF)
        assert {one.code.partition(".")[0] for one in checks.check(proposal, regions=REGIONS)} <= {
            "proposal"
        }


@given(records(AttendanceList))
def test_nobody_attends_more_hours_than_the_list_has(attendance):
    for one in attendance.attendees:
        hours = attendance.hours_of(one)
        assert len(attendance.sessions_of(one)) == len(one.attended)
        if hours is not None and attendance.hours is not None:
            assert hours <= attendance.hours
    recap = recaps.presences(attendance)
    assert recap.count() == len(attendance.sessions) * len(attendance.attendees)


@given(st.lists(records(GroundCheck), max_size=4))
def test_recap_counts_each_row_once_at_most(rows):
    recap = recaps.ground_checks(rows, regions=REGIONS, within=ANGSANA)
    unknown = sum(one.region is None for one in rows)
    assert unknown <= recap.count() <= len(rows)
    assert recap.suppress(3).count() in {None, recap.count()}


@given(st.lists(records(WelfareResource), max_size=4))
def test_recap_of_resources_adds_their_counts(resources):
    recap = recaps.welfare_resources(resources, regions=REGIONS, within=ANGSANA)
    totals = [one.total for one in resources]
    assert recap.count() is None or recap.count() <= sum(one or 0 for one in totals)
    assert None in totals or recap.count() is not None
