"""Which documents there are, which version is written, and how older ones are lifted."""

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from .._core.record import is_record_class
from .._frozen import FrozenDict
from ..errors import Issue, UnknownVersionError, ValidationError
from ..records.beneficiaries import Beneficiary
from ..records.cases.case import Case
from ..records.cases.case_file import CaseFile
from ..records.events.event import Event
from ..records.families import Family, Household
from ..records.organisations import Organisation
from ..records.people import Person
from ..records.programmes import Participation, Programme
from ..records.workers import Worker
from .json_text import repeats

Migration = Callable[[Any], Any]

NAMES: Final[Mapping[type, str]] = FrozenDict(
    {
        Beneficiary: "beneficiary",
        Case: "case",
        CaseFile: "case-file",
        Event: "event",
        Family: "family",
        Household: "household",
        Organisation: "organisation",
        Participation: "participation",
        Person: "person",
        Programme: "programme",
        Worker: "worker",
    }
)
"""Record class → name of its document."""

CURRENT: Final[Mapping[str, int]] = FrozenDict(dict.fromkeys(NAMES.values(), 1))
"""Name of a document → the version that is written."""

MIGRATIONS: Final[Mapping[tuple[str, int], Migration]] = FrozenDict()
"""(name, version) → the function from the builtins of that version to those of the next."""

_SCHEMA = re.compile(r"psm\.([a-z][a-z-]*)/(0|[1-9][0-9]{0,8})", re.ASCII)


def named(cls: object) -> str:
    """Return what to call the class that was asked for, and never what is in it.

    It may be no class at all: data and class are easily given the wrong way round.
    """
    if isinstance(cls, type):
        return cls.__name__
    return f"a {type(cls).__name__} (the data comes first, then the class)"


def name_of(cls: type) -> str:
    """Return the document name of a record class, or raise TypeError when it has none."""
    if is_record_class(cls) and cls in NAMES:
        return NAMES[cls]
    known = ", ".join(sorted(kind.__name__ for kind in NAMES))
    raise TypeError(f"{named(cls)} is not a document of its own; these are: {known}")


def schema_of(cls: type) -> str:
    """Return what the newest document of a record class says in its `schema`."""
    name = name_of(cls)
    return f"psm.{name}/{CURRENT[name]}"


def lifted(schema: object, data: object, cls: type) -> object:
    """Return the data of a document of any known version as data of the newest.

    Raises:
        ValidationError: ``document.other_schema``; ``json.duplicate_key``;
            ``document.version_mismatch`` when the data is so
            unlike its version that it cannot be lifted.
        UnknownVersionError: the version is newer than this release, or was never published.

    """
    name = name_of(cls)
    newest = CURRENT[name]
    found = _SCHEMA.fullmatch(schema) if isinstance(schema, str) else None
    if found is None or found[1] != name:
        raise ValidationError(
            [Issue("document.other_schema", ("schema",), params={"expected": f"psm.{name}"})]
        )
    version = int(found[2])
    if not 1 <= version <= newest:
        raise UnknownVersionError(f"psm.{name}/{version}", newest)
    if version < newest and (twice := list(repeats(data, ("data",)))):
        raise ValidationError(twice)  # a step makes plain dicts, in which nothing stands twice
    for step in range(version, newest):
        try:
            data = MIGRATIONS[name, step](data)
        except Exception:  # noqa: BLE001 - whatever the data lacked; the error holds data
            break
    else:
        return data
    unlike = Issue("document.version_mismatch", ("data",), params={"schema": f"psm.{name}/{step}"})
    raise ValidationError([unlike])
