"""Writes a printable report about the issues of one or several files, without personal data."""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from os import PathLike
from pathlib import Path
from typing import Any, Final

from ..._messages import language_of
from ...errors import short_traceback
from ..files.sources import Target, replaced_target
from ..results import TableResult
from ..several_files import FileResults
from .issue_words import Language
from .report_sections import WORDS, RowCounts, about_file, head, page, short

_MAX_LEFT_OUT: Final = 20
_HEADS: Final = ("name", "layout", "rows", "rows_valid", "rows_invalid")
_COUNTS: Final = ("errors_count", "warnings_count")


class FilesReport:
    """Collects the parts of a report about several files, so that no file has to be kept."""

    def __init__(self, names: Mapping[Path, str], language: Language) -> None:
        """Take file \u2192 its name in the report."""
        self._language: Language = language
        self._names = names
        self._lines: list[str] = []
        self._sections: list[str] = []
        self._unreadable: list[str] = []
        self._total = RowCounts(0, 0, 0, 0)
        self._with_errors = 0

    def add(self, file: Path, result: TableResult[Any]) -> None:
        """Add a file that was read."""
        counts = RowCounts.of(result)
        self._total = self._total.plus(counts)
        self._with_errors += bool(counts.errors)
        name, at = short(self._names[file]), f"f{len(self._sections) + 1}"
        layout = short(result.layout)
        self._lines.append(f'<tr><td><a href="#{at}">{name}</a></td>{_cells(counts, layout)}</tr>')
        about = about_file(result, self._language, heading="h3", names=("sheet", "layout"))
        self._sections.append(f'<section id="{at}"><h2>{name}</h2>{"".join(about)}</section>\n')

    def add_unreadable(self, file: Path, reason: str) -> None:
        """Add a file that cannot be read. The reason contains nothing from the file."""
        name = short(self._names[file])
        self._unreadable.append(f"<tr><td>{name}</td><td>{short(reason, 400)}</td></tr>\n")

    def content(self, left_out: Sequence[Path]) -> bytes:
        """Return the page. `left_out` are the files of the folders that were not tried."""
        words = WORDS[self._language]
        title = words["files_title"].format(count=len(self._lines) + len(self._unreadable))
        return page(title, self._body(left_out), self._language)

    def _body(self, left_out: Sequence[Path]) -> Iterator[str]:
        words = WORDS[self._language]
        yield f"<p>{self._next_step()}</p>\n"
        if self._lines:
            yield from head(words, *_HEADS, *_COUNTS)
            yield from self._lines
            yield f"</tbody><tfoot><tr><td>{words['all']}</td>{_cells(self._total)}</tr></tfoot>"
            yield "</table>\n"
        if self._unreadable:
            yield f"<h2>{words['unreadable']}</h2>\n"
            yield from head(words, "name", "reason")
            yield from self._unreadable
            yield "</tbody></table>\n"
        if left_out:
            more = ", \u2026" if len(left_out) > _MAX_LEFT_OUT else ""
            names = ", ".join(short(one.name) for one in left_out[:_MAX_LEFT_OUT]) + more
            yield f"<p>{words['left_out'].format(names=names)}</p>\n"
        yield from self._sections

    def _next_step(self) -> str:
        words, count = WORDS[self._language], len(self._lines) + len(self._unreadable)
        if bad := self._with_errors + len(self._unreadable):
            return words["files_errors"].format(bad=bad, count=count)
        return words["files_warnings" if self._total.warnings else "files_clean"]


def _cells(counts: RowCounts, layout: str = "") -> str:
    numbers = (counts.read, counts.valid, counts.invalid, counts.errors, counts.warnings)
    return f"<td>{layout}</td>" + "".join(f'<td class="n">{number}</td>' for number in numbers)


@short_traceback
def write_report(
    result: TableResult[Any] | FileResults[Any], target: Target, /, *, language: str = "id"
) -> None:
    r"""Write a page of HTML about a file, or several, that were read: what is valid, what to do.

    It has the issues summed by code, the most frequent only, and the columns with most of them. Of
    several files, it has a table of all of them, and a section for each. It needs no network and
    contains no NIK, KK number, telephone number or name from the rows. A browser prints it, or
    saves it as a PDF; what is said of one file fits on one page of A4. The target is a path or an
    open binary file.

    Raises:
        ValueError: the name does not end with ``.html``, or the language is unknown.

    >>> from pathlib import Path
    >>> from psm_core import Person, tables
    >>> _ = Path("warga.csv").write_text("NIK,Nama\n99010141,Contoh\n", "utf-8")
    >>> tables.write_report(tables.read("warga.csv", Person), "laporan.html")
    >>> "NIK harus 16 angka" in Path("laporan.html").read_text("utf-8")
    True
    >>> tables.write_report(tables.read_all(["warga.csv"], Person), "semua.html")
    >>> "Hasil pemeriksaan 1 berkas" in Path("semua.html").read_text("utf-8")
    True

    """
    known = language_of(language)
    require_html(target)
    if isinstance(result, FileResults):
        content = _of_files(result, known)
    else:
        names = ("file", "sheet", "layout")
        about = about_file(result, known, heading="h2", names=names)
        content = page(WORDS[known]["title"], about, known)
    write_page(content, target)


def require_html(target: Target) -> None:
    """Reject the name of a report that is no web page.

    Raises:
        ValueError: it does not end with ``.html``.

    """
    if isinstance(target, str | PathLike) and Path(target).suffix.lower() != ".html":
        raise ValueError("the name of the report must end with .html")


def write_page(content: bytes, target: Target) -> None:
    """Write a page that only the owner of the file can read."""
    with replaced_target(target, private=True) as file:
        file.write(content)


def _of_files(results: FileResults[Any], language: Language) -> bytes:
    read = [one.source for one in results.results]
    report = FilesReport(_short_names([*read, *results.unreadable]), language)
    for result in results.results:
        report.add(result.source, result)
    for file, issue in results.unreadable.items():
        report.add_unreadable(file, issue.describe(language))
    return report.content(results.left_out)


def _short_names(files: Sequence[Path]) -> dict[Path, str]:
    """Return file \u2192 its name, with the folders between it and the folder of all files."""
    folders = [file.parent.absolute() for file in files]
    with suppress(ValueError):  # on several drives
        common = os.path.commonpath(folders)
        return {
            file: (folder / file.name).relative_to(common).as_posix()
            for file, folder in zip(files, folders, strict=True)
        }
    return {file: str(file) for file in files}
