"""Events: kinds, levels, participants, speeches, figures and committees."""

from .._core.vocabulary import Scheme, Term
from .regions import RegionLevel
from .sources import PSM_CORE

_PRACTICE = "Praktik penyelenggaraan kegiatan kesejahteraan sosial"


class EventKind(
    Term,
    scheme=Scheme("jenis-kegiatan", "Jenis kegiatan", _PRACTICE),
    aliases={
        "Baksos": "BAKTI_SOSIAL",
        "Bhakti Sosial": "BAKTI_SOSIAL",
        "Aksi Sosial": "BAKTI_SOSIAL",
        "Temu Karya dan Bakti Sosial": "TEMU_KARYA_BAKTI_SOSIAL",
        "Temu Karya Bhakti Sosial": "TEMU_KARYA_BAKTI_SOSIAL",
        "Bimtek": "BIMTEK",
        "Bimtek Dasar": "BIMTEK",
        "Bimbingan Teknis Dasar": "BIMTEK",
        "Rakor": "RAKOR",
        "Rapat Koordinasi (Rakor)": "RAKOR",
        "Jambore Sosial": "JAMBORE",
        "Pelantikan": "PENGUKUHAN",
        "Lomba": "SELEKSI",
        "Munas": "MUSYAWARAH",
        "Musda": "MUSYAWARAH",
        "Muscab": "MUSYAWARAH",
        "Jambore Akbar": "JAMBORE",
        "HUT PSM": "PERINGATAN",
        "HKSN": "PERINGATAN",
        "Hari Kesetiakawanan Sosial Nasional": "PERINGATAN",
        "Suluh": "PENYULUHAN",
        "Penyuluhan Sosial": "PENYULUHAN",
        "Sosialisasi Program": "SOSIALISASI",
        "Diklat": "PELATIHAN",
        "Pendidikan dan Pelatihan": "PELATIHAN",
        "Workshop": "PELATIHAN",
        "Lokakarya": "PELATIHAN",
        "Diskusi Kelompok": "DISKUSI",
        "Diskusi Tematik": "DISKUSI",
        "Diskusi Kelompok Terarah": "DISKUSI",
        "Diskusi Kelompok Terpumpun": "DISKUSI",
        "FGD": "DISKUSI",
        "Focus Group Discussion": "DISKUSI",
        "Sarasehan": "DISKUSI",
        "Rapat Kerja": "RAPAT",
        "Raker": "RAPAT",
        "Rapat Rutin": "RAPAT",
        "Rapat Bulanan": "RAPAT",
        "Pertemuan Rutin": "RAPAT",
        "Musdes": "MUSYAWARAH_DESA",
        "Musdesus": "MUSYAWARAH_DESA",
        "Musyawarah Desa Khusus": "MUSYAWARAH_DESA",
        "Muskel": "MUSYAWARAH_DESA",
        "Musyawarah Kelurahan": "MUSYAWARAH_DESA",
        "Musyawarah Desa/Kelurahan": "MUSYAWARAH_DESA",
        "Musdeskel": "MUSYAWARAH_DESA",
        "Penyaluran Bansos": "PENYALURAN_BANTUAN",
        "Penyaluran Bantuan Sosial": "PENYALURAN_BANTUAN",
        "Pembagian Bantuan": "PENYALURAN_BANTUAN",
        "Penyerahan Bantuan": "PENYALURAN_BANTUAN",
        "Lain-lain": "LAINNYA",
        "Kegiatan lain": "LAINNYA",
    },
):
    """The kind of an event or of one of its activities. An event may have several kinds.

    A *temu karya* of PSM is a working gathering; that of Karang Taruna is an assembly with votes,
    which is a `MUSYAWARAH` whatever its name.

    >>> from psm_core.terms import EventKind
    >>> EventKind.parse("Bimtek Dasar"), EventKind.parse("Munas").gloss
    (<EventKind.BIMTEK: 'bimtek'>, 'assembly of members')
    """

    TEMU_KARYA = ("1", "Temu Karya", "working gathering")
    BAKTI_SOSIAL = ("2", "Bakti Sosial", "community service")
    JAMBORE = ("3", "Jambore", "camp-style rally")
    BIMTEK = ("4", "Bimbingan Teknis", "technical training")
    PEMANTAPAN = ("5", "Pemantapan", "consolidation")
    RAKOR = ("6", "Rapat Koordinasi", "coordination meeting")
    APEL = ("7", "Apel", "formation, muster")
    PERINGATAN = ("8", "Peringatan", "commemoration")
    SELEKSI = ("9", "Seleksi", "selection of the best")
    MUSYAWARAH = ("10", "Musyawarah", "assembly of members")
    PENGUKUHAN = ("11", "Pengukuhan", "induction of officers")
    TEMU_KARYA_BAKTI_SOSIAL = (
        "12",
        "Temu Karya Bakti Sosial",
        "working gathering with community service",
    )
    SOSIALISASI = ("13", "Sosialisasi", "information session about a programme")
    PENYULUHAN = ("14", "Penyuluhan", "public education")
    PELATIHAN = ("15", "Pelatihan", "training")
    DISKUSI = ("16", "Diskusi", "discussion")
    RAPAT = ("17", "Rapat", "meeting")
    MUSYAWARAH_DESA = ("18", "Musyawarah Desa", "deliberation of a village")
    PENYALURAN_BANTUAN = ("19", "Penyaluran Bantuan", "distribution of aid")
    LAINNYA = ("20", "Lainnya", "other")


class EventLevel(
    Term,
    scheme=Scheme("tingkat-kegiatan", "Tingkat kegiatan", _PRACTICE),
    aliases={
        "Tingkat Nasional": "NASIONAL",
        "Tingkat Provinsi": "PROVINSI",
        "Tingkat Kabupaten": "KABUPATEN_KOTA",
        "Tingkat Kota": "KABUPATEN_KOTA",
        "Kabupaten": "KABUPATEN_KOTA",
        "Kab/Kota": "KABUPATEN_KOTA",
        "Tingkat Kab/Kota": "KABUPATEN_KOTA",
        "Kota": "KABUPATEN_KOTA",
        "Tingkat Kecamatan": "KECAMATAN",
        "Tingkat Desa": "DESA_KELURAHAN",
        "Tingkat Kelurahan": "DESA_KELURAHAN",
        "Desa": "DESA_KELURAHAN",
        "Kelurahan": "DESA_KELURAHAN",
    },
):
    """The area that the participants of an event come from.

    >>> from psm_core.terms import EventLevel
    >>> EventLevel.parse("Tingkat Kota").region_level
    <RegionLevel.REGENCY: 'regency'>
    >>> EventLevel.NASIONAL.region_level is None
    True
    """

    region_level: RegionLevel | None
    """The level of the region that it is held for; None for the whole country."""

    def __init__(
        self, _code: str, _label: str, _gloss: str, region_level: RegionLevel | None
    ) -> None:
        """Keep the level of region."""
        self.region_level = region_level

    NASIONAL = ("1", "Nasional", "the country", None)
    PROVINSI = ("2", "Provinsi", "a province", RegionLevel.PROVINCE)
    KABUPATEN_KOTA = ("3", "Kabupaten/Kota", "a regency or city", RegionLevel.REGENCY)
    KECAMATAN = ("4", "Kecamatan", "a district", RegionLevel.DISTRICT)
    DESA_KELURAHAN = ("5", "Desa/Kelurahan", "a village", RegionLevel.VILLAGE)


class ParticipantKind(
    Term,
    scheme=Scheme("jenis-peserta", "Jenis peserta", _PRACTICE),
    aliases={
        "Official": "PENDAMPING",
        "Pendamping/official": "PENDAMPING",
        "Dewan Juri": "JURI",
        "Pemateri": "NARASUMBER",
        "Pembicara": "NARASUMBER",
    },
):
    """The role of a participant. In an assembly, only full participants vote.

    >>> from psm_core.terms import ParticipantKind
    >>> ParticipantKind.parse("Official").label, ParticipantKind.PENINJAU.gloss
    ('Pendamping', 'observer')
    """

    PESERTA = ("1", "Peserta", "participant")
    PESERTA_PENUH = ("2", "Peserta penuh", "full participant")
    PENINJAU = ("3", "Peninjau", "observer")
    UNDANGAN = ("4", "Undangan", "invited guest")
    PENDAMPING = ("5", "Pendamping", "delegation official")
    PANITIA = ("6", "Panitia", "committee")
    NARASUMBER = ("7", "Narasumber", "speaker or trainer")
    TAMU = ("8", "Tamu", "guest")
    JURI = ("9", "Juri", "jury")
    FASILITATOR = ("10", "Fasilitator", "facilitator")
    MODERATOR = ("11", "Moderator", "moderator")


class SpeechKind(Term, scheme=Scheme("jenis-sambutan", "Jenis sambutan", _PRACTICE)):
    """The kind of a speech.

    >>> from psm_core.terms import SpeechKind
    >>> [one.label for one in SpeechKind]
    ['Sambutan', 'Arahan', 'Laporan', 'Pernyataan', 'Pesan penutup']
    """

    SAMBUTAN = ("1", "Sambutan", "address")
    ARAHAN = ("2", "Arahan", "directive remarks")
    LAPORAN = ("3", "Laporan", "report of the committee")
    PERNYATAAN = ("4", "Pernyataan", "statement outside the programme")
    PESAN_PENUTUP = ("5", "Pesan penutup", "closing message")


class FigureStatus(Term, scheme=Scheme("status-angka", "Status angka", PSM_CORE)):
    """The stage at which a figure was stated.

    >>> from psm_core.terms import FigureStatus
    >>> FigureStatus.parse("terdaftar"), FigureStatus.REPORTED.label
    (<FigureStatus.REGISTERED: 'registered'>, 'Dilaporkan')
    """

    PLANNED = ("1", "Direncanakan", "planned")
    REGISTERED = ("2", "Terdaftar", "registered")
    REPORTED = ("3", "Dilaporkan", "reported")


class Precision(
    Term,
    scheme=Scheme("ketepatan-angka", "Ketepatan angka", PSM_CORE),
    aliases={
        "Sekurangnya": "AT_LEAST",
        "lebih dari": "AT_LEAST",
        "kurang lebih": "ABOUT",
        "hampir": "UP_TO",
    },
):
    """How exact a figure of a source is.

    >>> from psm_core.terms import Precision
    >>> Precision.parse("lebih dari").gloss, Precision.parse("Kurang lebih").gloss
    ('at least', 'about')
    """

    EXACT = ("1", "Tepat", "exactly")
    ABOUT = ("2", "Sekitar", "about")
    AT_LEAST = ("3", "Sekurang-kurangnya", "at least")
    UP_TO = ("4", "Sampai dengan", "up to")


class OfficeQualifier(Term, scheme=Scheme("penjabat", "Sebutan pengganti jabatan", _PRACTICE)):
    """The prefix of an office that a substitute holds.

    >>> from psm_core.terms import OfficeQualifier
    >>> OfficeQualifier.parse("Plt.").gloss
    'pelaksana tugas: acting'
    """

    PLT = ("1", "Plt", "pelaksana tugas: acting")
    PLH = ("2", "Plh", "pelaksana harian: acting from day to day")
    PJ = ("3", "Pj", "penjabat: interim holder")
    PJS = ("4", "Pjs", "penjabat sementara: temporary holder")


class Capacity(Term, scheme=Scheme("kapasitas-pembicara", "Kapasitas pembicara", _PRACTICE)):
    """What a person does on behalf of another one at an event.

    >>> from psm_core.terms import Capacity
    >>> Capacity.parse("membacakan sambutan"), Capacity.MEWAKILI.gloss
    (<Capacity.MEMBACAKAN: 'membacakan'>, 'represents the other person')
    """

    MEMBACAKAN = ("1", "Membacakan sambutan", "reads the other person's speech")
    MEWAKILI = ("2", "Mewakili", "represents the other person")


class CommitteePost(
    Term,
    scheme=Scheme("jabatan-panitia", "Jabatan panitia", _PRACTICE),
    aliases={"Ketua Panitia": "KETUA", "Ketua Pelaksana": "KETUA", "Anggota Seksi": "ANGGOTA"},
):
    """A post in the committee of an event.

    >>> from psm_core.terms import CommitteePost
    >>> CommitteePost.parse("Ketua Pelaksana"), CommitteePost.KOORDINATOR_SEKSI.gloss
    (<CommitteePost.KETUA: 'ketua'>, 'head of a section')
    """

    KETUA = ("1", "Ketua", "chair")
    WAKIL_KETUA = ("2", "Wakil Ketua", "vice chair")
    SEKRETARIS = ("3", "Sekretaris", "secretary")
    BENDAHARA = ("4", "Bendahara", "treasurer")
    KOORDINATOR_SEKSI = ("5", "Koordinator Seksi", "head of a section")
    ANGGOTA = ("6", "Anggota", "member")
