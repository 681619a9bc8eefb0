"""Group rows with the number of a family card in a list of people, one person a row."""

from collections.abc import Mapping
from typing import Any, Final

import attrs

from ...records.beneficiaries import Beneficiary
from ...records.people import Person
from ..headings.table_headings import Headings
from ..layouts.family_layouts import ADDRESS_WORDS, KK_WORDS
from ..layouts.layout import BLANK, Layout
from .kinds import GroupRows, visible_cells

_PREFIXES: Final[Mapping[type, str]] = {Person: "", Beneficiary: "person."}


def with_family_groups(headings: Headings) -> Headings:
    """Return the headings of a list of people with such rows as those of a layout that has them."""
    layout: Layout[Any] = headings.layout
    prefix = _PREFIXES.get(layout.record_class)
    if prefix is None or layout.groups or layout.rows is not None or layout.is_export:
        return headings
    words = {
        **dict.fromkeys(KK_WORDS, f"{prefix}kk"),
        **{word: f"{prefix}ktp_address.{name}" for word, name in ADDRESS_WORDS.items()},
    }
    if not _has_group_row(headings, words, f"{prefix}kk"):
        return headings
    return headings._replace(
        layout=attrs.evolve(layout, groups=words), family_group_key=(f"{prefix}kk",)
    )


def _has_group_row(headings: Headings, words: Mapping[str, str], key: str) -> bool:
    """Return whether one of the first rows has the number of a card, or says that there is none."""
    for number, cells in headings.sheet.filled_first_rows():
        groups = GroupRows(words, (key,), is_of_people=True)
        is_above = number <= headings.row
        if groups.read(visible_cells(cells), needs_colon=is_above):
            value = str(groups.values.get(KK_WORDS[0]) or "").strip()
            if value.casefold() in BLANK - {""} or any(map(str.isdecimal, value)):
                return True
    return False
