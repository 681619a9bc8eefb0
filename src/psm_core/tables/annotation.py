"""Writes a copy of a file with its issues, as comments in a workbook or a column in a CSV file."""

import csv
from contextlib import suppress
from os import PathLike
from pathlib import Path
from typing import Any, Final, Literal

import attrs

from .._messages import language_of
from ..errors import short_traceback
from .annotated_text import write_annotated_text
from .files.atomic_write import replace_file
from .files.library_calls import call_library
from .files.opening import digest, plain_file
from .files.sheets import table_error
from .files.zip_limits import inspect_zip
from .results import TableResult

Language = Literal["en", "id"]
_MAX_UNPACKED: Final = 200 << 20


@short_traceback
def annotate(
    result: TableResult[Any], target: str | PathLike[str], /, *, language: str = "id"
) -> None:
    r"""Write a copy of the file that was read, with its issues. The file itself is unchanged.

    A workbook gets a comment and a colour on each cell with an issue, a sheet that lists all issues
    with links to their cells, and a sheet with the count of each code. A CSV file gets one more
    column, with the issues of each row. Marks of an earlier copy are replaced; comments and colours
    of a user stay. The copy of a workbook may lack pictures, charts, and the stored results of
    formulas. The copy of an xls or ods is an xlsx with its values, dates and cells merged over
    several rows; its formulas become their results, and its comments, colours and widths are lost.

    Raises:
        TableError: ``table.copy_suffix`` if the name of the copy does not have the suffix of its
            format (``.csv``, ``.xlsx``, or ``.xlsm`` with macros); ``table.copy_is_source`` if it
            is the file that was read; ``table.changed`` if the file has changed since it was read;
            ``table.too_big`` above 200 MB unpacked; ``table.too_many_cells``; ``table.damaged``.
        ValueError: the language is unknown.
        MissingExtraError: a workbook needs the extra ``excel``.

    >>> from pathlib import Path
    >>> from psm_core import Person, tables
    >>> _ = Path("warga.csv").write_text("NIK,Nama\n99010141,Contoh\n", "utf-8")
    >>> tables.annotate(tables.read("warga.csv", Person), "diperiksa.csv")
    >>> print(Path("diperiksa.csv").read_text("utf-8-sig").rstrip())
    NIK,Nama,Temuan psm-core
    99010141,Contoh,"A2: NIK harus 16 angka, tertulis 8. Salin ulang dari KTP atau KK."

    """
    words = language_of(language)
    copy = Path(target)
    if copy.exists() and copy.samefile(result.source):
        raise table_error("table.copy_is_source")
    _require_unchanged(result)
    with plain_file(result.source) as plain:
        if plain != result.source:
            result = attrs.evolve(result, source=plain, digest=digest(plain))
        _annotate(result, copy, words)


def _annotate(result: TableResult[Any], copy: Path, words: Language) -> None:
    if result.text_format is not None:
        _require_suffix(copy, ".csv")
        _annotate_text(result, result.text_format, copy, words)
    elif result.file_type != "xlsx":
        _require_suffix(copy, ".xlsx")
        _annotate_workbook(result, copy, words, keep_vba=False)
    else:
        has_macros = "xl/vbaProject.bin" in inspect_zip(result.source, maximum=_MAX_UNPACKED).names
        _require_suffix(copy, ".xlsm" if has_macros else ".xlsx")
        _annotate_workbook(result, copy, words, keep_vba=has_macros)


def _require_unchanged(result: TableResult[Any]) -> None:
    """Raise an error if the file has changed since it was read: its cells may have moved."""
    source = result.source
    source.stat()  # raises if the file no longer exists
    if result.digest and not (source.is_file() and digest(source) == result.digest):
        raise table_error("table.changed")


def _require_suffix(copy: Path, suffix: str) -> None:
    if copy.suffix.lower() != suffix:
        raise table_error("table.copy_suffix", suffix=suffix)


def _annotate_text(
    result: TableResult[Any], text_format: tuple[str, str], copy: Path, language: Language
) -> None:
    with (
        suppress(csv.Error),  # below the rows that were read, such as an unclosed quote
        replace_file(copy, private=True) as written,
    ):
        write_annotated_text(result, text_format, written, language)
        _require_unchanged(result)
        return
    raise table_error("table.damaged")


def _annotate_workbook(
    result: TableResult[Any], copy: Path, language: Language, *, keep_vba: bool
) -> None:
    from .annotated_workbook import mark_issues  # noqa: PLC0415 - the extra may be missing
    from .files.extras import openpyxl  # noqa: PLC0415 - as above
    from .files.workbook_save import save  # noqa: PLC0415 - as above
    from .workbook_copy import copied_workbook  # noqa: PLC0415 - as above

    if result.file_type == "xlsx":
        book = call_library(lambda: openpyxl.load_workbook(result.source, keep_vba=keep_vba))
        mark_issues(book, result, {}, language)
    else:
        book, names = copied_workbook(result.source)
        mark_issues(book, result, names, language)
    with replace_file(copy, private=True) as written:
        save(book, written)
        _require_unchanged(result)
