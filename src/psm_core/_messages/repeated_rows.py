"""Messages for rows of a table that repeat another row."""

from typing import Final

from .message import warning

REPEATED_ROWS: Final = {
    "table.assignment_elsewhere": warning(
        en=(
            (
                "This person also serves another village at the same time,"
                " in row {other}[ of the sheet {sheet}][ of the file {file}]."
            ),
            "Keep the assignment that holds, or enter the end of the other.",
        ),
        id=(
            (
                "Orang ini masih bertugas di desa lain"
                " menurut baris {other}[ lembar {sheet}][ berkas {file}]."
            ),
            "Sisakan tugas yang benar, atau isi tanggal akhir tugas yang lain.",
        ),
    ),
    "table.case_duplicate": warning(
        en=(
            (
                "A case of the same beneficiary with the same first step is also"
                " in row {other}[ of the sheet {sheet}][ of the file {file}]."
            ),
            "Keep one of the two.",
        ),
        id=(
            (
                "Kasus penerima yang sama dengan langkah pertama yang sama juga ada"
                " di baris {other}[ lembar {sheet}][ berkas {file}]."
            ),
            "Sisakan salah satunya.",
        ),
    ),
    "table.event_duplicate": warning(
        en=(
            (
                "An event with the same name, date and place is also"
                " in row {other}[ of the sheet {sheet}][ of the file {file}]."
            ),
            "Keep one of the two.",
        ),
        id=(
            (
                "Kegiatan dengan nama, tanggal, dan tempat yang sama juga ada"
                " di baris {other}[ lembar {sheet}][ berkas {file}]."
            ),
            "Sisakan salah satunya.",
        ),
    ),
    "table.family_duplicate": warning(
        en=(
            (
                "The KK number of this family is also"
                " in row {other}[ of the sheet {sheet}][ of the file {file}]."
            ),
            "Keep one of the two, or correct the number.",
        ),
        id=(
            "Nomor KK keluarga ini juga ada di baris {other}[ lembar {sheet}][ berkas {file}].",
            "Sisakan salah satunya, atau perbaiki nomornya.",
        ),
    ),
    "table.key_duplicate": warning(
        en=(
            (
                "The ID of this row is also"
                " in row {other}[ of the sheet {sheet}][ of the file {file}]"
                " (upper and lower case count as the same)."
            ),
            "Give each record a different ID.",
        ),
        id=(
            (
                "ID pada baris ini juga ada di baris {other}[ lembar {sheet}][ berkas {file}]"
                " (huruf besar dan kecil dianggap sama)."
            ),
            "Beri setiap data ID yang berbeda.",
        ),
    ),
    "table.membership_duplicate": warning(
        en=(
            (
                "The membership number of this row is also"
                " in row {other}[ of the sheet {sheet}][ of the file {file}]."
            ),
            "Keep one of the two, or correct the number.",
        ),
        id=(
            (
                "Nomor anggota pada baris ini juga ada"
                " di baris {other}[ lembar {sheet}][ berkas {file}]."
            ),
            "Sisakan salah satunya, atau perbaiki nomornya.",
        ),
    ),
    "table.organisation_duplicate": warning(
        en=(
            (
                "An organisation of this kind, name and village is also"
                " in row {other}[ of the sheet {sheet}][ of the file {file}]."
            ),
            "Keep one of the two.",
        ),
        id=(
            (
                "Lembaga dengan jenis, nama, dan desa yang sama juga ada"
                " di baris {other}[ lembar {sheet}][ berkas {file}]."
            ),
            "Sisakan salah satunya.",
        ),
    ),
    "table.participant_duplicate": warning(
        en=(
            "This participant is also in row {other}[ of the sheet {sheet}][ of the file {file}].",
            "Keep one of the two.",
        ),
        id=(
            "Peserta ini juga ada di baris {other}[ lembar {sheet}][ berkas {file}].",
            "Sisakan salah satunya.",
        ),
    ),
    "table.participation_duplicate": warning(
        en=(
            (
                "The same recipient, programme and period are also"
                " in row {other}[ of the sheet {sheet}][ of the file {file}]."
            ),
            "Keep one of the two, or correct the period.",
        ),
        id=(
            (
                "Penerima, program, dan masa yang sama juga ada"
                " di baris {other}[ lembar {sheet}][ berkas {file}]."
            ),
            "Sisakan salah satunya, atau perbaiki tanggalnya.",
        ),
    ),
    "table.person_duplicate": warning(
        en=(
            (
                "The NIK of this row is also"
                " in row {other}[ of the sheet {sheet}][ of the file {file}]."
            ),
            "Keep one of the two, or correct the NIK.",
        ),
        id=(
            "NIK pada baris ini juga ada di baris {other}[ lembar {sheet}][ berkas {file}].",
            "Sisakan salah satunya, atau perbaiki NIK-nya.",
        ),
    ),
    "table.person_similar": warning(
        en=(
            (
                "A person of the same name, with the same birth date or KK number, is also"
                " in row {other}[ of the sheet {sheet}][ of the file {file}]."
            ),
            "Keep one of the two if both are the same person; correct or complete the NIK.",
        ),
        id=(
            (
                "Orang dengan nama serta tanggal lahir atau nomor KK yang sama juga ada"
                " di baris {other}[ lembar {sheet}][ berkas {file}]."
            ),
            "Sisakan salah satunya bila orangnya sama; perbaiki atau lengkapi NIK-nya.",
        ),
    ),
    "table.proposal_duplicate": warning(
        en=(
            (
                "The same person, programme and day are also"
                " in row {other}[ of the sheet {sheet}][ of the file {file}]."
            ),
            "Keep one of the two.",
        ),
        id=(
            (
                "Calon penerima, program, dan tanggal yang sama juga ada"
                " di baris {other}[ lembar {sheet}][ berkas {file}]."
            ),
            "Sisakan salah satunya.",
        ),
    ),
    "table.resource_duplicate": warning(
        en=(
            (
                "The same kind of PSKS, name and village are also"
                " in row {other}[ of the sheet {sheet}][ of the file {file}]."
            ),
            "Keep one of the two.",
        ),
        id=(
            (
                "Jenis PSKS, nama, dan desa yang sama juga ada"
                " di baris {other}[ lembar {sheet}][ berkas {file}]."
            ),
            "Sisakan salah satunya.",
        ),
    ),
    "table.row_duplicate": warning(
        en=(
            (
                "This row has the same values"
                " as row {other}[ of the sheet {sheet}][ of the file {file}]."
            ),
            "Delete one of the two if both are about the same.",
        ),
        id=(
            "Isi baris ini sama dengan baris {other}[ lembar {sheet}][ berkas {file}].",
            "Hapus salah satunya bila datanya memang sama.",
        ),
    ),
}
