"""Serializer fields of Django REST framework for values, terms and whole records.

A ``ModelSerializer`` uses them for the model fields of this package if ``INSTALLED_APPS`` has
``"psm_core.contrib.django"`` and ``"rest_framework"``. An error has the code and the message of our
issue, in the active language: English, otherwise Indonesian. It never contains the input.

>>> from psm_core import NIK
>>> from psm_core.contrib.django.rest_framework import ValueSerializerField
>>> ValueSerializerField(NIK).run_validation("9901 0141 0890 0001")
<NIK 990101******0001>
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, ClassVar, Final, Generic, TypeVar, cast

from django.core.exceptions import ValidationError as DjangoError

from ..._paths import Steps
from ...errors import Issue, MissingExtraError, ValidationError

try:
    import rest_framework  # noqa: F401 # pyright: ignore[reportUnusedImport] - the lines below need it
except ImportError:
    raise MissingExtraError("djangorestframework") from None

from rest_framework import serializers
from rest_framework.exceptions import ErrorDetail
from rest_framework.fields import get_error_detail
from rest_framework.response import Response
from rest_framework.settings import api_settings
from rest_framework.views import exception_handler, set_rollback

from ..._core.text_value import TextValue
from ...privacy import hide_numbers
from ...terms import Term
from ...values.plain import to_plain
from ...wire.reading import from_builtins, from_json
from ...wire.versions import schema_id
from ...wire.writing import to_builtins
from .._problem_details import (
    BAD_REQUEST,
    INVALID,
    MEDIA_TYPE,
    STATUSES,
    Entry,
    entry,
    entry_of,
    issues_in,
    problem,
)
from .._redaction import Redacted, redacted
from .document_field import DocumentField
from .form_fields import TermFormField, ValueFormField
from .issues import active_language, described, errors_among, validation_error
from .model_fields import KKField, NIKField, PhoneField, RegionCodeField, TermField, ValueField

__all__ = [
    "DocumentSerializerField",
    "Redacted",
    "TermSerializerField",
    "ValueSerializerField",
    "answer_problem",
]

T = TypeVar("T")
V = TypeVar("V", bound=TextValue)
M = TypeVar("M", bound=Term)

if TYPE_CHECKING:
    from django.forms import Field as FormField

    class _ModelField(serializers.Field[Any, Any, Any, Any]):
        """A field with the types of JSON."""

    class _ChoiceField(_ModelField): ...

    class _JSONField(_ModelField): ...

    class _KeyField(serializers.PrimaryKeyRelatedField[Any]): ...

else:
    _ModelField = serializers.ModelField
    _ChoiceField = serializers.ChoiceField
    _JSONField = serializers.JSONField
    _KeyField = serializers.PrimaryKeyRelatedField


class ClassField(_ModelField, Generic[T]):
    """Base of the serializer fields. A ``ModelSerializer`` gives the model field, not the class."""

    value_class: type[T]
    """The class of the values."""

    def __init__(
        self,
        value_class: type[T] | None,
        model_field: Any,  # noqa: ANN401 - a field of this package
        options: dict[str, Any],
    ) -> None:
        self.model_field = model_field
        self.value_class = model_field.value_class if value_class is None else value_class
        super(_ModelField, self).__init__(**options)

    def get_attribute(self, instance: Any) -> Any:  # noqa: ANN401 - of any serializer
        """Return the value of an object, not the object as the base class does."""
        return super(_ModelField, self).get_attribute(instance)


class _TextSerializerField(ClassField[T]):
    """Base of the fields for one text."""

    form_class: ClassVar[Any]
    """The class of the form field, which reads what people type."""

    def __init__(
        self,
        value_class: type[T] | None,
        model_field: Any,  # noqa: ANN401 - as above
        options: dict[str, Any],
    ) -> None:
        super().__init__(value_class, model_field, options)
        self._form_field: FormField = self.form_class(
            self.value_class, required=not self.allow_null
        )

    def to_internal_value(self, data: Any) -> Any:  # noqa: ANN401 - JSON
        """Return the value of a text. An empty text is None, if that is allowed."""
        if type(data) is self.value_class:
            return data
        failed = validation_error(Issue("type.text"))
        if isinstance(data, str):
            try:
                return self._form_field.clean(data)
            except DjangoError as error:
                failed = error
        del data  # a traceback keeps this frame
        raise serializers.ValidationError(get_error_detail(failed))

    def to_representation(self, value: T) -> Any:  # noqa: ANN401 - a text
        """Return the whole text."""
        return to_plain(value)


class ValueSerializerField(_TextSerializerField[V]):
    """A serializer field for a value such as `NIK`, `RegionCode` or `WorkerId`.

    It reads what `ValueFormField` reads, and answers with the whole text. With `masked` it answers
    with what `str` returns: a NIK, a KK number or a telephone number is masked.

    >>> from psm_core import NIK
    >>> from psm_core.contrib.django.rest_framework import ValueSerializerField
    >>> ValueSerializerField(NIK).to_representation(NIK("9901014108900001"))
    '9901014108900001'
    >>> ValueSerializerField(NIK, masked=True).to_representation(NIK("9901014108900001"))
    '990101******0001'
    """

    form_class: ClassVar[Any] = ValueFormField

    def __init__(
        self,
        value_class: type[V] | None = None,
        *,
        model_field: Any = None,  # noqa: ANN401 - as above
        masked: bool = False,
        **options: Any,  # noqa: ANN401 - those of a field of Django REST framework
    ) -> None:
        self.masked = masked
        super().__init__(value_class, model_field, options)

    def to_representation(self, value: V) -> str:
        """Return the whole text or the mask."""
        return str(value) if self.masked else super().to_representation(value)


class TermSerializerField(_TextSerializerField[M], _ChoiceField):
    """A serializer field for a term: its slug. It reads every spelling that `parse` does.

    >>> from psm_core.contrib.django.rest_framework import TermSerializerField
    >>> from psm_core.terms import Sex
    >>> TermSerializerField(Sex).run_validation("P").label
    'Perempuan'
    """

    form_class: ClassVar[Any] = TermFormField

    def __init__(
        self,
        value_class: type[M] | None = None,
        *,
        model_field: Any = None,  # noqa: ANN401 - as above
        **options: Any,  # noqa: ANN401 - as above
    ) -> None:
        vocabulary: type[M] = model_field.value_class if value_class is None else value_class
        choices = [(term.value, term.label) for term in vocabulary]
        super().__init__(vocabulary, model_field, {"choices": choices, **options})


class DocumentSerializerField(ClassField[T], _JSONField):
    """A serializer field for a whole record: its bare data, of the newest version.

    Each issue is at its path: ``{"worker": {"person": {"nik": ["…"]}}}``. With `redacted` it
    answers with the redacted record, and still reads the whole one.

    Raises:
        TypeError: the class has no document.

    >>> from psm_core import NIK, Person
    >>> from psm_core.contrib.django.rest_framework import DocumentSerializerField
    >>> person = Person(nik=NIK("9901014108900001"), name="Contoh")
    >>> DocumentSerializerField(Person).to_representation(person)
    {'name': 'Contoh', 'nik': '9901014108900001'}

    """

    def __init__(
        self,
        value_class: type[T] | None = None,
        *,
        model_field: Any = None,  # noqa: ANN401 - as above
        redacted: Redacted | None = None,
        **options: Any,  # noqa: ANN401 - as above
    ) -> None:
        self.redacted = redacted
        super().__init__(value_class, model_field, options)
        schema_id(self.value_class)

    def to_internal_value(self, data: Any) -> Any:  # noqa: ANN401 - JSON, or what a form sends
        """Return the record of its data, or of the text of its data, which a form sends."""
        if type(data) is self.value_class:
            return data
        try:
            if isinstance(data, str):
                return from_json(data, self.value_class, bare=True)
            return from_builtins(data, self.value_class)
        except ValidationError as error:
            failed = _tree(errors_among(error.issues))
        del data  # a traceback keeps this frame
        raise serializers.ValidationError(failed)

    def to_representation(self, value: Any) -> Any:  # noqa: ANN401 - a record
        """Return the data, redacted or whole."""
        return to_builtins(value) if self.redacted is None else redacted(value, self.redacted)


class _RelatedField(_KeyField):
    """A relation to a model whose primary key may be an id of this package."""

    def to_representation(self, value: Any) -> Any:  # noqa: ANN401 - a model
        """Return the primary key as JSON."""
        return to_plain(super().to_representation(value))


def answer_problem(error: Exception, context: Any) -> Response | None:  # noqa: ANN401 - as above
    """Return the answer to an exception in a view: problem details (RFC 9457) for invalid data.

    Set ``REST_FRAMEWORK = {"EXCEPTION_HANDLER":
    "psm_core.contrib.django.rest_framework.answer_problem"}``. ``errors`` has one entry for each
    issue, with its place, its code and its message. Errors of this package that a view raises are
    answered too. Other exceptions are answered as without it.

    >>> from psm_core import NIK, ParseError
    >>> from psm_core.contrib.django.rest_framework import answer_problem
    >>> try:
    ...     NIK.parse("99010141")
    ... except ParseError as error:
    ...     answer = answer_problem(error, {})
    >>> answer.status_code, answer.data["errors"][0]["code"]
    (400, 'nik.length')
    """
    language = active_language()
    if isinstance(error, serializers.ValidationError):
        status, entries = INVALID, [*_entries(error.detail, ())]
    elif type(error) in STATUSES:
        status = STATUSES[type(error)]
        entries = [entry(issue, language) for issue in issues_in(error)]
    else:
        return exception_handler(error, context)
    set_rollback()
    answer = problem(BAD_REQUEST if status == INVALID else status, language, entries)
    renderer = getattr(context.get("request"), "accepted_renderer", None)
    media_type = MEDIA_TYPE if getattr(renderer, "format", "json") == "json" else None
    return Response(answer.document, answer.status, headers=answer.headers, content_type=media_type)


def _entries(detail: object, path: Steps) -> Iterator[Entry]:
    """Yield an entry for each error in a tree of errors of Django REST framework."""
    if isinstance(detail, dict):
        for step, part in cast("dict[str | int, object]", detail).items():
            is_whole = step == api_settings.NON_FIELD_ERRORS_KEY
            yield from _entries(part, path if is_whole else (*path, step))
    elif isinstance(detail, list):
        for number, part in enumerate(cast("list[object]", detail)):
            yield from _entries(part, path if isinstance(part, str) else (*path, number))
    else:
        error = cast("ErrorDetail", detail)
        yield entry_of(path, str(error.code), hide_numbers(error))


def _tree(issues: Iterable[Issue]) -> Any:  # noqa: ANN401 - lists and mappings of errors
    """Return errors as Django REST framework has them: nested like the data they are about."""
    root: dict[str | int, Any] = {}
    for issue in issues:
        node = root
        for step in issue.path:
            node = node.setdefault(hide_numbers(step) if isinstance(step, str) else step, {})
        detail = ErrorDetail(described(issue), issue.code)
        node.setdefault(api_settings.NON_FIELD_ERRORS_KEY, []).append(detail)
    return _without_names(root)


def _without_names(node: object) -> object:
    """Return a list instead of a mapping that has errors of the whole alone."""
    if not isinstance(node, dict):
        return node
    parts = cast("dict[str | int, object]", node)
    if parts.keys() == {api_settings.NON_FIELD_ERRORS_KEY}:
        return parts[api_settings.NON_FIELD_ERRORS_KEY]
    return {key: _without_names(part) for key, part in parts.items()}


FIELDS: Final[dict[Any, Any]] = {
    **dict.fromkeys(
        (NIKField, KKField, PhoneField, RegionCodeField, ValueField), ValueSerializerField
    ),
    TermField: TermSerializerField,
    DocumentField: DocumentSerializerField,
}
"""Class of a model field → that of its serializer field."""


def use_fields() -> None:
    """Make every ``ModelSerializer`` use the fields of this module for those of our models."""
    base = cast("Any", serializers.ModelSerializer)
    base.serializer_field_mapping.update(FIELDS)
    if base.serializer_related_field is serializers.PrimaryKeyRelatedField:
        base.serializer_related_field = _RelatedField
