"""The command ``map``: it asks in a terminal which field each heading fills."""

import errno
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from .. import tables
from ..errors import Issue
from ..regions import load_regions
from ..tables.layout_files.choices import HeadingChoices, HeadingQuestion
from ..tables.layout_files.writing import field_name, has_regions, is_filled
from ..tables.options import value_or_issue
from ..values.region_code import RegionCode
from .console import ask, print_line, print_rows
from .input_files import STANDARD_INPUT
from .layout_command import is_layout_file
from .options import (
    RECORDS,
    File,
    Force,
    Lang,
    RecordName,
    SheetName,
    fail,
    require_new_file,
    unknown_choice,
)
from .region_command import typed_code
from .wording import Language, help_text, translate


def map_headings(  # noqa: PLR0913 - options of a command
    file: File,
    target: Annotated[
        Path | None,
        typer.Argument(
            help=help_text(
                "Berkas .toml yang ditulis; tanpa ini, di samping berkas dengan nama yang sama.",
                "The .toml file to write; without it, beside the file, with the same name.",
            ),
            show_default=False,
        ),
    ] = None,
    *,
    record: RecordName = None,
    sheet: SheetName = None,
    force: Force = False,
    lang: Lang = Language.id,
) -> None:
    """Ask which field each heading of a sheet fills, and save the layout."""
    if file == STANDARD_INPUT or not _is_terminal():
        fail(translate("no_terminal", lang))
    if record is not None and record not in RECORDS:
        fail(unknown_choice("--record", record, RECORDS, lang))
    target = _beside(file) if target is None else target
    _require_target(target, force=force, language=lang)
    record_class = RECORDS[record] if record else None
    choices = HeadingChoices(tables.guess_layout(file, record_class=record_class, sheet=sheet))
    dialogue = _Dialogue(choices, lang)
    try:
        layout = dialogue.layout()
    except (EOFError, KeyboardInterrupt):
        print_line("")
        fail(translate("stopped", lang))
    target.write_text(tables.layout_text(layout, language=lang.value), "utf-8")
    print_line(f"{target}: {translate('written', lang)}")
    print_line(f'{translate("next_command", lang)} "{file}" --layout "{target}"')


def _is_terminal() -> bool:
    """Return whether a person can answer questions."""
    return sys.stdin.isatty()


def _beside(file: Path) -> Path:
    """Return the name of the layout of a file, such as ``warga.toml`` of ``warga.csv.gz``."""
    plain = file.with_suffix("") if file.suffix.lower() == ".gz" else file
    return plain.with_suffix(".toml")


def _require_target(target: Path, *, force: bool, language: Language) -> None:
    """End the command if the layout cannot be written, before anybody answers questions."""
    if not is_layout_file(target.name):
        fail(f"{target}: {translate('not_toml', language)}")
    require_new_file(target, force=force, language=language)
    if not target.parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, "", str(target.parent))


class _Dialogue:
    """Asks the questions of one sheet."""

    def __init__(self, choices: HeadingChoices, language: Language) -> None:
        self._choices, self._language = choices, language

    def layout(self) -> tables.Layout[Any]:
        """Return the layout of the answers."""
        print_line(self._text("how_to_answer"))
        print_line(self._text("what_to_type"))
        for letters in self._choices.hidden_letters():
            print_line(self._text("long_number", letters=letters))
        for question in self._choices.questions():
            self._choices.choose(question.heading, self._column(question))
        values: dict[str, object] = {}
        missing = self._ask_values(values)
        within = self._within() if has_regions(self._choices.layout()) else None
        if missing:
            print_line(self._text("values_left", paths=", ".join(missing)))
        return self._choices.layout(values, within)

    def _text(self, word: str, **facts: str) -> str:
        return translate(word, self._language).format(**facts)

    def _column(self, question: HeadingQuestion) -> tables.Column:
        """Return the column that a person chooses for a heading."""
        options = {str(at): one for at, one in enumerate(question.alternatives, start=1)}
        options["0"] = tables.Column(None, question.heading)
        print_line("")
        print_line(f"{question.letters}  {question.heading}")
        print_rows(self._lines(question, options))
        default = self._field(question.best)
        while True:
            answer = ask(self._text("field_question", field=default))
            if not answer:
                return question.best
            column = options.get(answer)
            if column is None and answer.isdecimal():
                print_line(self._text("no_number"))
                continue
            found = self._choices.column_for(answer) if column is None else column
            if isinstance(found, Issue):
                print_line(found.describe(self._language.value))
            elif heading := self._choices.heading_of(found):
                print_line(self._text("filled", heading=heading))
            else:
                return found

    def _lines(
        self, question: HeadingQuestion, options: dict[str, tables.Column]
    ) -> Iterator[tuple[str, str]]:
        """Yield the guess and the other choices, each with what a person types for it."""
        yield "Enter", f"{self._described(question.best)} ({self._reason(question)})"
        for answer, column in options.items():
            if is_filled(column) or is_filled(question.best):
                yield answer, self._described(column)

    def _reason(self, question: HeadingQuestion) -> str:
        """Return how sure the guess is."""
        if question.filled is not None:
            heading = self._choices.heading_of(question.filled) or ""
            field = self._field(question.filled)
            return self._text("filled_earlier", field=field, heading=heading)
        if is_filled(question.best):
            return self._text(question.confidence.value)
        is_known = question.confidence is tables.Confidence.SURE
        return self._text("no_field" if is_known else "no_guess")

    def _field(self, column: tables.Column) -> str:
        if is_filled(column):
            return field_name(column, self._language.value)
        return self._text("not_read")

    def _described(self, column: tables.Column) -> str:
        """Return the field of a column, with its label."""
        language = self._language.value
        labels = [self._choices.label_of(one.path, language) for one in column.fields() if one.path]
        text = " + ".join(dict.fromkeys(labels))
        return f"{self._field(column)} - {text}" if text else self._field(column)

    def _ask_values(self, values: dict[str, object]) -> list[str]:
        """Ask for the required values without a column; return the paths of those left out."""
        skipped: list[str] = []
        record_class = self._choices.record_class
        while paths := [one for one in self._choices.missing_paths(values) if one not in skipped]:
            if not values and not skipped:
                print_line("")
                print_line(self._text("values_to_give"))
            path = paths[0]
            label = self._choices.label_of(path, self._language.value)
            answer = ask(f"{path} - {label}:")
            if not answer:
                skipped.append(path)
                continue
            value = value_or_issue(record_class, path, answer)
            if isinstance(value, Issue):
                print_line(value.describe(self._language.value))
            else:
                values[path] = value
        return skipped

    def _within(self) -> RegionCode | None:
        """Return the region in which names of regions are searched; None for all."""
        while answer := ask(self._text("within_question")):
            code = typed_code(answer)
            if code is not None and load_regions().current(code) is not None:
                return code
            print_line(Issue("region.unknown").describe(self._language.value))
        return None
