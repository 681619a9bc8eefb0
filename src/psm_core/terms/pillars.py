"""The roles of field workers."""

from .._core.vocabulary import Scheme, Term
from .psks import PSKS
from .sources import PRACTICE

_JAMBORE = "Jambore Relawan Sosial Kalimantan Selatan 2023 (pemberitaan)"

_SLRT = "Permensos 15/2018"

_PKH = "Seleksi SDM PKH 2017 (pemberitaan)"


class Pillar(
    Term,
    scheme=Scheme("pilar-sosial", "Pilar sosial dan petugas lapangan", PRACTICE),
    sources={
        "PSM": "Permensos 10/2019 Pasal 1",
        "TKSK": "Permensos 28/2018",
        "TAGANA": "Permensos 28/2012",
        "PEKERJA_SOSIAL": "UU 14/2019",
        "WPKS": PSKS.WANITA_PEMIMPIN_KESEJAHTERAAN_SOSIAL.source,
        "PENYULUH_SOSIAL": PSKS.PENYULUH_SOSIAL.source,
        "PENYULUH_SOSIAL_MASYARAKAT": PSKS.PENYULUH_SOSIAL.source,
        "KARANG_TARUNA": PSKS.KARANG_TARUNA.source,
        "PELOPOR_PERDAMAIAN": "Laman Kementerian Sosial, 11 Juni 2021",
        "PENDAMPING_SOSIAL_PKH": _JAMBORE,
        "PENDAMPING_REHABILITASI_SOSIAL": "Laman Kementerian Sosial, 21 Juli 2021",
        "PENDAMPING_SOSIAL_FAKIR_MISKIN": _JAMBORE,
        "RELAWAN_KSB": "Permensos 128/2011",
        "FASILITATOR_SLRT": _SLRT,
        "SUPERVISOR_SLRT": _SLRT,
        "MANAJER_SLRT": _SLRT,
        "PETUGAS_PUSKESOS": _SLRT,
        "OPERATOR_SIKS_NG": "Praktik desa dan kelurahan",
        "SDM_PKH": _JAMBORE,
        "KOORDINATOR_KABUPATEN_KOTA_PKH": _PKH,
        "KOORDINATOR_WILAYAH_PKH": _PKH,
        "PEKERJA_SOSIAL_SUPERVISOR_PKH": _PKH,
        "ASISTEN_PENDAMPING_PKH": _PKH,
        "ADMINISTRATOR_DATABASE_PKH": _PKH,
        "PENDAMPING_LANJUT_USIA": "Pemantapan pendamping ASLUT, 20 Maret 2018 (pemberitaan)",
        "PENDAMPING_DISABILITAS": "Pertemuan pendamping ASPDB, 20 Agustus 2018 (pemberitaan)",
        "SAKTI_PEKSOS": "Pemantapan Sakti Peksos, 11 November 2019 (pemberitaan)",
    },
    aliases={
        "Anggota Karang Taruna": "KARANG_TARUNA",
        "Anggota Tagana": "TAGANA",
        "Kampung Siaga Bencana": "RELAWAN_KSB",
        "Koordinator Kabupaten PKH": "KOORDINATOR_KABUPATEN_KOTA_PKH",
        "Koordinator Kota PKH": "KOORDINATOR_KABUPATEN_KOTA_PKH",
        "Koordinator Regional PKH": "KOORDINATOR_WILAYAH_PKH",
        "Korkab PKH": "KOORDINATOR_KABUPATEN_KOTA_PKH",
        "Korkot PKH": "KOORDINATOR_KABUPATEN_KOTA_PKH",
        "Korwil PKH": "KOORDINATOR_WILAYAH_PKH",
        "KSB": "RELAWAN_KSB",
        "Operator SIKS": "OPERATOR_SIKS_NG",
        "Pekerja Sosial Masyarakat": "PSM",
        "Pekerja Sosial Supervisor": "PEKERJA_SOSIAL_SUPERVISOR_PKH",
        "Peksos": "PEKERJA_SOSIAL",
        "Peksos Profesional": "PEKERJA_SOSIAL",
        "Pembimbing Sosial Masyarakat": "PSM",
        "Pendamping ASLUT": "PENDAMPING_LANJUT_USIA",
        "Pendamping ASPDB": "PENDAMPING_DISABILITAS",
        "Pendamping Disabilitas": "PENDAMPING_DISABILITAS",
        "Pendamping Lansia": "PENDAMPING_LANJUT_USIA",
        "Pendamping PKH": "PENDAMPING_SOSIAL_PKH",
        "Pendamping Rehsos": "PENDAMPING_REHABILITASI_SOSIAL",
        "Pendamping Sosial Disabilitas": "PENDAMPING_DISABILITAS",
        "Pendamping Sosial Lansia": "PENDAMPING_LANJUT_USIA",
        "Pendamping Sosial Lanjut Usia": "PENDAMPING_LANJUT_USIA",
        "Pendamping Sosial Penyandang Disabilitas": "PENDAMPING_DISABILITAS",
        "Pensos": "PENYULUH_SOSIAL",
        "Pensosmas": "PENYULUH_SOSIAL_MASYARAKAT",
        "Perdamai": "PELOPOR_PERDAMAIAN",
        "Pordam": "PELOPOR_PERDAMAIAN",
        "Relawan KSB": "RELAWAN_KSB",
        "Relawan Pordam": "PELOPOR_PERDAMAIAN",
        "Satuan Bhakti Pekerja Sosial": "SAKTI_PEKSOS",
    },
):
    """The roles of field workers, from several acts and from usage.

    Source: each role has its own. Where no act was found, it is a page of the ministry (*laman*) or
    the press (*pemberitaan*), which prove no more than the name.

    >>> Pillar.PSM.source
    'Permensos 10/2019 Pasal 1'
    >>> Pillar.TAGANA.psks.label
    'Taruna Siaga Bencana'
    """

    psks: PSKS | None
    """The term of the official list of 12 that includes the role."""

    def __init__(self, _code: str, _label: str, _gloss: str, psks: PSKS | None = None) -> None:
        """Keep the term of the official list."""
        self.psks = psks

    PSM = (
        "1",
        "Pekerja Sosial Masyarakat",
        "community social worker, a volunteer",
        PSKS.PEKERJA_SOSIAL_MASYARAKAT,
    )
    TKSK = (
        "2",
        "Tenaga Kesejahteraan Sosial Kecamatan",
        "social-welfare worker of a kecamatan",
        PSKS.TENAGA_KESEJAHTERAAN_SOSIAL_KECAMATAN,
    )
    TAGANA = ("3", "Taruna Siaga Bencana", "disaster-response volunteer", PSKS.TARUNA_SIAGA_BENCANA)
    PEKERJA_SOSIAL = (
        "4",
        "Pekerja Sosial Profesional",
        "licensed social worker",
        PSKS.PEKERJA_SOSIAL_PROFESIONAL,
    )
    WPKS = (
        "5",
        "Wanita Pemimpin Kesejahteraan Sosial",
        "woman leader in social welfare",
        PSKS.WANITA_PEMIMPIN_KESEJAHTERAAN_SOSIAL,
    )
    PENYULUH_SOSIAL = ("6", "Penyuluh Sosial", "social extension worker", PSKS.PENYULUH_SOSIAL)
    PENYULUH_SOSIAL_MASYARAKAT = (
        "7",
        "Penyuluh Sosial Masyarakat",
        "social extension worker from the community",
        PSKS.PENYULUH_SOSIAL,
    )
    KARANG_TARUNA = ("8", "Karang Taruna", "member of the youth organisation", PSKS.KARANG_TARUNA)
    PELOPOR_PERDAMAIAN = ("9", "Pelopor Perdamaian", "pioneer of peace")
    PENDAMPING_SOSIAL_PKH = ("10", "Pendamping Sosial PKH", "facilitator of families in PKH")
    PENDAMPING_REHABILITASI_SOSIAL = (
        "11",
        "Pendamping Rehabilitasi Sosial",
        "support worker in social rehabilitation",
    )
    PENDAMPING_SOSIAL_FAKIR_MISKIN = (
        "12",
        "Pendamping Sosial Fakir Miskin",
        "facilitator for destitute families",
    )
    RELAWAN_KSB = ("13", "Relawan Kampung Siaga Bencana", "volunteer of a Disaster-Alert Village")
    FASILITATOR_SLRT = ("14", "Fasilitator SLRT", "facilitator of the referral system")
    SUPERVISOR_SLRT = ("15", "Supervisor SLRT", "supervisor of the referral system")
    MANAJER_SLRT = ("16", "Manajer SLRT", "manager of the referral system")
    PETUGAS_PUSKESOS = ("17", "Petugas Puskesos", "officer of a village welfare centre")
    OPERATOR_SIKS_NG = ("18", "Operator SIKS-NG", "village welfare-data operator")
    SDM_PKH = ("19", "SDM PKH", "PKH staff, post not stated")
    KOORDINATOR_KABUPATEN_KOTA_PKH = (
        "20",
        "Koordinator Kabupaten/Kota PKH",
        "coordinator of PKH in a regency or city",
    )
    KOORDINATOR_WILAYAH_PKH = ("21", "Koordinator Wilayah PKH", "regional coordinator of PKH")
    PEKERJA_SOSIAL_SUPERVISOR_PKH = (
        "22",
        "Pekerja Sosial Supervisor PKH",
        "social worker who supervises in PKH",
    )
    ASISTEN_PENDAMPING_PKH = (
        "23",
        "Asisten Pendamping PKH",
        "assistant to the facilitators in PKH",
    )
    ADMINISTRATOR_DATABASE_PKH = ("24", "Administrator Database PKH", "PKH database administrator")
    PENDAMPING_LANJUT_USIA = ("25", "Pendamping Lanjut Usia", "support worker for the elderly")
    PENDAMPING_DISABILITAS = (
        "26",
        "Pendamping Penyandang Disabilitas",
        "support worker for persons with disability",
    )
    SAKTI_PEKSOS = (
        "27",
        "Satuan Bakti Pekerja Sosial",
        "social worker for children under contract of the ministry",
    )
