"""The religions of the forms of the population administration."""

from .._core.vocabulary import Scheme, Term
from .sources import DUKCAPIL, PRACTICE

_GOD = ("Tuhan", "Tuhan YME", "Tuhan Yang Maha Esa")
_BELIEF = (
    *("Kepercayaan", "Aliran Kepercayaan", "Penghayat", "Penghayat Kepercayaan"),
    *(
        f"{first} {to} {god}"
        for first in ("Kepercayaan", "Penghayat Kepercayaan")
        for to in ("terhadap", "thd", "kepada", "kpd")
        for god in _GOD
    ),
)


class Religion(
    Term,
    scheme=Scheme("agama", "Agama", DUKCAPIL, numbered=True),
    aliases={
        "Muslim": "ISLAM",
        "Moslem": "ISLAM",
        "Protestan": "KRISTEN",
        "Kristen Protestan": "KRISTEN",
        "Protestan/Kristen": "KRISTEN",
        "Kristen/Protestan": "KRISTEN",
        "Katolik": "KATHOLIK",
        "Catholic": "KATHOLIK",
        "Katholik Roma": "KATHOLIK",
        "Katolik Roma": "KATHOLIK",
        "Roma Katolik": "KATHOLIK",
        "Kristen Katolik": "KATHOLIK",
        "Kristen Katholik": "KATHOLIK",
        "Hindhu": "HINDU",
        "Hindu Dharma": "HINDU",
        "Hindu Kaharingan": "HINDU",
        "Buddha": "BUDHA",
        "Budda": "BUDHA",
        "Buddhis": "BUDHA",
        "Budhis": "BUDHA",
        "Konghucu": "KHONGHUCU",
        "Konghuchu": "KHONGHUCU",
        "Kong Hu Cu": "KHONGHUCU",
        "Khong Hu Chu": "KHONGHUCU",
        "Confucius": "KHONGHUCU",
        **dict.fromkeys(_BELIEF, "KEPERCAYAAN"),
        **dict.fromkeys((f"{one} / Lainnya" for one in _BELIEF), "KEPERCAYAAN_LAINNYA"),
        "Lain-lain": "LAINNYA",
        "Agama lain": "LAINNYA",
        "Agama lainnya": "LAINNYA",
    },
    sources={"KEPERCAYAAN": "Putusan MK 97/PUU-XIV/2016", "LAINNYA": PRACTICE},
):
    """Agama, with the seven codes of the forms.

    Code 7 of the forms is the belief in the One God or another religion; some programs use it for
    the belief alone. A word that says which of the two is a term without a code.

    >>> from psm_core.terms import Religion
    >>> Religion.parse("Katolik"), Religion.parse("Kong Hu Cu").label
    (<Religion.KATHOLIK: 'katholik'>, 'Khonghucu')
    >>> [Religion.parse(word).name for word in ("7", "Penghayat Kepercayaan", "Lainnya")]
    ['KEPERCAYAAN_LAINNYA', 'KEPERCAYAAN', 'LAINNYA']
    """

    ISLAM = ("1", "Islam", "Islam")
    KRISTEN = ("2", "Kristen", "Protestantism")
    KATHOLIK = ("3", "Katholik", "Catholicism")
    HINDU = ("4", "Hindu", "Hinduism")
    BUDHA = ("5", "Budha", "Buddhism")
    KHONGHUCU = ("6", "Khonghucu", "Confucianism")
    KEPERCAYAAN_LAINNYA = (
        "7",
        "Kepercayaan Terhadap Tuhan YME / Lainnya",
        "belief in the One God, or other",
    )
    KEPERCAYAAN = ("", "Kepercayaan Terhadap Tuhan Yang Maha Esa", "belief in the One God")
    LAINNYA = ("", "Lainnya", "another religion")
