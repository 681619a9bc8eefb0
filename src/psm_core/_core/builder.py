"""Records put together from nested data, with every fault told at its path.

Doors differ in what they take for a leaf and in which keys they know; how parts make a record, and
what is said when they do not, is one.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, TypeGuard

from ..errors import Issue, ParseError
from .field_types import Exact, Many, Maybe, Shape
from .invariants import Path
from .record import is_model, plan

UNSOUND: Final = object()
"""What stands for a value that has a fault; the fault is among the issues."""


def is_list(data: object) -> TypeGuard[list[object]]:
    """Tell whether data is a list: text and dicts can be walked too, and are none."""
    return type(data) is list


class Assembler(ABC):
    """Base of what puts records together. A door says how it reads leaves and keys."""

    @abstractmethod
    def fields_of(self, data: object) -> Mapping[object, object] | None:
        """Return name → part of what should be a record, or None when it is nothing like one."""

    @abstractmethod
    def key_faults(
        self, given: Mapping[object, object], names: Sequence[str], path: Path
    ) -> Iterator[Issue]:
        """Yield a fault for each key that is no field, seen from the record at this path."""

    @abstractmethod
    def leaf(self, shape: Shape, data: object) -> object:
        """Return the value that data stands for; the shape is asked afterwards.

        Raises:
            ParseError: it stands for none.

        """

    def record(self, cls: type, data: object, path: Path, issues: list[Issue]) -> object:
        """Return a record of a class, or `UNSOUND` with its faults added to the issues."""
        given = self.fields_of(data)
        if given is None:
            issues.append(Issue("type.object", path))
            return UNSOUND
        before = len(issues)
        known = plan(cls)
        names = [field.name for field in known.fields]
        issues.extend(issue.under(*path) for issue in self.key_faults(given, names, path))
        values: dict[str, object] = {}
        for field in known.fields:
            here = (*path, field.name)
            if field.name in given:
                value = self._value(field.shape, given[field.name], here, issues)
                if value is not UNSOUND:
                    values[field.name] = value
            elif field.required:
                issues.append(Issue("field.missing", here))
            else:
                values[field.name] = field.default
        issues.extend(issue.under(*path) for issue in known.broken(values))
        return cls(**values) if len(issues) == before else UNSOUND

    def _value(self, shape: Shape, data: object, path: Path, issues: list[Issue]) -> object:
        match shape:
            case Maybe():
                return None if data is None else self._value(shape.inner, data, path, issues)
            case Many():
                return self._items(shape, data, path, issues)
            case Exact() if is_model(shape.kind):
                return self.record(shape.kind, data, path, issues)
            case _:
                return self._leaf(shape, data, path, issues)

    def _items(self, shape: Many, data: object, path: Path, issues: list[Issue]) -> object:
        if not is_list(data):
            issues.append(Issue("type.list", path))
            return UNSOUND
        before = len(issues)
        items: list[object] = []
        seen: set[object] = {UNSOUND}
        for number, one in enumerate(data):
            value = self._value(shape.item, one, (*path, number), issues)
            if shape.container is frozenset and value is not UNSOUND and value in seen:
                issues.append(Issue("item.duplicate", (*path, number)))
            items.append(value)
            seen.add(value)
        return shape.made(items) if len(issues) == before else UNSOUND

    def _leaf(self, shape: Shape, data: object, path: Path, issues: list[Issue]) -> object:
        try:
            value = self.leaf(shape, data)
        except ParseError as error:
            issues.append(error.issue.under(*path))
            return UNSOUND
        faults = [issue.under(*path) for issue in shape.faults(value)]
        issues.extend(faults)
        return UNSOUND if faults else value
