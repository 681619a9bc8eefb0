"""Recaps and careers: what is counted of records, and what small cells hold back."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psm_core import (
    NIK,
    Address,
    Assignment,
    Beneficiary,
    BeneficiaryId,
    Case,
    CaseId,
    Certification,
    Classification,
    DateRange,
    Decree,
    Delegation,
    Event,
    EventId,
    EventKind,
    Family,
    Group,
    Membership,
    NIKAbsence,
    Participant,
    Person,
    Pillar,
    PPKSCategory,
    RegionCode,
    Step,
    Training,
    TrainingTier,
    Worker,
    WorkerId,
    bundled,
    careers,
    checks,
    evolve,
    recaps,
)
from psm_core.recaps import Recap
from psm_core.terms import (
    CareerStep,
    EndReason,
    FamilyRelation,
    ParticipantKind,
    StepKind,
)

regions = bundled()
ANGSANA, BUNATI = RegionCode("63.10.09.2005"), RegionCode("63.10.09.2001")
DAY = date(2025, 10, 10)
PSM = WorkerId("psm-1")


def person(region=None):
    address = Address(region=region) if region else None
    return Person(name="C", nik_absence=NIKAbsence.BELUM_MEMILIKI, ktp_address=address)


def finding(category, day=DAY):
    return Classification(category=category, date=day, source="asesmen")


def beneficiary(number, *findings, **subject):
    return Beneficiary(
        id=BeneficiaryId(f"b-{number}"), classifications=frozenset(findings), **subject
    )


def test_beneficiaries_are_counted_by_category_region_and_period():
    old = date(2020, 1, 1)
    elderly, waste = PPKSCategory.LANJUT_USIA_TELANTAR, PPKSCategory.PEMULUNG
    head = Membership(person=person(BUNATI), relation=FamilyRelation.KEPALA_KELUARGA)
    found = [
        beneficiary(1, finding(elderly), finding(waste), person=person(ANGSANA)),
        beneficiary(2, finding(elderly), finding(elderly, old), person=person(ANGSANA)),
        beneficiary(3, finding(waste), family=Family(memberships=(head,))),
        beneficiary(4, finding(waste), group=Group(name="Kelompok", region=BUNATI)),
        beneficiary(5, finding(waste), person=person()),
        beneficiary(6, finding(waste), person=person(RegionCode("63.71"))),
        beneficiary(7, finding(waste, old), person=person(ANGSANA)),
        beneficiary(8, finding(waste), family=Family()),
    ]
    recap = recaps.by_category(
        found, regions=regions, within=RegionCode("63.10.09"), since=date(2025, 1, 1), until=DAY
    )
    assert recap.columns == (elderly.label, waste.label)
    assert recap.count("Desa Angsana", elderly.label) == 2
    assert recap.count("Desa Angsana", waste.label) == 1
    assert recap.count("Desa Bunati", waste.label) == 2
    assert recap.count("Tidak diketahui", waste.label) == 2
    assert recap.count() == 7
    assert len(recap.rows) == 9 + 1
    village = recaps.by_category(found, regions=regions, within=ANGSANA)
    assert village.rows == ("Desa Angsana", "Tidak diketahui")
    assert "Kecamatan Angsana" in recap.title


def test_two_villages_of_one_name_are_two_rows():
    twice = next(
        one.code
        for one in regions.values()
        if len(str(one.code)) == 8
        and len({r.full_name for r in regions.children(one.code)}) < len(regions.children(one.code))
    )
    recap = recaps.by_category([], regions=regions, within=twice)
    assert len(set(recap.rows)) == len(recap.rows) == len(regions.children(twice))


def test_the_steps_of_a_worker_are_counted_by_month():
    def step(kind, day, **more):
        return Step(kind=kind, date=day, by=PSM, **more)

    case = Case(
        id=CaseId("k"),
        beneficiary=BeneficiaryId("b"),
        steps=(
            step(StepKind.REGISTRASI, date(2025, 9, 1)),
            step(StepKind.PENDAMPINGAN, date(2025, 10, 1)),
            step(StepKind.PENDAMPINGAN, date(2025, 10, 2)),
            step(StepKind.PEMBATALAN, date(2025, 10, 3), corrects=3),
            Step(kind=StepKind.ASESMEN, date=date(2025, 10, 4), by=WorkerId("psm-2")),
        ),
    )
    recap = recaps.activity([case], PSM)
    assert recap.rows == ("2025-09", "2025-10")
    assert recap.columns == (StepKind.REGISTRASI.label, StepKind.PENDAMPINGAN.label)
    assert recap.count() == 2
    assert recaps.activity([case], PSM, since=date(2025, 10, 1), until=DAY).count() == 1
    assert recaps.activity([case], PSM, until=date(2025, 9, 30)).rows == ("2025-09",)


EVENT = Event(
    id=EventId("bimtek-1"),
    title="Bimbingan Teknis Dasar PSM",
    kind=EventKind.BIMTEK,
    organisers=("Dinas Sosial",),
    dates=DateRange(date(2025, 10, 8), DAY),
    delegations=(
        Delegation(origin=RegionCode("63.10"), quota=5, registered=4, present=3),
        Delegation(organisation="Karang Taruna", members=frozenset({WorkerId("psm-2")})),
        Delegation(origin=RegionCode("99.01"), present=2),
    ),
    participants=(Participant(kind=ParticipantKind.PESERTA, worker=PSM),),
)


def test_delegations_are_counted_as_far_as_they_are_told():
    recap = recaps.attendance(EVENT, regions=regions)
    assert recap.rows == ("Kabupaten Tanah Bumbu", "Karang Taruna", "99.01")
    assert recap.table()[1] == ["Kabupaten Tanah Bumbu", "5", "4", "3", "12"]
    assert recap.count(column="Hadir") == 5


def worker(*assignments, **more):
    return Worker(
        id=PSM,
        person=Person(nik=NIK("9901014108900001"), name="C"),
        assignments=assignments,
        **more,
    )


def test_villages_with_a_psm_are_counted_beside_those_without():
    role = Assignment(pillar=Pillar.PSM, serves=ANGSANA, since=date(2019, 8, 1))
    other = Assignment(pillar=Pillar.TKSK, serves=BUNATI, since=date(2019, 8, 1))
    where = {"regions": regions, "day": DAY}
    kabupaten = recaps.coverage([worker(role, other)], within=RegionCode("63.10"), **where)
    assert kabupaten.count("Kecamatan Angsana", "Ada") == 1
    assert kabupaten.count("Kecamatan Angsana", "Belum ada") == 8
    assert kabupaten.count() == 157
    kecamatan = recaps.coverage([], within=RegionCode("63.10.09"), **where)
    assert kecamatan.table() == [
        ["", "Ada", "Belum ada", "Jumlah"],
        ["Kecamatan Angsana", "0", "9", "9"],
        ["Jumlah", "0", "9", "9"],
    ]
    assert (
        recaps.coverage([worker(role)], within=ANGSANA, **where).count("Desa Angsana", "Ada") == 1
    )


COUNTS = st.dictionaries(
    st.tuples(st.sampled_from("abc"), st.sampled_from("xyz")), st.integers(0, 12), max_size=9
)


@given(COUNTS, st.integers(1, 8), st.integers(1, 3), st.integers(1, 3))
def test_no_small_number_is_shown_or_can_be_worked_out_of_one_line(counts, least, wide, high):
    rows, columns = tuple("abc"[:high]), tuple("xyz"[:wide])
    kept = {cell: n for cell, n in counts.items() if cell[0] in rows and cell[1] in columns}
    whole = Recap("t", rows, columns, kept)
    recap = whole.suppressed(least)
    for row in (*rows, None):
        for column in (*columns, None):
            shown, true = recap.count(row, column), whole.count(row, column)
            assert shown in {None, true}
            assert shown is None or shown == 0 or shown >= least
    for row in (*rows, None):
        assert sum(recap.count(row, column) is None for column in (*columns, None)) != 1
    for column in (*columns, None):
        assert sum(recap.count(row, column) is None for row in (*rows, None)) != 1


def test_a_recap_shows_what_is_held_back_as_a_dot_and_knows_its_lines():
    recap = Recap("Judul <1>", ("a", "b"), ("x", "y"), {("a", "x"): 1, ("b", "y"): 9})
    assert recap.suppressed(3).table()[1] == ["a", "·", "0", "·"]
    shown = recap._repr_html_()
    assert "<caption>Judul &lt;1&gt;</caption>" in shown
    assert shown.count("<tr>") == 4
    for cell in (("c", "x"), ("a", "z")):
        with pytest.raises(KeyError):
            recap.count(*cell)
    assert hash(recap) == hash(Recap("Judul <1>", ("a", "b"), ("x", "y"), {}))


def test_a_career_is_told_in_order_over_all_roles():
    first = Assignment(
        pillar=Pillar.PSM,
        serves=ANGSANA,
        proposed=date(2019, 7, 1),
        decree=Decree(number="1/2019", date=date(2019, 7, 20)),
        since=date(2019, 8, 1),
        until=date(2024, 1, 1),
        end_reason=EndReason.DIGANTI,
        renewals=(Decree(number="1/2020", date=date(2020, 1, 2)),),
    )
    second = Assignment(pillar=Pillar.TKSK, serves=RegionCode("63.10.09"), since=date(2020, 1, 1))
    one = worker(
        first,
        second,
        trainings=(Training(name="Bimtek", date=date(2021, 5, 1)), Training(name="Undated")),
        certifications=(
            Certification(number="S-1", since=date(2022, 1, 1)),
            Certification(year=2023),
            Certification(),
        ),
    )
    assert [(e.date.isoformat(), e.step, e.detail) for e in careers.career(one)] == [
        ("2019-07-01", CareerStep.DIUSULKAN, ""),
        ("2019-07-20", CareerStep.DITETAPKAN, "1/2019"),
        ("2019-08-01", CareerStep.BERTUGAS, ""),
        ("2020-01-01", CareerStep.BERTUGAS, ""),
        ("2020-01-02", CareerStep.DITETAPKAN_KEMBALI, "1/2020"),
        ("2021-05-01", CareerStep.BIMTEK, "Bimtek"),
        ("2022-01-01", CareerStep.SERTIFIKASI, "S-1"),
        ("2023-01-01", CareerStep.SERTIFIKASI, ""),
        ("2024-01-01", CareerStep.BERAKHIR, "Diganti"),
    ]
    assert careers.career(worker()) == ()


def test_who_came_to_a_basic_training_has_the_training_that_eligibility_asks_for():
    role = Assignment(pillar=Pillar.PSM, serves=ANGSANA, since=date(2025, 11, 1))
    before = worker(role)
    assert careers.attendees(EVENT) == {PSM, WorkerId("psm-2")}
    after = careers.attended(before, EVENT, tier=TrainingTier.DASAR)
    (training,) = after.trainings
    assert (training.event, training.date, training.organiser) == (EVENT.id, DAY, "Dinas Sosial")
    assert careers.attended(after, EVENT) is after

    def codes(one):
        return {issue.code for issue in checks.check(one, regions=regions, today=DAY)}

    assert "psm.training_unproven" in codes(before)
    assert "psm.training_unproven" not in codes(after)
    bare = evolve(EVENT, organisers=(), dates=None)
    (plain,) = careers.attended(before, bare).trainings
    assert (plain.date, plain.organiser, plain.tier) == (None, None, None)
    with pytest.raises(ValueError, match="psm-9 is not listed at the event bimtek-1"):
        careers.attended(evolve(before, id=WorkerId("psm-9")), EVENT)
    with pytest.raises(ValueError, match="was no training"):
        careers.attended(before, evolve(EVENT, kind=EventKind.RAKOR))
