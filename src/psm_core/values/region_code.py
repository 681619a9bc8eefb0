"""Codes of regions in three systems: the home ministry's, the statistics office's and ISO 3166-2.

The ministry and the statistics office both have ten digits for a village, with different meanings.
So each system has its own type, and digits without dots need `RegionCode.from_digits` or `BPSCode`.
"""

import re
from typing import Any, ClassVar, Self, final

from .._core.text import LazyPattern, is_digits, normalize_text, require_text
from .._core.text_value import TextValue, of_valid_text
from ..errors import Issue, parse_error, short_traceback
from ..terms import RegionKind, RegionLevel

__all__ = ["BPSCode", "ISOCode", "RegionCode"]

_PATTERN = LazyPattern(r"[1-9][0-9](\.[0-9]{2}(\.[0-9]{2}(\.[123][0-9]{3})?)?)?")
_BPS_PATTERN = LazyPattern("[1-9][0-9]([0-9]{2}|[0-9]{5}|[0-9]{8})?")
_ISO_PATTERN = LazyPattern("ID-[A-Z]{2}")
_LEVEL_BY_LENGTH = {
    2: RegionLevel.PROVINCE,
    5: RegionLevel.REGENCY,
    8: RegionLevel.DISTRICT,
    13: RegionLevel.VILLAGE,
}
_LEVEL_BY_BPS_LENGTH = {
    2: RegionLevel.PROVINCE,
    4: RegionLevel.REGENCY,
    7: RegionLevel.DISTRICT,
    10: RegionLevel.VILLAGE,
}
_VILLAGE_KINDS = {"1": RegionKind.KELURAHAN, "2": RegionKind.DESA, "3": RegionKind.DESA_ADAT}
_ZEROS_LOST = r"(?=.*\b[0-9]\b)[1-9][0-9]?\.[0-9]{1,2}(\.[0-9]{1,2}(\.[123][0-9]{3})?)?"
_JAKARTA = "31"
_FIRST_KOTA = "71"


@final
class RegionCode(TextValue):
    """Code of a region in the home ministry's system (Kemendagri).

    Layout ``PP.KK.CC.DDDD``: province, kabupaten or kota (01-69, 71-99), kecamatan, and the
    village, whose first digit is its kind (1 kelurahan, 2 desa, 3 desa adat). A valid code
    need not be in force: look it up in a `RegionRegistry`.

    Raises:
        ParseError: ``region_code.format``, ``region_code.undotted``, ``region_code.zeros_lost``.

    Source: Permendagri 58/2021.

    >>> code = RegionCode.parse("63.10.09.2005")
    >>> code.level.name, code.kind.name, code.parent
    ('VILLAGE', 'DESA', RegionCode('63.10.09'))

    """

    __slots__ = ()
    pattern: ClassVar[str] = _PATTERN.pattern
    _shared: ClassVar[dict[str, Any] | None] = {}

    @classmethod
    @short_traceback
    def from_digits(cls, digits: str, /) -> Self:
        """Return the code with these 2, 4, 6 or 10 digits of the home ministry's system.

        >>> RegionCode.from_digits("6310092005")
        RegionCode('63.10.09.2005')
        """
        text = require_text(digits).strip()
        if not is_digits(text) or len(text) not in {level.digits for level in RegionLevel}:
            raise parse_error("region_code.format")
        return cls(_dotted(text))

    @staticmethod
    def _issue(text: str) -> Issue | None:
        if _PATTERN.fullmatch(text):
            return None
        if re.fullmatch(_ZEROS_LOST, text):
            return Issue("region_code.zeros_lost")
        if not (is_digits(text) and len(text) in {4, 6, 7, 10}):
            return Issue("region_code.format")
        dotted = ".".join(re.findall("..", text))
        if _may_be_shown(text) and _PATTERN.fullmatch(dotted):
            return Issue("region_code.undotted", params={"dotted": dotted})
        return Issue("region_code.undotted")

    @property
    def digits(self) -> str:
        """The code without dots."""
        return self._text.replace(".", "")

    @property
    def level(self) -> RegionLevel:
        """The level (province, regency, district or village)."""
        return _LEVEL_BY_LENGTH[len(self._text)]

    @property
    def kind(self) -> RegionKind:
        """The legal kind, which the code determines."""
        match self.level:
            case RegionLevel.PROVINCE:
                return RegionKind.PROVINSI
            case RegionLevel.REGENCY:
                return _kind_of_regency(self._text)
            case RegionLevel.DISTRICT:
                return RegionKind.KECAMATAN
            case _:
                return _VILLAGE_KINDS[self._text[9]]

    @property
    def parent(self) -> "RegionCode | None":
        """The code of the region around this one; None for a province."""
        head, dot, _ = self._text.rpartition(".")
        return RegionCode(head) if dot else None

    @property
    def ancestors(self) -> "tuple[RegionCode, ...]":
        """The codes of the regions around this one, the smallest first."""
        parent = self.parent
        return () if parent is None else (parent, *parent.ancestors)

    def is_within(self, other: "RegionCode") -> bool:
        """Return whether this region is the other one or inside it."""
        return self == other or self._text.startswith(f"{other}.")


def code_of_digits(digits: str, /) -> RegionCode:
    """Return the code with digits of a table of regions, which are right, without a check."""
    return of_valid_text(RegionCode, _dotted(digits))


def _dotted(digits: str) -> str:
    return f"{digits[:2]}.{digits[2:4]}.{digits[4:6]}.{digits[6:]}".rstrip(".")


def _may_be_shown(digits: str) -> bool:
    """Return whether an error may contain digits: not a telephone number or a date of birth."""
    is_date = "01" <= digits[:2] <= "31" and "01" <= digits[2:4] <= "12"
    return len(digits) == RegionLevel.REGENCY.digits or (
        len(digits) == RegionLevel.DISTRICT.digits and not is_date
    )


def _kind_of_regency(code: str) -> RegionKind:
    is_kota = code[3:] >= _FIRST_KOTA
    if code.startswith(_JAKARTA):
        return RegionKind.KOTA_ADMINISTRASI if is_kota else RegionKind.KABUPATEN_ADMINISTRASI
    return RegionKind.KOTA if is_kota else RegionKind.KABUPATEN


@final
class BPSCode(TextValue):
    """Code of a region in the system of Statistics Indonesia (BPS): 2, 4, 7 or 10 digits.

    Raises:
        ParseError: ``bps_code.format``.

    >>> BPSCode.parse("6310031").level.name
    'DISTRICT'

    """

    __slots__ = ()
    pattern: ClassVar[str] = _BPS_PATTERN.pattern

    @staticmethod
    def _issue(text: str) -> Issue | None:
        return None if _BPS_PATTERN.fullmatch(text) else Issue("bps_code.format")

    @property
    def level(self) -> RegionLevel:
        """The level (province, regency, district or village)."""
        return _LEVEL_BY_BPS_LENGTH[len(self._text)]


@final
class ISOCode(TextValue):
    """Code of a province in ISO 3166-2, such as ``ID-KS``.

    Raises:
        ParseError: ``iso_code.format``.

    >>> ISOCode.parse("id-ks")
    ISOCode('ID-KS')

    """

    __slots__ = ()
    pattern: ClassVar[str] = _ISO_PATTERN.pattern

    @classmethod
    def _clean(cls, text: str) -> str:
        return normalize_text(text).upper()

    @staticmethod
    def _issue(text: str) -> Issue | None:
        return None if _ISO_PATTERN.fullmatch(text) else Issue("iso_code.format")
