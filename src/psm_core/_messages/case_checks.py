"""Messages for cases, consents and verdicts that no act or practice expects."""

from typing import Final

from .message import warning

CASE_CHECKS: Final = {
    "case.child_consent_missing": warning(
        en=(
            "This is the case of a child without the consent of a parent or guardian.",
            "Ask the parent or guardian for a written or recorded consent.",
        ),
        id=(
            "Ini kasus seorang anak, tetapi persetujuan orang tua atau walinya belum ada.",
            "Mintakan persetujuan tertulis atau terekam dari orang tua atau wali.",
        ),
        source="UU 27/2022 Pasal 25 ayat (2)",
    ),
    "case.disability_consent_missing": warning(
        en=(
            "This is the case of a person with a disability, without any consent.",
            "Ask the person or their guardian, in a way the person understands.",
        ),
        id=(
            "Ini kasus seorang penyandang disabilitas, tetapi persetujuannya belum ada.",
            "Mintakan persetujuannya atau persetujuan walinya dengan cara yang ia pahami.",
        ),
        source="UU 27/2022 Pasal 26 ayat (3)",
    ),
    "case.ground_missing": warning(
        en=(
            "The case uses personal data with neither a consent nor a legal ground.",
            "Add a consent, or state the legal ground, such as a public service.",
        ),
        id=(
            "Kasus ini memakai data pribadi tanpa persetujuan atau dasar hukum.",
            "Tambahkan persetujuan, atau sebutkan dasar hukumnya, misalnya pelayanan publik.",
        ),
        source="UU 27/2022 Pasal 20 ayat (1)",
    ),
    "case.step_order": warning(
        en=(
            "This step does not usually follow the step before it.",
            "Check the kind and the date of the step.",
        ),
        id=(
            "Langkah ini tidak lazim mengikuti langkah sebelumnya.",
            "Periksa jenis dan tanggal langkahnya.",
        ),
    ),
    "case_file.beneficiary_not_member": warning(
        en=(
            "The beneficiary is not among the recorded members of this family or household.",
            "Check the NIKs, or add the missing member.",
        ),
        id=(
            "Penerima manfaat ini tidak tercatat sebagai anggota keluarga atau rumah tangganya.",
            "Periksa NIK-nya, atau tambahkan anggota yang belum tercatat.",
        ),
    ),
    "consent.condition_missing": warning(
        en=(
            "The request for this consent did not meet all conditions, so the consent is void.",
            "Ask again, separately, in simple words and in a form that is easy to read.",
        ),
        id=(
            "Permintaan persetujuan ini belum memenuhi semua syarat, sehingga batal demi hukum.",
            "Mintakan lagi secara terpisah, dengan bahasa sederhana dan bentuk yang mudah dibaca.",
        ),
        source="UU 27/2022 Pasal 22 ayat (4) dan (5)",
    ),
    "consent.evidence_missing": warning(
        en=(
            "It is not stated how this consent can be shown.",
            "Enter the number of the form, or the name of the file or recording.",
        ),
        id=(
            "Bukti persetujuan ini belum disebut.",
            "Isi nomor formulir, atau nama berkas atau rekamannya.",
        ),
        source="UU 27/2022 Pasal 24",
    ),
    "consent.form_missing": warning(
        en=(
            "It is not stated whether this consent was written or recorded.",
            "Enter the form of the consent.",
        ),
        id=(
            "Belum disebut apakah persetujuan ini tertulis atau terekam.",
            "Isi bentuk persetujuannya.",
        ),
        source="UU 27/2022 Pasal 22 ayat (1)",
    ),
    "consent.form_void": warning(
        en=(
            "A consent that is only oral is void.",
            "Ask for a written or recorded consent.",
        ),
        id=(
            "Persetujuan yang hanya lisan batal demi hukum.",
            "Mintakan persetujuan tertulis atau terekam.",
        ),
        source="UU 27/2022 Pasal 22 ayat (1) dan (5)",
    ),
    "consent.giver_not_guardian": warning(
        en=(
            "Neither the person nor a guardian gave this consent.",
            "Ask the person or their guardian for a consent, or correct who gave it.",
        ),
        id=(
            "Persetujuan ini tidak diberikan oleh yang bersangkutan atau walinya.",
            "Mintakan persetujuan dari yang bersangkutan atau walinya, atau perbaiki pemberinya.",
        ),
        source="UU 27/2022 Pasal 20 ayat (2) huruf a dan Pasal 26 ayat (3)",
    ),
    "consent.giver_not_parent": warning(
        en=(
            "The consent is for a child, but it is not recorded as given by a parent or guardian.",
            "Ask the parent or guardian for a consent, or enter who gave it.",
        ),
        id=(
            "Persetujuan ini untuk anak, tetapi tidak tercatat dari orang tua atau walinya.",
            "Mintakan persetujuan orang tua atau wali, atau isi siapa yang memberikannya.",
        ),
        source="UU 27/2022 Pasal 25 ayat (2)",
    ),
    "consent.purpose_missing": warning(
        en=("The consent has no purpose, so it allows nothing.", "Enter at least one purpose."),
        id=(
            "Tujuan persetujuan belum diisi, sehingga tidak mengizinkan apa pun.",
            "Isi sedikitnya satu tujuan.",
        ),
        source="UU 27/2022 Pasal 20 ayat (2) huruf a",
    ),
    "referral.data_class_exceeded": warning(
        en=(
            "The referral contains more sensitive data than its data class states.",
            "Choose the class of specific personal data, or remove the details.",
        ),
        id=(
            "Isi rujukan lebih sensitif daripada golongan data yang dipilih.",
            "Pilih golongan data spesifik, atau hapus rinciannya.",
        ),
        source="UU 27/2022 Pasal 4",
    ),
    "referral.due_before_sent": warning(
        en=(
            "The answer is expected on a day before the referral was sent.",
            "Check both dates.",
        ),
        id=(
            "Batas waktu jawaban lebih awal daripada tanggal rujukan.",
            "Periksa kedua tanggal.",
        ),
    ),
    "referral.overdue": warning(
        en=(
            "No answer to this referral has been recorded by the expected day.",
            "Ask the receiver, or record the answer.",
        ),
        id=(
            "Jawaban rujukan ini belum tercatat, padahal batas waktunya sudah lewat.",
            "Tanyakan kepada penerima rujukan, atau catat jawabannya.",
        ),
    ),
    "referral.without_consent": warning(
        en=(
            "This referral contains personal data without a valid consent or a legal ground.",
            "Add a consent to referral that is valid on that date, or state the legal ground.",
        ),
        id=(
            "Rujukan ini memuat data pribadi tanpa persetujuan yang berlaku atau dasar hukum.",
            (
                "Tambahkan persetujuan rujukan yang berlaku pada tanggal itu, atau sebutkan dasar"
                " hukumnya."
            ),
        ),
        source="UU 27/2022 Pasal 20 ayat (1) dan (2)",
    ),
    "step.reason_missing": warning(
        en=("It is not stated why the case was closed.", "Enter the reason, if it is known."),
        id=("Alasan terminasi kasus belum diisi.", "Isi alasannya, bila diketahui."),
    ),
    "step.unsigned": warning(
        en=(
            "It is not stated who took this step.",
            "Enter the ID of the worker, or the name of the signatory.",
        ),
        id=(
            "Pelaksana langkah ini belum diisi.",
            "Isi ID pekerja, atau nama penanda tangannya.",
        ),
    ),
    "validation.same_actor": warning(
        en=(
            "The same party verified and validated this record, which is allowed but unusual.",
            "Check that this is meant.",
        ),
        id=(
            (
                "Yang memverifikasi dan yang memvalidasi adalah pihak yang sama; ini boleh, tetapi"
                " tidak lazim."
            ),
            "Pastikan isiannya benar.",
        ),
        source="UU 13/2011 Pasal 8 ayat (7)",
    ),
    "validation.verification_failed": warning(
        en=(
            "The record was approved although the verification found a mismatch.",
            "Check both results, or verify it again after correction.",
        ),
        id=(
            'Data ini disahkan walaupun hasil verifikasinya "tidak sesuai".',
            "Periksa kedua hasilnya, atau verifikasi ulang setelah diperbaiki.",
        ),
        source="Permensos 3/2025 Pasal 1",
    ),
    "validation.without_verification": warning(
        en=(
            "No verification on the day of the validation or before it is recorded.",
            "Add the verification if there was one, or check the dates.",
        ),
        id=(
            "Verifikasi pada hari validasi atau sebelumnya tidak tercatat.",
            "Tambahkan verifikasinya bila ada, atau periksa tanggalnya.",
        ),
        source="Permensos 3/2025 Pasal 1",
    ),
}
"""Code → message. The records are valid; a warning asks for a look."""
