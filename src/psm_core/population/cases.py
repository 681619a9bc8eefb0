"""What is done for those in need: a case of dated steps, with the consent behind a referral."""

from collections.abc import Iterator
from datetime import timedelta
from typing import NamedTuple

from ..records.cases.case import Case, Step
from ..records.cases.referrals import Consent, Referral
from ..records.offices import Speaker
from ..terms import (
    ClosingReason,
    ConsentPurpose,
    PPKSCategory,
    ReferralAnswer,
    Sensitivity,
    StepKind,
)
from ..values.ids import CaseId, WorkerId
from .classifications import Found
from .rng import Odds
from .sites import Site

_K, _C = StepKind, PPKSCategory
_COURSES = Odds(
    {
        (_K.REGISTRASI,): 20,
        (_K.PENJANGKAUAN, _K.REGISTRASI, _K.ASESMEN, _K.RENCANA_INTERVENSI, _K.PENDAMPINGAN,
         _K.PENDAMPINGAN, _K.BIMBINGAN_LANJUT, _K.TERMINASI): 25,
        (_K.REGISTRASI, _K.ASESMEN, _K.RUJUKAN, _K.JAWABAN_RUJUKAN, _K.PENDAMPINGAN,
         _K.TERMINASI): 25,
        (_K.PERTOLONGAN_KEDARURATAN, _K.REGISTRASI, _K.ASESMEN, _K.PENDAMPINGAN, _K.REUNIFIKASI,
         _K.BIMBINGAN_LANJUT, _K.TERMINASI): 5,
        (_K.PENJANGKAUAN, _K.REGISTRASI, _K.ASESMEN, _K.RENCANA_INTERVENSI, _K.RUJUKAN,
         _K.JAWABAN_RUJUKAN, _K.PENDAMPINGAN, _K.PENDAMPINGAN, _K.BIMBINGAN_LANJUT): 25,
    }
)  # fmt: skip
"""The courses that a case takes, invented; it has come as far as the days since allow."""
_NOTES = {
    _K.PENJANGKAUAN: "Ditemukan saat kunjungan lingkungan.",
    _K.ASESMEN: "Kebutuhan dasar dan keadaan keluarga dicatat.",
    _K.PENDAMPINGAN: "Kunjungan rumah; keadaan membaik.",
}
_MINUTES = (30, 120)
_ANSWERS = Odds(
    {ReferralAnswer.SELESAI: 55, ReferralAnswer.DITERIMA: 30, ReferralAnswer.DITERUSKAN: 10,
     ReferralAnswer.DITOLAK: 5}
)  # fmt: skip
_REASONS = Odds({ClosingReason.MANDIRI: 85, ClosingReason.MENGUNDURKAN_DIRI: 15})
_CONSENT = "c1"


class _Service(NamedTuple):
    """Whom a beneficiary is referred to, for what, and what they have to know."""

    receiver: str
    service: str
    need: str | None = None


_AGENCY = _Service("Dinas Sosial {regency}", "usulan bantuan sosial")
_CLINIC = _Service(
    "Puskesmas {district}", "pemeriksaan dan alat bantu", "Hambatan gerak atau indra."
)
_SCHOOL = _Service("Dinas Pendidikan {regency}", "kembali bersekolah", "Anak tidak bersekolah.")
_SERVICES = {
    _C.PENYANDANG_DISABILITAS: _CLINIC,
    _C.ANAK_DENGAN_KEDISABILITASAN: _CLINIC,
    _C.ANAK_TERLANTAR: _SCHOOL,
    _C.ANAK_JALANAN: _SCHOOL,
}
_HAVE_A_CASE = 600


def cases(site: Site, found: list[Found]) -> Iterator[Case]:
    """Yield a case for most of those in need, signed by the worker who found them."""
    count = 0
    for one in found:
        if one.worker is not None and site.chance.happens(_HAVE_A_CASE):
            count += 1
            yield _case(site, CaseId(site.key("case", count)), one, one.worker.id)


def _case(site: Site, key: CaseId, found: Found, by: WorkerId) -> Case:
    steps = tuple(_steps(site, found, by))
    refers = any(one.referral is not None for one in steps)
    return Case(
        id=key,
        beneficiary=found.beneficiary.id,
        steps=steps,
        consents=(_consent(found),) if refers else (),
    )


def _steps(site: Site, found: Found, by: WorkerId) -> Iterator[Step]:
    day, course = found.date, site.chance.of(_COURSES)
    answer = site.chance.of(_ANSWERS) if _K.RUJUKAN in course else None
    for kind in course:
        if day > site.as_of:
            return
        answers = kind is _K.JAWABAN_RUJUKAN
        yield Step(
            kind=kind,
            date=day,
            by=by,
            place=site.place.code,
            minutes=site.chance.between(*_MINUTES) if kind is _K.PENDAMPINGAN else None,
            note=_NOTES.get(kind),
            referral=_referral(site, found) if kind is _K.RUJUKAN else None,
            answers=course.index(_K.RUJUKAN) + 1 if answers else None,
            answer=answer if answers else None,
            reason=_reason(site, course, answer) if kind is _K.TERMINASI else None,
        )
        day += timedelta(days=site.chance.between(1, 45))


def _reason(
    site: Site, course: tuple[StepKind, ...], answer: ReferralAnswer | None
) -> ClosingReason:
    if _K.REUNIFIKASI in course:
        return ClosingReason.KEMBALI_KE_KELUARGA
    if answer is ReferralAnswer.SELESAI:
        return ClosingReason.DIRUJUK
    return site.chance.of(_REASONS)


def _referral(site: Site, found: Found) -> Referral:
    service = _SERVICES.get(found.category, _AGENCY)
    names = {"regency": site.place.regency_name, "district": site.place.district_name}
    return Referral(
        sender=Speaker(body=f"Puskesos {site.place.name}"),
        receiver=Speaker(body=service.receiver.format_map(names)),
        service=service.service,
        need=service.need,
        carries=Sensitivity.UMUM if service.need is None else Sensitivity.SPESIFIK,
        consent=_CONSENT,
    )


def _consent(found: Found) -> Consent:
    """Return what the beneficiary, or who speaks for them, agreed to when they were found."""
    return Consent(
        key=_CONSENT,
        date=found.date,
        given_by=found.guardian,
        purposes=frozenset({ConsentPurpose.PENDATAAN, ConsentPurpose.RUJUKAN}),
        covers=Sensitivity.SPESIFIK,
        evidence="Formulir persetujuan",
    )
