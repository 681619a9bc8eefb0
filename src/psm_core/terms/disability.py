"""Disability, by the law and by the forms of the population administration."""

from .._core.vocabulary import Scheme, Term
from .sources import DUKCAPIL


class DisabilityType(
    Term,
    scheme=Scheme(
        "ragam-disabilitas", "Ragam disabilitas", "UU 8/2016 Pasal 4 ayat (1)", numbered=True
    ),
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
    """The four types of disability in the law; two or more together are *ganda* or *multi*.

    Source: UU 8/2016 Pasal 4.

    >>> from psm_core.terms import DisabilityType
    >>> DisabilityType.parse("tuna netra").label, DisabilityType.SENSORIK.source
    ('Disabilitas sensorik', 'UU 8/2016 Pasal 4 ayat (1) huruf d')
    """

    FISIK = ("a", "Disabilitas fisik", "physical: impaired movement")
    INTELEKTUAL = ("b", "Disabilitas intelektual", "intellectual: impaired thinking")
    MENTAL = ("c", "Disabilitas mental", "mental: psychosocial or developmental")
    SENSORIK = ("d", "Disabilitas sensorik", "sensory: sight, hearing, speech")


class DisabilityCode(
    Term,
    scheme=Scheme("disabilitas-kk", "Disabilitas dalam KK", DUKCAPIL, numbered=True),
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
    """The codes of the forms, which still say *cacat*. They do not map to the law's four types.

    >>> DisabilityCode.parse("CACAT NETRA/BUTA").label
    'Disabilitas netra'
    """

    FISIK = ("1", "Disabilitas fisik", "physical")
    NETRA = ("2", "Disabilitas netra", "blind or low vision")
    RUNGU_WICARA = ("3", "Disabilitas rungu/wicara", "deaf or without speech")
    MENTAL = ("4", "Disabilitas mental/jiwa", "mental")
    FISIK_DAN_MENTAL = ("5", "Disabilitas fisik dan mental", "physical and mental")
    LAINNYA = ("6", "Disabilitas lainnya", "other")
    TIDAK_ADA = ("7", "Tanpa disabilitas", "no disability")
