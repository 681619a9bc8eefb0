"""Write the reference pages that are made from the code; `--check` fails on a difference."""

import sys
from collections.abc import Iterator
from datetime import date, time
from typing import Any

from _code_groups import GROUPS
from _generated import ROOT, write_or_compare

from psm_core import NIK, PhoneNumber, Quarter, RegionCode, terms
from psm_core._core.field_types import IntegerType, TextType, TimeType, unwrap
from psm_core._core.record import Field, is_record_class, record_info
from psm_core._messages import MESSAGES
from psm_core.privacy import Audience, Treatment, redaction
from psm_core.privacy.minors import Minors
from psm_core.tables import LAYOUTS
from psm_core.values.ids import ID_CLASSES
from psm_core.values.kk import KK

PAGES = ROOT / "docs" / "reference"


def codes() -> Iterator[str]:
    """Yield the lines of the page of codes."""
    yield "# Issue codes"
    yield ""
    yield "Each issue has a stable code that a program may act on; the sentences may change."
    yield "A sentence never contains the value itself. A part in `[ ]` is left out when its"
    yield "parameter is unknown, and `{ }` stands for a parameter. The first line of a code is its"
    yield "usual severity; lenient reading turns errors into warnings."
    remaining = list(MESSAGES)
    for group in GROUPS:
        yield from ("", f"## {group.title}", "", f"**Cause.** {group.cause}", "")
        yield f"**Solution.** {group.cure}"
        for code in [one for one in remaining if one.partition(".")[0] in group.prefixes]:
            remaining.remove(code)
            message = MESSAGES[code]
            source = "" if message.source is None else f", {message.source}"
            yield from ("", f":::{{issue}} {code}", f"`{message.severity}`{source}", "")
            yield from (message.en.text, "", message.id.text, ":::")
    if remaining:
        sys.exit(f"codes without a group: {remaining}")


def layouts() -> Iterator[str]:
    """Yield the lines of the page of known layouts of files."""
    yield "# Layouts of files"
    yield ""
    yield "The headings of a file decide its layout, in any order. Case, blanks, punctuation and"
    yield "usual abbreviations (No. for Nomor, Tgl for Tanggal) make no difference. Hints beside a"
    yield "heading, such as (L/P), (dd-mm-yyyy), (16 digit) or a star, are ignored. A heading over"
    yield "two rows is written here with a slash between blanks. A column in bold is required. A"
    yield "column with a dash is known and ignored. A column of two fields has two values in a"
    yield "cell."
    yield ""
    yield "Without a record class (`--record`, or the class in Python), a layout of workers or"
    yield "beneficiaries needs a word that marks it: in a heading, in a title, or in the name of"
    yield "the sheet or file. Otherwise a list of people is read as `warga`."
    for layout in LAYOUTS:
        yield from ("", f"## {layout.title}", "")
        yield (
            "| layout | record | values that the caller gives | words that mark it"
            " | code lists | last row |"
        )
        yield "| --- | --- | --- | --- | --- | --- |"
        values = "; ".join(f"`{path}` ({what})" for path, what in layout.required_values.items())
        end = "" if layout.end is None else f"`{layout.end}`"
        words = ", ".join(layout.words)
        lists = ", ".join(f"`{one}`" for one in layout.code_lists)
        name = layout.record_class.__name__
        yield f"| `{layout.name}` | `{name}` | {values} | {words} | {lists} | {end} |"
        yield ""
        yield "| headings | field |"
        yield "| --- | --- |"
        for column in layout.all_columns():
            first, *others = column.headings
            heads = "; ".join([f"**{first}**" if column.required else first, *others])
            filled = [one for one in column.fields() if one.path]
            fields = " and ".join(
                f"`{one.path}`{f', {one.level.label}' if one.level else ''}" for one in filled
            )
            yield f"| {heads} | {fields or '–'} |"
        if layout.facts_above:
            yield from ("", "In lines above the headings, the words before a colon:", "")
            yield from ("| words | field |", "| --- | --- |")
            for fact in layout.facts_above:
                level = f", {fact.level.label}" if fact.level else ""
                field = f"`{fact.path}`{level}" if fact.path else "–"
                first, *others = fact.headings
                heads = "; ".join([f"**{first}**" if fact.required else first, *others])
                yield f"| {heads} | {field} |"


PUBLIC_RECORDS = ("Event", "Organisation", "Programme")
SAMPLES: dict[type, Any] = {
    NIK: NIK("9901014108900001"),
    KK: KK("9901010108900001"),
    PhoneNumber: PhoneNumber("+628000000123"),
    Quarter: Quarter("2025-Q4"),
    RegionCode: RegionCode("63.10.09.2005"),
    date: date(2025, 10, 10),
    time: time(8),
    str: "Contoh 9901014108900001",
    int: 12,
    **{kind: kind("contoh-1") for kind in ID_CLASSES},
}
"""Type → a value, to see what is left of it."""


def records() -> dict[str, type]:
    """Return the record classes by name."""
    import psm_core  # noqa: PLC0415 - all of it, by name

    found = {name: getattr(psm_core, name) for name in psm_core.__all__}
    return {name: kind for name, kind in sorted(found.items()) if is_record_class(kind)}


def inside(kinds: list[type]) -> set[type]:
    """Return these record classes and those that stand in them."""
    held = set(kinds)
    for kind in kinds:
        inner = {unwrap(field.type).python_type for field in record_info(kind).fields}
        held |= inside([one for one in inner if is_record_class(one)])
    return held


def privacy_fields() -> Iterator[str]:
    """Yield the lines of the page of what each audience sees of each field."""
    yield "# What each audience sees"
    yield ""
    yield "What `privacy.redact` leaves of each field. *Each field* is a record with a table of its"
    yield "fields here. *Left out* removes the field with all it contains. *Numbers hidden* is a"
    yield "text in which NIK, KK and telephone numbers are replaced by `***`. The classes are"
    yield "those of UU 27/2022. Of a person who is or may be a child, every field with a class is"
    yield "left out."
    public = inside([records()[name] for name in PUBLIC_RECORDS])
    others = inside([kind for kind in records().values() if kind not in public])
    for name, kind in records().items():
        tables = [list(privacy_rows(kind, is_public=one)) for one in (True, False)]
        if kind in public and kind in others and tables[0] != tables[1]:
            yield from privacy_table(f"{name} in an event, organisation or programme", tables[0])
            yield from privacy_table(f"{name} in another record", tables[1])
        else:
            yield from privacy_table(name, tables[kind not in public])


def privacy_table(title: str, rows: list[str]) -> Iterator[str]:
    """Yield the lines of the table of a record class."""
    yield from ("", f"## {title}", "", "| field | class | public | research | partner |")
    yield from ("| --- | --- | --- | --- | --- |", *rows)


def privacy_rows(kind: type, *, is_public: bool) -> Iterator[str]:
    """Yield a line for each field of a record class."""
    for field in record_info(kind).fields:
        seen = " | ".join(left(field, one, is_public=is_public) for one in Audience)
        of_class = field.sensitivity.name
        yield f"| `{field.name}` | {'–' if of_class == 'NONE' else of_class.lower()} | {seen} |"


def left(field: Field, audience: Audience, *, is_public: bool) -> str:
    """Return in words what an audience sees of a field."""
    is_none = field.sensitivity.name == "NONE"
    act = Treatment.KEEP if is_public and is_none else redaction.POLICY[field.sensitivity, audience]
    field_type = unwrap(field.type)
    if is_record_class(field_type.python_type):
        return "left out" if act is Treatment.DROP else "each field"
    plain = {TextType: str, IntegerType: int, TimeType: time}
    kind = plain.get(type(field_type), field_type.python_type)
    whole = SAMPLES.get(kind, terms.Sex.PEREMPUAN)
    rule = redaction.RedactionRule(lambda _: act, Minors(None, None), hides_numbers=True)
    result = redaction.redacted_value(whole, act, rule)
    if result is redaction.OMIT or field.sensitivity.name == "SPESIFIK":
        return "left out"
    if isinstance(result, str) and "***" in result:
        shown = sum(one.isdigit() for one in result)
        hidden = "no digit" if not shown else f"last {shown} digits"
        return "numbers hidden" if kind is str else hidden
    if kind in {date, Quarter} and isinstance(result, int):
        return "year"
    return "kabupaten or kota" if kind is RegionCode and result == "63.10" else "kept"


PARTS = {
    "Learn": "tutorial/*.md",
    "How to": "how-to/*.md",
    "Look up": "reference/**/*.md",
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
    write_or_compare(
        {
            PAGES / "codes.md": page(codes()),
            PAGES / "layouts.md": page(layouts()),
            PAGES / "privacy-fields.md": page(privacy_fields()),
            ROOT / "docs" / "llms.txt": page(for_machines()),
        },
        check="--check" in sys.argv,
    )
