"""The packed table of regions: its layout, and lookups without unpacking it.

Layout, little-endian: `MAGIC`, the CRC-32 of the rest, the length of the header, the header (a
line ``section size`` for each section, padded to 4), and the sections, each padded to 4:

- `upper`     u32  the codes of levels 1 to 3 as six digits (63 is 630000), in order: the first one,
  then the difference of each from the one before
- `places`    u16  for each number below 10,000: 1 + the row in `upper` of the province or regency
  with these digits, or 0
- `counts`    u8   for each row of `upper`: the number of its villages
- `villages`  u16  last four digits of each village, in order within its kecamatan
- `letters`: a line for each byte that stands for other letters in a name: its number, a tab, them
- `upper_names`, `village_names`: the names in these bytes, each ended by a newline
- `upper_sizes`, `village_sizes`  u8  the number of bytes of each `STRIDE` names
- the small tables of `data/regions` without their header rows
"""

import sys
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Any, Final, cast

from ..errors import PsmError

MAGIC: Final = b"psm-reg4"
STRIDE: Final = 8
NUMBERS: Final[Mapping[str, str]] = {
    "upper": "I",
    "places": "H",
    "counts": "B",
    "villages": "H",
    "upper_sizes": "B",
    "village_sizes": "B",
}
LETTERS: Final = "letters"
NAMES: Final = ("upper_names", "village_names")
PLACES: Final = 10_000
TABLES: Final = ("acts", "aliases", "bps", "changes", "former", "iso", "titles")
_DISTRICTS, _VILLAGES = 10_000, 1_000_000
_DAMAGED = "the packaged table of regions is damaged: install psm-core again"


class PackedRegions:
    """Lookups in the packed bytes. Here, a code is a text of 2, 4, 6 or 10 digits."""

    def __init__(self, packed: Any, byteorder: str = sys.byteorder) -> None:  # noqa: ANN401 - bytes or a map
        """Verify the checksum and find the sections.

        Raises:
            PsmError: the table is damaged.

        """
        try:
            self._at = _sections(packed)
            numbers = {
                name: _numbers(packed, self._at[name], code, byteorder)
                for name, code in NUMBERS.items()
            }
            self._upper_names = _sums(numbers["upper_sizes"]), self._at["upper_names"].start
            self._village_names = _sums(numbers["village_sizes"]), self._at["village_names"].start
        except (KeyError, TypeError, ValueError):
            raise PsmError(_DAMAGED) from None
        self._packed = packed
        self._letters = list(map(chr, range(256)))
        for byte, letters in self.table(LETTERS):
            self._letters[int(byte)] = letters
        self._upper, self._places = _sums(numbers["upper"])[1:], numbers["places"]
        self._starts, self._villages = _sums(numbers["counts"]), numbers["villages"]

    def __len__(self) -> int:
        """Return the number of regions."""
        return len(self._upper) + len(self._villages)

    def table(self, name: str) -> list[list[str]]:
        """Return the rows of a small table."""
        text = self._packed[self._at[name].start : self._at[name].stop].decode()
        return [line.split("\t") for line in text.splitlines()]

    def texts(self) -> tuple[str, str]:
        """Return all names of levels 1 to 3, and all of villages, each ended by a newline."""
        upper, villages = (self._packed[self._at[one].start : self._at[one].stop] for one in NAMES)
        return self._decode(upper), self._decode(villages)

    def normalized_names(self, normalize: Callable[[str], str]) -> str:
        """Return all names normalized, those of villages last, each ended by a newline.

        A byte stands for some letters. They are normalized once, and not in each name.
        """
        letters = list(map(normalize, self._letters))
        names = b"".join(self._packed[self._at[one].start : self._at[one].stop] for one in NAMES)
        return "".join([letters[byte] for byte in names])

    def name(self, digits: str) -> str | None:
        """Return the name of a region, or None if there is no such region."""
        row = self.row(digits)
        if row is None:
            return None
        at, base = self._village_names if len(digits) > 6 else self._upper_names  # noqa: PLR2004 - a village
        block, nth = row // STRIDE, row % STRIDE
        names = self._packed[base + at[block] : base + at[block + 1]]
        return self._decode(names.split(b"\n", nth + 1)[nth])

    def _decode(self, names: bytes) -> str:
        letters = self._letters
        return "".join([letters[byte] for byte in names])

    def names(self, listed: Iterable[str]) -> list[str]:
        """Return the name of each of some regions; an empty text if there is no such region."""
        return [self.name(digits) or "" for digits in listed]

    def row(self, digits: str) -> int | None:
        """Return the row of a region among those of levels 1 to 3, or among the villages.

        Most numbers are consecutive, so the first guess is usually right.
        """
        code, village, upper = int(digits), 0, self._upper
        if code < _DISTRICTS:
            return self._places[code] - 1 if self._places[code] else None
        if code >= _VILLAGES:
            code, village = divmod(code, 10_000)
        above = self._places[code // 100]
        if not above:
            return None
        row = above - 1 + code % 100
        if not (above <= row < len(upper) and upper[row] == code):
            found = _find(upper, code, above, min(row, len(upper)))
            if found is None:
                return None
            row = found
        if not village:
            return row
        start, end = self._starts[row], self._starts[row + 1]
        row = start + village % 1000 - 1
        if row < end and self._villages[row] == village:  # no village has the digits 000
            return row
        return _find(self._villages, village, start, end)

    def items(self) -> Iterator[tuple[str, str]]:
        """Yield digits and name of every region in order."""
        upper, villages = (iter(text.splitlines()) for text in self.texts())
        for row in range(len(self._upper)):
            yield self.upper_digits(row), next(upper)
            yield from zip(self._villages_of(row), villages, strict=False)

    def below(self, digits: str = "") -> Iterator[str]:
        """Yield the digits of all regions inside one in force, or of all regions, in order."""
        for row in self.inside(digits)[0]:
            above = self.upper_digits(row)
            if above != digits:
                yield above
            yield from self._villages_of(row)

    def provinces_and_regencies(self) -> list[tuple[str, str]]:
        """Return digits and name of each region of levels 1 and 2, in order."""
        upper = map(self.upper_digits, range(len(self._upper)))
        large = [digits for digits in upper if len(digits) <= 4]  # noqa: PLR2004 - a regency
        return list(zip(large, self.names(large), strict=True))

    def children(self, digits: str) -> Iterator[str]:
        """Yield the digits of the regions directly inside one, in order; or of the provinces."""
        if len(digits) > 6:  # noqa: PLR2004 - a village
            return
        upper, _ = self.inside(digits)
        if len(digits) == 6:  # noqa: PLR2004 - a kecamatan
            yield from self._villages_of(upper.start)
            return
        for row in upper:
            below = self.upper_digits(row)
            if len(below) == len(digits) + 2:
                yield below

    def inside(self, digits: str) -> tuple[range, range]:
        """Return the rows of a region in force and of all regions inside it; or all rows."""
        if not digits:
            return range(len(self._upper)), range(len(self._villages))
        row = cast("int", self.row(digits))
        if len(digits) > 6:  # noqa: PLR2004 - a village
            return range(0), range(row, row + 1)
        last = int(digits.ljust(6, "9"))
        end = bisect_right(self._upper, last, row)
        return range(row, end), range(self._starts[row], self._starts[end])

    def upper_digits(self, row: int) -> str:
        """Return the digits of a row among levels 1 to 3."""
        digits = str(self._upper[row])
        if digits.endswith("0000"):
            return digits[:2]
        return digits[:4] if digits.endswith("00") else digits

    def village_digits(self, row: int) -> str:
        """Return the digits of a row among the villages."""
        above = bisect_right(self._starts, row) - 1
        return f"{self._upper[above]}{self._villages[row]}"

    def kinds(self, villages: range) -> Iterator[int]:
        """Yield the kind of each village, the first of its last four digits."""
        return (self._villages[row] // 1000 for row in villages)

    def _villages_of(self, row: int) -> Iterator[str]:
        above = self._upper[row]
        for village in range(self._starts[row], self._starts[row + 1]):
            yield f"{above}{self._villages[village]}"


def _sections(packed: Any) -> dict[str, range]:  # noqa: ANN401 - bytes or a map
    """Return the range of each section, or raise ValueError if the bytes are damaged."""
    from zlib import crc32  # noqa: PLC0415 - importing the package stays quick

    checksum = int.from_bytes(packed[8:12], "little")
    if packed[:8] != MAGIC or crc32(memoryview(packed)[12:]) != checksum:
        raise ValueError(_DAMAGED)
    at = 16 + int.from_bytes(packed[12:16], "little")
    found: dict[str, range] = {}
    for line in packed[16:at].decode().rstrip("\n").splitlines():
        name, size = line.split()
        found[name] = range(at, at + int(size))
        at += int(size) + -int(size) % 4
    if not found.keys() >= {*NUMBERS, LETTERS, *NAMES, *TABLES}:
        raise ValueError(_DAMAGED)
    return found


def _numbers(packed: Any, at: range, code: str, byteorder: str) -> Sequence[int]:  # noqa: ANN401 - as above
    section: Any = memoryview(packed)[at.start : at.stop]
    if byteorder == "little":
        return cast("Sequence[int]", section.cast(code))
    from array import array  # noqa: PLC0415 - as above

    swapped = array(code, bytes(section))
    swapped.byteswap()
    return swapped


def _sums(numbers: Sequence[int]) -> Sequence[int]:
    """Return 0, then the sum of the numbers up to each: of sizes, where each part begins."""
    from array import array  # noqa: PLC0415 - as above

    return array("I", accumulate(numbers, initial=0))


def _find(sorted_codes: Sequence[int], code: int, start: int, stop: int) -> int | None:
    row = bisect_left(sorted_codes, code, start, stop)
    return row if row < stop and sorted_codes[row] == code else None
