"""Rules of a template for cells: drop-down lists, lengths of numbers, dates.

A cell that breaks a rule is accepted after a question: a list may have other words, and a person
may have no NIK.
"""

from datetime import date
from typing import Any, Final

from ..._core.field_types import FieldType, IntegerType
from ...values.personal_number import PersonalNumber

_NUMBER_RULE: Final = 'OR({0}="-",AND(LEN({1})=16,ISNUMBER(VALUE({1}))))'
_DATE_RULE: Final = (
    "OR(ISNUMBER({0}),ISNUMBER(VALUE(RIGHT(TRIM({0}),4))),ISNUMBER(VALUE(LEFT(TRIM({0}),4))))"
)
_NUMBER_ERROR: Final = "Tulis 16 angka sesuai KTP atau KK. Kosongkan bila nomornya tidak ada."
_DATE_ERROR: Final = "Tulis hari-bulan-tahun, misalnya 31-08-1990."
_LIST_ERROR: Final = "Pilih dari daftar."
_INTEGER_ERROR: Final = "Tulis bilangan bulat dari {0} sampai {1}, angka saja."


def list_rule(sheet: str, column: str, count: int) -> Any:  # noqa: ANN401 - of openpyxl
    """Return the rule that a cell is one of the entries in a column of another sheet."""
    return _rule("list", _LIST_ERROR, formula1=f"{sheet}!${column}$2:${column}${count + 1}")


def rule_of(field_type: FieldType, first_cell: str) -> Any | None:  # noqa: ANN401 - of openpyxl
    """Return the rule for the cells of a field that has no list of entries, or None."""
    if issubclass(field_type.python_type, PersonalNumber):
        digits = f'SUBSTITUTE(SUBSTITUTE({first_cell}," ",""),".","")'
        return _rule("custom", _NUMBER_ERROR, formula1=_NUMBER_RULE.format(first_cell, digits))
    if field_type.python_type is date:
        return _rule("custom", _DATE_ERROR, formula1=_DATE_RULE.format(first_cell))
    if isinstance(field_type, IntegerType):
        bounds = (str(field_type.minimum), str(field_type.maximum))
        error = _INTEGER_ERROR.format(*bounds)
        return _rule("whole", error, operator="between", formula1=bounds[0], formula2=bounds[1])
    return None


def _rule(kind: str, error: str, **more: str) -> Any:  # noqa: ANN401 - of openpyxl
    from ..files.extras import datavalidation  # noqa: PLC0415 - the extra may be missing

    attributes: dict[str, Any] = {"type": kind, "error": error, **more}
    return datavalidation.DataValidation(
        allow_blank=True,
        showErrorMessage=True,
        errorStyle="warning",
        errorTitle="Periksa isian",
        **attributes,
    )
