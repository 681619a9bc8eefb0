"""The layouts of lists of beneficiaries and of recipients of aid from other programs."""

from typing import Any, Final

from ...records.beneficiaries import Beneficiary
from ...terms import RegionLevel
from .common_columns import BENEFICIARY, BENEFICIARY_NAMES
from .general_facts import CATEGORY_FACTS, home_facts
from .layout import Column, Layout
from .shared_headings import ZERO_IS_BLANK, not_read, with_shared_headings

_PROVINCE, _REGENCY = RegionLevel.PROVINCE, RegionLevel.REGENCY
_DISTRICT, _VILLAGE = RegionLevel.DISTRICT, RegionLevel.VILLAGE
BENEFICIARY_WORDS: Final = ("ppks", "pmks")
"""Words by which lists of PPKS are recognised."""
_AID_WORDS: Final = (
    "blt", "bltdd", "bpnt", "pkh", "bansos", "bantuan sosial", "bantuan langsung tunai",
    "bantuan sembako", "program sembako", "penerima sembako", "bantuan pangan",
    "penerima bantuan", "penerima manfaat", "kpm pkh", "kpm sembako", "daftar kpm", "data kpm",
    "nama kpm", "nik kpm",
)  # fmt: skip

_NAMES: Final = ("Nama", "Nama Lengkap", "Nama Pengurus", "Nama Pengurus PKH")
"""The headings of a name in lists of aid. PKH calls the person who receives it the *pengurus*."""

PMKS_IMPORT: Final = with_shared_headings(
    Layout(
        "pmks-import",
        "Impor PMKS (satu berkas untuk satu jenis dan tahun)",
        Beneficiary,
        (
            *not_read("id_dtks"),
            Column("person.ktp_address.region", "provinsi", level=_PROVINCE),
            Column("person.ktp_address.region", "kabupatenkota", level=_REGENCY),
            Column("person.ktp_address.region", "kecamatan", level=_DISTRICT),
            Column(
                "person.ktp_address.region", ("desakeluarahan", "desakelurahan"), level=_VILLAGE
            ),
            Column("person.ktp_address.street", "alamat"),
            Column(
                "person.ktp_address.hamlet", "dusun", blank=ZERO_IS_BLANK, without=("dusun", "dsn")
            ),
            Column("person.ktp_address.rt", "rt", blank=ZERO_IS_BLANK),
            Column("person.ktp_address.rw", "rw", blank=ZERO_IS_BLANK),
            Column("person.kk", "nomor_kk", blank=ZERO_IS_BLANK),
            Column("person.nik", "nomor_nik", required=True, blank=ZERO_IS_BLANK),
            Column("person.name", "nama", required=True),
            Column("person.birth_date", "tanggal_lahir"),
            Column("person.birth_place", "tempat_lahir"),
            Column("person.sex", "jenis_kelamin"),
            *not_read("nama_ibu_kandung"),
            Column("person.family_relation", "hubungan_keluarga"),
        ),
        required_values={
            "classifications.0.category": "kategori",
            "classifications.0.date": "tanggal penetapan",
            "classifications.0.source": "sumber data",
        },
        facts_above=(*home_facts("person."), *CATEGORY_FACTS),
        words=BENEFICIARY_WORDS,
    ),
    "person.",
    BENEFICIARY,
)

RECIPIENTS: Final = with_shared_headings(
    Layout(
        "peserta-bantuan",
        "Peserta program bantuan (lembar Peserta, berakhir dengan ###)",
        Beneficiary,
        (
            Column(None, "Peserta", required=True),
            *not_read("No. Peserta"),
            Column("person.nik", "NIK", required=True, blank=ZERO_IS_BLANK),
            Column("person.name", "Nama", required=True),
            Column("person.birth_place", "Tempat Lahir"),
            Column("person.birth_date", "Tanggal Lahir"),
            Column("person.ktp_address.street", "Alamat"),
        ),
        facts_above=home_facts("person."),
        end="###",
    ),
    "person.",
    BENEFICIARY,
)

AID_RECIPIENTS: Final = with_shared_headings(
    Layout(
        "penerima-bantuan",
        "Daftar penerima bantuan (BLT Desa, PKH, Sembako/BPNT)",
        Beneficiary,
        (
            Column("person.nik", ("NIK", "NIK Pengurus", "NIK Pengurus PKH"), blank=ZERO_IS_BLANK),
            Column(
                "person.name",
                (*BENEFICIARY_NAMES, *_NAMES, "Nama Kepala Keluarga", "Nama KRT"),
                required=True,
            ),
            Column("person.kk", "Nomor KK", blank=ZERO_IS_BLANK),
            Column("person.sex", "Jenis Kelamin"),
            Column("person.birth_date", "Tanggal Lahir"),
            Column("person.ktp_address.street", "Alamat"),
            Column("person.ktp_address.rt", "RT", blank=ZERO_IS_BLANK, without=("RT",)),
            Column("person.ktp_address.rw", "RW", blank=ZERO_IS_BLANK, without=("RW",)),
            Column("person.ktp_address.region", "Kecamatan", level=_DISTRICT),
            Column("person.ktp_address.region", "Desa/Kelurahan", level=_VILLAGE),
        ),
        facts_above=home_facts("person."),
        words=_AID_WORDS,
    ),
    "person.",
    BENEFICIARY,
)

AID: Final[tuple[Layout[Any], ...]] = (PMKS_IMPORT, RECIPIENTS, AID_RECIPIENTS)
"""The layouts of this module."""
