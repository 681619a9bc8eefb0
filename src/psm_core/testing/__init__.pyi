# The public names of the package; tools/build_package_stubs.py writes this file.

from .corrupted import dirty_dates, dirty_names, dirty_niks, dirty_phones, dirty_regions, dirty_rows
from .strategies import kks, niks, phones, provenances, records, values

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
    "provenances",
    "records",
    "values",
]
