"""Messages of the checks of single values, people, families and organisations."""

from typing import Final

from .message import warning

CHECKS: Final = {
    "assignment.age": warning(
        en=(
            "The worker was less than {minimum} years old on {day}.",
            "Check the birth date and that day.",
        ),
        id=(
            "Umur pekerja kurang dari {minimum} tahun pada {day}.",
            "Periksa tanggal lahir dan tanggal tersebut.",
        ),
    ),
    "assignment.reason_without_end": warning(
        en=(
            "The role has ended, but its last day is not stated.",
            "Enter the last day, or the last day on which it is known.",
        ),
        id=(
            "Penugasan ini sudah berakhir, tetapi tanggal berakhirnya belum diisi.",
            "Isi tanggal berakhirnya, atau tanggal terakhir yang diketahui.",
        ),
    ),
    "board.holder_outside_term": warning(
        en=("This holder's dates fall outside the board's term.", "Check both periods."),
        id=("Masa jabatan pengurus ini di luar masa kepengurusan.", "Periksa kedua masanya."),
    ),
    "board.two_holders": warning(
        en=(
            "Someone else already holds this position in that period.",
            "Enter the end date of the earlier holder, if there is one.",
        ),
        id=(
            "Pada masa itu jabatan ini dipegang orang lain.",
            "Isi tanggal berakhir pemegang sebelumnya, bila ada.",
        ),
    ),
    "date.after_death": warning(
        en=(
            "This date is after the person's death.",
            "Check both dates.",
        ),
        id=("Tanggal ini sesudah orangnya meninggal dunia.", "Periksa kedua tanggal."),
    ),
    "date.before_birth": warning(
        en=("This date is before the person's birth.", "Check both dates."),
        id=("Tanggal ini sebelum tanggal lahir orangnya.", "Periksa kedua tanggal."),
    ),
    "date.far_future": warning(
        en=("This date is more than {years} years ahead.", "Check the year."),
        id=("Tanggal ini lebih dari {years} tahun lagi.", "Periksa tahunnya."),
    ),
    "date.far_past": warning(
        en=("This date is before {year}.", "Check the year."),
        id=("Tanggal ini sebelum tahun {year}.", "Periksa tahunnya."),
    ),
    "date.future": warning(
        en=(
            "This date is in the future, but what it dates has already happened.",
            "Check the year.",
        ),
        id=("Tanggal ini sesudah hari ini, padahal hal itu sudah terjadi.", "Periksa tahunnya."),
    ),
    "family.age_gap": warning(
        en=(
            "Parent and child are less than {years} years apart.",
            "Check the birth dates and the relations.",
        ),
        id=(
            "Selisih umur orang tua dan anak kurang dari {years} tahun.",
            "Periksa tanggal lahir dan hubungan keluarganya.",
        ),
    ),
    "family.kk_absence_unneeded": warning(
        en=("There is a KK number and also a reason for its absence.", "Remove the reason."),
        id=("Nomor KK sudah diisi, tetapi alasan tanpa KK juga terisi.", "Kosongkan alasannya."),
    ),
    "family.relation_sex": warning(
        en=("Husband or wife does not fit the sex.", "Correct the relation or the sex."),
        id=(
            "Hubungan suami atau istri tidak sesuai dengan jenis kelaminnya.",
            "Perbaiki hubungan keluarga atau jenis kelaminnya.",
        ),
    ),
    "family.two_heads": warning(
        en=(
            "The family already has a head in that period[ (row {first})].",
            "Correct one of the two relations or periods.",
        ),
        id=(
            "Pada masa itu sudah ada kepala keluarga lain[ (baris {first})].",
            "Perbaiki hubungan keluarga atau masa salah satunya.",
        ),
    ),
    "kk.region_retired": warning(
        en=(
            "The KK number contains an old region code, now {successor}.",
            "This is not an error; keep the number.",
        ),
        id=(
            "Nomor KK memuat kode wilayah lama, yang sekarang {successor}.",
            "Ini bukan kesalahan; nomornya tetap dipakai.",
        ),
    ),
    "kk.region_unknown": warning(
        en=(
            "The first six digits of the KK number are not a known region code.",
            "Compare them with the KK.",
        ),
        id=("Enam angka pertama nomor KK bukan kode wilayah yang dikenal.", "Cocokkan dengan KK."),
    ),
    "kk.region_unverified": warning(
        en=(
            "The region code in the KK number may be older than the region data.",
            "Compare the first six digits with the KK.",
        ),
        id=(
            "Kode wilayah pada nomor KK mungkin lebih tua daripada data wilayah.",
            "Cocokkan enam angka pertama dengan KK.",
        ),
    ),
    "kk.same_as_nik": warning(
        en=(
            (
                "The KK number and the NIK are identical; one was probably copied into the wrong"
                " field."
            ),
            "Compare both with the KK.",
        ),
        id=(
            "Nomor KK sama dengan NIK; mungkin salah satunya tersalin ke isian yang keliru.",
            "Cocokkan keduanya dengan KK.",
        ),
    ),
    "nik.birth_date_differs": warning(
        en=(
            "The birth date differs from the one in the NIK.",
            "Compare with the KTP or KK; both can be right, because a NIK is never changed.",
        ),
        id=(
            "Tanggal lahir tidak sama dengan tanggal dalam NIK.",
            "Cocokkan dengan KTP atau KK; keduanya bisa benar karena NIK tidak pernah diubah.",
        ),
    ),
    "nik.region_retired": warning(
        en=(
            "The NIK contains an old region code, now {successor}.",
            "This is not an error; keep the NIK.",
        ),
        id=(
            "NIK memuat kode wilayah lama, yang sekarang {successor}.",
            "Ini bukan kesalahan; NIK-nya tetap dipakai.",
        ),
    ),
    "nik.region_unknown": warning(
        en=(
            "The first six digits of the NIK are not a known region code.",
            "Compare them with the KTP or KK.",
        ),
        id=(
            "Enam angka pertama NIK bukan kode wilayah yang dikenal.",
            "Cocokkan dengan KTP atau KK.",
        ),
    ),
    "nik.region_unverified": warning(
        en=(
            "The region code in the NIK may be older than the region data.",
            "Compare the first six digits with the KTP or KK.",
        ),
        id=(
            "Kode wilayah pada NIK mungkin lebih tua daripada data wilayah.",
            "Cocokkan enam angka pertama dengan KTP atau KK.",
        ),
    ),
    "nik.repeated_digit": warning(
        en=(
            "The NIK is one digit repeated, so it may be a placeholder.",
            "Enter the NIK, or state why there is none.",
        ),
        id=(
            "NIK hanya satu angka yang diulang; mungkin isian sementara.",
            "Isi NIK, atau pilih alasan mengapa NIK tidak ada.",
        ),
    ),
    "nik.serial_zero": warning(
        en=(
            "The last four digits of the NIK are 0000, but serial numbers begin at 0001.",
            "Compare the NIK with the KTP or KK.",
        ),
        id=(
            "Empat angka terakhir NIK 0000, sedangkan penomoran dimulai dari 0001.",
            "Cocokkan NIK dengan KTP atau KK.",
        ),
    ),
    "nik.sex_differs": warning(
        en=(
            "The sex differs from the one in the NIK.",
            "Compare with the KTP or KK; both can be right, because a NIK is never changed.",
        ),
        id=(
            "Jenis kelamin tidak sama dengan yang terbaca dari NIK.",
            "Cocokkan dengan KTP atau KK; keduanya bisa benar karena NIK tidak pernah diubah.",
        ),
    ),
    "participation.undated": warning(
        en=(
            "The participation has no date.",
            "Enter the date of the decision or the date it started, if known.",
        ),
        id=(
            "Kepesertaan ini belum bertanggal.",
            "Isi tanggal penetapan atau tanggal mulai, bila diketahui.",
        ),
    ),
    "person.birth_date_future": warning(
        en=("The birth date is in the future.", "Check the year."),
        id=("Tanggal lahir berada di masa depan.", "Periksa tahunnya."),
    ),
    "person.birth_date_implausible": warning(
        en=(
            "Hardly anyone alive was born on this date; a program may have filled it in.",
            "Check the date, or leave it out if it is unknown.",
        ),
        id=(
            "Hampir tidak ada orang hidup yang lahir pada tanggal ini; mungkin terisi otomatis.",
            "Periksa tanggalnya, atau kosongkan bila tidak diketahui.",
        ),
    ),
    "person.deceased": warning(
        en=("The person is recorded as dead.", "Check whether the record still belongs here."),
        id=(
            "Orang ini tercatat sudah meninggal.",
            "Periksa apakah ia masih perlu ada dalam daftar ini.",
        ),
    ),
    "person.education_age": warning(
        en=("The person is young for this education.", "Check the education and the birth date."),
        id=(
            "Orang ini terlalu muda untuk pendidikan tersebut.",
            "Periksa pendidikan dan tanggal lahir.",
        ),
    ),
    "person.entry_invalid": warning(
        en=(
            "The entry of this person is marked as invalid, for example as a duplicate.",
            "Use the valid entry, and remove this one.",
        ),
        id=(
            "Data orang ini ditandai tidak valid, misalnya karena ganda.",
            "Pakai data yang valid, lalu hapus baris ini.",
        ),
    ),
    "person.gone": warning(
        en=("The person is recorded as gone.", "Check whether the record still belongs here."),
        id=(
            "Orang ini tercatat sudah pergi.",
            "Periksa apakah ia masih perlu ada dalam daftar ini.",
        ),
    ),
    "person.life_status_missing": warning(
        en=(
            "There is a date, but no life status.",
            "Enter the status, such as Meninggal, or remove the date.",
        ),
        id=(
            "Tanggal status sudah diisi, tetapi statusnya belum.",
            "Isi statusnya, misalnya Meninggal, atau kosongkan tanggalnya.",
        ),
    ),
    "person.marriage_age": warning(
        en=(
            "The person is a small child, so this looks wrong.",
            "Check this field and the birth date.",
        ),
        id=(
            "Orang ini masih anak kecil, sehingga isian ini tampaknya keliru.",
            "Periksa isian ini dan tanggal lahirnya.",
        ),
    ),
    "person.missing": warning(
        en=("The person is recorded as missing.", "Check whether the record still belongs here."),
        id=(
            "Orang ini tercatat hilang.",
            "Periksa apakah ia masih perlu ada dalam daftar ini.",
        ),
    ),
    "person.moved": warning(
        en=(
            "The person is recorded as moved away.",
            "Check whether the record still belongs here.",
        ),
        id=(
            "Orang ini tercatat sudah pindah.",
            "Periksa apakah ia masih perlu ada dalam daftar ini.",
        ),
    ),
    "person.name_deceased": warning(
        en=(
            "The name has a mark of the dead, and the record has no life status.",
            "If the person has died, state the life status, and leave the mark out of the name.",
        ),
        id=(
            "Namanya bertanda almarhum atau almarhumah, tetapi status hidupnya tidak diisi.",
            "Bila sudah meninggal, isi status hidupnya dan hapus tanda itu dari namanya.",
        ),
    ),
    "person.occupation_age": warning(
        en=(
            "The person is a small child, but has an occupation.",
            "Check the occupation and the birth date.",
        ),
        id=(
            "Orang ini masih anak kecil, tetapi pekerjaannya terisi.",
            "Periksa pekerjaan dan tanggal lahirnya.",
        ),
    ),
}
"""Code → message. The records are valid; a warning asks for a look."""
