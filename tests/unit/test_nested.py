"""Inner records are changed in place, with issues at their place in the whole record."""

from datetime import date

import pytest

from psm_core import (
    NIK,
    Assignment,
    Person,
    RegionCode,
    ValidationError,
    Worker,
    WorkerId,
    evolve,
    evolve_at,
)
from psm_core.terms import EndReason, Pillar

PSM = Assignment(pillar=Pillar.PSM, serves=RegionCode("63.10.09.2005"), since=date(2019, 8, 1))
TKSK = Assignment(pillar=Pillar.TKSK, serves=RegionCode("63.10.09"), since=date(2021, 1, 4))
WORKER = Worker(
    id=WorkerId("psm-1"),
    person=Person(nik=NIK("9901014108900001"), name="Siti Contoh"),
    assignments=(PSM, TKSK),
)


def test_inner_record_is_changed_and_the_rest_is_kept():
    changed = evolve_at(WORKER, ("assignments", 1), until=date(2025, 1, 1))
    assert changed.assignments == (PSM, evolve(TKSK, until=date(2025, 1, 1)))
    assert evolve_at(WORKER, ("person",), name="Contoh").person.name == "Contoh"
    assert evolve_at(WORKER, (), membership_number="1") == evolve(WORKER, membership_number="1")


def test_issue_has_its_path_in_the_whole_record():
    with pytest.raises(ValidationError) as caught:
        evolve_at(WORKER, ("assignments", 0), until="2019", decree="SK")
    places = [issue.where for issue in caught.value.issues]
    assert places == ["$.assignments[0].until", "$.assignments[0].decree"]
    with pytest.raises(ValidationError) as caught:
        WORKER.ended(PSM, until=date(2019, 1, 1))
    assert [issue.where for issue in caught.value.issues] == ["$.assignments[0].until"]


def test_outer_record_is_validated_too():
    with pytest.raises(ValidationError) as caught:
        evolve_at(WORKER, ("assignments", 1), pillar=PSM.pillar, serves=PSM.serves, since=PSM.since)
    assert {issue.code for issue in caught.value.issues} == {"assignment.duplicate"}


@pytest.mark.parametrize(
    "path",
    [
        ("assignments", 2),
        ("assignments", -1),
        ("assignments",),
        ("person", "name"),
        ("person", 0),
        ("unknown",),
        (0,),
        ("assignments", "0"),
    ],
)
def test_path_without_an_inner_record_is_refused(path):
    with pytest.raises(LookupError, match="there is no inner record at"):
        evolve_at(WORKER, path, name="Contoh")


def test_path_that_is_no_sequence_of_steps_is_refused():
    for path in ("person", b"person", {"person"}, iter(["person"]), None, 5):
        with pytest.raises(TypeError, match="the path is a sequence of steps"):
            evolve_at(WORKER, path, name="Contoh")


def test_no_error_holds_a_name():
    with pytest.raises(TypeError, match="Person has no field 'nama'"):
        evolve_at(WORKER, ("person",), nama="Budi")
    for path in ((), ("name",)):
        with pytest.raises(TypeError, match="str is not a record"):
            evolve_at("Budi", path, name="Budi")
    for step in ("Siti Contoh", "9901014108900001", "k_9901014108900001", 10**15, ["Siti"], 1.5):
        with pytest.raises(LookupError) as caught:
            evolve_at(WORKER, ("person", step), name="Budi")
        assert str(caught.value) == "there is no inner record at $.person.?"
    with pytest.raises(LookupError, match=r"at \$\.assignments\[True\]"):
        evolve_at(WORKER, ("assignments", True), until=None)


def test_assignment_ends_on_a_day_or_for_a_reason():
    ended = WORKER.ended(TKSK, until=date(2025, 1, 1))
    assert ended.assignments == (PSM, evolve(TKSK, until=date(2025, 1, 1)))
    reason = EndReason.MENGUNDURKAN_DIRI
    assert WORKER.ended(PSM, reason=reason).assignments[0].end_reason is reason
    with_reason = ended.ended(ended.assignments[1], reason=reason)
    assert with_reason.assignments[1] == evolve(TKSK, until=date(2025, 1, 1), end_reason=reason)


def test_end_without_day_and_reason_or_of_another_assignment_is_refused():
    with pytest.raises(ValueError, match="an end needs a day, a reason, or both"):
        WORKER.ended(PSM)
    with pytest.raises(ValueError, match="the worker has no such assignment"):
        WORKER.ended(evolve(PSM, since=date(2020, 1, 1)), until=date(2025, 1, 1))
