"""`NameLookup`: regions by their names, and what a name or an address line means."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING, cast

from .._core.arguments import require
from .._core.lazy import cached_property
from .._core.text_value import parse_or_issue
from ..errors import short_traceback
from ..terms import RegionLevel
from ..values.region_code import RegionCode, code_of_digits
from .details import Details
from .packed_table import PackedRegions
from .region import Region

if TYPE_CHECKING:
    from .resolution import Resolution
    from .resolver import NameResolver


class NameLookup(Mapping[RegionCode, Region]):
    """The part of a `RegionRegistry` that searches and resolves names."""

    _table: PackedRegions
    _cache: dict[str, Region]
    details: Details
    """The small tables about regions."""

    @short_traceback
    def search(
        self,
        text: str,
        *,
        level: RegionLevel | None = None,
        within: RegionCode | None = None,
        limit: int = 20,
    ) -> tuple[Region, ...]:
        """Return the regions whose name contains a text, the best match first.

        A name equal to the text comes first, then names that begin with it, then names that contain
        it; among these, larger regions, then lower codes. If no name contains the text, the result
        is misspelt names: with a letter too many, too few or wrong, or two letters swapped; in a
        long name, two such mistakes. Blanks, dashes, apostrophes and capitals make no difference. A
        kind or local title may precede the name (``Kab. Tanah Bumbu``). Abbreviations and former
        names are known (``Kalsel``, ``Toba Samosir``).

        >>> from psm_core import load_regions
        >>> regions = load_regions()
        >>> [r.full_name for r in regions.search("tanah bubmu", level=RegionLevel.REGENCY)]
        ['Kabupaten Tanah Bumbu']
        >>> regions.search("kec. angsana", within=RegionCode("63"))[0].full_name
        'Kecamatan Angsana'

        Raises:
            UnknownRegionError: there is no region `within`.

        """
        require(str, text)
        require(RegionLevel, level, optional=True)
        from .name_index import NameQuery  # noqa: PLC0415 - importing the package stays quick

        query = NameQuery(text, (self._digits(within),), level.digits if level else 0)
        found = self._names.search(query)
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
        """Return what a name or an address line means: one region, several or none.

        Nothing is corrected: a misspelt name means no region, and the result has suggestions. A
        name in force takes precedence over a former name. Suggestions take most of the time for an
        unknown name; `suggest=False` omits them. A code means its region; a retired code means the
        one that replaced it. The region `within` may also be named itself.

        >>> from psm_core import load_regions
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
        >>> regions.resolve("63.10.09").region.full_name
        'Kecamatan Angsana'

        Raises:
            UnknownRegionError: there is no region `within`.

        """
        from .name_index import NameQuery  # noqa: PLC0415 - as above
        from .resolution import NoRegion, OneRegion, SeveralRegions  # noqa: PLC0415 - as above

        require(str, name)
        require(RegionLevel, level, optional=True)
        query = NameQuery(name, (self._digits(within),), level.digits if level else 0)
        code = parse_or_issue(RegionCode, name)
        if isinstance(code, RegionCode):
            found = self._in_force(code, level, within)
            return NoRegion() if found is None else OneRegion(found)
        match = self._names.resolve(query, suggest=suggest)
        if not match.regions:
            recognized = self._region(match.within) if match.within else None
            return NoRegion(tuple(map(self._region, match.suggestions)), recognized)
        first, *others = map(self._region, match.regions)
        return SeveralRegions((first, *others)) if others else OneRegion(first)

    @short_traceback
    def resolve_many(
        self,
        names: Iterable[str | None],
        *,
        level: RegionLevel | None = None,
        within: RegionCode | None = None,
        suggest: bool = True,
    ) -> "tuple[Resolution, ...]":
        """Return what each name or address line of a list means, in the same order.

        Each distinct text is resolved once. The names may be a column of Arrow, numpy, pandas or
        polars, in which NaN and NA are missing values like None. A missing name means no region.

        >>> from psm_core import load_regions
        >>> names = ["Kec. Satui", "Kec. Angsana, Kalsel", None, "Kec. Satui"]
        >>> for meant in load_regions().resolve_many(names):
        ...     print(getattr(meant, "region", None))
        Kecamatan Satui
        Kecamatan Angsana
        None
        Kecamatan Satui

        Raises:
            TypeError: the names are one text, a mapping or a table, or contain a value that is no
                text.
            UnknownRegionError: there is no region `within`.

        """
        from .._core.column_values import plain_values  # noqa: PLC0415 - as above
        from .resolution import NoRegion  # noqa: PLC0415 - as above

        self._digits(within)
        texts = plain_values(names, "names")
        found: dict[object, Resolution] = {None: NoRegion()}
        for text in dict.fromkeys(texts):
            if text is not None:
                name = cast("str", text)
                found[text] = self.resolve(name, level=level, within=within, suggest=suggest)
        return tuple(found[text] for text in texts)

    def _in_force(
        self, code: RegionCode, level: RegionLevel | None, within: RegionCode | None
    ) -> Region | None:
        """Return the region with a code, or the one that replaced it, if it is asked for."""
        change = self.details.history.retirement(code)
        successor = None if change is None else change.successor
        region = self.get(successor or code)
        if region is None or (level is not None and region.code.level is not level):
            return None
        return region if within is None or region.code.is_within(within) else None

    @cached_property
    def _names(self) -> "NameResolver":
        from .resolver import NameResolver  # noqa: PLC0415 - as above

        return NameResolver(self._table, self.details)

    def _region(self, digits: str) -> Region:
        return self._cache.get(digits) or self[code_of_digits(digits)]

    def _each(self, digits: Iterable[str]) -> Iterator[Region]:
        return map(self._region, digits)

    def _digits(self, code: RegionCode | None) -> str:
        """Return the digits of a region in force, or an empty text for the whole country."""
        require(RegionCode, code, optional=True)
        return "" if code is None else self[code].code.digits
