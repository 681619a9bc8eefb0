"""Published files that the models cannot produce: corpora, older schemas, the schema of layouts."""

import json

from .._core.resources import open_packaged


def published_files() -> dict[str, str]:
    """Return name → text of each file, such as ``corpus/worker-1.jsonl``.

    The schemas of current versions are not included.
    """
    import bz2  # noqa: PLC0415 - few programs need these files

    packed = bytes(open_packaged("contract.json.bz2"))
    files: dict[str, str] = json.loads(bz2.decompress(packed))
    return files
