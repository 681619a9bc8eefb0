"""Opening a file: its layout and headings are found, and each sheet with a table has a reader."""

from contextlib import AbstractContextManager, ExitStack
from datetime import date
from typing import Any, TypeVar

import attrs

from .._core.record import is_record_class
from ..regions import load_regions
from ..wire.versions import class_name
from .files.sheets import Book
from .headings.first_rows import opened
from .headings.own_headings import layouts_with_headings, require_headings
from .headings.sheet_names import SheetNames, detect_tables
from .headings.table_headings import Headings
from .headings.unread_sheets import hidden_tables, unread_tables
from .options import (
    candidate_layouts,
    given_values,
    report_hidden_sheets,
    selected_sheets,
    unselected_sheets,
)
from .read_options import ReadOptions, check_date
from .rows.cell_regions import RegionReader
from .rows.fact_group_rows import with_fact_groups
from .rows.facts_above import NO_FACTS, facts_without_column, read_facts
from .rows.family_group_rows import with_family_groups
from .rows.reader import RowReader
from .rows.seen_rows import SeenRows
from .rows.title_periods import with_title_period
from .sheet_reader import SheetReader
from .table_reader import TableReader

T = TypeVar("T")


def open_table(
    opened_book: AbstractContextManager[Book],
    record_class: type[T],
    options: ReadOptions[T],
    seen: SeenRows,
) -> TableReader[T]:
    """Open a book like `stream`. `seen` are the rows of files that were read before."""
    with ExitStack() as until_open:
        stack = until_open.enter_context(ExitStack())
        book, tables = open_sheets(stack, opened_book, record_class, options, len(seen))
        until_open.pop_all()
    return TableReader(stack, book, tables, seen)


def open_sheets(
    stack: ExitStack,
    opened_book: AbstractContextManager[Book],
    record_class: type[T],
    options: ReadOptions[T],
    earlier: int = 0,
) -> tuple[Book, list[SheetReader[T]]]:
    """Return an opened book and the reader of each sheet with a table. The stack closes them.

    `earlier` is the number of the sheets of files that were read before.
    """
    if not is_record_class(record_class):
        raise TypeError(f"{class_name(record_class)} is not a record of psm_core")
    as_of = check_date(checks=options.get("checks", False), as_of=options.get("as_of"))
    sheet_name = options.get("sheet")
    book = stack.enter_context(opened_book)
    sheets = stack.enter_context(opened(selected_sheets(book, sheet_name)))
    with report_hidden_sheets(book, sheet_name):
        layouts = candidate_layouts(record_class, options.get("layout"), sheets)
        own_headings = options.get("headings") or {}
        layouts = layouts_with_headings(layouts, own_headings)
        found = detect_tables(sheets, layouts, record_class, _sheet_names(options))
        require_headings(found, own_headings)
    with opened(unselected_sheets(book, sheet_name)) as hidden:
        unread = [
            *unread_tables(sheets, found, options.get("layout")),
            *hidden_tables(hidden, found[0]),
        ]
        found[0] = found[0]._replace(issues=(*found[0].issues, *unread))
    numbered = enumerate(found, start=earlier + 1)
    readers = [_row_reader(one, book, options, as_of, number) for number, one in numbered]
    return book, [SheetReader(stack, *one, as_of=as_of) for one in readers]


def _sheet_names(options: ReadOptions[Any]) -> SheetNames:
    """Return what the names of sheets may mean."""
    return SheetNames(
        options.get("sheet_name"),
        options.get("within"),
        options.get("regions"),
        frozenset(options.get("values") or ()),
    )


def _row_reader(
    headings: Headings, book: Book, options: ReadOptions[Any], as_of: date | None, number: int
) -> tuple[Headings, RowReader]:
    """Return what reads the rows of a sheet; `number` is its number in all files that are read."""
    headings = with_family_groups(headings)
    known = headings.layout
    code_lists = (*options.get("code_lists", ()), *known.code_lists)
    serials = known.serials and book.has_serials
    headings = headings._replace(layout=attrs.evolve(known, serials=serials, code_lists=code_lists))
    regions = options.get("regions")
    regions = load_regions() if regions is None else regions
    within = options.get("within") or headings.layout.within
    values = options.get("values") or {}
    names = RegionReader(regions, within)
    facts = read_facts(headings, names) if headings.facts else NO_FACTS
    facts = with_title_period(headings, facts)
    unread = facts_without_column(headings, values)
    headings = headings._replace(issues=(*headings.issues, *facts.warnings, *unread))
    given = given_values(
        headings.layout,
        values,
        [*headings.columns.values(), *filter(None, [headings.sheet_column])],
        is_required=options.get("require_values", True),
        as_of=as_of,
        regions=names,
        facts=facts,
    )
    prefix = options.get("id_prefix") or headings.layout.name
    headings = with_fact_groups(headings)
    reader = RowReader(
        headings,
        given=given,
        key=prefix if number == 1 else f"{prefix}-{number}",
        within=within,
        regions=regions,
        facts=facts,
        lenient=options.get("lenient", False),
        ages_stated_on=options.get("ages_stated_on"),
    )
    return headings, reader
