"""A resource of django-import-export that reads cells as `psm_core.tables` does, and hides numbers.

>>> from psm_core import NIK
>>> from psm_core.contrib.django.import_export import ValueWidget
>>> ValueWidget(NIK).clean("9901 0141 0890-0001")
<NIK 990101******0001>
"""

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError as DjangoError
from django.db import models

from ...errors import MissingExtraError

if not TYPE_CHECKING:  # the library has no types
    try:
        import import_export  # noqa: F401
    except ImportError:
        raise MissingExtraError("django-import-export") from None

from ...privacy import hide_numbers
from ...tables.layouts.layout import folded
from ._import_classes import Diff, Error, ManyToManyWidget, ModelResource, Result, RowError, Widget
from ._import_results import MaskedDiff, NumberFreeError, NumberFreeResult, without_numbers
from ._import_widgets import DocumentWidget, ValueWidget
from .base_field import ModelField
from .document_field import DocumentField

__all__ = ["DocumentWidget", "PersonalDataResource", "ValueWidget"]


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
        return type("NumberFreeResult", (NumberFreeResult,), {"labels": labels})

    @classmethod
    def get_error_result_class(cls) -> type[Error]:
        """Return the class of an exception in a row."""
        return NumberFreeError

    @classmethod
    def get_diff_class(cls) -> type[Diff]:
        """Return the class of what a row changes."""
        return MaskedDiff

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
            failed = RowError(without_numbers(error.error), error.number)
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
