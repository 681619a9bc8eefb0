"""The people and bodies of an event: actors, organisers, participants, delegations, committees."""

import datetime as dt
import re

from ..._core.invariants import at_least_one, exactly_one, invariant
from ..._core.record import NONE, PAST, UMUM, field, record_class
from ...terms import CommitteePost, OrganiserRole, ParticipantKind
from ...values.ids import OrganisationId, WorkerId
from ...values.region_code import RegionCode
from ..offices import Decree, Office

__all__ = [
    "Actor",
    "Committee",
    "CommitteeMember",
    "Delegation",
    "HostAppointment",
    "Organiser",
    "Participant",
]

_MIN_WORD = 3
"""The least letters of a word of a name that a key must not contain."""


@record_class
class Actor:
    """A person, office or body that speaks, opens or decides at an event.

    An event lists each actor once. Speeches, ceremonies and outcomes refer to it by its `key`, so
    one official can read a speech for another one and speak for herself.

    Raises:
        ValidationError: ``speaker.unidentified`` if name, office and body are all empty,
            ``actor.key_has_name`` if the key contains a word of the name, and the issues of each
            field.

    >>> from psm_core import Actor, Office, RegionCode
    >>> regent = Actor(key="bupati", office=Office(title="Bupati", region=RegionCode("63.10")))
    >>> regent.office.title, regent.name
    ('Bupati', None)

    """

    key: str = field(NONE, max_length=40)
    """A short name by which other records refer to it, such as ``bupati``. It is public, so it has
    no word of the person's name."""
    name: str | None = field(UMUM, default=None)
    """The person's name, if it is stated."""
    office: Office | None = field(NONE, default=None)
    """The office of the person."""
    body: str | None = field(NONE, default=None)
    """The body, such as the committee."""

    _is_somebody = at_least_one("speaker.unidentified", "name", "office", "body", at="name")

    @invariant("actor.key_has_name", at="key")
    @staticmethod
    def _key_has_no_name(key: str, name: str | None) -> bool:
        if name is None:
            return True
        words = _words(name)
        named = {word for word in (*words, "".join(words)) if len(word) >= _MIN_WORD}
        return named.isdisjoint(_words(key))


def _words(text: str) -> list[str]:
    return re.split(r"[\W_]+", text.casefold())


@record_class
class Organiser:
    """An organisation that organises, supports or hosts an event.

    Raises:
        ValidationError: ``organiser.unidentified`` if neither name nor organisation is given, and
            the issues of each field.

    >>> from psm_core import Organiser
    >>> from psm_core.terms import OrganiserRole
    >>> Organiser(name="Dinas Sosial", role=OrganiserRole.PENYELENGGARA).role.gloss
    'organiser'

    """

    role: OrganiserRole = field(NONE)
    """The role: organiser, supporter, patron or host."""
    organisation: OrganisationId | None = field(NONE, default=None)
    """The identifier of the organisation's record."""
    name: str | None = field(NONE, default=None)
    """The name, if the organisation has no record."""
    source: str | None = field(NONE, default=None, max_length=40)
    """The `key` of its source."""

    _is_somebody = at_least_one("organiser.unidentified", "organisation", "name", at="name")


@record_class
class HostAppointment:
    """The decision that made a region the host of an event.

    All fields may be empty: a report often says only that the host was appointed.

    Raises:
        ValidationError: the issues of each field.

    >>> from datetime import date
    >>> from psm_core import Decree, HostAppointment
    >>> letter = Decree(number="001/SK/2025", date=date(2025, 3, 1))
    >>> HostAppointment(appointed_by="gubernur", letter=letter).letter.date.year
    2025

    """

    appointed_by: str | None = field(NONE, default=None, max_length=40)
    """The `key` of the actor who appointed the host."""
    date: dt.date | None = field(NONE, default=None, timing=PAST)
    """The day of the decision."""
    letter: Decree | None = field(NONE, default=None)
    """The letter or decree."""
    source: str | None = field(NONE, default=None, max_length=40)
    """The `key` of its source."""


@record_class
class Participant:
    """A participant, identified by name or by the identifier of their record.

    Raises:
        ValidationError: ``participant.unidentified`` if both are missing, and the issues of each
            field.

    >>> from psm_core import Participant, WorkerId
    >>> from psm_core.terms import ParticipantKind
    >>> Participant(kind=ParticipantKind.PENINJAU, worker=WorkerId("psm-1"))
    Participant(kind=<ParticipantKind.PENINJAU: 'peninjau'>, worker=***)

    """

    kind: ParticipantKind = field(NONE)
    """The kind of participant: full participant, observer, guest …"""
    worker: WorkerId | None = field(UMUM, default=None)
    """The identifier of the worker's record."""
    name: str | None = field(UMUM, default=None)
    """The name, if the participant has no record."""
    origin: RegionCode | None = field(NONE, default=None)
    """The region of origin."""

    _is_somebody = at_least_one("participant.unidentified", "worker", "name", at="worker")


@record_class
class Delegation:
    """Kontingen: the delegation of a region or an organisation.

    The sizes are None if no source states them.

    Raises:
        ValidationError: ``delegation.origin`` unless exactly one of `origin` and `organisation` is
            given, and the issues of each field.

    >>> from psm_core import Delegation, RegionCode, ValidationError
    >>> print(Delegation(origin=RegionCode("63.10"), quota=20).present)
    None
    >>> try:
    ...     Delegation(quota=20)
    ... except ValidationError as error:
    ...     print(error.issues[0].where, error.issues[0].code)
    $.origin delegation.origin

    """

    origin: RegionCode | None = field(NONE, default=None)
    """The region that sent the delegation."""
    organisation: str | None = field(NONE, default=None)
    """The organisation that sent the delegation, if not a region."""
    quota: int | None = field(NONE, default=None)
    """The allowed number of members."""
    registered: int | None = field(NONE, default=None)
    """The number of registered members."""
    present: int | None = field(NONE, default=None)
    """The number of members present."""
    officials: int | None = field(NONE, default=None)
    """The number of accompanying officials (official, pendamping) among those present."""
    head: str | None = field(UMUM, default=None)
    """The head of the delegation (ketua kontingen)."""
    members: frozenset[WorkerId] = field(UMUM, default=frozenset())
    """The workers present, if they have records."""
    source: str | None = field(NONE, default=None, max_length=40)
    """The `key` of its source."""

    _comes_from_one_place = exactly_one("delegation.origin", "origin", "organisation", at="origin")


@record_class
class CommitteeMember:
    """A member of a committee.

    Raises:
        ValidationError: the issues of each field.

    >>> from psm_core import CommitteeMember
    >>> from psm_core.terms import CommitteePost
    >>> seat = CommitteeMember(post=CommitteePost.KOORDINATOR_SEKSI, section="acara")
    >>> seat.post.gloss, seat.name
    ('head of a section', None)

    """

    post: CommitteePost = field(NONE)
    """The post."""
    name: str | None = field(UMUM, default=None)
    """The name, if it is stated."""
    section: str | None = field(UMUM, default=None)
    """The section (seksi), such as ``acara`` or ``konsumsi``."""


@record_class
class Committee:
    """Panitia: a committee that prepares or runs an event.

    Raises:
        ValidationError: the issues of each field.

    >>> from psm_core import Committee, CommitteeMember
    >>> from psm_core.terms import CommitteePost
    >>> chair = CommitteeMember(post=CommitteePost.parse("Ketua Pelaksana"), name="Contoh")
    >>> Committee(name="panitia pelaksana", members=(chair,)).members[0].post.label
    'Ketua'

    """

    name: str | None = field(NONE, default=None)
    """The name, such as ``panitia pelaksana`` or ``steering committee``."""
    decree: Decree | None = field(NONE, default=None)
    """The decree that established it."""
    source: str | None = field(NONE, default=None, max_length=40)
    """The `key` of its source."""
    members: tuple[CommitteeMember, ...] = field(NONE, default=())
    """The known members."""
