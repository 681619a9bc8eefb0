"""Records put together from nested data, with every fault told at its path.

Doors differ in what they take for a leaf and in which keys they know; how parts make a record, and
what is said when they do not, is one.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, TypeGuard

from ..errors import Issue, ParseError
from .field_types import CollectionType, FieldType, InstanceType, OptionalType
from .invariants import Path
from .record import is_record_class, record_info

INVALID: Final = object()
"""What stands for a value that has a fault; the fault is among the issues."""


def is_list(data: object) -> TypeGuard[list[object]]:
    """Tell whether data is a list: text and dicts can be walked too, and are none."""
    return type(data) is list


class RecordBuilder(ABC):
    """Base of what puts records together. A door says how it reads leaves and keys."""

    @abstractmethod
    def fields_of(self, data: object) -> Mapping[object, object] | None:
        """Return name → part of what should be a record, or None when it is nothing like one."""

    @abstractmethod
    def key_issues(
        self, given: Mapping[object, object], names: Sequence[str], path: Path
    ) -> Iterator[Issue]:
        """Yield a fault for each key that is no field, seen from the record at this path."""

    @abstractmethod
    def leaf(self, field_type: FieldType, data: object) -> object:
        """Return the value that data stands for; the shape is asked afterwards.

        Raises:
            ParseError: it stands for none.

        """

    def record(self, cls: type, data: object, path: Path, issues: list[Issue]) -> object:
        """Return a record of a class, or `INVALID` with its faults added to the issues."""
        given = self.fields_of(data)
        if given is None:
            issues.append(Issue("type.object", path))
            return INVALID
        before = len(issues)
        known = record_info(cls)
        names = [field.name for field in known.fields]
        issues.extend(issue.under(*path) for issue in self.key_issues(given, names, path))
        values: dict[str, object] = {}
        for field in known.fields:
            here = (*path, field.name)
            if field.name in given:
                value = self._value(field.type, given[field.name], here, issues)
                if value is not INVALID:
                    values[field.name] = value
            elif field.required:
                issues.append(Issue("field.missing", here))
            else:
                values[field.name] = field.default
        issues.extend(issue.under(*path) for issue in known.broken(values))
        return cls(**values) if len(issues) == before else INVALID

    def _value(
        self, field_type: FieldType, data: object, path: Path, issues: list[Issue]
    ) -> object:
        match field_type:
            case OptionalType():
                return None if data is None else self._value(field_type.inner, data, path, issues)
            case CollectionType():
                return self._items(field_type, data, path, issues)
            case InstanceType() if is_record_class(field_type.python_type):
                return self.record(field_type.python_type, data, path, issues)
            case _:
                return self._leaf(field_type, data, path, issues)

    def _items(
        self, field_type: CollectionType, data: object, path: Path, issues: list[Issue]
    ) -> object:
        if not is_list(data):
            issues.append(Issue("type.list", path))
            return INVALID
        before = len(issues)
        items: list[object] = []
        seen: set[object] = {INVALID}
        for number, one in enumerate(data):
            value = self._value(field_type.item, one, (*path, number), issues)
            if field_type.container is frozenset and value is not INVALID and value in seen:
                issues.append(Issue("item.duplicate", (*path, number)))
            items.append(value)
            seen.add(value)
        return field_type.made(items) if len(issues) == before else INVALID

    def _leaf(self, field_type: FieldType, data: object, path: Path, issues: list[Issue]) -> object:
        try:
            value = self.leaf(field_type, data)
        except ParseError as error:
            issues.append(error.issue.under(*path))
            return INVALID
        faults = [issue.under(*path) for issue in field_type.faults(value)]
        issues.extend(faults)
        return INVALID if faults else value
