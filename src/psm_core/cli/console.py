"""What the command line shows: tables for people, JSON for programs."""

import json
import sys
from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from contextlib import contextmanager
from enum import StrEnum
from typing import Any, cast

from ..errors import Issue, MissingExtraError, Severity
from ..tables import TableResult

try:
    from rich.console import Console
    from rich.markup import escape
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn
    from rich.table import Table
except ImportError:
    raise MissingExtraError("cli") from None

_SHOWN = 200
_NARROWEST = 40


class Language(StrEnum):
    """The language of what is printed."""

    id = "id"
    en = "en"


_WORDS: Mapping[str, tuple[str, str]] = {
    "cell": ("Sel", "Cell"),
    "code": ("Kode", "Code"),
    "text": ("Penjelasan", "What is wrong"),
    "sound": ("baris sah", "rows sound"),
    "rows": ("baris dibaca", "rows read"),
    "errors": ("galat", "errors"),
    "warnings": ("peringatan", "warnings"),
    "more": (
        "dan {n} lagi; lihat --annotate atau --json",
        "and {n} more; see --annotate or --json",
    ),
    "written": ("ditulis", "written"),
    "unknown": ("tidak dikenal; yang ada:", "is not known; there are:"),
    "exists": (
        "sudah ada; beri nama lain, atau --force untuk menimpanya",
        "is there already; take another name, or --force to write over it",
    ),
    "reading": ("membaca", "reading"),
    "not_written": (
        "tidak ditulis: ada baris yang tidak sah",
        "not written: some rows are unsound",
    ),
    "several_regions": (
        "Beberapa wilayah bernama ini; pilih dengan --within KODE:",
        "Several regions have this name; choose with --within CODE:",
    ),
    "no_region": ("Tidak ada wilayah dengan nama ini.", "No region has this name."),
    "no_permission": (
        "Berkas ini tidak boleh dibaca atau ditulis.",
        "No permission to read or write this file.",
    ),
    "directory": ("Ini folder, bukan berkas.", "This is a folder, not a file."),
    "not_directory": ("Ini berkas, bukan folder.", "This is a file, not a folder."),
    "name_too_long": ("Nama berkas ini terlalu panjang.", "This file name is too long."),
    "disk_full": ("Tidak ada ruang lagi untuk menulis.", "There is no space left to write."),
    "usage": ("Lihat psm-core --help.", "See psm-core --help."),
    "bug": ("kesalahan dalam program:", "error in the program:"),
    "line": ("Baris", "Line"),
    "region": ("Wilayah penerbitan", "Region of issue"),
    "region_status": ("Status wilayah", "Status of the region"),
    "region_today": ("Wilayah sekarang", "Region today"),
    "birth_dates": ("Tanggal lahir", "Birth date"),
    "sex": ("Jenis kelamin", "Sex"),
    "candidates": ("Mungkin", "Perhaps"),
    "status": ("Status", "Status"),
    "today": ("Kode sekarang", "Code today"),
    "name": ("Nama", "Name"),
    "address": ("Alamat", "Address"),
    "title": ("Sebutan", "Local title"),
    "former_names": ("Nama lama", "Former names"),
    "inside": ("Wilayah di bawahnya", "Regions inside"),
    "current": ("berlaku", "in force"),
}


def said(word: str, language: Language) -> str:
    """Return a word of the interface in the language of the user."""
    return _WORDS[word][language is Language.en]


@contextmanager
def progress(language: Language) -> Generator[Callable[[int], None] | None]:
    """Show how many rows were read, where somebody looks; give what is to be told of them."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield None
        return
    words = (said("reading", language), "{task.completed}", said("rows", language))
    columns = (SpinnerColumn(), BarColumn(), TextColumn(" ".join(words)))
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("", total=None)
        yield lambda count: progress.update(task, completed=count)


def _console() -> Console:
    """Return a console for tables, wide enough to read also where no width is known (0 or 1)."""
    console = Console()
    console.width = max(console.width, _NARROWEST)
    return console


def say(text: str) -> None:
    """Write a line to standard output."""
    sys.stdout.write(f"{text}\n")


def print_json(told: object) -> None:
    """Write a value as JSON to standard output."""
    is_unicode = (sys.stdout.encoding or "").lower().startswith("utf")
    say(json.dumps(told, ensure_ascii=not is_unicode, indent=2))


def print_facts(told: Mapping[str, object], language: Language) -> None:
    """Print facts for people, each with its name in their language."""
    rows: list[list[str]] = []
    for name, value in told.items():
        lines = cast("list[object]", value) if isinstance(value, list) else [value]
        text = "\n".join(str(line) for line in lines if line is not None)
        rows.append([said(name, language), text])
    print_rows(rows)


def print_rows(rows: Iterable[Sequence[str]]) -> None:
    """Print rows of cells, each column as wide as it has to be."""
    table = Table(show_header=False, box=None)
    for row in rows:
        table.add_row(*map(escape, row))
    _console().print(table)


def print_issues(loaded: TableResult[Any], language: Language) -> None:
    """Write the issues of a file as a table, and how many there are."""
    console = _console()
    if loaded.issues:
        table = Table(*(said(word, language) for word in ("cell", "code", "text")))
        # Where there are too many to show, the errors come before the warnings.
        is_long = len(loaded.issues) > _SHOWN
        issues = sorted(loaded.issues, key=_weight) if is_long else loaded.issues
        for issue in issues[:_SHOWN]:
            colour = "red" if issue.severity is Severity.ERROR else "yellow"
            cells = (issue.cell, issue.code, issue.describe(language.value))
            table.add_row(*map(escape, cells), style=colour)
        console.print(table)
        if is_long:
            say(said("more", language).format(n=len(loaded.issues) - _SHOWN))
    counts = {
        "rows": loaded.rows_read,
        "sound": loaded.valid_rows,
        "errors": loaded.error_count,
        "warnings": loaded.warning_count,
    }
    told = ", ".join(f"{count} {said(word, language)}" for word, count in counts.items())
    say(f"{loaded.layout}: {told}")


def _weight(issue: Issue) -> bool:
    return issue.severity is Severity.WARNING


def as_builtins(issue: Issue, language: Language) -> dict[str, object]:
    """Return an issue as builtins, with its sentence in the language of the user."""
    return {
        "cell": issue.cell or None,
        "sheet": issue.sheet,
        "row": issue.row,
        "column": issue.column,
        "path": list(issue.path),
        "code": issue.code,
        "severity": issue.severity.value,
        "text": issue.describe(language.value),
    }
