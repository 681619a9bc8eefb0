"""Messages for files with a layout, and for headings that are given in an argument."""

from typing import Final

from .message import error

LAYOUT_FILES: Final = {
    "layout.choice_unknown": error(
        en=(
            "This is none of the choices: {known}.",
            "Check its spelling.[ Do you mean {suggestion}?]",
        ),
        id=(
            "Isian ini bukan salah satu pilihan: {known}.",
            "Periksa ejaannya.[ Apakah maksudnya {suggestion}?]",
        ),
    ),
    "layout.column_kind": error(
        en=(
            "It is unclear what the column fills.",
            "Write one of these: field, fields with split, or ignored = true.",
        ),
        id=(
            "Tidak jelas kolom ini mengisi apa.",
            "Tulis salah satu: field, fields dengan split, atau ignored = true.",
        ),
    ),
    "layout.field_duplicate": error(
        en=("Column {first} already fills this field.", "Set ignored = true on one of the two."),
        id=(
            "Isian ini sudah diisi oleh kolom ke-{first}.",
            "Tulis ignored = true pada salah satunya.",
        ),
    ),
    "layout.field_incomplete": error(
        en=("This is a group of fields.", "Name one of its fields, such as {suggestion}."),
        id=("Ini kelompok isian.", "Sebut salah satu isiannya, misalnya {suggestion}."),
    ),
    "layout.field_mapped": error(
        en=("Two headings are given for one field.", "Give one of them, and ignore the other."),
        id=(
            "Dua judul kolom diberikan untuk satu isian.",
            "Beri satu judul saja, dan abaikan yang lain.",
        ),
    ),
    "layout.field_unknown": error(
        en=("There is no such field.", "Check its spelling.[ Do you mean {suggestion}?]"),
        id=("Isian ini tidak ada.", "Periksa ejaannya.[ Apakah maksudnya {suggestion}?]"),
    ),
    "layout.heading_blank": error(
        en=("The heading has no letter or digit.", "Write it as the sheet has it."),
        id=("Judul kolom tidak memuat huruf atau angka.", "Tulis seperti pada lembarnya."),
    ),
    "layout.heading_duplicate": error(
        en=("Column {first} already has this heading.", "Remove one of the two."),
        id=("Judul ini sudah dipakai kolom ke-{first}.", "Hapus salah satunya."),
    ),
    "layout.heading_missing": error(
        en=(
            "The sheet does not have the heading {heading}.",
            "Copy it from the sheet.[ The most similar one is {suggestion}.]",
        ),
        id=(
            "Lembar ini tidak memuat judul kolom {heading}.",
            "Salin dari lembarnya.[ Yang paling mirip: {suggestion}.]",
        ),
    ),
    "layout.key_missing": error(
        en=("The key {key} is missing.", "Add it."),
        id=("Kunci {key} belum ada.", "Tambahkan."),
    ),
    "layout.key_unknown": error(
        en=("There is a key that layouts do not have.", "Remove it.[ Do you mean {suggestion}?]"),
        id=(
            "Ada kunci yang tidak dikenal pada tata letak.",
            "Hapus kunci itu.[ Apakah maksudnya {suggestion}?]",
        ),
    ),
    "layout.length": error(
        en=("The list needs {minimum} to {maximum} items.", "Add or remove some."),
        id=("Daftar ini harus berisi {minimum} sampai {maximum} butir.", "Tambah atau kurangi."),
    ),
    "layout.syntax": error(
        en=(
            "The file is not valid TOML[ at line {line}, column {column}].",
            "Texts need quotation marks; save the file as UTF-8.",
        ),
        id=(
            "Berkas ini bukan TOML yang benar[ pada baris {line}, kolom {column}].",
            "Teks harus diapit tanda kutip; simpan berkas sebagai UTF-8.",
        ),
    ),
    "layout.too_large": error(
        en=("The file with the layout is larger than {maximum} kB.", "Check whether it is one."),
        id=(
            "Berkas tata letak ini lebih besar dari {maximum} kB.",
            "Periksa apakah berkasnya benar.",
        ),
    ),
    "layout.type": error(
        en=("The value has another type than {expected}.", "Write it as in the examples."),
        id=("Jenis isian ini bukan {expected}.", "Tulis seperti pada contoh."),
    ),
}
"""Issue code → message."""
