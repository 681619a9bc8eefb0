"""The small tables about regions: codes of other systems, local titles, changes."""

from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from .._core.lazy import cached_property
from ..terms import RegionKind, RegionLevel
from ..values.region_code import BPSCode, ISOCode, RegionCode, code_of_digits
from .packed_table import PackedRegions

if TYPE_CHECKING:
    from .history import History

Code = TypeVar("Code", BPSCode, ISOCode)
_DISTRICT, _VILLAGE = RegionLevel.DISTRICT, RegionLevel.VILLAGE


class CodePairs(Generic[Code]):
    """Codes of regions and their codes in another system."""

    def __init__(self, table: PackedRegions, name: str, code_type: type[Code], scope: str) -> None:
        """Read the table of the pairs. `scope` describes which codes it contains."""
        self.scope = scope
        pairs = [(RegionCode(code), code_type(other)) for code, other in table.table(name)]
        self.by_region: dict[RegionCode, Code] = dict(pairs)
        self.by_code: dict[Code, RegionCode] = {other: code for code, other in pairs}


class LocalTitles(NamedTuple):
    """The titles of a region and of its head."""

    title: str | None
    head: str | None


class Details:
    """The small tables about regions. Each is read when it is first needed."""

    def __init__(self, table: PackedRegions) -> None:
        """Keep the packed table."""
        self._table = table

    @cached_property
    def history(self) -> "History":
        """The changes of codes and names."""
        from .history import History  # noqa: PLC0415 - importing the package stays quick

        return History(self._table)

    @cached_property
    def bps(self) -> CodePairs[BPSCode]:
        """The codes of Statistics Indonesia, for levels 1 and 2."""
        return CodePairs(self._table, "bps", BPSCode, "BPS 2020, provinces and regencies")

    @cached_property
    def iso(self) -> CodePairs[ISOCode]:
        """The codes of provinces in ISO 3166-2."""
        return CodePairs(self._table, "iso", ISOCode, "ISO 3166-2")

    def local_titles(self, code: RegionCode) -> LocalTitles:
        """Return the titles for the smallest region around it that has a rule."""
        for place in (*map(str, code.ancestors), ""):
            rule = self._rules.get((place, code.kind.name))
            if rule is not None:
                return rule
        return LocalTitles(None, None)

    def title_lengths(self) -> list[tuple[str, int]]:
        """Return each local title, and how many digits the codes of its regions have."""
        rules = self._rules.items()
        return [
            (titles.title, (_DISTRICT if kind == "KECAMATAN" else _VILLAGE).digits)
            for (_, kind), titles in rules
            if titles.title
        ]

    @cached_property
    def _rules(self) -> dict[tuple[str, str], LocalTitles]:
        return {
            (within, kind): LocalTitles(title or None, head or None)
            for within, kind, title, head, _ in self._table.table("titles")
        }


def count_kinds(table: PackedRegions, digits: str) -> dict[RegionKind, int]:
    """Return the number of regions of each kind: a region and all regions inside it."""
    upper, villages = table.inside(digits)
    counts = dict.fromkeys(RegionKind, 0)
    for row in upper:
        counts[code_of_digits(table.upper_digits(row)).kind] += 1
    of_villages = (RegionKind.KELURAHAN, RegionKind.DESA, RegionKind.DESA_ADAT)
    for kind in table.kinds(villages):
        counts[of_villages[kind - 1]] += 1
    return counts
