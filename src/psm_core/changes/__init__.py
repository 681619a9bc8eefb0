"""What changed in a record: differences, patches, and the merge of two copies.

The functions store nothing and change no record. Changes and conflicts have the values of the
records, but show only paths, so they may be logged.
"""

from .differences import Change, diff
from .merging import Conflict, Merge, merge
from .patching import patch, to_json_patch
from .provenance import merge_provenance, update_provenance

__all__ = [
    "Change",
    "Conflict",
    "Merge",
    "diff",
    "merge",
    "merge_provenance",
    "patch",
    "to_json_patch",
    "update_provenance",
]
