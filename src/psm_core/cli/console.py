"""What the command line prints: tables for people, JSON for programs."""

import json
import sys
from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, cast

from ..errors import Issue, MissingExtraError, Severity
from ..tables import TableResult
from .wording import Language, translate

try:
    from rich.console import Console
    from rich.markup import escape
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn
    from rich.table import Table
except ImportError:
    raise MissingExtraError("cli") from None

_MAX_ISSUES = 200
_MIN_WIDTH = 40


@contextmanager
def progress(language: Language) -> Generator[Callable[[int], None] | None]:
    """Show how many rows were read, on a terminal only; yield the function to call with it."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield None
        return
    words = (translate("reading", language), "{task.completed}", translate("rows_read", language))
    columns = (SpinnerColumn(), BarColumn(), TextColumn(" ".join(words)))
    with Progress(*columns, console=console, transient=True) as display:
        task = display.add_task("", total=None)
        yield lambda count: display.update(task, completed=count)


def _console() -> Console:
    """Return a console of a readable width, also where none is known (0 or 1)."""
    console = Console()
    console.width = max(console.width, _MIN_WIDTH)
    return console


def print_line(text: str) -> None:
    """Write a line to standard output."""
    sys.stdout.write(f"{text}\n")


def print_json(value: object) -> None:
    """Write a value as JSON to standard output."""
    is_unicode = (sys.stdout.encoding or "").lower().startswith("utf")
    print_line(json.dumps(value, ensure_ascii=not is_unicode, indent=2))


def print_facts(facts: Mapping[str, object], language: Language) -> None:
    """Print facts as a table, each with its label in a language."""
    rows: list[list[str]] = []
    for name, value in facts.items():
        lines = cast("list[object]", value) if isinstance(value, list) else [value]
        text = "\n".join(str(line) for line in lines if line is not None)
        rows.append([translate(name, language), text])
    print_rows(rows)


def print_rows(rows: Iterable[Sequence[str]]) -> None:
    """Print rows of cells, each column as wide as its longest cell; long addresses are wrapped."""
    table = Table(show_header=False, box=None)
    for row in rows:
        table.add_row(*map(escape, row))
    for column in table.columns:
        column.overflow = "fold"
    _console().print(table)


def print_issues(result: TableResult[Any], language: Language) -> None:
    """Print the issues of a file as a table, and how many there are."""
    console = _console()
    if result.issues:
        table = Table(*(translate(word, language) for word in ("cell", "code", "text")))
        # Where there are too many to show, the errors come before the warnings.
        is_long = len(result.issues) > _MAX_ISSUES
        issues = sorted(result.issues, key=_is_warning) if is_long else result.issues
        for issue in issues[:_MAX_ISSUES]:
            colour = "red" if issue.severity is Severity.ERROR else "yellow"
            cells = (issue.cell, issue.code, issue.describe(language.value))
            table.add_row(*map(escape, cells), style=colour)
        console.print(table)
        if is_long:
            print_line(translate("more", language).format(n=len(result.issues) - _MAX_ISSUES))
    counts = {
        "rows_read": result.rows_read,
        "valid_rows": result.valid_rows,
        "error_count": result.error_count,
        "warning_count": result.warning_count,
    }
    texts = [f"{count} {translate(word, language)}" for word, count in counts.items()]
    print_line(f"{result.layout}: {', '.join(texts)}")


def _is_warning(issue: Issue) -> bool:
    return issue.severity is Severity.WARNING


def issue_as_builtins(issue: Issue, language: Language) -> dict[str, object]:
    """Return an issue as builtins, with its sentence in a language."""
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
