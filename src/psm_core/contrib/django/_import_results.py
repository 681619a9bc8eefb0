"""Results of imports without numbers of people, and changes as lists of the admin show values."""

import traceback
from collections.abc import Mapping
from typing import Any, ClassVar, Final

from ...privacy import hide_numbers
from ...terms import Term
from ._import_classes import Diff, Error, ModelResource, Result
from ._import_widgets import DocumentWidget, ValueWidget

_LONGEST: Final = 60
"""So many characters of a record are in a preview."""


class NumberFreeResult(Result):
    """The result of an import, whose invalid rows have no numbers."""

    labels: ClassVar[Mapping[str, str]]
    """Name of a field → its verbose name."""

    def append_invalid_row(self, number: int, row: Any, validation_error: Any) -> None:  # noqa: ANN401 - of the library
        super().append_invalid_row(number, _hidden(row), validation_error)
        added = self.invalid_rows[-1]
        added.labelled_errors = [
            (self.labels.get(name, ""), messages) for name, messages in added.error_dict.items()
        ]


class NumberFreeError(Error):
    """An exception in a row, without numbers."""

    def __init__(self, error: Exception, row: Any = None, number: int | None = None) -> None:  # noqa: ANN401 - as above
        hidden = None if row is None else _hidden(row)
        super().__init__(without_numbers(error), hidden, number)
        self.traceback = hide_numbers("".join(traceback.format_exception(error)))

    def __repr__(self) -> str:
        return f"<{type(self).__name__} at number {self.number}>"


class MaskedDiff(Diff):
    """What a row changes, as lists of the admin show values."""

    def __init__(self, resource: Any, instance: Any, new: bool) -> None:  # noqa: ANN401, FBT001 - as above
        self.left = _shown(resource, instance)
        self.right = []
        self.new = new

    def compare_with(self, resource: Any, instance: Any) -> None:  # noqa: ANN401 - as above
        self.right = _shown(resource, instance)


def _shown(resource: ModelResource, instance: object) -> list[str]:
    return [_shown_value(field, instance) for field in resource.get_import_fields()]


def _shown_value(field: Any, instance: object) -> str:  # noqa: ANN401 - as above
    value = field.get_value(instance)
    if isinstance(value, Term):
        return value.label
    is_ours = isinstance(field.widget, ValueWidget | DocumentWidget) and value is not None
    text: str = str(value) if is_ours else field.export(instance)
    return text if len(text) <= _LONGEST or not is_ours else f"{text[:_LONGEST]}…"


def _hidden(row: Mapping[str, object]) -> dict[str, str]:
    return {name: "" if cell is None else hide_numbers(str(cell)) for name, cell in row.items()}


def without_numbers(error: Exception) -> Exception:
    text = str(error)
    hidden = hide_numbers(text)
    return error if hidden == text else Exception(hidden)
