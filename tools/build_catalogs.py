"""Bring the Indonesian catalogs up to date with the pages; `--check` fails on what is missing.

A new message has an empty translation; a message that no page has any more is removed. Pages that
people read to get something done are translated whole. The reference is translated in part: its
titles, its own prose, and the first line and the fields of each object. Of other pages the title
is translated, because it is in the menu.

The message of an object carries the name of the object. When its English changes, the translation
stays and is marked *fuzzy*: compare it with the new text, then remove the mark.
"""

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from _generated import ROOT
from babel.messages import Catalog
from babel.messages.pofile import read_po, write_po

sys.path.insert(0, str(ROOT / "docs" / "_ext"))

from public_names import public_names, public_path

DOCS = ROOT / "docs"
SPHINX = (sys.executable, "-m", "sphinx")
CATALOGS = DOCS / "locale" / "id" / "LC_MESSAGES"
THEME = CATALOGS / "sphinx.po"  # written by hand: what the theme and Sphinx write on a page
WHOLE = ("index", "tutorial/*", "how-to/*", "explanation/glossary", "reference/codes")
IN_PART = ("reference/*", "reference/vocabularies/*")
TITLE = ("changelog", "explanation/*", "explanation/decisions/*")
_OBJECT = re.compile(r"(:?)docstring of (\S+?):([0-9]+)$")
_PROSE = re.compile(r"\S*docs/(\S+\.md):([0-9]+)$")
_NO_WORDS = re.compile(r"`[^`]+`|[\W\d_]*|!\[.*\]\(.*\)|Alias for field number \d+")
_LABELS = {"Raises", "Parameters", "Returns", "Return type", "Yields", "Source"}
_HEAD = b'# psm-core\nmsgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'


class Message(NamedTuple):
    """A message of a page, and where it is."""

    text: str
    places: tuple[str, ...]

    @property
    def objects(self) -> list[str]:
        """The public objects whose first line, or whose description as a field, it is."""
        found: dict[str, None] = {}
        for place in self.places:
            matched = _OBJECT.search(place)  # the directives of the site write no file and colon
            is_whole = matched and (not matched[1] or matched[3] == "1")
            path = public_path(matched[2]) if matched and is_whole else None
            if path:
                found[path] = None
        return list(found)

    @property
    def lines(self) -> list[tuple[str, int]]:
        """The pages and lines where it is written."""
        matched = [_PROSE.match(place) for place in self.places]
        return [(one[1], int(one[2])) for one in matched if one and one[2] != "0"]


class Translation(NamedTuple):
    """A translation, and whether somebody has to compare it with the English text."""

    text: str
    is_fuzzy: bool


def templates(folder: Path) -> Iterator[tuple[str, list[Message]]]:
    """Yield each page with the messages that have to be translated."""
    done = set[str]()
    for patterns, is_wanted in ((WHOLE, _any), (IN_PART, _in_part), (TITLE, _is_title)):
        for path in sorted(one for each in patterns for one in folder.glob(f"{each}.pot")):
            page = str(path.relative_to(folder).with_suffix(""))
            if page not in done:
                done.add(page)
                yield page, [one for one in messages(path) if is_wanted(one)]


def messages(path: Path) -> Iterator[Message]:
    """Yield the messages of a template."""
    places: list[str] = []
    for block in path.read_text("utf-8").split("\n\n"):
        places = re.findall("^#: (.*)$", block, re.MULTILINE)
        for one in read_po(BytesIO(block.encode())):
            if one.id:
                yield Message(str(one.id), tuple(places))


def _any(_: Message) -> bool:
    return True


def _in_part(message: Message) -> bool:
    name = message.text.partition(" (")[0]  # the heading of a vocabulary, written in both languages
    if _NO_WORDS.fullmatch(message.text) or name in _class_names():
        return False
    if message.text in _LABELS:
        return True
    return bool(message.objects) or any(not _is_data(message.text, *line) for line in message.lines)


def _is_title(message: Message) -> bool:
    return any(number == 1 for _, number in message.lines)


@cache
def _class_names() -> set[str]:
    return {one.name for one in public_names().values()}


def _is_data(text: str, page: str, number: int) -> bool:
    """Return whether a message is a name or code in a table; Sphinx gives all cells one line."""
    if page not in {"reference/layouts.md", "reference/provinces.md"}:
        return False
    lines = (DOCS / page).read_text("utf-8").splitlines()
    line, below = lines[number - 1], "".join(lines[number : number + 1])
    is_head = below.startswith("| ---") and text in [one.strip() for one in line.split("|")]
    is_cell = line.startswith("|") and not is_head
    return is_cell or line.startswith("## ")  # the titles of layouts are Indonesian already


class Known(NamedTuple):
    """The translations of a catalog, by message and by object."""

    by_text: Mapping[str, Translation]
    by_object: Mapping[str, str]

    def of(self, message: Message) -> Translation:
        """Return the translation of a message, or of the object that it now describes."""
        if found := self.by_text.get(message.text):
            return found
        for path in message.objects:
            if path in self.by_object:
                return Translation(self.by_object[path], is_fuzzy=True)
        return Translation("", is_fuzzy=False)


def page_catalogs() -> list[Path]:
    """Return the catalogs of pages."""
    return [path for path in sorted(CATALOGS.rglob("*.po")) if path != THEME]


def read_catalogs() -> Known:
    """Return what all catalogs have; a message that several pages have is translated once."""
    by_text: dict[str, Translation] = {}
    by_object: dict[str, str] = {}
    for path in page_catalogs():
        with path.open("rb") as file:
            for one in read_po(file, locale="id"):
                if one.id and one.string:
                    by_text.setdefault(str(one.id), Translation(str(one.string), one.fuzzy))
                    by_object |= {name: str(one.string) for name, _ in one.locations}
    return Known(by_text, by_object)


def read_catalog(path: Path) -> dict[str, Translation]:
    """Return the translations of one catalog, which win over those of other pages."""
    if not path.is_file():
        return {}
    with path.open("rb") as file:
        return {
            str(one.id): Translation(str(one.string), one.fuzzy)
            for one in read_po(file, locale="id")
            if one.id and one.string
        }


def catalog(wanted: Mapping[Message, Translation]) -> bytes:
    """Return a catalog without dates and obsolete messages."""
    made = Catalog(locale="id", header_comment="# psm-core")
    for message, translation in wanted.items():
        entry = made.add(
            message.text, translation.text, locations=[(one, None) for one in message.objects]
        )
        entry.flags.clear()
        if translation.is_fuzzy:
            entry.flags.add("fuzzy")
    out = BytesIO()
    write_po(out, made, width=0, omit_header=True, include_lineno=False)
    return _HEAD + out.getvalue()


def main(*, check: bool) -> None:
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([*SPHINX, "-q", "-b", "gettext", str(DOCS), folder], check=True)
        pages = dict(templates(Path(folder)))
    known = read_catalogs()
    problems: list[str] = []
    for page, wanted in pages.items():
        path = CATALOGS / f"{page}.po"
        here = read_catalog(path)
        translated = {one: here.get(one.text) or known.of(one) for one in wanted}
        contents = catalog(translated)
        if not path.is_file() or path.read_bytes() != contents:
            problems.append(f"{page}: out of date")
            if not check:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(contents)
        for message, translation in translated.items():
            if not translation.text:
                problems.append(f"{page}: no translation of {message.text!r}")
            elif translation.is_fuzzy:
                problems.append(f"{page}: the English changed: {message.text!r}")
    left = {path.relative_to(CATALOGS).with_suffix("") for path in page_catalogs()}
    problems += [f"{page}: no such page" for page in sorted(map(str, left)) if page not in pages]
    for problem in problems:
        print(problem)
    if check and problems:
        sys.exit("run tools/build_catalogs.py, then translate and review")
    print(f"{len(pages)} catalogs, {sum(map(len, pages.values()))} messages")


if __name__ == "__main__":
    main(check="--check" in sys.argv)
