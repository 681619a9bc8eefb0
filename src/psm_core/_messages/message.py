"""`Message`: what is wrong and what to do, in English and Indonesian."""

import re
from collections.abc import Mapping
from typing import Literal, NamedTuple

Severity = Literal["error", "warning"]


class Wording(NamedTuple):
    """A message in one language: a sentence for the problem and one for the cure."""

    problem: str
    cure: str

    @property
    def text(self) -> str:
        """Both sentences."""
        return f"{self.problem} {self.cure}"


class Message(NamedTuple):
    """The wording of an issue code in English and Indonesian, and its usual severity."""

    en: Wording
    id: Wording
    severity: Severity
    """The severity where nothing else decides it. Lenient reading makes warnings of errors."""
    source: str | None = None
    """The act and article that the rule rests on; None for a rule of this package."""

    def wording(self, language: str) -> Wording:
        """Return the sentences in a language, with their parameters unfilled.

        Raises:
            ValueError: the language is neither English nor Indonesian.

        """
        return self.id if language_of(language) == "id" else self.en

    def rule(self, language: str) -> Wording:
        """Return the sentences in a language as those of a rule: an ellipsis stands for a value.

        Raises:
            ValueError: the language is neither English nor Indonesian.

        """
        params = {} if self.source is None else {"article": self.source}
        return Wording(*(fill(sentence, params) for sentence in self.wording(language)))

    def fill(self, language: str, params: Mapping[str, str | int]) -> str:
        """Return the text in a language with its parameters filled in.

        Raises:
            ValueError: the language is neither English nor Indonesian.

        """
        return fill(self.wording(language).text, params)


def fill(text: str, params: Mapping[str, str | int]) -> str:
    """Return a sentence with its parameters filled in.

    Where a parameter is missing, the part in ``[ ]`` around it is omitted; outside of ``[ ]`` an
    ellipsis is written instead.
    """

    def optional(part: re.Match[str]) -> str:
        return part[1] if all(name in params for name in re.findall(_PARAM, part[1])) else ""

    def value(name: re.Match[str]) -> str:
        return str(params.get(name[1], _UNKNOWN))

    return re.sub(_PARAM, value, re.sub(_OPTIONAL, optional, text))


Sentences = tuple[str, str]


def error(*, en: Sentences, id: Sentences, source: str | None = None) -> Message:  # noqa: A002 - the language tag
    """Return the message of an error: problem and cure in both languages, and its act."""
    return Message(Wording(*en), Wording(*id), "error", source)


def warning(*, en: Sentences, id: Sentences, source: str | None = None) -> Message:  # noqa: A002 - as above
    """Return the message of a warning: problem and cure in both languages, and its act."""
    return Message(Wording(*en), Wording(*id), "warning", source)


_PARAM = r"\{(\w+)\}"
_OPTIONAL = r"\[(.*?)\]"
_UNKNOWN = "…"


def language_of(tag: str) -> Literal["en", "id"]:
    """Return ``en`` or ``id`` for a language tag or the name of a locale.

    Raises:
        ValueError: the language is neither English nor Indonesian.

    >>> language_of("id-ID"), language_of("en_US.UTF-8")
    ('id', 'en')

    """
    language = re.split("[-_.@]", tag, maxsplit=1)[0].lower()
    if language == "en":
        return "en"
    if language == "id":
        return "id"
    raise ValueError("unknown language; the languages are 'en' (English) and 'id' (Indonesian)")
