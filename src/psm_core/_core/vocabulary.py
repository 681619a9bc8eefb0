"""Base classes of all vocabularies: `Scheme` and `Term`."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from enum import Enum
from functools import cache
from typing import NamedTuple, NoReturn, Self, cast

from .._frozen import FrozenDict
from ..errors import parse_error, short_traceback
from .text import require_text, without_invisible

_LONGEST = 200
"""The most characters of a text that is compared with the spellings."""
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
_SEPARATORS = rf"[\s.:;()\[\]'\"`\u2018\u2019\u201c\u201d\u02bc_*]|{_DASH}"


class Scheme(NamedTuple):
    """The official list from which the terms of a vocabulary were taken.

    `id` never changes; `title` is the Indonesian name of the list; `source` is the act or the
    document that contains it. `numbered` says whether the source itself gives each entry the
    number or letter in `Term.code`. Otherwise the codes are those of this package.

    >>> from psm_core.terms import PASCategory, PPKSCategory
    >>> PPKSCategory.scheme.id, PASCategory.scheme.title
    ('ppks-26', 'Pemerlu Atensi Sosial, 12 kelompok')
    >>> PPKSCategory.FAKIR_MISKIN.scheme is PASCategory.FAKIR_MISKIN.scheme
    False
    """

    id: str
    title: str
    source: str
    numbered: bool = False


class Term(Enum):
    """One entry of a closed vocabulary.

    A member's name is the word of the source in capitals. Its value is the *slug* for documents:
    the same word in lower case with dashes. Where a list has versions, the id of the list comes
    first (``ppks-26:anak-jalanan``).

    >>> from psm_core.terms import PPKSCategory, Sex
    >>> Sex.parse("Pr"), Sex.parse("2"), Sex("perempuan").gloss
    (<Sex.PEREMPUAN: 'perempuan'>, <Sex.PEREMPUAN: 'perempuan'>, 'female')
    >>> PPKSCategory.parse("pemulung").value
    'ppks-26:pemulung'
    """

    _value_: str
    scheme: Scheme
    """The list this term belongs to."""
    aliases: Mapping[str, str]
    """Other spellings in files → the name of the member."""
    code: str
    """The number or letter, as text: of the source if `scheme.numbered`, else of this package."""
    label: str
    """The Indonesian name, for display."""
    gloss: str
    """The meaning in English, an interpretation; the Indonesian label is authoritative."""

    _sources: Mapping[str, str]
    """Name of a member → its own act or document, where it is not that of the scheme."""

    def __init_subclass__(
        cls,
        *,
        scheme: Scheme,
        aliases: Mapping[str, str] | None = None,
        sources: Mapping[str, str] | None = None,
        qualified: bool = False,
    ) -> None:
        """Set the scheme and the aliases, and derive each slug from the name of its member.

        `sources` has the act or document of each member that does not rest on the source of the
        scheme, with the article or number there. With `qualified`, a slug begins with the id of
        the scheme: ``ppks-26:anak-jalanan``.

        Raises:
            ValueError: `sources` names no member of the vocabulary.

        """
        super().__init_subclass__()
        cls.scheme = scheme
        cls.aliases = FrozenDict(aliases or {})
        cls._sources = FrozenDict(sources or {})
        if not cls._sources.keys() <= cls.__members__.keys():
            raise ValueError(f"sources of {cls.__name__} must be named like its members")
        prefix = f"{scheme.id}:" if qualified else ""
        # The value of each member is still its tuple from the class body; replace it by the slug.
        cls._value2member_map_.clear()
        for name, member in cls.__members__.items():
            member._value_ = prefix + name.lower().replace("_", "-")
            cls._value2member_map_[member._value_] = member
        for name in ("__setattr__", "__delattr__"):  # members are immutable from now on
            setattr(cls, name, _refuse_change)

    def __new__(cls, code: str, label: str, gloss: str, *_: object) -> Self:
        """Create a member. A vocabulary with more attributes has further arguments."""
        member = object.__new__(cls)
        member.code, member.label, member.gloss = code, label, gloss
        return member

    @classmethod
    @short_traceback
    def _missing_(cls, value: object) -> NoReturn:
        require_text(value)
        raise parse_error("term.unknown")

    @property
    def source(self) -> str:
        """The act or document with this term, and its number or letter where the act has one."""
        if self.name in self._sources:
            return self._sources[self.name]
        if not self.scheme.numbered:
            return self.scheme.source
        mark = ", no." if self.code.isdecimal() else " huruf"
        return f"{self.scheme.source}{mark} {self.code}"

    @property
    def spellings(self) -> tuple[str, ...]:
        """The slug, name and label; `aliases` has the spellings of other lists."""
        return self.value, self.name, self.label

    @classmethod
    @short_traceback
    def parse(cls, text: str, /) -> Self:
        """Return the member with a slug, name, label, code or other known spelling.

        A slug may omit the id of the list, and a code may have a leading zero (``02``). The
        abbreviations *blm*, *kary*, *peg*, *sdh* and *tdk* are expanded. Several spellings in one
        text (``2. Kawin``, ``Kawin (2)``, ``LUT - Lanjut Usia Terlantar``) are accepted if all
        mean the same member. A part that is unknown is accepted if it is the initials of the other.

        Raises:
            ParseError: ``term.unknown``, ``type.text``.

        """
        written = require_text(text)
        found = _member(cls, written) if len(written) <= _LONGEST else None
        if found is None:
            raise parse_error("term.unknown")
        return cast("Self", found)


def _refuse_change(member: Term, name: str, *_: object) -> NoReturn:
    raise AttributeError(f"{type(member).__name__} is immutable; {name} cannot be changed")


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


def _member(vocabulary: type[Term], text: str) -> Term | None:
    """Return the member that a text means, as a whole or in each of its parts."""
    known = _members_by_spelling(vocabulary)
    found = known.get(normalize_spelling(text))
    if found is not None:
        return None if _has_two_meanings(known, text) else found
    expanded = re.sub(
        _ABBREVIATION, lambda one: _ABBREVIATIONS[one[1].lower()], text, flags=re.IGNORECASE
    )
    if expanded != text:
        found = known.get(normalize_spelling(expanded))
    return found or _member_in_each_part(vocabulary, expanded)


def _has_two_meanings(known: Mapping[str, Term], text: str) -> bool:
    """Return whether brackets or dashes divide a text into two members, as in ``A (B)``."""
    for parts in _divisions(text) if re.search(_DIVIDER, text) else ():
        members = {known.get(normalize_spelling(part)) for part in parts}
        if None not in members and len(members) > 1:
            return True
    return False


def _member_in_each_part(vocabulary: type[Term], text: str) -> Term | None:
    """Return the only member that both parts of a text mean, wherever the text is divided."""
    found: set[Term] = set()
    for before, after in _divisions(text):
        first, second = _member(vocabulary, before), _member(vocabulary, after)
        if first is None and _is_abbreviation(before, after):
            first = second
        elif second is None and _is_abbreviation(after, before):
            second = first
        if first is not None and first is second:
            found.add(first)
    return found.pop() if len(found) == 1 else None


def _divisions(text: str) -> Iterator[tuple[str, str]]:
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


def _is_abbreviation(text: str, words: str) -> bool:
    """Return whether a text consists of the initials of words, with or without connectives."""
    letters = text.replace(".", "").strip().casefold()
    every = re.findall(_WORD, words.casefold())
    usual = [word for word in every if word not in _CONNECTIVES]
    return len(letters) >= _FEWEST_INITIALS and letters in {
        "".join(word[0] for word in some) for some in (every, usual)
    }


@cache
def _members_by_spelling(vocabulary: type[Term]) -> dict[str, Term]:
    found: dict[str, Term] = {}
    for member in vocabulary:
        for text in member.spellings:
            found[normalize_spelling(text)] = member
    for member in vocabulary:  # a label such as "A" takes precedence over a code
        found.setdefault(normalize_spelling(member.code), member)
        if member.code.isdecimal():
            found.setdefault(member.code.zfill(2), member)
    for alias, name in vocabulary.aliases.items():
        found.setdefault(normalize_spelling(alias), vocabulary[name])
    return found
