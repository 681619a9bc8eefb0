"""Suppression of the tables of a monthly report, which are published together.

The summary repeats counts of the other tables, and they repeat counts of each other. So the tables
are linked: no count that one of them suppresses follows from the others. See `suppress_linked`.
"""

from typing import Final, NamedTuple

import attrs

from ..terms import StepKind
from .linking import suppress_linked
from .monthly_columns import (
    CLOSED,
    COUNT,
    HANDLED,
    NO_RECORD,
    PEOPLE,
    REFERRALS,
    SENT_NOW,
    STEP_COLUMNS,
    STEPS,
    VISITS,
)
from .recap import Recap, without_cells

_KINDS: Final = {
    VISITS: StepKind.PENDAMPINGAN.label,
    REFERRALS: StepKind.RUJUKAN.label,
    CLOSED: StepKind.TERMINASI.label,
}
"""Column of the summary → the kind of step that it counts."""
_BENEFICIARIES: Final = "beneficiaries"
_ANY_KIND: Final = "persons of any sex, families, groups and unknown ones"
_PERSONS: Final = "single persons"
_ANY_SEX: Final = "any sex"
_STEP_PARTS: Final = {STEPS: [STEP_COLUMNS[-1], "steps that state minutes"]}
"""The column of all steps, and its parts. The second part is not published."""


class ReportTables(NamedTuple):
    """The tables of a monthly report, in its order."""

    summary: Recap
    steps: Recap
    referrals: Recap
    people_by_category: Recap
    people_by_age: Recap


def suppress_together(report: ReportTables, threshold: int) -> ReportTables:
    """Return the tables with their small counts suppressed, so that all can be published.

    A beneficiary with several categories counts several times in the table of categories, so
    nothing links that table then, and it is suppressed alone.

    Raises:
        ValueError: the threshold is below 3.

    """
    summary = report.summary.suppress(threshold)
    if report.summary.count(COUNT, VISITS) is None:  # the cases are unknown
        return ReportTables(summary, *(one.suppress(threshold) for one in report[1:]))
    linked = (*_suppressed_work(report, threshold), *_suppressed_people(report, threshold))
    found = {one.title: one.suppressed_cells for one in linked}
    columns = [column for column in report.summary.columns if found.get(column)]
    cells = {(row, column) for column in columns for row in (COUNT, None)}
    shown = [without_cells(one, found[one.title], threshold) for one in report[1:]]
    return ReportTables(
        without_cells(report.summary, summary.suppressed_cells | cells, threshold), *shown
    )


def _suppressed_work(report: ReportTables, threshold: int) -> tuple[Recap, ...]:
    """Suppress the tables of steps and referrals, and the columns of the summary about them."""
    referrals = attrs.evolve(
        report.referrals,
        row_keys={SENT_NOW: StepKind.RUJUKAN.label},
        column_keys={None: STEPS},
    )
    same = [
        _column(report.summary, column, kind, STEPS)
        for column, kind in _KINDS.items()
        if report.summary.count(COUNT, column) == report.steps.count(kind, STEPS)
    ]
    return suppress_linked([report.steps, referrals, *same], threshold, columns=_STEP_PARTS)


def _suppressed_people(report: ReportTables, threshold: int) -> tuple[Recap, ...]:
    """Suppress the two tables of people, and the columns of the summary that count as many.

    The cases handled are as many as the beneficiaries, if each has one case.
    """
    by_category, summary = report.people_by_category, report.summary
    by_age = attrs.evolve(
        report.people_by_age, row_keys={None: _PERSONS}, column_keys={None: _ANY_SEX}
    )
    if None in by_category.row_keys:  # each beneficiary counts once
        each_once = attrs.evolve(
            by_category, row_keys={None: _BENEFICIARIES}, column_keys={None: _ANY_KIND}
        )
        same = _columns_of(by_category.count(), summary, _BENEFICIARIES, _ANY_KIND)
        parts = [_PERSONS, *({NO_RECORD} & set(by_category.rows))]
        rows = {_BENEFICIARIES: parts}
        return suppress_linked([each_once, by_age, *same], threshold, rows=rows)
    same = _columns_of(by_age.count(), summary, _PERSONS, _ANY_SEX)
    return (by_category.suppress(threshold), *suppress_linked([by_age, *same], threshold))


def _columns_of(count: int | None, summary: Recap, row_key: str, column_key: str) -> list[Recap]:
    """Return the columns of the summary that count as many beneficiaries or cases as a total."""
    columns = [one for one in (PEOPLE, HANDLED) if summary.count(COUNT, one) == count]
    return [_column(summary, one, row_key, column_key) for one in columns]


def _column(summary: Recap, column: str, row_key: str, column_key: str) -> Recap:
    """Return a column of the summary as a table of one count, with the keys of an equal count."""
    cell = (row_key, column_key)
    counts = {cell: summary.count(COUNT, column)}
    return Recap.of(column, cell[:1], cell[1:], counts, row_keys={None: row_key})
