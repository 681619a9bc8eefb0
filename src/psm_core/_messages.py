"""The table of issue codes: what each one says in English and in Indonesian.

A sentence never holds the value that was refused, only facts about it (`{length}`), so a log
that keeps these sentences keeps no personal data. What stands in `[ ]` is left out where its
fact is not known.
"""

import re
from collections.abc import Mapping
from typing import Final, NamedTuple


class Message(NamedTuple):
    """One sentence in the two languages of the house."""

    en: str
    id: str

    def fill(self, language: str, facts: Mapping[str, str | int]) -> str:
        """Return the sentence of a language with its facts filled in."""

        def optional(part: re.Match[str]) -> str:
            return part[1] if all(name in facts for name in _FACT.findall(part[1])) else ""

        sentence = self.id if language == "id" else self.en
        return _OPTIONAL.sub(optional, sentence).format_map(facts)


_FACT = re.compile(r"\{(\w+)\}")
_OPTIONAL = re.compile(r"\[(.*?)\]")


MESSAGES: Final = {
    "address.empty": Message(
        "The address tells nothing; leave it out.",
        "Alamat ini tidak berisi apa-apa; kosongkan saja.",
    ),
    "assignment.duplicate": Message(
        "This assignment is listed twice.",
        "Penugasan ini tercantum dua kali.",
    ),
    "assignment.reason_without_end": Message(
        "A reason for the end needs the day it ended.",
        "Alasan berakhir memerlukan tanggal berakhir.",
    ),
    "beneficiary.subject": Message(
        "A beneficiary is one person, one family or one group: tell exactly one.",
        "Penerima manfaat adalah satu orang, satu keluarga atau satu kelompok: isi tepat satu.",
    ),
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
    "delegation.duplicate": Message(
        "This region already has a delegation.",
        "Wilayah ini sudah mempunyai kontingen.",
    ),
    "delegation.outside": Message(
        "This region does not lie directly in the region of the event.",
        "Wilayah ini tidak berada langsung di bawah wilayah kegiatan.",
    ),
    "document.missing_part": Message(
        'A document has "schema" and "data".',
        'Dokumen berisi "schema" dan "data".',
    ),
    "document.other_schema": Message(
        "This is not a {expected} document.",
        "Ini bukan dokumen {expected}.",
    ),
    "edition.format": Message(
        "The number of an edition is written XXII, ke-XXII or 22 (1 to 3999).",
        "Nomor penyelenggaraan ditulis XXII, ke-XXII atau 22 (1 sampai 3999).",
    ),
    "event.delegations_missing": Message(
        "{missing} of {expected} regions have no delegation.",
        "{missing} dari {expected} wilayah tidak mempunyai kontingen.",
    ),
    "event.level_differs": Message(
        "The region is not of the level that is stated.",
        "Wilayah ini tidak setingkat dengan tingkat yang disebut.",
    ),
    "event.peak_outside": Message(
        "The main day lies outside the dates of the event.",
        "Hari puncak berada di luar tanggal kegiatan.",
    ),
    "event.source_duplicate": Message(
        "Another source already has this key.",
        "Kunci ini sudah dipakai sumber lain.",
    ),
    "event.source_unknown": Message(
        "No source of this event has this key.",
        "Tidak ada sumber kegiatan dengan kunci ini.",
    ),
    "field.missing": Message(
        "This field is required.",
        "Isian ini wajib.",
    ),
    "field.unknown": Message(
        "No field of this name is known here[ (is {suggestion} meant?)].",
        "Isian dengan nama ini tidak dikenal[ (maksudnya {suggestion}?)].",
    ),
    "id.format": Message(
        "An id has 1 to 64 letters, digits and . _ : - and begins with a letter or digit.",
        "Id terdiri atas 1 sampai 64 huruf, angka dan . _ : - dan diawali huruf atau angka.",
    ),
    "id.personal_number": Message(
        "An id must not be a NIK or KK number: ids are shown, those numbers are not.",
        "Id tidak boleh berupa NIK atau nomor KK: id ditampilkan, nomor itu tidak.",
    ),
    "item.duplicate": Message(
        "This item is listed twice.",
        "Butir ini tercantum dua kali.",
    ),
    "json.duplicate_key": Message(
        "This key stands twice in one object.",
        "Kunci ini tertulis dua kali dalam satu objek.",
    ),
    "json.encoding": Message(
        "The document is not UTF-8 text.",
        "Dokumen bukan teks UTF-8.",
    ),
    "json.syntax": Message(
        "The document is not JSON[: line {line}, column {column}].",
        "Dokumen bukan JSON[: baris {line}, kolom {column}].",
    ),
    "json.too_deep": Message(
        "The document is nested too deeply.",
        "Susunan dokumen terlalu dalam.",
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
    "nik.birth_date_differs": Message(
        "The NIK tells another birth date. A NIK is never corrected, so both can be right.",
        "Tanggal lahir berbeda dari NIK. NIK tidak pernah diubah, jadi keduanya bisa benar.",
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
    "nik.region_retired": Message(
        "The NIK keeps a region code that has been replaced by {successor}; that is no fault.",
        "NIK memakai kode wilayah lama yang diganti {successor}; ini bukan kesalahan.",
    ),
    "nik.region_unknown": Message(
        "No region has the code that the NIK begins with; look at the first six digits.",
        "Kode wilayah pada awal NIK tidak dikenal; periksa enam angka pertama.",
    ),
    "nik.region_unverified": Message(
        "The region code in the NIK may be older than the table reaches.",
        "Kode wilayah pada NIK mungkin lebih tua daripada data yang ada.",
    ),
    "nik.sex_differs": Message(
        "The NIK tells another sex. A NIK is never corrected, so both can be right.",
        "Jenis kelamin berbeda dari NIK. NIK tidak pernah diubah, jadi keduanya bisa benar.",
    ),
    "number.bounds": Message(
        "The number must be from {least} to {most}.",
        "Bilangan harus dari {least} sampai {most}.",
    ),
    "participant.duplicate": Message(
        "This participant is listed twice.",
        "Peserta ini tercantum dua kali.",
    ),
    "participant.nobody": Message(
        "A participant has a name or the key of a worker.",
        "Peserta harus mempunyai nama atau kunci pekerja.",
    ),
    "period.ends_before_start": Message(
        "The period ends before it starts.",
        "Masa berakhir sebelum dimulai.",
    ),
    "person.birth_date_future": Message(
        "The birth date lies in the future.",
        "Tanggal lahir ada di masa depan.",
    ),
    "person.nik_absence_missing": Message(
        "A person without a NIK is welcome; say why there is none.",
        "Orang tanpa NIK tetap dicatat; sebutkan alasannya.",
    ),
    "person.nik_absence_unneeded": Message(
        "There is a NIK, so there is no reason for its absence.",
        "NIK sudah ada, jadi alasan ketiadaannya dikosongkan.",
    ),
    "phone.format": Message(
        "A telephone number is digits with + and the country code, like +62 and the"
        " rest; PhoneNumber.parse also reads a leading 0.",
        "Nomor telepon berupa angka dengan + dan kode negara, misalnya +62 dan"
        " seterusnya; PhoneNumber.parse juga membaca awalan 0.",
    ),
    "phone.length": Message(
        "A telephone number has 8 to 15 digits with its country code, got {length}.",
        "Nomor telepon terdiri atas 8 sampai 15 angka dengan kode negara, tertulis {length}.",
    ),
    "ppks.age": Message(
        "The age on the day of the finding is outside the category's bounds[, least"
        " {least}][, most {most}].",
        "Usia pada hari penetapan di luar batas kategori[, paling rendah {least}][,"
        " paling tinggi {most}].",
    ),
    "ppks.sex": Message(
        "The category is meant for the other sex.",
        "Kategori ini untuk jenis kelamin lain.",
    ),
    "ppks.unit": Message(
        "The category is not meant for this kind of subject (person, family, group).",
        "Kategori ini bukan untuk jenis penerima ini (perseorangan, keluarga, kelompok).",
    ),
    "psm.age": Message(
        "A PSM is at least 18 years old on the day of the decree ({article}).",
        "PSM berusia paling rendah 18 tahun pada tanggal keputusan ({article}).",
    ),
    "psm.age_unproven": Message(
        "Not shown yet: a PSM is at least 18 years old ({article}).",
        "Belum dibuktikan: PSM berusia paling rendah 18 tahun ({article}).",
    ),
    "psm.citizenship": Message(
        "A PSM is an Indonesian citizen ({article}).",
        "PSM adalah warga negara Indonesia ({article}).",
    ),
    "psm.citizenship_unproven": Message(
        "Not shown yet: a PSM is an Indonesian citizen ({article}).",
        "Belum dibuktikan: PSM adalah warga negara Indonesia ({article}).",
    ),
    "psm.commitment_unproven": Message(
        "Not shown yet: a PSM has the ability, concern and commitment of a social"
        " volunteer ({article}).",
        "Belum dibuktikan: PSM mempunyai kemampuan, kepedulian dan komitmen sebagai"
        " relawan sosial ({article}).",
    ),
    "psm.conduct_unproven": Message(
        "Not shown yet: a PSM is of good conduct ({article}).",
        "Belum dibuktikan: PSM berkelakuan baik ({article}).",
    ),
    "psm.domicile": Message(
        "The identity card of a PSM is of the village that is served ({article}).",
        "KTP PSM berasal dari desa atau kelurahan tempat tugas ({article}).",
    ),
    "psm.domicile_unproven": Message(
        "Not shown yet: the identity card is of the village that is served ({article}).",
        "Belum dibuktikan: KTP berasal dari desa atau kelurahan tempat tugas ({article}).",
    ),
    "psm.literacy_unproven": Message(
        "Not shown yet: a PSM can read and write ({article}).",
        "Belum dibuktikan: PSM dapat membaca dan menulis ({article}).",
    ),
    "psm.training_unproven": Message(
        "Not shown yet: a PSM has followed the basic training, bimbingan teknis dasar ({article}).",
        "Belum dibuktikan: PSM telah mengikuti bimbingan teknis dasar ({article}).",
    ),
    "region.retired": Message(
        "This code has been replaced by {successor}.",
        "Kode ini sudah diganti {successor}.",
    ),
    "region.unknown": Message(
        "No region has this code.",
        "Tidak ada wilayah dengan kode ini.",
    ),
    "region.unverified": Message(
        "This code is not in force; it may be an old one or a slip.",
        "Kode ini tidak berlaku; mungkin kode lama atau salah tulis.",
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
    "speaker.nobody": Message(
        "A speaker has a name, an office or a body.",
        "Pembicara harus mempunyai nama, jabatan atau lembaga.",
    ),
    "term.unknown": Message(
        "This is not an entry of the list[; known are {known}].",
        "Ini bukan pilihan dalam daftar[; yang ada: {known}].",
    ),
    "text.blank": Message(
        "The text is blank; leave it out if it is not known.",
        "Teks kosong; hilangkan bila tidak diketahui.",
    ),
    "text.control": Message(
        "The text holds characters that cannot be written.",
        "Teks memuat karakter yang tidak dapat ditulis.",
    ),
    "text.too_long": Message(
        "The text is longer than {longest} characters.",
        "Teks lebih panjang dari {longest} karakter.",
    ),
    "time.invalid": Message(
        "A time of day is written in hours and minutes, like 08:30.",
        "Waktu ditulis dengan jam dan menit, misalnya 08:30.",
    ),
    "type.list": Message(
        "A list is needed here.",
        "Di sini diperlukan daftar.",
    ),
    "type.number": Message(
        "A whole number is needed here.",
        "Di sini diperlukan bilangan bulat.",
    ),
    "type.object": Message(
        "An object with named fields is needed here.",
        "Di sini diperlukan objek dengan isian bernama.",
    ),
    "type.text": Message(
        "Text is needed here.",
        "Di sini diperlukan teks.",
    ),
    "type.value": Message(
        "A value of type {expected} is needed here.",
        "Di sini diperlukan nilai berjenis {expected}.",
    ),
}
"""Every code the library can give, in order. `docs/reference/codes.md` is made from it."""
