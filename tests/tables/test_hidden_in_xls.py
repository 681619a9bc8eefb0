"""Hidden rows and columns of an xls, which are found in its records."""

import struct
from pathlib import Path

import pytest

from psm_core import Worker, tables
from psm_core.tables.files import reader_program

FILES = Path(__file__).parent / "files"
END, FREE = 0xFFFFFFFE, 0xFFFFFFFF
SIZE = 512


def record(kind, *numbers):
    return struct.pack(f"<HH{len(numbers)}H", kind, 2 * len(numbers), *numbers)


BEGIN, STOP = record(0x809, 0x600), record(0x0A)
CHART = BEGIN + record(0x208, 9, 0, 1, 255, 0, 0, 0x20, 0) + STOP


def row(number, *, hidden):
    return record(0x208, number, 0, 1, 255, 0, 0, 0x20 if hidden else 0, 0)


def columns(first, last, *, hidden):
    return record(0x7D, first, last, 2000, 0, 1 if hidden else 0)


def stream(*sheets):
    """Return the records of a workbook with the records of some sheets."""
    starts, at = [], len(BEGIN) + len(sheets) * 12 + len(STOP)
    for sheet in sheets:
        starts.append(at)
        at += len(BEGIN + sheet + STOP)
    bound = b"".join(struct.pack("<HHIHH", 0x85, 8, start, 0, 0) for start in starts)
    return BEGIN + bound + STOP + b"".join(BEGIN + sheet + STOP for sheet in sheets)


def ole(content, *, name="Workbook", in_difat=False, size=None, first=3):
    """Return a file with one stream, in sectors from 3 on."""
    count = -(-len(content) // SIZE)
    following = [FREE, END, FREE, *range(4, 3 + count), END]
    following += [FREE] * (SIZE // 4 - len(following))
    header = bytearray(SIZE)
    struct.pack_into("<H", header, 30, 9)
    struct.pack_into("<I", header, 48, 1)
    struct.pack_into("<2I", header, 68, 2 if in_difat else END, int(in_difat))
    struct.pack_into("<109I", header, 76, FREE if in_difat else 0, *[FREE] * 108)
    entry = bytearray(SIZE)
    for at, text in ((0, "Root Entry"), (128, name)):
        encoded = text.encode("utf-16-le")
        entry[at : at + len(encoded)] = encoded
        struct.pack_into("<H", entry, at + 64, len(encoded) + 2)
    struct.pack_into("<2I", entry, 128 + 116, first, len(content) if size is None else size)
    difat = struct.pack("<128I", 0, *[FREE] * 126, END)
    fat = struct.pack("<128I", *following)
    return bytes(header) + fat + bytes(entry) + difat + content.ljust(count * SIZE, b"\0")


@pytest.fixture
def hidden(tmp_path):
    """Return a function that returns the hidden rows and columns of a sheet of a file."""

    def parts(content, number=0):
        path = tmp_path / "x.xls"
        path.write_bytes(content)
        return reader_program._parts(str(path), number, [])[1:]

    return parts


FILLER = record(0x203, *[0] * 3000)
SHEETS = (
    columns(1, 3, hidden=True) + columns(4, 9, hidden=False) + row(0, hidden=False) + FILLER,
    columns(7, 7, hidden=True)
    + row(0, hidden=False)
    + row(4, hidden=True)
    + CHART
    + row(5, hidden=True)
    + record(0x208, 1)
    + record(0x7D, 1),
)


@pytest.mark.parametrize("in_difat", [False, True])
def test_hidden_rows_and_columns_of_each_sheet_are_found(hidden, in_difat):
    content = ole(stream(*SHEETS, b""), in_difat=in_difat)
    assert hidden(content, 0) == [[], [(1, 3)]]
    assert hidden(content, 1) == [[(5, 5), (6, 6)], [(7, 7)]]
    assert hidden(content, 2) == [[], []]


def test_number_of_hidden_parts_is_limited(hidden, monkeypatch):
    monkeypatch.setattr(reader_program, "_MAX_RANGES", 0)
    assert hidden(ole(stream(*SHEETS)), 1) == [[], []]


@pytest.mark.parametrize(
    "content",
    [
        ole(stream(*SHEETS), name="Lain"),
        ole(stream(*SHEETS), size=100),
        ole(stream(*SHEETS), first=99_999),
        ole(stream(FILLER)[:-4]),
        ole(stream(*SHEETS))[:700],
        b"",
    ],
)
def test_parts_of_a_damaged_or_very_small_file_are_unknown(hidden, content):
    assert hidden(content) == [[], []]


def test_chain_of_sectors_that_never_ends_is_read_to_a_limit(hidden):
    content = bytearray(ole(stream(*SHEETS)))
    struct.pack_into("<I", content, SIZE + 4 * 4, 3)
    assert hidden(bytes(content), 1) in ([[], []], [[(5, 5)], [(7, 7)]])


def test_hidden_rows_and_columns_of_a_table_are_named(tmp_path):
    content = bytearray((FILES / "psm.xls").read_bytes())
    at = content.index(struct.pack("<3H", 0x208, 16, 5))
    content[at + 4 + 12] |= 0x20
    at = content.index(struct.pack("<2H", 0x7D, 12))
    struct.pack_into("<2H", content, at + 4, 1, 1)
    content[at + 4 + 8] |= 1
    path = tmp_path / "psm.xls"
    path.write_bytes(content)
    loaded = tables.read(path, Worker, require_values=False)
    found = {issue.code: issue for issue in loaded.issues}
    assert found["table.hidden_rows"].params == {"count": 1, "rows": "6"}
    assert str(found["table.hidden_columns"].params["columns"]).startswith("B (")
