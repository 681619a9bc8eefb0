"""Columns of NIK, KK, telephone numbers, region codes, dates and terms."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import cache, partial
from typing import TypeVar, cast

from .._core.arguments import items_of, require_subclass
from .._core.field_types import InstanceType, TermType
from .._core.text_value import TextValue, parse_or_issue, unmasked_text
from ..errors import Issue, ParseError
from ..tables.cells.term_words import require_code_lists
from ..tables.cells.values import CellReader, reader_of
from ..tables.cells.warnings import WithWarning
from ..terms import Term
from ..values.dates import parse_date
from ..values.kk import KK
from ..values.nik import NIK
from ..values.phone import PhoneNumber
from ..values.region_code import RegionCode
from .arrow import Column, arrow
from .date_kernel import DATE_KERNEL
from .number_kernels import KK_KERNEL, NIK_KERNEL
from .parsing import ColumnParser, Kernel, Parsed, ParsedColumn
from .phone_kernel import PHONE_KERNEL

__all__ = ["dates", "kks", "niks", "phones", "region_codes", "terms"]

V = TypeVar("V", bound=TextValue)


def niks(column: Column, /) -> ParsedColumn:
    """Return a column of NIK as 16 digits, and the codes of `NIK.parse`.

    Integers and whole decimals are read as digits. A column of floats may have lost the last digit,
    so each of its numbers is ``nik.numeric_cell``.

    Raises:
        TypeError: it is no column of texts or numbers.

    >>> import pyarrow as pa
    >>> from psm_core import columns
    >>> parsed = columns.niks(pa.array(["9901 0141 0890 0001", "9901014108900001", "-", None]))
    >>> parsed.codes.to_pylist()
    [None, None, 'nik.placeholder', None]

    """
    return _value_parser(NIK, NIK_KERNEL, digits=True).parse(column)


def kks(column: Column, /) -> ParsedColumn:
    """Return a column of KK as 16 digits, and the codes of `KK.parse`, otherwise as `niks`.

    Each number in a column of floats is ``kk.numeric_cell``.

    Raises:
        TypeError: it is no column of texts or numbers.

    >>> import pyarrow as pa
    >>> from psm_core import columns
    >>> columns.kks(pa.array(["9901010108900001", "9901014108900001"])).codes.to_pylist()
    [None, 'kk.is_nik']

    """
    return _value_parser(KK, KK_KERNEL, digits=True).parse(column)


def phones(column: Column, /) -> ParsedColumn:
    """Return a column of telephone numbers in international form, and the codes of `PhoneNumber`.

    In a column of numbers, a mobile number without a country code has lost the leading zero. It is
    added, with the warning ``phone.zero_lost``.

    Raises:
        TypeError: it is no column of texts or numbers.

    >>> import pyarrow as pa
    >>> from psm_core import columns
    >>> columns.phones(pa.array(["0800 0000 123", "0800"])).values.to_pylist()
    ['+628000000123', None]

    """
    return _value_parser(PhoneNumber, PHONE_KERNEL).parse(column)


def region_codes(column: Column, /) -> ParsedColumn:
    """Return a column of region codes with their dots, and the codes of `RegionCode.parse`.

    Numbers have lost dots and zeros, so each is ``region_code.number``. Whether a code is in force
    says `crosswalk`.

    Raises:
        TypeError: it is no column of texts or numbers.

    >>> import pyarrow as pa
    >>> from psm_core import columns
    >>> columns.region_codes(pa.array([63.1])).codes.to_pylist()
    ['region_code.number']

    """
    return _value_parser(RegionCode).parse(column)


def dates(column: Column, /) -> ParsedColumn:
    """Return a column of dates as type ``date32``, and the codes of `psm_core.values.parse_date`.

    Columns of dates and times are accepted; a time of day that is not midnight is an issue, and
    so is a year that cannot be meant.

    Raises:
        TypeError: it is no column of texts, numbers, dates or times.

    >>> import pyarrow as pa
    >>> from psm_core import columns
    >>> columns.dates(pa.array(["17-08-1945", "17 Agustus 1945", "1945"])).values.to_pylist()
    [datetime.date(1945, 8, 17), datetime.date(1945, 8, 17), None]

    """
    return _date_parser().parse(column)


def terms(
    column: Column, vocabulary: type[Term], /, *, code_lists: Iterable[str] = ()
) -> ParsedColumn:
    """Return a column of the terms of a vocabulary as slugs, and the codes of its `parse`.

    `code_lists` are the lists whose codes the column uses, if several are in use.

    Raises:
        TypeError: it is no column of texts or numbers, or another argument is of a wrong type.
        ValueError: there is no such list of codes.

    >>> import pyarrow as pa
    >>> from psm_core import columns
    >>> from psm_core.terms import Sex
    >>> parsed = columns.terms(pa.array(["Laki-laki", "P", "?"]), Sex)
    >>> parsed.values.to_pylist(), parsed.codes.to_pylist()
    (['laki-laki', 'perempuan', None], [None, None, 'term.unknown'])

    """
    require_subclass(Term, vocabulary)
    lists = items_of(str, "a list of names for code_lists=", code_lists)
    require_code_lists(lists)
    read = reader_of(TermType(vocabulary), code_lists=lists)
    parse = partial(_parsed, read if lists else vocabulary.parse, read)
    return ColumnParser(vocabulary.__name__, parse).parse(column)


@cache
def _value_parser(
    value_class: type[V], kernel: Kernel | None = None, *, digits: bool = False
) -> ColumnParser:
    parse = partial(
        _parsed, partial(parse_or_issue, value_class), reader_of(InstanceType(value_class))
    )
    return ColumnParser(value_class.__name__, parse, kernel=kernel, digits=digits)


@cache
def _date_parser() -> ColumnParser:
    parse = partial(_parsed, parse_date, reader_of(InstanceType(date)))
    return ColumnParser("dates", parse, value_type=arrow.date32(), kernel=DATE_KERNEL)


def _parsed(parse_text: Callable[[str], object], read: CellReader, value: object) -> Parsed:
    """Return what a text means, or a number or date as in a cell of a spreadsheet."""
    try:
        found = parse_text(value) if isinstance(value, str) else read(value)
    except ParseError as error:
        return Parsed(None, error.code)
    if isinstance(found, Issue):
        return Parsed(None, found.code)
    if isinstance(found, WithWarning):
        return Parsed(_plain(found.value), found.warning.code)
    return Parsed(_plain(found))


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value
    return unmasked_text(value) if isinstance(value, TextValue) else cast("Term", value).value
