"""The command ``duplicates``: people who are probably listed twice."""

from collections.abc import Iterator, Sequence
from typing import Annotated, NamedTuple, cast

import typer

from ..matching import CandidatePair, same_person
from ..records.people import Person
from ..tables.rows.keys import parts_at, people_paths
from ._terminal import UNUSABLE
from .console import print_json, print_line, print_rows
from .file_options import (
    CodeLists,
    FileOptions,
    FileReader,
    Ignore,
    LayoutName,
    Map,
    Outcome,
    SheetNameField,
    Values,
)
from .input_files import InputFiles, input_files
from .options import INVALID, Files, Json, Lang, RecordName, SheetName, Within
from .wording import Language, counted, help_text, translate


class _Place(NamedTuple):
    """The row of a person."""

    file: str
    """Empty if there is only one file."""
    sheet: str | None
    row: int

    def __str__(self) -> str:
        cell = f"{self.sheet}!{self.row}" if self.sheet else str(self.row)
        return f"{self.file}: {cell}" if self.file else cell


def duplicates(  # noqa: PLR0913 - options of a command
    files: Files,
    *,
    record: RecordName = None,
    layout: LayoutName = None,
    map_: Map = None,
    ignore: Ignore = None,
    sheet: SheetName = None,
    sheet_name: SheetNameField = None,
    value: Values = None,
    within: Within = None,
    code_list: CodeLists = None,
    min_score: Annotated[
        float,
        typer.Option(
            "--min-score",
            min=0,
            max=1,
            help=help_text(
                "Kemungkinan paling kecil, dari 0 sampai 1.", "The smallest probability, 0 to 1."
            ),
        ),
    ] = 0.5,
    maximum: Annotated[
        int | None,
        typer.Option(
            "--max",
            min=1,
            help=help_text(
                "Tampilkan paling banyak sekian pasangan.", "Show at most this many pairs."
            ),
        ),
    ] = None,
    as_json: Json = False,
    lang: Lang = Language.id,
) -> None:
    """Print the rows of people who are probably the same, with the reasons."""
    options = FileOptions(
        record,
        layout,
        map_,
        ignore,
        sheet,
        sheet_name,
        value,
        code_list,
        within,
        None,
        None,
        lenient=True,
    )
    with input_files(files, lang) as found:
        outcomes = list(FileReader(options, lang).outcomes(found))
    places: list[_Place] = []
    people: list[Person] = []
    for outcome in outcomes:
        for place, person in _people(outcome, found):
            places.append(place)
            people.append(person)
    pairs = same_person(people, min_score=min_score)
    shown = pairs[:maximum]
    if as_json:
        print_json([_builtins(pair, places, lang) for pair in shown])
    else:
        _print_pairs(shown, places, lang)
        counts = (len(people), "people"), (len(pairs), "pairs")
        print_line(", ".join(counted(count, name, lang) for count, name in counts))
    unread = [one for one in outcomes if one.result is None]
    for one in unread:
        typer.echo(f"{found.shown_name(one.file)}: {one.error}", err=True)
    raise typer.Exit(UNUSABLE if unread else INVALID if pairs else 0)


def _people(outcome: Outcome, found: InputFiles) -> Iterator[tuple[_Place, Person]]:
    """Yield every person of a file with the row of the record."""
    result = outcome.result
    if result is None:
        return
    file = found.shown_name(outcome.file) if found.are_several else ""
    records = cast("Sequence[object]", result.records)
    for record, row, sheet in zip(records, result.rows, result.record_sheets, strict=True):
        for path in people_paths(type(record)):
            for _, person in parts_at(record, path, ()):
                yield _Place(file, sheet, row), person


def _print_pairs(
    pairs: Sequence[CandidatePair], places: Sequence[_Place], language: Language
) -> None:
    row = translate("line", language)
    rows = [
        (f"{row} {places[one.first]} = {places[one.second]}", one.describe(language.value))
        for one in pairs
    ]
    if rows:
        print_rows(rows)


def _builtins(pair: CandidatePair, places: list[_Place], language: Language) -> dict[str, object]:
    first, second = (
        {"file": one.file or None, "sheet": one.sheet, "row": one.row}
        for one in (places[pair.first], places[pair.second])
    )
    return {
        "score": round(pair.score, 4),
        "first": first,
        "second": second,
        "reasons": [
            {"code": one.code, "weight": round(one.weight, 2), "text": one.describe(language.value)}
            for one in pair.reasons
        ],
    }
