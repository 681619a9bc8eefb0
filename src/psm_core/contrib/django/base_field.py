"""What all model fields here share: conversion, errors, lookups, migrations, form fields."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar, cast

from django import forms
from django.db import models
from django.db.models.query_utils import DeferredAttribute
from django.utils.module_loading import import_string

from ...errors import Issue
from ...values.plain import canonical
from .._columns import public_name
from .issues import INVALID, errors_of, validation_error
from .lookups import OF_ORDER, OF_TEXT, refused

T = TypeVar("T")

_PACKAGE = __name__.rpartition(".")[0]

if TYPE_CHECKING:
    from django.db.models.expressions import Combinable

    from ..._core.text_value import TextValue
    from ...terms import Term

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


class ModelField(_Field[T]):
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
        if type(self).__module__.rpartition(".")[0] == _PACKAGE:
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
        class_name = type(value).__name__
        if not isinstance(value, str):
            del value  # a traceback keeps this frame
            raise TypeError(self._refusal(class_name))
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

    def _refusal(self, class_name: str) -> str:
        name = self.value_class.__name__
        return f"{type(self).__name__} takes {name}, its canonical text or None, not {class_name}"

    def _of_text(self, text: str) -> T:
        return cast("Callable[[str], T]", self.value_class)(text)

    def _of_stored(self, stored: Any) -> T:  # noqa: ANN401 - text or JSON
        return self.value_of(stored)

    def _stored(self, value: T) -> Any:  # noqa: ANN401 - text or JSON
        return self._whole_text(value)

    def _whole_text(self, value: T) -> str:
        return canonical(cast("TextValue | Term", value))


def imported(cls: Any) -> Any:  # noqa: ANN401 - a class or its name
    """Return a class; migrations name it, because the modules of classes may change."""
    return import_string(cls) if isinstance(cls, str) else cls
