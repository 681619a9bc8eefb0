"""What else a region has: codes in other systems, what it and its head are called, former names."""

from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from .._core.lazy import cached_property
from ..terms import RegionKind, RegionLevel
from ..values.region_code import BPSCode, ISOCode, RegionCode
from .packed_table import PackedRegions

if TYPE_CHECKING:
    from .history import History

Code = TypeVar("Code", BPSCode, ISOCode)
_DISTRICT, _VILLAGE = RegionLevel.DISTRICT, RegionLevel.VILLAGE


class Pairs(Generic[Code]):
    """Codes of regions and those of another system, both ways."""

    def __init__(self, table: PackedRegions, name: str, kind: type[Code], reach: str) -> None:
        """Read the small table of the pairs; `reach` tells which codes it knows."""
        self.reach = reach
        pairs = [(RegionCode(code), kind(other)) for code, other in table.table(name)]
        self.there: dict[RegionCode, Code] = dict(pairs)
        self.back: dict[Code, RegionCode] = {other: code for code, other in pairs}


class Said(NamedTuple):
    """What a region of a kind is called in a place, and its head."""

    title: str | None
    head: str | None


class Facts:
    """The small tables about regions, each read when it is first needed."""

    def __init__(self, table: PackedRegions) -> None:
        """Keep the packed table."""
        self._table = table

    @cached_property
    def history(self) -> "History":
        """What became of codes and names."""
        from .history import History  # noqa: PLC0415 - importing the package stays quick

        return History(self._table)

    @cached_property
    def bps(self) -> Pairs[BPSCode]:
        """The codes of Statistics Indonesia, to level 2."""
        return Pairs(self._table, "bps", BPSCode, "BPS 2020, provinces and regencies")

    @cached_property
    def iso(self) -> Pairs[ISOCode]:
        """The codes of ISO 3166-2, of provinces."""
        return Pairs(self._table, "iso", ISOCode, "ISO 3166-2")

    def said(self, code: RegionCode) -> Said:
        """Return what the rule for the nearest place says that the region lies in."""
        for place in (*map(str, code.ancestors), ""):
            rule = self._rules.get((place, code.kind.name))
            if rule is not None:
                return rule
        return Said(None, None)

    def words(self) -> list[tuple[str, int]]:
        """Return each local title, and how many digits the codes of its regions have."""
        rules = self._rules.items()
        return [
            (said.title, (_DISTRICT if kind == "KECAMATAN" else _VILLAGE).digits)
            for (_, kind), said in rules
            if said.title
        ]

    @cached_property
    def _rules(self) -> dict[tuple[str, str], Said]:
        return {
            (within, kind): Said(title or None, head or None)
            for within, kind, title, head, _ in self._table.table("titles")
        }


def kinds(table: PackedRegions, digits: str) -> dict[RegionKind, int]:
    """Return how many regions of each kind there are: a region and all inside it."""
    upper, villages = table.inside(digits)
    counts = dict.fromkeys(RegionKind, 0)
    for row in upper:
        counts[RegionCode.from_digits(table.upper_digits(row)).kind] += 1
    of_villages = (RegionKind.KELURAHAN, RegionKind.DESA, RegionKind.DESA_ADAT)
    for kind in table.kinds(villages):
        counts[of_villages[kind - 1]] += 1
    return counts
