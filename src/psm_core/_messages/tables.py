"""What is said of a file with rows, and of its cells."""

from typing import Final

from .message import Message

TABLES: Final = {
    "cell.boolean": Message(
        "The cell holds TRUE or FALSE; write a word.",
        "Sel ini berisi TRUE atau FALSE; tuliskan dengan kata.",
    ),
    "cell.contradicts": Message(
        "Another column says that there is none of this; one of the two is wrong.",
        "Kolom lain menyebut hal ini tidak ada; salah satunya keliru.",
    ),
    "cell.date": Message(
        "The spreadsheet took this for a date; format the column as text and type it again.",
        "Lembar kerja menganggap isian ini tanggal; ubah kolom menjadi teks, lalu ketik ulang.",
    ),
    "cell.digits_lost": Message(
        "A number of this length has lost its last digits; format the column as text and type it"
        " again.",
        "Bilangan sepanjang ini kehilangan angka terakhirnya; ubah kolom menjadi teks, lalu ketik"
        " ulang.",
    ),
    "cell.error": Message(
        "The cell shows an error of the spreadsheet; mend its formula or type the value.",
        "Sel ini menampilkan galat lembar kerja; perbaiki rumusnya atau ketik isinya.",
    ),
    "cell.formula": Message(
        "The cell holds a formula whose result is not in the file; paste the value in its place.",
        "Sel ini berisi rumus yang hasilnya tidak tersimpan; tempelkan nilainya.",
    ),
    "cell.no_heading": Message(
        "This cell has no heading above it and was not read.",
        "Sel ini tidak mempunyai judul kolom dan tidak dibaca.",
    ),
    "cell.differs": Message(
        "This cell and column {first} give different values; column {first} was used. Correct the"
        " wrong one.",
        "Isi sel ini berbeda dari kolom {first}; yang dipakai kolom {first}. Perbaiki yang keliru.",
    ),
    "cell.part_missing": Message(
        "This cell should also give {part}, and it is not there. Add it, or leave it if it is"
        " unknown.",
        "Sel ini semestinya juga memuat {part}. Tambahkan, atau biarkan bila tidak diketahui.",
    ),
    "cell.parts": Message(
        "The cell cannot be split into {parts}. Write each in a column of its own.",
        "Isi sel ini tidak dapat dipisah menjadi {parts}. Tuliskan masing-masing di kolom sendiri.",
    ),
    "cell.rows_inside": Message(
        "This cell runs over several rows of the file; a quotation mark before it has no partner.",
        "Sel ini memuat beberapa baris berkas; ada tanda kutip yang tidak berpasangan.",
    ),
    "cell.too_long": Message(
        "The cell holds more than {most} characters.",
        "Sel ini berisi lebih dari {most} karakter.",
    ),
    "cell.yes_no": Message(
        "Write ya or tidak (or sudah, belum, ada).",
        "Isi dengan ya atau tidak (atau sudah, belum, ada).",
    ),
    "date.month_first": Message(
        "The month seems to stand first; write the day first, like 31/08/1990.",
        "Tampaknya bulan tertulis lebih dahulu; tuliskan hari dahulu, misalnya 31/08/1990.",
    ),
    "date.serial": Message(
        "This is a bare number; format the cell as a date or type the date.",
        "Isian ini hanya bilangan; ubah format sel menjadi tanggal atau ketik tanggalnya.",
    ),
    "date.time_of_day": Message(
        "The cell holds a time of day beside the date, and another time zone may have moved it to"
        " another day. Check the day and write the date alone.",
        "Sel ini memuat jam di samping tanggal, sehingga harinya mungkin bergeser karena zona"
        " waktu. Periksa harinya, lalu tuliskan tanggalnya saja.",
    ),
    "date.time_rounded": Message(
        "The time in this cell is within a minute of midnight, so the date of that midnight was"
        " taken. Check the day.",
        "Jam di sel ini berselisih paling lama satu menit dari tengah malam, sehingga tanggal"
        " tengah malam itulah yang dipakai. Periksa harinya.",
    ),
    "date.year": Message(
        "The year is hardly meant so; write it with four digits.",
        "Tahunnya tidak masuk akal; tuliskan dengan empat angka.",
    ),
    "kk.numeric_cell": Message(
        "The KK number is stored as a number, so its last digit is lost. Format the column as text"
        " and type the number again.",
        "Nomor KK tersimpan sebagai angka sehingga digit terakhirnya hilang. Ubah kolom menjadi"
        " teks, lalu ketik ulang nomornya.",
    ),
    "kk.scientific": Message(
        "The KK number was turned into an abbreviated number and its digits are lost; type it"
        " again as text.",
        "Nomor KK berubah menjadi bilangan singkatan sehingga angkanya hilang; ketik ulang sebagai"
        " teks.",
    ),
    "nik.numeric_cell": Message(
        "The NIK is stored as a number, so its last digit is lost. Format the column as text and"
        " type the NIK again.",
        "NIK tersimpan sebagai angka sehingga digit terakhirnya hilang. Ubah kolom menjadi teks,"
        " lalu ketik ulang NIK-nya.",
    ),
    "nik.scientific": Message(
        "The NIK was turned into an abbreviated number and its digits are lost; type it again as"
        " text.",
        "NIK berubah menjadi bilangan singkatan sehingga angkanya hilang; ketik ulang sebagai"
        " teks.",
    ),
    "phone.numeric_cell": Message(
        "The telephone number is stored as a number and has lost its leading 0; format the column"
        " as text and type it again.",
        "Nomor telepon tersimpan sebagai angka dan kehilangan 0 di depan; ubah kolom menjadi teks,"
        " lalu ketik ulang.",
    ),
    "phone.zero_lost": Message(
        "The telephone number has lost its leading 0; write it like 0812 or +62812.",
        "Nomor telepon kehilangan 0 di depan; tuliskan seperti 0812 atau +62812.",
    ),
    "phone.unreadable": Message(
        "Write the telephone number like 0812 and the rest, or +62812 and the rest.",
        "Tuliskan nomor telepon seperti 0812 dan seterusnya, atau +62812 dan seterusnya.",
    ),
    "region.level": Message(
        "This is the code of a region of another level than the column is for.",
        "Kode ini milik wilayah dengan tingkat lain daripada kolomnya.",
    ),
    "region.not_found": Message(
        "No region of this name is known here[; perhaps {candidates} is meant].",
        "Wilayah dengan nama ini tidak ditemukan di sini[; mungkin maksudnya {candidates}].",
    ),
    "region.outside": Message(
        "This code lies outside the region that the row or the file is about.",
        "Kode ini berada di luar wilayah yang disebut baris atau berkas.",
    ),
    "region.ambiguous": Message(
        "Several regions have this name: {candidates}. Write the code, or the regions around it[;"
        " for all rows, give the region around them with {option} (in Python within=)].",
        "Beberapa wilayah bernama ini: {candidates}. Tuliskan kodenya atau wilayah di atasnya[;"
        " untuk semua baris, sebutkan wilayah di atasnya dengan {option} (dalam Python:"
        " within=)].",
    ),
    "row.single_cell": Message(
        "Only one cell of this row is filled; look whether it is part of the table.",
        "Hanya satu sel terisi; periksa apakah baris ini bagian dari tabel.",
    ),
    "table.ambiguous": Message(
        "The headings fit several layouts: {known}. Choose one with --layout or --record (in Python"
        " layout= or kind=).",
        "Judul kolom cocok dengan beberapa tata letak: {known}. Pilih satu dengan --layout atau"
        " --record (dalam Python: layout= atau kind=).",
    ),
    "table.decompression_bomb": Message(
        "The file unpacks to more than {most} times its size, as no real workbook does.",
        "Isi berkas lebih dari {most} kali ukurannya; buku kerja biasa tidak demikian.",
    ),
    "table.changed": Message(
        "The file has changed since it was read. Read it again.",
        "Berkas berubah sejak dibaca. Baca ulang berkasnya.",
    ),
    "table.column_day_month": Message(
        "No date in this column has a day above 12 where a spreadsheet could have swapped it with"
        " the month. Compare some of the dates with their documents.",
        "Tidak ada tanggal di atas 12 pada kolom ini, sehingga hari dan bulan mungkin tertukar."
        " Cocokkan beberapa tanggal dengan dokumennya.",
    ),
    "table.column_first_january": Message(
        "Every date in this column is 1 January. If only the year is known, leave the cells blank.",
        "Semua tanggal pada kolom ini 1 Januari. Bila hanya tahunnya yang diketahui, kosongkan"
        " selnya.",
    ),
    "table.column_last_digit": Message(
        "Every number in this column ends in the same digit; a spreadsheet may have changed it."
        " Format the column as text and copy the numbers from their source again.",
        "Semua nomor pada kolom ini berakhir dengan angka yang sama; mungkin diubah lembar kerja."
        " Ubah kolom menjadi teks, lalu salin ulang nomornya dari sumbernya.",
    ),
    "table.column_missing": Message(
        "The file was read as the layout {layout}, which needs the column {heading}. Add the"
        " column, or choose another layout with --layout or --record (in Python layout=).",
        "Berkas dibaca sebagai tata letak {layout}, yang memerlukan kolom {heading}. Tambahkan"
        " kolom itu, atau pilih tata letak lain dengan --layout atau --record (dalam Python:"
        " layout=).",
    ),
    "table.column_redundant": Message(
        "The column[ {heading}] has the same meaning as column {first} and was not read. Keep one"
        " of the two.",
        "Kolom[ {heading}] sama artinya dengan kolom {first} dan tidak dibaca. Sisakan salah satu.",
    ),
    "table.column_one_value": Message(
        "Every row has the same value in this column. Leave the cells blank where the value is not"
        " known.",
        "Semua baris berisi nilai yang sama pada kolom ini. Kosongkan sel yang nilainya tidak"
        " diketahui.",
    ),
    "table.column_duplicate": Message(
        "The columns {first} and {second} both are {heading} of the layout {layout}. Keep one of"
        " them, or choose another layout with --layout or --record (in Python layout=).",
        "Kolom {first} dan {second} sama-sama {heading} pada tata letak {layout}. Sisakan satu,"
        " atau pilih tata letak lain dengan --layout atau --record (dalam Python: layout=).",
    ),
    "table.column_unknown": Message(
        "The column[ {heading}] is not known and was not read[; perhaps {suggestion} is meant].",
        "Kolom[ {heading}] tidak dikenal dan tidak dibaca[; mungkin maksudnya {suggestion}].",
    ),
    "table.comments_unsupported": Message(
        "Comments can be written into xlsx and xlsm; save the file as one of them first.",
        "Catatan hanya dapat ditulis ke xlsx dan xlsm; simpan dahulu berkas sebagai salah satunya.",
    ),
    "table.damaged": Message(
        "The file is damaged or cut short; open it in a spreadsheet program and save it again.",
        "Berkas rusak atau terpotong; buka dengan program lembar kerja, lalu simpan ulang.",
    ),
    "table.directory": Message(
        "This is a folder, not a file.",
        "Ini folder, bukan berkas.",
    ),
    "table.empty": Message(
        "There is nothing in the file.",
        "Berkas ini kosong.",
    ),
    "table.encoding": Message(
        "The text is in no encoding that is known here (UTF-8, UTF-16, Windows-1252).",
        "Teks tidak memakai penyandian yang dikenal (UTF-8, UTF-16, Windows-1252).",
    ),
    "table.encoding_assumed": Message(
        "The text is not UTF-8 and was read as Windows-1252; look at letters with accents.",
        "Teks bukan UTF-8 dan dibaca sebagai Windows-1252; periksa huruf beraksen.",
    ),
    "table.encrypted": Message(
        "The file is protected by a password; save it without one.",
        "Berkas dilindungi kata sandi; simpan tanpa kata sandi.",
    ),
    "table.not_a_table": Message(
        "This is no table[ but a {what} file]. Save the list as xlsx in a spreadsheet program; CSV,"
        " xlsx, xlsm, xls and ods are read.",
        "Ini bukan tabel[, melainkan berkas {what}]. Simpan daftarnya sebagai xlsx dengan program"
        " lembar kerja; yang dibaca adalah CSV, xlsx, xlsm, xls dan ods.",
    ),
    "table.value_missing": Message(
        "The layout {layout} needs a fact that no column gives: {what}. Give it for all rows with"
        " --value {path}=... (in Python values=).",
        "Tata letak {layout} memerlukan isian yang tidak ada kolomnya: {what}. Sebutkan untuk"
        " semua baris dengan --value {path}=... (dalam Python: values=).",
    ),
    "table.family_duplicate": Message(
        "The KK number of this family stands in row {first} already; keep one of the two, or"
        " correct the number.",
        "Nomor KK keluarga ini sudah ada di baris {first}; sisakan salah satunya, atau perbaiki"
        " nomornya.",
    ),
    "table.issues_omitted": Message(
        "Only the first {most} issues {code} are listed here; there are {more} more. Correct those"
        " listed, then read the file again.",
        "Hanya {most} temuan {code} pertama yang dicantumkan; masih ada {more} lagi. Perbaiki yang"
        " tercantum, lalu baca berkas ini sekali lagi.",
    ),
    "table.key_duplicate": Message(
        "The key of this row stands in row {first} already; give each record a key of its own."
        " Upper and lower case count as the same.",
        "Kunci pada baris ini sudah ada di baris {first}; beri setiap data kunci yang berbeda."
        " Huruf besar dan kecil dianggap sama.",
    ),
    "table.hidden_rows": Message(
        "Hidden or filtered rows are read as the others are; the sheet has {count}. Delete those"
        " that do not belong to the list.",
        "Baris yang tersembunyi atau tersaring ikut dibaca; lembar ini memuat {count}. Hapus baris"
        " yang tidak termasuk daftar.",
    ),
    "table.hidden_sheets": Message(
        "No table stands on a sheet that is shown; hidden sheets are {known}. Show the sheet in the"
        " spreadsheet program, or name it to read it.",
        "Tabel tidak ditemukan pada lembar yang tampak; lembar yang tersembunyi: {known}. Tampilkan"
        " lembar itu dengan program lembar kerja, atau sebutkan namanya untuk membacanya.",
    ),
    "table.link": Message(
        "This file is a link to a sheet on the web, not the sheet. Open the sheet, choose"
        " Download and Microsoft Excel (.xlsx), and use that file.",
        "Berkas ini hanya tautan ke lembar di internet, bukan lembarnya. Buka lembar itu, pilih"
        " Download lalu Microsoft Excel (.xlsx), dan pakai berkas tersebut.",
    ),
    "table.no_file": Message(
        "There is no such file.",
        "Berkas ini tidak ada.",
    ),
    "table.no_header": Message(
        "No known row of headings was found[; the known layouts are {known}][; for {kind} there is"
        " no built-in layout]. Fill in a file of psm-core template (tables.write_template), or"
        " describe the columns with tables.Layout.",
        "Baris judul kolom yang dikenal tidak ditemukan[; tata letak yang dikenal: {known}][; untuk"
        " {kind} belum ada tata letak]. Isi berkas dari psm-core template (tables.write_template),"
        " atau susun tata letak sendiri dengan tables.Layout.",
    ),
    "table.no_reader_process": Message(
        "An xls or ods file is read by a second Python process, which cannot run here. Run psm-core"
        " with an ordinary Python, or save the file as xlsx or CSV.",
        "Berkas xls dan ods dibaca oleh proses Python kedua, yang tidak dapat berjalan di sini."
        " Jalankan psm-core dengan Python biasa, atau simpan berkas sebagai xlsx atau CSV.",
    ),
    "table.no_sheet": Message(
        "There is no sheet of this name; the file has {known}.",
        "Lembar dengan nama ini tidak ada; berkas memuat {known}.",
    ),
    "table.participant_duplicate": Message(
        "This participant stands in row {first} already; keep one of the two.",
        "Peserta ini sudah ada di baris {first}; sisakan salah satunya.",
    ),
    "table.participation_duplicate": Message(
        "The same recipient, programme and period stand in row {first} already; keep one of the"
        " two, or correct the period.",
        "Penerima, program dan masa yang sama sudah ada di baris {first}; sisakan salah satunya,"
        " atau perbaiki tanggalnya.",
    ),
    "table.unsupported_format": Message(
        "This is a {what} file, whatever its name, and that kind is not read. Open it in a"
        " spreadsheet program and save it as an Excel workbook (.xlsx).",
        "Ini berkas {what}, apa pun namanya, dan jenis itu tidak dibaca. Buka dengan program lembar"
        " kerja, lalu simpan sebagai buku kerja Excel (.xlsx).",
    ),
    "table.person_duplicate": Message(
        "The NIK of this row stands in row {first} already.",
        "NIK pada baris ini sudah ada di baris {first}.",
    ),
    "table.row_duplicate": Message(
        "This row says the same as row {first}; if it is about the same, delete one of the two.",
        "Isi baris ini sama dengan baris {first}; bila datanya memang sama, hapus salah satunya.",
    ),
    "table.rows_unread": Message(
        "Rows {rows} do not look like rows of the table and were not read. If one of them is a"
        " record, give it a running number or fill in more of its cells.",
        "Baris {rows} tidak tampak sebagai baris tabel dan tidak dibaca. Bila salah satunya berisi"
        " data, beri nomor urut atau lengkapi isiannya.",
    ),
    "table.sheet_unread": Message(
        "This sheet looks like the one that was read, and was not read. Read it with --sheet (in"
        " Python sheet=).",
        "Lembar ini serupa dengan yang dibaca, tetapi tidak dibaca. Untuk membacanya, sebutkan"
        " namanya dengan --sheet (dalam Python: sheet=).",
    ),
    "table.side_by_side": Message(
        "Two tables stand side by side: the headings from column {first} come again from column"
        " {second}. Move the rows on the right below those on the left, then delete the columns on"
        " the right.",
        "Dua tabel berdampingan: judul mulai kolom {first} berulang mulai kolom {second}. Pindahkan"
        " baris tabel kanan ke bawah tabel kiri, lalu hapus kolom di sebelah kanan.",
    ),
    "table.too_big": Message(
        "The file unpacks to more than {most} MB; split it.",
        "Isi berkas lebih dari {most} MB; bagilah menjadi beberapa berkas.",
    ),
    "table.too_many_cells": Message(
        "There are more than {most} cells to look at; split the file, or name the sheet.",
        "Ada lebih dari {most} sel yang harus dibaca; bagilah berkasnya, atau sebutkan lembarnya.",
    ),
    "table.too_many_sheets": Message(
        "The file has more than {most} sheets; name the one to read.",
        "Berkas ini berisi lebih dari {most} lembar; sebutkan lembar yang akan dibaca.",
    ),
    "table.too_slow": Message(
        "Reading this file takes too long. Save it as xlsx or CSV in a spreadsheet program, and"
        " read that file.",
        "Berkas ini terlalu lama dibaca. Simpan sebagai xlsx atau CSV dengan program lembar kerja,"
        " lalu baca berkas itu.",
    ),
    "table.too_wide": Message(
        "A row has more than {most} cells, as no sheet does; open the file in a spreadsheet"
        " program and save it again.",
        "Satu baris berisi lebih dari {most} sel; buka berkas dengan program lembar kerja, lalu"
        " simpan ulang.",
    ),
}
