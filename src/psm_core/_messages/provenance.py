"""Messages for the provenance of records."""

from typing import Final

from .message import error

PROVENANCE: Final = {
    "provenance.path_missing": error(
        en=(
            (
                "The record has no field at this path of its provenance[ (key number {number} of"
                " the object)]."
            ),
            "Correct the path, or remove its source.",
        ),
        id=(
            (
                "Data tidak mempunyai isian pada path keterangan sumber ini[ (kunci ke-{number}"
                " dalam objek)]."
            ),
            "Perbaiki path-nya, atau hapus keterangan sumbernya.",
        ),
    ),
    "provenance.source_missing": error(
        en=(
            "The source has neither an agent nor a document.",
            "State who gave the data, or the document that has it.",
        ),
        id=(
            "Pemberi data dan dokumen asalnya belum disebut.",
            "Isi pemberi datanya, atau dokumen asalnya.",
        ),
    ),
}
