"""Bring the Indonesian catalogs up to the pages; `--check` fails on what is behind or missing.

A message that is new has an empty translation, and one that no page has any more is gone. The pages
that have to be complete are those that people read in order to do something; the reference of the
code is in English alone.
"""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from _generated import ROOT
from babel.messages import Catalog
from babel.messages.pofile import read_po, write_po

from psm_core._messages import MESSAGES

DOCS = ROOT / "docs"
CATALOGS = DOCS / "locale" / "id" / "LC_MESSAGES"
COMPLETE = ("index", "tutorial/*", "how-to/*", "explanation/glossary", "reference/codes")
SENTENCES = {text for said in MESSAGES.values() for text in (said.en, said.id)}
"""What stands on the page of codes in both languages already."""


def pages(templates: Path) -> Iterator[tuple[str, Catalog]]:
    """Yield each page that has to be complete, with its messages as the site has them now."""
    for pattern in COMPLETE:
        for path in sorted(templates.glob(f"{pattern}.pot")):
            with path.open("rb") as file:
                found = read_po(file)
            made = Catalog(locale="id")
            for message in found:
                if message.id and message.id not in SENTENCES:
                    made.add(message.id)
            yield str(path.relative_to(templates).with_suffix("")), made


def told(path: Path) -> dict[str, str]:
    """Return message → translation of a catalog that is kept."""
    if not path.is_file():
        return {}
    with path.open("rb") as file:
        return {str(one.id): str(one.string) for one in read_po(file, locale="id") if one.id}


def written(messages: Catalog, translations: dict[str, str]) -> bytes:
    """Return a catalog as it is kept: without dates, places and obsolete messages."""
    made = Catalog(locale="id", header_comment="# psm-core")
    for message in messages:
        if message.id:
            made.add(message.id, translations.get(str(message.id), "")).flags.clear()
    out = BytesIO()
    write_po(out, made, width=0, omit_header=True)
    head = b'# psm-core\nmsgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
    return head + out.getvalue()


def main(*, check: bool) -> None:
    faults: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            [sys.executable, "-m", "sphinx", "-q", "-b", "gettext", str(DOCS), folder], check=True
        )
        found = dict(pages(Path(folder)))
    for page, messages in found.items():
        path = CATALOGS / f"{page}.po"
        translations = told(path)
        made = written(messages, translations)
        if not path.is_file() or path.read_bytes() != made:
            faults.append(f"{page}: is behind the page")
            if not check:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(made)
        faults += [
            f"{page}: no translation of {message.id!r}"
            for message in messages
            if message.id and not translations.get(str(message.id))
        ]
    left = {path.relative_to(CATALOGS).with_suffix("") for path in CATALOGS.rglob("*.po")}
    faults += [f"{page}: no such page" for page in sorted(map(str, left)) if page not in found]
    for fault in faults:
        print(fault)
    if check and faults:
        sys.exit("the Indonesian pages are behind: run tools/build_catalogs.py and translate")
    print(f"{len(found)} catalogs, {sum(len(one) for one in found.values())} messages")


if __name__ == "__main__":
    main(check="--check" in sys.argv)
