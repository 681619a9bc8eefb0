"""The layouts of lists of families: a row for each member, or for each family with its rank.

Those of members are derived from the layouts of lists of residents, which have the same columns.
The family is recognised by its KK number in each row, in the first row of the family, or in a group
row above.
"""

from typing import Any, Final

import attrs

from ..records.families import Family
from ..records.people import Person
from ..terms import FamilyRelation, RegionLevel
from .common_columns import NAME_NIK, PERSON, REGION
from .family_group_rows import ADDRESS_WORDS, KK_WORDS
from .general_facts import home_facts
from .layout import BLANK, Column, Layout
from .shared_headings import ZERO_IS_BLANK, distinct, split_columns

_MEMBER: Final = "memberships.0"
_HEAD: Final = f"{_MEMBER}.person."
_RELATION: Final = f"{_MEMBER}.relation"
_ADDRESS: Final = f"{_MEMBER}.person.ktp_address"
_NAMES: Final = {"kk": "kk", "family_relation": _RELATION}
"""Field of a resident → field of the family, where it is not a field of the member."""
_WORDS: Final = ("daftar kartu keluarga", "data kartu keluarga", "buku induk penduduk")
_DECILES: Final = (
    "Desil", "Desil DTSEN", "Desil Nasional", "Desil Kesejahteraan", "Peringkat Kesejahteraan",
    "Desil Keluarga", "Kelompok Desil",
)  # fmt: skip
_PERIODS: Final = ("Periode Desil", "Triwulan Desil", "Triwulan")
_UNRANKED: Final = BLANK | {
    "0", "belum", "belum ada", "belum tersedia", "belum ada desil", "belum diperingkat",
    "tidak ada", "tidak ada desil", "tidak ada peringkat", "tidak terdaftar", "tidak ditemukan",
}  # fmt: skip
"""What an officer writes for a family without a rank."""
_BEFORE_DECILE: Final = ("Desil", "D")


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
            **dict.fromkeys(KK_WORDS, "kk"),
            **{word: f"{_ADDRESS}.{name}" for word, name in ADDRESS_WORDS.items()},
        },
        facts_above=tuple(map(_of_family, residents.facts_above)),
        serials=residents.serials,
        code_lists=residents.code_lists,
        extra_columns=(
            *(one for one in extras if one is not relation),
            Column("id", ("Kunci Keluarga", "ID Keluarga")),
            Column("ranks.0.decile", _DECILES, blank=_UNRANKED, without=_BEFORE_DECILE),
            Column("ranks.0.period", _PERIODS),
        ),
        words=_WORDS,
        needs_word=True,
        rows="memberships",
        row_key=("kk",),
        row_starts={_RELATION: FamilyRelation.KEPALA_KELUARGA},
        shared=(_ADDRESS,),
    )


_HEAD_NAMES: Final = (
    "Nama Kepala Keluarga", "Nama KRT", "Kepala Keluarga", "Nama KK", "Nama Kepala Rumah Tangga",
    "Nama KK/KRT",
)  # fmt: skip


def _of_head(field: str, *headings: str, without: tuple[str, ...] = ()) -> Column:
    """Return a column of the head of a family."""
    is_number = field in {"nik", "ktp_address.rt", "ktp_address.rw"}
    blank = ZERO_IS_BLANK if is_number else BLANK
    every = distinct((*PERSON[field], *headings))
    return Column(f"{_HEAD}{field}", every, blank=blank, without=without)


FAMILY_RANKS: Final = Layout(
    "keluarga-desil",
    "Daftar keluarga dengan desil (SIKS-NG, DTSEN): satu baris satu keluarga",
    Family,
    (
        Column("kk", distinct(("No. KK", *PERSON["kk"])), blank=ZERO_IS_BLANK),
        Column(f"{_HEAD}name", _HEAD_NAMES, required=True),
        _of_head("nik", "NIK Kepala Keluarga", "NIK KRT", "NIK KK"),
        _of_head("ktp_address.street"),
        _of_head("ktp_address.hamlet", without=("dusun", "dsn")),
        _of_head("ktp_address.rt", without=("RT",)),
        _of_head("ktp_address.rw", without=("RW",)),
        *(
            Column(f"{_HEAD}ktp_address.region", REGION[level], level=level)
            for level in (RegionLevel.REGENCY, RegionLevel.DISTRICT, RegionLevel.VILLAGE)
        ),
        Column("ranks.0.decile", _DECILES, blank=_UNRANKED, without=_BEFORE_DECILE),
        Column("ranks.0.period", (*_PERIODS, "Periode", "Periode Data", "Periode DTSEN")),
    ),
    constants={_RELATION: FamilyRelation.KEPALA_KELUARGA},
    extra_columns=(
        _of_head("sex"),
        _of_head("birth_place"),
        _of_head("birth_date"),
        *(one for one in split_columns(_HEAD, has_home=True) if one.headings != NAME_NIK),
        Column(
            f"{_HEAD}ktp_address.region", REGION[RegionLevel.PROVINCE], level=RegionLevel.PROVINCE
        ),
        # With another name, the NIK is not that of the head.
        Column(None, distinct(PERSON["name"]), is_evidence=False),
        Column(None, distinct(PERSON["family_relation"]), is_evidence=False),
    ),
    facts_above=(
        *home_facts(_HEAD),
        Column("ranks.0.period", (*_PERIODS, "Periode", "Periode Data", "Periode DTSEN")),
    ),
    words=("desil", "peringkat kesejahteraan"),
    needs_word=True,
)
"""A list with a row for each family: its head, and its rank in a period."""
