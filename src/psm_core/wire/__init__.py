"""Serialization: records as builtins and as versioned JSON documents.

A *document* is complete and names its schema: ``{"schema": "psm.worker/1", "data": {…}}``.
*Builtins* are the data alone (dicts, lists, texts, numbers), for use inside another payload. The
functions write the newest version and read every published version. A reader reports all issues at
once.

====  ==============================  ==============================
form  document                        data alone
====  ==============================  ==============================
dict  `to_document`, `from_document`  `to_builtins`, `from_builtins`
text  `to_json`, `from_json`          the same, with ``bare=True``
====  ==============================  ==============================

A document may also have the provenance of its record: `to_document` and `to_json` write it,
`read_with_provenance` reads both.

The output is not redacted: it contains the numbers and names of people.
"""

from typing import TYPE_CHECKING

from .._core.lazy import lazy_names

if TYPE_CHECKING:  # each function is imported on first use
    from .cattrs_hooks import configure_converter, issues_of, make_converter
    from .contract_files import contract
    from .json_schema import schema
    from .reading import from_builtins, from_document, from_json
    from .redaction_schema import redacted_schema
    from .reporting import Report, UnknownField, report
    from .sourced import read_with_provenance
    from .writing import to_builtins, to_document, to_json

__all__ = [
    "Report",
    "UnknownField",
    "configure_converter",
    "contract",
    "from_builtins",
    "from_document",
    "from_json",
    "issues_of",
    "make_converter",
    "read_with_provenance",
    "redacted_schema",
    "report",
    "schema",
    "to_builtins",
    "to_document",
    "to_json",
]

_LAZY = {
    "cattrs_hooks": ("configure_converter", "issues_of", "make_converter"),
    "contract_files": ("contract",),
    "json_schema": ("schema",),
    "reading": ("from_builtins", "from_document", "from_json"),
    "redaction_schema": ("redacted_schema",),
    "reporting": ("Report", "UnknownField", "report"),
    "sourced": ("read_with_provenance",),
    "writing": ("to_builtins", "to_document", "to_json"),
}
"""Module → the names imported from it on first use."""

if not TYPE_CHECKING:  # type checkers see the imports above
    __getattr__, __dir__ = lazy_names(__name__, _LAZY)
