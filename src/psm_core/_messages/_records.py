"""What is said of a record that is not sound."""

from typing import Final

from ._message import Message

RECORDS: Final = {
    "address.empty": Message(
        "The address tells nothing; leave it out.",
        "Alamat ini tidak berisi apa-apa; kosongkan saja.",
    ),
    "assignment.duplicate": Message(
        "This assignment is listed twice.",
        "Penugasan ini tercantum dua kali.",
    ),
    "assignment.reason_without_end": Message(
        "A reason for the end needs the day it ended.",
        "Alasan berakhir memerlukan tanggal berakhir.",
    ),
    "beneficiary.subject": Message(
        "A beneficiary is one person, one family or one group: tell exactly one.",
        "Penerima manfaat adalah satu orang, satu keluarga atau satu kelompok: isi tepat satu.",
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
    "participant.duplicate": Message(
        "This participant is listed twice.",
        "Peserta ini tercantum dua kali.",
    ),
    "participant.nobody": Message(
        "A participant has a name or the key of a worker.",
        "Peserta harus mempunyai nama atau kunci pekerja.",
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
        "There is a NIK, so there is no reason for its absence.",
        "NIK sudah ada, jadi alasan ketiadaannya dikosongkan.",
    ),
    "ranking.nobody": Message(
        "A place in a competition is reached by a region or by somebody with a name.",
        "Peringkat lomba diraih oleh wilayah atau oleh pihak yang bernama.",
    ),
    "speaker.nobody": Message(
        "A speaker has a name, an office or a body.",
        "Pembicara harus mempunyai nama, jabatan atau lembaga.",
    ),
    "speech.capacity_without_reader": Message(
        "A capacity belongs to someone who speaks in the author's place; there is none.",
        "Kapasitas hanya untuk orang yang berbicara atas nama pembuat sambutan.",
    ),
}
