"""Each act that the package cites is in the table of law, and each article can be read from it."""

import ast
import re
from functools import cache
from pathlib import Path

import psm_core
from psm_core import load_programmes, terms
from psm_core._messages import MESSAGES
from psm_core.checks.psm import _REQUIREMENTS
from psm_core.law import find_citations
from psm_core.terms import Term

PACKAGE = Path(psm_core.__file__).parent
DOCS = Path(__file__).parents[2] / "docs"
NAMED = re.compile(
    r"\b(?:UU|PP|Perpres|Inpres|Keppres|Permen\w+|Kepmen\w+|Perdirjen|Perda|Pergub|Perwal|Perbup"
    r"|Qanun)(?: [A-Z]\w+)* [\w.-]+(?:/[A-Z]+)*/(?:19|20)\d\d"
)
"""What looks like an act with number and year."""
INVENTED = {"Permensos 8/2013"}
"""Misspelt acts in examples."""
VOCABULARIES = [
    found
    for name in terms.__all__
    if issubclass(found := getattr(terms, name), Term) and found is not Term
]


def sections(docstring):
    """Yield each section ``Source:`` of a docstring."""
    for part in re.split(r"\n\s*\n", docstring or ""):
        head, found, text = part.partition("Source: ")
        if found and not head.strip():
            yield text


def docstrings():
    """Yield (place, section) for each section ``Source:`` in the package."""
    kinds = (ast.Module, ast.ClassDef, ast.FunctionDef)
    for path in sorted(PACKAGE.rglob("*.py")):
        source = path.read_text("utf-8")
        for node in ast.walk(ast.parse(source)) if "Source: " in source else ():
            if isinstance(node, kinds):
                for text in sections(ast.get_docstring(node)):
                    yield f"{path.stem}.{getattr(node, 'name', '')}", text


def of_terms():
    """Yield (place, source) for each list and term, and for each age limit."""
    for vocabulary in VOCABULARIES:
        yield vocabulary.__name__, vocabulary.scheme.source
        for member in vocabulary:
            yield f"{vocabulary.__name__}.{member.name}", member.source
            if limit := getattr(member, "age_source", None):
                yield f"{vocabulary.__name__}.{member.name}.age_source", limit


def of_messages():
    """Yield (code, source) for each issue code that rests on an act."""
    return [(code, one.source) for code, one in MESSAGES.items() if one.source is not None]


def test_each_act_is_in_the_table_and_each_article_is_read():
    written = list(docstrings())
    programmes = [(f"programme {one.id}", one.source or "") for one in load_programmes()]
    sources = [*written, *of_terms(), *of_messages(), *programmes]
    assert len(written) > 12
    assert len(sources) > 300
    for text, place in {text: place for place, text in sources}.items():
        citations = find_citations(text)
        named = set(NAMED.findall(" ".join(text.split())))
        assert named <= {one.act for one in citations}, f"{place}: add it to data/law/acts.tsv"
        articles = sum(one.pinpoint.count("Pasal") for one in citations)
        assert articles == text.count("Pasal"), f"{place}: an article is outside of a citation"


def test_each_act_named_anywhere_is_in_the_table():
    for path in (*PACKAGE.rglob("*.py"), *DOCS.rglob("*.md")):
        text = " ".join(path.read_text("utf-8").split())
        named = set(NAMED.findall(text)) - INVENTED
        acts = {one.act for one in find_citations(text)} if named else set()
        assert named <= acts, f"{path}: add it to data/law/acts.tsv"


def test_each_term_rests_on_an_act_or_a_document_of_the_table():
    for vocabulary in VOCABULARIES:
        assert find_citations(vocabulary.scheme.source), vocabulary
        assert all(find_citations(member.source) for member in vocabulary), vocabulary


def test_each_message_names_the_acts_of_its_class_or_check():
    reported = reporting_docstrings()
    for code, source in of_messages():
        acts = {one.act for one in find_citations(source)}
        assert acts, code
        assert any(acts <= {one.act for one in find_citations(text)} for text in reported[code]), (
            f"{code}: no class or check that reports it has a section Source with {acts}"
        )


def test_each_code_of_a_class_with_a_source_has_one():
    generic = {"number", "period", "text", "type"}
    for code, texts in reporting_docstrings().items():
        if any(map(find_citations, texts)) and code.partition(".")[0] not in generic:
            assert MESSAGES[code].source, f"{code}: give the message the source of its class"


@cache
def reporting_docstrings():
    """Return code → the sections ``Source:`` of the classes and functions that report it."""
    found = {code: [] for code in MESSAGES}
    for path in sorted(PACKAGE.rglob("*.py")):
        source = path.read_text("utf-8")
        tree = ast.parse(source) if "Source: " in source else ast.Module([])
        for node in tree.body:
            if isinstance(node, (ast.ClassDef, ast.FunctionDef)):
                texts = list(sections(ast.get_docstring(node)))
                for code in codes_in(node, source, tree) if texts else ():
                    found[code] += texts
    return found


def codes_in(node, source, tree):
    """Return the codes that a class or a function names, itself or through a private name."""
    text = ast.get_source_segment(source, node)
    for one in tree.body:
        name = getattr(one, "name", None) or getattr(getattr(one, "targets", [0])[0], "id", "")
        if name.startswith("_") and re.search(rf"\b{name}\b", text):
            text += ast.get_source_segment(source, one)
    named = set(re.findall(r"[\"`]([a-z_]+\.[a-z_]+)[\"`]", text))
    return [code for code in MESSAGES if {code, code.removesuffix("_unproven")} & named]


def test_requirements_of_a_psm_cite_the_letter_of_the_list():
    for one in _REQUIREMENTS:
        for code in (one.code, f"{one.code}_unproven"):
            if code in MESSAGES:
                assert MESSAGES[code].source == one.requirement.source
