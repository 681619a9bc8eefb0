"""Leaving out of a record what cannot be read of an optional field.

Telephone numbers, welfare ranks, and words that are in no vocabulary, are always left out, with the
part that cannot do without them. Lenient reading leaves out all else too.
"""

from collections.abc import Collection, Iterable, Iterator
from typing import Final, cast

import attrs

from ..._core.field_paths import field_type_at
from ..._core.field_types import CollectionType, unwrap_optional
from ..._core.record import is_record_class, record_info
from ..._paths import Steps
from ...errors import Issue
from ..cells.warnings import as_left_out
from .nested import Tree, at, is_tree

_PHONE: Final = "phone"
"""The field for a telephone number, in every record."""
_RANKS: Final = "ranks"
"""The field for the welfare ranks of a family, which is valid without one."""


def is_dispensable(issue: Issue, steps: Steps) -> bool:
    """Return whether the cell with an issue is always left out, if the record allows it.

    It is a telephone number, a welfare rank, or a word or code that is in no vocabulary.
    """
    is_about_word = issue.code.startswith("term.") or issue.code == "person.disability_other"
    return is_about_word or steps[-1] == _PHONE or steps[0] == _RANKS


class Leniency:
    """Leaves out of the tree of a row what a record can do without.

    An optional field is left out alone. Where a required field of a part cannot be read, the
    smallest optional part around it is left out: the whole decree without its date. Never left out
    are the id of a record, a person and a NIK, and what stands in a column that a file must have.
    """

    def __init__(
        self,
        record_class: type,
        *,
        needed: Collection[Steps],
        people: Collection[Steps],
        presence: Collection[Steps],
    ) -> None:
        """Prepare for records of a class.

        `needed` are the fields of the columns that a file must have, `people` where persons are,
        `presence` where a column says that there is a part and nothing of it.
        """
        self._record_class, self._presence = record_class, presence
        never = {("id",), *people, *((*steps, "nik") for steps in people)}
        self._never = {*(steps for steps in needed if steps[0] != _RANKS), *never}

    def unread_words(self, tree: Tree) -> list[Issue]:
        """Leave out each phone number, rank, or word in no vocabulary, in an optional field.

        They are returned. A part that consists of such a word is left out too: the presence with
        an unknown mark.
        """
        unread = [
            attrs.evolve(issue, path=steps)
            for steps, issue in _unread(tree, ())
            if is_dispensable(issue, steps)
            and (
                self._is_optional(steps)
                or steps[0] == _RANKS
                or len(at(tree, steps[:-1]) or ()) == 1
            )
        ]
        return self._left_out(tree, [(one.path, one) for one in unread])

    def without_word(
        self, tree: Tree, words: Iterable[Issue], issues: Iterable[Issue]
    ) -> list[Issue]:
        """Leave out the parts that are not valid without a word that was left out of them.

        Such a part is an answer to a referral of which only the day could be read. Return the
        issues that say why.
        """
        parts = {one.path[:-1] for one in words} - {()}
        found = (one for one in issues if _resolved(tree, one.path)[:-1] in parts)
        return self.broken(tree, list(found))

    def unread(self, tree: Tree) -> list[Issue]:
        """Leave out each cell that could not be read, where that is possible, and return them."""
        unread = [attrs.evolve(issue, path=steps) for steps, issue in _unread(tree, ())]
        return self._left_out(tree, [(one.path, one) for one in unread])

    def broken(self, tree: Tree, issues: Iterable[Issue]) -> list[Issue]:
        """Leave out what some issues of the record are about, and return those of them.

        An invariant is about the field at which it is reported.
        """
        return self._left_out(tree, [(_resolved(tree, one.path), one) for one in issues])

    def contradicted(self, tree: Tree, issue: Issue) -> list[Issue]:
        """Leave out the part that a column says is not there, and return the issue that says so."""
        parts = [one for one in self._presence if issue.path[: len(one)] == one]
        return self._left_out(tree, [(part, issue) for part in parts])

    def _left_out(self, tree: Tree, issues: Iterable[tuple[Steps, Issue]]) -> list[Issue]:
        removed: set[Steps] = set()
        return [
            as_left_out(issue) for steps, issue in issues if self._leave_out(tree, steps, removed)
        ]

    def _leave_out(self, tree: Tree, steps: Steps, removed: set[Steps]) -> bool:
        """Remove the smallest optional part around a place; return whether that is possible."""
        parts = [steps[:length] for length in range(len(steps), 0, -1)]
        if not removed.isdisjoint(parts):
            return True
        for part in parts:
            if at(tree, part) is None or not self._is_optional(part):
                continue
            if any(one[: len(part)] == part for one in self._never):
                return False
            self._remove(tree, part, removed)
            return True
        return False

    def _is_optional(self, steps: Steps) -> bool:
        *above, last = steps
        owner = unwrap_optional(field_type_at(self._record_class, tuple(above)))
        if isinstance(owner, CollectionType):
            return True
        return is_record_class(owner.python_type) and any(
            field.name == last and not field.required
            for field in record_info(owner.python_type).fields
        )

    def _remove(self, tree: Tree, steps: Steps, removed: set[Steps]) -> None:
        """Remove a part, and each list or part above it that is empty then."""
        above, last = steps[:-1], steps[-1]
        owner = at(tree, above)
        del owner[last]
        removed.add(steps)
        if not owner and above and above not in self._presence:
            self._remove(tree, above, removed)


def _unread(data: object, steps: Steps) -> Iterator[tuple[Steps, Issue]]:
    """Yield path and issue of each cell of a tree that could not be read."""
    if isinstance(data, Issue):
        yield steps, data
    elif is_tree(data):
        for step, below in data.items():
            yield from _unread(below, (*steps, step))
    elif type(data) is list:
        for item in cast("list[object]", data):
            yield from _unread(item, steps)


def _resolved(tree: Tree, path: Steps) -> Steps:
    """Return a path of a record as a path of its tree, where items stand under their own number."""
    steps: list[str | int] = []
    for step in path:
        here: object = at(tree, tuple(steps))
        if isinstance(step, int) and is_tree(here):
            steps.append(sorted(here)[step])
        else:
            steps.append(step)
    return tuple(steps)
