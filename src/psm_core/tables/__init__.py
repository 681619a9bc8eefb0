"""Tables: the files of the field into records, row by row, and records into files again.

Every fault is told at its cell, nothing is raised for a bad row, and a file that was read is never
touched. CSV needs nothing more; workbooks (xlsx, xlsm, xls, ods) need the extra ``excel``.

>>> from psm_core import tables
>>> [profile.name for profile in tables.PROFILES][:3]
['psm-import', 'opensid-penduduk', 'siak']
"""

from .annotation import annotate
from .flat import Flat, flatten
from .layout import Column, Profile
from .layouts import PROFILES
from .reading import Reading, read, recognised, stream
from .results import Loaded, RowResult
from .templates import template
from .writing import write

__all__ = [
    "PROFILES",
    "Column",
    "Flat",
    "Loaded",
    "Profile",
    "Reading",
    "RowResult",
    "annotate",
    "flatten",
    "read",
    "recognised",
    "stream",
    "template",
    "write",
]
