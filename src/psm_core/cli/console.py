"""What the command line prints: tables for people, JSON for programs."""

import json
import sys
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, cast

from ..errors import Issue, MissingExtraError, Severity
from ..tables import IssueSummary, TableResult
from .wording import Language, counted, translate

try:
    from rich.console import Console
    from rich.markup import escape
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn
    from rich.table import Table
    from rich.text import Text
except ImportError:
    raise MissingExtraError("cli") from None

_MAX_ISSUES = 50
"""A longer list is replaced by its summary."""
_FIRST_CELLS = 3
_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow"}
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


@contextmanager
def waiting(word: str, language: Language) -> Generator[None]:
    """Show that something is done, on a terminal only."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield
        return
    with console.status(translate(word, language)):
        yield


def _console() -> Console:
    """Return a console of a readable width, also where none is known (0 or 1)."""
    console = Console()
    console.width = max(console.width, _MIN_WIDTH)
    return console


def print_line(text: str) -> None:
    """Write a line to standard output."""
    sys.stdout.write(f"{text}\n")


def ask(text: str) -> str:
    """Return the line that a person types after a text, without blanks around it.

    Raises:
        EOFError: the input has ended.
        KeyboardInterrupt: the person pressed Ctrl-C.

    """
    return _console().input(Text(f"{text} ", style="bold")).strip()


def print_json(value: object) -> None:
    """Write a value as JSON to standard output."""
    print_line(_json_text(value, indent=2))


def print_json_parts(parts: Iterable[tuple[str, object]]) -> None:
    """Write the members of a JSON object, one by one; each item of an iterator is in a line."""
    separator = "{\n"
    for name, value in parts:
        sys.stdout.write(f"{separator}  {_json_text(name)}: ")
        if isinstance(value, Iterator):
            before = "["
            for item in cast("Iterator[object]", value):
                sys.stdout.write(f"{before}\n    {_json_text(item)}")
                before = ","
            sys.stdout.write("[]" if before == "[" else "\n  ]")
        else:
            sys.stdout.write(_json_text(value))
        separator = ",\n"
    print_line("\n}")


def _json_text(value: object, indent: int | None = None) -> str:
    is_unicode = (sys.stdout.encoding or "").lower().startswith("utf")
    return json.dumps(value, ensure_ascii=not is_unicode, indent=indent)


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


def print_issues(
    result: TableResult[Any],
    language: Language,
    *,
    maximum: int | None = None,
    as_summary: bool = False,
) -> None:
    """Print the issues of a file, or one line for each code, and how many there are.

    Without a maximum, a long list is replaced by its summary.
    """
    count = len(result.issues)
    if as_summary or (maximum is None and count > _MAX_ISSUES):
        _print_summary(result.summary(cells=_FIRST_CELLS), maximum, language)
        if not as_summary:
            print_line(translate(_word("summed", result), language).format(n=count))
    else:
        more = _print_list(result.issues, count if maximum is None else maximum, language)
        if more > 0:
            print_line(translate(_word("more", result), language).format(n=more))
    print_line(f"{result.layout}: {_counts_text(counts_of(result), language)}")


def _word(name: str, result: TableResult[Any]) -> str:
    """Return the name of a text: of Parquet files no copy with comments can be written."""
    return f"{name}_parquet" if result.file_type == "parquet" else name


def counts_of(result: TableResult[Any]) -> dict[str, int]:
    """Return the counts that the last line about a file has."""
    return {
        "rows_read": result.rows_read,
        "valid_rows": result.valid_rows,
        "error_count": result.error_count,
        "warning_count": result.warning_count,
    }


def print_total(files: int, unreadable: int, counts: Mapping[str, int], language: Language) -> None:
    """Print the last line about several files."""
    more = {"unreadable": unreadable} if unreadable else {}
    text = _counts_text({**counts, **more}, language)
    print_line(f"\n{counted(files, 'files', language)}: {text}")


def _counts_text(counts: Mapping[str, int], language: Language) -> str:
    return ", ".join(counted(count, word, language) for word, count in counts.items())


def _print_list(issues: Sequence[Issue], maximum: int, language: Language) -> int:
    """Print a table of issues, errors first if it is cut off, and return how many are left out."""
    more = len(issues) - maximum
    shown = sorted(issues, key=_is_warning)[:maximum] if more > 0 else issues
    if shown:
        table = Table(*(translate(word, language) for word in ("cell", "code", "text")))
        for issue in shown:
            cells = (issue.cell, issue.code, issue.describe(language.value))
            table.add_row(*map(escape, cells), style=_COLOURS[issue.severity])
        _console().print(table)
    return more


def _print_summary(lines: Sequence[IssueSummary], maximum: int | None, language: Language) -> None:
    """Print one table of errors and one of warnings, with a line for each code."""
    shown = lines[:maximum]
    for severity in Severity:
        of_severity = [line for line in shown if line.severity is severity]
        if of_severity:
            words = ("number", "first_cells", "code", "text")
            title = translate(f"{severity.value}_title", language)
            table = Table(*(translate(word, language) for word in words), title=title)
            table.columns[0].justify = "right"
            for line in of_severity:
                more = ", …" if line.count > len(line.cells) > 0 else ""
                text = f"{line.problem(language.value)} {line.cure(language.value)}".strip()
                cells = (str(line.count), f"{_short(line.cells)}{more}", line.code, text)
                table.add_row(*map(escape, cells), style=_COLOURS[severity])
            _console().print(table)
    if len(lines) > len(shown):
        print_line(translate("more_codes", language).format(n=len(lines) - len(shown)))


def _short(cells: Iterable[str]) -> str:
    """Return cells as one text, with the name of a sheet only where it changes."""
    texts: list[str] = []
    last = ""
    for cell in cells:
        sheet, _, address = cell.rpartition("!")
        texts.append(address if sheet == last else cell)
        last = sheet
    return ", ".join(texts)


def _is_warning(issue: Issue) -> bool:
    return issue.severity is Severity.WARNING


def summary_as_builtins(line: IssueSummary, language: Language) -> dict[str, object]:
    """Return the sum of the issues of a code as builtins, with its sentences in a language."""
    return {
        **line.to_dict(),
        "problem": line.problem(language.value),
        "cure": line.cure(language.value),
    }


def issue_as_builtins(issue: Issue, language: Language) -> dict[str, object]:
    """Return an issue as builtins, with its sentence in a language."""
    return {**issue.to_dict(), "text": issue.describe(language.value)}
