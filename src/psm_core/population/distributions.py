"""How often what happens, as tables: whole weights, or so many in a thousand.

They are invented, and set until a large population had about the shape of the census of 2020 (BPS:
23.3 % under 15, 5.95 % of 65 and above) and of the survey of March 2023 (BPS: 11.75 % of 60 and
above, 65 % of them married). Figures of one village mean nothing.
"""

from enum import Enum, auto
from typing import Final, NamedTuple

from ..terms import BloodType, Education, NIKAbsence, Religion, Sex
from .rng import Odds


class Kind(Enum):
    """What a family is around."""

    COUPLE = auto()
    LONE_WOMAN = auto()
    LONE_MAN = auto()
    ALONE = auto()


class Band(NamedTuple):
    """Heads of families of some ages, and what their families are around."""

    least: int
    most: int
    kinds: Odds[Kind]


def _kinds(couple: int, lone_woman: int, lone_man: int, alone: int) -> Odds[Kind]:
    return Odds(dict(zip(Kind, (couple, lone_woman, lone_man, alone), strict=True)))


_STARTING = _kinds(90, 3, 1, 6)
_YOUNG = _kinds(89, 7, 2, 2)
_MIDDLE = _kinds(81, 15, 3, 1)
_AGEING = _kinds(74, 18, 3, 5)
_AGED = _kinds(54, 27, 5, 14)
HEAD_AGES: Final = Odds(
    {
        Band(21, 24, _STARTING): 3,
        Band(25, 29, _YOUNG): 7,
        Band(30, 34, _YOUNG): 10,
        Band(35, 39, _YOUNG): 12,
        Band(40, 44, _YOUNG): 13,
        Band(45, 49, _MIDDLE): 13,
        Band(50, 54, _MIDDLE): 12,
        Band(55, 59, _MIDDLE): 11,
        Band(60, 64, _AGEING): 9,
        Band(65, 69, _AGEING): 6,
        Band(70, 79, _AGED): 5,
        Band(80, 89, _AGED): 1,
    }
)

MARRIAGE_AGE: Final = 19
"""For both, as UU 16/2019 has it; here it holds for those who married before, too."""
OLDEST: Final = 99
"""In a NIK the year has two digits."""
YEARS_HE_IS_OLDER: Final = Odds({-3: 3, -1: 10, 0: 15, 1: 15, 2: 15, 3: 14, 5: 14, 7: 8, 10: 6})
YEARS_UNTIL_MARRIED: Final = Odds({0: 20, 1: 18, 2: 16, 3: 13, 4: 10, 6: 10, 8: 7, 11: 6})
_MANY = Odds({0: 3, 1: 7, 2: 15, 3: 22, 4: 23, 5: 17, 6: 13})
_THREE = Odds({0: 4, 1: 11, 2: 30, 3: 30, 4: 17, 5: 8})
CHILDREN_LATELY: Final = Odds({0: 4, 1: 16, 2: 45, 3: 26, 4: 9})
CHILDREN: Final = {1900: _MANY, 1910: _MANY, 1920: _MANY, 1930: _MANY, 1940: _MANY, 1950: _MANY,
                   1960: _THREE}  # fmt: skip
"""Decade in which a woman was born → how many children she has in the end."""
LAST_BIRTH: Final = 44
TWINS: Final = 10
BOYS: Final = 518
NEWCOMERS: Final = 180
WOMAN_HEADS: Final = 8
MARRIED_AT_HOME: Final = 230
OWN_CARD: Final = 300
PARENT_AT_HOME: Final = 170
PARENT_LIVES_UNTIL: Final = 56
MOTHERS: Final = 750
GRANDPARENT: Final = 52
GRANDCHILD_ALONE: Final = 60
OLDEST_GRANDCHILD: Final = 14
RELATIVE_AT_HOME: Final = 45
ELDERLY: Final = 60
NEVER_MARRIED: Final = (550, 80)
"""Of those who live alone, under 60 and above."""
ALONE_WOMEN: Final = (350, 720)

_AT_HOME = {
    Sex.LAKI_LAKI: ((17, 990), (21, 950), (25, 780), (30, 520), (40, 230), (99, 80)),
    Sex.PEREMPUAN: ((17, 990), (21, 860), (25, 500), (30, 250), (40, 90), (99, 40)),
}
_WIDOWED = ((35, 150), (50, 450), (60, 780), (120, 940))


def at_home(age: int, sex: Sex) -> int:
    """Return how many of a thousand children of an age are unmarried and at home."""
    return by_age(_AT_HOME[sex], age)


def widowed(age: int) -> int:
    """Return how many of a thousand who lost their partner lost them by death."""
    return by_age(_WIDOWED, age)


RELIGIONS: Final = Odds(
    {
        Religion.ISLAM: 870,
        Religion.KRISTEN: 75,
        Religion.KATHOLIK: 31,
        Religion.HINDU: 17,
        Religion.BUDHA: 6,
        Religion.KEPERCAYAAN_LAINNYA: 1,
    }
)
OF_THE_VILLAGE: Final = 950
"""Families with the religion of most of the village."""
BLOOD_TYPES: Final[Odds[BloodType | None]] = Odds(
    {
        None: 60,
        BloodType.TIDAK_TAHU: 18,
        BloodType.O: 9,
        BloodType.A: 5,
        BloodType.B: 6,
        BloodType.AB: 2,
    }
)

WITHOUT_NIK: Final = 3
NEWBORN_WITHOUT_NIK: Final = 150
"""Of those in their first year."""
WHY_WITHOUT_NIK: Final = Odds(
    {
        NIKAbsence.TIDAK_DIKETAHUI: 50,
        NIKAbsence.TIDAK_TERBACA: 20,
        NIKAbsence.TIDAK_DIBERIKAN: 15,
        NIKAbsence.BELUM_MEMILIKI: 15,
    }
)
WITHOUT_CARD: Final = 4

_E = Education
_SCHOOL: dict[int, Odds[Education]] = {
    7: Odds({_E.TIDAK_BELUM_SEKOLAH: 1}),
    13: Odds({_E.BELUM_TAMAT_SD: 1}),
    16: Odds({_E.TAMAT_SD: 95, _E.BELUM_TAMAT_SD: 5}),
    19: Odds({_E.SLTP: 85, _E.TAMAT_SD: 12, _E.BELUM_TAMAT_SD: 3}),
    23: Odds({_E.SLTA: 70, _E.SLTP: 20, _E.TAMAT_SD: 10}),
    35: Odds({_E.SLTA: 46, _E.SLTP: 22, _E.TAMAT_SD: 15, _E.DIPLOMA_III: 4,
              _E.DIPLOMA_IV_STRATA_I: 12, _E.BELUM_TAMAT_SD: 1}),
    50: Odds({_E.SLTA: 34, _E.SLTP: 23, _E.TAMAT_SD: 29, _E.DIPLOMA_III: 3,
              _E.DIPLOMA_IV_STRATA_I: 7, _E.STRATA_II: 1, _E.BELUM_TAMAT_SD: 3}),
    65: Odds({_E.SLTA: 19, _E.SLTP: 14, _E.TAMAT_SD: 42, _E.DIPLOMA_I_ATAU_II: 2,
              _E.DIPLOMA_IV_STRATA_I: 5, _E.BELUM_TAMAT_SD: 13, _E.TIDAK_BELUM_SEKOLAH: 5}),
    120: Odds({_E.SLTA: 7, _E.SLTP: 6, _E.TAMAT_SD: 35, _E.DIPLOMA_IV_STRATA_I: 2,
               _E.BELUM_TAMAT_SD: 28, _E.TIDAK_BELUM_SEKOLAH: 22}),
}  # fmt: skip
SCHOOLING: Final = tuple(
    next(found for below, found in _SCHOOL.items() if age < below) for age in range(120)
)
"""Age → what school has been finished."""

DISABLED: Final = ((18, 6), (60, 12), (120, 45))
DISABILITIES: Final = Odds({1: 90, 2: 10})
PHONES: Final = ((13, 0), (17, 450), (60, 780), (120, 300))


def by_age(table: tuple[tuple[int, int], ...], age: int) -> int:
    """Return the share of the first row whose bound lies above an age."""
    return next(share for below, share in table if age < below)


POORER: Final = Odds({1: 18, 2: 16, 3: 14, 4: 13, 5: 11, 6: 9, 7: 7, 8: 6, 9: 4, 10: 2})
RICHER: Final = Odds({1: 2, 2: 4, 3: 7, 4: 8, 5: 10, 6: 12, 7: 14, 8: 14, 9: 15, 10: 14})
"""Decile of a family whose head went to secondary school, and, above, of one whose did not."""
