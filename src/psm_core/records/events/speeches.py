"""Speeches at an event, and the outcomes that were aimed at, hoped for, promised or observed."""

from ..._core.record import NONE, UMUM, field, record_class
from ...terms import Capacity, OutcomeStatus, PartnerSector, QuotationForm, SpeechKind
from ...values.region_code import RegionCode

__all__ = ["Outcome", "Quotation", "RegionalVision", "Speech"]


@record_class
class Quotation:
    """A sentence of a speech as a source quotes it.

    Raises:
        ValidationError: the issues of each field.

    >>> from psm_core import Quotation
    >>> from psm_core.terms import QuotationForm
    >>> quotation = Quotation(text="Terima kasih atas pengabdian Anda", form=QuotationForm.LANGSUNG)
    >>> quotation.form.gloss, quotation.by
    ('verbatim', None)

    """

    text: str = field(UMUM, max_length=2000)
    """The words."""
    form: QuotationForm = field(NONE)
    """Whether these are the words of the speaker or a paraphrase."""
    by: str | None = field(NONE, default=None, max_length=40)
    """The `key` of the actor quoted, if not the author of the speech."""


@record_class
class RegionalVision:
    """Visi daerah: the vision of a region, as a speaker quotes it.

    Raises:
        ValidationError: the issues of each field.

    >>> from psm_core import RegionalVision, RegionCode
    >>> str(RegionalVision(text="Contoh Maju dan Makmur", region=RegionCode("63.10")).region)
    '63.10'

    """

    text: str = field(NONE, max_length=300)
    """The vision, as printed."""
    region: RegionCode | None = field(NONE, default=None)
    """The region."""


@record_class
class Speech:
    """A speech at an event. The author and the person who reads it may differ.

    Raises:
        ValidationError: the issues of each field.

    >>> from psm_core import Speech
    >>> from psm_core.terms import Capacity, SpeechKind
    >>> speech = Speech(kind=SpeechKind.SAMBUTAN, author="bupati", reader="kepala-dinas",
    ...                 capacity=Capacity.MEMBACAKAN)
    >>> speech.speaker
    'kepala-dinas'

    """

    kind: SpeechKind = field(NONE)
    """The kind: sambutan, statement, closing message …"""
    author: str = field(NONE, max_length=40)
    """The `key` of the actor in whose name it is given."""
    reader: str | None = field(NONE, default=None, max_length=40)
    """The `key` of the actor who read it or spoke for the author; None if the author spoke."""
    capacity: Capacity | None = field(NONE, default=None)
    """Whether somebody read the author's words or spoke for the author."""
    gist: str | None = field(UMUM, default=None, max_length=2000)
    """A summary."""
    quotations: tuple[Quotation, ...] = field(NONE, default=())
    """The sentences that sources quote, in order."""
    vision: RegionalVision | None = field(NONE, default=None)
    """The vision of the region that the speech quotes."""
    source: str | None = field(NONE, default=None, max_length=40)
    """The `key` of its source."""

    @property
    def speaker(self) -> str:
        """The `key` of the actor who spoke: the reader if there is one, else the author."""
        return self.reader or self.author


@record_class
class Outcome:
    """An outcome of an event: an aim, a hope, a promise, a result or an opinion about its worth.

    Raises:
        ValidationError: the issues of each field.

    >>> from psm_core import Outcome
    >>> from psm_core.terms import OutcomeStatus, PartnerSector
    >>> hope = Outcome(description="Kerja sama lebih erat", status=OutcomeStatus.DIHARAPKAN,
    ...                stated_by="bupati", partners=frozenset({PartnerSector.DUNIA_USAHA}))
    >>> hope.status.gloss, [one.gloss for one in hope.partners]
    ('hoped for', ['business'])

    """

    description: str = field(UMUM, max_length=1000)
    """What is aimed at, hoped for or promised, or what was decided, done or handed over."""
    status: OutcomeStatus = field(NONE)
    """Whether it is an aim, a hope, a promise, an observed result or an opinion."""
    stated_by: str | None = field(NONE, default=None, max_length=40)
    """The `key` of the actor who stated it; None if only the source says so."""
    partners: frozenset[PartnerSector] = field(NONE, default=frozenset())
    """With whom: government, business, community …"""
    target: str | None = field(UMUM, default=None)
    """The people for whom it is meant."""
    source: str | None = field(NONE, default=None, max_length=40)
    """The `key` of its source."""
    url: str | None = field(UMUM, default=None, max_length=500)
    """The web address of a document or picture of the result."""
