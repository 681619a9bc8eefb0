"""Zips looked into before anything of them is read: a few kilobytes can unpack to gigabytes.

The reader of xlsx holds a row, or a text, as a tree of elements; it lets a document type multiply
what is written; and it works out each formula that stands for many cells. What no spreadsheet
program writes is refused here, whatever the part is called that it stands in.
"""

import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple
from xml.parsers import expat

from .library_calls import guarded
from .merged_cells import MergedCells
from .sheets import MOST_COLUMNS, number_of, refused

_MOST: Final = 512 << 20
_MOST_SHARED: Final = 128 << 20
_MOST_TEXTS: Final = 2_000_000
_MOST_TAGS: Final = 1_000_000
"""How many tags a row or a text may have, or a part without either."""
_MOST_FORMULAS: Final = 20_000_000
"""How many characters of formulas may have to be worked out for a sheet."""
_SMALL, _RATIO, _PIECE = 1 << 20, 100, 1 << 20
_PACKINGS: Final = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}  # others may ask for gigabytes
CONTENTS: Final = "[Content_Types].xml"
"""The part that each xlsx has."""
_NOT_READ: Final = ("xl/calcChain.xml", "xl/pivotCache/")
_MOST_NOT_READ: Final = 64 << 20
_HOLDER = re.compile(rb"<(?:[\w.-]+:)?(?:row|si)(?=[\s/>])")
_CELL = re.compile(rb"<(?:[\w.-]+:)?c[\s/>]")
_MERGED = re.compile(
    rb"<(?:[\w.-]+:)?mergeCell\s[^<>]*?\bref\s*=\s*[\"\']"
    rb"([A-Za-z]{1,3})([0-9]{1,7}):[A-Za-z]{1,3}([0-9]{1,7})[\"\']"
)
_HIDDEN = re.compile(rb"<(?:[\w.-]+:)?row\s[^<>]*?\bhidden\s*=\s*[\"\'](?:1|true)[\"\']")
_STRICT = b"http://purl.oclc.org/ooxml/"
_RELATIONS: Final = "_rels/.rels"


class Contents(NamedTuple):
    """What is in a zip."""

    names: set[str]
    """The names of its parts."""
    merged: Mapping[str, MergedCells]
    """Name of a part → the ranges merged in it, of an xlsx."""
    is_strict: bool
    """Whether it is written in the strict form of the standard, with namespaces of its own."""


def looked_into(path: Path, *, most: int = _MOST) -> Contents:
    """Return what is in a zip, before anything of it is unpacked.

    Raises:
        TableError: ``table.damaged``, ``table.encrypted``, ``table.too_big``,
            ``table.decompression_bomb``.

    """
    with ExitStack() as stack:
        archive = guarded(lambda: stack.enter_context(zipfile.ZipFile(path)))
        parts = archive.infolist()
        _need_bounds(parts, most)
        names = {part.filename for part in parts}
        merged: dict[str, MergedCells] = {}
        for part in parts if CONTENTS in names else ():  # an ods is read by a process with bounds
            merged[part.filename] = MergedCells()
            guarded(partial(_need_plain, archive, part, merged[part.filename]))
        is_strict = _RELATIONS in names and guarded(lambda: _STRICT in archive.read(_RELATIONS))
    return Contents(names, merged, is_strict)


def _need_bounds(parts: Sequence[zipfile.ZipInfo], most: int) -> None:
    """Refuse a zip that is empty, locked, oddly packed, or unpacks to more than it should."""
    if not parts or any(part.compress_type not in _PACKINGS for part in parts):
        raise refused("table.damaged")
    if any(part.flag_bits & 1 for part in parts):
        raise refused("table.encrypted")
    shared = sum(part.file_size for part in parts if part.filename.endswith("sharedStrings.xml"))
    unread = sum(part.file_size for part in parts if part.filename.startswith(_NOT_READ))
    if sum(part.file_size for part in parts) > most or shared > _MOST_SHARED:
        raise refused("table.too_big", most=most >> 20)
    if unread > _MOST_NOT_READ:
        raise refused("table.too_big", most=_MOST_NOT_READ >> 20)
    if any(one.file_size > max(_SMALL, _RATIO * one.compress_size) for one in parts):
        raise refused("table.decompression_bomb", most=_RATIO)


def _need_plain(archive: zipfile.ZipFile, part: zipfile.ZipInfo, merged: MergedCells) -> None:
    """Refuse a part with a document type, or with more in one place than a reader can hold.

    What is merged in it is noted on the way.
    """
    if not _is_xml(archive, part):
        return  # a picture, say
    has_formulas = False
    tags = cells = texts = 0
    is_small = part.file_size <= _SMALL or part.filename.startswith(_NOT_READ)
    for piece in _pieces(archive, part):
        is_wide = b"\0" in piece  # two bytes a letter, which are not looked for below
        has_formulas = has_formulas or is_wide or b"shared" in piece
        _need(is_small or not is_wide)
        _note_merged(piece.replace(b"\0", b"") if is_wide else piece, merged)
        for number, inside in enumerate(() if is_small else _HOLDER.split(piece)):
            tags = (0 if number else tags) + inside.count(b"<")
            cells = (0 if number else cells) + len(_CELL.findall(inside))
            texts += bool(number)
            _need(tags <= _MOST_TAGS and texts <= _MOST_TEXTS)
            _need(cells <= MOST_COLUMNS or not texts)
    if has_formulas:
        _need_few_formulas(archive, part)


def _note_merged(piece: bytes, merged: MergedCells) -> None:
    """Note the merged ranges that a piece of a sheet tells of, and count its hidden rows."""
    if b"mergeCell" in piece:
        for found in _MERGED.finditer(piece):
            merged.add(int(found[2]), int(found[3]), number_of(found[1].decode()))
    if b"hidden" in piece:
        merged.hidden_rows += len(_HIDDEN.findall(piece))


def _need(holds: bool) -> None:  # noqa: FBT001 - it is told by place in each call
    """Raise when a bound does not hold; whoever calls is guarded."""
    if not holds:
        raise OverflowError


def _pieces(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """Yield a part a piece at a time, no tag being cut in two."""
    rest = b""
    with archive.open(part) as file:
        while piece := file.read(_PIECE):
            text = rest + piece
            cut = max(text.rfind(b"<"), 0) or len(text)
            rest = text[cut:]
            yield text[:cut]
    yield rest


def _is_xml(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    """Tell whether a part is XML, by its first element; one with a document type is refused."""
    told: list[str] = []

    def has_type(*_: object) -> None:
        raise OverflowError

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = has_type
    parser.StartElementHandler = lambda name, _: told.append(name)
    try:
        with archive.open(part) as file:
            while not told and (piece := file.read(_SMALL >> 8)):
                parser.Parse(piece)
        parser.Parse(b"", not told)  # newer parsers may put off what they have until the end
    except expat.ExpatError:
        pass
    return bool(told)


def _need_few_formulas(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """Refuse formulas that, each worked out for every cell it stands for, would take hours."""
    lengths: dict[str, int] = {}
    shared: str | None = None
    length = whole = 0

    def begins(name: str, told: Mapping[str, str]) -> None:
        nonlocal shared, length
        if name.rpartition(":")[2] == "f":
            shared, length = told.get("si", "") if told.get("t") == "shared" else None, 0

    def goes_on(text: str) -> None:
        nonlocal length
        length += len(text)

    def ends(name: str) -> None:
        nonlocal shared, whole
        if shared is not None and name.rpartition(":")[2] == "f":
            whole += lengths.setdefault(shared, length)
            shared = None
            _need(whole <= _MOST_FORMULAS)

    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = begins, ends
    parser.CharacterDataHandler = goes_on
    with archive.open(part) as file:
        while piece := file.read(_PIECE):
            parser.Parse(piece)
    parser.Parse(b"", True)  # noqa: FBT003 - it takes no name


def need_readable(name: str) -> None:
    """Refuse a sheet in a part that is not looked into, since no sheet stands there."""
    if name.lstrip("/").startswith(_NOT_READ):
        raise refused("table.damaged")
