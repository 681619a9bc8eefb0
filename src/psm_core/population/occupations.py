"""What people live on, by sex, age and schooling; weights are invented."""

from ..terms import Education, Occupation, Sex
from .rng import Chance, Odds

_O = Occupation
JUNIOR, SECONDARY, _DIPLOMA = 4, 5, 6
"""Steps of `schooling`: who finished SLTP, SLTA, a diploma."""
_STUDYING = Odds({_O.PELAJAR_MAHASISWA: 95, _O.BELUM_TIDAK_BEKERJA: 5})
_STARTING = Odds(
    {
        _O.PELAJAR_MAHASISWA: 35,
        _O.BELUM_TIDAK_BEKERJA: 20,
        _O.KARYAWAN_SWASTA: 20,
        _O.BURUH_HARIAN_LEPAS: 15,
        _O.WIRASWASTA: 10,
    }
)
_OF_MEN = Odds(
    {
        _O.PETANI_PEKEBUN: 34,
        _O.BURUH_TANI_PERKEBUNAN: 12,
        _O.BURUH_HARIAN_LEPAS: 14,
        _O.WIRASWASTA: 10,
        _O.KARYAWAN_SWASTA: 8,
        _O.NELAYAN_PERIKANAN: 5,
        _O.PEDAGANG: 4,
        _O.SOPIR: 4,
        _O.TUKANG_BATU: 3,
        _O.TUKANG_KAYU: 3,
        _O.BELUM_TIDAK_BEKERJA: 3,
    }
)
_OF_WOMEN = Odds(
    {
        _O.MENGURUS_RUMAH_TANGGA: 62,
        _O.PETANI_PEKEBUN: 12,
        _O.PEDAGANG: 8,
        _O.BURUH_TANI_PERKEBUNAN: 6,
        _O.WIRASWASTA: 5,
        _O.TUKANG_JAHIT: 2,
        _O.KARYAWAN_SWASTA: 3,
        _O.PEMBANTU_RUMAH_TANGGA: 2,
    }
)
_OF_GRADUATES = Odds(
    {
        _O.GURU: 30,
        _O.PEGAWAI_NEGERI_SIPIL: 16,
        _O.KARYAWAN_HONORER: 14,
        _O.KARYAWAN_SWASTA: 14,
        _O.WIRASWASTA: 12,
        _O.PERANGKAT_DESA: 6,
        _O.PERAWAT: 4,
        _O.BELUM_TIDAK_BEKERJA: 4,
    }
)
_OF_THE_OLD = Odds({_O.BELUM_TIDAK_BEKERJA: 55, _O.PETANI_PEKEBUN: 40, _O.PEDAGANG: 5})
_OF_RETIRED_GRADUATES = Odds({_O.PENSIUNAN: 80, _O.BELUM_TIDAK_BEKERJA: 20})
_SCHOOL_AGE, _GROWN, _SETTLED, _RETIRED = 6, 18, 23, 65


def schooling(education: Education) -> int:
    """Return how far somebody came in school: the steps of the card are in order."""
    return int(education.code)


def occupation(chance: Chance, sex: Sex, age: int, education: Education) -> Occupation:
    """Return what somebody does."""
    if age < _SCHOOL_AGE:
        return _O.BELUM_TIDAK_BEKERJA
    return chance.of(_odds_of(sex, age, education))


def _odds_of(sex: Sex, age: int, education: Education) -> Odds[Occupation]:
    is_graduate = schooling(education) >= _DIPLOMA
    if age < _GROWN:
        return _STUDYING
    if age < _SETTLED and schooling(education) >= JUNIOR:
        return _STARTING
    if age >= _RETIRED:
        return _OF_RETIRED_GRADUATES if is_graduate else _OF_THE_OLD
    if is_graduate:
        return _OF_GRADUATES
    return _OF_MEN if sex is Sex.LAKI_LAKI else _OF_WOMEN
