"""Messages for the requirements of PSM and of the categories of PPKS."""

from typing import Final

from .message import warning

REQUIREMENTS: Final = {
    "ppks.age": warning(
        en=(
            (
                "The age on the day of the finding is outside the category's limits[, at least"
                " {minimum}][, at most {maximum}] ({article})."
            ),
            "Check the birth date, that day and the category.",
        ),
        id=(
            (
                "Umur pada hari penetapan di luar batas kategori[, paling rendah {minimum}][,"
                " paling tinggi {maximum}] ({article})."
            ),
            "Periksa tanggal lahir, hari penetapan, dan kategorinya.",
        ),
        source="Permensos 8/2012, lampiran; UU 23/2002 Pasal 1 angka 1; UU 13/1998 Pasal 1 angka 2",
    ),
    "ppks.sex": warning(
        en=("The category does not apply to this sex.", "Check the sex and the category."),
        id=(
            "Kategori ini tidak berlaku untuk jenis kelamin orang ini.",
            "Periksa jenis kelamin dan kategorinya.",
        ),
        source="Permensos 8/2012, lampiran",
    ),
    "ppks.unit": warning(
        en=(
            "The category does not apply to this kind of beneficiary (person, family or group).",
            "Check the category and the beneficiary.",
        ),
        id=(
            (
                "Kategori ini tidak berlaku untuk jenis penerima ini (perseorangan, keluarga, atau"
                " kelompok)."
            ),
            "Periksa kategori dan penerimanya.",
        ),
        source="Permensos 8/2012, lampiran",
    ),
    "psm.age": warning(
        en=(
            "The worker was under 18 on {day}; a PSM must be at least 18 ({article}).",
            "Check the birth date and that date.",
        ),
        id=(
            "Umur di bawah 18 tahun pada {day}; PSM paling rendah 18 tahun ({article}).",
            "Periksa tanggal lahir dan tanggal tersebut.",
        ),
        source="Permensos 10/2019, syarat PSM huruf d",
    ),
    "psm.age_unproven": warning(
        en=(
            "The age is unknown; a PSM must be at least 18 ({article}).",
            "Add the birth date, or attest the requirement.",
        ),
        id=(
            "Umur belum diketahui; PSM paling rendah 18 tahun ({article}).",
            "Isi tanggal lahir, atau catat bahwa syarat ini sudah dibuktikan.",
        ),
        source="Permensos 10/2019, syarat PSM huruf d",
    ),
    "psm.citizenship": warning(
        en=(
            (
                "The recorded citizenship is not Indonesian; a PSM must be an Indonesian citizen"
                " ({article})."
            ),
            "Check the citizenship.",
        ),
        id=(
            "Kewarganegaraan tercatat bukan WNI; PSM harus WNI ({article}).",
            "Periksa kewarganegaraannya.",
        ),
        source="Permensos 10/2019, syarat PSM huruf a",
    ),
    "psm.citizenship_unproven": warning(
        en=(
            "The citizenship is not settled; a PSM must be an Indonesian citizen ({article}).",
            "Enter the citizenship, or attest the requirement.",
        ),
        id=(
            "Kewarganegaraan belum pasti; PSM harus WNI ({article}).",
            "Isi kewarganegaraan, atau catat bahwa syarat ini sudah dibuktikan.",
        ),
        source="Permensos 10/2019, syarat PSM huruf a",
    ),
    "psm.commitment_unproven": warning(
        en=(
            (
                "The ability, concern and commitment of a social volunteer are not attested"
                " ({article})."
            ),
            "Attest the requirement when there is proof.",
        ),
        id=(
            (
                "Belum ada bukti atau pernyataan tentang kemampuan, kepedulian, dan komitmen"
                " sebagai relawan sosial ({article})."
            ),
            "Catat bila sudah dibuktikan.",
        ),
        source="Permensos 10/2019, syarat PSM huruf b",
    ),
    "psm.conduct_unproven": warning(
        en=(
            "Good conduct is not attested ({article}).",
            "Attest the requirement when there is proof.",
        ),
        id=(
            "Belum ada bukti atau pernyataan berkelakuan baik ({article}).",
            "Catat bila sudah dibuktikan.",
        ),
        source="Permensos 10/2019, syarat PSM huruf f",
    ),
    "psm.domicile": warning(
        en=(
            (
                "The KTP address is outside the village served; a PSM must have a local KTP"
                " ({article})."
            ),
            "Check the address and the village.",
        ),
        id=(
            (
                "Alamat KTP berada di luar desa/kelurahan tempat tugas; PSM harus ber-KTP setempat"
                " ({article})."
            ),
            "Periksa alamat dan tempat tugasnya.",
        ),
        source="Permensos 10/2019, syarat PSM huruf c",
    ),
    "psm.domicile_unproven": warning(
        en=(
            "It is unknown whether the KTP is from the village served ({article}).",
            "Add the village of the KTP address, or attest the requirement.",
        ),
        id=(
            "Belum diketahui apakah KTP berasal dari desa/kelurahan tempat tugas ({article}).",
            "Isi desa/kelurahan pada alamat KTP, atau catat bahwa syarat ini sudah dibuktikan.",
        ),
        source="Permensos 10/2019, syarat PSM huruf c",
    ),
    "psm.literacy_unproven": warning(
        en=(
            "The ability to read and write is not attested ({article}).",
            "Attest the requirement when there is proof.",
        ),
        id=(
            "Belum ada bukti atau pernyataan dapat membaca dan menulis ({article}).",
            "Catat bila sudah dibuktikan.",
        ),
        source="Permensos 10/2019, syarat PSM huruf e",
    ),
    "psm.training_unproven": warning(
        en=(
            "The basic training (bimbingan teknis dasar) is not recorded ({article}).",
            "Add it to the trainings if the worker has completed it.",
        ),
        id=("Bimbingan teknis dasar belum tercatat ({article}).", "Tambahkan bila sudah diikuti."),
        source="Permensos 10/2019, syarat PSM huruf g",
    ),
}
"""Code → message. The records are valid; a warning asks for a look."""
