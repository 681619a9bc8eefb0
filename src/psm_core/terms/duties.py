"""Duties and functions of a PSM."""

from .._core.vocabulary import Scheme, Term

_RULE = "Permensos 10/2019"


class PSMDuty(
    Term,
    scheme=Scheme("tugas-psm", "Tugas PSM", f"{_RULE}, tugas PSM, menurut laman Dinas Sosial"),
    aliases={
        "Mendampingi masyarakat": "MENDAMPINGI_WARGA",
        "Mendampingi program": "MENDAMPINGI_PROGRAM",
        "Mitra institusi": "MENJADI_MITRA",
        "Mitra pemerintah": "MENJADI_MITRA",
        "Mitra pemerintah/institusi": "MENJADI_MITRA",
        "Program nasional": "BERPERAN_DALAM_PROGRAM_NASIONAL",
    },
):
    """The six duties (*tugas*) of a PSM, in the order in which agencies restate them.

    Source: Permensos 10/2019. The article itself could not be read; the agency of Kalimantan
    Selatan and a village in Lampung restate the same six.

    >>> from psm_core.terms import PSMDuty
    >>> PSMDuty.parse("mendampingi program").gloss, len(PSMDuty)
    ('accompany social-welfare programmes in the village', 6)
    """

    MENGAMBIL_INISIATIF = (
        "1",
        "Mengambil inisiatif dalam penanganan masalah sosial",
        "take the initiative on social problems",
    )
    MENGGERAKKAN_KEGIATAN = (
        "2",
        "Membantu mendorong, menggerakkan, dan mengembangkan kegiatan kesejahteraan sosial",
        "promote, organise and develop social-welfare activities",
    )
    MENDAMPINGI_WARGA = (
        "3",
        "Mendampingi warga masyarakat yang membutuhkan layanan sosial",
        "accompany residents who need social services",
    )
    MENDAMPINGI_PROGRAM = (
        "4",
        "Mendampingi program kesejahteraan sosial di tingkat desa atau kelurahan",
        "accompany social-welfare programmes in the village",
    )
    BERPERAN_DALAM_PROGRAM_NASIONAL = (
        "5",
        "Berperan aktif dalam program nasional",
        "take part in national programmes",
    )
    MENJADI_MITRA = (
        "6",
        "Menjadi mitra pemerintah/institusi",
        "be a partner of the government or of an institution",
    )


class PSMFunction(
    Term,
    scheme=Scheme("fungsi-psm", "Fungsi PSM", f"{_RULE}, fungsi PSM, menurut laman desa"),
    aliases={"Penggerak": "DINAMISATOR"},
):
    """The four functions (*fungsi*) of a PSM.

    Source: Permensos 10/2019. The article itself could not be read; a village in Jawa Timur and the
    agency of Bojonegoro restate the same four. Others add *fasilitator*, without naming an act.

    >>> from psm_core.terms import PSMFunction
    >>> [one.label for one in PSMFunction]
    ['Inisiator', 'Motivator', 'Dinamisator', 'Administrator']
    """

    INISIATOR = ("1", "Inisiator", "starts the work on social problems")
    MOTIVATOR = ("2", "Motivator", "informs and motivates residents")
    DINAMISATOR = ("3", "Dinamisator", "mobilises residents to solve social problems")
    ADMINISTRATOR = ("4", "Administrator", "keeps records and reports")
