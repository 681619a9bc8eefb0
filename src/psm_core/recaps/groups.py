"""How records are grouped for a count: by values of any field, by region, by age."""

import datetime as dt
import re
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from operator import attrgetter
from typing import Any, Final, Generic, NamedTuple, TypeAlias, TypeVar, cast, final, overload

import attrs

from .._core.vocabulary import Term
from ..checks.context import person_ages
from ..records.people import Person
from ..regions import RegionRegistry
from ..terms import RegionLevel
from ..values.dates import Month, Quarter
from ..values.ids import ID_CLASSES, NUMBER_INSIDE
from ..values.partial_date import PartialDate, ages_on
from ..values.plain import canonical
from ..values.region_code import RegionCode
from .ages import AgeBands
from .field_values import values_at
from .linked_ages import key_of_unknown_age
from .monthly_columns import UNKNOWN
from .parts import Parts

T = TypeVar("T")
V = TypeVar("V")
Group: TypeAlias = Term | Month | Quarter | RegionCode | str | int
"""A group: its label becomes the name of a row or column."""
Groups: TypeAlias = Group | Collection[Group] | None
"""The group of a record, several groups, or None if it is unknown."""
_YES, _NO = "Ya", "Tidak"
_TEXTS: Final = (Month, Quarter, RegionCode, *ID_CLASSES)


class Entry(NamedTuple):
    """A group as a row or column."""

    key: Hashable
    """What it counts."""
    label: str
    """Its name."""
    suffix: str
    """What is added to the name if another group has the same name."""
    place: tuple[int, str, int]
    """What the rows are sorted by."""


UNKNOWN_PLACE: Final = (9, "", 0)
"""The place of people whose group is unknown: the last one."""


@final
@attrs.frozen
class Grouping(Generic[T]):
    """How records are grouped into rows or columns, for `count`.

    `value_groups`, `region_groups` and `age_groups` return one.

    >>> from psm_core import recaps
    >>> by_rank = recaps.value_groups(lambda row: row["desil"], listed=range(1, 4))
    >>> recaps.count([{"desil": 3}], title="Contoh", rows=by_rank).table()[1:3]
    [['1', '0'], ['2', '0']]
    """

    entries_of: Callable[[T], Iterable[Entry]] = attrs.field(repr=False)
    """Returns the groups of a record; none if the record is not counted."""
    listed: tuple[Entry, ...] = attrs.field(default=(), repr=False)
    """The groups that are shown with 0 too."""
    within: RegionCode | None = None
    """The region whose parts are the groups. Records elsewhere are not counted."""
    field: str | None = None
    """The path of the field whose values are grouped; None if a function returns the groups."""


@overload
def value_groups(
    groups_of: str, /, *, name: str = "", listed: Iterable[Group] = ()
) -> Grouping[Any]: ...
@overload
def value_groups(
    groups_of: Callable[[T], Groups], /, *, name: str = "", listed: Iterable[Group] = ()
) -> Grouping[T]: ...
def value_groups(
    groups_of: str | Callable[[T], Groups], /, *, name: str = "", listed: Iterable[Group] = ()
) -> Grouping[T]:
    """Return a grouping by a value of each record, which `groups_of` returns.

    `groups_of` is a function, or the path of a field, such as ``person.sex``. `psm_core.columns`
    counts tables by paths.

    A value is a term, a month, a quarter, an id, a text or a number. None is the group
    ``Tidak diketahui``. A record with several values counts in the group of each; one with an
    empty collection is not counted. Terms are sorted as in their vocabulary. `listed` are groups
    that are shown even if they count 0, before the others; a vocabulary lists its terms.

    `name` says what the values are, if two groupings of the same tables have the same texts with
    different meanings. See `count`.

    Raises:
        TypeError: when counting, a group is of another type, such as a NIK, a float or a date; use
            ``Month.of(date)`` or ``date.year``.
        ValueError: when counting, a text contains a number that may be a NIK or KK number, or a
            record has no such field.

    >>> from psm_core import Sex, recaps
    >>> by_sex = recaps.value_groups(lambda row: row["sex"], listed=Sex)
    >>> recaps.count([{"sex": Sex.PEREMPUAN}], title="Contoh", rows=by_sex).rows
    ('Laki-laki', 'Perempuan')

    """
    field, of_record = _reader(groups_of)

    def entries_of(record: T) -> Iterable[Entry]:
        groups = of_record(record)
        several = isinstance(groups, Collection) and not isinstance(groups, str)
        found = cast("Collection[Group]", groups) if several else (cast("Group | None", groups),)
        return [_entry(one, name) for one in found]

    entries = (_entry(one, name) for one in listed)
    in_order = (one._replace(place=(-1, "", at)) for at, one in enumerate(entries))
    places = {one.key: one for one in in_order}

    def in_place(record: T) -> Iterable[Entry]:
        return [places.get(one.key, one) for one in entries_of(record)]

    return Grouping(in_place, tuple(places.values()), field=field)


@overload
def region_groups(
    region_of: str,
    /,
    *,
    within: RegionCode,
    regions: RegionRegistry,
    level: RegionLevel | None = None,
) -> Grouping[Any]: ...
@overload
def region_groups(
    region_of: Callable[[T], RegionCode | Iterable[RegionCode] | None],
    /,
    *,
    within: RegionCode,
    regions: RegionRegistry,
    level: RegionLevel | None = None,
) -> Grouping[T]: ...
def region_groups(
    region_of: str | Callable[[T], RegionCode | Iterable[RegionCode] | None],
    /,
    *,
    within: RegionCode,
    regions: RegionRegistry,
    level: RegionLevel | None = None,
) -> Grouping[T]:
    """Return a grouping by the parts of a region: one level below, or those of a `level`.

    `region_of` returns the code of a record, or is the path of a field, such as
    ``person.domicile.region``; of several codes the first known one counts. Old codes are replaced
    by those in force. A record elsewhere is not counted. One without a region, or whose part of the
    region is unknown, is in ``Tidak diketahui``.

    Raises:
        UnknownRegionError: there is no region `within`.
        ValueError: the region has no parts of the level.

    >>> from psm_core import RegionCode, load_regions, recaps
    >>> by_part = recaps.region_groups(
    ...     lambda code: code, within=RegionCode("63.10"), regions=load_regions()
    ... )
    >>> recap = recaps.count([RegionCode("63.10.09.2005")], title="Contoh", rows=by_part)
    >>> recap.count("Kecamatan Angsana", "Jumlah")
    1

    """
    parts = Parts(within, regions, level)
    names = parts.row_keys()
    listed = {
        label: Entry(names[label], label, "", (-1, "", at))
        for at, label in enumerate(parts.labels.values())
    }
    unknown = Entry(names[UNKNOWN], UNKNOWN, "", UNKNOWN_PLACE)
    field, of_record = _reader(region_of)

    def entries_of(record: T) -> Iterable[Entry]:
        found = of_record(record)
        homes = () if found is None else (found,) if isinstance(found, RegionCode) else found
        row = parts.row_of(homes)
        return () if row is None else (listed.get(row, unknown),)

    return Grouping(entries_of, tuple(listed.values()), within, field)


@overload
def age_groups(
    person_of: str, /, *, as_of: dt.date, starts: Iterable[int] = (0, 5, 18, 60)
) -> Grouping[Any]: ...
@overload
def age_groups(
    person_of: Callable[[T], Person | dt.date | PartialDate | None],
    /,
    *,
    as_of: dt.date,
    starts: Iterable[int] = (0, 5, 18, 60),
) -> Grouping[T]: ...
def age_groups(
    person_of: str | Callable[[T], Person | dt.date | PartialDate | None],
    /,
    *,
    as_of: dt.date,
    starts: Iterable[int] = (0, 5, 18, 60),
) -> Grouping[T]:
    """Return a grouping by age on a day. `starts` are the least ages of the groups.

    `person_of` returns the person of a record, or the birth date. It may be the path of the birth
    date of a person, such as ``person.birth_date``. Without a birth date, the dates in the NIK of a
    person count. Somebody whose possible ages are in different groups, or below the first one,
    is in ``Tidak diketahui``.

    Raises:
        ValueError: there are no groups, or their ages do not increase.

    >>> from datetime import date
    >>> from psm_core import recaps
    >>> by_age = recaps.age_groups(lambda day: day, as_of=date(2025, 10, 10), starts=(0, 60))
    >>> recaps.count([date(1950, 1, 1)], title="Contoh", rows=by_age).table()[1:3]
    [['0 sampai 59 tahun', '0'], ['60 tahun ke atas', '1']]

    """
    least_ages = tuple(starts)
    bands = AgeBands(least_ages)
    listed = {
        label: Entry(f"{label} {as_of}", label, "", (-1, "", at))
        for at, label in enumerate(bands.labels)
    }
    unknown = Entry(key_of_unknown_age(least_ages, as_of), UNKNOWN, "", UNKNOWN_PLACE)
    field = person_of if isinstance(person_of, str) else None
    of_record = person_of if callable(person_of) else _person_getter(person_of)

    def entries_of(record: T) -> Iterable[Entry]:
        found = of_record(record)
        if isinstance(found, Person):
            ages = person_ages(found, as_of)
        else:
            ages = [] if found is None else [ages_on(found, as_of)]
        return (listed.get(bands.label_of(ages) or "", unknown),)

    return Grouping(entries_of, tuple(listed.values()), field=field)


def _reader(found: str | Callable[[T], V]) -> tuple[str | None, Callable[[T], V]]:
    """Return the path of a field, if one is given, and a function of a record."""
    if callable(found):
        return None, found
    _require_path(found)
    return found, lambda record: values_at(record, found).group


def _require_path(path: object) -> None:
    if not isinstance(path, str):
        raise TypeError(f"a function or the path of a field is needed, not {type(path).__name__}")


def _person_getter(path: str) -> Callable[[object], Any]:
    """Return a function that returns the person of a record whose birth date is at a path."""
    _require_path(path)
    above, _, name = path.rpartition(".")
    if name != "birth_date":
        raise ValueError("ages need the path of the birth date of a person, such as 'birth_date'")

    def person_of(record: object) -> Any:  # noqa: ANN401 - the value of any field
        return values_at(record, above).group if above else record

    return person_of


def _entry(group: Group | None, name: str) -> Entry:
    """Return a value as a row or column."""
    if group is None:
        return Entry((name, None), UNKNOWN, name, UNKNOWN_PLACE)
    key, label, suffix, place = _described(group)
    return Entry(f"{name} {key}" if name else key, label, suffix, place)


def _described(group: Any) -> Entry:  # noqa: ANN401 - any value, of which some are refused
    if isinstance(group, Term):
        place = list(type(group)).index(group)
        key = f"{group.scheme.id} {group.value}"
        return Entry(key, group.label, group.scheme.id, (1, group.scheme.id, place))
    if isinstance(group, bool):
        return Entry(str(group), _YES if group else _NO, "", (2, "", not group))
    if isinstance(group, int):
        return Entry(str(group), str(group), "", (3, "", group))
    if isinstance(group, str):
        if re.search(NUMBER_INSIDE, group):
            del group
            raise ValueError("a group has a number that may be a NIK; group by something else")
        return Entry(group, group, "", (4, group, 0))
    if isinstance(group, _TEXTS):
        text = canonical(group)
        return Entry(text, text, "", (4, text, 0))
    name = type(group).__name__
    del group
    raise TypeError(f"a group is a term, month, quarter, id, text or whole number, not {name}")


def key_of_unknown(entries: Mapping[Hashable, Entry]) -> str:
    """Return the key of people whose group is unknown, among the other groups."""
    others = sorted(str(key) for key in entries if not isinstance(key, tuple))
    return f"? {' '.join(others)}"


PLACE: Final = attrgetter("place")
