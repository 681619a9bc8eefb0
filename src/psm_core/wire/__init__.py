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

from .._core.lazy import lazy_names

_NAMES = {
    ".cattrs_errors": ("issues_of",),
    ".cattrs_hooks": ("configure_converter", "make_converter"),
    ".contract_files": ("contract",),
    ".json_schema": ("schema",),
    ".reading": ("from_builtins", "from_document", "from_json"),
    ".redaction_schema": ("redacted_schema",),
    ".reporting": ("Report", "UnknownField", "report"),
    ".sourced": ("read_with_provenance",),
    ".writing": ("to_builtins", "to_document", "to_json"),
}
"""Module → the public names imported from it on first use."""

__getattr__, __dir__, __all__ = lazy_names(__name__, _NAMES)
