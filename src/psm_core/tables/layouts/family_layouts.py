"""The layouts of lists of families with a row for each member.

They are derived from the layouts of lists of residents, which have the same columns. The family is
recognised by its KK number in each row, in the first row of the family, or in a group row above.
"""

from collections.abc import Mapping
from typing import Any, Final

import attrs

from ...records.families import Family
from ...records.people import Person
from ...terms import FamilyRelation
from .layout import BLANK, Column, Layout

KK_WORDS: Final = (
    "No. KK", "Nomor KK", "NKK", "No. Kartu Keluarga", "Nomor Kartu Keluarga",
)  # fmt: skip
"""First words of a group row with the number of a family card."""
ADDRESS_WORDS: Final[Mapping[str, str]] = {
    "Alamat": "street",
    "Dusun": "hamlet",
    "RT": "rt",
    "RW": "rw",
}
"""First words of a group row, or of a part of one, with a field of the address."""
_MEMBER: Final = "memberships.0"
_RELATION: Final = f"{_MEMBER}.relation"
_ADDRESS: Final = f"{_MEMBER}.person.ktp_address"
_NAMES: Final = {"kk": "kk", "family_relation": _RELATION}
"""Field of a resident → field of the family, where it is not a field of the member."""
_WORDS: Final = ("daftar kartu keluarga", "data kartu keluarga", "buku induk penduduk")
_UNRANKED: Final = BLANK | {
    "0", "belum", "belum ada", "belum tersedia", "belum ada desil", "belum diperingkat",
    "tidak ada", "tidak ada desil", "tidak ada peringkat", "tidak terdaftar", "tidak ditemukan",
    "na", "null", "none", "kosong", "#n/a", "tidak terdesil", "belum terdesil", "di luar desil",
    "diluar desil", "non desil", "tanpa desil", "tidak masuk desil", "belum masuk desil",
    "belum terdaftar", "belum terdata", "tidak terdata", "belum ada peringkat", "belum ada data",
    "tidak ada data", "data tidak ditemukan", "tidak diperingkat", "belum dirangking",
}  # fmt: skip
"""What an officer writes for a family without a rank."""
DECILE: Final = Column(
    "ranks.0.decile",
    (
        "Desil", "Desil DTSEN", "Desil Nasional", "Desil Kesejahteraan", "Peringkat Kesejahteraan",
        "Desil Keluarga", "Kelompok Desil", "Desil Kesejahteraan Nasional", "Desil Regsosek",
        "Desil Kesejahteraan Keluarga", "Peringkat Desil", "Desil KK", "Peringkat",
    ),
    blank=_UNRANKED,
    without=("Desil", "D"),
)  # fmt: skip
_PERIOD: Final = "ranks.0.period"
_PERIODS: Final = ("Periode Desil", "Triwulan Desil", "Triwulan", "Periode DTSEN")
PERIOD: Final = Column(_PERIOD, _PERIODS)
PERIOD_OF_RANKS: Final = Column(_PERIOD, (*_PERIODS, "Periode", "Periode Data"))
"""The same where the words *Periode* and *Periode Data* can mean nothing else."""


def _of_family(column: Column) -> Column:
    """Return a column of residents as one of the members of families."""
    path = column.path and _NAMES.get(column.path, f"{_MEMBER}.person.{column.path}")
    return attrs.evolve(
        column,
        path=path,
        parts=tuple(map(_of_family, column.parts)),
        required=column.path == "name",
    )


def family_layout(residents: Layout[Person], name: str, title: str) -> Layout[Family]:
    """Return the layout of the same list, with a record for each family."""
    columns = [_of_family(one) for one in residents.columns]
    extras = [_of_family(one) for one in residents.extra_columns]
    relation = next(one for one in (*columns, *extras) if one.path == _RELATION)
    headings = dict.fromkeys(("SHDK", *relation.headings))
    named = attrs.evolve(relation, headings=headings)
    own = [named if one is relation else one for one in columns]
    own += [named] if relation in extras else []
    return Layout[Any](
        name,
        title,
        Family,
        tuple(own),
        groups={
            **dict.fromkeys(KK_WORDS, "kk"),
            **{word: f"{_ADDRESS}.{name}" for word, name in ADDRESS_WORDS.items()},
        },
        facts_above=(*map(_of_family, residents.facts_above), PERIOD_OF_RANKS),
        serials=residents.serials,
        code_lists=residents.code_lists,
        extra_columns=(
            *(one for one in extras if one is not relation),
            Column("id", ("Kunci Keluarga", "ID Keluarga")),
            DECILE,
            PERIOD,
        ),
        words=_WORDS,
        needs_word=True,
        rows="memberships",
        row_key=("kk",),
        row_starts={_RELATION: FamilyRelation.KEPALA_KELUARGA},
        shared=(_ADDRESS,),
    )
