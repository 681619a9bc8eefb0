"""The command ``diff``: what changed between two files of JSON lines."""

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Annotated, Final, NamedTuple

import typer

from ..changes import Change, diff
from ..tables.files.sheets import table_error
from ..tables.several_files import TABLE_SUFFIXES
from .column_files import is_parquet
from .console import print_json_parts, print_line, print_rows, progress
from .options import INVALID, Json, Lang, fail
from .record_lines import (
    Line,
    Problems,
    RecordLines,
    compare_classes,
    read_lines,
    record_lines,
)
from .wording import Language, counted, help_text, translate

_AT_ONCE: Final = 500
"""How many changed records are printed as one table, so that any number needs little memory."""


class _Difference(NamedTuple):
    """A record that both files have, with different values."""

    before: Line
    after: Line
    changes: tuple[Change, ...]


class _Comparison:
    """Two files that were read, compared record by record."""

    def __init__(self, first: RecordLines, second: RecordLines) -> None:
        self._first = first
        self._second = second
        self.equal = 0
        self.changed = 0
        self.only_first = sum(key not in second.places for key in first.places)
        self.only_second = sum(key not in first.places for key in second.places)

    def differences(self) -> Iterator[_Difference]:
        """Yield the records of both files that differ, in the order of the first file."""
        for key, at in self._first.places.items():
            there = self._second.places.get(key)
            if there is None:
                continue
            if self._first.text(at) != self._second.text(there):
                before, after = self._first.line(at), self._second.line(there)
                if changes := diff(before.record, after.record):
                    self.changed += 1
                    yield _Difference(before, after, changes)
                    continue
            self.equal += 1

    def lines_of_first(self) -> Iterator[Line]:
        """Yield the records that only the first file has."""
        return _missing(self._first, self._second)

    def lines_of_second(self) -> Iterator[Line]:
        """Yield the records that only the second file has."""
        return _missing(self._second, self._first)

    @property
    def exit_code(self) -> int:
        """The code that the command exits with."""
        return INVALID if self.changed or self.only_first or self.only_second else 0


def _missing(file: RecordLines, other: RecordLines) -> Iterator[Line]:
    return (file.line(at) for key, at in file.places.items() if key not in other.places)


def diff_files(
    first: Annotated[
        Path,
        typer.Argument(
            help=help_text(
                "Berkas .jsonl semula (boleh .gz), atau - untuk masukan standar.",
                "The earlier .jsonl file (also .gz), or - for standard input.",
            )
        ),
    ],
    second: Annotated[
        Path, typer.Argument(help=help_text("Berkas .jsonl kemudian.", "The later .jsonl file."))
    ],
    *,
    key: Annotated[
        str | None,
        typer.Option(
            "--key",
            help=help_text(
                "Isian yang menandai rekaman yang sama, misalnya person.nik; bawaannya id, NIK"
                " orang, atau nomor KK keluarga.",
                "The field that identifies a record, such as person.nik; by default the id, the NIK"
                " of a person or the KK number of a family.",
            ),
        ),
    ] = None,
    as_json: Json = False,
    lang: Lang = Language.id,
) -> None:
    """Print what changed in each record, without any value."""
    for path in (first, second):
        _refuse_table(path, lang)
    with record_lines((first, second), key, lang) as files:
        problems = Problems(lang)
        with progress(lang) as show_progress:
            read_lines(files, problems, show_progress)
        compare_classes(files[0], files[1], problems)
        problems.end_command()
        comparison = _Comparison(files[0], files[1])
        if as_json:
            print_json_parts(_json_parts(comparison, lang))
        else:
            _print_differences(comparison, lang)
    raise typer.Exit(comparison.exit_code)


def _refuse_table(path: Path, language: Language) -> None:
    """End the command for a workbook or a CSV file, and say how to convert it.

    Raises:
        TableError: ``table.column_format``.

    """
    plain = path.with_suffix("") if path.suffix.lower() == ".gz" else path
    if is_parquet(path):
        raise table_error("table.column_format", what="Parquet")
    if plain.suffix.lower() in TABLE_SUFFIXES - {".txt"}:
        target = f"{plain.stem}.jsonl"
        fail(translate("not_json_lines", language).format(name=path, target=target))


def _json_parts(comparison: _Comparison, language: Language) -> Iterator[tuple[str, object]]:
    yield "changed", (_builtins(one, language) for one in comparison.differences())
    yield "only_first", map(_place, comparison.lines_of_first())
    yield "only_second", map(_place, comparison.lines_of_second())
    yield "equal", comparison.equal


def _print_differences(comparison: _Comparison, language: Language) -> None:
    differences = comparison.differences()
    while some := list(islice(differences, _AT_ONCE)):
        print_rows(_rows(some, language))
    for name, lines in (
        ("only_first", comparison.lines_of_first()),
        ("only_second", comparison.lines_of_second()),
    ):
        for one in lines:
            print_line(f"{_shown(one, language)}: {translate(name, language)}")
    counts = (
        (comparison.equal, "same_records"),
        (comparison.changed, "changed_records"),
        (comparison.only_first, "only_first"),
        (comparison.only_second, "only_second"),
    )
    print_line(", ".join(counted(count, name, language) for count, name in counts))


def _shown(line: Line, language: Language) -> str:
    return line.shown_key or f"{translate('line', language)} {line.number}"


def _place(line: Line) -> dict[str, object]:
    return {"line": line.number, "id": line.shown_key}


def _rows(differences: Iterable[_Difference], language: Language) -> Iterator[tuple[str, str]]:
    for one in differences:
        yield (
            _shown(one.after, language),
            "\n".join(change.describe(language.value) for change in one.changes),
        )


def _builtins(one: _Difference, language: Language) -> dict[str, object]:
    return {
        "first_line": one.before.number,
        "second_line": one.after.number,
        "id": one.after.shown_key,
        "changes": [
            {
                "path": list(change.path),
                "where": change.where,
                "kind": change.kind,
                "text": change.describe(language.value),
            }
            for change in one.changes
        ],
    }
