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

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final, NoReturn, TypeVar, cast

from ..errors import MissingExtraError

try:
    from sqlalchemy import (
        JSON,
        ColumnElement,
        Dialect,
        Engine,
        ExceptionContext,
        String,
        and_,
        event,
        literal,
        type_coerce,
    )
    from sqlalchemy.dialects.postgresql import JSONB
    from sqlalchemy.exc import CompileError, DontWrapMixin
    from sqlalchemy.types import TypeDecorator, TypeEngine
except ImportError:
    raise MissingExtraError("sqlalchemy") from None

from .._core.text_value import TextValue
from .._frozen import FrozenDict
from ..privacy import hide_numbers
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
from ._columns import (
    LENGTHS,
    NUMBER_LENGTH,
    REGION_LENGTH,
    TERM_LENGTH,
    public_name,
    range_within,
    with_floats,
)

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

V = TypeVar("V", bound=TextValue)
M = TypeVar("M", bound=Term)
T = TypeVar("T")


class _WrongClassError(TypeError, DontWrapMixin):
    """A column got a value of another class. SQLAlchemy would show the value around this error."""


def _wrong_class(names: str, value: object) -> _WrongClassError:
    return _WrongClassError(
        f"a column of {names} takes {names} or None, not {type(value).__name__}"
    )


class _PlainType(TypeDecorator[T]):
    """Base of all types here: a column that takes values of one class, and None."""

    impl: Any = String
    cache_ok: bool | None = True
    """SQLAlchemy keeps statements with the type in its cache."""

    def __init__(self, cls: type[T], **options: Any) -> None:  # noqa: ANN401 - those of `impl`
        super().__init__(**options)
        self.cls = (
            cls  # named like the parameter: the cache of SQLAlchemy distinguishes types by it
        )

    @property
    def python_type(self) -> type[T]:
        """The class of the values."""
        return self.cls

    def process_bind_param(self, value: T | None, dialect: Dialect) -> Any:  # noqa: ARG002, ANN401 - plain data
        """Return what is stored."""
        if value is None:
            return None
        if type(value) is not self.cls:
            raise _wrong_class(self.cls.__name__, value)
        return self._write(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> T | None:  # noqa: ARG002, ANN401 - as above
        """Return the value that was stored."""
        return None if value is None else self._read(value)

    def __repr__(self) -> str:
        """Return the type as the source code of a migration has it."""
        return f"{type(self).__name__}({public_name(self.cls)})"

    def _write(self, value: T) -> Any:  # noqa: ANN401 - as above
        return to_plain(value)

    def _read(self, stored: Any) -> T:  # noqa: ANN401 - as above
        return cast("Callable[[Any], T]", self.cls)(stored)


class _PersonalType(_PlainType[V]):
    """Base of the types of personal data, which never become part of the text of a statement."""

    def literal_processor(self, dialect: Dialect) -> NoReturn:  # noqa: ARG002
        """Reject the value as a literal."""
        raise CompileError(
            f"{self.cls.__name__} is personal data and does not belong in the text of a "
            "statement. Pass it as a parameter."
        )

    def __repr__(self) -> str:
        return f"{type(self).__name__}()"


class NIKType(_PersonalType[NIK]):
    """A column of `NIK`, stored as 16 digits.

    >>> NIKType()
    NIKType()
    """

    cache_ok: bool | None = True

    def __init__(self) -> None:
        super().__init__(NIK, length=NUMBER_LENGTH)


class KKType(_PersonalType[KK]):
    """A column of `KK`, stored as 16 digits.

    >>> KKType()
    KKType()
    """

    cache_ok: bool | None = True

    def __init__(self) -> None:
        super().__init__(KK, length=NUMBER_LENGTH)


class PhoneType(_PersonalType[PhoneNumber]):
    """A column of `PhoneNumber`, stored in international form: ``+``, country code, number.

    >>> PhoneType()
    PhoneType()
    """

    cache_ok: bool | None = True

    def __init__(self) -> None:
        super().__init__(PhoneNumber, length=NUMBER_LENGTH)


class _RegionComparator(TypeDecorator.Comparator[RegionCode], String.Comparator[RegionCode]):
    """What a column of region codes can do beside comparing."""

    def within(self, code: RegionCode) -> ColumnElement[bool]:
        """Return the condition that a region is this one or inside it.

        It is a range of the text, so that an index of the column finds the regions.
        """
        (least, after), column = range_within(code), type_coerce(self.expr, String())
        return and_(column >= literal(least), column < literal(after))


class RegionCodeType(_PlainType[RegionCode]):
    """A column of `RegionCode`, stored with its dots. It has the condition ``within``.

    ``Place.region.within(RegionCode("63.10"))`` finds this region and all regions inside it, with
    the index of the column.

    >>> RegionCodeType()
    RegionCodeType()
    """

    cache_ok: bool | None = True
    comparator_factory: Any = _RegionComparator

    def __init__(self) -> None:
        super().__init__(RegionCode, length=REGION_LENGTH)

    def __repr__(self) -> str:
        return f"{type(self).__name__}()"


class ValueType(_PlainType[V]):
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


class BirthDateType(_PlainType[date | PartialDate]):
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
            raise _wrong_class("date, PartialDate", value)
        return to_plain(value)

    def _read(self, stored: Any) -> date | PartialDate:  # noqa: ANN401 - as above
        return cast("date | PartialDate", _read_birth_date(stored))

    def __repr__(self) -> str:
        return f"{type(self).__name__}()"


_read_birth_date = value_reader(date | PartialDate)


class TermType(_PlainType[M]):
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


class _DocumentComparator(TypeDecorator.Comparator[T], JSON.Comparator[T]):
    """What a column of documents can do beside comparing."""

    def __getitem__(self, index: Any) -> Any:  # noqa: ANN401 - a key or a path
        """Return a part of the document, as JSON."""
        return type_coerce(self.expr, JSON())[index]


class Document(_PlainType[T]):
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
    comparator_factory: Any = _DocumentComparator

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


def hide_error_details(engine: Engine, /) -> None:
    """Make an engine raise errors of the database without the values that they are about.

    A database says which value is in a unique column already, and shows the whole row that breaks
    another constraint. SQLAlchemy's ``hide_parameters`` does not hide these, because they are in
    the text of the driver. Of that text, the first line is kept, without the numbers of people.
    Use both, and give this function the ``sync_engine`` of an asynchronous engine.

    >>> from sqlalchemy import create_engine
    >>> from psm_core.contrib.sqlalchemy import hide_error_details
    >>> engine = create_engine("sqlite://", hide_parameters=True)
    >>> hide_error_details(engine)
    """
    event.listen(engine, "handle_error", _hide_details)


def _hide_details(context: ExceptionContext) -> None:
    """Shorten the texts of the errors of SQLAlchemy and of the driver, and of their causes."""
    if context.sqlalchemy_exception is None:  # it is no error of the database
        return
    errors: list[BaseException] = [context.sqlalchemy_exception, context.original_exception]
    for error in errors:
        error.args = tuple(
            hide_numbers(one.partition("\n")[0]) if isinstance(one, str) else one
            for one in error.args
        )
        if isinstance(getattr(error, "detail", None), str):
            cast("Any", error).detail = None  # asyncpg appends it to the text
        if error.__cause__ is not None:
            errors.append(error.__cause__)
