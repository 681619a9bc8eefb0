"""Proposals: steps, corrections, status, and the participation that follows."""

from datetime import date
from functools import partial

import pytest

from psm_core import (
    NIK,
    BeneficiaryId,
    NIKAbsence,
    Participation,
    Person,
    ProgrammeId,
    Proposal,
    ProposalId,
    ProposalStep,
    RegionCode,
    Speaker,
    WorkerId,
    checks,
    evolve,
    load_regions,
    tables,
    wire,
)
from psm_core.records.proposals import USUAL_NEXT_STATUSES
from psm_core.terms import (
    ParticipationStatus,
    ProposalDocument,
    ProposalStatus,
    WelfareScheme,
)
from tests.unit.issues import issues_of

S = ProposalStatus
VILLAGE = (Speaker(body="Pemerintah Desa Contoh"),)
check = partial(checks.check, regions=load_regions(), as_of=date(2025, 12, 31))


def day(number):
    return date(2025, 10, number)


def step(status, number=1, **fields):
    return ProposalStep(status=status, date=day(number), **({"signed_by": VILLAGE} | fields))


def proposal(*steps, **fields):
    given = {"programme": ProgrammeId("PKH"), "beneficiary": BeneficiaryId("b-1")}
    return Proposal(id=ProposalId("u-1"), steps=steps, **(given | fields))


def way(*statuses):
    return proposal(*(step(status, number) for number, status in enumerate(statuses, start=1)))


def found(record):
    return [(issue.where, issue.code) for issue in check(record)]


def test_unknown_word_for_a_decision_costs_no_proposal(tmp_path):
    path = tmp_path / "usulan.csv"
    path.write_text(
        "Kunci,Kunci Penerima,Program Usulan,Tanggal Usulan,Hasil Musdes,Tanggal Musdes\n"
        "u-1,b-1,PKH,03-10-2025,entahlah,20-10-2025\n",
        "utf-8",
    )
    read = tables.read(path, Proposal)
    assert [one.code for one in read.issues] == ["term.unknown", "proposal.step_empty"]
    assert [one.status for one in read.records] == [ProposalStatus.DIUSULKAN]


def test_proposal_names_a_programme_or_a_database():
    expected = [("$.programme", "proposal.no_target")]
    assert issues_of(lambda: proposal(programme=None)) == expected
    assert proposal(programme=None, database=WelfareScheme.DTSEN).programme is None


def test_proposal_names_a_beneficiary_or_a_person():
    expected = [("$.beneficiary", "proposal.unidentified")]
    assert issues_of(lambda: proposal(beneficiary=None)) == expected
    person = Person(name="Contoh", nik_absence=NIKAbsence.BELUM_MEMILIKI)
    unregistered = proposal(step(S.DITETAPKAN), beneficiary=None, person=person)
    with pytest.raises(ValueError, match="no beneficiary"):
        unregistered.participation()


def test_step_before_birth_gives_warning():
    child = Person(nik=NIK("9901014108900001"), name="Contoh", birth_date=date(2025, 10, 5))
    early = proposal(step(S.DIUSULKAN, 3), person=child)
    assert ("$.steps[0].date", "date.before_birth") in found(early)


def test_proposal_without_steps_is_a_draft():
    assert proposal().status is S.DRAF
    assert proposal().meeting is None


def test_status_is_that_of_the_latest_day():
    one = proposal(step(S.TERVERIFIKASI, 20), step(S.DIUSULKAN, 3), step(S.LAYAK, 10))
    assert [each.status for each in one.current_steps] == [S.DIUSULKAN, S.LAYAK, S.TERVERIFIKASI]
    assert one.status is S.TERVERIFIKASI
    assert one.meeting.date == day(10)


def test_correction_replaces_a_step():
    wrong, right = step(S.LAYAK, 2), step(S.TIDAK_LAYAK, 2, corrects=2)
    one = proposal(step(S.DIUSULKAN), wrong).add_step(right)
    assert one.status is S.TIDAK_LAYAK
    assert len(one.steps) == 3


def test_step_without_status_cancels_a_step():
    cancelled = proposal(step(S.DIUSULKAN), step(S.LAYAK, 2), step(None, 3, corrects=2))
    assert cancelled.status is S.DIUSULKAN
    restored = cancelled.add_step(step(S.LAYAK, 2, corrects=3))
    assert restored.status is S.LAYAK


def test_step_without_status_and_correction_is_rejected():
    assert issues_of(lambda: step(None)) == [("$.status", "proposal.step_empty")]


@pytest.mark.parametrize(
    "steps",
    [
        (step(S.DIUSULKAN), step(S.LAYAK, corrects=5)),
        (step(S.DIUSULKAN), step(S.DIUSULKAN, corrects=1), step(S.LAYAK, corrects=1)),
        (step(S.DIUSULKAN), step(None, corrects=1), step(None, corrects=2)),
    ],
    ids=["missing", "corrected before", "cancellation of a cancellation"],
)
def test_correction_of_a_step_not_in_force_is_rejected(steps):
    place = len(steps) - 1
    expected = [(f"$.steps[{place}].corrects", "proposal.step_not_found")]
    assert issues_of(lambda: proposal(*steps)) == expected


def test_later_state_only_adds_steps():
    one = way(S.DIUSULKAN)
    later = one.add_step(step(S.LAYAK, 2))
    assert later.is_later_state_of(one)
    assert not one.is_later_state_of(later)
    assert not evolve(later, programme=ProgrammeId("SEMBAKO")).is_later_state_of(one)
    assert evolve(later, reason="contoh").is_later_state_of(one)


def test_accepted_proposal_becomes_a_participation():
    accepted = way(S.DIUSULKAN, S.LAYAK).add_step(step(S.DITETAPKAN, 5, document_number="1/2025"))
    assert accepted.participation() == Participation(
        programme=ProgrammeId("PKH"),
        recipient=BeneficiaryId("b-1"),
        status=ParticipationStatus.DITETAPKAN,
        proposal=ProposalId("u-1"),
        decided_on=day(5),
        document="1/2025",
    )


def test_proposal_that_is_not_accepted_has_no_participation():
    with pytest.raises(ValueError, match="not been accepted"):
        way(S.DIUSULKAN).participation()
    with pytest.raises(ValueError, match="no programme"):
        evolve(way(S.DITETAPKAN), programme=None, database=WelfareScheme.DTSEN).participation()


def test_every_status_has_usual_next_ones():
    assert USUAL_NEXT_STATUSES.keys() == set(S)


@pytest.mark.parametrize(
    "statuses",
    [
        (S.DRAF, S.DIUSULKAN, S.LAYAK, S.TERVERIFIKASI, S.TERVALIDASI, S.DITETAPKAN),
        (S.DIUSULKAN, S.TIDAK_LAYAK, S.DISANGGAH, S.LAYAK),
        (S.TERVALIDASI,),
        (S.DITETAPKAN,),
        (),
    ],
)
def test_usual_order_gives_no_warning(statuses):
    assert found(way(*statuses)) == []


def test_unusual_order_gives_warning():
    assert found(way(S.DIUSULKAN, S.DRAF)) == [("$.steps[1].status", "proposal.step_order")]


def test_unsigned_step_gives_warning():
    drafted, sent = step(S.DRAF, signed_by=()), step(S.DIUSULKAN, 2, signed_by=())
    unsigned = proposal(drafted, sent, step(S.LAYAK, 3))
    assert found(unsigned) == [("$.steps[1].signed_by", "proposal.unsigned")]
    assert found(proposal(drafted, sent)) == []
    assert found(proposal(step(S.DIUSULKAN, signed_by=(), by=WorkerId("psm-1")))) == []


def test_acceptance_without_a_meeting_gives_warning():
    without = way(S.DIUSULKAN, S.TERVERIFIKASI, S.DITETAPKAN)
    assert found(without) == [("$.steps", "proposal.without_meeting")]
    statement = step(S.TERVERIFIKASI, 2, document=ProposalDocument.SPTJM)
    assert found(proposal(step(S.DIUSULKAN), statement, step(S.DITETAPKAN, 3))) == []


def test_meeting_on_an_earlier_proposal_decides_nothing_about_the_next():
    first = (step(S.DIUSULKAN), step(S.TIDAK_LAYAK, 2), step(S.DIUSULKAN, 3))
    accepted = step(S.DITETAPKAN, 5)
    statement = step(S.TERVERIFIKASI, 4, document=ProposalDocument.SPTJM)
    assert found(proposal(*first, statement, accepted)) == []
    verified = step(S.TERVERIFIKASI, 4)
    assert found(proposal(*first, verified, accepted)) == [("$.steps", "proposal.without_meeting")]


def test_acceptance_against_the_meeting_gives_warning():
    against = way(S.DIUSULKAN, S.TIDAK_LAYAK, S.DISANGGAH, S.DITETAPKAN)
    assert found(against) == [("$.steps", "proposal.against_meeting")]


def test_list_of_proposals_is_read(tmp_path):
    path = tmp_path / "usulan.csv"
    path.write_text(
        "Kunci Penerima,Program Usulan,Desa,Tanggal Usulan,Hasil Musdes,Tanggal Musdes,No. BA,"
        "Status Usulan,Tanggal Penetapan\n"
        "b-1,PKH,Angsana,01-10-2025,Layak,10-10-2025,001/BA/2025,Ditetapkan,01-12-2025\n"
        "b-2,PKH,Angsana,01-10-2025,Tidak layak,10-10-2025,001/BA/2025,,\n"
        "b-3,PKH,Angsana,01-10-2025,,,,,\n"
        "b-4,PKH,Angsana,,,,,,\n",
        "utf-8",
    )
    read = tables.read(path, Proposal, within=RegionCode("63.10.09"))
    assert not read.issues
    assert [one.status for one in read.records] == [
        S.DITETAPKAN,
        S.TIDAK_LAYAK,
        S.DIUSULKAN,
        S.DRAF,
    ]
    assert read.records[1].meeting.document is ProposalDocument.BERITA_ACARA


def test_list_with_names_instead_of_keys_is_read(tmp_path):
    path = tmp_path / "usulan.csv"
    path.write_text(
        "DAFTAR USULAN PKH HASIL MUSDES\nNo,NIK,No KK,Nama,Alamat,Desa,Hasil Musdes,"
        "Tanggal Musdes\n"
        "1,9901014108900001,9901010101900001,Ani Contoh,Jl. A,Angsana,Layak,10-10-2025\n"
        "2,,,Budi Contoh,Jl. A,Angsana,Tidak layak,10-10-2025\n",
        "utf-8",
    )
    assert tables.detect_layout(path).name == "usulan"
    given = {"programme": ProgrammeId("PKH")}
    read = tables.read(path, Proposal, values=given, within=RegionCode("63.10.09"))
    assert not read.issues
    assert [one.person.name for one in read.records] == ["Ani Contoh", "Budi Contoh"]
    assert read.records[1].status is S.TIDAK_LAYAK
    assert read.records[0].region == RegionCode("63.10.09.2005")


def test_list_with_keys_and_no_names_has_no_people(tmp_path):
    path = tmp_path / "usulan.csv"
    path.write_text("Kunci Penerima,Nama,NIK,Program Usulan\nb-1,,,PKH\n", "utf-8")
    (record,) = tables.read(path, Proposal).records
    assert (record.beneficiary, record.person) == (BeneficiaryId("b-1"), None)


def test_proposal_is_a_document():
    one = way(S.DIUSULKAN, S.LAYAK).add_step(step(None, 3, corrects=2))
    assert wire.from_json(wire.to_json(one), Proposal) == one
