"""A resource of django-import-export that reads cells as `psm_core.tables` does, and hides numbers.

>>> from psm_core import NIK
>>> from psm_core.contrib.django.import_export import ValueWidget
>>> ValueWidget(NIK).clean("9901 0141 0890-0001")
<NIK 990101******0001>
"""

import traceback
from collections.abc import Mapping
from datetime import date, time, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, Final, TypeVar

from django.core.exceptions import ValidationError as DjangoError
from django.db import models

from ..._core.text_value import TextValue
from ...errors import Issue, MissingExtraError, Severity
from ...privacy import hide_numbers
from ...tables.cells.cell import is_blank, without_apostrophe
from ...tables.layouts.layout import folded
from ...terms import Term
from ...values.plain import canonical
from ...values.region_code import RegionCode
from ...wire.writing import to_json
from .._typed_text import cell_value
from .base_field import ModelField
from .document_field import DocumentField
from .form_fields import DocumentFormField, ValueFormField
from .issues import validation_error

if TYPE_CHECKING:
    # The library has no types. What is used of it is declared here.
    class Widget:
        """A reader and writer of cells."""

        def __init__(self, coerce_to_string: bool = True) -> None: ...  # noqa: FBT001, FBT002

    class ManyToManyWidget(Widget): ...

    class Diff:
        """What a row changes."""

        left: list[str]
        right: list[str]
        new: bool

    class Error:
        """An exception in a row."""

        number: int | None
        traceback: str

        def __init__(
            self,
            error: Exception,
            row: Mapping[str, str] | None = None,
            number: int | None = None,
        ) -> None: ...

    class Result:
        """What an import has done."""

        invalid_rows: list[Any]

        def append_invalid_row(self, number: int, row: Any, validation_error: Any) -> None: ...  # noqa: ANN401

    class RowError(Exception):
        """An exception in a row, raised."""

        error: Exception
        number: int | None

        def __init__(self, error: Exception, number: int | None = None) -> None: ...

    class ModelResource:
        """A reader and writer of the rows of a model."""

        _meta: ClassVar[Any]
        fields: dict[str, Any]

        @classmethod
        def widget_from_django_field(cls, f: Any, default: Any = ...) -> Any: ...  # noqa: ANN401
        def before_import(self, dataset: Any, **options: Any) -> None: ...  # noqa: ANN401
        def get_instance(self, instance_loader: Any, row: Any) -> Any: ...  # noqa: ANN401
        def get_import_fields(self) -> list[Any]: ...
        def get_import_id_fields(self) -> list[str]: ...
        def import_field(self, field: Any, instance: Any, row: Any, **options: Any) -> None: ...  # noqa: ANN401
        def import_data(self, dataset: Any, *args: Any, **options: Any) -> Any: ...  # noqa: ANN401

else:
    try:
        import import_export  # noqa: F401
    except ImportError:
        raise MissingExtraError("django-import-export") from None

    from import_export.exceptions import ImportError as RowError
    from import_export.resources import Diff, ModelResource
    from import_export.results import Error, Result
    from import_export.widgets import ManyToManyWidget, Widget

__all__ = ["DocumentWidget", "PersonalDataResource", "ValueWidget"]

T = TypeVar("T", bound=TextValue | Term | date)
_LONGEST: Final = 60
"""So many characters of a record are in a preview."""
_CELLS = str | int | float | date | time | timedelta


class ValueWidget(Widget):
    """Reads and writes the cells of a column with values, terms or dates.

    It reads what `psm_core.tables.read` reads in a cell. A cell that is blank, or says that there
    is no number, gives None. A region may have its name, inside the region `within` if it is given.
    The whole text is written.

    >>> from datetime import date
    >>> from psm_core import RegionCode
    >>> from psm_core.contrib.django.import_export import ValueWidget
    >>> ValueWidget(date).clean("1 Agustus 1990")
    datetime.date(1990, 8, 1)
    >>> ValueWidget(RegionCode, within=RegionCode("63")).clean("Kab. Banjar")
    RegionCode('63.03')
    """

    def __init__(
        self,
        value_class: type[T],
        *,
        within: RegionCode | None = None,
        **options: Any,  # noqa: ANN401 - those of a widget
    ) -> None:
        super().__init__(**options)
        self.value_class = value_class
        self._regions = ValueFormField(RegionCode, within=within)

    def clean(self, value: Any, row: object = None, **options: object) -> Any:  # noqa: ANN401 - of any file
        """Return the value of a cell, or None."""
        del row, options
        if type(value) is self.value_class:
            return value
        cell = without_apostrophe(value)
        if is_blank(cell):
            return None
        found: object = Issue("type.text")
        if self.value_class is RegionCode and isinstance(cell, str):
            return self._regions.to_python(cell)
        if isinstance(cell, _CELLS):
            found = cell_value(self.value_class, cell)
        if not isinstance(found, Issue):
            return found
        if found.severity is Severity.WARNING:  # the cell says that there is none
            return None
        del value, cell  # a traceback keeps this frame
        raise validation_error(found)

    def render(self, value: Any, obj: object = None, **options: object) -> str:  # noqa: ANN401 - as above
        """Return the whole text, as files and `clean` have it."""
        del obj, options
        return "" if value is None else canonical(value)


class DocumentWidget(Widget):
    """Reads and writes the cells of a column with whole records: the text of a JSON document.

    >>> from psm_core import Person
    >>> from psm_core.contrib.django.import_export import DocumentWidget
    >>> text = '{"schema": "psm.person/1", "data": {"nik": "9901014108900001", "name": "Ani"}}'
    >>> DocumentWidget(Person).clean(text)
    Person(nik=***, name=***)
    """

    def __init__(self, record_class: type[object], **options: Any) -> None:  # noqa: ANN401 - as above
        super().__init__(**options)
        self._form_field = DocumentFormField(record_class)

    def clean(self, value: Any, row: object = None, **options: object) -> Any:  # noqa: ANN401 - as above
        """Return the record of a document, or None."""
        del row, options
        return self._form_field.to_python(value)

    def render(self, value: Any, obj: object = None, **options: object) -> str:  # noqa: ANN401 - as above
        """Return the whole document."""
        del obj, options
        return "" if value is None else to_json(value)


class PersonalDataResource(ModelResource):
    """Imports and exports the rows of a model with fields of this package.

    - Cells are read by `ValueWidget` and `DocumentWidget`, cells of a ``DateField`` too. Options of
      a widget, such as ``within``, are in ``widgets`` of ``Meta``.
    - A heading is the name of a field, or its verbose name, in any spelling: ``Jenis Kelamin``.
    - Every issue of a row is at its field, in the language that is active. Rows are checked by
      ``full_clean``, so a number that exists already is an error of the row.
    - A row without a value for a field of ``import_id_fields`` is a new row.
    - The pages of an import show masks and no whole number. An export has the whole numbers.
    - ``import_template_name = "psm_core/import.html"`` of the admin gives the page of an import in
      English or Indonesian, with the errors of each row.

    >>> import django
    >>> django.setup()
    >>> from psm_core.contrib.django.import_export import PersonalDataResource
    >>> class ResidentResource(PersonalDataResource):
    ...     class Meta:
    ...         import_id_fields = ["nik"]
    """

    class Meta:
        """Options of every resource."""

        clean_model_instances = True

    @classmethod
    def widget_from_django_field(cls, f: Any, default: Any = Widget) -> Any:  # noqa: ANN401 - of the library
        """Return the class of the widget for a model field."""
        value_class: Any = getattr(f, "value_class", None)
        if isinstance(f, DocumentField):
            return partial(DocumentWidget, value_class)
        if isinstance(f, ModelField):
            return partial(ValueWidget, value_class)
        if type(f) is models.DateField:
            return partial(ValueWidget, date)
        return super().widget_from_django_field(f, default)

    @classmethod
    def get_result_class(cls) -> type[Result]:
        """Return the class of the result."""
        fields = cls._meta.model._meta.fields  # noqa: SLF001 - documented
        labels = {one.name: str(one.verbose_name) for one in fields}
        return type("NumberFreeResult", (_NumberFreeResult,), {"labels": labels})

    @classmethod
    def get_error_result_class(cls) -> type[Error]:
        """Return the class of an exception in a row."""
        return _NumberFreeError

    @classmethod
    def get_diff_class(cls) -> type[Diff]:
        """Return the class of what a row changes."""
        return _MaskedDiff

    def before_import(self, dataset: Any, **options: Any) -> None:  # noqa: ANN401 - as above
        """Give the columns of a file the names of their fields."""
        super().before_import(dataset, **options)
        names = {one.name: str(one.verbose_name) for one in self._meta.model._meta.fields}  # noqa: SLF001 - documented
        known: dict[str, str] = {}
        for field in self.get_import_fields():
            column: str = field.column_name
            for name in (column, field.attribute, names.get(field.attribute, column)):
                known.setdefault(folded(name), column)
        headings: list[str] = list(dataset.headers or ())
        for number, heading in enumerate(headings):
            column = known.get(folded(heading), heading)
            if column not in headings:
                headings[number] = column
        if headings:
            dataset.headers = headings

    def get_instance(self, instance_loader: Any, row: Any) -> Any:  # noqa: ANN401 - as above
        """Return the object of a row, or None if the row does not say which."""
        fields = [self.fields[name] for name in self.get_import_id_fields()]
        if any(_has_nothing(one, row) for one in fields):
            return None
        return super().get_instance(instance_loader, row)

    def import_instance(self, instance: Any, row: Any, **options: Any) -> None:  # noqa: ANN401 - as above
        """Set the attributes of an object, or raise the errors of all fields."""
        errors: dict[str, DjangoError] = {}
        for field in self.get_import_fields():
            if isinstance(field.widget, ManyToManyWidget):
                continue
            try:
                self.import_field(field, instance, row, **options)
            except DjangoError as error:
                errors[field.attribute] = error
            except ValueError as error:
                errors[field.attribute] = DjangoError(hide_numbers(str(error)), "invalid")
        if errors:
            raise DjangoError(errors)

    def import_data(self, dataset: Any, *args: Any, **options: Any) -> Any:  # noqa: ANN401 - as above
        """Import rows. An error that is raised contains the number of its row, not the row."""
        try:
            return super().import_data(dataset, *args, **options)
        except RowError as error:
            failed = RowError(_without_numbers(error.error), error.number)
        raise failed


def _has_nothing(field: Any, row: Mapping[str, Any]) -> bool:  # noqa: ANN401 - as above
    """Return whether a row has a cell for a field, but no valid value in it."""
    if field.column_name not in row:
        return False
    try:
        value = field.clean(row)
    except DjangoError:
        return True
    return value is None or value == ""


class _NumberFreeResult(Result):
    """The result of an import, whose invalid rows have no numbers."""

    labels: ClassVar[Mapping[str, str]]
    """Name of a field → its verbose name."""

    def append_invalid_row(self, number: int, row: Any, validation_error: Any) -> None:  # noqa: ANN401 - as above
        super().append_invalid_row(number, _hidden(row), validation_error)
        added = self.invalid_rows[-1]
        added.labelled_errors = [
            (self.labels.get(name, ""), messages) for name, messages in added.error_dict.items()
        ]


class _NumberFreeError(Error):
    """An exception in a row, without numbers."""

    def __init__(self, error: Exception, row: Any = None, number: int | None = None) -> None:  # noqa: ANN401 - as above
        hidden = None if row is None else _hidden(row)
        super().__init__(_without_numbers(error), hidden, number)
        self.traceback = hide_numbers("".join(traceback.format_exception(error)))

    def __repr__(self) -> str:
        return f"<{type(self).__name__} at number {self.number}>"


class _MaskedDiff(Diff):
    """What a row changes, as lists of the admin show values."""

    def __init__(self, resource: Any, instance: Any, new: bool) -> None:  # noqa: ANN401, FBT001 - as above
        self.left = _shown(resource, instance)
        self.right = []
        self.new = new

    def compare_with(self, resource: Any, instance: Any) -> None:  # noqa: ANN401 - as above
        self.right = _shown(resource, instance)


def _shown(resource: ModelResource, instance: object) -> list[str]:
    return [_shown_value(field, instance) for field in resource.get_import_fields()]


def _shown_value(field: Any, instance: object) -> str:  # noqa: ANN401 - as above
    value = field.get_value(instance)
    if isinstance(value, Term):
        return value.label
    is_ours = isinstance(field.widget, ValueWidget | DocumentWidget) and value is not None
    text: str = str(value) if is_ours else field.export(instance)
    return text if len(text) <= _LONGEST or not is_ours else f"{text[:_LONGEST]}…"


def _hidden(row: Mapping[str, object]) -> dict[str, str]:
    return {name: "" if cell is None else hide_numbers(str(cell)) for name, cell in row.items()}


def _without_numbers(error: Exception) -> Exception:
    text = str(error)
    hidden = hide_numbers(text)
    return error if hidden == text else Exception(hidden)
