"""Cells of a row that are compared with each other."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

import attrs

from ..._paths import Steps
from ...errors import Issue, Severity
from ..cells.birth_dates import age_warning
from ..cells.cell import Cell
from ..cells.warnings import WithWarning
from ..layouts.column_bindings import ColumnBinding, common_steps, comparable, without_prefix
from .nested import Tree, at


def differing(
    one: ColumnBinding, cell: Cell, first_value: object, first: str, ages_stated_on: date | None
) -> Iterator[Issue]:
    """Yield a warning if a second column of a field has another value than the column `first`."""
    value = one.read(without_prefix(cell, one.column) if one.column.without else cell)
    params: dict[str, str | int] = {"first": first}
    if one.column.is_age:
        issue = age_warning(value, first_value, ages_stated_on)
        if issue is not None:
            params = {**issue.params, **params}
            yield attrs.evolve(issue, path=one.steps, params=params, column=one.letters)
        return
    if type(value) is WithWarning:
        value = value.value
    if type(first_value) is not Issue and comparable(value) != comparable(first_value):
        yield Issue("cell.differs", one.steps, Severity.WARNING, params, column=one.letters)


def differing_facts(
    tree: Tree, stated: Mapping[Steps, object], letters: Mapping[Steps, str]
) -> Iterator[Issue]:
    """Yield a warning for each value of a row that differs from a line above the table."""
    for steps, fact in stated.items():
        value = at(tree, steps)
        if isinstance(value, type(fact)) and comparable(value) != comparable(fact):
            code, column = "cell.fact_differs", letters.get(steps)
            yield Issue(code, steps, Severity.WARNING, column=column)


def contradictions(
    tree: Tree, absent: ColumnBinding, columns: Iterable[ColumnBinding]
) -> Iterator[Issue]:
    """Yield an issue for each cell with details of something that `absent` says is absent.

    For example, a column says that a worker has no certificate, and another gives its number.
    """
    for one in columns:
        is_inside = len(one.steps) > len(absent.steps) == len(common_steps(one.steps, absent.steps))
        if is_inside and at(tree, one.steps) is not None:
            yield Issue("cell.contradicts", one.steps, column=one.letters)
