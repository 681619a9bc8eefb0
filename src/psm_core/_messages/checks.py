"""What is said of a record that looks doubtful."""

from typing import Final

from .message import Message

CHECKS: Final = {
    "assignment.age": Message(
        "The worker was less than {least} years old on the day of the appointment."
        " Check the birth date and that day.",
        "Usia pekerja kurang dari {least} tahun pada tanggal penugasan."
        " Periksa tanggal lahir dan tanggal penugasan.",
    ),
    "date.after_death": Message(
        "The day lies after the day on which an assignment ended by death. Check both.",
        "Tanggal ini sesudah penugasan berakhir karena meninggal dunia. Periksa keduanya.",
    ),
    "date.before_birth": Message(
        "The day lies before the birth of the person. Check both.",
        "Tanggal ini sebelum kelahiran orangnya. Periksa keduanya.",
    ),
    "date.far_future": Message(
        "The day lies more than {years} years ahead. Check the year.",
        "Tanggal ini lebih dari {years} tahun lagi. Periksa tahunnya.",
    ),
    "date.future": Message(
        "The day of something that was done lies in the future. Check the year.",
        "Tanggal sesuatu yang sudah dilakukan ada di masa depan. Periksa tahunnya.",
    ),
    "date.far_past": Message(
        "The day lies before {year}. Check the year.",
        "Tanggal ini sebelum tahun {year}. Periksa tahunnya.",
    ),
    "delegation.outside": Message(
        "This region does not lie directly in the region of the event.",
        "Wilayah ini tidak berada langsung di bawah wilayah kegiatan.",
    ),
    "event.delegations_missing": Message(
        "{missing} of {expected} regions have no delegation.",
        "{missing} dari {expected} wilayah tidak mempunyai kontingen.",
    ),
    "event.host_outside": Message(
        "The host region does not lie in the region of the event.",
        "Tuan rumah tidak berada di wilayah kegiatan.",
    ),
    "event.year_differs": Message(
        "The year in the name is not a year of the dates.",
        "Tahun pada nama tidak sesuai dengan tanggal kegiatan.",
    ),
    "family.age_gap": Message(
        "Parent and child are less than {years} years apart. Check the birth dates and the"
        " relations.",
        "Selisih usia orang tua dan anak kurang dari {years} tahun. Periksa tanggal lahir dan"
        " hubungan keluarganya.",
    ),
    "kk.region_retired": Message(
        "The KK number keeps a region code that has been replaced by {successor}; that"
        " is no fault.",
        "Nomor KK memakai kode wilayah lama yang diganti {successor}; ini bukan kesalahan.",
    ),
    "kk.region_unknown": Message(
        "No region has the code that the KK number begins with; look at the first six digits.",
        "Kode wilayah pada awal nomor KK tidak dikenal; periksa enam angka pertama.",
    ),
    "kk.region_unverified": Message(
        "The region code in the KK number may be older than the table reaches.",
        "Kode wilayah pada nomor KK mungkin lebih tua daripada data yang ada.",
    ),
    "kk.same_as_nik": Message(
        "The KK number and the NIK are the same; one may stand in the other's place.",
        "Nomor KK sama dengan NIK; mungkin salah satunya tertukar.",
    ),
    "nik.birth_date_differs": Message(
        "The NIK tells another birth date. A NIK is never corrected, so both can be right.",
        "Tanggal lahir berbeda dari NIK. NIK tidak pernah diubah, jadi keduanya bisa benar.",
    ),
    "nik.region_retired": Message(
        "The NIK keeps a region code that has been replaced by {successor}; that is no fault.",
        "NIK memakai kode wilayah lama yang diganti {successor}; ini bukan kesalahan.",
    ),
    "nik.region_unknown": Message(
        "No region has the code that the NIK begins with; look at the first six digits.",
        "Kode wilayah pada awal NIK tidak dikenal; periksa enam angka pertama.",
    ),
    "nik.region_unverified": Message(
        "The region code in the NIK may be older than the table reaches.",
        "Kode wilayah pada NIK mungkin lebih tua daripada data yang ada.",
    ),
    "nik.repeated_digit": Message(
        "The NIK is one digit repeated; it may be a placeholder.",
        "NIK hanya satu angka yang diulang; mungkin isian sementara.",
    ),
    "nik.serial_zero": Message(
        "The last four digits of the NIK are 0000; they begin at 0001.",
        "Empat angka terakhir NIK 0000; penomoran dimulai dari 0001.",
    ),
    "nik.sex_differs": Message(
        "The NIK tells another sex. A NIK is never corrected, so both can be right.",
        "Jenis kelamin berbeda dari NIK. NIK tidak pernah diubah, jadi keduanya bisa benar.",
    ),
    "person.birth_date_future": Message(
        "The birth date lies in the future.",
        "Tanggal lahir ada di masa depan.",
    ),
    "person.birth_date_implausible": Message(
        "Hardly anybody alive was born on this day. A program may have filled in the date;"
        " leave it out if it is not known.",
        "Hampir tidak ada orang hidup yang lahir pada tanggal ini. Mungkin tanggalnya diisi"
        " otomatis; kosongkan bila tidak diketahui.",
    ),
    "person.education_age": Message(
        "The person is young for this education. Check it and the birth date.",
        "Orang ini terlalu muda untuk pendidikan tersebut. Periksa pendidikan dan tanggal lahir.",
    ),
    "person.marriage_age": Message(
        "The person is a small child. Check this and the birth date.",
        "Orang ini masih anak kecil. Periksa isian ini dan tanggal lahirnya.",
    ),
    "person.occupation_age": Message(
        "The person is a small child. Check the occupation and the birth date.",
        "Orang ini masih anak kecil. Periksa pekerjaan dan tanggal lahirnya.",
    ),
    "ppks.age": Message(
        "The age on the day of the finding is outside the category's bounds[, least"
        " {least}][, most {most}].",
        "Usia pada hari penetapan di luar batas kategori[, paling rendah {least}][,"
        " paling tinggi {most}].",
    ),
    "ppks.sex": Message(
        "The category is meant for the other sex.",
        "Kategori ini untuk jenis kelamin lain.",
    ),
    "ppks.unit": Message(
        "The category is not meant for this kind of subject (person, family, group).",
        "Kategori ini bukan untuk jenis penerima ini (perseorangan, keluarga, kelompok).",
    ),
    "psm.age": Message(
        "A PSM is at least 18 years old on the day of the decree ({article}).",
        "PSM berusia paling rendah 18 tahun pada tanggal keputusan ({article}).",
    ),
    "psm.age_unproven": Message(
        "Not shown yet: a PSM is at least 18 years old ({article}).",
        "Belum dibuktikan: PSM berusia paling rendah 18 tahun ({article}).",
    ),
    "psm.citizenship": Message(
        "A PSM is an Indonesian citizen ({article}).",
        "PSM adalah warga negara Indonesia ({article}).",
    ),
    "psm.citizenship_unproven": Message(
        "Not shown yet: a PSM is an Indonesian citizen ({article}).",
        "Belum dibuktikan: PSM adalah warga negara Indonesia ({article}).",
    ),
    "psm.commitment_unproven": Message(
        "Not shown yet: a PSM has the ability, concern and commitment of a social"
        " volunteer ({article}).",
        "Belum dibuktikan: PSM mempunyai kemampuan, kepedulian dan komitmen sebagai"
        " relawan sosial ({article}).",
    ),
    "psm.conduct_unproven": Message(
        "Not shown yet: a PSM is of good conduct ({article}).",
        "Belum dibuktikan: PSM berkelakuan baik ({article}).",
    ),
    "psm.domicile": Message(
        "The identity card of a PSM is of the village that is served ({article}).",
        "KTP PSM berasal dari desa atau kelurahan tempat tugas ({article}).",
    ),
    "psm.domicile_unproven": Message(
        "Not shown yet: the identity card is of the village that is served ({article}).",
        "Belum dibuktikan: KTP berasal dari desa atau kelurahan tempat tugas ({article}).",
    ),
    "psm.literacy_unproven": Message(
        "Not shown yet: a PSM can read and write ({article}).",
        "Belum dibuktikan: PSM dapat membaca dan menulis ({article}).",
    ),
    "psm.training_unproven": Message(
        "Not shown yet: a PSM has followed the basic training, bimbingan teknis dasar ({article}).",
        "Belum dibuktikan: PSM telah mengikuti bimbingan teknis dasar ({article}).",
    ),
    "region.renamed": Message(
        "This code is in force; the region was called {former} before[ ({act})].",
        "Kode ini berlaku; wilayah itu dahulu bernama {former}[ ({act})].",
    ),
    "region.retired": Message(
        "This code has been replaced by {successor}[ {name}][ ({act})].",
        "Kode ini sudah diganti {successor}[ {name}][ ({act})].",
    ),
    "region.unknown": Message(
        "No region has this code.",
        "Tidak ada wilayah dengan kode ini.",
    ),
    "region.unverified": Message(
        "This code is not in force; it may be an old one or a slip[; look inside {within}].",
        "Kode ini tidak berlaku; mungkin kode lama atau salah tulis[; periksa di dalam {within}].",
    ),
}
