# The public names of the package; tools/build_package_stubs.py writes this file.

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
