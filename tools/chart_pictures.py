"""Draw the pictures of the page about charts, by running the code of the page.

It is not a step of `generate.py`, because matplotlib writes other bytes with other versions. The
tests run the code of the page that needs no matplotlib.
"""

import os
import re
import shutil
import tempfile
from pathlib import Path

import matplotlib as mpl

HOW_TO = Path(__file__).parents[1] / "docs" / "how-to"
_CODE = re.compile(
    r"^(?:```(?:python|\{code-block\} python)\n(.*?)^```"
    r"|<!--- invisible-code-block: python\n(.*?)^-->)",
    re.DOTALL | re.MULTILINE,
)


def draw(page: Path, folder: Path) -> list[Path]:
    """Run the code of a page in a folder, and return the pictures that it has drawn there."""
    mpl.use("svg")
    mpl.rcParams |= {"svg.fonttype": "none", "svg.hashsalt": "psm", "font.family": "sans-serif"}
    names: dict[str, object] = {"__name__": "page"}
    before = Path.cwd()
    os.chdir(folder)
    try:
        for found in _CODE.finditer(page.read_text("utf-8")):
            exec(compile(found[1] or found[2], page.name, "exec"), names)  # noqa: S102 - our page
    finally:
        os.chdir(before)
    return sorted(folder.glob("*.svg"))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary:
        for picture in draw(HOW_TO / "charts.md", Path(temporary)):
            text = picture.read_text("utf-8")
            dated = re.sub(r"\s*<dc:date>.*?</dc:date>", "", text)
            picture.write_text(re.sub(r"[ \t]+$", "", dated, flags=re.MULTILINE), "utf-8")
            shutil.copy(picture, HOW_TO)
