"""Facts that lists of any kind state in the lines above their table, such as ``Desa : Angsana``."""

from collections.abc import Mapping
from typing import Final

from ...terms import RegionLevel
from ..cells import splitters
from .common_columns import HAMLET_RT, REGION, RT_RW, RW_RT
from .layout import Column

_SHORT: Final[Mapping[RegionLevel, tuple[str, ...]]] = {
    RegionLevel.PROVINCE: (),
    RegionLevel.REGENCY: (),
    RegionLevel.DISTRICT: ("Asal Kecamatan", "Wilayah Kecamatan"),
    RegionLevel.VILLAGE: ("Asal Desa", "Wilayah Desa", "Desa/Kel/Nagari"),
}
"""Level → further words before the colon, beside the headings of a column."""


def region_facts(path: str) -> tuple[Column, ...]:
    """Return the facts that together give the region of every row, at a path."""
    return tuple(
        Column(path, (*REGION[level], *_SHORT[level]), level=level)
        for level in sorted(REGION, key=lambda one: -one.digits)
    )


def home_facts(person: str = "") -> tuple[Column, ...]:
    """Return the facts about where people live. `person` stands before the fields of a person."""
    address = f"{person}ktp_address"
    return (*region_facts(f"{address}.region"), *street_facts(address))


def street_facts(address: str) -> tuple[Column, ...]:
    """Return the facts about a part of a village, of the address at a path."""
    words = ("Dusun", "Lingkungan", "Dukuh", "Banjar", "Jorong", "Padukuhan")
    hamlet = Column(f"{address}.hamlet", words, without=("Dusun", "Dsn"))
    rt = Column(f"{address}.rt", ("RT", "No. RT"), without=("RT",))
    rw = Column(f"{address}.rw", ("RW", "No. RW"), without=("RW",))
    return (
        hamlet,
        rt,
        rw,
        Column(None, RT_RW, parts=(rt, rw), split=splitters.rt_rw),
        Column(None, RW_RT, parts=(rw, rt), split=splitters.rw_rt),
        Column(None, HAMLET_RT, parts=(hamlet, rt), split=splitters.hamlet_rt),
    )


CATEGORY_FACTS: Final = (
    Column(
        "classifications.0.category",
        (
            "Kategori", "Kategori PPKS", "Jenis PPKS", "Jenis PMKS", "Kategori PMKS", "PPKS",
            "PMKS", "Jenis PPKS/PMKS",
        ),
    ),
    Column("classifications.0.date", ("Tanggal Pendataan", "Tanggal Asesmen")),
    Column("classifications.0.source", ("Sumber Data", "Sumber")),
)  # fmt: skip
"""The facts about the category of every person of a list."""

OTHER_FACTS: Final = Column(
    None,
    (
        "Kegiatan", "Nama Kegiatan", "Jenis Kegiatan", "Acara", "Nama Acara", "Agenda", "Hari",
        "Hari/Tanggal", "Hari, Tanggal Kegiatan", "Tanggal", "Tanggal Kegiatan", "Waktu", "Pukul",
        "Jam", "Tempat", "Tempat Kegiatan", "Tempat/Lokasi", "Lokasi", "Narasumber", "Tema",
        "Program", "Nama Program", "Jenis Program", "Program Bantuan", "Jenis Bantuan", "Bantuan",
        "Nama Bantuan", "Periode", "Periode Bantuan", "Bulan", "Bulan/Tahun", "Tahun",
        "Tahun Anggaran", "Tahun Data", "Tahap", "Triwulan", "Sumber Dana", "Sumber Data",
        "Kategori", "Kategori PPKS", "Kategori PMKS", "Jenis PPKS", "Jenis PMKS", "PPKS", "PMKS",
        "Petugas", "Nama Petugas", "Pendamping", "Nama Pendamping", "Tanggal Pendataan",
        "Dusun", "Lingkungan", "RT", "RW", "RT/RW", "RW/RT", "Dusun/RT",
        *(heading for headings in REGION.values() for heading in headings),
    ),
)  # fmt: skip
"""Facts that lists usually state. A layout without a field for one says that it was not read."""
