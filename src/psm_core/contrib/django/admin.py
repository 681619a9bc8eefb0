"""The admin of Django for models with personal data.

Lists, pages for deleting, and the history show values as `str` does: masked. Who may change a row
sees the whole numbers in its form, because a number that nobody sees cannot be corrected. Who may
only view it sees the masks.
"""

from collections.abc import Iterable
from copy import copy
from functools import partial
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, TypeVar

from django.contrib import admin
from django.core.exceptions import FieldDoesNotExist
from django.db.models import Field, Model, Q, QuerySet

from ..._core.text_value import parse_or_issue
from ...errors import Issue
from .model_fields import KKField, NIKField, PhoneField, TermField

__all__ = ["PersonalDataAdmin", "TermListFilter"]

R = TypeVar("R", bound=Model)

if TYPE_CHECKING:

    class _Admin(admin.ModelAdmin[R]):
        """An admin of Django with the type of its rows."""

else:

    class _Admin(admin.ModelAdmin):
        __class_getitem__ = classmethod(lambda cls, _: cls)


class PersonalDataAdmin(_Admin[R]):
    """Finds rows by a whole NIK, KK number or telephone number.

    ``search_fields`` may contain such fields beside others. A whole number, with blanks or dashes
    as people type it, finds the rows with this number. Any other text is searched in the other
    fields, as Django does, so that a part of a number finds nobody.

    >>> from psm_core.contrib.django.admin import PersonalDataAdmin
    >>> class ResidentAdmin(PersonalDataAdmin):
    ...     list_display = ["name", "nik"]
    ...     search_fields = ["nik", "name"]
    """

    def get_search_results(
        self,
        request: Any,  # noqa: ANN401 - of Django
        queryset: QuerySet[R],
        search_term: str,
    ) -> tuple[QuerySet[R], bool]:
        """Return the rows that are found, and whether they may be repeated."""
        numbers: dict[str, Field[Any, Any]] = {}
        others: list[str] = []
        for name in map(str, self.get_search_fields(request)):
            path = name.lstrip("^=@").removesuffix("__exact")
            field = _field_at(self.model, path)
            if isinstance(field, NIKField | KKField | PhoneField):
                numbers[path] = field
            else:
                others.append(name)
        found = _conditions(numbers.items(), search_term)
        if found:
            is_repeated = any("__" in path for path in numbers)
            return queryset.filter(Q(*found, _connector=Q.OR)), is_repeated
        if search_term and not others:
            return queryset.none(), False
        searcher: Any = copy(self)  # this one is shared between requests
        searcher.get_search_fields = partial(_same, others)
        return _Admin[R].get_search_results(searcher, request, queryset, search_term)


def _same(names: list[str], request: object) -> list[str]:
    del request
    return names


def _conditions(numbers: Iterable[tuple[str, Any]], text: str) -> list[Q]:
    """Return a condition for each field with a kind of number that a text is."""
    read = ((path, parse_or_issue(field.value_class, text)) for path, field in numbers)
    return [Q((path, value)) for path, value in read if not isinstance(value, Issue)]


def _field_at(model: type[Model], path: str) -> Any:  # noqa: ANN401 - a field, or None
    """Return the field of a model, or of a related one, at a path with two underscores."""
    field: Any = None
    current: Any = model
    for step in path.split("__"):
        try:
            field = current._meta.get_field(step)  # noqa: SLF001 - a documented interface
        except (AttributeError, FieldDoesNotExist):
            return None
        current = field.related_model
    return field


class TermListFilter(admin.ChoicesFieldListFilter):
    """The filter for a `TermField` in ``list_filter``: the labels of the vocabulary.

    It is used for each such field once this module is imported.

    >>> from django.contrib.admin import ModelAdmin
    >>> from psm_core.contrib.django.admin import TermListFilter
    >>> class ResidentAdmin(ModelAdmin):
    ...     list_filter = [("sex", TermListFilter)]
    """

    def __init__(self, field: Any, *args: Any, **options: Any) -> None:  # noqa: ANN401 - of Django
        super().__init__(field, *args, **options)
        choices = [(term.value, term.label) for term in field.value_class]
        self.field: Any = SimpleNamespace(flatchoices=choices)


admin.FieldListFilter.register(
    lambda field: isinstance(field, TermField), TermListFilter, take_priority=True
)
