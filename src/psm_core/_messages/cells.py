"""Messages for rows and cells of a table."""

from typing import Final

from .message import error, warning

CELLS: Final = {
    "cell.both_ticked": warning(
        en=(
            "Both columns, L and P, are ticked, so the sex stays empty.",
            "Leave a tick in one of them only.",
        ),
        id=(
            "Kolom L dan P sama-sama dicentang, sehingga jenis kelamin kosong.",
            "Sisakan satu centang saja.",
        ),
    ),
    "cell.boolean": error(
        en=("The cell contains TRUE or FALSE.", "Write the value as a word."),
        id=("Sel ini berisi TRUE atau FALSE.", "Tulis isinya dengan kata."),
    ),
    "cell.contradicts": error(
        en=(
            "This cell is filled, although another column of the row says no.",
            "Clear this cell, or correct the other one.",
        ),
        id=(
            "Sel ini terisi, padahal kolom lain pada baris ini menyatakan tidak ada.",
            "Kosongkan sel ini, atau perbaiki kolom lain itu.",
        ),
    ),
    "cell.date": error(
        en=(
            "The spreadsheet changed this into a date.",
            "Format the column as text and type it again.",
        ),
        id=(
            "Lembar kerja mengubah isian ini menjadi tanggal.",
            "Ubah kolom menjadi teks, lalu ketik ulang.",
        ),
    ),
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
    "cell.differs": warning(
        en=(
            "This cell and column {first} give different values; column {first} was used.",
            "Correct the wrong one.",
        ),
        id=(
            "Isi sel ini berbeda dari kolom {first}; yang dipakai kolom {first}.",
            "Perbaiki yang keliru.",
        ),
    ),
    "cell.digits_lost": error(
        en=(
            "A number of this length has lost its last digits.",
            "Format the column as text and type it again.",
        ),
        id=(
            "Bilangan sepanjang ini kehilangan angka terakhirnya.",
            "Ubah kolom menjadi teks, lalu ketik ulang.",
        ),
    ),
    "cell.error": error(
        en=("The cell shows a spreadsheet error.", "Correct its formula, or type the value."),
        id=("Sel ini menampilkan kesalahan lembar kerja.", "Perbaiki rumusnya, atau ketik isinya."),
    ),
    "cell.fact_differs": warning(
        en=(
            "This cell differs from the line above the table; this cell was used.",
            "Correct one of the two.",
        ),
        id=(
            "Isi sel ini berbeda dari keterangan di atas tabel; isi sel ini yang dipakai.",
            "Perbaiki yang keliru.",
        ),
    ),
    "cell.formula": error(
        en=(
            "The cell contains a formula whose result is not in the file.",
            "Paste the value in its place.",
        ),
        id=("Sel ini berisi rumus yang hasilnya tidak tersimpan.", "Tempelkan nilainya."),
    ),
    "cell.no_heading": warning(
        en=(
            "This cell has no heading above it and was not read.",
            "Add a heading if the column is needed.",
        ),
        id=(
            "Sel ini tidak mempunyai judul kolom dan tidak dibaca.",
            "Tambahkan judul bila kolom ini diperlukan.",
        ),
    ),
    "cell.no_number": warning(
        en=(
            "The cell contains no number, so the field stays empty.",
            "Leave the cell blank, and enter a reason in a separate column.",
        ),
        id=(
            "Sel ini tidak memuat nomor, sehingga isiannya kosong.",
            "Kosongkan sel ini; alasannya, bila ada, diisi pada kolom tersendiri.",
        ),
    ),
    "cell.part_missing": warning(
        en=(
            "This cell should also give {part}, which is missing.",
            "Add it, or leave it if it is unknown.",
        ),
        id=(
            "Sel ini belum memuat {part}.",
            "Tambahkan, atau biarkan bila tidak diketahui.",
        ),
    ),
    "cell.parts": error(
        en=("The cell cannot be split into {parts}.", "Write each in a separate column."),
        id=(
            "Isi sel ini tidak dapat dipisah menjadi {parts}.",
            "Tulis masing-masing di kolom terpisah.",
        ),
    ),
    "cell.rows_inside": error(
        en=(
            "This cell contains several rows of the file.",
            "Look for a quotation mark without a partner before it.",
        ),
        id=(
            "Sel ini memuat beberapa baris berkas.",
            "Cari tanda kutip yang tidak berpasangan sebelum sel ini.",
        ),
    ),
    "cell.too_long": error(
        en=("The cell has more than {maximum} characters.", "Shorten it."),
        id=("Sel ini berisi lebih dari {maximum} karakter.", "Persingkat isinya."),
    ),
    "cell.yes_no": error(
        en=("This is neither yes nor no.", "Write ya or tidak (or sudah, belum, ada)."),
        id=("Isian ini bukan ya atau tidak.", "Isi ya atau tidak (atau sudah, belum, ada)."),
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
    "row.kk_missing": warning(
        en=(
            (
                "The head of this family has no number of the family card, so the members below"
                " have none either."
            ),
            "Write the number in this row if the family has a card.",
        ),
        id=(
            (
                "Nomor KK kepala keluarga ini kosong, sehingga anggota di bawahnya juga dibaca"
                " tanpa nomor KK."
            ),
            "Isi nomor KK di baris ini bila keluarganya mempunyai KK.",
        ),
    ),
    "row.kk_unclear": warning(
        en=(
            (
                "The number of the family card is blank, and it is not certain that this row"
                " belongs to the family[ of row {first}] above."
            ),
            "Write the number in this row.",
        ),
        id=(
            (
                "Nomor KK kosong, dan belum pasti baris ini sekeluarga dengan baris[ {first}] di"
                " atasnya."
            ),
            "Isi nomor KK di baris ini.",
        ),
    ),
    "row.kk_unread": warning(
        en=(
            (
                "The number of the family card is blank, and that of the family[, in row {first},]"
                " cannot be read."
            ),
            "Correct the number of the family.",
        ),
        id=(
            "Nomor KK kosong, sedangkan nomor KK keluarganya[ di baris {first}] tidak terbaca.",
            "Perbaiki nomor KK keluarganya.",
        ),
    ),
    "row.record_differs": error(
        en=(
            "Row {first} belongs to the same record and has another value in this column.",
            "Give both rows the same value.",
        ),
        id=(
            "Baris {first} termasuk data yang sama, tetapi isi kolom ini berbeda.",
            "Samakan isi kedua baris.",
        ),
    ),
    "row.shared_differs": warning(
        en=(
            "Row {first} belongs to the same record and has another value in this column.",
            "Correct one of the two, unless they really differ.",
        ),
        id=(
            "Baris {first} termasuk data yang sama, tetapi isi kolom ini berbeda.",
            "Betulkan salah satunya, kecuali memang berbeda.",
        ),
    ),
    "row.example_changed": warning(
        en=(
            "The example row of the template has other values, and was not read.",
            "Replace this cell if the row is a record; else delete the row.",
        ),
        id=(
            "Baris contoh dari templat sudah diisi lain, dan tidak dibaca.",
            "Ganti tulisan di sel ini bila baris ini data; bila bukan, hapus barisnya.",
        ),
    ),
    "row.single_cell": warning(
        en=("Only one cell of this row is filled.", "Check whether the row is part of the table."),
        id=("Hanya satu sel pada baris ini terisi.", "Periksa apakah baris ini bagian dari tabel."),
    ),
    "table.family_without_head": warning(
        en=(
            "None of the rows of this family is its head.",
            "Check the relations, and whether a row is missing.",
        ),
        id=(
            "Tidak ada kepala keluarga di antara baris keluarga ini.",
            "Periksa hubungan keluarganya, dan apakah ada baris yang hilang.",
        ),
    ),
    "row.participant_repeated": warning(
        en=(
            "Row {first} has the same participant, who is once in the event.",
            "If they are two people, write the whole name or where each comes from.",
        ),
        id=(
            "Peserta yang sama sudah ada di baris {first}; dalam kegiatan ia dicatat satu kali.",
            "Bila keduanya orang yang berbeda, tulis nama lengkap atau asalnya.",
        ),
    ),
    "table.rows_unread": warning(
        en=(
            "Rows {rows} do not look like rows of the table and were not read.",
            "If one of them is a record, give it a running number or fill in more of its cells.",
        ),
        id=(
            "Baris {rows} tidak tampak sebagai baris tabel dan tidak dibaca.",
            "Bila salah satunya berisi data, beri nomor urut atau lengkapi isiannya.",
        ),
    ),
}
"""Code → message."""
