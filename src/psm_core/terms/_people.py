"""How the population administration codes a person."""

from ._term import Scheme, Term

_DUKCAPIL = "Formulir administrasi kependudukan, kode yang beredar di OpenSID v2410"


class Sex(
    Term,
    scheme=Scheme("jenis-kelamin", "Jenis kelamin", _DUKCAPIL),
    aliases={
        "L": "LAKI_LAKI",
        "LK": "LAKI_LAKI",
        "male": "LAKI_LAKI",
        "pria": "LAKI_LAKI",
        "P": "PEREMPUAN",
        "PR": "PEREMPUAN",
        "female": "PEREMPUAN",
        "wanita": "PEREMPUAN",
    },
):
    """Jenis kelamin."""

    LAKI_LAKI = ("1", "Laki-laki", "male")
    PEREMPUAN = ("2", "Perempuan", "female")
