"""The command ``check``."""

from pathlib import Path
from typing import Annotated

import attrs
import typer

from .. import tables
from .console import (
    issue_as_builtins,
    print_issues,
    print_json,
    print_line,
    summary_as_builtins,
)
from .file_options import (
    AgesStatedOn,
    AsOf,
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
    Json,
    Lang,
    RecordName,
    SheetName,
    Within,
    require_new_file,
)
from .wording import Language, help_text, translate


def check(  # noqa: PLR0913 - options of a command
    file: File,
    *,
    record: RecordName = None,
    layout: LayoutName = None,
    map_: Map = None,
    ignore: Ignore = None,
    sheet: SheetName = None,
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
                "Tulis laporan satu halaman (.html) untuk dicetak.",
                "Write a report of one page (.html) to print.",
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
    """Check a file and print its issues."""
    for target in (annotate, report):
        require_new_file(target, force=force, language=lang)
    options = FileOptions(
        record,
        layout,
        map_,
        ignore,
        sheet,
        value,
        code_list,
        within,
        as_of,
        ages_stated_on,
        lenient,
    )
    result = read_file(file, options, lang)
    if report is not None:
        tables.write_report(result, report, language=lang.value)
        if not as_json:
            print_line(f"{report}: {translate('written', lang)}")
    if errors_only:
        result = attrs.evolve(result, issues=result.errors)
    if annotate is not None:
        tables.annotate(result, annotate, language=lang.value)
        if not as_json:
            print_line(f"{annotate}: {translate('written', lang)}")
    if as_json:
        print_json(
            {
                "layout": result.layout,
                "rows_read": result.rows_read,
                "valid_rows": result.valid_rows,
                "error_count": result.error_count,
                "warning_count": result.warning_count,
                "summary": [summary_as_builtins(line, lang) for line in result.summary()],
                "issues": [
                    issue_as_builtins(issue, lang)
                    for issue in (() if summary else result.issues[:maximum])
                ],
            }
        )
    else:
        print_issues(result, lang, maximum=maximum, as_summary=summary)
    raise typer.Exit(INVALID if result.errors else 0)
