"""Checks of *verifikasi* and *validasi*: practice that no act demands."""

from collections.abc import Iterator, Mapping
from typing import Final

from ..errors import Issue
from ..records.beneficiaries import Beneficiary
from ..terms import VerificationResult
from .context import Check, CheckContext, warning


def validation_follows_verification(who: Beneficiary, _: CheckContext) -> Iterator[Issue]:
    """Yield a warning for a validation without an earlier verification, or against its result.

    A validation by the same actor as the verification gives a warning too, although it is allowed.

    Source: Permensos 3/2025 Pasal 1 defines both. UU 13/2011 Pasal 8 ayat (7) gives both to the
    same *potensi dan sumber*.
    """
    verification, validation = who.verification, who.validation
    if validation is None:
        return
    if verification is None or verification.date > validation.date:
        yield warning("validation.without_verification", "validation")
    if verification is None:
        return
    is_approved = validation.result is VerificationResult.SESUAI
    if is_approved and verification.result is VerificationResult.TIDAK_SESUAI:
        yield warning("validation.verification_failed", "validation")
    if verification.by == validation.by:
        yield warning("validation.same_actor", "validation")


CHECKS: Final[Mapping[type, tuple[Check, ...]]] = {
    Beneficiary: (validation_follows_verification,),
}
"""Record class → its checks in this module."""
