"""CSV files: detects encoding and delimiter; an assumed encoding is reported as an issue."""

import codecs
import csv
from collections import Counter
from collections.abc import Generator, Iterator
from contextlib import contextmanager, suppress
from itertools import islice
from pathlib import Path
from typing import Final, TextIO

from ...errors import Issue, Severity
from ..cells.cell import Cell, Unread, result_of
from .sheets import Book, Rows, Sheet, table_error, with_limits

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DELIMITERS: Final = "\t;|,"  # the comma is last, because many names contain one
_SAMPLE_LINES, _CHUNK, _MAX_LINE = 50, 1 << 16, 1 << 20
_MAX_LINES_OF_A_ROW: Final = 1 << 17
_NO_DELIMITERS: Final = '"='
_UNCLOSED: Final = Unread("cell.rows_inside")


@contextmanager
def open_text(path: Path, delimiter: str | None) -> Generator[Book]:
    """Open a text file as a book of one sheet."""
    encoding, issues = encoding_of(path)
    if delimiter is None:
        delimiter = _delimiter(path, encoding)

    def rows() -> Rows:
        return _rows(path, encoding, delimiter)

    sheets = [Sheet(None, with_limits(rows))]
    yield Book(sheets, issues=issues, text_format=(encoding, delimiter))


def encoding_of(path: Path) -> tuple[str, list[Issue]]:
    """Return the encoding of a file and its issues. The whole file is read for this."""
    with path.open("rb") as file:
        begin = file.read(_CHUNK)
    for mark, name in _BOMS:
        if begin.startswith(mark):
            encoding = name
            break
    else:
        encoding = _utf_16_without_mark(begin) or "utf-8"
    if _decodes(path, encoding):
        return encoding, []
    if encoding == "utf-8" and b"\0" not in begin and _decodes(path, "cp1252"):
        return "cp1252", [Issue("table.encoding_assumed", severity=Severity.WARNING)]
    raise table_error("table.encoding")


def _utf_16_without_mark(begin: bytes) -> str | None:
    """Detect UTF-16 by its zero bytes: every second byte of latin text is zero."""
    even, odd = begin[0::2].count(0), begin[1::2].count(0)
    if max(even, odd) <= len(begin) // 4:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _decodes(path: Path, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    with path.open("rb") as file:
        try:
            while chunk := file.read(_CHUNK):
                decoder.decode(chunk)
            decoder.decode(b"", final=True)
        except UnicodeError:
            return False
    return True


def _delimiter(path: Path, encoding: str) -> str:
    """Return the delimiter: the one that occurs equally often in most of the first lines."""
    with path.open(encoding=encoding, newline="") as file:
        lines = [line for line in islice(read_lines(file), _SAMPLE_LINES) if line.strip()]
    first = lines[0].strip() if lines else ""
    is_declared = first[:4].lower() == "sep=" and len(first) == len("sep=;")
    if is_declared and first[4] not in _NO_DELIMITERS:
        return first[4]
    scores = {one: _score(lines, one) for one in _DELIMITERS}
    return max(scores, key=lambda one: scores[one])


def _score(lines: list[str], delimiter: str) -> tuple[int, int]:
    """Return the most common number of delimiters in a line, as (lines, number)."""
    counts = Counter[int]()
    with suppress(csv.Error):  # an unclosed quote; it is reported when the rows are read
        counts.update(
            len(cells) - 1 for cells in csv.reader(lines, delimiter=delimiter) if len(cells) > 1
        )
    columns, times = max(counts.items(), key=lambda pair: (pair[1], pair[0]), default=(0, 0))
    return times, columns


def _rows(path: Path, encoding: str, delimiter: str) -> Rows:
    with path.open(encoding=encoding, newline="") as file:
        before = 0
        may_have_formula = False

        def lines() -> Iterator[str]:
            nonlocal may_have_formula
            for line in read_lines(file):
                may_have_formula = may_have_formula or "=" in line
                if reader.line_num - before >= _MAX_LINES_OF_A_ROW:
                    raise table_error("table.damaged")
                yield line

        reader = csv.reader(lines(), delimiter=delimiter)
        numbered = enumerate(reader, start=1)
        while True:
            try:
                may_have_formula = False
                number, cells = next(numbered)
                line_count, before = reader.line_num - before, reader.line_num
            except StopIteration:
                return
            except csv.Error:
                break
            if number == 1 and len(cells) in {1, 2} and cells[0].lower().startswith("sep="):
                continue
            if may_have_formula or line_count > 1:
                yield number, [_cell(one, delimiter) for one in cells]
            else:
                yield number, cells
    raise table_error("table.damaged")  # outside the handler, so that the error keeps no cell


def _cell(text: str, delimiter: str) -> Cell:
    """Return the cell for a text that may have a line break or begin with an equals sign."""
    stripped = text.strip()
    if stripped[:1] == "=":
        return result_of(stripped)
    return _UNCLOSED if "\n" in text and delimiter in text else text


def read_lines(file: TextIO) -> Iterator[str]:
    """Yield the lines of a file without NULs; reject a line that is too long."""
    while line := file.readline(_MAX_LINE):
        if len(line) == _MAX_LINE:
            raise table_error("table.damaged")
        yield line.replace("\0", "")
