"""Headings that offices make of known words, and texts that are no heading of the person."""

import pytest

from psm_core import Beneficiary, tables, terms
from psm_core.tables.layouts.common_columns import NOT_READ
from psm_core.tables.layouts.heading_names import alike
from psm_core.tables.layouts.heading_phrases import usual_heading

PHRASES = {
    "NIK": "NIK Sesuai KTP-el|NIK sesuai Kartu Keluarga|Nomor KTP Elektronik|NIK yg valid"
    "|NIK yang bersangkutan|N I K / No. KTP|NIK (wajib 16 digit)|No. Identitas Kependudukan"
    "|NIK Anggota Keluarga|NIK WARGA",
    "NIK Penerima Manfaat": "NIK Lansia|No KTP / NIK Penerima|NIK Klien/PM|NIK Penerima Bansos",
    "Nama": "NAMA LENGKAP SESUAI E-KTP|NAMA YANG BERSANGKUTAN|Nama Penduduk Miskin|Nama ART"
    "|Nama Lengkap (tanpa gelar)|Nama (huruf kapital)|NAMA LENGKAP / NAME|Nama Jelas/Terang",
    "Nama Penerima Manfaat": "NAMA PENERIMA MANFAAT (PM)|Nama Penerima BLT-DD"
    "|Nama Lansia/Disabilitas|NAMA PENYANDANG DISABILITAS|Nama Peserta PKH|Nama Klien (inisial)"
    "|NAMA WARGA PENERIMA",
    "Nomor KK": "No. KK Sesuai KTP|No Kartu KK|NO.KK/NKK|No. Kartu Kel.|Nomor KK Penerima",
    "Jenis Kelamin": "J. Kelamin|J.Kel|Jender|Pria/Wanita|L atau P|Jenis Kelamin (1. Laki-laki 2."
    " Perempuan)|JNS. KEL",
    "Tempat Lahir": "Kab/Kota Lahir|Lahir di|TEMPAT LAHIR (KAB/KOTA)|Tempat Lahir Warga",
    "Tanggal Lahir": "Tgl, Bln, Thn Lahir|Lahir Tanggal|TANGGAL LAHIR (TGL-BLN-TH)"
    "|Tgl. Lahir Penerima",
    "TTL": "Tempat Tanggal Lahir Penerima|Tempat/Tgl. Lahir (TTL)|Kota, Tanggal Lahir",
    "Umur": "USIA SAAT INI|Umur Sekarang|Usia per 2025|Umur (dalam tahun)|Usia Lansia",
    "Agama": "Agama/Kepercayaan|Keyakinan|AGAMA/ALIRAN KEPERCAYAAN",
    "Status Perkawinan": "STATUS KAWIN/TIDAK|Sts. Perkawinan|St. Perkawinan|Sudah/Belum Kawin"
    "|Status Perkawinan (Kawin/Belum Kawin/Cerai)|Status Pernikahan/Perkawinan",
    "Hubungan Keluarga": "Hubungan dg KK|Hub Kel|HUB. DLM KK|Stat Hub Kel|Hubungan Kekeluargaan"
    "|Hub dgn Kepala Kel.|SHDK / Hub Keluarga|Posisi dalam Keluarga",
    "Pendidikan": "Pddkn Terakhir|Pendidikan Formal Terakhir|Ijasah Terakhir|Tk. Pendidikan|Tamatan"
    "|PENDIDIKAN (SD/SMP/SMA)|Ijazah yang dimiliki",
    "Pekerjaan": "Pek. Utama|Pekerjaan / Profesi|Mata Pencarian|Pekerjaan/Usaha"
    "|Pekerjaan sesuai KK",
    "Gol. Darah": "Gol Drh|GOLDA|Golongan Darah (A/B/O/AB)|Golongan Darah (jika tahu)",
    "Jenis Disabilitas": "Ragam Penyandang Disabilitas|Tipe Disabilitas|JENIS KETUNAAN"
    "|Jenis Disabilitas (fisik/mental/sensorik)|Jenis Disabilitas yang Disandang",
    "No. HP": "CP/No HP|No. Telp / WA Aktif|No. HP yang dapat dihubungi|Nomor Telepon Seluler"
    "|Nomor yang bisa dihubungi|No. HP Penerima|No. HP Pribadi",
    "Alamat": "Alamat (Jl/Gg)|Jln|Alamat di KTP|Alamat Rmh|Alamat Warga|Alamat Lengkap Sesuai KK"
    "|Nama Jalan/Gang/No Rumah",
    "Alamat Domisili": "Alamat Domisili (jika berbeda dengan KTP)|Tempat Tinggal Saat Ini"
    "|Alamat Tinggal Sekarang|Domisili (Alamat Sekarang)",
    "Dusun": "Dsn/Lingk|Dusun/Kampung|Dusun/Banjar|Dusun (Nama)",
    "RT/RW": "RT/RW (001/002)|No. RT / No. RW|RT / RW sesuai KTP",
    "Desa/Kelurahan": "Kelurahan/Desa/Nagari|Desa/Kelurahan (KTP)|Kel/Nagari|Desa/Kel. sesuai KTP",
    "Kecamatan": "Kapanewon (Kecamatan)|Kecamatan sesuai KTP|Nama Kecamatan (Distrik)",
    "Kabupaten/Kota": "Kab./Kota sesuai KTP|kab_kota",
    "Provinsi": "Provinsi/Propinsi",
    "Kategori PPKS": "Klaster PPKS|PPKS (26 Jenis)|Jenis PPKS (sesuai Permensos)|Masalah Sosial"
    "|Jenis Permasalahan Sosial|Kategori PPKS Penerima|Kategori Penyandang Masalah Sosial",
    "Tanggal Asesmen": "Tanggal Asesmen Awal|Tanggal Assessment",
    "Sumber Data": "Sumber Informasi|Sumber Data/Informasi",
}
OTHERS = (
    "NIK Ibu", "NIK Kepala Keluarga", "NIK Penerima Kuasa", "Nama Kepala Keluarga",
    "Nama Ayah/Wali", "Nama Bayi", "Nama Anak", "Nama Orang Hilang", "Nama (alias)", "Nama KK",
    "No. Peserta PKH", "Tgl Lahir Ibu", "Umur Kehamilan", "Usia Anak", "Lanjut Usia",
    "Status Rumah Penerima", "Status Keluarga", "Pekerjaan Istri", "Pendidikan Ibu",
    "Lapangan Pekerjaan", "HP Pendamping", "No. HP Ketua", "Kontak Darurat", "Alamat Kantor",
    "Alamat Usaha", "Kecamatan Tugas", "Kota Asal", "Desa Asal", "Jumlah PPKS",
    "Jenis Bantuan PPKS", "Penerima PKH", "26 Jenis", "Kategori Penerima", "Jl. Mawar 5",
    "Kota Banjarbaru", "Desa Bunati", "Warga 1", "Kelas", "agama/islam", "", "*",
)  # fmt: skip


def test_nine_in_ten_phrases_of_offices_are_known_and_none_is_wrong():
    table = [(text, usual) for usual, texts in PHRASES.items() for text in texts.split("|")]
    found = {text: usual_heading(text) for text, _ in table}
    wrong = {text: found[text] for text, usual in table if found[text] not in {None, usual}}
    right = sum(found[text] == usual for text, usual in table)
    print(f"{right} of {len(table)} headings")  # noqa: T201 - the figure
    assert (wrong, len(table) > 120, right >= 0.9 * len(table)) == ({}, True, True)


def test_other_texts_are_no_phrases():
    assert {text: one for text in OTHERS if (one := usual_heading(text))} == {}
    assert usual_heading("NIK " * 50) is None
    labels = [one.label for kind in (terms.PPKSCategory, terms.Occupation) for one in kind]
    assert [one for one in labels if usual_heading(one)] == []


def test_headings_that_are_not_read_do_not_become_others():
    same = {"No. Telepon": "No. HP", "No. WA": "No. HP", "No. Telp/HP": "No. HP"}
    found = {one: usual for one in NOT_READ if (usual := usual_heading(one))}
    changed = {one: usual for one, usual in found.items() if alike(usual) != alike(one)}
    assert changed.keys() - same.keys() <= {"HP", "L/P", "P/L", "JK"}


@pytest.mark.parametrize(("heading", "path"), [
    ("Pekerjaan saat ini", "person.occupation"), ("Nama Klien/PPKS", "person.name"),
    ("Klaster/Jenis PPKS", "classifications.0.category"), ("Nama Bapak Angkat", None),
])  # fmt: skip
def test_phrases_are_read_in_every_layout(tmp_path, heading, path):
    path_of_file = tmp_path / "daftar.csv"
    path_of_file.write_text(f"NIK,L/P,Desa,{heading}\n,P,,x\n", "utf-8")
    guess = tables.guess_layout(path_of_file, record_class=Beneficiary).guesses[-1]
    assert guess.column.path == path
