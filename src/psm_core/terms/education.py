"""Education, by the ten codes of the family card."""

import re
from typing import Self

from .._core.spelling import normalize_spelling
from .._core.text import require_text
from .._core.vocabulary import CodeList, Scheme, Term
from ..errors import ParseError
from .sources import DUKCAPIL

_REGSOSEK = CodeList(
    Scheme(
        "pendidikan-regsosek",
        "Ijazah tertinggi, Regsosek",
        "Regsosek 2022, rincian 413 dan 415",
        numbered=True,
    ),
    {
        **dict.fromkeys(("1", "2", "3", "4", "5"), "TAMAT_SD"),
        **dict.fromkeys(("6", "7", "8", "9", "10"), "SLTP"),
        **dict.fromkeys(("11", "12", "13", "14", "15", "16", "17"), "SLTA"),
        "18": None,  # diploma 1, 2 or 3
        "19": "DIPLOMA_IV_STRATA_I",
        "20": None,  # a profession
        "21": "STRATA_II",
        "22": "STRATA_III",
        "23": "BELUM_TAMAT_SD",
    },
)
"""Its form was read as OpenSID has it."""
_CURRENT = CodeList(
    Scheme("pendidikan-sedang", "Pendidikan sedang ditempuh", DUKCAPIL, numbered=True),
    {
        **dict.fromkeys(("1", "2", "3"), "TIDAK_BELUM_SEKOLAH"),
        "5": "BELUM_TAMAT_SD",
        # A school that a person attends, or has left, is no completed level.
        **dict.fromkeys(("4", *map(str, range(6, 19)))),
    },
)

_SCHOOLS = {
    "TIDAK_BELUM_SEKOLAH": (
        *("Tidak sekolah", "Belum sekolah", "Tidak/belum pernah sekolah", "Belum/tidak sekolah"),
        *("Tidak pernah sekolah", "Belum pernah sekolah", "PAUD", "TK", "RA", "Taman Kanak-kanak"),
        *("Kelompok Bermain", "KB", "Belum masuk TK", "Belum masuk TK/Kelompok Bermain"),
        *("Sedang TK/Kelompok Bermain", "Tidak/belum bersekolah", "Tidak bersekolah"),
    ),
    "BELUM_TAMAT_SD": (
        *("Tidak tamat SD", "Tidak/belum tamat SD", "Belum/tidak tamat SD", "Tdk tamat SD"),
        *("SD tidak tamat", "SD belum tamat", "Tidak lulus SD", "Belum lulus SD", "Blm tamat SD"),
        *("Tidak punya ijazah SD",),
    ),
    "TAMAT_SD": (
        *("SD", "MI", "SDN", "SR", "SDLB", "Paket A", "Kejar Paket A"),
        *("Sekolah Dasar", "Madrasah Ibtidaiyah", "Ibtidaiyah", "M. Ibtidaiyah"),
    ),
    "SLTP": (
        *("SLTP", "SMP", "SMPN", "MTs", "MTsN", "SMPLB", "SMTP", "Paket B", "Kejar Paket B"),
        *("Sekolah Menengah Pertama", "Madrasah Tsanawiyah", "Tsanawiyah", "M. Tsanawiyah"),
        *("SGB", "SMEP"),
    ),
    "SLTA": (
        *("SLTA", "SMA", "SMAN", "SMU", "SMK", "SMKN", "MA", "MAN", "MAK", "SMALB", "SMTA"),
        *("STM", "SMEA", "SPG", "SMKK", "Paket C", "Kejar Paket C", "Sekolah Menengah Atas"),
        *("Sekolah Menengah Umum", "Sekolah Menengah Kejuruan", "Madrasah Aliyah"),
        *("Madrasah Aliyah Kejuruan", "Aliyah", "M. Aliyah", "SGA", "SGO", "SMF", "SPK", "SPMA"),
    ),
    "DIPLOMA_I_ATAU_II": (
        *("D1", "DI", "D2", "DII", "Diploma 1", "Diploma I", "Diploma 2", "Diploma II"),
        *("Diploma Satu", "Diploma Dua", "D I/II", "D1/2"),
    ),
    "DIPLOMA_III": (
        *("D3", "DIII", "Diploma 3", "Diploma III", "Diploma Tiga", "Akademi"),
        *("Sarjana Muda", "S. Muda"),
    ),
    "DIPLOMA_IV_STRATA_I": (
        *("D4", "DIV", "Diploma 4", "Diploma IV", "Diploma Empat", "S1", "SI", "Strata 1"),
        *(
            "Strata I",
            "Strata Satu",
            "Sarjana Strata 1",
            "Sarjana",
            "Sarjana S1",
            "S1 Sarjana",
            "Sarjana Terapan",
        ),
    ),
    "STRATA_II": (
        *("S2", "SII", "Strata 2", "Strata II", "Strata Dua", "Magister", "Magister S2"),
        *("S2 Magister", "Pascasarjana S2"),
    ),
    "STRATA_III": (
        *("S3", "SIII", "Strata 3", "Strata III", "Strata Tiga", "Doktoral", "Doktor", "Doktor S3"),
        *("S3 Doktor", "Pascasarjana S3"),
    ),
}

_LONGEST_WORDS = 200

_FINISHED = r"^(?:tamatan|tamat|lulusan|lulus|ijazah|pendidikan|setara|setingkat)"

_EQUIVALENT = r"/?(?:se?d?e?rajat|sdra?jt|setara|setingkat)$"


class Education(
    Term,
    scheme=Scheme("pendidikan-kk", "Pendidikan dalam KK", DUKCAPIL, numbered=True),
    code_lists=(_REGSOSEK, _CURRENT),
    aliases={word: name for name, words in _SCHOOLS.items() for word in words},
):
    """Pendidikan, in the ten levels of the family card.

    `parse` also accepts *tamat* before and *sederajat* after a word, and several words of one level
    with slashes (``SMA/SMK/MA``).

    Three lists of codes are in use: 5 is *SLTA* on the family card, and a primary school in
    Regsosek. So `parse` rejects a code alone, apart from its word, and `from_code` needs the list.

    >>> from psm_core.terms import Education
    >>> Education.parse("Tamat SMA/sederajat").label, Education.parse("D4/S1").gloss
    ('SLTA / Sederajat', 'diploma 4 or bachelor')
    """

    TIDAK_BELUM_SEKOLAH = ("1", "Tidak / Belum Sekolah", "no schooling, or not yet")
    BELUM_TAMAT_SD = ("2", "Belum Tamat SD/Sederajat", "primary school not finished")
    TAMAT_SD = ("3", "Tamat SD / Sederajat", "primary school")
    SLTP = ("4", "SLTP/Sederajat", "junior secondary school")
    SLTA = ("5", "SLTA / Sederajat", "senior secondary school")
    DIPLOMA_I_ATAU_II = ("6", "Diploma I / II", "diploma 1 or 2")
    DIPLOMA_III = ("7", "Akademi/ Diploma III/S. Muda", "diploma 3")
    DIPLOMA_IV_STRATA_I = ("8", "Diploma IV/ Strata I", "diploma 4 or bachelor")
    STRATA_II = ("9", "Strata II", "master")
    STRATA_III = ("10", "Strata III", "doctor")

    @classmethod
    def parse(cls, text: str, /) -> Self:
        """Return the level that a text means.

        Raises:
            ParseError: ``term.unknown``, also for words of two levels; ``type.text``.

        """
        try:
            return super().parse(text)
        except ParseError as error:
            unknown = error.issue
        plain = normalize_spelling(require_text(text)) if len(text) <= _LONGEST_WORDS else ""
        words = re.sub(_EQUIVALENT, "", re.sub(_FINISHED, "", plain)).split("/")
        levels = {cls._of_one_word(re.sub(_EQUIVALENT, "", word)) for word in words}
        if len(levels) == 1 and (only := levels.pop()) is not None:
            return only
        raise ParseError(unknown)

    @classmethod
    def _of_one_word(cls, word: str) -> Self | None:
        if word.isdecimal():  # a code is not combined with words
            return None
        try:
            return super().parse(word)
        except ParseError:
            return None
