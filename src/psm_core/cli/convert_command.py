"""The command ``convert``."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from .. import tables, wire
from ._terminal import UNUSABLE
from .console import print_issues, print_line
from .file_options import (
    AgesStatedOn,
    CodeLists,
    FileOptions,
    FileReader,
    Ignore,
    LayoutName,
    Lenient,
    Map,
    SheetNameField,
    Values,
)
from .input_files import input_files
from .options import (
    INVALID,
    Files,
    Force,
    Lang,
    RecordName,
    SheetName,
    Within,
    fail,
    require_new_file,
)
from .wording import Language, help_text, translate


class Headings(StrEnum):
    """The headings of a file that is written."""

    id = "id"
    en = "en"
    path = "path"


def convert(  # noqa: PLR0913 - options of a command
    files: Files,
    target: Annotated[
        Path,
        typer.Argument(
            help=help_text(
                "Berkas .csv, .xlsx atau .jsonl yang ditulis.",
                "The .csv, .xlsx or .jsonl file to write.",
            )
        ),
    ],
    *,
    record: RecordName = None,
    layout: LayoutName = None,
    map_: Map = None,
    ignore: Ignore = None,
    sheet: SheetName = None,
    sheet_name: SheetNameField = None,
    value: Values = None,
    within: Within = None,
    ages_stated_on: AgesStatedOn = None,
    lenient: Lenient = False,
    code_list: CodeLists = None,
    partly: Annotated[
        bool,
        typer.Option(
            "--partly",
            help=help_text(
                "Tulis baris yang valid, walaupun ada yang tidak valid.",
                "Write the valid rows even if others are invalid.",
            ),
        ),
    ] = False,
    headings: Annotated[
        Headings | None,
        typer.Option(
            "--headings",
            help=help_text(
                "Judul kolom berkas .csv dan .xlsx: id, en, atau path (nama isian untuk program);"
                " tanpa ini menurut --lang.",
                "Headings of .csv and .xlsx files: id, en, or path (names of fields for programs);"
                " without it, as in --lang.",
            ),
        ),
    ] = None,
    force: Force = False,
    lang: Lang = Language.id,
) -> None:
    """Convert files to one psm-core file, or to JSON documents, one a line."""
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
        ages_stated_on=ages_stated_on,
        lenient=lenient,
        require_values=True,
    )
    with input_files(files, lang) as found:
        is_source = target.exists() and any(target.samefile(file) for file in found.names)
        require_new_file(target, force=force and not is_source, language=lang)
        outcomes = list(FileReader(options, lang).outcomes(found))
    results = [one.result for one in outcomes if one.result is not None]
    is_whole = len(results) == len(outcomes) and not any(result.errors for result in results)
    records = [record for result in results for record in result.records]
    is_written = is_whole or (partly and bool(records))
    if is_written:
        _write(records, target, headings, lang)
    for one in outcomes:
        if found.are_several:
            print_line(f"\n=== {found.shown_name(one.file)} ===")
        if one.result is None:
            print_line(one.error)
        else:
            print_issues(one.result, lang)
    for line in found.left_out_lines(lang):
        print_line(line)
    if is_written:
        print_line(f"{target}: {len(records)} {translate('written', lang)}")
    else:
        print_line(translate("not_written", lang))
    code = UNUSABLE if len(results) < len(outcomes) else INVALID
    raise typer.Exit(0 if is_whole else code)


def _write(
    records: Sequence[object], target: Path, headings: Headings | None, language: Language
) -> None:
    """Write records to a file; its suffix decides the format."""
    if target.suffix.lower() == ".jsonl":
        _write_json_lines(records, target)
    elif len({type(record) for record in records}) > 1:
        fail(translate("mixed_records", language))
    else:
        tables.write(records, target, headings=(headings or language).value)


def _write_json_lines(records: Iterable[object], target: Path) -> None:
    from ..tables.files.atomic_write import replace_file  # noqa: PLC0415 - two commands need it

    with replace_file(target, private=True) as file:
        file.writelines(f"{wire.to_json(record)}\n".encode() for record in records)
