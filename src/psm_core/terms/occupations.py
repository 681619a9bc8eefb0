"""Occupations, by the codes of the population administration."""

from .._core.vocabulary import CodeList, Scheme, Term
from .sources import DUKCAPIL, VILLAGE_PROGRAMS

_OLDER = CodeList(
    Scheme("pekerjaan-89", "Pekerjaan (daftar 89 kode)", DUKCAPIL, numbered=True),
    {
        "31": "TUKANG_GIGI",
        "34": "PENATA_RAMBUT",
        "35": "MEKANIK",
        "89": "LAINNYA",
        **{str(code): None for code in range(90, 100)},
    },
)
"""The list of OpenSID v2410. All its occupations are in the list of 99 codes."""


class Occupation(
    Term,
    scheme=Scheme("pekerjaan-99", "Pekerjaan (daftar 99 kode)", VILLAGE_PROGRAMS, numbered=True),
    code_lists=(_OLDER,),
    aliases={
        "PNS": "PEGAWAI_NEGERI_SIPIL",
        "TNI": "TENTARA_NASIONAL_INDONESIA",
        "POLRI": "KEPOLISIAN_RI",
        "IRT": "MENGURUS_RUMAH_TANGGA",
        "Ibu Rumah Tangga": "MENGURUS_RUMAH_TANGGA",
        "Petani": "PETANI_PEKEBUN",
        "Nelayan": "NELAYAN_PERIKANAN",
        "Ibu RT": "MENGURUS_RUMAH_TANGGA",
        "Mengurus RT": "MENGURUS_RUMAH_TANGGA",
        "Pelajar": "PELAJAR_MAHASISWA",
        "Mahasiswa": "PELAJAR_MAHASISWA",
        "Mahasiswi": "PELAJAR_MAHASISWA",
        "Siswa": "PELAJAR_MAHASISWA",
        "Mahasiswa/Pelajar": "PELAJAR_MAHASISWA",
        "Pensiun": "PENSIUNAN",
        "Pensiunan PNS": "PENSIUNAN",
        "Pensiunan Polri": "PENSIUNAN",
        "Pensiunan TNI": "PENSIUNAN",
        "Purnawirawan": "PENSIUNAN",
        "Tani": "PETANI_PEKEBUN",
        "Pekebun": "PETANI_PEKEBUN",
        "Perikanan": "NELAYAN_PERIKANAN",
        "Pegawai Swasta": "KARYAWAN_SWASTA",
        "Honorer": "KARYAWAN_HONORER",
        "Tenaga Honorer": "KARYAWAN_HONORER",
        "Pegawai Honorer": "KARYAWAN_HONORER",
        "BHL": "BURUH_HARIAN_LEPAS",
        "Buruh Harian": "BURUH_HARIAN_LEPAS",
        "Buruh Lepas": "BURUH_HARIAN_LEPAS",
        "Buruh Tani": "BURUH_TANI_PERKEBUNAN",
        "Buruh Perkebunan": "BURUH_TANI_PERKEBUNAN",
        "Buruh Kebun": "BURUH_TANI_PERKEBUNAN",
        "Buruh Nelayan": "BURUH_NELAYAN_PERIKANAN",
        "Buruh Ternak": "BURUH_PETERNAKAN",
        "Pembantu RT": "PEMBANTU_RUMAH_TANGGA",
        "Asisten Rumah Tangga": "PEMBANTU_RUMAH_TANGGA",
        "ART": "PEMBANTU_RUMAH_TANGGA",
        "PRT": "PEMBANTU_RUMAH_TANGGA",
        "Tukang Las": "TUKANG_LAS_PANDAI_BESI",
        "Pandai Besi": "TUKANG_LAS_PANDAI_BESI",
        "Penjahit": "TUKANG_JAHIT",
        "Penerjemah": "PENTERJEMAH",
        "Ustadz": "USTADZ_MUBALIGH",
        "Ustaz": "USTADZ_MUBALIGH",
        "Mubaligh": "USTADZ_MUBALIGH",
        "Wali Kota": "WALIKOTA",
        "Wakil Wali Kota": "WAKIL_WALIKOTA",
        "Supir": "SOPIR",
        "Aparat Desa": "PERANGKAT_DESA",
        "Aparatur Desa": "PERANGKAT_DESA",
        "Kades": "KEPALA_DESA",
        "Wirausaha": "WIRASWASTA",
        "Tidak bekerja": "BELUM_TIDAK_BEKERJA",
        "Belum bekerja": "BELUM_TIDAK_BEKERJA",
        "Tidak/belum bekerja": "BELUM_TIDAK_BEKERJA",
        "Pengangguran": "BELUM_TIDAK_BEKERJA",
        "Polisi": "KEPOLISIAN_RI",
        "Anggota Polri": "KEPOLISIAN_RI",
        "Tentara": "TENTARA_NASIONAL_INDONESIA",
        "Anggota TNI": "TENTARA_NASIONAL_INDONESIA",
        "Guru TK": "GURU",
        "Guru PAUD": "GURU",
        "Guru SD": "GURU",
        "Guru SMP": "GURU",
        "Guru SMA": "GURU",
        "Guru SMK": "GURU",
        "Sekretaris Desa": "PERANGKAT_DESA",
        "Sekdes": "PERANGKAT_DESA",
        "Kepala Dusun": "PERANGKAT_DESA",
        "Kadus": "PERANGKAT_DESA",
        "Kaur Desa": "PERANGKAT_DESA",
        "Bertani": "PETANI_PEKEBUN",
        "Dagang": "PEDAGANG",
        "Berdagang": "PEDAGANG",
        "Driver": "SOPIR",
        "Montir": "MEKANIK",
        "Advokat": "PENGACARA",
        "Santri": "PELAJAR_MAHASISWA",
        "Ustad": "USTADZ_MUBALIGH",
        "Pegawai Perusahaan Swasta": "KARYAWAN_SWASTA",
        "Karyawan Perusahaan Swasta": "KARYAWAN_SWASTA",
        "Pastur": "PASTOR",
        "Anggota DPRD Propinsi": "ANGGOTA_DPRD_PROVINSI",
        "Anggota DPRD Kabupaten": "ANGGOTA_DPRD_KABUPATEN_KOTA",
        "Anggota DPRD Kota": "ANGGOTA_DPRD_KABUPATEN_KOTA",
        "Anggota Kabinet/Kementerian": "ANGGOTA_KABINET_KEMENTERIAN",
        "Psikolog/Psikiater": "PSIKIATER_PSIKOLOG",
        "Psikolog": "PSIKIATER_PSIKOLOG",
        "Psikiater": "PSIKIATER_PSIKOLOG",
        "Anggota Lembaga Tinggi Lainnya": "ANGGOTA_LEMBAGA_TINGGI",
        "Atlet": "ATLIT",
        "Cheff": "CHEF",
        "Koki": "JURU_MASAK",
        "Manager": "MANAJER",
        "Tata Usaha": "TENAGA_TATA_USAHA",
        "Pekerja Pengolahan Kerajinan": "PEKERJA_PENGOLAHAN_KERAJINAN",
        "Pekerja Pengolahan": "PEKERJA_PENGOLAHAN_KERAJINAN",
        "Pekerjaan Lainnya": "LAINNYA",
        "Lain-lain": "LAINNYA",
    },
    qualified=True,
):
    """Pekerjaan, in the list of 99 occupations.

    Form F-1.01 of Permendagri 109/2019 is said to have 99 occupations. Its text could not be read;
    labels and codes are those of most public programs. A slug begins with the id of the list:
    ``pekerjaan-99:guru``.

    An older list has 89 codes. All its occupations are in this list, but 31, 34, 35 and 89 mean
    others, and copies differ above 88. So `parse` rejects these codes without a word, and
    `from_code` needs the list.

    >>> from psm_core.terms import Occupation
    >>> Occupation.parse("IRT").label, Occupation.parse("PNS").gloss
    ('Mengurus Rumah Tangga', 'civil servant')
    >>> Occupation.parse("guru").value
    'pekerjaan-99:guru'
    >>> [Occupation.from_code("89", one).label for one in ("pekerjaan-89", "pekerjaan-99")]
    ['Lainnya', 'Anggota Lembaga Tinggi']
    """

    BELUM_TIDAK_BEKERJA = ("1", "Belum/Tidak Bekerja", "not employed, or not yet")
    MENGURUS_RUMAH_TANGGA = ("2", "Mengurus Rumah Tangga", "homemaker")
    PELAJAR_MAHASISWA = ("3", "Pelajar/Mahasiswa", "pupil or student")
    PENSIUNAN = ("4", "Pensiunan", "pensioner")
    PEGAWAI_NEGERI_SIPIL = ("5", "Pegawai Negeri Sipil (PNS)", "civil servant")
    TENTARA_NASIONAL_INDONESIA = (
        "6",
        "Tentara Nasional Indonesia (TNI)",
        "member of the armed forces",
    )
    KEPOLISIAN_RI = ("7", "Kepolisian RI (POLRI)", "police officer")
    PERDAGANGAN = ("8", "Perdagangan", "trade")
    PETANI_PEKEBUN = ("9", "Petani/Pekebun", "farmer or planter")
    PETERNAK = ("10", "Peternak", "livestock farmer")
    NELAYAN_PERIKANAN = ("11", "Nelayan/Perikanan", "fisher")
    INDUSTRI = ("12", "Industri", "industry")
    KONSTRUKSI = ("13", "Konstruksi", "construction")
    TRANSPORTASI = ("14", "Transportasi", "transport")
    KARYAWAN_SWASTA = ("15", "Karyawan Swasta", "private employee")
    KARYAWAN_BUMN = ("16", "Karyawan BUMN", "employee of a state enterprise")
    KARYAWAN_BUMD = ("17", "Karyawan BUMD", "employee of a regional enterprise")
    KARYAWAN_HONORER = ("18", "Karyawan Honorer", "contract employee")
    BURUH_HARIAN_LEPAS = ("19", "Buruh Harian Lepas", "day labourer")
    BURUH_TANI_PERKEBUNAN = ("20", "Buruh Tani/Perkebunan", "farm or plantation labourer")
    BURUH_NELAYAN_PERIKANAN = ("21", "Buruh Nelayan/Perikanan", "fishing labourer")
    BURUH_PETERNAKAN = ("22", "Buruh Peternakan", "livestock labourer")
    PEMBANTU_RUMAH_TANGGA = ("23", "Pembantu Rumah Tangga", "domestic worker")
    TUKANG_CUKUR = ("24", "Tukang Cukur", "barber")
    TUKANG_LISTRIK = ("25", "Tukang Listrik", "electrician")
    TUKANG_BATU = ("26", "Tukang Batu", "mason")
    TUKANG_KAYU = ("27", "Tukang Kayu", "carpenter")
    TUKANG_SOL_SEPATU = ("28", "Tukang Sol Sepatu", "cobbler")
    TUKANG_LAS_PANDAI_BESI = ("29", "Tukang Las/Pandai Besi", "welder or blacksmith")
    TUKANG_JAHIT = ("30", "Tukang Jahit", "tailor")
    PENATA_RAMBUT = ("31", "Penata Rambut", "hairdresser")
    PENATA_RIAS = ("32", "Penata Rias", "make-up artist")
    PENATA_BUSANA = ("33", "Penata Busana", "dresser")
    MEKANIK = ("34", "Mekanik", "mechanic")
    TUKANG_GIGI = ("35", "Tukang Gigi", "dental technician")
    SENIMAN = ("36", "Seniman", "artist")
    TABIB = ("37", "Tabib", "traditional healer")
    PARAJI = ("38", "Paraji", "traditional midwife")
    PERANCANG_BUSANA = ("39", "Perancang Busana", "fashion designer")
    PENTERJEMAH = ("40", "Penterjemah", "translator")
    IMAM_MASJID = ("41", "Imam Masjid", "imam of a mosque")
    PENDETA = ("42", "Pendeta", "Protestant minister")
    PASTOR = ("43", "Pastor", "Catholic priest")
    WARTAWAN = ("44", "Wartawan", "journalist")
    USTADZ_MUBALIGH = ("45", "Ustadz/Mubaligh", "Islamic teacher or preacher")
    JURU_MASAK = ("46", "Juru Masak", "cook")
    PROMOTOR_ACARA = ("47", "Promotor Acara", "event promoter")
    ANGGOTA_DPR_RI = ("48", "Anggota DPR-RI", "member of parliament")
    ANGGOTA_DPD = ("49", "Anggota DPD", "member of the regional senate")
    ANGGOTA_BPK = ("50", "Anggota BPK", "member of the audit board")
    PRESIDEN = ("51", "Presiden", "president")
    WAKIL_PRESIDEN = ("52", "Wakil Presiden", "vice president")
    ANGGOTA_MAHKAMAH_KONSTITUSI = (
        "53",
        "Anggota Mahkamah Konstitusi",
        "judge of the Constitutional Court",
    )
    ANGGOTA_KABINET_KEMENTERIAN = ("54", "Anggota Kabinet Kementerian", "cabinet minister")
    DUTA_BESAR = ("55", "Duta Besar", "ambassador")
    GUBERNUR = ("56", "Gubernur", "governor")
    WAKIL_GUBERNUR = ("57", "Wakil Gubernur", "vice governor")
    BUPATI = ("58", "Bupati", "regent")
    WAKIL_BUPATI = ("59", "Wakil Bupati", "vice regent")
    WALIKOTA = ("60", "Walikota", "mayor")
    WAKIL_WALIKOTA = ("61", "Wakil Walikota", "vice mayor")
    ANGGOTA_DPRD_PROVINSI = ("62", "Anggota DPRD Provinsi", "member of a provincial council")
    ANGGOTA_DPRD_KABUPATEN_KOTA = (
        "63",
        "Anggota DPRD Kabupaten/Kota",
        "member of a regency or city council",
    )
    DOSEN = ("64", "Dosen", "lecturer")
    GURU = ("65", "Guru", "teacher")
    PILOT = ("66", "Pilot", "pilot")
    PENGACARA = ("67", "Pengacara", "lawyer")
    NOTARIS = ("68", "Notaris", "notary")
    ARSITEK = ("69", "Arsitek", "architect")
    AKUNTAN = ("70", "Akuntan", "accountant")
    KONSULTAN = ("71", "Konsultan", "consultant")
    DOKTER = ("72", "Dokter", "physician")
    BIDAN = ("73", "Bidan", "midwife")
    PERAWAT = ("74", "Perawat", "nurse")
    APOTEKER = ("75", "Apoteker", "pharmacist")
    PSIKIATER_PSIKOLOG = ("76", "Psikiater/Psikolog", "psychiatrist or psychologist")
    PENYIAR_TELEVISI = ("77", "Penyiar Televisi", "television announcer")
    PENYIAR_RADIO = ("78", "Penyiar Radio", "radio announcer")
    PELAUT = ("79", "Pelaut", "seafarer")
    PENELITI = ("80", "Peneliti", "researcher")
    SOPIR = ("81", "Sopir", "driver")
    PIALANG = ("82", "Pialang", "broker")
    PARANORMAL = ("83", "Paranormal", "psychic")
    PEDAGANG = ("84", "Pedagang", "merchant")
    PERANGKAT_DESA = ("85", "Perangkat Desa", "village official")
    KEPALA_DESA = ("86", "Kepala Desa", "village head")
    BIARAWATI = ("87", "Biarawati", "nun")
    WIRASWASTA = ("88", "Wiraswasta", "self-employed")
    ANGGOTA_LEMBAGA_TINGGI = ("89", "Anggota Lembaga Tinggi", "member of a high state body")
    ARTIS = ("90", "Artis", "performing artist")
    ATLIT = ("91", "Atlit", "athlete")
    CHEF = ("92", "Chef", "chef")
    MANAJER = ("93", "Manajer", "manager")
    TENAGA_TATA_USAHA = ("94", "Tenaga Tata Usaha", "clerical worker")
    OPERATOR = ("95", "Operator", "operator")
    PEKERJA_PENGOLAHAN_KERAJINAN = (
        "96",
        "Pekerja Pengolahan, Kerajinan",
        "worker in processing or crafts",
    )
    TEKNISI = ("97", "Teknisi", "technician")
    ASISTEN_AHLI = ("98", "Asisten Ahli", "associate professional")
    LAINNYA = ("99", "Lainnya", "other")
