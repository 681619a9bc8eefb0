"""The provenance of a record after changes, and of the merge of two copies."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psm_core import (
    NIK,
    Address,
    AgentId,
    Assignment,
    Extensions,
    FieldSource,
    Person,
    PhoneNumber,
    Provenance,
    RegionCode,
    SourcedRecord,
    Training,
    Worker,
    WorkerId,
    evolve,
    fields_of,
)
from psm_core.changes import diff, merge, merge_provenance, update_provenance
from psm_core.changes.differences import is_nothing
from psm_core.records.provenance import paths_of
from psm_core.terms import DisabilityType, Pillar
from psm_core.testing import edited_pairs, merge_inputs, provenances
from tests.each_class import EACH_CLASS
from tests.project.records import RECORDS

CLASSES = st.sampled_from(RECORDS)
FILE = FieldSource(document="daftar.xlsx")
MINE = FieldSource(agent=AgentId("psm-1"), recorded_on=date(2025, 10, 8))
THEIRS = FieldSource(agent=AgentId("psm-2"), recorded_on=date(2025, 10, 9))
CALL = FieldSource(agent=AgentId("dinsos-6310"), recorded_on=date(2025, 10, 12))
SITI = Person(nik=NIK("9901014108900001"), name="Siti Contoh", phone=PhoneNumber("+628000000001"))
PSM = Assignment(pillar=Pillar.PSM, serves=RegionCode("63.10.09.2005"), since=date(2019, 8, 1))
TKSK = Assignment(pillar=Pillar.TKSK, serves=RegionCode("63.10.09"), since=date(2021, 1, 4))
TAGANA = Assignment(pillar=Pillar.TAGANA, serves=RegionCode("63.10"), since=date(2022, 1, 4))
WORKER = Worker(id=WorkerId("psm-1"), person=SITI, assignments=(PSM, TKSK))
REGISTER = Provenance({(): FILE})


def with_assignments(*items):
    return evolve(WORKER, assignments=items)


def after(record, *others, provenance=REGISTER, source=MINE):
    """Return the provenance after the changes from each record to the next one."""
    for other in others:
        provenance = update_provenance(provenance, diff(record, other), source)
        assert provenance.issues(other) == ()
        record = other
    return provenance


def shown(provenance, *paths):
    names = {FILE: "file", MINE: "mine", THEIRS: "theirs", CALL: "call", None: None}
    return [names[provenance.of(path)] for path in paths]


def merged(base, mine, theirs, *, of_base=REGISTER, of_mine=None, of_theirs=None, choices=None):  # noqa: PLR0913 - all by name
    """Return the merged record and its provenance, which does not depend on the side."""
    record = merge(base, mine, theirs, choices=choices).record
    if of_mine is None:
        of_mine = after(base, mine, provenance=of_base)
    if of_theirs is None:
        of_theirs = after(base, theirs, provenance=of_base, source=THEIRS)
    first, second = SourcedRecord(mine, of_mine), SourcedRecord(theirs, of_theirs)
    sourced = SourcedRecord(base, of_base)
    found = merge_provenance(record, sourced, first, second)
    assert merge_provenance(record, sourced, second, first) == found
    return SourcedRecord(record, found)


@given(CLASSES.flatmap(edited_pairs), st.data())
@EACH_CLASS
def test_changed_fields_have_the_new_source_and_others_keep_theirs(drawn, data):
    before, now = drawn
    provenance = data.draw(provenances(before))
    found = after(before, now, provenance=provenance)
    assert (after(before, before, provenance=provenance).of(()) == provenance.of(())) is True
    for field in fields_of(type(before)):
        old, new = getattr(before, field.name), getattr(now, field.name)
        if old == new:
            for path in paths_of(old, (field.name,)):
                assert found.of(path) == provenance.of(path)
        elif is_nothing(new):
            assert not [path for path in found.entries if path[:1] == (field.name,)]
        elif field.collection is None and field.record_class is None:
            assert found.of((field.name,)) == MINE


@given(CLASSES.flatmap(merge_inputs), st.data())
@EACH_CLASS
def test_merged_fields_have_the_source_of_the_side_they_were_taken_from(drawn, data):
    base, mine, theirs = drawn
    if merge(base, mine, theirs).record is None:
        theirs = base
    of_base = data.draw(provenances(base))
    result = merged(base, mine, theirs, of_base=of_base)
    for field in fields_of(type(base)):
        old, first, second, now = (
            getattr(one, field.name) for one in (base, mine, theirs, result.record)
        )
        path = (field.name,)
        if is_nothing(now):
            continue
        if old == first == second:
            assert result.provenance.of(path) == of_base.of(path)
        elif field.collection is None and field.record_class is None and field.name != "extensions":
            assert result.provenance.of(path) == (THEIRS if second != old else MINE)


@given(CLASSES.flatmap(edited_pairs), st.data())
@EACH_CLASS
def test_merge_with_an_unchanged_copy_has_the_provenance_of_the_changed_one(drawn, data):
    base, mine = drawn
    of_base, drawn_of_mine = data.draw(provenances(base)), data.draw(provenances(mine))
    of_mine = Provenance({(): MINE, **drawn_of_mine.entries})
    result = merged(base, mine, base, of_base=of_base, of_mine=of_mine, of_theirs=of_base)
    assert result.record == mine
    if base != mine:
        for path in paths_of(mine):
            assert result.provenance.of(path) == of_mine.of(path)


def test_entry_of_a_removed_field_is_lost():
    provenance = Provenance({("person",): FILE, ("person", "phone"): CALL})
    found = after(SITI, SITI, evolve(SITI, phone=None), provenance=Provenance({("phone",): CALL}))
    assert found == Provenance()
    other = evolve(WORKER, person=evolve(SITI, phone=None))
    assert after(WORKER, other, provenance=provenance).entries == {("person",): FILE}


def test_items_keep_their_source_when_others_are_removed_and_added():
    provenance = Provenance({("assignments",): FILE, ("assignments", 1, "since"): CALL})
    now = with_assignments(TAGANA, evolve(TKSK, until=date(2025, 1, 1)))
    found = after(WORKER, now, provenance=provenance)
    paths = [(0,), (0, "since"), (1, "serves"), (1, "since"), (1, "until")]
    assert shown(found, *[("assignments", *path) for path in paths]) == [
        "mine",
        "mine",
        "file",
        "call",
        "mine",
    ]


def test_items_that_moved_keep_their_source():
    base = with_assignments(PSM, TKSK, TAGANA)
    sources = {("assignments", 0): CALL, ("assignments", 1): FILE, ("assignments", 2): THEIRS}
    for items in ((TAGANA, TKSK, PSM), (TAGANA, PSM, TKSK), (TKSK, TAGANA, PSM)):
        found = after(base, with_assignments(*items), provenance=Provenance(sources))
        for at, item in enumerate(items):
            assert (
                found.of(("assignments", at))
                == sources["assignments", base.assignments.index(item)]
            )
    ended = evolve(PSM, until=date(2025, 1, 1))
    found = after(base, with_assignments(TKSK, TAGANA, ended), provenance=Provenance(sources))
    assert shown(found, ("assignments", 2, "since"), ("assignments", 2, "until")) == [
        "call",
        "mine",
    ]


def test_texts_of_a_list_keep_their_source_when_they_move():
    trainings = tuple(Training(name=f"Bimtek {number}") for number in range(60))
    base = evolve(WORKER, trainings=trainings)
    now = evolve(WORKER, trainings=trainings[::-1])
    sources = Provenance({("trainings", 3): CALL, ("trainings", 59): THEIRS})
    found = after(base, now, provenance=sources)
    assert found.entries == {("trainings", 56): CALL, ("trainings", 0): THEIRS}
    others = tuple(Training(name=f"Diklat {number}") for number in range(60))
    assert set(
        after(base, evolve(WORKER, trainings=others), provenance=sources).entries.values()
    ) == {MINE}


def test_source_of_an_item_that_was_removed_before_is_not_found_again():
    without, again = with_assignments(TKSK), with_assignments(TKSK, PSM)
    changes = (*diff(without, again), *diff(again, without))
    found = update_provenance(Provenance({("assignments", 0): CALL}), changes, MINE)
    assert found.entries == {("assignments", 0): CALL}
    with_two = with_assignments(PSM, TKSK)
    changes = (*diff(without, with_two), *diff(with_two, again))
    found = update_provenance(Provenance({("assignments", 0): CALL}), changes, MINE)
    assert found.entries == {("assignments", 0): CALL, ("assignments", 1): MINE}


def test_terms_of_a_set_keep_their_source():
    fisik, mental, sensorik = (
        DisabilityType.FISIK,
        DisabilityType.MENTAL,
        DisabilityType.INTELEKTUAL,
    )
    base = evolve(SITI, disabilities=frozenset({fisik, mental}))
    now = evolve(SITI, disabilities=frozenset({mental, sensorik}))
    order = sorted([fisik, mental], key=lambda one: one.value)
    provenance = Provenance({("disabilities", order.index(mental)): CALL})
    found = after(base, now, provenance=provenance)
    order = sorted([mental, sensorik], key=lambda one: one.value)
    assert found.of(("disabilities", order.index(mental))) == CALL
    assert found.of(("disabilities", order.index(sensorik))) == MINE


def test_merge_takes_the_source_of_each_side_also_within_items():
    mine = evolve(
        WORKER,
        person=evolve(SITI, phone=PhoneNumber("+628000000002")),
        assignments=(TAGANA, evolve(PSM, until=date(2025, 9, 30)), TKSK),
    )
    theirs = evolve(
        WORKER,
        person=evolve(SITI, birth_place="Batulicin"),
        assignments=(evolve(PSM, since=date(2019, 8, 2)), TKSK),
        trainings=(Training(name="Bimtek"),),
    )
    result = merged(WORKER, mine, theirs)
    assert result.record.assignments[0] == TAGANA
    paths = ["person", "phone"], ["person", "birth_place"], ["person", "name"], ["trainings", 0]
    assert shown(result.provenance, *paths) == ["mine", "theirs", "file", "theirs"]
    places = [(0,), (1, "until"), (1, "since"), (1, "serves"), (2,)]
    paths = [("assignments", *place) for place in places]
    assert shown(result.provenance, *paths) == ["mine", "mine", "theirs", "file", "file"]
    assert result.provenance.entries[()] == FILE


def test_choice_decides_the_source():
    mine, theirs = (evolve(WORKER, membership_number=text) for text in ("1", "2"))
    for side, expected in (("mine", "mine"), ("theirs", "theirs")):
        result = merged(WORKER, mine, theirs, choices={("membership_number",): side})
        assert shown(result.provenance, ("membership_number",)) == [expected]
    before = evolve(WORKER, membership_number="0")
    result = merged(before, mine, theirs, choices={("membership_number",): "base"})
    assert shown(result.provenance, ("membership_number",)) == ["file"]


def test_value_that_both_state_has_the_source_that_was_changed_or_is_later():
    changed = evolve(WORKER, membership_number="1")
    path = ("membership_number",)
    assert shown(merged(WORKER, changed, changed).provenance, path) == ["theirs"]
    confirmed = Provenance({(): FILE, ("person", "name"): CALL})
    result = merged(WORKER, WORKER, WORKER, of_mine=confirmed)
    assert shown(result.provenance, ("person", "name"), ("person", "nik")) == ["call", "file"]
    unknown = FieldSource(document="surat")
    for other, expected in ((Provenance(), unknown), (Provenance({path: MINE}), MINE)):
        result = merged(
            WORKER,
            changed,
            changed,
            of_base=Provenance(),
            of_mine=Provenance({path: unknown}),
            of_theirs=other,
        )
        assert result.provenance.of(path) == expected


def test_source_that_no_copy_knows_stays_unknown():
    mine, theirs = evolve(WORKER, trainings=(Training(name="Bimtek"),)), with_assignments(PSM)
    result = merged(
        WORKER,
        mine,
        theirs,
        of_mine=Provenance({("trainings",): MINE}),
        of_theirs=Provenance({(): THEIRS}),
        of_base=Provenance({("assignments",): FILE}),
    )
    assert shown(result.provenance, ("trainings",), ("id",)) == ["mine", "theirs"]
    result = merged(WORKER, mine, theirs, of_mine=Provenance(), of_theirs=REGISTER)
    assert shown(result.provenance, ("trainings",), ("assignments", 0)) == [None, "file"]


def test_items_that_one_side_moved_have_their_source_in_the_merge():
    base = with_assignments(PSM, TKSK, TAGANA)
    of_base = Provenance({(): FILE, ("assignments", 2): CALL})
    mine = with_assignments(TAGANA, PSM, TKSK)
    theirs = with_assignments(evolve(PSM, until=date(2025, 1, 1)), TKSK, TAGANA)
    result = merged(base, mine, theirs, of_base=of_base)
    assert result.record.assignments[0] == TAGANA
    places = [(0,), (1, "since"), (1, "until"), (2,)]
    found = shown(result.provenance, *[("assignments", *place) for place in places])
    assert found == ["call", "file", "theirs", "file"]


def test_merged_extensions_have_one_source():
    mine, theirs = (
        evolve(SITI, extensions=Extensions.of({f"id.{name}": 1})) for name in ("satu", "dua")
    )
    assert shown(merged(SITI, mine, theirs).provenance, ("extensions",)) == ["theirs"]


def test_wrong_arguments_are_refused_without_a_value():
    changes, sourced = diff(WORKER, with_assignments(PSM)), SourcedRecord(WORKER, REGISTER)
    for call in (
        lambda: update_provenance({}, changes, MINE),
        lambda: update_provenance(REGISTER, changes, "Siti"),
        lambda: update_provenance(REGISTER, [{"op": "remove"}], MINE),
        lambda: merge_provenance(WORKER, WORKER, sourced, sourced),
        lambda: merge_provenance(SITI, sourced, sourced, sourced),
    ):
        with pytest.raises(TypeError, match=r"^a \w+ is needed here, not \w+$"):
            call()
    with pytest.raises(TypeError, match="NoneType is not a record"):
        merge_provenance(merge(WORKER, WORKER, WORKER).conflicts or None, *[sourced] * 3)


def test_value_of_no_copy_has_no_source():
    copy = SourcedRecord(WORKER, REGISTER)
    home = Address(rt="001")
    other = evolve(WORKER, person=evolve(SITI, domicile=home), trainings=(Training(name="Bimtek"),))
    found = merge_provenance(other, copy, copy, copy)
    SourcedRecord(other, found)
    assert shown(found, ("person", "domicile", "rt"), ("trainings", 0)) == [None, None]
    assert shown(found, ("person", "nik"), ("assignments", 1)) == ["file", "file"]
