"""The quarter that a title above a list of welfare ranks states: ``DTSEN Triwulan II 2025``."""

import re
from collections.abc import Iterator
from typing import Final

from ..._core.field_paths import field_type_at, steps_of
from ..._core.field_types import unwrap
from ...records.families import Family
from ...values.dates import Quarter
from ..cells.cell import is_blank
from ..headings.rank_headings import QUARTER
from ..headings.table_headings import Headings
from ..layouts.heading_names import LONGEST
from ..layouts.layout import Layout
from .facts_above import Facts, is_in_columns

_SUBJECTS: Final = r"(?i)\b(?:desil|dtsen|dtks|siks[- ]?ng|peringkat|kesejahteraan)\b"
"""Words of a title about ranks."""
_PAYMENTS: Final = r"(?i)\b(?:blt|bantuan|bansos|bayar|penyaluran|penerima|pkh|bpnt|sembako)\b"
"""Words of a title about aid, whose quarter may be that of a payment."""


def with_title_period(headings: Headings, facts: Facts) -> Facts:
    """Return the facts above a table with the quarter of the ranks, if the titles state one."""
    is_of_families = headings.layout.record_class is Family
    path = _period_path(headings.layout) if is_of_families else None
    if path is None or path in facts.values or path in facts.unreadable:
        return facts
    quarters = set(_quarters(headings))
    if len(quarters) != 1 or is_in_columns(path, headings):
        return facts
    return facts._replace(values={**facts.values, path: quarters.pop()})


def _period_path(layout: Layout[object]) -> str | None:
    """Return the path of the fact above the headings that is a quarter."""
    paths = (one.path for one in layout.facts_above if one.path is not None)
    types = ((path, field_type_at(layout.record_class, steps_of(path))) for path in paths)
    return next((path for path, one in types if unwrap(one).python_type is Quarter), None)


def _quarters(headings: Headings) -> Iterator[Quarter]:
    """Yield each quarter in the titles, the headings and the name of the sheet."""
    texts = [headings.sheet.name or ""]
    for number, cells in headings.sheet.filled_first_rows():
        if number <= headings.row:
            texts += (str(cell)[:LONGEST] for cell in cells if not is_blank(cell))
    is_payment = any(re.search(_PAYMENTS, text) for text in texts)
    for text in texts:
        if not is_payment or re.search(_SUBJECTS, text):
            for found in re.finditer(QUARTER, text):
                yield Quarter.parse(re.sub(r"[()]", " ", found[0]))
