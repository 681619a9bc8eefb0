"""Subjects of services and categories, and the results of checking their data."""

from .._core.vocabulary import CodeList, Scheme, Term
from .sources import PRACTICE, PSM_CORE, VILLAGE_PROGRAMS

_TARGETS = CodeList(
    Scheme("sasaran-program", "Sasaran program bantuan", VILLAGE_PROGRAMS, numbered=True),
    {"3": None, "4": "KELOMPOK"},  # 3 is a household
)


class SubjectUnit(
    Term,
    scheme=Scheme("sasaran", "Sasaran pelayanan", "PP 39/2012 Pasal 2 ayat (1)"),
    sources={
        "PERSEORANGAN": "PP 39/2012 Pasal 2 ayat (1) huruf a",
        "KELUARGA": "PP 39/2012 Pasal 2 ayat (1) huruf b",
        "KELOMPOK": "PP 39/2012 Pasal 2 ayat (1) huruf c",
        "MASYARAKAT": "PP 39/2012 Pasal 2 ayat (1) huruf d",
    },
    code_lists=(_TARGETS,),
    aliases={"Individu": "PERSEORANGAN"},
):
    """The subject of a service or a category.

    >>> from psm_core.terms import SubjectUnit
    >>> SubjectUnit.parse("individu").label, SubjectUnit.KELOMPOK.gloss
    ('Perseorangan', 'a group')
    """

    PERSEORANGAN = ("1", "Perseorangan", "a person")
    KELUARGA = ("2", "Keluarga", "a family")
    KELOMPOK = ("3", "Kelompok", "a group")
    MASYARAKAT = ("4", "Masyarakat", "a community")


class VerificationResult(
    Term, scheme=Scheme("hasil-verval", "Hasil verifikasi/validasi", PSM_CORE)
):
    """The result of verifying a record (*verifikasi*) or of approving it (*validasi*).

    >>> from psm_core.terms import VerificationResult
    >>> VerificationResult.parse("tidak sesuai").gloss
    'not as recorded; not approved'
    """

    SESUAI = ("1", "Sesuai", "as recorded; approved")
    TIDAK_SESUAI = ("2", "Tidak sesuai", "not as recorded; not approved")


class MatchState(
    Term,
    scheme=Scheme("padan", "Pemadanan data", PRACTICE),
    aliases={"Belum padan": "BELUM_DIPADANKAN"},
):
    """Whether a record agrees with another register (*padan*).

    >>> from psm_core.terms import MatchState
    >>> MatchState.parse("Belum padan").label, MatchState.PADAN.gloss
    ('Belum dipadankan', 'found, and the data agree')
    """

    PADAN = ("1", "Padan", "found, and the data agree")
    TIDAK_PADAN = ("2", "Tidak padan", "not found, or the data differ")
    BELUM_DIPADANKAN = ("3", "Belum dipadankan", "not yet compared")
