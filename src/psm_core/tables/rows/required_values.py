"""Required values that no column of a sheet gives: one issue for the file says how to give them."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Final, NamedTuple

import attrs

from ..._core.field_paths import dotted, field_type_at, steps_of
from ..._core.field_types import FieldType, TermType, TextType, unwrap_optional
from ..._core.record import is_record_class, record_info
from ..._paths import Steps
from ...errors import Issue, Severity
from ...values.region_code import RegionCode
from ..layouts.column_bindings import record_class_at
from ..layouts.layout import Layout
from .nested import Tree, at, put

_ANY_DAY: Final = date(2000, 1, 1)
_ANY_TEXT: Final = "?"
_ANY_REGION: Final = RegionCode("11")


class HeadingRow(NamedTuple):
    """Where the headings are, for issues about the whole file."""

    name: str | None
    row: int


class GivenValues(NamedTuple):
    """The values that the caller gives for every row."""

    values: Mapping[str, object]
    """Path → value."""
    unknown: Sequence[str] = ()
    """The paths of required values of the layout that are missing."""
    is_required: bool = True
    """Whether every required value has to be given. If not, rows are read with placeholders."""
    as_of: date | None = None


def unfilled_paths(layout: Layout[Any]) -> Iterable[str]:
    """Return the required values that no column fills.

    They are those of the layout, and the required fields of each record that columns fill in part,
    except the id of the record itself, which `read` makes.
    """
    record_class = layout.record_class
    paths = [one.path for column in layout.all_columns() for one in column.fields()]
    steps = [steps_of(path) for path in (*paths, *layout.constants) if path is not None]
    filled = {one[:length] for one in steps for length in range(len(one) + 1)}
    needed = [steps_of(path) for path in layout.required_values] + [
        (*above, field.name)
        for above in sorted(filled, key=lambda one: [str(step) for step in one])
        if is_record_class(owner := record_class_at(record_class, above))
        for field in record_info(owner).fields
        if field.required and (above or field.name != "id")
    ]
    return dict.fromkeys(dotted(one) for one in needed if one not in filled)


class MissingValues:
    """The required values that neither a column nor an argument gives."""

    def __init__(
        self, layout: Layout[Any], filled: Iterable[Steps], row: HeadingRow, given: GivenValues
    ) -> None:
        """Take the paths that columns and constants fill, and the given values."""
        self._layout, self._row, self._given = layout, row, given
        self._filled = frozenset(
            steps[:length] for steps in filled for length in range(len(steps) + 1)
        )
        self._whole: dict[tuple[str, Steps], Issue | None] = {}
        self._headings = {
            column.path: column.headings[0]
            for column in reversed(layout.all_columns())
            if column.path is not None
        }
        self.placeholders: dict[Steps, object] = {}
        """Path → placeholder of the value while a row is read. No record keeps it."""
        for steps in map(steps_of, given.unknown):
            self.placeholders[steps] = self._any_value(steps)
        self._of_every_row = frozenset(self.placeholders)

    def complete(self, tree: Tree) -> bool:
        """Set the placeholders of missing values in a tree; return whether any was set."""
        found = False
        for steps, value in self.placeholders.items():
            is_needed = steps in self._of_every_row or len(steps) == 1 or at(tree, steps[:-1])
            if value is not None and is_needed and at(tree, steps) is None:
                put(tree, steps, value)
                found = True
        return found

    def as_file_issues(self, issues: Iterable[Issue]) -> Mapping[Issue, Issue]:
        """Return issue → issue about the whole file, for those that no cell can fix."""
        found: dict[Issue, Issue] = {}
        for issue in issues:
            key = (issue.code, issue.path)
            if key not in self._whole:
                self._whole[key] = self._as_file_issues(issue)
            whole = self._whole[key]
            if whole is not None:
                found[issue] = whole
        return found

    def concerns(self, issue: Issue) -> bool:
        """Return whether an issue is about a missing value, so that its placeholder caused it."""
        is_ppks = issue.code.startswith("ppks.")
        return any(
            issue.path[: len(steps)] == steps or (is_ppks and steps[0] == "classifications")
            for steps in self.placeholders
        )

    def warning(self, steps: Steps) -> Issue:
        """Return the warning that a required value of the layout is missing."""
        path = dotted(steps)
        facts: dict[str, str | int] = {
            "layout": self._layout.name,
            "path": path,
            "what": self._layout.required_values.get(path) or self._headings.get(path) or path,
        }
        return self._at_headings(Issue("table.value_missing", steps, Severity.WARNING, facts))

    def _as_file_issues(self, issue: Issue) -> Issue | None:
        path = self._missing(issue)
        if path is None:
            return None
        if not self._given.is_required:
            self.placeholders[path] = self._any_value(path)
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
            return None if path in self._filled else path
        above, last = path[:-1], path[-1:]
        record = unwrap_optional(field_type_at(self._layout.record_class, above)).python_type
        rules = record_info(record).invariants if is_record_class(record) else ()
        rule = next((one for one in rules if (one.code, (one.at,)) == (issue.code, last)), None)
        if rule is None or any((*above, name) in self._filled for name in rule.reads):
            return None
        required = [steps_of(one) for one in self._layout.required_values]
        fields = [(*above, name) for name in rule.reads]
        others = [one for one in fields if one != path] or fields
        return next((one for one in fields if one in required), others[-1])

    def _any_value(self, steps: Steps) -> object:
        field_type: FieldType = unwrap_optional(field_type_at(self._layout.record_class, steps))
        if field_type.python_type is date:
            return self._given.as_of or _ANY_DAY
        if isinstance(field_type, TermType):
            return next(iter(field_type.vocabularies[0]))
        if isinstance(field_type, TextType):
            return _ANY_TEXT
        return _ANY_REGION if field_type.python_type is RegionCode else None
