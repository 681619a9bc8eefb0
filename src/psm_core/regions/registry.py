"""`RegionRegistry`: all regions in force, looked up by code, name and position."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, final

from .._core.arguments import require
from .._core.lazy import cached_property
from .._core.resources import open_packaged
from ..errors import UnknownRegionError
from ..terms import RegionKind
from ..values.region_code import BPSCode, ISOCode, RegionCode, code_of_digits
from .details import Code, CodePairs, Details, count_kinds
from .name_lookup import NameLookup
from .packed_table import PackedRegions
from .region import Region
from .status import CodeStatus, CodeValidity, code_status

if TYPE_CHECKING:
    from .crosswalk import Crosswalk
    from .history import RegionAct, RegionChange

_CACHED = 512


@final
class RegionRegistry(NameLookup):
    """An immutable mapping from code to region, in order of code.

    A lookup reads the packed table, which stays on disk. Threads and forks may share a registry.

    >>> regions = load_regions()
    >>> len(regions), regions.vintage
    (91599, '2025-06')
    >>> regions[RegionCode("91.01")]
    Traceback (most recent call last):
    psm_core.errors.UnknownRegionError: no region 91.01 in the vintage 2025-06; it was replaced by \
93.01 (UU 14/2022)

    """

    def __init__(self, table: PackedRegions, /) -> None:
        """Create a registry of a packed table. Use `load_regions` instead."""
        self._table = table
        self._cache: dict[str, Region] = {}
        self.details: Details = Details(table)
        """The small tables about regions."""

    @cached_property
    def acts(self) -> "tuple[RegionAct, ...]":
        """The acts that listed or changed regions since 2017, the oldest first.

        >>> print(*(act.number for act in load_regions().acts if act.counts), sep="; ")
        Permendagri 137/2017; Permendagri 72/2019; Kepmendagri 050-145/2022; \
Kepmendagri 100.1.1-6117/2022; Kepmendagri 300.2.2-2138/2025; Kepmendagri 300.2.2-2430/2025

        """
        from .history import acts  # noqa: PLC0415 - importing the package stays quick

        return acts(self._table)

    @property
    def act(self) -> "RegionAct":
        """The act in force."""
        return self.acts[-1]

    @property
    def vintage(self) -> str:
        """The year and month of the act in force."""
        return f"{self.act.date:%Y-%m}"

    def __getitem__(self, code: RegionCode, /) -> Region:
        """Return the region, or raise UnknownRegionError."""
        if type(code) is not RegionCode:
            shown = f"({type(code).__name__}, not a RegionCode)"  # it may be a NIK
            del code  # for the same reason: the traceback keeps this frame
            raise UnknownRegionError(shown, self.vintage)
        digits = code.digits
        region = self._cache.get(digits)
        if region is not None:
            return region
        name = self._table.name(digits)
        if name is None:
            status = self.status(code)
            successor = None if status.successor is None else f"{status.successor} ({status.act})"
            raise UnknownRegionError(str(code), self.vintage, successor)
        if len(self._cache) >= _CACHED:
            self._cache = {}
        region = self._cache[digits] = Region(code, name, self)
        return region

    def __iter__(self) -> Iterator[RegionCode]:
        """Yield every code in order: each region before the regions inside it."""
        return map(code_of_digits, self._table.below())

    def __contains__(self, code: object) -> bool:
        """Return whether a code is in force."""
        return type(code) is RegionCode and self._table.row(code.digits) is not None

    def __len__(self) -> int:
        """Return the number of regions."""
        return len(self._table)

    def __hash__(self) -> int:
        """Return a hash of the identity."""
        return id(self)

    def __eq__(self, other: object) -> bool:
        """Return whether it is the same registry, without a comparison of rows."""
        return self is other

    def __reduce__(self) -> "tuple[Callable[[], RegionRegistry], tuple[()]]":
        """Pickle as a call of `load_regions`."""
        return load_regions, ()

    def __repr__(self) -> str:
        return f"<RegionRegistry {self.vintage}, {len(self)} regions>"

    def _repr_html_(self) -> str:
        from .html import tree  # noqa: PLC0415 - as above

        return f"<p>{self.act.number}: {len(self)} regions</p>{tree(self.children())}"

    def to_dict(self) -> dict[RegionCode, Region]:
        """Return every region in a plain dictionary.

        It takes some tenths of a second and some 30 MB. It is faster for more than about 200,000
        lookups.
        """
        codes = ((code_of_digits(digits), name) for digits, name in self._table.items())
        return {code: Region(code, name, self) for code, name in codes}

    def ancestors(self, code: RegionCode, /) -> tuple[Region, ...]:
        """Return the regions around one, the smallest first.

        Raises:
            UnknownRegionError: one of them is not in force.

        """
        require(RegionCode, code)
        return tuple(self[above] for above in code.ancestors)

    def children(self, code: RegionCode | None = None, /) -> tuple[Region, ...]:
        """Return the regions directly inside one, in order of code; without a code, the provinces.

        Raises:
            UnknownRegionError: there is no such region.

        """
        return tuple(self._each(self._table.children(self._digits(code))))

    def descendants(self, code: RegionCode | None = None, /) -> Iterator[Region]:
        """Yield all regions inside one, in order of code; without a code, all regions.

        Raises:
            UnknownRegionError: there is no such region.

        """
        return self._each(self._table.below(self._digits(code)))

    def counts(self, code: RegionCode | None = None, /) -> Mapping[RegionKind, int]:
        """Return the number of regions of each kind: a region and all inside it, or the country.

        >>> counts = load_regions().counts(RegionCode("63"))
        >>> counts[RegionKind.KABUPATEN], counts[RegionKind.KOTA], counts[RegionKind.KECAMATAN]
        (11, 2, 156)

        Raises:
            UnknownRegionError: there is no such region.

        """
        return count_kinds(self._table, self._digits(code))

    def status(self, code: RegionCode, /) -> CodeStatus:
        """Return whether a code is in force, retired (with its successor), unverified or unknown.

        >>> regions = load_regions()
        >>> for code in ("63.10", "91.01", "64.04", "99.01"):
        ...     print(code, regions.status(RegionCode(code)).validity.value)
        63.10 current
        91.01 retired
        64.04 unverified
        99.01 unknown

        """
        require(RegionCode, code)
        return code_status(code, self)

    def current(self, code: RegionCode, /) -> RegionCode | None:
        """Return the code in force for a code, or for a region around it; None if unknown.

        A village or kecamatan without a known successor gives the successor of its parent.

        >>> load_regions().current(RegionCode("91.01.99"))
        RegionCode('93.01')

        """
        status = self.status(code)
        return (
            code if status.validity is CodeValidity.CURRENT else status.successor or status.within
        )

    def successor(self, code: RegionCode, /) -> RegionCode | None:
        """Return the code in force that replaced a retired code; None for any other code.

        >>> load_regions().successor(RegionCode("92.71"))
        RegionCode('96.71')

        """
        require(RegionCode, code)
        change = self.details.history.retirement(code)
        return None if change is None else change.successor

    def predecessors(self, code: RegionCode, /) -> tuple[RegionCode, ...]:
        """Return the retired codes that a code in force replaced.

        >>> load_regions().predecessors(RegionCode("93.01"))
        (RegionCode('91.01'),)

        """
        require(RegionCode, code)
        return tuple(change.code for change in self.details.history.replaced_by(code))

    def lineage(self, code: RegionCode, /) -> "tuple[RegionChange, ...]":
        """Return the known changes of a region, by its present code or a retired one.

        >>> for change in load_regions().lineage(RegionCode("81.03")):
        ...     print(change.name, change.act)
        Maluku Tenggara Barat PP 2/2019

        """
        now = self.successor(code) or code
        renaming = self.details.history.renaming(now)
        return (*self.details.history.replaced_by(now), *(() if renaming is None else (renaming,)))

    def changes(self, act: str | None = None) -> "tuple[RegionChange, ...]":
        """Return all recorded changes of codes and names, or those by the act with a number.

        Raises:
            ValueError: no act has this number.

        >>> len(load_regions().changes("UU 14/2022"))
        84

        """
        if act is not None and act not in {one.number for one in self.acts}:
            raise ValueError(f"no act has the number {act!r}; the acts are in RegionRegistry.acts")
        return tuple(one for one in self.details.history.changes() if act in {None, one.act})

    def crosswalk(self, codes: Iterable[RegionCode | str | None]) -> "Crosswalk":
        """Return the code in force for each code of a list: one entry for each, in the same order.

        For text that is no code, the entry gives the reason. The codes may be a column of Arrow,
        numpy, pandas or polars, in which NaN and NA are missing values like None.

        Raises:
            TypeError: the codes are one text, a mapping, a table or a column of numbers.

        """
        from .crosswalk import crosswalk  # noqa: PLC0415 - as above

        return crosswalk(codes, self.status, self.lineage)

    def by_bps(self, code: BPSCode, /) -> Region:
        """Return the region with a code of Statistics Indonesia of 2020, for levels 1 and 2.

        In the home ministry's system the same digits are another region: 11.01 is Aceh Selatan.

        >>> load_regions().by_bps(BPSCode("1101")).full_name
        'Kabupaten Simeulue'

        Raises:
            UnknownRegionError: no region has this code.

        """
        return self._paired(code, BPSCode, self.details.bps)

    def by_iso(self, code: ISOCode, /) -> Region:
        """Return the province with a code of ISO 3166-2.

        >>> load_regions().by_iso(ISOCode("ID-KS")).name
        'Kalimantan Selatan'

        Raises:
            UnknownRegionError: no province has this code.

        """
        return self._paired(code, ISOCode, self.details.iso)

    def _paired(self, code: Code, code_type: type[Code], pairs: CodePairs[Code]) -> Region:
        require(code_type, code)
        if code not in pairs.by_code:
            raise UnknownRegionError(str(code), pairs.scope)
        return self[pairs.by_code[code]]


_loaded: dict[str, RegionRegistry] = {}


def load_regions() -> RegionRegistry:
    """Return the regions of the decree in force, which the package contains.

    Source: Kepmendagri 300.2.2-2138/2025 as amended by Kepmendagri 300.2.2-2430/2025; see NOTICE.

    >>> load_regions()[RegionCode("63.10.09")].full_name
    'Kecamatan Angsana'
    """
    name = "regions.bin"
    if name not in _loaded:  # two threads at once get the same registry
        _loaded.setdefault(name, RegionRegistry(PackedRegions(open_packaged(name))))
    return _loaded[name]
