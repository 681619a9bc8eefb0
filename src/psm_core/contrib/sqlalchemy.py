"""Types of SQLAlchemy for columns that hold values, terms and whole records.

Each type stores plain text or JSON, and returns the value that was stored. A column takes values of
its class and None; anything else is rejected before it gets into a statement. `TYPES` has the type
of each class, so that ``Mapped[NIK]`` needs no further argument.

>>> from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
>>> from psm_core import NIK, RegionCode
>>> from psm_core.contrib.sqlalchemy import TYPES
>>> class Base(DeclarativeBase):
...     type_annotation_map = TYPES
>>> class Resident(Base):
...     __tablename__ = "resident"
...     nik: Mapped[NIK] = mapped_column(primary_key=True)
...     region: Mapped[RegionCode | None] = mapped_column(index=True)
>>> print(Resident.region.within(RegionCode("63.10")))
resident.region >= :param_1 AND resident.region < :param_2
"""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final, TypeVar, cast

from ..errors import MissingExtraError

try:
    from sqlalchemy import JSON, Dialect
    from sqlalchemy.dialects.postgresql import JSONB
    from sqlalchemy.types import TypeEngine
except ImportError:
    raise MissingExtraError("sqlalchemy") from None

from .._frozen import FrozenDict
from ..terms import Term
from ..terms.vocabularies import vocabularies
from ..values.kk import KK
from ..values.nik import NIK
from ..values.partial_date import PartialDate
from ..values.phone import PhoneNumber
from ..values.plain import to_plain
from ..values.region_code import RegionCode
from ..wire.collecting_reader import value_reader
from ..wire.reading import from_document
from ..wire.versions import NAMES, schema_id
from ..wire.writing import to_document
from ._columns import LENGTHS, NUMBER_LENGTH, REGION_LENGTH, TERM_LENGTH, with_floats
from ._sqlalchemy_bases import (
    DocumentComparator,
    PersonalType,
    PlainType,
    RegionComparator,
    T,
    V,
    wrong_class,
)
from ._sqlalchemy_errors import hide_error_details

__all__ = [
    "TYPES",
    "BirthDateType",
    "Document",
    "KKType",
    "NIKType",
    "PhoneType",
    "RegionCodeType",
    "TermType",
    "ValueType",
    "hide_error_details",
]
M = TypeVar("M", bound=Term)


class NIKType(PersonalType[NIK]):
    """A column of `NIK`, stored as 16 digits.

    >>> NIKType()
    NIKType()
    """

    cache_ok: bool | None = True

    def __init__(self) -> None:
        super().__init__(NIK, length=NUMBER_LENGTH)


class KKType(PersonalType[KK]):
    """A column of `KK`, stored as 16 digits.

    >>> KKType()
    KKType()
    """

    cache_ok: bool | None = True

    def __init__(self) -> None:
        super().__init__(KK, length=NUMBER_LENGTH)


class PhoneType(PersonalType[PhoneNumber]):
    """A column of `PhoneNumber`, stored in international form: ``+``, country code, number.

    >>> PhoneType()
    PhoneType()
    """

    cache_ok: bool | None = True

    def __init__(self) -> None:
        super().__init__(PhoneNumber, length=NUMBER_LENGTH)


class RegionCodeType(PlainType[RegionCode]):
    """A column of `RegionCode`, stored with its dots. It has the condition ``within``.

    ``Place.region.within(RegionCode("63.10"))`` finds this region and all regions inside it, with
    the index of the column.

    >>> RegionCodeType()
    RegionCodeType()
    """

    cache_ok: bool | None = True
    comparator_factory: Any = RegionComparator

    def __init__(self) -> None:
        super().__init__(RegionCode, length=REGION_LENGTH)

    def __repr__(self) -> str:
        return f"{type(self).__name__}()"


class ValueType(PlainType[V]):
    """A column of any other value that is one text: an id, a month, a partial date.

    Raises:
        TypeError: the class has another type in `TYPES`, or is no such value.

    >>> from psm_core import WorkerId
    >>> ValueType(WorkerId)
    ValueType(psm_core.WorkerId)

    """

    cache_ok: bool | None = True

    def __init__(self, cls: type[V]) -> None:
        if cls not in LENGTHS:
            known = ", ".join(sorted(one.__name__ for one in LENGTHS))
            raise TypeError(f"ValueType is for {known}; TYPES has the types of other classes")
        super().__init__(cls, length=LENGTHS[cls])


class BirthDateType(PlainType[date | PartialDate]):
    """A column of dates that may be known in part, such as `Person.birth_date`, stored as text.

    Full dates are stored as ``1990-08-01``, others as `PartialDate` writes them: ``1957``. Texts
    are sorted by their first day, so a range of full dates finds a partial date by its beginning.

    >>> BirthDateType()
    BirthDateType()
    """

    cache_ok: bool | None = True

    def __init__(self) -> None:
        super().__init__(PartialDate, length=LENGTHS[PartialDate])

    def process_bind_param(self, value: date | PartialDate | None, dialect: Dialect) -> Any:  # noqa: ANN401 - text
        """Return what is stored."""
        del dialect
        if value is not None and type(value) not in {date, PartialDate}:
            raise wrong_class("date, PartialDate", value)
        return to_plain(value)

    def _read(self, stored: Any) -> date | PartialDate:  # noqa: ANN401 - as above
        return cast("date | PartialDate", _read_birth_date(stored))

    def __repr__(self) -> str:
        return f"{type(self).__name__}()"


_read_birth_date = value_reader(date | PartialDate)


class TermType(PlainType[M]):
    """A column of the terms of a vocabulary, stored as slugs.

    The database does not check the slugs, so a longer vocabulary needs no migration.

    Raises:
        TypeError: the class is no vocabulary.

    >>> from psm_core.terms import Sex
    >>> TermType(Sex)
    TermType(psm_core.terms.Sex)

    """

    cache_ok: bool | None = True
    sort_key_function: Any = staticmethod(to_plain)  # terms are not ordered; primary keys are

    def __init__(self, cls: type[M]) -> None:
        if not issubclass(cast("type", cls), Term):
            raise TypeError(f"{cls.__name__} is no vocabulary")
        super().__init__(cls, length=TERM_LENGTH)


class Document(PlainType[T]):
    """A column of records of one class, stored as JSON documents: JSONB on PostgreSQL, else JSON.

    The envelope with schema and version is stored, and an older version is migrated when it is
    read. Records are immutable: to change one, assign another record to the attribute.

    Raises:
        TypeError: the class has no document.

    >>> from psm_core import Worker
    >>> Document(Worker)
    Document(psm_core.Worker)

    """

    impl: Any = JSON
    cache_ok: bool | None = True
    comparator_factory: Any = DocumentComparator

    def __init__(self, cls: type[T]) -> None:
        schema_id(cls)
        super().__init__(cls, none_as_null=True)

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Return JSONB for PostgreSQL."""
        if dialect.name == "postgresql":
            return dialect.type_descriptor(JSONB(none_as_null=True))
        return super().load_dialect_impl(dialect)

    def _write(self, value: T) -> Any:  # noqa: ANN401 - JSON
        return to_document(value)

    def _read(self, stored: Any) -> T:  # noqa: ANN401 - JSON
        return from_document(with_floats(stored), self.cls)


_TYPES: Final[dict[Any, TypeEngine[Any]]] = {
    NIK: NIKType(),
    KK: KKType(),
    PhoneNumber: PhoneType(),
    RegionCode: RegionCodeType(),
    date | PartialDate: BirthDateType(),
    **{cls: ValueType(cls) for cls in LENGTHS},
    **{cls: TermType(cls) for cls in vocabularies()},
    **{cls: Document(cls) for cls in NAMES},
}
TYPES: Final[Mapping[Any, TypeEngine[Any]]] = FrozenDict(_TYPES)
"""Class → the type of its columns: the ``type_annotation_map`` of a declarative base."""
