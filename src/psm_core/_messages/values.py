"""Messages of values: numbers of people, codes and dates."""

from typing import Final

from .message import error

VALUES: Final = {
    "birth_date.age_bounds": error(
        en=("No age is below 0 or above 150 years.", "Check the age and its unit."),
        id=("Umur tidak mungkin kurang dari 0 atau lebih dari 150 tahun.", "Periksa umur ini."),
    ),
    "birth_date.age_undated": error(
        en=(
            "The day on which this age holds is not known[; {count} ages in the column].",
            "Give it with --ages-stated-on (in Python: `ages_stated_on` or `stated_on`).",
        ),
        id=(
            "Tanggal berlakunya umur ini belum diketahui[; {count} umur di kolom ini dikosongkan].",
            (
                "Sebutkan tanggalnya dengan --ages-stated-on (dalam Python: `ages_stated_on` atau"
                " `stated_on`)."
            ),
        ),
    ),
    "birth_date.ambiguous": error(
        en=(
            "This number is neither a full year nor an age with its unit.",
            "Write a year with four digits, such as 1957, or an age as 60 tahun.",
        ),
        id=(
            "Angka ini belum jelas: tahun lahir atau umur?",
            "Tulis tahun dengan empat angka, misalnya 1957, atau umur sebagai 60 tahun.",
        ),
    ),
    "bps_code.format": error(
        en=("This is not a BPS region code.", "Write 2, 4, 7 or 10 digits without dots."),
        id=("Ini bukan kode wilayah BPS.", "Tulis 2, 4, 7, atau 10 angka tanpa titik."),
    ),
    "date.ambiguous": error(
        en=(
            "The day, month or century is missing or ambiguous.",
            "Write the full date, such as 01-08-1990 or 1990-08-01.",
        ),
        id=(
            "Hari, bulan, atau abadnya tidak ada atau tidak jelas.",
            "Tulis tanggal selengkapnya, misalnya 01-08-1990 atau 1990-08-01.",
        ),
    ),
    "date.format": error(
        en=(
            "A JSON document needs the date in another form.",
            "Write year, month and day with dashes, such as 1990-08-01.",
        ),
        id=(
            "Bentuk tanggal ini tidak dapat dipakai dalam dokumen JSON.",
            "Tulis tahun, bulan, dan hari dengan tanda hubung, misalnya 1990-08-01.",
        ),
    ),
    "date.invalid": error(
        en=(
            "This date is not recognised or not in the calendar.",
            "Write day, month and year, such as 01-08-1990 or 1990-08-01.",
        ),
        id=(
            "Tanggal ini tidak dikenali atau tidak ada di kalender.",
            "Tulis hari, bulan, dan tahun, misalnya 01-08-1990 atau 1990-08-01.",
        ),
    ),
    "edition.format": error(
        en=(
            "This is not the number of an edition.",
            "Write a Roman numeral from I to MMMCMXCIX, such as XXII.",
        ),
        id=(
            "Ini bukan nomor penyelenggaraan.",
            "Tulis angka Romawi dari I sampai MMMCMXCIX, misalnya XXII.",
        ),
    ),
    "iso_code.format": error(
        en=(
            "This is not the ISO 3166-2 code of a province.",
            "Write ID, a dash and two letters, such as ID-KS.",
        ),
        id=(
            "Ini bukan kode ISO 3166-2 provinsi.",
            "Tulis ID, tanda hubung, lalu dua huruf, misalnya ID-KS.",
        ),
    ),
    "kk.date": error(
        en=(
            "Digits 7 to 12 of the KK number are not a date (day, month, year).",
            "Copy the number again from the KK.",
        ),
        id=(
            "Angka ke-7 sampai ke-12 nomor KK bukan tanggal (hari, bulan, tahun).",
            "Salin ulang nomornya dari KK.",
        ),
    ),
    "kk.format": error(
        en=(
            "The KK number contains a character other than the digits 0 to 9.",
            "Write its 16 digits only.",
        ),
        id=("Nomor KK hanya boleh berisi angka 0 sampai 9.", "Tulis 16 angkanya saja."),
    ),
    "kk.is_nik": error(
        en=(
            "Digits 7 and 8 are above 40: this looks like the NIK of a woman, not a KK number.",
            "Enter the KK number here and the NIK in the NIK field.",
        ),
        id=(
            "Angka ke-7 dan ke-8 di atas 40: ini tampaknya NIK perempuan, bukan nomor KK.",
            "Isi nomor KK di sini, dan NIK pada isian NIK.",
        ),
    ),
    "kk.length": error(
        en=("A KK number needs 16 digits[, got {length}].", "Copy it again from the KK."),
        id=("Nomor KK harus 16 angka[, tertulis {length}].", "Salin ulang dari KK."),
    ),
    "kk.masked": error(
        en=(
            "Digits of the KK number are replaced by * or X, so the number is not complete.",
            "Copy the whole number from the KK, or export the list again unmasked.",
        ),
        id=(
            "Sebagian angka nomor KK disamarkan dengan * atau X.",
            "Salin nomor lengkapnya dari KK, atau ekspor ulang daftar tanpa penyamaran.",
        ),
    ),
    "kk.placeholder": error(
        en=("This is a placeholder, not a KK number.", "Leave it out until the number is known."),
        id=("Ini isian sementara, bukan nomor KK.", "Kosongkan sampai nomornya diketahui."),
    ),
    "month.format": error(
        en=("This is not a month of a year.", "Write year and month, such as 2025-10."),
        id=("Ini bukan bulan.", "Tulis tahun dan bulan, misalnya 2025-10."),
    ),
    "nik.date": error(
        en=(
            "Digits 7 to 12 of the NIK are not a birth date (for a woman, the day plus 40).",
            "Copy the NIK again from the KTP or KK.",
        ),
        id=(
            "Angka ke-7 sampai ke-12 NIK bukan tanggal lahir (untuk perempuan, hari ditambah 40).",
            "Salin ulang NIK dari KTP atau KK.",
        ),
        source="UU 23/2006 Pasal 13",
    ),
    "nik.format": error(
        en=(
            "The NIK contains a character other than the digits 0 to 9.",
            "Write its 16 digits only.",
        ),
        id=("NIK hanya boleh berisi angka 0 sampai 9.", "Tulis 16 angkanya saja."),
        source="UU 23/2006 Pasal 13",
    ),
    "nik.length": error(
        en=("A NIK needs 16 digits[, got {length}].", "Copy it again from the KTP or KK."),
        id=("NIK harus 16 angka[, tertulis {length}].", "Salin ulang dari KTP atau KK."),
        source="UU 23/2006 Pasal 13",
    ),
    "nik.masked": error(
        en=(
            "Digits of the NIK are replaced by * or X, so the number is not complete.",
            "Copy the whole number from the KTP or KK, or export the list again unmasked.",
        ),
        id=(
            "Sebagian angka NIK disamarkan dengan * atau X.",
            "Salin nomor lengkapnya dari KTP atau KK, atau ekspor ulang daftar tanpa penyamaran.",
        ),
        source="UU 23/2006 Pasal 13",
    ),
    "nik.placeholder": error(
        en=("This is a placeholder, not a NIK.", "Leave it out and state why there is none."),
        id=(
            "Ini isian sementara, bukan NIK.",
            "Kosongkan, lalu pilih alasan mengapa NIK tidak ada.",
        ),
        source="UU 23/2006 Pasal 13",
    ),
    "phone.decimals": error(
        en=(
            "The telephone number ends in decimals, such as .0; a spreadsheet may have added them.",
            "Write it as text, without the decimals.",
        ),
        id=(
            "Nomor telepon berakhiran desimal, misalnya ,0, mungkin ditambahkan lembar kerja.",
            "Tulis sebagai teks, tanpa desimal.",
        ),
    ),
    "partial_date.format": error(
        en=(
            "This is not a date known in part.",
            "Write 1957, 1957-08, 1957~ or 1964-10-11/1965-10-10.",
        ),
        id=(
            "Ini bukan tanggal yang diketahui sebagian.",
            "Tulis 1957, 1957-08, 1957~, atau 1964-10-11/1965-10-10.",
        ),
    ),
    "partial_date.full_date": error(
        en=("This date is known in full.", "Use a date, not a PartialDate."),
        id=("Tanggal ini sudah lengkap.", "Pakai tipe date, bukan PartialDate."),
    ),
    "partial_date.interval": error(
        en=(
            "The second day of the interval is not after the first one.",
            "Write the earlier day first.",
        ),
        id=("Hari kedua harus sesudah hari pertama.", "Tulis hari yang lebih awal dahulu."),
    ),
    "partial_date.not_shortest": error(
        en=(
            "This interval is a whole year or month.",
            "Write only the year or the month, such as 1957 or 1957-08.",
        ),
        id=(
            "Rentang ini tepat satu tahun atau satu bulan.",
            "Tulis tahun atau bulannya saja, misalnya 1957 atau 1957-08.",
        ),
    ),
    "phone.format": error(
        en=(
            "This is not a telephone number.",
            (
                "Write + and the country code (+62 for Indonesia), then the digits without the"
                " first 0."
            ),
        ),
        id=(
            "Ini bukan nomor telepon.",
            "Tulis + dan kode negara (+62 untuk Indonesia), lalu angkanya tanpa 0 di depan.",
        ),
    ),
    "phone.length": error(
        en=(
            "A telephone number has 8 to 15 digits with its country code[, got {length}].",
            "Check whether digits are missing or added.",
        ),
        id=(
            "Nomor telepon terdiri atas 8 sampai 15 angka dengan kode negara[, tertulis {length}].",
            "Periksa apakah ada angka yang kurang atau lebih.",
        ),
    ),
    "phone.masked": error(
        en=(
            "Digits of the telephone number are replaced by * or X, so it is not complete.",
            "Copy the whole number, or export the list again unmasked.",
        ),
        id=(
            "Sebagian angka nomor telepon disamarkan dengan * atau X.",
            "Salin nomor lengkapnya, atau ekspor ulang daftar tanpa penyamaran.",
        ),
    ),
    "quarter.format": error(
        en=("This is not a quarter of a year.", "Write year and quarter, such as 2025-Q4."),
        id=("Ini bukan triwulan.", "Tulis tahun dan triwulan, misalnya 2025-Q4."),
    ),
    "region_code.empty": error(
        en=("The region code is blank.", "Write it with dots, such as 63.10."),
        id=("Kode wilayah ini kosong.", "Tulis dengan titik, misalnya 63.10."),
    ),
    "region_code.format": error(
        en=(
            "This is not a region code.",
            "Write it with dots, such as 63.10, 63.10.09 or 63.10.09.2005.",
        ),
        id=(
            "Ini bukan kode wilayah.",
            "Tulis dengan titik, misalnya 63.10, 63.10.09, atau 63.10.09.2005.",
        ),
        source="Permendagri 58/2021",
    ),
    "region_code.number": error(
        en=(
            "This code is stored as a number, so its dots and zeros are lost.",
            "Write the code again as text.",
        ),
        id=(
            "Kode ini tersimpan sebagai bilangan sehingga titik dan nolnya hilang.",
            "Tulis ulang kode sebagai teks.",
        ),
    ),
    "region_code.undotted": error(
        en=(
            "A code without dots can be of two systems, Kemendagri or BPS.",
            "Write it with dots, like 63.10.09.2005[ (here {dotted})].",
        ),
        id=(
            "Kode tanpa titik dapat berarti kode Kemendagri atau kode BPS.",
            "Tulis dengan titik, misalnya 63.10.09.2005[ (di sini {dotted})].",
        ),
        source="Permendagri 58/2021",
    ),
    "region_code.zeros_lost": error(
        en=(
            "A zero seems lost, as when a spreadsheet reads a code as a number.",
            "Write 63.10, not 63.1.",
        ),
        id=(
            (
                "Tampaknya ada nol yang hilang, misalnya karena lembar kerja membaca kode sebagai"
                " bilangan."
            ),
            "Tulis 63.10, bukan 63.1.",
        ),
        source="Permendagri 58/2021",
    ),
}
"""Code → message. None of these values becomes part of a record."""
