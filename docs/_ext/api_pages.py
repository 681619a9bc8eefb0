"""The directive ``api``: the objects of a reference page, under the paths users import.

A table with the first line of each, the guides that use them, then each in full.
"""

import inspect
import re
import sys
from collections import Counter
from functools import cache
from pathlib import Path

from code_links import code_reference
from docutils import nodes
from docutils.parsers.rst import directives
from docutils.statemachine import StringList
from labels import label
from public_names import PublicName, public_names, summary
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.pycode import ModuleAnalyzer
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective
from tables import cell, table

from psm_core._core.record import is_record_class, record_info

_LOG = logging.getLogger(__name__)
DOCS = Path(__file__).parents[1]
_MOST_GUIDES = 6
_CODE = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)


class Api(SphinxDirective):
    """Describe some public objects of a module, or all of them when none is listed."""

    required_arguments = 1
    has_content = True
    option_spec = {"inherited-members": directives.unchanged}

    def run(self) -> list[nodes.Node]:
        """Return the nodes of the page."""
        module = self.arguments[0]
        listed = [f"{module}.{name}" for name in " ".join(self.content).split()]
        for path in listed:
            if path not in public_names():
                _LOG.warning("%s is not a public name", path, location=self.get_location())
        names = [public_names()[path] for path in listed if path in public_names()]
        names = names or members_of(module)
        return [self._overview(names), *self._guides(names), *self._described(names)]

    def _overview(self, names: list[PublicName]) -> nodes.Node:
        rows = []
        for one in names:
            text = nodes.container()
            source = f"docstring of {one.path}"
            self.state.nested_parse(StringList([_first_line(one)], source=source), 0, text)
            rows.append(
                nodes.row("", cell(code_reference(one.path, text=one.short)), cell(*text.children))
            )
        heads = [label(self.env, "Name"), label(self.env, "Description")]
        return table(heads, rows, (30, 70), "overview")

    def _guides(self, names: list[PublicName]) -> list[nodes.Node]:
        line = nodes.paragraph("", f"{label(self.env, 'Guides')}: ", translatable=False)
        line["classes"].append("guides")
        found = guides(tuple(one.path for one in names))
        for number, page in enumerate(found):
            if number:
                line += nodes.Text(", ")
            line += addnodes.pending_xref(
                "",
                nodes.inline("", page),
                refdomain="std",
                reftype="doc",
                reftarget=f"/{page}",
                refdoc=self.env.docname,
                refexplicit=False,
                refwarn=True,
            )
        return [line] if found else []

    def _described(self, names: list[PublicName]) -> list[nodes.Node]:
        lines: list[str] = []
        for one in names:
            lines += self._directive(one)
        text = nodes.container()
        self.state.nested_parse(StringList(lines, source="reference"), 0, text)
        return list(text.children)

    def _directive(self, one: PublicName) -> list[str]:
        if inspect.isclass(one.value):
            kind = "exception" if issubclass(one.value, BaseException) else "class"
            inherited = self.options.get("inherited-members")
            members = [] if inherited is None else [f"   :inherited-members: {inherited}".rstrip()]
            if is_record_class(one.value):  # the directive record-fields describes its fields
                names = ", ".join(record_info(one.value).names)
                members.append(f"   :exclude-members: {names}")
            return [f".. auto{kind}:: {one.path}", *members, ""]
        if inspect.isroutine(one.value):
            return [f".. autofunction:: {one.path}", ""]
        text = data_docstring(one.name)
        head = [f".. py:data:: {one.name}", f"   :module: {one.module}", ""]
        return [*head, *(f"   {line}" for line in text), ""]


def members_of(module: str) -> list[PublicName]:
    """Return the public names of a module: functions, then classes, then data."""
    found = [one for one in public_names().values() if one.module == module]
    return sorted(
        found, key=lambda one: (not inspect.isroutine(one.value), not inspect.isclass(one.value))
    )


def _first_line(one: PublicName) -> str:
    if inspect.isclass(one.value) or inspect.isroutine(one.value):
        return summary(one.value)
    return data_docstring(one.name)[0]


@cache
def data_docstring(name: str) -> list[str]:
    """Return the docstring below data, wherever in the package it is defined."""
    for module in sorted(sys.modules):
        if module.startswith("psm_core"):
            found = ModuleAnalyzer.for_module(module).find_attr_docs().get(("", name))
            if found:
                return list(found)
    raise LookupError(name)


@cache
def guides(paths: tuple[str, ...]) -> list[str]:
    """Return the guides whose examples use these objects, the nearest to the subject first."""
    weights: Counter[str] = Counter()
    for path in paths:
        users = [page for page, code in _guide_code().items() if _uses(code, public_names()[path])]
        weights.update(dict.fromkeys(users, 1 / (len(users) or 1)))  # type: ignore[arg-type]
    return [page for page, _ in weights.most_common(_MOST_GUIDES)]


@cache
def _guide_code() -> dict[str, str]:
    pages = sorted([*DOCS.glob("how-to/*.md"), *DOCS.glob("tutorial/*.md")])
    return {
        str(page.relative_to(DOCS).with_suffix("")): "\n".join(
            _CODE.findall(page.read_text("utf-8"))
        )
        for page in pages
    }


def _uses(code: str, one: PublicName) -> bool:
    package = one.module.removeprefix("psm_core").removeprefix(".")
    before = rf"(?:{package}\.|import .*\b)" if package else r"\b"
    return re.search(rf"{before}{one.name}\b", code) is not None


def check_completeness(app: Sphinx, env: BuildEnvironment) -> None:
    """Warn of each public name that no page describes."""
    del app
    described = env.domains.python_domain.objects
    for path in public_names():
        if path not in described:
            _LOG.warning("%s has no page in the reference", path)


def setup(app: Sphinx) -> dict[str, bool]:
    """Connect to Sphinx."""
    app.add_directive("api", Api)
    app.connect("env-check-consistency", check_completeness)
    return {"parallel_read_safe": True}
