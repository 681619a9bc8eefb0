"""Messages for files that should contain a table."""

from typing import Final

from .message import error, warning

FILES: Final = {
    "table.changed": error(
        en=("The file has changed since it was read.", "Read it again."),
        id=("Berkas berubah sejak dibaca.", "Baca ulang berkasnya."),
    ),
    "table.copy_is_source": error(
        en=("The copy would replace the file that was read.", "Choose another name."),
        id=("Salinan ini akan menimpa berkas yang dibaca.", "Pilih nama lain."),
    ),
    "table.copy_suffix": error(
        en=(
            "The name of the annotated copy of this file must end with {suffix}.",
            "Choose such a name.",
        ),
        id=(
            "Nama salinan bercatatan dari berkas ini harus berakhiran {suffix}.",
            "Ganti nama salinannya.",
        ),
    ),
    "table.column_format": error(
        en=(
            "This is a {what} file, which is not read row by row.",
            "Check it with psm-core check or psm_core.columns, or save the list as CSV.",
        ),
        id=(
            "Berkas {what} tidak dibaca baris demi baris.",
            (
                "Periksa dengan psm-core check atau psm_core.columns, atau simpan daftarnya"
                " sebagai CSV."
            ),
        ),
    ),
    "table.damaged": error(
        en=(
            "The file is damaged or incomplete.",
            "Get it again from its source, or save it again in the program that wrote it.",
        ),
        id=(
            "Berkas rusak atau terpotong.",
            "Ambil lagi dari sumbernya, atau simpan ulang dengan program pembuatnya.",
        ),
    ),
    "table.decompression_bomb": error(
        en=(
            "The file expands to more than {maximum} times its size and was not read, for safety.",
            "Export the list again from its source.",
        ),
        id=(
            (
                "Isi berkas ini melebihi {maximum} kali ukuran berkasnya, sehingga demi keamanan"
                " tidak dibaca."
            ),
            "Ekspor ulang daftarnya dari sumbernya.",
        ),
    ),
    "table.directory": error(
        en=("This is a folder, not a file.", "Choose a file in it."),
        id=("Ini folder, bukan berkas.", "Pilih berkas di dalamnya."),
    ),
    "table.empty": error(
        en=("The file is empty.", "Check whether this is the right file."),
        id=("Berkas ini kosong.", "Periksa apakah berkasnya benar."),
    ),
    "table.encoding": error(
        en=(
            "The encoding of the text is not UTF-8, UTF-16 or Windows-1252.",
            "Save the file as CSV UTF-8 in a spreadsheet program.",
        ),
        id=(
            "Penyandian teks bukan UTF-8, UTF-16, atau Windows-1252.",
            "Simpan berkas sebagai CSV UTF-8 dengan program lembar kerja.",
        ),
    ),
    "table.encoding_assumed": warning(
        en=("The text is not UTF-8 and was read as Windows-1252.", "Check letters with accents."),
        id=("Teks bukan UTF-8 dan dibaca sebagai Windows-1252.", "Periksa huruf beraksen."),
    ),
    "table.encrypted": error(
        en=("The file is protected by a password.", "Save it without a password."),
        id=("Berkas dilindungi kata sandi.", "Simpan tanpa kata sandi."),
    ),
    "table.headings_repeated": warning(
        en=(
            "Rows {rows} repeat the headings and were not read as records.",
            "Delete them, unless they are wanted on printed pages.",
        ),
        id=(
            "Baris {rows} mengulang judul kolom dan tidak dibaca sebagai data.",
            "Hapus bila tidak diperlukan untuk halaman cetak.",
        ),
    ),
    "table.hidden_columns": warning(
        en=(
            "Hidden columns were read as well: {columns}.",
            "Show them in the spreadsheet program, and check their values.",
        ),
        id=(
            "Kolom tersembunyi ikut dibaca: {columns}.",
            "Tampilkan kolom itu dengan program lembar kerja, lalu periksa isinya.",
        ),
    ),
    "table.hidden_rows": warning(
        en=(
            "Hidden or filtered rows were read as well: {rows} ({count} in all).",
            "Delete those that do not belong to the list.",
        ),
        id=(
            "Baris tersembunyi atau tersaring ikut dibaca: {rows} (jumlah {count}).",
            "Hapus baris yang tidak termasuk daftar.",
        ),
    ),
    "table.hidden_sheet_unread": warning(
        en=(
            "This sheet is hidden and was not read; its table resembles the one that was read.",
            "If its rows belong to the list, show it, or read it with --sheet (in Python sheet=).",
        ),
        id=(
            "Lembar ini tersembunyi dan tidak dibaca; tabelnya serupa dengan yang dibaca.",
            (
                "Jika barisnya termasuk daftar, tampilkan lembarnya, atau sebutkan namanya dengan"
                " --sheet (dalam Python: sheet=)."
            ),
        ),
    ),
    "table.hidden_sheets": error(
        en=(
            "No visible sheet has a table; hidden sheets are {known}.",
            "Show the sheet in the spreadsheet program, or give its name.",
        ),
        id=(
            "Tabel tidak ditemukan pada lembar yang tampak; lembar yang tersembunyi: {known}.",
            "Tampilkan lembar itu dengan program lembar kerja, atau sebutkan namanya.",
        ),
    ),
    "table.issues_omitted": warning(
        en=(
            "Only the first {maximum} issues {code} are listed here; there are {more} more.",
            "Correct those listed, then read the file again.",
        ),
        id=(
            "Hanya {maximum} temuan {code} pertama yang dicantumkan; masih ada {more} lagi.",
            "Perbaiki yang tercantum, lalu baca ulang berkasnya.",
        ),
    ),
    "table.link": error(
        en=(
            "This file is a link to a sheet on the web, not the sheet.",
            "Open the sheet, choose Download and Microsoft Excel (.xlsx), and use that file.",
        ),
        id=(
            "Berkas ini hanya tautan ke lembar di internet, bukan lembarnya.",
            (
                "Buka lembar itu, pilih Download lalu Microsoft Excel (.xlsx), dan pakai berkas"
                " tersebut."
            ),
        ),
    ),
    "table.no_file": error(
        en=("There is no such file.", "Check the path and the name."),
        id=("Berkas ini tidak ada.", "Periksa folder dan namanya."),
    ),
    "table.no_reader_process": error(
        en=(
            "An xls or ods file is read by a second Python process, which cannot run here.",
            "Run psm-core with an ordinary Python, or save the file as xlsx or CSV.",
        ),
        id=(
            (
                "Berkas xls dan ods dibaca oleh proses Python kedua, yang tidak dapat berjalan di"
                " sini."
            ),
            "Jalankan psm-core dengan Python biasa, atau simpan berkas sebagai xlsx atau CSV.",
        ),
    ),
    "table.nested_column": error(
        en=("The column {heading} holds lists.", "Give it one value in each row."),
        id=("Kolom {heading} berisi daftar.", "Isi satu nilai pada setiap baris."),
    ),
    "table.no_sheet": error(
        en=("There is no sheet of this name.", "Choose one of these: {known}."),
        id=("Lembar dengan nama ini tidak ada.", "Pilih salah satu: {known}."),
    ),
    "table.not_a_table": error(
        en=(
            "This file is not a table[ but a {what} file].",
            "Save the list as xlsx in a spreadsheet program; CSV, xlsm, xls and ods are read too.",
        ),
        id=(
            "Berkas ini bukan tabel[, melainkan berkas {what}].",
            (
                "Simpan daftarnya sebagai xlsx dengan program lembar kerja; CSV, xlsm, xls, dan ods"
                " juga dibaca."
            ),
        ),
    ),
    "table.no_sheet_name": error(
        en=(
            "The file has no named sheets, so none can give {heading}.",
            "Leave out --sheet-name (in Python sheet_name=), or give the value for all rows.",
        ),
        id=(
            "Berkas ini tidak punya nama lembar yang dapat mengisi {heading}.",
            (
                "Jangan pakai --sheet-name (dalam Python: sheet_name=), atau isi nilainya untuk"
                " semua baris."
            ),
        ),
    ),
    "table.region_below": warning(
        en=(
            "This row states another {heading} than above the table, which the rows below it keep.",
            "Add a column for it, or move these rows to a sheet of their own.",
        ),
        id=(
            (
                "Baris ini menyebut {heading} lain daripada keterangan di atas tabel; baris di"
                " bawahnya tetap memakai keterangan di atas tabel."
            ),
            "Tambahkan kolomnya, atau pindahkan baris itu ke lembar tersendiri.",
        ),
    ),
    "table.sheet_name_read": warning(
        en=(
            "The name of this sheet was read as {heading}, because no column gives it.",
            "If that is wrong, choose its field with --sheet-name (in Python sheet_name=).",
        ),
        id=(
            "Nama lembar ini dibaca sebagai {heading}, karena tidak ada kolomnya.",
            "Jika salah, tentukan isiannya dengan --sheet-name (dalam Python: sheet_name=).",
        ),
    ),
    "table.sheet_unread": warning(
        en=(
            "This sheet has a table, too, which was not read.",
            "Read it with --sheet (in Python sheet=).",
        ),
        id=(
            "Lembar ini juga berisi tabel, tetapi tidak dibaca.",
            "Untuk membacanya, sebutkan namanya dengan --sheet (dalam Python: sheet=).",
        ),
    ),
    "table.too_big": error(
        en=("The file expands to more than {maximum} MB.", "Split it into several files."),
        id=("Isi berkas lebih dari {maximum} MB.", "Bagi menjadi beberapa berkas."),
    ),
    "table.record_too_long": error(
        en=("A record has more than {maximum} rows.", "Split the file, or give each row its key."),
        id=(
            "Satu data terdiri atas lebih dari {maximum} baris.",
            "Bagi berkasnya, atau isi nomor pengelompok pada setiap baris.",
        ),
    ),
    "table.too_many_cells": error(
        en=("The file has more than {maximum} cells.", "Split it, or give the name of the sheet."),
        id=(
            "Berkas memuat lebih dari {maximum} sel.",
            "Bagi berkasnya, atau sebutkan nama lembarnya.",
        ),
    ),
    "table.too_many_files": error(
        en=(
            "The files have more than {maximum} sheets in all.",
            "Read the remaining files separately.",
        ),
        id=(
            "Semua berkas bersama-sama memuat lebih dari {maximum} lembar.",
            "Baca berkas selebihnya secara terpisah.",
        ),
    ),
    "table.too_many_sheets": error(
        en=("The file has more than {maximum} sheets.", "Give the name of the sheet to read."),
        id=("Berkas memuat lebih dari {maximum} lembar.", "Sebutkan nama lembar yang akan dibaca."),
    ),
    "table.too_slow": error(
        en=(
            "Reading this file takes too long.",
            "Save it as xlsx or CSV in a spreadsheet program, and read that file.",
        ),
        id=(
            "Berkas ini terlalu lama dibaca.",
            "Simpan sebagai xlsx atau CSV dengan program lembar kerja, lalu baca berkas itu.",
        ),
    ),
    "table.too_wide": error(
        en=(
            "A row has more than {maximum} cells.",
            "Open the file in a spreadsheet program and save it again.",
        ),
        id=(
            "Satu baris berisi lebih dari {maximum} sel.",
            "Buka berkas dengan program lembar kerja, lalu simpan ulang.",
        ),
    ),
    "table.unsupported_format": error(
        en=(
            "The content of this file is {what}, and that format is not supported.",
            "Open it in a spreadsheet program and save it as an Excel workbook (.xlsx).",
        ),
        id=(
            "Isi berkas ini berformat {what}, dan format itu tidak didukung.",
            "Buka dengan program lembar kerja, lalu simpan sebagai buku kerja Excel (.xlsx).",
        ),
    ),
}
"""Code → message."""
