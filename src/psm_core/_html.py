"""Small tables in HTML, for notebooks with light and dark themes."""

from collections.abc import Iterable, Sequence
from html import escape
from itertools import islice
from typing import Final

_MOST_ROWS: Final = 50
_MOST_COLUMNS: Final = 20
_MOST_CHARACTERS: Final = 200
_CUT: Final = "\u2026"
_TABLE: Final = "<table border='1' cellpadding='4' style='border-collapse: collapse'>"
"""The colours are those of the page, so that dark themes stay dark."""
_TEXT: Final = " style='text-align: left'"
_NUMBER: Final = " style='text-align: right'"
_MARKS: Final = frozenset({"\u00b7", "?"})
"""What stands for a count in a recap."""


def html_table(
    caption: str, head: Sequence[str], rows: Iterable[Sequence[str]], *, last: Sequence[str] = ()
) -> str:
    """Return a table in HTML. Long texts are cut, and of many rows or columns the first are shown.

    `last` is a row that is shown in any case.
    """
    remaining = iter(rows)
    lines = ["".join(_row(head, "th"))]
    lines += ["".join(_row(row, "td")) for row in islice(remaining, _MOST_ROWS)]
    more = sum(1 for _ in remaining)
    if more:
        lines.append(f"<td{_TEXT} colspan='{_width(head)}'>{_CUT} {more:,} more</td>")
    if last:
        lines.append("".join(_row(last, "td")))
    body = "".join(f"<tr>{line}</tr>" for line in lines)
    return f"{_TABLE}<caption>{_text(caption)}</caption>{body}</table>"


def _width(head: Sequence[str]) -> int:
    return min(len(head), _MOST_COLUMNS + 1)


def _row(cells: Sequence[str], tag: str) -> Iterable[str]:
    shown = cells[:_MOST_COLUMNS]
    more = [_CUT] if len(cells) > _MOST_COLUMNS else []
    for cell in (*shown, *more):
        is_number = cell.isdecimal() or cell in _MARKS
        yield f"<{tag}{_NUMBER if is_number else _TEXT}>{_text(cell)}</{tag}>"


def _text(text: str) -> str:
    return escape(text if len(text) <= _MOST_CHARACTERS else f"{text[:_MOST_CHARACTERS]}{_CUT}")
