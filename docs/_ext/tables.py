"""Tables as document nodes, for the other extensions."""

from collections.abc import Iterable, Sequence

from docutils import nodes


def table(
    heads: Sequence[str], rows: Iterable[nodes.row], widths: Sequence[int], kind: str
) -> nodes.table:
    """Return a table with a header row."""
    group = nodes.tgroup(cols=len(heads))
    group += [nodes.colspec(colwidth=width) for width in widths]
    header = nodes.row()
    for head in heads:
        header += cell(nodes.inline("", head))
    group += nodes.thead("", header)
    group += nodes.tbody("", *rows)
    return nodes.table("", group, classes=[kind])


def cell(*children: nodes.Node) -> nodes.entry:
    """Return a cell; inline nodes are put into one line.

    The line is no paragraph of the page's text: it is not offered for translation.
    """
    if all(isinstance(one, nodes.Inline | nodes.Text) for one in children):
        line = nodes.paragraph("", "", *children, translatable=False)
        return nodes.entry("", line)
    return nodes.entry("", *children)
