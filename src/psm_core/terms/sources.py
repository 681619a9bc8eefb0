"""Sources that several vocabularies share."""

from typing import Final

DUKCAPIL: Final = "Formulir administrasi kependudukan, kode yang beredar di OpenSID v2410"
"""The forms of the population administration. The forms follow Permendagri 109/2019. Its own lists
could not be read, so the codes are those of village software, which agree with the forms."""
PRACTICE: Final = "Praktik lapangan"
"""Usage in the field, for lists that no act or form contains."""
PSM_CORE: Final = "Kosakata psm-core"
"""Lists that only this package defines."""
CHILD_ACT: Final = "UU 23/2002 Pasal 1 angka 1, diubah dengan UU 35/2014"
"""A child is under 18 (*belum berusia 18 tahun*), so an adult is at least 18. Read in restatements
by the ministry for children and by universities, which agree."""
ELDERLY_ACT: Final = "UU 13/1998 Pasal 1 angka 2"
"""An elderly person (*lanjut usia*) is at least 60. Read in restatements, which agree."""
VILLAGE_PROGRAMS: Final = "Kode yang beredar di program desa"
"""Codes that several public programs of villages share. Their act could not be read."""
CARDS_118: Final = "Kartu keluarga sejak Permendagri 118/2017"
"""Words of newer family cards. Permendagri 109/2019 has replaced the decree on these cards; the
lists of neither could be read."""
