"""Recaps and careers: counts of records, and suppression of small counts."""

import copy
import pickle
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from itertools import product

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
    Organiser,
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
    careers,
    checks,
    evolve,
    load_regions,
    recaps,
)
from psm_core.recaps import Recap
from psm_core.terms import (
    CareerStep,
    Completeness,
    EndReason,
    EventStatus,
    FamilyRelation,
    OrganiserRole,
    ParticipantKind,
    StepKind,
)

regions = load_regions()
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


def test_unknown_part_of_the_region_has_its_own_row():
    waste = PPKSCategory.PEMULUNG

    def count(code, within):
        found = [beneficiary(1, finding(waste), person=person(RegionCode(code)))]
        recap = recaps.by_category(found, regions=regions, within=RegionCode(within))
        return {row: recap.count(row, waste.label) for row in recap.rows if recap.columns}

    assert count("63.10", "63.10.09")["Tidak diketahui"] == 1
    assert count("63.10.09", "63.10.09")["Tidak diketahui"] == 1
    assert count("63.10.09.2999", "63.10")["Kecamatan Angsana"] == 1
    assert count("91.01.99.2001", "93")["Kabupaten Merauke"] == 1
    assert count("63.10.09", "63.10.09.2005")["Tidak diketahui"] == 1
    assert count("99.01", "63.10.09") == {}
    assert count("64.04.01.2001", "64")["Tidak diketahui"] == 1
    assert count("63.99.01.2001", "63")["Tidak diketahui"] == 1
    moved = evolve(person(ANGSANA), domicile=Address(region=RegionCode("99.01")))
    found = [beneficiary(1, finding(waste), person=moved)]
    recap = recaps.by_category(found, regions=regions, within=RegionCode("63.10.09"))
    assert recap.count("Desa Angsana") == 1


def test_a_family_is_counted_where_it_lives_now():
    waste = PPKSCategory.PEMULUNG
    head, child = FamilyRelation.KEPALA_KELUARGA, FamilyRelation.ANAK
    gone = Membership(person=person(BUNATI), relation=head, until=date(2024, 1, 1))
    family = Family(
        memberships=(
            gone,
            Membership(person=person(BUNATI), relation=child, since=date(2024, 1, 1)),
            Membership(person=person(ANGSANA), relation=head, since=date(2024, 1, 2)),
        )
    )
    for kept, until, row in [
        (family, None, "Desa Angsana"),
        (family, DAY, "Desa Angsana"),
        (family, datetime(2023, 1, 1, 12), "Desa Bunati"),
        (evolve(family, memberships=(gone,)), None, "Desa Bunati"),
        (evolve(family, memberships=(gone,)), DAY, "Tidak diketahui"),
    ]:
        found = [beneficiary(1, finding(waste, date(2022, 1, 1)), family=kept)]
        where = {"regions": regions, "within": RegionCode("63.10.09")}
        recap = recaps.by_category(found, **where, until=until)
        assert recap.count(row, waste.label) == 1


def test_two_villages_of_one_name_are_two_rows():
    twice = RegionCode("71.02.11")
    names = [one.full_name for one in regions.children(twice)]
    assert len(set(names)) < len(names)
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
    organisers=(
        Organiser(role=OrganiserRole.PENDUKUNG, name="Bank Contoh"),
        Organiser(role=OrganiserRole.PENYELENGGARA, name="Dinas Sosial"),
    ),
    dates=DateRange(date(2025, 10, 8), DAY),
    delegations=(
        Delegation(origin=RegionCode("63.10"), quota=5, registered=4, present=3),
        Delegation(organisation="Karang Taruna", members=frozenset({WorkerId("psm-2")})),
        Delegation(origin=RegionCode("99.01"), present=2),
    ),
    delegations_completeness=Completeness.LENGKAP,
    participants=(Participant(kind=ParticipantKind.PESERTA, worker=PSM),),
)


def test_attendance_shows_known_sizes():
    recap = recaps.attendance(EVENT, regions=regions)
    assert recap.rows == ("Kabupaten Tanah Bumbu", "Karang Taruna", "99.01")
    assert recap.table() == [
        ["", "Kuota", "Terdaftar", "Hadir"],
        ["Kabupaten Tanah Bumbu", "5", "4", "3"],
        ["Karang Taruna", "?", "?", "?"],
        ["99.01", "?", "?", "2"],
        ["Jumlah", "?", "?", "?"],
    ]
    fields = evolve(EVENT, delegations=(EVENT.delegations[0], EVENT.delegations[2]))
    assert recaps.attendance(fields, regions=regions).count(column="Hadir") == 5
    assert recaps.attendance(fields, regions=regions).suppress(4).table()[1:] == [
        ["Kabupaten Tanah Bumbu", "5", "4", "·"],
        ["99.01", "?", "?", "·"],
        ["Jumlah", "?", "?", "5"],
    ]


@pytest.mark.parametrize("completeness", [Completeness.SEBAGIAN, None])
def test_list_of_delegations_that_may_lack_some_has_unknown_totals(completeness):
    partial = evolve(EVENT, delegations_completeness=completeness)
    assert recaps.attendance(partial, regions=regions).table()[3:] == [
        ["99.01", "?", "?", "2"],
        ["Kontingen lain", "?", "?", "?"],
        ["Jumlah", "?", "?", "?"],
    ]


def test_delegations_of_one_name_are_two_rows():
    name = "Desa Suka Maju"
    twins = [one for one in regions.search("Suka Maju") if one.full_name == name][:2]
    event = evolve(
        EVENT,
        delegations=(
            *(Delegation(origin=one.code, present=1) for one in twins),
            Delegation(organisation=name, present=1),
            Delegation(organisation=f"{name} (lembaga)", present=1),
        ),
    )
    recap = recaps.attendance(event, regions=regions)
    both = f"{name} (lembaga)"
    assert recap.rows == (*(f"{name} ({one.code})" for one in twins), both, f"{both}*")


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
    where = {"regions": regions, "as_of": DAY}
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


def test_villages_without_a_psm_are_named():
    role = Assignment(pillar=Pillar.PSM, serves=ANGSANA, since=date(2019, 8, 1))
    other = Assignment(pillar=Pillar.TKSK, serves=BUNATI, since=date(2019, 8, 1))
    where = {"regions": regions, "as_of": DAY, "within": RegionCode("63.10.09")}
    names = [one.name for one in recaps.villages_without_worker([worker(role, other)], **where)]
    assert len(names) == 8
    assert "Angsana" not in names
    assert names[0] == "Bunati"
    of_tksk = recaps.villages_without_worker([worker(role, other)], pillar=Pillar.TKSK, **where)
    assert "Bunati" not in {one.name for one in of_tksk}
    assert (
        len(recaps.villages_without_worker([worker(role)], **{**where, "as_of": date(2018, 1, 1)}))
        == 9
    )


TABLES = st.tuples(st.integers(1, 3), st.integers(1, 4)).flatmap(
    lambda size: st.lists(
        st.lists(st.sampled_from([0, 0, 1, 1, 2, 3, 5, 9]), min_size=size[1], max_size=size[1]),
        min_size=size[0],
        max_size=size[0],
    )
)


def of_lists(lines):
    rows, columns = tuple("abc"[: len(lines)]), tuple("wxyz"[: len(lines[0])])
    cells = {
        (row, column): n
        for row, line in zip(rows, lines, strict=True)
        for column, n in zip(columns, line, strict=True)
    }
    return Recap.of("t", rows, columns, cells)


def could_be(whole, shown, threshold):
    """Yield each small count of a table with how many numbers its reader is left with, by solving.

    The reader adds up the lines over and over, knows the threshold, and that nothing held back is
    0. What is found is as narrow as the truth or wider, so the tables tried are small enough to
    go through each filling of their cells as well.
    """
    inner = [cell for cell in shown.counts if None not in cell]
    maximum = threshold - 1
    ranges = [
        [shown.counts[cell]]
        if shown.counts[cell] is not None
        else range(1, maximum + 1)
        if whole.counts[cell] < threshold
        else range(1, whole.counts[cell] + 3)
        for cell in inner
    ]
    seen = {cell: set() for cell in shown.counts}
    for filling in product(*ranges):
        cells = dict(zip(inner, filling, strict=True))
        table = Recap.of("t", whole.rows, whole.columns, cells).counts
        if all(shown.counts[cell] in {None, n} for cell, n in table.items()):
            for cell, n in table.items():
                seen[cell].add(n)
    return {cell: seen[cell] for cell, n in whole.counts.items() if 0 < n < threshold}


@given(TABLES.filter(lambda lines: sum(map(len, lines)) <= 6), st.sampled_from([3, 4, 5]))
def test_no_small_count_has_a_single_possible_value(lines, threshold):
    whole = of_lists(lines)
    shown = whole.suppress(threshold)
    for cell, numbers in could_be(whole, shown, threshold).items():
        assert len(numbers) > 1, (cell, shown.table())


@given(TABLES, st.integers(3, 6))
def test_shown_counts_are_unchanged_and_small_ones_suppressed(lines, threshold):
    whole = of_lists(lines)
    shown = whole.suppress(threshold)
    for cell, true in whole.counts.items():
        assert shown.counts[cell] in {None, true}
        assert (shown.counts[cell] is None) == (cell in shown.suppressed_cells)
        assert true == 0 or true >= threshold or cell in shown.suppressed_cells
        assert true or cell not in shown.suppressed_cells


@given(TABLES, st.integers(3, 6))
def test_each_small_count_is_on_a_cycle_of_suppressed_counts(lines, threshold):
    whole = of_lists(lines)
    seen = []
    shown = whole.suppress(threshold, progress=lambda done, total: seen.append((done, total)))
    small = sum(0 < n < threshold for n in whole.counts.values())
    assert seen[-1] == (small, small)
    assert seen == sorted(seen)
    assert len(shown.suppressed_cells) >= small


def test_a_large_table_with_many_small_counts_needs_few_others_and_reports_progress():
    rows, columns = 200, 26
    lines = [
        [(17 * row * row + 7 * column + row) % 19 for column in range(columns)]
        for row in range(rows)
    ]
    cells = {(f"r{r}", f"c{c}"): n for r, line in enumerate(lines) for c, n in enumerate(line)}
    whole = Recap.of("t", map("r{}".format, range(rows)), map("c{}".format, range(columns)), cells)
    shown = whole.suppress(5)
    small = {cell for cell, n in whole.counts.items() if 0 < n < 5}
    assert len(small) > 1000
    assert small <= shown.suppressed_cells
    assert len(shown.suppressed_cells - small) < len(small) / 100
    assert shown == whole.suppress(5)


def test_row_of_ones_suppresses_its_total():
    ones = of_lists([[1, 1, 1, 1]]).suppress(5)
    assert ones.table()[1] == ["a", "·", "·", "·", "·", "·"]
    lonely = of_lists([[0, 1, 0], [9, 9, 9]]).suppress(5)
    assert lonely.table()[1] == ["a", "0", "·", "0", "·"]
    assert lonely.table()[2][2] == "·"


def test_single_small_count_suppresses_its_totals():
    assert of_lists([[2]]).suppress(3).table()[1:] == [["a", "·", "·"], ["Jumlah", "·", "·"]]


def test_suppressing_again_with_higher_threshold_is_rejected():
    whole = of_lists([[1, 9], [7, 4]])
    shown = whole.suppress(3)
    assert 1 not in shown.counts.values()
    assert shown.suppress(3) is shown
    for threshold in (2, -1, True, 3.0):
        with pytest.raises(ValueError, match="an integer of at least 3"):
            whole.suppress(threshold)
    with pytest.raises(ValueError, match="counts below 3 are already suppressed"):
        shown.suppress(5)


@pytest.mark.parametrize(
    ("rows", "columns", "cells", "message"),
    [
        (("a", "a"), ("x",), {}, "different names"),
        (("a",), ("x", "x"), {}, "different names"),
        (("a",), ("x",), {("a", "z"): 1}, "lies in one of its rows"),
        (("a",), ("x",), {("a", "x"): -1}, "an integer from 0"),
        (("a",), ("x",), {("a", "x"): True}, "this one is a bool"),
        (("a",), ("x",), {("a", "x"): 2.0}, "this one is a float"),
        (("a",), ("x",), {("a", "x"): 1.5}, "this one is a float"),
        (("a",), ("x",), {("a", "x"): float("nan")}, "this one is a float"),
        (("a",), ("x",), {("a", "x"): float("inf")}, "this one is a float"),
        (("a",), ("x",), {("a", "x"): Fraction(3, 2)}, "this one is a Fraction"),
        (("a",), ("x",), {("a", "x"): Decimal(2)}, "this one is a Decimal"),
        (("a",), ("x",), {("a", "x"): "2"}, "this one is a str"),
    ],
)
def test_recap_of_rejects_invalid_tables(rows, columns, cells, message):
    with pytest.raises(ValueError, match=message):
        Recap.of("t", rows, columns, cells)


@pytest.mark.parametrize("count", [True, 1.5, 2.0, float("nan"), -1, "1"])
def test_constructor_rejects_counts_that_are_no_whole_number(count):
    with pytest.raises(ValueError, match="an integer from 0"):
        Recap("t", (), (), {(None, None): count})


@pytest.mark.parametrize(
    ("counts", "message"),
    [
        ({}, "for each cell and total"),
        ({("a", "x"): 1, ("a", None): 1, (None, "x"): 1}, "for each cell and total"),
        ({("a", "x"): 1, ("a", None): 1, (None, "x"): 2, (None, None): 1}, "sum of its cells"),
        ({("a", "x"): 1, ("a", None): 2, (None, "x"): 1, (None, None): 2}, "sum of its cells"),
        ({("a", "x"): 1, ("a", None): 1, (None, "x"): 1, (None, None): 2}, "sum of its cells"),
    ],
)
def test_constructor_rejects_counts_that_are_incomplete_or_do_not_add_up(counts, message):
    with pytest.raises(ValueError, match=message):
        Recap("t", ("a",), ("x",), counts)


def test_constructor_rejects_two_rows_of_one_name():
    with pytest.raises(ValueError, match="different names"):
        Recap("t", ("a", "a"), (), {("a", None): 0, (None, None): 0})


def test_counts_are_read_only_and_do_not_follow_the_mapping_they_were_made_of():
    cells = {("a", "x"): 4}
    recap = Recap.of("t", ("a",), ("x",), cells)
    with pytest.raises(TypeError):
        recap.counts["a", "x"] = 1
    again = Recap("t", ("a",), ("x",), source := dict(recap.counts))
    source["a", "x"] = 1
    assert again.count("a", "x") == 4


def test_a_recap_survives_pickle_and_copy():
    recap = Recap.of("t", ("a", "b"), ("x",), {("a", "x"): 1, ("b", "x"): 4}).suppress(3)
    pickled = pickle.loads(pickle.dumps(recap))  # noqa: S301 - our own bytes
    for other in (pickled, copy.deepcopy(recap), copy.copy(recap)):
        assert other == recap
        with pytest.raises(TypeError):
            other.counts["a", "x"] = 1


def test_table_shows_suppressed_counts_as_a_dot():
    recap = Recap.of("Judul <1>", ("a", "b"), ("x", "y"), {("a", "x"): 1, ("b", "y"): 9})
    assert recap.suppress(3).table()[1] == ["a", "·", "0", "·"]
    shown = recap._repr_html_()
    assert "<caption>Judul &lt;1&gt;</caption>" in shown
    assert shown.count("<tr>") == 4
    for cell in (("c", "x"), ("a", "z")):
        with pytest.raises(KeyError):
            recap.count(*cell)
    assert hash(recap) == hash(Recap.of("Judul <1>", ("a", "b"), ("x", "y"), {}))


def test_career_is_in_chronological_order():
    first = Assignment(
        pillar=Pillar.PSM,
        serves=ANGSANA,
        proposed_on=date(2019, 7, 1),
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


def test_add_attendance_adds_the_training():
    role = Assignment(pillar=Pillar.PSM, serves=ANGSANA, since=date(2025, 11, 1))
    before = worker(role)
    assert careers.attendees(EVENT) == {PSM, WorkerId("psm-2")}
    after = careers.add_attendance(before, EVENT, tier=TrainingTier.DASAR)
    (training,) = after.trainings
    assert (training.event, training.date, training.organiser) == (EVENT.id, DAY, "Dinas Sosial")
    assert careers.add_attendance(after, EVENT) is after

    def codes(one):
        return {issue.code for issue in checks.check(one, regions=regions, as_of=DAY)}

    assert "psm.training_unproven" in codes(before)
    assert "psm.training_unproven" not in codes(after)
    bare = evolve(EVENT, organisers=(), dates=None)
    (plain,) = careers.add_attendance(before, bare).trainings
    assert (plain.date, plain.organiser, plain.tier) == (None, None, None)
    with pytest.raises(ValueError, match="psm-9 is not listed at the event bimtek-1"):
        careers.add_attendance(evolve(before, id=WorkerId("psm-9")), EVENT)
    with pytest.raises(ValueError, match="was not a training"):
        careers.add_attendance(before, evolve(EVENT, kind=EventKind.RAKOR))
    other = careers.add_attendance(before, evolve(EVENT, kind=EventKind.PELATIHAN))
    assert other.trainings[0].event == EVENT.id


@pytest.mark.parametrize("status", ["direncanakan", "dipastikan", "ditunda", "dibatalkan"])
def test_event_that_was_not_held_has_no_attendees(status):
    planned = evolve(EVENT, status=EventStatus(status))
    assert careers.attendees(planned) == frozenset()
    with pytest.raises(ValueError, match="has not been held"):
        careers.add_attendance(worker(), planned)
