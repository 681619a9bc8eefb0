"""Pack the corpora and the schemas of older versions for the wheel.

The schemas of current versions are left out: the package produces them from the models. bzip2
returns the same bytes on every machine, and fewer than zlib and LZMA do.
"""

import bz2
import json
import sys

from _generated import CONTRACT, PACKAGE, write_or_compare

from psm_core.wire.versions import CURRENT

PACKED = PACKAGE / "_data" / "contract.json.bz2"


def packed() -> bytes:
    """Return the compressed object of file name → text."""
    current = {f"{name}-{version}.json" for name, version in CURRENT.items()}
    files = {
        f"{folder}/{path.name}": path.read_text("utf-8")
        for folder in ("corpus", "schemas")
        for path in sorted((CONTRACT / folder).iterdir())
        if path.name not in current
    }
    return bz2.compress(json.dumps(files, ensure_ascii=False).encode())


if __name__ == "__main__":
    write_or_compare({PACKED: packed()}, check="--check" in sys.argv)
