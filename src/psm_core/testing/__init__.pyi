# The public names of the package; tools/build_package_stubs.py writes this file.

from .corrupted import dirty_dates, dirty_names, dirty_niks, dirty_phones, dirty_regions, dirty_rows
from .edited_records import edited_pairs, edits, merge_inputs
from .strategies import kks, niks, phones, provenances, records, values

__all__ = [
    "dirty_dates",
    "dirty_names",
    "dirty_niks",
    "dirty_phones",
    "dirty_regions",
    "dirty_rows",
    "edited_pairs",
    "edits",
    "kks",
    "merge_inputs",
    "niks",
    "phones",
    "provenances",
    "records",
    "values",
]
