"""The relation of a person to the head of the family or household."""

from .._core.vocabulary import CodeList, Scheme, Term
from .sources import DUKCAPIL

_REGSOSEK = Scheme(
    "hubungan-regsosek",
    "Hubungan dengan kepala keluarga, Regsosek",
    "Regsosek 2022, rincian 409",
    numbered=True,
)
_SHDK = Scheme("shdk", "Status hubungan dalam keluarga", DUKCAPIL, numbered=True)


class HouseholdRelation(
    Term,
    scheme=_REGSOSEK,
    code_lists=(
        CodeList(
            _SHDK,
            {
                "3": "ISTRI_SUAMI",
                "4": "ANAK",
                "5": "MENANTU",
                "6": "CUCU",
                "7": "ORANG_TUA_MERTUA",
                "8": "ORANG_TUA_MERTUA",
                "9": "LAINNYA",
                "10": "PEMBANTU_SOPIR",
                "11": "LAINNYA",
            },
        ),
    ),
    aliases={
        "Kepala Rumah Tangga": "KEPALA_KELUARGA",
        "KRT": "KEPALA_KELUARGA",
        "Istri": "ISTRI_SUAMI",
        "Isteri": "ISTRI_SUAMI",
        "Suami": "ISTRI_SUAMI",
        "Suami/istri": "ISTRI_SUAMI",
        "Orang tua": "ORANG_TUA_MERTUA",
        "Mertua": "ORANG_TUA_MERTUA",
        "Pembantu": "PEMBANTU_SOPIR",
        "Pembantu Rumah Tangga": "PEMBANTU_SOPIR",
        "Sopir": "PEMBANTU_SOPIR",
        "Famili lain": "LAINNYA",
        "Lain-lain": "LAINNYA",
    },
):
    """The relation to the head in the forms of the statistics office: 8 codes, fewer than SHDK.

    The codes of SHDK are others, so `parse` reads 3 only beside its word.

    >>> from psm_core.terms import FamilyRelation, HouseholdRelation
    >>> HouseholdRelation.parse("menantu").code
    '4'
    >>> [one.label for one in FamilyRelation if one.in_household is HouseholdRelation.ISTRI_SUAMI]
    ['Suami', 'Istri']
    """

    KEPALA_KELUARGA = ("1", "Kepala keluarga", "head")
    ISTRI_SUAMI = ("2", "Istri/suami", "wife or husband")
    ANAK = ("3", "Anak", "child")
    MENANTU = ("4", "Menantu", "son- or daughter-in-law")
    CUCU = ("5", "Cucu", "grandchild")
    ORANG_TUA_MERTUA = ("6", "Orang tua/mertua", "parent or parent-in-law")
    PEMBANTU_SOPIR = ("7", "Pembantu/sopir", "domestic help or driver")
    LAINNYA = ("8", "Lainnya", "other")


class FamilyRelation(
    Term,
    scheme=_SHDK,
    code_lists=(
        CodeList(
            _REGSOSEK,
            {
                "2": None,  # husband or wife
                "3": "ANAK",
                "4": "MENANTU",
                "5": "CUCU",
                "6": None,  # parent or parent-in-law
                "7": "PEMBANTU",
                "8": "LAINNYA",
                "9": None,
                "10": None,
                "11": None,
            },
        ),
    ),
    aliases={
        "KK": "KEPALA_KELUARGA",
        "Kep. Keluarga": "KEPALA_KELUARGA",
        "Kepala": "KEPALA_KELUARGA",
        "Kepala Kel": "KEPALA_KELUARGA",
        "Istri/Isteri": "ISTRI",
        "Isteri": "ISTRI",
        "Anak Kandung": "ANAK",
        "Mantu": "MENANTU",
        "Orang Tua": "ORANGTUA",
        "Ortu": "ORANGTUA",
        "Ayah": "ORANGTUA",
        "Bapak": "ORANGTUA",
        "Ibu": "ORANGTUA",
        "Ayah Kandung": "ORANGTUA",
        "Ibu Kandung": "ORANGTUA",
        "Ayah Mertua": "MERTUA",
        "Bapak Mertua": "MERTUA",
        "Ibu Mertua": "MERTUA",
        **dict.fromkeys(
            (
                *("Famili", "Family Lain", "Famili Lainnya", "Keluarga Lain", "Adik", "Kakak"),
                *(
                    "Keponakan",
                    "Kemenakan",
                    "Ipar",
                    "Adik Ipar",
                    "Kakak Ipar",
                    "Saudara",
                    "Sepupu",
                    "Cicit",
                ),
                *("Kakek", "Nenek"),
            ),
            "FAMILI_LAIN",
        ),
        "Pembantu Rumah Tangga": "PEMBANTU",
        "Asisten Rumah Tangga": "PEMBANTU",
        "PRT": "PEMBANTU",
        "ART": "PEMBANTU",
        "Lain-lain": "LAINNYA",
    },
):
    """SHDK: the relation of a person on a family card to the head of the family.

    Files of the statistics office have other codes: 3 is *Istri* in SHDK and *Anak* there. So
    `parse` reads 1 alone, and `from_code` needs the list.

    >>> for code_list in ("shdk", "hubungan-regsosek"):
    ...     print(FamilyRelation.from_code("3", code_list).label)
    Istri
    Anak
    >>> FamilyRelation.MERTUA.in_household
    <HouseholdRelation.ORANG_TUA_MERTUA: 'orang-tua-mertua'>

    """

    in_household: HouseholdRelation
    """The code of the statistics office that includes this one."""

    def __init__(
        self, _code: str, _label: str, _gloss: str, in_household: HouseholdRelation
    ) -> None:
        """Keep the code of the statistics office."""
        self.in_household = in_household

    KEPALA_KELUARGA = (
        "1",
        "Kepala Keluarga",
        "head of the family",
        HouseholdRelation.KEPALA_KELUARGA,
    )
    SUAMI = ("2", "Suami", "husband", HouseholdRelation.ISTRI_SUAMI)
    ISTRI = ("3", "Istri", "wife", HouseholdRelation.ISTRI_SUAMI)
    ANAK = ("4", "Anak", "child", HouseholdRelation.ANAK)
    MENANTU = ("5", "Menantu", "son- or daughter-in-law", HouseholdRelation.MENANTU)
    CUCU = ("6", "Cucu", "grandchild", HouseholdRelation.CUCU)
    ORANGTUA = ("7", "Orangtua", "parent", HouseholdRelation.ORANG_TUA_MERTUA)
    MERTUA = ("8", "Mertua", "parent-in-law", HouseholdRelation.ORANG_TUA_MERTUA)
    FAMILI_LAIN = ("9", "Famili Lain", "other relative", HouseholdRelation.LAINNYA)
    PEMBANTU = ("10", "Pembantu", "domestic help", HouseholdRelation.PEMBANTU_SOPIR)
    LAINNYA = ("11", "Lainnya", "other", HouseholdRelation.LAINNYA)
