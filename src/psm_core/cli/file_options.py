"""Options of the commands that read a file of a table, and reading with them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, NamedTuple

import typer

from .. import tables
from ..errors import TableError
from ..tables.cells.term_words import known_code_lists
from ..tables.reading import read_table
from ..tables.rows.seen_rows import SeenRows
from ..values.dates import parse_date
from ..values.region_code import RegionCode
from ._terminal import sentence
from .column_files import ColumnFileReader, is_parquet
from .console import progress
from .input_files import InputFiles
from .layout_command import named_layout
from .options import RECORDS, fail, unknown_choice
from .wording import Language, help_text, translate

LayoutName = Annotated[
    str | None,
    typer.Option(
        "--layout",
        help=help_text(
            "Nama tata letak, atau berkas .toml dengan tata letak.",
            "Name of a layout, or a .toml file with one.",
        ),
    ),
]
Map = Annotated[
    list[str] | None,
    typer.Option(
        "--map",
        help=help_text(
            "Judul kolom dan isiannya, misalnya 'Nama KPM=person.name' atau 'Jenis=kategori';"
            " boleh diulang.",
            "A heading and its field, such as 'Nama KPM=person.name' or 'Jenis=kategori'; can be"
            " repeated.",
        ),
    ),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option(
        "--ignore",
        help=help_text(
            "Judul kolom yang tidak dibaca; boleh diulang.",
            "A heading that is not read; can be repeated.",
        ),
    ),
]
SheetNameField = Annotated[
    str | None,
    typer.Option(
        "--sheet-name",
        help=help_text(
            "Isian yang diisi nama lembar, misalnya desa atau kategori; '' bila tidak ada.",
            "The field that the names of sheets fill, such as desa or kategori; '' for none.",
        ),
    ),
]
Values = Annotated[
    list[str] | None,
    typer.Option(
        "--value",
        help=help_text(
            "Isian yang sama untuk semua baris, misalnya assignments.0.listed_on=2025-10-10;"
            " boleh diulang.",
            "A value for all rows, such as assignments.0.listed_on=2025-10-10; can be repeated.",
        ),
    ),
]
Lenient = Annotated[
    bool,
    typer.Option(
        "--lenient",
        help=help_text(
            "Kosongkan isian tidak wajib yang tidak terbaca; barisnya tetap dibaca.",
            "Leave out an optional value that cannot be read; keep its row.",
        ),
    ),
]
CodeLists = Annotated[
    list[str] | None,
    typer.Option(
        "--code-list",
        help=help_text(
            "Daftar kode yang dipakai berkas, misalnya status-perkawinan-6.",
            "A list of codes that the file uses, such as status-perkawinan-6.",
        ),
    ),
]
AgesStatedOn = Annotated[
    str | None,
    typer.Option(
        "--ages-stated-on",
        help=help_text(
            "Tanggal berlakunya umur dalam berkas, misalnya 2025-10-10.",
            "The day on which the ages in the file hold, such as 2025-10-10.",
        ),
    ),
]
AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        help=help_text(
            "Tanggal acuan, misalnya 2025-10-10; dengan ini, kewajaran isi juga diperiksa.",
            "Reference date, such as 2025-10-10; with it, plausibility is checked too.",
        ),
    ),
]


class FileOptions(NamedTuple):
    """How a file is read, as it was typed."""

    record: str | None
    layout: str | None
    maps: list[str] | None
    ignored: list[str] | None
    sheet: str | None
    sheet_name: str | None
    values: list[str] | None
    code_lists: list[str] | None
    within: str | None
    as_of: str | None = None
    ages_stated_on: str | None = None
    lenient: bool = False
    require_values: bool = False


class Outcome(NamedTuple):
    """What reading a file gave."""

    file: Path
    result: tables.TableResult[Any] | None
    """None if the file cannot be read."""
    error: str = ""
    """Why it cannot be read."""


class FileReader:
    """Reads files with the same options, one after another."""

    def __init__(
        self, options: FileOptions, language: Language, *, reads_parquet: bool = False
    ) -> None:
        """Take the options; end the command if a name is unknown.

        With `reads_parquet`, files of Parquet are checked, and their results have no records.
        """
        if options.record is not None and options.record not in RECORDS:
            fail(unknown_choice("--record", options.record, RECORDS, language))
        for code_list in options.code_lists or []:
            if code_list not in known_code_lists():
                fail(unknown_choice("--code-list", code_list, known_code_lists(), language))
        self._language = language
        self._record = RECORDS[options.record] if options.record else None
        self._layout = named_layout(options.layout, language) if options.layout else None
        as_of, ages = options.as_of, options.ages_stated_on
        self._headings = own_headings(options.maps or [], options.ignored or [], language)
        self._sheet, self._sheet_name = options.sheet, options.sheet_name
        self._options: tables.ReadOptions[Any] = {
            "headings": self._headings,
            "sheet": self._sheet,
            "sheet_name": self._sheet_name,
            "values": _values(options.values or []),
            "within": RegionCode.parse(options.within) if options.within else None,
            "checks": bool(as_of),
            "as_of": parse_date(as_of) if as_of else None,
            "ages_stated_on": parse_date(ages) if ages else None,
            "lenient": options.lenient,
            "code_lists": options.code_lists or [],
            "require_values": options.require_values,
        }
        self._seen: dict[type, SeenRows] = {}
        self._column_files = (
            ColumnFileReader(self._options, layout=self._layout, record_class=self._record)
            if reads_parquet
            else None
        )

    def read(self, file: Path, name: str) -> tables.TableResult[Any]:
        """Read a file of a known layout; a row that repeats one of an earlier file is found."""
        if self._column_files is not None and is_parquet(file):
            with progress(self._language) as show_progress:
                return self._column_files.read(file, show_progress)
        layout = self._layout or tables.detect_layout(
            file,
            record_class=self._record,
            headings=self._headings,
            sheet=self._sheet,
            sheet_name=self._sheet_name,
        )
        record_class = layout.record_class
        seen = self._seen.setdefault(record_class, SeenRows())
        seen.begin_file(name)
        options: tables.ReadOptions[Any] = {**self._options, "layout": layout}
        with progress(self._language) as show_progress:
            return read_table(file, record_class, options, seen, show_progress)

    def outcomes(self, found: InputFiles) -> Iterator[Outcome]:
        """Yield the outcome of each file. A single file that cannot be read raises its error."""
        for file, name in found.names.items():
            try:
                yield Outcome(file, self.read(file, name))
            except (TableError, OSError) as error:
                if not found.are_several:
                    raise
                yield Outcome(file, None, sentence(error, self._language))


def own_headings(maps: list[str], ignored: list[str], language: Language) -> dict[str, str | None]:
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
