"""Messages for headings and whole columns of a table."""

from typing import Final

from .message import error, warning

COLUMNS: Final = {
    "table.ambiguous": error(
        en=(
            "The headings fit several layouts: {known}.",
            "Choose one with --layout or --record (in Python layout= or record_class=).",
        ),
        id=(
            "Judul kolom cocok dengan beberapa tata letak: {known}.",
            "Pilih satu dengan --layout atau --record (dalam Python: layout= atau record_class=).",
        ),
    ),
    "table.column_day_month": warning(
        en=(
            (
                "All dates in this column have days up to 12, so a spreadsheet may have swapped day"
                " and month."
            ),
            "Compare some of the dates with their documents.",
        ),
        id=(
            (
                "Tidak ada tanggal di atas 12 pada kolom ini, sehingga hari dan bulan mungkin"
                " tertukar."
            ),
            "Cocokkan beberapa tanggal dengan dokumennya.",
        ),
    ),
    "table.column_duplicate": error(
        en=(
            "The columns {first} and {second} both are {heading} of the layout {layout}.",
            (
                "Keep one of them, or choose another layout with --layout or --record (in Python"
                " layout=)."
            ),
        ),
        id=(
            "Kolom {first} dan {second} sama-sama {heading} pada tata letak {layout}.",
            (
                "Sisakan satu, atau pilih tata letak lain dengan --layout atau --record (dalam"
                " Python: layout=)."
            ),
        ),
    ),
    "table.column_first_january": warning(
        en=(
            "Every date in this column is 1 January.",
            "If only the year is known, write only the year, such as 1957.",
        ),
        id=(
            "Semua tanggal pada kolom ini 1 Januari.",
            "Bila hanya tahunnya yang diketahui, tulis tahunnya saja, misalnya 1957.",
        ),
    ),
    "table.column_last_digit": warning(
        en=(
            (
                "Every number in this column ends in the same digit; a spreadsheet may have changed"
                " it."
            ),
            "Format the column as text and copy the numbers from their source again.",
        ),
        id=(
            (
                "Semua nomor pada kolom ini berakhir dengan angka yang sama; mungkin diubah lembar"
                " kerja."
            ),
            "Ubah kolom menjadi teks, lalu salin ulang nomornya dari sumbernya.",
        ),
    ),
    "table.column_missing": error(
        en=(
            "The file was read as the layout {layout}, which needs the column {heading}.",
            (
                "Add the column, or choose another layout with --layout or --record (in Python"
                " layout=)."
            ),
        ),
        id=(
            "Berkas dibaca sebagai tata letak {layout}, yang memerlukan kolom {heading}.",
            (
                "Tambahkan kolom itu, atau pilih tata letak lain dengan --layout atau --record"
                " (dalam Python: layout=)."
            ),
        ),
    ),
    "table.column_one_value": warning(
        en=(
            "Every row has the same value in this column.",
            "Leave the cells blank where the value is unknown.",
        ),
        id=(
            "Semua baris berisi nilai yang sama pada kolom ini.",
            "Kosongkan sel yang nilainya tidak diketahui.",
        ),
    ),
    "table.column_redundant": warning(
        en=(
            "The column[ {heading}] has the same meaning as column {first} and was not read.",
            "Keep one of the two.",
        ),
        id=(
            "Kolom[ {heading}] sama artinya dengan kolom {first} dan tidak dibaca.",
            "Sisakan salah satu.",
        ),
    ),
    "table.column_unknown": warning(
        en=(
            "The column[ {heading}] is not known and was not read[ (did you mean {suggestion}?)].",
            "Correct the heading if the column is needed.",
        ),
        id=(
            "Kolom[ {heading}] tidak dikenal dan tidak dibaca[ (maksudnya {suggestion}?)].",
            "Perbaiki judulnya bila kolom ini diperlukan.",
        ),
    ),
    "table.columns_unread": warning(
        en=(
            "Columns for which the record has no field were not read[: {headings}].",
            "Keep the file if these facts are needed.",
        ),
        id=(
            "Kolom yang tidak ada isiannya pada rekaman tidak dibaca[: {headings}].",
            "Simpan berkas ini bila isi kolom itu masih diperlukan.",
        ),
    ),
    "table.facts_without_column": warning(
        en=(
            "Facts above the table were not read: {facts}.",
            "Add columns, or give them for every row with --value {path}=... (in Python: values=).",
        ),
        id=(
            "Keterangan di atas tabel tidak dibaca: {facts}.",
            (
                "Tambahkan kolomnya, atau sebutkan untuk semua baris dengan --value {path}=..."
                " (dalam Python: values=)."
            ),
        ),
    ),
    "table.facts_unread": warning(
        en=(
            "Facts above the table for which the record has no field were not read[: {facts}].",
            "Keep the file if these facts are needed.",
        ),
        id=(
            (
                "Keterangan di atas tabel yang tidak ada isiannya pada rekaman tidak dibaca[:"
                " {facts}]."
            ),
            "Simpan berkas ini bila keterangan itu masih diperlukan.",
        ),
    ),
    "table.field_duplicate": error(
        en=("Two columns fill the same field.", "Remove one of the two."),
        id=("Dua kolom mengisi isian yang sama.", "Hapus salah satunya."),
    ),
    "table.head_name_read": warning(
        en=(
            "No column has the names of the people, so the column[ {heading}] was read as such.",
            "Check that the NIK and the other values of a row are those of the head.",
        ),
        id=(
            "Tidak ada kolom nama orang, sehingga kolom[ {heading}] dibaca sebagai nama.",
            "Pastikan NIK dan isian lain pada setiap baris memang milik kepala keluarga.",
        ),
    ),
    "table.head_name_unread": warning(
        en=(
            (
                "The column[ {heading}] has the name of the head of the family, which is not stored"
                " with the other members."
            ),
            "Nothing is lost if the head has a row of their own.",
        ),
        id=(
            (
                "Kolom[ {heading}] berisi nama kepala keluarga, yang tidak disimpan pada anggota"
                " lainnya."
            ),
            "Tidak ada yang hilang bila kepala keluarga mempunyai baris sendiri.",
        ),
    ),
    "table.kk_in_first_row": warning(
        en=(
            (
                "Only the first row of each family has the number of the family card, which was"
                " also used for the members below."
            ),
            "Check that the members of each family are below its number.",
        ),
        id=(
            (
                "Nomor KK hanya ada di baris pertama setiap keluarga, lalu dipakai juga untuk"
                " anggota di bawahnya."
            ),
            "Periksa apakah anggota setiap keluarga berada di bawah nomor KK-nya.",
        ),
    ),
    "table.kk_in_some_rows": warning(
        en=(
            (
                "Rows without a number of the family card were read without it, because no column"
                " says who is the head of a family."
            ),
            "Add a column SHDK (the relation to the head), or write the number in every row.",
        ),
        id=(
            (
                "Baris yang tidak berisi nomor KK dibaca tanpa nomor itu, karena tidak ada kolom"
                " SHDK."
            ),
            "Tambahkan kolom SHDK (hubungan keluarga), atau isi nomor KK di setiap baris.",
        ),
    ),
    "table.no_header": error(
        en=(
            (
                "No known header row was found[; the usual layouts are {known}][; for {kind} there"
                " is no built-in layout]."
            ),
            (
                "Fill in a file of psm-core template (tables.write_template), or describe the"
                " columns with psm-core layout (tables.Layout; tables.LAYOUTS has every layout)."
            ),
        ),
        id=(
            (
                "Baris judul kolom yang dikenal tidak ditemukan[; tata letak yang lazim:"
                " {known}][; untuk {kind} belum ada tata letak]."
            ),
            (
                "Isi berkas dari psm-core template (tables.write_template), atau susun tata letak"
                " sendiri dengan psm-core layout (tables.Layout; semuanya ada di tables.LAYOUTS)."
            ),
        ),
    ),
    "table.nik_column_missing": warning(
        en=(
            "The list has no column of NIK.",
            "Add one if the numbers are known; the people are recorded without a NIK.",
        ),
        id=(
            "Daftar ini tidak memuat kolom NIK.",
            "Tambahkan kolomnya bila nomornya diketahui; orangnya dicatat tanpa NIK.",
        ),
    ),
    "table.side_by_side": error(
        en=(
            (
                "There are two tables side by side: the headings from column {first} are repeated"
                " from column {second}."
            ),
            (
                "Move the rows on the right below those on the left, then delete the columns on the"
                " right."
            ),
        ),
        id=(
            "Dua tabel berdampingan: judul mulai kolom {first} berulang mulai kolom {second}.",
            "Pindahkan baris tabel kanan ke bawah tabel kiri, lalu hapus kolom di sebelah kanan.",
        ),
    ),
    "table.value_missing": error(
        en=(
            "The layout {layout} needs a value that no column gives: {what}.",
            "Give it for all rows with --value {path}=... (in Python values=).",
        ),
        id=(
            "Tata letak {layout} memerlukan isian yang tidak ada kolomnya: {what}.",
            "Sebutkan untuk semua baris dengan --value {path}=... (dalam Python: values=).",
        ),
    ),
}
"""Code → message."""
