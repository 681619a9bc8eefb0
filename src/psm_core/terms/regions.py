"""Levels and legal kinds of regions."""

from .._core.vocabulary import Scheme, Term
from .sources import PSM_CORE


class RegionLevel(Term, scheme=Scheme("tingkat-wilayah", "Tingkat wilayah", "Permendagri 58/2021")):
    """The level of a region. Kabupaten and kota are two kinds at one level.

    >>> from psm_core.terms import RegionLevel
    >>> RegionLevel.parse("Kecamatan").digits, RegionLevel.VILLAGE.label
    (6, 'Desa/Kelurahan')
    """

    digits: int
    """The number of digits in the code of such a region."""

    def __init__(self, _code: str, _label: str, _gloss: str, digits: int) -> None:
        """Keep the number of digits."""
        self.digits = digits

    PROVINCE = ("1", "Provinsi", "province", 2)
    REGENCY = ("2", "Kabupaten/Kota", "regency or city", 4)
    DISTRICT = ("3", "Kecamatan", "district", 6)
    VILLAGE = ("4", "Desa/Kelurahan", "village", 10)


class RegionKind(
    Term,
    scheme=Scheme("jenis-wilayah", "Jenis wilayah", "UU 23/2014"),
    sources={
        "KABUPATEN_ADMINISTRASI": "UU 29/2007",
        "KOTA_ADMINISTRASI": "UU 29/2007",
        "DESA": "UU 6/2014",
        "DESA_ADAT": "UU 6/2014",
    },
    aliases={"Kab.": "KABUPATEN", "Kec.": "KECAMATAN", "Kel.": "KELURAHAN", "Ds.": "DESA"},
):
    """The legal kind of a region. Local titles (nagari, gampong, distrik …) are other names of it.

    >>> from psm_core.terms import RegionKind
    >>> RegionKind.parse("Kel.").gloss
    'urban village, headed by a civil servant'
    """

    PROVINSI = ("1", "Provinsi", "province")
    KABUPATEN = ("2", "Kabupaten", "regency")
    KABUPATEN_ADMINISTRASI = ("3", "Kabupaten Administrasi", "administrative regency (Jakarta)")
    KOTA = ("4", "Kota", "city")
    KOTA_ADMINISTRASI = ("5", "Kota Administrasi", "administrative city (Jakarta)")
    KECAMATAN = ("6", "Kecamatan", "district")
    KELURAHAN = ("7", "Kelurahan", "urban village, headed by a civil servant")
    DESA = ("8", "Desa", "village with an elected head")
    DESA_ADAT = ("9", "Desa Adat", "village under customary law")


class CrosswalkStatus(
    Term, scheme=Scheme("nasib-kode", "Nasib kode wilayah dalam daftar", PSM_CORE)
):
    """What happened to a code in an old list.

    >>> from psm_core import load_regions
    >>> load_regions().crosswalk(["91.01"])[0].status.label
    'berganti kode'
    """

    KEPT = ("1", "tetap", "kept")
    """It is in force, and the region has the same name."""
    MOVED = ("2", "berganti kode", "moved")
    """It is retired, and its successor is known."""
    RENAMED = ("3", "berganti nama", "renamed")
    """It is in force, and the region has another name than about 2015."""
    UNVERIFIED = ("4", "belum terverifikasi", "unverified")
    """It is not in force. It may be older than the sources (about 2015), or a typing error."""
    UNKNOWN = ("5", "tidak dikenal", "unknown")
    """No region is known to have had it."""
    UNREADABLE = ("6", "tidak terbaca", "unreadable")
    """It is no code of the home ministry's system; the issue gives the reason."""
