"""The common style of the pictures, for light and dark pages and for phones.

A picture is 360 units wide and shown at its own size, so on a phone its text is not smaller than
12 pixels. On the site it is part of the page and takes its colours from it; elsewhere it follows
the colour scheme of the reader.
"""

from collections.abc import Iterable
from html import escape
from textwrap import wrap

WIDTH = 360
TEXT, SMALL = 14, 12
_STYLE = """\
.psm{--psm-ink:#1f2328;--psm-soft:#59636e;--psm-line:#818b98}
@media (prefers-color-scheme:dark){.psm{--psm-ink:#f0f6fc;--psm-soft:#9198a1;--psm-line:#818b98}}
.psm text{fill:var(--color-foreground-primary,var(--psm-ink));font-family:sans-serif}
.psm .soft{fill:var(--color-foreground-secondary,var(--psm-soft))}
.psm .code{font-family:monospace}
.psm .strong{font-weight:bold}
.psm .line{fill:none;stroke:var(--color-foreground-secondary,var(--psm-line))}
.psm .c0{stroke:#2b7fb8;fill:#2b7fb8}.psm .c1{stroke:#13938b;fill:#13938b}
.psm .c2{stroke:#5a9a3c;fill:#5a9a3c}.psm .c3{stroke:#b9791a;fill:#b9791a}
.psm rect.c0,.psm rect.c1,.psm rect.c2,.psm rect.c3{fill-opacity:.12}
.psm path.c0,.psm path.c1,.psm path.c2,.psm path.c3{fill:none}"""


def text(  # noqa: PLR0913 - by name
    x: float, y: float, words: str, *, size: int = TEXT, kind: str = "", end: str = ""
) -> str:
    """Return one line of text; `kind` names styles, `end` is *middle* or *end*."""
    attributes = f' class="{kind}"' if kind else ""
    attributes += f' text-anchor="{end}"' if end else ""
    return f'<text x="{x:g}" y="{y:g}" font-size="{size}"{attributes}>{escape(words)}</text>'


def box(x: float, y: float, width: float, height: float, colour: int = 0) -> str:
    """Return a box with round corners, in one of four colours."""
    return (
        f'<rect class="c{colour % 4}" x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}"'
        ' rx="6"/>'
    )


def lines_of(words: str, width: float) -> list[str]:
    """Return small text in lines that fit a width."""
    return wrap(words, int(width / (SMALL * 0.58)))


def picture(title: str, height: float, elements: Iterable[str]) -> bytes:
    """Return the bytes of a picture."""
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="psm" viewBox="0 0 {WIDTH} {height:g}"'
        f' width="{WIDTH}" height="{height:g}" role="img">'
    )
    parts = [head, f"<title>{escape(title)}</title>", f"<style>{_STYLE}</style>", *elements]
    return ("\n".join([*parts, "</svg>"]) + "\n").encode()
