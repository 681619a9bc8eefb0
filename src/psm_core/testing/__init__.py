"""Hypothesis strategies for property-based tests of applications.

Records are valid by construction and shrink to the simplest one. Nobody is real: NIK and KK
numbers are of a province code that is never issued. With the extra ``testing`` installed,
``st.from_type(Worker)`` works without importing this module.
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
