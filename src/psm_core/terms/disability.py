"""Disability, by the law and by the forms of the population administration."""

from .._core.vocabulary import Scheme, Term
from .sources import DUKCAPIL

_PREFIXES = ("", "disabilitas ", "penyandang disabilitas ", "cacat ", "penyandang cacat ", "tuna ")
_IMPAIRMENTS = {
    "FISIK": ("fisik", "daksa", "tubuh"),
    "INTELEKTUAL": ("grahita", "intelektual"),
    "MENTAL": ("mental", "jiwa", "mental/jiwa", "psikososial"),
    "NETRA": ("netra", "netra/buta"),
    "RUNGU_WICARA": ("rungu/wicara", "rungu wicara", "rungu dan wicara"),
    "RUNGU": ("rungu",),
    "WICARA": ("wicara",),
}
"""Words after one of the prefixes, or alone."""
_EXAMPLES = {
    "FISIK": ("lumpuh", "lumpuh layuh", "lumpuh layu", "paraplegi", "cerebral palsy", "amputasi"),
    "INTELEKTUAL": ("down syndrome", "down syndrom", "lambat belajar"),
    "MENTAL": (
        *("ODGJ", "orang dengan gangguan jiwa", "orang dengan gangguan jiwa (ODGJ)"),
        *("gangguan jiwa", "skizofrenia", "bipolar", "autis", "autisme", "hiperaktif"),
    ),
    "NETRA": ("buta", "low vision"),
    "RUNGU": ("tuli",),
    "WICARA": ("bisu",),
}
"""Examples in the explanation of UU 8/2016 Pasal 4, and common words for them."""


def _spellings(*impairments: str) -> tuple[str, ...]:
    """Return what people write for some impairments."""
    return (
        *(
            f"{prefix}{word}"
            for prefix in _PREFIXES
            for one in impairments
            for word in _IMPAIRMENTS[one]
        ),
        *(word for one in impairments for word in _EXAMPLES.get(one, ())),
    )


_WORDS = {
    "FISIK": _spellings("FISIK"),
    "INTELEKTUAL": _spellings("INTELEKTUAL"),
    "MENTAL": _spellings("MENTAL"),
    "SENSORIK": _spellings("NETRA", "RUNGU_WICARA", "RUNGU", "WICARA"),
}


class DisabilityType(
    Term,
    scheme=Scheme(
        "ragam-disabilitas", "Ragam disabilitas", "UU 8/2016 Pasal 4 ayat (1)", numbered=True
    ),
    aliases={word: name for name, words in _WORDS.items() for word in words},
):
    """The four types of disability in the law; two or more together are *ganda* or *multi*.

    The act has no degrees of disability: the *derajat* of the draft bill is not in it. Programmes
    speak of *disabilitas berat* by their own rules. So this package has no list of degrees.

    Source: UU 8/2016 Pasal 4.

    >>> from psm_core.terms import DisabilityType
    >>> DisabilityType.parse("tuna netra").label, DisabilityType.SENSORIK.source
    ('Disabilitas sensorik', 'UU 8/2016 Pasal 4 ayat (1) huruf d')
    """

    FISIK = ("a", "Disabilitas fisik", "physical: impaired movement")
    INTELEKTUAL = ("b", "Disabilitas intelektual", "intellectual: impaired thinking")
    MENTAL = ("c", "Disabilitas mental", "mental: psychosocial or developmental")
    SENSORIK = ("d", "Disabilitas sensorik", "sensory: sight, hearing, speech")


_T = DisabilityType


class DisabilityCode(
    Term,
    scheme=Scheme("disabilitas-kk", "Disabilitas dalam KK", DUKCAPIL, numbered=True),
    aliases={
        **dict.fromkeys(_spellings("FISIK"), "FISIK"),
        **dict.fromkeys(_spellings("NETRA"), "NETRA"),
        **dict.fromkeys(_spellings("RUNGU_WICARA", "RUNGU", "WICARA"), "RUNGU_WICARA"),
        **dict.fromkeys(_spellings("MENTAL"), "MENTAL"),
        "cacat fisik dan mental": "FISIK_DAN_MENTAL",
        "fisik dan mental": "FISIK_DAN_MENTAL",
        "cacat lainnya": "LAINNYA",
        "lainnya": "LAINNYA",
        **dict.fromkeys(
            (
                *("tidak cacat", "tidak ada", "tidak", "tidak disabilitas", "non disabilitas"),
                *("bukan disabilitas", "bukan penyandang disabilitas", "normal", "tidak ada cacat"),
            ),
            "TIDAK_ADA",
        ),
    },
):
    """The codes of the forms, which still say *cacat*.

    `types` has the types of the law that a code means. *Lainnya* says nothing about them.

    >>> DisabilityCode.parse("CACAT NETRA/BUTA").label
    'Disabilitas netra'
    >>> sorted(one.label for one in DisabilityCode.FISIK_DAN_MENTAL.types)
    ['Disabilitas fisik', 'Disabilitas mental']
    """

    types: frozenset[DisabilityType] | None
    """The types of disability in the law; empty if there is none, None if the code names none."""

    def __init__(
        self, _code: str, _label: str, _gloss: str, types: frozenset[DisabilityType] | None
    ) -> None:
        """Keep the types of the law."""
        self.types = types

    FISIK = ("1", "Disabilitas fisik", "physical", frozenset({_T.FISIK}))
    NETRA = ("2", "Disabilitas netra", "blind or low vision", frozenset({_T.SENSORIK}))
    RUNGU_WICARA = (
        "3",
        "Disabilitas rungu/wicara",
        "deaf or without speech",
        frozenset({_T.SENSORIK}),
    )
    MENTAL = ("4", "Disabilitas mental/jiwa", "mental", frozenset({_T.MENTAL}))
    FISIK_DAN_MENTAL = (
        "5",
        "Disabilitas fisik dan mental",
        "physical and mental",
        frozenset({_T.FISIK, _T.MENTAL}),
    )
    LAINNYA = ("6", "Disabilitas lainnya", "other", None)
    TIDAK_ADA = ("7", "Tanpa disabilitas", "no disability", frozenset[DisabilityType]())
