"""Strategies for every value and record, derived from the field types."""

from collections.abc import Hashable, Mapping
from datetime import date, time, timedelta
from functools import cache
from typing import Any, Final, TypeVar, cast

from .._core.field_types import (
    CollectionType,
    FieldType,
    InstanceUnionType,
    IntegerType,
    OptionalType,
    TermType,
    TextFormat,
    TextType,
    TimeType,
)
from .._core.record import is_record_class, record_info
from .._core.text import is_visible, normalize_text
from .._core.text_value import TextValue
from ..errors import MissingExtraError, ValidationError
from ..records.provenance import FieldSource, Provenance, paths_of
from ..values.date_range import DateRange
from ..values.dates import Month, Quarter
from ..values.edition import Edition
from ..values.extensions import Extensions
from ..values.ids import ID_CLASSES
from ..values.kk import KK
from ..values.nik import NIK
from ..values.partial_date import PartialDate
from ..values.phone import PhoneNumber
from ..values.region_code import BPSCode, ISOCode, RegionCode
from .repair import REPAIRS, Values

try:
    from hypothesis import reject
    from hypothesis import strategies as st
except ImportError:
    raise MissingExtraError("testing") from None

T = TypeVar("T")
V = TypeVar("V", bound=TextValue)
_LETTERS: Final = st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff")
_MAX_ITEMS: Final = 3
_IDS: Final = st.from_regex(r"[A-Za-z][A-Za-z0-9._:-]{0,20}", fullmatch=True)


@st.composite
def niks(draw: st.DrawFn) -> NIK:
    """Draw a NIK of province 99, a code that is never issued.

    >>> from hypothesis import find
    >>> find(niks(), lambda nik: nik.sex.name == "PEREMPUAN").unmasked[:2]
    '99'
    """
    born = draw(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
    day = born.day + draw(st.sampled_from([0, 40]))
    place, serial = draw(st.integers(0, 9999)), draw(st.integers(0, 9999))
    return NIK(f"99{place:04}{day:02}{born:%m%y}{serial:04}")


@st.composite
def kks(draw: st.DrawFn) -> KK:
    """Draw a KK number of province 99, a code that is never issued.

    >>> from hypothesis import find
    >>> from psm_core.testing import kks
    >>> find(kks(), lambda kk: True).unmasked[:2]
    '99'
    """
    day = draw(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
    place, serial = draw(st.integers(0, 9999)), draw(st.integers(0, 9999))
    return KK(f"99{place:04}{day:%d%m%y}{serial:04}")


def phones() -> st.SearchStrategy[PhoneNumber]:
    """Draw a telephone number of 0800 0000, which reaches nobody.

    >>> from hypothesis import find
    >>> from psm_core.testing import phones
    >>> find(phones(), lambda phone: True).unmasked
    '+628000000000'
    """
    return st.integers(0, 999).map(lambda n: PhoneNumber(f"+628000000{n:03}"))


@st.composite
def partial_dates(draw: st.DrawFn) -> PartialDate:
    """Draw a date that is known in part: a year, a month, an approximate day, an age.

    >>> from hypothesis import find
    >>> find(partial_dates(), lambda one: one.is_approximate)
    PartialDate('2000~')
    """
    day = draw(st.dates(date(1850, 1, 1), date(2149, 12, 31)))
    mark = draw(st.sampled_from(["", "~"]))
    match draw(st.sampled_from(["year", "month", "day", "age", "months", "interval"])):
        case "year":
            return PartialDate(f"{day:%Y}{mark}")
        case "month":
            return PartialDate(f"{day:%Y-%m}{mark}")
        case "day":
            return PartialDate(f"{day}~")
        case "age":
            return PartialDate.from_age(draw(st.integers(0, 120)), on=day, approximate=bool(mark))
        case "months":
            months = draw(st.integers(0, 36))
            return PartialDate.from_age(0, months=months, on=day, approximate=bool(mark))
        case _:
            last = day + timedelta(days=draw(st.integers(1, 10_000)))
            return PartialDate.parse(f"{day}{mark}/{last}{mark}")


def _matching(cls: type[V]) -> st.SearchStrategy[V]:
    return st.from_regex(cls.pattern, fullmatch=True).map(cls)


_JSON: Final = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**9), 10**9)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(_LETTERS, max_size=8),
    lambda inner: st.lists(inner, max_size=_MAX_ITEMS) | st.dictionaries(st.text(_LETTERS), inner),
    max_leaves=_MAX_ITEMS,
)
_NAMESPACES: Final = st.sampled_from(["id.go.contoh", "id.or.contoh.register", "com.example"])

VALUES: Final[Mapping[type, st.SearchStrategy[Any]]] = {
    NIK: niks(),
    KK: kks(),
    PhoneNumber: phones(),
    RegionCode: _matching(RegionCode),
    BPSCode: _matching(BPSCode),
    ISOCode: _matching(ISOCode),
    **{cls: _IDS.map(cls) for cls in ID_CLASSES},
    Extensions: st.dictionaries(_NAMESPACES, _JSON).map(Extensions.of),
    Quarter: _matching(Quarter),
    Month: _matching(Month),
    Edition: st.integers(1, 3999).map(lambda n: Edition.parse(str(n))),
    PartialDate: partial_dates(),
    date: st.dates(),
}
"""Value type → its strategy."""


def values(cls: type[T], /) -> st.SearchStrategy[T]:
    """Draw values of a value type of this package, such as `RegionCode`.

    Raises:
        TypeError: the class is not a value type of psm_core.

    >>> from hypothesis import find
    >>> from psm_core import Edition
    >>> from psm_core.testing import values
    >>> find(values(Edition), lambda edition: int(edition) > 20)
    Edition('XXI')

    """
    if cls not in VALUES:
        raise TypeError(f"{cls.__name__} is not a value type of psm_core")
    strategy: st.SearchStrategy[Any] = VALUES[cls]
    return strategy


def field_values(  # noqa: PLR0911 - one return for each kind of field type
    field_type: FieldType,
) -> st.SearchStrategy[Any]:
    """Draw values of a field; they shrink to the simplest one."""
    match field_type:
        case OptionalType():
            return st.none() | field_values(field_type.inner)
        case CollectionType():
            collection: Any = st.lists if field_type.container is tuple else st.frozensets
            return cast(
                "st.SearchStrategy[Any]",
                collection(field_values(field_type.item), max_size=_MAX_ITEMS).map(
                    field_type.container
                ),
            )
        case TextType(form=TextFormat() as form):
            return st.from_regex(form.pattern, fullmatch=True)
        case TextType():
            texts = st.text(_LETTERS, min_size=1, max_size=min(field_type.max_length, 20))
            return texts.map(_visible)
        case IntegerType():
            return st.integers(field_type.minimum, field_type.maximum)
        case TimeType():
            return st.builds(time, st.integers(0, 23), st.integers(0, 59))
        case TermType():
            return st.sampled_from(
                [term for vocabulary in field_type.vocabularies for term in vocabulary]
            )
        case InstanceUnionType():
            kinds = sorted(field_type.types, key=lambda kind: kind.__name__, reverse=True)
            return st.one_of([VALUES[kind] for kind in kinds])
        case _:
            return (
                records(field_type.python_type)
                if is_record_class(field_type.python_type)
                else VALUES[field_type.python_type]
            )


@st.composite
def records(draw: st.DrawFn, cls: type[T], /) -> T:
    """Draw valid records of a class.

    Values that break an invariant are repaired, or else the draw is rejected.

    Raises:
        TypeError: the class is not a record class of psm_core.

    >>> from psm_core import Address
    >>> from hypothesis import find
    >>> find(records(Address), lambda one: one.rt is not None).rt.isdecimal()
    True

    """
    if not is_record_class(cls):
        raise TypeError(f"{cls.__name__} is not a record of psm_core")
    strategies = _of_fields(cast("Hashable", cls))
    drawn: Values = {name: draw(strategy) for name, strategy in strategies.items()}
    try:
        return repaired(cls, drawn)
    except ValidationError:
        reject()


def repaired(cls: type[T], drawn: Values) -> T:
    """Return a record of the drawn values, which are repaired.

    Raises:
        ValidationError: they still break an invariant.

    """
    repair = REPAIRS.get(cls.__name__)
    if repair is not None:
        repair(drawn)
    return build(cls, drawn)


def provenances(record: object, /) -> st.SearchStrategy[Provenance]:
    """Draw provenances of a record, with paths that it has. They may be empty.

    >>> from hypothesis import find
    >>> from psm_core import Address
    >>> from psm_core.testing import provenances
    >>> find(provenances(Address(rt="001")), lambda one: ("rt",) in one.entries)
    <Provenance of 1 paths>

    """
    paths = st.sampled_from(list(paths_of(record)))
    return st.dictionaries(paths, records(FieldSource), max_size=_MAX_ITEMS).map(Provenance)


@cache
def _of_fields(cls: type[Any]) -> dict[str, st.SearchStrategy[Any]]:
    """Return field → its strategy; Hypothesis would check a new one again at each draw."""
    return {field.name: field_values(field.type) for field in record_info(cls).fields}


def _visible(text: str) -> str:
    """Return the normalized text, or a letter in place of an invisible one."""
    normalized = normalize_text(text)
    return normalized if is_visible(normalized) else "a"


def build(cls: type[T], drawn: Values) -> T:
    """Return a record of the drawn values."""
    if cls is DateRange:
        return cast("T", DateRange(drawn["start"], drawn["end"]))
    return cls(**drawn)
