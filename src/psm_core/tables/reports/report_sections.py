"""The parts of a printable report about files: the frame, and what is said of one file."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from typing import Any, Final, NamedTuple

from ..._core.field_paths import dotted
from ...errors import Severity
from ..issue_summary import IssueSummary
from ..layouts.built_in import LAYOUTS
from ..results import TableResult
from .issue_words import ISSUE_WORDS, Language

_MAX_CODES: Final = 8
_MAX_COLUMNS: Final = 5
_MAX_CELLS: Final = 3
_MAX_NAME: Final = 120
_MAX_SENTENCE: Final = 220
WORDS: Final[Mapping[Language, Mapping[str, str]]] = {
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
        "files_title": "Hasil pemeriksaan {count} berkas",
        "name": "Berkas",
        "rows": "Baris",
        "rows_valid": "Valid",
        "rows_invalid": "Dengan kesalahan",
        "errors_count": "Kesalahan",
        "warnings_count": "Peringatan",
        "all": "Semua berkas",
        "files_clean": "Semua berkas dapat dipakai.",
        "files_warnings": "Tidak ada kesalahan. Minta petugas memeriksa peringatan di bawah ini"
        " dengan dokumen aslinya.",
        "files_errors": "{bad} dari {count} berkas belum dapat dipakai. Minta petugas memperbaiki"
        " kesalahannya, mulai dari berkas dengan kesalahan terbanyak, lalu memeriksa berkasnya lagi"
        " dengan psm-core check.",
        "unreadable": "Berkas yang tidak dapat dibaca",
        "reason": "Sebab dan cara memperbaikinya",
        "left_out": "Berkas lain dalam folder yang tidak dibaca: {names}.",
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
        "files_title": "Result of checking {count} files",
        "name": "File",
        "rows": "Rows",
        "rows_valid": "Valid",
        "rows_invalid": "With errors",
        "errors_count": "Errors",
        "warnings_count": "Warnings",
        "all": "All files",
        "files_clean": "All files can be used.",
        "files_warnings": "There are no errors. Ask the officer to compare the warnings below with"
        " the original documents.",
        "files_errors": "{bad} of {count} files cannot be used yet. Ask the officer to correct"
        " their errors, the file with most errors first, and to check them again with psm-core"
        " check.",
        "unreadable": "Files that cannot be read",
        "reason": "Reason and what to do",
        "left_out": "Other files of the folder that were not read: {names}.",
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
section h2 { font-size: 13pt; overflow-wrap: anywhere }
h3 { font-size: 11pt; margin: 4mm 0 1.5mm }
section { border-top: 2px solid #444; margin-top: 7mm; break-inside: avoid }
tfoot td { font-weight: bold }
a { color: inherit }
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
@media print { body { margin: 0; max-width: none } tr { break-inside: avoid }
  h2, h3 { break-after: avoid } a { text-decoration: none } }
"""


class RowCounts(NamedTuple):
    """How many rows of a file were read, and what was found in them."""

    read: int
    valid: int
    errors: int
    warnings: int

    @classmethod
    def of(cls, result: TableResult[Any]) -> "RowCounts":
        """Return the counts of a file."""
        return cls(result.rows_read, result.valid_rows, result.error_count, result.warning_count)

    @property
    def invalid(self) -> int:
        """How many rows have an error."""
        return self.read - self.valid

    def plus(self, other: "RowCounts") -> "RowCounts":
        """Return the sums of two files."""
        return RowCounts(*(one + two for one, two in zip(self, other, strict=True)))


def page(title: str, body: Iterable[str], language: Language) -> bytes:
    """Return a page of HTML that needs no network."""
    words = WORDS[language]
    parts = [
        f'<!DOCTYPE html>\n<html lang="{language}"><head><meta charset="utf-8">',
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\';',
        " style-src 'unsafe-inline'\">",
        '<meta name="viewport" content="width=device-width">',
        f"<title>{title}</title><style>{_STYLE}</style></head>\n<body><main>",
        f"<h1>{title}</h1>",
        *body,
        f'<p class="small">{words["privacy"]}</p></main></body></html>\n',
    ]
    return "".join(parts).encode("utf-8", "replace")


def about_file(
    result: TableResult[Any], language: Language, *, heading: str, names: Sequence[str]
) -> Iterator[str]:
    """Yield what is said of a file: the facts with some names, counts, issues and columns.

    `heading` is the element of the headings.
    """
    words = WORDS[language]
    facts = {"file": result.source.name, "sheet": result.sheet, "layout": result.layout}
    shown = (f"{words[name]}: {short(text)}" for name in names if (text := facts[name]))
    yield f"<p>{'<br>'.join(shown)}</p>\n"
    yield from _numbers(result, words)
    yield f"<{heading}>{words['next']}</{heading}><p>{_next_step(result, words)}</p>\n"
    summary = result.summary(cells=_MAX_CELLS)
    if summary:
        yield f"<{heading}>{words['issues']}</{heading}>\n"
        yield from _issues(summary, result.sheet, language)
    yield from _columns(result, words, heading)


def short(text: str, length: int = _MAX_NAME) -> str:
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
    summary: Sequence[IssueSummary], sheet: str | None, language: Language
) -> Iterator[str]:
    """Yield the most frequent issues; their cells are in the sheet unless another is named."""
    words = WORDS[language]
    first, others = summary[:_MAX_CODES], summary[_MAX_CODES:]
    yield from head(words, "count", "severity", "problem", "cells")
    for line in first:
        text = f"{line.problem(language)} {line.cure(language)}".strip()
        severity = words[line.severity.value]
        yield f'<tr><td class="n">{line.count}</td><td class="s">{severity}</td>'
        yield f"<td>{short(text, _MAX_SENTENCE)}</td>"
        cells = ", ".join(cell.removeprefix(f"{sheet}!") for cell in line.cells)
        yield f"<td>{short(cells)}</td></tr>\n"
    yield "</tbody></table>\n"
    if others:
        count = sum(line.count for line in others)
        yield f"<p>{words['more'].format(codes=len(others), count=count)}</p>\n"


def head(words: Mapping[str, str], *names: str) -> Iterator[str]:
    """Yield the beginning of a table with some columns."""
    cells = (f'<th scope="col" class="n">{words[name]}</th>' for name in names)
    yield f"<table><thead><tr>{''.join(cells)}</tr></thead><tbody>\n"


def _columns(result: TableResult[Any], words: Mapping[str, str], heading: str) -> Iterator[str]:
    """Yield the columns with most issues, each with the heading that its layout gives it."""
    found = [one for one in result.issues if one.column and one.row]
    counts = Counter(one.column for one in found if one.column)
    headings = _headings(result.layout)
    names = {one.column: headings.get(dotted(one.path), "") for one in reversed(found)}
    if not counts:
        return
    yield f"<{heading}>{words['columns']}</{heading}>\n"
    yield from head(words, "count", "column")
    for column, count in counts.most_common(_MAX_COLUMNS):
        name = f"{column} {names[column]}".strip()
        yield f'<tr><td class="n">{count}</td><td>{escape(name)}</td></tr>\n'
    yield "</tbody></table>\n"


def _headings(layout: str) -> dict[str, str]:
    """Return path → heading of a built-in layout."""
    columns = (one for known in LAYOUTS if known.name == layout for one in known.all_columns())
    return {one.path: one.headings[0] for one in columns if one.path and one.level is None}
