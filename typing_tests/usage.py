"""Checked by mypy and pyright, never run: what users' code is told about types."""

from collections.abc import Iterator
from datetime import date
from typing import assert_never, assert_type

from psm_core import (
    NIK,
    DateRange,
    Event,
    Figure,
    FigureStatus,
    Issue,
    Person,
    PPKSCategory,
    Region,
    RegionCode,
    Sex,
    Worker,
    WorkerId,
    bundled,
    checks,
    evolve,
    parse_date,
    population,
    tables,
    wire,
)
from psm_core.regions import Crosswalk, NoRegion, OneRegion, RegionStatus, SeveralRegions

assert_type(NIK.parse(""), NIK)
assert_type(NIK("").birth_date(as_of=date(2025, 1, 1)), date | None)
assert_type(NIK("").sex, Sex)
assert_type(parse_date(""), date)
VILLAGES = population.villages(people=1, seed=1, today=date(2025, 1, 1))
assert_type(VILLAGES, Iterator[population.Village])
assert_type(next(VILLAGES).people, Iterator[Person])
assert_type(next(VILLAGES).workers, tuple[Worker, ...])
assert_type(RegionCode("63").parent, RegionCode | None)
assert_type(bundled()[RegionCode("63")], Region)
assert_type(bundled().children(), tuple[Region, ...])
assert_type(bundled().descendants(), Iterator[Region])
assert_type(bundled().status(RegionCode("63")), RegionStatus)
assert_type(bundled().crosswalk(["63", RegionCode("63")]), Crosswalk)
assert_type(bundled().resolve(""), OneRegion | SeveralRegions | NoRegion)
assert_type(bundled().to_dict(), dict[RegionCode, Region])
assert_type(wire.from_json("", Worker), Worker)
assert_type(wire.from_builtins({}, Event), Event)
assert_type(wire.from_json("", Worker).person.nik, NIK | None)
assert_type(PPKSCategory.parse(""), PPKSCategory)
assert_type(PPKSCategory.FAKIR_MISKIN.min_age, int | None)
assert_type(
    checks.check(Person(name=""), regions=bundled(), today=date(2025, 1, 1)), tuple[Issue, ...]
)
assert_type(evolve(Person(name=""), name="x"), Person)
DateRange(date(2025, 1, 1), date(2025, 1, 2))
Figure(225, of="peserta", status=FigureStatus.REPORTED, source="berita")


def village(line: str) -> RegionCode | None:
    """Return the code that a line means: no case may be forgotten."""
    found = bundled().resolve(line)
    match found:
        case OneRegion(region):
            return region.code
        case SeveralRegions() | NoRegion():
            return None
        case _:
            assert_never(found)


# What must be refused is marked; an unneeded mark is an error too.
Person(nik="9901014108900001", name="")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Person()  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
Worker(WorkerId("w"))  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
Person(name="").name = ""  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]

loaded = tables.read("psm.xlsx", Worker, given={"assignments.0.listed": date(2025, 10, 10)})
assert_type(loaded, tables.Loaded[Worker])
assert_type(loaded.items, tuple[Worker, ...])
with tables.stream("psm.csv", Worker) as rows:
    assert_type(next(iter(rows)).item, Worker | None)
assert_type(tables.flatten([]), tables.Flat)
tables.Profile("x", "x", Worker, (tables.Column("person.nik", "NIK"),))
