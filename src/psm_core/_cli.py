"""The command ``psm-core``: says what is missing when its extra is."""

import sys

from .errors import MissingExtraError

__all__ = ["main"]

UNUSABLE = 2


def main() -> None:
    """Run the command line."""
    try:
        from ._commands import app  # noqa: PLC0415 - the extra may be missing
    except MissingExtraError as error:
        sys.stderr.write(f"psm-core: {error}\n")
        sys.exit(UNUSABLE)
    app()
