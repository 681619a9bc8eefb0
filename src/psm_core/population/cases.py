"""Generated cases of beneficiaries: a consent and dated steps, some of them referrals."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from ..records.cases.case import Case
from ..records.cases.referrals import Referral
from ..records.cases.steps import Step
from ..records.consents import Consent
from ..records.offices import Speaker
from ..terms import (
    ClosingReason,
    ConsentCondition,
    ConsentForm,
    ConsentGiver,
    ConsentPurpose,
    PPKSCategory,
    ReferralAnswer,
    ReferralUrgency,
    ReplyChannel,
    Sensitivity,
    StepKind,
)
from ..values.ids import CaseId, WorkerId
from .beneficiaries import GeneratedBeneficiary
from .rng import Distribution
from .sites import Site

_K, _C = StepKind, PPKSCategory
_STEP_SEQUENCES = Distribution(
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
"""Invented sequences of steps and their weights. A case has the steps up to the date `as_of`."""
_MAX_DAYS_BETWEEN_STEPS = 45
_NOTES = {
    _K.PENJANGKAUAN: "Ditemukan saat kunjungan lingkungan.",
    _K.ASESMEN: "Kebutuhan dasar dan keadaan keluarga dicatat.",
    _K.PENDAMPINGAN: "Kunjungan rumah; keadaan membaik.",
}
_MINUTES = (30, 120)
"""The shortest and the longest visit."""
_ANSWERS = Distribution(
    {ReferralAnswer.SELESAI: 55, ReferralAnswer.DITERIMA: 30, ReferralAnswer.DITERUSKAN: 10,
     ReferralAnswer.DITOLAK: 5}
)  # fmt: skip
_REASONS = Distribution({ClosingReason.MANDIRI: 85, ClosingReason.MENGUNDURKAN_DIRI: 15})
_CONSENT_KEY = "c1"
_FORMS = Distribution(
    {ConsentForm.TERTULIS: 80, ConsentForm.TEREKAM: 15, ConsentForm.ELEKTRONIK: 5}
)
_EVIDENCE = {
    ConsentForm.TERTULIS: "Formulir persetujuan",
    ConsentForm.TEREKAM: "Rekaman suara",
    ConsentForm.ELEKTRONIK: "Formulir daring",
}
_URGENCIES = Distribution(
    {ReferralUrgency.BIASA: 75, ReferralUrgency.SEGERA: 20, ReferralUrgency.DARURAT: 5}
)
_ATTACHMENTS = ("Salinan KTP atau KK",)


class _Service(NamedTuple):
    """The receiver of a referral, the service, and the need of the beneficiary."""

    receiver: str
    service: str
    need: str | None = None


_AGENCY = _Service("Dinas Sosial {regency}", "usulan bantuan sosial")
_CLINIC = _Service(
    "Puskesmas {district}", "pemeriksaan dan alat bantu", "Hambatan gerak atau indra."
)
_EDUCATION = _Service("Dinas Pendidikan {regency}", "kembali bersekolah", "Anak tidak bersekolah.")
_SERVICES = {
    _C.PENYANDANG_DISABILITAS: _CLINIC,
    _C.ANAK_DENGAN_KEDISABILITASAN: _CLINIC,
    _C.ANAK_TERLANTAR: _EDUCATION,
    _C.ANAK_JALANAN: _EDUCATION,
}
_CASE_RATE = 600
"""How many of 1000 beneficiaries have a case."""


def cases(site: Site, beneficiaries: list[GeneratedBeneficiary]) -> Iterator[Case]:
    """Yield a case for most beneficiaries. The worker who found the beneficiary takes its steps."""
    count = 0
    for one in beneficiaries:
        if one.worker is not None and site.rng.happens(_CASE_RATE):
            count += 1
            yield _case(site, CaseId(site.record_id("case", count)), one, one.worker.id)


def _case(site: Site, case_id: CaseId, generated: GeneratedBeneficiary, by: WorkerId) -> Case:
    steps = tuple(_steps(site, generated, by))
    return Case(
        id=case_id,
        beneficiary=generated.beneficiary.id,
        steps=steps,
        consents=(_consent(site, generated),),
    )


def _steps(site: Site, generated: GeneratedBeneficiary, by: WorkerId) -> Iterator[Step]:
    day, sequence = generated.date, site.rng.draw(_STEP_SEQUENCES)
    answer = site.rng.draw(_ANSWERS) if _K.RUJUKAN in sequence else None
    for kind in sequence:
        if day > site.as_of:
            return
        answers = kind is _K.JAWABAN_RUJUKAN
        yield Step(
            kind=kind,
            date=day,
            by=by,
            place=site.place.code,
            minutes=site.rng.randint(*_MINUTES) if kind is _K.PENDAMPINGAN else None,
            note=_NOTES.get(kind),
            referral=_referral(site, generated, day) if kind is _K.RUJUKAN else None,
            answers=sequence.index(_K.RUJUKAN) + 1 if answers else None,
            answer=answer if answers else None,
            reason=_reason(site, sequence, answer) if kind is _K.TERMINASI else None,
        )
        day += timedelta(days=site.rng.randint(1, _MAX_DAYS_BETWEEN_STEPS))


def _reason(
    site: Site, sequence: tuple[StepKind, ...], answer: ReferralAnswer | None
) -> ClosingReason:
    if _K.REUNIFIKASI in sequence:
        return ClosingReason.KEMBALI_KE_KELUARGA
    if answer is ReferralAnswer.SELESAI:
        return ClosingReason.DIRUJUK
    return site.rng.draw(_REASONS)


def _referral(site: Site, generated: GeneratedBeneficiary, day: date) -> Referral:
    service = _SERVICES.get(generated.category, _AGENCY)
    names = {"regency": site.place.regency_name, "district": site.place.district_name}
    return Referral(
        sender=Speaker(body=f"Puskesos {site.place.name}"),
        receiver=Speaker(body=service.receiver.format_map(names)),
        service=service.service,
        need=service.need,
        data_class=Sensitivity.UMUM if service.need is None else Sensitivity.SPESIFIK,
        consent=_CONSENT_KEY,
        letter_number=f"460/{site.rng.randint(1, 400)}/{day.year}",
        urgency=site.rng.draw(_URGENCIES),
        attachments=_ATTACHMENTS,
        answer_due=day + timedelta(days=_MAX_DAYS_BETWEEN_STEPS),
        reply_channel=ReplyChannel.SURAT,
    )


def _consent(site: Site, generated: GeneratedBeneficiary) -> Consent:
    """Return the consent of the beneficiary or their guardian, given when they were found."""
    is_represented = generated.guardian is not None
    form = site.rng.draw(_FORMS)
    return Consent(
        key=_CONSENT_KEY,
        date=generated.date,
        giver=ConsentGiver.WALI if is_represented else ConsentGiver.YANG_BERSANGKUTAN,
        giver_name=generated.guardian,
        form=form,
        conditions=frozenset(ConsentCondition),
        purposes=frozenset({ConsentPurpose.PENDATAAN, ConsentPurpose.RUJUKAN}),
        covers=Sensitivity.SPESIFIK,
        evidence=_EVIDENCE[form],
    )
