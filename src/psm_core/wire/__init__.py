"""The wire: records as builtins and as versioned JSON documents.

A *document* stands alone and names its schema: ``{"schema": "psm.worker/1", "data": {…}}``.
*Builtins* are the bare data, to travel inside a payload or a column of your own. The newest
version is written, every published one is read, and a reader tells all faults at once.

What is written here is not redacted: it holds the numbers and names of people.
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
