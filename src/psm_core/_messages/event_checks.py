"""Messages of the checks of events."""

from typing import Final

from .message import warning

EVENT_CHECKS: Final = {
    "delegation.outside": warning(
        en=(
            "This region is not directly under the event's region.",
            "Check the regions of the delegation and the event.",
        ),
        id=(
            "Wilayah ini tidak berada langsung di bawah wilayah kegiatan.",
            "Periksa wilayah kontingen dan wilayah kegiatan.",
        ),
    ),
    "event.cancelled_with_attendance": warning(
        en=(
            "The event is cancelled, but people were present.",
            "Check the status and the delegations.",
        ),
        id=(
            "Kegiatan ini dibatalkan, tetapi ada kontingen yang hadir.",
            "Periksa status dan kontingennya.",
        ),
    ),
    "event.day_outside": warning(
        en=("This day is outside the dates of the event.", "Check both."),
        id=("Hari ini di luar tanggal kegiatan.", "Periksa keduanya."),
    ),
    "event.delegations_missing": warning(
        en=(
            "{missing} of the {expected} regions are not in the complete list of delegations.",
            "Add those that took part, or state that the list is partial.",
        ),
        id=(
            "Daftar lengkap kontingen tidak memuat {missing} dari {expected} wilayah.",
            "Tambahkan yang ikut serta, atau nyatakan bahwa daftarnya belum lengkap.",
        ),
    ),
    "event.held_in_future": warning(
        en=(
            "The event is said to be held or in progress, but its dates are in the future.",
            "Check the status and the dates.",
        ),
        id=(
            "Kegiatan ini tercatat berlangsung atau terlaksana, padahal tanggalnya belum tiba.",
            "Periksa status dan tanggalnya.",
        ),
    ),
    "event.host_outside": warning(
        en=("The host is not in the event's region.", "Check both regions."),
        id=("Tuan rumah tidak berada di wilayah kegiatan.", "Periksa kedua wilayah."),
    ),
    "event.level_differs": warning(
        en=("The region is not of the event's level.", "Correct the region or the level."),
        id=(
            "Tingkat wilayah ini tidak sama dengan tingkat kegiatan yang diisi.",
            "Perbaiki wilayah atau tingkatnya.",
        ),
    ),
    "event.peak_outside": warning(
        en=("The main day is outside the dates of the event.", "Check both."),
        id=("Hari puncak di luar tanggal kegiatan.", "Periksa keduanya."),
    ),
    "event.status_outdated": warning(
        en=(
            "The event is still planned or in progress, but its dates have passed.",
            "Enter whether it was held, postponed or cancelled.",
        ),
        id=(
            "Status kegiatan masih rencana atau berlangsung, padahal tanggalnya sudah lewat.",
            "Isi apakah sudah terlaksana, ditunda, atau dibatalkan.",
        ),
    ),
    "event.value_unsupported": warning(
        en=(
            "The sources of the event give only other values for this field.",
            "Check it against the sources.",
        ),
        id=("Semua sumber menyebutkan isian lain untuk bagian ini.", "Cocokkan dengan sumbernya."),
    ),
    "event.year_differs": warning(
        en=("The dates of the event are in another year than its name.", "Check both."),
        id=("Tahun pada nama tidak sesuai dengan tanggal kegiatan.", "Periksa keduanya."),
    ),
    "speech.capacity_without_reader": warning(
        en=(
            "The speech was read or given for someone else, but it is not stated by whom.",
            "Enter that person as the reader, if the source names them.",
        ),
        id=(
            "Sambutan ini dibacakan atau diwakili, tetapi orangnya belum disebut.",
            "Isi pembaca atau wakilnya, bila sumbernya menyebutkan.",
        ),
    ),
    "turnout.count_differs": warning(
        en=(
            "The numbers do not fit the {expected} regions in the region data.",
            "Check the numbers and the region, or ignore this if regions were split since.",
        ),
        id=(
            "Angka ini tidak sesuai dengan {expected} wilayah dalam data wilayah.",
            "Periksa angka dan wilayahnya, atau abaikan bila wilayahnya baru dimekarkan.",
        ),
    ),
    "turnout.delegation_missing": warning(
        en=(
            "A source says that all regions took part, but the list lacks {missing} of them.",
            "Check both.",
        ),
        id=(
            "Menurut sumber semua wilayah hadir, tetapi {missing} wilayah tidak ada di daftar.",
            "Periksa keduanya.",
        ),
    ),
    "turnout.delegations_differ": warning(
        en=(
            "The list of delegations has {listed} of these regions; this source says otherwise.",
            "Check both.",
        ),
        id=(
            "Daftar kontingen memuat {listed} wilayah; sumber ini menyebutkan lain.",
            "Periksa keduanya.",
        ),
    ),
}
"""Code → message. The records are valid; a warning asks for a look."""
