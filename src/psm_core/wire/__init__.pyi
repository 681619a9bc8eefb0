# The public names of the package; tools/build_package_stubs.py writes this file.

from .cattrs_errors import issues_of
from .cattrs_hooks import configure_converter, make_converter
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
