"""Files with rows: what is in them, what they say of themselves, and cells of every kind."""

import tempfile
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Any, Final
from unittest import mock

from psm_core import PPKSCategory, RegionCode, load_regions, tables
from psm_core.tables import LAYOUTS
from psm_core.tables.cells import Cell, Unread
from psm_core.tables.files import reader_process
from psm_core.tables.files.sheets import Book, Rows, Sheet
from psm_core.tables.first_rows import OpenSheet
from psm_core.tables.header_detection import detect
from psm_core.tables.options import outside
from psm_core.tables.reading import TableReader
from psm_core.tables.results import MOST_OF_A_CODE
from psm_core.tables.row_reader import RowReader

from . import _workbooks
from ._bytes import Bytes
from ._promises import need, need_masked, need_silence_of_issue, outcome
from .records import DOCUMENTS

_LOOKED_AT: Final = 100
_ANNOTATED: Final = {"csv", "xlsx"}
_WITHIN: Final = (None, RegionCode("63.10"), RegionCode("63.10.09"), RegionCode("91"))
_TODAY: Final = (None, date(2025, 10, 10))
_GIVEN: Final[dict[str, object]] = {
    "assignments.0.listed_on": date(2025, 10, 10),
    "classifications.0.category": PPKSCategory.LANJUT_USIA_TELANTAR,
    "classifications.0.date": date(2025, 10, 10),
    "classifications.0.source": "DTSEN",
}
_KINDS: Final[Sequence[type[Any]]] = DOCUMENTS


def csv(data: bytes) -> None:
    """Read a text file: the first bytes choose what for, and what stands above the rest."""
    bytes_ = Bytes(data)
    kind, how = _asked(bytes_)
    head = bytes_.one_of((b"", *_heads(kind)))
    _hold(head + bytes_.rest(), "rows.csv", kind, how)


@cache
def _heads(kind: type) -> tuple[bytes, ...]:
    """Return a line of headings for each layout of a class."""
    layouts = [one for one in LAYOUTS if one.kind is kind]
    lines = [";".join(column.headings[0] for column in one.columns) for one in layouts]
    return tuple(f"{line}\n".encode() for line in lines)


def workbook(data: bytes) -> None:
    """Read an xlsx whose parts come from the bytes, or bytes that only begin like one."""
    bytes_ = Bytes(data)
    kind, how = _asked(bytes_)
    _hold(bytes_.one_of(_XLSX)(bytes_), "rows.xlsx", kind, how)


def legacy(data: bytes) -> None:
    """Read an xls or ods. Each is read by processes of their own, so this is slow."""
    bytes_ = Bytes(data)
    kind, how = _asked(bytes_)
    with mock.patch.object(
        reader_process, "LEAST_SECONDS", 1
    ):  # of which what goes in a circle has two
        _hold(bytes_.one_of(_OLD)(bytes_), "rows.xls", kind, how)


_XLSX: Final[tuple[Callable[[Bytes], bytes], ...]] = (
    lambda bytes_: b"PK\x03\x04" + bytes_.rest(),
    lambda bytes_: _workbooks.xlsx({_workbooks.SHEET: _workbooks.sheet(bytes_.rest())}),
    lambda bytes_: _workbooks.xlsx(
        {_workbooks.SHEET: _workbooks.sheet(_workbooks.rows_of_cells(bytes_))}
    ),
    lambda bytes_: _workbooks.xlsx({bytes_.one_of(sorted(_workbooks.parts())): bytes_.rest()}),
    lambda bytes_: _workbooks.xlsx(
        {bytes_.take(12).decode("cp1252", "replace").strip("\0") or "x": bytes_.rest()}
    ),
    lambda bytes_: _workbooks.patched(_workbooks.xlsx({}), bytes_),
    lambda bytes_: _workbooks.patched(_workbooks.xlsx({}, packing=8), bytes_),
)
"""The ways to make an xlsx from bytes."""
_OLD: Final[tuple[Callable[[Bytes], bytes], ...]] = (
    lambda bytes_: b"\xd0\xcf\x11\xe0" + bytes_.rest(),
    lambda bytes_: _workbooks.patched(_workbooks.xls(), bytes_),
    lambda bytes_: _workbooks.ods(lambda _: bytes_.rest()),
    lambda bytes_: _workbooks.ods(
        lambda sound: sound.replace(_workbooks.BLANKS, bytes_.rest() + _workbooks.BLANKS)
    ),
    lambda bytes_: _workbooks.ods(lambda sound: _workbooks.patched(sound, bytes_)),
)
"""The ways to make an xls or ods from bytes."""


def rows(data: bytes) -> None:
    """Hand cells of every kind straight to the reader of rows, below sound headings or odd ones."""
    bytes_ = Bytes(data)
    layout = bytes_.one_of(LAYOUTS)
    within, as_of = bytes_.one_of(_WITHIN), bytes_.one_of(_TODAY)
    lines: list[list[Cell]] = []
    if bytes_.byte() % 4:
        lines.append([column.headings[0] for column in layout.columns])
    while bytes_:
        lines.append([_cell(bytes_) for _ in range(bytes_.byte() % 48)])
    told = "\n".join(str(cell) for line in lines for cell in line if not isinstance(cell, Unread))
    outcome(lambda: _hold_rows(layout, lines, told, within, as_of), told)


def _hold_rows(
    layout: tables.Layout[Any],
    lines: Sequence[Sequence[Cell]],
    told: str,
    within: RegionCode | None,
    as_of: date | None,
) -> None:
    def numbered() -> Rows:
        yield from enumerate(lines, start=1)

    sheet = Sheet("Warga", numbered)
    headings = detect([OpenSheet(sheet)], [layout], layout.kind)
    said = {path: _GIVEN[path] for path in layout.required_values}
    given = outside(layout, said, headings.columns.values(), is_required=True, as_of=as_of)
    reader = RowReader(headings, given=given, key="fuzz", within=within, regions=load_regions())
    reading: TableReader[Any] = TableReader(
        ExitStack(), Book([sheet]), headings, reader, as_of=as_of
    )
    for row in reading:
        need(len(row.issues) <= 100 + 4 * len(lines[row.row - 1]), "issues of a row are bounded")
        _hold_issues(row.issues, told)
        if row.record is not None:
            need_masked(row.record, told)


def _asked(bytes_: Bytes) -> tuple[type[Any], dict[str, Any]]:
    """Return the class of records and what else `read` is told."""
    kind, as_of = bytes_.one_of(_KINDS), bytes_.one_of(_TODAY)
    facts = {path for one in LAYOUTS if one.kind is kind for path in one.required_values}
    return kind, {
        "within": bytes_.one_of(_WITHIN),
        "checks": as_of is not None,
        "as_of": as_of,
        "values": {path: _GIVEN[path] for path in sorted(facts)} if bytes_.byte() % 2 else None,
    }


def _hold(content: bytes, name: str, kind: type[Any], how: dict[str, Any]) -> None:
    """Read a file, and hold what comes to what is promised; sound records are written again."""
    path = _folder() / name
    path.write_bytes(content)
    told = _told(content)
    loaded = outcome(lambda: tables.read(path, kind, **how), told)
    outcome(lambda: tables.detect_layout(path), told)
    if loaded is None:
        return
    most = len(loaded.counts) * (2 * MOST_OF_A_CODE + 2)
    need(len(loaded.issues) <= most, "the number of issues is bounded")
    _hold_issues(loaded.issues, told)
    for item in loaded.records[:_LOOKED_AT]:
        need_masked(item, told)
    if loaded.records:
        copy = _folder() / "copy.csv"
        tables.write(loaded.records, copy)
        need(tables.read(copy, kind).records == loaded.records, "records written come back")
    if loaded.kind in _ANNOTATED:
        outcome(lambda: tables.annotate(loaded, _folder() / f"annotated.{loaded.kind}"), told)


def _hold_issues(issues: Sequence[Any], told: str) -> None:
    for issue in issues[:_LOOKED_AT]:
        need_silence_of_issue(issue, told)


def _told(content: bytes) -> str:
    """Return what a file says in whatever encoding it could be."""
    return content.replace(b"\0", b"").decode("utf-8", "replace") + content.decode(
        "cp1252", "replace"
    )


@cache
def _kept() -> "tempfile.TemporaryDirectory[str]":
    return tempfile.TemporaryDirectory(prefix="fuzz-")


def _folder() -> Path:
    return Path(_kept().name)


def _cell(bytes_: Bytes) -> Cell:
    return bytes_.one_of(_CELLS)(bytes_)


_CELLS: Final[tuple[Callable[[Bytes], Cell], ...]] = (
    lambda _: None,
    lambda _: "",
    lambda bytes_: bytes_.text(),
    lambda bytes_: bytes_.text(),
    lambda bytes_: bytes_.number(),
    lambda bytes_: float(bytes_.number()) / 8,
    lambda bytes_: bytes_.one_of((float("nan"), float("inf"), -0.0, 1e308, 5e-324)),
    lambda bytes_: bool(bytes_.byte() % 2),
    lambda bytes_: date.fromordinal(1 + bytes_.number() % 3_652_059),
    lambda bytes_: datetime(1, 1, 1) + timedelta(seconds=bytes_.number() % 315_537_897_600),
    lambda bytes_: time(bytes_.byte() % 24, bytes_.byte() % 60, bytes_.byte() % 60),
    lambda bytes_: timedelta(seconds=bytes_.number() % 10**9),
    lambda _: Unread("cell.formula"),
    lambda _: Unread("cell.error"),
    lambda bytes_: bytes_.text() * 100,
    lambda bytes_: bytes_.one_of(_SOUND),
    lambda bytes_: bytes_.one_of(_SOUND),
    lambda bytes_: bytes_.one_of(_SOUND),
)
_SOUND: Final[tuple[str, ...]] = (
    "9901014108900001", "9901010108900002", "Ani Contoh", "Angsana", "63.10.09.2005", "P",
    "1990-08-01", "17 Agustus 1990", "0800 0000 123", "Kawin", "Islam", "PNS", "Tanah Bumbu",
    "-", "ya", "psm", "Kepala Keluarga", "SMA", "WNI", "003",
)  # fmt: skip
