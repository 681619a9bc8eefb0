"""Strategies of records that differ in some of their fields and items."""

from hypothesis import strategies as st

from psm_core import ValidationError, evolve
from psm_core._core.record import is_record_class, record_info
from psm_core.testing import records
from tests.project.records import RECORDS

CLASSES = st.sampled_from(RECORDS)


@st.composite
def changed(draw, record):
    """Draw a record with some fields and items of another one, or the other one itself."""
    other = draw(records(type(record)))
    values = {
        name: draw(mixed(getattr(record, name), getattr(other, name)))
        for name in draw(st.lists(st.sampled_from(record_info(type(record)).names), unique=True))
    }
    try:
        return evolve(record, **values)
    except ValidationError:
        return other


@st.composite
def mixed(draw, one, other):
    """Draw one of two values, or a value with parts of both."""
    if draw(st.booleans()):
        return other
    if is_record_class(type(one)) and type(one) is type(other):
        return draw(changed(one))
    if isinstance(one, tuple) and isinstance(other, tuple):
        items = [draw(mixed(first, second)) for first, second in zip(one, other, strict=False)]
        rest = [*one[len(items) :], *other]
        return tuple(draw(st.permutations(items))) + tuple(
            draw(st.lists(st.sampled_from(rest), max_size=2)) if rest else ()
        )
    if isinstance(one, frozenset) and isinstance(other, frozenset):
        return frozenset(item for item in one | other if draw(st.booleans()))
    return one


@st.composite
def pairs(draw, cls):
    """Draw a record and a changed one."""
    record = draw(records(cls))
    return record, draw(changed(record))


@st.composite
def copies(draw):
    """Draw a record of any class and two changed ones."""
    record = draw(CLASSES.flatmap(records))
    return record, draw(changed(record)), draw(changed(record))
