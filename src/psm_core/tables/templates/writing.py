"""Writes empty files to fill in: headings, an example row, drop-down lists, and instructions."""

from collections.abc import Sequence
from typing import Any, Final

import attrs

from ..._core.field_types import FieldType, IntegerType
from ..._core.record import is_record_class
from ..files.cell_fonts import change_font
from ..files.sheets import column_letters
from ..files.sources import Target, replaced_target, suffix_of
from ..flat import record_layout
from ..headings.own_headings import OwnHeadings, with_headings
from ..layouts.built_in import OWN
from ..layouts.layout import Column, Layout, folded
from ..writing import write_text
from .cell_rules import list_rule, rule_of
from .columns import choices_of, column_type, hint_of, template_columns
from .example_rows import EXAMPLE_MARK
from .examples import valid_example
from .guide import is_required, write_guide

_ROWS: Final = 1000
_DATA, _HELP, _LISTS = "Data", "Petunjuk", "Pilihan"
_GREEN, _GREY, _PALE = "FFC6E0B4", "FFE7E6E6", "FFF7F7F7"
_MIN_WIDTH: Final = 19
_READABLE_WIDTH: Final = 300
_A4: Final = 9


def write_template(
    layout_or_class: type[Any] | Layout[Any],
    target: Target,
    /,
    *,
    headings: OwnHeadings | None = None,
    file_type: str | None = None,
) -> None:
    """Write an empty file to fill in, for a layout or a record class.

    A workbook has an example row, which is not read; drop-down lists; a hint on each heading; rules
    for numbers and dates; text format where digits would be lost; and a sheet in Indonesian that
    explains all this. Its headings are protected without a password. A CSV file has headings only.

    With `headings`, as in `read`, columns have other headings, and those with None are left out.
    The target and `file_type` are those of `write`.

    Raises:
        ValueError: the name does not end with ``.csv`` or ``.xlsx``, or there is no such file type.
        TypeError: the first argument is neither a layout nor a record class.
        MissingExtraError: a workbook needs the extra ``excel``.
        ValidationError: ``layout.field_unknown``, ``layout.field_incomplete``,
            ``layout.field_mapped``, ``layout.heading_blank``: `headings` has a mistake.

    >>> from pathlib import Path
    >>> from psm_core import Worker, tables
    >>> tables.write_template(Worker, "psm.csv")
    >>> Path("psm.csv").read_text("utf-8-sig").split(",")[:3]
    ['Kunci', 'NIK', 'Alasan tanpa NIK']

    """
    layout = _layout(layout_or_class, headings or {})
    suffix = suffix_of(target, file_type)
    columns = template_columns(layout)
    if suffix == "csv":
        with replaced_target(target, private=False) as file:
            write_text(file, [[column.headings[0] for column in columns]])
    else:
        _write_workbook(layout, columns, target)


def _layout(layout_or_class: type[Any] | Layout[Any], headings: OwnHeadings) -> Layout[Any]:
    if isinstance(layout_or_class, Layout):
        return _with_headings(layout_or_class, headings)
    if not is_record_class(layout_or_class):
        raise TypeError("expected a layout or a record class of psm_core")
    own = next((one for one in OWN if one.record_class is layout_or_class), None)
    return _with_headings(own or record_layout(layout_or_class), headings)


def _with_headings(layout: Layout[Any], headings: OwnHeadings) -> Layout[Any]:
    """Return a layout with other headings, those of further fields as its last columns."""
    if not headings:
        return layout
    left_out = {folded(heading) for heading, field in headings.items() if not field}
    columns = tuple(one for one in layout.columns if folded(one.headings[0]) not in left_out)
    changed = with_headings(attrs.evolve(layout, columns=columns), headings)
    new = [one for one in changed.extra_columns if one.path and one.headings[0] in headings]
    others = tuple(one for one in changed.extra_columns if one not in new)
    return attrs.evolve(changed, columns=(*changed.columns, *new), extra_columns=others)


def _write_workbook(layout: Layout[Any], columns: Sequence[Column], target: Target) -> None:
    from ..files.extras import openpyxl  # noqa: PLC0415 - the extra may be missing
    from ..files.workbook_save import save  # noqa: PLC0415 - as above

    book = openpyxl.Workbook()
    data: Any = book.active
    data.title = _DATA
    guide, lists = book.create_sheet(_HELP), book.create_sheet(_LISTS)
    lists.sheet_state = "hidden"
    examples = valid_example(layout, columns)
    for index, column in enumerate(columns):
        field_type = column_type(layout, column)
        _write_heading(data, index, column, hint_of(column, field_type))
        heading = data.cell(1, index + 1)
        heading.fill = _fill(_GREEN if is_required(layout, column) else _GREY)
        _format_cells(data, index, field_type)
        _write_example(data, index, EXAMPLE_MARK if index == 0 else examples.get(column))
        _add_rule(data, lists, index, column, field_type)
    _protect(data, len(columns))
    _set_up_printing(data, guide, layout.title, len(columns))
    write_guide(guide, layout, columns, examples)
    with replaced_target(target, private=False) as file:
        save(book, file)


def _fill(colour: str) -> Any:  # noqa: ANN401 - of openpyxl
    from ..files.extras import styles  # noqa: PLC0415 - the extra may be missing

    return styles.PatternFill("solid", fgColor=colour)


def _write_heading(data: Any, index: int, column: Column, hint: str) -> None:  # noqa: ANN401 - an openpyxl sheet
    from ..files.extras import comments, styles  # noqa: PLC0415 - the extra may be missing

    head = data.cell(1, index + 1, column.headings[0])
    change_font(head, bold=True)
    head.alignment = styles.Alignment(wrap_text=True, vertical="top")
    if hint:
        head.comment = comments.Comment(hint, "psm-core", width=280, height=110)
    width = max(_MIN_WIDTH, len(column.headings[0]) + 4)
    data.column_dimensions[column_letters(index)].width = width if index else len(EXAMPLE_MARK) + 2


def _format_cells(data: Any, index: int, field_type: FieldType) -> None:  # noqa: ANN401 - an openpyxl sheet
    """Make the cells of a column writable, and text unless it contains numbers."""
    from ..files.extras import styles  # noqa: PLC0415 - the extra may be missing

    column: Any = data.column_dimensions[column_letters(index)]
    example, first = data.cell(2, index + 1), data.cell(3, index + 1)
    for styled in (column, example, first):
        styled.number_format = "General" if isinstance(field_type, IntegerType) else "@"
        styled.protection = styles.Protection(locked=False)
    for row in range(4, _ROWS + 2):
        data.cell(row, index + 1)._style = first._style  # noqa: SLF001 - a style for each takes seconds


def _write_example(data: Any, index: int, value: str | int | None) -> None:  # noqa: ANN401 - an openpyxl sheet
    cell = data.cell(2, index + 1, value)
    change_font(cell, italic=True, color="FF7F7F7F")
    cell.fill = _fill(_PALE)


def _add_rule(
    data: Any,  # noqa: ANN401 - an openpyxl sheet
    lists: Any,  # noqa: ANN401 - as above
    index: int,
    column: Column,
    field_type: FieldType,
) -> None:
    """Add the drop-down list of a column, whose entries are in another sheet, or its other rule."""
    name = column_letters(index)
    choices = choices_of(field_type)
    if choices:
        for row, text in enumerate([column.headings[0], *choices], start=1):
            lists.cell(row, index + 1, text)
    rule = list_rule(_LISTS, name, len(choices)) if choices else rule_of(field_type, f"{name}2")
    if rule is not None:
        rule.add(f"{name}2:{name}{_ROWS + 1}")
        data.add_data_validation(rule)


def _protect(data: Any, width: int) -> None:  # noqa: ANN401 - an openpyxl sheet
    """Protect the headings without a password; allow whatever does not change them."""
    data.freeze_panes = "A2"
    data.auto_filter.ref = f"A1:{column_letters(width - 1)}{_ROWS + 1}"
    data.protection.sheet = True
    for allowed in (
        *("formatCells", "formatColumns", "formatRows", "insertRows", "deleteRows"),
        *("insertHyperlinks", "sort", "autoFilter"),
    ):
        setattr(data.protection, allowed, False)  # the attribute says what is forbidden


def _set_up_printing(data: Any, guide: Any, title: str, width: int) -> None:  # noqa: ANN401 - openpyxl sheets
    """Print on A4 in landscape, on one page in width if that is readable, headings on each page."""
    widths = [data.column_dimensions[column_letters(index)].width for index in range(width)]
    data.sheet_properties.pageSetUpPr.fitToPage = sum(widths) <= _READABLE_WIDTH
    guide.sheet_properties.pageSetUpPr.fitToPage = True
    data.print_title_rows, data.print_title_cols = "1:1", "A:A"
    data.print_options.gridLines = True
    for sheet in (data, guide):
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.paperSize = _A4
        sheet.page_setup.fitToHeight = 0
        sheet.oddHeader.left.text = title.replace("&", "&&")
        sheet.oddFooter.right.text = "&P / &N"
