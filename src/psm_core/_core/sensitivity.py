"""`Sensitivity`: the classes of the personal data law."""

from .vocabulary import Scheme, Term


class Sensitivity(
    Term,
    scheme=Scheme("data-pribadi", "Kelas data pribadi", "UU 27/2022 Pasal 4 ayat (1)"),
    sources={
        "NONE": "Kosakata psm-core",
        "UMUM": "UU 27/2022 Pasal 4 ayat (1) huruf b",
        "SPESIFIK": "UU 27/2022 Pasal 4 ayat (1) huruf a",
    },
):
    """The class of a field under the personal data law.

    Numbers that identify a person, such as a NIK, are *umum*, because the law lists data that are
    combined to identify someone there. All data of a child are *spesifik*, whatever the class of
    the field.

    >>> from psm_core.terms import Sensitivity
    >>> [one.label for one in Sensitivity]
    ['Bukan data pribadi', 'Data pribadi yang bersifat umum', 'Data pribadi yang bersifat spesifik']
    >>> Sensitivity.UMUM.code < Sensitivity.SPESIFIK.code
    True
    """

    NONE = ("0", "Bukan data pribadi", "not personal data")
    UMUM = ("1", "Data pribadi yang bersifat umum", "general personal data")
    SPESIFIK = ("2", "Data pribadi yang bersifat spesifik", "specific personal data")
