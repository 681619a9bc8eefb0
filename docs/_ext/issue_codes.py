"""The directive ``issue``: an issue code with its severity, its sentences and who reports it."""

from code_facts import reporters
from code_links import code_reference
from docutils import nodes
from labels import label
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective
from sphinx.util.nodes import make_id

from psm_core._messages import MESSAGES
from psm_core.explanations.wording import status_text
from psm_core.law import find_citations

_LOG = logging.getLogger(__name__)


class IssueCode(SphinxDirective):
    """Describe an issue code. The sentences below it in the source are for readers of that."""

    required_arguments = 1
    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return the description; it can be linked to by the code."""
        code = self.arguments[0]
        if code not in MESSAGES:
            _LOG.warning("%s is not an issue code", code, location=self.get_location())
            return []
        target = make_id(self.env, self.state.document, "issue", code)
        signature = addnodes.desc_signature(code, "", addnodes.desc_name(code, code), ids=[target])
        signature["_toc_parts"], signature["_toc_name"] = (), ""
        self.env.domains.standard_domain.note_object(
            "issue", code, target, location=self.get_location()
        )
        self.indexentries = [("pair", f"{code}; issue code", target, "", None)]
        content = addnodes.desc_content("", self._facts(code), *self._sentences(code))
        return [
            addnodes.index(entries=self.indexentries),
            addnodes.desc("", signature, content, domain="std", objtype="issue", classes=["issue"]),
        ]

    def _facts(self, code: str) -> nodes.paragraph:
        line = nodes.paragraph("", "", translatable=False, classes=["issue-facts"])
        severity = MESSAGES[code].severity
        line += nodes.inline("", label(self.env, severity), classes=["severity", severity])
        for number, path in enumerate(reporters()[code]):
            line += nodes.Text(", " if number else f" · {label(self.env, 'Reported by')} ")
            line += code_reference(path, text=path.removeprefix("psm_core."))
        if source := MESSAGES[code].source:
            language = self.env.config.language
            statuses = [status_text(one.status, language) for one in find_citations(source)]
            known = ", ".join(dict.fromkeys(statuses))
            line += nodes.Text(f" · {label(self.env, 'Source')}: {source} ({known})")
        return line

    def _sentences(self, code: str) -> list[nodes.Node]:
        message = MESSAGES[code]
        sentences = [("en", message.en), ("id", message.id)]
        if self.env.config.language == "id":
            sentences.reverse()
        return [
            nodes.paragraph(
                "",
                "",
                nodes.Text(f"{words.problem} "),
                nodes.strong("", words.cure),
                translatable=False,
                classes=[f"lang-{language}"],
            )
            for language, words in sentences
        ]


def setup(app: Sphinx) -> dict[str, bool]:
    """Let each issue code be an object of the site: with an anchor, and found by the search."""
    app.add_object_type("issue", "issue", "pair: %s; issue code")
    app.add_directive_to_domain("std", "issue", IssueCode, override=True)
    return {"parallel_read_safe": True}
