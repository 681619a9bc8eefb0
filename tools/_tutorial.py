"""The tutorial that is done with the command alone: what its steps print and write.

The page itself is the program. Its commands run in order; in between, its tables say what is
written into lines of a file and into cells.
"""

import contextlib
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import openpyxl
from _sheet_picture import sheet_picture
from _terminal_picture import WIDTH, terminal_picture
from typer.testing import CliRunner

from psm_core.cli.app import app

_PART = re.compile(
    r"^```console\n(?P<commands>\$ psm-core [\s\S]*?)^```"
    r"|^\| (?P<heading>Line|Sheet) \|.*\n\|[ |-]+\n(?P<rows>(?:\|.*\n)+)"
    r"|^!\[.*\]\((?P<picture>.*)\.svg\)$",
    re.MULTILINE,
)
_WORKBOOK, _LAYOUT = "daftar-pmks.xlsx", "pmks.toml"
_SHEETS = ("list-workbook", "list-copy")
"""The pictures of the newest workbook; the others show the last command."""


class Run(NamedTuple):
    """What the steps of the tutorial gave."""

    pictures: dict[str, bytes]
    """Name of a picture → the picture."""
    exits: list[int]
    """The exit code of each command."""


def run(page: Path, folder: Path) -> Run:
    """Do the steps of the tutorial in a folder."""
    shutil.copy(page.parent / _WORKBOOK, folder)
    done = Run({}, [])
    newest, shown = _WORKBOOK, b""
    for part in _PART.finditer(page.read_text("utf-8")):
        if part["commands"]:
            lines = [line.removeprefix("$ ") for line in part["commands"].splitlines()]
            output = "".join(_output(line, folder, done.exits) for line in lines)
            shown = terminal_picture("\n".join(lines), output)
            newest = next(iter(re.findall(r"--annotate (\S+)", part["commands"])), newest)
        elif part["heading"] == "Line":
            _write_lines(folder / _LAYOUT, part["rows"])
        elif part["heading"] == "Sheet":
            _write_cells(folder / newest, part["rows"])
        elif part["picture"] in _SHEETS:
            sheet = openpyxl.load_workbook(folder / newest).worksheets[0]
            done.pictures[part["picture"]] = sheet_picture(sheet)
        else:
            done.pictures[part["picture"]] = shown
    return done


def _output(line: str, folder: Path, exits: list[int]) -> str:
    """Run one command in a folder; return what it prints."""
    command, _, target = line.partition(" > ")
    words = [one.strip('"') for one in re.findall(r'"[^"]*"|\S+', command)][1:]
    with contextlib.chdir(folder):
        result = CliRunner().invoke(app, words, env={"COLUMNS": str(WIDTH)})
    exits.append(result.exit_code)
    if not target:
        return result.stdout
    Path(folder, target).write_text(result.stdout, "utf-8")
    return ""


def _cells(rows: str) -> Iterator[list[str]]:
    """Yield the cells of each row of a table."""
    for row in rows.splitlines():
        yield [one.strip() for one in row.strip("|").split("|")]


def _write_lines(path: Path, rows: str) -> None:
    text = path.read_text("utf-8")
    for old, new in _cells(rows):
        before, after = old.strip("`"), new.strip("`")
        if before not in text:
            raise ValueError(f"{path.name} has no line {before}")
        text = text.replace(before, after)
    path.write_text(text, "utf-8")


def _write_cells(path: Path, rows: str) -> None:
    book = openpyxl.load_workbook(path)
    for name, place, text, _ in _cells(rows):
        cells = book[name][place]
        for cell in (one for row in cells for one in row) if isinstance(cells, tuple) else [cells]:
            cell.value = text or None
    book.save(path)
