"""What is said of a document and its fields."""

from typing import Final

from .message import Message

DOCUMENTS: Final = {
    "document.missing_part": Message(
        'A document has "schema" and "data".',
        'Dokumen berisi "schema" dan "data".',
    ),
    "document.other_schema": Message(
        "This is not a {expected} document.",
        "Ini bukan dokumen {expected}.",
    ),
    "document.unexpected": Message(
        "This is a whole document: read it with from_json, or give its data.",
        "Ini dokumen utuh: bacalah dengan from_json, atau berikan bagian data-nya.",
    ),
    "document.too_many_issues": Message(
        "More than {most} faults; the first ones are told.",
        "Lebih dari {most} kesalahan; yang ditampilkan hanya yang pertama.",
    ),
    "document.unknown_version": Message(
        "This release does not know {schema}; the newest it knows is {newest}.",
        "Rilis ini tidak mengenal {schema}; yang terbaru dikenal adalah {newest}.",
    ),
    "document.version_mismatch": Message(
        "The data is not what a {schema} document holds.",
        "Isinya tidak sesuai dengan dokumen {schema}.",
    ),
    "field.orphaned": Message(
        "What was kept here has lost its place: the record around it was changed or removed.",
        "Isian yang disimpan di sini kehilangan tempat: rekaman di sekitarnya diubah atau dihapus.",
    ),
    "field.missing": Message(
        "This field is required[: {what}].[ Add the column {heading}, or give the value for all"
        " rows with --value {path}=... (in Python values=).]",
        "Isian ini wajib[: {what}].[ Tambahkan kolom {heading}, atau sebutkan isinya untuk semua"
        " baris dengan --value {path}=... (dalam Python: values=).]",
    ),
    "field.unknown": Message(
        "No field of this name is known here[ (is {suggestion} meant?)][: it is key"
        " number {number} of the object].",
        "Isian dengan nama ini tidak dikenal[ (maksudnya {suggestion}?)][: kunci"
        " ke-{number} dalam objek].",
    ),
    "item.duplicate": Message(
        "This item is listed twice.",
        "Butir ini tercantum dua kali.",
    ),
    "json.duplicate_key": Message(
        "This key stands twice in one object.",
        "Kunci ini tertulis dua kali dalam satu objek.",
    ),
    "json.encoding": Message(
        "The document is not UTF-8 text.",
        "Dokumen bukan teks UTF-8.",
    ),
    "json.number": Message(
        "A number in the document has too many digits.",
        "Sebuah bilangan dalam dokumen terlalu panjang.",
    ),
    "json.syntax": Message(
        "The document is not JSON[: line {line}, column {column}].",
        "Dokumen bukan JSON[: baris {line}, kolom {column}].",
    ),
    "json.too_deep": Message(
        "The document is nested too deeply.",
        "Susunan dokumen terlalu dalam.",
    ),
    "json.too_large": Message(
        "A document may have {longest} characters.",
        "Panjang dokumen paling banyak {longest} karakter.",
    ),
}
