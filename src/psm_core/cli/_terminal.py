"""How the command ends: every error in one line, and an exit code for scripts."""

import errno
import os
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from types import FrameType
from typing import Any, Final, NoReturn, TextIO, cast

from ..errors import (
    Issue,
    MissingExtraError,
    ParseError,
    PsmError,
    TableError,
    UnknownRegionError,
    ValidationError,
)
from ..privacy.free_text import hide_numbers
from .wording import Language, help_in, translate

try:
    from typer.core import TyperArgument, TyperGroup, TyperOption
except ImportError:
    raise MissingExtraError("cli") from None

UNUSABLE: Final = 2
_MAX_ISSUES: Final = 5
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
    """The group of all commands; it never ends in a traceback."""

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
            self._use_language(language)
            options |= {"standalone_mode": False, "default_map": self._defaults(language)}
            code = super().main(words, *rest, **options) or 0
            sys.stdout.flush()
        except SystemExit as ended:  # by a signal, or because a pipe was closed
            is_signal = isinstance(ended.code, int) and ended.code > _BY_SIGNAL
            code = ended.code if is_signal else UNUSABLE
            _discard_output()
        except Exception as error:  # noqa: BLE001 - a traceback helps nobody at a terminal
            code = UNUSABLE
            _discard_output()
            if text := sentence(error, language):
                _report(text)
        sys.exit(code)

    def _use_language(self, language: Language) -> None:
        """Show every help text in one language."""
        for command in (self, *self.commands.values()):
            command.help = help_in(command.help or "", language)
            for parameter in command.params:
                named = cast("TyperArgument | TyperOption", parameter)
                named.help = help_in(named.help or "", language)

    def _defaults(self, language: Language) -> dict[str, dict[str, str]]:
        """Return the defaults of each command, so that ``--lang`` may come before its name."""
        return {name: {"lang": language.value} for name in self.commands}


def _report(text: str) -> None:
    """Write a line on standard error, if that can be written to."""
    with suppress(OSError, ValueError):
        sys.stderr.write(f"psm-core: {text}\n")
        sys.stderr.flush()
        return
    _redirect_to_null(sys.stderr)


def sentence(error: Exception, language: Language) -> str:
    """Return the text of an error, in one line."""
    match error:
        case TableError() | ParseError():
            text = _issue_text(error.issue, language)
        case ValidationError():
            text = "; ".join(_issue_text(issue, language) for issue in error.issues[:_MAX_ISSUES])
        case UnknownRegionError():
            text = f"{error.code}: {Issue('region.unknown').describe(language.value)}"
        case FileNotFoundError():
            text = f"{error.filename}: {Issue('table.no_file').describe(language.value)}"
        case OSError():
            known = _ERRNO.get(error.errno or 0)
            text = str(error.strerror or error) if known is None else translate(known, language)
            text = f"{error.filename}: {text}" if error.filename else text
        case PsmError() | ValueError():
            text = str(error)
        case _:
            # A usage error of the option parser has a sentence. Anything else is a bug of this
            # package, and its text may contain personal data.
            usage = getattr(error, "format_message", None)
            if usage is None:
                text = f"{translate('bug', language)} {type(error).__name__}"
            else:
                # Without arguments the help has been shown, and the text is empty.
                text = usage().rstrip(".")
                text = f"{text}. {translate('usage', language)}" if text else ""
    # A NIK typed as the wrong argument must not come into a log.
    return " ".join(hide_numbers(text).split())


def _issue_text(issue: Issue, language: Language) -> str:
    """Return place, code and sentence of an issue in a file with a layout."""
    places = [issue.where] if issue.path else []
    return " ".join([*places, f"{issue.code}: {issue.describe(language.value)}"])


def _language(words: Sequence[str]) -> Language:
    """Return the language of ``--lang``, also where the arguments cannot be parsed."""
    text = " ".join(words).replace("--lang=", "--lang ")
    return Language.en if "--lang en" in text else Language.id


def _open_streams() -> None:
    """Escape text that the encoding lacks; replace a closed stream by the null device."""
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


def _discard_output() -> None:
    """Discard buffered output that cannot be written: Python would try again when it ends."""
    with suppress(OSError, ValueError):
        sys.stdout.flush()
        return
    _redirect_to_null(sys.stdout)


def _redirect_to_null(stream: TextIO) -> None:
    with suppress(OSError, ValueError):
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, stream.fileno())
        os.close(null)


def exit_on_signals() -> None:
    """Exit on a signal by an exception, so that temporary files are removed."""
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)  # Windows lacks SIGHUP
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _exit)


def _exit(number: int, _frame: FrameType | None) -> None:
    sys.exit(_BY_SIGNAL + number)
