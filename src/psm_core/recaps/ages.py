"""Groups of ages."""

from collections.abc import Iterable
from itertools import pairwise

from ..values.partial_date import AgeRange


class AgeBands:
    """Groups of ages in full years, each from its least age to below that of the next one."""

    def __init__(self, starts: Iterable[int]) -> None:
        """Name the groups.

        Raises:
            ValueError: there are none, or their ages do not increase.

        """
        self._starts = tuple(starts)
        ends = [*self._starts[1:], None]
        if not self._starts or any(later <= age for age, later in pairwise(self._starts)):
            raise ValueError("the least ages of the groups must increase, such as (0, 18, 60)")
        self.labels: tuple[str, ...] = tuple(
            map(_label, self._starts, [None if end is None else end - 1 for end in ends])
        )

    def label_of(self, ages: Iterable[AgeRange]) -> str | None:
        """Return the group of somebody with these possible ages; None if it is not certain."""
        found = {self._label(age) for one in ages for age in (one.minimum, one.maximum)}
        return found.pop() if len(found) == 1 else None

    def _label(self, age: int) -> str | None:
        labels = zip(self._starts, self.labels, strict=True)
        return next((label for least, label in reversed([*labels]) if least <= age), None)


def _label(least: int, last: int | None) -> str:
    if last is None:
        return f"{least} tahun ke atas"
    return f"{least} tahun" if least == last else f"{least} sampai {last} tahun"
