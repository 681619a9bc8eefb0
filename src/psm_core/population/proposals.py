"""Generates the proposals of beneficiaries for programmes, and the participations that follow."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from .._core.record import evolve
from ..records.offices import Office, Speaker
from ..records.programmes import Participation
from ..records.proposals import Proposal, ProposalStep
from ..terms import ParticipationStatus, PPKSCategory, ProposalDocument, ProposalStatus
from ..values.ids import ProgrammeId, ProposalId
from .beneficiaries import GeneratedBeneficiary
from .rng import Distribution
from .sites import Site

_C, _S = PPKSCategory, ProposalStatus
_PROGRAMMES = {
    _C.FAKIR_MISKIN: ("SEMBAKO", "BLT-DD"),
    _C.LANJUT_USIA_TELANTAR: ("ATENSI", "PBI-JKN"),
    _C.PENYANDANG_DISABILITAS: ("ATENSI", "PBI-JKN"),
    _C.ANAK_DENGAN_KEDISABILITASAN: ("ATENSI",),
    _C.ANAK_TERLANTAR: ("ATENSI",),
    _C.PEREMPUAN_RAWAN_SOSIAL_EKONOMI: ("PBI-JKN",),
}
_PROPOSAL_RATE = 600
_LAST_STATUSES = Distribution(
    {_S.DITETAPKAN: 60, _S.DIUSULKAN: 20, _S.TIDAK_LAYAK: 5, _S.TERVERIFIKASI: 10, _S.DITOLAK: 5}
)
_WAYS = {
    _S.DIUSULKAN: (),
    _S.TIDAK_LAYAK: (_S.TIDAK_LAYAK,),
    _S.TERVERIFIKASI: (_S.LAYAK, _S.TERVERIFIKASI),
    _S.DITOLAK: (_S.LAYAK, _S.TERVERIFIKASI, _S.DITOLAK),
    _S.DITETAPKAN: (_S.LAYAK, _S.TERVERIFIKASI, _S.TERVALIDASI, _S.DITETAPKAN),
}
"""Last status → the statuses after *diusulkan* up to it."""


class GeneratedProposal(NamedTuple):
    """A proposal, and the participation if it was accepted."""

    proposal: Proposal
    participation: Participation | None


def proposals(site: Site, generated: GeneratedBeneficiary) -> Iterator[GeneratedProposal]:
    """Yield the proposals of a beneficiary for programmes."""
    rng, beneficiary = site.rng, generated.beneficiary.id
    for programme in _PROGRAMMES.get(generated.category, ()):
        proposed = generated.date + timedelta(days=rng.randint(10, 90))
        if proposed <= site.as_of and rng.happens(_PROPOSAL_RATE):
            proposal = Proposal(
                id=ProposalId(f"{beneficiary}-{programme}"),
                beneficiary=beneficiary,
                programme=ProgrammeId(programme),
                region=site.place.code,
                steps=tuple(_steps(site, proposed)),
            )
            yield GeneratedProposal(proposal, _participation(site, proposal))


def _steps(site: Site, proposed: date) -> Iterator[ProposalStep]:
    """Yield the steps until today."""
    rng, day = site.rng, proposed
    village = Speaker(body=site.government)
    agency = Speaker(office=Office(title="Kepala Dinas Sosial", region=site.place.regency))
    yield ProposalStep(status=_S.DIUSULKAN, date=day, signed_by=(village,))
    for status in _WAYS[rng.draw(_LAST_STATUSES)]:
        day += timedelta(days=rng.randint(3, 45))
        if day > site.as_of:
            return
        is_meeting = status in {_S.LAYAK, _S.TIDAK_LAYAK}
        is_of_village = is_meeting or status is _S.TERVERIFIKASI
        yield ProposalStep(
            status=status,
            date=day,
            signed_by=(village if is_of_village else agency,),
            document=ProposalDocument.BERITA_ACARA if is_meeting else None,
        )


def _participation(site: Site, proposal: Proposal) -> Participation | None:
    """Return the participation of an accepted proposal, with its first day."""
    if proposal.status is not _S.DITETAPKAN:
        return None
    accepted = proposal.participation()
    since = site.rng.date_between(proposal.current_steps[-1].date, site.as_of)
    return evolve(accepted, status=ParticipationStatus.MENERIMA, since=since)
