"""Monthly reports of workers: a recap of their cases, referrals, events and trainings."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

import attrs

from ..careers import attendees
from ..records.attendance import AttendanceList
from ..records.beneficiaries import Beneficiary
from ..records.cases.case import Case
from ..records.cases.case_file import CaseFile
from ..records.cases.history import answers_in_force, referrals_in_force
from ..records.cases.steps import Step
from ..records.events.event import Event
from ..records.workers import Training, Worker
from ..terms import EventStatus, ReferralAnswer, StepKind
from ..values.dates import Month
from ..values.ids import BeneficiaryId, CaseId, WorkerId
from . import monthly_columns as columns
from .monthly_people import people_by_age, people_by_category
from .monthly_value import DistinctIds, MonthlyReport
from .recap import Recap

_KINDS: Final = tuple(one for one in StepKind if one is not StepKind.PEMBATALAN)
_HELD: Final = frozenset({None, EventStatus.TERLAKSANA, EventStatus.BERLANGSUNG})
"""The status of an event that counts. A planned, postponed or cancelled event does not."""


class _Work(NamedTuple):
    """The cases, and the steps in force that some workers signed in a month."""

    cases: tuple[Case, ...]
    steps: tuple[tuple[Case, Step], ...]
    """Each step with its case."""
    by: frozenset[WorkerId]
    month: Month


def monthly_report(  # noqa: PLR0913 - all by name
    workers: Worker | Iterable[Worker],
    month: Month,
    *,
    cases: Iterable[Case | CaseFile] | None = None,
    beneficiaries: Iterable[Beneficiary] = (),
    events: Iterable[Event] | None = None,
    attendance: Iterable[AttendanceList] = (),
    problems: str | None = None,
    plans: str | None = None,
) -> MonthlyReport:
    """Return the report of one worker, or of several together, about a month.

    A step counts if one of the workers signed it (`Step.by`) and its date is in the month.
    Corrected and cancelled steps do not count. Steps that nobody signed count for nobody;
    `psm_core.checks` warns of them. Of two states of one case, the later one counts. Of several
    workers together, a case and a beneficiary count once. An event counts in the month of its last
    day, for each of the workers who is listed at it, unless its status is planned, postponed or
    cancelled. If a list of `attendance` shows whether a worker was present, it decides.

    What the records do not contain is None, never 0. Without `cases`, all counts of cases are None;
    without `events`, that of events. So are the minutes of a kind of step if one of its steps does
    not state them, and the trainings if one has no date. A worker without trainings in their
    record has none. `problems` and `plans` are texts that the worker writes.

    No act that was found obliges a PSM to report each month or prescribes a form.

    Raises:
        ValueError: no worker is given, or one is given twice; or two cases have the same id, and
            neither is a later state of the other.

    >>> from datetime import date
    >>> from psm_core import BeneficiaryId, Case, CaseId, Month, NIK, Person, Step, Worker
    >>> from psm_core import WorkerId, recaps
    >>> from psm_core.terms import StepKind
    >>> person = Person(nik=NIK("9901014108900001"), name="Contoh")
    >>> worker = Worker(id=WorkerId("psm-1"), person=person)
    >>> found = Step(kind=StepKind.PENJANGKAUAN, date=date(2025, 10, 1), by=worker.id)
    >>> case = Case(id=CaseId("k-1"), beneficiary=BeneficiaryId("b-1"), steps=(found,))
    >>> report = recaps.monthly_report(worker, Month("2025-10"), cases=[case])
    >>> report.summary.count(column="Kasus baru"), report.summary.count(column="Kegiatan diikuti")
    (1, None)

    """
    listed = (workers,) if isinstance(workers, Worker) else tuple(workers)
    by = frozenset(one.id for one in listed)
    if not listed or len(by) < len(listed):
        raise ValueError("a monthly report is about at least one worker, and about each only once")
    files = None if cases is None else tuple(cases)
    work = None if files is None else _work(files, by, month)
    known = {one.id: one for one in beneficiaries}
    known |= {
        one.beneficiary.id: one.beneficiary for one in files or () if isinstance(one, CaseFile)
    }
    served = None if work is None else _served(work, known)
    steps, referrals = _steps(work), _referrals(work)
    attended = None if events is None else _attended(events, attendance, by, month)
    is_dated = attended is not None and all(event.dates for event, _ in attended)
    trainings = _trainings(listed, month)
    distinct: DistinctIds = {} if work is None else _distinct(work)
    counts = {
        **_case_counts(work, distinct),
        columns.VISITS: steps.count(StepKind.PENDAMPINGAN.label, columns.STEPS),
        columns.REFERRALS: referrals.count(columns.SENT_NOW),
        columns.EVENTS: sum(count for _, count in attended or ()) if is_dated else None,
        columns.TRAININGS: None if trainings is None else len(trainings),
    }
    return MonthlyReport(
        month=month,
        workers=listed,
        summary=Recap.of(
            "Ringkasan",
            [columns.COUNT],
            columns.SUMMARY,
            {(columns.COUNT, column): counts[column] for column in columns.SUMMARY},
            has_row_totals=False,
        ),
        steps=steps,
        referrals=referrals,
        people_by_category=people_by_category(served, month),
        people_by_age=people_by_age(served, month),
        events=tuple(event for event, _ in attended or ()) if is_dated else None,
        trainings=trainings,
        problems=problems,
        plans=plans,
        distinct_ids=distinct,
    )


def monthly_summary(reports: Mapping[str, MonthlyReport]) -> Recap:
    """Return a table with a row for each report, such as those of the villages of a kecamatan.

    `reports` contains the name of each row and its report. The reports may be of different workers,
    of different months, or both. A case or a beneficiary in several reports would count twice, so
    the total of such a column is None; `monthly_report` of all workers counts each once.

    Raises:
        ValueError: two reports are about the same worker and month, or one is suppressed.

    >>> from psm_core import Month, NIK, Person, Worker, WorkerId, recaps
    >>> person = Person(nik=NIK("9901014108900001"), name="Contoh")
    >>> worker = Worker(id=WorkerId("psm-1"), person=person)
    >>> months = [Month("2025-10"), Month("2025-11")]
    >>> table = recaps.monthly_summary(
    ...     {month.label: recaps.monthly_report(worker, month, cases=[]) for month in months})
    >>> table.rows, table.count(column="Kasus baru")
    (('Oktober 2025', 'November 2025'), 0)

    """
    if any(not one.workers for one in reports.values()):
        raise ValueError("one of the reports is suppressed; pass the original reports")
    covered = Counter(
        (worker.id, report.month) for report in reports.values() for worker in report.workers
    )
    if any(count > 1 for count in covered.values()):
        raise ValueError("two of the reports are about the same worker and month")
    table = Recap.of(
        "Rekapitulasi laporan bulanan",
        reports,
        columns.SUMMARY,
        {
            (row, column): report.summary.count(column=column)
            for row, report in reports.items()
            for column in columns.SUMMARY
        },
        has_row_totals=False,
    )
    shared = {(None, column) for column in columns.SUMMARY if _is_shared(column, reports.values())}
    return attrs.evolve(
        table, counts={cell: None if cell in shared else n for cell, n in table.counts.items()}
    )


def _is_shared(column: str, reports: Iterable[MonthlyReport]) -> bool:
    """Return whether a case or beneficiary counts in this column of several reports."""
    ids = [report.distinct_ids.get(column, frozenset()) for report in reports]
    return len({one for each in ids for one in each}) < sum(map(len, ids))


def _work(files: Iterable[Case | CaseFile], by: frozenset[WorkerId], month: Month) -> _Work:
    listed = (one.case if isinstance(one, CaseFile) else one for one in files)
    latest: dict[CaseId, Case] = {}
    for case in listed:
        latest[case.id] = _later(latest.get(case.id, case), case)
    cases = tuple(latest.values())
    steps = tuple(
        (case, step)
        for case in cases
        for step in case.current_steps
        if step.by in by and step.date in month
    )
    return _Work(cases, steps, by, month)


def _later(one: Case, other: Case) -> Case:
    """Return the later one of two states of a case."""
    if other.is_later_state_of(one):
        return other
    if one.is_later_state_of(other):
        return one
    raise ValueError("two different cases have the same id")


def _served(
    work: _Work, known: Mapping[BeneficiaryId, Beneficiary]
) -> dict[BeneficiaryId, Beneficiary | None]:
    """Return the beneficiaries with a step, each with their record if it is known."""
    return {case.beneficiary: known.get(case.beneficiary) for case, _ in work.steps}


def _distinct(work: _Work) -> DistinctIds:
    """Return the cases and beneficiaries that count in a report."""
    return {
        columns.HANDLED: frozenset(case.id for case, _ in work.steps),
        columns.CLOSED: frozenset(
            case.id for case, step in work.steps if step.kind is StepKind.TERMINASI
        ),
        columns.OPEN: frozenset(case.id for case in work.cases if _is_open(case, work)),
        columns.PEOPLE: frozenset(case.beneficiary for case, _ in work.steps),
    }


def _is_open(case: Case, work: _Work) -> bool:
    """Return whether a case of the workers was open at the end of the month."""
    steps = [step for step in case.current_steps if step.date <= work.month.end]
    is_closed = any(step.kind is StepKind.TERMINASI for step in steps)
    return not is_closed and any(step.by in work.by for step in steps)


def _is_new(case: Case, work: _Work) -> bool:
    """Return whether the first step of a case was taken in the month by one of the workers."""
    first = next(iter(case.current_steps), None)
    return first is not None and first.by in work.by and first.date in work.month


def _case_counts(work: _Work | None, distinct: DistinctIds) -> dict[str, int | None]:
    if work is None:
        return dict.fromkeys((columns.NEW, *columns.DISTINCT))
    return {
        columns.NEW: sum(_is_new(case, work) for case in work.cases),
        **{column: len(ids) for column, ids in distinct.items()},
    }


def _steps(work: _Work | None) -> Recap:
    """Return the steps of each kind, and their minutes."""
    cells: dict[tuple[str, str], int | None] = {}
    for kind in _KINDS:
        minutes = [] if work is None else [one.minutes for _, one in work.steps if one.kind is kind]
        stated = [one for one in minutes if one is not None]
        counts = (len(minutes), sum(stated), len(minutes) - len(stated))
        for column, count in zip(columns.STEP_COLUMNS, counts, strict=True):
            is_known = work is not None and (column != columns.MINUTES or stated == minutes)
            cells[kind.label, column] = count if is_known else None
    return Recap.of(
        "Langkah kasus",
        [kind.label for kind in _KINDS],
        columns.STEP_COLUMNS,
        cells,
        has_row_totals=False,
    )


def _referrals(work: _Work | None) -> Recap:
    """Return the referrals of the workers, with their answers at the end of the month."""
    rows = (columns.SENT_NOW, columns.SENT_BEFORE)
    answers = (*(one.label for one in ReferralAnswer), columns.UNANSWERED)
    cells: Mapping[tuple[str, str], int | None]
    if work is None:
        cells = {(row, answer): None for row in rows for answer in answers}
    else:
        cells = Counter(cell for case in work.cases for cell in _referral_cells(case, work))
    return Recap.of("Rujukan", rows, answers, cells)


def _referral_cells(case: Case, work: _Work) -> Iterator[tuple[str, str]]:
    """Yield row and column of each referral that was sent, open or answered in the month."""
    answers: dict[int, Step] = {}
    for number, sent_number in answers_in_force(case.steps):
        if sent_number is not None and case.steps[number - 1].date <= work.month.end:
            answers[sent_number] = case.steps[number - 1]
    for number in referrals_in_force(case.steps).values():
        sent, answer = case.steps[number - 1], answers.get(number)
        was_answered_before = answer is not None and answer.date < work.month.start
        if sent.by in work.by and sent.date <= work.month.end and not was_answered_before:
            label = columns.UNANSWERED
            if answer is not None and answer.answer is not None:
                label = answer.answer.label
            yield columns.SENT_NOW if sent.date in work.month else columns.SENT_BEFORE, label


def _attended(
    events: Iterable[Event],
    attendance: Iterable[AttendanceList],
    by: frozenset[WorkerId],
    month: Month,
) -> tuple[tuple[Event, int], ...]:
    """Return the events of the month or without dates, each with how many workers attended."""
    lists = tuple(attendance)
    counted = (
        (event, sum(_was_present(one, event, lists) for one in by))
        for event in events
        if event.status in _HELD and (event.dates is None or event.dates.end in month)
    )
    return tuple((event, count) for event, count in counted if count)


def _was_present(worker: WorkerId, event: Event, lists: Iterable[AttendanceList]) -> bool:
    """Return whether an attendance list shows a worker present, or else the event lists them."""
    shown = [
        bool(attendee.attended)
        for one in lists
        if one.event == event.id
        for attendee in one.attendees
        if attendee.worker == worker and attendee.presences
    ]
    return any(shown) if shown else worker in attendees(event)


def _trainings(workers: Iterable[Worker], month: Month) -> tuple[Training, ...] | None:
    """Return the trainings that ended in the month, or None if one has no date."""
    trainings = [training for worker in workers for training in worker.trainings]
    if any(one.date is None for one in trainings):
        return None
    return tuple(one for one in trainings if one.date is not None and one.date in month)
