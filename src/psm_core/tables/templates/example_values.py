"""The values of the example row of a template: an invented person, whose NIK is never issued."""

from collections.abc import Mapping
from datetime import date, time
from typing import Any, Final

from ..._core.field_paths import field_type_at, steps_of
from ..._core.field_types import (
    FieldType,
    IntegerType,
    TermType,
    TextType,
    unwrap,
    unwrap_optional,
)
from ...terms import (
    ActivityLevel,
    Education,
    FamilyRelation,
    MaritalStatus,
    Occupation,
    PPKSCategory,
    RegionLevel,
    Religion,
    Sex,
    Term,
    TrainingTier,
)
from ...values.date_range import DateRange
from ...values.dates import Quarter
from ...values.extensions import Extensions
from ...values.ids import ProgrammeId
from ...values.kk import KK
from ...values.nik import NIK
from ...values.phone import PhoneNumber
from ...values.region_code import RegionCode
from ..cells.term_words import entry_of
from ..flat import YES
from ..layouts.column_bindings import is_birth
from ..layouts.layout import Column, Layout, is_part
from .columns import column_type, template_columns

_DATE: Final = "05-03-2024"
_OPTION_DATE: Final = "2024-03-05"
_NAMES: Final[Mapping[str, str | int]] = {
    "name": "Ani Contoh",
    "birth_place": "Batulicin",
    "birth_date": "17-08-1990",
    "street": "Jalan Melati 5",
    "hamlet": "Mawar",
    "rt": "003",
    "rw": "001",
    "source": "Pendataan desa",
    "source_id": "CONTOH-1",
    "goods": "Beras 10 kg",
    "contact": "Budi Contoh",
    "reason": "Penghasilan tidak tetap",
    "organisation": "Desa Angsana",
    "need": "Alat bantu dengar",
    "service": "Pemeriksaan pendengaran",
    "attachments": "Fotokopi KTP",
    "number": "400.9/12/2024",
    "year": 2024,
    "amount": 600_000,
}
"""Name of a field → its example."""
_PATHS: Final[Mapping[str, str]] = {
    "trainings.0.name": "Bimtek PSM",
    "steps.1.status": "Layak menurut musyawarah",
    "steps.2.status": "Ditetapkan",
    "sender.body": "Pemerintah Desa Angsana",
    "receiver.body": "Puskesmas Angsana",
}
"""End of a path → its example, where the name of the field says too little."""
_LEFT_BLANK: Final = frozenset(
    {"nik_absence", "kk_absence", "life_status_date", "disabilities", "level", "note"}
)
"""Fields that are blank for most people."""
_OTHER_SUBJECTS: Final = frozenset({"family", "group"})
"""Records that are blank where the beneficiary is a person."""
_TERMS: Final[Mapping[type[Term], Term]] = {
    ActivityLevel: ActivityLevel.AKTIF,
    Education: Education.SLTA,
    FamilyRelation: FamilyRelation.KEPALA_KELUARGA,
    MaritalStatus: MaritalStatus.KAWIN,
    Occupation: Occupation.PETANI_PEKEBUN,
    PPKSCategory: PPKSCategory.FAKIR_MISKIN,
    Religion: Religion.ISLAM,
    Sex: Sex.PEREMPUAN,
    TrainingTier: TrainingTier.DASAR,
}
"""Vocabulary → the term in the example; the first term of other vocabularies."""
_REGIONS: Final[Mapping[RegionLevel, tuple[str, str]]] = {
    RegionLevel.PROVINCE: ("Kalimantan Selatan", "63"),
    RegionLevel.REGENCY: ("Kabupaten Tanah Bumbu", "63.10"),
    RegionLevel.DISTRICT: ("Angsana", "63.10.09"),
    RegionLevel.VILLAGE: ("Angsana", "63.10.09.2005"),
}
"""Level → name and code of a region."""
_VALUES: Final[Mapping[type, str]] = {
    NIK: "9901015708900001",
    KK: "9901010503240000",
    PhoneNumber: "080000000123",
    RegionCode: _REGIONS[RegionLevel.VILLAGE][1],
    ProgrammeId: "PKH",
    date: _DATE,
    time: "08:00",
    DateRange: "5-7 Maret 2024",
    Quarter: "Triwulan III 2025",
}
"""Type of a value → its example."""


def example_values(layout: Layout[Any]) -> dict[Column, str | int]:
    """Return the example of each column of a template that has one."""
    has_regency = {one.path for one in layout.columns if one.level is RegionLevel.REGENCY}
    values: dict[Column, str | int] = {}
    for column in template_columns(layout):
        value: str | int | None = None
        if column.level is not None:
            value = _REGIONS[column.level][0 if column.path in has_regency else 1]
        elif column.path is not None:
            value = _value(column.path, column_type(layout, column))
        elif any(is_birth(part.path) for part in column.parts):
            value = f"{_NAMES['birth_place']}, {_NAMES['birth_date']}"
        if value is not None:
            values[column] = value
    return values


def example_option(record_class: type[Any], path: str) -> str:
    """Return an example of a value that the option ``--value`` gives to all rows."""
    field_type = unwrap_optional(field_type_at(record_class, steps_of(path)))
    if isinstance(field_type, TermType):
        return str(_term(field_type).value)
    return _OPTION_DATE if field_type.python_type is date else "\u2026"


def _term(field_type: TermType) -> Term:
    chosen = (_TERMS[one] for one in field_type.vocabularies if one in _TERMS)
    return next(chosen, None) or next(iter(field_type.vocabularies[0]))


def _value(path: str, field_type: FieldType) -> str | int | None:
    """Return the example of a field; None for one that most people leave blank."""
    names = [step for step in steps_of(path) if isinstance(step, str)]
    name = names[-1]
    inner = unwrap(field_type)
    is_blank = name in _LEFT_BLANK or not _OTHER_SUBJECTS.isdisjoint(names)
    if is_blank or inner.python_type is Extensions:
        return None
    for end, value in _PATHS.items():
        if path.endswith(end):
            return value
    if isinstance(inner, TermType):
        return entry_of(_term(inner), inner.vocabularies)
    if name in _NAMES:
        return _NAMES[name]
    if isinstance(inner, IntegerType):
        return max(inner.minimum, 1)
    return _of_class(inner)


def _of_class(field_type: FieldType) -> str | None:
    value_class = field_type.python_type
    if isinstance(field_type, TextType):
        return "Contoh"
    if value_class in _VALUES:
        return _VALUES[value_class]
    if is_part(value_class):
        return YES
    return "contoh-1" if value_class.__name__.endswith("Id") else None
