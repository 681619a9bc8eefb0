"""Required facts that no column of a sheet gives: reported once for the file, with the cure."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Final, NamedTuple

import attrs

from .._core.field_types import FieldType, TermType, TextType, unwrap_optional
from .._core.record import is_record_class, record_info
from ..errors import Issue, Severity
from ..values.region_code import RegionCode
from .layout import Layout, Steps, dotted, field_type_at, steps_of
from .nested import Tree, at, put

_ANY_DAY: Final = date(2000, 1, 1)
_ANY_TEXT: Final = "?"
_ANY_REGION: Final = RegionCode("11")


class HeadingRow(NamedTuple):
    """Where the headings are, for issues about the whole file."""

    name: str | None
    row: int


class Given(NamedTuple):
    """What the caller gives for every row."""

    values: Mapping[str, object]
    """Path → value."""
    unknown: Sequence[str] = ()
    """The paths of facts that the layout needs, and that are not given."""
    is_required: bool = True
    """Whether every required fact has to be there; else rows are checked as if it were."""
    as_of: date | None = None


class OutsideFacts:
    """The facts of every row that neither a column nor an argument gives."""

    def __init__(
        self, layout: Layout[Any], filled: Iterable[Steps], row: HeadingRow, given: Given
    ) -> None:
        """Take the fields that columns and constants fill, and what is given."""
        self._layout, self._row, self._given = layout, row, given
        self._filled = frozenset(filled)
        self._whole: dict[tuple[str, Steps], Issue | None] = {}
        self._headings = {
            column.path: column.headings[0]
            for column in reversed(layout.all_columns())
            if column.path is not None
        }
        self.unknown: dict[Steps, object] = {}
        """Path → what stands for the fact while a row is checked; no record has it."""
        for steps in map(steps_of, given.unknown):
            self.unknown[steps] = self._any_value(steps)
        self._of_every_row = frozenset(self.unknown)

    def complete(self, tree: Tree) -> bool:
        """Put what stands for unknown facts in their places, and tell whether there are any."""
        found = False
        for steps, value in self.unknown.items():
            is_needed = steps in self._of_every_row or len(steps) == 1 or at(tree, steps[:-1])
            if value is not None and is_needed and at(tree, steps) is None:
                put(tree, steps, value)
                found = True
        return found

    def about_file(self, issues: Iterable[Issue]) -> Mapping[Issue, Issue]:
        """Return issue → the issue about the whole file, for those that no cell could fix."""
        found: dict[Issue, Issue] = {}
        for issue in issues:
            key = (issue.code, issue.path)
            if key not in self._whole:
                self._whole[key] = self._about_file(issue)
            whole = self._whole[key]
            if whole is not None:
                found[issue] = whole
        return found

    def concerns(self, issue: Issue) -> bool:
        """Tell whether an issue is about an unknown fact, and follows from what stands for it."""
        is_ppks = issue.code.startswith("ppks.")
        return any(
            issue.path[: len(steps)] == steps or (is_ppks and steps[0] == "classifications")
            for steps in self.unknown
        )

    def warning(self, steps: Steps) -> Issue:
        """Return the warning that a fact is unknown, which a layout says stands outside."""
        path = dotted(steps)
        facts: dict[str, str | int] = {
            "layout": self._layout.name,
            "path": path,
            "what": self._layout.required_values.get(path) or self._headings.get(path) or path,
        }
        return self._at_headings(Issue("table.value_missing", steps, Severity.WARNING, facts))

    def _about_file(self, issue: Issue) -> Issue | None:
        path = self._missing(issue)
        if path is None:
            return None
        if not self._given.is_required:
            self.unknown[path] = self._any_value(path)
        if issue.code != "field.missing":
            whole = self.warning(path)
            return (
                whole
                if not self._given.is_required
                else attrs.evolve(whole, severity=Severity.ERROR)
            )
        name = dotted(path)
        heading = self._headings.get(name)
        facts: dict[str, str | int] = {"path": name, "what": name}
        if heading is not None:
            facts |= {"heading": heading, "what": heading}
        severity = Severity.ERROR if self._given.is_required else Severity.WARNING
        return self._at_headings(attrs.evolve(issue, severity=severity, params=facts))

    def _at_headings(self, issue: Issue) -> Issue:
        return attrs.evolve(issue, row=self._row.row, sheet=self._row.name)

    def _missing(self, issue: Issue) -> Steps | None:
        """Return the field that no column fills, when this is why there is the issue."""
        path = issue.path
        if issue.code == "field.missing":
            return None if self._is_filled(path) else path
        above, last = path[:-1], path[-1:]
        record = unwrap_optional(field_type_at(self._layout.kind, above)).python_type
        rules = record_info(record).invariants if is_record_class(record) else ()
        rule = next((one for one in rules if (one.code, (one.at,)) == (issue.code, last)), None)
        if rule is None or any(self._is_filled((*above, name)) for name in rule.reads):
            return None
        outside = [steps_of(one) for one in self._layout.required_values]
        fields = [(*above, name) for name in rule.reads]
        others = [one for one in fields if one != path] or fields
        return next((one for one in fields if one in outside), others[-1])

    def _is_filled(self, path: Steps) -> bool:
        return any(steps[: len(path)] == path for steps in self._filled)

    def _any_value(self, steps: Steps) -> object:
        field_type: FieldType = unwrap_optional(field_type_at(self._layout.kind, steps))
        if field_type.python_type is date:
            return self._given.as_of or _ANY_DAY
        if isinstance(field_type, TermType):
            return next(iter(field_type.vocabularies[0]))
        if isinstance(field_type, TextType):
            return _ANY_TEXT
        return _ANY_REGION if field_type.python_type is RegionCode else None
