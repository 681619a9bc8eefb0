"""Text files with rows: encoding and delimiter are looked for, and what is assumed is told."""

import codecs
import csv
from collections import Counter
from collections.abc import Generator, Iterator
from contextlib import contextmanager, suppress
from itertools import islice
from pathlib import Path
from typing import Final, TextIO

from ...errors import Issue, Severity
from ..cells import Cell, Unread, result_of
from .sheets import Book, Rows, Sheet, bounded, refused

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DELIMITERS: Final = "\t;|,"  # a comma stands in many a name, so the others come before it
_SOME, _CHUNK, _LONGEST_LINE = 50, 1 << 16, 1 << 20
_MOST_LINES: Final = 1 << 17  # of one row: as many as its longest cell may have characters
_NO_DELIMITERS: Final = '"='
_UNCLOSED: Final = Unread("cell.rows_inside")


@contextmanager
def open_text(path: Path, delimiter: str | None) -> Generator[Book]:
    """Open a text file as a book of one sheet."""
    encoding, issues = _encoding(path)
    if delimiter is None:
        delimiter = _delimiter(path, encoding)

    def rows() -> Rows:
        return _rows(path, encoding, delimiter)

    sheets = [Sheet(None, bounded(rows))]
    yield Book(sheets, issues=issues, text_format=(encoding, delimiter))


def _encoding(path: Path) -> tuple[str, list[Issue]]:
    """Return the encoding of a file; the whole file is read for it, a piece at a time."""
    with path.open("rb") as file:
        begin = file.read(_CHUNK)
    for mark, name in _BOMS:
        if begin.startswith(mark):
            found = name
            break
    else:
        found = _utf_16_without_mark(begin) or "utf-8"
    if _decodes(path, found):
        return found, []
    if found == "utf-8" and b"\0" not in begin and _decodes(path, "cp1252"):
        return "cp1252", [Issue("table.encoding_assumed", severity=Severity.WARNING)]
    raise refused("table.encoding")


def _utf_16_without_mark(begin: bytes) -> str | None:
    """Tell UTF-16 by its zeros: latin letters have one in every second byte."""
    even, odd = begin[0::2].count(0), begin[1::2].count(0)
    most = len(begin) // 4
    if max(even, odd) <= most:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _decodes(path: Path, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    with path.open("rb") as file:
        try:
            while piece := file.read(_CHUNK):
                decoder.decode(piece)
            decoder.decode(b"", final=True)
        except UnicodeError:
            return False
    return True


def _delimiter(path: Path, encoding: str) -> str:
    """Return what separates the columns: what most of the first lines have, and equally often."""
    with path.open(encoding=encoding, newline="") as file:
        lines = [line for line in islice(lines_of(file), _SOME) if line.strip()]
    told = lines[0].strip() if lines else ""
    if told[:4].lower() == "sep=" and len(told) == len("sep=;") and told[4] not in _NO_DELIMITERS:
        return told[4]
    scores = {one: _score(lines, one) for one in _DELIMITERS}
    return max(scores, key=lambda one: scores[one])


def _score(lines: list[str], delimiter: str) -> tuple[int, int]:
    """Return in how many lines the delimiter stands equally often, and how often."""
    with_one = Counter[int]()
    with suppress(csv.Error):  # a field without end; the rows tell it when they are read
        with_one.update(
            len(cells) - 1 for cells in csv.reader(lines, delimiter=delimiter) if len(cells) > 1
        )
    columns, times = max(with_one.items(), key=lambda pair: (pair[1], pair[0]), default=(0, 0))
    return times, columns


def _rows(path: Path, encoding: str, delimiter: str) -> Rows:
    with path.open(encoding=encoding, newline="") as file:
        before = 0

        def lines() -> Iterator[str]:
            for line in lines_of(file):
                if reader.line_num - before >= _MOST_LINES:
                    raise refused("table.damaged")
                yield line

        reader = csv.reader(lines(), delimiter=delimiter)
        numbered = enumerate(reader, start=1)
        while True:
            try:
                number, cells = next(numbered)
                before = reader.line_num
            except StopIteration:
                return
            except csv.Error:
                break
            if number == 1 and len(cells) in {1, 2} and cells[0].lower().startswith("sep="):
                continue
            yield (
                number,
                [
                    one if "=" not in one and "\n" not in one else _read(one, delimiter)
                    for one in cells
                ],
            )
    raise refused("table.damaged")  # outside the handler: it keeps nothing of what was read


def _read(text: str, delimiter: str) -> Cell:
    """Return what a field stands for that has a line break or an equals sign in it."""
    plain = text.strip()
    if plain[:1] == "=":
        return result_of(plain)
    return _UNCLOSED if "\n" in text and delimiter in text else text


def lines_of(file: TextIO) -> Iterator[str]:
    """Yield the lines of a file without NULs; one without end is no line."""
    while line := file.readline(_LONGEST_LINE):
        if len(line) == _LONGEST_LINE:
            raise refused("table.damaged")
        yield line.replace("\0", "")
