"""Draw the hierarchy of regions and the table of provinces from the data; `--check` compares.

One picture, docs/reference/hierarchy.svg: a box for each level with its kinds, how many there are,
who heads them, their local titles, and an example. And one page, docs/reference/provinces.md.
"""

import sys
from collections.abc import Iterator

from _generated import ROOT, rows, write_or_compare
from _svg import SMALL, WIDTH, box, lines_of, picture, text

from psm_core import RegionCode, RegionKind, RegionLevel, load_regions

PAGES = ROOT / "docs" / "reference"
EXAMPLE = RegionCode("63.10.09.2005")
TITLE = "The four levels of regions, their kinds, and an example of each"
GAP, INDENT, LINE = 8, 12, 17
COUNTRY = ""

regions = load_regions()


def titles(kind: RegionKind) -> tuple[str, list[str]]:
    """Return who heads a kind in the country, and its local titles."""
    found = [row for row in rows("titles.tsv") if row[1] == kind.name]
    head = next((row[3] for row in found if row[0] == COUNTRY), "")
    return head, list(dict.fromkeys(row[2] for row in found if row[2]))


def kind_lines(kind: RegionKind) -> Iterator[tuple[str, str]]:
    """Yield the lines about a kind, each with its style."""
    head, local = titles(kind)
    yield f"{kind.label}: {regions.counts()[kind]:,}", "strong"
    words = [f"head: {head}"] if head else []
    words += [f"local titles: {', '.join(local)}"] if local else []
    for line in lines_of("; ".join(words), WIDTH - 2 * GAP - 2 * INDENT):
        yield line, "soft"


def level_box(level: RegionLevel, y: float) -> tuple[float, list[str]]:
    """Return the height of the box of a level, and its parts."""
    lines = [line for kind in RegionKind if kind in KINDS_OF[level] for line in kind_lines(kind)]
    example = [*regions.ancestors(EXAMPLE), regions[EXAMPLE]]
    region = next(one for one in example if one.level is level)
    lines.append((f"example: {region.code} {region.full_name}", "code"))
    parts = [
        box(GAP, y, WIDTH - 2 * GAP, 30 + LINE * len(lines) + 4, int(level.code) - 1),
        text(GAP + INDENT, y + 21, f"{level.code} {level.label} ({level.gloss})", kind="strong"),
    ]
    parts += [
        text(GAP + INDENT, y + 30 + LINE * number + 10, words, size=SMALL, kind=style)
        for number, (words, style) in enumerate(lines)
    ]
    return 30 + LINE * len(lines) + 4, parts


KINDS_OF = {
    RegionLevel.PROVINCE: {RegionKind.PROVINSI},
    RegionLevel.REGENCY: {
        RegionKind.KABUPATEN,
        RegionKind.KABUPATEN_ADMINISTRASI,
        RegionKind.KOTA,
        RegionKind.KOTA_ADMINISTRASI,
    },
    RegionLevel.DISTRICT: {RegionKind.KECAMATAN},
    RegionLevel.VILLAGE: {RegionKind.KELURAHAN, RegionKind.DESA, RegionKind.DESA_ADAT},
}


def elements() -> tuple[float, list[str]]:
    """Return the height of the picture, and its parts."""
    title = f"{regions.act.number}: {len(regions):,} regions"
    parts = [text(GAP, 20, title, size=SMALL, kind="soft")]
    y = 32.0
    for level in RegionLevel:
        height, more = level_box(level, y)
        parts += more
        y += height + GAP
    return y, parts


def provinces() -> Iterator[str]:
    """Yield the lines of the page of provinces."""
    kinds = ("kabupaten", "kota", "kecamatan", "kelurahan", "desa")
    yield "# Provinces"
    yield ""
    yield f"The {len(regions.children())} provinces by {regions.act.number}, each with its codes"
    yield "and how many regions lie in it. Kabupaten and kota include the administrative ones"
    yield "of Jakarta, desa with desa adat. BPS codes are of 2020."
    yield ""
    yield f"| code | name | ISO | BPS | {' | '.join(kinds)} |"
    yield f"| --- | --- | --- | --- |{' ---: |' * len(kinds)}"
    for region in regions.children():
        counts = regions.counts(region.code)
        summed = [
            sum(n for kind, n in counts.items() if kind.label.lower().startswith(name))
            for name in kinds
        ]
        cells = " | ".join(map(str, summed))
        yield f"| {region.code} | {region.name} | {region.iso} | {region.bps or ''} | {cells} |"


if __name__ == "__main__":
    height, parts = elements()
    page = "\n".join(provinces()) + "\n"
    write_or_compare(
        {
            PAGES / "hierarchy.svg": picture(TITLE, height, parts),
            PAGES / "provinces.md": page.encode(),
        },
        check="--check" in sys.argv,
    )
