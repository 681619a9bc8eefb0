"""What a record is."""

import copy
import pickle
from datetime import date, datetime, time

import attrs
import pytest

from psm_core import (
    NIK,
    Activity,
    Address,
    AgendaItem,
    Delegation,
    Event,
    EventId,
    EventKind,
    Issue,
    NIKAbsence,
    Person,
    RegionCode,
    Sensitivity,
    Sex,
    ValidationError,
    evolve,
)
from psm_core._core.field_types import FieldType
from psm_core._core.record import field, record_class, record_info, sort_key
from tests.project.records import RECORDS
from tests.unit.issues import issues_of

NUMBER = NIK("9901014108900001")


def test_record_is_frozen_and_compared_by_value():
    one, other = (Person(nik=NUMBER, name="Contoh") for _ in range(2))
    assert one == other
    assert hash(one) == hash(other)
    assert pickle.loads(pickle.dumps(one)) == one  # noqa: S301 - our own bytes
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        one.name = "Lain"
    assert attrs.evolve(one, name="Lain").name == "Lain"
    assert one != attrs.evolve(one, name="Lain")
    assert one != "Contoh"
    assert (one == "Contoh") is False


@pytest.mark.parametrize(
    "cls",
    [
        cls
        for cls in RECORDS
        if {"since", "until"} <= {field.name for field in record_info(cls).fields}
    ],
    ids=lambda cls: cls.__name__,
)
def test_period_rejects_end_before_start(cls):
    def issues_until(until):
        values = {"since": date(2025, 1, 2), "until": until}
        return [(issue.where, issue.code) for issue in record_info(cls).violations(values)]

    assert issues_until(date(2025, 1, 1)) == [("$.until", "period.ends_before_start")]
    assert issues_until(date(2025, 1, 2)) == issues_until(None) == []


def test_record_class_cannot_be_subclassed():
    with pytest.raises(TypeError, match="Person is a record and cannot be subclassed"):
        type("Employee", (Person,), {})


def test_text_is_normalized():
    person = Person(nik=NUMBER, name="  Siti\u00a0 Contoh\u200b\n", birth_place="Misal")
    assert person.name == "Siti Contoh"
    assert Person(nik=NUMBER, name="Cafe\u0301").name == "Caf\u00e9"
    event = Event(id=EventId("e"), title="T", kind=EventKind.RAKOR, other_titles=(" satu  dua ",))
    assert event.other_titles == ("satu dua",)


def test_validation_error_has_every_issue():
    found = issues_of(lambda: Person(nik="9901014108900001", name=" ", sex="L", disabilities=[]))
    assert found == [
        ("$.nik", "type.value"),
        ("$.name", "text.blank"),
        ("$.sex", "type.value"),
        ("$.disabilities", "type.value"),
    ]


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (None, "type.text"),
        (5, "type.text"),
        (b"x", "type.text"),
        ("", "text.blank"),
        (" \u200b ", "text.blank"),
        ("\u3164", "text.blank"),
        ("\u200d", "text.blank"),
        ("\ufe0f", "text.blank"),
        ("x" * 201, "text.too_long"),
        ("a\x00b", "text.control"),
        ("a\ud800b", "text.control"),
    ],
)
def test_text_field_requires_one_printable_line(value, code):
    assert issues_of(lambda: Person(nik=NUMBER, name=value)) == [("$.name", code)]


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (True, "type.number"),
        (1.0, "type.number"),
        (float("nan"), "type.number"),
        ("1", "type.number"),
        (-1, "number.bounds"),
        (10**13, "number.bounds"),
    ],
)
def test_integer_field_rejects_fractions_and_out_of_bounds(value, code):
    found = issues_of(lambda: Delegation(origin=RegionCode("63.10"), present=value))
    assert found == [("$.present", code)]


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("08:00", "type.value"),
        (time(8, 0, 1), "time.invalid"),
        (time(8, 0, fold=1), "time.invalid"),
        (time(8, 0, tzinfo=datetime.now().astimezone().tzinfo), "time.invalid"),
    ],
)
def test_time_field_rejects_seconds_and_zones(value, code):
    assert issues_of(lambda: AgendaItem(title="Apel", start=value)) == [("$.start", code)]
    assert AgendaItem(title="Apel", start=time(8, 30)).start == time(8, 30)


def test_date_field_rejects_datetimes():
    moment = datetime(2025, 10, 10, 8, 0)
    assert issues_of(lambda: AgendaItem(title="Apel", day=moment)) == [("$.day", "type.value")]


def test_issue_contains_the_expected_type():
    def wanted(make):
        with pytest.raises(ValidationError) as caught:
            make()
        (issue,) = caught.value.issues
        assert issue.describe()
        assert issue.describe("id")
        return issue.params

    assert wanted(lambda: Delegation(origin=RegionCode("63.10"), present=-1)) == {
        "minimum": 0,
        "maximum": 10**12,
    }
    assert wanted(lambda: Person(nik="9901014108900001", name="C")) == {"expected": "NIK"}
    assert wanted(lambda: Person(nik=NUMBER, name="C", sex="L")) == {"expected": "Sex"}
    assert wanted(lambda: Person(nik=NUMBER, name="x" * 201)) == {"max_length": 200}
    assert wanted(lambda: AgendaItem(title="Apel", start="08:00")) == {"expected": "time"}


def test_tuple_field_rejects_lists():
    assert issues_of(
        lambda: Event(id=EventId("e"), title="T", kind=EventKind.RAKOR, other_titles=["x"])
    ) == [("$.other_titles", "type.value")]


def test_issue_of_an_item_has_its_index():
    found = issues_of(lambda: Activity(title="Donor darah", figures=("x",)))
    assert found == [("$.figures[0]", "type.value")]


def test_invariants_of_an_invalid_field_are_skipped():
    found = issues_of(lambda: Person(nik=5, name="Contoh", nik_absence=NIKAbsence.BELUM_MEMILIKI))
    assert found == [("$.nik", "type.value")]


def test_repr_masks_personal_data():
    person = Person(
        nik=NUMBER,
        name="Siti Contoh",
        sex=Sex.PEREMPUAN,
        ktp_address=Address(rt="1", street="Jl. X"),
    )
    shown = repr(person)
    assert shown == ("Person(nik=***, name=***, sex=***, ktp_address=Address(street=***, rt=***))")


@pytest.mark.parametrize("cls", RECORDS, ids=lambda cls: cls.__name__)
def test_every_field_has_a_sensitivity_and_a_docstring(cls):
    source = __import__("inspect").getsource(cls)
    for one in record_info(cls).fields:
        assert isinstance(one.sensitivity, Sensitivity)
        after = source.split(f"\n    {one.name}: ", 1)[1].split("\n")
        assert any(line.startswith('    """') for line in after[1:6]), one.name


def test_field_requires_a_sensitivity():
    @record_class
    class Careless:
        count: int = attrs.field()

    with pytest.raises(KeyError):
        record_info(Careless)
    with pytest.raises(TypeError):
        field(default=1)


def test_field_type_base_has_no_issues_method():
    with pytest.raises(NotImplementedError):
        FieldType().issues(None)
    assert FieldType().normalize(" x ") == " x "


def test_sort_key_sorts_unordered_items():
    assert sort_key(None) == ""
    assert sort_key(date(2025, 1, 1)) == "2025-01-01"
    assert sort_key(NUMBER) == NUMBER.unmasked
    assert sort_key(Sex.PEREMPUAN) == "perempuan"
    assert sort_key(Address(rt="1")).startswith("\0")


def test_copies_and_pickles_are_validated():
    person = Person(nik=NUMBER, name="Contoh")
    assert copy.copy(person) == person
    remake, (cls, values) = person.__reduce__()
    with pytest.raises(ValidationError):
        remake(cls, values | {"name": ""})
    assert not hasattr(person, "__setstate__")


def test_attrs_nothing_is_rejected_as_a_value():
    assert issues_of(lambda: Person(nik=NUMBER, name=attrs.NOTHING)) == [("$.name", "type.text")]


def test_repr_masks_free_text():
    event = Event(
        id=EventId("e"), title="Pelantikan Siti Contoh", kind=EventKind.PENGUKUHAN, theme="x"
    )
    assert repr(event) == (
        "Event(id=EventId('e'), title=***, kind=<EventKind.PENGUKUHAN: 'pengukuhan'>, theme=***)"
    )


def test_unknown_issue_code_is_its_own_description():
    assert Issue("app.rule").describe("id") == "app.rule"


def test_evolve_validates_the_copy():
    person = Person(nik=NUMBER, name="Contoh")
    assert evolve(person, name=" Lain ").name == "Lain"
    assert person.__replace__(name="Lain") == evolve(person, name="Lain")
    assert issues_of(lambda: evolve(person, name="")) == [("$.name", "text.blank")]
    with pytest.raises(TypeError, match="nama"):
        evolve(person, nama="x")
    with pytest.raises(TypeError, match="str is not a record"):
        evolve("x")


def test_issue_str_is_one_line():
    issue = Issue("nik.length", ("nik",), params={"length": 8})
    assert str(issue) == (
        "$.nik nik.length: A NIK needs 16 digits, got 8. Copy it again from the KTP or KK."
    )


def test_formatted_number_is_masked():
    assert f"{NUMBER:>20}" == "    990101******0001"
