"""Model fields and form fields of Django for values, terms and whole records.

A column stores plain text or JSON; the attribute of a model is a value of psm-core. Forms accept
what people type. Errors are those of our issues, in Indonesian or English.

>>> from psm_core.contrib.django import NIKField
>>> NIKField().formfield().clean("9901-0141-0890-0001")
<NIK 990101******0001>
"""

from ...errors import MissingExtraError

try:
    import django  # noqa: F401 # pyright: ignore[reportUnusedImport] - the modules below need it
except ImportError:
    raise MissingExtraError("django") from None

from .document_field import DocumentField
from .form_fields import DocumentFormField, TermFormField, ValueFormField
from .issues import add_issues, read_record, validation_error
from .model_fields import (
    KKField,
    NIKField,
    PhoneField,
    RegionCodeField,
    TermField,
    ValueField,
)

__all__ = [
    "DocumentField",
    "DocumentFormField",
    "KKField",
    "NIKField",
    "PhoneField",
    "RegionCodeField",
    "TermField",
    "TermFormField",
    "ValueField",
    "ValueFormField",
    "add_issues",
    "read_record",
    "validation_error",
]
