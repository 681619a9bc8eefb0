"""Draw the hierarchy of regions and the table of provinces from the data; `--check` as elsewhere.

One picture, docs/reference/hierarchy.svg: a row for each level with its kinds, how many there are,
who heads them and their local titles; beside it one chain from a province down to a village. And
one page, docs/reference/provinces.md.
"""

import sys
from collections.abc import Iterator
from html import escape

from _generated import ROOT, rows, write_or_compare

from psm_core import RegionCode, RegionKind, RegionLevel, load_regions

PAGES = ROOT / "docs" / "reference"
CHAIN = RegionCode("63.10.09.2005")
WIDTH, ROW, TOP, GAP = 1060, 162, 62, 12
KINDS, CHAIN_AT, BOX = 590, 660, 380
COLOURS = ("#0b4f6c", "#01707c", "#3d7a3d", "#8a5a00")
COUNTRY = ""

regions = load_regions()


def told(kind: RegionKind) -> tuple[str, list[str]]:
    """Return who heads a kind in the country, and its local titles."""
    found = [row for row in rows("titles.tsv") if row[1] == kind.name]
    head = next((row[3] for row in found if row[0] == COUNTRY), "")
    return head, list(dict.fromkeys(row[2] for row in found if row[2]))


def text(x: int, y: int, said: str, size: int = 14, **style: str) -> str:
    """Return one line of text."""
    told = "".join(f' {name.replace("_", "-")}="{value}"' for name, value in style.items())
    return f'<text x="{x}" y="{y}" font-size="{size}"{told}>{escape(said)}</text>'


def box(x: int, y: int, width: int, height: int, colour: str) -> str:
    """Return a box with round corners."""
    return (
        f'<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="8" fill="{colour}"'
        f' fill-opacity="0.12" stroke="{colour}"/>'
    )


def level_row(level: RegionLevel, y: int, colour: str) -> Iterator[str]:
    """Yield the boxes of the kinds of a level, side by side."""
    counts = regions.counts()
    kinds = [kind for kind in RegionKind if kind in KINDS_OF[level]]
    width = (KINDS - (len(kinds) - 1) * GAP) // len(kinds)
    for number, kind in enumerate(kinds):
        x = 20 + number * (width + GAP)
        head, titles = told(kind)
        yield box(x, y, width, ROW - 46, colour)
        yield text(x + 10, y + 24, kind.label, 14 if len(kinds) < 4 else 11, font_weight="bold")
        yield text(x + 10, y + 48, f"{counts[kind]:,}", 20, fill=colour)
        yield text(x + 10, y + 70, head or "custom says it", 12, fill="#444")
        for line in range(0, len(titles), 2):
            said = ", ".join(titles[line : line + 2])
            yield text(x + 10, y + 90 + 8 * line, said, 12, fill="#444", font_style="italic")


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


def picture() -> Iterator[str]:
    """Yield the lines of the picture."""
    height = TOP + ROW * len(RegionLevel)
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img"'
        ' font-family="sans-serif">'
    )
    yield "<title>The four levels of regions, their kinds and one chain of regions</title>"
    yield f'<rect width="{WIDTH}" height="{height}" fill="#fff"/>'
    yield text(20, 30, f"{regions.act.number}: {len(regions):,} regions", 16, font_weight="bold")
    yield text(CHAIN_AT, 30, "One chain", 16, font_weight="bold")
    chain = [*reversed(regions.ancestors(CHAIN)), regions[CHAIN]]
    for number, (level, region) in enumerate(zip(RegionLevel, chain, strict=True)):
        y, colour = TOP + number * ROW, COLOURS[number]
        yield text(20, y - 8, f"Level {level.code}: {level.label} ({level.gloss})", 12, fill=colour)
        yield from level_row(level, y, colour)
        yield box(CHAIN_AT, y, BOX, ROW - 46, colour)
        yield text(CHAIN_AT + 12, y + 28, region.full_name, 16, font_weight="bold")
        yield text(CHAIN_AT + 12, y + 54, str(region.code), 16, font_family="monospace")
        beside = len(regions.children(region.code.parent)) - 1
        yield text(CHAIN_AT + 12, y + 80, f"beside {beside:,} others", 12, fill="#444")
        if number:
            x = CHAIN_AT + BOX // 2
            yield f'<path d="M{x} {y - 46} V{y - 2}" stroke="{colour}" stroke-width="2"/>'
    yield "</svg>"


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


def made(lines: Iterator[str]) -> bytes:
    """Return the bytes of a file."""
    return ("\n".join(lines) + "\n").encode()


if __name__ == "__main__":
    write_or_compare(
        {PAGES / "hierarchy.svg": made(picture()), PAGES / "provinces.md": made(provinces())},
        check="--check" in sys.argv,
    )
