"""Write the JSON Schema of each document, and of a file with a layout, into data/contract.

`--check` fails on a difference. The schema of a layout is added here, because `psm_core.wire` does
not import `psm_core.tables`; `psm_core.wire` publishes it from the packed files.
"""

import json
import sys
from typing import Any

from _generated import CONTRACT, write_or_compare

from psm_core import tables, wire
from psm_core.wire.versions import CURRENT, NAMES

SCHEMAS = CONTRACT / "schemas"
LAYOUT = "table-layout-1"
"""The name of the schema of a file with a layout."""


def text(schema: dict[str, Any]) -> bytes:
    """Return a schema as it is published."""
    return json.dumps(schema, ensure_ascii=False, indent=1).encode() + b"\n"


if __name__ == "__main__":
    write_or_compare(
        {
            **{
                SCHEMAS / f"{name}-{CURRENT[name]}.json": text(wire.schema(cls))
                for cls, name in NAMES.items()
            },
            SCHEMAS / f"{LAYOUT}.json": text(tables.layout_schema()),
        },
        check="--check" in sys.argv,
    )
