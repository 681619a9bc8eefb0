"""The invariants of each record."""

from datetime import date

import pytest

from psm_core import (
    Activity,
    Actor,
    Address,
    AgendaItem,
    Assignment,
    Beneficiary,
    BeneficiaryId,
    Ceremony,
    Certification,
    Claim,
    Classification,
    Commemoration,
    Committee,
    CommitteeMember,
    Competition,
    DateRange,
    Decree,
    Delegation,
    Edition,
    Event,
    EventId,
    EventKind,
    Family,
    Figure,
    FigureStatus,
    Group,
    HostAppointment,
    Membership,
    NIKAbsence,
    Office,
    OrganisationId,
    Organiser,
    Outcome,
    ParseError,
    Participant,
    Person,
    Pillar,
    PPKSCategory,
    Quotation,
    Ranking,
    RegionCode,
    RegionLevel,
    Source,
    Speaker,
    Speech,
    Turnout,
    ValidationError,
    Worker,
    WorkerId,
    checks,
    evolve,
    load_regions,
)
from psm_core.terms import (
    Capacity,
    CommitteePost,
    Completeness,
    EndReason,
    EventLevel,
    Extent,
    FamilyRelation,
    OfficeQualifier,
    OrganiserRole,
    OutcomeStatus,
    ParticipantKind,
    QuotationForm,
    SpeechKind,
    SubjectUnit,
    ThemeKind,
)
from tests.unit.issues import issues_of

SOMEBODY = Person(name="Contoh", nik_absence=NIKAbsence.BELUM_MEMILIKI)
DAY = date(2025, 10, 10)
ANGSANA = RegionCode("63.10.09.2005")


def event(**fields):
    return Event(id=EventId("e-1"), title="Temu Karya", kind=EventKind.TEMU_KARYA, **fields)


def test_nik_absence_is_required_without_nik_only():
    assert issues_of(lambda: Person(name="Contoh")) == [
        ("$.nik_absence", "person.nik_absence_missing")
    ]
    from psm_core import NIK

    assert issues_of(
        lambda: Person(nik=NIK("9901014108900001"), name="C", nik_absence=NIKAbsence.TIDAK_TERBACA)
    ) == [("$.nik_absence", "person.nik_absence_unneeded")]


def test_address_rejects_empty_fields():
    assert issues_of(Address) == [("$.region", "address.empty")]


def test_an_assignment_ends_after_it_starts():
    assert issues_of(
        lambda: Assignment(pillar=Pillar.PSM, serves=ANGSANA, since=DAY, until=date(2025, 1, 1))
    ) == [("$.until", "period.ends_before_start")]
    assert issues_of(lambda: Certification(number="1", since=DAY, until=date(2025, 1, 1))) == [
        ("$.until", "period.ends_before_start")
    ]


def test_role_is_held_from_first_to_last_day():
    role = Assignment(pillar=Pillar.PSM, serves=ANGSANA, since=DAY, until=date(2025, 12, 31))
    days = [date(2025, 10, 9), DAY, date(2025, 12, 31), date(2026, 1, 1)]
    assert [role.is_held_on(day) for day in days] == [False, True, True, False]
    assert role.is_pending
    decree = Decree(number="400.9/1/2025", date=DAY)
    appointed = Assignment(pillar=Pillar.TKSK, serves=ANGSANA, since=DAY, decree=decree)
    assert not appointed.is_pending
    worker = Worker(id=WorkerId("w"), person=SOMEBODY, assignments=(role, appointed))
    assert worker.assignments_on(date(2026, 1, 1)) == (appointed,)


def test_role_that_ended_on_an_unknown_day_is_held_on_its_first_day_only():
    role = Assignment(pillar=Pillar.PSM, serves=ANGSANA, since=DAY, end_reason=EndReason.DIGANTI)
    days = [date(2025, 10, 9), DAY, date(2025, 10, 11)]
    assert [role.is_held_on(day) for day in days] == [False, True, False]
    assert warnings_of(role) == [("$.end_reason", "assignment.reason_without_end")]
    ended = evolve(role, until=date(2025, 10, 11))
    assert [ended.is_held_on(day) for day in days] == [False, True, True]
    assert warnings_of(ended) == []
    worker = Worker(id=WorkerId("w"), person=SOMEBODY, assignments=(role,))
    found = checks.check(worker, regions=load_regions(), as_of=date(2026, 1, 1))
    assert [issue.code for issue in found] == ["assignment.reason_without_end"]


def test_worker_rejects_repeated_assignments():
    role = Assignment(pillar=Pillar.PSM, serves=ANGSANA, since=DAY)
    assert issues_of(
        lambda: Worker(id=WorkerId("w"), person=SOMEBODY, assignments=(role, role))
    ) == [("$.assignments[1]", "assignment.duplicate")]


def test_beneficiary_requires_exactly_one_subject():
    key = BeneficiaryId("b-1")
    family, group = (
        Family(memberships=(Membership(person=SOMEBODY, relation=FamilyRelation.KEPALA_KELUARGA),)),
        Group(name="Komunitas Contoh"),
    )
    assert Beneficiary(id=key, person=SOMEBODY).unit is SubjectUnit.PERSEORANGAN
    assert Beneficiary(id=key, family=family).unit is SubjectUnit.KELUARGA
    assert Beneficiary(id=key, group=group).unit is SubjectUnit.KELOMPOK
    for fields in ({}, {"person": SOMEBODY, "group": group}):
        assert issues_of(lambda fields=fields: Beneficiary(id=key, **fields)) == [
            ("$.person", "beneficiary.subject")
        ]


def test_beneficiary_stores_each_finding_once():
    finding = Classification(category=PPKSCategory.PEMULUNG, date=DAY, source="asesmen")
    assert len(frozenset({finding, finding})) == 1


@pytest.mark.parametrize(
    "text",
    [
        "XXII",
        "xxii",
        "Ke-XXII.",
        "ke\u00a022",
        "ke 22\u200b",
        "ke-XXII",
        "ke\u2013XXII",
        "Ke-22",
        "22",
        " ke XXII ",
        "KE 22",
    ],
)
def test_edition_parses_roman_and_arabic_and_prints_roman(text):
    assert Edition.parse(text) == Edition("XXII")
    assert str(Edition.parse(text)) == "XXII"
    assert int(Edition.parse(text)) == 22


@pytest.mark.parametrize(
    "text",
    [
        *("", "0", "ke-0", "4000", "ke-4000", "9999", "mix", "di", "MCMX9", "MMMM", "CCCC", "XXXX"),
        *("IIII", "VX", "ke-", "kedua", "XXII 2025", "-1"),
    ],
)
def test_edition_rejects_other_texts(text):
    with pytest.raises(ParseError) as caught:
        Edition.parse(text)
    assert caught.value.code == "edition.format"


def test_editions_sort_by_number():
    assert sorted(map(Edition.parse, ["9", "10", "4", "5"])) == [
        Edition(text) for text in ("IV", "V", "IX", "X")
    ]
    for number in range(1, 4000):
        assert int(Edition.parse(str(number))) == number
        assert int(Edition.parse(f"ke-{number}")) == number


def test_event_rejects_repeated_delegations():
    twice = tuple(Delegation(origin=RegionCode(code)) for code in ("63.01", "63.02", "63.01"))
    assert issues_of(lambda: event(delegations=twice)) == [
        ("$.delegations[2].origin", "delegation.duplicate")
    ]


def test_delegation_requires_one_origin():
    board = Delegation(organisation="Pengurus provinsi", present=44)
    for fields in ({}, {"origin": RegionCode("63.01"), "organisation": "Pengurus"}):
        assert issues_of(lambda fields=fields: Delegation(**fields)) == [
            ("$.origin", "delegation.origin")
        ]
    assert issues_of(lambda: event(delegations=(board, board))) == [
        ("$.delegations[1].origin", "delegation.duplicate")
    ]
    whole = event(delegations=(board,), delegations_completeness=Completeness.LENGKAP)
    assert whole.headcount() == 44


def test_participant_requires_identity_and_is_unique():
    assert issues_of(lambda: Participant(kind=ParticipantKind.PESERTA)) == [
        ("$.worker", "participant.unidentified")
    ]
    one = Participant(kind=ParticipantKind.PESERTA, worker=WorkerId("w"))
    assert issues_of(lambda: event(participants=(one, one))) == [
        ("$.participants[1]", "participant.duplicate")
    ]


def warnings_of(record):
    found = checks.check(record, regions=load_regions())
    return [(issue.where, issue.code) for issue in found]


def test_scope_of_another_level_gives_a_warning():
    assert warnings_of(event(level=EventLevel.PROVINSI, scope=RegionCode("63.10"))) == [
        ("$.scope", "event.level_differs")
    ]
    assert warnings_of(event(level=EventLevel.PROVINSI, scope=RegionCode("63"))) == []
    assert warnings_of(event(level=EventLevel.NASIONAL)) == []
    assert warnings_of(event(scope=RegionCode("63"))) == []


def test_peak_outside_the_dates_gives_a_warning():
    dates = DateRange(DAY, date(2025, 10, 12))
    assert warnings_of(event(dates=dates, peak=date(2025, 10, 11))) == []
    assert warnings_of(event(peak=date(2025, 10, 13))) == []
    assert warnings_of(event(dates=dates, peak=date(2025, 10, 13))) == [
        ("$.peak", "event.peak_outside")
    ]


def test_event_rejects_unknown_sources():
    figure = Figure(225, of="peserta", status=FigureStatus.REPORTED, source="lain")
    speech = Speech(kind=SpeechKind.SAMBUTAN, author="bupati", source="lain")
    all_came = Turnout(
        level=RegionLevel.REGENCY,
        extent=Extent.SELURUH,
        status=FigureStatus.REPORTED,
        source="lain",
    )
    fields = {
        "actors": (Actor(key="bupati", office=Office(title="Bupati")),),
        "activities": (Activity(title="Baksos", figures=(figure,), source="lain"),),
        "agenda": (AgendaItem(title="Buka", source="lain"),),
        "claims": (Claim(dates=DateRange(DAY, DAY), source="lain"),),
        "closing": Ceremony(by="bupati", source="lain"),
        "commemorates": Commemoration(name="HKSN", source="lain"),
        "committees": (Committee(source="lain"),),
        "competitions": (Competition(title="Yel-yel", source="lain"),),
        "delegations": (Delegation(origin=RegionCode("63.01"), source="lain"),),
        "figures": (figure,),
        "host_appointment": HostAppointment(source="lain"),
        "opening": Ceremony(by="bupati", symbol="gong", source="lain"),
        "organisers": (Organiser(role=OrganiserRole.PEMBINA, name="Dinas", source="lain"),),
        "outcomes": (
            Outcome(description="Sertifikat", status=OutcomeStatus.TERAMATI, source="lain"),
        ),
        "speeches": (speech, Speech(kind=SpeechKind.SAMBUTAN, author="bupati")),
        "turnouts": (all_came,),
    }
    source = Source(key="berita", title="Berita")
    assert issues_of(lambda: event(**fields, sources=(source,))) == [
        ("$.activities[0].source", "event.source_unknown"),
        ("$.activities[0].figures[0].source", "event.source_unknown"),
        ("$.agenda[0].source", "event.source_unknown"),
        ("$.claims[0].source", "event.source_unknown"),
        ("$.closing.source", "event.source_unknown"),
        ("$.commemorates.source", "event.source_unknown"),
        ("$.committees[0].source", "event.source_unknown"),
        ("$.competitions[0].source", "event.source_unknown"),
        ("$.delegations[0].source", "event.source_unknown"),
        ("$.figures[0].source", "event.source_unknown"),
        ("$.host_appointment.source", "event.source_unknown"),
        ("$.opening.source", "event.source_unknown"),
        ("$.organisers[0].source", "event.source_unknown"),
        ("$.outcomes[0].source", "event.source_unknown"),
        ("$.speeches[0].source", "event.source_unknown"),
        ("$.turnouts[0].source", "event.source_unknown"),
    ]
    assert event(**fields, sources=(Source(key="lain", title="Lain"),))
    assert issues_of(lambda: event(sources=(source, source))) == [
        ("$.sources[1].key", "event.source_duplicate")
    ]


def test_event_rejects_unknown_actors():
    quotation = Quotation(text="Maju", form=QuotationForm.LANGSUNG, by="lain")
    speech = Speech(
        kind=SpeechKind.SAMBUTAN, author="bupati", reader="lain", quotations=(quotation,)
    )
    hope = Outcome(description="Maju", status=OutcomeStatus.DIHARAPKAN, stated_by="lain")
    fields = {
        "opening": Ceremony(by="bupati", on_behalf_of="lain"),
        "closing": Ceremony(by="lain"),
        "host_appointment": HostAppointment(appointed_by="lain"),
        "outcomes": (hope,),
        "speeches": (speech,),
    }
    regent = Actor(key="bupati", body="Bupati")
    assert issues_of(lambda: event(**fields, actors=(regent,))) == [
        ("$.closing.by", "event.actor_unknown"),
        ("$.host_appointment.appointed_by", "event.actor_unknown"),
        ("$.opening.on_behalf_of", "event.actor_unknown"),
        ("$.outcomes[0].stated_by", "event.actor_unknown"),
        ("$.speeches[0].reader", "event.actor_unknown"),
        ("$.speeches[0].quotations[0].by", "event.actor_unknown"),
    ]
    assert event(**fields, actors=(regent, Actor(key="lain", body="Panitia")))
    assert issues_of(lambda: event(actors=(regent, regent))) == [
        ("$.actors[1].key", "event.actor_duplicate")
    ]


def test_event_rejects_an_unknown_actor_of_a_quotation_alone():
    quotation = Quotation(text="Maju", form=QuotationForm.LANGSUNG, by="lain")
    speech = Speech(kind=SpeechKind.SAMBUTAN, author="bupati", quotations=(quotation,))
    regent = Actor(key="bupati", body="Bupati")
    assert issues_of(lambda: event(speeches=(speech,), actors=(regent,))) == [
        ("$.speeches[0].quotations[0].by", "event.actor_unknown")
    ]


def test_actor_is_found_by_key():
    regent = Actor(key="bupati", office=Office(title="Bupati", qualifier=OfficeQualifier.PLT))
    held = event(actors=(Actor(key="panitia", body="Panitia"), regent))
    assert held.actor("bupati") is regent
    with pytest.raises(KeyError, match="camat"):
        held.actor("camat")


def test_actor_requires_identity_and_a_key_without_name():
    assert issues_of(lambda: Actor(key="a")) == [("$.name", "speaker.unidentified")]
    for key in ("siti", "ibu-SITI", "siti_contoh", "ibu-siticontoh"):
        assert issues_of(lambda key=key: Actor(key=key, name="Siti Contoh")) == [
            ("$.key", "actor.key_has_name")
        ]
    assert Actor(key="panitia", name="Ani").key == "panitia"
    assert Actor(key="h", name="H. Contoh").key == "h"


def test_organiser_requires_identity_and_one_role_once():
    assert issues_of(lambda: Organiser(role=OrganiserRole.PEMBINA)) == [
        ("$.name", "organiser.unidentified")
    ]
    one = Organiser(role=OrganiserRole.PEMBINA, organisation=OrganisationId("ipsm"))
    other = evolve(one, role=OrganiserRole.TUAN_RUMAH)
    assert event(organisers=(one, other)).organisers == (one, other)
    assert issues_of(lambda: event(organisers=(one, other, one))) == [
        ("$.organisers[2]", "organiser.duplicate")
    ]


def test_kind_of_theme_requires_a_theme():
    assert issues_of(lambda: event(theme_kind=ThemeKind.MOTO)) == [
        ("$.theme_kind", "event.theme_missing")
    ]
    assert event(theme="Maju", theme_kind=ThemeKind.MOTO).theme == "Maju"


def test_claim_requires_a_value():
    assert issues_of(lambda: Claim(source="a")) == [("$.source", "claim.empty")]


def test_turnout_has_no_more_regions_than_expected():
    def turnout(present, expected):
        return Turnout(
            level=RegionLevel.REGENCY,
            extent=Extent.SEBAGIAN,
            status=FigureStatus.REPORTED,
            present=present,
            expected=expected,
            source="a",
        )

    assert turnout(10, 14) == turnout(present=10, expected=14)
    assert turnout(None, 14).present is None
    assert turnout(10, None).expected is None
    assert issues_of(lambda: turnout(15, 14)) == [("$.present", "turnout.more_than_expected")]


def test_claims_name_the_sources_of_a_value_and_its_conflicts():
    first, second = DateRange(DAY, DAY), DateRange(DAY, date(2025, 10, 12))
    held = event(
        dates=first,
        other_titles=("Temu Karya PSM",),
        sources=(Source(key="a", title="A"), Source(key="b", title="B")),
        claims=(
            Claim(source="a", dates=first, title="Temu Karya"),
            Claim(source="b", dates=second, title="Temu Karya PSM", theme="Maju"),
        ),
    )
    assert held.sources_of("dates") == ("a",)
    assert held.sources_of("title") == ("a", "b")
    assert held.sources_of("host") == ()
    assert held.conflicts() == {"theme": ("b",), "dates": ("b",)}
    with pytest.raises(ValueError, match="claims have no field 'peak'"):
        held.sources_of("peak")


def test_ranking_requires_a_winner():
    assert issues_of(lambda: Ranking(rank=1)) == [("$.name", "ranking.unidentified")]
    assert Ranking(rank=1, origin=RegionCode("63.01")).prize is None


def test_capacity_without_a_reader_gives_a_warning():
    speech = Speech(kind=SpeechKind.SAMBUTAN, author="a", capacity=Capacity.MEWAKILI)
    assert warnings_of(speech) == [("$.capacity", "speech.capacity_without_reader")]
    assert warnings_of(evolve(speech, reader="b")) == []
    assert warnings_of(evolve(speech, capacity=None)) == []


def test_committee_fields_are_optional():
    seats = (
        CommitteeMember(post=CommitteePost.KETUA, name="Contoh"),
        CommitteeMember(post=CommitteePost.KOORDINATOR_SEKSI, section="acara"),
    )
    decree = Decree(number="1/2025", date=DAY, issuer="Dinas Sosial")
    committee = Committee(name="panitia pelaksana", decree=decree, members=seats)
    assert event(committees=(committee, Committee(name="SC"))).committees[0].members == seats


def test_commemoration_years_and_edition_are_independent():
    hut = Commemoration(name="HUT PSM", date=date(2024, 7, 27), years=49)
    assert event(commemorates=hut).edition is None


def test_certification_may_have_only_a_year():
    assert Certification(year=2019).since is None


def test_speaker_is_the_reader_or_else_the_author():
    assert issues_of(Speaker) == [("$.name", "speaker.unidentified")]
    read = Speech(kind=SpeechKind.SAMBUTAN, author="bupati", reader="kepala-dinas")
    assert read.speaker == "kepala-dinas"
    assert evolve(read, reader=None).speaker == "bupati"


def test_headcount_requires_every_delegation_size():
    here, there = RegionCode("63.01"), RegionCode("63.02")
    assert event().headcount() is None

    def whole(*delegations):
        return event(delegations=delegations, delegations_completeness=Completeness.LENGKAP)

    assert whole().headcount() is None
    assert whole(Delegation(origin=here)).headcount() is None
    some = whole(Delegation(origin=here, present=10), Delegation(origin=there))
    assert some.headcount() is None
    sized = whole(Delegation(origin=here, present=10), Delegation(origin=there, present=0))
    assert sized.headcount() == 10
    assert some.missing_delegations([there, RegionCode("63.03")]) == (RegionCode("63.03"),)


@pytest.mark.parametrize("completeness", [None, Completeness.SEBAGIAN])
def test_partial_list_of_delegations_says_nothing_about_others(completeness):
    came = Delegation(origin=RegionCode("63.01"), present=10)
    partial = event(delegations=(came,), delegations_completeness=completeness)
    assert partial.headcount() is None
    assert partial.missing_delegations([RegionCode("63.02")]) is None


@pytest.mark.parametrize("text", ["RT IIII", "VX", "rt ivi"])
def test_rt_rejects_what_is_no_roman_numeral(text):
    with pytest.raises(ValidationError, match=r"address\.number"):
        Address(rt=text)


def test_rw_accepts_its_own_word_only():
    assert Address(rw="RW 02").rw == Address(rw="Rukun Warga II").rw == "002"
    with pytest.raises(ValidationError, match=r"address\.number"):
        Address(rw="RT 02")
