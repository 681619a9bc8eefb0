"""The commands ``check``, ``convert`` and ``template``: files of tables."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any, NamedTuple

import typer

from .. import tables, wire
from ..tables.term_words import known_code_lists
from ..values.dates import parse_date
from ..values.region_code import RegionCode
from .console import issue_as_builtins, print_issues, print_json, print_line, progress
from .layout_command import is_layout_file, named_layout
from .options import (
    INVALID,
    RECORDS,
    File,
    Force,
    Json,
    Lang,
    RecordName,
    SheetName,
    Within,
    fail,
    require_new_file,
    unknown_choice,
)
from .wording import Language, help_text, translate

_LayoutName = Annotated[
    str | None,
    typer.Option(
        "--layout",
        help=help_text(
            "Nama tata letak, atau berkas .toml dengan tata letak.",
            "Name of a layout, or a .toml file with one.",
        ),
    ),
]
_Map = Annotated[
    list[str] | None,
    typer.Option(
        "--map",
        help=help_text(
            "Judul kolom dan isiannya, misalnya 'Nama KPM=person.name' atau 'Jenis=kategori'.",
            "A heading and its field, such as 'Nama KPM=person.name' or 'Jenis=kategori'.",
        ),
    ),
]
_Ignore = Annotated[
    list[str] | None,
    typer.Option(
        "--ignore",
        help=help_text("Judul kolom yang tidak dibaca.", "A heading that is not read."),
    ),
]
_Values = Annotated[
    list[str] | None,
    typer.Option(
        "--value",
        help=help_text(
            "Isian yang sama untuk semua baris, misalnya assignments.0.listed_on=2025-10-10.",
            "A value for all rows, such as assignments.0.listed_on=2025-10-10.",
        ),
    ),
]
_Lenient = Annotated[
    bool,
    typer.Option(
        "--lenient",
        help=help_text(
            "Kosongkan isian tidak wajib yang tidak terbaca; barisnya tetap dibaca.",
            "Leave out an optional value that cannot be read; keep its row.",
        ),
    ),
]
_CodeLists = Annotated[
    list[str] | None,
    typer.Option(
        "--code-list",
        help=help_text(
            "Daftar kode yang dipakai berkas, misalnya status-perkawinan-6.",
            "A list of codes that the file uses, such as status-perkawinan-6.",
        ),
    ),
]
_AgesStatedOn = Annotated[
    str | None,
    typer.Option(
        "--ages-stated-on",
        help=help_text(
            "Tanggal berlakunya umur dalam berkas.", "The day on which the ages in the file hold."
        ),
    ),
]
_AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        help=help_text(
            "Tanggal acuan untuk pemeriksaan tambahan.", "Reference date for additional checks."
        ),
    ),
]


def check(  # noqa: PLR0913 - options of a command
    file: File,
    *,
    record: RecordName = None,
    layout: _LayoutName = None,
    map_: _Map = None,
    ignore: _Ignore = None,
    sheet: SheetName = None,
    value: _Values = None,
    within: Within = None,
    as_of: _AsOf = None,
    ages_stated_on: _AgesStatedOn = None,
    lenient: _Lenient = False,
    code_list: _CodeLists = None,
    annotate: Annotated[
        Path | None,
        typer.Option(
            "--annotate",
            help=help_text(
                "Tulis salinan berkas dengan catatan.", "Write a copy of the file with comments."
            ),
        ),
    ] = None,
    force: Force = False,
    as_json: Json = False,
    lang: Lang = Language.id,
) -> None:
    """Check a file and print its issues."""
    require_new_file(annotate, force=force, language=lang)
    options = _ReadOptions(
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
    result = _read(file, options, lang)
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
                "issues": [issue_as_builtins(issue, lang) for issue in result.issues],
            }
        )
    else:
        print_issues(result, lang)
    raise typer.Exit(INVALID if result.errors else 0)


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
    layout: _LayoutName = None,
    map_: _Map = None,
    ignore: _Ignore = None,
    sheet: SheetName = None,
    value: _Values = None,
    within: Within = None,
    ages_stated_on: _AgesStatedOn = None,
    lenient: _Lenient = False,
    code_list: _CodeLists = None,
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
    options = _ReadOptions(
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
    result = _read(file, options, lang)
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


def template(
    name: Annotated[
        str,
        typer.Argument(
            help=help_text(
                "Tata letak (pekerja, psm-import, desa.toml, …) atau jenis rekaman (worker, …).",
                "A layout (pekerja, psm-import, desa.toml, …) or a record class (worker, …).",
            )
        ),
    ],
    target: Annotated[
        Path,
        typer.Argument(
            help=help_text(
                "Berkas .xlsx atau .csv yang ditulis.", "The .xlsx or .csv file to write."
            )
        ),
    ],
    *,
    force: Force = False,
    lang: Lang = Language.id,
) -> None:
    """Write an empty file to fill in."""
    require_new_file(target, force=force, language=lang)
    if is_layout_file(name):
        tables.write_template(named_layout(name, lang), target)
    else:
        known: dict[str, Any] = {**RECORDS, **{layout.name: layout for layout in tables.LAYOUTS}}
        if name not in known:
            fail(unknown_choice("", name, known, lang))
        tables.write_template(known[name], target)
    print_line(f"{target}: {translate('written', lang)}")


class _ReadOptions(NamedTuple):
    """How a file is read, as it was typed."""

    record: str | None
    layout: str | None
    maps: list[str] | None
    ignored: list[str] | None
    sheet: str | None
    values: list[str] | None
    code_lists: list[str] | None
    within: str | None
    as_of: str | None
    ages_stated_on: str | None
    lenient: bool
    require_values: bool = False


def _read(file: Path, options: _ReadOptions, language: Language) -> tables.TableResult[Any]:
    """Read a file of a known layout; end the command if a name is unknown."""
    if options.record is not None and options.record not in RECORDS:
        fail(unknown_choice("--record", options.record, RECORDS, language))
    for code_list in options.code_lists or []:
        if code_list not in known_code_lists():
            fail(unknown_choice("--code-list", code_list, known_code_lists(), language))
    record = RECORDS[options.record] if options.record else None
    headings = _headings(options.maps or [], options.ignored or [], language)
    if options.layout:
        layout = named_layout(options.layout, language)
    else:
        layout = tables.detect_layout(
            file, record_class=record, headings=headings, sheet=options.sheet
        )
    with progress(language) as show_progress:
        return tables.read(
            file,
            layout.record_class,
            layout=layout,
            headings=headings,
            sheet=options.sheet,
            values=_values(options.values or []),
            within=RegionCode.parse(options.within) if options.within else None,
            checks=bool(options.as_of),
            as_of=parse_date(options.as_of) if options.as_of else None,
            ages_stated_on=parse_date(options.ages_stated_on) if options.ages_stated_on else None,
            lenient=options.lenient,
            code_lists=options.code_lists or [],
            require_values=options.require_values,
            progress=show_progress,
        )


def _headings(maps: list[str], ignored: list[str], language: Language) -> dict[str, str | None]:
    """Return heading → field of texts like ``heading=field``; None for those that are ignored."""
    headings: dict[str, str | None] = {}
    for text in maps:
        heading, sign, field = (part.strip() for part in text.rpartition("="))
        if not (heading and sign and field):
            fail(translate("map_format", language))
        headings[heading] = field
    return headings | dict.fromkeys(ignored)


def _values(texts: list[str]) -> dict[str, object]:
    """Return path → text of texts like ``path=text``."""
    return {path: text for path, _, text in (value.partition("=") for value in texts)}
