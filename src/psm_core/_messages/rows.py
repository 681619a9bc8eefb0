"""Messages for rows of a table, and the records that they make."""

from typing import Final

from .message import error, warning

ROWS: Final = {
    "row.example_changed": warning(
        en=(
            "The example row of the template has other values, and was not read.",
            "Replace this cell if the row is a record; else delete the row.",
        ),
        id=(
            "Baris contoh dari templat sudah diisi lain, dan tidak dibaca.",
            "Ganti tulisan di sel ini bila baris ini data; bila bukan, hapus barisnya.",
        ),
    ),
    "row.head_name_differs": warning(
        en=(
            "The name of the head of the family is not that of the head[ in row {first}].",
            "Correct one of the two names, or the family of this row.",
        ),
        id=(
            "Nama kepala keluarga di sini berbeda dengan nama kepala keluarga[ di baris {first}].",
            "Betulkan salah satunya, atau nomor KK baris ini.",
        ),
    ),
    "row.kk_missing": warning(
        en=(
            (
                "The head of this family has no number of the family card, so the members below"
                " have none either."
            ),
            "Write the number in this row if the family has a card.",
        ),
        id=(
            (
                "Nomor KK kepala keluarga ini kosong, sehingga anggota di bawahnya juga dibaca"
                " tanpa nomor KK."
            ),
            "Isi nomor KK di baris ini bila keluarganya mempunyai KK.",
        ),
    ),
    "row.kk_unclear": warning(
        en=(
            (
                "The number of the family card is blank, and it is not certain that this row"
                " belongs to the family[ of row {first}] above."
            ),
            "Write the number in this row.",
        ),
        id=(
            (
                "Nomor KK kosong, dan belum pasti baris ini sekeluarga dengan baris[ {first}] di"
                " atasnya."
            ),
            "Isi nomor KK di baris ini.",
        ),
    ),
    "row.kk_unread": warning(
        en=(
            (
                "The number of the family card is blank, and that of the family[, in row {first},]"
                " cannot be read."
            ),
            "Correct the number of the family.",
        ),
        id=(
            "Nomor KK kosong, sedangkan nomor KK keluarganya[ di baris {first}] tidak terbaca.",
            "Perbaiki nomor KK keluarganya.",
        ),
    ),
    "row.participant_repeated": warning(
        en=(
            "Row {first} has the same participant, who is once in the event.",
            "If they are two people, write the whole name or where each comes from.",
        ),
        id=(
            "Peserta yang sama sudah ada di baris {first}; dalam kegiatan ia dicatat satu kali.",
            "Bila keduanya orang yang berbeda, tulis nama lengkap atau asalnya.",
        ),
    ),
    "row.rank_differs": warning(
        en=(
            "Row {first} of the same family has another decile, so the family was read without it.",
            "Correct one of the two.",
        ),
        id=(
            "Desil berbeda dengan baris {first} yang sekeluarga, sehingga tidak dibaca.",
            "Betulkan salah satunya.",
        ),
    ),
    "row.record_differs": error(
        en=(
            "Row {first} belongs to the same record and has another value in this column.",
            "Give both rows the same value.",
        ),
        id=(
            "Baris {first} termasuk data yang sama, tetapi isi kolom ini berbeda.",
            "Samakan isi kedua baris.",
        ),
    ),
    "row.record_incomplete": warning(
        en=(
            "Rows {rows} are not in the data, because row {wrong} of the same record has an error.",
            "Correct that error.",
        ),
        id=(
            (
                "Baris {rows} tidak masuk data, karena ada kesalahan di baris {wrong} dari rekaman"
                " yang sama."
            ),
            "Perbaiki kesalahan itu.",
        ),
    ),
    "row.shared_differs": warning(
        en=(
            "Row {first} belongs to the same record and has another value in this column.",
            "Correct one of the two, unless they really differ.",
        ),
        id=(
            "Baris {first} termasuk data yang sama, tetapi isi kolom ini berbeda.",
            "Betulkan salah satunya, kecuali memang berbeda.",
        ),
    ),
    "row.single_cell": warning(
        en=("Only one cell of this row is filled.", "Check whether the row is part of the table."),
        id=("Hanya satu sel pada baris ini terisi.", "Periksa apakah baris ini bagian dari tabel."),
    ),
    "table.family_without_head": warning(
        en=(
            "None of the rows of this family is its head.",
            "Check the relations, and whether a row is missing.",
        ),
        id=(
            "Tidak ada kepala keluarga di antara baris keluarga ini.",
            "Periksa hubungan keluarganya, dan apakah ada baris yang hilang.",
        ),
    ),
    "table.rows_unread": warning(
        en=(
            "Rows {rows} do not look like rows of the table and were not read.",
            "If one of them is a record, give it a running number or fill in more of its cells.",
        ),
        id=(
            "Baris {rows} tidak tampak sebagai baris tabel dan tidak dibaca.",
            "Bila salah satunya berisi data, beri nomor urut atau lengkapi isiannya.",
        ),
    ),
}
