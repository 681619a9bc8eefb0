"""How deep a region lies, and what it is by law."""

from ._term import Scheme, Term


class RegionLevel(Term, scheme=Scheme("tingkat-wilayah", "Tingkat wilayah", "Permendagri 58/2021")):
    """The depth of a region. Kabupaten and kota are one level and two kinds."""

    PROVINCE = ("1", "Provinsi", "province")
    REGENCY = ("2", "Kabupaten/Kota", "regency or city")
    DISTRICT = ("3", "Kecamatan", "district")
    VILLAGE = ("4", "Desa/Kelurahan", "village")


class RegionKind(
    Term,
    scheme=Scheme("jenis-wilayah", "Jenis wilayah", "Permendagri 58/2021"),
    aliases={"Kab.": "KABUPATEN", "Kec.": "KECAMATAN", "Kel.": "KELURAHAN", "Ds.": "DESA"},
):
    """The legal kind of a region. Local titles (nagari, gampong, distrik …) are names of it."""

    PROVINSI = ("1", "Provinsi", "province")
    KABUPATEN = ("2", "Kabupaten", "regency")
    KABUPATEN_ADMINISTRASI = ("3", "Kabupaten Administrasi", "administrative regency (Jakarta)")
    KOTA = ("4", "Kota", "city")
    KOTA_ADMINISTRASI = ("5", "Kota Administrasi", "administrative city (Jakarta)")
    KECAMATAN = ("6", "Kecamatan", "district")
    KELURAHAN = ("7", "Kelurahan", "urban village, headed by a civil servant")
    DESA = ("8", "Desa", "village with an elected head")
    DESA_ADAT = ("9", "Desa Adat", "village under customary law")
