"""The command ``check``."""

from pathlib import Path
from typing import Annotated

import typer

from .check_output import Output, check_one, check_several
from .column_files import PARQUET_SUFFIX
from .file_options import (
    AgesStatedOn,
    AsOf,
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
from .options import CheckedFiles, Force, Json, Lang, RecordName, SheetName, Within
from .wording import Language, help_text


def check(  # noqa: PLR0913 - options of a command
    files: CheckedFiles,
    *,
    record: RecordName = None,
    layout: LayoutName = None,
    map_: Map = None,
    ignore: Ignore = None,
    sheet: SheetName = None,
    sheet_name: SheetNameField = None,
    value: Values = None,
    within: Within = None,
    as_of: AsOf = None,
    ages_stated_on: AgesStatedOn = None,
    lenient: Lenient = False,
    code_list: CodeLists = None,
    annotate: Annotated[
        Path | None,
        typer.Option(
            "--annotate",
            help=help_text(
                "Tulis salinan berkas dengan catatan.", "Write a copy of the file with comments."
            ),
        ),
    ] = None,
    report: Annotated[
        Path | None,
        typer.Option(
            "--report",
            help=help_text(
                "Tulis laporan (.html) untuk dicetak: satu halaman untuk setiap berkas.",
                "Write a report (.html) to print: one page for each file.",
            ),
        ),
    ] = None,
    summary: Annotated[
        bool,
        typer.Option(
            "--summary",
            help=help_text(
                "Tampilkan satu baris untuk setiap kode temuan.",
                "Show one line for each issue code.",
            ),
        ),
    ] = False,
    maximum: Annotated[
        int | None,
        typer.Option(
            "--max",
            min=1,
            help=help_text(
                "Tampilkan paling banyak sekian temuan; tanpa ini, lebih dari 50 temuan diringkas.",
                "Show at most this many issues; without it, more than 50 issues are summed.",
            ),
        ),
    ] = None,
    errors_only: Annotated[
        bool,
        typer.Option(
            "--errors-only",
            help=help_text("Abaikan peringatan.", "Leave out warnings."),
        ),
    ] = False,
    force: Force = False,
    as_json: Json = False,
    lang: Lang = Language.id,
) -> None:
    """Check files and print their issues."""
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
        as_of=as_of,
        ages_stated_on=ages_stated_on,
        lenient=lenient,
    )
    output = Output(annotate, report, summary, maximum, errors_only, force, as_json, lang)
    with input_files(files, lang, copies=annotate, more_suffixes={PARQUET_SUFFIX}) as found:
        output.require_targets(found)
        check_files = check_several if found.are_several else check_one
        code = check_files(FileReader(options, lang, reads_parquet=True), found, output)
    raise typer.Exit(code)
