"""`Message`: one sentence in English and Indonesian."""

import re
from collections.abc import Mapping
from typing import Literal, NamedTuple


class Message(NamedTuple):
    """One sentence in English and Indonesian."""

    en: str
    id: str

    def fill(self, language: str, facts: Mapping[str, str | int]) -> str:
        """Return the sentence of a language with its facts filled in.

        A fact that is not given leaves its part in ``[ ]`` out, or else an ellipsis.

        Raises:
            ValueError: there is no sentence in that language.

        """

        def optional(part: re.Match[str]) -> str:
            return part[1] if all(name in facts for name in re.findall(_FACT, part[1])) else ""

        def fact(name: re.Match[str]) -> str:
            return str(facts.get(name[1], _UNKNOWN))

        sentence = self.id if language_of(language) == "id" else self.en
        return re.sub(_FACT, fact, re.sub(_OPTIONAL, optional, sentence))


_FACT = r"\{(\w+)\}"
_OPTIONAL = r"\[(.*?)\]"
_UNKNOWN = "…"


def language_of(tag: str) -> Literal["en", "id"]:
    """Return ``en`` or ``id`` for a language tag or the name of a locale.

    Raises:
        ValueError: it is of another language.

    >>> language_of("id-ID"), language_of("en_US.UTF-8")
    ('id', 'en')

    """
    language = re.split("[-_.@]", tag, maxsplit=1)[0].lower()
    if language == "en":
        return "en"
    if language == "id":
        return "id"
    raise ValueError("unknown language; the languages are 'en' (English) and 'id' (Indonesian)")
