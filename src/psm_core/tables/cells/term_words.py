"""Words in cells as terms of a vocabulary."""

import re
from collections.abc import Iterable
from contextlib import suppress
from functools import cache, lru_cache, partial
from typing import Final

import attrs

from ..._core.spelling import normalize_spelling
from ..._core.suggestions import most_similar
from ...errors import Issue, ParseError
from ...terms import (
    DisabilityCode,
    DisabilityType,
    Education,
    FamilyRelation,
    HouseholdRelation,
    MaritalStatus,
    Occupation,
    PMKSCategory,
    PPKSCategory,
    SubjectUnit,
    Term,
    TrainingTier,
)
from .multiple_choice import answers, parts_of

_MAX_LISTED = 10
_SIMILAR = 0.8
_LONGEST_COMPARED = 100
_CODE: Final = r"\s*[0-9]{1,2}\s*"
_WITH_CODE_LISTS: Final[tuple[type[Term], ...]] = (
    *(DisabilityCode, Education, FamilyRelation, HouseholdRelation, MaritalStatus, Occupation),
    *(PPKSCategory, PMKSCategory, SubjectUnit, TrainingTier),
)
"""Vocabularies with codes that are read only if their list is named."""


def known_code_lists() -> list[str]:
    """Return the id of each list whose codes are read only if the list is named."""
    lists = (one for vocabulary in _WITH_CODE_LISTS for one in _lists_of(vocabulary))
    return list(dict.fromkeys(lists))


def require_code_lists(code_lists: Iterable[str]) -> None:
    """Reject a code list that does not exist.

    Raises:
        ValueError: it does not exist.

    """
    known = known_code_lists()
    for one in code_lists:
        if one not in known:
            raise ValueError(f"no code list {one!r}; there are: {', '.join(known)}")


def _lists_of(vocabulary: type[Term]) -> list[str]:
    return [vocabulary.scheme.id, *(one.scheme.id for one in vocabulary.code_lists)]


@lru_cache(maxsize=4096)
def term_of(
    vocabularies: tuple[type[Term], ...], text: str, code_lists: tuple[str, ...] = ()
) -> Term | Issue:
    """Return the term that a text means in the first vocabulary that has it.

    `code_lists` are the lists whose codes the file uses. If there is no term, the issue is
    ``term.unknown`` with the most similar term, and with all terms if they are few, else the name
    of their list; or
    ``term.ambiguous_code``, also for a code that the lists of several vocabularies have.
    """
    found = _of_code(vocabularies, text, code_lists)
    if found is None:
        found = _of_word(vocabularies, text)
    return _unknown(vocabularies, text) if found is None else found


def entry_of(term: Term, vocabularies: tuple[type[Term], ...]) -> str:
    """Return the label of a term, or its value if other terms have the label too."""
    is_unambiguous = term_of(vocabularies, term.label) is term
    return term.label if is_unambiguous else str(term.value)


def _unknown(vocabularies: tuple[type[Term], ...], text: str) -> Issue:
    """Return the issue of a text that means no term, with what may have been meant."""
    known = _labels(vocabularies)
    params: dict[str, str | int] = {}
    written = normalize_spelling(text[:_LONGEST_COMPARED])
    if (near := most_similar(written, known, cutoff=_SIMILAR)) is not None:
        params["suggestion"] = known[near]
    if len(known) <= _MAX_LISTED:
        params["known"] = ", ".join(known.values())
    else:
        params["list"] = vocabularies[0].scheme.id
    return Issue("term.unknown", params=params)


def _of_word(vocabularies: tuple[type[Term], ...], text: str) -> Term | Issue | None:
    """Return the term of a word, the issue of an ambiguous code, or None."""
    issue: Issue | None = None
    for vocabulary in vocabularies:
        try:
            return vocabulary.parse(text)
        except ParseError as error:
            issue = error.issue if error.code == "term.ambiguous_code" else issue
    return issue


def _of_code(
    vocabularies: tuple[type[Term], ...], text: str, code_lists: tuple[str, ...]
) -> Term | Issue | None:
    """Return the term of a bare code in the list that is named; None for other text.

    Without a named list, a code is ambiguous if several vocabularies take it from official lists.
    """
    if re.fullmatch(_CODE, text, re.ASCII) is None:
        return None
    owners = {one: vocabulary for vocabulary in vocabularies for one in _lists_of(vocabulary)}
    named = next((one for one in code_lists if one in owners), None)
    if named is not None:
        try:
            return owners[named].from_code(text, named)
        except ParseError:
            return _unknown(vocabularies, text)
    official = [one for one in vocabularies if one.scheme.numbered and _is_term((one,), text)]
    if official[1:]:
        lists = ", ".join(one.scheme.id for one in official)
        return Issue("term.ambiguous_code", params={"lists": lists})
    return None


@lru_cache(maxsize=4096)
def disabilities_of(text: str, code_lists: tuple[str, ...] = ()) -> tuple[Term, ...] | Issue:
    """Return the types of disability that a text means; none for *Tidak cacat*.

    Both the words of the law and those of the forms are read. A code of the forms needs its list.
    """
    types = terms_of((DisabilityType,), text)
    if not isinstance(types, Issue):
        return types
    is_code = re.fullmatch(_CODE, text, re.ASCII) is not None
    if not is_code or DisabilityCode.scheme.id in code_lists:
        form = term_of((DisabilityCode,), text, code_lists)
        if form is DisabilityCode.LAINNYA:
            return Issue("person.disability_other")
        if isinstance(form, DisabilityCode):
            return tuple(sorted(form.types or (), key=lambda one: one.code))
    known = f"{types.params['known']}, {DisabilityCode.TIDAK_ADA.label}"
    return attrs.evolve(types, params={**types.params, "known": known})


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
