"""The layouts of lists of beneficiaries and of recipients of aid from other programs."""

from typing import Any, Final

from ..records.beneficiaries import Beneficiary
from ..terms import RegionLevel
from .common_columns import BENEFICIARY
from .layout import Column, Layout
from .shared_headings import ZERO_IS_BLANK, not_read, with_shared_headings

_PROVINCE, _REGENCY = RegionLevel.PROVINCE, RegionLevel.REGENCY
_DISTRICT, _VILLAGE = RegionLevel.DISTRICT, RegionLevel.VILLAGE
BENEFICIARY_WORDS: Final = ("ppks", "pmks")
"""Words by which lists of PPKS are recognised."""

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
            "classifications.0.category": "kategori semua baris",
            "classifications.0.date": "tanggal penetapan",
            "classifications.0.source": "sumber data",
        },
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
        end="###",
    ),
    "person.",
    BENEFICIARY,
)

AID: Final[tuple[Layout[Any], ...]] = (PMKS_IMPORT, RECIPIENTS)
"""The layouts of this module."""
