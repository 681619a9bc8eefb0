"""What every vocabulary of the house is made of: `Scheme` and `Term`."""

import re
import unicodedata
from collections.abc import Mapping
from enum import Enum
from functools import cache
from typing import NamedTuple, NoReturn, Self, cast

from .._text import require_text
from ..errors import parse_error

_SEPARATORS = re.compile(r"[^0-9a-z+/]+")
_MINUS = re.compile(r"(?<=[0-9a-z])-$")


class Scheme(NamedTuple):
    """The list a term belongs to.

    `id` is stable; `title` is the Indonesian name of the list; `source` is the act or the
    document it was taken from.
    """

    id: str
    title: str
    source: str


class Term(Enum):
    """One entry of a closed vocabulary.

    The member's name is the source's own word in capitals. Its value is what stands in
    documents: the *slug*, which is the same word in lower case with dashes, and in front of it
    the id of the list where lists have versions (``ppks-26:anak-jalanan``).
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

    def __init_subclass__(
        cls, *, scheme: Scheme, aliases: Mapping[str, str] | None = None, qualified: bool = False
    ) -> None:
        """Note the scheme and the old spellings, and let each slug follow from its name."""
        super().__init_subclass__()
        cls.scheme = scheme
        cls.aliases = aliases or {}
        prefix = f"{scheme.id}:" if qualified else ""
        for name, member in cls.__members__.items():
            member._value_ = prefix + name.lower().replace("_", "-")
            cls._value2member_map_[member._value_] = member

    def __new__(cls, code: str, label: str, gloss: str, *_: object) -> Self:
        """Make a member; a vocabulary that says more takes further arguments."""
        member = object.__new__(cls)
        member.code, member.label, member.gloss = code, label, gloss
        return member

    @classmethod
    def _missing_(cls, value: object) -> NoReturn:
        require_text(value)
        raise parse_error("term.unknown")

    @property
    def source(self) -> str:
        """The act or document this entry is taken from, with its number in the list."""
        return f"{self.scheme.source}, no. {self.code}"

    @classmethod
    def parse(cls, text: str, /) -> Self:
        """Read the member that people mean by a slug, name, label, code or old spelling.

        Raises:
            ParseError: ``term.unknown``, ``type.text``.

        """
        found = _by_folded_text(cls).get(fold(require_text(text)))
        if found is None:
            raise parse_error("term.unknown")
        return cast("Self", found)


def fold(text: str) -> str:
    """Fold case, blanks, dashes and accents, so that spellings of one word meet.

    A stroke stays (diploma ``I / II`` is not ``III``), and so does a dash right behind a letter at
    the end: blood group ``A-`` is not ``A``.
    """
    plain = unicodedata.normalize("NFKD", text).casefold().strip()
    plain = _MINUS.sub("+minus", plain)
    return _SEPARATORS.sub("", "".join(c for c in plain if not unicodedata.combining(c)))


@cache
def _by_folded_text(vocabulary: type[Term]) -> dict[str, Term]:
    found: dict[str, Term] = {}
    for member in vocabulary:
        for text in (member.value, member.name, member.label):
            found[fold(text)] = member
    for member in vocabulary:  # a label such as "A" wins over a code, whatever the order
        found.setdefault(fold(member.code), member)
    for alias, name in vocabulary.aliases.items():
        found.setdefault(fold(alias), vocabulary[name])
    return found
