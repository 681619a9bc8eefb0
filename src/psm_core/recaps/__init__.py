"""Recaps: tables of counts over records, with suppression of small counts.

A recap contains counts only, no names and no personal numbers. But in a small village a count of
one identifies a person. `Recap.suppress` suppresses small counts, and as many others as necessary,
in one table that is published alone. `suppress_linked` does so for several tables of the same
people.
"""

from .._core.lazy import lazy_names

_NAMES = {
    ".beneficiaries": ("by_category",),
    ".counting": ("count",),
    ".daily_work": ("ground_checks", "presences", "welfare_resources"),
    ".events": ("attendance",),
    ".groups": ("Grouping", "age_groups", "region_groups", "value_groups"),
    ".linking": ("suppress_linked",),
    ".monthly": ("monthly_report", "monthly_summary"),
    ".monthly_value": ("MonthlyReport",),
    ".recap": ("Recap",),
    ".workers": ("activity", "coverage", "villages_without_worker"),
}
"""Module → the public names imported from it on first use."""

__getattr__, __dir__, __all__ = lazy_names(__name__, _NAMES)
