"""Write the hash of each schema and corpus; a file of a released version must keep its hash."""

import hashlib
import re
import sys

from _generated import CONTRACT, ROOT, write_or_compare

HASHES = ROOT / "tests" / "wire" / "frozen.sha256"
RELEASE = re.compile(r"^#+ .*\d+\.\d+\.\d+", re.MULTILINE)
"""The heading of a release in the changelog."""


def hashes() -> dict[str, str]:
    """Return file → hash of every schema and corpus."""
    return {
        f"{folder}/{path.name}": hashlib.sha256(path.read_bytes()).hexdigest()
        for folder in ("schemas", "corpus")
        for path in sorted((CONTRACT / folder).iterdir())
    }


def recorded() -> dict[str, str]:
    """Return file → hash as the list has them now."""
    lines = HASHES.read_text("utf-8").splitlines() if HASHES.is_file() else []
    return {name: digest for digest, name in (line.split("  ") for line in lines)}


def main(*, check: bool) -> None:
    current = hashes()
    if RELEASE.search((ROOT / "CHANGELOG.md").read_text("utf-8")):
        changed = [name for name, digest in recorded().items() if current.get(name) != digest]
        if changed:
            sys.exit(f"released files differ, so their documents need a new version: {changed}")
    text = "".join(f"{digest}  {name}\n" for name, digest in current.items())
    write_or_compare({HASHES: text.encode()}, check=check)


if __name__ == "__main__":
    main(check="--check" in sys.argv)
