"""Values and vocabularies as parameters of commands made with click. See `contrib.typer` too."""

from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

from ..errors import MissingExtraError, ParseError
from ._typed_text import Language, known_language, message_of, typed_value

try:
    import click
except ImportError:
    raise MissingExtraError("click") from None

__all__ = ["ValueType"]

T = TypeVar("T")
if TYPE_CHECKING:
    _ParamType = click.ParamType[Any]
else:
    _ParamType = click.ParamType


class ValueType(_ParamType, Generic[T]):
    """A type of click for a value, a vocabulary or a date: ``type=ValueType(NIK)``.

    It reads what sheets have: a NIK with blanks, ``0812…``, ``1 Agustus 1990``, ``P`` for a woman,
    a region code without dots. Its errors never contain what was typed. `language` is that of the
    errors, or a function that returns it.

    Raises:
        ValueError: the language is neither English nor Indonesian.

    >>> import click
    >>> from click.testing import CliRunner
    >>> from psm_core import NIK
    >>> from psm_core.contrib.click import ValueType
    >>> @click.command()
    ... @click.argument("nik", type=ValueType(NIK))
    ... def show(nik: NIK) -> None:
    ...     click.echo(nik.region)
    >>> CliRunner().invoke(show, ["9901 0141 0890 0001"]).output.strip()
    '99.01.01'
    >>> print(CliRunner().invoke(show, ["99010141"]).output.splitlines()[-1])
    Error: Invalid value for 'NIK': NIK harus 16 angka, tertulis 8. Salin ulang dari KTP atau KK.

    """

    def __init__(self, value_class: type[T], /, *, language: Language = "id") -> None:
        self._value_class: Final = value_class
        self.language: Final = known_language(language)
        self.name: str = value_class.__name__

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> T:
        """Return the value that was typed. A default may be a value already."""
        if isinstance(value, self._value_class):
            return value
        try:
            return typed_value(self._value_class, str(value))
        except ParseError as error:
            message = message_of(error, self.language)
        raise click.BadParameter(message, ctx=ctx, param=param)
