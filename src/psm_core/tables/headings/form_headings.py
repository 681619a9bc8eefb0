"""Headings in exports of form programs: Kobo, ODK and CommCare.

Such a heading is the name of a question below the names of its groups, ``grup_a/nama``. Beside the
questions there are columns of the program itself, such as ``_uuid``. A row of headings is taken for
an export only if several of its headings are of such a program, because elsewhere a stroke
separates two words, as in ``RT/RW``.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from ..layouts.heading_names import GroupedHeading, Heading, heading_of, heading_with
from ..layouts.layout import folded

_FEWEST: Final = 2
_CERTAIN: Final = (
    r"_(?:id|uuid|submission_time|submitted_by|submission__\w+|xform_id_string|bamboo_dataset_id"
    r"|validation_status|parent_index|parent_table_name|geolocation|attachments)"
    r"|__version__|formhub/uuid|meta[-/:.]instance(?:id|name)|instanceid|submissiondate|submitterid"
    r"|submittername|attachments(?:present|expected)|caseid|formid|form_link|case_link|received_on"
    r"|(?:form|properties|info|indices)\..+"
)
"""Headings that only exports of form programs have."""
_SYSTEM: Final = (
    rf"(?!(?:form|properties)\.)(?:{_CERTAIN})"
    r"|_(?:index|notes|status|tags|media_all_received|edited|duration)"
    r"|_.*_(?:latitude|longitude|altitude|precision)|.*_url"
    r"|key|parent_key|reviewstate|formversion|edits|status|isencrypted"
    r"|(?:(?:meta|form)[-/.])?(?:start|end|today|deviceid|username|simserial|simid|subscriberid"
    r"|phonenumber|audit|startgeopoint|instanceid|instancename)"
    r"|form\.(?:[@#].+|(?:case|meta)\..+)|.*\.@.+"
    r"|number|closed|(?:properties\.)?(?:case_type|owner_id|owner_name|user_id|external_id"
    r"|date_opened|date_modified|date_closed|opened_by|closed_by)"
    r"|(?:opened|closed|last_modified|server_last_modified|started|completed)_(?:date|time|by_.+)"
    r"|last_modified_by.*|(?:opened|closed)_by_.+|xform_ids|hq_user|domain|app_id|build_id"
)
"""Headings of columns that a form program fills itself."""
_CASE_NAME: Final = r"(?:properties\.)?(?:name|case_name)"
_NAMES: Final = frozenset({"nama", "namalengkap", "namawarga", "namapsm"})
_DOTTED: Final = r"(?:form|properties)\.\S+"
_CENTRAL: Final = frozenset({"submissiondate", "key"})


def with_groups(row: Sequence[Heading | None]) -> Sequence[Heading | None]:
    """Return the headings of a row; those of an export also without the names of their groups."""
    written = [None if one is None else one.text.casefold() for one in row]
    texts = [one for one in written if one is not None]
    certain = re.compile(_CERTAIN).fullmatch
    if sum(certain(text) is not None for text in texts) < _FEWEST:
        return row
    has_hyphens = set(texts) >= _CENTRAL
    ends = {folded(re.split(r"[/.:-]", text)[-1]) for text in texts}
    has_name = not ends.isdisjoint(_NAMES)
    return [
        one if one is None else _with_groups(one, has_hyphens=has_hyphens, has_name=has_name)
        for one in row
    ]


def _with_groups(heading: Heading, *, has_hyphens: bool, has_name: bool) -> Heading:
    text = heading.text
    plain = text.casefold()
    if re.fullmatch(_CASE_NAME, plain):
        inner = () if has_name else tuple(_grouped(["case", "Nama"], ""))
        return heading._replace(is_system=has_name, inner=inner)
    if re.fullmatch(_SYSTEM, plain):
        return heading._replace(is_system=True)
    sign = "/"
    if re.fullmatch(_DOTTED, plain):
        sign = "."
    elif has_hyphens and "/" not in text and not re.search(r"\s", text):
        sign = "-"
    return heading._replace(inner=tuple(_grouped(text.split(sign), sign)))


def _grouped(parts: Sequence[str], sign: str) -> Iterator[GroupedHeading]:
    """Yield each way to take the first parts for groups, with the longest rest first."""
    for count in range(1, len(parts)):
        groups, rest = parts[:count], sign.join(parts[count:])
        heading = heading_of(rest)
        above = " ".join(groups)
        if heading is not None and above.count("(") == above.count(")"):
            yield GroupedHeading(heading_with(above, groups[-1]), heading)
