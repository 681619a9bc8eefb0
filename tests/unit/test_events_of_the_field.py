"""Events as they are really reported: by region, by pillar, by office, or only in total."""

from datetime import date

import pytest

from psm_core import (
    Activity,
    Ceremony,
    Commemoration,
    DateClaim,
    DateRange,
    Delegation,
    Event,
    EventId,
    EventKind,
    Figure,
    FigureStatus,
    Office,
    Pillar,
    RegionCode,
    Source,
    Speaker,
    Speech,
    load_regions,
    wire,
)
from psm_core.terms import PSKS, Capacity, EventLevel, OfficeQualifier, Precision, SpeechKind

REPORTED, PLANNED = FigureStatus.REPORTED, FigureStatus.PLANNED
PRESS = Source(key="pers", title="Berita")


def held(title, kind, **fields):
    return Event(id=EventId("e"), title=title, kind=kind, sources=(PRESS,), **fields)


def count(value, of="peserta", status=REPORTED, **fields):
    return Figure(value, of=of, status=status, source="pers", **fields)


def fifty_years_of_psm():
    """Three levels of place with local titles, a peak day, pillars and measured work."""
    return held(
        "50 Tahun PSM",
        EventKind.PERINGATAN,
        other_kinds=frozenset({EventKind.BAKTI_SOSIAL}),
        level=EventLevel.NASIONAL,
        venue=RegionCode("34.01.10.2006"),
        dates=DateRange(date(2025, 6, 28), date(2025, 7, 1)),
        peak=date(2025, 6, 30),
        commemorates=Commemoration(name="HUT PSM", years=50),
        figures=(
            count(1100, pillar=Pillar.PSM, precision=Precision.AT_LEAST),
            count(78, pillar=Pillar.TKSK, region=RegionCode("34")),
            count(38, pillar=Pillar.TKSK, region=RegionCode("33")),
        ),
        activities=(
            Activity(
                title="Bersih irigasi",
                figures=(
                    count(850, of="meter"),
                    count(500, of="orang", precision=Precision.AT_LEAST),
                ),
            ),
            Activity(title="Donor darah", figures=(count(100, of="pendonor", status=PLANNED),)),
        ),
    )


def jambore_with_two_figures():
    """Planned and reported differ by half, and one regency alone tells its size."""
    return held(
        "Jambore Akbar Relawan Sosial",
        EventKind.JAMBORE,
        level=EventLevel.PROVINSI,
        scope=RegionCode("63"),
        host=RegionCode("63.03"),
        place="Kiram Park",
        dates=DateRange(date(2023, 3, 3), date(2023, 3, 5)),
        figures=(
            count(2000, status=PLANNED, precision=Precision.ABOUT),
            count(3000),
        ),
        delegations=(Delegation(origin=RegionCode("63.01"), present=100),),
    )


def jambore_by_pillar():
    """Counted by pillar and by kinds of organisation, opened for someone else."""
    office = Office(
        title="Sekretaris Daerah", qualifier=OfficeQualifier.PJ, region=RegionCode("34")
    )
    return held(
        "Jambore Sosial PSKS",
        EventKind.JAMBORE,
        theme="\u201cBersama Kita Berdaya\u201d",
        level=EventLevel.PROVINSI,
        scope=RegionCode("34"),
        dates=DateRange(date(2025, 7, 9), date(2025, 7, 10)),
        opening=Ceremony(
            by=Speaker(office=office), on_behalf_of=Speaker(office=Office(title="Wakil Gubernur"))
        ),
        figures=(
            count(400, precision=Precision.ABOUT),
            count(20, pillar=PSKS.LEMBAGA_KESEJAHTERAAN_SOSIAL),
            count(20, pillar=PSKS.KARANG_TARUNA),
            count(20, pillar=Pillar.KARANG_TARUNA),
        ),
    )


def assembly_of_organisations():
    """Full delegates of regions, and a board that is no region."""
    return held(
        "Temu Karya Karang Taruna",
        EventKind.MUSYAWARAH,
        level=EventLevel.PROVINSI,
        scope=RegionCode("35"),
        dates=DateRange(date(2022, 11, 14), date(2022, 11, 15)),
        delegations=(
            Delegation(organisation="Pengurus provinsi", present=44),
            *(
                Delegation(origin=r.code, present=2)
                for r in load_regions().children(RegionCode("35"))
            ),
        ),
        figures=(count(120),),
    )


def training_with_two_dates():
    """Two sources, two dates, one day each, without a region for the hotel."""
    other = Source(key="lain", title="Laman lain")
    day = DateRange(date(2025, 11, 18), date(2025, 11, 18))
    return Event(
        id=EventId("e"),
        title="Bimtek PSM Banjarmasin",
        kind=EventKind.BIMTEK,
        level=EventLevel.KABUPATEN_KOTA,
        scope=RegionCode("63.71"),
        place="Nasa Hotel",
        dates=day,
        dates_source="pers",
        other_dates=(
            DateClaim(dates=DateRange(date(2025, 11, 20), date(2025, 11, 20)), source="lain"),
        ),
        sources=(PRESS, other),
    )


def rally_without_a_figure():
    """No figure, no theme, an absent Bupati, and a number that counts years."""
    acting = Office(title="Kepala Dinas Sosial", qualifier=OfficeQualifier.PLT)
    return held(
        "HUT PSM ke-49 Kabupaten Blitar",
        EventKind.APEL,
        other_kinds=frozenset({EventKind.PERINGATAN}),
        commemorates=Commemoration(name="HUT PSM", date=date(2024, 7, 27), years=49),
        host=RegionCode("35.05"),
        speeches=(
            Speech(
                kind=SpeechKind.SAMBUTAN,
                author=Speaker(office=Office(title="Bupati", region=RegionCode("35.05"))),
                reader=Speaker(office=acting),
                capacity=Capacity.MEWAKILI,
            ),
        ),
    )


ALL = [
    fifty_years_of_psm,
    jambore_with_two_figures,
    jambore_by_pillar,
    assembly_of_organisations,
    training_with_two_dates,
    rally_without_a_figure,
]


@pytest.mark.parametrize("make", ALL, ids=lambda make: make.__name__)
def test_reported_event_round_trips(make):
    event = make()
    assert wire.from_json(wire.to_json(event), Event) == event


def test_figures_by_pillar_add_up_to_the_reported_total():
    event = assembly_of_organisations()
    assert event.headcount() == event.figures[0].value == 120


def test_absent_delegation_is_missing():
    expected = [region.code for region in load_regions().children(RegionCode("63"))]
    assert len(jambore_with_two_figures().missing_delegations(expected)) == 12


def test_pillar_and_psks_of_one_name_stay_distinct():
    written = wire.to_builtins(jambore_by_pillar())["figures"]
    assert [one.get("pillar") for one in written] == [
        None,
        "psks-12:lembaga-kesejahteraan-sosial",
        "psks-12:karang-taruna",
        "karang-taruna",
    ]
    assert jambore_by_pillar().theme == "\u201cBersama Kita Berdaya\u201d"
