"""Writes one printable page about the issues of a file, without personal data."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from os import PathLike
from pathlib import Path
from typing import Any, Final, Literal

from .._messages import language_of
from ..errors import Severity, short_traceback
from .files.sources import Target, replaced_target
from .issue_summary import IssueSummary
from .issue_words import ISSUE_WORDS
from .layout import dotted
from .layouts import LAYOUTS
from .results import TableResult

_MAX_CODES: Final = 8
_MAX_COLUMNS: Final = 5
_MAX_CELLS: Final = 3
_MAX_NAME: Final = 120
_MAX_SENTENCE: Final = 220
_WORDS: Final[Mapping[Literal["en", "id"], Mapping[str, str]]] = {
    "id": {
        **ISSUE_WORDS["id"],
        "title": "Hasil pemeriksaan berkas",
        "file": "Berkas",
        "sheet": "Lembar",
        "layout": "Tata letak",
        "read": "baris dibaca",
        "valid": "baris valid",
        "invalid": "baris dengan kesalahan",
        "warned": "baris dengan peringatan",
        "next": "Langkah berikutnya",
        "issues": "Temuan",
        "problem": "Masalah dan cara memperbaikinya",
        "more": "Ada {codes} jenis temuan lain, sebanyak {count} temuan.",
        "columns": "Kolom dengan temuan terbanyak",
        "column": "Kolom",
        "none": "Tidak ada baris yang dibaca. Periksa apakah berkas ini berkas yang benar.",
        "clean": "Semua baris valid, tanpa temuan. Berkas dapat dipakai.",
        "warnings": "Tidak ada kesalahan. Minta petugas memeriksa peringatan di bawah ini dengan"
        " dokumen aslinya. Isian yang ternyata benar tidak perlu diubah.",
        "errors": "{invalid} dari {read} baris belum dapat dipakai. Minta petugas memperbaiki"
        " kesalahan di bawah ini dengan dokumen aslinya, mulai dari yang terbanyak, lalu"
        " memeriksa berkas lagi dengan psm-core check sampai tidak ada kesalahan.",
        "file_errors": "Berkas belum dapat dipakai. Minta petugas memperbaiki kesalahan di bawah"
        " ini, lalu memeriksa berkas lagi dengan psm-core check.",
        "privacy": "Halaman ini tidak memuat NIK, nomor KK, nomor telepon, atau nama orang dari"
        " berkas.",
    },
    "en": {
        **ISSUE_WORDS["en"],
        "title": "Result of checking a file",
        "file": "File",
        "sheet": "Sheet",
        "layout": "Layout",
        "read": "rows read",
        "valid": "valid rows",
        "invalid": "rows with errors",
        "warned": "rows with warnings",
        "next": "What to do next",
        "issues": "Issues",
        "problem": "Problem and what to do",
        "more": "There are {codes} more kinds of issues, {count} issues in all.",
        "columns": "Columns with most issues",
        "column": "Column",
        "none": "No row was read. Check whether this is the right file.",
        "clean": "All rows are valid, without issues. The file can be used.",
        "warnings": "There are no errors. Ask the officer to compare the warnings below with the"
        " original documents. Values that are right need no change.",
        "errors": "{invalid} of {read} rows cannot be used yet. Ask the officer to correct the"
        " errors below by the original documents, the most frequent first, and to check the file"
        " again with psm-core check until there are no errors.",
        "file_errors": "The file cannot be used yet. Ask the officer to correct the errors below,"
        " and to check the file again with psm-core check.",
        "privacy": "This page contains no NIK, KK number, telephone number or name of a person in"
        " the file.",
    },
}
_STYLE: Final = """
@page { size: A4; margin: 14mm }
* { box-sizing: border-box }
body { font: 10pt/1.35 sans-serif; color: #1a1a1a; max-width: 182mm; margin: 8mm auto }
h1 { font-size: 16pt; margin: 0 0 2mm }
h2 { font-size: 11.5pt; margin: 5mm 0 1.5mm }
p { margin: 0 0 2mm; overflow-wrap: anywhere }
table { border-collapse: collapse }
table + p { margin-top: 2mm }
th, td { border-bottom: 1px solid #bbb; padding: 1mm 2mm 1mm 0; text-align: left;
  vertical-align: top; overflow-wrap: anywhere }
td.n { text-align: right }
.n, .s { white-space: nowrap; overflow-wrap: normal }
.numbers { display: flex; gap: 6mm; margin: 3mm 0 }
.numbers b { display: block; font-size: 16pt }
.bar { height: 6mm; background: #b3261e; border: 1px solid #444; print-color-adjust: exact;
  -webkit-print-color-adjust: exact }
.bar div { height: 100%; background: #2e7d32; print-color-adjust: exact;
  -webkit-print-color-adjust: exact }
.small { color: #555; font-size: 8.5pt }
@media print { body { margin: 0; max-width: none } tr { break-inside: avoid } }
"""


@short_traceback
def write_report(result: TableResult[Any], target: Target, /, *, language: str = "id") -> None:
    r"""Write one page of HTML about a file that was read: how many rows are valid, and what to do.

    It has the issues summed by code, the most frequent only, and the columns with most of them. It
    needs no network and contains no NIK, KK number, telephone number or name from the rows. A
    browser prints it, or saves it as a PDF. The target is a path or an open binary file.

    Raises:
        ValueError: the name does not end with ``.html``, or the language is unknown.

    >>> from pathlib import Path
    >>> from psm_core import Person, tables
    >>> _ = Path("warga.csv").write_text("NIK,Nama\n99010141,Contoh\n", "utf-8")
    >>> tables.write_report(tables.read("warga.csv", Person), "laporan.html")
    >>> "NIK harus 16 angka" in Path("laporan.html").read_text("utf-8")
    True

    """
    known = language_of(language)
    if isinstance(target, str | PathLike) and Path(target).suffix.lower() != ".html":
        raise ValueError("the name of the report must end with .html")
    page = "".join(_page(result, known))
    with replaced_target(target, private=True) as file:
        file.write(page.encode("utf-8", "replace"))


def _page(result: TableResult[Any], language: Literal["en", "id"]) -> Iterator[str]:
    words = _WORDS[language]
    yield f'<!DOCTYPE html>\n<html lang="{language}"><head><meta charset="utf-8">'
    yield '<meta http-equiv="Content-Security-Policy" content="default-src \'none\';'
    yield " style-src 'unsafe-inline'\">"
    yield '<meta name="viewport" content="width=device-width">'
    yield f"<title>{words['title']}</title><style>{_STYLE}</style></head>\n<body><main>"
    yield f"<h1>{words['title']}</h1>"
    facts = {"file": result.source.name, "sheet": result.sheet, "layout": result.layout}
    shown = (f"{words[name]}: {_short(text, _MAX_NAME)}" for name, text in facts.items() if text)
    yield f"<p>{'<br>'.join(shown)}</p>\n"
    yield from _numbers(result, words)
    yield f"<h2>{words['next']}</h2><p>{_next_step(result, words)}</p>\n"
    summary = result.summary(cells=_MAX_CELLS)
    if summary:
        yield from _issues(summary, result.sheet, language)
    yield from _columns(result, words)
    yield f'<p class="small">{words["privacy"]}</p></main></body></html>\n'


def _short(text: str, length: int) -> str:
    """Return a text for HTML, shortened so that the report stays on one page."""
    return escape(text if len(text) <= length else f"{text[: length - 1]}…")


def _numbers(result: TableResult[Any], words: Mapping[str, str]) -> Iterator[str]:
    """Yield the counts of rows, and a bar with the share of the valid ones."""
    invalid = result.rows_read - result.valid_rows
    warned = {
        (one.sheet, one.row)
        for one in result.issues
        if one.severity is Severity.WARNING and one.row and one.row > result.header_row
    }
    counts = {
        "read": result.rows_read,
        "valid": result.valid_rows,
        "invalid": invalid,
        "warned": len(warned),
    }
    shown = (f"<div><b>{count}</b> {words[name]}</div>" for name, count in counts.items())
    yield f'<div class="numbers">{"".join(shown)}</div>\n'
    if result.rows_read:
        share = 100 * result.valid_rows // result.rows_read
        label = f"{result.valid_rows} {words['valid']}, {invalid} {words['invalid']}"
        yield f'<div class="bar" role="img" aria-label="{label}">'
        yield f'<div style="width:{share}%"></div></div>\n'


def _next_step(result: TableResult[Any], words: Mapping[str, str]) -> str:
    invalid = result.rows_read - result.valid_rows
    if invalid:
        return words["errors"].format(invalid=invalid, read=result.rows_read)
    if result.errors:
        return words["file_errors"]
    if not result.rows_read:
        return words["none"]
    return words["warnings" if result.issues else "clean"]


def _issues(
    summary: Sequence[IssueSummary], sheet: str | None, language: Literal["en", "id"]
) -> Iterator[str]:
    """Yield the most frequent issues; their cells are in the sheet unless another is named."""
    words = _WORDS[language]
    first, others = summary[:_MAX_CODES], summary[_MAX_CODES:]
    yield f"<h2>{words['issues']}</h2>\n"
    yield from _head(words, "count", "severity", "problem", "cells")
    for line in first:
        text = f"{line.problem(language)} {line.cure(language)}".strip()
        severity = words[line.severity.value]
        yield f'<tr><td class="n">{line.count}</td><td class="s">{severity}</td>'
        yield f"<td>{_short(text, _MAX_SENTENCE)}</td>"
        cells = ", ".join(cell.removeprefix(f"{sheet}!") for cell in line.cells)
        yield f"<td>{_short(cells, _MAX_NAME)}</td></tr>\n"
    yield "</tbody></table>\n"
    if others:
        count = sum(line.count for line in others)
        yield f"<p>{words['more'].format(codes=len(others), count=count)}</p>\n"


def _head(words: Mapping[str, str], *names: str) -> Iterator[str]:
    cells = (f'<th scope="col" class="n">{words[name]}</th>' for name in names)
    yield f"<table><thead><tr>{''.join(cells)}</tr></thead><tbody>\n"


def _columns(result: TableResult[Any], words: Mapping[str, str]) -> Iterator[str]:
    """Yield the columns with most issues, each with the heading that its layout gives it."""
    found = [one for one in result.issues if one.column and one.row]
    counts = Counter(one.column for one in found if one.column)
    headings = _headings(result.layout)
    names = {one.column: headings.get(dotted(one.path), "") for one in reversed(found)}
    if not counts:
        return
    yield f"<h2>{words['columns']}</h2>\n"
    yield from _head(words, "count", "column")
    for column, count in counts.most_common(_MAX_COLUMNS):
        name = f"{column} {names[column]}".strip()
        yield f'<tr><td class="n">{count}</td><td>{escape(name)}</td></tr>\n'
    yield "</tbody></table>\n"


def _headings(layout: str) -> dict[str, str]:
    """Return path → heading of a built-in layout."""
    columns = (one for known in LAYOUTS if known.name == layout for one in known.all_columns())
    return {one.path: one.headings[0] for one in columns if one.path and one.level is None}
