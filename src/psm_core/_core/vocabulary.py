"""Base classes of all vocabularies: `Scheme` and `Term`."""

from collections.abc import Iterable, Mapping
from enum import Enum
from functools import cache
from typing import Any, NamedTuple, NoReturn, Self, cast

from .._frozen import FrozenDict
from ..errors import parse_error, short_traceback
from .framework_hooks import pydantic_core_schema, pydantic_json_schema
from .spelling import (
    divisions,
    expanded_text,
    is_abbreviation,
    is_divided,
    normalize_spelling,
    words_and_abbreviation,
)
from .text import require_text

_LONGEST = 200
"""The most characters of a text that is compared with the spellings."""


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


class CodeList(NamedTuple):
    """A further list of codes in use for the terms of a vocabulary.

    >>> from psm_core.terms import MaritalStatus
    >>> [one.scheme.id for one in MaritalStatus.code_lists]
    ['status-perkawinan-6']
    >>> MaritalStatus.from_code("3", "status-perkawinan-6").label
    'Kawin Belum Tercatat'
    """

    scheme: Scheme
    """The id, title and source of the list."""
    differences: Mapping[str, str | None]
    """Each code that differs from `Term.code` → the name of its member, or None if the list does
    not have the code."""


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
    code_lists: tuple[CodeList, ...]
    """Further lists that give the same terms other codes. Usually there is none."""
    code: str
    """The number or letter, as text: of the source if `scheme.numbered`, else of this package.

    It is empty if the term has none."""
    label: str
    """The Indonesian name, for display."""
    gloss: str
    """The meaning in English, an interpretation; the Indonesian label is authoritative."""

    _sources: Mapping[str, str]
    """Name of a member → its own act or document, where it is not that of the scheme."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:  # noqa: ANN401 - pydantic calls it
        return pydantic_core_schema(cls, source, handler)

    @classmethod
    def __get_pydantic_json_schema__(cls, core_schema: Any, handler: Any) -> Any:  # noqa: ANN401 - as above
        return pydantic_json_schema(cls, core_schema, handler)

    def __init_subclass__(
        cls,
        *,
        scheme: Scheme,
        aliases: Mapping[str, str] | None = None,
        sources: Mapping[str, str] | None = None,
        code_lists: Iterable[CodeList] = (),
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
        cls.code_lists = tuple(
            one._replace(differences=FrozenDict(one.differences)) for one in code_lists
        )
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
        if not self.scheme.numbered or not self.code:
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

        Where several lists of codes are in use, a bare code is accepted only if it means the same
        in all of them. `from_code` reads the codes of one list.

        Raises:
            ParseError: ``term.unknown``, ``term.ambiguous_code``, ``type.text``.

        """
        written = require_text(text)
        found = _member(cls, written) if len(written) <= _LONGEST else None
        if found is None:
            if cls.code_lists and normalize_spelling(written[:_LONGEST]) in _ambiguous_codes(cls):
                raise parse_error("term.ambiguous_code", lists=", ".join(_codes(cls)))
            raise parse_error("term.unknown")
        return cast("Self", found)

    @classmethod
    @short_traceback
    def from_code(cls, code: str, code_list: str, /) -> Self:
        """Return the member with a code in one list: that of `scheme`, or one of `code_lists`.

        Raises:
            ParseError: ``term.unknown`` if the list does not have the code; ``type.text``.
            ValueError: the vocabulary has no such list.

        >>> from psm_core.terms import MaritalStatus
        >>> for code_list in ("status-perkawinan-4", "status-perkawinan-6"):
        ...     print(MaritalStatus.from_code("3", code_list).label)
        Cerai Hidup
        Kawin Belum Tercatat

        """
        written = normalize_spelling(require_text(code)[:_LONGEST])
        codes = _codes(cls).get(code_list)
        if codes is None:
            raise ValueError(f"{cls.__name__} has the code lists {', '.join(_codes(cls))}")
        if written not in codes:
            raise parse_error("term.unknown")
        return cast("Self", codes[written])

    @property
    def codes(self) -> Mapping[str, str]:
        """Id of a list → the code of this term in it, where the list has exactly one.

        >>> from psm_core.terms import HouseholdRelation, Occupation
        >>> dict(Occupation.LAINNYA.codes)
        {'pekerjaan-99': '99', 'pekerjaan-89': '89'}
        >>> dict(HouseholdRelation.ISTRI_SUAMI.codes)  # husband and wife have codes of SHDK
        {'hubungan-regsosek': '2'}
        """
        return FrozenDict(
            {
                code_list: codes[0]
                for code_list, names in _names_by_code(type(self)).items()
                if len(codes := [code for code, name in names.items() if name == self.name]) == 1
            }
        )


def _refuse_change(member: Term, name: str, *_: object) -> NoReturn:
    raise AttributeError(f"{type(member).__name__} is immutable; {name} cannot be changed")


def _member(vocabulary: type[Term], text: str) -> Term | None:
    """Return the member that a text means, as a whole or in each of its parts."""
    known = _members_by_spelling(vocabulary)
    found = known.get(normalize_spelling(text))
    if found is not None:
        return None if _has_two_meanings(known, text) else found
    expanded = expanded_text(text)
    if expanded != text:
        found = known.get(normalize_spelling(expanded))
    found = found or _member_beside_abbreviation(known, expanded)
    return found or _member_in_each_part(vocabulary, expanded)


def _member_beside_abbreviation(known: Mapping[str, Term], text: str) -> Term | None:
    """Return the member of words with their abbreviation, with no sign between."""
    for words, short in words_and_abbreviation(text):
        member, meant = known.get(normalize_spelling(words)), known.get(normalize_spelling(short))
        if meant is None and is_abbreviation(short, words):
            meant = member
        if member is not None and meant is member:
            return member
    return None


def _has_two_meanings(known: Mapping[str, Term], text: str) -> bool:
    """Return whether brackets or dashes divide a text into two members, as in ``A (B)``."""
    for parts in divisions(text) if is_divided(text) else ():
        members = {known.get(normalize_spelling(part)) for part in parts}
        if None not in members and len(members) > 1:
            return True
    return False


def _member_in_each_part(vocabulary: type[Term], text: str) -> Term | None:
    """Return the only member that both parts of a text mean, wherever the text is divided."""
    found: set[Term] = set()
    for before, after in divisions(text):
        first, second = _meanings(vocabulary, before), _meanings(vocabulary, after)
        if not first and is_abbreviation(before, after):
            first = second
        elif not second and is_abbreviation(after, before):
            second = first
        both = first & second
        found |= both if len(both) == 1 else set()
    return found.pop() if len(found) == 1 else None


def _meanings(vocabulary: type[Term], text: str) -> set[Term]:
    """Return the members that a text can mean: several for an ambiguous code."""
    member = _member(vocabulary, text)
    if member is not None:
        return {member}
    return _ambiguous_codes(vocabulary).get(normalize_spelling(text), set())


def terms_by_code(vocabulary: type[Term], code_list: str) -> dict[str, Term]:
    """Return code → term of one list of a vocabulary."""
    names = _names_by_code(vocabulary)[code_list]
    return {code: vocabulary[name] for code, name in names.items() if name is not None}


def _names_by_code(vocabulary: type[Term]) -> dict[str, dict[str, str | None]]:
    """Return id of a list → code → name of a member, or None."""
    own: dict[str, str | None] = {one.code: one.name for one in vocabulary if one.code}
    others = {one.scheme.id: own | dict(one.differences) for one in vocabulary.code_lists}
    return {vocabulary.scheme.id: own, **others}


@cache
def _codes(vocabulary: type[Term]) -> dict[str, dict[str, Term]]:
    """Return id of a list → code → member. A code of one digit also has a leading zero."""
    return {
        code_list: {
            normalize_spelling(spelling): vocabulary[name]
            for code, name in names.items()
            if name is not None
            for spelling in ((code, code.zfill(2)) if code.isdecimal() else (code,))
        }
        for code_list, names in _names_by_code(vocabulary).items()
    }


@cache
def _ambiguous_codes(vocabulary: type[Term]) -> dict[str, set[Term]]:
    """Return each code that does not mean the same in all lists → the members that it can mean."""
    lists = list(_codes(vocabulary).values())
    return {
        code: {codes[code] for codes in lists if code in codes}
        for code in dict.fromkeys(code for codes in lists for code in codes)
        if len({codes.get(code) for codes in lists}) > 1
    }


@cache
def _members_by_spelling(vocabulary: type[Term]) -> dict[str, Term]:
    found: dict[str, Term] = {}
    for member in vocabulary:
        for text in member.spellings:
            found[normalize_spelling(text)] = member
    for code, member in _codes(vocabulary)[vocabulary.scheme.id].items():
        if code not in _ambiguous_codes(vocabulary):  # a label such as "A" comes before a code
            found.setdefault(code, member)
    for alias, name in vocabulary.aliases.items():
        found.setdefault(normalize_spelling(alias), vocabulary[name])
    return found
