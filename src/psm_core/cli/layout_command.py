"""The command ``layout``, and the layouts that other commands take by name or file."""

from pathlib import Path
from typing import Any

from .. import tables
from .console import print_line
from .input_files import with_standard_input
from .options import RECORDS, File, Lang, RecordName, SheetName, fail, unknown_choice
from .wording import Language


def layout(
    file: File,
    *,
    record: RecordName = None,
    sheet: SheetName = None,
    lang: Lang = Language.id,
) -> None:
    """Print a layout with a guess of the field for each heading of a sheet."""
    if record is not None and record not in RECORDS:
        fail(unknown_choice("--record", record, RECORDS, lang))
    record_class = RECORDS[record] if record else None
    with with_standard_input([file]) as (path,):
        guess = tables.guess_layout(path, record_class=record_class, sheet=sheet)
    print_line(tables.layout_text(guess, language=lang.value).rstrip("\n"))


def is_layout_file(name: str) -> bool:
    """Return whether the name of a layout is that of a file."""
    return Path(name).suffix.lower() == ".toml"


def named_layout(name: str, language: Language) -> tables.Layout[Any]:
    """Return the layout of a file or a built-in one; end the command if there is none."""
    if is_layout_file(name):
        return tables.load_layout(name)
    layouts = {layout.name: layout for layout in tables.LAYOUTS}
    if name not in layouts:
        fail(unknown_choice("--layout", name, layouts, language))
    return layouts[name]
