"""Docstrings of attributes as they are: Napoleon takes a colon in their first line for a type."""

from sphinx.application import Sphinx

_WRITTEN: dict[str, list[str]] = {}


def keep(  # noqa: PLR0913 - as Sphinx calls it
    app: Sphinx, what: str, name: str, value: object, options: object, lines: list[str]
) -> None:
    """Keep the lines, before Napoleon reads them."""
    del app, value, options
    if what in {"attribute", "data", "property"}:
        _WRITTEN[name] = list(lines)


def put_back(  # noqa: PLR0913 - as Sphinx calls it
    app: Sphinx, what: str, name: str, value: object, options: object, lines: list[str]
) -> None:
    """Put the lines back, after Napoleon has read them."""
    del app, what, value, options
    written = _WRITTEN.pop(name, [])
    if any(line.startswith(":type:") for line in lines):
        lines[:] = written


def setup(app: Sphinx) -> dict[str, bool]:
    """Connect to Sphinx, around Napoleon, whose priority is 500."""
    app.connect("autodoc-process-docstring", keep, priority=400)
    app.connect("autodoc-process-docstring", put_back, priority=600)
    return {"parallel_read_safe": True}
