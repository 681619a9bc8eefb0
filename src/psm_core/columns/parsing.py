"""Columns of texts or numbers as values, and the codes of the rows that are invalid.

1. A kernel of Arrow finds the rows whose text is certainly valid.
2. Each different text of the other rows is parsed once, by the function that parses a single text.
"""

from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from .arrow import Array, Column, DataType, arrow, chunked, compute, slices

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

    valid: str
    """The pattern of valid texts."""
    separated: str
    """The pattern of texts from which `separators` may be removed first."""
    separators: str
    """The pattern of what separates digits."""
    codes: tuple[tuple[str, str], ...] = ()
    """Patterns of invalid texts, each with the code of the issue; the first match counts."""
    prefix: str | None = None
    """The pattern of what is replaced to make valid texts canonical; None if they are."""
    replacement: str = ""

    def values_of(self, texts: Array) -> Array:
        """Return the canonical texts; null where a text is not surely valid."""
        is_valid = compute.match_substring_regex(texts, self.valid)
        nothing = arrow.scalar(None, texts.type)
        values = compute.if_else(is_valid, texts, nothing).cast(arrow.string())
        if self.prefix is None:
            return values
        return compute.replace_substring_regex(values, self.prefix, self.replacement)

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

        `name` is what the columns hold, for messages. With `digits`, integers are read as digits;
        otherwise `parse` gets the numbers.
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
            pairs = self._of_dictionaries(found.unify_dictionaries().chunks)
        else:
            pairs = [self._of_rows(self._readable(one)) for one in slices(found)]
        return ParsedColumn(
            arrow.chunked_array([values for values, _ in pairs], type=self._value_type),
            arrow.chunked_array([codes for _, codes in pairs], type=arrow.string()),
        )

    def _of_dictionaries(self, chunks: list[Array]) -> list[Pair]:
        """Return the values and codes of chunks that refer to the rows of one array."""
        if not chunks:
            return []
        values, codes = self._of_rows(self._readable(chunks[0].dictionary))
        return [(values.take(one.indices), codes.take(one.indices)) for one in chunks]

    def _readable(self, array: Array) -> Array:
        """Return an array of a type that this class reads."""
        kind = array.type
        if arrow.types.is_nested(kind) or arrow.types.is_dictionary(kind):
            raise TypeError(f"a column of {self._name} holds texts or numbers, not {kind}")
        if arrow.types.is_null(kind) or (self._digits and arrow.types.is_integer(kind)):
            return array.cast(arrow.string())
        if kind == arrow.string_view():
            return array.cast(arrow.large_string())
        if arrow.types.is_timestamp(kind):  # Python has no nanoseconds
            return array.cast(arrow.timestamp("us", tz=kind.tz), safe=False)
        return array

    def _of_rows(self, array: Array) -> Pair:
        """Return the values and codes of some rows."""
        is_present = compute.invert(compute.is_null(array, nan_is_null=True))
        if self._kernel is None or not _is_text(array.type):
            return _filled(is_present, self._one_by_one(array.filter(is_present)))
        values = self._kernel.values_of(array)
        rest = compute.and_(is_present, compute.is_null(values))
        if not compute.any(rest).as_py():
            return values, arrow.nulls(len(array), arrow.string())
        odd_values, codes = _filled(rest, self._of_odd_texts(self._kernel, array.filter(rest)))
        return compute.coalesce(values, odd_values), codes

    def _of_odd_texts(self, kernel: Kernel, texts: Array) -> Pair:
        """Return the values and codes of texts that are not canonical."""
        plain = kernel.without_separators(texts)
        values = kernel.values_of(plain)
        codes = compute.if_else(compute.is_valid(values), None, kernel.codes_of(plain))
        rest = compute.and_(compute.is_null(values), compute.is_null(codes))
        odd_values, odd_codes = _filled(rest, self._one_by_one(texts.filter(rest)))
        return compute.coalesce(values, odd_values), compute.coalesce(codes, odd_codes)

    def _one_by_one(self, array: Array) -> Pair:
        """Return the values and codes of rows, each different one parsed once."""
        distinct = array.dictionary_encode()
        results = [self._result(one) for one in distinct.dictionary.to_pylist()]
        values, codes = [one.value for one in results], [one.code for one in results]
        indices = distinct.indices
        return (
            arrow.array(values, self._value_type).take(indices),
            arrow.array(codes, arrow.string()).take(indices),
        )

    def _result(self, value: Any) -> Parsed:  # noqa: ANN401 - what Arrow returns
        """Return the value or the issue of a text, number or date."""
        if isinstance(value, bytes):
            value = value.decode(errors="replace")
        elif isinstance(value, Decimal):
            value = int(value) if value == value.to_integral_value() else float(value)
        return self._parse(value)


def _is_text(kind: DataType) -> bool:
    return kind in {arrow.string(), arrow.large_string()}


def _filled(mask: Array, pair: Pair) -> Pair:
    """Return columns with these values and codes in the rows of a mask, and null in others."""
    values, codes = (
        compute.replace_with_mask(arrow.nulls(len(mask), one.type), mask, one) for one in pair
    )
    return values, codes
