"""Messages for ground checks and welfare resources."""

from typing import Final

from .message import error, warning

DAILY_WORK: Final = {
    "ground_check.row_duplicate": error(
        en=("Another row of the list has this identifier.", "Remove one of the two rows."),
        id=("ID ini sudah dipakai baris lain dalam daftar.", "Hapus salah satu barisnya."),
    ),
    "ground_check.unidentified": error(
        en=("The row has no person and no identifier.", "Enter the person, or the ID of the row."),
        id=("Baris ini belum menyebut siapa yang diperiksa.", "Isi nama atau ID barisnya."),
    ),
    "resource.named_count": error(
        en=(
            "A record with a name counts as one.",
            "Leave out the count, or leave out the name and the references.",
        ),
        id=(
            "Data yang bernama dihitung satu.",
            "Kosongkan jumlahnya, atau kosongkan nama dan rujukannya.",
        ),
    ),
    "resource.two_references": error(
        en=(
            "The record refers to more than one of worker, organisation and family.",
            "Keep the one that it is about.",
        ),
        id=(
            "Data ini merujuk lebih dari satu pekerja, lembaga, atau keluarga.",
            "Sisakan satu yang dimaksud.",
        ),
    ),
}
"""Code → message, for errors."""

DAILY_WORK_CHECKS: Final = {
    "ground_check.outside": warning(
        en=("The person's address is outside the region of the list.", "Check both regions."),
        id=("Alamat orang ini di luar wilayah daftar.", "Periksa kedua wilayahnya."),
    ),
    "ground_check.rows_missing": warning(
        en=(
            "The record has {count} rows, but the list has {size}.",
            "Add the missing rows, or correct the size.",
        ),
        id=(
            "Data ini memuat {count} baris, sedangkan daftarnya {size} baris.",
            "Tambahkan baris yang kurang, atau perbaiki jumlahnya.",
        ),
    ),
    "ground_check.undated": warning(
        en=("The row has a result, but no date.", "Enter the day of the check."),
        id=("Hasil pemeriksaan sudah diisi, tetapi tanggalnya belum.", "Isi tanggal pemeriksaan."),
    ),
}
"""Code → message, for warnings of checks."""
