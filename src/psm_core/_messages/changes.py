"""Messages for patches of records."""

from typing import Final

from .message import error

CHANGES: Final = {
    "patch.operation": error(
        en=(
            "This is not an operation of a JSON Patch.",
            "Give op, path and what the operation needs, as in RFC 6902.",
        ),
        id=(
            "Ini bukan operasi JSON Patch.",
            "Isi op, path, dan yang diperlukan operasi itu, sesuai RFC 6902.",
        ),
    ),
    "patch.path_missing": error(
        en=(
            "The record has nothing at the path of this operation.",
            "Compare the patch with the current record.",
        ),
        id=(
            "Data tidak mempunyai isian pada path operasi ini.",
            "Cocokkan patch dengan data yang terbaru.",
        ),
    ),
    "patch.test_failed": error(
        en=(
            "The record has another value than this operation expects.",
            "Read the current record, and make the change again.",
        ),
        id=(
            "Isi data berbeda dari yang diharapkan operasi ini.",
            "Baca data yang terbaru, lalu ulangi perubahannya.",
        ),
    ),
    "patch.too_large": error(
        en=("The patch adds too many values, or nests them too deeply.", "Divide it into several."),
        id=("Patch menambah terlalu banyak isian, atau terlalu dalam.", "Bagi menjadi beberapa."),
    ),
}
