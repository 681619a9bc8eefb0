"""What is said of a record that is not sound."""

from typing import Final

from .message import Message

RECORDS: Final = {
    "address.empty": Message(
        "The address tells nothing; leave it out.",
        "Alamat ini tidak berisi apa-apa; kosongkan saja.",
    ),
    "address.number": Message(
        "RT and RW are numbers of at most three digits. Write one number in each field, such as"
        " 003.",
        "RT dan RW berupa angka, paling panjang tiga digit."
        " Isi satu angka pada tiap isian, misalnya 003.",
    ),
    "assignment.duplicate": Message(
        "This assignment is listed twice.",
        "Penugasan ini tercantum dua kali.",
    ),
    "assignment.reason_without_end": Message(
        "A reason for the end needs the day it ended.",
        "Alasan berakhir memerlukan tanggal berakhir.",
    ),
    "assignment.undated": Message(
        "An assignment tells the day it was proposed or began, or on which a register listed it.",
        "Penugasan menyebut tanggal diusulkan, tanggal mulai, atau tanggal daftar yang memuatnya.",
    ),
    "beneficiary.subject": Message(
        "A beneficiary is one person, one family or one group: tell exactly one.",
        "Penerima manfaat adalah satu orang, satu keluarga atau satu kelompok: isi tepat satu.",
    ),
    "board.holder_outside_term": Message(
        "This holder sits on no day of the term of the board.",
        "Pemegang jabatan ini tidak menjabat pada satu hari pun dalam masa kepengurusan.",
    ),
    "board.holder_missing": Message(
        "Nobody is named for this seat. Give a name or the key of a worker.",
        "Pemegang jabatan ini tidak disebut. Isi nama atau kunci pekerja.",
    ),
    "board.two_holders": Message(
        "Somebody else holds this seat at that time.",
        "Pada masa itu jabatan ini dipegang orang lain.",
    ),
    "case.answer_before_referral": Message(
        "The answer is dated before the referral that it answers.",
        "Jawaban bertanggal sebelum rujukan yang dijawab.",
    ),
    "case.referral_not_found": Message(
        "An answer names an earlier referral that still stands, by its number from 1.",
        "Jawaban menyebut nomor rujukan sebelumnya yang masih berlaku, mulai dari 1.",
    ),
    "case.consent_not_found": Message(
        "This consent is not in the case. Add it to the consents, or correct its key.",
        "Persetujuan ini tidak ada dalam kasus. Tambahkan ke daftar persetujuan, atau perbaiki"
        " kuncinya.",
    ),
    "case.step_not_found": Message(
        "The step to correct is not in this case or is no longer in force. Give the number of an"
        " earlier step, counted from 1.",
        "Langkah yang diperbaiki tidak ada dalam kasus ini atau sudah tidak berlaku. Isi nomor"
        " langkah sebelumnya, dihitung dari 1.",
    ),
    "case.resumes_itself": Message(
        "A case takes up another one again, not itself.",
        "Kasus melanjutkan kasus lain, bukan dirinya sendiri.",
    ),
    "case.step_order": Message(
        "This step may not follow the one before it.",
        "Langkah ini tidak dapat mengikuti langkah sebelumnya.",
    ),
    "case_file.beneficiary_differs": Message(
        "The case is about another beneficiary.",
        "Kasus ini tentang penerima manfaat lain.",
    ),
    "case_file.beneficiary_not_member": Message(
        "Everybody here has another NIK than the beneficiary; another family or household was"
        " meant.",
        "Semua orang di sini ber-NIK lain daripada penerima manfaat; mungkin maksudnya keluarga"
        " atau rumah tangga lain.",
    ),
    "consent.duplicate": Message(
        "Another consent has this key already.",
        "Kunci persetujuan ini sudah dipakai.",
    ),
    "consent.purpose_missing": Message(
        "A consent is for something; name at least one purpose.",
        "Persetujuan harus mempunyai tujuan; sebutkan sedikitnya satu.",
    ),
    "delegation.duplicate": Message(
        "This region or organisation already has a delegation.",
        "Wilayah atau lembaga ini sudah mempunyai kontingen.",
    ),
    "delegation.origin": Message(
        "A delegation comes from one region or one organisation: tell exactly one.",
        "Kontingen berasal dari satu wilayah atau satu lembaga: isi tepat satu.",
    ),
    "event.level_differs": Message(
        "The region is not of the level that is stated.",
        "Wilayah ini tidak setingkat dengan tingkat yang disebut.",
    ),
    "event.peak_outside": Message(
        "The main day lies outside the dates of the event.",
        "Hari puncak berada di luar tanggal kegiatan.",
    ),
    "event.source_duplicate": Message(
        "Another source already has this key.",
        "Kunci ini sudah dipakai sumber lain.",
    ),
    "event.source_unknown": Message(
        "No source of this event has this key; add one to its sources.",
        "Tidak ada sumber kegiatan dengan kunci ini; tambahkan pada daftar sumber.",
    ),
    "family.member_duplicate": Message(
        "This person is a member already at that time.",
        "Orang ini sudah menjadi anggota pada masa itu.",
    ),
    "family.two_heads": Message(
        "There is another head at that time.",
        "Pada masa itu sudah ada kepala keluarga lain.",
    ),
    "participant.duplicate": Message(
        "This participant is listed twice.",
        "Peserta ini tercantum dua kali.",
    ),
    "participant.unidentified": Message(
        "A participant has a name or the key of a worker.",
        "Peserta harus mempunyai nama atau kunci pekerja.",
    ),
    "participation.undated": Message(
        "A participation tells the day it was proposed or the day it began.",
        "Kepesertaan menyebut tanggal diusulkan atau tanggal mulai.",
    ),
    "period.ends_before_start": Message(
        "The period ends before it starts.",
        "Masa berakhir sebelum dimulai.",
    ),
    "person.nik_absence_missing": Message(
        "A person without a NIK is welcome; say why there is none.",
        "Orang tanpa NIK tetap dicatat; sebutkan alasannya.",
    ),
    "person.nik_absence_unneeded": Message(
        "There is a NIK and also a reason for its absence. Leave out the reason.",
        "NIK sudah ada, tetapi alasan ketiadaannya juga terisi. Kosongkan alasannya.",
    ),
    "rank.duplicate": Message(
        "The family has a rank for this period already.",
        "Keluarga ini sudah mempunyai peringkat untuk masa itu.",
    ),
    "ranking.unidentified": Message(
        "A place in a competition is reached by a region or by somebody with a name.",
        "Peringkat lomba diraih oleh wilayah atau oleh pihak yang bernama.",
    ),
    "referral.data_class_exceeded": Message(
        "The receiver is told more than the class of data says that goes along.",
        "Penerima rujukan diberi tahu lebih daripada golongan data yang disebut ikut dikirim.",
    ),
    "referral.without_consent": Message(
        "Specific personal data go along: that needs a consent to a referral that holds on"
        " the day, or a ground of the law.",
        "Data pribadi spesifik ikut dikirim: perlu persetujuan rujukan yang berlaku hari"
        " itu, atau dasar hukum.",
    ),
    "speaker.unidentified": Message(
        "A speaker has a name, an office or a body.",
        "Pembicara harus mempunyai nama, jabatan atau lembaga.",
    ),
    "speech.capacity_without_reader": Message(
        "A capacity belongs to someone who speaks in the author's place; there is none.",
        "Kapasitas hanya untuk orang yang berbicara atas nama pembuat sambutan.",
    ),
    "step.cancelled_step_missing": Message(
        "An annulment names the step that it annuls.",
        "Pembatalan harus menyebut langkah yang dibatalkan.",
    ),
    "step.detail_mismatch": Message(
        "This detail belongs to one kind of step. Fill it in for that kind, and leave it out for"
        " every other.",
        "Rincian ini milik satu jenis langkah. Isilah untuk jenis itu, dan kosongkan untuk yang"
        " lain.",
    ),
    "step.unsigned": Message(
        "A step is signed by a worker or by somebody else who is named.",
        "Langkah harus ditandatangani oleh pekerja atau pihak lain yang disebut.",
    ),
    "validation.same_actor": Message(
        "Verification and validation are two acts by two; here one did both.",
        "Verifikasi dan validasi adalah dua tindakan oleh dua pihak; di sini pihaknya sama.",
    ),
    "validation.without_verification": Message(
        "A validation needs a verification on the same day or before.",
        "Validasi memerlukan verifikasi pada hari yang sama atau sebelumnya.",
    ),
    "validation.verification_failed": Message(
        "What verification found not to be so cannot be approved.",
        "Yang menurut verifikasi tidak sesuai tidak dapat disahkan.",
    ),
}
