"""Issues as errors of Django, in the active language, at the fields of a form."""

from collections.abc import Iterable, Mapping
from typing import Any, Final, TypeVar

from django import forms as django_forms
from django.core.exceptions import ValidationError as DjangoError
from django.utils.functional import lazy
from django.utils.translation import get_language

from ... import forms
from ..._core.field_paths import dotted
from ...errors import (
    Issue,
    ParseError,
    Severity,
    UnknownVersionError,
    ValidationError,
)
from ...regions import RegionRegistry
from ...tables.headings.named_fields import field_issue
from ...values.region_code import RegionCode

T = TypeVar("T")
_NESTED: Final = "__"
"""What the name of a form field has where the path of a field has a dot."""
INVALID: Final = (ParseError, ValidationError, UnknownVersionError)
"""The errors of this package that say what is wrong with data."""


def active_language() -> str:
    """Return the language of messages: English if it is active in Django, else Indonesian."""
    return "en" if (get_language() or "").partition("-")[0] == "en" else "id"


def described(issue: Issue) -> str:
    """Return the message of an issue in the active language."""
    return issue.describe(active_language())


def errors_among(issues: Iterable[Issue]) -> list[Issue]:
    """Return the issues that are errors, without warnings."""
    return [one for one in issues if one.severity is Severity.ERROR]


def _message(issue: Issue, *, is_placed: bool) -> str:
    """Return the message of an issue as a format, because Django fills in parameters."""
    text = described(issue)
    return (f"{issue.where}: {text}" if is_placed else text).replace("%", "%%")


_lazy_message = lazy(_message, str)


def validation_error(issue: Issue, /, *, is_placed: bool = False) -> DjangoError:
    """Return an issue as a ``ValidationError`` of Django.

    Its code is that of the issue. Its message is in the language that is active when it is shown:
    English, or Indonesian in all other cases. With `is_placed`, the message begins with the path.
    The parameters are those of the issue, and the path as ``where``. The value is in neither.

    >>> import django
    >>> django.setup()
    >>> from django.utils.translation import override
    >>> from psm_core import Issue
    >>> from psm_core.contrib.django import validation_error
    >>> error = validation_error(Issue("nik.length", ("nik",), params={"length": 8}))
    >>> with override("en"):
    ...     error.messages
    ['A NIK needs 16 digits, got 8. Copy it again from the KTP or KK.']
    >>> error.code, error.params
    ('nik.length', {'length': 8, 'where': '$.nik'})
    """
    params: dict[str, Any] = {**issue.params, "where": issue.where}
    return DjangoError(_lazy_message(issue, is_placed=is_placed), issue.code, params)


def errors_of(error: Exception, /, *, is_placed: bool = False) -> DjangoError:
    """Return an error of this package that is in `INVALID`, with all its issues."""
    if isinstance(error, ValidationError):
        found = errors_among(error.issues)
        return DjangoError([validation_error(one, is_placed=is_placed) for one in found])
    assert isinstance(error, ParseError | UnknownVersionError)  # noqa: S101 - see `INVALID`
    return validation_error(error.issue, is_placed=is_placed)


def add_issues(
    form: django_forms.BaseForm,
    issues: Iterable[Issue],
    /,
    *,
    fields: Mapping[str, str] | None = None,
) -> None:
    """Add the errors among issues of a record to the fields of a form.

    The error at ``person.nik`` belongs to the form field ``person__nik``. `fields` names the
    others: path → form field. Without either, the form field of a record that contains the value
    gets the error, and else the form as a whole. Warnings are left out.

    Raises:
        ValueError: `fields` names a field that the form does not have.

    >>> import django
    >>> django.setup()
    >>> from django import forms as django_forms
    >>> from psm_core import Person
    >>> from psm_core import forms
    >>> from psm_core.contrib.django import add_issues
    >>> class PersonForm(django_forms.Form):
    ...     name = django_forms.CharField()
    ...     number = django_forms.CharField()
    >>> form = PersonForm({"name": "Ani", "number": "99010141"})
    >>> read = forms.read({"name": "Ani", "nik": "99010141"}, Person)
    >>> add_issues(form, read.issues, fields={"nik": "number"})
    >>> sorted(form.errors), form.has_error("number", "nik.length")
    (['number'], True)

    """
    for one in errors_among(issues):
        form.add_error(_field_of(form, one, fields or {}), validation_error(one))


def read_record(
    form: django_forms.BaseForm,
    record_class: type[T],
    /,
    *,
    fields: Mapping[str, str] | None = None,
    within: RegionCode | None = None,
    regions: RegionRegistry | None = None,
) -> T | None:
    """Return the record that a form describes, or None after adding its errors to the form.

    Call it in ``clean`` of the form. It reads what `psm_core.forms.read` reads: form fields are
    named by paths, with two underscores for a dot, such as ``assignments__0__since``. `fields`
    names the others: path → form field. A field that has an error already gets no second one.

    Raises:
        TypeError: the class is not a record class of psm_core.
        UnknownRegionError: the table of regions does not have the region `within`.
        ValueError: `fields` names a field that the form does not have.

    >>> import django
    >>> django.setup()
    >>> from django import forms as django_forms
    >>> from psm_core import Person
    >>> from psm_core.contrib.django import read_record
    >>> class PersonForm(django_forms.Form):
    ...     name = django_forms.CharField()
    ...     nik = django_forms.CharField()
    ...     def clean(self):
    ...         self.person = read_record(self, Person)
    >>> form = PersonForm({"name": "Ani Contoh", "nik": "9901 0141 0890 0001"})
    >>> form.is_valid(), form.person
    (True, Person(nik=***, name=***))
    >>> PersonForm({"name": "Ani Contoh", "nik": "99010141"}).has_error("nik", "nik.length")
    True

    """
    given = fields or {}
    paths = {name: path for path, name in reversed([*given.items()])}
    cleaned: Mapping[str, object] = form.cleaned_data
    typed: dict[str, object] = {}
    for name in form.fields:
        path = name.replace(_NESTED, ".")
        if field_issue(record_class, path) is not None:
            path = paths.get(name, path)
        typed[path] = cleaned[name] if name in cleaned else form[name].data
    found = forms.read(typed, record_class, within=within, regions=regions)
    before = frozenset(form.errors)
    names = {one: _field_of(form, one, given) for one in found.errors}
    add_issues(form, (one for one in found.errors if names[one] not in before), fields=fields)
    return None if before else found.record


def _field_of(form: django_forms.BaseForm, issue: Issue, fields: Mapping[str, str]) -> str | None:
    """Return the name of the form field that an issue is about, or None for the whole form."""
    for length in range(len(issue.path), 0, -1):
        path = dotted(issue.path[:length])
        name = fields.get(path, path.replace(".", _NESTED))
        if path in fields or name in form.fields:
            return name
    return None
