"""The picture of a terminal."""

import re
from io import StringIO

from rich.console import Console
from rich.text import Text

WIDTH = 96


def terminal_picture(commands: str, output: str) -> bytes:
    """Return the picture of a terminal in which commands were run."""
    typed = "\n".join(f"$ {line}" for line in commands.splitlines())
    console = Console(record=True, width=WIDTH, file=StringIO(), force_terminal=True)
    console.print(Text(typed, style="bold"))
    console.print(Text(output.rstrip()))
    picture = console.export_svg(title="psm-core", unique_id="psm")
    alone = re.sub(r"@font-face \{.*?\}\s*", "", picture, flags=re.DOTALL)  # fonts of other sites
    return (re.sub(r"[ \t]+$", "", alone, flags=re.MULTILINE).strip() + "\n").encode()
