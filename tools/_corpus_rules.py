"""The part of the conformance corpus that is written by hand: documents that break a rule."""

from typing import Any

from psm_core._paths import Steps

Data = dict[str, Any]
NUMBER = "9901014108900001"
OTHER = "9901014108900002"
NAMELESS: Data = {"name": "Contoh", "nik_absence": "belum-memiliki"}
ONE: Data = {"name": "Contoh", "nik": NUMBER}
TWO: Data = {"name": "Contoh Lain", "nik": OTHER}
EARLY, LATE = "2025-10-10", "2025-10-11"

_MINIMUM: dict[str, Data] = {
    "Actor": {"body": "Dinas Sosial"},
    "Address": {"rt": "003"},
    "Answer": {"text": "Contoh"},
    "Assignment": {"since": EARLY},
    "Attendee": {"name": "Contoh"},
    "Beneficiary": {"person": NAMELESS},
    "Claim": {"theme": "Contoh"},
    "CaseFile": {"case": {"id": "k-1", "beneficiary": "contoh-1"}},
    "Delegation": {"origin": "63.10"},
    "GroundCheck": {"source_id": "a-1"},
    "OfficeHolder": {"name": "Contoh"},
    "Organiser": {"name": "Contoh"},
    "Participant": {"name": "Contoh"},
    "Person": {"nik_absence": "belum-memiliki"},
    "Proposal": {"programme": "PKH", "beneficiary": "b-1"},
    "ProposalStep": {"status": "diusulkan"},
    "Ranking": {"name": "Contoh"},
    "Speaker": {"body": "Dinas Sosial"},
}
"""Record → the values that its rules require beside the required fields."""

_ACTORS: Data = {"actors": [{"key": "Contoh", "body": "Dinas Sosial"}]}
_SOURCES: Data = {"sources": [{"key": "Contoh", "title": "Contoh"}]}
TOGETHER: dict[tuple[str, str], Data] = {
    **{
        ("Answer", name): {"text": None}
        for name in ("yes_no", "choice", "number", "date", "absence")
    },
    ("Answer", "unit"): {"number": 1, "text": None},
    ("Beneficiary", "family"): {"person": None},
    ("Beneficiary", "group"): {"person": None},
    ("Case", "resumes"): {"id": "k-1"},
    ("Delegation", "organisation"): {"origin": None},
    ("Event", "claims"): _SOURCES,
    ("Event", "closing"): _ACTORS,
    ("Event", "figures"): _SOURCES,
    ("Event", "opening"): _ACTORS,
    ("Event", "speeches"): _ACTORS,
    ("Event", "theme_kind"): {"theme": "Contoh"},
    ("Event", "turnouts"): _SOURCES,
    ("Person", "nik"): {"nik_absence": None},
    ("Question", "options"): {"kind": "pilihan"},
    ("Question", "unit"): {"kind": "angka"},
    ("Step", "assessment"): {"kind": "asesmen"},
    ("Step", "answer"): {"kind": "jawaban-rujukan", "answers": 1},
    ("Step", "answers"): {"kind": "jawaban-rujukan", "answer": "diterima"},
    ("Step", "reason"): {"kind": "terminasi"},
    ("Step", "referral"): {"kind": "rujukan"},
}
"""(record, field) → other fields that the field requires, or excludes (None)."""


def minimum_of(name: str) -> Data:
    """Return the values that a record needs beside its required fields."""
    return dict(_MINIMUM.get(name, {}))


def step(kind: str, day: str = EARLY, **more: object) -> Data:
    return {"kind": kind, "date": day, "by": "psm-1", **more}


FOUND = step("penjangkauan")
REFERRED = step(
    "rujukan",
    referral={
        "sender": {"body": "Dinas Sosial"},
        "receiver": {"body": "Puskesmas"},
        "data_class": "spesifik",
        "consent": "c1",
    },
)
ANSWERED = step("jawaban-rujukan", LATE, answers=2, answer="diterima")
CLOSED = step("terminasi", LATE, reason="mandiri")
AGREED: Data = {"key": "c1", "date": EARLY, "purposes": ["rujukan"], "covers": "spesifik"}
HEAD: Data = {"person": ONE, "relation": "kepala-keluarga"}
VERIFIED: Data = {"date": EARLY, "by": {"body": "Desa"}, "result": "sesuai"}
VALIDATED: Data = {"date": LATE, "by": {"body": "Dinas Sosial"}, "result": "sesuai"}
QUESTION: Data = {"code": "kebutuhan", "text": "Contoh", "kind": "teks"}
OPTION: Data = {"code": "a", "label": "Contoh"}
ROLE: Data = {"pillar": "psm", "serves": "63.10", "since": LATE}

VALID: dict[str, dict[str, Data]] = {
    "beneficiary": {
        "verified, then validated": {"verification": VERIFIED, "validation": VALIDATED},
        "one finding of each list": {
            "classifications": [
                {"category": "pas-12:fakir-miskin", "date": EARLY, "source": "asesmen"},
                {"category": "ppks-26:pemulung", "date": EARLY, "source": "asesmen"},
            ]
        },
    },
    "case": {
        "found, referred with consent, answered, closed": {
            "steps": [FOUND, REFERRED, ANSWERED, CLOSED],
            "consents": [AGREED],
        },
        "a step corrected": {"steps": [FOUND, step("registrasi", corrects=1)]},
        "a step annulled": {"steps": [FOUND, FOUND, step("pembatalan", corrects=2)]},
    },
    "event": {
        "one official in two roles": {
            "actors": [{"key": "kepala-dinas", "name": "Contoh"}, {"key": "bupati", "body": "A"}],
            "speeches": [
                {"kind": "sambutan", "author": "bupati", "reader": "kepala-dinas"},
                {"kind": "pernyataan", "author": "kepala-dinas"},
            ],
        },
        "two delegations": {"delegations": [{"origin": "63.10"}, {"origin": "63.09"}]},
        "a peak among its days": {"peak": LATE, "dates": {"start": EARLY, "end": LATE}},
    },
    "family": {
        "the head handed over": {
            "memberships": [{**HEAD, "until": EARLY}, {**HEAD, "person": TWO, "since": LATE}]
        },
        "two without a number": {
            "memberships": [
                {"person": NAMELESS, "relation": "anak"},
                {"person": NAMELESS, "relation": "anak"},
            ]
        },
    },
    "proposal": {
        "proposed, then found eligible": {
            "steps": [
                {"status": "diusulkan", "date": EARLY},
                {"status": "layak", "date": LATE, "document": "berita-acara"},
            ]
        },
        "a step cancelled": {
            "steps": [
                {"status": "diusulkan", "date": EARLY},
                {"date": LATE, "corrects": 1},
            ]
        },
    },
    "worker": {"two roles": {"assignments": [ROLE, {**ROLE, "pillar": "tksk"}]}},
}
"""Document → valid documents in which several fields depend on each other."""

_HOPE: Data = {"description": "A", "status": "diharapkan"}
_TURNOUT: Data = {
    "level": "regency",
    "extent": "seluruh",
    "status": "reported",
    "source": "Contoh",
}

Rule = tuple[str, Data, list[tuple[Steps, str]], bool]


def _rule(about: str, data: Data, at: Steps, code: str, *, fits: bool = True) -> Rule:
    """Return a document that breaks a rule; `fits` is whether it is valid under the JSON Schema."""
    return about, data, [(at, code)], fits


def _unattributed(name: str, fact: object, at: Steps) -> Rule:
    return _rule(f"{name}: an actor that is not listed", {name: fact}, at, "event.actor_unknown")


def _unsourced(name: str, fact: object, at: Steps) -> Rule:
    return _rule(f"{name}: a source that is not listed", {name: fact}, at, "event.source_unknown")


INVALID: dict[str, list[Rule]] = {
    "person": [
        _rule(
            "neither number nor why",
            {"nik_absence": None},
            ("nik_absence",),
            "person.nik_absence_missing",
            fits=False,
        ),
        _rule(
            "a number and why there is none",
            {"nik": NUMBER},
            ("nik_absence",),
            "person.nik_absence_unneeded",
            fits=False,
        ),
        _rule(
            "an address without a value",
            {"ktp_address": {}},
            ("ktp_address", "region"),
            "address.empty",
            fits=False,
        ),
    ],
    "worker": [
        _rule(
            "a role twice",
            {"assignments": [ROLE, ROLE]},
            ("assignments", 1),
            "assignment.duplicate",
        ),
        _rule(
            "a role without a day",
            {"assignments": [{"pillar": "psm", "serves": "63.10"}]},
            ("assignments", 0, "since"),
            "assignment.undated",
            fits=False,
        ),
        _rule(
            "a role that ends before it starts",
            {"assignments": [{**ROLE, "until": EARLY}]},
            ("assignments", 0, "until"),
            "period.ends_before_start",
        ),
        _rule(
            "a certificate that ends before it starts",
            {"certifications": [{"since": LATE, "until": EARLY}]},
            ("certifications", 0, "until"),
            "period.ends_before_start",
        ),
    ],
    "beneficiary": [
        _rule("nobody", {"person": None}, ("person",), "beneficiary.subject", fits=False),
        _rule(
            "a person and a group",
            {"group": {"name": "Contoh"}},
            ("person",),
            "beneficiary.subject",
            fits=False,
        ),
    ],
    "assessment": [
        _rule(
            "an answer with two values",
            {"answers": [{"question": "aman", "yes_no": "ya", "text": "ya"}]},
            ("answers", 0, "text"),
            "answer.value",
            fits=False,
        ),
        _rule(
            "a unit without a number",
            {"answers": [{"question": "aman", "yes_no": "ya", "unit": "orang"}]},
            ("answers", 0, "unit"),
            "answer.unit_without_number",
            fits=False,
        ),
        _rule(
            "an answer twice",
            {"answers": [{"question": "dokumen", "choice": "kk"}] * 2},
            ("answers", 1),
            "assessment.answer_duplicate",
        ),
    ],
    "instrument": [
        _rule(
            "a question twice",
            {"questions": [QUESTION, {**QUESTION, "text": "Contoh lain"}]},
            ("questions", 1, "code"),
            "instrument.question_duplicate",
        ),
        _rule(
            "options of a question of free text",
            {"questions": [{**QUESTION, "options": [OPTION]}]},
            ("questions", 0, "options"),
            "question.options",
        ),
        _rule(
            "an option twice",
            {"questions": [{**QUESTION, "kind": "pilihan", "options": [OPTION, OPTION]}]},
            ("questions", 0, "options", 1, "code"),
            "question.option_duplicate",
        ),
        _rule(
            "a unit of a question of free text",
            {"questions": [{**QUESTION, "unit": "orang"}]},
            ("questions", 0, "unit"),
            "question.unit",
        ),
    ],
    "family": [
        _rule(
            "a member twice at once",
            {"memberships": [HEAD, {**HEAD, "relation": "anak"}]},
            ("memberships", 1),
            "family.member_duplicate",
        ),
        _rule(
            "a membership that ends before it starts",
            {"memberships": [{**HEAD, "since": LATE, "until": EARLY}]},
            ("memberships", 0, "until"),
            "period.ends_before_start",
        ),
        _rule(
            "two ranks of one quarter",
            {"ranks": [{"decile": 1, "period": "2025-Q4"}, {"decile": 2, "period": "2025-Q4"}]},
            ("ranks", 1, "period"),
            "rank.duplicate",
        ),
    ],
    "household": [
        _rule(
            "a resident twice at once",
            {"residents": [HEAD, {**HEAD, "relation": "anak"}]},
            ("residents", 1),
            "family.member_duplicate",
        ),
        _rule(
            "a resident who left before coming",
            {"residents": [{**HEAD, "since": LATE, "until": EARLY}]},
            ("residents", 0, "until"),
            "period.ends_before_start",
        ),
    ],
    "case": [
        _rule(
            "taken up by itself",
            {"id": "k-1", "resumes": "k-1"},
            ("resumes",),
            "case.resumes_itself",
        ),
        _rule(
            "a correction of nothing",
            {"steps": [FOUND, step("registrasi", corrects=5)]},
            ("steps", 1, "corrects"),
            "case.step_not_found",
        ),
        _rule(
            "an answer to no referral",
            {"steps": [FOUND, {**ANSWERED, "answers": 1}]},
            ("steps", 1, "answers"),
            "case.referral_not_found",
        ),
        _rule(
            "an answer before the referral",
            {
                "steps": [FOUND, {**REFERRED, "date": LATE}, {**ANSWERED, "date": EARLY}],
                "consents": [{**AGREED, "date": EARLY}],
            },
            ("steps", 2, "date"),
            "case.answer_before_referral",
        ),
        _rule(
            "two consents of one name",
            {"consents": [AGREED, AGREED]},
            ("consents", 1, "key"),
            "consent.duplicate",
        ),
        _rule(
            "a consent taken back before it was given",
            {"consents": [{**AGREED, "date": LATE, "withdrawn": EARLY}]},
            ("consents", 0, "withdrawn"),
            "period.ends_before_start",
        ),
        _rule(
            "an assessment of a visit",
            {"steps": [{**FOUND, "assessment": "a-1"}]},
            ("steps", 0, "assessment"),
            "step.detail_mismatch",
            fits=False,
        ),
        _rule(
            "a reason before the end",
            {"steps": [{**FOUND, "reason": "mandiri"}]},
            ("steps", 0, "reason"),
            "step.detail_mismatch",
            fits=False,
        ),
        _rule(
            "a referral to nobody",
            {"steps": [FOUND, step("rujukan")]},
            ("steps", 1, "referral"),
            "step.detail_mismatch",
            fits=False,
        ),
        _rule(
            "an annulment of nothing",
            {"steps": [FOUND, step("pembatalan")]},
            ("steps", 1, "corrects"),
            "step.cancelled_step_missing",
            fits=False,
        ),
    ],
    "case-file": [
        _rule(
            "a case of somebody else",
            {"case": {"id": "k-1", "beneficiary": "b-2"}},
            ("case",),
            "case_file.beneficiary_differs",
        ),
        _rule(
            "another family than that of the beneficiary",
            {
                "beneficiary": {"id": "contoh-1", "family": {"id": "f-1"}},
                "family": {"id": "f-2"},
            },
            ("family",),
            "case_file.family_differs",
        ),
    ],
    "attendance-list": [
        _rule(
            "two sessions with one key",
            {"sessions": [{"key": "1", "date": EARLY}, {"key": "1", "date": LATE}]},
            ("sessions", 1, "key"),
            "attendance.session_duplicate",
        ),
        _rule(
            "a presence at no session",
            {"attendees": [{"name": "Contoh", "presences": [{"session": "9", "mark": "hadir"}]}]},
            ("attendees", 0, "presences", 0, "session"),
            "attendance.session_unknown",
        ),
        _rule(
            "a worker twice",
            {"attendees": [{"worker": "psm-1"}, {"worker": "psm-1"}]},
            ("attendees", 1, "worker"),
            "attendance.attendee_duplicate",
        ),
    ],
    "attendee": [
        _rule("nobody", {"name": None}, ("worker",), "attendee.unidentified", fits=False),
        _rule(
            "two marks for one session",
            {
                "presences": [
                    {"session": "1", "mark": "hadir"},
                    {"session": "1", "mark": "izin"},
                ]
            },
            ("presences", 1, "session"),
            "attendee.session_duplicate",
        ),
    ],
    "ground-check": [
        _rule(
            "neither a person nor an identifier",
            {"source_id": None},
            ("source_id",),
            "ground_check.unidentified",
            fits=False,
        ),
    ],
    "ground-check-list": [
        _rule(
            "two rows with one identifier",
            {"rows": [{"source_id": "a-1"}, {"source_id": "a-1"}]},
            ("rows", 1, "source_id"),
            "ground_check.row_duplicate",
        ),
    ],
    "proposal": [
        _rule(
            "of nobody",
            {"beneficiary": None},
            ("beneficiary",),
            "proposal.unidentified",
            fits=False,
        ),
        _rule(
            "for nothing",
            {"programme": None},
            ("programme",),
            "proposal.no_target",
            fits=False,
        ),
        _rule(
            "a step without a status",
            {"steps": [{"date": EARLY}]},
            ("steps", 0, "status"),
            "proposal.step_empty",
            fits=False,
        ),
        _rule(
            "a correction of nothing",
            {"steps": [{"status": "diusulkan", "date": EARLY, "corrects": 5}]},
            ("steps", 0, "corrects"),
            "proposal.step_not_found",
        ),
    ],
    "welfare-resource": [
        _rule(
            "a name and a count",
            {"name": "Contoh", "count": 2},
            ("count",),
            "resource.named_count",
        ),
        _rule(
            "a worker and an organisation",
            {"worker": "psm-1", "organisation": "lks-1"},
            ("worker",),
            "resource.two_references",
        ),
    ],
    "organisation": [
        _rule(
            "a board that ends before it starts",
            {"boards": [{"since": LATE, "until": EARLY}]},
            ("boards", 0, "until"),
            "period.ends_before_start",
        ),
        _rule(
            "a seat that nobody holds",
            {"boards": [{"since": EARLY, "holders": [{"seat": "Ketua"}]}]},
            ("boards", 0, "holders", 0, "name"),
            "board.holder_missing",
            fits=False,
        ),
    ],
    "programme": [
        _rule(
            "a programme that ends before it starts",
            {"since": LATE, "until": EARLY},
            ("until",),
            "period.ends_before_start",
        ),
    ],
    "participation": [
        _rule(
            "that ends before it starts",
            {"since": LATE, "until": EARLY},
            ("until",),
            "period.ends_before_start",
        ),
    ],
    "event": [
        _rule(
            "a delegation twice",
            {"delegations": [{"origin": "63.10"}, {"origin": "63.10"}]},
            ("delegations", 1, "origin"),
            "delegation.duplicate",
        ),
        _rule(
            "a delegation of a region and of an organisation",
            {"delegations": [{"origin": "63.10", "organisation": "Contoh"}]},
            ("delegations", 0, "origin"),
            "delegation.origin",
            fits=False,
        ),
        _rule(
            "a participant twice",
            {"participants": [{"kind": "peserta", "name": "A"}] * 2},
            ("participants", 1),
            "participant.duplicate",
        ),
        _rule(
            "a participant who is nobody",
            {"participants": [{"kind": "peserta"}]},
            ("participants", 0, "worker"),
            "participant.unidentified",
            fits=False,
        ),
        _rule(
            "dates that end before they start",
            {"dates": {"start": LATE, "end": EARLY}},
            ("dates", "end"),
            "period.ends_before_start",
        ),
        _rule(
            "a source twice",
            {"sources": [{"key": "a", "title": "A"}, {"key": "a", "title": "B"}]},
            ("sources", 1, "key"),
            "event.source_duplicate",
        ),
        _rule(
            "a rank that nobody won",
            {"competitions": [{"title": "Contoh", "rankings": [{"rank": 1}]}]},
            ("competitions", 0, "rankings", 0, "name"),
            "ranking.unidentified",
            fits=False,
        ),
        _rule(
            "an actor who is nobody",
            {"actors": [{"key": "bupati"}]},
            ("actors", 0, "name"),
            "speaker.unidentified",
            fits=False,
        ),
        _rule(
            "an actor whose key has a name",
            {"actors": [{"key": "ibu-Contoh", "name": "Siti Contoh"}]},
            ("actors", 0, "key"),
            "actor.key_has_name",
        ),
        _rule(
            "an actor twice",
            {"actors": [{"key": "a", "body": "A"}, {"key": "a", "body": "B"}]},
            ("actors", 1, "key"),
            "event.actor_duplicate",
        ),
        _rule(
            "an organiser who is nobody",
            {"organisers": [{"role": "pendukung"}]},
            ("organisers", 0, "name"),
            "organiser.unidentified",
            fits=False,
        ),
        _rule(
            "an organiser twice in one role",
            {"organisers": [{"role": "pendukung", "name": "A"}] * 2},
            ("organisers", 1),
            "organiser.duplicate",
        ),
        _rule(
            "a kind of theme without a theme",
            {"theme_kind": "semangat"},
            ("theme_kind",),
            "event.theme_missing",
            fits=False,
        ),
        _rule(
            "a claim without a value",
            {"claims": [{"source": "Contoh"}], **_SOURCES},
            ("claims", 0, "source"),
            "claim.empty",
            fits=False,
        ),
        _rule(
            "more regions than there are",
            {"turnouts": [{**_TURNOUT, "present": 14, "expected": 13}], **_SOURCES},
            ("turnouts", 0, "present"),
            "turnout.more_than_expected",
        ),
        _unsourced("claims", [{"theme": "A", "source": "lain"}], ("claims", 0, "source")),
        _unsourced(
            "delegations", [{"origin": "63.10", "source": "lain"}], ("delegations", 0, "source")
        ),
        _unsourced("commemorates", {"name": "HKSN", "source": "lain"}, ("commemorates", "source")),
        _unsourced("committees", [{"source": "lain"}], ("committees", 0, "source")),
        _unsourced("host_appointment", {"source": "lain"}, ("host_appointment", "source")),
        _unsourced(
            "organisers",
            [{"role": "pendukung", "name": "A", "source": "lain"}],
            ("organisers", 0, "source"),
        ),
        _unsourced("agenda", [{"title": "A", "source": "lain"}], ("agenda", 0, "source")),
        _unsourced("activities", [{"title": "A", "source": "lain"}], ("activities", 0, "source")),
        _unsourced(
            "competitions", [{"title": "A", "source": "lain"}], ("competitions", 0, "source")
        ),
        _unsourced("outcomes", [{**_HOPE, "source": "lain"}], ("outcomes", 0, "source")),
        _unsourced(
            "figures",
            [{"value": 1, "of": "peserta", "status": "reported", "source": "lain"}],
            ("figures", 0, "source"),
        ),
        _unsourced("turnouts", [{**_TURNOUT, "source": "lain"}], ("turnouts", 0, "source")),
        _unattributed("opening", {"by": "lain"}, ("opening", "by")),
        _unattributed("closing", {"by": "lain"}, ("closing", "by")),
        _unattributed(
            "host_appointment", {"appointed_by": "lain"}, ("host_appointment", "appointed_by")
        ),
        _unattributed("outcomes", [{**_HOPE, "stated_by": "lain"}], ("outcomes", 0, "stated_by")),
        _unattributed(
            "speeches", [{"kind": "sambutan", "author": "lain"}], ("speeches", 0, "author")
        ),
    ],
}
"""Document name → documents that break a rule between fields, each with its issue."""
