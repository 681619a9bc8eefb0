"""Consent to the use of personal data, and the legal grounds without consent.

Source: UU 27/2022 Pasal 20 to 26.
"""

from .._core.vocabulary import Scheme, Term
from .sources import PRACTICE, PSM_CORE


class ConsentPurpose(Term, scheme=Scheme("tujuan-persetujuan", "Tujuan persetujuan", PSM_CORE)):
    """The purpose that a person consents to. A consent covers one purpose or several.

    UU 27/2022 Pasal 20 ayat (2) huruf a demands stated purposes; the list is that of this package.

    >>> from psm_core.terms import ConsentPurpose
    >>> ConsentPurpose.BANTUAN.label, ConsentPurpose.DOKUMENTASI.gloss
    ('Usulan bantuan', 'pictures and publication')
    """

    PENDATAAN = ("1", "Pendataan", "registration")
    RUJUKAN = ("2", "Rujukan", "referral")
    BANTUAN = ("3", "Usulan bantuan", "proposal for a programme")
    DOKUMENTASI = ("4", "Dokumentasi dan publikasi", "pictures and publication")
    PENELITIAN = ("5", "Penelitian", "research")


class ConsentGiver(
    Term,
    scheme=Scheme("pemberi-persetujuan", "Pemberi persetujuan", PRACTICE),
    sources={
        "YANG_BERSANGKUTAN": "UU 27/2022 Pasal 20 ayat (2) huruf a",
        "ORANG_TUA": "UU 27/2022 Pasal 25 ayat (2)",
        "WALI": "UU 27/2022 Pasal 25 ayat (2)",
    },
    aliases={
        "Diri sendiri": "YANG_BERSANGKUTAN",
        "Sendiri": "YANG_BERSANGKUTAN",
        "Klien": "YANG_BERSANGKUTAN",
        "Ayah": "ORANG_TUA",
        "Ibu": "ORANG_TUA",
        "Orang tua kandung": "ORANG_TUA",
        "Wali sah": "WALI",
        "Pengampu": "WALI",
        "Kerabat": "ORANG_LAIN",
        "Keluarga lain": "ORANG_LAIN",
    },
):
    """Who gave a consent: the person whose data they are, or somebody for them.

    For a child it is a parent or guardian; for a person with a disability it is that person or a
    guardian (Pasal 26 ayat 3). ORANG_LAIN records a consent by anybody else.

    >>> from psm_core.terms import ConsentGiver
    >>> ConsentGiver.parse("ibu").gloss, ConsentGiver.parse("pengampu").label
    ('a parent', 'Wali')
    """

    YANG_BERSANGKUTAN = ("1", "Yang bersangkutan", "the person themself")
    ORANG_TUA = ("2", "Orang tua", "a parent")
    WALI = ("3", "Wali", "a guardian")
    ORANG_LAIN = ("4", "Orang lain", "somebody else, such as another relative")


class ConsentForm(
    Term,
    scheme=Scheme("bentuk-persetujuan", "Bentuk persetujuan", "UU 27/2022 Pasal 22 ayat (1)"),
    sources={
        "ELEKTRONIK": "UU 27/2022 Pasal 22 ayat (2)",
        "LISAN": PRACTICE,
    },
    aliases={
        "Formulir": "TERTULIS",
        "Surat pernyataan": "TERTULIS",
        "Surat persetujuan": "TERTULIS",
        "Tertulis di kertas": "TERTULIS",
        "Daring": "ELEKTRONIK",
        "Online": "ELEKTRONIK",
        "Elektronik": "ELEKTRONIK",
        "Rekaman": "TEREKAM",
        "Rekaman suara": "TEREKAM",
        "Rekaman video": "TEREKAM",
        "Verbal": "LISAN",
    },
):
    """The form of a consent. Written and recorded consents have the same legal force.

    A consent that is only oral is void (Pasal 22 ayat 5). LISAN records the fact that it was given.

    >>> from psm_core.terms import ConsentForm
    >>> ConsentForm.parse("rekaman suara").gloss, ConsentForm.parse("lisan").gloss
    ('recorded as audio or video', 'only oral, neither written nor recorded')
    """

    TERTULIS = ("1", "Tertulis", "written on paper")
    ELEKTRONIK = ("2", "Tertulis secara elektronik", "written electronically")
    TEREKAM = ("3", "Terekam", "recorded as audio or video")
    LISAN = ("4", "Lisan", "only oral, neither written nor recorded")


class ConsentCondition(
    Term,
    scheme=Scheme(
        "syarat-permintaan-persetujuan",
        "Syarat permintaan persetujuan",
        "UU 27/2022 Pasal 22 ayat (4)",
        numbered=True,
    ),
):
    """A condition for a request for consent that also contains other purposes.

    A consent to a request that does not meet them is void (Pasal 22 ayat 5).

    >>> from psm_core.terms import ConsentCondition
    >>> ConsentCondition.BAHASA_SEDERHANA.source
    'UU 27/2022 Pasal 22 ayat (4) huruf c'
    """

    DAPAT_DIBEDAKAN = ("a", "Dapat dibedakan dari hal lain", "clearly distinguishable")
    MUDAH_DIPAHAMI = ("b", "Mudah dipahami dan diakses", "understandable and easy to access")
    BAHASA_SEDERHANA = ("c", "Bahasa sederhana dan jelas", "simple and clear language")


class LegalGround(
    Term,
    scheme=Scheme(
        "dasar-pemrosesan",
        "Dasar pemrosesan data pribadi",
        "UU 27/2022 Pasal 20 ayat (2)",
        numbered=True,
    ),
    aliases={
        "Kepentingan umum": "KEPENTINGAN_UMUM",
        "Pelayanan publik": "KEPENTINGAN_UMUM",
        "Kepentingan umum atau kewenangan": "KEPENTINGAN_UMUM",
    },
):
    """A legal ground for processing personal data without consent.

    The public services of a village or an agency rest on ground e.

    Source: UU 27/2022 Pasal 20 ayat (2); its first ground, consent, is a `Consent`.

    >>> from psm_core.terms import LegalGround
    >>> LegalGround.KEPENTINGAN_VITAL.gloss, LegalGround.KEPENTINGAN_VITAL.source
    ('vital interests, such as life', 'UU 27/2022 Pasal 20 ayat (2) huruf d')
    """

    PERJANJIAN = ("b", "Pemenuhan kewajiban perjanjian", "a contract with the person")
    KEWAJIBAN_HUKUM = ("c", "Pemenuhan kewajiban hukum", "a legal duty")
    KEPENTINGAN_VITAL = ("d", "Pelindungan kepentingan vital", "vital interests, such as life")
    KEPENTINGAN_UMUM = (
        "e",
        "Kepentingan umum, pelayanan publik, atau kewenangan",
        "a public task, a public service or authority",
    )
    KEPENTINGAN_SAH = ("f", "Kepentingan yang sah lainnya", "other legitimate interests")
