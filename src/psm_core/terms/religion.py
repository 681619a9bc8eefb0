"""The religions of the forms of the population administration."""

from .._core.vocabulary import Scheme, Term
from .sources import DUKCAPIL


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
        "Kepercayaan": "KEPERCAYAAN_LAINNYA",
        "Aliran Kepercayaan": "KEPERCAYAAN_LAINNYA",
        "Penghayat": "KEPERCAYAAN_LAINNYA",
        "Kepercayaan Terhadap Tuhan": "KEPERCAYAAN_LAINNYA",
        "Kepercayaan Terhadap Tuhan YME": "KEPERCAYAAN_LAINNYA",
        "Kepercayaan Terhadap Tuhan Yang Maha Esa": "KEPERCAYAAN_LAINNYA",
        "Kepercayaan Kepada Tuhan YME": "KEPERCAYAAN_LAINNYA",
        "Kepercayaan Kepada Tuhan Yang Maha Esa": "KEPERCAYAAN_LAINNYA",
        "Penghayat Kepercayaan Terhadap Tuhan YME": "KEPERCAYAAN_LAINNYA",
        "Penghayat Kepercayaan Terhadap Tuhan Yang Maha Esa": "KEPERCAYAAN_LAINNYA",
        "Lainnya": "KEPERCAYAAN_LAINNYA",
        "Penghayat Kepercayaan": "KEPERCAYAAN_LAINNYA",
    },
):
    """Agama, with the seven codes of the forms.

    >>> from psm_core.terms import Religion
    >>> Religion.parse("Katolik"), Religion.parse("Kong Hu Cu").label
    (<Religion.KATHOLIK: 'katholik'>, 'Khonghucu')
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
