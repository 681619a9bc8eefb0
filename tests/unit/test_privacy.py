"""What each audience is shown of a record, and what nobody is."""

import json
from datetime import date, datetime, time

import pytest
from hypothesis import given

from psm_core import (
    KK,
    NIK,
    Address,
    AgendaItem,
    Assignment,
    Beneficiary,
    BeneficiaryId,
    Classification,
    Consent,
    DateRange,
    Decree,
    Edition,
    Event,
    EventId,
    EventKind,
    Family,
    Membership,
    Person,
    PhoneNumber,
    Pillar,
    PPKSCategory,
    RegionCode,
    ValidationError,
    WelfareRank,
    Worker,
    WorkerId,
    evolve,
    wire,
)
from psm_core.dates import Quarter
from psm_core.privacy import POLICY, Act, Audience, export, redact
from psm_core.terms import ConsentPurpose, FamilyRelation, Sensitivity, Sex
from psm_core.testing import records
from tests.house.records import RECORDS

TODAY = date(2025, 10, 10)
ANGSANA = RegionCode("63.10.09.2005")
ANI = Person(
    nik=NIK("9901014108900001"),
    name="Ani Rahasia",
    sex=Sex.PEREMPUAN,
    birth_date=date(1990, 8, 1),
    phone=PhoneNumber("+628000000123"),
    ktp_address=Address(street="Jl. Rahasia", region=ANGSANA),
)
WORKER = Worker(
    id=WorkerId("psm-1"),
    person=ANI,
    assignments=(
        Assignment(
            pillar=Pillar.PSM,
            serves=ANGSANA,
            since=date(2019, 8, 1),
            decree=Decree(number="1/2019", date=date(2019, 7, 20), signed_by="Lurah Rahasia"),
        ),
    ),
)


EVENT = Event(id=EventId("e-1"), title="Temu Karya", kind=EventKind.TEMU_KARYA)


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.__name__)
def test_a_redacted_record_is_plainly_no_record(kind):
    @given(records(kind))
    def never(record):
        for audience in Audience:
            redacted = redact(record, for_=audience, today=TODAY)
            assert redacted["redacted"] == audience.value
            with pytest.raises(ValidationError) as caught:
                wire.from_builtins(redacted, kind)
            assert "field.unknown" in {issue.code for issue in caught.value.issues}

    never()


def test_the_policy_answers_for_every_class_and_audience():
    assert set(POLICY) == {(one, other) for one in Sensitivity for other in Audience}
    for one in (*Audience, *Act):
        assert one.value == one.name.lower()


def test_each_audience_is_shown_a_worker_in_its_own_way():
    assert redact(WORKER, for_=Audience.PUBLIC) == {
        "redacted": "public",
        "assignments": [
            {"pillar": "psm", "serves": "63.10", "since": 2019, "decree": {"date": 2019}}
        ],
    }
    research = redact(WORKER, for_=Audience.RESEARCH, today=TODAY)
    assert research["person"] == {
        "sex": "perempuan",
        "birth_date": 1990,
        "ktp_address": {"region": "63.10"},
    }
    partner = redact(WORKER, for_=Audience.PARTNER, today=TODAY)
    assert partner["id"] == "psm-1"
    assert partner["person"]["nik"] == "990101******0001"
    assert partner["person"]["phone"] == "+62*******123"
    assert partner["person"]["name"] == "Ani Rahasia"
    assert partner["assignments"][0]["serves"] == "63.10.09.2005"


def test_what_is_told_of_a_child_is_specific_whoever_holds_it():
    child = evolve(ANI, birth_date=None, nik=NIK("9901014108150001"))
    born = evolve(ANI, birth_date=date(2015, 8, 1))
    for one in (child, born):
        assert redact(one, for_=Audience.PARTNER, today=TODAY) == {"redacted": "partner"}
        member = Membership(person=one, relation=FamilyRelation.ANAK, since=date(2015, 9, 1))
        assert redact(member, for_=Audience.PARTNER, today=TODAY) == {"redacted": "partner"}
    assert "name" in redact(ANI, for_=Audience.PARTNER, today=TODAY)
    for audience in (Audience.RESEARCH, Audience.PARTNER):
        with pytest.raises(ValueError, match="tell today="):
            redact(ANI, for_=audience)


def test_a_child_is_one_until_the_day_it_turns_18():
    def shown(born, **more):
        someone = evolve(ANI, birth_date=born, **more)
        return "name" in redact(someone, for_=Audience.PARTNER, today=TODAY)

    assert shown(date(2007, 10, 10))
    assert not shown(date(2007, 10, 11))
    assert shown(date(1990, 8, 1), nik=NIK("9901014108150001"))  # the recorded day goes first
    assert not shown(date(2015, 8, 1))
    nameless = Membership(person=ANI, relation=FamilyRelation.ISTRI)
    assert "person" in redact(nameless, for_=Audience.PARTNER, today=datetime(2025, 10, 10, 8))


def test_only_numbers_that_identify_are_masked():
    person = evolve(ANI, kk=KK("9901010108900002"), birth_place="Rt 12345678")
    shown = redact(person, for_=Audience.PARTNER, today=TODAY)
    assert (shown["nik"], shown["kk"]) == ("990101******0001", "990101******0002")
    assert shown["birth_place"] == "Rt ***"
    assert shown["birth_date"] == "1990-08-01"
    assert shown["ktp_address"] == {"street": "Jl. Rahasia", "region": "63.10.09.2005"}


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("kode 1234567 itu", "kode 1234567 itu"),
        ("kode 12345678 itu", "kode *** itu"),
        ("hubungi 0800-0000.123 saja", "hubungi *** saja"),
        ("1 2 3 4 5 6 7 8", "***"),
        ("hubungi (0800) 0000 - 123", "hubungi (***"),
        ("0800\u20130000\u2013123", "***"),
        ("900 orang 90000 rupiah", "900 orang 90000 rupiah"),
        ("1234 (--) 5678", "1234 (--) 5678"),
        ("1234 / 5678", "***"),
        ("1234 --/ 5678", "1234 --/ 5678"),
    ],
)
def test_a_number_of_eight_digits_is_long_however_it_is_written(text, left):
    assert redact(evolve(EVENT, place=text), for_=Audience.PUBLIC)["place"] == left


def test_researchers_are_told_years_and_kabupaten_and_words_of_lists():
    rank = WelfareRank(decile=1, period=Quarter("2025-Q4"))
    assert redact(rank, for_=Audience.RESEARCH, today=TODAY) == {
        "redacted": "research",
        "period": 2025,
    }
    for code, left in (("63", "63"), ("63.10", "63.10"), ("63.10.09", "63.10")):
        address = Address(region=RegionCode(code), rt="1")
        assert redact(address, for_=Audience.RESEARCH, today=TODAY)["region"] == left
    shown = redact(Address(rt="1"), for_=Audience.RESEARCH, today=TODAY)
    assert shown == {"redacted": "research"}


def test_what_is_empty_once_redacted_is_left_out():
    family = Family(memberships=(Membership(person=ANI, relation=FamilyRelation.ISTRI),))
    assert redact(family, for_=Audience.PUBLIC) == {"redacted": "public"}
    worker = Worker(id=WorkerId("psm-1"), person=ANI)
    assert "assignments" not in redact(worker, for_=Audience.PARTNER, today=TODAY)


def test_specific_facts_go_to_nobody():
    family = Family(ranks=(WelfareRank(decile=1, period=Quarter("2025-Q4")),))
    found = Classification(category=PPKSCategory.PEMULUNG, date=TODAY, source="asesmen")
    who = Beneficiary(id=BeneficiaryId("b"), family=family, classifications=frozenset({found}))
    for audience in Audience:
        shown = json.dumps(redact(who, for_=audience, today=TODAY))
        assert "decile" not in shown
        assert "pemulung" not in shown


def test_an_event_is_shown_with_its_hours_and_its_kinds_in_order():
    event = evolve(
        EVENT,
        also=frozenset(EventKind) - {EventKind.TEMU_KARYA},
        agenda=(AgendaItem(title="Buka", start=time(8, 5)), AgendaItem(title="Apel")),
    )
    shown = redact(event, for_=Audience.PUBLIC)
    assert shown["agenda"] == [{"title": "Buka", "start": "08:05"}, {"title": "Apel"}]
    assert shown["also"] == sorted(kind.value for kind in event.also)


def test_an_event_is_shown_whole_but_for_its_people_and_long_numbers():
    event = Event(
        id=EventId("e-1"),
        title="Temu Karya, hubungi 0800 0000 123",
        kind=EventKind.TEMU_KARYA,
        edition=Edition.parse("XXII"),
        venue=ANGSANA,
        dates=DateRange(date(2025, 10, 10), date(2025, 10, 12)),
    )
    shown = redact(event, for_=Audience.PUBLIC)
    assert shown["title"] == "Temu Karya, hubungi ***"
    assert (shown["edition"], shown["venue"]) == ("XXII", "63.10.09.2005")
    assert shown["dates"] == {"start": "2025-10-10", "end": "2025-10-12"}


def test_an_export_goes_as_far_as_was_agreed():
    consent = Consent(
        key="c1",
        date=date(2025, 10, 1),
        covers=Sensitivity.SPESIFIK,
        purposes=frozenset({ConsentPurpose.RUJUKAN}),
    )
    how = {"purpose": ConsentPurpose.RUJUKAN, "today": TODAY}
    found = Classification(category=PPKSCategory.PEMULUNG, date=TODAY, source="asesmen")
    who = Beneficiary(id=BeneficiaryId("b"), person=ANI, classifications=frozenset({found}))
    whole = export(who, consent=consent, **how)
    assert whole["exported_for"] == "rujukan"
    assert whole["person"]["nik"] == "9901014108900001"
    assert whole["classifications"][0]["category"] == "ppks-26:pemulung"
    general = export(who, consent=evolve(consent, covers=Sensitivity.UMUM), **how)
    assert "classifications" not in general
    assert general["person"]["name"] == "Ani Rahasia"
    told = evolve(consent, covers=Sensitivity.NONE)
    assert "person" not in export(who, consent=told, **how)
    number = evolve(ANI, birth_place="Rt 12345678")
    assert export(number, consent=consent, **how)["birth_place"] == "Rt 12345678"
    with pytest.raises(ValueError, match="does not allow rujukan on that day"):
        export(who, consent=evolve(consent, until=date(2025, 10, 2)), **how)
    with pytest.raises(TypeError, match="str is not a record"):
        redact("x", for_=Audience.PUBLIC)
