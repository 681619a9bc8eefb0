"""Probabilities of an invented population: distributions, and rates in thousandths (`…_RATE`).

They are invented. They were adjusted until a large population had about the age structure of the
2020 census (BPS: 23.3 % under 15, 5.95 % aged 65 and above) and of the survey of March 2023 (BPS:
11.75 % aged 60 and above, 65 % of them married). The figures of one village mean nothing.
"""

from enum import Enum, auto
from typing import Final, NamedTuple

from ..terms import BloodType, Education, LifeStatus, NIKAbsence, Religion, Sex
from .rng import Distribution


class FamilyKind(Enum):
    """The kind of a family, by its head."""

    COUPLE = auto()
    SINGLE_MOTHER = auto()
    SINGLE_FATHER = auto()
    LIVING_ALONE = auto()


class AgeBand(NamedTuple):
    """Ages of family heads, and the kinds of their families."""

    min_age: int
    max_age: int
    kinds: Distribution[FamilyKind]


def _kinds(
    couple: int, single_mother: int, single_father: int, living_alone: int
) -> Distribution[FamilyKind]:
    return Distribution(
        dict(zip(FamilyKind, (couple, single_mother, single_father, living_alone), strict=True))
    )


_STARTING = _kinds(90, 3, 1, 6)
_YOUNG = _kinds(89, 7, 2, 2)
_MIDDLE = _kinds(81, 15, 3, 1)
_AGEING = _kinds(74, 18, 3, 5)
_AGED = _kinds(54, 27, 5, 14)
HEAD_AGES: Final = Distribution(
    {
        AgeBand(21, 24, _STARTING): 3,
        AgeBand(25, 29, _YOUNG): 7,
        AgeBand(30, 34, _YOUNG): 10,
        AgeBand(35, 39, _YOUNG): 12,
        AgeBand(40, 44, _YOUNG): 13,
        AgeBand(45, 49, _MIDDLE): 13,
        AgeBand(50, 54, _MIDDLE): 12,
        AgeBand(55, 59, _MIDDLE): 11,
        AgeBand(60, 64, _AGEING): 9,
        AgeBand(65, 69, _AGEING): 6,
        AgeBand(70, 79, _AGED): 5,
        AgeBand(80, 89, _AGED): 1,
    }
)

MIN_MARRIAGE_AGE: Final = 19
"""For both, as in UU 16/2019; here also for those who married before that act."""
MAX_AGE: Final = 99
"""The year in a NIK has two digits."""
HUSBAND_AGE_DIFFERENCES: Final = Distribution(
    {-3: 3, -1: 10, 0: 15, 1: 15, 2: 15, 3: 14, 5: 14, 7: 8, 10: 6}
)
YEARS_BEFORE_MARRIAGE: Final = Distribution({0: 20, 1: 18, 2: 16, 3: 13, 4: 10, 6: 10, 8: 7, 11: 6})
_CHILD_COUNTS_BEFORE_1960 = Distribution({0: 3, 1: 7, 2: 15, 3: 22, 4: 23, 5: 17, 6: 13})
_CHILD_COUNTS_1960S = Distribution({0: 4, 1: 11, 2: 30, 3: 30, 4: 17, 5: 8})
RECENT_CHILD_COUNTS: Final = Distribution({0: 4, 1: 16, 2: 45, 3: 26, 4: 9})
CHILD_COUNTS: Final = {
    **dict.fromkeys(range(1900, 1960, 10), _CHILD_COUNTS_BEFORE_1960),
    1960: _CHILD_COUNTS_1960S,
}
"""Decade of a woman's birth → number of her children; later decades have the recent counts."""
MAX_AGE_OF_MOTHER: Final = 44
TWIN_RATE: Final = 10
MALE_BIRTH_RATE: Final = 518
NEWCOMER_RATE: Final = 180
FEMALE_HEAD_RATE: Final = 8
MARRIED_CHILD_AT_HOME_RATE: Final = 230
SEPARATE_CARD_RATE: Final = 300
PARENT_AT_HOME_RATE: Final = 170
MAX_AGE_WITH_PARENT: Final = 56
MOTHER_RATE: Final = 750
MIN_AGE_OF_GRANDPARENT: Final = 52
GRANDCHILD_WITHOUT_PARENTS_RATE: Final = 60
MAX_AGE_OF_GRANDCHILD: Final = 14
RELATIVE_AT_HOME_RATE: Final = 45
ELDERLY_AGE: Final = 60
NEVER_MARRIED_RATES: Final = (550, 80)
"""Of people living alone: under 60, and from 60."""
FEMALE_ALONE_RATES: Final = (350, 720)

_UNMARRIED_AT_HOME_RATES = {
    Sex.LAKI_LAKI: ((17, 990), (21, 950), (25, 780), (30, 520), (40, 230), (99, 80)),
    Sex.PEREMPUAN: ((17, 990), (21, 860), (25, 500), (30, 250), (40, 90), (99, 40)),
}
_WIDOWED_RATES = ((35, 150), (50, 450), (60, 780), (120, 940))


def unmarried_at_home_rate(age: int, sex: Sex) -> int:
    """Return the rate of children of an age who are unmarried and live with their parents."""
    return rate_at_age(_UNMARRIED_AT_HOME_RATES[sex], age)


def widowed_rate(age: int) -> int:
    """Return the rate of widows and widowers among people no longer married."""
    return rate_at_age(_WIDOWED_RATES, age)


RELIGIONS: Final = Distribution(
    {
        Religion.ISLAM: 870,
        Religion.KRISTEN: 75,
        Religion.KATHOLIK: 31,
        Religion.HINDU: 17,
        Religion.BUDHA: 6,
        Religion.KEPERCAYAAN: 1,
    }
)
MAJORITY_RELIGION_RATE: Final = 950
"""Families with the majority religion of the village."""
BLOOD_TYPES: Final[Distribution[BloodType | None]] = Distribution(
    {
        None: 60,
        BloodType.TIDAK_TAHU: 18,
        BloodType.O: 9,
        BloodType.A: 5,
        BloodType.B: 6,
        BloodType.AB: 2,
    }
)
LIFE_STATUSES: Final[Distribution[LifeStatus | None]] = Distribution({LifeStatus.HIDUP: 9, None: 1})
"""All people of a generated village are alive; some lists do not say so."""

MIN_AGE_WITHOUT_BIRTH_DATE: Final = 60
"""From this age, the record of some people has only the year of birth. The rate is invented."""
PARTIAL_BIRTH_DATE_RATE: Final = 60
APPROXIMATE_YEAR_RATE: Final = 250
"""The part of these people whose year of birth is approximate."""
MISSING_NIK_RATE: Final = 3
NEWBORN_MISSING_NIK_RATE: Final = 150
"""Of infants under one year."""
NIK_ABSENCES: Final = Distribution(
    {
        NIKAbsence.TIDAK_DIKETAHUI: 50,
        NIKAbsence.TIDAK_TERBACA: 20,
        NIKAbsence.TIDAK_DIBERIKAN: 15,
        NIKAbsence.BELUM_MEMILIKI: 15,
    }
)
MISSING_KK_RATE: Final = 4

_E = Education
_EDUCATION: dict[int, Distribution[Education]] = {
    7: Distribution({_E.TIDAK_BELUM_SEKOLAH: 1}),
    13: Distribution({_E.BELUM_TAMAT_SD: 1}),
    16: Distribution({_E.TAMAT_SD: 95, _E.BELUM_TAMAT_SD: 5}),
    19: Distribution({_E.SLTP: 85, _E.TAMAT_SD: 12, _E.BELUM_TAMAT_SD: 3}),
    23: Distribution({_E.SLTA: 70, _E.SLTP: 20, _E.TAMAT_SD: 10}),
    35: Distribution({_E.SLTA: 46, _E.SLTP: 22, _E.TAMAT_SD: 15, _E.DIPLOMA_III: 4,
              _E.DIPLOMA_IV_STRATA_I: 12, _E.BELUM_TAMAT_SD: 1}),
    50: Distribution({_E.SLTA: 34, _E.SLTP: 23, _E.TAMAT_SD: 29, _E.DIPLOMA_III: 3,
              _E.DIPLOMA_IV_STRATA_I: 7, _E.STRATA_II: 1, _E.BELUM_TAMAT_SD: 3}),
    65: Distribution({_E.SLTA: 19, _E.SLTP: 14, _E.TAMAT_SD: 42, _E.DIPLOMA_I_ATAU_II: 2,
              _E.DIPLOMA_IV_STRATA_I: 5, _E.BELUM_TAMAT_SD: 13, _E.TIDAK_BELUM_SEKOLAH: 5}),
    120: Distribution({_E.SLTA: 7, _E.SLTP: 6, _E.TAMAT_SD: 35, _E.DIPLOMA_IV_STRATA_I: 2,
               _E.BELUM_TAMAT_SD: 28, _E.TIDAK_BELUM_SEKOLAH: 22}),
}  # fmt: skip
EDUCATION_BY_AGE: Final = tuple(
    next(levels for below, levels in _EDUCATION.items() if age < below) for age in range(120)
)
"""Age → highest education completed."""

DISABILITY_RATES: Final = ((18, 6), (60, 12), (120, 45))
DISABILITY_COUNTS: Final = Distribution({1: 90, 2: 10})
PHONE_RATES: Final = ((13, 0), (17, 450), (60, 780), (120, 300))


def rate_at_age(table: tuple[tuple[int, int], ...], age: int) -> int:
    """Return the rate of the first row whose upper bound is above an age."""
    return next(rate for below, rate in table if age < below)


LOWER_DECILES: Final = Distribution(
    {1: 18, 2: 16, 3: 14, 4: 13, 5: 11, 6: 9, 7: 7, 8: 6, 9: 4, 10: 2}
)
HIGHER_DECILES: Final = Distribution(
    {1: 2, 2: 4, 3: 7, 4: 8, 5: 10, 6: 12, 7: 14, 8: 14, 9: 15, 10: 14}
)
"""Welfare deciles of families whose head finished senior secondary school, or did not (above)."""
