"""Put the generated pictures into the page, so that they take the colours of its theme."""

from html import escape
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx

_WORDS = {
    "holds<": "memuat<",
    "names by its key<": "menyebut ID-nya<",
    "head: ": "kepala: ",
    "example: ": "contoh: ",
}


def put_inline(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Replace each image of our style by its text, with the description as its label."""
    del docname
    if app.builder.format != "html":
        return
    for image in list(doctree.findall(nodes.image)):
        path = Path(app.srcdir, image["uri"])
        if path.suffix != ".svg" or not path.is_file():
            continue
        contents = path.read_text("utf-8")
        if 'class="psm"' in contents:
            label = f'<svg aria-label="{escape(image.get("alt", ""))}"'
            inline = contents.replace("<svg", label, 1)
            if app.config.language == "id":
                for english, indonesian in _WORDS.items():
                    inline = inline.replace(f">{english}", f">{indonesian}")
            image.replace_self(nodes.raw("", inline, format="html"))


def setup(app: Sphinx) -> dict[str, bool]:
    """Connect to Sphinx."""
    app.connect("doctree-resolved", put_inline)
    return {"parallel_read_safe": True}
