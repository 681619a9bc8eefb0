"""Messages for attendance lists, ground checks, proposals and welfare resources."""

from typing import Final

from .message import error, warning

DAILY_WORK: Final = {
    "attendance.attendee_duplicate": error(
        en=("This worker is already on the list.", "Remove one of the two."),
        id=("Pekerja ini sudah tercantum dalam daftar hadir.", "Hapus salah satunya."),
    ),
    "attendance.session_duplicate": error(
        en=("Another session already has this key.", "Choose another key."),
        id=("Kode sesi ini sudah dipakai.", "Pakai kode lain."),
    ),
    "attendance.session_unknown": error(
        en=("No session of the list has this key.", "Add the session, or correct the key."),
        id=(
            "Tidak ada sesi dengan kode ini dalam daftar hadir.",
            "Tambahkan sesinya, atau perbaiki kodenya.",
        ),
    ),
    "attendee.session_duplicate": error(
        en=("The person already has a mark for this session.", "Remove one of the two."),
        id=("Kehadiran orang ini pada sesi tersebut sudah diisi.", "Hapus salah satunya."),
    ),
    "attendee.unidentified": error(
        en=("The attendee is not identified.", "Enter a name or a worker ID."),
        id=("Orang yang hadir belum disebut.", "Isi nama atau ID pekerja."),
    ),
    "ground_check.row_duplicate": error(
        en=("Another row of the list has this identifier.", "Remove one of the two rows."),
        id=("ID ini sudah dipakai baris lain dalam daftar.", "Hapus salah satu barisnya."),
    ),
    "ground_check.unidentified": error(
        en=("The row has no person and no identifier.", "Enter the person, or the ID of the row."),
        id=("Baris ini belum menyebut siapa yang diperiksa.", "Isi nama atau ID barisnya."),
    ),
    "proposal.no_target": error(
        en=(
            "The proposal names neither a programme nor a database.",
            "Enter what the beneficiary is proposed for.",
        ),
        id=("Program atau basis data yang diusulkan belum diisi.", "Isi salah satunya."),
    ),
    "proposal.step_empty": error(
        en=(
            "The step has no status and corrects no other step.",
            "Enter the status, or the number of the step that it cancels.",
        ),
        id=(
            "Langkah ini belum berstatus dan tidak membatalkan langkah lain.",
            "Isi statusnya, atau nomor langkah yang dibatalkan.",
        ),
    ),
    "proposal.step_not_found": error(
        en=(
            "The step to correct is not in this proposal or is no longer in force.",
            "Enter the number of an earlier step, counted from 1.",
        ),
        id=(
            "Langkah yang diperbaiki tidak ada dalam usulan ini atau sudah tidak berlaku.",
            "Isi nomor langkah sebelumnya, dihitung dari 1.",
        ),
    ),
    "proposal.unidentified": error(
        en=("The proposal names nobody.", "Enter the person, or the ID of the beneficiary."),
        id=("Siapa yang diusulkan belum diisi.", "Isi nama orangnya, atau ID penerima manfaat."),
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
    "attendance.certificate_absent": warning(
        en=(
            "The person has a certificate, but attended no session according to the list.",
            "Check the presences.",
        ),
        id=(
            "Orang ini bersertifikat, padahal menurut daftar tidak hadir pada sesi mana pun.",
            "Periksa kehadirannya.",
        ),
    ),
    "attendance.certificate_early": warning(
        en=("The certificate is dated before the last session.", "Check both dates."),
        id=("Tanggal sertifikat lebih awal daripada sesi terakhir.", "Periksa kedua tanggal."),
    ),
    "attendance.certificate_hours": warning(
        en=(
            "The certificate states {stated} lesson hours, but the sessions have {hours}.",
            "Check both.",
        ),
        id=(
            "Sertifikat menyebut {stated} JP, sedangkan seluruh sesi {hours} JP.",
            "Periksa keduanya.",
        ),
    ),
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
    "proposal.against_meeting": warning(
        en=(
            "The proposal was accepted, although the village meeting found it not eligible.",
            "Check both steps.",
        ),
        id=(
            "Usulan ditetapkan, padahal musyawarah menyatakan tidak layak.",
            "Periksa kedua langkahnya.",
        ),
        source="Kepmensos 73/HUK/2024, menurut pemberitaan",
    ),
    "proposal.step_order": warning(
        en=(
            "This status does not usually follow the one before it.",
            "Check the order and the dates of the steps.",
        ),
        id=(
            "Status ini biasanya tidak mengikuti status sebelumnya.",
            "Periksa urutan dan tanggal langkahnya.",
        ),
    ),
    "proposal.unsigned": warning(
        en=("Nobody signed this step.", "Enter who signed it."),
        id=("Langkah ini belum ada penanda tangannya.", "Isi siapa yang menandatangani."),
    ),
    "proposal.without_meeting": warning(
        en=(
            "The proposal was accepted without a village meeting and without an SPTJM.",
            "Add the decision of the meeting, or the SPTJM.",
        ),
        id=(
            "Usulan ditetapkan tanpa musyawarah dan tanpa SPTJM.",
            "Tambahkan hasil musyawarah, atau SPTJM-nya.",
        ),
        source="Kepmensos 73/HUK/2024, menurut pemberitaan",
    ),
    "resource.uncounted": warning(
        en=(
            "The record has neither a name nor a count, so the number is unknown.",
            "Enter the name, or the count; 0 if there are none.",
        ),
        id=(
            "Nama dan jumlahnya belum diisi, sehingga banyaknya tidak diketahui.",
            "Isi namanya, atau jumlahnya; isi 0 bila tidak ada.",
        ),
    ),
}
"""Code → message, for warnings of checks."""
