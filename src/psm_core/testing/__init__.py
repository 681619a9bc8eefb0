"""Hypothesis strategies for property-based tests of applications.

Records are valid by construction and shrink to the simplest one. Nobody is real: NIK and KK
numbers are of a province code that is never issued. With the extra ``testing`` installed,
``st.from_type(Worker)`` works without importing this module.
"""

from typing import TYPE_CHECKING

from .._core.lazy import lazy_names

if TYPE_CHECKING:  # each name is imported on first use: the plugin of pytest needs no Hypothesis
    from .corrupted import (
        dirty_dates,
        dirty_names,
        dirty_niks,
        dirty_phones,
        dirty_regions,
        dirty_rows,
    )
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

_LAZY = {
    "corrupted": (
        *("dirty_dates", "dirty_names", "dirty_niks", "dirty_phones", "dirty_regions"),
        "dirty_rows",
    ),
    "strategies": ("kks", "niks", "phones", "provenances", "records", "values"),
}
"""Module → the names imported from it on first use."""

if not TYPE_CHECKING:  # type checkers see the imports above
    __getattr__, __dir__ = lazy_names(__name__, _LAZY)
