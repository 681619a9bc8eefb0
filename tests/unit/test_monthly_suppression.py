"""Suppression of monthly reports: no table reveals what another one suppresses."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psm_core import (
    Beneficiary,
    BeneficiaryId,
    Case,
    CaseFile,
    CaseId,
    Classification,
    Group,
    Month,
    NIKAbsence,
    Person,
    PPKSCategory,
    Referral,
    Sensitivity,
    Sex,
    Speaker,
    Step,
    Worker,
    WorkerId,
    recaps,
)
from psm_core.recaps import MonthlyReport
from psm_core.terms import ClosingReason, StepKind

OCTOBER = Month("2025-10")
WORKER = Worker(
    id=WorkerId("psm-1"),
    person=Person(name="Contoh", nik_absence=NIKAbsence.TIDAK_DIKETAHUI),
)
WOMAN = {"sex": Sex.PEREMPUAN, "birth_date": date(1980, 1, 1)}
OLD_MAN = {"sex": Sex.LAKI_LAKI, "birth_date": date(1950, 1, 1)}


def step(kind: StepKind, **details) -> Step:
    if kind is StepKind.RUJUKAN:
        speaker = Speaker(body="Contoh")
        details["referral"] = Referral(
            sender=speaker, receiver=speaker, data_class=Sensitivity.NONE
        )
    if kind is StepKind.TERMINASI:
        details["reason"] = ClosingReason.MANDIRI
    return Step(kind=kind, date=date(2025, 10, 3), by=WORKER.id, **details)


def beneficiary(number, *categories, **facts):
    found = frozenset(
        Classification(category=one, date=date(2025, 9, 1), source="s", assessor=WORKER.id)
        for one in categories
    )
    id_ = BeneficiaryId(f"b-{number}")
    if not facts:
        return Beneficiary(id=id_, group=Group(name="Contoh"), classifications=found)
    person = Person(name="Contoh", nik_absence=NIKAbsence.TIDAK_DIKETAHUI, **facts)
    return Beneficiary(id=id_, person=person, classifications=found)


def case_file(subject, *kinds, **details):
    case = Case(
        id=CaseId(f"k-{subject.id}"),
        beneficiary=subject.id,
        steps=tuple(step(kind, **details) for kind in kinds),
    )
    return CaseFile(case=case, beneficiary=subject)


def report(files) -> MonthlyReport:
    return recaps.monthly_report(WORKER, OCTOBER, cases=files, events=[])


def visits(count, **facts):
    return [
        case_file(beneficiary(n, PPKSCategory.PEMULUNG, **facts), StepKind.PENDAMPINGAN)
        for n in range(count)
    ]


def test_summary_does_not_reveal_a_suppressed_kind_of_step():
    outreach = case_file(beneficiary(99, **WOMAN), StepKind.PENJANGKAUAN, StepKind.PENJANGKAUAN)
    shown = report([*visits(11, **WOMAN), outreach]).suppress(5)
    label = StepKind.PENDAMPINGAN.label
    assert shown.steps.count(StepKind.PENJANGKAUAN.label, "Langkah") is None
    assert shown.summary.count(column="Pendampingan") == shown.steps.count(label, "Langkah")
    assert None in {shown.steps.count(None, "Langkah"), shown.steps.count(label, "Langkah")}


def test_steps_without_minutes_do_not_reveal_a_suppressed_kind_of_step():
    outreach = case_file(beneficiary(99, **WOMAN), *[StepKind.PENJANGKAUAN] * 4)
    shown = report([*visits(9, **WOMAN), outreach]).suppress(5)
    assert shown.steps.count(StepKind.PENJANGKAUAN.label, "Langkah") is None
    least = (shown.steps.count(None, "Tanpa catatan menit") or 0) - (
        shown.steps.count(StepKind.PENDAMPINGAN.label, "Langkah") or 99
    )
    assert least < 4


def test_summary_does_not_reveal_a_suppressed_age_group():
    women, men = visits(10, **WOMAN), visits(12, **OLD_MAN)[10:]
    shown = report([*women, *men]).suppress(5)
    ages = shown.people_by_age
    assert ages.count("60 tahun ke atas", "Laki-laki") is None
    assert (
        shown.summary.count(column="Penerima layanan") is None
        or ages.count("18 sampai 59 tahun") is None
    )


def test_people_with_several_categories_do_not_reveal_an_age_group():
    both = [PPKSCategory.PEMULUNG, PPKSCategory.GELANDANGAN]
    women = [case_file(beneficiary(n, *both, **WOMAN), StepKind.PENDAMPINGAN) for n in range(10)]
    men = visits(12, **OLD_MAN)[10:]
    shown = report([*women, *men]).suppress(5)
    ages = shown.people_by_age
    assert (
        shown.summary.count(column="Penerima layanan") is None
        or ages.count("18 sampai 59 tahun") is None
    )


def test_a_group_with_several_categories_leaves_the_number_of_people_alone():
    both = [PPKSCategory.PEMULUNG, PPKSCategory.GELANDANGAN]
    group = case_file(beneficiary(50, *both), StepKind.PENDAMPINGAN)
    shown = report([*visits(9, **WOMAN), group]).suppress(5)
    assert shown.summary.count(column="Penerima layanan") == 10


def test_people_without_a_record_and_groups_are_linked_too():
    unknown = [
        Case(
            id=CaseId(f"u-{n}"),
            beneficiary=BeneficiaryId(f"u-{n}"),
            steps=(step(StepKind.PENDAMPINGAN),),
        )
        for n in range(2)
    ]
    group = case_file(beneficiary(50, PPKSCategory.PEMULUNG), StepKind.PENDAMPINGAN)
    shown = report([*visits(9, **WOMAN), *unknown, group]).suppress(5)
    categories = shown.people_by_category
    assert categories.count("Tanpa data penerima") is None
    assert categories.count("Pemulung", "Kelompok") is None


def test_report_without_cases_is_suppressed_without_error():
    shown = recaps.monthly_report(WORKER, OCTOBER, events=[]).suppress(3)
    assert shown.summary.count(column="Pendampingan") is None
    assert shown.steps.suppressed_cells == frozenset()


def test_month_without_work_shows_its_zeros():
    shown = report([]).suppress(3)
    assert shown.summary.count(column="Pendampingan") == shown.people_by_age.count() == 0


def test_number_of_cases_does_not_reveal_the_number_of_people():
    women, men = visits(10, **WOMAN), visits(12, **OLD_MAN)[10:]
    shown = report([*women, *men]).suppress(5)
    assert shown.summary.count(column="Kasus ditangani") == shown.summary.count(
        column="Penerima layanan"
    )


def test_suppressed_tables_keep_their_keys():
    original = report(visits(3, **WOMAN))
    shown = original.suppress(5)
    for before, after in zip(original.recaps, shown.recaps, strict=True):
        assert (before.row_keys, before.column_keys) == (after.row_keys, after.column_keys)


@pytest.mark.parametrize("threshold", [2, 0])
def test_threshold_below_3_is_rejected(threshold):
    with pytest.raises(ValueError, match="threshold"):
        report([]).suppress(threshold)


KINDS = [one for one in StepKind if one not in {StepKind.PEMBATALAN, StepKind.JAWABAN_RUJUKAN}]
SUBJECTS = st.sampled_from(
    [{}, WOMAN, OLD_MAN, {"sex": Sex.PEREMPUAN}, {"birth_date": date(2015, 1, 1)}]
)
CATEGORIES = st.sampled_from([(), (PPKSCategory.PEMULUNG,), (PPKSCategory.GELANDANGAN,)])
WORK = st.lists(
    st.tuples(SUBJECTS, CATEGORIES, st.lists(st.sampled_from(KINDS), min_size=1, max_size=3)),
    max_size=25,
)
EQUAL = {
    "Pendampingan": StepKind.PENDAMPINGAN,
    "Rujukan dikirim": StepKind.RUJUKAN,
}


@given(WORK, st.integers(3, 6))
def test_equal_counts_are_suppressed_together(work, threshold):
    files = [
        case_file(beneficiary(number, *categories, **facts), *kinds)
        for number, (facts, categories, kinds) in enumerate(work)
    ]
    shown = report(files).suppress(threshold)
    for column, kind in EQUAL.items():
        assert shown.summary.count(column=column) == shown.steps.count(kind.label, "Langkah")
        assert shown.summary.count("Jumlah", column) == shown.summary.count(column=column)
    assert shown.summary.count(column="Rujukan dikirim") == shown.referrals.count(
        "Dikirim bulan ini"
    )
    assert shown.summary.count(column="Penerima layanan") == shown.people_by_category.count()
