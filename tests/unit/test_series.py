"""The editions of one series of events."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psm_core import (
    DateRange,
    Delegation,
    Edition,
    Event,
    EventId,
    EventKind,
    Figure,
    FigureStatus,
    Participant,
    Pillar,
    RegionCode,
    Sex,
    Source,
    WorkerId,
    evolve,
    series,
)
from psm_core.terms import EventLevel, EventStatus, ParticipantKind, Precision

NAME = "Temu Karya PSM"
ANI, BUDI, CITRA = (WorkerId(f"psm-{number}") for number in (1, 2, 3))


def edition(number, **fields):
    defaults = {
        "title": "Temu Karya",
        "kind": EventKind.TEMU_KARYA,
        "series": NAME,
        "edition": Edition.parse(str(number)),
    }
    return Event(id=EventId(f"e-{number}"), **{**defaults, **fields})


def count(value, precision=Precision.EXACT, **fields):
    return Figure(
        value,
        of="peserta",
        status=FigureStatus.REPORTED,
        source="s",
        precision=precision,
        **fields,
    )


def with_figures(number, *figures):
    return edition(number, figures=figures, sources=(Source(key="s", title="S"),))


def test_editions_are_sorted_by_number():
    events = [edition(number) for number in (23, 9, 22)]
    assert [int(one.edition) for one in series.editions(events)] == [9, 22, 23]
    assert series.editions([]) == ()


def test_editions_without_numbers_are_sorted_by_year():
    later = edition(2, edition=None, year=2026)
    first = edition(1, edition=None, dates=DateRange(date(2025, 1, 1), date(2025, 1, 2)))
    assert series.editions([later, first]) == (first, later)


def test_events_of_other_series_are_rejected():
    for other in (
        edition(23, series="Jambore"),
        edition(23, level=EventLevel.PROVINSI),
        edition(23, scope=RegionCode("63")),
    ):
        with pytest.raises(ValueError, match="not of one series"):
            series.editions([edition(22), other])
    with pytest.raises(ValueError, match="not of one series"):
        series.editions([edition(22, series=None)])


def test_unknown_order_is_rejected():
    with pytest.raises(ValueError, match="the same edition"):
        series.editions([edition(22), evolve(edition(22), id=EventId("other"))])
    unnumbered = edition(23, edition=None)
    for others in ([edition(22, year=2025), unnumbered], [unnumbered]):
        with pytest.raises(ValueError, match="the order is unknown"):
            series.editions(others)
    same_year = evolve(unnumbered, year=2025)
    with pytest.raises(ValueError, match="the order is unknown"):
        series.editions([edition(22, year=2025), same_year])


def test_years_that_contradict_the_numbers_are_rejected_if_a_number_is_missing():
    numbered = [edition(22, year=2026), edition(23, year=2025)]
    assert [int(one.edition) for one in series.editions(numbered)] == [22, 23]
    with pytest.raises(ValueError, match="contradict their numbers"):
        series.editions([*numbered, edition(1, edition=None, year=2024)])


@given(st.sets(st.integers(1, 60), min_size=1))
def test_numbers_and_gaps_fill_the_range(numbers):
    missing = {int(one) for one in series.gaps(edition(number) for number in numbers)}
    assert missing.isdisjoint(numbers)
    assert missing | numbers == set(range(min(numbers), max(numbers) + 1))


def test_gaps_ignore_events_without_number():
    assert series.gaps([edition(1, edition=None, year=2025)]) == ()
    assert series.gaps([]) == ()


def test_changes_name_the_fields_that_differ():
    first = edition(22, host=RegionCode("63.10"), theme="Bersama")
    second = edition(23, host=RegionCode("63.03"), theme="Bersama", place="Aula")
    found = series.changes([second, first])
    assert found == (
        series.EditionChange(second.id, first.id, "host", RegionCode("63.10"), RegionCode("63.03")),
        series.EditionChange(second.id, first.id, "place", None, "Aula"),
    )
    assert repr(found[1]) == "<EditionChange e-22 to e-23: place>"
    assert series.changes([first]) == ()


def test_changes_compare_figures_of_the_same_thing():
    first = with_figures(
        22, count(225), count(100, Precision.AT_LEAST), count(40, sex=Sex.PEREMPUAN)
    )
    second = with_figures(
        23, count(300), count(40, sex=Sex.PEREMPUAN), count(7, pillar=Pillar.TKSK)
    )
    third = with_figures(24, count(300), count(310), count(9, region=RegionCode("63")))
    found = [(one.field, one.before, one.after) for one in series.changes([first, second, third])]
    assert found == [
        ("figures: peserta, reported", 225, 300),
        ("figures: peserta, reported, tksk", None, 7),
        ("figures: peserta, reported", 300, None),
        ("figures: peserta, reported, perempuan", 40, None),
        ("figures: peserta, reported, tksk", 7, None),
        ("figures: peserta, reported, 63", None, 9),
    ]


def test_cancelled_edition_has_no_host_and_nobody_came():
    came = (Participant(kind=ParticipantKind.PESERTA, worker=ANI),)
    held, cancelled = (
        edition(number, host=RegionCode("63.10"), participants=came, status=status)
        for number, status in ((22, EventStatus.TERLAKSANA), (23, EventStatus.DIBATALKAN))
    )
    assert series.hosts([held, cancelled]) == (
        series.Hosting(RegionCode("63.10"), (EventId("e-22"),)),
    )
    assert series.returning_workers([held, cancelled]) == {}


def test_hosts_are_in_the_order_of_their_first_edition():
    events = [
        edition(22, host=RegionCode("63.10")),
        edition(23),
        edition(24, host=RegionCode("63.03")),
        edition(25, host=RegionCode("63.10")),
    ]
    assert series.hosts(events[::-1]) == (
        series.Hosting(RegionCode("63.10"), (EventId("e-22"), EventId("e-25"))),
        series.Hosting(RegionCode("63.03"), (EventId("e-24"),)),
    )


def test_workers_of_two_editions_came_back():
    by_list = edition(
        22,
        participants=tuple(
            Participant(kind=ParticipantKind.PESERTA, worker=one) for one in (BUDI, ANI)
        ),
    )
    team = Delegation(origin=RegionCode("63.10"), members=frozenset({ANI, CITRA}))
    by_delegation = edition(23, delegations=(team,))
    found = series.returning_workers([by_delegation, by_list, edition(24)])
    assert found == {ANI: (EventId("e-22"), EventId("e-23"))}
