"""The table of issue codes: severity, problem and cure of each, in English and Indonesian.

No sentence contains the rejected value, only parameters that describe it, such as `{length}`. So a
log of these sentences contains no personal data. A part in `[ ]` is omitted where its parameter
is missing.
"""

from collections.abc import Mapping
from typing import Final

from .._frozen import FrozenDict
from .assessments import ASSESSMENT_CHECKS, ASSESSMENTS
from .case_checks import CASE_CHECKS
from .cell_values import CELL_VALUES
from .cells import CELLS
from .changes import CHANGES
from .checks import CHECKS
from .columns import COLUMNS
from .daily_work import DAILY_WORK, DAILY_WORK_CHECKS
from .documents import DOCUMENTS
from .event_checks import EVENT_CHECKS
from .fields import FIELDS
from .files import FILES
from .layout_files import LAYOUT_FILES
from .message import Message, fill, language_of
from .provenance import PROVENANCE
from .records import RECORDS
from .regions import REGIONS
from .repeated_rows import REPEATED_ROWS
from .requirements import REQUIREMENTS
from .rows import ROWS
from .values import VALUES

__all__ = ["LEFT_OUT", "MESSAGES", "Message", "fill", "language_of"]

LEFT_OUT: Final[Mapping[str, str]] = FrozenDict(
    {
        "en": "It was left out of the record.",
        "id": "Isian ini tidak dimasukkan ke dalam data.",
    }
)
"""Language → sentence added to an issue when lenient reading has left its field out."""

MESSAGES: Final[Mapping[str, Message]] = FrozenDict(
    sorted(
        (
            *FIELDS.items(),
            *VALUES.items(),
            *REGIONS.items(),
            *RECORDS.items(),
            *ASSESSMENTS.items(),
            *DAILY_WORK.items(),
            *DOCUMENTS.items(),
            *CHANGES.items(),
            *PROVENANCE.items(),
            *CHECKS.items(),
            *EVENT_CHECKS.items(),
            *CASE_CHECKS.items(),
            *ASSESSMENT_CHECKS.items(),
            *DAILY_WORK_CHECKS.items(),
            *REQUIREMENTS.items(),
            *FILES.items(),
            *COLUMNS.items(),
            *LAYOUT_FILES.items(),
            *CELLS.items(),
            *CELL_VALUES.items(),
            *ROWS.items(),
            *REPEATED_ROWS.items(),
        )
    )
)
"""Issue code → message, for every code of the library, in alphabetical order."""
