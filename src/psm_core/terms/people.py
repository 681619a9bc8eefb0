"""Sex, citizenship and blood type of a person, and why a NIK is absent."""

from .._core.vocabulary import Scheme, Term
from .sources import DUKCAPIL, PSM_CORE


class Sex(
    Term,
    scheme=Scheme("jenis-kelamin", "Jenis kelamin", DUKCAPIL, numbered=True),
    aliases={
        "L": "LAKI_LAKI",
        "LK": "LAKI_LAKI",
        "male": "LAKI_LAKI",
        "pria": "LAKI_LAKI",
        "laki": "LAKI_LAKI",
        "laki2": "LAKI_LAKI",
        "lelaki": "LAKI_LAKI",
        "P": "PEREMPUAN",
        "PR": "PEREMPUAN",
        "female": "PEREMPUAN",
        "wanita": "PEREMPUAN",
        "prp": "PEREMPUAN",
    },
):
    """Jenis kelamin.

    >>> from psm_core.terms import Sex
    >>> Sex.parse("L").label, Sex.parse("pr").code
    ('Laki-laki', '2')
    """

    LAKI_LAKI = ("1", "Laki-laki", "male")
    PEREMPUAN = ("2", "Perempuan", "female")


class Citizenship(
    Term,
    scheme=Scheme("kewarganegaraan", "Kewarganegaraan", DUKCAPIL, numbered=True),
    aliases={
        "Warga Negara Indonesia": "WNI",
        "Indonesia": "WNI",
        "WN Indonesia": "WNI",
        "RI": "WNI",
        "WNI (Warga Negara Indonesia)": "WNI",
        "Warga Negara Asing": "WNA",
        "Asing": "WNA",
        "WN Asing": "WNA",
        "WNA (Warga Negara Asing)": "WNA",
        "Dwi Kewarganegaraan": "DUA_KEWARGANEGARAAN",
        "Kewarganegaraan Ganda": "DUA_KEWARGANEGARAAN",
    },
):
    """Kewarganegaraan.

    >>> from psm_core.terms import Citizenship
    >>> Citizenship.parse("Warga Negara Asing").gloss
    'foreign citizen'
    """

    WNI = ("1", "WNI", "Indonesian citizen")
    WNA = ("2", "WNA", "foreign citizen")
    DUA_KEWARGANEGARAAN = ("3", "Dua Kewarganegaraan", "two citizenships")


_RHESUS = {
    "POSITIF": ("positif", "positive", "pos", "rh+", "rh positif", "rhesus+", "rhesus positif"),
    "NEGATIF": ("negatif", "negative", "neg", "rh-", "rh negatif", "rhesus-", "rhesus negatif"),
}

_GROUPS = {
    f"{group}{sign}": f"{group}{name}"
    for group in ("A", "B", "AB", "O")
    for sign, name in {"": "", "+": "_POSITIF", "-": "_NEGATIF"}.items()
}
"""Label → name of a member."""


class BloodType(
    Term,
    scheme=Scheme("golongan-darah", "Golongan darah", DUKCAPIL, numbered=True),
    aliases={
        f"{group} {word}": f"{group}_{sign}"
        for group in ("A", "B", "AB", "O")
        for sign, words in _RHESUS.items()
        for word in words
    }
    | {
        f"{word} {label}": name
        for word in ("Gol", "Golongan", "Gol. Darah", "Golongan Darah")
        for label, name in _GROUPS.items()
    }
    | dict.fromkeys(
        (
            *("Tdk Th", "Tdk Tahu", "Tdk Tau", "Tidak Tau", "Tidak Diketahui", "Belum Tahu"),
            *("Belum Diketahui", "Blm Tahu", "Belum Periksa", "Belum Diperiksa"),
        ),
        "TIDAK_TAHU",
    ),
):
    """Golongan darah. *Tidak tahu* is an answer, unlike a missing value.

    >>> from psm_core.terms import BloodType
    >>> BloodType.parse("A").gloss, BloodType.parse("A Rh-").gloss, BloodType.parse("Tdk Th").code
    ('A, rhesus not stated', 'A negative', '13')
    """

    A = ("1", "A", "A, rhesus not stated")
    B = ("2", "B", "B, rhesus not stated")
    AB = ("3", "AB", "AB, rhesus not stated")
    O = ("4", "O", "O, rhesus not stated")  # noqa: E741 - the name of the blood group
    A_POSITIF = ("5", "A+", "A positive")
    A_NEGATIF = ("6", "A-", "A negative")
    B_POSITIF = ("7", "B+", "B positive")
    B_NEGATIF = ("8", "B-", "B negative")
    AB_POSITIF = ("9", "AB+", "AB positive")
    AB_NEGATIF = ("10", "AB-", "AB negative")
    O_POSITIF = ("11", "O+", "O positive")
    O_NEGATIF = ("12", "O-", "O negative")
    TIDAK_TAHU = ("13", "Tidak Tahu", "not known to the person")


_UNKNOWN_NUMBER = {
    "Belum punya": "BELUM_MEMILIKI",
    "Tidak punya": "BELUM_MEMILIKI",
    "Tidak tahu": "TIDAK_DIKETAHUI",
    "Buram": "TIDAK_TERBACA",
    "Tidak jelas": "TIDAK_TERBACA",
}
"""What people write for the reason of a missing number."""


class NIKAbsence(
    Term,
    scheme=Scheme("tanpa-nik", "Alasan tanpa NIK", PSM_CORE),
    aliases={
        **_UNKNOWN_NUMBER,
        "Belum punya NIK": "BELUM_MEMILIKI",
        "Tidak punya NIK": "BELUM_MEMILIKI",
        "Tidak memiliki NIK": "BELUM_MEMILIKI",
    },
):
    """Why a person has no NIK in the record. A person without a NIK is accepted.

    >>> from psm_core.terms import NIKAbsence
    >>> NIKAbsence.parse("tidak terbaca").gloss
    'damaged or unreadable in the source'
    """

    BELUM_MEMILIKI = ("1", "Belum memiliki NIK", "none was issued")
    TIDAK_DIKETAHUI = ("2", "Tidak diketahui", "unknown to the person and the source")
    TIDAK_TERBACA = ("3", "Tidak terbaca", "damaged or unreadable in the source")
    TIDAK_DIBERIKAN = ("4", "Tidak diberikan", "withheld by the person or the source")


class KKAbsence(
    Term,
    scheme=Scheme("tanpa-kk", "Alasan tanpa KK", PSM_CORE),
    aliases={
        **_UNKNOWN_NUMBER,
        "Belum punya KK": "BELUM_MEMILIKI",
        "Tidak punya KK": "BELUM_MEMILIKI",
        "Tidak memiliki KK": "BELUM_MEMILIKI",
        "Sedang diurus": "DALAM_PENGURUSAN",
        "Masih diurus": "DALAM_PENGURUSAN",
    },
):
    """Why a family has no number of a family card (KK) in the record.

    Families of homeless people, of unregistered marriages and of remote communities often have no
    card.

    >>> from psm_core.terms import KKAbsence
    >>> KKAbsence.parse("belum memiliki KK").gloss
    'no card was issued'
    """

    BELUM_MEMILIKI = ("1", "Belum memiliki KK", "no card was issued")
    TIDAK_DIKETAHUI = ("2", "Tidak diketahui", "unknown to the family and the source")
    TIDAK_TERBACA = ("3", "Tidak terbaca", "damaged or unreadable in the source")
    TIDAK_DIBERIKAN = ("4", "Tidak diberikan", "withheld by the family or the source")
    DALAM_PENGURUSAN = ("5", "Dalam pengurusan", "being issued or replaced, such as after a loss")
