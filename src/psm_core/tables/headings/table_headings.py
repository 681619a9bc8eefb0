"""The headings of a table: its columns, and what else the headings say."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any, NamedTuple

from ...errors import Issue
from ..layouts.layout import Column, Layout
from .choice_columns import ChoiceColumns
from .fact_lines import FactLine
from .first_rows import OpenSheet
from .side_by_side import Block
from .tick_columns import TickColumns


class Headings(NamedTuple):
    """The headings of a table."""

    layout: Layout[Any]
    sheet: OpenSheet
    row: int
    """The last row of the headings; the table begins below it."""
    columns: Mapping[int, Column]
    """Number of a column from 0 → the column of the layout."""
    named: AbstractSet[int]
    """Numbers of the columns that have a heading, known or not."""
    code_lists: Mapping[int, str]
    """Number of a column → the list of codes that its heading names."""
    issues: Sequence[Issue]
    """Warnings about the headings, such as unknown ones."""
    texts: Mapping[str, str | None]
    """Folded heading, with and without the one above it → its text for a message."""
    choices: Sequence[ChoiceColumns] = ()
    """The columns of the answers to multiple choices, for each question without a column."""
    blocks: Sequence[Block] = (Block(),)
    """The tables side by side. All columns above are those of the first one."""
    sheet_column: Column | None = None
    """The column that the name of the sheet fills in every row."""
    signatures: frozenset[int] = frozenset()
    """The columns for signatures."""
    facts: Sequence[FactLine] = ()
    """The facts in the lines above the headings."""
    family_group_key: tuple[str, ...] = ()
    """The field of the number of the family card, if a list of people has group rows with it."""
    has_fact_groups: bool = False
    """Whether the group rows of the layout are facts above the table, which need a colon."""
    ticks: Sequence[TickColumns] = ()
    """The columns *L* and *P* with ticks."""
    head_names: int | None = None
    """The number of the column with the name of the head of the family, beside that of a person."""
