"""Write the reference pages of codes, vocabularies and layouts; `--check` fails on a difference."""

import sys
from collections.abc import Iterator

from _code_groups import GROUPS
from _generated import ROOT, settle

from psm_core import terms
from psm_core._messages import MESSAGES
from psm_core.tables import PROFILES
from psm_core.terms import Term

PAGES = ROOT / "docs" / "reference"


def codes() -> Iterator[str]:
    """Yield the lines of the page of codes."""
    yield "# Issue codes"
    yield ""
    yield "Each fault has a stable code, which a program may act on; the sentences may change."
    yield "They tell facts about the value, never the value itself; what stands in `[ ]` is told"
    yield "where it is known, and what stands in `{ }` is filled in."
    left = list(MESSAGES)
    for group in GROUPS:
        yield from ("", f"## {group.title}", "", f"**Cause.** {group.cause}", "")
        yield f"**Cure.** {group.cure}"
        for code in [one for one in left if one.partition(".")[0] in group.prefixes]:
            left.remove(code)
            said = MESSAGES[code]
            yield from ("", f":::{{issue}} {code}", said.id, "", said.en, ":::")
    if left:
        sys.exit(f"codes without a group: {left}")


def vocabularies() -> Iterator[str]:
    """Yield the lines of the page of vocabularies."""
    yield "# Vocabularies"
    yield ""
    yield "Each list with its scheme and source. The first column is what stands in documents."
    for name in terms.__all__:
        found = getattr(terms, name)
        if not (isinstance(found, type) and issubclass(found, Term) and found is not Term):
            continue
        yield from ("", f"## {name}", "")
        yield f"{found.scheme.title} (`{found.scheme.id}`). {found.scheme.source}."
        yield ""
        yield "| in documents | code | label | gloss |"
        yield "| --- | --- | --- | --- |"
        for member in found:
            yield f"| `{member.value}` | {member.code} | {member.label} | {member.gloss} |"


def layouts() -> Iterator[str]:
    """Yield the lines of the page of known layouts of files."""
    yield "# Layouts of files"
    yield ""
    yield "A file is recognised by its headings, in any order. Case, blanks, signs and usual"
    yield "abbreviations (No. for Nomor, Tgl for Tanggal) make no difference. Hints beside a"
    yield "heading, such as (L/P), (dd-mm-yyyy), (16 digit) or a star, are left out. A heading over"
    yield "two rows is written here with a stroke between blanks. A column in bold has to be there."
    yield "One with a dash is known and not read. A column of two fields has two values in a cell."
    yield ""
    yield "Where the kind of record is not given (`--kind`, or the class in Python), a layout of"
    yield "workers or beneficiaries is taken only if a heading, a title, or the name of the sheet"
    yield "or file says so. Otherwise a list of people is read as `warga`."
    for profile in PROFILES:
        yield from ("", f"## {profile.title}", "")
        yield f"`{profile.name}`: each row becomes one `{profile.kind.__name__}`."
        for path, what in profile.outside.items():
            yield f"Outside the sheet stands `{path}`, {what}."
        if profile.words:
            yield f"Words that speak for it: {', '.join(profile.words)}."
        if profile.end is not None:
            yield f"The table ends at a row that begins with `{profile.end}`."
        yield ""
        yield "| headings | field |"
        yield "| --- | --- |"
        for column in profile.all_columns():
            first, *others = column.headings
            heads = "; ".join([f"**{first}**" if column.required else first, *others])
            filled = [one for one in column.fields() if one.path]
            fields = " and ".join(
                f"`{one.path}`{f', {one.level.label}' if one.level else ''}" for one in filled
            )
            yield f"| {heads} | {fields or '–'} |"


PARTS = {
    "Learn": "tutorial/*.md",
    "How to": "how-to/*.md",
    "Look up": "reference/*.md",
    "Understand": "explanation/*.md",
    "Decisions": "explanation/decisions/0*.md",
}


def for_machines() -> Iterator[str]:
    """Yield the lines of ``llms.txt``: what the site has, a line for each page."""
    yield "# psm-core"
    yield ""
    yield "> Typed, validated, serializable records for Indonesia's community social workers"
    yield "> (Pekerja Sosial Masyarakat) and those they serve; a Python library."
    for part, pattern in PARTS.items():
        yield from ("", f"## {part}", "")
        for path in sorted((ROOT / "docs").glob(pattern)):
            if path.stem == "index":
                continue
            title = path.read_text("utf-8").partition("\n")[0].removeprefix("# ")
            where = path.relative_to(ROOT / "docs").with_suffix(".html")
            yield f"- [{title}]({where})"


def page(lines: Iterator[str]) -> bytes:
    """Return the bytes of a page."""
    return ("\n".join(lines) + "\n").encode()


if __name__ == "__main__":
    settle(
        {
            PAGES / "codes.md": page(codes()),
            PAGES / "layouts.md": page(layouts()),
            ROOT / "docs" / "llms.txt": page(for_machines()),
            PAGES / "vocabularies.md": page(vocabularies()),
        },
        check="--check" in sys.argv,
    )
