"""Base classes of all vocabularies: `Scheme` and `Term`."""

import re
import unicodedata
from collections.abc import Mapping
from enum import Enum
from functools import cache
from typing import NamedTuple, NoReturn, Self, cast

from .._frozen import FrozenDict
from ..errors import parse_error, short_traceback
from .text import require_text, without_invisible

# Patterns are compiled when the first word is parsed, so that importing stays quick.
_LONGEST = 200
_DASH = "[-\u02d7\u2010-\u2015\u2212\u2796\ufe63\uff0d]"
_WRAP = r"[\s.()\[\]'\"\u2018\u2019\u201c\u201d]*"
_SIGN_BEHIND = rf"(?<=[a-z]){_WRAP}{_DASH}+{_WRAP}$"
_SIGN_BEFORE = rf"^{_WRAP}{_DASH}{_WRAP}(?=[0-9])"
_BETWEEN_DIGITS = r"(?<=[0-9])[\W_]+(?=[0-9])"
_BETWEEN_NUMERALS = r"\b([ivx]+)[\W_]+(?=[ivx]+\b)"
_SHORT_WORDS = {
    "blm": "belum",
    "kary": "karyawan",
    "peg": "pegawai",
    "sdh": "sudah",
    "tdk": "tidak",
}
_SHORT_WORD = rf"\b({'|'.join(_SHORT_WORDS)})\b\.?"
_CODE_FIRST = rf"\s*\(?([0-9]{{1,2}})\s*(?:[.):]|{_DASH})\s*([^\W\d_].*)"
_BRACKETS_LAST = r"(.*[^\W_].*)\(([^()]+)\)\s*"
_SEPARATORS = rf"[\s.:;()\[\]'\"`\u2018\u2019\u201c\u201d\u02bc_*]|{_DASH}"


class Scheme(NamedTuple):
    """The list that a term belongs to.

    `id` is stable; `title` is the Indonesian name of the list; `source` is the act or the
    document it was taken from.

    >>> from psm_core.terms import PASCategory, PPKSCategory
    >>> PPKSCategory.scheme.id, PASCategory.scheme.title
    ('ppks-26', 'Pemerlu Atensi Sosial, 12 kelompok')
    >>> PPKSCategory.FAKIR_MISKIN.scheme is PASCategory.FAKIR_MISKIN.scheme
    False
    """

    id: str
    title: str
    source: str


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
    """The official code or number, as text."""
    label: str
    """The Indonesian name, for display."""
    gloss: str
    """The meaning in English, an interpretation; the Indonesian label is authoritative."""

    def __init_subclass__(
        cls, *, scheme: Scheme, aliases: Mapping[str, str] | None = None, qualified: bool = False
    ) -> None:
        """Set the scheme and the aliases, and derive each slug from the name of its member."""
        super().__init_subclass__()
        cls.scheme = scheme
        cls.aliases = FrozenDict(aliases or {})
        prefix = f"{scheme.id}:" if qualified else ""
        # Python has created the members with their rows as values; replace these by the slugs.
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
        """The act or document with this term, and its number or letter there."""
        if self.code.isdecimal():
            return f"{self.scheme.source}, no. {self.code}"
        return f"{self.scheme.source} huruf {self.code}"

    @property
    def spellings(self) -> tuple[str, ...]:
        """The slug, name and label; `aliases` has the spellings of other lists."""
        return self.value, self.name, self.label

    @classmethod
    @short_traceback
    def parse(cls, text: str, /) -> Self:
        """Return the member with a slug, name, label, code or other known spelling.

        A slug may omit the id of the list, and a code may have two digits. *Blm*, *tdk* and *sdh*
        are expanded. A code before or after a word (``2. Kawin``) is accepted if both mean the same
        member.

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

    Differences in meaning stay: a slash or a comma, a gap between digits (``1.0``, as spreadsheets
    write a code, is not ``10``) or between numerals (diploma ``I-II`` is not ``III``), a sign
    before a digit, a minus after a last letter (blood group ``A (-)`` is not ``A``), letters of any
    script, symbols such as ``%``.
    """
    plain = unicodedata.normalize("NFKD", without_invisible(text)).casefold().strip()
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    plain = re.sub(_SIGN_BEHIND, "+minus", plain)
    plain = re.sub(_SIGN_BEFORE, "+minus", plain).replace(",", "/")
    plain = re.sub(_BETWEEN_DIGITS, "/", plain)
    plain = re.sub(_BETWEEN_NUMERALS, r"\1/", plain)
    return re.sub(_SEPARATORS, "", plain)


def _member(vocabulary: type[Term], text: str) -> Term | None:
    """Return the member for a text, or for both of its two parts."""
    known = _members_by_spelling(vocabulary)
    found = known.get(normalize_spelling(text))
    if found is not None:
        return found
    plain = re.sub(_SHORT_WORD, lambda one: _SHORT_WORDS[one[1].lower()], text, flags=re.IGNORECASE)
    parts = re.fullmatch(_CODE_FIRST, plain) or re.fullmatch(_BRACKETS_LAST, plain)
    if parts is None:
        return known.get(normalize_spelling(plain))
    members = {known.get(normalize_spelling(part)) for part in parts.groups()}
    return members.pop() if len(members) == 1 else known.get(normalize_spelling(plain))


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
