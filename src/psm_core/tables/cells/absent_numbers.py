"""Words in a column of numbers that say that there is none, such as ``belum punya KK``."""

import re
from typing import Final

from ..._core.record import record_info
from ..._paths import Steps
from ...terms import KKAbsence, NIKAbsence

NO_NUMBER: Final = "cell.no_number"
"""The code of such a cell. The field stays empty, and the row is kept."""
_NOT: Final = r"(?:tidak|tdk|tak|gak?|nggak|belum|blm|tanpa|lupa)\b"
_IN_PROCESS: Final = (
    r"(?:(?:masih|sedang|sdg|lagi|dalam|dlm|tahap|baru) )*(?:di ?)?(?:proses|urus|ajukan"
    r"|buat(?:kan)?|cetak|perbaiki|pengurusan|pengajuan|pembuatan|pencetakan|perbaikan|perekaman)\b"
)
_LOST: Final = (
    r"(?:(?:ktp|e-?ktp|kk|kartu(?: keluarga)?|nik|dok(?:umen)?|hp|nomor|no)\b\.? )?"
    r"(?:hilang|rusak|buram|sobek|robek|terbakar|hanyut|tercecer|tertinggal|ketinggalan|menyusul"
    r"|kosong|dicari|(?:kurang|tidak|tdk) (?:jelas|terbaca))\b"
)
_SAYS_NONE: Final = rf"(?:{_NOT}|{_IN_PROCESS}|{_LOST})[^0-9]*|[\W_]+"
_OWNS_NONE: Final = r"\b(?:mem|me)?(?:punya|milik)"
_ISSUED_LATER: Final = (
    r"\b(?:belum|blm) (?:(?:ada )?(?:rekam|perekaman|terbit|jadi|keluar|dibuat|buat|urus|diurus))\b"
)
_UNREADABLE: Final = r"\b(?:rusak|buram|sobek|robek|jelas|terbaca)\b"


def says_no_number(text: str) -> bool:
    """Return whether a text says in words that a number is missing."""
    return re.fullmatch(_SAYS_NONE, " ".join(text.split()), re.IGNORECASE) is not None


def has_digit(text: str) -> bool:
    """Return whether a text may hold a number: a word such as ``ikut anak`` does not."""
    return any(map(str.isdigit, text))


def absence_of(
    record_class: type, steps: Steps, text: str
) -> tuple[Steps, NIKAbsence | KKAbsence] | None:
    """Return the field for the reason of a missing number and the reason, if the text has one.

    `record_class` is the class of the record with the number, such as `Person`.
    ``belum punya`` and ``tidak memiliki`` say that none was issued; ``tidak ada`` says nothing.
    """
    name = f"{steps[-1]}_absence"
    if name not in {one.name for one in record_info(record_class).fields}:
        return None
    absence = _absence(NIKAbsence if steps[-1] == "nik" else KKAbsence, " ".join(text.split()))
    return absence and ((*steps[:-1], name), absence)


def _absence(
    reasons: type[NIKAbsence] | type[KKAbsence], text: str
) -> NIKAbsence | KKAbsence | None:
    """Return the reason that a text gives, or None."""
    if re.search(rf"{_OWNS_NONE}|{_ISSUED_LATER}", text, re.IGNORECASE):
        return reasons.BELUM_MEMILIKI
    if re.search(_UNREADABLE, text, re.IGNORECASE):
        return reasons.TIDAK_TERBACA
    if re.match(_IN_PROCESS, text, re.IGNORECASE):
        return KKAbsence.DALAM_PENGURUSAN if reasons is KKAbsence else NIKAbsence.BELUM_MEMILIKI
    return None
