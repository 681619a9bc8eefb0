"""The directives ``vocabularies`` and ``vocabulary-list``: tables of terms, from the classes.

The heading of a vocabulary has its Indonesian name and the name of its class, in the order of the
language of the site.
"""

import importlib
from collections.abc import Iterator

from code_links import code_reference
from docutils import nodes
from docutils.statemachine import StringList
from labels import label
from public_names import is_vocabulary, public_names
from record_fields import users_of
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from tables import cell, table

from psm_core.explanations.wording import status_text
from psm_core.law import find_citations
from psm_core.terms import Term

PAGES = {
    "people": (
        *("people", "life_status", "religion", "marital_status", "family_relations"),
        *("education", "disability", "welfare_data"),
    ),
    "occupations": ("occupations",),
    "social-welfare": ("ppks", "pas", "pmks", "subjects"),
    "workers": ("pillars", "psks", "assignments", "duties"),
    "cases-and-programmes": ("services", "consents", "referrals", "daily_work", "assessments"),
    "events": ("events", "event_facts", "sources"),
    "regions": ("regions",),
    "law": ("law",),
}
"""Page → the modules of `psm_core.terms` whose vocabularies it has."""


def on_page(page: str) -> list[type[Term]]:
    """Return the vocabularies of a page, in the order in which the modules define them."""
    found = [one.value for one in public_names().values() if is_vocabulary(one.value)]
    modules = [f"psm_core.terms.{module}" for module in PAGES[page]]
    return [one for module in modules for one in _defined(module) if one in found]


def _defined(module: str) -> Iterator[type[Term]]:
    for name, value in vars(importlib.import_module(module)).items():
        is_here = getattr(value, "__module__", None) == module
        if is_vocabulary(value) and is_here and value.__name__ == name:
            yield value


class Vocabularies(SphinxDirective):
    """Describe the vocabularies of a page, each in a section."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return a section for each vocabulary."""
        return [self._section(one) for one in on_page(self.arguments[0])]

    def _section(self, vocabulary: type[Term]) -> nodes.section:
        name = vocabulary.__name__
        path = f"psm_core.terms.{name}"
        section = nodes.section("", ids=[name.lower()])
        section += nodes.title("", heading(vocabulary, self.env.config.language))
        members = ", ".join([*vocabulary.__members__, "aliases", "scheme"])
        lines = [f".. autoclass:: {path}", f"   :exclude-members: {members}", ""]
        section += self._facts(vocabulary)
        section += self._table(vocabulary)
        text = nodes.container()
        self.state.nested_parse(StringList(lines, source="reference"), 0, text)
        section += text.children
        return section

    def _facts(self, vocabulary: type[Term]) -> nodes.paragraph:
        scheme = vocabulary.scheme
        line = nodes.paragraph("", "", translatable=False)
        line += nodes.Text(f"{label(self.env, 'List')}: ")
        line += nodes.literal("", scheme.id)
        line += nodes.Text(f". {label(self.env, 'Source')}: {scheme.source}")
        line += nodes.Text(f" ({self._statuses(scheme.source)}).")
        sources = {member.source for member in vocabulary}
        own = {one for one in sources if not one.startswith(scheme.source)}
        if own:
            line += nodes.Text(f" {label(self.env, 'Entries with their own source')}: ")
            line += nodes.Text("; ".join(f"{one} ({self._statuses(one)})" for one in sorted(own)))
            line += nodes.Text(".")
        for one in vocabulary.code_lists:
            line += nodes.Text(f" {label(self.env, 'Other codes')}: ")
            line += nodes.literal("", one.scheme.id)
            line += nodes.Text(f", {one.scheme.source} ({self._statuses(one.scheme.source)}).")
        for number, path in enumerate(users_of(vocabulary)):
            line += nodes.Text(", " if number else f" {label(self.env, 'Used by')}: ")
            line += code_reference(path, text=path.removeprefix("psm_core."))
        return line

    def _statuses(self, source: str) -> str:
        """Return how well the acts of a source are known."""
        language = self.env.config.language
        found = (status_text(one.status, language) for one in find_citations(source))
        return ", ".join(dict.fromkeys(found))

    def _table(self, vocabulary: type[Term]) -> nodes.table:
        rows = []
        domain = self.env.domains.python_domain
        for member in vocabulary:
            name = f"psm_core.terms.{vocabulary.__name__}.{member.name}"
            row = nodes.row("", ids=[name])
            domain.note_object(name, "attribute", name, location=(self.env.docname, self.lineno))
            row += [
                cell(nodes.literal("", member.value)),
                cell(nodes.Text("; ".join(_written_codes(member)))),
                cell(nodes.Text(member.label)),
                cell(nodes.Text(member.gloss)),
            ]
            rows.append(row)
        heads = ("In documents", "Code", "Label", "Meaning")
        return table([label(self.env, one) for one in heads], rows, (34, 8, 29, 29), "vocabulary")


def _written_codes(member: Term) -> Iterator[str]:
    """Yield the code of a member, and those of other lists in brackets, if they differ."""
    yield member.code or "\u2013"
    for one in member.code_lists:
        code = member.codes.get(one.scheme.id)
        if code != (member.code or None):
            yield f"{one.scheme.id}: {code or chr(0x2013)}"


def heading(vocabulary: type[Term], language: str) -> str:
    """Return the heading of a vocabulary, such as *Religion (agama)*."""
    title, name = vocabulary.scheme.title, vocabulary.__name__
    if language == "id":
        return f"{title} ({name})"
    is_sentence = title[1:].islower()
    return f"{name} ({title.lower() if is_sentence else title})"


class VocabularyList(SphinxDirective):
    """List all vocabularies with the page of each."""

    def run(self) -> list[nodes.Node]:
        """Return a table of them."""
        rows = []
        for page in PAGES:
            for vocabulary in on_page(page):
                name = vocabulary.__name__
                target = addnodes.pending_xref(
                    "",
                    nodes.inline("", vocabulary.scheme.title),
                    refdomain="py",
                    reftype="obj",
                    reftarget=f"psm_core.terms.{name}",
                    refexplicit=True,
                    refdoc=self.env.docname,
                )
                path = f"psm_core.terms.{name}"
                rows.append(
                    nodes.row(
                        "",
                        cell(target),
                        cell(code_reference(path, text=f"terms.{name}")),
                        cell(nodes.Text(str(len(vocabulary)))),
                    )
                )
        heads = [label(self.env, one) for one in ("List", "Class", "Members")]
        return [table(heads, rows, (55, 30, 15), "vocabulary-list")]


def leave_out_signature(  # noqa: PLR0913 - as Sphinx calls it
    app: Sphinx, what: str, name: str, value: object, options: object, signature: str, returns: str
) -> tuple[str, str] | None:
    """Show a vocabulary without the signature of enumerations."""
    del app, what, name, options, signature, returns
    return ("", "") if is_vocabulary(value) else None


def setup(app: Sphinx) -> dict[str, bool]:
    """Connect to Sphinx."""
    app.add_directive("vocabularies", Vocabularies)
    app.add_directive("vocabulary-list", VocabularyList)
    app.connect("autodoc-process-signature", leave_out_signature)
    return {"parallel_read_safe": True}
