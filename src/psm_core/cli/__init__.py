"""The command ``psm-core``; without its extra it says what to install."""

import sys
from typing import Final

from ..errors import MissingExtraError

__all__ = ["main"]

_UNUSABLE: Final = 2


def main() -> None:
    """Run the command line."""
    try:
        # `_terminal` comes first: it raises `MissingExtraError` where `app` cannot be imported.
        from ._terminal import exit_on_signals  # noqa: PLC0415
        from .app import app  # noqa: PLC0415
    except MissingExtraError as error:
        sys.stderr.write(f"psm-core: {error}\n")
        sys.exit(_UNUSABLE)
    exit_on_signals()
    app()
