"""Draw the record classes that have documents and their relations; `--check` compares.

Classes and relations come from the fields. A record holds another one, or names it by its key.
"""

import sys
from collections.abc import Iterator
from typing import NamedTuple

from _generated import ROOT, write_or_compare
from _svg import SMALL, WIDTH, box, lines_of, picture, text

from psm_core._core.field_types import unwrap
from psm_core._core.record import is_record_class, record_info
from psm_core.wire.versions import NAMES

PICTURE = ROOT / "docs" / "reference" / "records.svg"
TITLE = "The record classes and their relations"
ORDER = (
    *("CaseFile", "Case", "Beneficiary", "Household", "Family", "Person", "Worker"),
    *(
        "GroundCheckList",
        "GroundCheck",
        "WelfareResource",
        "Organisation",
        "Event",
        "AttendanceList",
        "Attendee",
    ),
    *("Proposal", "Participation", "Programme", "Assessment", "Instrument"),
)
"""From top to bottom, so that related classes are near each other."""
LEFT, BOX, GAP, TOP = 8, 206, 10, 34
_ARROW_HEAD = (
    '<defs><marker id="psm-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8"'
    ' markerHeight="8" orient="auto"><path d="M0 0 L8 4 L0 8 z" fill="#818b98"/></marker></defs>'
)


class Relation(NamedTuple):
    """A class that holds another one, or names it by its key."""

    source: str
    target: str
    by_key: bool


def classes() -> list[type]:
    """Return the classes that have documents, in the order of the picture."""
    found = {cls.__name__: cls for cls in NAMES}
    if missing := found.keys() ^ set(ORDER):
        sys.exit(f"tools/build_records.py: ORDER differs in {', '.join(sorted(missing))}")
    return [found[name] for name in ORDER]


def parts(cls: type) -> Iterator[type]:
    """Yield each class that a record holds and that has no document."""
    for kind in held(cls):
        if is_record_class(kind) and kind not in NAMES:
            yield kind
            yield from parts(kind)


def held(cls: type) -> list[type]:
    """Return the types of the fields of a class."""
    return [unwrap(field.type).python_type for field in record_info(cls).fields]


def relations() -> set[Relation]:
    """Return all relations between classes that have documents."""
    keys = {f"{cls.__name__}Id": cls.__name__ for cls in NAMES}
    found: set[Relation] = set()
    for cls in NAMES:
        for number, owner in enumerate([cls, *parts(cls)]):
            for place, kind in enumerate(held(owner)):
                name = record_info(owner).fields[place].name
                own_key = number == 0 and name == "id"
                if kind in NAMES:
                    found.add(Relation(cls.__name__, kind.__name__, by_key=False))
                elif kind.__name__ in keys and not own_key:
                    found.add(Relation(cls.__name__, keys[kind.__name__], by_key=True))
    return found


def elements() -> tuple[float, list[str]]:
    """Return the height, and the boxes with the arrows between them."""
    drawn = [
        _ARROW_HEAD,
        _arrow("M8 14 h28"),
        text(42, 18, "holds", size=SMALL),
        _arrow("M92 14 h28", by_key=True),
        text(126, 18, "names by its key", size=SMALL),
    ]
    y: float = TOP
    middles: dict[str, float] = {}
    for number, cls in enumerate(classes()):
        inner = ", ".join(dict.fromkeys(kind.__name__ for kind in parts(cls)))
        lines = lines_of(inner, BOX - 20)
        height = 32 + 16 * len(lines)
        drawn.append(box(LEFT, y, BOX, height, number))
        drawn.append(text(LEFT + 10, y + 21, cls.__name__, kind="strong"))
        drawn += [
            text(LEFT + 10, y + 40 + 16 * line, words, size=SMALL, kind="soft")
            for line, words in enumerate(lines)
        ]
        middles[cls.__name__] = y + height / 2
        y += height + GAP
    return y, [*drawn, *arrows(middles)]


def arrows(middles: dict[str, float]) -> Iterator[str]:
    """Yield the arrows, curved at the right of the boxes."""
    places = list(middles)
    x = LEFT + BOX
    used: dict[str, int] = dict.fromkeys(places, 0)
    order = sorted(
        relations(), key=lambda one: (abs(places.index(one.source) - places.index(one.target)), one)
    )
    for one in order:
        used[one.source] += 1
        used[one.target] += 1
        start = middles[one.source] + 5 * (used[one.source] - 2)
        end = middles[one.target] + 5 * (used[one.target] - 2)
        distance = abs(places.index(one.source) - places.index(one.target))
        bend = x + min(20 + 17 * distance, WIDTH - x - 8) * 4 / 3
        yield _arrow(
            f"M{x:g} {start:g} C{bend:g} {start:g} {bend:g} {end:g} {x + 2:g} {end:g}",
            by_key=one.by_key,
        )


def _arrow(path: str, *, by_key: bool = False) -> str:
    dash = ' stroke-dasharray="4 3"' if by_key else ""
    return f'<path class="line" stroke-width="1.5"{dash} d="{path}" marker-end="url(#psm-arrow)"/>'


if __name__ == "__main__":
    height, drawn = elements()
    write_or_compare({PICTURE: picture(TITLE, height, drawn)}, check="--check" in sys.argv)
