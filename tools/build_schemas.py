"""Write the JSON Schema of each document into data/contract; `--check` fails on a difference."""

import json
import sys

from _generated import CONTRACT, write_or_compare

from psm_core import wire
from psm_core.wire.versions import CURRENT, NAMES

SCHEMAS = CONTRACT / "schemas"

if __name__ == "__main__":
    write_or_compare(
        {
            SCHEMAS / f"{name}-{CURRENT[name]}.json": json.dumps(
                wire.schema(cls), ensure_ascii=False, indent=1
            ).encode()
            + b"\n"
            for cls, name in NAMES.items()
        },
        check="--check" in sys.argv,
    )
