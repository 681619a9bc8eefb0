"""The model field for whole records."""

import json
from functools import partial
from typing import Any, ClassVar, TypeVar

from django.db import models

from ...wire.reading import from_document, from_json
from ...wire.versions import schema_id
from ...wire.writing import to_document, to_json
from .._columns import with_floats
from .base_field import ModelField, imported
from .form_fields import DocumentFormField
from .lookups import DocumentKey, refused

T = TypeVar("T")


class DocumentField(ModelField[T]):
    """A field for records of one class, stored as JSON documents: JSONB on PostgreSQL.

    The envelope with schema and version is stored, and an older version is migrated when it is
    read. Records are immutable: to change one, assign another record. Parts of the document are
    found as in a ``JSONField``: ``worker__data__person__name="Ani"``. It is no subclass of
    ``JSONField``, which pages of the admin would show unmasked.

    Raises:
        TypeError: the class has no document.

    >>> from psm_core import Worker
    >>> DocumentField(Worker).deconstruct()[1:]
    ('psm_core.contrib.django.DocumentField', ['psm_core.Worker'], {})

    """

    form_class: ClassVar[Any] = DocumentFormField

    def __init__(
        self,
        record_class: type[T] | str,
        verbose_name: Any = None,  # noqa: ANN401 - as above
        **options: Any,  # noqa: ANN401 - as above
    ) -> None:
        cls: type[T] = imported(record_class)
        schema_id(cls)
        super().__init__(cls, verbose_name, **options)

    def db_type(self, connection: Any) -> str | None:  # noqa: ANN401 - of any database
        """Return the type of the column: that of a ``JSONField``."""
        return models.JSONField().db_type(connection)

    def db_check(self, connection: Any) -> str | None:  # noqa: ANN401 - as above
        """Return the condition on the column, for databases without a type for JSON."""
        column = models.JSONField(db_column=self.column)
        column.set_attributes_from_name(self.name)
        return column.db_check(connection)

    def get_lookup(self, lookup_name: str) -> Any:  # noqa: ANN401 - as above
        """Return a lookup. Whole documents are not compared."""
        if lookup_name in {"exact", "in"}:
            return refused(lookup_name, "isnull, and lookups of its parts, such as data__name")
        return super().get_lookup(lookup_name)

    def get_transform(self, lookup_name: str) -> Any:  # noqa: ANN401 - a class or a function
        """Return a part of the document."""
        return super().get_transform(lookup_name) or partial(DocumentKey, lookup_name)

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:  # noqa: ANN401, FBT001, FBT002 - of Django
        """Return what the driver of the database takes."""
        document = super().get_db_prep_value(value, connection, prepared)
        return None if document is None else connection.ops.adapt_json_value(document, None)

    def _refusal(self, class_name: str) -> str:
        return f"{type(self).__name__} takes {self.value_class.__name__} or None, not {class_name}"

    def _of_text(self, text: str) -> T:
        del text  # a traceback keeps this frame
        raise TypeError(self._refusal("str"))

    def from_db_value(self, value: Any, expression: object, connection: object) -> T | None:  # noqa: ANN401, ARG002
        """Return the record that was stored. Databases return the text of its document."""
        if value is None:
            return None
        return from_document(with_floats(json.loads(value)), self.value_class)

    def _of_stored(self, stored: Any) -> T:  # noqa: ANN401 - of a fixture or a form
        if isinstance(stored, str):
            return from_json(stored, self.value_class)
        return from_document(stored, self.value_class)

    def _stored(self, value: T) -> Any:  # noqa: ANN401 - JSON
        return to_document(value)

    def _whole_text(self, value: T) -> str:
        return to_json(value)
