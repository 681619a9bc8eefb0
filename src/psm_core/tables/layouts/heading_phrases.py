"""Headings made of known words: ``NIK sesuai KTP-el``, ``Pekerjaan utama saat ini``.

Offices add words to a heading that do not change what it means. A phrase of a field is a noun with
any number of such words; one other word, such as *ibu*, and the heading is not taken.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final, NamedTuple

_LONGEST: Final = 100
_DOCUMENT: Final = (
    r"(?:e )?ktp(?: el| elektronik)?|ektp|kk|kartu klg|identitas|(?:akta|akte)(?: lahir)?"
)
_SOURCE: Final = (
    r"(?:sesuai|sesuai dengan|sesuai dgn|menurut|berdasarkan|di|dlm|pada|yang tertera di) "
    rf"(?:{_DOCUMENT}|dokumen|dukcapil)"
)
_LENGTH: Final = r"16 (?:digit|angka)"
_FORMAT: Final = "hari|tgl|bln|thn|yy|tt|dd|mm|yyyy|hh|bb|tttt"
_NOW: Final = "sekarang|saat ini|kini"
_SELF: Final = (
    r"(?:warga|penduduk|orang)(?: (?:miskin|kurang mampu|rentan))?|individu|peserta"
    r"|(?:yang )?bersangkutan|ybs"
)
_FILLING: Final = (
    r"(?:jika|bila|kalau|apabila) (?:ada|tahu|diketahui|punya)|wajib(?: di ?isi)?|harus diisi"
    r"|(?:yang )?valid"
)
_AID: Final = (
    r"manfaat|bantuan(?: sosial)?|layanan|bansos|santunan|program|pkh|bpnt|blt(?: dd)?|sembako"
)
_RECIPIENT: Final = (
    rf"(?:calon )?(?:penerima(?: (?:{_AID}))*|peserta (?:{_AID})|pm|kpm|ppks|pmks|klien|sasaran"
    r"|klg penerima manfaat|lansia|lanjut usia|(?:penyandang )?(?:disabilitas|cacat)|difabel"
    r"|warga binaan(?: sosial)?|wbs)"
)
_NIK: Final = (
    r"nik|(?:no )?induk kependudukan|no (?:e )?ktp(?: el| elektronik)?|no ektp"
    r"|no identitas (?:ktp|kependudukan)"
)
_COMMON: Final = f"{_SOURCE}|{_SELF}|{_RECIPIENT}|{_FILLING}"
"""Words that the heading of any field of a person may have."""
_HOME: Final = "jalan|gang|gg|lengkap|detail|rumah|asli|no|blok|nama jalan"
_DISABILITY: Final = "disabilitas|cacat|kecacatan|kedisabilitasan|difabel|kelainan|ketunaan"
_KIND: Final = "jenis|ragam|kategori|tipe|macam|bentuk|klasifikasi|kelompok"
_HAMLET: Final = "dusun|dsn|lingkungan|lingk|dukuh|jorong|banjar|padukuhan|pedukuhan"
_VILLAGE: Final = "desa|ds|kelurahan|kalurahan|nagari|gampong|pekon|lembang"
_MALE: Final = "(?:l|lk|laki(?: laki)?|pria)"
_FEMALE: Final = "(?:p|pr|perempuan|wanita)"
_CALL: Final = "hp|telp|wa|ponsel|seluler|kontak|cp"

_ALIKE: Final[Mapping[str, str]] = {
    **dict.fromkeys(("nomor", "nomer", "nmr"), "no"),
    **dict.fromkeys(("tanggal", "tggl"), "tgl"),
    **dict.fromkeys(("bulan",), "bln"),
    **dict.fromkeys(("tahun", "th"), "thn"),
    **dict.fromkeys(("tmp", "tmpt", "tpt"), "tempat"),
    **dict.fromkeys(("lhr", "kelahiran"), "lahir"),
    **dict.fromkeys(("dalam",), "dlm"),
    **dict.fromkeys(("dengan", "dg", "dng"), "dgn"),
    **dict.fromkeys(("yg",), "yang"),
    **dict.fromkeys(("keluarga", "klrg"), "klg"),
    **dict.fromkeys(("hubungan",), "hub"),
    **dict.fromkeys(("stat", "stts", "sts", "stt", "st"), "status"),
    **dict.fromkeys(("jns", "jen"), "jenis"),
    **dict.fromkeys(("klmin", "klmn", "klm"), "kelamin"),
    **dict.fromkeys(("pend", "pddkn", "pnddkn", "pddk", "pendidkan"), "pendidikan"),
    **dict.fromkeys(("pkrjn", "pkrjaan", "pkrjan", "pek", "pekrjaan"), "pekerjaan"),
    **dict.fromkeys(("golongan",), "gol"),
    **dict.fromkeys(("drh",), "darah"),
    **dict.fromkeys(("almt", "alm"), "alamat"),
    **dict.fromkeys(("jl", "jln"), "jalan"),
    **dict.fromkeys(("telepon", "telpon", "telephone", "tlp", "tlpn", "telfon"), "telp"),
    **dict.fromkeys(("handphone", "hape", "handpone"), "hp"),
    **dict.fromkeys(("whatsapp", "whatsap"), "wa"),
    **dict.fromkeys(("kecamatan",), "kec"),
    **dict.fromkeys(("kabupaten",), "kab"),
    **dict.fromkeys(("provinsi", "propinsi"), "prov"),
    **dict.fromkeys(("tk",), "tingkat"),
    **dict.fromkeys(("kep",), "kepala"),
    **dict.fromkeys(("tdk",), "tidak"),
    **dict.fromkeys(("ijasah",), "ijazah"),
    **dict.fromkeys(("pencarian",), "pencaharian"),
    **dict.fromkeys(("posisi",), "kedudukan"),
    **dict.fromkeys(("lulusan",), "tamatan"),
    **dict.fromkeys(("rmh",), "rumah"),
    **dict.fromkeys(("terakhir", "trkhr", "tertinggi"), "akhir"),
}
"""Words of a phrase that mean the same."""


class _Phrase(NamedTuple):
    """How a heading of a field is made."""

    heading: str
    """The usual heading of the field."""
    nouns: str
    others: str
    """The words that it may have besides."""


_PHRASES: Final = (
    _Phrase(
        "NIK Penerima Manfaat",
        rf"(?:{_NIK}) {_RECIPIENT}",
        rf"{_NIK}|{_LENGTH}",
    ),
    _Phrase(
        "NIK",
        _NIK,
        rf"{_NIK}|{_LENGTH}|anggota klg|(?:e )?ktp(?: el| elektronik)?|ektp",
    ),
    _Phrase(
        "Nama Penerima Manfaat",
        rf"nama(?: nama)?(?: lengkap)?(?: {_SELF})? {_RECIPIENT}",
        "inisial",
    ),
    _Phrase(
        "Nama",
        r"nama(?: lengkap| jelas| terang)?",
        r"asli|name|inisial|(?:dan |dgn |beserta |tanpa )?gelar(?: akademik)?"
        r"|jelas|terang|anggota(?: (?:klg|kel|kk|rumah tangga))?|art|huruf (?:kapital|besar|balok)",
    ),
    _Phrase(
        "Nomor KK",
        r"no kk|nkk|no kartu (?:klg|kel|kk)|kartu klg",
        rf"{_LENGTH}|kk|nkk",
    ),
    _Phrase(
        "Jenis Kelamin",
        rf"jenis kel(?:amin)?|j kel(?:amin)?|kelamin|jk|jenkel|gender|jender|seks|sex"
        rf"|{_MALE} (?:atau |dan )?{_FEMALE}|{_FEMALE} (?:atau |dan )?{_MALE}",
        rf"{_MALE}|{_FEMALE}|[12]",
    ),
    _Phrase(
        "Tempat Lahir",
        r"(?:tempat|(?:kota|kab|kab kota|kota kab)(?: tempat)?) lahir|lahir di",
        "kota|kab|kec|desa",
    ),
    _Phrase(
        "Tanggal Lahir",
        r"tgl (?:bln (?:dan )?thn )?lahir|lahir (?:pada )?tgl|dob",
        _FORMAT,
    ),
    _Phrase(
        "TTL", r"ttl|(?:tempat|kota) (?:lahir )?(?:dan )?tgl (?:bln (?:dan )?thn )?lahir", _FORMAT
    ),
    _Phrase(
        "Umur",
        "umur|usia",
        rf"umur|usia|thn|dlm thn|{_NOW}|(?:per |pada )?(?:thn )?20[0-9]{{2}}",
    ),
    _Phrase(
        "Agama",
        "agama|keyakinan",
        "(?:aliran )?kepercayaan|keyakinan|yang dianut",
    ),
    _Phrase(
        "Status Perkawinan",
        r"(?:status )?(?:perkawinan|pernikahan)|status (?:kawin|nikah|menikah|marital)"
        r"|(?:sudah|kawin) (?:belum|blm|tidak) (?:kawin|menikah|nikah)",
        "perkawinan|pernikahan|kawin|nikah|menikah|sudah|tidak|belum|blm|cerai|hidup|mati|k|bk|ch|cm",
    ),
    _Phrase(
        "Hubungan Keluarga",
        r"(?:status )?(?:hub|kedudukan)(?: (?:dgn|dlm|thd|terhadap))?"
        r"(?: kepala)? (?:klg|kel|kk|krt|kekeluargaan|rumah tangga)|shdk|status dlm (?:klg|kk|kel)",
        r"shdk|dlm kk",
    ),
    _Phrase(
        "Pendidikan",
        r"(?:tingkat |jenjang |strata |riwayat )?pendidikan|ijazah|tamatan",
        r"akhir|formal|yang (?:dimiliki|ditamatkan)|ijazah|tamat|tamatan|sd|smp|sma|smk|sltp|slta"
        r"|pt|sederajat",
    ),
    _Phrase(
        "Pekerjaan",
        r"(?:jenis )?(?:usaha )?(?:pekerjaan|profesi|mata pencaharian)",
        rf"utama|pokok|usaha|kegiatan|sehari hari|profesi|mata pencaharian|{_NOW}",
    ),
    _Phrase("Gol. Darah", "gol darah|goldar|golda", r"a|b|ab|o|rh|rhesus"),
    _Phrase(
        "Jenis Disabilitas",
        rf"(?:{_KIND}) (?:penyandang )?(?:{_DISABILITY})|disabilitas (?:{_KIND})",
        rf"{_KIND}|{_DISABILITY}|fisik|mental|sensorik|intelektual|ganda|penyandang"
        r"|yang (?:disandang|dialami|diderita|dimiliki)",
    ),
    _Phrase(
        "No. HP",
        rf"(?:no )?(?:{_CALL})|no (?:yang )?(?:bisa|dapat|mudah) dihubungi",
        rf"(?:no )?(?:{_CALL})|rumah|pribadi|(?:yang )?(?:masih )?aktif"
        r"|(?:yang )?(?:bisa|dapat|mudah) dihubungi",
    ),
    _Phrase("Alamat", r"alamat|(?:nama )?jalan", rf"{_HOME}|ktp"),
    _Phrase(
        "Alamat Domisili",
        rf"alamat (?:domisili|(?:tempat )?tinggal|{_NOW})|(?:domisili|tempat tinggal)(?: {_NOW})?",
        rf"{_NOW}|lengkap|domisili|jalan"
        rf"|(?:jika|bila|apabila|kalau) (?:beda|berbeda) (?:(?:dgn|dari) )?(?:{_DOCUMENT})",
    ),
    _Phrase("Dusun", rf"(?:nama )?(?:{_HAMLET})", rf"{_HAMLET}|nama|kampung|kp|lorong"),
    _Phrase("Desa/Kelurahan", rf"(?:nama )?(?:{_VILLAGE})", rf"{_VILLAGE}|kel|nama|ktp"),
    _Phrase("Desa/Kelurahan", rf"(?:nama )?kel (?:{_VILLAGE})", _VILLAGE),
    _Phrase(
        "Kecamatan",
        "(?:nama )?(?:kec|distrik|kapanewon|kemantren)",
        "nama|ktp|distrik|kapanewon|kemantren",
    ),
    _Phrase("Kabupaten/Kota", "(?:nama )?(?:kab|kota)", "kab|kota"),
    _Phrase("Provinsi", "(?:nama )?prov", "prov"),
    _Phrase(
        "Kategori PPKS",
        r"(?:ppks|pmks)|(?:jenis )?(?:permasalahan|masalah|penyandang masalah)"
        r"(?: kesejahteraan)? sosial|pemerlu pelayanan kesejahteraan sosial",
        r"jenis|kategori|kelompok|klaster|gol|kriteria|klasifikasi|ppks|pmks|[0-9]{1,2}"
        r"|sesuai permensos",
    ),
    _Phrase("RT/RW", r"(?:no )?rt (?:dan )?(?:no )?rw", "[0-9]{1,3}"),
    _Phrase("Sumber Data", "sumber (?:data|informasi)", "data|informasi"),
    _Phrase("Tanggal Asesmen", r"tgl (?:asesmen|assesmen|assesment|assessment)", "awal"),
)


class _Pattern(NamedTuple):
    heading: str
    pattern: re.Pattern[str]


@cache
def _patterns() -> tuple[_Pattern, ...]:
    return tuple(_Pattern(one.heading, re.compile(_pattern(one))) for one in _PHRASES)


def _pattern(phrase: _Phrase) -> str:
    others = f"(?:{phrase.others}|{_COMMON})"
    return f"(?:{others} )*(?:{phrase.nouns})(?: (?:{phrase.nouns}|{others}))*"


@cache
def _known_words() -> frozenset[str]:
    """Return the words that phrases are made of. Most cells of a sheet have another one."""
    every = (f"{one.nouns} {one.others}" for one in _PHRASES)
    return frozenset(_words(" ".join((*every, _COMMON))))


def _words(text: str) -> Iterator[str]:
    """Yield the words of a text, each in the one spelling of those that mean the same."""
    for found in re.finditer(r"[^\W_]+", text.casefold()):
        yield _ALIKE.get(found[0], found[0])


def usual_heading(text: str) -> str | None:
    """Return the usual heading of the field that a heading is a phrase of, or None.

    >>> usual_heading("NIK Sesuai KTP-el"), usual_heading("NIK Ibu")
    ('NIK', None)
    """
    if len(text) > _LONGEST:
        return None
    words = list(_words(text))
    known = _known_words()
    if not words or words[0].isdecimal() or not all(w in known or w.isdecimal() for w in words):
        return None
    phrase = " ".join(words)
    return next((one.heading for one in _patterns() if one.pattern.fullmatch(phrase)), None)
