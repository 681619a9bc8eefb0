"""How the command ends: every error in one line, and an exit code that a script can rely on."""

import errno
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import Any, Final, NoReturn, TextIO

from ..errors import Issue, MissingExtraError, ParseError, PsmError, TableError, UnknownRegionError
from ..privacy.free_text import hide_numbers
from .console import Language, said

try:
    from typer.core import TyperGroup
except ImportError:
    raise MissingExtraError("cli") from None

UNUSABLE: Final = 2
_BY_SIGNAL: Final = 128
_ERRNO: Final = {
    errno.EACCES: "no_permission",
    errno.EEXIST: "not_directory",
    errno.EISDIR: "directory",
    errno.ENAMETOOLONG: "name_too_long",
    errno.ENOSPC: "disk_full",
    errno.ENOTDIR: "not_directory",
    errno.EPERM: "no_permission",
}


class Command(TyperGroup):
    """The group of all commands, which never ends in a traceback."""

    def main(
        self,
        args: Sequence[str] | None = None,
        *rest: Any,  # noqa: ANN401 - as its base
        **options: Any,  # noqa: ANN401 - as its base
    ) -> NoReturn:
        """Run a command; exit with its code, or with 2 and one line on standard error.

        Raises:
            SystemExit: always.

        """
        words = sys.argv[1:] if args is None else list(args)
        language = _language(words)
        _open_streams()
        try:
            options["standalone_mode"] = False
            code = super().main(words, *rest, **options) or 0
            sys.stdout.flush()
        except SystemExit as ended:  # by a signal, or because the reader of a pipe has gone
            is_signal = isinstance(ended.code, int) and ended.code > _BY_SIGNAL
            code = ended.code if is_signal else UNUSABLE
            _give_up_output()
        except Exception as error:  # noqa: BLE001 - a traceback helps nobody at a terminal
            code = UNUSABLE
            _give_up_output()
            if text := sentence(error, language):
                _report(text)
        sys.exit(code)


def _report(text: str) -> None:
    """Write a line on standard error, when it can be written to."""
    with suppress(OSError, ValueError):
        sys.stderr.write(f"psm-core: {text}\n")
        sys.stderr.flush()
        return
    _to_nowhere(sys.stderr)


def sentence(error: Exception, language: Language) -> str:
    """Return what an error says, in one line."""
    match error:
        case TableError() | ParseError():
            text = f"{error.code}: {error.issue.describe(language.value)}"
        case UnknownRegionError():
            text = f"{error.code}: {Issue('region.unknown').describe(language.value)}"
        case FileNotFoundError():
            text = f"{error.filename}: {Issue('table.no_file').describe(language.value)}"
        case OSError():
            known = _ERRNO.get(error.errno or 0)
            text = str(error.strerror or error) if known is None else said(known, language)
            text = f"{error.filename}: {text}" if error.filename else text
        case PsmError() | ValueError():
            text = str(error)
        case _:
            # A usage error of the option parser has a sentence; anything else is a bug of ours,
            # and its text may hold what was read.
            usage = getattr(error, "format_message", None)
            if usage is None:
                text = f"{said('bug', language)} {type(error).__name__}"
            else:
                # Without arguments there is nothing to say: the help has been shown.
                text = usage().rstrip(".")
                text = f"{text}. {said('usage', language)}" if text else ""
    # A number that was typed at a wrong place must not come into a log.
    return " ".join(hide_numbers(text).split())


def _language(words: Sequence[str]) -> Language:
    """Return the language asked for, also where the arguments cannot be parsed."""
    asked = " ".join(words).replace("--lang=", "--lang ")
    return Language.en if "--lang en" in asked else Language.id


def _open_streams() -> None:
    """Let any text be written in any encoding, and a closed stream be no error."""
    for name, mode, errors in (
        ("stdin", "r", "replace"),
        ("stdout", "w", "backslashreplace"),
        ("stderr", "w", "backslashreplace"),
    ):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115 - it stays open
        elif reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(errors=errors)


def _give_up_output() -> None:
    """Send what is still in the buffer nowhere: Python would try to write it when it ends."""
    with suppress(OSError, ValueError):
        sys.stdout.flush()
        return
    _to_nowhere(sys.stdout)


def _to_nowhere(stream: TextIO) -> None:
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
