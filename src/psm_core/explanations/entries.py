"""The explanation of one thing: an issue code, a term, a list or an act."""

from collections.abc import Mapping
from typing import Final, final

import attrs

from .._core.vocabulary import terms_by_code
from .._frozen import FrozenType
from .._messages import MESSAGES
from ..errors import Severity
from ..law import Act, Citation, find_citations
from ..terms import Scheme, Term
from .wording import (
    about,
    citation_texts,
    known,
    parts_text,
    read_at,
    status_text,
    term_text,
    word,
)

_INDENT: Final = "  "


@final
@attrs.frozen
class IssueExplanation(metaclass=FrozenType):
    """The rule behind an issue code.

    >>> from psm_core import explain
    >>> rule, = explain("psm.age").issues
    >>> rule.severity.value, rule.source, rule.citations[0].status.label
    ('warning', 'Permensos 10/2019, syarat PSM huruf d', 'Menurut sumber lain')
    >>> rule.reported_by
    ('checks.check',)
    """

    code: str
    """The code."""
    reported_by: tuple[str, ...]
    """The fields, classes and functions that report it; empty for a rule of all records."""

    @property
    def severity(self) -> Severity:
        """Its severity; lenient reading turns errors into warnings."""
        return Severity(MESSAGES[self.code].severity)

    @property
    def source(self) -> str | None:
        """The act and article that it rests on; None for a rule of this package."""
        return MESSAGES[self.code].source

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The acts in `source`."""
        return find_citations(self.source or "")

    @property
    def title(self) -> str:
        """The code."""
        return self.code

    def problem(self, language: str = "en") -> str:
        """Return the sentence that states the problem. An ellipsis stands for a value."""
        return MESSAGES[self.code].rule(language).problem

    def cure(self, language: str = "en") -> str:
        """Return the sentence that states what to do."""
        return MESSAGES[self.code].rule(language).cure

    def facts(self, language: str = "en") -> Mapping[str, str]:
        """Return what is known as texts: name of a fact → its text in a language.

        Raises:
            ValueError: the language is neither English nor Indonesian.

        """
        if self.source is None:
            is_check = self.severity is Severity.WARNING
            source = word("plausibility" if is_check else "no_act", language)
        else:
            source = "\n".join(citation_texts(self.source, self.citations, language))
        return known(
            (
                ("severity", word(self.severity.value, language)),
                ("problem", self.problem(language)),
                ("cure", self.cure(language)),
                ("reported_by", ", ".join(self.reported_by)),
                ("source", source),
            ),
        )


@final
@attrs.frozen
class TermExplanation(metaclass=FrozenType):
    """A term: its list, its source, and the terms of other lists that belong to it.

    >>> from psm_core import explain
    >>> from psm_core.terms import PPKSCategory
    >>> elderly, = explain(PPKSCategory.LANJUT_USIA_TELANTAR).terms
    >>> [one.value for one in (*elderly.earlier, *elderly.later)]
    ['pmks-22:lanjut-usia-terlantar', 'pas-12:lansia-terlantar']
    >>> elderly.citations[0].pinpoint
    'lampiran, no. 8'
    """

    term: Term
    """The member of the vocabulary."""
    earlier: tuple[Term, ...] = ()
    """The terms of earlier lists that it replaced."""
    later: tuple[Term, ...] = ()
    """The terms of later lists that replaced it."""
    related: tuple[Term, ...] = ()
    """Terms of other lists that include it."""

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The acts in the source of the term."""
        return find_citations(self.term.source)

    @property
    def title(self) -> str:
        """The name of the member in Python, such as ``PPKSCategory.PEMULUNG``."""
        return f"{type(self.term).__name__}.{self.term.name}"

    def facts(self, language: str = "en") -> Mapping[str, str]:
        """Return what is known as texts: name of a fact → its text in a language.

        Raises:
            ValueError: the language is neither English nor Indonesian.

        """
        term = self.term
        codes = term.codes or {}
        inferred = f" ({word('inferred', language)})"
        is_inferred = getattr(term, "pas_is_inferred", False)
        later = [term_text(one) + (inferred if is_inferred else "") for one in self.later]
        units = sorted(getattr(term, "units", ()), key=lambda unit: str(unit.code))
        sex: Term | None = getattr(term, "sex", None)
        return known(
            (
                ("label", term.label),
                ("gloss", term.gloss),
                ("abbreviation", getattr(term, "abbreviation", None)),
                ("slug", term.value),
                ("list", f"{term.scheme.title} ({term.scheme.id})"),
                ("codes", ", ".join(f"{name}:{code}" for name, code in codes.items())),
                ("source", "\n".join(citation_texts(term.source, self.citations, language))),
                ("age", _age_text(term, language)),
                ("sex", sex and sex.label),
                ("units", ", ".join(unit.label for unit in units)),
                ("earlier", ", ".join(map(term_text, self.earlier))),
                ("later", ", ".join(later)),
                ("related", ", ".join(map(term_text, self.related))),
            ),
        )


def _age_text(term: Term, language: str) -> str:
    limits = (("at_least", "min_age"), ("at_most", "max_age"))
    texts = [
        word(name, language).format(limit)
        for name, attribute in limits
        if (limit := getattr(term, attribute, None)) is not None
    ]
    source = getattr(term, "age_source", None)
    return f"{', '.join(texts)} ({source})" if texts and source else ", ".join(texts)


@final
@attrs.frozen
class ListExplanation(metaclass=FrozenType):
    """A list: its source and its members.

    >>> from psm_core import explain
    >>> list_, = explain("pas-12").lists
    >>> list_.vocabulary.__name__, list_.scheme.source
    ('PASCategory', 'Kepmensos 103/HUK/2025 menurut pemberitaan')
    """

    vocabulary: type[Term]
    """The class of the list."""
    scheme: Scheme
    """Its id, its title and its source: `Term.scheme`, or one of `Term.code_lists`."""

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The acts in the source of the list."""
        return find_citations(self.scheme.source)

    @property
    def title(self) -> str:
        """The name of the class."""
        return self.vocabulary.__name__

    def facts(self, language: str = "en") -> Mapping[str, str]:
        """Return what is known as texts: name of a fact → its text in a language.

        Raises:
            ValueError: the language is neither English nor Indonesian.

        """
        source = "\n".join(citation_texts(self.scheme.source, self.citations, language))
        return known(
            (
                ("list", f"{self.scheme.title} ({self.scheme.id})"),
                ("source", source),
                ("members", "\n".join(self._members())),
                ("code_lists", ", ".join(self._other_lists())),
            ),
        )

    def _members(self) -> list[str]:
        """Return the code and label of each member; a further list of codes has no other one."""
        if self.scheme == self.vocabulary.scheme:
            return [f"{one.code} {one.label}".strip() for one in self.vocabulary]
        coded = terms_by_code(self.vocabulary, self.scheme.id)
        return [f"{code} {coded[code].label}" for code in sorted(coded, key=int)]

    def _other_lists(self) -> list[str]:
        """Return the ids of the other lists of codes for the same terms."""
        vocabulary = self.vocabulary
        schemes = (vocabulary.scheme, *(one.scheme for one in vocabulary.code_lists))
        return [one.id for one in schemes if one != self.scheme]


@final
@attrs.frozen
class ActExplanation(metaclass=FrozenType):
    """An act or document, and the lists, terms and rules that rest on it.

    >>> from psm_core import explain
    >>> act = explain("Permensos 10/2019").acts[0]
    >>> act.act.status.label, [one.name for one in act.terms]
    ('Naskah dibaca', ['IPSM', 'PSM'])
    """

    act: Act
    """The act with its title, its date and its status."""
    lists: tuple[type[Term], ...] = ()
    """The lists whose source it is."""
    terms: tuple[Term, ...] = ()
    """The terms of other lists that rest on it."""
    issue_codes: tuple[str, ...] = ()
    """The codes of the rules that rest on it."""

    @property
    def title(self) -> str:
        """The short name of the act."""
        return self.act.name

    def facts(self, language: str = "en") -> Mapping[str, str]:
        """Return what is known as texts: name of a fact → its text in a language.

        Raises:
            ValueError: the language is neither English nor Indonesian.

        """
        act = self.act
        return known(
            (
                ("name", act.full_name),
                ("subject", about(act, language)),
                ("issued", act.issued),
                ("replaces", ", ".join(act.replaces)),
                ("replaced_by", ", ".join(act.replaced_by)),
                ("amended_by", ", ".join(act.amended_by)),
                ("reading", status_text(act.status, language)),
                ("parts_read", parts_text(act, language)),
                ("read_at", read_at(act, language)),
                ("verified_on", act.verified_on.isoformat() if act.verified_on else None),
                ("lists", ", ".join(f"{one.__name__} ({one.scheme.id})" for one in self.lists)),
                ("terms", ", ".join(map(term_text, self.terms))),
                ("issues", ", ".join(self.issue_codes)),
            ),
        )


Entry = IssueExplanation | TermExplanation | ListExplanation | ActExplanation
"""One thing that a word names."""


def labelled(entry: Entry, language: str) -> list[tuple[str, str]]:
    """Return the label and the text of each fact, in a language."""
    return [(word(name, language), fact) for name, fact in entry.facts(language).items()]


@final
@attrs.frozen
class Explanation(metaclass=FrozenType):
    """What the tables of the package contain about a word: rules, terms, lists and acts.

    >>> from psm_core import explain
    >>> found = explain("Fakir Miskin")
    >>> [one.title for one in found.terms]
    ['PASCategory.FAKIR_MISKIN', 'PPKSCategory.FAKIR_MISKIN']
    >>> print(explain("UU 6/2014").text("id").splitlines()[1])
      Nama: Undang-Undang Nomor 6 Tahun 2014 tentang Desa
    """

    issues: tuple[IssueExplanation, ...] = ()
    """The rule of an issue code."""
    terms: tuple[TermExplanation, ...] = ()
    """The terms, of each list that has the word."""
    lists: tuple[ListExplanation, ...] = ()
    """The lists."""
    acts: tuple[ActExplanation, ...] = ()
    """The acts and documents."""

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All of them."""
        return (*self.issues, *self.terms, *self.lists, *self.acts)

    def text(self, language: str = "en") -> str:
        """Return the explanation in English or Indonesian.

        Raises:
            ValueError: the language is neither English nor Indonesian.

        """
        texts: list[str] = []
        for entry in self.entries:
            lines = [entry.title]
            for label, fact in labelled(entry, language):
                indented = fact.replace("\n", f"\n{_INDENT * 2}")
                lines.append(f"{_INDENT}{label}: {indented}")
            texts.append("\n".join(lines))
        return "\n\n".join(texts)

    def __str__(self) -> str:
        """Return the explanation in English."""
        return self.text()
