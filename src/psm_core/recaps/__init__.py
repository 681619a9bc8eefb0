"""Recaps: tables of counts over records, made by pure functions, with small cells suppressed.

A recap counts; it holds no name and no number of anybody. In a small village a count of one is a
person all the same, so `Recap.suppress` suppresses small counts, and others beside those until no
small one can be computed. That holds for one table published alone. Several tables of the same
people go through `suppress_linked` together.
"""

from .recap import (
    Recap,
    activity,
    attendance,
    by_category,
    coverage,
    suppress_linked,
    villages_without_worker,
)

__all__ = [
    "Recap",
    "activity",
    "attendance",
    "by_category",
    "coverage",
    "suppress_linked",
    "villages_without_worker",
]
