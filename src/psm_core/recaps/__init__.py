"""Recaps: tables of counts over records, with suppression of small counts.

A recap contains counts only, no names and no personal numbers. But in a small village a count of
one identifies a person. `Recap.suppress` suppresses small counts, and as many others as necessary,
in one table that is published alone. `suppress_linked` does so for several tables of the same
people.
"""

from typing import TYPE_CHECKING

from .._core.lazy import lazy_names

if TYPE_CHECKING:  # each name is imported on first use
    from .beneficiaries import by_category
    from .counting import count
    from .daily_work import ground_checks, presences, welfare_resources
    from .events import attendance
    from .groups import Grouping, age_groups, region_groups, value_groups
    from .linking import suppress_linked
    from .monthly import monthly_report, monthly_summary
    from .monthly_value import MonthlyReport
    from .recap import Recap
    from .workers import activity, coverage, villages_without_worker

__all__ = [
    "Grouping",
    "MonthlyReport",
    "Recap",
    "activity",
    "age_groups",
    "attendance",
    "by_category",
    "count",
    "coverage",
    "ground_checks",
    "monthly_report",
    "monthly_summary",
    "presences",
    "region_groups",
    "suppress_linked",
    "value_groups",
    "villages_without_worker",
    "welfare_resources",
]

_LAZY = {
    "beneficiaries": ("by_category",),
    "counting": ("count",),
    "daily_work": ("ground_checks", "presences", "welfare_resources"),
    "events": ("attendance",),
    "groups": ("Grouping", "age_groups", "region_groups", "value_groups"),
    "linking": ("suppress_linked",),
    "monthly": ("monthly_report", "monthly_summary"),
    "monthly_value": ("MonthlyReport",),
    "recap": ("Recap",),
    "workers": ("activity", "coverage", "villages_without_worker"),
}
"""Module → the names imported from it on first use."""

if not TYPE_CHECKING:  # type checkers see the imports above
    __getattr__, __dir__ = lazy_names(__name__, _LAZY)
