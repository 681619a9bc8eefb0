"""How the population administration codes a person."""

import re
from typing import Self

from .._core.text import require_text
from .._core.vocabulary import Scheme, Term, fold
from ..errors import ParseError

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


class Religion(
    Term,
    scheme=Scheme("agama", "Agama", _DUKCAPIL),
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
):
    """Status perkawinan: the four codes of the forms, and the words of newer family cards.

    Newer cards say whether a marriage or a divorce is registered, and have words and no codes for
    it. Each of these words belongs to one of the four codes, its `general` entry.

    >>> from psm_core.terms import MaritalStatus
    >>> unregistered = MaritalStatus.parse("Kawin Tidak Tercatat")
    >>> unregistered.label, unregistered.general.label, MaritalStatus.parse("CM").gloss
    ('Kawin Belum Tercatat', 'Kawin', 'widowed')
    """

    def __init__(self, _code: str, _label: str, _gloss: str, general: str | None = None) -> None:
        """Keep the name of the entry of the four codes."""
        self._general = general

    @property
    def general(self) -> "MaritalStatus":
        """The entry of the four codes that this one belongs to; the four are their own."""
        return self if self._general is None else MaritalStatus[self._general]

    @property
    def source(self) -> str:
        """The document this entry is taken from; only the four codes have a number in it."""
        return super().source if self.general is self else "Kartu keluarga model baru"

    BELUM_KAWIN = ("1", "Belum Kawin", "never married")
    KAWIN = ("2", "Kawin", "married")
    CERAI_HIDUP = ("3", "Cerai Hidup", "divorced")
    CERAI_MATI = ("4", "Cerai Mati", "widowed")
    KAWIN_TERCATAT = ("KAWIN TERCATAT", "Kawin Tercatat", "married, registered", "KAWIN")
    KAWIN_BELUM_TERCATAT = (
        "KAWIN BELUM TERCATAT",
        "Kawin Belum Tercatat",
        "married, not registered",
        "KAWIN",
    )
    CERAI_HIDUP_TERCATAT = (
        "CERAI HIDUP TERCATAT",
        "Cerai Hidup Tercatat",
        "divorced, registered",
        "CERAI_HIDUP",
    )
    CERAI_HIDUP_BELUM_TERCATAT = (
        "CERAI HIDUP BELUM TERCATAT",
        "Cerai Hidup Belum Tercatat",
        "divorced, not registered",
        "CERAI_HIDUP",
    )


class Citizenship(
    Term,
    scheme=Scheme("kewarganegaraan", "Kewarganegaraan", _DUKCAPIL),
    aliases={
        "Warga Negara Indonesia": "WNI",
        "Indonesia": "WNI",
        "WNI (Warga Negara Indonesia)": "WNI",
        "Warga Negara Asing": "WNA",
        "Asing": "WNA",
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


class BloodType(
    Term,
    scheme=Scheme("golongan-darah", "Golongan darah", _DUKCAPIL),
    aliases={
        f"{group} {word}": f"{group}_{sign}"
        for group in ("A", "B", "AB", "O")
        for sign, words in _RHESUS.items()
        for word in words
    }
    | dict.fromkeys(
        (
            *("Tdk Th", "Tdk Tahu", "Tdk Tau", "Tidak Tau", "Tidak Diketahui", "Belum Tahu"),
            *("Belum Diketahui", "Blm Tahu", "Belum Periksa", "Belum Diperiksa"),
        ),
        "TIDAK_TAHU",
    ),
):
    """Golongan darah. *Tidak tahu* is an answer, not a missing one.

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
        *("Strata I", "Strata Satu", "Sarjana", "Sarjana S1", "S1 Sarjana", "Sarjana Terapan"),
    ),
    "STRATA_II": (
        *("S2", "SII", "Strata 2", "Strata II", "Strata Dua", "Magister", "Magister S2"),
        *("S2 Magister", "Pascasarjana S2"),
    ),
    "STRATA_III": (
        *("S3", "SIII", "Strata 3", "Strata III", "Strata Tiga", "Doktor", "Doktor S3"),
        *("S3 Doktor", "Pascasarjana S3"),
    ),
}
_LONGEST_WORDS = 200
_FINISHED = r"^(?:tamatan|tamat|lulusan|lulus|ijazah|pendidikan|setara|setingkat)"
_EQUIVALENT = r"/?(?:se?d?e?rajat|sdra?jt|setara|setingkat)$"


class Education(
    Term,
    scheme=Scheme("pendidikan-kk", "Pendidikan dalam KK", _DUKCAPIL),
    aliases={word: name for name, words in _SCHOOLS.items() for word in words},
):
    """Pendidikan as the family card codes it, ten steps.

    `parse` also knows these words behind *tamat* and before *sederajat*, and several of one step
    with a stroke between them (``SMA/SMK/MA``).

    >>> from psm_core.terms import Education
    >>> Education.parse("Tamat SMA/sederajat").label, Education.parse("D4/S1").gloss
    ('SLTA / Sederajat', 'diploma 4 or bachelor')
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

    @classmethod
    def parse(cls, text: str, /) -> Self:
        """Read the step that people mean.

        Raises:
            ParseError: ``term.unknown``, also for words of two steps; ``type.text``.

        """
        try:
            return super().parse(text)
        except ParseError as error:
            unknown = error.issue
        plain = fold(require_text(text)) if len(text) <= _LONGEST_WORDS else ""
        words = re.sub(_EQUIVALENT, "", re.sub(_FINISHED, "", plain)).split("/")
        found = {cls._of_one_word(re.sub(_EQUIVALENT, "", word)) for word in words}
        if len(found) == 1 and (only := found.pop()) is not None:
            return only
        raise ParseError(unknown)

    @classmethod
    def _of_one_word(cls, word: str) -> Self | None:
        if word.isdecimal():  # a code stands alone
            return None
        try:
            return super().parse(word)
        except ParseError:
            return None


class HouseholdRelation(
    Term,
    scheme=Scheme(
        "hubungan-regsosek",
        "Hubungan dengan kepala keluarga, Regsosek",
        "Regsosek 2022, rincian 409",
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
    aliases={
        "KK": "KEPALA_KELUARGA",
        "Kep. Keluarga": "KEPALA_KELUARGA",
        "Kepala": "KEPALA_KELUARGA",
        "Istri/Isteri": "ISTRI",
        "Isteri": "ISTRI",
        "Anak Kandung": "ANAK",
        "Mantu": "MENANTU",
        "Orang Tua": "ORANGTUA",
        "Ortu": "ORANGTUA",
        "Ayah": "ORANGTUA",
        "Bapak": "ORANGTUA",
        "Ibu": "ORANGTUA",
        "Ayah Mertua": "MERTUA",
        "Bapak Mertua": "MERTUA",
        "Ibu Mertua": "MERTUA",
        **dict.fromkeys(
            (
                *("Famili", "Family Lain", "Famili Lainnya", "Keluarga Lain", "Adik", "Kakak"),
                *("Keponakan", "Ipar", "Adik Ipar", "Kakak Ipar", "Saudara", "Sepupu", "Cicit"),
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
