"""Values and vocabularies as parameters of commands made with typer. See `contrib.click` too."""

from collections.abc import Callable
from typing import TypeVar

from ..errors import MissingExtraError, ParseError
from ._typed_text import Language, known_language, message_of, typed_value

try:
    import typer
except ImportError:
    raise MissingExtraError("cli") from None

__all__ = ["parser"]

T = TypeVar("T")


def parser(kind: type[T], /, *, language: Language = "id") -> Callable[[object], T]:
    """Return what typer needs for a value, a vocabulary or a date: ``parser=parser(NIK)``.

    It reads the same as `psm_core.contrib.click.ValueType`, and its errors never contain what was
    typed. `language` is that of the errors, or a function that returns it.

    Raises:
        ValueError: the language is neither English nor Indonesian.

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

    def parse(typed: object) -> T:
        if isinstance(typed, kind):
            return typed
        try:
            return typed_value(kind, str(typed))
        except ParseError as error:
            message = message_of(error, known)
        raise typer.BadParameter(message)

    parse.__name__ = kind.__name__  # typer shows it in the help
    return parse
