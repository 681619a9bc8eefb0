"""Whom services and categories are about."""

from ._term import Scheme, Term


class SubjectUnit(
    Term,
    scheme=Scheme("sasaran", "Sasaran pelayanan", "PP 39/2012"),
    aliases={"Individu": "PERSEORANGAN"},
):
    """Whom a service or a category is about."""

    PERSEORANGAN = ("1", "Perseorangan", "a person")
    KELUARGA = ("2", "Keluarga", "a family")
    KELOMPOK = ("3", "Kelompok", "a group")
    MASYARAKAT = ("4", "Masyarakat", "a community")
