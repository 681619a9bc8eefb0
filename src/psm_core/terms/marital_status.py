"""Marital statuses, by the codes of the forms and the words of newer family cards."""

from .._core.vocabulary import CodeList, Scheme, Term
from .sources import CARDS_118, DUKCAPIL, VILLAGE_PROGRAMS

_SIX = CodeList(
    Scheme("status-perkawinan-6", "Status perkawinan (6 kode)", VILLAGE_PROGRAMS, numbered=True),
    {
        "2": "KAWIN_TERCATAT",
        "3": "KAWIN_BELUM_TERCATAT",
        "4": "CERAI_HIDUP_TERCATAT",
        "5": "CERAI_HIDUP_BELUM_TERCATAT",
        "6": "CERAI_MATI",
    },
)


class MaritalStatus(
    Term,
    scheme=Scheme("status-perkawinan-4", "Status perkawinan", DUKCAPIL, numbered=True),
    code_lists=(_SIX,),
    aliases={
        **dict.fromkeys(
            (
                *("BK", "Belum menikah", "Belum nikah", "Belum pernah kawin"),
                *("Belum pernah menikah", "Tidak kawin", "Tidak menikah", "Lajang"),
                *("Belum kawin/menikah", "Belum/tidak kawin", "Tidak/belum kawin"),
                *("Belum berkeluarga", "Bujangan", "Gadis", "Jejaka", "Perjaka"),
            ),
            "BELUM_KAWIN",
        ),
        "K": "KAWIN",
        "Menikah": "KAWIN",
        "Nikah": "KAWIN",
        "Kawin/nikah": "KAWIN",
        "Kawin/menikah": "KAWIN",
        "Sudah kawin": "KAWIN",
        "Sudah menikah": "KAWIN",
        "Sudah nikah": "KAWIN",
        "Berkeluarga": "KAWIN",
        "Sudah berkeluarga": "KAWIN",
        "CH": "CERAI_HIDUP",
        "C. hidup": "CERAI_HIDUP",
        "Cerai gugat": "CERAI_HIDUP",
        "Cerai talak": "CERAI_HIDUP",
        "Janda cerai hidup": "CERAI_HIDUP",
        "Duda cerai hidup": "CERAI_HIDUP",
        "CM": "CERAI_MATI",
        "C. mati": "CERAI_MATI",
        "Cerai meninggal": "CERAI_MATI",
        "Ditinggal mati": "CERAI_MATI",
        "Janda mati": "CERAI_MATI",
        "Duda mati": "CERAI_MATI",
        "Cerai mati tercatat": "CERAI_MATI",
        "Cerai mati belum tercatat": "CERAI_MATI",
        "Janda cerai mati": "CERAI_MATI",
        "Duda cerai mati": "CERAI_MATI",
        "Menikah tercatat": "KAWIN_TERCATAT",
        "Nikah tercatat": "KAWIN_TERCATAT",
        "Kawin sudah tercatat": "KAWIN_TERCATAT",
        "Kawin tidak tercatat": "KAWIN_BELUM_TERCATAT",
        "Menikah belum tercatat": "KAWIN_BELUM_TERCATAT",
        "Menikah tidak tercatat": "KAWIN_BELUM_TERCATAT",
        "Nikah belum tercatat": "KAWIN_BELUM_TERCATAT",
        "Nikah tidak tercatat": "KAWIN_BELUM_TERCATAT",
        "Nikah siri": "KAWIN_BELUM_TERCATAT",
        "Kawin siri": "KAWIN_BELUM_TERCATAT",
        "Nikah sirri": "KAWIN_BELUM_TERCATAT",
        "Kawin sirri": "KAWIN_BELUM_TERCATAT",
        "Nikah di bawah tangan": "KAWIN_BELUM_TERCATAT",
        "Cerai tercatat": "CERAI_HIDUP_TERCATAT",
        "Cerai hidup sudah tercatat": "CERAI_HIDUP_TERCATAT",
        "Cerai belum tercatat": "CERAI_HIDUP_BELUM_TERCATAT",
        "Cerai tidak tercatat": "CERAI_HIDUP_BELUM_TERCATAT",
        "Cerai hidup tidak tercatat": "CERAI_HIDUP_BELUM_TERCATAT",
    },
    sources=dict.fromkeys(
        (
            "KAWIN_TERCATAT",
            "KAWIN_BELUM_TERCATAT",
            "CERAI_HIDUP_TERCATAT",
            "CERAI_HIDUP_BELUM_TERCATAT",
        ),
        CARDS_118,
    ),
):
    """Status perkawinan: the four statuses of the forms, and the words of newer family cards.

    Newer cards state whether a marriage or a divorce is registered. Each of these words belongs to
    one of the four statuses, its `general` term.

    Two lists of codes are in use, of four and of six codes. They agree only on 1, *Belum Kawin*:
    code 3 is *Cerai Hidup* in one and *Kawin Belum Tercatat* in the other. So `parse` rejects the
    other codes without a word, and `from_code` needs the list.

    >>> from psm_core.terms import MaritalStatus
    >>> unregistered = MaritalStatus.parse("Kawin Tidak Tercatat")
    >>> unregistered.label, unregistered.general.label, MaritalStatus.parse("CM").gloss
    ('Kawin Belum Tercatat', 'Kawin', 'widowed')
    >>> MaritalStatus.from_code("3", "status-perkawinan-6") is unregistered
    True
    """

    def __init__(self, _code: str, _label: str, _gloss: str, general: str | None = None) -> None:
        """Keep the name of the general term."""
        self._general = general

    @property
    def general(self) -> "MaritalStatus":
        """The one of the four statuses that includes this term, or is this term."""
        return self if self._general is None else MaritalStatus[self._general]

    BELUM_KAWIN = ("1", "Belum Kawin", "never married")
    KAWIN = ("2", "Kawin", "married")
    CERAI_HIDUP = ("3", "Cerai Hidup", "divorced")
    CERAI_MATI = ("4", "Cerai Mati", "widowed")
    KAWIN_TERCATAT = ("", "Kawin Tercatat", "married, registered", "KAWIN")
    KAWIN_BELUM_TERCATAT = (
        "",
        "Kawin Belum Tercatat",
        "married, not registered",
        "KAWIN",
    )
    CERAI_HIDUP_TERCATAT = (
        "",
        "Cerai Hidup Tercatat",
        "divorced, registered",
        "CERAI_HIDUP",
    )
    CERAI_HIDUP_BELUM_TERCATAT = (
        "",
        "Cerai Hidup Belum Tercatat",
        "divorced, not registered",
        "CERAI_HIDUP",
    )
