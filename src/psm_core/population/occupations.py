"""Occupations by sex, age and education; the weights are invented."""

from ..terms import Education, Occupation, Sex
from .rng import Distribution, Rng

_O = Occupation
JUNIOR_SECONDARY, SENIOR_SECONDARY, _DIPLOMA = 4, 5, 6
"""Results of `education_step` for SLTP, SLTA and the lowest diploma."""
_PUPILS = Distribution({_O.PELAJAR_MAHASISWA: 95, _O.BELUM_TIDAK_BEKERJA: 5})
_STARTING = Distribution(
    {
        _O.PELAJAR_MAHASISWA: 35,
        _O.BELUM_TIDAK_BEKERJA: 20,
        _O.KARYAWAN_SWASTA: 20,
        _O.BURUH_HARIAN_LEPAS: 15,
        _O.WIRASWASTA: 10,
    }
)
_MALE = Distribution(
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
_FEMALE = Distribution(
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
_GRADUATES = Distribution(
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
_ELDERLY = Distribution({_O.BELUM_TIDAK_BEKERJA: 55, _O.PETANI_PEKEBUN: 40, _O.PEDAGANG: 5})
_RETIRED_GRADUATES = Distribution({_O.PENSIUNAN: 80, _O.BELUM_TIDAK_BEKERJA: 20})
_SCHOOL_AGE, _ADULT_AGE, _SETTLED_AGE, _RETIREMENT_AGE = 6, 18, 23, 65


def education_step(education: Education) -> int:
    """Return a number that rises with the level of education."""
    return int(education.code)


def occupation(rng: Rng, sex: Sex, age: int, education: Education) -> Occupation:
    """Return the occupation of a person."""
    if age < _SCHOOL_AGE:
        return _O.BELUM_TIDAK_BEKERJA
    return rng.draw(_distribution(sex, age, education))


def _distribution(sex: Sex, age: int, education: Education) -> Distribution[Occupation]:
    is_graduate = education_step(education) >= _DIPLOMA
    if age < _ADULT_AGE:
        return _PUPILS
    if age < _SETTLED_AGE and education_step(education) >= JUNIOR_SECONDARY:
        return _STARTING
    if age >= _RETIREMENT_AGE:
        return _RETIRED_GRADUATES if is_graduate else _ELDERLY
    if is_graduate:
        return _GRADUATES
    return _MALE if sex is Sex.LAKI_LAKI else _FEMALE
