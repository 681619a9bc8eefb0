"""Invented names of people and places, combined from short lists of common words."""

from ..terms import Religion, Sex
from .rng import Rng

_MALE_NAMES = (
    "Adi", "Agus", "Andi", "Arif", "Bambang", "Bayu", "Budi", "Dedi", "Dwi", "Eko", "Endro",
    "Galih", "Gunawan", "Hadi", "Hendra", "Heru", "Indra", "Iwan", "Joko", "Kusno", "Mulyono",
    "Paijo", "Purwanto", "Rudi", "Slamet", "Sugeng", "Suparman", "Surya", "Sutrisno", "Teguh",
    "Tri", "Wahyu", "Wawan", "Yanto", "Yudi",
)  # fmt: skip
_FEMALE_NAMES = (
    "Ani", "Ayu", "Citra", "Dewi", "Dian", "Eka", "Endang", "Fitri", "Ida", "Indah", "Kartini",
    "Lestari", "Lina", "Mawar", "Melati", "Murni", "Ningsih", "Nita", "Puji", "Ratna", "Rini",
    "Rusmini", "Sari", "Sri", "Suharti", "Sulastri", "Suminah", "Sundari", "Tini", "Tuti", "Wati",
    "Winda", "Wulan", "Yanti", "Yuni",
)  # fmt: skip
_MALE_LAST_NAMES = (
    "Kurniawan", "Nugroho", "Pratama", "Prasetyo", "Raharjo", "Saputra", "Santoso", "Setiawan",
    "Susanto", "Wibowo", "Wijaya", "Yulianto",
)  # fmt: skip
_FEMALE_LAST_NAMES = (
    "Anggraini", "Astuti", "Handayani", "Kurniasih", "Maharani", "Permata", "Purnama", "Rahayu",
    "Safitri", "Setyowati", "Utami", "Wulandari",
)  # fmt: skip
_NAMES_BY_RELIGION = {
    (Religion.ISLAM, Sex.LAKI_LAKI): (
        "Abdul Rahman", "Ahmad", "Fauzi", "Hasan", "Ibrahim", "Ismail", "Muhammad", "Ridwan",
        "Syamsul", "Yusuf", "Zainal",
    ),
    (Religion.ISLAM, Sex.PEREMPUAN): (
        "Aisyah", "Aminah", "Fatimah", "Halimah", "Khadijah", "Maimunah", "Nur", "Nurhayati",
        "Rohani", "Siti", "Zubaidah",
    ),
    (Religion.KRISTEN, Sex.LAKI_LAKI): ("Daniel", "Markus", "Samuel", "Stefanus", "Yohanes"),
    (Religion.KRISTEN, Sex.PEREMPUAN): ("Debora", "Elisabet", "Ester", "Maria", "Marta"),
    (Religion.KATHOLIK, Sex.LAKI_LAKI): ("Antonius", "Fransiskus", "Ignasius", "Paulus", "Yosef"),
    (Religion.KATHOLIK, Sex.PEREMPUAN): ("Agnes", "Katarina", "Lusia", "Maria", "Theresia"),
    (Religion.HINDU, Sex.LAKI_LAKI): ("Gede", "Kadek", "Ketut", "Made", "Putu", "Wayan"),
    (Religion.HINDU, Sex.PEREMPUAN): ("Ketut", "Komang", "Luh", "Made", "Putu", "Wayan"),
}  # fmt: skip
_FIRST_NAMES = {Sex.LAKI_LAKI: _MALE_NAMES, Sex.PEREMPUAN: _FEMALE_NAMES}
_LAST_NAMES = {Sex.LAKI_LAKI: _MALE_LAST_NAMES, Sex.PEREMPUAN: _FEMALE_LAST_NAMES}
_OLD_AGE = 55

_FIRST_WORDS = (
    "Suka", "Mekar", "Karang", "Bumi", "Sido", "Wono", "Tanjung", "Muara", "Sungai", "Padang",
    "Gunung", "Telaga", "Rawa", "Kebun", "Pasir", "Batu", "Lubuk", "Rantau", "Banua", "Kampung",
)  # fmt: skip
_SECOND_WORDS = (
    "Makmur", "Jaya", "Sari", "Harapan", "Indah", "Mulya", "Baru", "Permai", "Asri", "Damai",
    "Sentosa", "Rukun", "Bersama", "Lestari", "Subur", "Tenteram", "Bakti", "Setia", "Sejahtera",
)  # fmt: skip
_STRIDE = 127
"""Coprime to the number of place names: consecutive names differ, and every name is used."""


def personal_name(rng: Rng, sex: Sex, religion: Religion | None, age: int) -> str:
    """Return a full name; older people often have a single name."""
    religious = None if religion is None else _NAMES_BY_RELIGION.get((religion, sex))
    first = rng.choice(religious if religious and rng.happens(450) else _FIRST_NAMES[sex])
    if rng.happens(450 if age > _OLD_AGE else 120):
        return first
    second = rng.choice(_FIRST_NAMES[sex] if rng.happens(400) else _LAST_NAMES[sex])
    return first if second == first else f"{first} {second}"


def place_name(number: int, /) -> str:
    """Return the name of an invented place; equal numbers give equal names."""
    second, first = divmod(
        number * _STRIDE % (len(_FIRST_WORDS) * len(_SECOND_WORDS)), len(_FIRST_WORDS)
    )
    return f"{_FIRST_WORDS[first]} {_SECOND_WORDS[second]}"
