"""Values and vocabularies as parameters of commands made with typer. See `contrib.click` too."""

from collections.abc import Callable
from typing import Final, TypeVar

from ..errors import MissingExtraError, ParseError
from ..terms import Term
from ._typed_text import Language, known_language, message_of, typed_value

try:
    import typer
except ImportError:
    raise MissingExtraError("cli") from None

__all__ = ["parser"]

T = TypeVar("T")
_READS_TERMS: Final = (0, 29)
"""The first version that does not convert the result of a parser to an enum once more."""


def parser(value_class: type[T], /, *, language: Language = "id") -> Callable[[object], T]:
    """Return what typer needs for a value, a vocabulary or a date: ``parser=parser(NIK)``.

    It reads the same as `psm_core.contrib.click.ValueType`, and its errors never contain what was
    typed. `language` is that of the errors, or a function that returns it.

    Raises:
        ValueError: the language is neither English nor Indonesian.
        TypeError: the class is a vocabulary, and typer is older than 0.29, which would lose the
            term.

    >>> from typing import Annotated
    >>> import typer
    >>> from typer.testing import CliRunner
    >>> from psm_core import RegionCode
    >>> from psm_core.contrib.typer import parser
    >>> app = typer.Typer()
    >>> @app.command()
    ... def show(code: Annotated[RegionCode, typer.Argument(parser=parser(RegionCode))]) -> None:
    ...     typer.echo(code)
    >>> CliRunner().invoke(app, ["6310092005"]).output.strip()
    '63.10.09.2005'

    """
    known = known_language(language)
    _require_version(value_class)

    def parse(typed: object) -> T:
        if isinstance(typed, value_class):
            return typed
        try:
            return typed_value(value_class, str(typed))
        except ParseError as error:
            message = message_of(error, known)
        raise typer.BadParameter(message)

    parse.__name__ = value_class.__name__  # typer shows it in the help
    return parse


def _require_version(value_class: type) -> None:
    version = tuple(int(part) for part in typer.__version__.split(".")[:2])
    if issubclass(value_class, Term) and version < _READS_TERMS:
        raise TypeError("a vocabulary as a parameter needs typer 0.29 or newer")
