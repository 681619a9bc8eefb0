"""The page of changes: what `CHANGELOG.md` has, and before it the fragments of the next release."""

import subprocess
import sys
from pathlib import Path

from sphinx.application import Sphinx

ROOT = Path(__file__).parents[2]
MARK = "<!-- fragments -->"


def with_fragments(_app: Sphinx, page: str, source: list[str]) -> None:
    """Put the changes that are not released yet into the page `changelog`."""
    if page != "changelog":
        return
    draft = [sys.executable, "-m", "towncrier", "build", "--draft", "--version", "Unreleased"]
    done = subprocess.run(  # noqa: S603 - our own tool
        [*draft, "--date", "next", "--dir", str(ROOT)],
        check=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    text = done.stdout
    for fragment in (ROOT / "changes").glob("*.md"):
        text = text.replace(f" ({fragment.name.partition('.')[0]})", "")
    lines = text.replace("# psm-core Unreleased (next)", "# Unreleased", 1).splitlines()
    unreleased = "\n".join(f"#{line}" if line.startswith("#") else line for line in lines)
    changes = (ROOT / "CHANGELOG.md").read_text("utf-8").partition(MARK)[2]
    source[0] = source[0].replace(MARK, f"{unreleased}\n{changes}", 1)


def setup(app: Sphinx) -> dict[str, bool]:
    """Connect the extension."""
    app.connect("source-read", with_fragments)
    return {"parallel_read_safe": True}
