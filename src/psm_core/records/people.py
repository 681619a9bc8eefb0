"""People, addresses and groups."""

import re
from datetime import date

from .._core.field_types import TextFormat
from .._core.invariants import at_least_one, not_both
from .._core.record import NONE, PAST, SPESIFIK, UMUM, field, record_class
from .._core.text import is_digits, same_marks
from ..errors import ParseError
from ..terms import (
    BloodType,
    Citizenship,
    DisabilityType,
    Education,
    FamilyRelation,
    LifeStatus,
    MaritalStatus,
    NIKAbsence,
    Occupation,
    Religion,
    Sex,
)
from ..values.edition import Edition
from ..values.extensions import NO_EXTENSIONS, Extensions
from ..values.kk import KK
from ..values.nik import NIK
from ..values.partial_date import PartialDate
from ..values.phone import PhoneNumber
from ..values.region_code import RegionCode

__all__ = ["Address", "Group", "Person"]


_LONGEST_NUMBER = 30
_DIGITS = 3
_NUMBER = r"0*([0-9]{1,3})(?:[.,]0{1,2})? ?([a-z]?)"


def _number_of(short: str, long: str) -> TextFormat:
    """Return the text format of an RT or RW number: three digits, as on identity cards.

    It accepts the word in front, and a decimal part of zeros that a spreadsheet has added. A letter
    may follow the digits, because some villages have RT 001A as well as RT 001.
    """
    first, second = short[0], short[1]
    label = rf"(?:(?:{first}\.? ?{second}|{long})[ .:_-]*(?:no?|nomor)?[ .:_-]*)?"

    def clean(text: str) -> str:
        if len(text) <= _DIGITS and is_digits(text):
            return text.zfill(_DIGITS)
        plain = same_marks(text).casefold()
        if found := re.fullmatch(f"{label}{_NUMBER}[ .]*", plain):
            return found[1].zfill(_DIGITS) + found[2].upper()
        if found := re.fullmatch(f"{label}([ivx]+)[ .]*", plain):
            try:
                return f"{int(Edition(found[1].upper())):03}"
            except ParseError:
                pass
        return text

    return TextFormat("address.number", "[0-9]{3}[A-Z]?", clean)


@record_class
class Address:
    """An address: a region code, and free text for the parts below the village.

    RT and RW are numbers within a village without a national code. They have three digits, as on
    identity cards. ``1``, ``01`` and ``RT 001`` are normalized to ``001``. ``000`` means that there
    is none.

    Raises:
        ValidationError: ``address.empty`` if all fields are empty, ``address.number`` if RT or RW
            is not a number, and the issues of each field.

    >>> from psm_core import Address, RegionCode
    >>> Address(rt="RT 3", region=RegionCode("63.10.09.2005"))
    Address(rt=***, region=***)
    >>> Address(rt="RT 3") == Address(rt="003")
    True

    """

    street: str | None = field(UMUM, default=None)
    """Street, number, landmark, and anything else before the RT."""
    hamlet: str | None = field(UMUM, default=None, max_length=100)
    """Dusun, lingkungan, banjar or jorong."""
    rt: str | None = field(
        UMUM, default=None, max_length=_LONGEST_NUMBER, form=_number_of("rt", "rukun tetangga")
    )
    """The number of the Rukun Tetangga, three digits."""
    rw: str | None = field(
        UMUM, default=None, max_length=_LONGEST_NUMBER, form=_number_of("rw", "rukun warga")
    )
    """The number of the Rukun Warga, three digits."""
    region: RegionCode | None = field(UMUM, default=None)
    """The village, or the smallest known region."""

    _is_not_empty = at_least_one(
        "address.empty", "street", "hamlet", "rt", "rw", "region", at="region"
    )


@record_class
class Person:
    """A person, with the data of the population administration.

    The name is one text, because many Indonesians have a single name. A person may have no NIK; the
    record then states why. NIK, birth date and sex may contradict each other, because a NIK is
    never corrected. So this class accepts that, and `psm_core.checks` warns.

    Raises:
        ValidationError: ``person.nik_absence_missing``, ``person.nik_absence_unneeded``,
            and the issues of each field.

    >>> from psm_core import NIK, Person
    >>> Person(nik=NIK("9901014108900001"), name="Contoh")
    Person(nik=***, name=***)

    """

    nik: NIK | None = field(UMUM, default=None)
    """Nomor Induk Kependudukan."""
    nik_absence: NIKAbsence | None = field(UMUM, default=None)
    """Why there is no NIK. Required if there is none, otherwise not allowed."""
    kk: KK | None = field(UMUM, default=None)
    """The number of the person's family card."""
    name: str = field(UMUM)
    """The full name with its titles, as one text."""
    sex: Sex | None = field(UMUM, default=None)
    """Jenis kelamin, as recorded."""
    birth_place: str | None = field(UMUM, default=None)
    """Tempat lahir, as written."""
    birth_date: date | PartialDate | None = field(UMUM, default=None)
    """Tanggal lahir, as recorded; a `PartialDate` if it is known in part or approximately."""
    citizenship: Citizenship | None = field(UMUM, default=None)
    """Kewarganegaraan."""
    religion: Religion | None = field(UMUM, default=None)
    """Agama."""
    marital_status: MaritalStatus | None = field(UMUM, default=None)
    """Status perkawinan."""
    family_relation: FamilyRelation | None = field(UMUM, default=None)
    """SHDK: the relation to the head of the family."""
    education: Education | None = field(UMUM, default=None)
    """Pendidikan, as on the family card."""
    occupation: Occupation | None = field(UMUM, default=None)
    """Pekerjaan. The term includes the version of its list."""
    blood_type: BloodType | None = field(SPESIFIK, default=None)
    """Golongan darah."""
    disabilities: frozenset[DisabilityType] | None = field(SPESIFIK, default=None)
    """The types of disability; empty if there is none, None if unknown.

    The law calls two or more *ganda* or *multi*.
    """
    life_status: LifeStatus | None = field(UMUM, default=None)
    """Status dasar: whether the person lives here, has died or moved; None if unknown."""
    life_status_date: date | None = field(UMUM, default=None, timing=PAST)
    """The day of the death or the move, or the day on which the status was known."""
    phone: PhoneNumber | None = field(UMUM, default=None)
    """The telephone number."""
    ktp_address: Address | None = field(UMUM, default=None)
    """The address on the identity card."""
    domicile: Address | None = field(UMUM, default=None)
    """The address where the person lives, if it differs from the KTP or is the only one known."""
    extensions: Extensions = field(SPESIFIK, default=NO_EXTENSIONS)
    """Custom fields of an application, by namespace."""

    _absence_is_explained = at_least_one(
        "person.nik_absence_missing", "nik", "nik_absence", at="nik_absence"
    )
    _absence_only_without_nik = not_both(
        "person.nik_absence_unneeded", "nik", "nik_absence", at="nik_absence"
    )

    def is_resident_on(self, day: date | None = None) -> bool:
        """Return whether nothing says that the person had died, moved or gone by a day.

        A status without a date counts for every day. Without a day, each status counts.

        >>> from psm_core.terms import LifeStatus, NIKAbsence
        >>> person = Person(name="Contoh", nik_absence=NIKAbsence.TIDAK_DIKETAHUI,
        ...                 life_status=LifeStatus.MATI, life_status_date=date(2025, 3, 1))
        >>> [person.is_resident_on(day) for day in (date(2025, 2, 1), date(2025, 4, 1), None)]
        [True, False, False]
        """
        if self.life_status in {None, LifeStatus.HIDUP}:
            return True
        since = self.life_status_date
        return since is not None and day is not None and day < since

    @property
    def death_date(self) -> date | None:
        """The day of the death, if it is known."""
        return self.life_status_date if self.life_status is LifeStatus.MATI else None


@record_class
class Group:
    """A group or community as one beneficiary, such as a remote indigenous community.

    Raises:
        ValidationError: the issues of each field.

    >>> from psm_core import Group, RegionCode
    >>> Group(name="Komunitas Contoh", size=40, region=RegionCode("63.10.09.2005"))
    Group(name=***, size=40, region=RegionCode('63.10.09.2005'))

    """

    name: str = field(UMUM)
    """The name of the group."""
    size: int | None = field(NONE, default=None, minimum=1)
    """The number of people, if known."""
    contact: Person | None = field(UMUM, default=None)
    """The contact person."""
    region: RegionCode | None = field(NONE, default=None)
    """The region where it lives."""
