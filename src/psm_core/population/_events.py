"""What is held in a village and its kecamatan, and who of its workers came."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from ..dates import DateRange
from ..edition import Edition
from ..events import Delegation, Event, Participant
from ..facts import Figure, Source
from ..ids import EventId, OrganisationId, WorkerId
from ..organisations import Board, Holder, Organisation
from ..proceedings import Commemoration
from ..region_code import RegionCode
from ..terms import (
    EventKind,
    EventLevel,
    FigureStatus,
    OrganisationKind,
    ParticipantKind,
    Pillar,
    Religion,
    Sex,
)
from ..workers import Worker
from ._chance import Chance
from ._names import personal_name
from ._places import Place
from ._workers import Bimtek

_COME = 850
_FIRST_TEMU_KARYA = 2003
_SEATS = ("Ketua", "Sekretaris", "Bendahara")
_TERM = timedelta(days=5 * 365)
_REPORT = "laporan"


class Roster(NamedTuple):
    """The workers of a village who still serve."""

    village: RegionCode
    workers: tuple[tuple[WorkerId, str], ...]
    """Key and name."""


def roster(place: Place, workers: Sequence[Worker], today: date) -> Roster:
    """Return who of a village serves today."""
    serving = ((one.id, one.person.name) for one in workers if one.assignments_on(today))
    return Roster(place.code, tuple(serving))


def bimtek(chance: Chance, place: Place, number: int, today: date) -> Bimtek:
    """Return the training that a village is going to hold for its PSM."""
    start = today - timedelta(days=chance.between(40, 300))
    return Bimtek(
        EventId(f"event-{number}-1"),
        f"Bimbingan Teknis Dasar PSM {place.name}",
        f"Dinas Sosial {place.regency_name}",
        DateRange(start, start + timedelta(days=1)),
    )


class Diary(NamedTuple):
    """What the events of one village are written with."""

    chance: Chance
    place: Place
    number: int
    today: date

    def of_the_village(self, workers: Sequence[Worker], training: Bimtek) -> Iterator[Event]:
        """Yield the training and the day of solidarity, when somebody could come."""
        trained = [
            one.id
            for one in workers
            if any(lesson.event == training.event for lesson in one.trainings)
        ]
        if trained:
            yield self._training(trained, training)
        last = date(self.today.year - (self.today < date(self.today.year, 12, 20)), 12, 20)
        serving = [one.id for one in workers if one.assignments_on(last)]
        came = [one for one in serving if self.chance.happens(_COME)]
        if came:
            yield self._solidarity(came, last)

    def _participants(self, came: Sequence[WorkerId]) -> tuple[Participant, ...]:
        return tuple(
            Participant(kind=ParticipantKind.PESERTA, worker=one, origin=self.place.code)
            for one in came
        )

    def _training(self, came: Sequence[WorkerId], training: Bimtek) -> Event:
        speaker = personal_name(self.chance, Sex.PEREMPUAN, Religion.BUDHA, 40)
        return Event(
            id=training.event,
            title=training.title,
            kind=EventKind.BIMTEK,
            year=training.dates.start.year,
            level=EventLevel.DESA_KELURAHAN,
            scope=self.place.code,
            host=self.place.code,
            organisers=(training.organiser,),
            venue=self.place.code,
            place=f"Balai {self.place.name}",
            dates=training.dates,
            participants=(
                *self._participants(came),
                Participant(kind=ParticipantKind.NARASUMBER, name=speaker),
            ),
        )

    def _solidarity(self, came: Sequence[WorkerId], day: date) -> Event:
        return Event(
            id=EventId(f"event-{self.number}-2"),
            title=f"Bakti Sosial HKSN {self.place.name} Tahun {day.year}",
            kind=EventKind.PERINGATAN,
            also=frozenset({EventKind.BAKTI_SOSIAL}),
            year=day.year,
            level=EventLevel.DESA_KELURAHAN,
            scope=self.place.code,
            host=self.place.code,
            venue=self.place.code,
            dates=DateRange(day, day),
            commemorates=Commemoration(name="HKSN", date=day),
            participants=self._participants(came),
        )

    def of_the_district(self, rosters: Sequence[Roster]) -> Iterator[Event]:
        """Yield the gathering of the kecamatan, to which each village sends its workers."""
        delegations = tuple(self._delegation(one) for one in rosters if one.workers)
        if not delegations:
            return
        start = self.today - timedelta(days=self.chance.between(5, 18))
        place = self.place
        edition = Edition.parse(str(max(start.year - _FIRST_TEMU_KARYA, 1)))
        came = sum(len(one.members) for one in delegations)
        report = Source(key=_REPORT, title="Laporan panitia", date=start + timedelta(days=3))
        yield Event(
            id=EventId(f"event-{self.number}-3"),
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
            figures=(
                Figure(came, of="peserta", status=FigureStatus.REPORTED, source=_REPORT),
            ),
            sources=(report,),
        )

    def _delegation(self, one: Roster) -> Delegation:
        came = self.chance.some(one.workers, self.chance.between(1, len(one.workers)))
        return Delegation(
            origin=one.village,
            quota=10,
            registered=len(one.workers),
            present=len(came),
            head=came[0][1],
            members=frozenset(key for key, _ in came),
            source=_REPORT,
        )


def ipsm(place: Place, number: int, workers: Sequence[Worker], today: date) -> Iterator[Organisation]:
    """Yield the association of the PSM of a village, when enough of them serve to fill its board."""
    psm = [one for one in workers if any(r.pillar is Pillar.PSM for r in one.assignments_on(today))]
    if len(psm) < len(_SEATS):
        return
    since = max(one.assignments[0].since or today for one in psm[: len(_SEATS)])
    yield Organisation(
        id=OrganisationId(f"organisation-{number}-1"),
        kind=OrganisationKind.IPSM,
        name=f"IPSM {place.name}",
        region=place.code,
        boards=(
            Board(
                since=since,
                until=max(since + _TERM, today),
                holders=tuple(
                    Holder(seat=seat, worker=one.id) for seat, one in zip(_SEATS, psm, strict=False)
                ),
            ),
        ),
    )
