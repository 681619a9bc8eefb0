"""What every vocabulary of the house is made of: `Scheme` and `Term`."""

import re
import unicodedata
from collections.abc import Mapping
from enum import Enum
from functools import cache
from typing import NamedTuple, Self, cast

_SEPARATORS = re.compile(r"[^0-9a-z+]+")


class Scheme(NamedTuple):
    """The list a term belongs to.

    `id` is stable and stands in front of a term where two lists can meet
    (``ppks-26:anak-jalanan``); `title` is the Indonesian name of the list; `source` is the
    act or the document it was taken from.
    """

    id: str
    title: str
    source: str


class Term(Enum):
    """One entry of a closed vocabulary.

    The member's name is the source's own word in capitals. Its value is the *slug*, the same
    word in lower case with dashes, which is what is written in documents.
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
    """What it means in English. A translation is an interpretation: the label is the law."""

    def __init_subclass__(cls, *, scheme: Scheme, aliases: Mapping[str, str] | None = None) -> None:
        """Note the scheme of a vocabulary and the old spellings of its terms."""
        super().__init_subclass__()
        cls.scheme = scheme
        cls.aliases = aliases or {}

    def __new__(cls, code: str, label: str, gloss: str, *_: object) -> Self:
        """Make a member; a vocabulary that says more takes further arguments."""
        member = object.__new__(cls)
        member.code, member.label, member.gloss = code, label, gloss
        return member

    def __init__(self, *_: object) -> None:
        """Let the slug follow from the name, so that the two cannot drift apart."""
        self._value_ = self._name_.lower().replace("_", "-")

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        return cast("Self | None", _by_slug(cls).get(value))

    @property
    def source(self) -> str:
        """The act or document this entry is taken from, with its number in the list."""
        return f"{self.scheme.source}, no. {self.code}"

    @classmethod
    def find(cls, text: str) -> Self | None:
        """Return the member that people mean by a slug, name, label, code or old spelling."""
        return cast("Self | None", _by_folded_text(cls).get(fold(text)))


def fold(text: str) -> str:
    """Fold case, blanks, dashes and accents, so that spellings of one word meet."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return _SEPARATORS.sub("", "".join(c for c in plain if not unicodedata.combining(c)))


@cache
def _by_slug(vocabulary: type[Term]) -> dict[object, Term]:
    return {member.value: member for member in vocabulary}


@cache
def _by_folded_text(vocabulary: type[Term]) -> dict[str, Term]:
    found: dict[str, Term] = {}
    for member in vocabulary:
        for text in (member.name, member.label, member.code):
            found.setdefault(fold(text), member)
    for alias, name in vocabulary.aliases.items():
        found[fold(alias)] = vocabulary[name]
    return found
