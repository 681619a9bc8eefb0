"""Documents and their versions. Migrates old documents to the current version."""

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from .._core.record import is_record_class
from .._frozen import FrozenDict
from ..errors import Issue, UnknownVersionError, ValidationError
from ..records.assessments import Assessment
from ..records.attendance import AttendanceList, Attendee
from ..records.beneficiaries import Beneficiary
from ..records.cases.case import Case
from ..records.cases.case_file import CaseFile
from ..records.events.event import Event
from ..records.families import Family, Household
from ..records.ground_checks import GroundCheck, GroundCheckList
from ..records.instruments import Instrument
from ..records.organisations import Organisation
from ..records.people import Person
from ..records.programmes import Participation, Programme
from ..records.proposals import Proposal
from ..records.welfare_resources import WelfareResource
from ..records.workers import Worker
from .json_text import repeated_key_issues

Migration = Callable[[Any], Any]

NAMES: Final[Mapping[type, str]] = FrozenDict(
    {
        Assessment: "assessment",
        AttendanceList: "attendance-list",
        Attendee: "attendee",
        Beneficiary: "beneficiary",
        Case: "case",
        CaseFile: "case-file",
        Event: "event",
        Family: "family",
        GroundCheck: "ground-check",
        GroundCheckList: "ground-check-list",
        Household: "household",
        Instrument: "instrument",
        Organisation: "organisation",
        Participation: "participation",
        Person: "person",
        Programme: "programme",
        Proposal: "proposal",
        WelfareResource: "welfare-resource",
        Worker: "worker",
    }
)
"""Record class → name of its document."""

CURRENT: Final[Mapping[str, int]] = FrozenDict(dict.fromkeys(NAMES.values(), 1))
"""Name of a document → its current version."""

MIGRATIONS: Final[Mapping[tuple[str, int], Migration]] = FrozenDict()
"""(name, version) → the function that migrates builtins to the next version."""

_SCHEMA = re.compile(r"psm\.([a-z][a-z-]*)/(0|[1-9][0-9]{0,8})", re.ASCII)


def class_name(cls: object) -> str:
    """Return the name of a class for an error message, without any data.

    The argument may not be a class, because callers may confuse the order of data and class.
    """
    if isinstance(cls, type):
        return cls.__name__
    return f"a {type(cls).__name__} (the data comes first, then the class)"


def document_name(cls: type) -> str:
    """Return the document name of a record class. Raise TypeError if it has none."""
    if is_record_class(cls) and cls in NAMES:
        return NAMES[cls]
    known = ", ".join(sorted(kind.__name__ for kind in NAMES))
    raise TypeError(f"{class_name(cls)} has no document; classes with documents are: {known}")


def schema_id(cls: type) -> str:
    """Return the value of `schema` in the newest document of a record class."""
    name = document_name(cls)
    return f"psm.{name}/{CURRENT[name]}"


def migrate(schema: object, data: object, cls: type) -> object:
    """Return the data of a document of any known version as data of the newest version.

    Raises:
        ValidationError: ``document.other_schema``; ``json.duplicate_key``;
            ``document.version_mismatch`` if the data cannot be migrated because it does not fit
            its version.
        UnknownVersionError: the version is newer than this release, or was never published.

    """
    name = document_name(cls)
    newest = CURRENT[name]
    match = _SCHEMA.fullmatch(schema) if isinstance(schema, str) else None
    if match is None or match[1] != name:
        raise ValidationError(
            [Issue("document.other_schema", ("schema",), params={"expected": f"psm.{name}"})]
        )
    version = int(match[2])
    if not 1 <= version <= newest:
        raise UnknownVersionError(f"psm.{name}/{version}", newest)
    if version < newest and (repeated := list(repeated_key_issues(data, ("data",)))):
        raise ValidationError(repeated)  # a migration would lose repeated keys
    for step in range(version, newest):
        try:
            data = MIGRATIONS[name, step](data)
        except Exception:  # noqa: BLE001 - any exception; its message may contain data
            break
    else:
        return data
    mismatch = Issue(
        "document.version_mismatch", ("data",), params={"schema": f"psm.{name}/{step}"}
    )
    raise ValidationError([mismatch])
