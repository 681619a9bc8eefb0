"""Widgets of django-import-export, which read and write the cells of a column."""

from datetime import date, time, timedelta
from typing import Any, TypeVar

from ..._core.text_value import TextValue
from ...errors import Issue, Severity
from ...tables.cells.cell import is_blank, without_apostrophe
from ...terms import Term
from ...values.plain import canonical
from ...values.region_code import RegionCode
from ...wire.writing import to_json
from .._typed_text import cell_value
from ._import_classes import Widget
from .form_fields import DocumentFormField, ValueFormField
from .issues import validation_error

T = TypeVar("T", bound=TextValue | Term | date)
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
