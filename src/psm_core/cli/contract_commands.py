"""The commands ``schema`` and ``contract``: what programs in other languages need."""

from pathlib import Path
from typing import Annotated, Final

import typer

from .. import tables, wire
from .console import print_json, print_line
from .options import RECORDS, Force, Lang, fail, require_new_file, unknown_choice
from .wording import Language, help_text, translate

_TABLE_LAYOUT: Final = "table-layout"


def contract(
    folder: Annotated[
        Path,
        typer.Argument(
            help=help_text("Folder baru tempat berkas ditulis.", "New folder for the files.")
        ),
    ],
    *,
    force: Force = False,
    lang: Lang = Language.id,
) -> None:
    """Write schemas, lists, issue codes and sample documents to a folder."""
    require_new_file(folder, force=force, language=lang)
    for name, text in wire.contract():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="")
    print_line(f"{folder}: {translate('written', lang)}")


def schema(
    record: Annotated[
        str,
        typer.Argument(
            help=help_text(
                "Jenis rekaman, misalnya worker, atau table-layout.",
                "Name of the record class, such as worker, or table-layout.",
            )
        ),
    ],
    version: Annotated[
        int | None,
        typer.Option(
            help=help_text("Versi; bawaannya yang terbaru.", "Version; by default the newest.")
        ),
    ] = None,
    *,
    lang: Lang = Language.id,
) -> None:
    """Write the JSON Schema of a document, or of a file with a layout."""
    if record == _TABLE_LAYOUT:
        print_json(tables.layout_schema())
        return
    if record not in RECORDS:
        fail(unknown_choice("", record, (*RECORDS, _TABLE_LAYOUT), lang))
    print_json(wire.schema(RECORDS[record], version=version))
