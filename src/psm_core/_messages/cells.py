"""Messages for cells of a table."""

from typing import Final

from .message import error, warning

CELLS: Final = {
    "cell.boolean": error(
        en=("The cell contains TRUE or FALSE.", "Write the value as a word."),
        id=("Sel ini berisi TRUE atau FALSE.", "Tulis isinya dengan kata."),
    ),
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
}
