"""Writes a copy of a file with its issues, as comments in a workbook or a column in a CSV file."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from os import PathLike
from pathlib import Path
from typing import Any, Final, Literal

import attrs

from .._messages import language_of
from ..errors import Issue, Severity, short_traceback
from .files.atomic_write import replace_file
from .files.csv_files import read_lines
from .files.library_calls import call_library
from .files.opening import digest, plain_file
from .files.sheets import column_letters, table_error
from .files.zip_limits import inspect_zip
from .results import TableResult
from .writing import write_text

Language = Literal["en", "id"]
_WORDS: Final[Mapping[Language, Mapping[str, str]]] = {
    "id": {
        "sheet": "Temuan",
        "cell": "Sel",
        "severity": "Tingkat",
        "code": "Kode",
        "text": "Penjelasan",
        "error": "kesalahan",
        "warning": "peringatan",
    },
    "en": {
        "sheet": "Issues",
        "cell": "Cell",
        "severity": "Severity",
        "code": "Code",
        "text": "Explanation",
        "error": "error",
        "warning": "warning",
    },
}
_RED, _YELLOW = "FFFFC7CE", "FFFFEB9C"
_WIDTHS: Final = (16, 12, 26, 100)
_LINE_HEIGHT: Final = 15
_MAX_UNPACKED: Final = 200 << 20


@short_traceback
def annotate(
    result: TableResult[Any], target: str | PathLike[str], /, *, language: str = "id"
) -> None:
    r"""Write a copy of the file that was read, with its issues. The file itself is unchanged.

    A workbook gets a comment on each cell with an issue, and a sheet that lists all issues with
    links to their cells. A CSV file gets one more column, with the issues of each row. The copy of
    a workbook may lack pictures, charts, and the stored results of formulas.

    Raises:
        TableError: ``table.comments_unsupported`` for xls and ods: save them as xlsx first;
            ``table.changed`` if the file has changed since it was read; ``table.too_big`` above
            200 MB unpacked; ``table.damaged``.
        ValueError: the target is the file that was read; its name does not have the suffix of that
            format (``.csv``, ``.xlsx``, or ``.xlsm`` with macros); or the language is unknown.
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
    if copy.exists() and copy.samefile(result.source):
        raise ValueError("the copy needs another name than the file that was read")
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
        raise table_error("table.comments_unsupported")
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
        raise ValueError(f"the name of the copy must end with {suffix}")


def _annotate_text(
    result: TableResult[Any], text_format: tuple[str, str], copy: Path, language: Language
) -> None:
    texts: dict[int, list[str]] = {result.header_row: [_WORDS[language]["sheet"]]}
    for issue in result.issues:
        if issue.row is not None and issue.row > result.header_row:
            texts.setdefault(issue.row, []).append(f"{issue.cell}: {issue.describe(language)}")
    encoding, delimiter = text_format
    with (
        suppress(csv.Error),  # below the rows that were read, such as an unclosed quote
        replace_file(copy, private=True) as written,
        result.source.open(encoding=encoding, newline="") as file,
    ):
        rows = csv.reader(read_lines(file), delimiter=delimiter)
        write_text(written, _with_column(rows, texts, result.header_row), delimiter=delimiter)
        _require_unchanged(result)
        return
    raise table_error("table.damaged")


def _with_column(
    lines: Iterable[list[str]], texts: Mapping[int, list[str]], header_row: int
) -> Iterator[list[str]]:
    width = 0
    for number, line in enumerate(lines, start=1):
        width = len(line) if number == header_row else width
        if number in texts:
            yield [*line, *[""] * (width - len(line)), "; ".join(texts[number])]
        else:
            yield line


def _annotate_workbook(
    result: TableResult[Any], copy: Path, language: Language, *, keep_vba: bool
) -> None:
    from .files.extras import comments, openpyxl, styles  # noqa: PLC0415 - the extra may be missing
    from .files.workbook_save import save  # noqa: PLC0415 - as above

    book = call_library(lambda: openpyxl.load_workbook(result.source, keep_vba=keep_vba))
    by_cell: dict[tuple[str, str], list[Issue]] = {}
    for issue in result.issues:
        if issue.sheet in book.sheetnames and issue.column and issue.row:
            by_cell.setdefault((issue.sheet, f"{issue.column}{issue.row}"), []).append(issue)
    for (sheet, address), issues in by_cell.items():
        cell: Any = book[sheet][address]
        if not hasattr(cell, "comment") or type(cell).__name__ == "MergedCell":
            continue  # inside a merged range; the issue is in the list
        lines = [issue.describe(language) for issue in issues]
        author = cell.comment.author if cell.comment else "psm-core"
        lines = [cell.comment.text, *lines] if cell.comment else lines
        cell.comment = comments.Comment(
            "\n".join(lines), author, width=320, height=40 + 40 * len(lines)
        )
        is_error = any(issue.severity is Severity.ERROR for issue in issues)
        cell.fill = styles.PatternFill("solid", fgColor=_RED if is_error else _YELLOW)
    _list_issues(book, result.issues, language)
    with replace_file(copy, private=True) as written:
        save(book, written)
        _require_unchanged(result)


def _list_issues(book: Any, issues: Iterable[Issue], language: Language) -> None:  # noqa: ANN401 - an openpyxl workbook
    from .files.extras import hyperlink, styles  # noqa: PLC0415 - as above

    words = _WORDS[language]
    sheet = book.create_sheet(words["sheet"])
    sheet.append([words["cell"], words["severity"], words["code"], words["text"]])
    for column, width in enumerate(_WIDTHS):
        sheet.column_dimensions[column_letters(column)].width = width
    for cell in sheet[1]:
        cell.font = styles.Font(bold=True)
    for row, issue in enumerate(issues, start=2):
        line = (issue.cell, words[issue.severity.value], issue.code, issue.describe(language))
        for column, text in enumerate(line, start=1):
            sheet.cell(
                row, column, text
            ).data_type = "s"  # also if a sheet name looks like a formula
        sheet.row_dimensions[row].height = _LINE_HEIGHT * (1 + len(line[-1]) // _WIDTHS[-1])
        sheet.cell(row, 4).alignment = styles.Alignment(wrap_text=True, vertical="top")
        if issue.sheet in book.sheetnames and issue.row:
            quoted = str(issue.sheet).replace("'", "''")
            sheet.cell(row, 1).hyperlink = hyperlink.Hyperlink(
                ref=f"A{row}", location=f"'{quoted}'!{issue.column or 'A'}{issue.row}"
            )
            sheet.cell(row, 1).style = "Hyperlink"
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
