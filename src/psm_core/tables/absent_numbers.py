"""Words in a column of numbers that say that there is none, such as ``belum punya KK``."""

import re
from typing import Final

from .._core.record import record_info
from ..terms import KKAbsence, NIKAbsence
from .layout import Steps

NO_NUMBER: Final = "cell.no_number"
"""The code of such a cell. The field stays empty, and the row is kept."""
_SAYS_NONE: Final = r"(?:tidak|tdk|tak|belum|blm)\b[^0-9]*"
_OWNS_NONE: Final = r"\b(?:mem|me)?(?:punya|milik)"


def says_no_number(text: str) -> bool:
    """Return whether a text says in words that a number is missing."""
    return re.fullmatch(_SAYS_NONE, text.strip(), re.IGNORECASE) is not None


def absence_of(
    record_class: type, steps: Steps, text: str
) -> tuple[Steps, NIKAbsence | KKAbsence] | None:
    """Return the field for the reason of a missing number and the reason, if the text has one.

    `record_class` is the class of the record with the number, such as `Person`.
    ``belum punya`` and ``tidak memiliki`` say that none was issued; ``tidak ada`` says nothing.
    """
    name = f"{steps[-1]}_absence"
    fields = {one.name for one in record_info(record_class).fields}
    if name not in fields or not re.search(_OWNS_NONE, text, re.IGNORECASE):
        return None
    absence = NIKAbsence.BELUM_MEMILIKI if steps[-1] == "nik" else KKAbsence.BELUM_MEMILIKI
    return (*steps[:-1], name), absence
