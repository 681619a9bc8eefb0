"""Columns of texts or numbers as values, and the codes of the rows that are invalid.

1. A kernel of Arrow finds the rows whose text is certainly valid.
2. Each different text of the other rows is parsed once, by the function that parses a single text.
"""

from collections.abc import Callable
from contextlib import suppress
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from .arrow import (
    NO_VALUE,
    Array,
    Column,
    DataType,
    arrow,
    chunked,
    compute,
    distinct_values,
    slices,
)
from .cells import is_nested, stored, taken, valid_text

if TYPE_CHECKING:
    import pyarrow as pa


class Parsed(NamedTuple):
    """What one text, number or date means."""

    value: object | None
    """Plain data; None if it is invalid."""
    code: str | None = None
    """The code of the issue: an error, or a warning about the value."""


Parse = Callable[[Any], Parsed]
Pair = tuple[Array, Array]
"""The values of some rows, and their codes."""


class ParsedColumn(NamedTuple):
    """The values of a column, and the codes of the issues.

    >>> import pyarrow as pa
    >>> from psm_core import columns
    >>> parsed = columns.region_codes(pa.array(["63.10", "Tanah Bumbu", None]))
    >>> parsed.values.to_pylist(), parsed.codes.to_pylist()
    (['63.10', None, None], [None, 'region_code.format', None])
    """

    values: "pa.ChunkedArray[Any]"
    """The canonical values; null in a row without a valid value."""
    codes: "pa.ChunkedArray[Any]"
    """The codes of the issues, as text; null in a row without an issue. A row with a value and a
    code has a warning."""


class Kernel(NamedTuple):
    """How Arrow finds texts that are certainly valid or invalid. A pattern is of a whole text."""

    are_valid: Callable[[Array], Array]
    """Returns whether each text is certainly valid; null for a null."""
    separated: str
    """The pattern of texts from which `separators` may be removed first."""
    separators: str
    """The pattern of what separates digits."""
    codes: tuple[tuple[str, str], ...] = ()
    """Patterns of invalid texts, each with the code of the issue; the first match counts."""
    prefix: str | None = None
    """The pattern of what is replaced to make valid texts canonical; None if they are."""
    replacement: str = ""

    def canonical(self, texts: Array) -> Array:
        """Return valid texts in canonical form."""
        plain = texts.cast(arrow.string())
        if self.prefix is None:
            return plain
        return compute.replace_substring_regex(plain, self.prefix, self.replacement)

    def without_separators(self, texts: Array) -> Array:
        """Return the texts without separators, where these mean nothing else."""
        is_separated = compute.match_substring_regex(texts, self.separated)
        plain = compute.replace_substring_regex(texts, self.separators, "")
        return compute.if_else(is_separated, plain, texts)

    def codes_of(self, texts: Array) -> Array:
        """Return the codes of surely invalid texts."""
        codes: Array = arrow.nulls(len(texts), arrow.string())
        for pattern, code in reversed(self.codes):
            codes = compute.if_else(compute.match_substring_regex(texts, pattern), code, codes)
        return codes


class ColumnParser:
    """Parses columns of one kind of value."""

    def __init__(
        self,
        name: str,
        parse: Parse,
        *,
        value_type: DataType = None,
        kernel: Kernel | None = None,
        digits: bool = False,
    ) -> None:
        """Prepare.

        `name` is what the columns hold, for messages. With `digits`, whole numbers that are no
        floats are read as digits; otherwise `parse` gets the numbers.
        """
        self._name, self._parse, self._kernel, self._digits = name, parse, kernel, digits
        self._value_type = arrow.string() if value_type is None else value_type

    def parse(self, column: Column) -> ParsedColumn:
        """Return the values and codes of a column.

        Raises:
            TypeError: it is no column, or its type cannot hold such values.

        """
        found = chunked(column)
        if arrow.types.is_dictionary(found.type):
            pairs = self._of_dictionaries(found)
        else:
            pairs = [self._of_rows(self._readable(one)) for one in slices(found)]
        return ParsedColumn(
            arrow.chunked_array([values for values, _ in pairs], type=self._value_type),
            arrow.chunked_array([codes for _, codes in pairs], type=arrow.string()),
        )

    def _of_dictionaries(self, column: Array) -> list[Pair]:
        """Return the values and codes of chunks that refer to the rows of other arrays."""
        chunks: list[Array] = []
        with suppress(arrow.ArrowException):  # such as too many values for the type of the indices
            chunks = column.unify_dictionaries().chunks
        if not chunks:
            return [self._of_rows(self._readable(one)) for one in slices(column)]
        values, codes = self._of_rows(self._readable(chunks[0].dictionary))
        return [(taken(values, one.indices), taken(codes, one.indices)) for one in chunks]

    def _readable(self, array: Array) -> Array:
        """Return an array of a type that this class reads."""
        if is_nested(array.type):
            raise TypeError(f"a column of {self._name} holds texts or numbers, not {array.type}")
        array = stored(array)
        kind = array.type
        if arrow.types.is_null(kind) or (self._digits and arrow.types.is_integer(kind)):
            return array.cast(arrow.string())
        if arrow.types.is_timestamp(kind) and kind.unit == "ns":  # Python has no nanoseconds
            return array.cast(arrow.timestamp("us", tz=kind.tz), safe=False)
        return array

    def _of_rows(self, array: Array) -> Pair:
        """Return the values and codes of some rows."""
        is_present = compute.invert(compute.is_null(array, nan_is_null=True))
        if self._kernel is None or not _is_text(array.type):
            return _filled(is_present, self._one_by_one(array.filter(is_present)))
        kernel = self._kernel
        rest = compute.and_not(is_present, kernel.are_valid(array).fill_null(False))  # noqa: FBT003
        if not rest.true_count:
            return kernel.canonical(array), arrow.nulls(len(array), arrow.string())
        values, codes = _filled(rest, self._of_odd_texts(kernel, array.filter(rest)))
        return compute.if_else(rest, values, kernel.canonical(array)), codes

    def _of_odd_texts(self, kernel: Kernel, texts: Array) -> Pair:
        """Return the values and codes of texts that are not canonical."""
        codes = kernel.codes_of(texts)
        rest = compute.is_null(codes)
        if not rest.true_count:
            return arrow.nulls(len(texts), self._value_type), codes
        values, odd_codes = _filled(rest, self._of_separated(kernel, texts.filter(rest)))
        return values, compute.coalesce(codes, odd_codes)

    def _of_separated(self, kernel: Kernel, texts: Array) -> Pair:
        """Return the values and codes of texts that are more than digits."""
        plain = kernel.without_separators(texts)
        are_valid = kernel.are_valid(plain)
        codes = compute.if_else(are_valid, None, kernel.codes_of(plain))
        values = compute.if_else(are_valid, kernel.canonical(plain), None)
        rest = compute.and_not(compute.is_null(codes), are_valid)
        odd_values, odd_codes = _filled(rest, self._one_by_one(texts.filter(rest)))
        return compute.coalesce(values, odd_values), compute.coalesce(codes, odd_codes)

    def _one_by_one(self, array: Array) -> Pair:
        """Return the values and codes of rows, each different one parsed once."""
        distinct, indices = distinct_values(valid_text(array) if _is_text(array.type) else array)
        results = [self._result(one) for one in distinct]
        values, codes = [one.value for one in results], [one.code for one in results]
        return (
            arrow.array(values, self._value_type).take(indices),
            arrow.array(codes, arrow.string()).take(indices),
        )

    def _result(self, value: Any) -> Parsed:  # noqa: ANN401 - what Arrow returns
        """Return the value or the issue of a text, number or date."""
        if value is NO_VALUE:
            return Parsed(None, "date.invalid")
        if isinstance(value, bytes):
            value = value.decode(errors="replace")
        elif isinstance(value, Decimal):
            is_whole = value == value.to_integral_value()
            number = int(value) if is_whole else float(value)
            value = str(number) if is_whole and self._digits else number
        return self._parse(value)


def _is_text(kind: DataType) -> bool:
    return kind in {arrow.string(), arrow.large_string()}


def _filled(mask: Array, pair: Pair) -> Pair:
    """Return columns with these values and codes in the rows of a mask, and null in others."""
    numbers = compute.subtract(compute.cumulative_sum(mask.cast(arrow.int32())), 1)
    places = compute.if_else(mask, numbers, None)
    values, codes = pair
    return values.take(places), codes.take(places)
