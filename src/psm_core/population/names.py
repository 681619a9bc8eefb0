"""Names of people and places, put together from short lists of common words; all invented."""

from ..terms import Religion, Sex
from .rng import Chance

_MEN = (
    "Adi", "Agus", "Andi", "Arif", "Bambang", "Bayu", "Budi", "Dedi", "Dwi", "Eko", "Endro",
    "Galih", "Gunawan", "Hadi", "Hendra", "Heru", "Indra", "Iwan", "Joko", "Kusno", "Mulyono",
    "Paijo", "Purwanto", "Rudi", "Slamet", "Sugeng", "Suparman", "Surya", "Sutrisno", "Teguh",
    "Tri", "Wahyu", "Wawan", "Yanto", "Yudi",
)  # fmt: skip
_WOMEN = (
    "Ani", "Ayu", "Citra", "Dewi", "Dian", "Eka", "Endang", "Fitri", "Ida", "Indah", "Kartini",
    "Lestari", "Lina", "Mawar", "Melati", "Murni", "Ningsih", "Nita", "Puji", "Ratna", "Rini",
    "Rusmini", "Sari", "Sri", "Suharti", "Sulastri", "Suminah", "Sundari", "Tini", "Tuti", "Wati",
    "Winda", "Wulan", "Yanti", "Yuni",
)  # fmt: skip
_BEHIND_MEN = (
    "Kurniawan", "Nugroho", "Pratama", "Prasetyo", "Raharjo", "Saputra", "Santoso", "Setiawan",
    "Susanto", "Wibowo", "Wijaya", "Yulianto",
)  # fmt: skip
_BEHIND_WOMEN = (
    "Anggraini", "Astuti", "Handayani", "Kurniasih", "Maharani", "Permata", "Purnama", "Rahayu",
    "Safitri", "Setyowati", "Utami", "Wulandari",
)  # fmt: skip
_OF_RELIGION = {
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
_FRONT = {Sex.LAKI_LAKI: _MEN, Sex.PEREMPUAN: _WOMEN}
_BEHIND = {Sex.LAKI_LAKI: _BEHIND_MEN, Sex.PEREMPUAN: _BEHIND_WOMEN}
_OLD = 55

_HEADS = (
    "Suka", "Mekar", "Karang", "Bumi", "Sido", "Wono", "Tanjung", "Muara", "Sungai", "Padang",
    "Gunung", "Telaga", "Rawa", "Kebun", "Pasir", "Batu", "Lubuk", "Rantau", "Banua", "Kampung",
)  # fmt: skip
_TAILS = (
    "Makmur", "Jaya", "Sari", "Harapan", "Indah", "Mulya", "Baru", "Permai", "Asri", "Damai",
    "Sentosa", "Rukun", "Bersama", "Lestari", "Subur", "Tenteram", "Bakti", "Setia", "Sejahtera",
)  # fmt: skip
_STRIDE = 127
"""It has no divisor in common with the count of names, so neighbours differ and none is skipped."""


def personal_name(chance: Chance, sex: Sex, religion: Religion | None, age: int) -> str:
    """Return a full name; the old often have a single one."""
    own = None if religion is None else _OF_RELIGION.get((religion, sex))
    first = chance.one(own if own and chance.happens(450) else _FRONT[sex])
    if chance.happens(450 if age > _OLD else 120):
        return first
    second = chance.one(_FRONT[sex] if chance.happens(400) else _BEHIND[sex])
    return first if second == first else f"{first} {second}"


def place_name(number: int, /) -> str:
    """Return the name of an invented place: the same for the same number."""
    tail, head = divmod(number * _STRIDE % (len(_HEADS) * len(_TAILS)), len(_HEADS))
    return f"{_HEADS[head]} {_TAILS[tail]}"
