"""The bases of the types of SQLAlchemy, and what their columns can do beside comparing."""

from typing import TYPE_CHECKING, Any, NoReturn, TypeVar, cast

from sqlalchemy import JSON, ColumnElement, Dialect, String, and_, literal, type_coerce
from sqlalchemy.exc import CompileError, DontWrapMixin
from sqlalchemy.types import TypeDecorator

from .._core.text_value import TextValue
from ..values.plain import to_plain
from ..values.region_code import RegionCode
from ._columns import public_name, range_within

if TYPE_CHECKING:
    from collections.abc import Callable

V = TypeVar("V", bound=TextValue)
T = TypeVar("T")


class WrongClassError(TypeError, DontWrapMixin):
    """A column got a value of another class. SQLAlchemy would show the value around this error."""


def wrong_class(names: str, value: object) -> WrongClassError:
    """Return the error for a value that a column of some classes does not take."""
    return WrongClassError(f"a column of {names} takes {names} or None, not {type(value).__name__}")


class PlainType(TypeDecorator[T]):
    """Base of all types here: a column that takes values of one class, and None."""

    impl: Any = String
    cache_ok: bool | None = True
    """SQLAlchemy keeps statements with the type in its cache."""

    def __init__(self, cls: type[T], **options: Any) -> None:  # noqa: ANN401 - those of `impl`
        super().__init__(**options)
        # Named like the parameter: the cache of SQLAlchemy distinguishes types by it.
        self.cls = cls

    @property
    def python_type(self) -> type[T]:
        """The class of the values."""
        return self.cls

    def process_bind_param(self, value: T | None, dialect: Dialect) -> Any:  # noqa: ARG002, ANN401 - plain data
        """Return what is stored."""
        if value is None:
            return None
        if type(value) is not self.cls:
            raise wrong_class(self.cls.__name__, value)
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


class PersonalType(PlainType[V]):
    """Base of the types of personal data, which never become part of the text of a statement."""

    def literal_processor(self, dialect: Dialect) -> NoReturn:  # noqa: ARG002
        """Reject the value as a literal."""
        raise CompileError(
            f"{self.cls.__name__} is personal data and does not belong in the text of a "
            "statement. Pass it as a parameter."
        )

    def __repr__(self) -> str:
        return f"{type(self).__name__}()"


class RegionComparator(TypeDecorator.Comparator[RegionCode], String.Comparator[RegionCode]):
    """What a column of region codes can do beside comparing."""

    def within(self, code: RegionCode) -> ColumnElement[bool]:
        """Return the condition that a region is this one or inside it.

        It is a range of the text, so that an index of the column finds the regions.
        """
        (least, after), column = range_within(code), type_coerce(self.expr, String())
        return and_(column >= literal(least), column < literal(after))


class DocumentComparator(TypeDecorator.Comparator[T], JSON.Comparator[T]):
    """What a column of documents can do beside comparing."""

    def __getitem__(self, index: Any) -> Any:  # noqa: ANN401 - a key or a path
        """Return a part of the document, as JSON."""
        return type_coerce(self.expr, JSON())[index]
