"""The texts of the command line in Indonesian and English."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

_SEPARATOR: Final = " / "


class Language(StrEnum):
    """The language of what is printed."""

    id = "id"
    en = "en"


_WORDS: Mapping[str, tuple[str, str]] = {
    # The table of issues, and the line below it.
    "cell": ("Sel", "Cell"),
    "code": ("Kode", "Code"),
    "text": ("Penjelasan", "Explanation"),
    "number": ("Jumlah", "Count"),
    "first_cells": ("Sel pertama", "First cells"),
    "error_title": ("Kesalahan", "Errors"),
    "warning_title": ("Peringatan", "Warnings"),
    "more": (
        "dan {n} temuan lagi; untuk melihatnya perbesar --max, atau buat salinan (--annotate)",
        "and {n} more issues; to see them raise --max, or write a copy (--annotate)",
    ),
    "more_parquet": (
        "dan {n} temuan lagi; untuk melihatnya perbesar --max, atau buat laporan (--report)",
        "and {n} more issues; to see them raise --max, or write a report (--report)",
    ),
    "more_codes": (
        "dan {n} kode lagi; untuk melihatnya perbesar --max",
        "and {n} more codes; to see them raise --max",
    ),
    "summed": (
        "{n} temuan diringkas di atas; rinciannya: psm-core check --max {n}, atau --annotate",
        "{n} issues are summed above; to see each: psm-core check --max {n}, or --annotate",
    ),
    "summed_parquet": (
        "{n} temuan diringkas di atas; rinciannya: psm-core check --max {n}, atau --json",
        "{n} issues are summed above; to see each: psm-core check --max {n}, or --json",
    ),
    "rows_read": ("baris dibaca", "rows read"),
    "valid_rows": ("baris valid", "valid rows"),
    "error_count": ("kesalahan", "errors"),
    "warning_count": ("peringatan", "warnings"),
    # Files.
    "reading": ("membaca", "reading"),
    "written": ("ditulis", "written"),
    "copy_of_older_workbook": (
        "Rumus menjadi hasilnya; komentar, garis tepi, dan gambar tidak ikut disalin.",
        "Formulas became their results; comments, borders and pictures are not in the copy.",
    ),
    "copy_of_values": (
        "Hanya isi dan sel gabungan yang disalin; warna, lebar kolom, dan gambar tidak ikut.",
        "Only values and merged cells are in the copy; colours, widths and pictures are not.",
    ),
    "copy_without_pictures": (
        "Gambar dan grafik tidak ikut disalin.",
        "Pictures and charts are not in the copy.",
    ),
    "not_written": (
        "tidak ditulis: ada baris atau berkas yang tidak valid",
        "not written: some rows or files are invalid",
    ),
    "files": ("berkas", "files"),
    "unreadable": ("berkas tidak terbaca", "unreadable files"),
    "left_out": ("Tidak dibaca:", "Not read:"),
    "no_tables": ("Tidak ada tabel di folder ini.", "There is no table in this folder."),
    "annotate_folder": (
        "--annotate untuk beberapa berkas memerlukan nama folder",
        "--annotate for several files needs the name of a folder",
    ),
    "annotate_parquet": (
        "--annotate tidak untuk berkas Parquet; pakai --json atau --report",
        "--annotate is not for Parquet files; use --json or --report",
    ),
    "same_copy": (
        "akan menjadi salinan dua berkas; periksa keduanya terpisah",
        "would be the copy of two files; check them separately",
    ),
    "mixed_records": (
        "berkasnya berisi rekaman yang berbeda jenis; pilih satu jenis dengan --record",
        "the files hold records of several kinds; choose one with --record",
    ),
    "exists": (
        "sudah ada; beri nama lain, atau --force untuk menimpanya",
        "already exists; choose another name, or overwrite it with --force",
    ),
    "no_permission": (
        "Berkas ini tidak boleh dibaca atau ditulis.",
        "No permission to read or write this file.",
    ),
    "directory": ("Ini folder, bukan berkas.", "This is a folder, not a file."),
    "not_directory": ("Ini berkas, bukan folder.", "This is a file, not a folder."),
    "name_too_long": ("Nama berkas ini terlalu panjang.", "This file name is too long."),
    "disk_full": ("Tidak ada ruang lagi untuk menulis.", "There is no space left to write."),
    # Arguments.
    "unknown": ("tidak dikenal; pilihannya:", "is unknown; choose from:"),
    "map_format": (
        "--map ditulis dengan tanda sama dengan, misalnya --map 'Nama KPM=person.name'",
        "--map needs an equals sign, such as --map 'Nama KPM=person.name'",
    ),
    "usage": ("Lihat psm-core --help.", "See psm-core --help."),
    "bug": ("kesalahan dalam program:", "error in the program:"),
    # People who are listed twice, and differences.
    "people": ("orang", "people"),
    "pairs": ("pasangan yang mungkin sama", "pairs that are probably the same"),
    "rows": ("Baris", "Rows"),
    "row": ("baris", "row"),
    "and": ("dan", "and"),
    "comparing": ("membandingkan", "comparing"),
    "shown_pairs": (
        "Ditampilkan {n} pasangan teratas; --max menentukan jumlahnya.",
        "The first {n} pairs are shown; --max sets the number.",
    ),
    "no_people": ("Berkas ini bukan daftar orang.", "This is not a list of people."),
    "rows_not_compared": (
        "{n} baris tidak dibandingkan karena ada kesalahan. Periksa dengan psm-core check.",
        "Rows not compared because of errors: {n}. See psm-core check.",
    ),
    "try_person": (
        "Untuk membandingkan orangnya saja, coba --record person.",
        "To compare only the people, try --record person.",
    ),
    "same_records": ("rekaman sama", "records are equal"),
    "only_first": ("hanya di berkas pertama", "only in the first file"),
    "only_second": ("hanya di berkas kedua", "only in the second file"),
    "changed_records": ("rekaman berubah", "records changed"),
    "no_key": (
        "jenis rekaman ini tidak mempunyai kunci; sebutkan isiannya dengan --key",
        "records of this kind have no key; name a field with --key",
    ),
    "no_own_number": (
        "rekaman ini tidak mempunyai NIK atau nomor KK; sebutkan isian lain dengan --key",
        "this record has no NIK or KK number; name another field with --key",
    ),
    "no_value_of_key": (
        "isian yang disebut pada --key tidak ada atau kosong",
        "the field named by --key does not exist or is empty",
    ),
    "one_standard_input": (
        "hanya satu dari kedua berkas boleh masukan standar (-)",
        "only one of the two files can be the standard input (-)",
    ),
    "more_problems": ("dan {n} kesalahan lagi", "and {n} more errors"),
    "same_key": (
        "dua rekaman berkunci sama; hapus salah satunya, atau sebutkan isian lain dengan --key:",
        "two records have the same key; delete one, or name another field with --key:",
    ),
    "not_json_lines": (
        "{name}: bukan berkas JSON per baris. Konversi dulu: psm-core convert {name} {target}",
        "{name}: not a file of JSON lines. Convert it first: psm-core convert {name} {target}",
    ),
    "other_record": (
        "kedua berkas berisi rekaman yang berbeda jenis",
        "the two files hold records of different kinds",
    ),
    # Questions about headings.
    "no_terminal": (
        "map bertanya di terminal; tanpa terminal pakai psm-core layout",
        "map asks in a terminal; without a terminal use psm-core layout",
    ),
    "not_toml": (
        "nama berkas tata letak harus berakhiran .toml",
        "the name of a file with a layout ends with .toml",
    ),
    "stopped": ("dihentikan; tidak ada yang ditulis", "stopped; nothing was written"),
    "how_to_answer": (
        "Pilih isian setiap judul kolom: Enter menerima perkiraan, angka memilih yang lain.",
        "Choose the field of each heading: Enter accepts the guess, a number chooses another.",
    ),
    "what_to_type": (
        "Boleh juga mengetik nama isian (person.name) atau judul kolom yang dikenal (Nama).",
        "You can also type a field (person.name) or a known heading (Nama).",
    ),
    "sure": ("pasti", "sure"),
    "guess": ("perkiraan, periksa", "guess, check it"),
    "not_read": ("tidak dibaca", "not read"),
    "no_field": ("dikenal; tidak ada isian untuknya", "known; there is no field for it"),
    "no_guess": ("judulnya tidak dikenal", "the heading is unknown"),
    "filled_earlier": (
        "{field} sudah diisi kolom {heading}",
        "column {heading} already fills {field}",
    ),
    "field_question": ("Isian [Enter: {field}]:", "Field [Enter: {field}]:"),
    "no_number": (
        "Tidak ada pilihan dengan angka ini. Pilih yang tertera di atas.",
        "There is no choice with this number. Choose one that is shown above.",
    ),
    "filled": (
        "Isian ini sudah diisi kolom {heading}. Pilih isian lain, atau 0.",
        "Column {heading} already fills this field. Choose another, or 0.",
    ),
    "long_number": (
        "Judul kolom {letters} memuat angka panjang, maka tidak ditampilkan dan tidak dibaca.",
        "The heading of column {letters} has a long number, so it is neither shown nor read.",
    ),
    "values_to_give": (
        "Isian wajib tanpa kolom: tulis isi untuk semua baris, atau Enter untuk melewati.",
        "Required fields without a column: type the value of every row, or Enter to leave it out.",
    ),
    "within_question": (
        "Kode wilayah tempat nama desa dan kecamatan dicari [Enter: semua]:",
        "Code of the region in which names of regions are searched [Enter: all]:",
    ),
    "values_left": (
        "Isian wajib yang belum ada: {paths}. Berikan nanti dengan --value.",
        "Required values that are still missing: {paths}. Give them later with --value.",
    ),
    "next_command": ("Selanjutnya: psm-core check", "Next: psm-core check"),
    # A NIK.
    "line": ("Baris", "Line"),
    "region": ("Wilayah penerbitan", "Region of issue"),
    "region_status": ("Status wilayah", "Status of the region"),
    "current_region": ("Wilayah sekarang", "Current region"),
    "birth_dates": ("Tanggal lahir", "Birth date"),
    "sex": ("Jenis kelamin", "Sex"),
    # A region.
    "status": ("Status", "Status"),
    "current_code": ("Kode sekarang", "Current code"),
    "name": ("Nama", "Name"),
    "address": ("Alamat", "Address"),
    "title": ("Sebutan", "Local title"),
    "former_names": ("Nama lama", "Former names"),
    "subregions": ("Jumlah wilayah di bawahnya", "Number of subregions"),
    "current": ("berlaku", "in force"),
    "candidates": ("Mungkin", "Candidates"),
    "several_regions": (
        "Beberapa wilayah bernama ini; pilih dengan --within KODE:",
        "Several regions have this name; choose with --within CODE:",
    ),
    "no_word": (
        "Tidak ada kode temuan, istilah, atau peraturan dengan nama ini.",
        "No issue code, term or act has this name.",
    ),
    "no_region": ("Tidak ada wilayah dengan nama ini.", "No region has this name."),
}


_SINGULAR: Final[Mapping[str, str]] = {
    "changed_records": "record changed",
    "error_count": "error",
    "files": "file",
    "pairs": "pair that is probably the same",
    "people": "person",
    "rows_read": "row read",
    "same_records": "record is equal",
    "unreadable": "unreadable file",
    "valid_rows": "valid row",
    "warning_count": "warning",
}
"""The English texts of counts that are 1."""


def translate(word: str, language: Language) -> str:
    """Return a text of the command line in a language."""
    return _WORDS[word][language is Language.en]


def counted(count: int, word: str, language: Language) -> str:
    """Return a count with the text of what is counted, in its singular or plural.

    >>> counted(1, "files", Language.en), counted(2, "files", Language.en)
    ('1 file', '2 files')
    """
    is_singular = count == 1 and language is Language.en
    text = _SINGULAR.get(word) if is_singular else None
    return f"{count} {text or translate(word, language)}"


def help_text(indonesian: str, english: str) -> str:
    """Return a help text in both languages, for `help_in` to choose from."""
    return f"{indonesian}{_SEPARATOR}{english}"


def help_in(text: str, language: Language) -> str:
    """Return the part of a help text in a language; a text in one language as it is."""
    indonesian, _, english = text.partition(_SEPARATOR)
    return english if english and language is Language.en else indonesian
