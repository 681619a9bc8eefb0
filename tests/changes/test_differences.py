"""What changed, told by path and in both languages, without any value."""

from datetime import date

import pytest

from psm_core import (
    NIK,
    Assignment,
    Event,
    Family,
    GroundCheck,
    GroundCheckList,
    GroundCheckListId,
    Membership,
    Person,
    Quarter,
    RegionCode,
    Training,
    WelfareRank,
    Worker,
    WorkerId,
    evolve,
)
from psm_core.changes import Change, diff, merge
from psm_core.terms import DisabilityType, FamilyRelation, GroundCheckResult, Pillar

SITI = Person(nik=NIK("9901014108900001"), name="Siti Contoh", birth_place="Batulicin")
BUDI = Person(nik=NIK("9901010108900002"), name="Budi Contoh", birth_place="Batulicin")
PSM = Assignment(pillar=Pillar.PSM, serves=RegionCode("63.10.09.2005"), since=date(2019, 8, 1))
TKSK = Assignment(pillar=Pillar.TKSK, serves=RegionCode("63.10.09"), since=date(2021, 1, 4))
WORKER = Worker(id=WorkerId("psm-1"), person=SITI, assignments=(PSM,))


def described(before, after, language="en"):
    return [one.describe(language) for one in diff(before, after)]


def test_change_in_an_item_is_told_at_the_field_of_the_item():
    ended = evolve(WORKER, assignments=(evolve(PSM, until=date(2025, 1, 1)), TKSK))
    changes = diff(WORKER, ended)
    assert [(one.where, one.kind) for one in changes] == [
        ("$.assignments[0].until", "added"),
        ("$.assignments[1]", "added"),
    ]
    assert (changes[0].before, changes[0].after) == (None, date(2025, 1, 1))
    assert (changes[1].before, changes[1].after) == (None, TKSK)


def test_changes_are_described_in_both_languages():
    after = evolve(
        WORKER,
        person=evolve(SITI, birth_place=None, name="Siti Aminah"),
        assignments=(TKSK, evolve(PSM, until=date(2025, 1, 1))),
        trainings=(Training(name="Bimtek"),),
    )
    assert described(WORKER, after) == [
        "Name changed",
        "Birth place cleared",
        'Assignment 1: "Until" filled in',
        "Assignment 1 added",
        "Trainings filled in",
    ]
    assert described(after, WORKER, "id") == [
        "Nama Lengkap diubah",
        "Tempat Lahir diisi",
        'Penugasan 2: "Sampai" dikosongkan',
        "Penugasan 1 dihapus",
        "Pelatihan dikosongkan",
    ]


def test_sentences_have_the_singular_and_no_number_for_items_of_sets():
    disabled = evolve(SITI, disabilities=frozenset({DisabilityType.FISIK}))
    both = evolve(SITI, disabilities=frozenset({DisabilityType.FISIK, DisabilityType.MENTAL}))
    assert described(disabled, both) == ["Disabilities: one added"]
    assert described(disabled, both, "id") == ["Jenis Disabilitas: satu ditambahkan"]
    for path, english in (
        (("activities", 1), "Activity 2 added"),
        (("speeches", 0), "Speech 1 added"),
        (("agenda", 0), "Agenda 1 added"),
        (("agenda", 0, "in_charge"), "Agenda 1: In charge filled in"),
    ):
        assert Change(Event, path, None, "x").describe() == english


def test_another_person_is_not_a_changed_one():
    family = Family(memberships=(Membership(person=SITI, relation=FamilyRelation.ISTRI),))
    other = Family(memberships=(Membership(person=BUDI, relation=FamilyRelation.ISTRI),))
    assert described(family, other) == ["Membership 1 removed", "Membership 1 added"]
    renamed = evolve(SITI, name="Siti Aminah")
    corrected = evolve(SITI, nik=NIK("9901014108900009"))
    for changed, field in ((renamed, "Name"), (corrected, "NIK")):
        again = Family(memberships=(Membership(person=changed, relation=FamilyRelation.ISTRI),))
        assert described(family, again) == [f"Membership 1: {field} changed"]


def test_item_with_most_fields_equal_is_a_changed_one():
    ranks = tuple(WelfareRank(decile=n, period=Quarter(f"2025-Q{n}")) for n in (1, 2, 3))
    after = (ranks[0], evolve(ranks[1], decile=9), ranks[2])
    assert described(Family(ranks=ranks), Family(ranks=after)) == ["Rank 2: Decile changed"]
    assert described(Family(ranks=ranks), Family(ranks=ranks[1:])) == ["Rank 1 removed"]


def test_region_of_an_assignment_is_corrected_if_only_one_can_be_meant():
    moved = evolve(PSM, serves=RegionCode("63.10.09.2006"))
    assert described(WORKER, evolve(WORKER, assignments=(TKSK, moved)), "id") == [
        "Penugasan 1: Kode Wilayah Tugas diubah",
        "Penugasan 1 ditambahkan",
    ]
    elsewhere = tuple(evolve(PSM, serves=RegionCode(f"63.10.09.200{n}")) for n in (6, 7))
    later = evolve(moved, since=date(2025, 1, 1))
    for after in (elsewhere, (later,)):
        removed = diff(WORKER, evolve(WORKER, assignments=after))
        assert [one.kind for one in removed] == ["removed"] + ["added"] * len(after)


def test_two_people_checked_by_one_worker_are_not_the_same():
    rows = tuple(
        GroundCheck(person=one, worker=WORKER.id, result=GroundCheckResult.DITEMUKAN)
        for one in (SITI, BUDI)
    )
    lists = [
        GroundCheckList(id=GroundCheckListId("l"), title="Daftar", rows=(one,)) for one in rows
    ]
    assert [one.kind for one in diff(*lists)] == ["removed", "added"]
    found = merge(*(evolve(lists[0], rows=each) for each in ((), rows[:1], rows[1:])))
    assert found.record is not None
    assert {*found.record.rows} == {*rows}


def test_items_with_one_name_and_repeated_items_of_long_lists_are_found():
    names = [f"Bimtek {n}" for n in range(99)]
    before = tuple(Training(name=name, hours=20) for name in names)
    after = tuple(evolve(one, hours=9) for one in before[1:])
    found = diff(evolve(WORKER, trainings=before), evolve(WORKER, trainings=after))
    assert [one.kind for one in found] == ["changed"] * 98 + ["removed"]
    same = (Training(name="Bimtek"),) * 99
    found = diff(evolve(WORKER, trainings=same), evolve(WORKER, trainings=same[2:]))
    assert [one.where for one in found] == ["$.trainings[98]", "$.trainings[97]"]


def test_long_lists_are_compared_place_by_place():
    many = tuple(Training(name=f"Bimtek {n}", hours=n, organiser="Dinas") for n in range(60))
    after = tuple(evolve(one, hours=999, organiser="Dinas Sosial") for one in many[:59])
    changed = tuple(evolve(one, hours=999) for one in many[:59])
    found = diff(evolve(WORKER, trainings=many), evolve(WORKER, trainings=changed))
    assert [one.kind for one in found] == ["changed"] * 59 + ["removed"]
    found = diff(evolve(WORKER, trainings=many), evolve(WORKER, trainings=after))
    assert [one.kind for one in found] == ["removed"] * 60 + ["added"] * 59


def test_nothing_personal_is_printed():
    after = evolve(WORKER, person=BUDI)
    changes = diff(WORKER, after)
    printed = "".join([repr(changes), *map(str, changes), *described(WORKER, after, "id")])
    for secret in ("9901", "Siti", "Budi", "1990"):
        assert secret not in printed
    assert repr(changes[0]) == "<Change $.person.nik changed>"


def test_only_records_of_one_class_are_compared():
    with pytest.raises(TypeError, match="Worker and Person cannot be compared"):
        diff(WORKER, SITI)
    with pytest.raises(TypeError, match="str is not a record"):
        diff("a", "b")
    with pytest.raises(ValueError, match="unknown language"):
        diff(WORKER, evolve(WORKER, person=BUDI))[0].describe("fr")
