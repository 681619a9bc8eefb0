"""Checks zips before they are unpacked: a few kilobytes can unpack to gigabytes.

openpyxl holds a row or a text as a tree of elements, expands entities of a document type, and
translates a shared formula for each of its cells. What no spreadsheet program writes is therefore
rejected here, in every part of the zip.
"""

import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple
from xml.parsers import expat

from .hidden_parts import HiddenParts
from .library_calls import call_library
from .merged_cells import MergedCells
from .sheets import MAX_COLUMNS, column_index, table_error

_MAX_UNPACKED: Final = 512 << 20
_MAX_SHARED_STRINGS: Final = 128 << 20
_MAX_TEXTS: Final = 2_000_000
_MAX_TAGS: Final = 1_000_000
"""Maximum number of tags of a row, of a text, or of a part without either."""
_MAX_FORMULA_LENGTH: Final = 20_000_000
"""Maximum number of characters of the formulas of a sheet, one for each cell."""
_SMALL, _RATIO, _CHUNK = 1 << 20, 100, 1 << 20
_COMPRESSION: Final = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}  # others may need gigabytes
CONTENTS: Final = "[Content_Types].xml"
"""The part that every xlsx has."""
_NOT_READ: Final = ("xl/calcChain.xml", "xl/pivotCache/")
_MAX_NOT_READ: Final = 64 << 20
_ROW_OR_TEXT = re.compile(rb"<(?:[\w.-]+:)?(?:row|si)(?=[\s/>])")
_CELL = re.compile(rb"<(?:[\w.-]+:)?c[\s/>]")
_MERGED = re.compile(
    rb"<(?:[\w.-]+:)?mergeCell\s[^<>]*?\bref\s*=\s*[\"\']"
    rb"([A-Za-z]{1,3})([0-9]{1,7}):[A-Za-z]{1,3}([0-9]{1,7})[\"\']"
)
_HIDDEN = re.compile(
    rb"<(?:[\w.-]+:)?(row|col)(\s[^<>]*?\bhidden\s*=\s*[\"\'](?:1|true)[\"\'][^<>]*)"
)
_NUMBER = re.compile(rb"\s(r|min|max)\s*=\s*[\"\']([0-9]{1,7})[\"\']")
_STRICT = b"http://purl.oclc.org/ooxml/"
_RELATIONS: Final = "_rels/.rels"


class SheetParts(NamedTuple):
    """What a part says about its cells."""

    merged: MergedCells
    hidden: HiddenParts


class Contents(NamedTuple):
    """The content of a zip."""

    names: set[str]
    """The names of the parts."""
    sheets: Mapping[str, SheetParts]
    """Name of a part → its merged ranges and its hidden rows and columns; of an xlsx only."""
    is_strict: bool
    """Whether it is Strict Open XML, which has other namespaces."""


def inspect_zip(path: Path, *, maximum: int = _MAX_UNPACKED) -> Contents:
    """Check a zip and return its content.

    Raises:
        TableError: ``table.damaged``, ``table.encrypted``, ``table.too_big``,
            ``table.decompression_bomb``.

    """
    with ExitStack() as stack:
        archive = call_library(lambda: stack.enter_context(zipfile.ZipFile(path)))
        parts = archive.infolist()
        _check_sizes(parts, maximum)
        names = {part.filename for part in parts}
        sheets: dict[str, SheetParts] = {}
        for part in parts if CONTENTS in names else ():  # an ods is read in a process with limits
            sheets[part.filename] = SheetParts(MergedCells(), HiddenParts())
            call_library(partial(_check_part, archive, part, sheets[part.filename]))
        is_strict = _RELATIONS in names and call_library(
            lambda: _STRICT in archive.read(_RELATIONS)
        )
    return Contents(names, sheets, is_strict)


def _check_sizes(parts: Sequence[zipfile.ZipInfo], maximum: int) -> None:
    """Reject a zip that is empty, encrypted, compressed unusually, or too big."""
    if not parts or any(part.compress_type not in _COMPRESSION for part in parts):
        raise table_error("table.damaged")
    if any(part.flag_bits & 1 for part in parts):
        raise table_error("table.encrypted")
    shared = sum(part.file_size for part in parts if part.filename.endswith("sharedStrings.xml"))
    unread = sum(part.file_size for part in parts if part.filename.startswith(_NOT_READ))
    if sum(part.file_size for part in parts) > maximum or shared > _MAX_SHARED_STRINGS:
        raise table_error("table.too_big", maximum=maximum >> 20)
    if unread > _MAX_NOT_READ:
        raise table_error("table.too_big", maximum=_MAX_NOT_READ >> 20)
    if any(one.file_size > max(_SMALL, _RATIO * one.compress_size) for one in parts):
        raise table_error("table.decompression_bomb", maximum=_RATIO)


def _check_part(archive: zipfile.ZipFile, part: zipfile.ZipInfo, sheet: SheetParts) -> None:
    """Reject a part with a document type, or with a row or text that is too big.

    Merged ranges, hidden rows and hidden columns are collected in `sheet`.
    """
    if not _is_xml(archive, part):
        return  # such as a picture
    has_formulas = False
    tags = cells = texts = 0
    is_small = part.file_size <= _SMALL or part.filename.startswith(_NOT_READ)
    for chunk in _chunks(archive, part):
        is_wide = b"\0" in chunk  # UTF-16, in which the patterns below do not match
        has_formulas = has_formulas or is_wide or b"shared" in chunk
        _require(is_small or not is_wide)
        _collect_ranges(chunk.replace(b"\0", b"") if is_wide else chunk, sheet)
        for number, inside in enumerate(() if is_small else _ROW_OR_TEXT.split(chunk)):
            tags = (0 if number else tags) + inside.count(b"<")
            cells = (0 if number else cells) + len(_CELL.findall(inside))
            texts += bool(number)
            _require(tags <= _MAX_TAGS and texts <= _MAX_TEXTS)
            _require(cells <= MAX_COLUMNS or not texts)
    if has_formulas:
        _check_formulas(archive, part)


def _collect_ranges(chunk: bytes, sheet: SheetParts) -> None:
    """Collect the merged ranges and the hidden rows and columns in a chunk of a sheet."""
    if b"mergeCell" in chunk:
        for match in _MERGED.finditer(chunk):
            sheet.merged.add(int(match[2]), int(match[3]), column_index(match[1].decode()))
    if b"hidden" in chunk:
        for match in _HIDDEN.finditer(chunk):
            at = {name: int(number) for name, number in _NUMBER.findall(match[2])}
            if match[1] == b"row":
                sheet.hidden.add_rows(at.get(b"r", 0), at.get(b"r", 0))
            else:
                sheet.hidden.add_columns(at.get(b"min", 1) - 1, at.get(b"max", 0) - 1)


def _require(condition: bool) -> None:  # noqa: FBT001 - the only argument
    """Raise an error if a limit is exceeded; callers run inside `call_library`."""
    if not condition:
        raise OverflowError


def _chunks(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """Yield a part in chunks that end between tags."""
    rest = b""
    with archive.open(part) as file:
        while chunk := file.read(_CHUNK):
            text = rest + chunk
            cut = max(text.rfind(b"<"), 0) or len(text)
            rest = text[cut:]
            yield text[:cut]
    yield rest


def _is_xml(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    """Return whether a part has an XML element; reject one with a document type."""
    elements: list[str] = []

    def reject_document_type(*_: object) -> None:
        raise OverflowError

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = reject_document_type
    parser.StartElementHandler = lambda name, _: elements.append(name)
    try:
        with archive.open(part) as file:
            while not elements and (chunk := file.read(_SMALL >> 8)):
                parser.Parse(chunk)
        parser.Parse(b"", not elements)  # newer versions of expat may defer elements until the end
    except expat.ExpatError:
        pass
    return bool(elements)


def _check_formulas(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """Reject shared formulas that would take hours to translate for each of their cells."""
    lengths: dict[str, int] = {}
    shared: str | None = None
    length = total = 0

    def start(name: str, attributes: Mapping[str, str]) -> None:
        nonlocal shared, length
        if name.rpartition(":")[2] == "f":
            is_shared = attributes.get("t") == "shared"
            shared, length = attributes.get("si", "") if is_shared else None, 0

    def characters(text: str) -> None:
        nonlocal length
        length += len(text)

    def end(name: str) -> None:
        nonlocal shared, total
        if shared is not None and name.rpartition(":")[2] == "f":
            total += lengths.setdefault(shared, length)
            shared = None
            _require(total <= _MAX_FORMULA_LENGTH)

    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = characters
    with archive.open(part) as file:
        while chunk := file.read(_CHUNK):
            parser.Parse(chunk)
    parser.Parse(b"", True)  # noqa: FBT003 - positional only


def reject_unchecked_part(name: str) -> None:
    """Reject a sheet in a part that is not checked; no real sheet is there."""
    if name.lstrip("/").startswith(_NOT_READ):
        raise table_error("table.damaged")
