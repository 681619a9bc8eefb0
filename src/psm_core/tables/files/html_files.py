"""Tables of a web page, as many systems export them under the name of an xls.

All tables of the page are one sheet, as spreadsheet programs show them: each row of a table is a
row, and so is each text above or between the tables. The text is searched for tags from its
beginning to its end, once; nothing else of HTML is interpreted.
"""

import re
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from html import unescape
from pathlib import Path
from typing import Final

from ..cells.cell import Cell, result_of
from .csv_files import encoding_of
from .merged_cells import MergedCells
from .sheets import MAX_COLUMNS, Book, Row, Rows, Sheet, table_error, with_limits

MAX_BYTES: Final = 64 << 20
_NAME: Final = re.compile(r"(/?)([a-z][a-z0-9]*)", re.IGNORECASE)
_SPAN: Final = re.compile(r"""\b(col|row)span\s*=\s*["']?\s*([0-9]{1,7})""", re.IGNORECASE)
_ROW: Final = re.compile(r"<tr[\s>]", re.IGNORECASE)
_SKIPPED: Final = frozenset({"script", "style", "title", "select", "textarea"})
"""Elements whose text is not shown as it is."""
_BLOCKS: Final = frozenset({"p", "div", "center", "li", "h1", "h2", "h3", "h4", "h5", "h6", "br"})
"""Elements that begin a line; outside of a table, each line is a row."""
_PARTS: Final = frozenset({"table", "thead", "tbody", "tfoot", "tr", "caption"})
_MAX_ROW_SPAN: Final = 1 << 16


@contextmanager
def open_html(path: Path) -> Generator[Book]:
    """Open a web page as a book of one sheet.

    Raises:
        TableError: ``table.unsupported_format`` if it has no table, ``table.too_big``,
            ``table.encoding``.

    """
    if path.stat().st_size > MAX_BYTES:
        raise table_error("table.too_big", maximum=MAX_BYTES >> 20)
    encoding, issues = encoding_of(path)
    text = path.read_text(encoding=encoding)
    if _ROW.search(text) is None:
        raise table_error("table.unsupported_format", what="HTML")
    merged = MergedCells()

    def rows() -> Rows:
        merged.replace(())
        yield from _Page(merged).rows(text)

    yield Book([Sheet(path.stem, with_limits(rows), merged)], issues=issues, file_type="html")


def _tokens(text: str) -> Iterator[tuple[str, str]]:
    """Yield each text as ("", text), and each tag as its name, after a slash at its end, and rest.

    Comments and the content of scripts are left out. A tag ends at the next ``>``.
    """
    at = 0
    while (begin := text.find("<", at)) >= 0:
        yield "", text[at:begin]
        name = _NAME.match(text, begin + 1)
        if text.startswith("<!--", begin):
            end, length = text.find("-->", begin + 4), 3
        elif name is None and text[begin + 1 : begin + 2] not in {"!", "?"}:
            yield "", "<"
            at = begin + 1
            continue
        else:
            end, length = text.find(">", begin), 1
        if end < 0:
            return
        at = end + length
        if name is not None:
            tag = name[2].lower()
            yield f"{name[1]}{tag}", text[name.end() : end]
            if tag in _SKIPPED and not name[1] and text[end - 1] != "/":
                at = _end_of(text, tag, at)
    yield "", text[at:]


def _end_of(text: str, tag: str, at: int) -> int:
    """Return where the end tag of an element begins, or the end of the text."""
    found = re.compile(rf"</{tag}[\s>]", re.IGNORECASE).search(text, at)
    return len(text) if found is None else found.start()


class _Page:
    """The rows of a page."""

    def __init__(self, merged: MergedCells) -> None:
        self._merged = merged
        self._number = 1
        self._cells: list[Cell] = []
        self._texts: list[str] = []
        self._is_in_row = self._is_in_cell = False
        self._spans = (1, 1)
        self._open: dict[int, int] = {}
        """Index of a column → the last row of the cell that covers it."""

    def rows(self, text: str) -> Iterator[Row]:
        """Yield each row that has cells."""
        for tag, rest in _tokens(text):
            if not tag:
                self._texts.append(rest)
            elif tag in {"td", "th"}:
                self._end_cell()
                self._texts.clear()
                self._is_in_row = self._is_in_cell = True
                self._spans = _spans(rest)
            elif tag in {"/td", "/th"}:
                self._end_cell()
            elif tag.removeprefix("/") in _PARTS:
                yield from self._end_row()
                self._is_in_row = tag == "tr"
                if tag.removeprefix("/") == "table":
                    self._open.clear()
            elif tag.removeprefix("/") in _BLOCKS:
                if self._is_in_row:
                    self._texts.append(" ")
                else:
                    yield from self._end_row()
        yield from self._end_row()

    def _text(self) -> str:
        text = " ".join(unescape("".join(self._texts)).split())
        self._texts.clear()
        return text

    def _end_cell(self) -> None:
        """Add the cell that was begun to its row, behind the cells that reach into the row."""
        if not self._is_in_cell:
            return
        self._is_in_cell = False
        text = self._text()
        columns, rows = self._spans
        self._skip_covered()
        at = len(self._cells)
        self._cells += [result_of(text) if text[:1] == "=" else text or None]
        self._cells += [None] * (columns - 1)
        if len(self._cells) > MAX_COLUMNS:
            raise table_error("table.too_wide", maximum=MAX_COLUMNS)
        if rows > 1:
            self._merged.add(self._number, self._number + rows - 1, at)
            self._open |= dict.fromkeys(range(at, at + columns), self._number + rows - 1)

    def _skip_covered(self) -> None:
        while self._open.get(len(self._cells), 0) >= self._number:
            self._cells.append(None)

    def _end_row(self) -> Iterator[Row]:
        """Yield the row of a table, or the line above a table, that ends here."""
        self._end_cell()
        if not self._is_in_row:
            text = self._text()
            self._cells = [text] if text else []
        if self._cells or self._is_in_row:
            if self._cells:
                yield self._number, self._cells
            self._number += 1
        self._cells, self._is_in_row = [], False
        self._texts.clear()


def _spans(rest: str) -> tuple[int, int]:
    """Return over how many columns and rows a cell reaches."""
    found = {name.lower(): int(number) for name, number in _SPAN.findall(rest)}
    columns = min(max(found.get("col", 1), 1), MAX_COLUMNS)
    return columns, min(max(found.get("row", 1), 1), _MAX_ROW_SPAN)
