"""What every vocabulary of the house is made of: `Scheme` and `Term`."""

import re
import unicodedata
from collections.abc import Mapping
from enum import Enum
from functools import cache
from typing import NamedTuple, NoReturn, Self, cast

from .._frozen import FrozenDict
from ..errors import parse_error, short_traceback
from .text import require_text, seen

# Compiled when the first word is read, not at import.
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
_CODE_BEFORE = rf"\s*\(?([0-9]{{1,2}})\s*(?:[.):]|{_DASH})\s*([^\W\d_].*)"
_BEHIND_IN_BRACKETS = r"(.*[^\W_].*)\(([^()]+)\)\s*"
_SEPARATORS = rf"[\s.:;()\[\]'\"`\u2018\u2019\u201c\u201d\u02bc_*]|{_DASH}"


class Scheme(NamedTuple):
    """The list a term belongs to.

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

    The member's name is the source's own word in capitals. Its value is what stands in
    documents: the *slug*, which is the same word in lower case with dashes, and in front of it
    the id of the list where lists have versions (``ppks-26:anak-jalanan``).

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
    """Other spellings met in files, each with the member name it stands for."""
    code: str
    """The official code or number, as text."""
    label: str
    """The Indonesian name, for people."""
    gloss: str
    """What it means in English. A translation is an interpretation; the label is the law."""

    def __init_subclass__(
        cls, *, scheme: Scheme, aliases: Mapping[str, str] | None = None, qualified: bool = False
    ) -> None:
        """Note the scheme and the old spellings, and let each slug follow from its name."""
        super().__init_subclass__()
        cls.scheme = scheme
        cls.aliases = FrozenDict(aliases or {})
        prefix = f"{scheme.id}:" if qualified else ""
        # Python has made the members by now and knows each by its row; the slug takes its place.
        cls._value2member_map_.clear()
        for name, member in cls.__members__.items():
            member._value_ = prefix + name.lower().replace("_", "-")
            cls._value2member_map_[member._value_] = member
        for name in ("__setattr__", "__delattr__"):  # members are made: from now on they stay
            setattr(cls, name, _refuse_change)

    def __new__(cls, code: str, label: str, gloss: str, *_: object) -> Self:
        """Make a member; a vocabulary that says more takes further arguments."""
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
        """The act or document this entry is taken from, with its number or letter in the list."""
        if self.code.isdecimal():
            return f"{self.scheme.source}, no. {self.code}"
        return f"{self.scheme.source} huruf {self.code}"

    @property
    def spellings(self) -> tuple[str, ...]:
        """What the entry is called in its own list; `aliases` has the words of other lists."""
        return self.value, self.name, self.label

    @classmethod
    @short_traceback
    def parse(cls, text: str, /) -> Self:
        """Read the member that people mean by a slug, name, label, code or old spelling.

        The id of the list may be left out of a slug, and a code may be written with two digits.
        *Blm*, *tdk* and *sdh* are read as the words that they shorten. A code before or behind a
        word (``2. Kawin``) is read when both mean the same member.

        Raises:
            ParseError: ``term.unknown``, ``type.text``.

        """
        written = require_text(text)
        found = _meant(cls, written) if len(written) <= _LONGEST else None
        if found is None:
            raise parse_error("term.unknown")
        return cast("Self", found)


def _refuse_change(member: Term, name: str, *_: object) -> NoReturn:
    raise AttributeError(f"{type(member).__name__} is immutable; {name} cannot be changed")


def fold(text: str) -> str:
    """Fold case, blanks, dashes and accents, so that spellings of one word meet.

    What makes another word of it stays: a stroke or a comma, a gap between digits (``1.0``, as
    sheets write a code, is not ``10``) or between numerals (diploma ``I-II`` is not ``III``), a
    sign before a digit, a minus behind a letter at the end (blood group ``A (-)`` is not ``A``),
    letters of any script, signs such as ``%``.
    """
    plain = unicodedata.normalize("NFKD", seen(text)).casefold().strip()
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    plain = re.sub(_SIGN_BEHIND, "+minus", plain)
    plain = re.sub(_SIGN_BEFORE, "+minus", plain).replace(",", "/")
    plain = re.sub(_BETWEEN_DIGITS, "/", plain)
    plain = re.sub(_BETWEEN_NUMERALS, r"\1/", plain)
    return re.sub(_SEPARATORS, "", plain)


def _meant(vocabulary: type[Term], text: str) -> Term | None:
    """Return the member that a text means: its whole, or each of its two parts."""
    known = _by_folded_text(vocabulary)
    found = known.get(fold(text))
    if found is not None:
        return found
    plain = re.sub(_SHORT_WORD, lambda one: _SHORT_WORDS[one[1].lower()], text, flags=re.IGNORECASE)
    parts = re.fullmatch(_CODE_BEFORE, plain) or re.fullmatch(_BEHIND_IN_BRACKETS, plain)
    if parts is None:
        return known.get(fold(plain))
    meant = {known.get(fold(part)) for part in parts.groups()}
    return meant.pop() if len(meant) == 1 else known.get(fold(plain))


@cache
def _by_folded_text(vocabulary: type[Term]) -> dict[str, Term]:
    found: dict[str, Term] = {}
    for member in vocabulary:
        for text in member.spellings:
            found[fold(text)] = member
    for member in vocabulary:  # a label such as "A" wins over a code, whatever the order
        found.setdefault(fold(member.code), member)
        if member.code.isdecimal():
            found.setdefault(member.code.zfill(2), member)
    for alias, name in vocabulary.aliases.items():
        found.setdefault(fold(alias), vocabulary[name])
    return found
