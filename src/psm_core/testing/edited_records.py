"""Strategies of records that were edited: another version of one, and two copies of one."""

from typing import TypeVar, cast

from .._core.record import evolve, is_record_class, record_info, sort_key
from ..errors import MissingExtraError, ValidationError
from .strategies import records, repaired

try:
    from hypothesis import strategies as st
except ImportError:
    raise MissingExtraError("testing") from None

T = TypeVar("T")
_Items = tuple[object, ...]
_MAX_ADDED = 2


@st.composite
def edits(draw: st.DrawFn, record: T, /) -> T:
    """Draw versions of a record in which fields and items were changed; they shrink to itself.

    Items of lists are changed, added, removed and put in another order. The version is valid.

    Raises:
        TypeError: the object is not a record of psm_core.

    >>> from hypothesis import given, settings
    >>> from psm_core import Address
    >>> from psm_core.testing import edits
    >>> @given(edits(Address(rt="001", street="Jalan Contoh")))
    ... @settings(max_examples=5)
    ... def test_edited_address_is_an_address(home):
    ...     assert isinstance(home, Address)
    >>> test_edited_address_is_an_address()

    """
    record_class = type(record)
    other = draw(records(record_class))
    names = record_info(record_class).names
    changes: dict[str, object] = {
        name: draw(_mixed(getattr(record, name), getattr(other, name)))
        for name in draw(st.lists(st.sampled_from(names), unique=True))
    }
    try:
        return evolve(record, **changes)
    except ValidationError:
        values = {name: getattr(record, name) for name in names} | changes
    try:
        return repaired(record_class, values)
    except ValidationError:
        return other


@st.composite
def edited_pairs(draw: st.DrawFn, cls: type[T], /) -> tuple[T, T]:
    """Draw a record of a class and a version of it in which something may be changed.

    Raises:
        TypeError: the class is not a record class of psm_core.

    >>> from hypothesis import given, settings
    >>> from psm_core import Address
    >>> from psm_core.changes import diff, patch
    >>> from psm_core.testing import edited_pairs
    >>> @given(edited_pairs(Address))
    ... @settings(max_examples=5)
    ... def test_changes_lead_to_the_other_version(pair):
    ...     before, after = pair
    ...     assert patch(before, diff(before, after)) == after
    >>> test_changes_lead_to_the_other_version()

    """
    record = draw(records(cls))
    return record, draw(edits(record))


@st.composite
def merge_inputs(draw: st.DrawFn, cls: type[T], /) -> tuple[T, T, T]:
    """Draw a record of a class, and two copies of it that were edited: base, mine and theirs.

    Raises:
        TypeError: the class is not a record class of psm_core.

    >>> from hypothesis import given, settings
    >>> from psm_core import Address
    >>> from psm_core.changes import merge
    >>> from psm_core.testing import merge_inputs
    >>> @given(merge_inputs(Address))
    ... @settings(max_examples=5)
    ... def test_merge_returns_a_record_or_conflicts(drawn):
    ...     result = merge(*drawn)
    ...     assert (result.record is None) is bool(result.conflicts)
    >>> test_merge_returns_a_record_or_conflicts()

    """
    base = draw(records(cls))
    return base, draw(edits(base)), draw(edits(base))


@st.composite
def _mixed(draw: st.DrawFn, one: object, other: object) -> object:
    """Draw one of two values of a field, or a value with parts of both."""
    if draw(st.booleans()):
        return other
    if is_record_class(type(one)) and type(one) is type(other):
        return draw(edits(one))
    unchanged = one
    if isinstance(one, tuple) and isinstance(other, tuple):
        return draw(_mixed_items(cast("_Items", one), cast("_Items", other)))
    if isinstance(one, frozenset) and isinstance(other, frozenset):
        every = cast("frozenset[object]", one) | cast("frozenset[object]", other)
        return frozenset(item for item in sorted(every, key=sort_key) if draw(st.booleans()))
    return unchanged


@st.composite
def _mixed_items(draw: st.DrawFn, some: _Items, others: _Items) -> _Items:
    """Draw items of two lists, and items that are mixed of both."""
    mixed = [draw(_mixed(one, other)) for one, other in zip(some, others, strict=False)]
    rest = [*some[len(mixed) :], *others]
    added = draw(st.lists(st.sampled_from(rest), max_size=_MAX_ADDED)) if rest else []
    return (*draw(st.permutations(mixed)), *added)
