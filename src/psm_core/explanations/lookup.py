"""From a word to what it names: issue codes, terms, lists and acts."""

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from typing import Final

from .._core.resources import packaged_rows
from .._core.text import require_text
from .._frozen import FrozenDict
from .._messages import MESSAGES
from ..errors import ParseError, UnknownWordError, short_traceback
from ..law import find_citations, load_acts
from ..terms import Scheme, Term
from ..terms.vocabularies import vocabularies
from .entries import (
    ActExplanation,
    Explanation,
    IssueExplanation,
    ListExplanation,
    TermExplanation,
)

_LONGEST: Final = 200
_SUGGESTIONS: Final = 5
_LATER: Final = ("ppks", "pas")
"""Attributes of a term with its term in a later list."""
_RELATED: Final = ("psks", "in_household", "general", "region_level")
"""Attributes of a term with a term of another list that includes it."""
_BETWEEN_ACTS: Final = ("", "menurut pemberitaan", "diubah dengan")
_LONG_FORMS: Final = (
    (r"\bnomor\b|\bno\b\.?", " "),
    (r"\b(?:tahun\b|thn?\b\.?)", "/"),
    (r"\s*/\s*", "/"),
    (r"\bundang-undang\b", "uu"),
    (r"\bperaturan pemerintah\b", "pp"),
    (r"\binstruksi presiden\b", "inpres"),
    (r"\bperaturan menteri sosial\b", "permensos"),
    (r"\bkeputusan menteri sosial\b", "kepmensos"),
    (r"\bperaturan menteri dalam negeri\b", "permendagri"),
    (r"\bkeputusan menteri dalam negeri\b", "kepmendagri"),
    (r"\s+", " "),
)
"""Words of the full name of an act → how its short name is written."""


@short_traceback
def explain(word: str | Term | type[Term], /) -> Explanation:
    """Return what the package knows of an issue code, a term, a list or an act.

    A word may be an issue code, the member, slug, label or usual spelling of a term, a code with
    its list (``ppks-26:8``), the id or class of a list (``pas-12``), or the name of an act
    (``Permensos 8/2012``), also with an article. A word that several lists have gives all of them.
    A bare number is not a word, because most lists have it.

    Raises:
        UnknownWordError: nothing has this name; `suggestions` has similar names.
        ParseError: ``type.text`` if it is neither a text, a term nor a vocabulary.

    >>> from psm_core import explain
    >>> print(explain("ppks-26:8").text("id"))
    PPKSCategory.LANJUT_USIA_TELANTAR
      Sebutan: Lanjut Usia Telantar
      Arti dalam bahasa Inggris: neglected elderly person
      Singkatan: LUT
      Dalam dokumen: ppks-26:lanjut-usia-telantar
      Daftar: Pemerlu Pelayanan Kesejahteraan Sosial, 26 jenis (ppks-26)
      Kode: ppks-26:8
      Sumber: Permensos 8/2012, lampiran, no. 8
        Peraturan Menteri Sosial Nomor 8 Tahun 2012 tentang Pedoman Pendataan dan Pengelolaan \
Data Penyandang Masalah Kesejahteraan Sosial dan Potensi dan Sumber Kesejahteraan Sosial \
(sejak 2012; menurut sumber lain)
      Umur: paling rendah 60 tahun (Permensos 8/2012, lampiran, menurut laman dinas sosial)
      Berlaku untuk: Perseorangan
      Daftar sebelumnya: Lanjut Usia Terlantar (pmks-22)
      Daftar sesudahnya: Lansia terlantar (pas-12)

    """
    if isinstance(word, Term):
        return Explanation(terms=(_of_term(word),))
    if isinstance(word, type) and issubclass(word, Term) and word is not Term:  # pyright: ignore[reportUnnecessaryIsInstance] - callers without a type checker
        return Explanation(lists=(ListExplanation(word, word.scheme),))
    written = require_text(word).strip()
    found = _of_text(written) if 0 < len(written) <= _LONGEST else Explanation()
    if not found.entries:
        raise UnknownWordError(_similar(written[:_LONGEST]))
    return found


def _of_text(text: str) -> Explanation:
    code = text.lower()
    issues = (IssueExplanation(code, _reporters().get(code, ())),) if code in MESSAGES else ()
    return Explanation(
        issues=issues,
        terms=tuple(map(_of_term, _terms_named(text))),
        lists=tuple(_lists_named(text)),
        acts=tuple(_of_act(name) for name in _acts_named(text)),
    )


@cache
def _reporters() -> Mapping[str, tuple[str, ...]]:
    rows = packaged_rows("reporters.tsv")
    return FrozenDict({code: tuple(filter(None, paths.split("; "))) for code, paths in rows})


def _lists_named(text: str) -> Iterator[ListExplanation]:
    """Yield each list that a text names: its class, id or title, also without its number.

    The number is that of its entries: ``ppks`` names the list ``ppks-26``.
    """
    name = text.removeprefix("terms.").lower()
    for vocabulary in vocabularies():
        for scheme in _schemes(vocabulary):
            if scheme != vocabulary.scheme and scheme.id in _own_lists():
                continue  # another vocabulary has the terms of this list
            names = {scheme.id, scheme.title.lower()}
            names |= {re.sub(r"-\d+$", "", scheme.id), re.split(r",| \(", scheme.title.lower())[0]}
            is_class = scheme is vocabulary.scheme and name == vocabulary.__name__.lower()
            if is_class or name in names:
                yield ListExplanation(vocabulary, scheme)


@cache
def _own_lists() -> frozenset[str]:
    """Return the id of the list of each vocabulary."""
    return frozenset(vocabulary.scheme.id for vocabulary in vocabularies())


def _schemes(vocabulary: type[Term]) -> tuple[Scheme, ...]:
    return (vocabulary.scheme, *(one.scheme for one in vocabulary.code_lists))


def _terms_named(text: str) -> Iterator[Term]:
    """Yield each term that a text names."""
    if not any(map(str.isalpha, text)):  # a number alone, which most lists have
        return
    prefix, colon, code = text.rpartition(":")
    for vocabulary in vocabularies():
        name = text.removeprefix("terms.").removeprefix(f"{vocabulary.__name__}.")
        if name in vocabulary.__members__ and name != text:
            yield vocabulary[name]
        elif colon and code and (found := _with_code(vocabulary, prefix, code)) is not None:
            yield found
        elif (parsed := _parsed(vocabulary, text)) is not None:
            yield parsed


def _with_code(vocabulary: type[Term], list_id: str, code: str) -> Term | None:
    """Return the term with a code in one list."""
    for term in vocabulary:
        if term.codes.get(list_id, "") == code or (
            list_id == vocabulary.scheme.id and code.lower() in {term.code, term.name.lower()}
        ):
            return term
    return None


def _parsed(vocabulary: type[Term], text: str) -> Term | None:
    try:
        return vocabulary.parse(text)
    except ParseError:
        return None


def _of_term(term: Term) -> TermExplanation:
    return TermExplanation(
        term,
        earlier=tuple(
            one
            for vocabulary in vocabularies()
            for one in vocabulary
            if any(getattr(one, name, None) is term for name in _LATER)
        ),
        later=_attributes(term, _LATER),
        related=_attributes(term, _RELATED),
    )


def _attributes(term: Term, names: tuple[str, ...]) -> tuple[Term, ...]:
    found = (getattr(term, name, None) for name in names)
    return tuple(one for one in found if isinstance(one, Term) and one is not term)


def _acts_named(text: str) -> tuple[str, ...]:
    """Return the names of the acts that a text consists of, with their articles."""
    citations = find_citations(text)
    rest = text
    for one in citations:
        rest = rest.replace(str(one), "", 1)
    if citations and rest.strip(" ;,.") in _BETWEEN_ACTS:
        return tuple(dict.fromkeys(one.act for one in citations))
    names, plain = _acts_by_plain_name(), _plain(text)
    without_article = re.split(r",| (?:pasal|lampiran)\b", plain)[0]
    found = names.get(plain) or names.get(without_article)
    return () if found is None else (found,)


@cache
def _acts_by_plain_name() -> Mapping[str, str]:
    """Return short and full names in plain form → the short name."""
    return FrozenDict(
        {_plain(one): name for name, act in load_acts().items() for one in (act.full_name, name)}
    )


def _plain(name: str) -> str:
    plain = name.lower()
    for pattern, short in _LONG_FORMS:
        plain = re.sub(pattern, short, plain)
    return plain.strip().partition(" tentang ")[0]


def _of_act(name: str) -> ActExplanation:
    def rests(source: str | None) -> bool:
        return source is not None and name in _acts_cited(source)

    lists = tuple(one for one in vocabularies() if rests(one.scheme.source))
    others = (one for vocabulary in vocabularies() if vocabulary not in lists for one in vocabulary)
    return ActExplanation(
        load_acts()[name],
        lists=lists,
        terms=tuple(one for one in others if rests(one.source)),
        issue_codes=tuple(code for code, one in MESSAGES.items() if rests(one.source)),
    )


@cache
def _acts_cited(source: str) -> frozenset[str]:
    """Return the names of the acts that the source of a list, a term or a rule cites."""
    return frozenset(one.act for one in find_citations(source))


def _similar(text: str) -> list[str]:
    """Return names that are spelt like a text."""
    names, name = _names(), text.lower()
    prefix, dot, _ = name.partition(".")
    of_group = [code for code in MESSAGES if dot and code.startswith(f"{prefix}.")]
    near = get_close_matches(name, names, n=_SUGGESTIONS, cutoff=0.7)
    return [names[one] for one in near] or of_group[:_SUGGESTIONS]


@cache
def _names() -> Mapping[str, str]:
    """Return each name in lower case → the name."""
    found = [*MESSAGES, *load_acts()]
    for vocabulary in vocabularies():
        found += [vocabulary.__name__, *(one.id for one in _schemes(vocabulary))]
        found += [text for one in vocabulary for text in (one.value, one.label)]
    return FrozenDict({name.lower(): name for name in found})
