"""The words that the extensions write on a page, in both languages."""

from sphinx.environment import BuildEnvironment

_INDONESIAN = {
    "Name": "Nama",
    "Description": "Keterangan",
    "Guides": "Panduan",
    "Field": "Isian",
    "Type": "Tipe",
    "Privacy class": "Golongan data",
    "required": "wajib diisi",
    "optional": "opsional",
    "string": "teks",
    "integer": "bilangan bulat",
    "object": "objek",
    "array of {}": "larik {}",
    "Issue codes": "Kode temuan",
    "error": "kesalahan",
    "warning": "peringatan",
    "Reported by": "Dilaporkan oleh",
    "In documents": "Dalam dokumen",
    "Code": "Kode",
    "Label": "Sebutan",
    "Meaning": "Arti (Inggris)",
    "List": "Daftar",
    "Source": "Sumber",
    "Other codes": "Kode lain",
    "Members": "Jumlah",
    "Used by": "Dipakai oleh",
    "Entries with their own source": "Isian dengan sumber sendiri",
    "Act": "Peraturan",
    "About": "Tentang",
    "Reading": "Pembacaan",
    "Read": "Dibaca",
    "Read at": "Tempat dibaca",
    "Compared": "Dicocokkan",
    "Issued": "Ditetapkan",
    "Replaces": "Menggantikan",
    "Replaced by": "Digantikan oleh",
    "Amended by": "Diubah dengan",
    "Class": "Kelas",
}


def label(env: BuildEnvironment, english: str) -> str:
    """Return a word in the language of the site."""
    return _INDONESIAN[english] if env.config.language == "id" else english
