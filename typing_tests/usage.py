"""Checked by mypy and pyright, never run: the types that code of users sees."""

from collections.abc import Iterator
from datetime import date
from typing import assert_never, assert_type

from hypothesis.strategies import SearchStrategy

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
    changes,
    checks,
    evolve,
    evolve_at,
    explain,
    explanations,
    law,
    load_regions,
    parse_date,
    population,
    recaps,
    tables,
    testing,
    wire,
)
from psm_core.regions import CodeStatus, Crosswalk, NoRegion, OneRegion, SeveralRegions
from psm_core.terms import ReadingStatus, Term

assert_type(NIK.parse(""), NIK)
assert_type(NIK("").birth_date(as_of=date(2025, 1, 1)), date | None)
assert_type(NIK("").sex, Sex)
assert_type(parse_date(""), date)
VILLAGES = population.villages(people=1, seed=1, as_of=date(2025, 1, 1))
assert_type(VILLAGES, Iterator[population.Village])
assert_type(next(VILLAGES).people, Iterator[Person])
assert_type(next(VILLAGES).workers, tuple[Worker, ...])
assert_type(RegionCode("63").parent, RegionCode | None)
assert_type(load_regions()[RegionCode("63")], Region)
assert_type(load_regions().children(), tuple[Region, ...])
assert_type(load_regions().descendants(), Iterator[Region])
assert_type(load_regions().status(RegionCode("63")), CodeStatus)
assert_type(load_regions().crosswalk(["63", RegionCode("63")]), Crosswalk)
assert_type(load_regions().resolve(""), OneRegion | SeveralRegions | NoRegion)
assert_type(load_regions().to_dict(), dict[RegionCode, Region])
assert_type(wire.from_json("", Worker), Worker)
assert_type(wire.from_builtins({}, Event), Event)
assert_type(wire.from_json("", Worker).person.nik, NIK | None)
assert_type(PPKSCategory.parse(""), PPKSCategory)
assert_type(PPKSCategory.FAKIR_MISKIN.min_age, int | None)
assert_type(
    checks.check(Person(name=""), regions=load_regions(), as_of=date(2025, 1, 1)), tuple[Issue, ...]
)
assert_type(evolve(Person(name=""), name="x"), Person)
evolve(Person(name=""), nmae="x")  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue]
evolve(Person(name=""), name=5)  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType,reportCallIssue]
assert_type(evolve_at(Person(name=""), ("domicile",), rt="001"), Person)
assert_type(changes.diff(Person(name=""), Person(name="x")), tuple[changes.Change, ...])
assert_type(changes.merge(*[Person(name="")] * 3), changes.Merge[Person])
assert_type(changes.patch(Person(name=""), {"name": "x"}), Person)
assert_type(testing.edits(Person(name="")), SearchStrategy[Person])
assert_type(testing.merge_inputs(Person), SearchStrategy[tuple[Person, Person, Person]])
DateRange(date(2025, 1, 1), date(2025, 1, 2))
Figure(225, of="peserta", status=FigureStatus.REPORTED, source="berita")


def village(line: str) -> RegionCode | None:
    """Return the code that a line means: no case may be forgotten."""
    found = load_regions().resolve(line)
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

loaded = tables.read("psm.xlsx", Worker, values={"assignments.0.listed_on": date(2025, 10, 10)})
assert_type(loaded, tables.TableResult[Worker])
assert_type(loaded.records, tuple[Worker, ...])
with tables.stream("psm.csv", Worker) as rows:
    assert_type(next(iter(rows)).record, Worker | None)
assert_type(tables.flatten([]), tables.FlatTable)
tables.Layout("x", "x", Worker, (tables.Column("person.nik", "NIK"),))
options: tables.ReadOptions[Worker] = {"lenient": True, "layout": "psm-import"}
assert_type(tables.read("psm.csv", Worker, **options), tables.TableResult[Worker])
tables.read("psm.csv", Worker, lenient="ya")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
tables.read("psm.csv", Worker, sheets="PSM")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
assert_type(explain("psm.age"), explanations.Explanation)
assert_type(explain(PPKSCategory).lists[0].vocabulary, type[Term])
assert_type(law.load_acts()["UU 27/2022"].status, ReadingStatus)
explain(8)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
by_age = recaps.count(
    loaded.records,
    title="Umur",
    rows=recaps.age_groups(lambda worker: worker.person, as_of=date(2025, 1, 1)),
    columns=lambda worker: worker.person.sex,
)
assert_type(by_age, recaps.Recap)
recaps.count(loaded.records, title="x", rows=lambda one: one.person.nik)  # type: ignore[arg-type,return-value]  # pyright: ignore[reportArgumentType]
