"""`Message`: one sentence in the two languages of the house."""

import re
from collections.abc import Mapping
from typing import NamedTuple


class Message(NamedTuple):
    """One sentence in the two languages of the house."""

    en: str
    id: str

    def fill(self, language: str, facts: Mapping[str, str | int]) -> str:
        """Return the sentence of a language with its facts filled in."""

        def optional(part: re.Match[str]) -> str:
            return part[1] if all(name in facts for name in re.findall(_FACT, part[1])) else ""

        sentence = self.id if language == "id" else self.en
        return re.sub(_OPTIONAL, optional, sentence).format_map(facts)


_FACT = r"\{(\w+)\}"
_OPTIONAL = r"\[(.*?)\]"
