"""Code in prose links to its page, and every spelling of a public name leads to the same page."""

from docutils import nodes
from docutils.nodes import Element, TextElement
from public_names import public_path
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from psm_core._messages import MESSAGES

_NO_LINKS_INSIDE = (
    nodes.title,
    nodes.reference,
    nodes.term,
    addnodes.pending_xref,
    addnodes.desc_signature,
)
OPTIONAL = "psm_optional"
"""Attribute of a reference that stays plain code when the object has no page."""


def code_reference(target: str, *, text: str = "") -> addnodes.pending_xref:
    """Return code that links to a public object or to an issue code, when that has a page."""
    is_code = target in MESSAGES
    return addnodes.pending_xref(
        "",
        nodes.literal("", text or target, classes=["xref"]),
        refdomain="std" if is_code else "py",
        reftype="issue" if is_code else "obj",
        reftarget=target,
        refexplicit=True,
        refwarn=False,
        **{OPTIONAL: True},
    )


def link_code(app: Sphinx, doctree: nodes.document) -> None:
    """Replace each code in prose that names a public object or an issue code by a link to it."""
    for literal in list(doctree.findall(nodes.literal)):
        text = literal.astext()
        target = text if text in MESSAGES else public_path(text.removesuffix("()"))
        parents = list(_parents(literal))
        if (
            target is None
            or any(isinstance(one, _NO_LINKS_INSIDE) for one in parents)
            or any(not isinstance(one, nodes.Text) for one in literal.children)
            or _describes(parents, target)
        ):
            continue
        reference = code_reference(target, text=text)
        reference["refdoc"] = app.env.docname
        literal.replace_self(reference)


def _parents(node: nodes.Node) -> list[nodes.Node]:
    found = []
    while node.parent is not None:
        node = node.parent
        found.append(node)
    return found


def _describes(parents: list[nodes.Node], target: str) -> bool:
    """Return whether the text is itself part of the description of an object."""
    return any(
        target in signature.get("ids", ())
        for one in parents
        if isinstance(one, addnodes.desc)
        for signature in one.findall(addnodes.desc_signature)
        if signature.parent is one
    )


def resolve(
    app: Sphinx, env: BuildEnvironment, node: addnodes.pending_xref, contnode: TextElement
) -> Element | None:
    """Resolve a reference by another spelling of a public name."""
    found = None
    if node.get("refdomain") == "py":
        path = public_path(node["reftarget"])
        if path is not None:
            found = env.domains.python_domain.resolve_xref(
                env, node["refdoc"], app.builder, "obj", path, node, contnode
            )
    if found is None and node.get(OPTIONAL):
        return contnode
    return found


def setup(app: Sphinx) -> dict[str, bool]:
    """Connect to Sphinx."""
    app.connect("doctree-read", link_code)
    app.connect("missing-reference", resolve)
    return {"parallel_read_safe": True}
