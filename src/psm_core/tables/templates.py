"""Writes empty files to fill in: headings, drop-down lists, hints, and text format for digits."""

from collections.abc import Iterator
from datetime import date
from os import PathLike
from pathlib import Path
from typing import Any, Final

from .._core.field_types import FieldType, IntegerType, TermType, TextType, unwrap_optional
from .._core.record import is_record_class
from ..terms import Term
from .files.atomic_write import replace_file
from .files.sheets import column_letters
from .flat import record_layout
from .layout import Column, Layout, field_type_at, steps_of
from .layouts import OWN
from .term_words import term_of
from .writing import write_text

_ROWS: Final = 1000
_DATA, _HELP, _LISTS = "Data", "Petunjuk", "Pilihan"
_GREEN, _GREY = "FFC6E0B4", "FFE7E6E6"
_MAX_CHOICES_IN_HINT: Final = 8
_LONGEST: Final = 200
_DATE: Final = "Tanggal: hari-bulan-tahun, misalnya 31-08-1990."
_NUMBER: Final = "Bilangan bulat."
_YES_NO: Final = ("ya", "tidak")


def write_template(layout_or_class: type[Any] | Layout[Any], path: str | PathLike[str], /) -> None:
    """Write an empty file to fill in, for a layout or a record class.

    A workbook has drop-down lists, a hint on each heading, a sheet that explains the columns, and
    text format where digits would be lost. A CSV file has headings only.

    Raises:
        ValueError: the name does not end with ``.csv`` or ``.xlsx``.
        TypeError: the first argument is neither a layout nor a record class.
        MissingExtraError: a workbook needs the extra ``excel``.

    >>> from pathlib import Path
    >>> from psm_core import Worker, tables
    >>> tables.write_template(Worker, "psm.csv")
    >>> Path("psm.csv").read_text("utf-8-sig").split(",")[:3]
    ['Kunci', 'NIK', 'Alasan tanpa NIK']

    """
    layout = _layout(layout_or_class)
    target = Path(path)
    columns = [one for one in layout.columns if one.path or one.parts or one.required]
    headings = [column.headings[0] for column in columns]
    if target.suffix.lower() == ".csv":
        with replace_file(target, private=False) as file:
            write_text(file, [headings])
    elif target.suffix.lower() == ".xlsx":
        _write_workbook(layout, columns, target)
    else:
        raise ValueError("the name of the file must end with .csv or .xlsx")


def _layout(layout_or_class: type[Any] | Layout[Any]) -> Layout[Any]:
    if isinstance(layout_or_class, Layout):
        return layout_or_class
    if not is_record_class(layout_or_class):
        raise TypeError("expected a layout or a record class of psm_core")
    return next((one for one in OWN if one.record_class is layout_or_class), None) or record_layout(
        layout_or_class
    )


def _write_workbook(layout: Layout[Any], columns: list[Column], target: Path) -> None:
    from .files.extras import comments, datavalidation, openpyxl, styles  # noqa: PLC0415 - the extra may be missing
    from .files.workbook_save import save  # noqa: PLC0415 - as above

    book = openpyxl.Workbook()
    data: Any = book.active
    data.title = _DATA
    lists = book.create_sheet(_LISTS)
    lists.sheet_state = "hidden"
    for index, column in enumerate(columns):
        name = column_letters(index)
        field_type = _inner(layout, column)
        head = data.cell(1, index + 1, column.headings[0])
        head.font = styles.Font(bold=True)
        head.fill = styles.PatternFill("solid", fgColor=_GREEN if column.required else _GREY)
        head.alignment = styles.Alignment(wrap_text=True, vertical="top")
        hint = _hint(column, field_type)
        if hint:
            head.comment = comments.Comment(hint, "psm-core", width=280, height=110)
        data.column_dimensions[name].width = max(14, len(column.headings[0]) + 2)
        if not isinstance(field_type, IntegerType):
            data.column_dimensions[name].number_format = "@"
        choices = _choices(field_type)
        if choices:
            lists.cell(1, index + 1, column.headings[0])
            for row, choice in enumerate(choices, start=2):
                lists.cell(row, index + 1, choice)
            rule = datavalidation.DataValidation(
                "list",
                formula1=f"{_LISTS}!${name}$2:${name}${len(choices) + 1}",
                allow_blank=True,
                showErrorMessage=True,
                errorStyle="warning",
                error="Pilih dari daftar.",
            )
            rule.add(f"{name}2:{name}{_ROWS + 1}")  # pyright: ignore[reportUnknownMemberType] - its stub
            data.add_data_validation(rule)
        for row in range(2, _ROWS + 2):
            if not isinstance(field_type, IntegerType):
                data.cell(row, index + 1).number_format = "@"
    data.freeze_panes = "A2"
    _explain(book, layout, columns)
    with replace_file(target, private=False) as file:
        save(book, file)


def _explain(book: Any, layout: Layout[Any], columns: list[Column]) -> None:  # noqa: ANN401 - an openpyxl workbook
    from .files.extras import styles  # noqa: PLC0415 - as above

    sheet = book.create_sheet(_HELP, 1)
    sheet.append([layout.title])
    sheet.append([])
    sheet.append(["Kolom", "Wajib", "Isian"])
    for column in columns:
        field_type = _inner(layout, column)
        sheet.append(
            [column.headings[0], "ya" if column.required else "", _hint(column, field_type)]
        )
    for name, width in zip("ABC", (28, 8, 90), strict=True):
        sheet.column_dimensions[name].width = width
        sheet[f"{name}3"].font = styles.Font(bold=True)
    for row in sheet.iter_rows(min_row=4):
        for cell in row:
            cell.alignment = styles.Alignment(wrap_text=True, vertical="top")


def _inner(layout: Layout[Any], column: Column) -> FieldType:
    if column.path is None:
        return TextType(_LONGEST)
    field_type = field_type_at(layout.record_class, steps_of(column.path))
    return unwrap_optional(field_type)


def _choices(field_type: FieldType) -> list[str]:
    """Return the entries of a drop-down list: labels, or values where a label is ambiguous."""
    if isinstance(field_type, TermType):
        return [_entry(field_type, term) for one in field_type.vocabularies for term in one]
    return list(_YES_NO) if is_record_class(field_type.python_type) else []


def _entry(field_type: TermType, term: Term) -> str:
    is_unambiguous = term_of(field_type.vocabularies, term.label) is term
    return term.label if is_unambiguous else str(term.value)


def _hint(column: Column, field_type: FieldType) -> str:
    return " ".join(_hints(column, field_type))


def _hints(column: Column, field_type: FieldType) -> Iterator[str]:
    if column.note:
        yield column.note
    elif field_type.python_type is date:
        yield _DATE
    elif isinstance(field_type, IntegerType):
        yield _NUMBER
    if column.level is not None:
        yield f"{column.level.label}: nama atau kode bertitik."
    choices = _choices(field_type)
    if choices:
        some = ", ".join(choices[:_MAX_CHOICES_IN_HINT])
        yield f"Pilihan: {some}{', …' if len(choices) > _MAX_CHOICES_IN_HINT else '.'}"
