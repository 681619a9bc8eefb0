"""The command ``convert``."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from .. import tables, wire
from .console import print_issues, print_line
from .file_options import (
    AgesStatedOn,
    CodeLists,
    FileOptions,
    Ignore,
    LayoutName,
    Lenient,
    Map,
    Values,
    read_file,
)
from .options import (
    INVALID,
    File,
    Force,
    Lang,
    RecordName,
    SheetName,
    Within,
    require_new_file,
)
from .wording import Language, help_text, translate


def convert(  # noqa: PLR0913 - options of a command
    file: File,
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
    force: Force = False,
    lang: Lang = Language.id,
) -> None:
    """Convert a file to a psm-core file or to JSON documents, one a line."""
    is_source = target.exists() and target.samefile(file)
    require_new_file(target, force=force and not is_source, language=lang)
    options = FileOptions(
        record,
        layout,
        map_,
        ignore,
        sheet,
        value,
        code_list,
        within,
        None,
        ages_stated_on,
        lenient,
        require_values=True,
    )
    result = read_file(file, options, lang)
    if result.errors and not partly:
        print_issues(result, lang)
        print_line(translate("not_written", lang))
        raise typer.Exit(INVALID)
    if target.suffix.lower() == ".jsonl":
        _write_json_lines(result.records, target)
    else:
        tables.write(result.records, target)
    print_issues(result, lang)
    print_line(f"{target}: {len(result.records)} {translate('written', lang)}")
    raise typer.Exit(INVALID if result.errors else 0)


def _write_json_lines(records: Iterable[object], target: Path) -> None:
    from ..tables.files.atomic_write import replace_file  # noqa: PLC0415 - two commands need it

    with replace_file(target, private=True) as file:
        file.writelines(f"{wire.to_json(record)}\n".encode() for record in records)
