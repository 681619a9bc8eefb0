"""The command ``template``."""

from pathlib import Path
from typing import Annotated, Any

import typer

from .. import tables
from .console import print_line
from .file_options import Ignore, Map, own_headings
from .layout_command import is_layout_file, named_layout
from .options import RECORDS, Force, Lang, fail, require_new_file, unknown_choice
from .wording import Language, help_text, translate


def template(  # noqa: PLR0913 - options of a command
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
    map_: Map = None,
    ignore: Ignore = None,
    force: Force = False,
    lang: Lang = Language.id,
) -> None:
    """Write an empty file to fill in."""
    require_new_file(target, force=force, language=lang)
    headings = own_headings(map_ or [], ignore or [], lang)
    if is_layout_file(name):
        tables.write_template(named_layout(name, lang), target, headings=headings)
    else:
        known: dict[str, Any] = {**RECORDS, **{layout.name: layout for layout in tables.LAYOUTS}}
        if name not in known:
            fail(unknown_choice("", name, known, lang))
        tables.write_template(known[name], target, headings=headings)
    print_line(f"{target}: {translate('written', lang)}")
