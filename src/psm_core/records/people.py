"""People, where they live, and the groups they form."""

import re
from datetime import date

from .._core.field_types import TextFormat
from .._core.invariants import at_least_one, not_both
from .._core.record import NONE, SPESIFIK, UMUM, field, record_class
from .._core.text import is_digits, same_marks
from ..errors import ParseError
from ..terms import (
    BloodType,
    Citizenship,
    DisabilityType,
    Education,
    FamilyRelation,
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
from ..values.phone import PhoneNumber
from ..values.region_code import RegionCode

__all__ = ["Address", "Group", "Person"]


_LONGEST_NUMBER = 30
_DIGITS = 3
_NUMBER = r"0*([0-9]{1,3})(?:[.,]0{1,2})? ?([a-z]?)"


def _number_of(short: str, long: str) -> TextFormat:
    """Return the form of the number of an RT or RW: three digits, as on identity cards.

    The word may stand in front, and a decimal part of zeros, as a spreadsheet adds it, behind. A
    letter may follow the digits, as some villages have RT 001A beside RT 001.
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
    """Where someone lives: free text down to the house, a region code above it.

    RT and RW are numbers within a village and have no national code. They are kept with three
    digits, as identity cards have them: ``1``, ``01`` and ``RT 001`` all become ``001``, so equal
    ones compare equal. ``000`` says that there is none.

    Raises:
        ValidationError: ``address.empty`` when it tells nothing at all, ``address.number`` when
            RT or RW is no number, and the faults of each field.

    >>> from psm_core import Address, RegionCode
    >>> Address(rt="RT 3", region=RegionCode("63.10.09.2005"))
    Address(rt=***, region=***)
    >>> Address(rt="RT 3") == Address(rt="003")
    True

    """

    street: str | None = field(UMUM, default=None)
    """Street, house, landmark, and whatever stands before the RT."""
    hamlet: str | None = field(UMUM, default=None, longest=100)
    """Dusun, lingkungan, banjar or jorong."""
    rt: str | None = field(
        UMUM, default=None, longest=_LONGEST_NUMBER, form=_number_of("rt", "rukun tetangga")
    )
    """Number of the Rukun Tetangga, three digits."""
    rw: str | None = field(
        UMUM, default=None, longest=_LONGEST_NUMBER, form=_number_of("rw", "rukun warga")
    )
    """Number of the Rukun Warga, three digits."""
    region: RegionCode | None = field(UMUM, default=None)
    """The village, or the smallest region that is known."""

    _tells_something = at_least_one(
        "address.empty", "street", "hamlet", "rt", "rw", "region", at="region"
    )


@record_class
class Person:
    """A person as the population administration knows them, as far as known.

    A name is one text: many Indonesians have a single name. Someone without a NIK is legal, and
    the record then says why. Number, birth date and sex may differ from one another in true
    life (a NIK is never corrected), so `psm_core.checks` warns and this class does not refuse.

    Raises:
        ValidationError: ``person.nik_absence_missing``, ``person.nik_absence_unneeded``, and the
            faults of each field.

    >>> from psm_core import NIK, Person
    >>> Person(nik=NIK("9901014108900001"), name="Contoh")
    Person(nik=***, name=***)

    """

    nik: NIK | None = field(UMUM, default=None)
    """Nomor Induk Kependudukan."""
    nik_absence: NIKAbsence | None = field(UMUM, default=None)
    """Why there is no NIK; told just when there is none."""
    kk: KK | None = field(UMUM, default=None)
    """The family card the person is on."""
    name: str = field(UMUM)
    """The full name with its titles, as one text."""
    sex: Sex | None = field(UMUM, default=None)
    """Jenis kelamin, as recorded."""
    birth_place: str | None = field(UMUM, default=None)
    """Tempat lahir, as written."""
    birth_date: date | None = field(UMUM, default=None)
    """Tanggal lahir, as recorded."""
    citizenship: Citizenship | None = field(UMUM, default=None)
    """Kewarganegaraan."""
    religion: Religion | None = field(UMUM, default=None)
    """Agama."""
    marital_status: MaritalStatus | None = field(UMUM, default=None)
    """Status perkawinan."""
    family_relation: FamilyRelation | None = field(UMUM, default=None)
    """SHDK, what the person is to the head of the family."""
    education: Education | None = field(UMUM, default=None)
    """Pendidikan as the family card has it."""
    occupation: Occupation | None = field(UMUM, default=None)
    """Pekerjaan, with the version of its list."""
    blood_type: BloodType | None = field(SPESIFIK, default=None)
    """Golongan darah."""
    disabilities: frozenset[DisabilityType] | None = field(SPESIFIK, default=None)
    """Kinds of disability; empty when there is none, and None when that is not known.

    Two or more is what the law calls *ganda* or *multi*.
    """
    phone: PhoneNumber | None = field(UMUM, default=None)
    """A telephone number."""
    ktp_address: Address | None = field(UMUM, default=None)
    """The address on the identity card."""
    domicile: Address | None = field(UMUM, default=None)
    """Where the person lives, when that is known to be elsewhere or is the only address."""
    extensions: Extensions = field(SPESIFIK, default=NO_EXTENSIONS)
    """Facts of an application's own, by namespace."""

    _says_why_without_nik = at_least_one(
        "person.nik_absence_missing", "nik", "nik_absence", at="nik_absence"
    )
    _says_why_only_without_nik = not_both(
        "person.nik_absence_unneeded", "nik", "nik_absence", at="nik_absence"
    )


@record_class
class Group:
    """A group or community as one beneficiary, such as a remote indigenous community.

    Raises:
        ValidationError: the faults of each field.

    >>> from psm_core import Group, RegionCode
    >>> Group(name="Komunitas Contoh", size=40, region=RegionCode("63.10.09.2005"))
    Group(name=***, size=40, region=RegionCode('63.10.09.2005'))

    """

    name: str = field(UMUM)
    """What the group is called."""
    size: int | None = field(NONE, default=None, least=1)
    """How many people it counts, when that is known."""
    contact: Person | None = field(UMUM, default=None)
    """Who speaks for it."""
    region: RegionCode | None = field(NONE, default=None)
    """Where it lives."""
