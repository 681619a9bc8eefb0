"""Model fields for values and terms."""

from functools import partialmethod
from typing import Any, ClassVar, TypeVar, cast

from django.core import checks
from django.db import models

from ..._core.text_value import TextValue
from ...terms import Term
from ...values.dates import Month, Quarter
from ...values.ids import ID_CLASSES
from ...values.kk import KK
from ...values.nik import NIK
from ...values.phone import PhoneNumber
from ...values.region_code import RegionCode
from .._columns import LENGTHS, NUMBER_LENGTH, REGION_LENGTH, TERM_LENGTH
from .base_field import ModelField, imported
from .form_fields import TermFormField, ValueFormField
from .lookups import OF_ORDER, OF_TEXT, Within

T = TypeVar("T")
V = TypeVar("V", bound=TextValue)
M = TypeVar("M", bound=Term)


class _TextField(ModelField[T]):
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
        cls: type[V] = imported(value_class)
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
        cls: type[M] = imported(vocabulary)
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
