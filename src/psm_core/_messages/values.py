"""What is said of a value that cannot be read."""

from typing import Final

from .message import Message

VALUES: Final = {
    "bps_code.format": Message(
        "A BPS code is 2, 4, 7 or 10 digits without dots.",
        "Kode BPS terdiri atas 2, 4, 7 atau 10 angka tanpa titik.",
    ),
    "date.ambiguous": Message(
        "The date leaves a part open (day, month or century); write it in full.",
        "Tanggal tidak lengkap (hari, bulan atau abad); tuliskan selengkapnya.",
    ),
    "date.format": Message(
        "In a document a date is written like 1990-08-01.",
        "Dalam dokumen, tanggal ditulis seperti 1990-08-01.",
    ),
    "date.invalid": Message(
        "The calendar has no such date. Write year, month and day, such as 1990-08-01.",
        "Tanggal ini tidak ada dalam kalender. Tuliskan tahun, bulan dan hari, misalnya"
        " 1990-08-01.",
    ),
    "edition.format": Message(
        "The number of an edition is a Roman numeral from I to MMMCMXCIX, such as XXII.",
        "Nomor penyelenggaraan ditulis dengan angka Romawi I sampai MMMCMXCIX, misalnya XXII.",
    ),
    "extension.namespace": Message(
        "An extension is named by a domain turned round, in lower case, such as"
        " id.go.contoh.register[ (it is number {number} of them)].",
        "Nama data tambahan adalah domain yang dibalik, dalam huruf kecil, misalnya"
        " id.go.contoh.register[ (data tambahan ke-{number})].",
    ),
    "extension.too_large": Message(
        "The extensions of a record take more than {longest} characters.",
        "Isi data tambahan pada satu rekaman melebihi {longest} karakter.",
    ),
    "extension.value": Message(
        "An extension holds JSON: texts, numbers of at most 16 digits, lists and objects, at most"
        " {deepest} in one another[ (it is number {number} of them)].",
        "Isi data tambahan adalah JSON: teks, bilangan paling panjang 16 angka, daftar, dan objek,"
        " paling dalam {deepest} tingkat[ (data tambahan ke-{number})].",
    ),
    "id.format": Message(
        "An id has 1 to 64 letters, digits and . _ : - and begins with a letter or digit.",
        "Id terdiri atas 1 sampai 64 huruf, angka dan . _ : - dan diawali huruf atau angka.",
    ),
    "id.personal_number": Message(
        "An id must not hold a NIK, a KK number or a telephone number: ids are shown,"
        " those are not.",
        "Id tidak boleh memuat NIK, nomor KK atau nomor telepon: id ditampilkan, nomor itu tidak.",
    ),
    "iso_code.format": Message(
        "An ISO 3166-2 code of a province is ID, a dash and two letters, like ID-KS.",
        "Kode ISO 3166-2 provinsi ditulis ID, tanda hubung, lalu dua huruf, misalnya ID-KS.",
    ),
    "kk.date": Message(
        "Digits 7 to 12 of a KK number must be a date (day 01 to 31, month, year).",
        "Angka ke-7 sampai ke-12 nomor KK harus berupa tanggal (hari 01 sampai 31, bulan, tahun).",
    ),
    "kk.format": Message(
        "A KK number is written with the digits 0 to 9 only.",
        "Nomor KK hanya ditulis dengan angka 0 sampai 9.",
    ),
    "kk.is_nik": Message(
        "Digits 7 and 8 are above 40: this looks like the NIK of a woman, not a KK number.",
        "Angka ke-7 dan ke-8 di atas 40: ini tampaknya NIK perempuan, bukan nomor KK.",
    ),
    "kk.length": Message(
        "A KK number needs 16 digits[, got {length}].",
        "Nomor KK harus 16 angka[, tertulis {length}].",
    ),
    "kk.placeholder": Message(
        "This is a placeholder, not a KK number; leave the number out.",
        "Ini isian sementara, bukan nomor KK; kosongkan saja.",
    ),
    "nik.date": Message(
        "Digits 7 to 12 of a NIK must be a birth date (a woman's day plus 40).",
        "Angka ke-7 sampai ke-12 NIK harus berupa tanggal lahir (perempuan: hari ditambah 40).",
    ),
    "nik.format": Message(
        "A NIK is written with the digits 0 to 9 only.",
        "NIK hanya ditulis dengan angka 0 sampai 9.",
    ),
    "nik.length": Message(
        "A NIK needs 16 digits[, got {length}].",
        "NIK harus 16 angka[, tertulis {length}].",
    ),
    "nik.placeholder": Message(
        "This is a placeholder, not a NIK; leave it out and say why there is none.",
        "Ini isian sementara, bukan NIK; kosongkan dan sebutkan alasannya.",
    ),
    "number.bounds": Message(
        "The number must be from {least} to {most}.",
        "Bilangan harus dari {least} sampai {most}.",
    ),
    "phone.decimals": Message(
        "The telephone number ends in a decimal part, as numbers in a spreadsheet do."
        " Write it as text, without that part.",
        "Nomor telepon berakhir dengan desimal, seperti bilangan dalam lembar kerja."
        " Tuliskan sebagai teks, tanpa bagian itu.",
    ),
    "phone.format": Message(
        "This is not a telephone number. Write + and the country code (+62 for Indonesia), then"
        " the digits without the first 0.",
        "Ini bukan nomor telepon. Tuliskan + dan kode negara (+62 untuk Indonesia), lalu"
        " angkanya tanpa 0 di depan.",
    ),
    "phone.length": Message(
        "A telephone number has 8 to 15 digits with its country code[, got {length}].",
        "Nomor telepon terdiri atas 8 sampai 15 angka dengan kode negara[, tertulis {length}].",
    ),
    "quarter.format": Message(
        "A quarter is written like 2025-Q4.",
        "Triwulan ditulis misalnya 2025-Q4.",
    ),
    "region_code.empty": Message(
        "The code is blank. Write it with dots, such as 63.10.",
        "Kodenya kosong. Tuliskan dengan titik, misalnya 63.10.",
    ),
    "region_code.format": Message(
        "A region code is written with dots, like 63, 63.10, 63.10.09 or 63.10.09.2005.",
        "Kode wilayah ditulis dengan titik, misalnya 63, 63.10, 63.10.09 atau 63.10.09.2005.",
    ),
    "region_code.number": Message(
        "A code kept as a number has lost its dots and zeros; keep codes as text.",
        "Kode yang disimpan sebagai angka kehilangan titik dan nol; simpanlah sebagai teks.",
    ),
    "region_code.undotted": Message(
        "Write the code with dots, like 63.10.09.2005[ (here {dotted})]; digits alone can mean two"
        " systems.",
        "Tuliskan kode dengan titik, misalnya 63.10.09.2005[ (di sini {dotted})]; angka saja bisa"
        " berarti dua sistem.",
    ),
    "region_code.zeros_lost": Message(
        "A zero seems lost, as when a sheet takes a code for a number; write 63.10 and not 63.1.",
        "Tampaknya ada nol yang hilang, misalnya karena lembar kerja membacanya sebagai angka;"
        " tuliskan 63.10, bukan 63.1.",
    ),
    "term.unknown": Message(
        "This is not an entry of the list[ (is {suggestion} meant?)][; known are {known}].",
        "Ini bukan pilihan dalam daftar[ (maksudnya {suggestion}?)][; yang ada: {known}].",
    ),
    "text.blank": Message(
        "The text is blank. Fill it in; only an optional field may be without a value.",
        "Teks kosong. Isilah; hanya isian yang tidak wajib boleh tanpa nilai.",
    ),
    "text.control": Message(
        "The text has control characters, such as a null or a delete. Remove them.",
        "Teks memuat karakter kendali, misalnya null atau delete. Hapuslah.",
    ),
    "text.too_long": Message(
        "The text is longer than {longest} characters, as written.",
        "Teks yang tertulis lebih panjang dari {longest} karakter.",
    ),
    "time.invalid": Message(
        "A time of day is written in hours and minutes, like 08:30.",
        "Waktu ditulis dengan jam dan menit, misalnya 08:30.",
    ),
    "type.list": Message(
        "A list is needed here.",
        "Di sini diperlukan daftar.",
    ),
    "type.number": Message(
        "A whole number is needed here.",
        "Di sini diperlukan bilangan bulat.",
    ),
    "type.object": Message(
        "An object with named fields is needed here.",
        "Di sini diperlukan objek dengan isian bernama.",
    ),
    "type.text": Message(
        "Text is needed here (in a document, in quotation marks).",
        "Di sini diperlukan teks (dalam dokumen, di antara tanda kutip).",
    ),
    "type.value": Message(
        "A value of type {expected} is needed here.",
        "Di sini diperlukan nilai berjenis {expected}.",
    ),
}
