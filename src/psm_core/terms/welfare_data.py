"""The national databases of families."""

from .._core.vocabulary import Scheme, Term
from .sources import PRACTICE


class WelfareScheme(
    Term,
    scheme=Scheme("basis-data-sosial", "Basis data kesejahteraan sosial", PRACTICE),
    sources={"DTKS": "Permensos 3/2021", "DTSEN": "Inpres 4/2025"},
    aliases={"Basis Data Terpadu": "BDT"},
):
    """The national databases that ranked or listed families; each replaced the one before.

    >>> from psm_core.terms import WelfareScheme
    >>> WelfareScheme.parse("dtks").gloss, WelfareScheme.DTSEN.gloss
    ('integrated social-welfare data, 2019 to 2025', 'single social and economic data, since 2025')
    """

    BDT = ("1", "BDT", "unified database, 2011 to 2019")
    DTKS = ("2", "DTKS", "integrated social-welfare data, 2019 to 2025")
    REGSOSEK = ("3", "Regsosek", "social and economic registration of 2022")
    DTSEN = ("4", "DTSEN", "single social and economic data, since 2025")
