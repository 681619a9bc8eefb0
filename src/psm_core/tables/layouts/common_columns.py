"""What the columns of people are called, in every layout that has them.

The first heading of a field is the most common one. Spellings that differ in case, signs, blanks
or a usual abbreviation (``No.`` for ``Nomor``, ``Tgl`` for ``Tanggal``) are the same heading.
"""

from collections.abc import Mapping
from typing import Final

from ...terms import RegionLevel

PERSON: Final[Mapping[str, tuple[str, ...]]] = {
    "nik": (
        "NIK", "No. KTP", "NIK/No. KTP", "No. KTP/NIK", "NIK/KTP", "KTP/NIK", "No. NIK",
        "NIK KTP", "No. NIK/KTP", "NIK/No. Induk Kependudukan", "Nomor Induk Kependudukan",
        "NIK e-KTP", "No. e-KTP", "No. Induk Kependudukan/NIK",
    ),
    "name": (
        "Nama", "Nama Lengkap", "Nama Warga", "Nama Sesuai KTP",
        "Nama Lengkap Sesuai KTP", "Nama dan Gelar", "Nama Lengkap dan Gelar",
        "Nama Lengkap dengan Gelar", "Nama & Gelar", "Nama Lengkap & Gelar",
        "Nama Anggota", "Nama Peserta",
        "Nama Anggota Keluarga", "Nama Individu", "Nama Jelas", "Nama Lengkap Warga", "Nama Orang",
        "Nama Terang", "Nama Lgkp",
    ),
    "kk": (
        "Nomor KK", "Nomor Kartu Keluarga", "NKK", "Kartu Keluarga", "No. KK/Kartu Keluarga",
        "No. Kartu Keluarga/KK", "No. KK/NKK",
    ),
    "sex": (
        "Jenis Kelamin", "L/P", "JK", "P/L", "J/K", "Jenis Kelamin L/P", "Gender",
        "JK L/P", "Jenis Kelamin Laki-laki/Perempuan", "Jenkel", "Lk/Pr", "Laki-laki/Perempuan",
        "Jns Klm", "Jns Kel",
    ),
    "birth_place": ("Tempat Lahir", "Tempat Kelahiran", "Kota Lahir", "Kota Kelahiran",
        "Lahir / Tempat", "Kelahiran / Tempat"),
    "birth_date": (
        "Tanggal Lahir", "Tanggal Kelahiran", "Tgl/Bln/Thn Lahir", "Tanggal/Bulan/Tahun Lahir",
        "Lahir / Tanggal", "Kelahiran / Tanggal", "Tgl-Bln-Thn Lahir",
        "Hari/Tanggal Lahir", "Tahun Lahir", "Thn Lahir",
    ),
    "citizenship": ("Kewarganegaraan", "Warga Negara", "WNI/WNA", "Kebangsaan"),
    "religion": ("Agama", "Agama yang Dianut"),
    "marital_status": (
        "Status Perkawinan", "Status Kawin", "Status Pernikahan", "Status Nikah",
        "Status Marital", "Stat. Kawin", "Stts Kawin", "Sts Kawin",
        "Kawin/Belum Kawin", "Perkawinan",
    ),
    "family_relation": (
        "Hubungan Keluarga", "SHDK", "Hubungan dalam Keluarga", "Status Hubungan dalam Keluarga",
        "Status Hubungan Keluarga", "Status dalam Keluarga", "Hubungan dengan Kepala Keluarga",
        "Hubungan dgn Kepala Keluarga", "Hubungan dengan KK", "Hubungan dgn KK",
        "Status Hubungan dengan Kepala Keluarga", "Kedudukan dalam Keluarga",
        "Status dalam KK", "Hub. Keluarga",
        "Status Hub. dlm Keluarga", "Hubungan dengan Kepala Rumah Tangga", "Hubungan dengan KRT",
    ),
    "education": (
        "Pendidikan", "Tingkat Pendidikan", "Pendidikan Terakhir", "Pendidikan Akhir",
        "Ijazah Terakhir", "Pendidikan dalam KK", "Ijazah Tertinggi", "Pendidikan Tertinggi",
        "Pendidikan yang Ditamatkan", "Pnddkn", "Jenjang Pendidikan",
    ),
    "occupation": (
        "Pekerjaan", "Jenis Pekerjaan", "Pekerjaan Utama", "Mata Pencaharian", "Profesi",
        "Pekerjaan Sekarang", "Pekerjaan Pokok", "Pekerjaan/Mata Pencaharian",
    ),
    "blood_type": ("Golongan Darah", "Goldar", "Gol. Darah/Rh"),
    "disabilities": (
        "Jenis Disabilitas", "Disabilitas", "Ragam Disabilitas", "Jenis Cacat", "Cacat",
        "Jenis Cacat/Disabilitas", "Jenis Disabilitas/Cacat", "Disabilitas/Cacat",
        "Cacat/Disabilitas", "Penyandang Disabilitas", "Penyandang Cacat",
        "Jenis Kedisabilitasan", "Kecacatan", "Jenis Disabilitas/Kecacatan", "Jenis Kecacatan",
    ),
    "life_status": (
        "Status Hidup", "Status Hidup/Mati", "Hidup/Mati", "Hidup/Meninggal", "Status Kehidupan",
        "Status Dasar",
    ),
    "life_status_date": ("Tanggal Status Hidup", "Tanggal Status Dasar"),
    "phone": (
        "No. HP", "No. Telepon", "No. WA", "No. Telp/HP", "No. HP/Telp", "No. HP/WA", "No. WA/HP",
        "HP", "Telepon", "HP/WA", "Telp/HP", "HP/Telp", "Telp", "No. HP Aktif", "No. Kontak",
        "Kontak", "Nomor Telepon/WA", "No. Telp/WA",
        "WA", "Nomor Kontak/HP", "No. HP yang Bisa Dihubungi", "Telp. Seluler", "No. Ponsel",
        "Ponsel", "Telepon/HP/WA", "No. Telepon Aktif", "No. WA Aktif",
    ),
    "ktp_address.street": (
        "Alamat", "Jalan", "Alamat / Jalan", "Alamat Lengkap", "Alamat KTP", "Alamat Sesuai KTP",
        "Alamat Rumah", "Alamat Sesuai KK", "Alamat KK", "Alamat/Jalan", "Jalan/Gang", "Nama Jalan",
        "Alamat Lengkap Sesuai KTP",
    ),
    "ktp_address.hamlet": (
        "Dusun", "Lingkungan", "Dusun/Lingkungan", "Lingkungan/Dusun", "Nama Dusun", "Dsn",
        "Jorong", "Alamat / Dusun", "Dukuh", "Dusun/Dukuh", "Banjar", "Dusun/Jorong",
        "Padukuhan", "Pedukuhan", "Nama Dusun/Lingkungan",
    ),
    "ktp_address.rt": ("RT", "No. RT", "Rukun Tetangga", "Alamat / RT"),
    "ktp_address.rw": ("RW", "No. RW", "Rukun Warga", "Alamat / RW"),
    "domicile.street": (
        "Alamat Domisili", "Domisili", "Alamat Sekarang", "Alamat Tempat Tinggal",
        "Alamat Tinggal",
    ),
}  # fmt: skip
"""Field of a person → its headings."""

ODD: Final[Mapping[str, tuple[str, ...]]] = {
    "name": ("Nama Penduduk", "NAMA_LGKP"),
    "sex": ("Kelamin", "Sex"),
    "birth_place": ("TMPT_LHR",),
    "birth_date": ("TGL_LHR",),
    "citizenship": ("warganegara_id",),
    "religion": ("agama_id",),
    "family_relation": ("kk_level", "STAT_HBKEL", "hubungan_kepkel"),
    "education": ("pendidikan_kk_id", "PDDK_AKH"),
    "occupation": ("pekerjaan_id",),
    "blood_type": ("golongan_darah_id",),
    "disabilities": ("cacat_id",),
}
"""Field of a person → its headings in exports of programs, which speak for their layouts."""

CODE_LISTS: Final[Mapping[str, tuple[str, ...]]] = {
    "shdk": (
        "SHDK", "Status Hubungan dalam Keluarga", "Status Hubungan Keluarga", "kk_level",
        "STAT_HBKEL",
    ),
    "hubungan-regsosek": ("hubungan_kepkel",),
    "pendidikan-kk": ("Pendidikan dalam KK", "pendidikan_kk_id", "PDDK_AKH"),
    "disabilitas-kk": ("cacat_id",),
    "ppks-26": (
        "Kategori PPKS", "Jenis PPKS", "PPKS", "Kriteria PPKS", "Klasifikasi PPKS",
    ),
}  # fmt: skip
"""List of codes → the headings that name it."""

REGION: Final[Mapping[RegionLevel, tuple[str, ...]]] = {
    RegionLevel.PROVINCE: ("Provinsi", "Nama Provinsi"),
    RegionLevel.REGENCY: (
        "Kabupaten/Kota", "Kabupaten", "Kota", "Kota/Kabupaten", "Nama Kabupaten/Kota",
        "Nama Kabupaten", "Nama Kota",
    ),
    RegionLevel.DISTRICT: (
        "Kecamatan", "Nama Kecamatan", "Distrik", "Kecamatan/Distrik", "Kapanewon", "Kemantren",
        "Kapanewon/Kemantren", "Kecamatan/Kapanewon",
    ),
    RegionLevel.VILLAGE: (
        "Desa/Kelurahan", "Desa", "Kelurahan", "Kelurahan/Desa", "Nama Desa/Kelurahan",
        "Nama Desa", "Nama Kelurahan", "Ds/Kel", "Kel/Ds",
        "Nagari", "Gampong", "Desa/Nagari", "Nagari/Desa", "Desa/Gampong", "Desa/Kampung",
        "Kalurahan", "Kalurahan/Kelurahan", "Desa/Kalurahan", "Pekon", "Desa/Pekon", "Lembang",
        "Nama Kelurahan/Desa", "Nama Nagari", "Nama Gampong", "Desa/Kelurahan/Nagari",
    ),
}  # fmt: skip
"""Level → the headings of a column with regions of this level."""

REGION_CODES: Final = (
    "Kode Wilayah", "Kode Desa", "Kode Kelurahan", "Kode Desa/Kelurahan", "Kode Kelurahan/Desa",
    "Kode Wilayah Desa", "Kode Wilayah Kelurahan", "Kode Kemendagri", "Kode Wilayah Kemendagri",
    "Kode Wil", "Kode Kel", "Kode Kel/Desa", "Kode Desa/Kel", "Kode Nagari", "Kode Gampong",
    "Kode Kalurahan",
)  # fmt: skip
"""The headings of a column with codes of regions."""

ODD_REGION: Final[Mapping[RegionLevel, tuple[str, ...]]] = {
    RegionLevel.PROVINCE: ("PROP_NAME",),
    RegionLevel.REGENCY: ("KAB_NAME",),
    RegionLevel.DISTRICT: ("KEC_NAME",),
    RegionLevel.VILLAGE: ("KEL_NAME", "desakeluarahan"),
}
"""The same in exports of programs."""

ABOVE_HOME: Final = ("Alamat", "Alamat Rumah", "Alamat KTP")
"""Upper headings, over two rows, above the regions where somebody lives."""
_ABOVE: Final = ("Tempat Tugas", "Wilayah Tugas", "Lokasi Tugas", "Daerah Tugas")
_BELOW: Final[Mapping[RegionLevel, tuple[str, ...]]] = {
    RegionLevel.REGENCY: ("Kabupaten/Kota", "Kabupaten"),
    RegionLevel.DISTRICT: ("Kecamatan",),
    RegionLevel.VILLAGE: ("Desa/Kelurahan", "Desa", "Kelurahan", "Kelurahan/Desa"),
}
DUTY: Final[Mapping[RegionLevel, tuple[str, ...]]] = {
    level: (
        *(f"{below} {word}" for below in names for word in ("Tugas", "Dampingan")),
        *(f"{above} / {below}" for above in _ABOVE for below in names),
    )
    for level, names in _BELOW.items()
}
"""Level → the headings of a column with the regions where somebody serves."""

BIRTH: Final = (
    "Tempat, Tanggal Lahir", "TTL", "Tempat dan Tanggal Lahir", "Tempat Lahir, Tanggal Lahir",
    "Tempat Lahir dan Tanggal Lahir", "Tgl/Tempat Lahir", "Kelahiran",
    "Tempat/Tgl/Bln/Thn Lahir", "Tempat dan Tgl Lahir", "Tempat, Tanggal/Bulan/Tahun Lahir",
    "Tempat/Tgl Lahir", "Tempat dan Tanggal Kelahiran",
)  # fmt: skip
AGE: Final = (
    "Umur", "Usia", "Umur (Tahun)", "Usia (Tahun)", "Umur (Th)", "Usia (Th)", "Umur (Thn)",
    "Usia (Thn)", "Umur/Usia", "Usia/Umur",
)  # fmt: skip
RT_RW: Final = ("RT/RW", "RT dan RW", "Alamat / RT/RW", "No. RT/RW")
RW_RT: Final = ("RW/RT", "RW dan RT")
HAMLET_RT: Final = ("Dusun/RT", "Dusun dan RT", "Lingkungan/RT", "Dukuh/RT")
VILLAGE_DISTRICT: Final = (
    "Desa/Kec", "Desa/Kel/Kec", "Desa/Kelurahan/Kecamatan", "Kelurahan/Kec", "Desa dan Kecamatan",
    "Kel/Desa/Kec",
)  # fmt: skip
DISTRICT_VILLAGE: Final = ("Kec/Desa", "Kecamatan/Kelurahan", "Kec/Desa/Kel", "Kecamatan dan Desa")
NIK_KK: Final = (
    "NIK/KK", "NIK dan KK", "NIK/No. KK", "NIK dan No. KK", "No. NIK/KK", "NIK/NKK",
    "No. NIK/No. KK", "NIK/Nomor Kartu Keluarga",
)  # fmt: skip
KK_NIK: Final = (
    "KK/NIK", "KK dan NIK", "No. KK/NIK", "No. KK dan NIK", "NKK/NIK",
    "No. KK/No. NIK", "Nomor Kartu Keluarga/NIK",
)  # fmt: skip
NAME_NIK: Final = ("Nama/NIK", "Nama dan NIK", "Nama Lengkap/NIK", "NIK/Nama", "NIK dan Nama")

BENEFICIARY_NAMES: Final = (
    "Nama KPM", "Nama Penerima", "Nama Penerima Manfaat", "Nama PPKS", "Nama PMKS", "KPM",
    "Nama Penerima Bantuan", "Nama Lengkap Penerima", "Nama Calon Penerima", "Nama Lansia",
    "Nama Klien",
    "Nama Pengurus KPM", "Nama Penerima BLT", "Nama KPM PKH",
    "Nama Calon KPM",
)  # fmt: skip
BENEFICIARY: Final[Mapping[str, tuple[str, ...]]] = {
    "person.name": BENEFICIARY_NAMES,
    "person.nik": ("NIK KPM", "NIK Penerima", "NIK Penerima Manfaat", "NIK PPKS", "NIK PMKS"),
}
"""Field of a beneficiary → its headings, in the layouts of beneficiaries."""
WORKER: Final[Mapping[str, tuple[str, ...]]] = {
    "person.name": (
        "Nama PSM", "Nama Pekerja Sosial Masyarakat", "Nama Anggota PSM", "Nama Lengkap PSM",
    ),
    "person.nik": ("NIK PSM",),
    "trainings.0.tier": (
        "Tingkatan Diklat", "Tingkat Diklat", "Diklat", "Jenjang Bimtek", "Jenjang Diklat",
    ),
    "certifications.0.year": ("Tahun Sertifikasi", "Tahun Sertifikat"),
    "activity": ("Keaktifan", "Kondisi Eksisting", "Status Keaktifan", "Keaktifan PSM"),
}  # fmt: skip
"""Field of a worker → its headings, in the layouts of workers."""
CATEGORY: Final = (
    "Kategori PPKS", "Kategori", "Jenis PPKS", "Jenis PMKS", "Kategori PMKS", "PPKS", "PMKS",
    "Jenis PPKS/PMKS", "Jenis PMKS/PPKS", "Kriteria PPKS", "Klasifikasi PPKS",
    "Kategori PPKS/PMKS", "Kategori PMKS/PPKS", "Kriteria PMKS", "Klasifikasi PMKS",
    "Kelompok PPKS", "Golongan PPKS", "Jenis Penyandang Masalah", "Jenis Masalah Sosial",
)  # fmt: skip

LIKELY: Final[Mapping[str, tuple[str, ...]]] = {
    "name": (
        "Nama Kepala Keluarga", "Nama KRT", "Kepala Keluarga", "Nama KK",
        "Nama Kepala Rumah Tangga",
    ),
    "ktp_address.region": REGION_CODES,
}  # fmt: skip
"""Field of a person → headings that a layout is only suggested for. A list of families has the name
of its head, and in a list of workers a code may be that of the place of duty."""

NOT_READ: Final[tuple[str, ...]] = (
    "No.", "No. Urut", "NTR", "Desil", "Desil Nasional", "Peringkat Kesejahteraan", "Nominal",
    "Peringkat", "Peringkat Nasional", "Peringkat Kesejahteraan Nasional", "Peringkat Provinsi",
    "Peringkat Kabupaten", "Peringkat Desa", "Ranking", "Persentil", "Desil Provinsi",
    "Desil Kabupaten", "Desil Kabupaten/Kota", "Desil Kecamatan", "Desil Desa",
    "Jumlah Bantuan", "Besaran Bantuan", "Nilai Bantuan", "No. Rekening", "Rekening", "Nama Bank",
    "Bank", "No. KKS", "Nomor Kartu KKS", "Nama Ibu Kandung", "Ibu Kandung", "Nama Ibu",
    "Nama Ayah", "Nama Ayah Kandung", "NIK Ibu", "NIK Ayah", "Keterangan", "Ket", "Catatan",
    "Tanda Tangan", "TTD", "Paraf", "Tanda Terima", "Cap Jempol", "Tanda Tangan/Cap Jempol",
    "Bulan", "Utusan/Jabatan", "Utusan/Instansi", "Jabatan/Utusan",
    "Foto", "Email", "Alamat Email", "Penghasilan", "Pendapatan",
    "ID BDT", "ID DTKS", "ID DTSEN", "ID Keluarga", "No. Peserta", "Kode Pos", "Suku",
    "Etnis/Suku", "Etnis", "Suku Bangsa",
    "Nama Suami", "Nama Istri", "Nama Pasangan", "Jumlah Anggota Keluarga", "Jumlah Tanggungan",
    "Latitude", "Longitude", "Koordinat", "Nama Pendamping", "Petugas", "Tahap", "Periode",
    "Tahun Anggaran", "Utusan", "Instansi/Jabatan", "Jabatan/Instansi", "Tanggal Entri",
    "Waktu", "Timestamp",
    "Instansi", "Jabatan", "Unsur", "Lembaga", "Asal", "Asal Instansi",
    "No. HP", "No. Telepon", "No. WA", "No. Telp/HP", "HP",
    "Jenis Bantuan", "Nama Bantuan", "Jenis Bansos", "Bansos", "Sumber Dana",
    "Jumlah (Rp)", "Jumlah Diterima", "Jumlah Uang", "Total Bantuan", "Nama Rekening",
    "Nama di Rekening", "Nama Pemilik Rekening", "Nomor Kartu", "No. Kartu", "No. KPM",
    "Kriteria BLT", "Kode Kriteria", "Kode_Krit", "Kode_JP", "Metode Pembayaran", "Kode_Bayar",
    "Status Bayar", "Status Penyaluran", "Komponen", "Komponen PKH", "ID PKH", "ID Pengurus",
    "Tahun", "Tahun Data", "Tahun Pendataan", "Nomor SK", "Tanggal SK", "Tahun SK",
    "Tahun Pengangkatan", "Tahun Diangkat",
    "Pejabat yang Bertanda Tangan", "Pejabat", "No. Kartu Registrasi", "Nomor Induk Anggota",
    "Nomor Induk TKSK", "Nomor Induk", "NIA TKSK", "NIA",
    "Nama Ketua", "Ketua", "Nama Pimpinan", "Pimpinan", "Jumlah Pengurus",
    "Jenis Layanan", "Jenis LKS", "Jumlah Warga Binaan Sosial", "Jumlah WBS", "Warga Binaan",
    "Jumlah Klien", "Jumlah Anak Asuh", "Jumlah Pekerja Sosial", "Masa Berlaku - Mulai",
    "Masa Berlaku - Sampai", "Masa Berlaku", "Instansi yang Menerbitkan", "Tanggal Terbit",
    "No. Induk Berusaha", "NIB", "Akreditasi", "Tanggal Akreditasi", "Status Akreditasi",
    "Nilai Akreditasi", "Tanda Daftar", "Izin Operasional", "No. Izin Operasional",
    "Status Kepengurusan", "Periode Tahun", "Periode Kepengurusan", "Program Unggulan",
    "PKH", "BPNT", "Sembako", "PBI", "PBI JK", "PBI JKN", "PBI-JK", "Status PKH", "Status BPNT",
    "Status Sembako", "Status PBI", "Status Bansos", "Status DTSEN", "Status DTKS", "Bansos PKH",
    "Bansos BPNT", "Bansos BPNT PPKM", "Keterangan Padan", "Status Padan", "Padan",
    "Program Ungulan", "NPWP", "Status LKS", "Akta Notaris", "No. Akta Notaris", "Akta Pendirian",
    "No. Akta Pendirian", "Tanggal Akta Notaris", "Tanggal Akta Pendirian", "Tanggal Akta",
    "Tahap Penyaluran", "Tanggal Penyaluran", "Jumlah Anggota", "Jumlah Jiwa", "Jumlah ART",
    "L/P", "P/L", "JK", "Jenis Kelamin",
    "Tanggal Berdiri", "Tahun Berdiri", "Tanggal Pendirian", "Klasifikasi", "Klasifikasi LKS",
    "ID Peserta", "ID PM", "ID Penerima Manfaat", "ID Semesta", "ID Prelist", "Nomor Peserta",
    "Alat Bantu", "Alat Bantu yang Dibutuhkan", "Alat Bantu yang Dimiliki", "Kebutuhan Alat Bantu",
    "Ahli Waris", "Nama Ahli Waris",
    "Nama Orang Tua", "Nama Orang Tua/Wali", "Orang Tua/Wali", "Orang Tua", "Nama Wali", "Wali",
    "Nama Bapak", "Nama Bapak/Ibu", "Nama Ayah/Ibu", "Nama Ibu/Ayah", "Nama Ortu",
    "Nama Ortu/Wali", "Nama Suami/Istri", "Nama Istri/Suami", "Nama Pengampu", "Pengampu",
    "Nama Pengasuh", "Pengasuh", "No. Urut KK", "No. Urut Keluarga", "No. Urut ART",
    "Jumlah Angg. Keluarga", "Jumlah Anak", "Jumlah Tanggungan Keluarga", "No. Kartu PKH",
    "No. Kartu Peserta", "No. BPJS", "BPJS", "No. KIS", "KIS", "No. JKN", "BPJS/KIS", "KIS/BPJS",
    "Kepemilikan Rumah", "Status Rumah", "Status Kepemilikan Rumah", "Luas Tanah", "Luas Lantai",
    "Jenis Lantai", "Jenis Dinding", "Jenis Atap", "Sumber Air", "Sumber Air Minum",
    "Penerangan", "Sumber Penerangan", "Daya Listrik", "ID Pelanggan PLN", "Hamil", "Penyakit",
    "Penyakit Kronis", "Riwayat Penyakit", "NISN", "Sekolah", "Nama Sekolah", "Kelas",
    "No. Akta Lahir", "No. Akta Kelahiran", "Titik Koordinat", "Lintang", "Bujur", "Foto KTP",
    "Foto Rumah", "Foto KK", "Pendamping", "Pendamping PKH", "Nama Pendamping PKH", "Tanggal Input",
    "Tanggal Update", "Status Data", "Verifikator", "Nama Verifikator", "Hasil Verval",
    "Status Verval", "Padan Dukcapil", "Status Padan Dukcapil", "Kebutuhan", "Jenis Kebutuhan",
    "Kebutuhan Layanan", "Intervensi", "Bantuan yang Diterima", "Bantuan yang Pernah Diterima",
    "Riwayat Bantuan", "Sumber Bantuan", "Tahun Menerima", "Kondisi Fisik", "Status Tempat Tinggal",
    "Tinggal Bersama", "Ukuran Baju", "Ukuran Sepatu", "Tinggi Badan", "Berat Badan",
    "Tanda Tangan/Cap Jempol", "Cap Jempol",
)  # fmt: skip
"""Headings of facts for which records of people have no field."""
