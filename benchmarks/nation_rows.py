"""Rows of an invented nation: batches of Arrow, generated in a moment and never stored as a whole.

Every NIK and KK number begins with 99, a province code that is never issued, as in
`psm_core.population`. Villages are real ones. A number of an invented kecamatan belongs to one batch
alone, so no NIK occurs twice, whatever the number of batches.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from itertools import product
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from psm_core import RegionCode, load_regions
from psm_core.population.sites import INVENTED_DISTRICTS
from psm_core.terms import PPKSCategory, RegionLevel, Sex

Numbers = NDArray[Any]

BATCH_ROWS = 1 << 17
"""The rows of one batch; 2,401 invented kecamatan make 314 million rows."""
LARGEST = INVENTED_DISTRICTS * BATCH_ROWS
"""The largest nation without a repeated NIK."""
AS_OF = date(2025, 10, 10)
"""Everybody was born before this day."""
_DISTRICTS = 49
_SERIALS = 9_999
_OLDEST_DAYS = 85 * 365
_DAYS_APART = 7_919
"""A prime number: people with one serial are born on different days."""
_FAMILY = 4
"""The people of one KK number."""
_KK_DAYS = 19 * 365
"""The days before `AS_OF` on which families were recorded."""
_FIRST_NAMES = {
    Sex.LAKI_LAKI: ("Agus", "Bambang", "Budi", "Eko", "Hendra", "Joko", "Slamet", "Wahyu", "Yusuf"),
    Sex.PEREMPUAN: ("Aminah", "Dewi", "Endang", "Fitri", "Kartini", "Ratna", "Siti", "Sri", "Yuni"),
}
_CATEGORIES = (
    PPKSCategory.PENYANDANG_DISABILITAS,
    PPKSCategory.GELANDANGAN,
    PPKSCategory.PENGEMIS,
    PPKSCategory.PEMULUNG,
    PPKSCategory.KORBAN_BENCANA_ALAM,
    PPKSCategory.FAKIR_MISKIN,
)
"""Categories of people of any age and sex."""
_MIDDLE_NAMES = ("", "Adi ", "Dwi ", "Eka ", "Nur ", "Putra ", "Tri ", "Wulan ")
_LAST_NAMES = ("Hasan", "Lestari", "Nugroho", "Pratama", "Rahayu", "Santoso", "Sari", "Wijaya")


class Kind(NamedTuple):
    """One kind of dirt."""

    column: str
    pattern: str
    """A regular expression of the whole text that is replaced."""
    replacement: str


KINDS = (
    Kind("nik", r"^(.{15}).$", r"\1"),
    Kind("nik", r"^(.{6}).{2}(.*)$", r"\139\2"),
    Kind("nik", r"^.*$", "0000000000000000"),
    Kind("nik", r"^(.{4})(.{4})(.{4})(.{4})$", r"\1 \2 \3 \4"),
    Kind("nik", r"^(.{15}).$", r"\1X"),
    Kind("kk", r"^(.{15}).$", r"\1"),
    Kind("kk", r"^.*$", "-"),
    Kind("name", r"^.*$", ""),
    Kind("sex", r"^.*$", "?"),
    Kind("birth_date", r"^(.{4})-(.{2})-(.{2})$", r"\3/\2/\1"),
    Kind("birth_date", r"^(.{4})-(.{2})-(.{2})$", r"\1-\2-32"),
    Kind("birth_date", r"^(.{4})", "1931"),
    Kind("region", r"^.*$", "91.01.01.2001"),
    Kind("region", r"^(.{2}).*$", r"\1.99.99.2001"),
    Kind("phone", r"^(.{5}).*$", r"\1"),
    Kind("category", r"^.*$", "lain-lain"),
)
"""What is wrong in dirty rows, one kind a row, in equal shares. Separators and other orders of a
date are not issues: they cost time, as they do in real files."""
COLUMNS = {
    "nik": "NIK",
    "kk": "No. KK",
    "name": "Nama",
    "sex": "Jenis Kelamin",
    "birth_date": "Tanggal Lahir",
    "region": "Desa/Kelurahan",
    "phone": "No. HP",
    "category": "Kategori",
}
"""What a column holds → its heading, by which the layout of beneficiaries is found."""
VALUES = {"classifications.0.date": "2025-10-10", "classifications.0.source": "survei"}
"""What no column gives, for the option `values`."""


def batches(rows: int, *, dirt: float = 0, first: int = 0) -> Iterator[pa.RecordBatch]:
    """Yield batches with a number of rows; a share of the rows has something wrong.

    The first batch has the number `first`. Equal arguments give equal rows.
    """
    if first * BATCH_ROWS + rows > LARGEST:
        raise ValueError(f"at most {LARGEST:,} rows have different NIK numbers")
    for number, start in enumerate(range(0, rows, BATCH_ROWS), start=first):
        yield _batch(number, min(BATCH_ROWS, rows - start), dirt)


def _batch(number: int, rows: int, dirt: float) -> pa.RecordBatch:
    rng = np.random.default_rng(number)
    row = np.arange(rows)
    day = (row * _DAYS_APART + number) % _OLDEST_DAYS
    is_woman = rng.integers(0, 2, rows)
    family = row // _FAMILY
    recorded = family * _DAYS_APART % _KK_DAYS
    village = (number * 977 + family // 50) % len(_villages())
    columns = {
        "nik": _numbers(number, day + _OLDEST_DAYS * is_woman, row % _SERIALS + 1),
        "kk": _numbers(number, recorded, family % _SERIALS + 1),
        "name": _drawn(_names(), rng.integers(0, len(_names()) // 2, rows) * 2 + is_woman),
        "sex": _drawn(_sexes(), is_woman),
        "birth_date": _drawn(_birth_dates(), day),
        "region": _drawn(_villages(), village),
        "phone": _drawn(_phones(), rng.integers(0, len(_phones()), rows)),
        "category": _drawn(_categories(), rng.integers(0, len(_categories()), rows)),
    }
    if dirt:
        _corrupt(columns, rng, dirt)
    return pa.RecordBatch.from_pydict({COLUMNS[name]: one for name, one in columns.items()})


def _drawn(values: pa.Array, positions: Numbers) -> pa.Array:
    return values.take(pa.array(positions))


def _corrupt(columns: dict[str, pa.Array], rng: np.random.Generator, dirt: float) -> None:
    """Put something wrong into a share of the rows."""
    rows = len(columns["nik"])
    is_dirty = rng.random(rows) < dirt
    kinds = rng.integers(0, len(KINDS), rows)
    for number, kind in enumerate(KINDS):
        mask = pa.array(is_dirty & (kinds == number))
        texts = columns[kind.column].filter(mask)
        wrong = pc.replace_substring_regex(
            texts, kind.pattern, kind.replacement, max_replacements=1
        )
        columns[kind.column] = pc.replace_with_mask(columns[kind.column], mask, wrong)


def _numbers(number: int, days: Numbers, serials: Numbers) -> pa.Array:
    """Return 16 digits for each day and serial in an invented kecamatan."""
    regency, district = divmod(number, _DISTRICTS)
    pairs = np.empty((len(days), 8), np.uint16)  # two characters each
    pairs[:, :3] = _pairs()[[99, regency + 1, district + 1]]
    pairs[:, 3:6] = _days()[days]
    pairs[:, 6] = _pairs()[serials // 100]
    pairs[:, 7] = _pairs()[serials % 100]
    offsets = np.arange(0, len(days) * 16 + 1, 16, dtype=np.int32)
    return pa.StringArray.from_buffers(len(days), pa.py_buffer(offsets), pa.py_buffer(pairs))


@cache
def _pairs() -> Numbers:
    """Return the two digits of the numbers to 99, as one number."""
    return np.frombuffer("".join(f"{number:02}" for number in range(100)).encode(), np.uint16)


@cache
def _born() -> list[date]:
    """Return the days of birth, the last one first."""
    return [AS_OF - timedelta(days=before) for before in range(1, _OLDEST_DAYS + 1)]


@cache
def _days() -> Numbers:
    """Return day, month and year in a number: of men, then of women."""
    days = [(one.day + woman, one.month, one.year % 100) for woman in (0, 40) for one in _born()]
    return _pairs()[np.array(days)]


@cache
def _birth_dates() -> pa.Array:
    return pa.array([one.isoformat() for one in _born()])


@cache
def _sexes() -> pa.Array:
    return pa.array([one.value for one in (Sex.LAKI_LAKI, Sex.PEREMPUAN)])


@cache
def _names() -> pa.Array:
    """Return names of men at even, of women at odd positions."""
    pairs = zip(
        *(product(first, _MIDDLE_NAMES, _LAST_NAMES) for first in _FIRST_NAMES.values()),
        strict=True,
    )
    return pa.array([f"{a} {b}{c}" for pair in pairs for a, b, c in pair])


@cache
def _villages() -> pa.Array:
    codes: Iterator[RegionCode] = iter(load_regions())
    return pa.array([str(code) for code in codes if code.level is RegionLevel.VILLAGE])


@cache
def _phones() -> pa.Array:
    """Return numbers that no one has, as `psm_core.population` gives them."""
    return pa.array([f"08000000{number:03}" for number in range(1_000)])


@cache
def _categories() -> pa.Array:
    return pa.array([one.value for one in _CATEGORIES])
