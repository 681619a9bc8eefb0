"""Arguments and options that several commands share, and how their texts become values."""

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated, Final, NoReturn

import typer

from ..wire.versions import NAMES
from ._terminal import UNUSABLE
from .wording import Language, help_text, translate

INVALID: Final = 1
"""The exit code where data is invalid."""
RECORDS: Final[Mapping[str, type]] = {name: record for record, name in NAMES.items()}
"""The name of a record in a document, such as ``worker`` → its class."""

Lang = Annotated[
    Language, typer.Option("--lang", help=help_text("Bahasa: id atau en.", "Language: id or en."))
]
Json = Annotated[
    bool,
    typer.Option(
        "--json", help=help_text("Tulis JSON untuk program lain.", "Write JSON for programs.")
    ),
]
Force = Annotated[
    bool,
    typer.Option(
        "--force", help=help_text("Timpa berkas yang sudah ada.", "Overwrite an existing file.")
    ),
]
File = Annotated[
    Path,
    typer.Argument(
        help=help_text(
            "Berkas CSV, xlsx, xlsm, xls atau ods.", "A CSV, xlsx, xlsm, xls or ods file."
        )
    ),
]
Files = Annotated[
    list[Path],
    typer.Argument(
        help=help_text(
            "Berkas CSV, xlsx, xlsm, xls atau ods (boleh .gz), folder, atau - untuk masukan"
            " standar.",
            "CSV, xlsx, xlsm, xls or ods files (also .gz), folders, or - for standard input.",
        )
    ),
]
CheckedFiles = Annotated[
    list[Path],
    typer.Argument(
        help=help_text(
            "Berkas CSV, xlsx, xlsm, xls atau ods (boleh .gz), Parquet, folder, atau - untuk"
            " masukan standar.",
            "CSV, xlsx, xlsm, xls or ods files (also .gz), Parquet files, folders, or - for"
            " standard input.",
        )
    ),
]
RecordName = Annotated[
    str | None,
    typer.Option(
        "--record",
        help=help_text(
            "Jenis rekaman pada tiap baris, misalnya worker; perlu bila tata letak cocok untuk"
            " beberapa jenis.",
            "Record class of each row, such as worker; needed if the layout fits several.",
        ),
    ),
]
SheetName = Annotated[
    str | None, typer.Option("--sheet", help=help_text("Nama lembar.", "Name of the sheet."))
]
Within = Annotated[
    str | None,
    typer.Option(
        "--within",
        help=help_text(
            "Kode wilayah, misalnya 63.10; nama wilayah hanya dicari di dalamnya.",
            "Code of a region, such as 63.10; region names are looked up inside it only.",
        ),
    ),
]


def require_new_file(target: Path | None, *, force: bool, language: Language) -> None:
    """End the command if a file would be overwritten without ``--force``."""
    if target is not None and target.exists() and not force:
        fail(f"{target} {translate('exists', language)}")


def unknown_choice(option: str, text: str, choices: Iterable[str], language: Language) -> str:
    """Return the sentence for a text that is none of the choices."""
    return f"{option} {text!r} {translate('unknown', language)} {', '.join(choices)}".strip()


def fail(text: str) -> NoReturn:
    """Write one line on standard error and end the command.

    Raises:
        typer.Exit: always, with 2.

    """
    sys.stderr.write(f"psm-core: {text}\n")
    raise typer.Exit(UNUSABLE)
