"""How well the text of an act is known."""

from .._core.vocabulary import Scheme, Term
from .sources import PSM_CORE


class ReadingStatus(
    Term, scheme=Scheme("status-pembacaan", "Status pembacaan peraturan", PSM_CORE)
):
    """Whether the text of an act was read, or what others write about it.

    >>> from psm_core.terms import ReadingStatus
    >>> [one.label for one in ReadingStatus]
    ['Naskah dibaca', 'Menurut sumber lain', 'Naskah tidak ditemukan']
    """

    READ = ("1", "Naskah dibaca", "the text was read")
    SECONDARY = ("2", "Menurut sumber lain", "as others restate it")
    NONE = ("3", "Naskah tidak ditemukan", "the text was not found")
