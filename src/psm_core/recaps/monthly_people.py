"""The people of a monthly report, by category, sex and age group."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from .._core.vocabulary import Term
from ..checks.context import person_ages
from ..records.beneficiaries import Beneficiary
from ..records.people import Person
from ..terms import Sex, SubjectUnit
from ..values.dates import Month
from ..values.ids import BeneficiaryId
from .ages import AgeBands
from .labels import distinct_labels
from .monthly_columns import NO_RECORD, UNCLASSIFIED, UNKNOWN
from .recap import Recap

Served = Mapping[BeneficiaryId, Beneficiary | None]
"""Each beneficiary of the month, with their record if it is known."""

_SEXES: Final = tuple(one.label for one in Sex)
_UNITS: Final = (SubjectUnit.KELUARGA.label, SubjectUnit.KELOMPOK.label)
_BY_CATEGORY: Final = (*_SEXES, *_UNITS, UNKNOWN)
_AGES: Final = AgeBands((0, 5, 18, 60))
"""Children are below 18, the elderly 60 and above."""
_PEOPLE: Final = "people of the month"


def people_by_category(served: Served | None, month: Month) -> Recap:
    """Return the number of beneficiaries by category, and by sex or kind of beneficiary.

    A beneficiary with several categories counts in each. A finding after the month does not count.
    """
    title = "Penerima layanan menurut kategori"
    if served is None:
        return _unknown(title, _BY_CATEGORY)
    found = {id_: _categories(one, month) for id_, one in served.items()}
    listed = sorted(
        {category for categories in found.values() for category in categories},
        key=lambda one: one.value,
    )
    labels = distinct_labels({one: (one.label, one.scheme.id) for one in listed})
    cells: Counter[tuple[str, str]] = Counter()
    for id_, one in served.items():
        rows = [labels[category] for category in found[id_]] or [_row_without_category(one)]
        cells.update((row, _column(one)) for row in rows)
    others = [row for row in (UNCLASSIFIED, NO_RECORD) if any(row == one for one, _ in cells)]
    each_once = all(len(categories) <= 1 for categories in found.values())
    return Recap.of(
        title,
        [*labels.values(), *others],
        _BY_CATEGORY,
        cells,
        row_keys={None: _PEOPLE} if each_once else None,
        column_keys={UNKNOWN: "unknown sex or record"},
    )


def people_by_age(served: Served | None, month: Month) -> Recap:
    """Return the number of single persons by age group on the last day of the month, and by sex.

    A person whose possible ages are in different groups counts as unknown.
    """
    title = "Perseorangan menurut umur dan jenis kelamin"
    columns, rows = (*_SEXES, UNKNOWN), (*_AGES.labels, UNKNOWN)
    if served is None:
        return _unknown(title, columns, rows)
    people = [one.person for one in served.values() if one is not None and one.person is not None]
    cells = Counter((_age_group(one, month), _sex(one)) for one in people)
    return Recap.of(title, rows, columns, cells, row_keys={None: _PEOPLE})


def _unknown(title: str, columns: tuple[str, ...], rows: Iterable[str] = (UNKNOWN,)) -> Recap:
    """Return a table without any known count."""
    rows = tuple(rows)
    return Recap.of(title, rows, columns, {(row, one): None for row in rows for one in columns})


def _categories(one: Beneficiary | None, month: Month) -> frozenset[Term]:
    findings = () if one is None else one.classifications
    return frozenset(each.category for each in findings if each.date <= month.end)


def _row_without_category(one: Beneficiary | None) -> str:
    return NO_RECORD if one is None else UNCLASSIFIED


def _column(one: Beneficiary | None) -> str:
    if one is None:
        return UNKNOWN
    return one.unit.label if one.person is None else _sex(one.person)


def _sex(person: Person) -> str:
    sex = person.sex or (person.nik.sex if person.nik else None)
    return UNKNOWN if sex is None else sex.label


def _age_group(person: Person, month: Month) -> str:
    return _AGES.label_of(person_ages(person, month.end)) or UNKNOWN
