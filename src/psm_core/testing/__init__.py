"""Strategies for Hypothesis, so that applications can prove their promises as we do ours.

Sound by construction, shrinking to the plainest, and nobody's: numbers are of a province that is
never issued. With the extra ``testing`` installed, ``st.from_type(Worker)`` works without an import
from here.
"""

from .corrupted import dirty_dates, dirty_names, dirty_niks, dirty_phones, dirty_regions, dirty_rows
from .strategies import kks, niks, phones, records, values

__all__ = [
    "dirty_dates",
    "dirty_names",
    "dirty_niks",
    "dirty_phones",
    "dirty_regions",
    "dirty_rows",
    "kks",
    "niks",
    "phones",
    "records",
    "values",
]
