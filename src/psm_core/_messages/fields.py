"""Messages of any field: wrong type, text, number, term, identifier and extensions."""

from typing import Final

from .message import error

FIELDS: Final = {
    "extension.namespace": error(
        en=(
            (
                "The namespace of an extension must be a reversed domain name in lower case["
                " (extension number {number})]."
            ),
            "Write it like id.go.contoh.register.",
        ),
        id=(
            (
                "Nama data tambahan harus berupa domain yang dibalik dalam huruf kecil[ (data"
                " tambahan ke-{number})]."
            ),
            "Tulis, misalnya, id.go.contoh.register.",
        ),
    ),
    "extension.too_large": error(
        en=(
            "The extensions of this record have more than {max_length} characters.",
            "Shorten them.",
        ),
        id=(
            "Data tambahan pada data ini lebih panjang dari {max_length} karakter.",
            "Persingkat isinya.",
        ),
    ),
    "extension.value": error(
        en=(
            (
                "This extension is not plain JSON, or it has more than {deepest} levels[ (extension"
                " number {number})]."
            ),
            "Use texts, numbers of at most 16 digits, lists and objects.",
        ),
        id=(
            (
                "Data tambahan ini bukan JSON biasa, atau lebih dari {deepest} tingkat[ (data"
                " tambahan ke-{number})]."
            ),
            "Gunakan teks, bilangan paling panjang 16 angka, daftar, dan objek.",
        ),
    ),
    "id.format": error(
        en=(
            "This is not a valid ID.",
            "Use 1 to 64 letters, digits and . _ : - and begin with a letter or digit.",
        ),
        id=(
            "ID ini tidak valid.",
            "Gunakan 1 sampai 64 huruf, angka, dan . _ : - serta awali dengan huruf atau angka.",
        ),
    ),
    "id.personal_number": error(
        en=(
            (
                "An ID is shown to others, so it must not contain a NIK, a KK number or a telephone"
                " number."
            ),
            "Choose another ID.",
        ),
        id=(
            (
                "ID dapat dilihat orang lain, jadi tidak boleh memuat NIK, nomor KK, atau nomor"
                " telepon."
            ),
            "Gunakan ID lain.",
        ),
    ),
    "number.bounds": error(
        en=("The number must be from {minimum} to {maximum}.", "Correct the number."),
        id=("Bilangan harus dari {minimum} sampai {maximum}.", "Perbaiki bilangannya."),
    ),
    "term.ambiguous_code": error(
        en=(
            "The code does not mean the same in the lists {lists}.",
            "Write the word, or name the list that the file uses (code_lists).",
        ),
        id=(
            "Arti kode ini tidak sama dalam daftar {lists}.",
            "Tulis katanya, atau sebutkan daftar kode yang dipakai berkas (code_lists).",
        ),
    ),
    "term.unknown": error(
        en=(
            "This is not one of the allowed values[ (did you mean {suggestion}?)].",
            "Choose one of them[: {known}][; to see them: psm-core explain {list}].",
        ),
        id=(
            "Isian ini tidak ada dalam pilihan[ (maksudnya {suggestion}?)].",
            "Pilih salah satu[: {known}][; daftarnya: psm-core explain {list}].",
        ),
    ),
    "text.blank": error(
        en=("This field is blank.", "Fill it in, or remove it if it is optional."),
        id=("Isian ini kosong.", "Isi, atau hapus bila tidak wajib."),
    ),
    "text.control": error(
        en=(
            "The text contains invisible control characters.",
            "Delete the text and type it again.",
        ),
        id=("Teks memuat karakter kendali yang tidak tampak.", "Hapus teksnya, lalu ketik ulang."),
    ),
    "text.too_long": error(
        en=("The text as written is longer than {max_length} characters.", "Shorten it."),
        id=("Teks yang tertulis lebih panjang dari {max_length} karakter.", "Persingkat teksnya."),
    ),
    "time.invalid": error(
        en=("This is not a time of day.", "Write hours and minutes, such as 08:30."),
        id=("Ini bukan waktu.", "Tulis jam dan menit, misalnya 08:30."),
    ),
    "type.list": error(
        en=("A list is required here.", "Write the values as a list."),
        id=("Isian ini harus berupa daftar.", "Tulis nilainya sebagai daftar."),
    ),
    "type.number": error(
        en=("A whole number is required here.", "Write it with digits only."),
        id=("Isian ini harus berupa bilangan bulat.", "Tulis dengan angka saja."),
    ),
    "type.object": error(
        en=(
            "An object with named fields is required here.",
            "Write the fields as an object, each under its name.",
        ),
        id=(
            "Isian ini harus berupa objek dengan isian bernama.",
            "Tulis isinya sebagai objek, masing-masing dengan namanya.",
        ),
    ),
    "type.text": error(
        en=("Text is required here.", "In a document, write it in quotation marks."),
        id=("Isian ini harus berupa teks.", "Dalam dokumen, tulis di antara tanda kutip."),
    ),
    "type.value": error(
        en=(
            "A value of another type is required here[: {expected}].",
            "Pass a value of that type.",
        ),
        id=(
            "Isian ini harus berupa nilai berjenis lain[: {expected}].",
            "Berikan nilai berjenis itu.",
        ),
    ),
}
"""Code → message. None of these values becomes part of a record."""
