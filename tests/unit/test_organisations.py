"""Organisations with their boards, and programmes with their participants."""

from datetime import date

import pytest

from psm_core import (
    Assignment,
    BeneficiaryId,
    Board,
    Decree,
    OfficeHolder,
    Organisation,
    OrganisationId,
    ParseError,
    PartialDate,
    Participation,
    Pillar,
    Programme,
    ProgrammeId,
    RegionCode,
    ValidationError,
    checks,
    evolve,
    find_programme,
    load_programmes,
    load_regions,
    wire,
)
from psm_core.terms import (
    PSKS,
    EventLevel,
    FundingSource,
    OfficeQualifier,
    OrganisationKind,
    ParticipationStatus,
    SubjectUnit,
)
from tests.unit.issues import issues_of

DAY = date(2025, 10, 10)


def warnings_of(record):
    return [(i.where, i.code) for i in checks.check(record, regions=load_regions())]


@pytest.mark.parametrize(
    ("region", "level"),
    [
        (None, EventLevel.NASIONAL),
        ("63", EventLevel.PROVINSI),
        ("63.10", EventLevel.KABUPATEN_KOTA),
        ("63.10.09", EventLevel.KECAMATAN),
        ("63.10.09.2005", EventLevel.DESA_KELURAHAN),
    ],
)
def test_level_of_ipsm_follows_from_its_region(region, level):
    ipsm = Organisation(
        id=OrganisationId("ipsm"),
        kind=OrganisationKind.IPSM,
        name="IPSM Contoh",
        region=RegionCode(region) if region else None,
    )
    assert ipsm.level is level


def test_board_has_one_chair_at_a_time_and_one_acting():
    chair = OfficeHolder(seat="Ketua", name="Ani", until=date(2025, 6, 30))
    acting = OfficeHolder(
        seat="ketua", name="Budi", qualifier=OfficeQualifier.PLT, since=date(2025, 6, 1)
    )
    board = Board(since=date(2023, 1, 1), until=date(2028, 1, 1), holders=(chair, acting))
    assert board.holder_on("Ketua", date(2025, 1, 1)) == chair
    assert board.holder_on("Ketua", date(2025, 6, 15)) == acting
    assert board.holder_on("Ketua", date(2029, 1, 1)) is None
    assert board.holder_on("Bendahara", DAY) is None
    next_one = OfficeHolder(seat="Ketua", name="Citra", since=date(2025, 6, 30))
    handed_over = evolve(board, holders=(chair, next_one))
    assert handed_over.holder_on(" ketua ", date(2025, 6, 30)) == next_one
    second = OfficeHolder(seat="Ketua", name="Citra", since=date(2025, 6, 29))
    assert warnings_of(evolve(board, holders=(chair, second))) == [
        ("$.holders[1].seat", "board.two_holders")
    ]
    another = evolve(acting, name="Dedi", qualifier=OfficeQualifier.PLH)
    assert warnings_of(evolve(board, holders=(acting, another))) == [
        ("$.holders[1].seat", "board.two_holders")
    ]
    before = OfficeHolder(seat="Bendahara", name="Eko", until=date(2022, 12, 31))
    assert warnings_of(evolve(board, holders=(chair, before))) == [
        ("$.holders[1].since", "board.holder_outside_term")
    ]
    assert warnings_of(board) == []
    assert issues_of(lambda: OfficeHolder(seat="Ketua")) == [("$.name", "board.holder_missing")]


def test_board_on_returns_the_board_of_a_day():
    first = Board(since=date(2018, 1, 1), until=date(2023, 1, 31))
    second = Board(since=date(2023, 1, 1))
    lks = Organisation(
        id=OrganisationId("lks"),
        kind=OrganisationKind.LKS,
        name="LKS Contoh",
        boards=(first, second),
    )
    assert lks.board_on(date(2020, 1, 1)) == first
    assert lks.board_on(date(2023, 1, 15)) == second
    assert lks.board_on(date(2017, 1, 1)) is None
    assert lks.kind.psks is PSKS.LEMBAGA_KESEJAHTERAAN_SOSIAL
    assert {kind.psks.unit for kind in OrganisationKind if kind.psks} == {SubjectUnit.KELOMPOK}
    assert wire.from_json(wire.to_json(lks), Organisation) == lks


def test_national_programmes_have_sources():
    known = {str(one.id): one for one in load_programmes()}
    assert len(known) == len(load_programmes()) == 20
    assert load_programmes() is load_programmes()
    pkh = known["PKH"]
    assert (pkh.name, pkh.unit, pkh.funding) == (
        "Program Keluarga Harapan",
        SubjectUnit.KELUARGA,
        FundingSource.PUSAT,
    )
    assert all(one.source for one in known.values())
    assert known["BLT-DD"].owner is EventLevel.DESA_KELURAHAN
    assert len(pkh.components) == 7
    assert all(one.since and one.until and one.annual_amount for one in pkh.components)
    assert all(wire.from_json(wire.to_json(one), Programme) == one for one in known.values())


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("pkh", "PKH"),
        ("Program Keluarga Harapan", "PKH"),
        ("Program Keluarga Harapan (PKH)", "PKH"),
        ("PKH - Program Keluarga Harapan", "PKH"),
        ("BPNT", "SEMBAKO"),
        ("Sembako/BPNT", "SEMBAKO"),
        ("Bantuan Pangan Non-Tunai", "SEMBAKO"),
        ("BLT Desa", "BLT-DD"),
        ("BST", "BST"),
    ],
)
def test_find_programme_reads_names_of_today_and_before(text, id_):
    assert str(find_programme(text).id) == id_


@pytest.mark.parametrize("text", ["", "Bantuan Contoh", "PKH/BPNT", "PKH (BPNT)", "PKH " * 100])
def test_find_programme_returns_none_for_unknown_and_ambiguous_text(text):
    assert find_programme(text) is None


def test_find_programme_rejects_what_is_no_text():
    with pytest.raises(ParseError, match=r"type\.text"):
        find_programme(None)


def local(**dates):
    return Programme(
        id=ProgrammeId("contoh-1"), name="Bantuan Contoh", owner=EventLevel.NASIONAL, **dates
    )


def test_programme_may_start_in_a_year():
    known = {str(one.id): one.since for one in load_programmes() if one.since}
    assert known == {"PKH": PartialDate("2007"), "SEMBAKO": PartialDate("2020")}
    one = local(since=PartialDate("2020"), until=date(2020, 3, 1))
    assert wire.to_builtins(one)["since"] == "2020"
    assert wire.from_json(wire.to_json(one), Programme) == one


@pytest.mark.parametrize(
    ("since", "until"),
    [
        (PartialDate("2020"), date(2019, 12, 31)),
        (date(2021, 1, 1), PartialDate("2020")),
        (PartialDate("2020-03"), PartialDate("2020-02")),
    ],
)
def test_programme_that_ends_before_its_first_year_is_rejected(since, until):
    with pytest.raises(ValidationError, match=r"period\.ends_before_start"):
        local(since=since, until=until)


def test_year_of_a_programme_is_compared_with_today():
    def codes(since):
        found = checks.check(local(since=since), regions=load_regions(), as_of=DAY)
        return [(one.where, one.code) for one in found]

    assert codes(PartialDate("1907")) == [("$.since", "date.far_past")]
    assert codes(PartialDate("2031-01")) == [("$.since", "date.far_future")]
    assert codes(PartialDate("2007")) == codes(PartialDate("2030")) == []


def test_names_of_programmes_have_one_meaning():
    for one in load_programmes():
        for text in (str(one.id), one.name, *one.other_names):
            assert find_programme(text) is one


def test_participation_without_a_date_gives_a_warning():
    fields = {
        "programme": ProgrammeId("PKH"),
        "recipient": BeneficiaryId("b"),
        "status": ParticipationStatus.MENERIMA,
    }
    assert warnings_of(Participation(**fields)) == [("$.since", "participation.undated")]
    for known in ({"decided_on": DAY}, {"since": DAY}):
        assert warnings_of(Participation(**fields, **known)) == []


def test_assignment_may_be_proposed_and_renewed():
    role = {"pillar": Pillar.PSM, "serves": RegionCode("63.10.09.2005")}
    assert issues_of(lambda: Assignment(**role)) == [("$.since", "assignment.undated")]
    proposed = Assignment(**role, proposed_on=DAY)
    assert not proposed.is_held_on(DAY)
    assert proposed.effective_date == DAY
    again = Decree(number="2", date=date(2026, 1, 1))
    held = evolve(proposed, since=date(2025, 11, 1), renewals=(again,))
    assert held.is_held_on(date(2025, 11, 1))
    assert held.effective_date == date(2025, 11, 1)
    assert evolve(held, decree=Decree(number="1", date=DAY)).effective_date == DAY
