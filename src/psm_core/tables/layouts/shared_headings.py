"""Headings and columns that all layouts of people share."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Final, TypeVar

import attrs

from ...terms import RegionLevel
from ..cells import splitters
from .common_columns import (
    ABOVE_HOME,
    AGE,
    BIRTH,
    DISTRICT_VILLAGE,
    DUTY,
    HAMLET_RT,
    KK_NIK,
    NAME_NIK,
    NIK_KK,
    ODD,
    ODD_REGION,
    PERSON,
    REGION,
    REGION_CODES,
    RT_RW,
    RW_RT,
    VILLAGE_DISTRICT,
)
from .heading_names import alike
from .layout import BLANK, Column, Layout, Split

T = TypeVar("T")
ZERO_IS_BLANK: Final = BLANK | {"0"}
"""The texts of a cell without a value, in a column where 0 means nothing."""
_HOME_REGION: Final = "ktp_address.region"
_SERVED_REGION: Final = "assignments.0.serves"
_DISTRICT, _VILLAGE = RegionLevel.DISTRICT, RegionLevel.VILLAGE


def not_read(*headings: str) -> tuple[Column, ...]:
    """Return columns that are known, but not read."""
    return tuple(Column(None, heading) for heading in headings)


@cache
def _spelling(heading: str) -> str:
    """Return a heading of a layout in the one spelling. Layouts share most headings."""
    upper, _, lower = heading.partition(" / ")
    return alike(upper) + alike(lower)


def distinct(headings: Iterable[str]) -> tuple[str, ...]:
    """Return headings without those that are another spelling of one of them."""
    return tuple({_spelling(one): one for one in reversed(tuple(headings))}.values())[::-1]


def _shared(
    column: Column, person: str, more: Mapping[str, tuple[str, ...]], *, alone: bool
) -> tuple[str, ...]:
    """Return the headings that every layout with the field of a column knows.

    `alone` says that a region without an upper heading is where somebody serves, not their home.
    """
    path = column.path or ""
    if column.level is not None and path == f"{person}{_HOME_REGION}":
        below = tuple(f"{above} / {name}" for above in ABOVE_HOME for name in REGION[column.level])
        return below if alone else (*REGION[column.level], *ODD_REGION[column.level], *below)
    if column.level is not None and path == _SERVED_REGION:
        return (*DUTY.get(column.level, ()), *(REGION[column.level] if alone else ()))
    field = path.removeprefix(person) if path.startswith(person) else ""
    return (*PERSON.get(field, ()), *ODD.get(field, ()), *more.get(path, ()))


def _with(column: Column, headings: Iterable[str], taken: set[str]) -> Column:
    """Return a column with more headings, but for those that are taken, and take them."""
    new = {_spelling(one): one for one in headings if _spelling(one) not in taken}
    taken.update(new)
    return attrs.evolve(column, headings=(*column.headings, *new.values()))


def _extras(person: str, paths: set[str | None]) -> Iterator[Column]:
    """Yield the columns that a list of people may have beside those of its layout."""
    for field in PERSON:
        if f"{person}{field}" not in paths:
            without = {"rt": ("RT",), "rw": ("RW",)}.get(field.rpartition(".")[2], ())
            is_number = without or field in {"kk", "phone"}
            yield Column(
                f"{person}{field}", (), without=without, blank=ZERO_IS_BLANK if is_number else BLANK
            )


def split_columns(person: str, *, has_home: bool) -> Iterator[Column]:
    """Yield the column of ages, and those whose cells hold two facts of a person."""

    def part(field: str, heading: str, level: RegionLevel | None = None) -> Column:
        blank = ZERO_IS_BLANK if level is None else BLANK
        return Column(f"{person}{field}", heading, level=level, blank=blank)

    def whole(headings: tuple[str, ...], split: Split, *parts: Column) -> Column:
        return Column(None, headings, parts=parts, split=split)

    place, date = part("birth_place", "Tempat Lahir"), part("birth_date", "Tanggal Lahir")
    rt, rw = part("ktp_address.rt", "RT"), part("ktp_address.rw", "RW")
    yield Column(f"{person}birth_date", AGE, is_age=True)
    yield whole(BIRTH, splitters.birth, place, date)
    yield whole(RT_RW, splitters.rt_rw, rt, rw)
    yield whole(RW_RT, splitters.rw_rt, rw, rt)
    hamlet = part("ktp_address.hamlet", "Dusun")
    yield whole(HAMLET_RT, splitters.hamlet_rt, hamlet, rt)
    nik, kk = part("nik", "NIK"), part("kk", "No. KK")
    yield whole(NAME_NIK, splitters.name_and_number, part("name", "Nama"), nik)
    yield whole(NIK_KK, splitters.nik_and_kk, nik, kk)
    yield whole(KK_NIK, splitters.kk_and_nik, kk, nik)
    if has_home:
        village, district = (
            part(_HOME_REGION, "Desa", _VILLAGE),
            part(_HOME_REGION, "Kecamatan", _DISTRICT),
        )
        yield whole(VILLAGE_DISTRICT, splitters.two, village, district)
        yield whole(DISTRICT_VILLAGE, splitters.two, district, village)


def with_shared_headings(
    layout: Layout[T], person: str = "", more: Mapping[str, tuple[str, ...]] | None = None
) -> Layout[T]:
    """Return a layout of people that knows, beside its own headings, those of every other one.

    `person` is what stands before the fields of the person, `more` has headings of one layout.
    """
    own = layout.columns
    taken = {_spelling(heading) for column in own for heading in column.headings}
    alone = any(
        one.path == _SERVED_REGION and _spelling("Desa") in map(_spelling, one.headings)
        for one in own
    )
    extras = [*_extras(person, {one.path for one in own})]
    for path in (f"{person}{_HOME_REGION}", *([_SERVED_REGION] if alone else ())):
        levels = {one.level for one in own if one.path == path}
        extras += (Column(path, (), level=level) for level in REGION if level not in levels)
    columns, extras = (
        [_with(one, _shared(one, person, more or {}, alone=alone), taken) for one in some]
        for some in (own, extras)
    )
    if not alone:  # otherwise a code may be that of the home or of the place of duty
        home = f"{person}{_HOME_REGION}"
        extras.append(Column(home, REGION_CODES, level=_VILLAGE, is_code=True, is_evidence=False))
    extras += split_columns(person, has_home=not alone)
    return attrs.evolve(layout, columns=tuple(columns), extra_columns=tuple(extras))
