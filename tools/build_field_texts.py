"""Write what each field of a record means, in both languages, for `psm_core.fields_of`.

The English text is the docstring of the field; the Indonesian one is its translation on the site.
A field without a translation has the English text alone.
"""

import ast
import inspect
import re
import sys
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path

from _generated import PACKAGE, ROOT, write_or_compare
from babel.messages.pofile import read_po

from psm_core import FieldSource
from psm_core._core.record import record_info
from psm_core.wire.json_schema import definitions_of
from psm_core.wire.versions import NAMES

CATALOGS = ROOT / "docs" / "locale" / "id" / "LC_MESSAGES" / "reference"
_MARKUP = re.compile(r"(`+|\*+)([^`*]+)\1")
_ROLE = re.compile(r":[a-z:]+:(?=`)")


def translations() -> Mapping[str, str]:
    """Return English text of the reference → its translation."""
    found: dict[str, str] = {}
    for path in sorted(CATALOGS.glob("*.po")):
        with path.open("rb") as file:
            for one in read_po(file):
                if one.id and one.string and not one.fuzzy:
                    found[one_line(str(one.id))] = one_line(str(one.string))
    return found


def one_line(text: str) -> str:
    return " ".join(text.split())


def plain(text: str) -> str:
    """Return a text without the marks of code."""
    return _MARKUP.sub(r"\2", _ROLE.sub("", text))


def docstrings(record_class: type) -> Iterator[tuple[str, str]]:
    """Yield each field of a class with the first paragraph of its docstring."""
    source = Path(inspect.getsourcefile(record_class) or "").read_text("utf-8")
    (body,) = (
        one.body
        for one in ast.walk(ast.parse(source))
        if isinstance(one, ast.ClassDef) and one.name == record_class.__name__
    )
    for field, text in pairwise(body):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
            value = text.value if isinstance(text, ast.Expr) else None
            if isinstance(value, ast.Constant) and isinstance(value.value, str):
                yield field.target.id, one_line(inspect.cleandoc(value.value).split("\n\n")[0])


def lines() -> Iterator[str]:
    known = translations()
    classes = {
        name: one.record_class
        for cls in (*NAMES, FieldSource)
        for name, one in definitions_of(cls).items()
    }
    yield "class\tfield\ten\tid"
    for name, cls in sorted(classes.items()):
        texts = dict(docstrings(cls))
        for field in record_info(cls).names:
            if english := texts.get(field):
                yield "\t".join((name, field, plain(english), plain(known.get(english, ""))))


if __name__ == "__main__":
    text = "".join(f"{line}\n" for line in lines())
    write_or_compare(
        {PACKAGE / "_data" / "field_texts.tsv": text.encode()}, check="--check" in sys.argv
    )
