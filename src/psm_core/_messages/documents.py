"""Messages for JSON documents and their fields."""

from typing import Final

from .message import error

DOCUMENTS: Final = {
    "document.missing_part": error(
        en=('A document must contain both "schema" and "data".', "Add the missing part."),
        id=('Dokumen harus memuat "schema" dan "data".', "Tambahkan bagian yang belum ada."),
    ),
    "document.other_schema": error(
        en=(
            "This is not a {expected} document.",
            'Read it as the record class that its "schema" names.',
        ),
        id=(
            "Ini bukan dokumen {expected}.",
            'Baca dengan kelas rekaman yang sesuai dengan "schema"-nya.',
        ),
    ),
    "document.too_many_issues": error(
        en=(
            "There are more than {maximum} issues; only the first {maximum} are listed.",
            "Correct these, then read the document again.",
        ),
        id=(
            "Ada lebih dari {maximum} temuan; hanya {maximum} yang pertama dicantumkan.",
            "Perbaiki yang tercantum, lalu baca ulang dokumennya.",
        ),
    ),
    "document.unexpected": error(
        en=(
            "This is a whole document, not only its data.",
            'Read it with from_json, or pass only its "data".',
        ),
        id=(
            "Ini dokumen utuh, bukan hanya datanya.",
            'Baca dengan from_json, atau berikan bagian "data" saja.',
        ),
    ),
    "document.unknown_version": error(
        en=(
            "This release does not know {schema}; the newest version it knows is {newest}.",
            "Update psm-core.",
        ),
        id=(
            "Rilis ini tidak mengenal {schema}; versi terbaru yang dikenal adalah {newest}.",
            "Perbarui psm-core.",
        ),
    ),
    "document.version_mismatch": error(
        en=(
            "The data does not have the structure of a {schema} document.",
            'Correct the version in "schema".',
        ),
        id=(
            "Susunan datanya tidak sesuai dengan dokumen {schema}.",
            'Perbaiki versi pada "schema".',
        ),
    ),
    "field.missing": error(
        en=(
            "This field is required[: {what}].",
            (
                "Fill it in[, in a column {heading} or for all rows with --value {path}=... (in"
                " Python values=)]."
            ),
        ),
        id=(
            "Isian ini wajib diisi[: {what}].",
            (
                "Lengkapi isiannya[, dengan kolom {heading} atau untuk semua baris dengan --value"
                " {path}=... (dalam Python: values=)]."
            ),
        ),
    ),
    "field.orphaned": error(
        en=(
            (
                "This unknown field cannot be written back, because the record that contained it"
                " was changed or removed."
            ),
            "Remove it from the unknown fields.",
        ),
        id=(
            (
                "Isian ini tidak dapat ditulis kembali karena data tempatnya berada sudah diubah"
                " atau dihapus."
            ),
            "Hapus dari daftar isian yang tidak dikenal.",
        ),
    ),
    "field.unknown": error(
        en=(
            (
                "There is no field of this name[ (did you mean {suggestion}?)][ (key number"
                " {number} of the object)]."
            ),
            "Correct the name, or remove the field.",
        ),
        id=(
            (
                "Tidak ada isian dengan nama ini[ (maksudnya {suggestion}?)][ (kunci ke-{number}"
                " dalam objek)]."
            ),
            "Perbaiki namanya, atau hapus isiannya.",
        ),
    ),
    "item.duplicate": error(
        en=("This item is listed twice.", "Remove one of the two."),
        id=("Butir ini tercantum dua kali.", "Hapus salah satunya."),
    ),
    "json.duplicate_key": error(
        en=("This key occurs twice in one object.", "Remove one of the two."),
        id=("Kunci ini tertulis dua kali dalam satu objek.", "Hapus salah satunya."),
    ),
    "json.encoding": error(
        en=("The document is not UTF-8 text.", "Save it as UTF-8."),
        id=("Dokumen bukan teks UTF-8.", "Simpan sebagai UTF-8."),
    ),
    "json.number": error(
        en=("A number in the document has too many digits.", "Shorten it, or write it as text."),
        id=(
            "Sebuah bilangan dalam dokumen terlalu panjang.",
            "Persingkat, atau tulis sebagai teks.",
        ),
    ),
    "json.syntax": error(
        en=("The document is not JSON[: line {line}, column {column}].", "Correct the syntax."),
        id=("Dokumen bukan JSON[: baris {line}, kolom {column}].", "Perbaiki penulisannya."),
    ),
    "json.too_deep": error(
        en=("The document is nested too deeply.", "Use fewer levels of lists and objects."),
        id=("Susunan dokumen terlalu dalam.", "Kurangi tingkat daftar dan objeknya."),
    ),
    "json.too_large": error(
        en=(
            "The document is longer than {max_length} characters.",
            "Split it into several documents.",
        ),
        id=("Dokumen lebih panjang dari {max_length} karakter.", "Bagi menjadi beberapa dokumen."),
    ),
}
"""Code → message. They are about JSON documents and the fields of records."""
