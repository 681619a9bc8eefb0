"""Events: status, organisers, completeness of lists, and what reports state."""

from .._core.vocabulary import Scheme, Term
from .sources import PRACTICE, PSM_CORE


class EventStatus(
    Term,
    scheme=Scheme("status-kegiatan", "Status kegiatan", PSM_CORE),
    aliases={
        "Rencana": "DIRENCANAKAN",
        "Tentatif": "DIRENCANAKAN",
        "Akan dilaksanakan": "DIRENCANAKAN",
        "Terjadwal": "DIPASTIKAN",
        "Sedang berlangsung": "BERLANGSUNG",
        "Ditangguhkan": "DITUNDA",
        "Tunda": "DITUNDA",
        "Batal": "DIBATALKAN",
        "Selesai": "TERLAKSANA",
        "Sudah dilaksanakan": "TERLAKSANA",
        "Telah dilaksanakan": "TERLAKSANA",
    },
):
    """The status of an event: tentative, confirmed, in progress, postponed, cancelled or held.

    The members follow `STATUS` of an event in iCalendar and the status of an appointment in FHIR.

    >>> from psm_core.terms import EventStatus
    >>> EventStatus.parse("Batal"), EventStatus.TERLAKSANA.gloss
    (<EventStatus.DIBATALKAN: 'dibatalkan'>, 'held')
    """

    DIRENCANAKAN = ("1", "Direncanakan", "planned, tentative")
    DIPASTIKAN = ("2", "Dipastikan", "confirmed")
    BERLANGSUNG = ("3", "Berlangsung", "in progress")
    TERLAKSANA = ("4", "Terlaksana", "held")
    DITUNDA = ("5", "Ditunda", "postponed")
    DIBATALKAN = ("6", "Dibatalkan", "cancelled")


class OrganiserRole(
    Term,
    scheme=Scheme("peran-penyelenggara", "Peran penyelenggara", PRACTICE),
    aliases={
        "Pelaksana": "PENYELENGGARA",
        "Didukung oleh": "PENDUKUNG",
        "Sponsor": "PENDUKUNG",
        "Mitra": "PENDUKUNG",
        "Pengarah": "PEMBINA",
        "Pelindung": "PEMBINA",
    },
):
    """The role of an organisation that holds or supports an event.

    >>> from psm_core.terms import OrganiserRole
    >>> OrganiserRole.parse("Tuan rumah").gloss, OrganiserRole.parse("Sponsor").label
    ('host', 'Pendukung')
    """

    PENYELENGGARA = ("1", "Penyelenggara", "organiser")
    PENDUKUNG = ("2", "Pendukung", "supporter")
    PEMBINA = ("3", "Pembina", "patron")
    TUAN_RUMAH = ("4", "Tuan rumah", "host")


class Completeness(
    Term,
    scheme=Scheme("kelengkapan-daftar", "Kelengkapan daftar", PSM_CORE),
    aliases={"Parsial": "SEBAGIAN", "Tidak lengkap": "SEBAGIAN"},
):
    """Whether a list has every item, or only those that a source names.

    >>> from psm_core.terms import Completeness
    >>> Completeness.parse("tidak lengkap").gloss
    'some; others may exist'
    """

    LENGKAP = ("1", "Lengkap", "all")
    SEBAGIAN = ("2", "Sebagian", "some; others may exist")


class Extent(
    Term,
    scheme=Scheme("cakupan-kehadiran", "Cakupan kehadiran", PSM_CORE),
    aliases={"Semua": "SELURUH", "Seluruhnya": "SELURUH", "Beberapa": "BERBAGAI"},
):
    """How many of the regions of an area took part, in the words of a source.

    >>> from psm_core.terms import Extent
    >>> Extent.parse("semua").label, Extent.BERBAGAI.gloss
    ('Seluruh', 'several; the source does not say whether all')
    """

    SELURUH = ("1", "Seluruh", "all")
    SEBAGIAN = ("2", "Sebagian", "not all")
    BERBAGAI = ("3", "Berbagai", "several; the source does not say whether all")


class ThemeKind(
    Term,
    scheme=Scheme("sebutan-tema", "Sebutan tema", PRACTICE),
    aliases={"Motto": "MOTO", "Slogan": "MOTO", "Tagline": "MOTO"},
):
    """What a source calls the phrase under which an event is held.

    >>> from psm_core.terms import ThemeKind
    >>> ThemeKind.parse("Motto"), ThemeKind.SEMANGAT.gloss
    (<ThemeKind.MOTO: 'moto'>, 'spirit')
    """

    TEMA = ("1", "Tema", "theme")
    SEMANGAT = ("2", "Semangat", "spirit")
    MOTO = ("3", "Moto", "motto")


class QuotationForm(
    Term,
    scheme=Scheme("bentuk-kutipan", "Bentuk kutipan", PRACTICE),
    aliases={"Langsung": "LANGSUNG", "Tidak langsung": "TIDAK_LANGSUNG"},
):
    """Whether a quotation has the words of the speaker, or those of the reporter.

    >>> from psm_core.terms import QuotationForm
    >>> [one.gloss for one in QuotationForm]
    ['verbatim', 'paraphrase']
    """

    LANGSUNG = ("1", "Kutipan langsung", "verbatim")
    TIDAK_LANGSUNG = ("2", "Kutipan tidak langsung", "paraphrase")


class OutcomeStatus(
    Term,
    scheme=Scheme("status-hasil", "Status hasil", PSM_CORE),
    aliases={
        "Tujuan": "DITUJU",
        "Harapan": "DIHARAPKAN",
        "Janji": "DIJANJIKAN",
        "Hasil": "TERAMATI",
        "Penilaian": "DINILAI",
    },
):
    """How far an outcome is real: an aim, a hope, a promise, an observed result or an opinion.

    >>> from psm_core.terms import OutcomeStatus
    >>> OutcomeStatus.parse("harapan"), OutcomeStatus.TERAMATI.gloss
    (<OutcomeStatus.DIHARAPKAN: 'diharapkan'>, 'observed')
    """

    DITUJU = ("1", "Dituju", "aim of the event")
    DIHARAPKAN = ("2", "Diharapkan", "hoped for")
    DIJANJIKAN = ("3", "Dijanjikan", "promised")
    TERAMATI = ("4", "Teramati", "observed")
    DINILAI = ("5", "Dinilai", "opinion of the person or source that states it")


class PartnerSector(
    Term,
    scheme=Scheme("unsur-mitra", "Unsur mitra", PRACTICE),
    aliases={
        "Pemerintah daerah": "PEMERINTAH",
        "Swasta": "DUNIA_USAHA",
        "Perguruan tinggi": "AKADEMISI",
    },
):
    """A sector of society with which field workers cooperate.

    >>> from psm_core.terms import PartnerSector
    >>> PartnerSector.parse("pemerintah daerah").gloss, PartnerSector.DUNIA_USAHA.label
    ('government', 'Dunia usaha')
    """

    PEMERINTAH = ("1", "Pemerintah", "government")
    DUNIA_USAHA = ("2", "Dunia usaha", "business")
    MASYARAKAT = ("3", "Masyarakat", "community")
    AKADEMISI = ("4", "Akademisi", "academia")
    MEDIA = ("5", "Media", "media")
