"""The layouts of lists of families with their welfare rank, as SIKS-NG and DTSEN have them.

A row is a member, a family with its head, or a family with nothing but the number of its card.
"""

from typing import Final

import attrs

from ...records.families import Family
from ...records.people import Person
from ...terms import FamilyRelation, RegionLevel
from .common_columns import KK_NIK, NAME_NIK, NIK_KK, ODD, PERSON, REGION
from .family_layouts import DECILE, PERIOD_OF_RANKS, family_layout
from .general_facts import home_facts
from .layout import BLANK, Column, Layout
from .shared_headings import ZERO_IS_BLANK, distinct, split_columns

_MEMBER: Final = "memberships.0"
_HEAD: Final = f"{_MEMBER}.person."
_ADDRESS: Final = f"{_HEAD}ktp_address"
_RELATION: Final = f"{_MEMBER}.relation"
_WORDS: Final = ("desil", "peringkat")
_KK: Final = Column("kk", distinct(("No. KK", *PERSON["kk"])), required=True, blank=ZERO_IS_BLANK)
_MAIN: Final = (
    *(f"{_HEAD}nik", f"{_HEAD}name", _RELATION),
    *(f"{_ADDRESS}.{name}" for name in ("street", "hamlet", "rt", "rw", "region")),
)
"""The fields of members that templates have."""

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
        attrs.evolve(_KK, required=False),
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
        DECILE,
        PERIOD_OF_RANKS,
    ),
    constants={_RELATION: FamilyRelation.KEPALA_KELUARGA},
    extra_columns=(
        _of_head("sex"),
        _of_head("birth_place"),
        _of_head("birth_date"),
        *(
            one
            for one in split_columns(_HEAD, has_home=True)
            if one.headings not in {NAME_NIK, NIK_KK, KK_NIK}  # NIK KK is that of the head
        ),
        Column(
            f"{_HEAD}ktp_address.region", REGION[RegionLevel.PROVINCE], level=RegionLevel.PROVINCE
        ),
        # With another name, the NIK is not that of the head.
        Column(None, distinct(PERSON["name"]), is_evidence=False),
        Column(None, distinct(PERSON["family_relation"]), is_evidence=False),
    ),
    facts_above=(*home_facts(_HEAD), PERIOD_OF_RANKS),
    words=_WORDS,
    needs_word=True,
)
"""A list with a row for each family: its head, and its rank in a period."""

CARD_RANKS: Final = Layout(
    "kk-desil",
    "Daftar nomor KK dengan desil (SIKS-NG, DTSEN): satu baris satu keluarga",
    Family,
    (_KK, attrs.evolve(DECILE, required=True), PERIOD_OF_RANKS),
    extra_columns=(
        # With one of these, it is a list of people.
        Column(None, distinct(PERSON["name"]), is_evidence=False),
        Column(None, distinct(PERSON["nik"]), is_evidence=False),
    ),
    facts_above=(PERIOD_OF_RANKS,),
    words=_WORDS,
    needs_word=True,
)
"""A list with a row for each family: the number of its card, and its rank in a period."""


def _of_any_member(column: Column) -> Column:
    """Return a column; the number of the card is required, and names of workers are none."""
    if column.path == "kk":
        return attrs.evolve(column, required=True)
    if column.path == f"{_HEAD}name":
        return attrs.evolve(column, headings=distinct((*PERSON["name"], *ODD["name"])))
    return column


def member_ranks(residents: Layout[Person]) -> Layout[Family]:
    """Return the layout of a list with a row for each member, and the rank of the family.

    Most such lists do not state the relation to the head.
    """
    whole = family_layout(residents, "anggota-desil", "")
    known = [
        one for one in whole.all_columns() if one.path not in {DECILE.path, PERIOD_OF_RANKS.path}
    ]
    by_path = {path: [one for one in known if one.path == path] for path in ("kk", *_MAIN)}
    main = [
        one
        for columns in by_path.values()
        for one in columns
        if not one.is_age and one.level is not RegionLevel.PROVINCE
    ]
    columns = [_of_any_member(one) for one in main]
    return attrs.evolve(
        whole,
        title="Daftar anggota keluarga dengan desil (SIKS-NG, DTSEN): satu baris satu anggota",
        columns=(*columns, attrs.evolve(DECILE, required=True), PERIOD_OF_RANKS),
        extra_columns=tuple(one for one in known if one not in main),
        words=_WORDS,
    )
