"""Columns of texts or numbers as values, and the codes of the rows that are invalid.

1. A kernel of Arrow finds the rows whose text is certainly valid.
2. Each different text of the other rows is parsed once, by the function that parses a single text.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from .arrow import (
    NO_VALUE,
    Array,
    Column,
    DataType,
    arrow,
    chunked,
    compute,
    counted,
    distinct_values,
    slices,
)
from .cells import is_nested, is_text, stored, taken, valid_text

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
"""The values of some rows, and the numbers of their codes."""
Step = Callable[[Array], Pair]
CODE_TYPE: Final[DataType] = arrow.int16()
"""The type of the numbers of codes."""


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

    def __repr__(self) -> str:
        """Return the number of rows and issues, without the data."""
        rows = len(self.codes)
        return f"<ParsedColumn of {rows} rows: {rows - self.codes.null_count} issues>"


class Kernel(NamedTuple):
    """How Arrow reads most texts of a column, in steps.

    Each step gets the texts that the steps before it have not judged. It returns for each its value
    or the number of its code; neither for those that it does not judge.
    """

    steps: Sequence[Step]
    codes: Sequence[str] = ()
    """The codes, by their numbers."""
    value_type: DataType = None
    """The type of the values of the steps; None if it is that of the column."""


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
        self._name, self._parse, self._digits = name, parse, digits
        self._kernel = Kernel(()) if kernel is None else kernel
        self._value_type = arrow.string() if value_type is None else value_type
        self._step_type = self._kernel.value_type or self._value_type

    def parse(self, column: Column) -> ParsedColumn:
        """Return the values and codes of a column.

        Raises:
            TypeError: it is no column, or its type cannot hold such values.

        """
        found = chunked(column)
        if arrow.types.is_dictionary(found.type):
            chunks: list[Array] = []
            with suppress(arrow.ArrowException):  # such as too many values for the indices
                chunks = found.unify_dictionaries().chunks
            if chunks:
                return self._of_dictionaries(chunks)
        codes = _Codes(self._kernel.codes)
        pairs = [self._of_rows(self._readable(one), codes) for one in slices(found)]
        return self._parsed(
            [self._canonical(values) for values, _ in pairs],
            [codes.texts_of(numbers) for _, numbers in pairs],
        )

    def _of_dictionaries(self, chunks: list[Array]) -> ParsedColumn:
        """Return the values and codes of chunks that refer to the rows of one array."""
        distinct = self.parse(chunks[0].dictionary)
        values, codes = (one.combine_chunks() for one in distinct)
        return self._parsed(
            [taken(values, one.indices) for one in chunks],
            [taken(codes, one.indices) for one in chunks],
        )

    def _parsed(self, values: list[Array], codes: list[Array]) -> ParsedColumn:
        return ParsedColumn(
            arrow.chunked_array(values, type=self._value_type),
            arrow.chunked_array(codes, type=arrow.string()),
        )

    def _canonical(self, values: Array) -> Array:
        """Return values of the type of the column."""
        if values.type == self._value_type:
            return values
        texts = values.cast(arrow.binary())  # to cast them to texts would check each letter
        return arrow.Array.from_buffers(self._value_type, len(texts), texts.buffers())

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

    def _of_rows(self, array: Array, codes: "_Codes") -> Pair:
        """Return the values of some rows, and the numbers of their codes."""
        if self._kernel.steps and is_text(array.type):
            return self._by_steps(array, self._kernel.steps, codes)
        is_present = compute.invert(compute.is_null(array, nan_is_null=True))
        own = self._one_by_one(array.filter(is_present), codes)
        return placed(unjudged(len(array), self._step_type), is_present, own)

    def _by_steps(self, texts: Array, steps: Sequence[Step], codes: "_Codes") -> Pair:
        """Return the values of texts, and the numbers of their codes."""
        if not steps:
            return self._one_by_one(texts, codes)
        found = steps[0](texts)
        rest = compute.and_(texts.is_valid(), compute.and_(*map(compute.is_null, found)))
        if not rest.true_count:
            return found
        return placed(found, rest, self._by_steps(texts.filter(rest), steps[1:], codes))

    def _one_by_one(self, array: Array, codes: "_Codes") -> Pair:
        """Return the values and codes of rows, each different one parsed once."""
        distinct, indices = distinct_values(valid_text(array) if is_text(array.type) else array)
        results = [self._result(one) for one in distinct]
        values = arrow.array([one.value for one in results], self._step_type)
        numbers = arrow.array([codes.number_of(one.code) for one in results], CODE_TYPE)
        return values.take(indices), numbers.take(indices)

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


class _Codes:
    """The codes of a column, each with a number."""

    def __init__(self, names: Sequence[str]) -> None:
        """Take the codes that have the first numbers."""
        self._numbers = {name: number for number, name in enumerate(names)}

    def number_of(self, name: str | None) -> int | None:
        """Return the number of a code, None for no code."""
        return None if name is None else self._numbers.setdefault(name, len(self._numbers))

    def texts_of(self, numbers: Array) -> Array:
        """Return the codes that have these numbers."""
        if numbers.null_count == len(numbers):
            return arrow.nulls(len(numbers), arrow.string())
        return arrow.array(self._numbers, arrow.string()).take(numbers)


def unjudged(rows: int, value_type: DataType) -> Pair:
    """Return rows without values and codes."""
    return arrow.nulls(rows, value_type), arrow.nulls(rows, CODE_TYPE)


def placed(found: Pair, mask: Array, own: Pair) -> Pair:
    """Return values and numbers of codes, with others in the rows of a mask."""
    values, numbers = (
        _placed(array, mask, others) for array, others in zip(found, own, strict=True)
    )
    return values, numbers


def _placed(array: Array, mask: Array, own: Array) -> Array:
    if not is_text(array.type):
        return compute.replace_with_mask(array, mask, own)
    places = compute.replace_with_mask(
        arrow.nulls(len(array), arrow.int32()), mask, counted(len(own))
    )
    return compute.if_else(mask, own.take(places), array)
