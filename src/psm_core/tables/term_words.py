"""Words in cells as terms of a vocabulary."""

from contextlib import suppress
from difflib import get_close_matches
from functools import cache, lru_cache, partial

from .._core.spelling import normalize_spelling
from ..errors import Issue, ParseError
from ..terms import Term
from .multiple_choice import answers, parts_of

_MAX_LISTED = 10
_SIMILAR = 0.8
_LONGEST_COMPARED = 100


@lru_cache(maxsize=4096)
def term_of(vocabularies: tuple[type[Term], ...], text: str) -> Term | Issue:
    """Return the term that a text means in the first vocabulary that has it.

    If there is none, the issue is ``term.unknown`` with the most similar term, and with all terms
    if they are few.
    """
    for vocabulary in vocabularies:
        with suppress(ParseError):
            return vocabulary.parse(text)
    known = _labels(vocabularies)
    params: dict[str, str | int] = {}
    if near := get_close_matches(
        normalize_spelling(text[:_LONGEST_COMPARED]), known, n=1, cutoff=_SIMILAR
    ):
        params["suggestion"] = known[near[0]]
    if len(known) <= _MAX_LISTED:
        params["known"] = ", ".join(known.values())
    return Issue("term.unknown", params=params)


@lru_cache(maxsize=4096)
def terms_of(vocabularies: tuple[type[Term], ...], text: str) -> tuple[Term, ...] | Issue:
    """Return the terms that a text with several answers means, or the issue of the first unknown.

    Two words for one term count once; the same word twice counts twice.
    """
    parts = answers(text, partial(_is_term, vocabularies)) or parts_of(text) or [text]
    terms: list[Term] = []
    for part in parts:
        term = term_of(vocabularies, part)
        if isinstance(term, Issue):
            return term
        terms.append(term)
    words = [normalize_spelling(part) for part in parts]
    has_word_twice = len(set(words)) < len(words)
    return tuple(terms if has_word_twice else dict.fromkeys(terms))


def _is_term(vocabularies: tuple[type[Term], ...], text: str) -> bool:
    for vocabulary in vocabularies:
        with suppress(ParseError):
            vocabulary.parse(text)
            return True
    return False


@cache
def _labels(vocabularies: tuple[type[Term], ...]) -> dict[str, str]:
    return {normalize_spelling(term.label): term.label for one in vocabularies for term in one}
