"""The table of issue codes: what each one says in English and in Indonesian.

A sentence never holds the value that was refused, only facts about it (`{length}`), so a log
that keeps these sentences keeps no personal data.
"""

from typing import Final, NamedTuple


class Message(NamedTuple):
    """One sentence in the two languages of the house."""

    en: str
    id: str


MESSAGES: Final = {
    "bps_code.format": Message(
        "A BPS code is 2, 4, 7 or 10 digits without dots.",
        "Kode BPS terdiri atas 2, 4, 7 atau 10 angka tanpa titik.",
    ),
    "date.ambiguous": Message(
        "The date leaves a part open (day, month or century); write it in full.",
        "Tanggal tidak lengkap (hari, bulan atau abad); tuliskan selengkapnya.",
    ),
    "date.invalid": Message(
        "This is not a date of the calendar; write for example 1990-08-01 or 1 Agustus 1990.",
        "Bukan tanggal kalender; tuliskan misalnya 1990-08-01 atau 1 Agustus 1990.",
    ),
    "id.format": Message(
        "An id has 1 to 64 letters, digits and . _ : - and begins with a letter or digit.",
        "Id terdiri atas 1 sampai 64 huruf, angka dan . _ : - dan diawali huruf atau angka.",
    ),
    "id.personal_number": Message(
        "An id must not be a NIK or KK number: ids are shown, those numbers are not.",
        "Id tidak boleh berupa NIK atau nomor KK: id ditampilkan, nomor itu tidak.",
    ),
    "kk.date": Message(
        "Digits 7 to 12 of a KK number must be a date (day 01 to 31, month, year).",
        "Angka ke-7 sampai ke-12 nomor KK harus berupa tanggal (hari 01 sampai 31, bulan, tahun).",
    ),
    "kk.format": Message(
        "A KK number is written with the digits 0 to 9 only.",
        "Nomor KK hanya ditulis dengan angka 0 sampai 9.",
    ),
    "kk.is_nik": Message(
        "Digits 7 and 8 are above 40: this looks like the NIK of a woman, not a KK number.",
        "Angka ke-7 dan ke-8 di atas 40: ini tampaknya NIK perempuan, bukan nomor KK.",
    ),
    "kk.length": Message(
        "A KK number needs 16 digits, got {length}.",
        "Nomor KK harus 16 angka, tertulis {length}.",
    ),
    "kk.placeholder": Message(
        "This is a placeholder, not a KK number; leave the number out.",
        "Ini isian sementara, bukan nomor KK; kosongkan saja.",
    ),
    "nik.date": Message(
        "Digits 7 to 12 of a NIK must be a birth date (a woman's day plus 40).",
        "Angka ke-7 sampai ke-12 NIK harus berupa tanggal lahir (perempuan: hari ditambah 40).",
    ),
    "nik.format": Message(
        "A NIK is written with the digits 0 to 9 only.",
        "NIK hanya ditulis dengan angka 0 sampai 9.",
    ),
    "nik.length": Message(
        "A NIK needs 16 digits, got {length}.",
        "NIK harus 16 angka, tertulis {length}.",
    ),
    "nik.placeholder": Message(
        "This is a placeholder, not a NIK; leave it out and say why there is none.",
        "Ini isian sementara, bukan NIK; kosongkan dan sebutkan alasannya.",
    ),
    "period.ends_before_start": Message(
        "The period ends before it starts.",
        "Masa berakhir sebelum dimulai.",
    ),
    "phone.format": Message(
        "A telephone number has digits, with + and the country code or a leading 0.",
        "Nomor telepon berupa angka, diawali + dan kode negara atau angka 0.",
    ),
    "phone.length": Message(
        "A telephone number has 8 to 15 digits with its country code, got {length}.",
        "Nomor telepon terdiri atas 8 sampai 15 angka dengan kode negara, tertulis {length}.",
    ),
    "region_code.format": Message(
        "A region code is written with dots, like 63, 63.10, 63.10.09 or 63.10.09.2005.",
        "Kode wilayah ditulis dengan titik, misalnya 63, 63.10, 63.10.09 atau 63.10.09.2005.",
    ),
    "region_code.undotted": Message(
        "Digits without dots can be a code of two systems: name it with"
        " RegionCode.from_digits or BPSCode.",
        "Angka tanpa titik bisa berarti kode dari dua sistem: sebutkan dengan"
        " RegionCode.from_digits atau BPSCode.",
    ),
    "type.text": Message("Text is needed here.", "Di sini diperlukan teks."),
}
"""Every code the library can give, in order. `docs/reference/codes.md` is made from it."""
