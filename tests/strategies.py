"""Sound values and records of every kind, drawn from the shapes of the models."""

from collections.abc import Callable, Mapping
from datetime import date, time
from typing import Any

from hypothesis import reject
from hypothesis import strategies as st

from psm_core import (
    KK,
    NIK,
    BeneficiaryId,
    BPSCode,
    DateRange,
    Edition,
    EventId,
    ISOCode,
    PhoneNumber,
    RegionCode,
    ValidationError,
    WorkerId,
)
from psm_core._model import is_model, plan
from psm_core._shape import Choice, Clock, Exact, Many, Maybe, Number, Shape, Text
from psm_core._text import tidy

_LETTERS = st.characters(exclude_categories=["Cc", "Cs"])
IDS = st.from_regex(r"[A-Za-z][A-Za-z0-9._:-]{0,20}", fullmatch=True)


@st.composite
def niks(draw):
    born = draw(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
    day = born.day + draw(st.sampled_from([0, 40]))
    place, serial = draw(st.integers(0, 9999)), draw(st.integers(0, 9999))
    return NIK(f"99{place:04}{day:02}{born:%m%y}{serial:04}")


@st.composite
def kks(draw):
    day = draw(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
    place, serial = draw(st.integers(0, 9999)), draw(st.integers(0, 9999))
    return KK(f"99{place:04}{day:%d%m%y}{serial:04}")


VALUES: Mapping[type, st.SearchStrategy[Any]] = {
    NIK: niks(),
    KK: kks(),
    PhoneNumber: st.integers(0, 999).map(lambda n: PhoneNumber(f"+628000000{n:03}")),
    RegionCode: st.from_regex(RegionCode.pattern, fullmatch=True).map(RegionCode),
    BPSCode: st.from_regex(BPSCode.pattern, fullmatch=True).map(BPSCode),
    ISOCode: st.from_regex(ISOCode.pattern, fullmatch=True).map(ISOCode),
    WorkerId: IDS.map(WorkerId),
    BeneficiaryId: IDS.map(BeneficiaryId),
    EventId: IDS.map(EventId),
    Edition: st.integers(1, 3999).map(lambda n: Edition.parse(str(n))),
    date: st.dates(),
}


def of_shape(shape: Shape) -> st.SearchStrategy[Any]:
    match shape:
        case Maybe():
            return st.none() | of_shape(shape.inner)
        case Many():
            make = st.lists if shape.container is tuple else st.frozensets
            return make(of_shape(shape.item), max_size=3).map(shape.container)
        case Text():
            return (
                st.text(_LETTERS, min_size=1, max_size=min(shape.longest, 20))
                .map(tidy)
                .filter(bool)
            )
        case Number():
            return st.integers(shape.least, shape.most)
        case Clock():
            return st.builds(time, st.integers(0, 23), st.integers(0, 59))
        case Choice():
            return st.sampled_from([member for kind in shape.vocabularies for member in kind])
        case Exact() if is_model(shape.kind):
            return records(shape.kind)
        case Exact():
            return VALUES[shape.kind]
        case _:
            raise AssertionError(shape)


def _one_subject(values):
    kept = next((n for n in ("person", "family", "group") if values[n] is not None), None)
    for name in ("person", "family", "group"):
        values[name] = values[name] if name == kept else None


def _explained(values):
    if values["nik"] is not None:
        values["nik_absence"] = None


def _in_order(values, start="since", end="until"):
    if values[start] is not None and values[end] is not None and values[end] < values[start]:
        values[start], values[end] = values[end], values[start]


def _delegation(values):
    if (values["origin"] is None) == (values["organisation"] is None):
        values["organisation"] = "Karang Taruna" if values["origin"] is None else None


def _speech(values):
    if values["reader"] is None:
        values["capacity"] = None


def _assignment(values):
    _in_order(values)
    if values["until"] is None:
        values["end_reason"] = None


def _sourced(values):
    known = {None} | {source.key for source in values["sources"]}

    def kept(facts):
        return tuple(
            fact
            for fact in facts
            if fact.source in known
            and all(figure.source in known for figure in getattr(fact, "figures", ()))
        )

    for name in (
        "activities",
        "competitions",
        "delegations",
        "figures",
        "other_dates",
        "outcomes",
        "speeches",
    ):
        values[name] = kept(values[name])
    for name in ("opening", "closing"):
        if values[name] is not None:
            values[name] = next(iter(kept([values[name]])), None)
    if values["dates_source"] not in known:
        values["dates_source"] = None


MEND: Mapping[str, Callable[[dict[str, Any]], None]] = {
    "Assignment": _assignment,
    "Beneficiary": _one_subject,
    "Certification": _in_order,
    "DateRange": lambda values: _in_order(values, "start", "end"),
    "Delegation": _delegation,
    "Event": _sourced,
    "Person": _explained,
    "Speech": _speech,
}


@st.composite
def records(draw, cls):
    """Draw a record of a class; what an invariant forbids is mended or not drawn."""
    values = {field.name: draw(of_shape(field.shape)) for field in plan(cls).fields}
    MEND.get(cls.__name__, lambda _: None)(values)
    try:
        if cls is DateRange:
            return cls(values["start"], values["end"])
        return cls(**values)
    except ValidationError:
        reject()
