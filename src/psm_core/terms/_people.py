"""How the population administration codes a person."""

from ._term import Scheme, Term

# The forms follow Permendagri 109/2019, whose own lists could not be read; the codes are those
# that circulate in village software and agree with the forms.
_DUKCAPIL = "Formulir administrasi kependudukan, kode yang beredar di OpenSID v2410"


class Sex(
    Term,
    scheme=Scheme("jenis-kelamin", "Jenis kelamin", _DUKCAPIL),
    aliases={
        "L": "LAKI_LAKI",
        "LK": "LAKI_LAKI",
        "male": "LAKI_LAKI",
        "pria": "LAKI_LAKI",
        "P": "PEREMPUAN",
        "PR": "PEREMPUAN",
        "female": "PEREMPUAN",
        "wanita": "PEREMPUAN",
    },
):
    """Jenis kelamin.

    >>> from psm_core.terms import Sex
    >>> Sex.parse("L").label, Sex.parse("pr").code
    ('Laki-laki', '2')
    """

    LAKI_LAKI = ("1", "Laki-laki", "male")
    PEREMPUAN = ("2", "Perempuan", "female")


class Religion(
    Term,
    scheme=Scheme("agama", "Agama", _DUKCAPIL),
    aliases={
        "Protestan": "KRISTEN",
        "Kristen Protestan": "KRISTEN",
        "Katolik": "KATHOLIK",
        "Buddha": "BUDHA",
        "Konghucu": "KHONGHUCU",
        "Kong Hu Cu": "KHONGHUCU",
        "Kepercayaan": "KEPERCAYAAN_LAINNYA",
        "Kepercayaan Terhadap Tuhan YME": "KEPERCAYAAN_LAINNYA",
        "Lainnya": "KEPERCAYAAN_LAINNYA",
        "Penghayat Kepercayaan": "KEPERCAYAAN_LAINNYA",
    },
):
    """Agama, in the seven codes of the forms.

    >>> from psm_core.terms import Religion
    >>> Religion.parse("Katolik"), Religion.parse("Kong Hu Cu").label
    (<Religion.KATHOLIK: 'katholik'>, 'Khonghucu')
    """

    ISLAM = ("1", "Islam", "Islam")
    KRISTEN = ("2", "Kristen", "Protestant")
    KATHOLIK = ("3", "Katholik", "Catholic")
    HINDU = ("4", "Hindu", "Hindu")
    BUDHA = ("5", "Budha", "Buddhist")
    KHONGHUCU = ("6", "Khonghucu", "Confucian")
    KEPERCAYAAN_LAINNYA = (
        "7",
        "Kepercayaan Terhadap Tuhan YME / Lainnya",
        "belief in the One God, or other",
    )


class MaritalStatus(
    Term,
    scheme=Scheme("status-perkawinan", "Status perkawinan", _DUKCAPIL),
    aliases={
        "BK": "BELUM_KAWIN",
        "Belum menikah": "BELUM_KAWIN",
        "K": "KAWIN",
        "Menikah": "KAWIN",
        "Nikah": "KAWIN",
        "Kawin/nikah": "KAWIN",
        # Newer family cards tell whether the marriage is registered; the four codes do not.
        "Kawin Tercatat": "KAWIN",
        "Kawin Belum Tercatat": "KAWIN",
        "CH": "CERAI_HIDUP",
        "CM": "CERAI_MATI",
    },
):
    """Status perkawinan.

    >>> from psm_core.terms import MaritalStatus
    >>> MaritalStatus.parse("Kawin Belum Tercatat").label, MaritalStatus.parse("CM").gloss
    ('Kawin', 'widowed')
    """

    BELUM_KAWIN = ("1", "Belum Kawin", "never married")
    KAWIN = ("2", "Kawin", "married")
    CERAI_HIDUP = ("3", "Cerai Hidup", "divorced")
    CERAI_MATI = ("4", "Cerai Mati", "widowed")


class Citizenship(
    Term,
    scheme=Scheme("kewarganegaraan", "Kewarganegaraan", _DUKCAPIL),
    aliases={"Warga Negara Indonesia": "WNI", "Warga Negara Asing": "WNA", "Indonesia": "WNI"},
):
    """Kewarganegaraan.

    >>> from psm_core.terms import Citizenship
    >>> Citizenship.parse("Warga Negara Asing").gloss
    'foreign citizen'
    """

    WNI = ("1", "WNI", "Indonesian citizen")
    WNA = ("2", "WNA", "foreign citizen")
    DUA_KEWARGANEGARAAN = ("3", "Dua Kewarganegaraan", "two citizenships")


class BloodType(
    Term,
    scheme=Scheme("golongan-darah", "Golongan darah", _DUKCAPIL),
    aliases={"Tdk Th": "TIDAK_TAHU"},
):
    """Golongan darah. *Tidak tahu* is an answer, not a missing one.

    >>> from psm_core.terms import BloodType
    >>> BloodType.parse("A").gloss, BloodType.parse("A (-)").gloss, BloodType.parse("Tdk Th").code
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


class Education(
    Term,
    scheme=Scheme("pendidikan-kk", "Pendidikan dalam KK", _DUKCAPIL),
    aliases={
        "SD": "TAMAT_SD",
        "SD/Sederajat": "TAMAT_SD",
        "SMP": "SLTP",
        "SMP/Sederajat": "SLTP",
        "SLTP/SMP": "SLTP",
        "SMA": "SLTA",
        "SMA/Sederajat": "SLTA",
        "SLTA/SMA": "SLTA",
        "SMK": "SLTA",
        "MTs": "SLTP",
        "MA": "SLTA",
        "D I": "DIPLOMA_I_ATAU_II",
        "D II": "DIPLOMA_I_ATAU_II",
        "D III": "DIPLOMA_III",
        "D IV": "DIPLOMA_IV_STRATA_I",
        "D1": "DIPLOMA_I_ATAU_II",
        "D2": "DIPLOMA_I_ATAU_II",
        "D3": "DIPLOMA_III",
        "D4": "DIPLOMA_IV_STRATA_I",
        "S1": "DIPLOMA_IV_STRATA_I",
        "S2": "STRATA_II",
        "S3": "STRATA_III",
        "Tidak sekolah": "TIDAK_BELUM_SEKOLAH",
        "Belum sekolah": "TIDAK_BELUM_SEKOLAH",
    },
):
    """Pendidikan as the family card codes it, ten steps.

    >>> from psm_core.terms import Education
    >>> Education.parse("SMA").label, Education.parse("D3").code, Education.parse("S1").gloss
    ('SLTA / Sederajat', '7', 'diploma 4 or bachelor')
    """

    TIDAK_BELUM_SEKOLAH = ("1", "Tidak / Belum Sekolah", "none")
    BELUM_TAMAT_SD = ("2", "Belum Tamat SD/Sederajat", "primary school not finished")
    TAMAT_SD = ("3", "Tamat SD / Sederajat", "primary school")
    SLTP = ("4", "SLTP/Sederajat", "junior secondary school")
    SLTA = ("5", "SLTA / Sederajat", "senior secondary school")
    DIPLOMA_I_ATAU_II = ("6", "Diploma I / II", "diploma 1 or 2")
    DIPLOMA_III = ("7", "Akademi/ Diploma III/S. Muda", "diploma 3")
    DIPLOMA_IV_STRATA_I = ("8", "Diploma IV/ Strata I", "diploma 4 or bachelor")
    STRATA_II = ("9", "Strata II", "master")
    STRATA_III = ("10", "Strata III", "doctor")


class HouseholdRelation(
    Term,
    scheme=Scheme(
        "hubungan-regsosek",
        "Hubungan dengan kepala keluarga, Regsosek",
        "Regsosek 2022, rincian 409",
    ),
):
    """What a person is to the head in the statistics office's forms: 8 codes, fewer than SHDK.

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
    scheme=Scheme("shdk", "Status hubungan dalam keluarga", _DUKCAPIL),
    aliases={"Istri/Isteri": "ISTRI", "Isteri": "ISTRI", "Orang Tua": "ORANGTUA"},
):
    """SHDK: what a person on the family card is to its head.

    >>> FamilyRelation.MERTUA.in_household
    <HouseholdRelation.ORANG_TUA_MERTUA: 'orang-tua-mertua'>

    """

    in_household: HouseholdRelation
    """The code of the statistics office that this one goes into; several go into one."""

    def __init__(
        self, _code: str, _label: str, _gloss: str, in_household: HouseholdRelation
    ) -> None:
        """Keep the coarser code."""
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


class DisabilityType(
    Term,
    scheme=Scheme("ragam-disabilitas", "Ragam disabilitas", "UU 8/2016 Pasal 4"),
    aliases={
        "cacat fisik": "FISIK",
        "tuna daksa": "FISIK",
        "tuna grahita": "INTELEKTUAL",
        "cacat mental": "MENTAL",
        "cacat mental/jiwa": "MENTAL",
        "tuna netra": "SENSORIK",
        "cacat netra/buta": "SENSORIK",
        "tuna rungu": "SENSORIK",
        "tuna wicara": "SENSORIK",
        "cacat rungu/wicara": "SENSORIK",
    },
):
    """The four kinds of disability in law; two or more together are *ganda* or *multi*.

    Source: UU 8/2016 Pasal 4.

    >>> from psm_core.terms import DisabilityType
    >>> DisabilityType.parse("tuna netra").label, DisabilityType.SENSORIK.source
    ('Disabilitas sensorik', 'UU 8/2016 Pasal 4 huruf d')
    """

    FISIK = ("a", "Disabilitas fisik", "physical: impaired movement")
    INTELEKTUAL = ("b", "Disabilitas intelektual", "intellectual: impaired thinking")
    MENTAL = ("c", "Disabilitas mental", "mental: psychosocial or developmental")
    SENSORIK = ("d", "Disabilitas sensorik", "sensory: sight, hearing, speech")


class DisabilityCode(
    Term,
    scheme=Scheme("disabilitas-kk", "Disabilitas dalam KK", _DUKCAPIL),
    aliases={
        "cacat fisik": "FISIK",
        "cacat netra/buta": "NETRA",
        "buta": "NETRA",
        "cacat rungu/wicara": "RUNGU_WICARA",
        "cacat mental": "MENTAL",
        "cacat mental/jiwa": "MENTAL",
        "cacat fisik dan mental": "FISIK_DAN_MENTAL",
        "cacat lainnya": "LAINNYA",
        "tidak cacat": "TIDAK_ADA",
    },
):
    """The codes of the forms, whose tables still say *cacat*. They do not map to the law's four.

    >>> DisabilityCode.parse("CACAT NETRA/BUTA").label
    'Disabilitas netra'
    """

    FISIK = ("1", "Disabilitas fisik", "physical")
    NETRA = ("2", "Disabilitas netra", "blind or low vision")
    RUNGU_WICARA = ("3", "Disabilitas rungu/wicara", "deaf or without speech")
    MENTAL = ("4", "Disabilitas mental/jiwa", "mental")
    FISIK_DAN_MENTAL = ("5", "Disabilitas fisik dan mental", "physical and mental")
    LAINNYA = ("6", "Disabilitas lainnya", "other")
    TIDAK_ADA = ("7", "Tanpa disabilitas", "no disability: an answer, not a missing one")


class NIKAbsence(Term, scheme=Scheme("tanpa-nik", "Alasan tanpa NIK", "Kosakata psm-core")):
    """Why the NIK of a person is not here. Not everybody has one, and none is refused for it.

    >>> from psm_core.terms import NIKAbsence
    >>> NIKAbsence.parse("tidak terbaca").gloss
    'the source holds it damaged or unreadable'
    """

    BELUM_MEMILIKI = ("1", "Belum memiliki NIK", "was never given one")
    TIDAK_DIKETAHUI = ("2", "Tidak diketahui", "the person or the source cannot tell it")
    TIDAK_TERBACA = ("3", "Tidak terbaca", "the source holds it damaged or unreadable")
    TIDAK_DIBERIKAN = ("4", "Tidak diberikan", "withheld by the person or the source")


class WelfareScheme(
    Term,
    scheme=Scheme("basis-data-sosial", "Basis data kesejahteraan sosial", "Inpres 4/2025"),
    aliases={"Basis Data Terpadu": "BDT"},
):
    """The national data bases that ranked or listed families, each until the next replaced it.

    >>> from psm_core.terms import WelfareScheme
    >>> WelfareScheme.parse("dtks").gloss, WelfareScheme.DTSEN.gloss
    ('integrated social-welfare data, 2019 to 2025', 'single social and economic data, since 2025')
    """

    BDT = ("1", "BDT", "unified data base, 2011 to 2019")
    DTKS = ("2", "DTKS", "integrated social-welfare data, 2019 to 2025")
    REGSOSEK = ("3", "Regsosek", "social and economic registration of 2022")
    DTSEN = ("4", "DTSEN", "single social and economic data, since 2025")
