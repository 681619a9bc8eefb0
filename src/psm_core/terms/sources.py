"""Sources that several vocabularies share."""

from typing import Final

DUKCAPIL: Final = "Formulir administrasi kependudukan, kode yang beredar di OpenSID v2410"
"""The forms of the population administration. The forms follow Permendagri 109/2019. Its own lists
could not be read, so the codes are those of village software, which agree with the forms."""
PRACTICE: Final = "Praktik lapangan"
"""Usage in the field, for lists that no act or form contains."""
PSM_CORE: Final = "Kosakata psm-core"
"""Lists that only this package defines."""
