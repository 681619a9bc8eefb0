"""Messages for numbers, phones and dates in the cells of a table."""

from typing import Final

from .message import error, warning

CELL_VALUES: Final = {
    "birth_date.age_differs": warning(
        en=(
            "This age does not fit the birth date in column {first}, which was used.",
            "Correct the wrong one.",
        ),
        id=(
            "Umur ini tidak cocok dengan tanggal lahir (kolom {first}), yang tetap dipakai.",
            "Perbaiki isian yang keliru.",
        ),
    ),
    "birth_date.age_format": error(
        en=("This is not an age.", "Write full years, such as 60, or months as 5 bulan."),
        id=("Isian ini bukan umur.", "Tulis tahun penuh, misalnya 60, atau bulan: 5 bulan."),
    ),
    "birth_date.approximate": warning(
        en=(
            "The birth date is approximate, and was read as a period with five years each way.",
            "Replace it once the KTP, the KK or a birth certificate gives the date.",
        ),
        id=(
            "Tanggal lahir ini perkiraan; dibaca sebagai rentang dengan selisih lima tahun.",
            "Ganti bila tanggal pada KTP, KK, atau akta sudah diketahui.",
        ),
    ),
    "date.month_first": error(
        en=("The month appears to come first.", "Write the day first, like 31/08/1990."),
        id=("Tampaknya bulan tertulis lebih dahulu.", "Tulis hari dahulu, misalnya 31/08/1990."),
    ),
    "date.serial": error(
        en=("This is a bare number, not a date.", "Format the cell as a date, or type the date."),
        id=(
            "Isian ini hanya bilangan, bukan tanggal.",
            "Ubah format sel menjadi tanggal, atau ketik tanggalnya.",
        ),
    ),
    "date.time_of_day": error(
        en=(
            (
                "The cell has a time of day beside the date, so another time zone may have changed"
                " the day."
            ),
            "Check the day and write the date alone.",
        ),
        id=(
            (
                "Sel ini memuat jam di samping tanggal, sehingga harinya mungkin bergeser karena"
                " zona waktu."
            ),
            "Periksa harinya, lalu tulis tanggalnya saja.",
        ),
    ),
    "date.time_rounded": warning(
        en=(
            (
                "The time in this cell is within a minute of midnight, so the date of that midnight"
                " was used."
            ),
            "Check the day.",
        ),
        id=(
            (
                "Jam di sel ini berselisih paling lama satu menit dari tengah malam, sehingga"
                " tanggal tengah malam itulah yang dipakai."
            ),
            "Periksa harinya.",
        ),
    ),
    "date.year": error(
        en=("This year looks wrong.", "Write it with four digits."),
        id=("Tahun ini tampaknya keliru.", "Tulis tahun dengan empat angka."),
    ),
    "kk.numeric_cell": error(
        en=(
            "The KK number is stored as a number, so its last digit is lost.",
            "Format the column as text and type the number again.",
        ),
        id=(
            "Nomor KK tersimpan sebagai bilangan sehingga angka terakhirnya hilang.",
            "Ubah kolom menjadi teks, lalu ketik ulang nomornya.",
        ),
    ),
    "kk.scientific": error(
        en=(
            (
                "The KK number was changed to scientific notation, such as 6.31E+15, and its digits"
                " are lost."
            ),
            "Format the column as text and type the number again from the KK.",
        ),
        id=(
            "Nomor KK berubah menjadi notasi ilmiah, misalnya 6,31E+15, sehingga angkanya hilang.",
            "Ubah kolom menjadi teks, lalu ketik ulang dari KK.",
        ),
    ),
    "cell.number_unclear": warning(
        en=(
            "It is not clear whether the number is a NIK or a KK number, so it was not read.",
            "Write NIK or KK before it, or use two columns.",
        ),
        id=(
            "Tidak jelas apakah nomor ini NIK atau nomor KK, sehingga tidak dibaca.",
            "Tulis NIK atau KK di depannya, atau pisahkan menjadi dua kolom.",
        ),
    ),
    "kk.several": warning(
        en=(
            "The cell contains two numbers; only one was read, as the KK number.",
            "Check it, and write each number in its own column.",
        ),
        id=(
            "Sel ini memuat dua nomor; hanya satu yang dibaca, sebagai nomor KK.",
            "Periksa nomornya, lalu tulis tiap nomor di kolomnya sendiri.",
        ),
    ),
    "nik.numeric_cell": error(
        en=(
            "The NIK is stored as a number, so its last digit is lost.",
            "Format the column as text and type the NIK again.",
        ),
        id=(
            "NIK tersimpan sebagai bilangan sehingga angka terakhirnya hilang.",
            "Ubah kolom menjadi teks, lalu ketik ulang NIK-nya.",
        ),
    ),
    "nik.scientific": error(
        en=(
            (
                "The NIK was changed to scientific notation, such as 6.31E+15, and its digits are"
                " lost."
            ),
            "Format the column as text and type the NIK again from the KTP.",
        ),
        id=(
            "NIK berubah menjadi notasi ilmiah, misalnya 6,31E+15, sehingga angkanya hilang.",
            "Ubah kolom menjadi teks, lalu ketik ulang dari KTP.",
        ),
    ),
    "nik.several": warning(
        en=(
            "The cell contains two numbers; only one was read, as the NIK.",
            "Check it, and write each number in its own column.",
        ),
        id=(
            "Sel ini memuat dua nomor; hanya satu yang dibaca, sebagai NIK.",
            "Periksa nomornya, lalu tulis tiap nomor di kolomnya sendiri.",
        ),
    ),
    "phone.numeric_cell": error(
        en=(
            "The telephone number is stored as a number and has lost its leading 0.",
            "Format the column as text and type it again.",
        ),
        id=(
            "Nomor telepon tersimpan sebagai bilangan dan kehilangan 0 di depan.",
            "Ubah kolom menjadi teks, lalu ketik ulang.",
        ),
    ),
    "phone.several": warning(
        en=(
            "The cell contains more than one telephone number; only the first was read.",
            "Keep the file if the others are needed.",
        ),
        id=(
            "Sel ini memuat lebih dari satu nomor telepon; hanya yang pertama dibaca.",
            "Simpan berkas ini bila nomor lainnya masih diperlukan.",
        ),
    ),
    "phone.unreadable": error(
        en=(
            "The telephone number is not readable.",
            "Write 0812 and the rest, or +62812 and the rest.",
        ),
        id=(
            "Nomor telepon ini tidak terbaca.",
            "Tulis 0812 dan seterusnya, atau +62812 dan seterusnya.",
        ),
    ),
    "phone.words_unread": warning(
        en=(
            "The words beside the telephone number were not read.",
            "Check whether it is the number of this row.",
        ),
        id=(
            "Kata-kata di samping nomor telepon tidak dibaca.",
            "Periksa apakah nomor itu memang milik baris ini.",
        ),
    ),
    "phone.zero_lost": warning(
        en=(
            "The telephone number had lost its leading 0, which was added.",
            "Check the number, and format the column as text.",
        ),
        id=(
            "Nomor telepon ini kehilangan 0 di depan; angka 0 itu ditambahkan.",
            "Periksa nomornya, lalu ubah kolom menjadi teks.",
        ),
    ),
}
