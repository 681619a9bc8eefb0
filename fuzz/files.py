"""Targets for files with rows, and for rows of cells of every type."""

import tempfile
from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack
from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Any, Final
from unittest import mock

from psm_core import (
    Event,
    EventKind,
    Organisation,
    PPKSCategory,
    RegionCode,
    load_regions,
    tables,
)
from psm_core.tables import LAYOUTS
from psm_core.tables.cells.cell import Cell, Unread
from psm_core.tables.files import reader_process
from psm_core.tables.files.sheets import Book, Rows, Sheet
from psm_core.tables.headings.first_rows import OpenSheet
from psm_core.tables.headings.header_detection import detect
from psm_core.tables.options import given_values
from psm_core.tables.results import MAX_ISSUES_PER_CODE
from psm_core.tables.rows.cell_regions import RegionReader
from psm_core.tables.rows.reader import RowReader
from psm_core.tables.rows.seen_rows import SeenRows
from psm_core.tables.sheet_reader import SheetReader
from psm_core.tables.table_reader import TableReader
from psm_core.terms import OrganisationKind

from . import _workbooks
from ._bytes import Bytes
from ._properties import check_issue, check_masked, require, result_or_none
from .records import DOCUMENTS

_MAX_CHECKED: Final = 100
_ANNOTATED: Final = {"csv", "xlsx"}
_WITHIN: Final = (None, RegionCode("63.10"), RegionCode("63.10.09"), RegionCode("91"))
_TODAY: Final = (None, date(2025, 10, 10))
_VALUES_OF_LAYOUTS: Final[dict[str, object]] = {
    "assignments.0.listed_on": date(2025, 10, 10),
    "classifications.0.category": PPKSCategory.LANJUT_USIA_TELANTAR,
    "classifications.0.date": date(2025, 10, 10),
    "classifications.0.source": "DTSEN",
    "title": "Bimtek",
}
_KINDS_OF_LAYOUTS: Final[dict[type, object]] = {
    Event: EventKind.BIMTEK,
    Organisation: OrganisationKind.LKS,
}
_KINDS: Final[Sequence[type[Any]]] = DOCUMENTS


def csv(data: bytes) -> None:
    """Read a CSV file: the first bytes choose the options and the headings, the rest is content."""
    bytes_ = Bytes(data)
    kind, options = _arguments(bytes_)
    head = bytes_.one_of((b"", *_heading_lines(kind)))
    _check_file(head + bytes_.rest(), "rows.csv", kind, options)


@cache
def _heading_lines(kind: type) -> tuple[bytes, ...]:
    """Return a line of headings for each layout of a class."""
    layouts = [one for one in LAYOUTS if one.record_class is kind]
    lines = [";".join(column.headings[0] for column in one.columns) for one in layouts]
    return tuple(f"{line}\n".encode() for line in lines)


def workbook(data: bytes) -> None:
    """Read an xlsx with parts from the bytes, or bytes that only begin like an xlsx."""
    bytes_ = Bytes(data)
    kind, options = _arguments(bytes_)
    _check_file(bytes_.one_of(_XLSX)(bytes_), "rows.xlsx", kind, options)


def legacy(data: bytes) -> None:
    """Read an xls or ods. This is slow, because each is read in a separate process."""
    bytes_ = Bytes(data)
    kind, options = _arguments(bytes_)
    with mock.patch.object(reader_process, "MIN_SECONDS", 1):  # an endless loop takes two
        _check_file(bytes_.one_of(_LEGACY)(bytes_), "rows.xls", kind, options)


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
    lambda bytes_: _workbooks.with_changed_bytes(_workbooks.xlsx({}), bytes_),
    lambda bytes_: _workbooks.with_changed_bytes(_workbooks.xlsx({}, packing=8), bytes_),
)
"""Functions that build an xlsx from bytes."""
_LEGACY: Final[tuple[Callable[[Bytes], bytes], ...]] = (
    lambda bytes_: b"\xd0\xcf\x11\xe0" + bytes_.rest(),
    lambda bytes_: _workbooks.with_changed_bytes(_workbooks.xls(), bytes_),
    lambda bytes_: _workbooks.ods(lambda _: bytes_.rest()),
    lambda bytes_: _workbooks.ods(
        lambda valid: valid.replace(_workbooks.BLANKS, bytes_.rest() + _workbooks.BLANKS)
    ),
    lambda bytes_: _workbooks.ods(lambda valid: _workbooks.with_changed_bytes(valid, bytes_)),
)
"""Functions that build an xls or ods from bytes."""


def rows(data: bytes) -> None:
    """Pass cells of every type to the row reader, below valid or invalid headings."""
    bytes_ = Bytes(data)
    layout = bytes_.one_of(LAYOUTS)
    within, as_of = bytes_.one_of(_WITHIN), bytes_.one_of(_TODAY)
    lines: list[list[Cell]] = []
    if bytes_.byte() % 4:
        lines.append([column.headings[0] for column in layout.columns])
    while bytes_:
        lines.append([_cell(bytes_) for _ in range(bytes_.byte() % 48)])
    input_text = "\n".join(
        str(cell) for line in lines for cell in line if not isinstance(cell, Unread)
    )
    result_or_none(lambda: _check_rows(layout, lines, input_text, within, as_of), input_text)


def _check_rows(
    layout: tables.Layout[Any],
    lines: Sequence[Sequence[Cell]],
    input_text: str,
    within: RegionCode | None,
    as_of: date | None,
) -> None:
    def numbered() -> Rows:
        yield from enumerate(lines, start=1)

    sheet = Sheet("Warga", numbered)
    headings = detect([OpenSheet(sheet)], [layout], layout.record_class)[0]
    values = _values(layout.record_class, layout.required_values)
    given = given_values(
        layout,
        values,
        headings.columns.values(),
        is_required=True,
        as_of=as_of,
        regions=RegionReader(load_regions(), within),
    )
    reader = RowReader(headings, given=given, key="fuzz", within=within, regions=load_regions())
    sheets: list[SheetReader[Any]] = [SheetReader(ExitStack(), headings, reader, as_of=as_of)]
    reading = TableReader(ExitStack(), Book([sheet]), sheets, SeenRows())
    for row in reading:
        require(
            len(row.issues) <= 100 + 4 * len(lines[row.row - 1]),
            "the number of issues of a row is limited",
        )
        _check_issues(row.issues, input_text)
        if row.record is not None:
            check_masked(row.record, input_text)


def _arguments(bytes_: Bytes) -> tuple[type[Any], dict[str, Any]]:
    """Return the record class and the options of `read`."""
    kind, as_of = bytes_.one_of(_KINDS), bytes_.one_of(_TODAY)
    facts = {path for one in LAYOUTS if one.record_class is kind for path in one.required_values}
    return kind, {
        "within": bytes_.one_of(_WITHIN),
        "checks": as_of is not None,
        "as_of": as_of,
        "values": _values(kind, sorted(facts)) if bytes_.byte() % 2 else None,
    }


def _values(kind: type[Any], paths: Iterable[str]) -> dict[str, object]:
    """Return a value for each path of a record class."""
    values = {**_VALUES_OF_LAYOUTS, "kind": _KINDS_OF_LAYOUTS.get(kind)}
    return {path: values[path] for path in paths}


def _check_file(content: bytes, name: str, kind: type[Any], options: dict[str, Any]) -> None:
    """Read a file, check the result, write its records and read them again."""
    path = _folder() / name
    path.write_bytes(content)
    input_text = _input_text(content)
    result = result_or_none(lambda: tables.read(path, kind, **options), input_text)
    result_or_none(lambda: tables.detect_layout(path), input_text)
    if result is None:
        return
    maximum = len(result.counts) * (2 * MAX_ISSUES_PER_CODE + 2)
    require(len(result.issues) <= maximum, "the number of issues is limited")
    _check_issues(result.issues, input_text)
    for item in result.records[:_MAX_CHECKED]:
        check_masked(item, input_text)
    if result.records:
        copy = _folder() / "copy.csv"
        tables.write(result.records, copy)
        require(tables.read(copy, kind).records == result.records, "written records round-trip")
    if result.file_type in _ANNOTATED:
        result_or_none(
            lambda: tables.annotate(result, _folder() / f"annotated.{result.file_type}"), input_text
        )


def _check_issues(issues: Sequence[Any], input_text: str) -> None:
    for issue in issues[:_MAX_CHECKED]:
        check_issue(issue, input_text)


def _input_text(content: bytes) -> str:
    """Return the text of a file in any encoding it may have."""
    return content.replace(b"\0", b"").decode("utf-8", "replace") + content.decode(
        "cp1252", "replace"
    )


@cache
def _temporary_directory() -> "tempfile.TemporaryDirectory[str]":
    return tempfile.TemporaryDirectory(prefix="fuzz-")


def _folder() -> Path:
    return Path(_temporary_directory().name)


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
    lambda bytes_: bytes_.one_of(_VALID),
    lambda bytes_: bytes_.one_of(_VALID),
    lambda bytes_: bytes_.one_of(_VALID),
)
_VALID: Final[tuple[str, ...]] = (
    "9901014108900001", "9901010108900002", "Ani Contoh", "Angsana", "63.10.09.2005", "P",
    "1990-08-01", "17 Agustus 1990", "0800 0000 123", "Kawin", "Islam", "PNS", "Tanah Bumbu",
    "-", "ya", "psm", "Kepala Keluarga", "SMA", "WNI", "003",
)  # fmt: skip
