"""Form fields for values, terms and documents. They read what people type."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import Any, Generic, TypeVar, cast

from django import forms

from ..._core.text_value import TextValue
from ...errors import Issue
from ...regions import load_regions
from ...tables.rows.cell_regions import RegionReader
from ...terms import Term
from ...values.kk import KK
from ...values.nik import NIK
from ...values.phone import PhoneNumber
from ...values.plain import canonical
from ...values.region_code import RegionCode
from ...wire.reading import from_json
from ...wire.versions import schema_id
from ...wire.writing import to_json
from .issues import INVALID, errors_of, validation_error

V = TypeVar("V", bound=TextValue)
M = TypeVar("M", bound=Term)
T = TypeVar("T")

_NUMBERS = {NIK: "numeric", KK: "numeric", PhoneNumber: "tel"}
"""Class of personal data → the keyboard that a telephone shows for it."""
_NOTHING = "---------"


class _ParsedField(forms.Field, ABC, Generic[T]):
    """Base of the form fields: an empty text is None, and an error has every issue."""

    value_class: type[T]
    """The class of the values."""
    is_placed: bool = False
    """Whether messages begin with a path."""

    def to_python(self, value: Any) -> Any:  # noqa: ANN401 - declared as text by Django
        """Return the value of a text, or None."""
        if value is None or isinstance(value, self.value_class):
            return value
        text = str(value).strip()
        if not text:
            return None
        try:
            return self._parsed(text)
        except INVALID as error:
            failed = errors_of(error, is_placed=self.is_placed)
        del value, text  # a traceback keeps this frame
        raise failed

    @abstractmethod
    def _parsed(self, text: str) -> T:
        """Return the value, or raise an error with its issues."""


class ValueFormField(_ParsedField[V]):
    """A form field for a value such as `NIK`, `PhoneNumber` or `WorkerId`.

    It accepts what `parse` of the class accepts, and for a `RegionCode` also the name of a region,
    inside the region `within` if it is given. An empty field gives None.

    >>> from psm_core import NIK, RegionCode
    >>> from psm_core.contrib.django import ValueFormField
    >>> ValueFormField(NIK).clean("9901 0141 0890 0001")
    <NIK 990101******0001>
    >>> ValueFormField(RegionCode, within=RegionCode("63")).clean("Kab. Banjar")
    RegionCode('63.03')
    """

    def __init__(
        self,
        value_class: type[V],
        *,
        within: RegionCode | None = None,
        **options: Any,  # noqa: ANN401 - those of a field of Django
    ) -> None:
        self.value_class = value_class
        self.within = within
        super().__init__(**options)

    def prepare_value(self, value: Any) -> Any:  # noqa: ANN401 - as above
        """Return the whole text, for whoever may change it."""
        return canonical(value) if isinstance(value, TextValue) else value

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Return the attributes of the input. Browsers shall not remember personal data."""
        attrs: dict[str, Any] = super().widget_attrs(widget)
        if (keyboard := _NUMBERS.get(cast("Any", self.value_class))) is not None:
            attrs |= {"autocomplete": "off", "inputmode": keyboard}
        return attrs

    def _parsed(self, text: str) -> V:
        if self.value_class is RegionCode:
            return cast("V", self._region(text))
        return self.value_class.parse(text)

    def _region(self, text: str) -> RegionCode:
        region, issue = RegionReader(load_regions(), self.within).of_text(text)
        if region is None:
            raise validation_error(issue or Issue("region.unknown"))
        return region


class _Choices(Generic[M]):
    """The choices of a vocabulary: none first, then slug and label of each term."""

    def __init__(self, vocabulary: type[M]) -> None:
        self._vocabulary = vocabulary

    def __call__(self) -> Iterator[tuple[str, str]]:
        yield "", _NOTHING
        for term in self._vocabulary:
            yield term.value, term.label


class TermFormField(_ParsedField[M], forms.ChoiceField):
    """A form field for a term: a list of the labels. It accepts every spelling that `parse` does.

    >>> from psm_core.contrib.django import TermFormField
    >>> from psm_core.terms import Sex
    >>> TermFormField(Sex).clean("P").label
    'Perempuan'
    """

    def __init__(self, vocabulary: type[M], **options: Any) -> None:  # noqa: ANN401 - those of Django
        self.value_class = vocabulary
        super().__init__(choices=_Choices(vocabulary), **options)

    def validate(self, value: Any) -> None:  # noqa: ANN401 - as above
        """Require a term if the field is required."""
        forms.Field.validate(self, value)

    def prepare_value(self, value: Any) -> Any:  # noqa: ANN401 - as above
        """Return the slug."""
        return value.value if isinstance(value, Term) else value

    def _parsed(self, text: str) -> M:
        return self.value_class.parse(text)


class DocumentFormField(_ParsedField[T]):
    """A form field for a whole record: the text of its JSON document, of any version.

    Its errors begin with the path in the document. A form with a field for each part of the record
    is friendlier: see `read_record`.

    >>> from psm_core import Person
    >>> from psm_core.contrib.django import DocumentFormField
    >>> text = '{"schema": "psm.person/1", "data": {"nik": "9901014108900001", "name": "Ani"}}'
    >>> DocumentFormField(Person).clean(text)
    Person(nik=***, name=***)
    """

    widget = forms.Textarea
    is_placed = True

    def __init__(self, record_class: type[T], **options: Any) -> None:  # noqa: ANN401 - those of Django
        schema_id(record_class)  # raises TypeError for a class without document
        self.value_class = record_class
        super().__init__(**options)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Return the attributes of the input, which is large enough for a document."""
        shape = {"cols": "80", "rows": "20", "spellcheck": "false", "autocomplete": "off"}
        return {**super().widget_attrs(widget), **shape}

    def prepare_value(self, value: Any) -> Any:  # noqa: ANN401 - as above
        """Return the whole document, for whoever may change it."""
        return to_json(value, indent=2) if type(value) is self.value_class else value

    def _parsed(self, text: str) -> T:
        return from_json(text, self.value_class)
