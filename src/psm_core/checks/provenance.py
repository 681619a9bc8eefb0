"""Plausibility of a provenance: the days on which data was recorded."""

from datetime import date
from typing import Any

from .._core.text import require_date
from .._paths import pointer_text
from ..errors import Issue
from ..records.provenance import SourcedRecord
from .dates import date_warnings


def check_provenance(sourced: SourcedRecord[Any], /, *, as_of: date) -> tuple[Issue, ...]:
    """Return ``date.future`` and ``date.far_past`` for days of recording that are implausible.

    `as_of` is the day that counts as today. A path is that of the source in the document of the
    record.

    Raises:
        TypeError: `as_of` is not a date.

    >>> from datetime import date
    >>> from psm_core import Address, FieldSource, Provenance, SourcedRecord, checks
    >>> later = FieldSource(document="KK", recorded_on=date(2025, 10, 12))
    >>> home = SourcedRecord(Address(rt="001"), Provenance({("rt",): later}))
    >>> (issue,) = checks.check_provenance(home, as_of=date(2025, 10, 9))
    >>> issue.where, issue.code
    ('$.provenance./rt.recorded_on', 'date.future')

    """
    day = require_date(as_of)
    return tuple(
        issue.under("provenance", pointer_text(path))
        for path, source in sourced.provenance.entries.items()
        for issue in date_warnings(source, day)
    )
