"""Names of rows and columns of monthly reports."""

from typing import Final

COUNT: Final = "Jumlah"
NEW: Final = "Kasus baru"
HANDLED: Final = "Kasus ditangani"
CLOSED: Final = "Kasus ditutup"
OPEN: Final = "Kasus terbuka pada akhir bulan"
PEOPLE: Final = "Penerima layanan"
VISITS: Final = "Pendampingan"
REFERRALS: Final = "Rujukan dikirim"
EVENTS: Final = "Kegiatan diikuti"
TRAININGS: Final = "Pelatihan selesai"
SUMMARY: Final = (NEW, HANDLED, CLOSED, OPEN, PEOPLE, VISITS, REFERRALS, EVENTS, TRAININGS)
DISTINCT: Final = (HANDLED, CLOSED, OPEN, PEOPLE)
"""The columns that count cases or beneficiaries, of which several workers can have the same."""

STEPS: Final = "Langkah"
MINUTES: Final = "Menit"
STEP_COLUMNS: Final = (STEPS, MINUTES, "Tanpa catatan menit")

SENT_NOW: Final = "Dikirim bulan ini"
SENT_BEFORE: Final = "Dikirim sebelumnya"
UNANSWERED: Final = "Belum dijawab"

UNKNOWN: Final = "Tidak diketahui"
UNCLASSIFIED: Final = "Belum diklasifikasikan"
NO_RECORD: Final = "Tanpa data penerima"
