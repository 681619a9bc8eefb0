"""PSKS: the official list of 12 that support social welfare."""

from .._core.vocabulary import Scheme, Term
from .subjects import SubjectUnit


class PSKS(
    Term,
    scheme=Scheme(
        "psks-12",
        "Potensi dan Sumber Kesejahteraan Sosial, 12 jenis",
        "Permensos 8/2012, lampiran",
        numbered=True,
    ),
    aliases={
        "Peksos": "PEKERJA_SOSIAL_PROFESIONAL",
        "PSM": "PEKERJA_SOSIAL_MASYARAKAT",
        "Tagana": "TARUNA_SIAGA_BENCANA",
        "LKS": "LEMBAGA_KESEJAHTERAAN_SOSIAL",
        "KT": "KARANG_TARUNA",
        "LK3": "LEMBAGA_KONSULTASI_KESEJAHTERAAN_KELUARGA",
        "Keluarga Pioneer": "KELUARGA_PIONER",
        "Keluarga Pionir": "KELUARGA_PIONER",
        "Organisasi Sosial": "LEMBAGA_KESEJAHTERAAN_SOSIAL",
        "Orsos": "LEMBAGA_KESEJAHTERAAN_SOSIAL",
        "Pekerja Sosial": "PEKERJA_SOSIAL_PROFESIONAL",
        "Wahana Kesejahteraan Sosial Berbasis Masyarakat": (
            "WAHANA_KESEJAHTERAAN_SOSIAL_KELUARGA_BERBASIS_MASYARAKAT"
        ),
        "WKSBM": "WAHANA_KESEJAHTERAAN_SOSIAL_KELUARGA_BERBASIS_MASYARAKAT",
        "WPKS": "WANITA_PEMIMPIN_KESEJAHTERAAN_SOSIAL",
        "Pensos": "PENYULUH_SOSIAL",
        "TKSK": "TENAGA_KESEJAHTERAAN_SOSIAL_KECAMATAN",
        "DU": "DUNIA_USAHA",
        "Pensosmas": "PENYULUH_SOSIAL",
    },
    qualified=True,
):
    """The official list of 12 that support social welfare: persons, families and organisations.

    Source: Permensos 8/2012, annex.

    >>> from psm_core.terms import PSKS
    >>> PSKS.parse("Tagana").label, PSKS.KARANG_TARUNA.unit.gloss
    ('Taruna Siaga Bencana', 'a group')
    >>> PSKS.parse("PSM").source
    'Permensos 8/2012, lampiran, no. 2'
    """

    unit: SubjectUnit
    """Whether it is a person, a family, or a group, which means an organisation."""

    def __init__(self, _code: str, _label: str, _gloss: str, unit: SubjectUnit) -> None:
        """Keep the unit."""
        self.unit = unit

    PEKERJA_SOSIAL_PROFESIONAL = (
        "1",
        "Pekerja Sosial Profesional",
        "licensed social worker (UU 14/2019)",
        SubjectUnit.PERSEORANGAN,
    )
    PEKERJA_SOSIAL_MASYARAKAT = (
        "2",
        "Pekerja Sosial Masyarakat",
        "community social worker, a volunteer",
        SubjectUnit.PERSEORANGAN,
    )
    TARUNA_SIAGA_BENCANA = (
        "3",
        "Taruna Siaga Bencana",
        "disaster-response volunteer",
        SubjectUnit.PERSEORANGAN,
    )
    LEMBAGA_KESEJAHTERAAN_SOSIAL = (
        "4",
        "Lembaga Kesejahteraan Sosial",
        "social-welfare institution",
        SubjectUnit.KELOMPOK,
    )
    KARANG_TARUNA = ("5", "Karang Taruna", "youth organisation of a village", SubjectUnit.KELOMPOK)
    LEMBAGA_KONSULTASI_KESEJAHTERAAN_KELUARGA = (
        "6",
        "Lembaga Konsultasi Kesejahteraan Keluarga",
        "family-welfare consultation centre",
        SubjectUnit.KELOMPOK,
    )
    KELUARGA_PIONER = ("7", "Keluarga Pioner", "pioneer family", SubjectUnit.KELUARGA)
    WAHANA_KESEJAHTERAAN_SOSIAL_KELUARGA_BERBASIS_MASYARAKAT = (
        "8",
        "Wahana Kesejahteraan Sosial Keluarga Berbasis Masyarakat",
        "community-based family-welfare network",
        SubjectUnit.KELOMPOK,
    )
    WANITA_PEMIMPIN_KESEJAHTERAAN_SOSIAL = (
        "9",
        "Wanita Pemimpin Kesejahteraan Sosial",
        "woman leader in social welfare",
        SubjectUnit.PERSEORANGAN,
    )
    PENYULUH_SOSIAL = ("10", "Penyuluh Sosial", "social extension worker", SubjectUnit.PERSEORANGAN)
    TENAGA_KESEJAHTERAAN_SOSIAL_KECAMATAN = (
        "11",
        "Tenaga Kesejahteraan Sosial Kecamatan",
        "social-welfare worker of a kecamatan",
        SubjectUnit.PERSEORANGAN,
    )
    DUNIA_USAHA = (
        "12",
        "Dunia Usaha",
        "business doing social responsibility",
        SubjectUnit.KELOMPOK,
    )
