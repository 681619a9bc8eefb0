"""The packed table of regions: how it is laid out, and how a row is found without unpacking it.

Layout, little-endian: `MAGIC`, the length of the head, the head (JSON, padded to 4), and then the
sections of the head's `sizes` one after the other, each padded to 4:

- `upper`     u32  codes of levels 1 to 3 as six digits (63 is 630000), in order
- `starts`    u32  for each of those and one more: its first row among the villages
- `villages`  u16  last four digits of each village, in order within its kecamatan
- `upper_at`, `upper_names`, `village_at`, `village_names`: the names, each ended by a newline,
  and the offset (u32) of every 16th
- `old`, `new`  u32  retired codes in order, and what replaced each; `act` u8, which act did it
"""

import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, Final, cast

from .errors import PsmError

MAGIC: Final = b"psm-reg1"
SECTIONS: Final[Mapping[str, str]] = {
    "upper": "I",
    "starts": "I",
    "villages": "H",
    "upper_at": "I",
    "upper_names": "B",
    "village_at": "I",
    "village_names": "B",
    "old": "I",
    "new": "I",
    "act": "B",
}
STRIDE: Final = 16
_PROVINCE, _REGENCY = 10_000, 100
_DAMAGED = "the packaged table of regions is damaged: install psm-core again"


class PackedRegions:
    """Look-ups over the packed bytes. Codes are digits here: 6 (with zeros) or 10."""

    def __init__(self, packed: memoryview, byteorder: str = sys.byteorder) -> None:
        """Find the sections; nothing of them is read yet.

        Raises:
            PsmError: the table is damaged.

        """
        try:
            head, found = _opened(packed, byteorder)
        except (KeyError, TypeError, ValueError):
            raise PsmError(_DAMAGED) from None
        self.head: dict[str, Any] = head
        self._upper, self._starts = found["upper"], found["starts"]
        self._villages = found["villages"]
        self._old, self._new, self._act = found["old"], found["new"], found["act"]
        self._upper_names = Names(found["upper_names"], found["upper_at"])
        self._village_names = Names(found["village_names"], found["village_at"])

    def __len__(self) -> int:
        """Return how many regions there are."""
        return len(self._upper) + len(self._villages)

    def name(self, digits: str) -> str | None:
        """Return the name of a region, or None when there is no such row."""
        row = _find(self._upper, _six(digits))
        if row is None or len(digits) <= 6:  # noqa: PLR2004 - levels 1 to 3
            return None if row is None else self._upper_names[row]
        village = _find(self._villages, int(digits[6:]), self._starts[row], self._starts[row + 1])
        return None if village is None else self._village_names[village]

    def rows(self) -> Iterator[str]:
        """Yield the digits of every region in order."""
        for row in range(len(self._upper)):
            yield self._upper_digits(row)
            yield from self._villages_of(row)

    def children(self, digits: str) -> Iterator[str]:
        """Yield the digits of the regions right below one, in order; of none, the provinces."""
        if len(digits) >= 6:  # noqa: PLR2004 - a kecamatan, or a village, which has none
            row = _find(self._upper, int(digits))
            yield from () if row is None else self._villages_of(row)
            return
        step = {0: _PROVINCE, 2: _REGENCY, 4: 1}[len(digits)]
        first = int((digits or "0").ljust(6, "0"))
        last = first + step * 100 if digits else 10**6
        start, end = bisect_left(self._upper, first + 1), bisect_left(self._upper, last)
        for row in range(start, end):
            if self._upper[row] % step == 0:
                yield self._upper_digits(row)

    def below(self, digits: str) -> Iterator[str]:
        """Yield the digits of all regions inside one, in order."""
        for child in self.children(digits):
            yield child
            if len(child) <= 6:  # noqa: PLR2004 - a village has nothing below it
                yield from self.below(child)

    def successor(self, digits: str) -> tuple[str, str] | None:
        """Return the digits that replaced a retired code, and the act, or None."""
        row = _find(self._old, _six(digits))
        if row is None:
            return None
        return _trimmed(self._new[row]), self.head["acts"][self._act[row]]

    def named(self, needle: str) -> Iterator[str]:
        """Yield the digits of the regions whose name contains a text, whatever its case.

        A name that is the text comes first, then one that begins with it, then one that contains
        it; among those the larger regions, then the lower codes. Found as they are asked for.
        """
        seen: set[str] = set()
        for pattern in (f"\n{needle}\n", f"\n{needle}", needle):
            upper = map(self._upper_digits, self._upper_names.containing(pattern))
            villages = map(self._village_digits, self._village_names.containing(pattern))
            for digits in chain(sorted(upper, key=len), villages):
                if digits not in seen:
                    seen.add(digits)
                    yield digits

    def _upper_digits(self, row: int) -> str:
        return _trimmed(self._upper[row])

    def _village_digits(self, row: int) -> str:
        above = bisect_right(self._starts, row) - 1
        return f"{self._upper[above]}{self._villages[row]}"

    def _villages_of(self, row: int) -> Iterator[str]:
        for village in range(self._starts[row], self._starts[row + 1]):
            yield f"{self._upper[row]}{self._villages[village]}"


class Names:
    """Names one after another, found by their row or by what they contain."""

    def __init__(self, text: Sequence[int], offsets: Sequence[int]) -> None:
        """Keep the two sections."""
        self._text, self._offsets = text, offsets
        self._lowered: bytes | None = None

    def __getitem__(self, row: int) -> str:
        """Return the name in a row."""
        block = row // STRIDE
        ends = self._offsets[block : block + 2]
        stop = ends[1] if len(ends) > 1 else len(self._text)
        return bytes(self._text[ends[0] : stop]).split(b"\n", row % STRIDE + 1)[-2].decode()

    def containing(self, pattern: str) -> Iterator[int]:
        """Yield each row whose name contains a text, whatever its case.

        A newline before or after the text holds it to the beginning or the end of the name.
        """
        if self._lowered is None:  # twice the same, should two threads come at once
            self._lowered = b"\n" + bytes(self._text).decode().lower().encode()
        text, sought = self._lowered, pattern.lower().encode("utf-8", "replace")
        at = text.find(sought)
        while at >= 0:
            block = bisect_right(self._offsets, at) - 1
            yield block * STRIDE + text.count(b"\n", self._offsets[block], at + 1) - 1
            at = text.find(sought, text.find(b"\n", at + 1))


def _opened(packed: memoryview, byteorder: str) -> tuple[dict[str, Any], dict[str, Sequence[int]]]:
    """Return the head and the sections, or raise a ValueError when they are not all there."""
    import json  # noqa: PLC0415 - importing the package stays quick

    at = 12 + int.from_bytes(packed[8:12], "little")
    if bytes(packed[:8]) != MAGIC:
        raise ValueError(_DAMAGED)
    head: dict[str, Any] = json.loads(bytes(packed[12:at]))
    found: dict[str, Sequence[int]] = {}
    for name, code in SECTIONS.items():
        size = head["sizes"][name]
        found[name] = _numbers(packed[at : at + size], code, byteorder)
        at += size + -size % 4
    if at != len(packed):
        raise ValueError(_DAMAGED)
    return head, found


def _numbers(section: memoryview, code: str, byteorder: str) -> Sequence[int]:
    if byteorder == "little":
        numbers: Any = section
        return cast("Sequence[int]", numbers.cast(code))
    from array import array  # noqa: PLC0415 - as above

    swapped = array(code, bytes(section))
    swapped.byteswap()
    return swapped


def _find(
    sorted_codes: Sequence[int], code: int, start: int = 0, end: int | None = None
) -> int | None:
    stop = len(sorted_codes) if end is None else end
    row = bisect_left(sorted_codes, code, start, stop)
    return row if row < stop and sorted_codes[row] == code else None


def _six(digits: str) -> int:
    """Return the code of levels 1 to 3 as the table has it; -1 where a number is 00.

    No region has the number 00; in the table it stands for "none".
    """
    if digits[2:4] == "00" or digits[4:6] == "00":
        return -1
    return int(digits[:6].ljust(6, "0"))


def _trimmed(code: int) -> str:
    if code % _PROVINCE == 0:
        return str(code // _PROVINCE)
    return str(code // _REGENCY) if code % _REGENCY == 0 else str(code)
