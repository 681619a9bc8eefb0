"""The command ``psm-core``: says what is missing when its extra is."""

import signal
import sys
from types import FrameType

from ..errors import MissingExtraError

__all__ = ["main"]

UNUSABLE = 2
_BY_SIGNAL = 128


def main() -> None:
    """Run the command line."""
    try:
        from .commands import app  # noqa: PLC0415 - the extra may be missing
    except MissingExtraError as error:
        sys.stderr.write(f"psm-core: {error}\n")
        sys.exit(UNUSABLE)
    _exit_when_asked()
    app()


def _exit_when_asked() -> None:
    """Let signals that end a process end it in order, so that nothing is left behind."""
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)  # Windows has not both
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _exit)


def _exit(number: int, _frame: FrameType | None) -> None:
    sys.exit(_BY_SIGNAL + number)
