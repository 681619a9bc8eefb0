"""Messages for records whose fields contradict each other or are incomplete."""

from typing import Final

from .message import error

RECORDS: Final = {
    "actor.key_has_name": error(
        en=(
            "This key contains a word of the person's name, but keys are public.",
            "Use the office or the role as key.",
        ),
        id=(
            "Kunci ini memuat bagian dari nama orangnya, padahal kunci terlihat oleh umum.",
            "Pakai jabatan atau perannya sebagai kunci.",
        ),
    ),
    "address.empty": error(
        en=("The address is empty.", "Fill it in, or remove it."),
        id=("Alamat belum diisi sama sekali.", "Isi alamatnya, atau hapus bagian ini."),
    ),
    "address.number": error(
        en=(
            "RT and RW are numbers of at most three digits.",
            "Write one number in each field, such as 003.",
        ),
        id=(
            "RT dan RW berupa angka, paling panjang tiga digit.",
            "Isi satu angka pada tiap isian, misalnya 003.",
        ),
    ),
    "assignment.duplicate": error(
        en=("This assignment is listed twice.", "Remove one of the two."),
        id=("Penugasan ini tercantum dua kali.", "Hapus salah satunya."),
    ),
    "assignment.undated": error(
        en=(
            "The assignment has no date.",
            (
                "Enter the date it was proposed, the date it started, or the date of the register"
                " that lists it."
            ),
        ),
        id=(
            "Penugasan ini belum bertanggal.",
            "Isi tanggal usulan, tanggal mulai, atau tanggal daftar yang memuat penugasan ini.",
        ),
    ),
    "beneficiary.subject": error(
        en=(
            "A beneficiary is one person, one family or one group.",
            "Fill in exactly one of the three.",
        ),
        id=(
            "Penerima manfaat adalah satu orang, satu keluarga, atau satu kelompok.",
            "Isi tepat satu di antaranya.",
        ),
    ),
    "board.holder_missing": error(
        en=("This position has no holder.", "Enter a name or a worker ID."),
        id=("Pemegang jabatan ini belum diisi.", "Isi nama atau ID pekerja."),
    ),
    "case.answer_before_referral": error(
        en=("The answer is dated before the referral that it answers.", "Check both dates."),
        id=("Tanggal jawaban lebih awal daripada tanggal rujukannya.", "Periksa kedua tanggal."),
    ),
    "case.consent_not_found": error(
        en=("This consent is not in the case.", "Add it to the consents, or correct its key."),
        id=(
            "Persetujuan ini tidak ada dalam kasus.",
            "Tambahkan ke daftar persetujuan, atau perbaiki kuncinya.",
        ),
    ),
    "case.referral_not_found": error(
        en=(
            "The referral being answered was not found or was cancelled.",
            "Enter its step number, counted from 1.",
        ),
        id=(
            "Rujukan yang dijawab tidak ditemukan atau sudah dibatalkan.",
            "Isi nomor langkah rujukannya, dihitung dari 1.",
        ),
    ),
    "case.resumes_itself": error(
        en=("This case is recorded as resuming itself.", "Enter the ID of the earlier case."),
        id=("Kasus ini tercatat melanjutkan dirinya sendiri.", "Isi ID kasus sebelumnya."),
    ),
    "case.step_not_found": error(
        en=(
            "The step to correct is not in this case or is no longer in force.",
            "Enter the number of an earlier step, counted from 1.",
        ),
        id=(
            "Langkah yang diperbaiki tidak ada dalam kasus ini atau sudah tidak berlaku.",
            "Isi nomor langkah sebelumnya, dihitung dari 1.",
        ),
    ),
    "case_file.beneficiary_differs": error(
        en=("The case is about another beneficiary.", "Check the beneficiary ID of the case."),
        id=(
            "Kasus ini tentang penerima manfaat lain.",
            "Periksa ID penerima manfaat pada kasusnya.",
        ),
    ),
    "case_file.family_differs": error(
        en=(
            "The family of the case file is another one than the family of the beneficiary.",
            "Check the IDs of both families.",
        ),
        id=(
            "Keluarga pada berkas kasus berbeda dengan keluarga penerima manfaat.",
            "Periksa ID kedua keluarga itu.",
        ),
    ),
    "claim.empty": error(
        en=("This claim gives no value.", "Enter what the source says, or remove the claim."),
        id=(
            "Keterangan sumber ini belum berisi apa pun.",
            "Isi menurut sumbernya, atau hapus keterangan ini.",
        ),
    ),
    "consent.duplicate": error(
        en=("Another consent already has this key.", "Choose another key."),
        id=("Kode persetujuan ini sudah dipakai.", "Pakai kode lain."),
    ),
    "delegation.duplicate": error(
        en=("This region or organisation already has a delegation.", "Remove one of the two."),
        id=("Wilayah atau lembaga ini sudah mempunyai kontingen.", "Hapus salah satunya."),
    ),
    "delegation.origin": error(
        en=(
            "A delegation comes from one region or one organisation.",
            "Fill in exactly one of the two.",
        ),
        id=(
            "Kontingen berasal dari satu wilayah atau satu lembaga.",
            "Isi tepat satu di antaranya.",
        ),
    ),
    "event.actor_duplicate": error(
        en=("Another person or body of this event already has this key.", "Use each key once."),
        id=(
            "Kunci ini sudah dipakai pihak lain dalam kegiatan ini.",
            "Pakai setiap kunci satu kali saja.",
        ),
    ),
    "event.actor_unknown": error(
        en=(
            "No person or body of this event has this key.",
            "Add it to the actors of the event, or correct the key.",
        ),
        id=(
            "Tidak ada pihak dengan kunci ini dalam kegiatan ini.",
            "Tambahkan pihaknya, atau perbaiki kuncinya.",
        ),
    ),
    "event.source_duplicate": error(
        en=("Another source already has this key.", "Choose another key."),
        id=("Kunci sumber ini sudah dipakai.", "Pakai kunci lain."),
    ),
    "event.source_unknown": error(
        en=(
            "No source of this event has this key.",
            "Add the source to the event, or correct the key.",
        ),
        id=(
            "Tidak ada sumber kegiatan dengan kunci ini.",
            "Tambahkan sumbernya pada kegiatan, atau perbaiki kuncinya.",
        ),
    ),
    "event.theme_missing": error(
        en=(
            "The kind of theme is stated, but not the theme.",
            "Enter the theme, or remove its kind.",
        ),
        id=(
            "Jenis tema sudah diisi, tetapi temanya belum.",
            "Isi temanya, atau kosongkan jenisnya.",
        ),
    ),
    "family.member_duplicate": error(
        en=(
            "This person is already a member in that period[ (row {first})].",
            "End the earlier membership, or remove one of the two.",
        ),
        id=(
            "Orang ini sudah menjadi anggota pada masa itu[ (baris {first})].",
            "Akhiri keanggotaan sebelumnya, atau hapus salah satunya.",
        ),
    ),
    "organiser.duplicate": error(
        en=("This organisation is listed twice in the same role.", "Remove one of the two."),
        id=("Lembaga ini tercantum dua kali dengan peran yang sama.", "Hapus salah satunya."),
    ),
    "organiser.unidentified": error(
        en=("The organisation is not identified.", "Enter a name or an organisation ID."),
        id=("Lembaga penyelenggara belum disebutkan.", "Isi nama atau ID lembaganya."),
    ),
    "participant.duplicate": error(
        en=("This participant is listed twice.", "Remove one of the two."),
        id=("Peserta ini tercantum dua kali.", "Hapus salah satunya."),
    ),
    "participant.unidentified": error(
        en=("The participant is not identified.", "Enter a name or a worker ID."),
        id=("Peserta belum disebut.", "Isi nama peserta atau ID pekerja."),
    ),
    "period.ends_before_start": error(
        en=("The period ends before it starts.", "Check both dates."),
        id=("Tanggal berakhir lebih awal daripada tanggal mulai.", "Periksa kedua tanggal."),
    ),
    "person.disability_other": error(
        en=(
            "Other disabilities name none of the four types in UU 8/2016.",
            "Write the type, such as Disabilitas fisik.",
        ),
        id=(
            "Disabilitas lainnya tidak menyebut satu pun dari empat ragam dalam UU 8/2016.",
            "Tulis ragamnya, misalnya Disabilitas fisik.",
        ),
    ),
    "person.nik_absence_missing": error(
        en=("No NIK given.", "Enter the NIK, or state why there is none."),
        id=("NIK belum diisi.", "Isi NIK, atau pilih alasan mengapa NIK tidak ada."),
    ),
    "person.nik_absence_unneeded": error(
        en=("There is a NIK and also a reason for its absence.", "Remove the reason."),
        id=("NIK sudah diisi, tetapi alasan tidak ada NIK juga terisi.", "Kosongkan alasannya."),
    ),
    "rank.duplicate": error(
        en=("The family already has a rank for this period.", "Remove one of the two."),
        id=("Keluarga ini sudah mempunyai peringkat untuk masa itu.", "Hapus salah satunya."),
    ),
    "ranking.unidentified": error(
        en=("It is not stated who reached this place.", "Enter a region or a name."),
        id=("Peraih peringkat belum diisi.", "Isi wilayah atau nama peraihnya."),
    ),
    "speaker.unidentified": error(
        en=("The speaker is not identified.", "Enter a name, an office or an organisation."),
        id=("Pembicara belum disebut.", "Isi nama, jabatan, atau lembaganya."),
    ),
    "step.cancelled_step_missing": error(
        en=("It is not stated which step is being cancelled.", "Enter its number, counted from 1."),
        id=("Langkah yang dibatalkan belum disebut.", "Isi nomor langkahnya, dihitung dari 1."),
    ),
    "step.detail_mismatch": error(
        en=(
            "This detail is required for one kind of step and not allowed for any other.",
            "Correct the detail or the kind of step.",
        ),
        id=(
            "Rincian ini wajib untuk satu jenis langkah dan tidak boleh ada pada jenis lain.",
            "Perbaiki rinciannya atau jenis langkahnya.",
        ),
    ),
    "turnout.more_than_expected": error(
        en=("More regions took part than there are.", "Check both numbers."),
        id=(
            "Jumlah wilayah yang hadir melebihi jumlah seluruh wilayah.",
            "Periksa kedua angkanya.",
        ),
    ),
}
"""Code → message. They are about several fields of a record, or records within a record."""
