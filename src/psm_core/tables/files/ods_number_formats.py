"""The formats of numbers and dates of an ods, as the codes of an xlsx."""

import re
from collections.abc import Mapping
from typing import Final

_NUMBER: Final = "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0 "
_STYLE_NAME: Final = "urn:oasis:names:tc:opendocument:xmlns:style:1.0 name"
_PARTS: Final[Mapping[str, tuple[str, str]]] = {
    "day": ("d", "dd"),
    "month": ("m", "mm"),
    "year": ("yy", "yyyy"),
    "day-of-week": ("ddd", "dddd"),
    "hours": ("h", "hh"),
    "minutes": ("m", "mm"),
    "seconds": ("s", "ss"),
    "am-pm": ("AM/PM", "AM/PM"),
    "text-content": ("@", "@"),
}
"""Element of a format → its code, in the short and the long style."""
_STYLES: Final = frozenset(
    f"{_NUMBER}{kind}-style"
    for kind in ("date", "time", "number", "percentage", "currency", "text")
)
_TEXTS: Final = frozenset({f"{_NUMBER}text", f"{_NUMBER}currency-symbol"})
_PLAIN_TEXT: Final = r"[ \-/.,:()%]*"
_MAX_DECIMALS: Final = 15


class NumberFormats:
    """Reads the elements of formats. One with an element that is not known is left out."""

    def __init__(self) -> None:
        """Start without formats."""
        self.codes: dict[str, str] = {}
        """Name of a format → its code."""
        self._name: str | None = None
        self._code: list[str] = []
        self._text: list[str] | None = None
        self._is_known = True

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take the begin of an element."""
        if name in _STYLES:
            self._name = attributes.get(_STYLE_NAME)
            self._code = []
            self._is_known = True
        elif self._name is None or not name.startswith(_NUMBER):
            return
        elif name in _TEXTS:
            self._text = []
        elif (kind := name.removeprefix(_NUMBER)) == "number":
            self._add_number(attributes)
        elif kind == "month" and attributes.get(f"{_NUMBER}textual") == "true":
            self._code.append("mmmm" if _is_long(attributes) else "mmm")
        elif kind in _PARTS:
            self._code.append(_PARTS[kind][_is_long(attributes)])
        else:
            self._is_known = False

    def characters(self, text: str) -> None:
        """Take a text."""
        if self._text is not None:
            self._text.append(text)

    def end(self, name: str) -> None:
        """Take the end of an element."""
        if name in _STYLES:
            code = "".join(self._code)
            if self._name is not None and self._is_known and code:
                self.codes[self._name] = code
            self._name = None
        elif self._text is not None and name in _TEXTS:
            text = "".join(self._text).replace('"', "")
            self._code.append(text if re.fullmatch(_PLAIN_TEXT, text) else f'"{text}"')
            self._text = None

    def _add_number(self, attributes: Mapping[str, str]) -> None:
        """Add the digits; a format without a number of decimals is the general one."""
        decimals = _digits(attributes, "decimal-places")
        if decimals is None:
            self._is_known = False
            return
        whole = "0" * (_digits(attributes, "min-integer-digits") or 0) or "#"
        if attributes.get(f"{_NUMBER}grouping") == "true":
            whole = "#,##" + whole
        self._code.append(f"{whole}.{'0' * decimals}" if decimals else whole)


def _is_long(attributes: Mapping[str, str]) -> bool:
    return attributes.get(f"{_NUMBER}style") == "long"


def _digits(attributes: Mapping[str, str], name: str) -> int | None:
    text = attributes.get(_NUMBER + name, "")
    return min(int(text), _MAX_DECIMALS) if re.fullmatch("[0-9]{1,3}", text) else None
