"""Write where the documents of Python describe what our signatures name; `--check` compares.

The site links there and asks nobody while it is built: the table is here, and short.
"""

import sys
import zlib

from _generated import ROOT, write_or_compare

HEAD = """\
# Sphinx inventory version 2
# Project: Python
# Version: 3
# The remainder of this file is compressed using zlib.
"""
PAGES = {
    "collections.abc": (
        "Callable",
        "Collection",
        "Iterable",
        "Iterator",
        "Mapping",
        "MutableMapping",
        "Sequence",
    ),
    "contextlib": ("ExitStack",),
    "datetime": ("date", "datetime", "time"),
    "os": ("PathLike",),
    "pathlib": ("Path",),
}
"""Module → classes of it; each has its page and its anchor by its name."""
EXCEPTIONS = (
    "Exception",
    "ImportError",
    "KeyError",
    "NotImplementedError",
    "TypeError",
    "ValueError",
)


def inventory() -> bytes:
    """Return the table as Sphinx keeps it: name, domain and role, weight, address, shown name.

    It is packed without compression, which differs between machines.
    """
    lines = [
        f"{module}.{name} py:class 1 library/{module}.html#$ -"
        for module, names in PAGES.items()
        for name in names
    ]
    lines += [f"{name} py:exception 1 library/exceptions.html#$ -" for name in EXCEPTIONS]
    return HEAD.encode() + zlib.compress("".join(f"{line}\n" for line in lines).encode(), 0)


if __name__ == "__main__":
    write_or_compare({ROOT / "docs" / "python.inv": inventory()}, check="--check" in sys.argv)
