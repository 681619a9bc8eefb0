"""Spellings of words: comparing them, and dividing a text into words of one meaning."""

import re
import unicodedata
from collections.abc import Iterator

from .text import without_invisible

# These patterns are compiled when the first word is parsed, so that importing stays quick.
_DASH = "[-\u02d7\u2010-\u2015\u2212\u2796\ufe63\uff0d]"
_WRAP = r"[\s.()\[\]'\"\u2018\u2019\u201c\u201d]*"
"""Blanks, dots, brackets and quotation marks around a sign."""
_SIGN_BEHIND = rf"(?<=[a-z]){_WRAP}{_DASH}+{_WRAP}$"
"""The minus of the blood group ``A (-)``."""
_SIGN_BEFORE = rf"^{_WRAP}{_DASH}{_WRAP}(?=[0-9])"
"""The minus of ``-1``."""
_BETWEEN_DIGITS = r"(?<=[0-9])[\W_]+(?=[0-9])"
_BETWEEN_NUMERALS = r"\b([ivx]+)[\W_]+(?=[ivx]+\b)"
_ABBREVIATIONS = {
    "blm": "belum",
    "kary": "karyawan",
    "peg": "pegawai",
    "sdh": "sudah",
    "tdk": "tidak",
}
_ABBREVIATION = rf"\b({'|'.join(_ABBREVIATIONS)})\b\.?"
_CODE_FIRST = rf"\s*\(?([0-9]{{1,2}})\s*(?:[.):]|{_DASH})\s*([^\W\d_].*)"
"""A code and a word, such as ``2. Kawin``."""
_BRACKETS_LAST = r"(.*[^\W_].*)[(\[]([^()\[\]]+)[)\]][\s.]*"
"""A word and another in brackets, such as ``Perempuan (P)`` or ``Kawin (2)``."""
_BRACKETS_FIRST = r"\s*[(\[]([^()\[\]]+)[)\]](.*[^\W_].*)"
"""The same in the opposite order, such as ``(LUT) Lanjut Usia Terlantar``."""
_SHORT = r"[A-Z][A-Z0-9]{1,9}"
_SHORT_LAST = rf"(.*[^\W_])[\s,]+({_SHORT})\s*"
"""A word and its abbreviation without a sign, such as ``Lanjut Usia Terlantar LUT``."""
_SHORT_FIRST = rf"\s*({_SHORT})[\s,]+(.*[^\W_].*)"
_SIGN_BETWEEN = rf"{_DASH}|[/|:=]"
"""A sign between two words of one meaning, such as ``LKS / Lembaga Kesejahteraan Sosial``."""
_DIVIDER = rf"[(\[:]|\s{_DASH}+\s"
"""A sign that comparing spellings ignores."""
_LETTER_FIRST = r"[\W_]*[^\W\d_]"
_WORD = r"[^\W\d_][\w'\u2019]*"
_CONNECTIVES = frozenset(
    {"atau", "dan", "dari", "dengan", "di", "ke", "oleh", "pada", "untuk", "yang"}
)
"""Words that an abbreviation may leave out."""
_MOST_SIGNS = 3
"""The most signs between words of a text that is divided at them."""
_FEWEST_INITIALS = 2
_SEPARATORS = rf"[\s.:;()\[\]'\"`\u2018\u2019\u201c\u201d\u02bc_*\u00b7\u2022\u25aa\u25cf]|{_DASH}"


def normalize_spelling(text: str) -> str:
    """Return a text without case, blanks, dashes and accents, to compare spellings of a word.

    What can change the meaning stays:

    - letters of every script, and symbols such as ``%``;
    - a slash, and a comma, which becomes a slash;
    - a gap between digits or Roman numerals, which becomes a slash: ``1.0``, as spreadsheets write
      a code, is not ``10``, and diploma ``I-II`` is not ``III``;
    - a minus before a digit or after the last letter, which becomes ``+minus``: blood group
      ``A (-)`` is not ``A``.
    """
    plain = unicodedata.normalize("NFKD", without_invisible(text)).casefold().strip()
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    plain = re.sub(_SIGN_BEHIND, "+minus", plain)
    plain = re.sub(_SIGN_BEFORE, "+minus", plain).replace(",", "/")
    plain = re.sub(_BETWEEN_DIGITS, "/", plain)
    plain = re.sub(_BETWEEN_NUMERALS, r"\1/", plain)
    return re.sub(_SEPARATORS, "", plain)


def expanded_text(text: str) -> str:
    """Return a text with its abbreviations expanded, such as *tdk* to *tidak*."""
    return re.sub(
        _ABBREVIATION, lambda one: _ABBREVIATIONS[one[1].lower()], text, flags=re.IGNORECASE
    )


def is_divided(text: str) -> bool:
    """Return whether a text has brackets or a sign that comparing spellings ignores."""
    return re.search(_DIVIDER, text) is not None


def divisions(text: str) -> Iterator[tuple[str, str]]:
    """Yield each pair of parts: a code and a word, before and in brackets, around a sign."""
    for pattern in (_CODE_FIRST, _BRACKETS_LAST, _BRACKETS_FIRST):
        divided = re.fullmatch(pattern, text)
        if divided is not None:
            yield divided[1], divided[2]
    signs = list(re.finditer(_SIGN_BETWEEN, text))
    for sign in signs if len(signs) <= _MOST_SIGNS else ():
        before, after = text[: sign.start()], text[sign.end() :]
        if re.match(_LETTER_FIRST, before) and re.match(_LETTER_FIRST, after):
            yield before, after


def words_and_abbreviation(text: str) -> Iterator[tuple[str, str]]:
    """Yield words and the abbreviation behind or before them, with no sign between."""
    if behind := re.fullmatch(_SHORT_LAST, text):
        yield behind[1], behind[2]
    if before := re.fullmatch(_SHORT_FIRST, text):
        yield before[2], before[1]


def is_abbreviation(text: str, words: str) -> bool:
    """Return whether a text consists of the initials of words, with or without connectives."""
    letters = text.replace(".", "").strip().casefold()
    every = re.findall(_WORD, words.casefold())
    usual = [word for word in every if word not in _CONNECTIVES]
    return len(letters) >= _FEWEST_INITIALS and letters in {
        "".join(word[0] for word in some) for some in (every, usual)
    }
