"""The command ``duplicates``: people who are probably listed twice."""

from collections.abc import Sequence
from contextlib import nullcontext
from itertools import islice
from pathlib import Path
from typing import Annotated, Final

import typer

from ..matching import CandidatePair, same_person
from ._terminal import UNUSABLE
from .console import print_json, print_line, print_rows, waiting
from .file_options import (
    CodeLists,
    FileOptions,
    FileReader,
    Ignore,
    LayoutName,
    Map,
    SheetNameField,
    Values,
)
from .input_files import input_files
from .listed_people import JSON_LINES, ListedPeople, Place, file_labels
from .options import INVALID, Json, Lang, RecordName, SheetName, Within
from .wording import Language, counted, help_text, translate

_MAX_PROBLEMS: Final = 50
_AT_ONCE: Final = 500
"""How many pairs are printed as one table, so that any number needs little memory."""


def duplicates(  # noqa: PLR0913 - options of a command
    files: Annotated[
        list[Path],
        typer.Argument(
            help=help_text(
                "Berkas CSV, xlsx, xlsm, xls, ods atau .jsonl (boleh .gz), folder, atau - untuk"
                " masukan standar.",
                "CSV, xlsx, xlsm, xls, ods or .jsonl files (also .gz), folders, or - for standard"
                " input.",
            )
        ),
    ],
    *,
    against: Annotated[
        list[Path] | None,
        typer.Option(
            "--against",
            help=help_text(
                "Bandingkan hanya dengan berkas atau folder ini, misalnya daftar tahun lalu.",
                "Compare with this file or folder only, such as the list of last year.",
            ),
        ),
    ] = None,
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
                "Tampilkan hanya pasangan dengan kemungkinan minimal sekian, dari 0 sampai 1.",
                "Show only pairs with at least this probability, 0 to 1.",
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
        record=record,
        layout=layout,
        maps=map_,
        ignored=ignore,
        sheet=sheet,
        sheet_name=sheet_name,
        values=value,
        code_lists=code_list,
        within=within,
        lenient=True,
        require_values=True,  # without them, no row has a record
    )
    reader = FileReader(options, lang)
    listed, others = ListedPeople(reader, lang), ListedPeople(reader, lang)
    suffixes = JSON_LINES
    with (
        input_files(files, lang, more_suffixes=suffixes) as found,
        input_files(against, lang, more_suffixes=suffixes) if against else nullcontext() as earlier,
    ):
        inputs = [one for one in (found, earlier) if one is not None]
        labels = file_labels(inputs) if earlier or found.are_several else {}
        listed.read(found, labels)
        if earlier is not None:
            others.read(earlier, labels)
    with waiting("comparing", lang):
        pairs = same_person(listed.people, others.people if against else None, min_score=min_score)
    second_places = others.places if against else listed.places
    shown = pairs[:maximum]
    if as_json:
        print_json([_builtins(pair, listed.places, second_places, lang) for pair in shown])
    else:
        _print_pairs(shown, listed.places, second_places, lang)
        count = len(listed.people) + len(others.people)
        print_line(f"{counted(count, 'people', lang)}, {counted(len(pairs), 'pairs', lang)}")
        if len(shown) < len(pairs):
            print_line(translate("shown_pairs", lang).format(n=len(shown)))
    code = _exit_code(listed, others, lang, may_try_person=record is None)
    raise typer.Exit(code or (INVALID if pairs else 0))


def _exit_code(
    listed: ListedPeople, others: ListedPeople, language: Language, *, may_try_person: bool
) -> int:
    """Write what could not be compared; return 2 if that is a file, a line, or everything."""
    unreadable = listed.unreadable + others.unreadable
    if more := len(unreadable[_MAX_PROBLEMS:]):
        unreadable[_MAX_PROBLEMS:] = [translate("more_problems", language).format(n=more)]
    for text in unreadable:
        typer.echo(text, err=True)
    rows = listed.unread_rows + others.unread_rows
    if rows:
        typer.echo(translate("rows_not_compared", language).format(n=rows), err=True)
    is_nothing_left = rows and not (listed.people or others.people)
    if is_nothing_left and may_try_person:
        typer.echo(translate("try_person", language), err=True)
    return UNUSABLE if unreadable or is_nothing_left else 0


def _print_pairs(
    pairs: Sequence[CandidatePair],
    places: Sequence[Place],
    second_places: Sequence[Place],
    language: Language,
) -> None:
    left = iter(pairs)
    while some := list(islice(left, _AT_ONCE)):
        print_rows(
            (
                _places_text(places[one.first], second_places[one.second], language),
                one.describe(language.value),
            )
            for one in some
        )


def _places_text(first: Place, second: Place, language: Language) -> str:
    one, other = first.text(language), second.text(language)
    if first.file:
        return f"{one}\n{other}"
    return f"{translate('rows', language)} {one} {translate('and', language)} {other}"


def _builtins(
    pair: CandidatePair,
    places: Sequence[Place],
    second_places: Sequence[Place],
    language: Language,
) -> dict[str, object]:
    first, second = (
        {"file": one.file or None, "sheet": one.sheet, "row": one.row}
        for one in (places[pair.first], second_places[pair.second])
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
