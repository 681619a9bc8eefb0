"""What each audience sees of a record, and what nobody sees."""

import json
from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psm_core import (
    KK,
    NIK,
    Activity,
    Actor,
    Address,
    AgendaItem,
    Assignment,
    Beneficiary,
    BeneficiaryId,
    Case,
    CaseFile,
    CaseId,
    Ceremony,
    Classification,
    Committee,
    CommitteeMember,
    Competition,
    Consent,
    DateRange,
    Decree,
    Delegation,
    Edition,
    Event,
    EventId,
    EventKind,
    Family,
    Figure,
    Household,
    HouseholdId,
    Membership,
    Office,
    Outcome,
    Participant,
    Person,
    PhoneNumber,
    Pillar,
    PPKSCategory,
    Quotation,
    Ranking,
    RegionalVision,
    RegionCode,
    Resident,
    Source,
    Speech,
    ValidationError,
    WelfareRank,
    Worker,
    WorkerId,
    evolve,
    wire,
)
from psm_core.privacy import POLICY, Audience, Treatment, export, redact
from psm_core.terms import (
    CommitteePost,
    ConsentGiver,
    ConsentPurpose,
    Education,
    FamilyRelation,
    FigureStatus,
    HouseholdRelation,
    MaritalStatus,
    NIKAbsence,
    Occupation,
    OfficeQualifier,
    OutcomeStatus,
    ParticipantKind,
    PASCategory,
    PMKSCategory,
    QuotationForm,
    Sensitivity,
    Sex,
    SpeechKind,
)
from psm_core.testing import records
from psm_core.values.dates import Quarter
from tests.each_class import EACH_CLASS
from tests.project.records import RECORDS

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
@given(data=st.data())
@EACH_CLASS
def test_redacted_record_cannot_be_read_back(kind, data):
    record = data.draw(records(kind))
    for audience in Audience:
        redacted = redact(record, audience=audience, as_of=TODAY)
        assert redacted["redacted"] == audience.value
        with pytest.raises(ValidationError) as caught:
            wire.from_builtins(redacted, kind)
        assert "field.unknown" in {issue.code for issue in caught.value.issues}


def test_policy_covers_every_class_and_audience():
    assert set(POLICY) == {(one, other) for one in Sensitivity for other in Audience}
    for one in (*Audience, *Treatment):
        assert one.value == one.name.lower()


def test_redacted_worker_for_each_audience():
    assert redact(WORKER, audience=Audience.PUBLIC) == {
        "redacted": "public",
        "assignments": [
            {"pillar": "psm", "serves": "63.10", "since": 2019, "decree": {"date": 2019}}
        ],
    }
    research = redact(WORKER, audience=Audience.RESEARCH, as_of=TODAY)
    assert research["person"] == {
        "sex": "perempuan",
        "birth_date": 1990,
        "ktp_address": {"region": "63.10"},
    }
    partner = redact(WORKER, audience=Audience.PARTNER, as_of=TODAY)
    assert partner["id"] == "psm-1"
    assert partner["person"]["nik"] == "*" * 16
    assert partner["person"]["phone"] == "+**********23"
    assert partner["person"]["name"] == "Ani Rahasia"
    assert partner["assignments"][0]["serves"] == "63.10.09.2005"


def test_data_of_a_child_is_specific_in_any_record():
    child = evolve(ANI, birth_date=None, nik=NIK("9901014108150001"))
    born = evolve(ANI, birth_date=date(2015, 8, 1))
    for one in (child, born):
        assert redact(one, audience=Audience.PARTNER, as_of=TODAY) == {"redacted": "partner"}
        member = Membership(person=one, relation=FamilyRelation.ANAK, since=date(2015, 9, 1))
        assert redact(member, audience=Audience.PARTNER, as_of=TODAY) == {"redacted": "partner"}
    assert "name" in redact(ANI, audience=Audience.PARTNER, as_of=TODAY)
    for audience in (Audience.RESEARCH, Audience.PARTNER):
        with pytest.raises(ValueError, match="as_of= is required"):
            redact(ANI, audience=audience)


def test_person_is_a_child_until_the_18th_birthday():
    def shown(born, **more):
        someone = evolve(ANI, birth_date=born, **more)
        return "name" in redact(someone, audience=Audience.PARTNER, as_of=TODAY)

    assert shown(date(2007, 10, 10))
    assert not shown(date(2007, 10, 11))
    assert not shown(date(2015, 8, 1))
    wife = Membership(person=ANI, relation=FamilyRelation.ISTRI)
    assert "person" in redact(wife, audience=Audience.PARTNER, as_of=datetime(2025, 10, 10, 8))


NAMELESS = Person(name="Contoh", nik_absence=NIKAbsence.BELUM_MEMILIKI)
STREET_CHILD, NEGLECTED_OLD = PPKSCategory.ANAK_JALANAN, PPKSCategory.LANJUT_USIA_TELANTAR


def finding(category, day=TODAY):
    return Classification(category=category, date=day, source="asesmen")


def in_need(person, *findings):
    return Beneficiary(id=BeneficiaryId("b"), person=person, classifications=frozenset(findings))


def member(relation, **facts):
    return Membership(person=evolve(NAMELESS, **facts), relation=relation)


def resident(relation):
    return Resident(person=NAMELESS, relation=relation)


CHILDREN = {
    "nik_says_12": evolve(ANI, nik=NIK("9901014108150001")),
    "birth_date_in_the_future": evolve(ANI, birth_date=date(2030, 1, 1)),
    "birth_date_says_12": evolve(ANI, birth_date=date(2013, 8, 1)),
    "no_fact": NAMELESS,
    "impossible_age": evolve(NAMELESS, birth_date=date(1800, 1, 1)),
    "never_schooled": evolve(NAMELESS, education=Education.TIDAK_BELUM_SEKOLAH),
    "married_pupil": evolve(
        NAMELESS, marital_status=MaritalStatus.KAWIN, occupation=Occupation.PELAJAR_MAHASISWA
    ),
    "son": member(FamilyRelation.ANAK, marital_status=MaritalStatus.KAWIN),
    "grandchild": resident(HouseholdRelation.CUCU),
    "category_against_age": in_need(ANI, finding(STREET_CHILD)),
    "category_of_2025_against_age": in_need(ANI, finding(PASCategory.ANAK_ANAK_RENTAN)),
    "category_without_age": in_need(NAMELESS, finding(STREET_CHILD), finding(NEGLECTED_OLD)),
    "family_with_category": Beneficiary(
        id=BeneficiaryId("b"),
        family=Family(memberships=(Membership(person=ANI, relation=FamilyRelation.ISTRI),)),
        classifications=frozenset({finding(STREET_CHILD)}),
    ),
    "finding_alone": finding(STREET_CHILD),
    "category_of_2007_against_age": in_need(ANI, finding(PMKSCategory.ANAK_NAKAL)),
    "family_category_of_2007": in_need(NAMELESS, finding(PMKSCategory.KELUARGA_RENTAN)),
    "hiv_without_age": in_need(NAMELESS, finding(PPKSCategory.ORANG_DENGAN_HIV_AIDS)),
}
ADULTS = {
    "age_says_35": ANI,
    "nik_says_35": evolve(ANI, birth_date=None),
    "nik_and_birth_date_differ": evolve(ANI, birth_date=date(1991, 8, 1)),
    "nik_of_another_century": evolve(ANI, nik=NIK("9901014108150001"), birth_date=date(1915, 8, 1)),
    "wife": member(FamilyRelation.ISTRI),
    "parent": resident(HouseholdRelation.ORANG_TUA_MERTUA),
    "widow": evolve(NAMELESS, marital_status=MaritalStatus.CERAI_MATI),
    "doctor": evolve(NAMELESS, education=Education.STRATA_III),
    "category_of_the_old": in_need(NAMELESS, finding(NEGLECTED_OLD)),
    "old_by_category_of_2007": in_need(NAMELESS, finding(PMKSCategory.LANJUT_USIA_TERLANTAR)),
    "category_of_adults": in_need(
        NAMELESS, finding(PPKSCategory.BEKAS_WARGA_BINAAN_LEMBAGA_PEMASYARAKATAN)
    ),
    "group_of_the_old": in_need(NAMELESS, finding(PASCategory.LANSIA_TERLANTAR)),
    "child_when_found": in_need(
        evolve(ANI, nik=NIK("9901014108050001"), birth_date=date(2005, 8, 1)),
        finding(STREET_CHILD, date(2015, 8, 1)),
    ),
    "worker_without_age": Worker(id=WorkerId("w"), person=NAMELESS),
    "grown_son": Membership(person=ANI, relation=FamilyRelation.ANAK),
}
PERSONAL = {"person", "family", "name", "source", "relation", "nik", "birth_date"}


@pytest.mark.parametrize("record", CHILDREN.values(), ids=CHILDREN)
def test_possible_child_is_not_shown(record):
    for audience in (Audience.RESEARCH, Audience.PARTNER):
        assert not PERSONAL & set(redact(record, audience=audience, as_of=TODAY))
    assert not PERSONAL & set(agreed(record, Sensitivity.UMUM))
    assert PERSONAL & set(agreed(record, Sensitivity.SPESIFIK))


@pytest.mark.parametrize("record", ADULTS.values(), ids=ADULTS)
def test_adult_by_other_fields_is_shown(record):
    assert PERSONAL & set(redact(record, audience=Audience.PARTNER, as_of=TODAY))
    assert PERSONAL & set(agreed(record, Sensitivity.UMUM))


def agreed(record, covers):
    purposes = frozenset({ConsentPurpose.RUJUKAN})
    consent = Consent(key="c", date=TODAY, covers=covers, purposes=purposes)
    return export(record, purpose=ConsentPurpose.RUJUKAN, consent=consent, as_of=TODAY)


def test_nik_with_future_dates_is_a_child():
    person = evolve(ANI, birth_date=None)
    early = date(1989, 1, 1)
    assert redact(person, audience=Audience.PARTNER, as_of=early) == {"redacted": "partner"}


def test_child_in_one_record_is_a_child_in_all():
    child = evolve(ANI, birth_date=date(2013, 8, 1))
    for other in (ANI, evolve(NAMELESS, name="ani rahasia", marital_status=MaritalStatus.KAWIN)):
        family = Family(memberships=(Membership(person=other, relation=FamilyRelation.ISTRI),))
        case = Case(id=CaseId("k"), beneficiary=BeneficiaryId("b"))
        shown = redact(
            CaseFile(case=case, beneficiary=in_need(child), family=family),
            audience=Audience.PARTNER,
            as_of=TODAY,
        )
        assert shown == {"redacted": "partner"}
    residents = (
        Resident(person=evolve(NAMELESS, name=ANI.name), relation=HouseholdRelation.ANAK),
        Resident(person=ANI, relation=HouseholdRelation.KEPALA_KELUARGA),
        Resident(person=evolve(ANI, name="Lain"), relation=HouseholdRelation.LAINNYA),
    )
    house = Household(id=HouseholdId("h"), residents=residents[:2])
    assert "residents" not in redact(house, audience=Audience.PARTNER, as_of=TODAY)
    house = evolve(house, residents=residents[::2])
    (left,) = redact(house, audience=Audience.PARTNER, as_of=TODAY)["residents"]
    assert left["person"]["name"] == "Lain"


GUARDED = Case(
    id=CaseId("k"),
    beneficiary=BeneficiaryId("b"),
    consents=(
        Consent(
            key="ibu-sari",
            date=TODAY,
            giver=ConsentGiver.ORANG_TUA,
            giver_name="Sari, ibu",
            covers=Sensitivity.UMUM,
            purposes=frozenset({ConsentPurpose.RUJUKAN}),
            evidence="surat Sari",
        ),
    ),
)


def test_who_consented_is_never_shown():
    parent = Membership(person=ANI, relation=FamilyRelation.KEPALA_KELUARGA)
    family = Family(memberships=(parent,))
    for person in (NAMELESS, evolve(NAMELESS, marital_status=MaritalStatus.KAWIN)):
        file = CaseFile(case=GUARDED, beneficiary=in_need(person), family=family)
        for audience in Audience:
            assert redact(file, audience=audience, as_of=TODAY) == {"redacted": audience.value}
        assert agreed(file, Sensitivity.UMUM) == {"exported_for": "rujukan"}
    for audience in Audience:
        shown = json.dumps(redact(GUARDED, audience=audience, as_of=TODAY)).casefold()
        assert "sari" not in shown
        assert "ibu" not in shown
    assert "sari" not in json.dumps(agreed(GUARDED, Sensitivity.UMUM)).casefold()
    assert "Sari, ibu" in json.dumps(agreed(GUARDED, Sensitivity.SPESIFIK))


def test_all_data_in_a_record_of_a_child_is_specific():
    worker = evolve(WORKER, person=evolve(ANI, birth_date=date(2013, 8, 1)))
    shown = redact(worker, audience=Audience.PARTNER, as_of=TODAY)
    assert "person" not in shown
    assert "signed_by" not in shown["assignments"][0]["decree"]


def test_personal_number_inside_an_id_is_hidden():
    for key, left in (
        ("1x9901014108900001y", "1x***y"),
        ("cb48e318-dbb3-4955-a785-990101410890", "cb48e318-dbb3-4955-a785-990101410890"),
        ("psm-63.10.09.2005-0012", "psm-63.10.09.2005-0012"),
    ):
        worker = Worker(id=WorkerId(key), person=ANI)
        assert redact(worker, audience=Audience.PARTNER, as_of=TODAY)["id"] == left
        assert agreed(worker, Sensitivity.NONE)["id"] == left
        assert agreed(worker, Sensitivity.UMUM)["id"] == key


def test_public_event_contains_no_text_about_people():
    seat = CommitteeMember(post=CommitteePost.KETUA, name="Rahasia", section="acara, Rahasia")
    figure = Figure(3, of="lansia", status=FigureStatus.REPORTED, source="s", wording="Rahasia")
    event = evolve(
        EVENT,
        sources=(Source(key="s", title="Kisah Rahasia", url="https://contoh.id/rahasia"),),
        committees=(Committee(members=(seat,)),),
        delegations=(
            Delegation(origin=RegionCode("63.10"), members=frozenset({WorkerId("rahasia")})),
        ),
        participants=(Participant(kind=ParticipantKind.PENINJAU, worker=WorkerId("rahasia")),),
        activities=(
            Activity(
                title="Bedah rumah Rahasia", place="Rumah Rahasia", target="Rahasia", figures=()
            ),
        ),
        agenda=(AgendaItem(title="Sambutan Rahasia", place="Rahasia", in_charge="Rahasia"),),
        competitions=(
            Competition(
                title="Cerdas cermat", rankings=(Ranking(rank=1, name="R", prize="Rahasia"),)
            ),
        ),
        figures=(figure,),
    )
    for audience in (Audience.PUBLIC, Audience.RESEARCH):
        assert "rahasia" not in json.dumps(redact(event, audience=audience, as_of=TODAY)).casefold()
    assert "Bedah rumah" in json.dumps(redact(event, audience=Audience.PARTNER, as_of=TODAY))


def test_public_event_shows_the_offices_and_bodies_that_spoke():
    regent = Office(title="Bupati", qualifier=OfficeQualifier.PLT, region=RegionCode("63.10"))
    event = evolve(
        EVENT,
        actors=(
            Actor(key="bupati", name="Rahasia", office=regent),
            Actor(key="panitia", body="panitia pelaksana"),
            Actor(key="tamu", name="Rahasia"),
        ),
        opening=Ceremony(by="bupati"),
        speeches=(
            Speech(
                kind=SpeechKind.SAMBUTAN,
                author="bupati",
                gist="Rahasia",
                quotations=(Quotation(text="Rahasia", form=QuotationForm.LANGSUNG),),
                vision=RegionalVision(text="Maju dan Makmur"),
            ),
            Speech(kind=SpeechKind.PESAN_PENUTUP, author="panitia"),
        ),
        outcomes=(
            Outcome(description="Rahasia", status=OutcomeStatus.DIHARAPKAN, stated_by="panitia"),
        ),
    )
    shown = redact(event, audience=Audience.PUBLIC)
    assert shown["actors"] == [
        {"key": "bupati", "office": {"title": "Bupati", "qualifier": "plt", "region": "63.10"}},
        {"key": "panitia", "body": "panitia pelaksana"},
        {"key": "tamu"},
    ]
    assert shown["opening"] == {"by": "bupati"}
    assert shown["speeches"] == [
        {
            "kind": "sambutan",
            "author": "bupati",
            "quotations": [{"form": "langsung"}],
            "vision": {"text": "Maju dan Makmur"},
        },
        {"kind": "pesan-penutup", "author": "panitia"},
    ]
    assert shown["outcomes"] == [{"status": "diharapkan", "stated_by": "panitia"}]
    assert "Rahasia" not in json.dumps(shown)


def test_mask_applies_to_personal_numbers_only():
    person = evolve(ANI, kk=KK("9901010108900002"), birth_place="Rt 12345678")
    shown = redact(person, audience=Audience.PARTNER, as_of=TODAY)
    assert (shown["nik"], shown["kk"]) == ("*" * 16, "*" * 16)
    for phone, left in (("+62511334567", "+***********"), ("+625113345678", "+**********78")):
        person = evolve(ANI, phone=PhoneNumber(phone))
        assert redact(person, audience=Audience.PARTNER, as_of=TODAY)["phone"] == left
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
def test_short_telephone_number_shows_no_digits(text, left):
    assert redact(evolve(EVENT, place=text), audience=Audience.PUBLIC)["place"] == left


def test_research_gets_years_kabupaten_and_terms():
    rank = WelfareRank(decile=1, period=Quarter("2025-Q4"))
    assert redact(rank, audience=Audience.RESEARCH, as_of=TODAY) == {
        "redacted": "research",
        "period": 2025,
    }
    for code, left in (("63", "63"), ("63.10", "63.10"), ("63.10.09", "63.10")):
        address = Address(region=RegionCode(code), rt="1")
        assert redact(address, audience=Audience.RESEARCH, as_of=TODAY)["region"] == left
    shown = redact(Address(rt="1"), audience=Audience.RESEARCH, as_of=TODAY)
    assert shown == {"redacted": "research"}


def test_empty_redacted_fields_are_left_out():
    family = Family(memberships=(Membership(person=ANI, relation=FamilyRelation.ISTRI),))
    assert redact(family, audience=Audience.PUBLIC) == {"redacted": "public"}
    worker = Worker(id=WorkerId("psm-1"), person=ANI)
    assert "assignments" not in redact(worker, audience=Audience.PARTNER, as_of=TODAY)


def test_specific_data_is_never_shown():
    family = Family(ranks=(WelfareRank(decile=1, period=Quarter("2025-Q4")),))
    found = Classification(category=PPKSCategory.PEMULUNG, date=TODAY, source="asesmen")
    who = Beneficiary(id=BeneficiaryId("b"), family=family, classifications=frozenset({found}))
    for audience in Audience:
        shown = json.dumps(redact(who, audience=audience, as_of=TODAY))
        assert "decile" not in shown
        assert "pemulung" not in shown


def test_event_shows_times_and_sorted_kinds():
    event = evolve(
        EVENT,
        other_kinds=frozenset(EventKind) - {EventKind.TEMU_KARYA},
        agenda=(
            AgendaItem(title="Buka", start=time(8, 5)),
            AgendaItem(title="Apel", kind=EventKind.APEL),
            AgendaItem(title="Makan siang"),
        ),
    )
    shown = redact(event, audience=Audience.PUBLIC)
    assert shown["agenda"] == [{"start": "08:05"}, {"kind": "apel"}]
    assert shown["other_kinds"] == sorted(kind.value for kind in event.other_kinds)


def test_event_is_shown_without_people_and_personal_numbers():
    event = Event(
        id=EventId("e-1"),
        title="Temu Karya, hubungi 0800 0000 123",
        kind=EventKind.TEMU_KARYA,
        edition=Edition.parse("XXII"),
        venue=ANGSANA,
        dates=DateRange(date(2025, 10, 10), date(2025, 10, 12)),
    )
    shown = redact(event, audience=Audience.PUBLIC)
    assert shown["title"] == "Temu Karya, hubungi ***"
    assert (shown["edition"], shown["venue"]) == ("XXII", "63.10.09.2005")
    assert shown["dates"] == {"start": "2025-10-10", "end": "2025-10-12"}


def test_export_contains_what_the_consent_covers():
    consent = Consent(
        key="c1",
        date=date(2025, 10, 1),
        covers=Sensitivity.SPESIFIK,
        purposes=frozenset({ConsentPurpose.RUJUKAN}),
    )
    how = {"purpose": ConsentPurpose.RUJUKAN, "as_of": TODAY}
    found = Classification(category=PPKSCategory.PEMULUNG, date=TODAY, source="asesmen")
    who = Beneficiary(id=BeneficiaryId("b"), person=ANI, classifications=frozenset({found}))
    whole = export(who, consent=consent, **how)
    assert whole["exported_for"] == "rujukan"
    assert whole["person"]["nik"] == "9901014108900001"
    assert whole["classifications"][0]["category"] == "ppks-26:pemulung"
    general = export(who, consent=evolve(consent, covers=Sensitivity.UMUM), **how)
    assert "classifications" not in general
    assert general["person"]["name"] == "Ani Rahasia"
    fields = evolve(consent, covers=Sensitivity.NONE)
    assert "person" not in export(who, consent=fields, **how)
    note = evolve(EVENT, place="NIK 9901014108900001")
    assert export(note, consent=fields, **how)["place"] == "NIK ***"
    number = evolve(ANI, birth_place="Rt 12345678")
    assert export(number, consent=consent, **how)["birth_place"] == "Rt 12345678"
    with pytest.raises(ValueError, match="does not allow rujukan on that day"):
        export(who, consent=evolve(consent, until=date(2025, 10, 2)), **how)
    with pytest.raises(TypeError, match="str is not a record"):
        redact("x", audience=Audience.PUBLIC)
