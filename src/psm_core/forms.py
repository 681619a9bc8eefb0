"""What people type into forms, as records: one lenient reader for the fields of a form.

Values are read like the cells of a spreadsheet: ``P`` for a woman, ``1 Agustus 1990``, ``0812…``,
the label of a term, the name of a region. Every issue is found at once and names its field.

>>> from psm_core import Person, forms
>>> typed = {"nik": "9901014108900001", "name": "Ani", "sex": "P", "birth_date": "1 Agustus 1990"}
>>> form = forms.read(typed, Person)
>>> form.record.sex.label, form.record.birth_date.isoformat()
('Perempuan', '1990-08-01')
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import takewhile
from typing import Any, Generic, TypeVar, cast, final

import attrs

from ._core.builder import INVALID
from ._core.field_paths import dotted, steps_of
from ._core.field_types import FieldType
from ._core.record import is_record_class, not_a_record
from ._frozen import FrozenType
from ._messages import language_of
from ._paths import UNKNOWN_KEY, Steps
from .errors import Issue, Severity, ValidationError, short_traceback
from .regions import RegionRegistry, load_regions
from .tables.cells.cell import Cell, without_apostrophe
from .tables.files.sheets import Row, Sheet
from .tables.flat import WrittenCell, cells_of
from .tables.headings.first_rows import OpenSheet
from .tables.headings.named_fields import field_issue, similar_field
from .tables.headings.table_headings import Headings
from .tables.layouts.export_headings import export_heading
from .tables.layouts.export_layout import export_layout
from .tables.layouts.layout import Layout
from .tables.nested_cells import field_type_or_none, value_cells
from .tables.readable_cells import ReadableCells
from .tables.rows.contradictions import Contradictions
from .tables.rows.nested import put, record_of
from .tables.rows.tree_reader import TreeReader
from .terms import Term
from .values.region_code import RegionCode

__all__ = ["FormResult", "fill", "label", "read"]

T = TypeVar("T")


@final
@attrs.frozen
class FormResult(Generic[T], metaclass=FrozenType):
    """The record of a form, and every issue in it.

    >>> from psm_core import Person, forms
    >>> form = forms.read({"nik": "99010141", "name": "Ani Contoh"}, Person)
    >>> form.record, form.errors_by_field()
    (None, {'nik': ['NIK harus 16 angka, tertulis 8. Salin ulang dari KTP atau KK.']})
    """

    record: T | None
    """The record; None if there is an error."""
    issues: tuple[Issue, ...]
    """Every issue. `Issue.path` names the field."""

    @property
    def errors(self) -> tuple[Issue, ...]:
        """The issues that are errors.

        >>> from psm_core import Person, forms
        >>> [issue.code for issue in forms.read({"name": "Ani"}, Person).errors]
        ['person.nik_absence_missing']
        """
        return tuple(one for one in self.issues if one.severity is Severity.ERROR)

    def errors_by_field(self, language: str = "id") -> dict[str, list[str]]:
        """Return field → the messages of its errors, in Indonesian or English.

        The fields have dotted names, such as ``assignments.0.since``. The key of an error of the
        whole record is empty.

        Raises:
            ValueError: the language is neither English nor Indonesian.

        >>> from psm_core import Worker, forms
        >>> typed = {"id": "psm-1", "person.name": "Ani", "assignments": [{"serves": "63.10"}]}
        >>> sorted(forms.read(typed, Worker).errors_by_field())
        ['assignments.0.pillar', 'assignments.0.since', 'person.nik_absence']

        """
        found: dict[str, list[str]] = {}
        for one in self.errors:
            found.setdefault(dotted(one.path), []).append(one.describe(language))
        return found

    def record_or_raise(self) -> T:
        """Return the record.

        Raises:
            ValidationError: there is an error; it has every issue.

        >>> from psm_core import Address, forms
        >>> forms.read({"rt": "3"}, Address).record_or_raise().rt
        '003'

        """
        if self.record is None:
            raise ValidationError(self.issues)
        return self.record


@short_traceback
def read(
    data: Mapping[str, object],
    record_class: type[T],
    /,
    *,
    within: RegionCode | None = None,
    regions: RegionRegistry | None = None,
    code_lists: Collection[str] = (),
) -> FormResult[T]:
    """Read the fields of a form into a record.

    A field is named by its path: ``person.nik``, ``assignments.0.since``. Nested mappings and lists
    mean the same. Blank fields and None are left out. A field that the record class does not have,
    such as a token of the form, is left out with the warning ``field.unknown``.

    Args:
        data: Name of each field → what was typed: a text, a number, a date, True or False.
        record_class: The record class.
        within: The region in which names of regions are looked up.
        regions: The table of regions; the default is `psm_core.regions.load_regions`.
        code_lists: The lists whose codes the form uses, by id, such as ``status-perkawinan-6``.

    Raises:
        TypeError: the class is not a record class of psm_core, or the data is no mapping.
        ValueError: there is no such code list.
        UnknownRegionError: the table of regions does not have the region `within`.

    >>> from psm_core import Worker, forms
    >>> typed = {
    ...     "id": "psm-1", "person.nik": "9901 0141 0890 0001", "person.name": "Ani Contoh",
    ...     "assignments": [{"pillar": "PSM", "serves": "63.10.09.2005", "since": "1-8-2019"}],
    ... }
    >>> worker = forms.read(typed, Worker).record_or_raise()
    >>> worker.assignments[0].since.isoformat()
    '2019-08-01'

    """
    _require_record_class(record_class)
    if not isinstance(data, Mapping):  # pyright: ignore[reportUnnecessaryIsInstance] - checked for users without types
        raise TypeError("a mapping of names to values is needed")
    notes: list[Issue] = []
    cells = dict(_known_cells(record_class, data, notes))
    names = {path: str(cells.pop(path)) for path in tuple(cells) if _is_region(record_class, path)}
    layout: Layout[T] = attrs.evolve(
        export_layout(record_class, cells) or Layout("form", "", record_class, ()),
        code_lists=tuple(code_lists),
    )
    table = load_regions() if regions is None else regions
    trees = TreeReader(_headings(layout), within=within, regions=table)
    tree = trees.tree(list(cells.values()), {}, notes)
    for path, text in names.items():
        region, issue = trees.region_reader.of_text(text)
        put(tree, steps_of(path), issue if region is None else region)
        notes += () if issue is None or region is None else [issue.under(*steps_of(path))]
    issues: list[Issue] = []
    record = record_of(record_class, tree, issues)
    if record is not INVALID:
        notes += Contradictions(record_class, table).find(record)
    found = tuple(map(_without_place, (*issues, *notes)))
    is_valid = record is not INVALID and all(one.severity is not Severity.ERROR for one in found)
    return FormResult(cast("T", record) if is_valid else None, found)


def fill(record: object, /) -> dict[str, str]:
    """Return the texts with which a form shows a record. `read` returns an equal record.

    Each filled field has its dotted name. Dates are written as ``31-08-1990``, terms as their
    slugs. The texts contain numbers and names of people.

    Raises:
        TypeError: it is not a record of psm_core.

    >>> from datetime import date
    >>> from psm_core import NIK, Person, forms
    >>> from psm_core.terms import Sex
    >>> person = Person(nik=NIK("9901014108900001"), name="Ani", sex=Sex.PEREMPUAN,
    ...                 birth_date=date(1990, 8, 1))
    >>> forms.fill(person)["birth_date"]
    '01-08-1990'
    >>> typed = {"name": "Ani Contoh"}
    >>> forms.read({**forms.fill(person), **typed}, Person).record.sex.label
    'Perempuan'

    """
    if not is_record_class(type(record)):
        raise not_a_record(type(record))
    return {dotted(steps): str(cell) for steps, cell in cells_of(record, (), _FormCells())}


def label(record_class: type, path: str | Sequence[str | int], /, language: str = "id") -> str:
    """Return what people call a field, in Indonesian or English: the labels on its path.

    The path may be that of an issue, `Issue.path`. A part of it that the record class does not have
    is left out, and with it what follows. The label of a whole record is empty.

    Raises:
        TypeError: the class is not a record of psm_core.
        ValueError: the language is neither English nor Indonesian.

    >>> from psm_core import Worker, forms
    >>> forms.label(Worker, "person.birth_date")
    'Tanggal Lahir'
    >>> forms.label(Worker, ("assignments", 0, "since"), "en")
    'Assignments 1: Since'

    """
    _require_record_class(record_class)
    steps = steps_of(path) if isinstance(path, str) else tuple(path)
    is_known = (field_type_or_none(record_class, steps[:end]) for end in range(1, len(steps) + 1))
    known = steps[: sum(1 for _ in takewhile(lambda found: found is not None, is_known))]
    return export_heading(record_class, known, language_of(language))


def _require_record_class(record_class: object) -> None:
    if not is_record_class(record_class):
        name = getattr(record_class, "__name__", type(record_class).__name__)
        raise TypeError(f"{name!s} is not a record of psm_core")


class _FormCells(ReadableCells):
    """Writes dates as people read them, and slugs of terms, which fields for a choice send."""

    def __init__(self) -> None:
        super().__init__(has_dates=False)

    def cell(self, value: object, field_type: FieldType) -> WrittenCell:
        """Return the text of a value."""
        if isinstance(value, Term):
            slug: str = value.value
            return slug
        cell = super().cell(value, field_type)
        is_marked = isinstance(cell, str) and without_apostrophe(cell) != cell
        return f"'{cell}" if is_marked else cell  # reading takes one apostrophe away


def _headings(layout: Layout[Any]) -> Headings:
    """Return headings of a sheet that has a column for each field."""
    columns = dict(enumerate(layout.columns))
    sheet = OpenSheet(Sheet(None, lambda: (row for row in tuple[Row]())))  # no row is read from it
    return Headings(layout, sheet, 0, columns, columns.keys(), {}, (), {})


def _without_place(issue: Issue) -> Issue:
    return attrs.evolve(issue, row=None, column=None, sheet=None)


def _known_cells(
    record_class: type, data: Mapping[str, object], notes: list[Issue]
) -> Iterator[tuple[str, Cell]]:
    """Yield path and value of each filled field, and add warnings about names of no field."""
    for number, (steps, value) in enumerate(_filled(record_class, data), start=1):
        path = dotted(steps)
        if field_issue(record_class, path) is None:
            yield path, value
            continue
        near = similar_field(record_class, path)
        facts: dict[str, str | int] = {"suggestion": near} if near else {"number": number}
        notes.append(Issue("field.unknown", (UNKNOWN_KEY,), Severity.WARNING, facts))


def _filled(record_class: type, data: Mapping[str, object]) -> Iterator[tuple[Steps, Cell]]:
    for name, value in data.items():
        yield from value_cells(record_class, value, steps_of(str(name)))


def _is_region(record_class: type, path: str) -> bool:
    field_type = field_type_or_none(record_class, steps_of(path))
    return field_type is not None and field_type.python_type is RegionCode
