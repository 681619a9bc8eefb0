"""Hypothesis strategies for property-based tests of applications.

Records are valid by construction and shrink to the simplest one. Nobody is real: NIK and KK
numbers are of a province code that is never issued. With the extra ``testing`` installed,
``st.from_type(Worker)`` works without importing this module.
"""

from .._core.lazy import lazy_names

_NAMES = {
    ".corrupted": (
        "dirty_dates",
        "dirty_names",
        "dirty_niks",
        "dirty_phones",
        "dirty_regions",
        "dirty_rows",
    ),
    ".edited_records": ("edited_pairs", "edits", "merge_inputs"),
    ".strategies": ("kks", "niks", "phones", "provenances", "records", "values"),
}
"""Module → the public names imported from it on first use."""

__getattr__, __dir__, __all__ = lazy_names(__name__, _NAMES)
