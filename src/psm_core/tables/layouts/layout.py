"""`Layout` and `Column`: the headings of a kind of file, and the field that each column fills."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final, Generic, TypeVar, final

import attrs

from ..._core.field_paths import field_type_at, steps_of
from ..._core.field_types import CollectionType, FieldType, unwrap_optional
from ..._core.record import is_record_class, record_info
from ..._core.text import without_invisible
from ..._frozen import FrozenType, frozen_dict
from ...terms import RegionLevel
from ...values.date_range import DateRange
from ...values.region_code import RegionCode
from ..cells.term_words import require_code_lists

T = TypeVar("T")
Split = Callable[[str], Sequence[str | None]]
"""A function from the text of a cell to the text of each part; None for a missing part. It raises
`ParseError` if it cannot split the text."""
BLANK: Final = frozenset({"", "-", "--", "\u2013", "\u2014", "n/a", "nihil"})
"""What people write into a cell without a value."""


def folded(heading: object) -> str:
    """Return a heading without case, blanks and punctuation, to compare spellings of a heading."""
    return re.sub(r"[\W_]+", "", without_invisible(str(heading)).casefold())


@lru_cache(maxsize=2048)
def folded_once(heading: str) -> str:
    """Return `folded` of a heading of a layout. The built-in layouts share most headings."""
    return folded(heading)


def _headings(headings: str | Iterable[str]) -> tuple[str, ...]:
    return (headings,) if isinstance(headings, str) else tuple(headings)


@final
@attrs.frozen
class Column(metaclass=FrozenType):
    """One column: its headings, and the field that it fills.

    >>> Column("person.nik", ("NIK", "No. KTP"), required=True).headings
    ('NIK', 'No. KTP')
    >>> Column("person.name", "Nama").headings
    ('Nama',)
    """

    path: str | None
    """The field as a dotted path, such as ``person.nik`` or ``assignments.0.serves``.

    If the path is that of a record (``certifications.0``), the cells say whether there is one
    (*ya*, *tidak*). None if the column is known but not read."""
    headings: tuple[str, ...] = attrs.field(converter=_headings)
    """The headings by which the column is recognised. Templates use the first one.

    Write a heading over two rows as ``TEMPAT TUGAS / KECAMATAN``, or only its lower part."""
    required: bool = attrs.field(default=False, kw_only=True)
    """Whether a file must have the column. Its cells may be blank if the field is optional."""
    level: RegionLevel | None = attrs.field(default=None, kw_only=True)
    """The level of the region whose name or code is in the column.

    Several columns with one path, such as kecamatan and desa, together give one region."""
    blank: frozenset[str] = attrs.field(default=BLANK, kw_only=True)
    """The words in lower case that mean "no value", such as ``-``."""
    without: tuple[str, ...] = attrs.field(default=(), kw_only=True)
    """Words before the value that are not part of it, such as ``DUSUN``."""
    is_evidence: bool = attrs.field(default=True, kw_only=True)
    """Whether the heading counts when the layout is detected.

    False for a heading such as ``Status``, which other lists use for something else. If the column
    is not read either, the heading counts against the layout."""
    note: str = attrs.field(default="", kw_only=True)
    """A hint in Indonesian for those who fill in a template."""
    is_age: bool = attrs.field(default=False, kw_only=True)
    """Whether the cells contain ages. They fill the birth date at the path where no other column
    does, if the option `ages_stated_on` gives the day on which they hold."""
    is_code: bool = attrs.field(default=False, kw_only=True)
    """Whether the cells contain region codes of any level, beside columns with names.

    A cell without a code with dots is left out with a warning: a code without dots can be that of
    the statistics office. `level` is then the lowest one."""
    is_chosen: bool = attrs.field(default=False, kw_only=True)
    """Whether the caller of `read` chose the first heading, with the option `headings`. No other
    column has to confirm it."""
    parts: tuple["Column", ...] = attrs.field(default=(), kw_only=True)
    """A column for each value, if the cells contain several, such as ``Batulicin, 17-08-1990``.

    The path of the column itself is then None."""
    split: Split | None = attrs.field(default=None, kw_only=True)
    """The function that splits a cell into these parts.

    It returns a text for each part: None for a part that is missing, ``""`` for one that may be
    missing. It raises `ParseError` if it cannot split the text."""

    def __attrs_post_init__(self) -> None:
        """Validate `parts` and `split`.

        Raises:
            ValueError: there are parts but no `split`, `split` but no parts, or parts and a path.

        """
        if bool(self.parts) is (self.split is None) or (self.parts and self.path is not None):
            raise ValueError("a column with parts needs a split function and the path None")

    def fields(self) -> tuple["Column", ...]:
        """Return the columns of the parts, or this column if it has none.

        >>> Column("name", "Nama").fields()[0].path
        'name'
        """
        return self.parts or (self,)


@final
@attrs.frozen
class Layout(Generic[T], metaclass=FrozenType):
    """The layout of one kind of file: its columns, and the values that all rows have.

    An application can define its own in a few lines:

    >>> from psm_core import Person
    >>> from psm_core.terms import Citizenship
    >>> layout = Layout("warga", "Daftar warga", Person, (
    ...     Column("nik", "NIK", required=True),
    ...     Column("name", ("Nama", "Nama Lengkap"), required=True),
    ... ), constants={"citizenship": Citizenship.WNI})
    """

    name: str
    """The short name for ``--layout`` and `layout`."""
    title: str
    """A description of the file, in Indonesian."""
    record_class: type[T]
    """The record class of a row."""
    columns: tuple[Column, ...]
    """The columns, in the order of a template."""
    constants: Mapping[str, object] = attrs.field(
        factory=dict[str, object], converter=frozen_dict, kw_only=True
    )
    """Path → a value that every row has, although no column contains it.

    A constant of a record inside the row, such as ``assignments.0.pillar``, is set only in rows
    that fill other fields of that record, if it has columns and all of them are optional."""
    required_values: Mapping[str, str] = attrs.field(
        factory=dict[str, str], converter=frozen_dict, kw_only=True
    )
    """Path → a description of a value that no column contains and that the caller must give."""
    end: str | None = attrs.field(default=None, kw_only=True)
    """The beginning of the first filled cell in the row after the table, such as ``###``."""
    groups: Mapping[str, str] = attrs.field(
        factory=dict[str, str], converter=frozen_dict, kw_only=True
    )
    """First word of a group row → the path that the rest of this row fills in the rows below it.

    For example, a row ``Dusun: Mawar`` above the people of this hamlet."""
    facts_above: tuple[Column, ...] = attrs.field(default=(), kw_only=True)
    """The facts in lines above the headings, such as ``Tempat : Aula``. They fill every row.

    The headings of such a column are the words before the colon. If it is required, the layout is
    detected without `record_class` only if a sheet has it. A column that fills the same field, and
    the argument `values`, take precedence. A fact may have parts, as ``RT/RW : 01/02``."""
    serials: bool = attrs.field(default=False, kw_only=True)
    """Whether dates may be serial numbers of a spreadsheet, such as 45000."""
    code_lists: tuple[str, ...] = attrs.field(default=(), kw_only=True)
    """The lists whose codes the file uses, by id, such as ``status-perkawinan-4``.

    They are needed for codes that mean different things in the lists in use."""
    within: RegionCode | None = attrs.field(default=None, kw_only=True)
    """The region in which names of regions are looked up, where the option `within` is not given.
    """
    extra_columns: tuple[Column, ...] = attrs.field(default=(), kw_only=True)
    """Further columns that a file may have. Templates do not have them."""
    words: tuple[str, ...] = attrs.field(default=(), kw_only=True)
    """Words by which files with this layout are recognised, in a title, a heading, or the name of a
    sheet or file.

    Without `record_class`, such a layout is detected only if the file has one of the words, or a
    column that lists of people do not have."""
    needs_word: bool = attrs.field(default=False, kw_only=True)
    """Whether such a layout is detected without `record_class` only if the file has a word."""
    is_export: bool = attrs.field(default=False, kw_only=True)
    """Whether psm-core wrote the file, so that each row below the headings is a record."""
    rows: str | None = attrs.field(default=None, kw_only=True)
    """The list of which each row is one item, such as ``memberships``, if several rows make one
    record. Columns fill the item 0: ``memberships.0.relation``. None if each row is a record.

    Other fields belong to the record. Their cells may be blank below a filled one, and must agree.
    """
    row_key: tuple[str, ...] = attrs.field(default=(), kw_only=True)
    """The fields of the record that decide which rows make one record, such as ``kk``.

    A blank cell below a filled one means the same record. Without `row_key`, all rows of the table
    make one record."""
    row_starts: Mapping[str, object] = attrs.field(
        factory=dict[str, object], converter=frozen_dict, kw_only=True
    )
    """Path → the value with which a row without a key begins a record.

    For example, the head of a family without a number of the family card. Below a row with a key,
    only a second such row begins another record."""
    sheet_name: str | None = attrs.field(default=None, kw_only=True)
    """The field that the name of each sheet fills, as a path or a heading of the layout, such as
    ``desa``, in sheets without a column for it."""
    shared: tuple[str, ...] = attrs.field(default=(), kw_only=True)
    """Fields of the items that the rows of a record normally share, such as an address.

    Where a row has none, that of the row above applies. A different one is a warning."""

    def __attrs_post_init__(self) -> None:
        """Validate the layout, so that a mistake is reported before a file is read.

        Raises:
            ValueError: a path is not a field, or is a record with required fields; a constant
                does not fit its field; a code list does not exist; two columns have the same
                heading; or `rows` is not a list of the record, or is needed for another option.

        """
        require_code_lists(self.code_lists)
        self._require_rows()
        for path in self.paths():
            require_fillable(self.record_class, path)
        for path, value in self.constants.items():
            if field_type_at(self.record_class, steps_of(path)).issues(value):
                raise ValueError(f"the constant for {path!r} does not fit the field")
        for columns in (self.all_columns(), self.facts_above):
            headings = [folded_once(h) for column in columns for h in column.headings]
            for heading, times in Counter(headings).items():
                if times > 1:
                    raise ValueError(f"two columns have the heading {heading!r}")

    def _require_rows(self) -> None:
        """Raise ValueError if the options for rows of one record do not fit the record class."""
        if self.rows is None:
            if self.row_key or self.row_starts or self.shared:
                raise ValueError("row_key, row_starts and shared need rows")
            return
        if not is_list(field_type_at(self.record_class, (self.rows,))):
            raise ValueError(f"{self.rows!r} is not a list of {self.record_class.__name__}")
        for path in (*self.row_key, *self.shared):
            field_type_at(self.record_class, steps_of(path))
        for path, value in self.row_starts.items():
            if field_type_at(self.record_class, steps_of(path)).issues(value):
                raise ValueError(f"the value for {path!r} does not fit the field")

    def all_columns(self) -> tuple[Column, ...]:
        """Return every column that a file may have.

        >>> from psm_core.tables import LAYOUTS
        >>> layout = LAYOUTS[0]
        >>> len(layout.columns) < len(layout.all_columns())
        True
        """
        return (*self.columns, *self.extra_columns)

    def paths(self) -> Iterator[str]:
        """Yield every path that the layout names."""
        for column in (*self.all_columns(), *self.facts_above):
            yield from (one.path for one in column.fields() if one.path is not None)
        yield from self.constants
        yield from self.required_values
        yield from self.groups.values()


def require_fillable(record_class: type, path: str) -> None:
    """Raise ValueError if one column cannot fill the field at a path."""
    needed = required_part(record_class, path)
    if needed is not None:
        raise ValueError(f"{path!r} is a record; name a field, such as {needed}")


def required_part(record_class: type, path: str) -> str | None:
    """Return the path of a required field inside the record at a path, if there is one.

    Raises:
        ValueError: there is no such field.

    """
    inner = unwrap_optional(field_type_at(record_class, steps_of(path)))
    if not is_part(inner.python_type):
        return None
    fields = record_info(inner.python_type).fields
    return next((f"{path}.{field.name}" for field in fields if field.required), None)


def is_part(value_class: type) -> bool:
    """Return whether columns fill the fields of a value. A range of dates is read from one text.

    >>> from psm_core import Person
    >>> is_part(Person), is_part(DateRange), is_part(str)
    (True, False, False)
    """
    return is_record_class(value_class) and value_class is not DateRange


def is_list(field_type: FieldType) -> bool:
    """Return whether a field contains items in order."""
    inner = unwrap_optional(field_type)
    return isinstance(inner, CollectionType) and inner.container is tuple
