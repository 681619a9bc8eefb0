"""Values of a row that contradict each other, found in whole columns.

The warnings of most such rows follow from what contradicts what. A row in which that is not certain
is read by itself.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final, NamedTuple

from .._paths import Steps
from ..regions import RegionRegistry
from ..terms import Sex
from ..values.region_code import RegionCode
from .arrow import Array, arrow, compute
from .cell_outcomes import VALID, Outcomes, WordOutcomes
from .numbers import WOMAN_DATE_OFFSET, WOMAN_DAY, days_of, kinds_of_days, last
from .value_outcomes import DateOutcomes

_BIRTH, _SEX, _ZERO, _AGE, _CATEGORY_SEX = (2**bit for bit in range(5))
"""What contradicts what, as bits of one number."""
_ONES: Final = int("1" * 16)
"""The only repeated digit that is a valid NIK."""
_SERIAL, _REGION = 10**4, 10**10
_OLDEST, _ADULT, _CENTURY, _FIRST_YEAR = 119, 25, 2000, 1945
_BY_AGE: Final = ("education", "occupation", "marital_status", "family_relation")
"""Fields that are compared with the age."""
CATEGORY: Final[Steps] = ("classifications", 0, "category")
DATE: Final[Steps] = ("classifications", 0, "date")
_ANY_AGE: Final = 10**4


class Compared(NamedTuple):
    """What the rows of a batch contradict."""

    numbers: Sequence[Array]
    """Numbers; rows with equal ones have the same warnings."""
    are_alone: Array
    """Whether each row has to be read by itself."""
    niks: Array
    """The NIK of each row."""


class _People(NamedTuple):
    """What the rows say about their people; null where they say nothing."""

    nik: Array
    kk: Array
    born: Array
    is_woman: Array
    """Whether the person is a woman, as stated."""
    is_woman_by_nik: Array

    @property
    def year_by_nik(self) -> Array:
        """The last two digits of the year of birth in the NIK."""
        return last(days_of(self.nik), 100)


class Comparisons:
    """Compares the columns of people, or of people with a category."""

    def __init__(
        self,
        person: Steps,
        columns: Mapping[Steps, object],
        found_on: date | None,
        regions: RegionRegistry,
        as_of: date | None,
    ) -> None:
        """Take the path of the person, and the outcomes of the columns by their paths.

        `found_on` is the date of all categories, if it is given. With `as_of`, the plausibility
        checks run.
        """
        self._person, self._columns = person, columns
        self._found_on, self._regions, self._as_of = found_on, regions, as_of
        self._codes: dict[int, int] = {}
        self._numbers: dict[str, int] = {}
        self._other_dates = [
            steps
            for steps, one in columns.items()
            if isinstance(one, DateOutcomes) and steps[-1] != "birth_date"
        ]

    def compare(self, found: Mapping[Steps, Outcomes], rows: int) -> Compared:
        """Return what the rows of a batch contradict."""
        people = self._people(found, rows)
        alone = [compute.equal(people.nik, _ONES), compute.equal(people.nik, people.kk)]
        bits = [*_contradictions(people)]
        numbers: list[Array] = []
        if CATEGORY in found:
            more, unclear = self._of_categories(found, people, rows)
            bits += more
            alone += unclear
        if self._as_of is not None:
            numbers += (self._regions_of(one) for one in (people.nik, people.kk))
            alone += self._of_day(found, people, self._as_of)
        total: Array = arrow.repeat(arrow.scalar(0, arrow.int32()), rows)
        for weight, is_set in bits:
            own = compute.if_else(_known(is_set), arrow.scalar(weight, arrow.int32()), 0)
            total = compute.add(total, own)
        if self._other_dates:
            alone.append(compute.greater(total, 0))
            for name in ("life_status", "name"):  # they may say that the person is dead
                if (one := found.get((*self._person, name))) is not None:
                    alone.append(compute.greater(one.numbers, VALID))
        are_alone: Array = arrow.repeat(arrow.scalar(False), rows)  # noqa: FBT003 - a value
        for one in alone:
            are_alone = compute.or_(are_alone, _known(one))
        return Compared([total, *numbers], are_alone, people.nik)

    def _people(self, found: Mapping[Steps, Outcomes], rows: int) -> _People:
        kinds = {"nik": arrow.int64(), "kk": arrow.int64(), "birth_date": arrow.date32()}
        values: dict[str, Array] = {}
        for name, kind in kinds.items():
            own = found.get((*self._person, name))
            values[name] = own.values if own is not None else arrow.nulls(rows, kind)
        is_woman: Array = arrow.nulls(rows, arrow.bool_())
        steps = (*self._person, "sex")
        words = self._columns.get(steps)
        if isinstance(words, WordOutcomes) and steps in found:
            women = [one is Sex.PEREMPUAN for one in words.values]
            is_woman = arrow.array(women, arrow.bool_()).take(found[steps].values)
        by_nik = compute.equal(kinds_of_days(values["nik"]), WOMAN_DAY)
        return _People(values["nik"], values["kk"], values["birth_date"], is_woman, by_nik)

    def _of_categories(
        self, found: Mapping[Steps, Outcomes], people: _People, rows: int
    ) -> tuple[list[tuple[int, Array]], list[Array]]:
        """Return the contradictions of categories, and the rows in which they are unclear."""
        words = self._columns[CATEGORY]
        terms: list[Any] = words.values if isinstance(words, WordOutcomes) else []
        places = found[CATEGORY].values
        minimum, maximum = (
            arrow.array([getattr(one, name) for one in terms], arrow.int32()).take(places)
            for name in ("min_age", "max_age")
        )
        sexes = [None if one.sex is None else one.sex is Sex.PEREMPUAN for one in terms]
        of_women = arrow.array(sexes, arrow.bool_()).take(places)
        own_sex = compute.coalesce(people.is_woman, people.is_woman_by_nik)
        bits = [(_CATEGORY_SEX, compute.not_equal(own_sex, of_women))]
        if DATE in found:
            days = found[DATE].values
        elif self._found_on is not None:
            days = arrow.repeat(arrow.scalar(self._found_on), rows)
        else:
            return bits, []
        years = compute.year(days).cast(arrow.int32())
        has_bounds = compute.or_(minimum.is_valid(), maximum.is_valid())
        lowest, highest = minimum.fill_null(-_ANY_AGE), maximum.fill_null(_ANY_AGE)

        def fits(born: Array) -> Array:
            age = compute.subtract(years, born)  # or one year less
            is_old = compute.less_equal(lowest, compute.subtract(age, 1))
            return compute.and_(is_old, compute.less_equal(age, highest))

        by_nik = people.year_by_nik.cast(arrow.int32())
        late = compute.add(by_nik, 2000)
        may_be_late = compute.and_(compute.less(late, years), fits(late))
        two = compute.or_(fits(compute.add(by_nik, 1900)), may_be_late)
        born = compute.year(people.born).cast(arrow.int32())
        age = compute.subtract(years, born)
        is_outside = compute.or_(
            compute.less(age, lowest), compute.greater(compute.subtract(age, 1), highest)
        )
        is_before = compute.coalesce(
            compute.less_equal(days, people.born),
            compute.less_equal(years, compute.add(by_nik, 1900)),
        )
        known = compute.coalesce(compute.or_(fits(born), is_outside), two)
        unclear = [compute.and_(has_bounds, compute.invert(known)), is_before]
        return [*bits, (_AGE, compute.and_(has_bounds, is_outside))], unclear

    def _regions_of(self, numbers: Array) -> Array:
        """Return a number for the issue of the region of each NIK or KK."""
        found = compute.divide(numbers, _REGION).dictionary_encode()
        codes = [self._code_of(one) for one in found.dictionary.to_pylist()]
        return arrow.array(codes, arrow.int32()).take(found.indices).fill_null(0)

    def _code_of(self, region: int) -> int:
        if region not in self._codes:
            issue = self._regions.status(RegionCode.from_digits(str(region))).issue
            name = "" if issue is None else issue.code
            self._codes[region] = self._numbers.setdefault(name, len(self._numbers) + 1)
        return self._codes[region]

    def _of_day(self, found: Mapping[Steps, Outcomes], people: _People, as_of: date) -> list[Array]:
        """Return the rows that the checks of a day may warn about."""
        years = compute.year(people.born)
        alone = [
            compute.greater(people.born, arrow.scalar(as_of)),
            compute.less(years, as_of.year - _OLDEST),
        ]
        for name in _BY_AGE:
            own = found.get((*self._person, name))
            if own is not None:
                is_given = compute.greater(own.numbers, 0)
                is_young = compute.greater(years, as_of.year - _ADULT)
                may_be_young = is_young.fill_null(as_of.year < _CENTURY + _ADULT)
                alone.append(compute.and_(is_given, may_be_young))
        for steps in self._other_dates:
            own = found[steps]
            is_unusual = compute.or_(
                compute.less(compute.year(own.values), _FIRST_YEAR),
                compute.greater(own.values, arrow.scalar(as_of)),
            )
            alone.append(is_unusual if steps == DATE else compute.greater(own.numbers, 0))
        return alone


def _contradictions(people: _People) -> list[tuple[int, Array]]:
    """Return what contradicts the NIK of each person."""
    days = days_of(people.nik)
    of_woman = compute.subtract(days, WOMAN_DATE_OFFSET)
    born_by_nik = compute.if_else(people.is_woman_by_nik, of_woman, days)
    day, month, year = (one(people.born) for one in (compute.day, compute.month, compute.year))
    born = compute.add(
        compute.add(compute.multiply(day, 10_000), compute.multiply(month, 100)), last(year, 100)
    )
    return [
        (_BIRTH, compute.not_equal(born, born_by_nik)),
        (_SEX, compute.not_equal(people.is_woman, people.is_woman_by_nik)),
        (_ZERO, compute.equal(last(people.nik, _SERIAL), 0)),
    ]


def _known(mask: Array) -> Array:
    return mask.fill_null(False)  # noqa: FBT003 - a value
