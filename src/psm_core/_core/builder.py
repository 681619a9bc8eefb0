"""Records built from nested data, with every issue at its path.

Inputs differ in what a leaf and a key are. `RecordBuilder` has all that they share.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, TypeGuard

from .._paths import Steps
from ..errors import Issue
from .field_types import CollectionType, FieldType, InstanceType, OptionalType
from .record import is_record_class, record_info

INVALID: Final = object()
"""Returned in place of a value that has an issue; the issue is in the list of issues."""


def is_list(data: object) -> TypeGuard[list[object]]:
    """Return whether data is a list: text and dicts are iterable too, but no lists."""
    return type(data) is list


class RecordBuilder(ABC):
    """Base class of the builders of records. A subclass reads the leaves and checks the keys."""

    @abstractmethod
    def fields_of(self, data: object) -> Mapping[object, object] | None:
        """Return name → value of the fields of a record, or None if data is no record."""

    @abstractmethod
    def key_issues(
        self, given: Mapping[object, object], names: Sequence[str], path: Steps
    ) -> Iterator[Issue]:
        """Yield an issue for each key that is no field. Its path begins at the record."""

    @abstractmethod
    def leaf(self, field_type: FieldType, data: object) -> object:
        """Return the value of a leaf, or an `Issue`. The builder validates the value."""

    def record(self, cls: type, data: object, path: Steps, issues: list[Issue]) -> object:
        """Return a record of a class, or `INVALID` with its issues added."""
        given = self.fields_of(data)
        if given is None:
            issues.append(Issue("type.object", path))
            return INVALID
        return self.record_of(cls, given, path, issues)

    def record_of(
        self, cls: type, given: Mapping[object, object], path: Steps, issues: list[Issue]
    ) -> object:
        """Return a record with the given fields, or `INVALID` with its issues added."""
        before = len(issues)
        known = record_info(cls)
        if found := [issue.under(*path) for issue in self.key_issues(given, known.names, path)]:
            issues.extend(found)
        values = self.values_of(cls, given, path, issues)
        if found := [issue.under(*path) for issue in known.violations(values)]:
            issues.extend(found)
        return cls(**values) if len(issues) == before else INVALID

    def values_of(
        self, cls: type, given: Mapping[object, object], path: Steps, issues: list[Issue]
    ) -> dict[str, object]:
        """Return name → value of the valid fields, and add the issues of the others."""
        values: dict[str, object] = {}
        for field in record_info(cls).fields:
            name = field.name
            if name in given:
                value = self.value(field.type, given[name], (*path, name), issues)
                if value is not INVALID:
                    values[name] = value
            elif field.required:
                issues.append(Issue("field.missing", (*path, name)))
            else:
                values[name] = field.default
        return values

    def value(
        self, field_type: FieldType, data: object, path: Steps, issues: list[Issue]
    ) -> object:
        """Return the value of a field, or `INVALID` with its issues added."""
        match field_type:
            case OptionalType():
                return None if data is None else self.value(field_type.inner, data, path, issues)
            case CollectionType():
                return self._items(field_type, data, path, issues)
            case InstanceType() if is_record_class(field_type.python_type):
                return self.record(field_type.python_type, data, path, issues)
            case _:
                return self._leaf(field_type, data, path, issues)

    def _items(
        self, field_type: CollectionType, data: object, path: Steps, issues: list[Issue]
    ) -> object:
        if not is_list(data):
            issues.append(Issue("type.list", path))
            return INVALID
        before = len(issues)
        items: list[object] = []
        seen: set[object] = {INVALID}
        for number, one in enumerate(data):
            value = self.value(field_type.item, one, (*path, number), issues)
            if field_type.container is frozenset and value is not INVALID and value in seen:
                issues.append(Issue("item.duplicate", (*path, number)))
            items.append(value)
            seen.add(value)
        return field_type.made(items) if len(issues) == before else INVALID

    def _leaf(
        self, field_type: FieldType, data: object, path: Steps, issues: list[Issue]
    ) -> object:
        value = self.leaf(field_type, data)
        found = [value] if isinstance(value, Issue) else field_type.issues(value)
        issues.extend([issue.under(*path) for issue in found])
        return INVALID if found else value
