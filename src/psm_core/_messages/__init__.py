"""The table of issue codes: what each one says in English and in Indonesian.

A sentence never holds the value that was refused, only facts about it (`{length}`), so a log
that keeps these sentences keeps no personal data. What stands in `[ ]` is left out where its
fact is not known.
"""

from collections.abc import Mapping
from typing import Final

from .._frozen import FrozenDict
from .checks import CHECKS
from .documents import DOCUMENTS
from .message import Message, language_of
from .records import RECORDS
from .tables import TABLES
from .values import VALUES

__all__ = ["LEFT_OUT", "MESSAGES", "language_of"]

LEFT_OUT: Final = Message(
    "It was left out of the record.",
    "Isian ini tidak dimasukkan ke dalam data.",
)
"""What is added to an issue of a field that lenient reading has left out."""

MESSAGES: Final[Mapping[str, Message]] = FrozenDict(
    sorted((VALUES | DOCUMENTS | RECORDS | CHECKS | TABLES).items())
)
"""Every code the library can give, in order. `docs/reference/codes.md` is made from it."""
