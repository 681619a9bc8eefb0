"""Writes a copy of a file with its issues, as comments in a workbook or a column in a CSV file."""

import csv
from collections.abc import Generator, Mapping
from contextlib import contextmanager, suppress
from os import PathLike
from pathlib import Path
from typing import Any, Final, Literal

import attrs

from ..._messages import language_of
from ...errors import short_traceback
from ..files.library_calls import call_library
from ..files.opening import digest, plain_file
from ..files.sheets import table_error
from ..files.sources import Source, Target, local_file, replaced_target
from ..files.zip_limits import Contents, inspect_zip
from ..results import TableResult
from .annotated_text import write_annotated_text

Language = Literal["en", "id"]
_MACROS: Final = "xl/vbaProject.bin"
_MAX_UNPACKED: Final = 200 << 20


@short_traceback
def annotate(
    result: TableResult[Any],
    target: Target,
    /,
    *,
    source: Source | None = None,
    language: str = "id",
) -> None:
    r"""Write a copy of the file that was read, with its issues. The file itself is unchanged.

    A workbook gets a comment and a colour on each cell with an issue, a sheet that lists all issues
    with links to their cells, and a sheet with the count of each code. A CSV file gets one more
    column, with the issues of each row. Marks of an earlier copy are replaced; comments and colours
    of a user stay. The copy of a workbook may lack pictures, charts, and the stored results of
    formulas. The copy of an xls or ods is an xlsx with its values, merged cells, colours, bold and
    italic text, number formats, widths, hidden rows and columns. Its formulas become their results;
    comments, borders and pictures are lost.

    The target is a path or a binary file that is open for writing. If the file was read from bytes
    or an open file, give it again as `source`.

    Raises:
        TableError: ``table.copy_suffix`` if the name of the copy does not have the suffix of its
            format (``.csv``, ``.xlsx``, or ``.xlsm`` with macros); ``table.copy_is_source`` if it
            is the file that was read; ``table.changed`` if the file has changed since it was read;
            ``table.too_big`` above 200 MB unpacked; ``table.too_many_cells``; ``table.damaged``.
        ValueError: the language is unknown, or `source` is missing.
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
    with _unchanged_file(result, source) as path:
        if isinstance(target, str | PathLike) and _is_same(Path(target), path):
            raise table_error("table.copy_is_source")
        with plain_file(path) as plain:
            is_same = plain == path
            current = attrs.evolve(
                result, source=plain, digest=result.digest if is_same else digest(plain)
            )
            _annotate(current, target, words)


@contextmanager
def _unchanged_file(result: TableResult[Any], source: Source | None) -> Generator[Path]:
    """Yield the file that was read, or the same file that is given again."""
    if source is None and not result.has_path:
        raise ValueError("this was not read from a path; give the file again as source=")
    with local_file(result.source if source is None else source) as file:
        _require_unchanged(attrs.evolve(result, source=file.path))
        yield file.path


def _is_same(target: Path, path: Path) -> bool:
    return target.exists() and target.samefile(path)


@short_traceback
def copy_suffix(result: TableResult[Any], /, *, source: Source | None = None) -> str:
    r"""Return the suffix of the copy that `annotate` writes: ``.csv``, ``.xlsx`` or ``.xlsm``.

    If a workbook was read from bytes or an open file, give it again as `source`.

    Raises:
        TableError: ``table.changed`` if the file has changed since it was read.
        ValueError: `source` is missing.

    >>> from pathlib import Path
    >>> from psm_core import Person, tables
    >>> _ = Path("warga.txt").write_text("NIK,Nama\n99010141,Contoh\n", "utf-8")
    >>> tables.copy_suffix(tables.read("warga.txt", Person))
    '.csv'

    """
    if result.text_format is not None:
        return ".csv"
    if result.file_type != "xlsx":
        return ".xlsx"
    with _unchanged_file(result, source) as path, plain_file(path) as plain:
        return _suffix(inspect_zip(plain))


def _suffix(contents: Contents) -> str:
    return ".xlsm" if _MACROS in contents.names else ".xlsx"


def _annotate(result: TableResult[Any], copy: Target, words: Language) -> None:
    if result.text_format is not None:
        _require_suffix(copy, ".csv")
        _annotate_text(result, result.text_format, copy, words)
    elif result.file_type != "xlsx":
        _require_suffix(copy, ".xlsx")
        _annotate_other_workbook(result, copy, words)
    else:
        contents = inspect_zip(result.source, maximum=_MAX_UNPACKED)
        _require_suffix(copy, _suffix(contents))
        _annotate_workbook(result, contents, copy, words)


def _require_unchanged(result: TableResult[Any]) -> None:
    """Raise an error if the file has changed since it was read: its cells may have moved."""
    source = result.source
    source.stat()  # raises if the file no longer exists
    if result.digest and not (source.is_file() and digest(source) == result.digest):
        raise table_error("table.changed")


def _require_suffix(copy: Target, suffix: str) -> None:
    """Raise an error for a path with another suffix. An open file has none."""
    if isinstance(copy, str | PathLike) and Path(copy).suffix.lower() != suffix:
        raise table_error("table.copy_suffix", suffix=suffix)


def _annotate_text(
    result: TableResult[Any], text_format: tuple[str, str], copy: Target, language: Language
) -> None:
    with (
        suppress(csv.Error),  # below the rows that were read, such as an unclosed quote
        replaced_target(copy, private=True) as written,
    ):
        write_annotated_text(result, text_format, written, language)
        _require_unchanged(result)
        return
    raise table_error("table.damaged")


def _annotate_workbook(
    result: TableResult[Any], contents: Contents, copy: Target, language: Language
) -> None:
    from ..files.xlsx import load_to_change  # noqa: PLC0415 - the extra may be missing

    has_macros = _MACROS in contents.names
    with result.source.open("rb") as file:
        book = call_library(
            lambda: load_to_change(file, keep_vba=has_macros, is_strict=contents.is_strict)
        )
    _save_marked(book, {}, result, copy, language)


def _annotate_other_workbook(result: TableResult[Any], copy: Target, language: Language) -> None:
    from .workbook_copy import copied_workbook  # noqa: PLC0415 - the extra may be missing

    book, names = copied_workbook(result.source)
    _save_marked(book, names, result, copy, language)


def _save_marked(
    book: Any,  # noqa: ANN401 - an openpyxl workbook
    names: Mapping[str, str],
    result: TableResult[Any],
    copy: Target,
    language: Language,
) -> None:
    """Mark the issues in a workbook and save it. `names` are names of sheets that were changed."""
    from ..files.workbook_save import save  # noqa: PLC0415 - as above
    from .annotated_workbook import mark_issues  # noqa: PLC0415 - the extra may be missing

    mark_issues(book, result, names, language)
    with replaced_target(copy, private=True) as written:
        save(book, written)
        _require_unchanged(result)
