"""Explanations of issue codes, terms, lists and acts, in English and Indonesian.

>>> from psm_core import explain
>>> print(explain("rank.duplicate").text("en"))
rank.duplicate
  Severity: error
  Problem: The family already has a rank for this period.
  Cure: Remove one of the two.
  Reported by: Family.ranks
  Source: no act; a rule of this package
"""

from .entries import (
    ActExplanation,
    Explanation,
    IssueExplanation,
    ListExplanation,
    TermExplanation,
)
from .lookup import explain

__all__ = [
    "ActExplanation",
    "Explanation",
    "IssueExplanation",
    "ListExplanation",
    "TermExplanation",
    "explain",
]
