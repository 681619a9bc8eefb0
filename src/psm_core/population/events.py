"""What is held in a village and its kecamatan, and who of its workers came."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from ..records.events.event import Delegation, Event, Participant
from ..records.events.facts import Figure, Source
from ..records.events.proceedings import Commemoration
from ..records.organisations import Board, OfficeHolder, Organisation
from ..records.workers import Worker
from ..terms import (
    EventKind,
    EventLevel,
    FigureStatus,
    OrganisationKind,
    ParticipantKind,
    Pillar,
    Sex,
)
from ..values.dates import DateRange
from ..values.edition import Edition
from ..values.ids import EventId, OrganisationId, WorkerId
from ..values.region_code import RegionCode
from .names import personal_name
from .sites import Site
from .workers import Bimtek

_COME = 850
_FIRST_TEMU_KARYA = 2003
_SEATS = ("Ketua", "Sekretaris", "Bendahara")
_QUOTA = 5
_TERM = timedelta(days=5 * 365)
_REPORT = "laporan"


class Roster(NamedTuple):
    """The PSM of a village."""

    village: RegionCode
    workers: tuple[tuple[WorkerId, str], ...]
    """Key and name."""


def roster(site: Site, workers: Sequence[Worker]) -> Roster:
    """Return which PSM of a village serve today."""
    psm = _psm(workers, site.as_of)
    return Roster(site.place.code, tuple((one.id, one.person.name) for one in psm))


def _psm(workers: Sequence[Worker], day: date) -> list[Worker]:
    pillar = Pillar.PSM
    return [one for one in workers if any(r.pillar is pillar for r in one.assignments_on(day))]


def bimtek(site: Site) -> Bimtek:
    """Return the training that a village is going to hold for its PSM."""
    start = site.as_of - timedelta(days=site.chance.between(40, 300))
    return Bimtek(
        EventId(site.key("event", 1)),
        f"Bimbingan Teknis Dasar PSM {site.place.name}",
        site.agency,
        DateRange(start, start + timedelta(days=1)),
    )


def of_the_village(site: Site, workers: Sequence[Worker], training: Bimtek) -> Iterator[Event]:
    """Yield the training and the day of solidarity, when somebody could come."""
    trained = [
        one.id for one in workers if any(lesson.event == training.event for lesson in one.trainings)
    ]
    if trained:
        yield _training(site, trained, training)
    last = date(site.as_of.year - (site.as_of < date(site.as_of.year, 12, 20)), 12, 20)
    serving = [one.id for one in workers if one.assignments_on(last)]
    came = [one for one in serving if site.chance.happens(_COME)]
    if came:
        yield _solidarity(site, came, last)


def _participants(site: Site, came: Sequence[WorkerId]) -> tuple[Participant, ...]:
    return tuple(
        Participant(kind=ParticipantKind.PESERTA, worker=one, origin=site.place.code)
        for one in came
    )


def _training(site: Site, came: Sequence[WorkerId], training: Bimtek) -> Event:
    speaker = personal_name(site.chance, Sex.PEREMPUAN, None, 40)
    return Event(
        id=training.event,
        title=training.title,
        kind=EventKind.BIMTEK,
        year=training.dates.start.year,
        level=EventLevel.DESA_KELURAHAN,
        scope=site.place.code,
        host=site.place.code,
        organisers=(training.organiser,),
        venue=site.place.code,
        place=f"Balai {site.place.name}",
        dates=training.dates,
        participants=(
            *_participants(site, came),
            Participant(kind=ParticipantKind.NARASUMBER, name=speaker),
        ),
    )


def _solidarity(site: Site, came: Sequence[WorkerId], day: date) -> Event:
    return Event(
        id=EventId(site.key("event", 2)),
        title=f"Bakti Sosial HKSN {site.place.name} Tahun {day.year}",
        kind=EventKind.PERINGATAN,
        other_kinds=frozenset({EventKind.BAKTI_SOSIAL}),
        year=day.year,
        level=EventLevel.DESA_KELURAHAN,
        scope=site.place.code,
        host=site.place.code,
        venue=site.place.code,
        dates=DateRange(day, day),
        commemorates=Commemoration(name="HKSN", date=day),
        participants=_participants(site, came),
    )


def of_the_district(site: Site, rosters: Sequence[Roster]) -> Iterator[Event]:
    """Yield the gathering of the kecamatan, to which each village sends its workers."""
    delegations = tuple(_delegation(site, one) for one in rosters if one.workers)
    if not delegations:
        return
    start = site.as_of - timedelta(days=site.chance.between(5, 18))
    place = site.place
    edition = Edition.parse(str(max(start.year - _FIRST_TEMU_KARYA, 1)))
    came = sum(len(one.members) for one in delegations)
    report = Source(key=_REPORT, title="Laporan panitia", date=start + timedelta(days=3))
    yield Event(
        id=EventId(site.key("event", 3)),
        title=f"Temu Karya PSM {place.district_name} ke-{edition} Tahun {start.year}",
        kind=EventKind.TEMU_KARYA,
        series=f"Temu Karya PSM {place.district_name}",
        edition=edition,
        year=start.year,
        level=EventLevel.KECAMATAN,
        scope=place.district,
        host=place.code,
        organisers=(f"IPSM {place.district_name}",),
        venue=place.code,
        dates=DateRange(start, start + timedelta(days=2)),
        delegations=delegations,
        figures=(Figure(came, of="peserta", status=FigureStatus.REPORTED, source=_REPORT),),
        sources=(report,),
    )


def _delegation(site: Site, one: Roster) -> Delegation:
    came = site.chance.some(one.workers, site.chance.between(1, len(one.workers)))
    return Delegation(
        origin=one.village,
        quota=_QUOTA,
        registered=len(one.workers),
        present=len(came),
        head=came[0][1],
        members=frozenset(key for key, _ in came),
        source=_REPORT,
    )


def ipsm(site: Site, workers: Sequence[Worker]) -> Iterator[Organisation]:
    """Yield the association of the PSM of a village, when they can fill its board."""
    place, as_of = site.place, site.as_of
    psm = _psm(workers, as_of)
    if len(psm) < len(_SEATS):
        return
    since = max(one.assignments[0].since or as_of for one in psm[: len(_SEATS)])
    yield Organisation(
        id=OrganisationId(site.key("organisation", 1)),
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
