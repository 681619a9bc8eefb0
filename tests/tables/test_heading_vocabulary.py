"""Headings as offices write them, each with the field that is right for it."""

import csv
from functools import cache

import pytest

from psm_core import Attendee, Beneficiary, Person, Worker, tables
from psm_core.tables import Confidence
from psm_core.tables.headings.header_candidates import PlacedHeading
from psm_core.tables.layout_files.heading_guesses import Guesser
from psm_core.tables.layouts.built_in import BENEFICIARIES, PEOPLE
from psm_core.tables.layouts.heading_names import heading_of
from psm_core.tables.layouts.layout_headings import is_known_unread
from psm_core.tables.layouts.worker_layouts import PSM_IMPORT

NOT_READ = None
BIRTH = ("birth_place", "birth_date")
VILLAGE, DISTRICT = "region:VILLAGE", "region:DISTRICT"
REGENCY, PROVINCE = "region:REGENCY", "region:PROVINCE"
SEEN = {
    "TTL": BIRTH,
    "Tempat, Tanggal Lahir": BIRTH,
    "Tgl/Bln/Thn Lahir": "birth_date",
    "Umur": "birth_date",
    "Usia": "birth_date",
    "JENIS KELAMIN (L/P)": "sex",
    "Jns Kelamin": "sex",
    "Kelamin": "sex",
    "Jenis PPKS": "category",
    "Jenis PMKS": "category",
    "Kategori PMKS": "category",
    "PMKS": "category",
    "Nama KPM": "recipient",
    "Nama Penerima": "recipient",
    "Nama Penerima Manfaat": "recipient",
    "Nama Peserta": "name",
    "Nama Warga": "name",
    "Nama Kepala Keluarga": "recipient",
    "Nama KRT": "recipient",
    "Nama Anggota": "name",
    "N A M A": "name",
    "Nama Lengkap (sesuai KTP)": "name",
    "Nomor Induk Kependudukan": "nik",
    "N I K": "nik",
    "NIK (16 digit)": "nik",
    "No. KTP/NIK": "nik",
    "No. NIK": "nik",
    "NKK": "kk",
    "Nomor Kartu Keluarga": "kk",
    "NO.KK": "kk",
    "Kel/Desa": VILLAGE,
    "Desa / Kel.": VILLAGE,
    "Kelurahan/Desa": VILLAGE,
    "Nama Desa": VILLAGE,
    "Kec.": DISTRICT,
    "Kabupaten": REGENCY,
    "Provinsi": PROVINCE,
    "Kode Wilayah": "ktp_address.region",
    "Nomor HP": "phone",
    "HP": "phone",
    "Telepon": "phone",
    "No WA": "phone",
    "RT/RW": ("ktp_address.rt", "ktp_address.rw"),
    "Dusun/RT": ("ktp_address.hamlet", "ktp_address.rt"),
    "Alamat Lengkap": "ktp_address.street",
    "Alamat Rumah": "ktp_address.street",
    "SHDK": "family_relation",
    "Hubungan Keluarga": "family_relation",
    "Status dalam Keluarga": "family_relation",
    "Pekerjaan": "occupation",
    "Pendidikan Terakhir": "education",
    "Status": NOT_READ,
    "Status Kawin": "marital_status",
    "Gol. Darah": "blood_type",
    "Nama Ibu Kandung": NOT_READ,
    "Disabilitas": "disabilities",
    "ID_BDT": NOT_READ,
    "Desil": NOT_READ,
    "Nominal": NOT_READ,
    "No. Rekening": NOT_READ,
    "Keterangan": NOT_READ,
    "Tanda Tangan": NOT_READ,
    "Utusan": NOT_READ,
    "Instansi/Jabatan": NOT_READ,
}
"""Headings of lists of the field → the field, without ``person.``."""

MORE = {
    "NAMA\nLENGKAP": "name",
    "Nama Individu": "name",
    "Nama Jelas": "name",
    "Nama Terang": "name",
    "Nama Anggota Keluarga": "name",
    "Nama (Gelar Lengkap)": NOT_READ,
    "N.I.K.": "nik",
    "Nomor KTP": "nik",
    "NIK/KTP": "nik",
    "NIK (sesuai KK)": "nik",
    "No. Induk Kependudukan": "nik",
    "No. e-KTP": "nik",
    "NIK Ibu": NOT_READ,
    "NIK Kepala Keluarga": NOT_READ,
    "No Kartu Keluarga": "kk",
    "NOMOR_KK": "kk",
    "No. KK (16 digit)": "kk",
    "Kartu Keluarga": "kk",
    "Jenkel": "sex",
    "Lk/Pr": "sex",
    "L / P": "sex",
    "J.K": "sex",
    "Gender": "sex",
    "Tgl. Lahir (dd-mm-yyyy)": "birth_date",
    "TANGGAL LAHIR\n(tgl/bln/thn)": "birth_date",
    "Thn Lahir": "birth_date",
    "Tmpt Lahir": "birth_place",
    "Kota Kelahiran": "birth_place",
    "Tempat/Tgl Lahir": BIRTH,
    "Tempat & Tanggal Lahir": BIRTH,
    "Tempat Tgl. Lahir": BIRTH,
    "Tempat dan Tgl Lahir": BIRTH,
    "Usia (Thn)": "birth_date",
    "Agama": "religion",
    "Status Pernikahan": "marital_status",
    "Stat. Kawin": "marital_status",
    "Hub. dgn Kepala Keluarga": "family_relation",
    "Status Hub. Dalam Keluarga": "family_relation",
    "Kedudukan dalam Keluarga": "family_relation",
    "Pend. Terakhir": "education",
    "Jenjang Pendidikan": "education",
    "Ijazah Tertinggi": "education",
    "Profesi": "occupation",
    "Mata Pencaharian": "occupation",
    "Jenis Pekerjaan": "occupation",
    "Golongan Darah": "blood_type",
    "Goldar": "blood_type",
    "Jenis Disabilitas": "disabilities",
    "Jenis Kecacatan": "disabilities",
    "No. Telp/HP": "phone",
    "No HP/WA (aktif)": "phone",
    "WhatsApp": "phone",
    "No. Ponsel": "phone",
    "Nomor Telp.": "phone",
    "Alamat KTP": "ktp_address.street",
    "Alamat (sesuai KTP)": "ktp_address.street",
    "Alamat sesuai KK": "ktp_address.street",
    "Alamat Domisili": "domicile.street",
    "Alamat Tempat Tinggal": "domicile.street",
    "Dusun": "ktp_address.hamlet",
    "Dukuh": "ktp_address.hamlet",
    "Nama Dusun": "ktp_address.hamlet",
    "RT": "ktp_address.rt",
    "No. RW": "ktp_address.rw",
    "RT / RW": ("ktp_address.rt", "ktp_address.rw"),
    "RW/RT": ("ktp_address.rw", "ktp_address.rt"),
    "Desa/Nagari": VILLAGE,
    "Gampong": VILLAGE,
    "Kelurahan": VILLAGE,
    "DESA / KELURAHAN": VILLAGE,
    "Kecamatan": DISTRICT,
    "Distrik": DISTRICT,
    "Kab/Kota": REGENCY,
    "Kab./Kota": REGENCY,
    "Propinsi": PROVINCE,
    "Kode Desa": "ktp_address.region",
    "Kewarganegaraan": "citizenship",
    "Jenis PPKS/PMKS": "category",
    "Kriteria PMKS": "category",
    "Nama Lansia": "recipient",
    "Nama Penerima Bantuan": "recipient",
    "Kepala Keluarga": "recipient",
    "Nama Suami": NOT_READ,
    "Nama Ayah": NOT_READ,
    "Nama Bank": NOT_READ,
    "Jumlah Bantuan (Rp)": NOT_READ,
    "Besaran Bantuan": NOT_READ,
    "No KKS": NOT_READ,
    "TTD": NOT_READ,
    "Ket.": NOT_READ,
    "Foto": NOT_READ,
    "Penghasilan": NOT_READ,
    "No. Urut": NOT_READ,
    "ID DTKS": NOT_READ,
    "Tmp/Tgl Lahir": BIRTH,
    "Tmpt. Tgl. Lahir": BIRTH,
    "Gol Drh": "blood_type",
    "Pendidikan Trkhr": "education",
    "Jns. Kel": "sex",
    "Nomor Telepon Aktif": "phone",
    "Status Hubungan dengan Kepala Keluarga": "family_relation",
    "Nama Dusun/Lingkungan": "ktp_address.hamlet",
    "Nama Orang Tua": NOT_READ,
    "Alamat Kantor": NOT_READ,
    "Tgl Lahir Anak": NOT_READ,
    "Pekerjaan Ayah": NOT_READ,
    "No. HP Pendamping": NOT_READ,
    "NIK/No.KK": ("nik", "kk"),
    "L": NOT_READ,
    "Jabatan": NOT_READ,
    "Tanggal": NOT_READ,
    "Hasil": NOT_READ,
}
"""More headings → the field."""
OTHERS = {
    "Tgl Berdiri": NOT_READ,
    "Klasifikasi": NOT_READ,
    "ID Peserta": NOT_READ,
    "ID PM": NOT_READ,
    "IDSEMESTA": NOT_READ,
    "ID Semesta": NOT_READ,
    "Alat Bantu": NOT_READ,
    "Nama Orang Tua/Wali": NOT_READ,
    "Nama Wali": NOT_READ,
    "Nama Suami/Istri": NOT_READ,
    "No. Urut KK": NOT_READ,
    "Nourut": NOT_READ,
    "Jml Anggota Keluarga": NOT_READ,
    "Jml. Angg. Keluarga": NOT_READ,
    "Jumlah Jiwa": NOT_READ,
    "Tahun Berdiri": NOT_READ,
    "Alat Bantu yg Dibutuhkan": NOT_READ,
    "Nama Bapak/Ibu": NOT_READ,
    "No. Kartu PKH": NOT_READ,
    "No. BPJS": NOT_READ,
    "KIS/BPJS": NOT_READ,
    "Status Rumah": NOT_READ,
    "Luas Lantai": NOT_READ,
    "Jenis Dinding": NOT_READ,
    "Sumber Air": NOT_READ,
    "Daya Listrik": NOT_READ,
    "Hamil": NOT_READ,
    "Penyakit Kronis": NOT_READ,
    "Jml Anak": NOT_READ,
    "NISN": NOT_READ,
    "Nama Sekolah": NOT_READ,
    "No. Akta Kelahiran": NOT_READ,
    "E-mail": NOT_READ,
    "Titik Koordinat": NOT_READ,
    "Lintang": NOT_READ,
    "Foto KTP": NOT_READ,
    "Pendamping PKH": NOT_READ,
    "Tgl Update": NOT_READ,
    "Verifikator": NOT_READ,
    "Hasil Verval": NOT_READ,
    "Padan Dukcapil": NOT_READ,
    "Jenis Kebutuhan": NOT_READ,
    "Bantuan yg Pernah Diterima": NOT_READ,
    "Nama Pengampu": NOT_READ,
    "Tinggi Badan": NOT_READ,
    "Tanda Tangan/Cap Jempol": NOT_READ,
    "Nama LKS": NOT_READ,
    "Facebook": NOT_READ,
    "Kampung": NOT_READ,
    "No. Identitas": NOT_READ,
    "NIK/KK": ("nik", "kk"),
    "Tempat": NOT_READ,
    "Kode Pos": NOT_READ,
    "Umur (th)": "birth_date",
    "Usia (Thn.)": "birth_date",
    "Nama Lengkap & Gelar": "name",
    "Nama Lengkap (tanpa gelar)": "name",
    "Tgl. Lhr": "birth_date",
    "Tmp Lhr": "birth_place",
    "Stts Kawin": "marital_status",
    "Pnddkn": "education",
    "Kalurahan": VILLAGE,
    "Pekon": VILLAGE,
    "Kapanewon": DISTRICT,
    "Kemantren": DISTRICT,
}
"""Headings of lists of offices and of programs, most of facts that records do not have."""
LISTS = {"people": PEOPLE, "beneficiaries": BENEFICIARIES, "workers": PSM_IMPORT}


def right_field(meant, kind):
    """Return what a heading fills in a list, as `filled` returns it."""
    prefix = "" if kind == "people" else "person."
    if meant == "category":
        return "classifications.0.category" if kind == "beneficiaries" else None
    if meant == "recipient":
        return None if kind == "workers" else f"{prefix}name"
    if isinstance(meant, tuple):
        return tuple(f"{prefix}{one}" for one in meant)
    if meant is not None and meant.startswith("region:"):
        level = meant.partition(":")[2]
        return (
            "assignments.0.serves" if kind == "workers" else f"{prefix}ktp_address.region",
            level,
        )
    return meant and f"{prefix}{meant}"


def filled(column):
    """Return the path of a column, those of its parts, or its path and level."""
    if column.parts:
        return tuple(part.path for part in column.parts)
    return column.path if column.level is None else (column.path, column.level.name)


@pytest.mark.parametrize("kind", LISTS)
def test_nine_of_ten_headings_are_found_and_none_is_wrong(kind):
    guesser = Guesser(LISTS[kind])

    @cache
    def found(heading):
        return filled(guesser.guess(PlacedHeading(None, heading_of(heading), 1), 0).column)

    for headings in (SEEN, {**SEEN, **MORE}, OTHERS):
        missed, wrong = [], []
        for heading, meant in headings.items():
            field, right = found(heading), right_field(meant, kind)
            if field is not None and field != right:
                wrong.append((heading, field, right))
            elif field != right:
                missed.append((heading, right))
        assert wrong == []
        assert len(missed) <= 0.1 * len(headings), missed


def test_facts_that_records_do_not_have_are_known():
    unknown = [
        heading
        for heading, meant in OTHERS.items()
        if meant is NOT_READ and not is_known_unread(heading_of(heading))
    ]
    assert unknown == [
        "Nama LKS", "Facebook", "Kampung", "No. Identitas", "Tempat"
    ]  # fmt: skip


@pytest.mark.parametrize("record_class", [None, Person, Beneficiary, Worker])
def test_a_row_of_all_headings_gives_a_layout(record_class, tmp_path):
    path = tmp_path / "semua.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([list(SEEN), ["-"] * len(SEEN)])
    guess = tables.guess_layout(path, record_class=record_class)
    assert len(guess.guesses) == len(SEEN)
    kinds = {Person: "people", Worker: "workers"}
    kind = kinds.get(guess.layout.record_class, "beneficiaries")
    for one, (heading, meant) in zip(guess.guesses, SEEN.items(), strict=True):
        if filled(one.column) is not None:
            assert filled(one.column) == right_field(meant, kind), heading
    fields = [
        filled(column) for column in guess.layout.columns if column.path and not column.is_age
    ]
    assert len(fields) == len(set(fields))


def test_ambiguous_heading_has_alternatives_only():
    guess = Guesser(PEOPLE).guess(PlacedHeading(None, heading_of("Status"), 1), 0)
    assert (guess.column.path, guess.confidence) == (None, Confidence.UNKNOWN)
    assert "life_status" in [column.path for column in guess.alternatives]


def test_heading_of_another_layout_is_a_guess():
    guess = Guesser(PSM_IMPORT).guess(PlacedHeading(None, heading_of("Pilar"), 1), 0)
    assert (guess.column.path, guess.confidence) == ("assignments.0.pillar", Confidence.GUESS)


def test_same_heading_in_two_rows_is_written_once():
    heading = heading_of("Nama")
    assert Guesser(PEOPLE).guess(PlacedHeading(heading, heading, 2), 0).heading == "Nama"


def test_heading_below_one_of_somebody_else_is_not_read():
    place = PlacedHeading(heading_of("Orang Tua"), heading_of("Kepala Keluarga"), 2)
    guess = Guesser(PEOPLE).guess(place, 0)
    assert (guess.heading, guess.column.path) == ("Orang Tua / Kepala Keluarga", None)


@pytest.mark.parametrize(
    "headings",
    [["TEMPAT", "TANGGAL LAHIR"], ["Tgl. Lahir", "Tempat"], ["Tempat", "Tgl/Bln/Thn Lahir"]],
)
def test_place_beside_a_birth_date_is_the_birth_place(tmp_path, headings):
    path = tmp_path / "warga.csv"
    cells = ["Batulicin" if "tempat" in one.casefold() else "17-08-1990" for one in headings]
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([["Nama", "NIK", *headings], ["Ani", "", *cells]])
    result = tables.read(path, Person)
    assert [(one.birth_place, str(one.birth_date)) for one in result.records] == [
        ("Batulicin", "1990-08-17")
    ]
    assert result.issues == ()


def test_place_alone_is_unknown(tmp_path):
    path = tmp_path / "warga.csv"
    path.write_text("Nama,NIK,Tempat,Agama\nAni,,Batulicin,Islam\n", "utf-8")
    result = tables.read(path, Person)
    assert [(one.code, one.cell) for one in result.issues] == [("table.column_unknown", "C1")]


def test_columns_of_an_attendance_list_without_a_field_are_named(tmp_path):
    path = tmp_path / "daftar hadir.csv"
    path.write_text("No,Nama,L/P,Instansi,TTD\n1,Ani,P,PSM,TTD\n2,Budi,L,TKSK,TTD\n", "utf-8")
    assert tables.detect_layout(path).name == "daftar-hadir"
    (issue,) = tables.read(path, Attendee).issues
    assert (issue.code, issue.params) == ("table.columns_unread", {"headings": "L/P"})
