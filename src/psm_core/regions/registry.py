"""The registry: every region in force as a mapping, and all that is asked about them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING, final

from .._core.lazy import cached_property
from .._core.resources import open_packaged
from ..errors import UnknownRegionError, short_traceback
from ..terms import RegionKind, RegionLevel
from ..values.region_code import BPSCode, ISOCode, RegionCode
from .facts import Code, Facts, Pairs, kinds
from .packed_table import PackedRegions
from .region import Region, tree
from .status import CodeStatus, CodeValidity

if TYPE_CHECKING:
    from .crosswalk import Crosswalk
    from .history import RegionAct, RegionChange
    from .name_index import NameIndex
    from .name_search import NameSearch
    from .resolution import Resolution
    from .resolver import Resolver

_KEPT = 512


@final
class RegionRegistry(Mapping[RegionCode, Region]):
    """An immutable mapping from code to region, in order of code.

    Look-ups go to the packed table, and nothing is loaded whole. Threads and forks may share it.

    >>> regions = load_regions()
    >>> len(regions), regions.vintage
    (91599, '2025-06')
    >>> regions[RegionCode("91.01")]
    Traceback (most recent call last):
    psm_core.errors.UnknownRegionError: no region 91.01 in the vintage 2025-06; it was replaced by \
93.01 (UU 14/2022)

    """

    def __init__(self, table: PackedRegions, /) -> None:
        """Keep the table. Users ask `load_regions` for a registry."""
        self._table = table
        self._made: dict[str, Region] = {}
        self.facts: Facts = Facts(table)
        """The small tables that the properties of a region read."""

    @cached_property
    def acts(self) -> "tuple[RegionAct, ...]":
        """The acts that listed or changed regions since 2017, oldest first.

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
        """Year and month of the act in force."""
        return f"{self.act.date:%Y-%m}"

    def __getitem__(self, code: RegionCode, /) -> Region:
        """Return the region, or raise UnknownRegionError."""
        if type(code) is not RegionCode:
            told = f"({type(code).__name__}, not a RegionCode)"  # it may be a NIK: never shown
            del code  # nor kept in the traceback
            raise UnknownRegionError(told, self.vintage)
        digits = code.digits
        region = self._made.get(digits)
        if region is not None:
            return region
        name = self._table.name(digits)
        if name is None:
            status = self.status(code)
            now = None if status.successor is None else f"{status.successor} ({status.act})"
            raise UnknownRegionError(str(code), self.vintage, now)
        if len(self._made) >= _KEPT:
            self._made = {}
        region = self._made[digits] = Region(code, name, self)
        return region

    def __iter__(self) -> Iterator[RegionCode]:
        """Yield every code in order: each region before what lies in it."""
        return map(RegionCode.from_digits, self._table.below())

    def __contains__(self, code: object) -> bool:
        """Tell whether a code is in force."""
        return type(code) is RegionCode and self._table.row(code.digits) is not None

    def __len__(self) -> int:
        """Return how many regions there are."""
        return len(self._table)

    def __hash__(self) -> int:
        """Return the identity: a registry is one thing and never changes."""
        return id(self)

    def __eq__(self, other: object) -> bool:
        """Tell whether it is the same registry; comparing 91,599 rows is never meant."""
        return self is other

    def __reduce__(self) -> "tuple[Callable[[], RegionRegistry], tuple[()]]":
        """Travel by pickle as what `load_regions` returns."""
        return load_regions, ()

    def __repr__(self) -> str:
        return f"<RegionRegistry {self.vintage}, {len(self)} regions>"

    def _repr_html_(self) -> str:
        return f"<p>{self.act.number}: {len(self)} regions</p>{tree(self.children())}"

    def to_dict(self) -> dict[RegionCode, Region]:
        """Return every region in a plain dictionary, for very many look-ups.

        It takes some tenths of a second and some 30 MB, and pays from some 200,000 look-ups on.
        """
        codes = ((RegionCode.from_digits(digits), name) for digits, name in self._table.items())
        return {code: Region(code, name, self) for code, name in codes}

    def ancestors(self, code: RegionCode, /) -> tuple[Region, ...]:
        """Return the regions that one lies in, the nearest first.

        Raises:
            UnknownRegionError: one of them is not in force.

        """
        _require(RegionCode, code)
        return tuple(self[above] for above in code.ancestors)

    def children(self, code: RegionCode | None = None, /) -> tuple[Region, ...]:
        """Return the regions right below one, in order of code; without a code, the provinces.

        Raises:
            UnknownRegionError: there is no such region.

        """
        return tuple(self._each(self._table.children(self._known(code))))

    def descendants(self, code: RegionCode | None = None, /) -> Iterator[Region]:
        """Return all regions inside one, one by one in order of code.

        Raises:
            UnknownRegionError: there is no such region.

        """
        return self._each(self._table.below(self._known(code)))

    def counts(self, code: RegionCode | None = None, /) -> Mapping[RegionKind, int]:
        """Return how many regions of each kind there are in the country, or in one and with it.

        >>> counts = load_regions().counts(RegionCode("63"))
        >>> counts[RegionKind.KABUPATEN], counts[RegionKind.KOTA], counts[RegionKind.KECAMATAN]
        (11, 2, 156)

        Raises:
            UnknownRegionError: there is no such region.

        """
        return kinds(self._table, self._known(code))

    def status(self, code: RegionCode, /) -> CodeStatus:
        """Tell whether a code is in force, retired (and its successor), unverified or unknown.

        >>> regions = load_regions()
        >>> for code in ("63.10", "91.01", "64.04", "99.01"):
        ...     print(code, regions.status(RegionCode(code)).validity.value)
        63.10 current
        91.01 retired
        64.04 unverified
        99.01 unknown

        """
        _require(RegionCode, code)
        if code in self:
            return CodeStatus(CodeValidity.CURRENT)
        change = self.facts.history.retirement(code)
        if change is not None:
            new = change.successor
            return CodeStatus(CodeValidity.RETIRED, new, self[new].full_name, change.act)
        if not self.facts.history.may_have_been(code):
            return CodeStatus(CodeValidity.UNKNOWN)
        within = next((now for one in code.ancestors if (now := self.current(one))), None)
        if code.level is RegionLevel.REGENCY or (within and within.level is RegionLevel.PROVINCE):
            within = None  # it may have gone to another province, as those of Kalimantan Utara did
        return CodeStatus(CodeValidity.UNVERIFIED, within=within)

    def current(self, code: RegionCode, /) -> RegionCode | None:
        """Return the region in force that a code stands for, or at least lies in; None if unknown.

        A village or kecamatan of which no successor is known lies in what its parent is today.

        >>> load_regions().current(RegionCode("91.01.99"))
        RegionCode('93.01')

        """
        status = self.status(code)
        return (
            code if status.validity is CodeValidity.CURRENT else status.successor or status.within
        )

    def successor(self, code: RegionCode, /) -> RegionCode | None:
        """Return the code in force that replaced a retired one; None for any other.

        >>> load_regions().successor(RegionCode("92.71"))
        RegionCode('96.71')

        """
        _require(RegionCode, code)
        change = self.facts.history.retirement(code)
        return None if change is None else change.successor

    def predecessors(self, code: RegionCode, /) -> tuple[RegionCode, ...]:
        """Return the retired codes that one in force replaced.

        >>> load_regions().predecessors(RegionCode("93.01"))
        (RegionCode('91.01'),)

        """
        _require(RegionCode, code)
        return tuple(change.code for change in self.facts.history.replaced_by(code))

    def lineage(self, code: RegionCode, /) -> "tuple[RegionChange, ...]":
        """Return what is known to have changed of a region, whichever of its codes is given.

        >>> for change in load_regions().lineage(RegionCode("81.03")):
        ...     print(change.name, change.act)
        Maluku Tenggara Barat PP 2/2019

        """
        now = self.successor(code) or code
        renaming = self.facts.history.renaming(now)
        return (*self.facts.history.replaced_by(now), *(() if renaming is None else (renaming,)))

    def changes(self, act: str | None = None) -> "tuple[RegionChange, ...]":
        """Return every change of a code or a name that is kept, or those of one act's number.

        Raises:
            ValueError: no act that is kept has this number.

        >>> len(load_regions().changes("UU 14/2022"))
        84

        """
        if act is not None and act not in {one.number for one in self.acts}:
            raise ValueError(f"no act has the number {act!r}; the acts are in RegionRegistry.acts")
        return tuple(one for one in self.facts.history.changes() if act in {None, one.act})

    def crosswalk(self, codes: Iterable[RegionCode | str | None]) -> "Crosswalk":
        """Return the code in force for each code of a list: one entry for each, in the same order.

        For text that is no code, the entry gives the reason. The codes may be a column of Arrow,
        numpy, pandas or polars, in which NaN and NA are missing values like None.

        Raises:
            TypeError: the codes are one text, a mapping, a table or a column of numbers.

        """
        from .crosswalk import crosswalk  # noqa: PLC0415 - as above

        return crosswalk(codes, self.status, self.lineage)

    @short_traceback
    def search(
        self,
        text: str,
        *,
        level: RegionLevel | None = None,
        within: RegionCode | None = None,
        limit: int = 20,
    ) -> tuple[Region, ...]:
        """Return the regions that a text may name, best first.

        A name that is the text comes before one that begins with it, and that before one that
        contains it; then come the larger regions, then the lower codes. Where no name has the
        text in it, misspelt ones come: a letter too many, too few or wrong, or two that changed
        places; twice in a long name. Blanks, dashes, apostrophes and capitals make no difference.
        A kind or local title may stand before the name (``Kab. Tanah Bumbu``), and abbreviations
        and former names are known (``Kalsel``, ``Toba Samosir``).

        >>> regions = load_regions()
        >>> [r.full_name for r in regions.search("tanah bubmu", level=RegionLevel.REGENCY)]
        ['Kabupaten Tanah Bumbu']
        >>> regions.search("kec. angsana", within=RegionCode("63"))[0].full_name
        'Kecamatan Angsana'

        Raises:
            UnknownRegionError: there is no region `within`.

        """
        _require(str, text)
        _require(RegionLevel, level, optional=True)
        from .name_index import NameQuery  # noqa: PLC0415 - as above

        query = NameQuery(text, (self._known(within),), level.digits if level else 0)
        found = self._name_search.search(query)
        return tuple(self._each(islice(found, max(limit, 0))))

    @short_traceback
    def resolve(
        self,
        name: str,
        *,
        level: RegionLevel | None = None,
        within: RegionCode | None = None,
        suggest: bool = True,
    ) -> "Resolution":
        """Tell which region a name or an address line means: one, several or none.

        Nothing is corrected silently: a misspelt name is no region, with suggestions. A name of
        today comes before a former one. Suggestions take most of the time for an unknown name;
        with `suggest` False there are none.

        >>> from psm_core.regions import NoRegion, OneRegion, SeveralRegions
        >>> regions = load_regions()
        >>> line = "Jl. Raya RT 02, Ds. Angsana, Kec. Angsana, Kab. Tanah Bumbu, Kalsel"
        >>> match regions.resolve(line):
        ...     case OneRegion(region):
        ...         print(repr(region))
        ...     case SeveralRegions(candidates):
        ...         print("which of", len(candidates))
        ...     case NoRegion(suggestions):
        ...         print("perhaps", suggestions)
        <Region 63.10.09.2005 Desa Angsana, Kecamatan Angsana, Kabupaten Tanah Bumbu, \
Kalimantan Selatan>

        Raises:
            UnknownRegionError: there is no region `within`.

        """
        from .name_index import NameQuery  # noqa: PLC0415 - as above
        from .resolution import NoRegion, OneRegion, SeveralRegions  # noqa: PLC0415 - as above

        _require(str, name)
        _require(RegionLevel, level, optional=True)
        query = NameQuery(name, (self._known(within),), level.digits if level else 0)
        match = self._resolver.resolve(query, suggest=suggest)
        if not match.regions:
            recognized = self._region(match.within) if match.within else None
            return NoRegion(tuple(map(self._region, match.suggestions)), recognized)
        first, *others = map(self._region, match.regions)
        return SeveralRegions((first, *others)) if others else OneRegion(first)

    def by_bps(self, code: BPSCode, /) -> Region:
        """Return the region with a code of Statistics Indonesia, as of 2020 and to level 2.

        The same digits mean another place in the home ministry's system: 11.01 is Aceh Selatan.

        >>> load_regions().by_bps(BPSCode("1101")).full_name
        'Kabupaten Simeulue'

        Raises:
            UnknownRegionError: the table pairs no region with it.

        """
        return self._paired(code, BPSCode, self.facts.bps)

    def by_iso(self, code: ISOCode, /) -> Region:
        """Return the province with a code of ISO 3166-2.

        >>> load_regions().by_iso(ISOCode("ID-KS")).name
        'Kalimantan Selatan'

        Raises:
            UnknownRegionError: no province has it.

        """
        return self._paired(code, ISOCode, self.facts.iso)

    @cached_property
    def _name_index(self) -> "NameIndex":
        from .address_parser import AddressParser  # noqa: PLC0415 - as above
        from .name_index import NameIndex  # noqa: PLC0415 - as above

        return NameIndex(self._table, self.facts.history, AddressParser(self.facts.words()))

    @cached_property
    def _name_search(self) -> "NameSearch":
        from .name_search import NameSearch  # noqa: PLC0415 - as above

        return NameSearch(self._table, self._name_index)

    @cached_property
    def _resolver(self) -> "Resolver":
        from .resolver import Resolver  # noqa: PLC0415 - as above

        return Resolver(self._name_index, self._name_search)

    def _paired(self, code: Code, kind: type[Code], pairs: Pairs[Code]) -> Region:
        _require(kind, code)
        if code not in pairs.back:
            raise UnknownRegionError(str(code), pairs.reach)
        return self[pairs.back[code]]

    def _region(self, digits: str) -> Region:
        return self._made.get(digits) or self[RegionCode.from_digits(digits)]

    def _each(self, digits: Iterable[str]) -> Iterator[Region]:
        return map(self._region, digits)

    def _known(self, code: RegionCode | None) -> str:
        """Return the digits of a region in force, or an empty text for the whole country."""
        _require(RegionCode, code, optional=True)
        return "" if code is None else self[code].code.digits


_bundled: dict[str, RegionRegistry] = {}


def load_regions() -> RegionRegistry:
    """Return the regions of the decree in force, which come with the package.

    Source: Kepmendagri 300.2.2-2138/2025 as amended by 300.2.2-2430/2025; see NOTICE.

    >>> load_regions()[RegionCode("63.10.09")].full_name
    'Kecamatan Angsana'
    """
    name = "regions.bin"
    if name not in _bundled:  # should two threads come at once, one registry stays for both
        _bundled.setdefault(name, RegionRegistry(PackedRegions(open_packaged(name))))
    return _bundled[name]


def _require(cls: type, value: object, *, optional: bool = False) -> None:
    """Raise TypeError, without the value, if it is no instance of a class."""
    if not (isinstance(value, cls) or (optional and value is None)):
        raise TypeError(f"a {cls.__name__} is needed here, not {type(value).__name__}")
