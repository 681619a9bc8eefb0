"""Tables: the files of the field into records, row by row, and records into files again.

Every fault is told at its cell, nothing is raised for a bad row, and a file that was read is never
touched. CSV needs nothing more; workbooks (xlsx, xlsm, xls, ods) need the extra ``excel``.

>>> from psm_core import tables
>>> [profile.name for profile in tables.PROFILES][:3]
['psm-import', 'opensid-penduduk', 'siak']
"""

from ._annotating import annotate
from ._flat import Flat, flatten
from ._known import PROFILES
from ._loaded import Loaded, RowResult
from ._profile import Column, Profile
from ._reading import Reading, read, recognised, stream
from ._templates import template
from ._writing import write

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
