"""The invariants of each record."""

from datetime import date

import pytest

from psm_core import (
    Activity,
    Address,
    Assignment,
    Beneficiary,
    BeneficiaryId,
    Ceremony,
    Certification,
    Classification,
    Commemoration,
    Committee,
    CommitteeMember,
    Competition,
    DateClaim,
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
    Membership,
    NIKAbsence,
    Office,
    Outcome,
    ParseError,
    Participant,
    Person,
    Pillar,
    PPKSCategory,
    Ranking,
    RegionCode,
    Source,
    Speaker,
    Speech,
    ValidationError,
    Worker,
    WorkerId,
    wire,
)
from psm_core.terms import (
    Capacity,
    CommitteePost,
    EndReason,
    EventLevel,
    FamilyRelation,
    OfficeQualifier,
    ParticipantKind,
    SpeechKind,
    SubjectUnit,
)

SOMEBODY = Person(name="Contoh", nik_absence=NIKAbsence.BELUM_MEMILIKI)
DAY = date(2025, 10, 10)
ANGSANA = RegionCode("63.10.09.2005")


def issues_of(make):
    with pytest.raises(ValidationError) as caught:
        make()
    return [(issue.where, issue.code) for issue in caught.value.issues]


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


def test_an_assignment_ends_after_it_starts_and_has_a_reason_only_at_its_end():
    assert issues_of(
        lambda: Assignment(pillar=Pillar.PSM, serves=ANGSANA, since=DAY, until=date(2025, 1, 1))
    ) == [("$.until", "period.ends_before_start")]
    assert issues_of(
        lambda: Assignment(
            pillar=Pillar.PSM, serves=ANGSANA, since=DAY, end_reason=EndReason.DIGANTI
        )
    ) == [("$.end_reason", "assignment.reason_without_end")]
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
    assert event(delegations=(board,)).headcount() == 44


def test_participant_requires_identity_and_is_unique():
    assert issues_of(lambda: Participant(kind=ParticipantKind.PESERTA)) == [
        ("$.worker", "participant.unidentified")
    ]
    one = Participant(kind=ParticipantKind.PESERTA, worker=WorkerId("w"))
    assert issues_of(lambda: event(participants=(one, one))) == [
        ("$.participants[1]", "participant.duplicate")
    ]


def test_event_rejects_scope_of_another_level():
    assert issues_of(lambda: event(level=EventLevel.PROVINSI, scope=RegionCode("63.10"))) == [
        ("$.scope", "event.level_differs")
    ]
    assert event(level=EventLevel.NASIONAL).scope is None
    assert event(scope=RegionCode("63")).level is None


def test_peak_must_be_within_the_dates():
    dates = DateRange(DAY, date(2025, 10, 12))
    assert event(dates=dates, peak=date(2025, 10, 11)).peak
    assert issues_of(lambda: event(dates=dates, peak=date(2025, 10, 13))) == [
        ("$.peak", "event.peak_outside")
    ]


def test_event_rejects_unknown_sources():
    figure = Figure(225, of="peserta", status=FigureStatus.REPORTED, source="lain")
    speaker = Speaker(name="Contoh", office=Office(title="Bupati", qualifier=OfficeQualifier.PLT))
    speech = Speech(kind=SpeechKind.SAMBUTAN, author=speaker, source="lain")
    fields = {
        "figures": (figure,),
        "activities": (Activity(title="Baksos", figures=(figure,), source="lain"),),
        "dates_source": "lain",
        "delegations": (Delegation(origin=RegionCode("63.01"), source="lain"),),
        "opening": Ceremony(by=speaker, symbol="gong", source="lain"),
        "closing": Ceremony(by=speaker, source="lain"),
        "competitions": (Competition(title="Yel-yel", source="lain"),),
        "outcomes": (Outcome(description="Sertifikat", source="lain"),),
        "other_dates": (DateClaim(dates=DateRange(DAY, DAY), source="lain"),),
        "speeches": (speech, Speech(kind=SpeechKind.SAMBUTAN, author=speaker)),
    }
    source = Source(key="berita", title="Berita")
    assert issues_of(lambda: event(**fields, sources=(source,))) == [
        ("$.dates_source", "event.source_unknown"),
        ("$.other_dates[0].source", "event.source_unknown"),
        ("$.delegations[0].source", "event.source_unknown"),
        ("$.opening.source", "event.source_unknown"),
        ("$.closing.source", "event.source_unknown"),
        ("$.activities[0].source", "event.source_unknown"),
        ("$.activities[0].figures[0].source", "event.source_unknown"),
        ("$.competitions[0].source", "event.source_unknown"),
        ("$.speeches[0].source", "event.source_unknown"),
        ("$.figures[0].source", "event.source_unknown"),
        ("$.outcomes[0].source", "event.source_unknown"),
    ]
    assert event(**fields, sources=(Source(key="lain", title="Lain"),))
    assert issues_of(lambda: event(sources=(source, source))) == [
        ("$.sources[1].key", "event.source_duplicate")
    ]


def test_ranking_requires_a_winner():
    assert issues_of(lambda: Ranking(rank=1)) == [("$.name", "ranking.unidentified")]
    assert Ranking(rank=1, origin=RegionCode("63.01")).prize is None


def test_capacity_requires_a_reader():
    author = Speaker(body="Panitia")
    assert issues_of(
        lambda: Speech(kind=SpeechKind.SAMBUTAN, author=author, capacity=Capacity.MEWAKILI)
    ) == [("$.capacity", "speech.capacity_without_reader")]


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
    bupati, head = Speaker(name="A"), Speaker(body="Panitia")
    assert Speech(kind=SpeechKind.SAMBUTAN, author=bupati, reader=head).speaker is head
    assert Speech(kind=SpeechKind.SAMBUTAN, author=bupati).speaker is bupati


def test_headcount_requires_every_delegation_size():
    here, there = RegionCode("63.01"), RegionCode("63.02")
    assert event().headcount() is None
    assert event(delegations=(Delegation(origin=here),)).headcount() is None
    some = (Delegation(origin=here, present=10), Delegation(origin=there))
    assert event(delegations=some).headcount() is None
    all_told = (Delegation(origin=here, present=10), Delegation(origin=there, present=0))
    assert event(delegations=all_told).headcount() == 10
    assert event(delegations=some).missing_delegations([there, RegionCode("63.03")]) == (
        RegionCode("63.03"),
    )


@pytest.mark.parametrize(
    ("text", "number"),
    [
        *(("RT 01", "001"), ("RT.001", "001"), ("1", "001"), ("01", "001"), ("001", "001")),
        *(("3.0", "003"), ("001.0", "001"), ("1,0", "001"), ("R.T. 03", "003"), ("rt03", "003")),
        *(("RT: 02", "002"), ("RT-05", "005"), ("Rukun Tetangga 3", "003"), ("RT No. 3", "003")),
        *(("RT IV", "004"), ("IV", "004"), ("1a", "001A"), ("RT 001A", "001A"), ("0", "000")),
        *(("0012", "012"), (" 120 ", "120")),
    ],
)
def test_rt_is_normalized_to_three_digits(text, number):
    address = Address(rt=text)
    assert address.rt == number
    assert Address(rt=address.rt) == address
    assert wire.from_builtins(wire.to_builtins(address), Address) == address
    assert wire.from_builtins({"rt": text}, Address) == address


@pytest.mark.parametrize(
    "text",
    [
        *(
            "01/02",
            "RT/03",
            "RW 02",
            "RT 03 RW 04",
            "1234",
            "12.5",
            "-",
            "IIII",
            "RT",
            "1ab",
            "1-2",
        ),
        *("\u0661", "10 000"),
    ],
)
def test_rt_rejects_other_texts(text):
    with pytest.raises(ValidationError) as caught:
        Address(rt=text)
    assert [issue.code for issue in caught.value.issues] == ["address.number"]
    with pytest.raises(ValidationError) as caught:
        wire.from_builtins({"rt": text}, Address)
    assert [issue.where for issue in caught.value.issues] == ["$.rt"]


def test_rw_accepts_its_own_word_only():
    assert Address(rw="RW 02").rw == Address(rw="Rukun Warga II").rw == "002"
    with pytest.raises(ValidationError, match=r"address\.number"):
        Address(rw="RT 02")
