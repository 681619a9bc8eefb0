"""The layout of an attendance list (*daftar hadir*) that names its event above the table."""

from typing import Final

from ...records.events.event import Event
from ...terms import ParticipantKind, RegionLevel
from .daily_layouts import ATTENDANCE
from .layout import Column, Layout

_REGENCY, _DISTRICT, _VILLAGE = RegionLevel.REGENCY, RegionLevel.DISTRICT, RegionLevel.VILLAGE
_KIND: Final = "participants.0.kind"
_ORIGIN: Final = "participants.0.origin"

EVENT_ATTENDANCE: Final = Layout(
    "daftar-hadir-kegiatan",
    "Daftar hadir satu kegiatan, dengan keterangan kegiatan di atas tabel",
    Event,
    (
        Column(
            "participants.0.name",
            ("Nama", "Nama Lengkap", "Nama Peserta", "Nama dan Gelar"),
            required=True,
        ),
        Column(
            "participants.0.worker",
            ("Kunci Pekerja", "Kunci"),
            note="Tanda unik dalam daftar PSM; bukan NIK.",
        ),
        Column(_KIND, ("Jenis Peserta", "Kepesertaan", "Peran", "Sebagai")),
        Column(_ORIGIN, ("Kabupaten/Kota", "Kabupaten", "Kota"), level=_REGENCY),
        Column(_ORIGIN, ("Kecamatan", "Asal Kecamatan"), level=_DISTRICT),
        Column(_ORIGIN, ("Desa/Kelurahan", "Desa", "Kelurahan", "Asal Desa"), level=_VILLAGE),
    ),
    constants={_KIND: ParticipantKind.PESERTA},
    required_values={"title": "nama kegiatan", "kind": "jenis kegiatan"},
    facts_above=(
        Column(
            "title",
            ("Kegiatan", "Nama Kegiatan", "Acara", "Nama Acara", "Agenda", "Daftar Hadir"),
            required=True,
        ),
        Column("kind", ("Jenis Kegiatan", "Bentuk Kegiatan", "Jenis Acara")),
        Column(
            "dates",
            ("Hari/Tanggal", "Tanggal", "Hari, Tanggal Kegiatan", "Tanggal Kegiatan"),
        ),
        Column(None, "Hari"),
        Column("place", ("Tempat", "Tempat Kegiatan", "Lokasi", "Tempat/Lokasi", "Bertempat di")),
        Column("venue", ("Kabupaten/Kota", "Kabupaten", "Kota"), level=_REGENCY),
        Column("venue", "Kecamatan", level=_DISTRICT),
        Column("venue", ("Desa/Kelurahan", "Desa", "Kelurahan"), level=_VILLAGE),
        Column("theme", "Tema"),
        Column("year", "Tahun"),
    ),
    words=ATTENDANCE.words,
    needs_word=True,
    rows="participants",
)
