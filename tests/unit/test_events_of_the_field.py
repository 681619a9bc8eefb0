"""Events as they are really reported: by region, by pillar, by office, or only in total."""

from datetime import date

import pytest

from psm_core import (
    Activity,
    Actor,
    Ceremony,
    Claim,
    Commemoration,
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
    RegionLevel,
    Source,
    Speech,
    Turnout,
    checks,
    evolve,
    load_regions,
    wire,
)
from psm_core.terms import (
    PSKS,
    Capacity,
    Completeness,
    EventLevel,
    Extent,
    OfficeQualifier,
    Precision,
    SpeechKind,
)

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
        actors=(
            Actor(key="sekda", office=office),
            Actor(key="wakil-gubernur", office=Office(title="Wakil Gubernur")),
        ),
        opening=Ceremony(by="sekda", on_behalf_of="wakil-gubernur"),
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
        delegations_completeness=Completeness.LENGKAP,
        figures=(count(120),),
    )


def selection_with_absent_regencies():
    """Ten of fourteen kabupaten and kota took part, and no source names them."""
    return held(
        "Seleksi PSM Kalimantan Barat",
        EventKind.SELEKSI,
        year=2011,
        level=EventLevel.PROVINSI,
        scope=RegionCode("61"),
        turnouts=(
            Turnout(
                level=RegionLevel.REGENCY,
                within=RegionCode("61"),
                extent=Extent.SEBAGIAN,
                status=REPORTED,
                present=10,
                expected=14,
                source="pers",
            ),
        ),
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
        claims=(
            Claim(dates=day, source="pers"),
            Claim(dates=DateRange.parse("20 November 2025"), source="lain"),
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
        actors=(
            Actor(key="bupati", office=Office(title="Bupati", region=RegionCode("35.05"))),
            Actor(key="kepala-dinas", office=acting),
        ),
        speeches=(
            Speech(
                kind=SpeechKind.SAMBUTAN,
                author="bupati",
                reader="kepala-dinas",
                capacity=Capacity.MEWAKILI,
            ),
        ),
    )


ALL = [
    fifty_years_of_psm,
    jambore_with_two_figures,
    jambore_by_pillar,
    assembly_of_organisations,
    selection_with_absent_regencies,
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


def test_one_known_delegation_does_not_make_the_others_missing():
    regions = load_regions()
    expected = [region.code for region in regions.children(RegionCode("63"))]
    event = jambore_with_two_figures()
    assert event.missing_delegations(expected) is None
    assert checks.check(event, regions=regions, as_of=date(2023, 4, 1)) == ()
    whole = evolve(event, delegations_completeness=Completeness.LENGKAP)
    assert len(whole.missing_delegations(expected) or ()) == 12


def test_two_dates_have_their_sources():
    event = training_with_two_dates()
    assert event.sources_of("dates") == ("pers",)
    assert event.conflicts() == {"dates": ("lain",)}


def test_pillar_and_psks_of_one_name_stay_distinct():
    written = wire.to_builtins(jambore_by_pillar())["figures"]
    assert [one.get("pillar") for one in written] == [
        None,
        "psks-12:lembaga-kesejahteraan-sosial",
        "psks-12:karang-taruna",
        "karang-taruna",
    ]
    assert jambore_by_pillar().theme == "\u201cBersama Kita Berdaya\u201d"
