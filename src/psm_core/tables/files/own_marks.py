"""Marks by which an annotated copy is recognised: they are replaced, and not read as data."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, Literal, NamedTuple

Language = Literal["en", "id"]
AUTHOR: Final = "psm-core"
"""The author of a comment."""
FINDINGS: Final[Mapping[Language, str]] = {"id": "Temuan psm-core", "en": "psm-core issues"}
"""The title of the sheet of findings, and the heading of the column in a text file."""
SUMMARY: Final[Mapping[Language, str]] = {
    "id": "Ringkasan temuan psm-core",
    "en": "psm-core summary of issues",
}
"""The title of the sheet with the count of each code."""
ERROR_FILL: Final = "FFFFC7CF"
"""The colour of a cell with an error. It differs a little from what people choose."""
WARNING_FILL: Final = "FFFFEB9D"
"""The colour of a cell with warnings only."""
_HEADINGS: Final = tuple(FINDINGS.values())
_OWN: Final = (*_HEADINGS, *SUMMARY.values())
_COMMENT: Final = f"{AUTHOR}:"
_BULLET: Final = "\u2022"
_TEXT: Final = re.compile(r"[A-Z]{0,3}[0-9]{1,7}: ")


class OwnHeading(NamedTuple):
    """Where a sheet has findings of an earlier check."""

    row: int
    column: int
    """Its index from 0."""
    is_title: bool
    """Whether it is the title of a sheet that has nothing else."""


def own_heading(rows: Iterable[tuple[int, Sequence[object]]]) -> OwnHeading | None:
    """Return the first title or heading that annotated copies use in some numbered rows, or None.

    The title of a sheet is in its first cell, and alone in its row.
    """
    for row, cells in rows:
        for column, cell in enumerate(cells):
            if isinstance(cell, str) and cell.startswith(_OWN):
                is_first = (row, column) == (1, 0) and cell.strip() in _OWN
                is_title = is_first and not any(cells[1:])
                if is_title or cell.startswith(_HEADINGS):
                    return OwnHeading(row, column, is_title)
    return None


def is_own_text(cell: object) -> bool:
    """Return whether a cell in the column of findings is blank or begins with a place.

    Another text is not: somebody has written it there, or the row has more cells than headings.
    """
    return cell is None or (
        isinstance(cell, str) and (not cell.strip() or _TEXT.match(cell) is not None)
    )


def comment_text(text: str, lines: Iterable[str]) -> str:
    """Return the text of a comment with findings after what a user wrote."""
    own = (f"{_BULLET} {' '.join(line.split())}" for line in lines)
    return "\n".join([*([text] if text else []), _COMMENT, *own])


def without_findings(text: str) -> str:
    """Return the text of a comment without findings; the lines of a user stay.

    >>> without_findings(comment_text("Tanya RT.", ["NIK harus 16 angka."]))
    'Tanya RT.'
    """
    kept: list[str] = []
    is_own = False
    for line in text.splitlines():
        if line.strip() == _COMMENT:
            is_own = True
        elif not (is_own and line.startswith(_BULLET)):
            is_own = False
            kept.append(line)
    return "\n".join(kept)
