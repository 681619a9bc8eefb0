"""The events of a village and its kecamatan with their attendance, and the IPSM."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from ..records.events.actors import Delegation, Organiser, Participant
from ..records.events.event import Event
from ..records.events.programme import Commemoration
from ..records.events.reports import Claim, Figure, Source, Turnout
from ..records.organisations import Board, OfficeHolder, Organisation
from ..records.workers import Worker
from ..terms import (
    Completeness,
    EventKind,
    EventLevel,
    EventStatus,
    Extent,
    FigureStatus,
    OrganisationKind,
    OrganiserRole,
    ParticipantKind,
    Pillar,
    RegionLevel,
    Sex,
)
from ..values.date_range import DateRange
from ..values.edition import Edition
from ..values.ids import EventId, OrganisationId, WorkerId
from ..values.region_code import RegionCode
from .names import personal_name
from .sites import Site
from .workers import BasicTraining

_ATTENDANCE_RATE = 850
_YEAR_BEFORE_FIRST_TEMU_KARYA = 2003
_SEATS = ("Ketua", "Sekretaris", "Bendahara")
_QUOTA = 5
_TERM = timedelta(days=5 * 365)
_REPORT = "laporan"


class Roster(NamedTuple):
    """The PSM of a village."""

    village: RegionCode
    workers: tuple[tuple[WorkerId, str], ...]
    """Id and name."""


def roster(site: Site, workers: Sequence[Worker]) -> Roster:
    """Return the PSM of a village who serve today."""
    psm = _psm(workers, site.as_of)
    return Roster(site.place.code, tuple((one.id, one.person.name) for one in psm))


def _psm(workers: Sequence[Worker], day: date) -> list[Worker]:
    pillar = Pillar.PSM
    return [one for one in workers if any(r.pillar is pillar for r in one.assignments_on(day))]


def basic_training(site: Site) -> BasicTraining:
    """Return the basic training of a village for its PSM."""
    start = site.as_of - timedelta(days=site.rng.randint(40, 300))
    return BasicTraining(
        EventId(site.record_id("event", 1)),
        f"Bimbingan Teknis Dasar PSM {site.place.name}",
        site.agency,
        DateRange(start, start + timedelta(days=1)),
    )


def village_events(
    site: Site, workers: Sequence[Worker], training: BasicTraining
) -> Iterator[Event]:
    """Yield the training and the solidarity day (HKSN), each if somebody attended."""
    trained = [
        one.id for one in workers if any(lesson.event == training.event for lesson in one.trainings)
    ]
    if trained:
        yield _training(site, trained, training)
    last = date(site.as_of.year - (site.as_of < date(site.as_of.year, 12, 20)), 12, 20)
    serving = [one.id for one in workers if one.assignments_on(last)]
    present = [one for one in serving if site.rng.happens(_ATTENDANCE_RATE)]
    if present:
        yield _solidarity_day(site, present, last)


def _participants(site: Site, present: Sequence[WorkerId]) -> tuple[Participant, ...]:
    return tuple(
        Participant(kind=ParticipantKind.PESERTA, worker=one, origin=site.place.code)
        for one in present
    )


def _training(site: Site, present: Sequence[WorkerId], training: BasicTraining) -> Event:
    speaker = personal_name(site.rng, Sex.PEREMPUAN, None, 40)
    return Event(
        id=training.event,
        title=training.title,
        kind=EventKind.BIMTEK,
        status=EventStatus.TERLAKSANA,
        year=training.dates.start.year,
        level=EventLevel.DESA_KELURAHAN,
        scope=site.place.code,
        host=site.place.code,
        organisers=(_organiser(training.organiser),),
        venue=site.place.code,
        place=f"Balai {site.place.name}",
        dates=training.dates,
        participants=(
            *_participants(site, present),
            Participant(kind=ParticipantKind.NARASUMBER, name=speaker),
        ),
    )


def _solidarity_day(site: Site, present: Sequence[WorkerId], day: date) -> Event:
    return Event(
        id=EventId(site.record_id("event", 2)),
        title=f"Bakti Sosial HKSN {site.place.name} Tahun {day.year}",
        kind=EventKind.PERINGATAN,
        other_kinds=frozenset({EventKind.BAKTI_SOSIAL}),
        status=EventStatus.TERLAKSANA,
        year=day.year,
        level=EventLevel.DESA_KELURAHAN,
        scope=site.place.code,
        host=site.place.code,
        venue=site.place.code,
        dates=DateRange(day, day),
        commemorates=Commemoration(name="HKSN", date=day),
        participants=_participants(site, present),
    )


def district_events(site: Site, rosters: Sequence[Roster], *, is_whole: bool) -> Iterator[Event]:
    """Yield the Temu Karya of the kecamatan, with a delegation of each village.

    `is_whole` is whether the population has every village of the kecamatan.
    """
    delegations = tuple(_delegation(site, one) for one in rosters if one.workers)
    if not delegations:
        return
    start = site.as_of - timedelta(days=site.rng.randint(5, 18))
    place = site.place
    edition = Edition.parse(str(max(start.year - _YEAR_BEFORE_FIRST_TEMU_KARYA, 1)))
    present = sum(len(one.members) for one in delegations)
    report = Source(key=_REPORT, title="Laporan panitia", date=start + timedelta(days=3))
    dates = DateRange(start, start + timedelta(days=2))
    yield Event(
        id=EventId(site.record_id("event", 3)),
        title=f"Temu Karya PSM {place.district_name} ke-{edition} Tahun {start.year}",
        kind=EventKind.TEMU_KARYA,
        status=EventStatus.TERLAKSANA,
        series=f"Temu Karya PSM {place.district_name}",
        edition=edition,
        year=start.year,
        level=EventLevel.KECAMATAN,
        scope=place.district,
        host=place.code,
        organisers=(_organiser(f"IPSM {place.district_name}"),),
        venue=place.code,
        dates=dates,
        delegations=delegations,
        delegations_completeness=Completeness.LENGKAP if is_whole else Completeness.SEBAGIAN,
        turnouts=(_turnout(place.district, _extent(len(delegations), rosters, is_whole)),),
        claims=(Claim(source=_REPORT, dates=dates, host=place.code, venue=place.code),),
        figures=(Figure(present, of="peserta", status=FigureStatus.REPORTED, source=_REPORT),),
        sources=(report,),
    )


def _organiser(name: str) -> Organiser:
    return Organiser(role=OrganiserRole.PENYELENGGARA, name=name)


def _turnout(district: RegionCode, extent: Extent) -> Turnout:
    return Turnout(
        level=RegionLevel.VILLAGE,
        within=district,
        extent=extent,
        status=FigureStatus.REPORTED,
        source=_REPORT,
    )


def _extent(present: int, rosters: Sequence[Roster], is_whole: bool) -> Extent:  # noqa: FBT001
    if not is_whole:
        return Extent.BERBAGAI
    return Extent.SELURUH if present == len(rosters) else Extent.SEBAGIAN


def _delegation(site: Site, one: Roster) -> Delegation:
    present = site.rng.sample(one.workers, site.rng.randint(1, len(one.workers)))
    return Delegation(
        origin=one.village,
        quota=_QUOTA,
        registered=len(one.workers),
        present=len(present),
        head=present[0][1],
        members=frozenset(key for key, _ in present),
        source=_REPORT,
    )


def organisations(site: Site, workers: Sequence[Worker]) -> Iterator[Organisation]:
    """Yield the IPSM of a village if it has enough PSM for its board."""
    place, as_of = site.place, site.as_of
    psm = _psm(workers, as_of)
    if len(psm) < len(_SEATS):
        return
    since = max(one.assignments[0].since or as_of for one in psm[: len(_SEATS)])
    yield Organisation(
        id=OrganisationId(site.record_id("organisation", 1)),
        kind=OrganisationKind.IPSM,
        name=f"IPSM {place.name}",
        region=place.code,
        boards=(
            Board(
                since=since,
                until=max(since + _TERM, as_of),
                holders=tuple(
                    OfficeHolder(seat=seat, worker=one.id)
                    for seat, one in zip(_SEATS, psm, strict=False)
                ),
            ),
        ),
    )
