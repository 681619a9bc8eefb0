"""Serialization: records as builtins and as versioned JSON documents.

A *document* is complete and names its schema: ``{"schema": "psm.worker/1", "data": {…}}``.
*Builtins* are the data alone (dicts, lists, texts, numbers), for use inside another payload. The
functions write the newest version and read every published version. A reader reports all issues at
once.

The output is not redacted: it contains the numbers and names of people.
"""

from .contract_files import contract
from .json_schema import schema
from .reading import from_builtins, from_json
from .reporting import Report, UnknownField, report
from .writing import to_builtins, to_json

__all__ = [
    "Report",
    "UnknownField",
    "contract",
    "from_builtins",
    "from_json",
    "report",
    "schema",
    "to_builtins",
    "to_json",
]
