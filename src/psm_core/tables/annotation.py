"""The file handed back: the same rows, and beside each faulty cell what is wrong with it."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from os import PathLike
from pathlib import Path
from typing import Any, Final, Literal

from .._messages import language_of
from ..errors import Issue, Severity, short_traceback
from .files.atomic_write import replace_file
from .files.csv_files import read_lines
from .files.library_calls import call_library
from .files.opening import digest
from .files.sheets import column_letters, table_error
from .files.zip_limits import inspect_zip
from .results import TableResult
from .writing import write_text

Language = Literal["en", "id"]
_WORDS: Final[Mapping[Language, Mapping[str, str]]] = {
    "id": {
        "sheet": "Temuan",
        "cell": "Sel",
        "weight": "Tingkat",
        "code": "Kode",
        "text": "Penjelasan",
        "error": "galat",
        "warning": "peringatan",
    },
    "en": {
        "sheet": "Issues",
        "cell": "Cell",
        "weight": "Weight",
        "code": "Code",
        "text": "What is wrong",
        "error": "error",
        "warning": "warning",
    },
}
_RED, _YELLOW = "FFFFC7CE", "FFFFEB9C"
_WIDTHS: Final = (16, 12, 26, 100)
_LINE: Final = 15
_MOST: Final = 200 << 20


@short_traceback
def annotate(
    loaded: TableResult[Any], target: str | PathLike[str], /, *, language: str = "id"
) -> None:
    r"""Write a copy of the file that was read, with its issues in it; the file itself stays.

    A workbook gets a comment on each faulty cell and a sheet that lists all issues, each with a
    link to its cell. A CSV file gets one column more, with the issues of each row. Pictures and
    charts of a workbook may not come along, nor what its formulas last gave.

    Raises:
        TableError: ``table.comments_unsupported`` for xls and ods, which have to be saved as xlsx
            first; ``table.changed`` when the file is not as it was read; ``table.too_big`` above
            200 MB unpacked, ``table.damaged``.
        ValueError: the target is the file that was read, or its name does not end with ``.csv``,
            ``.xlsx`` or (with macros) ``.xlsm`` as it should; or the language is unknown.
        MissingExtraError: a workbook needs the extra ``excel``.

    >>> from pathlib import Path
    >>> from psm_core import Person, tables
    >>> _ = Path("warga.csv").write_text("NIK,Nama\n99010141,Contoh\n", "utf-8")
    >>> tables.annotate(tables.read("warga.csv", Person), "diperiksa.csv")
    >>> print(Path("diperiksa.csv").read_text("utf-8-sig").rstrip())
    NIK,Nama,Temuan
    99010141,Contoh,"A2: NIK harus 16 angka, tertulis 8. Salin ulang dari KTP atau KK."

    """
    words = language_of(language)
    copy = Path(target)
    if copy.exists() and copy.samefile(loaded.source):
        raise ValueError("the copy needs a name of its own; the file that was read stays as it is")
    _need_unchanged(loaded)
    if loaded.text_format is not None:
        _need_ending(copy, ".csv")
        _annotate_text(loaded, loaded.text_format, copy, words)
    elif loaded.kind != "xlsx":
        raise table_error("table.comments_unsupported")
    else:
        has_macros = "xl/vbaProject.bin" in inspect_zip(loaded.source, most=_MOST).names
        _need_ending(copy, ".xlsm" if has_macros else ".xlsx")
        _annotate_workbook(loaded, copy, words, keep_vba=has_macros)


def _need_unchanged(loaded: TableResult[Any]) -> None:
    """Refuse a file that has changed since it was read: its issues would stand at other cells."""
    source = loaded.source
    source.stat()  # a file that is gone raises here
    if loaded.digest and not (source.is_file() and digest(source) == loaded.digest):
        raise table_error("table.changed")


def _need_ending(copy: Path, ending: str) -> None:
    if copy.suffix.lower() != ending:
        raise ValueError(f"the name of the copy of this file ends with {ending}")


def _annotate_text(
    loaded: TableResult[Any], text_format: tuple[str, str], copy: Path, language: Language
) -> None:
    told: dict[int, list[str]] = {loaded.header_row: [_WORDS[language]["sheet"]]}
    for issue in loaded.issues:
        if issue.row is not None and issue.row > loaded.header_row:
            told.setdefault(issue.row, []).append(f"{issue.cell}: {issue.describe(language)}")
    encoding, delimiter = text_format
    with (
        suppress(csv.Error),  # below what was read, as in a cell without end
        replace_file(copy, private=True) as made,
        loaded.source.open(encoding=encoding, newline="") as file,
    ):
        rows = csv.reader(read_lines(file), delimiter=delimiter)
        write_text(made, _with_column(rows, told, loaded.header_row), delimiter=delimiter)
        _need_unchanged(loaded)
        return
    raise table_error("table.damaged")


def _with_column(
    lines: Iterable[list[str]], told: Mapping[int, list[str]], header_row: int
) -> Iterator[list[str]]:
    width = 0
    for number, line in enumerate(lines, start=1):
        width = len(line) if number == header_row else width
        if number in told:
            yield [*line, *[""] * (width - len(line)), "; ".join(told[number])]
        else:
            yield line


def _annotate_workbook(
    loaded: TableResult[Any], copy: Path, language: Language, *, keep_vba: bool
) -> None:
    from .files.extras import comments, openpyxl, styles  # noqa: PLC0415 - the extra may be missing
    from .files.workbook_save import save  # noqa: PLC0415 - as above

    book = call_library(lambda: openpyxl.load_workbook(loaded.source, keep_vba=keep_vba))
    told: dict[tuple[str, str], list[Issue]] = {}
    for issue in loaded.issues:
        if issue.sheet in book.sheetnames and issue.column and issue.row:
            told.setdefault((issue.sheet, f"{issue.column}{issue.row}"), []).append(issue)
    for (sheet, place), found in told.items():
        cell: Any = book[sheet][place]
        if not hasattr(cell, "comment") or type(cell).__name__ == "MergedCell":
            continue  # inside a merged range; the list tells it
        lines = [issue.describe(language) for issue in found]
        author = cell.comment.author if cell.comment else "psm-core"
        lines = [cell.comment.text, *lines] if cell.comment else lines
        cell.comment = comments.Comment(
            "\n".join(lines), author, width=320, height=40 + 40 * len(lines)
        )
        is_error = any(issue.severity is Severity.ERROR for issue in found)
        cell.fill = styles.PatternFill("solid", fgColor=_RED if is_error else _YELLOW)
    _list_issues(book, loaded.issues, language)
    with replace_file(copy, private=True) as made:
        save(book, made)
        _need_unchanged(loaded)


def _list_issues(book: Any, issues: Iterable[Issue], language: Language) -> None:  # noqa: ANN401 - a workbook of the extra
    from .files.extras import hyperlink, styles  # noqa: PLC0415 - as above

    words = _WORDS[language]
    sheet = book.create_sheet(words["sheet"])
    sheet.append([words["cell"], words["weight"], words["code"], words["text"]])
    for column, width in enumerate(_WIDTHS):
        sheet.column_dimensions[column_letters(column)].width = width
    for cell in sheet[1]:
        cell.font = styles.Font(bold=True)
    for row, issue in enumerate(issues, start=2):
        line = (issue.cell, words[issue.severity.value], issue.code, issue.describe(language))
        for column, text in enumerate(line, start=1):
            sheet.cell(row, column, text).data_type = "s"  # whatever a sheet is called
        sheet.row_dimensions[row].height = _LINE * (1 + len(line[-1]) // _WIDTHS[-1])
        sheet.cell(row, 4).alignment = styles.Alignment(wrap_text=True, vertical="top")
        if issue.sheet in book.sheetnames and issue.row:
            quoted = str(issue.sheet).replace("'", "''")
            sheet.cell(row, 1).hyperlink = hyperlink.Hyperlink(
                ref=f"A{row}", location=f"'{quoted}'!{issue.column or 'A'}{issue.row}"
            )
            sheet.cell(row, 1).style = "Hyperlink"
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
