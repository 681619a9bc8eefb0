"""Check the links inside the built site: each names a page that exists and a place on it.

The folder of the site is the argument, such as docs/_build/html.
"""

import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit


class Page(HTMLParser):
    """The links and the anchors of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.anchors: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.anchors |= {str(values[name]) for name in ("id", "name") if values.get(name)}
        self.links += [
            str(values[name]) for name in ("href", "src") if values.get(name) and tag != "base"
        ]


def broken_links(site: Path) -> list[str]:
    """Return each link of a page of the site that leads nowhere inside it."""
    pages = {path: Page(path.read_text("utf-8")) for path in sorted(site.rglob("*.html"))}
    return [
        f"{path.relative_to(site)}: {link}"
        for path, page in pages.items()
        for link in sorted(set(page.links))
        if not leads_somewhere(link, path, pages)
    ]


def leads_somewhere(link: str, path: Path, pages: dict[Path, Page]) -> bool:
    """Return whether a link is of another site, or names a file here and a place on its page."""
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return True
    target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
    if target.is_dir():
        target /= "index.html"
    if not target.is_file():
        return False
    anchor = unquote(parts.fragment)
    return not anchor or target not in pages or anchor in pages[target].anchors


if __name__ == "__main__":
    site = Path(sys.argv[1]).resolve()
    broken = broken_links(site)
    print(f"{len(list(site.rglob('*.html')))} pages, {len(broken)} broken links")
    sys.exit("\n".join(broken) or 0)
