"""The command ``diff``: what changed between two files of JSON lines."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any, Final, NamedTuple, cast

import typer

from .. import wire
from .._core.text_value import TextValue
from ..changes import Change, diff
from ..errors import PsmError
from ..records.families import Family
from ..records.people import Person
from ..tables.layouts.layout import steps_of
from ..tables.rows.keys import EVERY, id_path, parts_at
from ..values.plain import to_plain
from ._terminal import sentence
from .console import print_json, print_line, print_rows
from .options import INVALID, RECORDS, Json, Lang, fail
from .wording import Language, help_text, translate

_NUMBERS: Final[Mapping[type, str]] = {Person: "nik", Family: "kk"}
"""Record class without a required id → the field that identifies its records."""


class _Line(NamedTuple):
    """A record of a file."""

    number: int
    """Of the line, from 1."""
    record: object
    key: str
    """The text of the field that identifies it, unmasked."""
    shown_key: str | None
    """The same text if it is the id of a record; numbers of people are not shown."""


class _Difference(NamedTuple):
    """A record that both files have, with different values."""

    before: _Line
    after: _Line
    changes: tuple[Change, ...]


def diff_files(
    first: Annotated[
        Path, typer.Argument(help=help_text("Berkas .jsonl semula.", "The earlier .jsonl file."))
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
                "Isian yang sama pada rekaman yang sama, misalnya person.nik; bawaannya id.",
                "The field that is equal for the same record, such as person.nik; by default id.",
            ),
        ),
    ] = None,
    as_json: Json = False,
    lang: Lang = Language.id,
) -> None:
    """Print what changed in each record, without any value."""
    before, after = (_by_key(path, key, lang) for path in (first, second))
    both = [(one, after[name]) for name, one in before.items() if name in after]
    if any(type(one.record) is not type(other.record) for one, other in both):
        fail(translate("other_record", lang))
    differences = [
        _Difference(one, other, changes)
        for one, other in both
        if (changes := diff(one.record, other.record))
    ]
    only_first = [one for name, one in before.items() if name not in after]
    only_second = [one for name, one in after.items() if name not in before]
    if as_json:
        print_json(
            {
                "equal": len(both) - len(differences),
                "changed": [_builtins(one, lang) for one in differences],
                "only_first": [_place(one) for one in only_first],
                "only_second": [_place(one) for one in only_second],
            }
        )
    else:
        if differences:
            print_rows(_rows(differences, lang))
        for name, lines in (("only_first", only_first), ("only_second", only_second)):
            for one in lines:
                print_line(f"{_shown(one, lang)}: {translate(name, lang)}")
        counts = (
            (len(both) - len(differences), "same_records"),
            (len(differences), "changed_records"),
            (len(only_first), "only_first"),
            (len(only_second), "only_second"),
        )
        print_line(", ".join(f"{count} {translate(name, lang)}" for count, name in counts))
    raise typer.Exit(INVALID if differences or only_first or only_second else 0)


def _by_key(path: Path, key: str | None, language: Language) -> dict[str, _Line]:
    """Return key → record of a file; end the command if a line or a key is unusable."""
    found: dict[str, _Line] = {}
    # not splitlines, because texts may contain other separators, such as U+2028
    for number, text in enumerate(path.read_bytes().split(b"\n"), start=1):
        if not text.strip():
            continue
        place = f"{path}: {translate('line', language)} {number}"
        try:
            record = _record(text)
        except PsmError as error:
            fail(f"{place}: {sentence(error, language)}")
        line = _line(number, record, key)
        if line is None:
            fail(f"{place}: {translate('no_value_of_key' if key else 'no_key', language)}")
        earlier = found.setdefault(line.key, line)
        if earlier is not line:
            lines = f"{earlier.number}, {number}"
            fail(f"{path}: {translate('same_key', language)} {translate('line', language)} {lines}")
    return found


def _record(text: bytes) -> object:
    """Return the record of a document; its schema says of which class."""
    try:
        document: Any = json.loads(text)
    except (ValueError, RecursionError):
        document = None
    schema = cast("dict[str, Any]", document).get("schema") if isinstance(document, dict) else None
    name = str(schema).removeprefix("psm.").partition("/")[0]
    record_class: type[object] = RECORDS.get(name, Person)
    return wire.from_json(text, record_class)


def _line(number: int, record: object, key: str | None) -> _Line | None:
    """Return a record with its key, or None if it has none."""
    path = steps_of(key) if key else id_path(type(record))
    if key is None and type(record) in _NUMBERS:
        path = (_NUMBERS[type(record)],)
    try:
        found = [value for _, value in parts_at(record, path, ())]
    except (AttributeError, TypeError, IndexError):
        return None
    if len(found) != 1 or found[0] is None or EVERY in path:
        return None
    text = str(to_plain(found[0]))
    is_shown = isinstance(found[0], TextValue) and str(found[0]) == text  # numbers are masked
    return _Line(number, record, text, text if is_shown else None)


def _shown(line: _Line, language: Language) -> str:
    return line.shown_key or f"{translate('line', language)} {line.number}"


def _place(line: _Line) -> dict[str, object]:
    return {"line": line.number, "id": line.shown_key}


def _rows(differences: list[_Difference], language: Language) -> Iterator[tuple[str, str]]:
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
