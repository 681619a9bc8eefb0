"""The provenance of a record: sources by path, checked, and masked in every output."""

import pickle
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psm_core import (
    NIK,
    AgentId,
    Assignment,
    FieldSource,
    ParseError,
    Person,
    Provenance,
    RegionCode,
    SourcedRecord,
    ValidationError,
    Worker,
    WorkerId,
    checks,
    load_regions,
    privacy,
    wire,
)
from psm_core.privacy import Audience
from psm_core.records.consents import Consent
from psm_core.records.provenance import paths_of
from psm_core.terms import ConsentPurpose, DisabilityType, Pillar, Sensitivity
from psm_core.testing import provenances, records
from tests.each_class import EACH_CLASS

SITI = Person(
    nik=NIK("9901014108900001"),
    name="Siti Contoh",
    disabilities=frozenset({DisabilityType.FISIK, DisabilityType.MENTAL}),
)
PSM = Assignment(pillar=Pillar.PSM, serves=RegionCode("63.10.09.2005"), since=date(2019, 8, 1))
WORKER = Worker(id=WorkerId("psm-1"), person=SITI, assignments=(PSM,))
FILE = FieldSource(document="Data Siti Contoh 9901014108900001.xlsx", position="PSM!C17")
VISIT = FieldSource(agent=AgentId("ani-rahasia"), recorded_on=date(2025, 10, 9))


def test_source_is_that_of_the_nearest_path_with_an_entry():
    provenance = Provenance(
        {("person",): FILE, ("person", "phone"): VISIT, ("assignments", 0): VISIT}
    )
    assert provenance.of(("person", "phone")) == VISIT
    assert provenance.of(["person", "nik"]) == provenance.of(("person",)) == FILE
    assert provenance.of(("assignments", 0, "until")) == VISIT
    assert provenance.of(("assignments", 1)) is provenance.of(()) is None
    with pytest.raises(TypeError, match="sequence of steps"):
        provenance.of("person")


@pytest.mark.parametrize(
    ("entries", "message"),
    [
        ([((), FILE)], "mapping of path"),
        ({"person": FILE}, "tuple of steps"),
        ({("person", True): FILE}, "tuple of steps"),
        ({("assignments", -1): FILE}, "tuple of steps"),
        ({("person",): "9901014108900001"}, "is a FieldSource"),
    ],
)
def test_provenance_rejects_what_is_no_path_with_a_source(entries, message):
    with pytest.raises(TypeError, match=message) as caught:
        Provenance(entries)
    assert "9901" not in str(caught.value)


def test_paths_that_the_record_does_not_have_are_issues():
    paths = [
        (),
        ("membership_number",),
        ("person", "disabilities", 1),
        ("person", "disabilities", 2),
        ("assignments", 1, "until"),
        ("assignments", "until"),
        ("person", "domicile", "rt"),
        ("9901014108900001",),
    ]
    issues = Provenance(dict.fromkeys(paths, FILE)).issues(WORKER)
    assert {issue.code for issue in issues} == {"provenance.path_missing"}
    assert [issue.where for issue in issues] == [
        "$.?",
        "$.assignments.?",
        "$.assignments[1]",
        "$.person.disabilities[2]",
        "$.person.domicile.?",
    ]
    with pytest.raises(ValidationError) as caught:
        SourcedRecord(WORKER, Provenance({("9901014108900001",): FILE}))
    assert "9901" not in str(caught.value)
    assert not SourcedRecord(WORKER).provenance
    for other in (None, "Siti"):
        with pytest.raises(TypeError, match="not a record"):
            SourcedRecord(other)


def test_source_needs_an_agent_that_is_no_number_or_name_or_a_document():
    with pytest.raises(ValidationError, match=r"provenance\.source_missing"):
        FieldSource(recorded_on=date(2025, 1, 1), position="PSM!C17")
    for text, code in (("9901014108900001", "id.personal_number"), ("Siti Contoh", "id.format")):
        with pytest.raises(ParseError) as caught:
            AgentId(text)
        assert caught.value.code == code


def test_day_of_recording_in_the_future_or_far_past_is_a_warning():
    def codes(day):
        source = FieldSource(document="KK", recorded_on=day)
        found = checks.check(source, regions=load_regions(), as_of=date(2025, 10, 10))
        return [issue.code for issue in found]

    assert codes(date(2025, 10, 10)) == []
    assert codes(date(2025, 10, 11)) == ["date.future"]
    assert codes(date(1925, 10, 10)) == ["date.far_past"]
    later = FieldSource(document="KK", recorded_on=date(2025, 10, 12))
    provenance = Provenance({(): VISIT, ("person", "phone"): later, ("assignments", 0): later})
    sourced = SourcedRecord(WORKER, provenance)
    found = checks.check_provenance(sourced, as_of=date(2025, 10, 11))
    assert [(issue.where, issue.code) for issue in found] == [
        ("$.provenance./assignments/0.recorded_on", "date.future"),
        ("$.provenance./person/phone.recorded_on", "date.future"),
    ]
    document = wire.to_document(WORKER, provenance=provenance)
    assert {issue.locate(document) for issue in found} == {"2025-10-12"}
    assert checks.check_provenance(sourced, as_of=date(2025, 10, 12)) == ()
    with pytest.raises(TypeError, match="a date is needed"):
        checks.check_provenance(sourced, as_of="2025-10-11")


def test_nothing_personal_is_printed():
    provenance = Provenance({(): FILE, ("person", "phone"): VISIT})
    shown = [provenance, SourcedRecord(WORKER, provenance), FILE, VISIT]
    printed = "".join([*map(repr, shown), *map(str, shown), FILE._repr_html_()])
    for secret in ("Siti", "rahasia", "9901", "xlsx", "PSM!", "phone"):
        assert secret not in printed
    assert repr(object.__new__(Provenance)) == "<Provenance of 0 paths>"
    with pytest.raises(TypeError, match=r"^a Provenance is needed here, not str$"):
        SourcedRecord(WORKER, "Siti")


@given(st.data())
@EACH_CLASS
def test_provenance_is_a_value_that_can_be_pickled(data):
    record = data.draw(records(Person))
    one, other = data.draw(provenances(record)), data.draw(provenances(record))
    assert one.issues(record) == ()
    again = pickle.loads(pickle.dumps(one))  # noqa: S301 - our own bytes
    assert again == one == Provenance(dict(one.entries))
    assert hash(again) == hash(one)
    assert (one == other) is (dict(one.entries) == dict(other.entries))
    assert all(one.of(path) is None for path in paths_of(record)) is (not one)


def test_redaction_and_export_drop_the_provenance():
    sourced = SourcedRecord(WORKER, Provenance({(): FILE, ("person", "phone"): VISIT}))
    day = date(2025, 10, 10)
    plain, document = (
        wire.to_document(WORKER),
        wire.to_document(WORKER, provenance=sourced.provenance),
    )
    assert document == plain | {"provenance": document["provenance"]}
    record = wire.from_document(document, Worker)
    purpose = ConsentPurpose.BANTUAN
    for audience in Audience:
        assert privacy.redact(record, audience=audience, as_of=day) == privacy.redact(
            WORKER, audience=audience, as_of=day
        )
        assert "provenance" not in wire.redacted_schema(Worker, audience=audience)["properties"]
        for other in (sourced, sourced.provenance):
            with pytest.raises(TypeError, match="not a record"):
                privacy.redact(other, audience=audience, as_of=day)
    for covers in Sensitivity:
        consent = Consent(key="c1", date=day, covers=covers, purposes=frozenset({purpose}))
        exported = privacy.export(record, purpose=purpose, consent=consent, as_of=day)
        assert not {"provenance", "agent", "document", "recorded_on"} & {*exported}
        for other in (sourced, sourced.provenance):
            with pytest.raises(TypeError, match="not a record"):
                privacy.export(other, purpose=purpose, consent=consent, as_of=day)
