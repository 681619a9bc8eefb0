"""The layouts of lists of organisations: LKS, Karang Taruna and others."""

from typing import Any, Final

from ...records.organisations import Organisation
from ...terms import OrganisationKind, RegionLevel
from .common_columns import ABOVE_HOME, PERSON, REGION
from .general_facts import region_facts
from .layout import Column, Layout
from .shared_headings import ZERO_IS_BLANK

_REGENCY, _DISTRICT, _VILLAGE = RegionLevel.REGENCY, RegionLevel.DISTRICT, RegionLevel.VILLAGE
_ABOVE: Final = (
    *ABOVE_HOME, "Alamat LKS", "Alamat Lembaga", "Alamat Yayasan", "Alamat Sekretariat",
    "Alamat Panti", "Alamat Karang Taruna", "Alamat Organisasi", "Alamat Kantor",
)  # fmt: skip
"""What an address is called, also as an upper heading over its columns."""
_NAMES: Final = ("Nama Lembaga", "Nama Yayasan", "Nama Organisasi", "Nama LKS/Yayasan")
_PHONES: Final = (
    "No. Telp Yayasan", "No. Telp Lembaga", "No. Telp LKS", "No. HP Ketua", "No. HP Pengurus",
)  # fmt: skip


def _below(*headings: str) -> tuple[str, ...]:
    """Return headings, and the same below the heading of an address."""
    return (*(f"{upper} / {heading}" for upper in _ABOVE for heading in headings), *headings)


def _columns(*names: str) -> tuple[Column, ...]:
    """Return the columns of a list of organisations. `names` are the headings of their names."""
    return (
        Column("name", (*names, *(one for one in _NAMES if one not in names)), required=True),
        Column("address.street", ("Alamat", *_ABOVE[1:], *_below("Jalan"), "Alamat Lengkap")),
        Column("address.rt", _below("RT"), blank=ZERO_IS_BLANK, without=("RT",)),
        Column("address.rw", _below("RW"), blank=ZERO_IS_BLANK, without=("RW",)),
        Column("region", ("Wilayah", *_below(*REGION[_REGENCY])), level=_REGENCY),
        Column("region", _below(*REGION[_DISTRICT]), level=_DISTRICT),
        Column("region", _below(*REGION[_VILLAGE]), level=_VILLAGE),
        Column("phone", (*PERSON["phone"], *_PHONES), blank=ZERO_IS_BLANK),
    )


ORGANISATIONS: Final = Layout(
    "lembaga",
    "Daftar lembaga",
    Organisation,
    (
        *_columns("Nama Lembaga"),
        Column("kind", ("Jenis Lembaga", "Jenis Organisasi", "Bentuk Lembaga")),
    ),
    required_values={"kind": "jenis lembaga, misalnya lks"},
    facts_above=region_facts("region"),
    words=("lembaga", "organisasi", "yayasan"),
)

LKS_IMPORT: Final = Layout(
    "lks-import",
    "Daftar lembaga kesejahteraan sosial (LKS)",
    Organisation,
    _columns("Nama LKS", "Nama LKSA", "Nama Panti", "Nama Panti Asuhan"),
    constants={"kind": OrganisationKind.LKS},
    serials=True,
    facts_above=region_facts("region"),
    words=("lks", "lksa", "lembaga kesejahteraan sosial", "panti asuhan"),
    needs_word=True,
)

KARANG_TARUNA_IMPORT: Final = Layout(
    "karang-taruna-import",
    "Daftar Karang Taruna",
    Organisation,
    _columns("Nama Karang Taruna"),
    constants={"kind": OrganisationKind.KARANG_TARUNA},
    serials=True,
    facts_above=region_facts("region"),
    words=("karang taruna", "karangtaruna"),
    needs_word=True,
)

ORGANISATION_LISTS: Final[tuple[Layout[Any], ...]] = (
    ORGANISATIONS,
    LKS_IMPORT,
    KARANG_TARUNA_IMPORT,
)
"""The layouts of this module."""
