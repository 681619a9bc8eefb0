"""Messages for region codes and names."""

from typing import Final

from .message import error, warning

REGIONS: Final = {
    "region.ambiguous": error(
        en=(
            "Several regions have this name: {candidates}.",
            (
                "Write the code, or the regions around it[; for all rows, give the region around"
                " them with {option} (in Python within=)]."
            ),
        ),
        id=(
            "Beberapa wilayah bernama ini: {candidates}.",
            (
                "Tulis kodenya, atau wilayah di atasnya[; untuk semua baris, sebutkan wilayah di"
                " atasnya dengan {option} (dalam Python: within=)]."
            ),
        ),
    ),
    "region.level": error(
        en=(
            (
                "The level of this region does not match the column, for example a kecamatan in the"
                " column of villages."
            ),
            "Write the code of the right level.",
        ),
        id=(
            (
                "Tingkat wilayah ini tidak cocok dengan kolomnya, misalnya kode kecamatan di kolom"
                " desa."
            ),
            "Tulis kode pada tingkat yang benar.",
        ),
    ),
    "region.not_found": error(
        en=(
            "No region of this name was found here[ (did you mean {candidates}?)].",
            "Check the name, or write the code.",
        ),
        id=(
            "Wilayah dengan nama ini tidak ditemukan di sini[ (maksudnya {candidates}?)].",
            "Periksa namanya, atau tulis kodenya.",
        ),
    ),
    "region.fact_differs": warning(
        en=(
            "This region is outside the one that stands above the table; this cell was used.",
            "Correct one of the two.",
        ),
        id=(
            "Wilayah ini berada di luar wilayah di atas tabel; isi sel ini yang dipakai.",
            "Perbaiki yang keliru.",
        ),
    ),
    "region.outside": error(
        en=("This region is outside the region of the row or the file.", "Correct one of the two."),
        id=(
            "Wilayah ini berada di luar wilayah yang disebut baris atau berkas.",
            "Perbaiki salah satunya.",
        ),
    ),
    "region.renamed": warning(
        en=(
            "This code is in force; the region was called {former} before[ ({act})].",
            "Use the current name.",
        ),
        id=(
            "Kode ini berlaku; wilayah itu dahulu bernama {former}[ ({act})].",
            "Pakai nama yang sekarang.",
        ),
    ),
    "region.retired": warning(
        en=("This code has been replaced by {successor}[ {name}][ ({act})].", "Use the new code."),
        id=("Kode ini sudah diganti {successor}[ {name}][ ({act})].", "Pakai kode yang baru."),
        source="Kepmendagri 300.2.2-2138/2025, diubah dengan Kepmendagri 300.2.2-2430/2025",
    ),
    "region.unknown": warning(
        en=("No region has this code.", "Check the code."),
        id=("Tidak ada wilayah dengan kode ini.", "Periksa kodenya."),
        source="Kepmendagri 300.2.2-2138/2025, diubah dengan Kepmendagri 300.2.2-2430/2025",
    ),
    "region.unverified": warning(
        en=(
            "This code is not in force; it may be old or mistyped.",
            "Find the current code[ inside {within}].",
        ),
        id=(
            "Kode ini tidak berlaku; mungkin kode lama atau salah tulis.",
            "Cari kode yang berlaku[ di dalam {within}].",
        ),
        source="Kepmendagri 300.2.2-2138/2025, diubah dengan Kepmendagri 300.2.2-2430/2025",
    ),
}
"""Code → message."""
