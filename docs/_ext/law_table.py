"""The directive ``law-table``: each act and document that the package cites, from its data."""

import re
from collections.abc import Iterator

from docutils import nodes
from labels import label
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from tables import cell, table

from psm_core.explanations.wording import about, parts_text, read_at, status_text
from psm_core.law import Act, load_acts

_ADDRESS = re.compile(r"(https?://[^\s;]+)")


class LawTable(SphinxDirective):
    """Show the table of law."""

    def run(self) -> list[nodes.Node]:
        """Return the table; each act can be linked to."""
        rows = []
        for act in load_acts().values():
            row = nodes.row("", ids=[act_id(act.name)])
            row += [
                cell(nodes.strong("", act.name)),
                nodes.entry("", *self._lines(self._about(act))),
                nodes.entry("", *self._lines(self._status(act))),
                nodes.entry("", *self._lines(self._where(act))),
            ]
            rows.append(row)
        heads = ("Act", "About", "Reading", "Read at")
        return [
            table([label(self.env, one) for one in heads], rows, (20, 32, 18, 30), "vocabulary law")
        ]

    def _about(self, act: Act) -> Iterator[str]:
        is_id = self.env.config.language == "id"
        if act.title:
            yield act.title
        if not act.title or not is_id:
            yield about(act, self.env.config.language)
        if act.issued:
            yield f"{label(self.env, 'Issued')}: {act.issued}"
        for word, names in (
            ("Replaces", act.replaces),
            ("Replaced by", act.replaced_by),
            ("Amended by", act.amended_by),
        ):
            if names:
                yield f"{label(self.env, word)}: {', '.join(names)}"

    def _status(self, act: Act) -> Iterator[str]:
        language = self.env.config.language
        yield status_text(act.status, language)
        if act.parts_read:
            yield f"{label(self.env, 'Read')}: {parts_text(act, language)}"

    def _where(self, act: Act) -> Iterator[str]:
        where = read_at(act, self.env.config.language)
        if where:
            yield where
        if act.verified_on:
            yield f"{label(self.env, 'Compared')}: {act.verified_on.isoformat()}"

    def _lines(self, texts: Iterator[str]) -> list[nodes.paragraph]:
        return [_linked(text) for text in texts]


def _linked(text: str) -> nodes.paragraph:
    """Return a line in which each address is a link."""
    line = nodes.paragraph("", "", translatable=False)
    for part in _ADDRESS.split(text):
        is_address = part.startswith("http")
        shown = part.partition("//")[2].partition("/")[0] if is_address else part
        line += nodes.reference("", shown, refuri=part) if is_address else nodes.Text(part)
    return line


def act_id(name: str) -> str:
    """Return the anchor of an act on the page of law."""
    return "act-" + re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def setup(app: Sphinx) -> dict[str, bool]:
    """Connect to Sphinx."""
    app.add_directive("law-table", LawTable)
    return {"parallel_read_safe": True}
