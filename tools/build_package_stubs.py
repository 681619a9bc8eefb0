"""Write the stubs of packages that import their names on first use.

A stub imports each name, so that type checkers and editors see where it is defined.
"""

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path

from _generated import PACKAGE, formatted, write_or_compare

HEAD = "# The public names of the package; tools/build_package_stubs.py writes this file."


def packages() -> Iterator[Path]:
    """Yield the folder of each package that imports its names on first use."""
    for path in PACKAGE.rglob("__init__.py"):
        if " = lazy_names(" in path.read_text("utf-8"):
            yield path.parent


def stub(folder: Path) -> str:
    """Return the stub of a package."""
    package = importlib.import_module(".".join(folder.relative_to(PACKAGE.parent).parts))
    lines = [HEAD, ""]
    for module, names in vars(package)["_NAMES"].items():
        shown = [f"{name} as {name}" if module == "." else name for name in names]
        lines.append(f"from {module} import {', '.join(shown)}")
    lines.append(f"__all__ = {package.__all__!r}")
    if "__version__" in vars(package):
        lines.append("__version__: str")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    paths = {folder / "__init__.pyi": stub(folder) for folder in packages()}
    write_or_compare(
        {path: formatted(code, path) for path, code in paths.items()}, check="--check" in sys.argv
    )
