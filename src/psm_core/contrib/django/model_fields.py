"""Model fields for values, terms and documents."""

import json
from collections.abc import Callable, Sequence
from functools import partial, partialmethod
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar, cast

from django import forms
from django.core import checks
from django.db import models
from django.db.models.query_utils import DeferredAttribute
from django.utils.module_loading import import_string

from ..._core.text_value import TextValue
from ...errors import Issue
from ...terms import Term
from ...values.dates import Month, Quarter
from ...values.ids import ID_CLASSES
from ...values.kk import KK
from ...values.nik import NIK
from ...values.phone import PhoneNumber
from ...values.plain import canonical
from ...values.region_code import RegionCode
from ...wire.reading import from_document, from_json
from ...wire.versions import schema_id
from ...wire.writing import to_document, to_json
from .._columns import (
    LENGTHS,
    NUMBER_LENGTH,
    REGION_LENGTH,
    TERM_LENGTH,
    public_name,
    with_floats,
)
from .form_fields import DocumentFormField, TermFormField, ValueFormField
from .issues import INVALID, errors_of, validation_error
from .lookups import OF_ORDER, OF_TEXT, DocumentKey, Within, refused

T = TypeVar("T")
V = TypeVar("V", bound=TextValue)
M = TypeVar("M", bound=Term)

_PACKAGE = __name__.rpartition(".")[0]

if TYPE_CHECKING:
    from django.db.models.expressions import Combinable

    class _Field(models.Field[T | str | Combinable | None, T]):
        """A field of Django that is set to a value or its text, and returns a value."""

else:

    class _Field(models.Field, Generic[T]):
        pass


class _Attribute(DeferredAttribute):
    """The attribute of a model. It makes the value of a text when it is assigned."""

    field: Any

    def __set__(self, instance: Any, value: Any) -> None:  # noqa: ANN401 - of any model
        instance.__dict__[self.field.attname] = (
            value
            if value is None or hasattr(value, "resolve_expression")
            else self.field.value_of(value)
        )


class _PlainField(_Field[T]):
    """Base of all fields here: a column with values of one class, and NULL for None."""

    descriptor_class = _Attribute
    empty_strings_allowed: bool = False
    lookups: frozenset[str] = frozenset()
    """Of the lookups of Django, those that this field has beside ``exact``, ``in``, ``isnull``."""
    form_class: ClassVar[Any]
    """The class of the form field. Its first argument is the class of the values."""

    value_class: type[T]
    """The class of the values."""

    def __init__(self, value_class: type[T], verbose_name: Any = None, **options: Any) -> None:  # noqa: ANN401 - those of Django
        self.value_class = value_class
        super().__init__(verbose_name, **options)

    def deconstruct(self) -> tuple[str, str, Sequence[Any], dict[str, Any]]:
        """Return how a migration writes the field: by public names, without its length."""
        name, path, args, options = super().deconstruct()
        if type(self).__module__ == __name__:
            path = f"{_PACKAGE}.{type(self).__name__}"
        options.pop("max_length", None)
        return name, path, [*self._arguments(), *args], options

    def get_lookup(self, lookup_name: str) -> Any:  # noqa: ANN401 - a class or None
        """Return a lookup. Those that make no sense for the values raise an error that says so."""
        without = (OF_ORDER | OF_TEXT) - self.lookups
        if lookup_name in without:
            return refused(lookup_name, ", ".join(sorted(self.get_lookups().keys() - without)))
        return super().get_lookup(lookup_name)

    def formfield(self, **options: Any) -> forms.Field | None:  # noqa: ANN401 - of Django
        """Return the form field, which reads what people type."""
        form_class = partial(self.form_class, self.value_class)
        return super().formfield(**{"form_class": cast("Any", form_class), **options})

    def value_of(self, value: object) -> T:
        """Return the value of what is assigned: the value itself, or that of its canonical text.

        Raises:
            ParseError: a text that is not canonical.
            TypeError: it is neither.

        """
        if type(value) is self.value_class:
            return value
        kind = type(value).__name__
        if not isinstance(value, str):
            del value  # a traceback keeps this frame
            raise TypeError(self._refusal(kind))
        return self._of_text(value)

    def to_python(self, value: Any) -> Any:  # noqa: ANN401 - what a form or a fixture has
        """Return the value, or raise ``ValidationError`` of Django with every issue."""
        if value is None or type(value) is self.value_class:
            return value
        try:
            return self._of_stored(value)
        except INVALID as error:
            failed = errors_of(error)
        except TypeError:
            failed = validation_error(Issue("type.text"))
        del value  # a traceback keeps this frame
        raise failed

    def from_db_value(self, value: Any, expression: object, connection: object) -> T | None:  # noqa: ANN401, ARG002
        """Return the value that was stored."""
        return None if value is None else self._of_stored(value)

    def get_prep_value(self, value: Any) -> Any:  # noqa: ANN401 - of Django
        """Return what is stored, of a value or its canonical text."""
        value = super().get_prep_value(value)
        return None if value is None else self._stored(self.value_of(value))

    def value_to_string(self, obj: models.Model) -> Any:  # noqa: ANN401 - a text or None
        """Return the whole text, as fixtures have it."""
        value = self.value_from_object(obj)
        return None if value is None else self._whole_text(value)

    def _arguments(self) -> list[str]:
        """Return the arguments that a migration writes."""
        return [public_name(self.value_class)]

    def _refusal(self, kind: str) -> str:
        name = self.value_class.__name__
        return f"{type(self).__name__} takes {name}, its canonical text or None, not {kind}"

    def _of_text(self, text: str) -> T:
        return cast("Callable[[str], T]", self.value_class)(text)

    def _of_stored(self, stored: Any) -> T:  # noqa: ANN401 - text or JSON
        return self.value_of(stored)

    def _stored(self, value: T) -> Any:  # noqa: ANN401 - text or JSON
        return self._whole_text(value)

    def _whole_text(self, value: T) -> str:
        return canonical(cast("TextValue | Term", value))


class _TextField(_PlainField[T]):
    """Base of the fields that store one text."""

    def __init__(
        self,
        value_class: type[T],
        verbose_name: Any,  # noqa: ANN401 - a text, or one that Django translates later
        length: int,
        options: dict[str, Any],
    ) -> None:
        super().__init__(value_class, verbose_name, max_length=length, **options)

    def get_internal_type(self) -> str:
        """Return the field of Django with the same column."""
        return "CharField"


class _PersonalField(_TextField[V]):
    """Base of the fields of personal data."""

    form_class: ClassVar[Any] = ValueFormField

    def __init__(self, value_class: type[V], verbose_name: Any, options: dict[str, Any]) -> None:  # noqa: ANN401 - as above
        super().__init__(value_class, verbose_name, NUMBER_LENGTH, options)

    def check(self, **options: Any) -> list[checks.CheckMessage]:  # noqa: ANN401 - of Django
        """Return what is wrong with the field of a model."""
        found = super().check(**options)
        if self.primary_key:
            message = f"{type(self).__name__} cannot be a primary key."
            hint = "The number would be in addresses of pages and in logs. Use unique=True."
            found.append(checks.Error(message, hint, self, "psm_core.E001"))
        return found

    def _arguments(self) -> list[str]:
        return []


class NIKField(_PersonalField[NIK]):
    """A field for a `NIK`, stored as 16 digits. It cannot be the primary key.

    >>> NIKField("NIK", unique=True).deconstruct()[1:]
    ('psm_core.contrib.django.NIKField', [], {'verbose_name': 'NIK', 'unique': True})
    """

    def __init__(self, verbose_name: Any = None, **options: Any) -> None:  # noqa: ANN401 - those of Django
        super().__init__(NIK, verbose_name, options)


class KKField(_PersonalField[KK]):
    """A field for a `KK`, stored as 16 digits. It cannot be the primary key.

    >>> KKField(null=True).formfield().clean("9901 0101 0890 0001")
    <KK 990101******0001>
    """

    def __init__(self, verbose_name: Any = None, **options: Any) -> None:  # noqa: ANN401 - those of Django
        super().__init__(KK, verbose_name, options)


class PhoneField(_PersonalField[PhoneNumber]):
    """A field for a `PhoneNumber`, stored in international form: ``+``, country code, number.

    >>> PhoneField().formfield().clean("0800 0000 123").unmasked
    '+628000000123'
    """

    def __init__(self, verbose_name: Any = None, **options: Any) -> None:  # noqa: ANN401 - those of Django
        super().__init__(PhoneNumber, verbose_name, options)


class RegionCodeField(_TextField[RegionCode]):
    """A field for a `RegionCode`, stored with its dots. It has the lookup ``within``.

    ``Place.objects.filter(region__within=RegionCode("63.10"))`` finds this region and all regions
    inside it, with the index of the column.

    >>> RegionCodeField(db_index=True).formfield().clean("63.10")
    RegionCode('63.10')
    """

    lookups: frozenset[str] = OF_ORDER
    form_class: ClassVar[Any] = ValueFormField

    def __init__(self, verbose_name: Any = None, **options: Any) -> None:  # noqa: ANN401 - those of Django
        super().__init__(RegionCode, verbose_name, REGION_LENGTH, options)

    def _arguments(self) -> list[str]:
        return []


RegionCodeField.register_lookup(Within)


class ValueField(_TextField[V]):
    """A field for any other value that is one text: an id, a month, a partial date.

    Raises:
        TypeError: another field is for this class, or it is no such value.

    >>> from psm_core import WorkerId
    >>> ValueField(WorkerId, primary_key=True).deconstruct()[1:]
    ('psm_core.contrib.django.ValueField', ['psm_core.WorkerId'], {'primary_key': True})

    """

    form_class: ClassVar[Any] = ValueFormField

    def __init__(
        self,
        value_class: type[V] | str,
        verbose_name: Any = None,  # noqa: ANN401 - as above
        **options: Any,  # noqa: ANN401 - as above
    ) -> None:
        cls: type[V] = _imported(value_class)
        if cls not in LENGTHS:
            known = ", ".join(sorted(one.__name__ for one in LENGTHS))
            raise TypeError(f"ValueField is for {known}")
        super().__init__(cls, verbose_name, LENGTHS[cls], options)
        is_ordered = cls in {Month, Quarter}
        is_free = cls in ID_CLASSES
        self.lookups: frozenset[str] = frozenset(
            {*(OF_ORDER if is_ordered or is_free else ()), *(OF_TEXT if is_free else ())}
        )


class TermField(_TextField[M]):
    """A field for the terms of a vocabulary, stored as slugs.

    The database does not check the slugs, so a longer vocabulary needs no migration.

    Raises:
        TypeError: the class is no vocabulary.

    >>> from psm_core.terms import Sex
    >>> TermField(Sex).deconstruct()[1:]
    ('psm_core.contrib.django.TermField', ['psm_core.terms.Sex'], {})

    """

    form_class: ClassVar[Any] = TermFormField

    def __init__(
        self,
        vocabulary: type[M] | str,
        verbose_name: Any = None,  # noqa: ANN401 - as above
        **options: Any,  # noqa: ANN401 - as above
    ) -> None:
        cls: type[M] = _imported(vocabulary)
        if not issubclass(cast("type", cls), Term):
            raise TypeError(f"{cls.__name__} is no vocabulary")
        super().__init__(cls, verbose_name, TERM_LENGTH, options)

    @property
    def flatchoices(self) -> list[Any]:
        """The terms and their labels, which the admin shows."""
        return [(term, term.label) for term in self.value_class]

    def contribute_to_class(
        self,
        cls: type[models.Model],
        name: str,
        private_only: bool = False,  # noqa: FBT001, FBT002 - of Django
    ) -> None:
        """Add the field to a model, and the method that returns the label of its term."""
        super().contribute_to_class(cls, name, private_only)
        method = f"get_{name}_display"
        if method not in vars(cls):
            setattr(cls, method, partialmethod(_label_of, name=self.attname))


def _label_of(row: models.Model, name: str) -> str | None:
    term: Term | None = getattr(row, name)
    return None if term is None else term.label


class DocumentField(_PlainField[T]):
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
        cls: type[T] = _imported(record_class)
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

    def _refusal(self, kind: str) -> str:
        return f"{type(self).__name__} takes {self.value_class.__name__} or None, not {kind}"

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


def _imported(cls: Any) -> Any:  # noqa: ANN401 - a class or its name
    """Return a class; migrations name it, because the modules of classes may change."""
    return import_string(cls) if isinstance(cls, str) else cls
