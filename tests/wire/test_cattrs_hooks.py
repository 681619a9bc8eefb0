"""cattrs with the hooks for values and records, inside classes of an application."""

import json
import subprocess
import sys
import traceback
from collections import Counter, OrderedDict, defaultdict
from collections.abc import Mapping, MutableMapping, MutableSet
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Generic, Literal, NamedTuple, NewType, TypedDict, TypeVar

import attrs
import cattrs
import pytest
from cattrs.preconf import json as preconf_json
from cattrs.strategies import configure_tagged_union
from hypothesis import given
from hypothesis import strategies as st

from psm_core import (
    NIK,
    Address,
    Extensions,
    Month,
    NIKAbsence,
    PartialDate,
    PASCategory,
    Person,
    PhoneNumber,
    PPKSCategory,
    RegionCode,
    Sex,
    ValidationError,
    WorkerId,
    evolve,
    terms,
    wire,
)
from psm_core.errors import ParseError
from psm_core.terms import Term
from psm_core.testing import records
from psm_core.testing.strategies import VALUES
from psm_core.values.plain import to_plain
from psm_core.wire.cattrs_hooks import _is_masked_set
from tests.each_class import EACH_CLASS
from tests.project.records import RECORDS

NUMBER = "9901014108900001"
TELEPHONE = "+6280000001234"
NAME = "Contoh Rahasia"
PERSON = Person(nik=NIK(NUMBER), name=NAME, phone=PhoneNumber(TELEPHONE))
PERSON_DATA = {"nik": NUMBER, "name": NAME, "phone": TELEPHONE}
VOCABULARIES = [
    one
    for one in (getattr(terms, name) for name in terms.__all__)
    if isinstance(one, type) and issubclass(one, Term) and one is not Term
]
T = TypeVar("T")


@attrs.frozen
class Visit:
    person: Person
    village: RegionCode
    on: date
    at: time | None = None
    born: date | PartialDate | None = None
    category: PPKSCategory | PASCategory | None = None
    sex: Literal[Sex.PEREMPUAN] | None = None
    reasons: frozenset[NIKAbsence] = frozenset()
    present: tuple[Person, ...] = ()
    notes: list[str] = attrs.Factory(list)
    by_nik: dict[NIK, Person] = attrs.Factory(dict)
    row: tuple[NIK, int] | None = None


VISIT = Visit(
    person=PERSON,
    village=RegionCode("63.10.09.2005"),
    on=date(2025, 10, 9),
    at=time(8, 30),
    born=PartialDate("1990-08"),
    category=PASCategory.ANAK_ANAK_RENTAN,
    sex=Sex.PEREMPUAN,
    reasons=frozenset({NIKAbsence.BELUM_MEMILIKI, NIKAbsence.TIDAK_DIKETAHUI}),
    present=(PERSON, Person(name="B", nik_absence=NIKAbsence.BELUM_MEMILIKI)),
    notes=["x"],
    by_nik={NIK(NUMBER): PERSON},
    row=(NIK(NUMBER), 3),
)


@dataclass
class DataclassVisit:
    person: Person
    on: date
    phones: list[PhoneNumber]


@attrs.define
class Page(Generic[T]):
    items: list[T]
    last: T | None = None


class Row(NamedTuple):
    nik: NIK
    count: int


class Sheet(TypedDict):
    month: Month
    rows: list[Row]


FileNumber = NewType("FileNumber", NIK)


def configured(converter):
    wire.configure_converter(converter, dates=True)
    return converter


def preconfigured(name):
    return lambda: configured(pytest.importorskip(f"cattrs.preconf.{name}").make_converter())


CONVERTERS = {
    "own": wire.make_converter,
    "plain": lambda: configured(cattrs.Converter()),
    "brief errors": lambda: configured(cattrs.Converter(detailed_validation=False)),
    "extra keys forbidden": lambda: configured(cattrs.Converter(forbid_extra_keys=True)),
    "defaults omitted": lambda: configured(cattrs.Converter(omit_if_default=True)),
    "copy": lambda: wire.make_converter().copy(),
    "json": lambda: configured(preconf_json.make_converter()),
    "orjson": preconfigured("orjson"),
    "msgspec": preconfigured("msgspec"),
}
EACH_CONVERTER = pytest.mark.parametrize("make", CONVERTERS.values(), ids=CONVERTERS)
OWN = wire.make_converter()
BRIEF = configured(cattrs.Converter(detailed_validation=False, forbid_extra_keys=True))


@pytest.mark.parametrize("cls", RECORDS, ids=lambda cls: cls.__name__)
@given(data=st.data())
@EACH_CLASS
def test_each_record_is_converted_as_in_documents(cls, data):
    record = data.draw(records(cls))
    written = OWN.unstructure(record)
    assert written == wire.to_builtins(record)
    for converter in (OWN, BRIEF):
        assert converter.structure(written, cls) == record
        assert converter.structure({"a": [written, None]}, dict[str, list[cls | None]]) == {
            "a": [record, None]
        }


@pytest.mark.parametrize("kind", VALUES, ids=lambda kind: kind.__name__)
@given(data=st.data())
@EACH_CLASS
def test_each_value_is_converted_as_in_documents(kind, data):
    value = data.draw(VALUES[kind])
    written = OWN.unstructure(value, kind)
    assert written == to_plain(value)
    assert OWN.structure(json.loads(json.dumps(written)), kind) == value
    assert OWN.structure(written, kind | None) == value
    assert OWN.structure(None, kind | None) is None


@pytest.mark.parametrize("vocabulary", VOCABULARIES, ids=lambda cls: cls.__name__)
def test_each_term_is_converted_by_its_slug(vocabulary):
    for term in vocabulary:
        assert OWN.unstructure(term) == term.value
        assert OWN.structure(term.value, vocabulary) is term


@EACH_CONVERTER
def test_class_of_an_application_round_trips(make):
    converter = make()
    data = json.loads(json.dumps(converter.unstructure(VISIT)))
    assert data["person"] == PERSON_DATA
    assert data["reasons"] == ["belum-memiliki", "tidak-diketahui"]
    assert data["born"] == "1990-08"
    assert data["at"] == "08:30"
    assert data["by_nik"] == {NUMBER: PERSON_DATA}
    assert converter.structure(data, Visit) == VISIT


@EACH_CONVERTER
def test_dataclass_and_generic_class_round_trip(make):
    converter = make()
    visit = DataclassVisit(PERSON, date(2025, 10, 9), [PhoneNumber(TELEPHONE)])
    for value, kind in (
        (visit, DataclassVisit),
        (Page([visit], visit), Page[DataclassVisit]),
        (Page([PERSON]), Page[Person]),
    ):
        data = json.loads(json.dumps(converter.unstructure(value, kind)))
        assert converter.structure(data, kind) == value


@EACH_CONVERTER
@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ({NIK(NUMBER)}, set[NIK]),
        (frozenset({PERSON}), frozenset[Person]),
        ({"a": {Sex.PEREMPUAN}}, Mapping[str, MutableSet[Sex]]),
        (frozenset({WorkerId("psm-1")}), AbstractSet[WorkerId]),
        ({NIK(NUMBER): 1}, MutableMapping[NIK, int]),
        (OrderedDict({Sex.PEREMPUAN: PERSON}), OrderedDict[Sex, Person]),
        (defaultdict(list, {Sex.PEREMPUAN: [PERSON]}), defaultdict[Sex, list[Person]]),
        (defaultdict(int, {Sex.PEREMPUAN: 2}), defaultdict[Sex, int]),
        ((NIK(NUMBER), Sex.PEREMPUAN, None), tuple[NIK, Sex, Address | None]),
        (Row(NIK(NUMBER), 2), Row),
        ({"month": Month("2025-10"), "rows": [Row(NIK(NUMBER), 2)]}, Sheet),
        (NIK(NUMBER), FileNumber),
        ({FileNumber(NIK(NUMBER)): "x"}, dict[FileNumber, str]),
        (Extensions.of({"id.go.contoh": {"a": [1, None]}}), Extensions),
    ],
    ids=lambda one: None if isinstance(one, dict | set) else str(one),
)
def test_container_round_trips(make, value, kind):
    converter = make()
    data = json.loads(json.dumps(converter.unstructure(value, kind)))
    again = converter.structure(data, kind)
    assert again == value
    assert type(again) is type(value)


def test_counter_is_read():  # cattrs 24.1 writes its keys as they are
    assert OWN.structure({"perempuan": 2}, Counter[Sex]) == Counter({Sex.PEREMPUAN: 2})


@pytest.mark.parametrize("kind", [date | PartialDate | None, PPKSCategory | PASCategory | None])
def test_union_may_allow_none(kind):
    assert OWN.structure(None, kind) is None
    assert OWN.unstructure(None, kind) is None


def test_defaultdict_creates_its_values():
    found = OWN.structure({}, defaultdict[Sex, list[Person]])
    assert found[Sex.PEREMPUAN] == []


def test_set_of_records_is_written_sorted():
    two = {PERSON, evolve(PERSON, name="A")}
    written = OWN.unstructure(two, set[Person])
    assert [one["name"] for one in written] == ["A", NAME]


def test_union_of_records_can_be_tagged():
    converter = configured(cattrs.Converter(forbid_extra_keys=True))
    configure_tagged_union(Person | Address, converter)
    written = converter.unstructure(PERSON, Person | Address)
    assert written == {**PERSON_DATA, "_type": "Person"}
    assert converter.structure(written, Person | Address) == PERSON


def test_dates_stay_as_the_converter_has_them_unless_asked():
    converter = preconf_json.make_converter()
    wire.configure_converter(converter)
    assert converter.structure("20251009", date) == date(2025, 10, 9)
    wire.configure_converter(converter, dates=True)
    with pytest.raises(ParseError) as caught:
        converter.structure("20251009", date)
    assert caught.value.code == "date.format"
    assert converter.structure("20251009T0830", datetime) == datetime(2025, 10, 9, 8, 30)


def test_plain_converter_reads_dates_only_if_asked():
    converter = cattrs.Converter()
    wire.configure_converter(converter)
    with pytest.raises(cattrs.StructureHandlerNotFoundError):
        converter.structure("2025-10-09", date)
    assert converter.unstructure(date(2025, 10, 9)) == date(2025, 10, 9)
    wire.configure_converter(converter, dates=True)
    assert converter.structure("2025-10-09", date) == date(2025, 10, 9)
    assert converter.unstructure(time(8, 30)) == "08:30"


def test_datetime_is_no_date():
    moment = datetime(2025, 10, 9, 8, 30)
    assert OWN.unstructure(moment) == moment
    with pytest.raises(cattrs.StructureHandlerNotFoundError):
        OWN.structure("2025-10-09", datetime)


def test_hook_of_an_application_comes_first():
    converter = wire.make_converter()
    converter.register_structure_hook(NIK, lambda data, _: NIK.parse(data))
    converter.register_unstructure_hook(NIK, str)
    assert converter.structure({"99 0101 410890 0001"}, set[NIK]) == {NIK(NUMBER)}
    assert converter.unstructure({NIK(NUMBER)}, set[NIK]) == ["990101******0001"]
    assert converter.unstructure(PERSON) == PERSON_DATA  # records have the form of documents


def test_global_converter_can_be_configured():
    wire.configure_converter(cattrs.global_converter)  # only types of this package change
    assert cattrs.structure(PERSON_DATA, Person) == PERSON
    assert cattrs.unstructure({"a": PERSON}) == {"a": PERSON_DATA}


def test_sets_of_other_types_are_left_to_cattrs():
    for kind in (set[str], dict[str, int], tuple[int, str], set, dict, tuple, set[Page[int]]):
        hooks = [one.get_structure_hook(kind) for one in (OWN, cattrs.Converter())]
        assert hooks[0].__qualname__.rpartition(".")[2] == hooks[1].__qualname__.rpartition(".")[2]


BAD_NUMBER = f"{NUMBER}1"
BAD = {
    "person": {"nik": BAD_NUMBER, "name": NAME, "phone": NAME, "nmae": NAME},
    "village": NUMBER,
    "on": NUMBER,
    "at": NUMBER,
    "born": NUMBER,
    "category": NAME,
    "sex": NAME,
    "reasons": ["belum-memiliki", NAME],
    "present": [PERSON_DATA, {"name": NAME}, NAME],
    "by_nik": {BAD_NUMBER: PERSON_DATA, NUMBER: {"nik": BAD_NUMBER}},
    "row": [BAD_NUMBER, None],
}
BAD_ISSUES = [
    ("$.person.nmae", "field.unknown"),
    ("$.person.nik", "nik.length"),
    ("$.person.phone", "phone.format"),
    ("$.village", "region_code.format"),
    ("$.on", "date.format"),
    ("$.at", "time.invalid"),
    ("$.born", "date.format"),
    ("$.category", "term.unknown"),
    ("$.sex", "term.unknown"),
    ("$.reasons[1]", "term.unknown"),
    ("$.present[1].nik_absence", "person.nik_absence_missing"),
    ("$.present[2]", "type.object"),
    ("$.by_nik[0][0]", "nik.length"),
    ("$.by_nik[1][1].nik", "nik.length"),
    ("$.by_nik[1][1].name", "field.missing"),
    ("$.row[0]", "nik.length"),
    ("$.row[1]", "type.value"),
]


def texts_of(error):
    """Return all texts that an error shows, with the errors inside it."""
    printed = "".join(traceback.format_exception(type(error), error, None))
    shown = [printed, str(error), repr(error), *map(str, wire.issues_of(error))]
    return [*shown, *cattrs.transform_error(error)]


def parts_of(error):
    yield error
    for inner in getattr(error, "exceptions", ()):
        yield from parts_of(inner)


def require_masked(error):
    for text in texts_of(error):
        for secret in (NUMBER, NUMBER[6:12], TELEPHONE[3:], NAME):
            assert secret not in text


@EACH_CONVERTER
def test_invalid_values_give_every_issue_with_its_path(make):
    converter = make()
    with pytest.raises((cattrs.BaseValidationError, ParseError, ValidationError)) as caught:
        converter.structure(BAD, Visit)
    found = [(one.where, one.code) for one in wire.issues_of(caught.value)]
    if converter.detailed_validation:
        assert found == BAD_ISSUES
    else:  # cattrs stops at the first error, and does not know its path
        assert found == [("$", "time.invalid")]


@EACH_CONVERTER
def test_no_text_of_an_error_contains_personal_data(make):
    converter = make()
    for name, value in BAD.items():
        data = {**converter.unstructure(VISIT), name: value}
        with pytest.raises((cattrs.BaseValidationError, ParseError, ValueError)) as caught:
            converter.structure(data, Visit)
        require_masked(caught.value)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        ([BAD_NUMBER], set[NIK]),
        ([BAD_NUMBER], frozenset[NIK | None]),
        ([{"nik": BAD_NUMBER}], frozenset[Person]),
        ([{"person": {"nik": BAD_NUMBER}}], frozenset[Visit]),
        ({NUMBER: {"person": BAD_NUMBER}}, dict[str, Visit]),
        ({NUMBER: {"nik": BAD_NUMBER}}, dict[str, Person]),
        ({BAD_NUMBER: 1}, Counter[NIK]),
        ({BAD_NUMBER: 1}, dict[FileNumber, int]),
        ({NUMBER: "satu"}, defaultdict[NIK, Row]),
        ([NUMBER], tuple[NIK, Person]),
        ([NUMBER], Row),
        ([BAD_NUMBER, 1], Row),
        (NUMBER, NIK),
        (NUMBER, Sex),
        (NUMBER, Literal[Sex.PEREMPUAN]),
        ({NAME: 1}, Person),
        (NAME, Person),
        ([[NAME]], list[set[Sex]]),
        ({NAME: 1}, Extensions),
    ],
    ids=str,
)
def test_error_about_a_container_contains_no_personal_data(data, kind):
    if kind is NIK:
        data = BAD_NUMBER
    for converter in (OWN, BRIEF):
        with pytest.raises((cattrs.BaseValidationError, ValueError)) as caught:
            converter.structure(data, kind)
        require_masked(caught.value)
        assert wire.issues_of(caught.value)


@attrs.frozen
class Tree:
    nik: NIK
    children: "frozenset[Tree]" = frozenset()


def test_class_that_contains_itself_is_masked():
    data = {"nik": NUMBER, "children": [{"nik": NUMBER, "children": [{"nik": BAD_NUMBER}]}]}
    with pytest.raises(cattrs.BaseValidationError) as caught:
        OWN.structure(data, Tree)
    require_masked(caught.value)
    assert [one.where for one in wire.issues_of(caught.value)] == ["$.children[0].children[0].nik"]


def test_annotation_that_cannot_be_found_is_masked():
    @attrs.frozen
    class Local:
        visit: "LocalVisit"

    @attrs.frozen
    class LocalVisit:
        nik: NIK

    attrs.resolve_types(Local, localns={"LocalVisit": LocalVisit})
    with pytest.raises(cattrs.BaseValidationError) as caught:
        OWN.structure([{"visit": {"nik": BAD_NUMBER}}], frozenset[Local])
    require_masked(caught.value)


def test_many_classes_that_refer_to_each_other_are_searched_once():
    classes = [type(f"Class{number}", (), {}) for number in range(40)]
    first, last = classes[0], classes[-1]
    for cls in classes:
        cls.__annotations__ = {other.__name__: set[other] for other in classes}
    assert not _is_masked_set(set[first])
    last.__annotations__["nik"] = NIK
    assert _is_masked_set(set[first])


def test_issues_of_other_fields():
    @attrs.frozen
    class Mixed:
        person: Person
        count: int = attrs.field(validator=attrs.validators.ge(1))
        scores: dict[str, int] = attrs.Factory(dict)

    converter = configured(cattrs.Converter(forbid_extra_keys=True))

    def issues(data):
        with pytest.raises(cattrs.BaseValidationError) as caught:
            converter.structure(data, Mixed)
        return [(one.where, one.code, dict(one.params)) for one in wire.issues_of(caught.value)]

    assert issues({"count": "satu", "scores": [], "persn": 1, NUMBER: 2}) == [
        ("$.person", "field.missing", {}),
        ("$.count", "type.value", {"expected": "int"}),
        ("$.scores", "type.value", {"expected": "dict"}),
        ("$.?", "field.unknown", {}),
        ("$.persn", "field.unknown", {"suggestion": "person"}),
    ]
    assert issues({"person": PERSON_DATA, "count": 0}) == [
        ("$", "type.value", {"expected": "Mixed"})
    ]
    assert issues({"person": PERSON_DATA, "count": 1, "scores": {NAME: "satu"}}) == [
        ("$.scores.?", "type.value", {"expected": "int"})
    ]


def test_issues_of_an_error_outside_a_group():
    with pytest.raises(TypeError) as no_object:
        OWN.structure(None, Visit)
    (issue,) = wire.issues_of(no_object.value)
    assert str(issue) == (
        "$ type.value: A value of another type is required here. Pass a value of that type."
    )
    with pytest.raises(KeyError) as missing:
        BRIEF.structure({}, Tree)
    assert [one.code for one in wire.issues_of(missing.value)] == ["field.missing"]
    with pytest.raises(ValidationError) as caught:
        BRIEF.structure({}, Person)
    assert wire.issues_of(caught.value) == caught.value.issues


def test_error_that_is_not_about_the_data_is_raised():
    converter = wire.make_converter()
    problem = RuntimeError("the disk is full")

    def fail(*_):
        raise problem

    converter.register_structure_hook(RegionCode, fail)
    with pytest.raises(cattrs.BaseValidationError) as caught:
        converter.structure(converter.unstructure(VISIT), Visit)
    with pytest.raises(RuntimeError) as raised:
        wire.issues_of(caught.value)
    assert raised.value is problem


def test_documents_do_not_import_cattrs():
    script = (
        "import sys; from psm_core import Person, wire;"
        """person = wire.from_builtins({"name": "A", "nik_absence": "belum-memiliki"}, Person);"""
        "wire.from_json(wire.to_json(person), Person);"
        "assert 'cattrs' not in sys.modules; wire.make_converter; assert 'cattrs' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", script], check=True)  # noqa: S603 - our own script
