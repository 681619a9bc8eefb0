"""The layouts of lists of families: each row is a member, the rows of one family are a record.

They are derived from the layouts of lists of residents, which have the same columns. The family is
recognised by its KK number in each row, in the first row of the family, or in a group row above.
"""

from typing import Any, Final

import attrs

from ..records.families import Family
from ..records.people import Person
from ..terms import FamilyRelation
from .layout import Column, Layout

_MEMBER: Final = "memberships.0"
_RELATION: Final = f"{_MEMBER}.relation"
_ADDRESS: Final = f"{_MEMBER}.person.ktp_address"
_NAMES: Final = {"kk": "kk", "family_relation": _RELATION}
"""Field of a resident → field of the family, where it is not a field of the member."""
_KK_WORDS: Final = (
    "No. KK", "Nomor KK", "NKK", "No. Kartu Keluarga", "Nomor Kartu Keluarga",
)  # fmt: skip
_WORDS: Final = ("daftar kartu keluarga", "data kartu keluarga", "buku induk penduduk")
_DECILES: Final = (
    "Desil", "Desil DTSEN", "Desil Nasional", "Desil Kesejahteraan", "Peringkat Kesejahteraan",
    "Desil Keluarga", "Kelompok Desil",
)  # fmt: skip


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
    needed = attrs.evolve(relation, headings=headings, required=True)
    own = [needed if one is relation else one for one in columns]
    own += [needed] if relation in extras else []
    return Layout[Any](
        name,
        title,
        Family,
        tuple(own),
        groups={
            **dict.fromkeys(_KK_WORDS, "kk"),
            "Alamat": f"{_ADDRESS}.street",
            "Dusun": f"{_ADDRESS}.hamlet",
            "RT": f"{_ADDRESS}.rt",
            "RW": f"{_ADDRESS}.rw",
        },
        serials=residents.serials,
        code_lists=residents.code_lists,
        extra_columns=(
            *(one for one in extras if one is not relation),
            Column("id", ("Kunci Keluarga", "ID Keluarga")),
            Column("ranks.0.decile", _DECILES),
            Column("ranks.0.period", ("Periode Desil", "Triwulan Desil", "Triwulan")),
        ),
        words=_WORDS,
        needs_word=True,
        rows="memberships",
        row_key=("kk",),
        row_starts={_RELATION: FamilyRelation.KEPALA_KELUARGA},
        shared=(_ADDRESS,),
    )
