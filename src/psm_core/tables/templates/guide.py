"""The sheet of a template that explains, in Indonesian, how it is filled in and checked."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final

from ..._core.field_paths import steps_of
from ...records.attendance import Attendee
from ...records.beneficiaries import Beneficiary
from ...records.cases.case import Case
from ...records.events.event import Event
from ...records.families import Family, Household
from ...records.ground_checks import GroundCheck
from ...records.organisations import Organisation
from ...records.people import Person
from ...records.programmes import Participation
from ...records.proposals import Proposal
from ...records.workers import Worker
from ...values.personal_number import PersonalNumber
from ...wire.versions import NAMES
from ..files.cell_fonts import change_font
from ..layouts.built_in import LAYOUTS
from ..layouts.column_bindings import is_needed
from ..layouts.layout import Column, Layout
from .columns import choices_of, column_type, hint_of
from .example_rows import EXAMPLE_MARK
from .example_values import example_option

_PEOPLE: Final = frozenset({Beneficiary, GroundCheck, Person, Worker})
_SUBJECTS: Final[Mapping[type, str]] = {
    **dict.fromkeys(_PEOPLE, "satu orang"),
    Attendee: "satu peserta",
    Case: "satu kasus",
    Event: "satu kegiatan",
    Family: "satu keluarga",
    Household: "satu rumah tangga",
    Organisation: "satu lembaga",
    Participation: "satu bantuan bagi satu penerima",
    Proposal: "satu usulan",
}
"""Record class → what a row is."""
_ITEMS: Final[Mapping[str, str]] = {
    "memberships": "satu anggota keluarga",
    "participants": "satu peserta",
}
"""List of which each row is one item → what a row is."""
_WIDTHS: Final = {"A": 30, "B": 8, "C": 80, "D": 30}
_LINE_HEIGHT: Final = 15
_HEADS: Final = ("Kolom", "Wajib", "Isian", "Contoh")


def is_required(layout: Layout[Any], column: Column) -> bool:
    """Return whether a column has to be filled in every row, or in most rows for a NIK."""
    if column.required or column.path is None:
        return column.required
    return is_needed(layout.record_class, steps_of(column.path))


def write_guide(
    sheet: Any,  # noqa: ANN401 - an openpyxl sheet
    layout: Layout[Any],
    columns: Sequence[Column],
    examples: Mapping[Column, str | int],
) -> None:
    """Write the title, the instructions, and a line for each column."""
    from ..files.extras import styles  # noqa: PLC0415 - the extra may be missing

    sheet.append([layout.title])
    change_font(sheet["A1"], bold=True, size=14)
    for heading, lines in _sections(layout, columns):
        sheet.append([])
        sheet.append([heading])
        change_font(sheet.cell(sheet.max_row, 1), bold=True)
        for number, line in enumerate(lines, start=1):
            sheet.append([f"{number}. {line}"])
    sheet.append([])
    sheet.append(_HEADS)
    head = sheet.max_row
    for column in columns:
        required = "ya" if is_required(layout, column) else "tidak"
        hint = hint_of(column, column_type(layout, column))
        sheet.append([column.headings[0], required, hint, examples.get(column)])
        needed = 1 + max(len(hint) // _WIDTHS["C"], len(column.headings[0]) // _WIDTHS["A"])
        sheet.row_dimensions[sheet.max_row].height = _LINE_HEIGHT * needed
    for name, width in _WIDTHS.items():
        sheet.column_dimensions[name].width = width
        change_font(sheet[f"{name}{head}"], bold=True)
    for row in sheet.iter_rows(min_row=head + 1):
        for cell in row:
            cell.alignment = styles.Alignment(wrap_text=True, vertical="top", horizontal="left")
            cell.number_format = "@"


def _sections(layout: Layout[Any], columns: Sequence[Column]) -> Iterator[tuple[str, list[str]]]:
    yield "Cara mengisi", [*_filling(layout, columns)]
    yield "Cara memeriksa", [*_checking(layout)]
    yield (
        "Data pribadi",
        [
            "Berkas ini memuat data pribadi, yang dilindungi UU 27/2022.",
            "Simpan hanya di perangkat kantor, dan kirim hanya kepada yang berwenang.",
            "Jangan mengirimnya ke grup percakapan. Hapus bila tidak diperlukan lagi.",
        ],
    )


def _filling(layout: Layout[Any], columns: Sequence[Column]) -> Iterator[str]:
    what = _ITEMS.get(layout.rows or "") or _SUBJECTS.get(layout.record_class, "satu data")
    paths = {column.path.rpartition(".")[2] for column in columns if column.path}
    types = [column_type(layout, column) for column in columns]
    yield f"Isi lembar Data mulai baris 3: satu baris untuk {what}."
    yield f"Baris dengan sel “{EXAMPLE_MARK}” hanya contoh. Boleh dihapus."
    if layout.facts_above:
        words = ", ".join(one.headings[0] for one in layout.facts_above if one.path)
        yield f"Keterangan untuk semua baris boleh ditulis di atas judul kolom: {words}."
        yield "Sisipkan baris, lalu tulis kata itu, titik dua, dan isinya."
    yield "Jangan mengubah, menggabung, atau menghapus judul kolom."
    yield "Kolom dengan judul hijau wajib diisi. Kolom lain boleh kosong; jangan menebak."
    if {"nik", "nik_absence"} <= paths:
        yield "Orang tanpa NIK tetap dicatat: kosongkan NIK, dan isi alasannya."
    if any(one.python_type is date for one in types):
        yield "Tulis tanggal sebagai hari-bulan-tahun, misalnya 31-08-1990."
    if any(issubclass(one.python_type, PersonalNumber) for one in types):
        yield "Tulis NIK dan nomor KK sebagai teks, 16 angka tanpa titik dan tanpa spasi."
    yield "Bila menyalin dari berkas lain, tempel nilainya saja (Tempel Khusus, Nilai)."
    if any(choices_of(one) for one in types):
        yield "Bila sel mempunyai daftar, pilih dari daftar itu."
    yield "Judul kolom dilindungi tanpa kata sandi. Baris tetap dapat diubah dan diurutkan."


def _checking(layout: Layout[Any]) -> Iterator[str]:
    if any(layout.name == known.name for known in LAYOUTS):
        option = f"--layout {layout.name}"
    elif all(column.path == column.headings[0] for column in layout.columns):
        option = f"--record {NAMES[layout.record_class]}"
    else:
        option = "--layout BERKAS.toml"
    yield f"Jalankan: psm-core check BERKAS.xlsx {option}"
    yield "Perbaiki sel yang disebut, simpan, lalu periksa lagi sampai tidak ada kesalahan."
    asked = (one for one in layout.required_values.items() if one[0] not in layout.constants)
    for path, what in asked:
        is_fact = any(one.path == path for one in layout.facts_above)
        where = "bila tidak ditulis di atas judul kolom, " if is_fact else ""
        example = example_option(layout.record_class, path)
        yield f"Isian untuk semua baris, {what}: {where}tambahkan --value {path}={example}"
