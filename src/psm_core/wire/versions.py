"""Documents and their versions. Migrates old documents to the current version."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, final

from .._core.arguments import with_article
from .._core.lazy import import_named
from .._core.record import is_record_class, not_a_record
from .._frozen import FrozenDict
from .._paths import Steps
from ..errors import Issue, UnknownVersionError, ValidationError
from .json_text import repeated_key_issues

Migration = Callable[[Any], Any]

_RECORDS: Final = "psm_core.records"
_CLASSES: Final[Mapping[str, tuple[str, str]]] = FrozenDict(
    {
        "assessment": ("assessments", "Assessment"),
        "attendance-list": ("attendance", "AttendanceList"),
        "attendee": ("attendance", "Attendee"),
        "beneficiary": ("beneficiaries", "Beneficiary"),
        "case": ("cases.case", "Case"),
        "case-file": ("cases.case_file", "CaseFile"),
        "event": ("events.event", "Event"),
        "family": ("families", "Family"),
        "ground-check": ("ground_checks", "GroundCheck"),
        "ground-check-list": ("ground_checks", "GroundCheckList"),
        "household": ("families", "Household"),
        "instrument": ("instruments", "Instrument"),
        "organisation": ("organisations", "Organisation"),
        "participation": ("programmes", "Participation"),
        "person": ("people", "Person"),
        "programme": ("programmes", "Programme"),
        "proposal": ("proposals", "Proposal"),
        "welfare-resource": ("welfare_resources", "WelfareResource"),
        "worker": ("workers", "Worker"),
    }
)
"""Name of a document → its record class: the module below `psm_core.records`, and the name."""


@final
class _DocumentNames(Mapping[type, str]):
    """A table that imports all record classes when it is iterated, and none to look up one."""

    def __init__(self) -> None:
        self._known: dict[type, str] = {}

    def __getitem__(self, cls: type) -> str:
        if cls not in self._known:
            name = _NAMES_BY_PLACE[cls.__module__, cls.__name__]
            if _record_class(name) is not cls:
                raise KeyError(cls)
            self._known[cls] = name
        return self._known[cls]

    def __iter__(self) -> Iterator[type]:
        return map(_record_class, _CLASSES)

    def __len__(self) -> int:
        return len(_CLASSES)


def _record_class(name: str) -> type:
    module, class_name = _CLASSES[name]
    cls: type = getattr(import_named(f"{_RECORDS}.{module}"), class_name)
    return cls


_NAMES_BY_PLACE: Final = {
    (f"{_RECORDS}.{module}", cls): name for name, (module, cls) in _CLASSES.items()
}
NAMES: Final[Mapping[type, str]] = _DocumentNames()
"""Record class → name of its document."""

CURRENT: Final[Mapping[str, int]] = FrozenDict(dict.fromkeys(_CLASSES, 1))
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
    return f"{with_article(type(cls))} (the data comes first, then the class)"


def require_record_class(cls: object) -> None:
    """Raise TypeError if a class is not a record class."""
    if not is_record_class(cls):
        if isinstance(cls, type):
            raise not_a_record(cls)
        raise TypeError(f"{class_name(cls)} is not a record of psm_core")


def document_name(cls: type) -> str:
    """Return the document name of a record class. Raise TypeError if it has none."""
    name = NAMES.get(cls) if is_record_class(cls) else None
    if name is not None:
        return name
    known = ", ".join(sorted(cls.__name__ for cls in NAMES))
    raise TypeError(f"{class_name(cls)} has no document; classes with documents are: {known}")


def schema_id(cls: type) -> str:
    """Return the value of `schema` in the newest document of a record class."""
    name = document_name(cls)
    return f"psm.{name}/{CURRENT[name]}"


def migrate(schema: object, data: object, cls: type) -> object:
    """Return the data of a document of any known version as data of the newest version.

    Raises:
        ValidationError: ``document.other_schema``, and those of `migrate_data`, below ``$.data``.
        UnknownVersionError: as `migrate_data`.

    """
    name = document_name(cls)
    match = _SCHEMA.fullmatch(schema) if isinstance(schema, str) else None
    if match is None or match[1] != name:
        raise ValidationError(
            [Issue("document.other_schema", ("schema",), params={"expected": f"psm.{name}"})]
        )
    return migrate_data(data, cls, int(match[2]), ("data",))


def migrate_data(data: object, cls: type, version: int, path: Steps) -> object:
    """Return data of a known version as data of the newest version. The data is at a path.

    Raises:
        ValidationError: ``json.duplicate_key``; ``document.version_mismatch`` if the data cannot be
            migrated because it does not fit its version.
        UnknownVersionError: the version is newer than this release, or was never published.

    """
    name = document_name(cls)
    newest = CURRENT[name]
    if not 1 <= version <= newest:
        raise UnknownVersionError(f"psm.{name}/{version}", newest)
    if version < newest and (repeated := list(repeated_key_issues(data, path))):
        raise ValidationError(repeated)  # a migration would lose repeated keys
    for step in range(version, newest):
        try:
            data = MIGRATIONS[name, step](data)
        except Exception:  # noqa: BLE001 - any exception; its message may contain data
            break
    else:
        return data
    mismatch = Issue("document.version_mismatch", path, params={"schema": f"psm.{name}/{step}"})
    raise ValidationError([mismatch])
