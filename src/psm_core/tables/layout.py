"""What the columns of a file are called and which field each one fills: a layout is a table."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final, Generic, TypeVar, final

import attrs

from .._core.field_types import CollectionType, FieldType, InstanceType, unwrap_optional
from .._core.record import Field, is_record_class, record_info
from .._core.text import without_invisible
from .._frozen import FrozenType, frozen_dict
from ..terms import RegionLevel

T = TypeVar("T")
Split = Callable[[str], Sequence[str | None]]
"""From the text of a cell to the text of each part, None for one that is not there. It raises
`ParseError` for a text that it cannot split."""
Steps = tuple[str | int, ...]
_NUMBER = r"0|[1-9][0-9]{0,3}"
"""Of an item of a list. A heading of digits could be anybody's number, and is no path."""
BLANK: Final = frozenset({"", "-", "--", "\u2013", "\u2014", "n/a", "nihil"})
"""What people write into a cell without a value."""


def folded(heading: object) -> str:
    """Return a heading without case, blanks and signs, so that spellings of one word meet."""
    return re.sub(r"[\W_]+", "", without_invisible(str(heading)).casefold())


def steps_of(path: str) -> Steps:
    """Return the steps of a dotted path: ``assignments.0.serves``."""
    return tuple(int(s) if re.fullmatch(_NUMBER, s) else s for s in path.split("."))


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
    """The field as a dotted path, such as ``person.nik`` or ``assignments.0.serves``. The path of a
    record (``certifications.0``) is for a column that says whether there is one. None is for a
    column that is known and not read."""
    headings: tuple[str, ...] = attrs.field(converter=_headings)
    """What the column is called, the first as templates write it. For a heading over two rows,
    ``TEMPAT TUGAS / KECAMATAN`` or the lower one alone."""
    required: bool = attrs.field(default=False, kw_only=True)
    """Whether a file has to have the column. Its cells may be blank where the field may."""
    level: RegionLevel | None = attrs.field(default=None, kw_only=True)
    """Of which level the region is that the column names or gives the code of. Several such
    columns of one path give it from the largest level down."""
    blank: frozenset[str] = attrs.field(default=BLANK, kw_only=True)
    """What stands for nothing, in lower case."""
    without: tuple[str, ...] = attrs.field(default=(), kw_only=True)
    """Words that may stand before the value and are no part of it, such as ``DUSUN``."""
    note: str = attrs.field(default="", kw_only=True)
    """A hint in Indonesian for those who fill in a template."""
    parts: tuple["Column", ...] = attrs.field(default=(), kw_only=True)
    """For a column whose cells hold several values, such as ``Batulicin, 17-08-1990``: a column for
    each value. The path of the column itself is then None."""
    split: Split | None = attrs.field(default=None, kw_only=True)
    """How a cell is split into these parts.

    A function from its text to a text for each part, None for a part that is missing, ``""`` for
    one that may be. It raises `ParseError` for a text that it cannot split."""

    def __attrs_post_init__(self) -> None:
        """Refuse parts that cannot be filled.

        Raises:
            ValueError: parts without a function that splits, or with a path of the whole.

        """
        if bool(self.parts) is (self.split is None) or (self.parts and self.path is not None):
            raise ValueError("a column with parts has no path, and a function that splits a cell")

    def fields(self) -> tuple["Column", ...]:
        """Return the columns of the parts, or this one when a cell holds one value.

        >>> Column("name", "Nama").fields()[0].path
        'name'
        """
        return self.parts or (self,)


@final
@attrs.frozen
class Layout(Generic[T], metaclass=FrozenType):
    """The layout of one kind of file: its columns, and what holds for every row.

    An application writes its own in a few lines:

    >>> from psm_core import Person
    >>> from psm_core.terms import Citizenship
    >>> layout = Layout("warga", "Daftar warga", Person, (
    ...     Column("nik", "NIK", required=True),
    ...     Column("name", ("Nama", "Nama Lengkap"), required=True),
    ... ), constants={"citizenship": Citizenship.WNI})
    """

    name: str
    """A short name, by which it is asked for."""
    title: str
    """What the file is, in Indonesian."""
    kind: type[T]
    """The record that a row becomes."""
    columns: tuple[Column, ...]
    """The columns, in the order of a template."""
    constants: Mapping[str, object] = attrs.field(
        factory=dict[str, object], converter=frozen_dict, kw_only=True
    )
    """Path → value of every row. Inside a record it counts where a column fills that record; and
    always where the record has a column that a file has to have, or none at all."""
    required_values: Mapping[str, str] = attrs.field(
        factory=dict[str, str], converter=frozen_dict, kw_only=True
    )
    """Path → what it is, of facts that stand outside the sheet; the caller has to give them."""
    end: str | None = attrs.field(default=None, kw_only=True)
    """How the first filled cell begins in the row that ends the table, such as ``###``."""
    groups: Mapping[str, str] = attrs.field(
        factory=dict[str, str], converter=frozen_dict, kw_only=True
    )
    """Words that begin a row between the others → path that its rest fills in the rows below."""
    serials: bool = attrs.field(default=False, kw_only=True)
    """Whether dates may be the bare numbers that spreadsheets keep them as."""
    extra_columns: tuple[Column, ...] = attrs.field(default=(), kw_only=True)
    """More columns that a file may have; templates leave them out."""
    words: tuple[str, ...] = attrs.field(default=(), kw_only=True)
    """Words that speak for this layout in a title, a heading, or the name of a sheet or file. Where
    the kind of record is not said, a layout with such words is taken only if one of them is there,
    or a column that lists of people do not have."""
    is_export: bool = attrs.field(default=False, kw_only=True)
    """Whether it is our own export, where each row below the headings is a record."""

    def __attrs_post_init__(self) -> None:
        """Refuse what cannot work, so that a slip shows when the layout is written.

        Raises:
            ValueError: a path is no field, or is a record with required fields, a
                constant does not fit its field, or two columns have one heading.

        """
        for path in self.paths():
            _need_a_field(self.kind, path)
        for path, value in self.constants.items():
            if field_type_at(self.kind, steps_of(path)).issues(value):
                raise ValueError(f"the constant for {path!r} does not fit the field")
        headings = [folded(h) for column in self.all_columns() for h in column.headings]
        for heading, times in Counter(headings).items():
            if times > 1:
                raise ValueError(f"two columns have the heading {heading!r}")

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
        for column in self.all_columns():
            yield from (one.path for one in column.fields() if one.path is not None)
        yield from self.constants
        yield from self.required_values
        yield from self.groups.values()


def _need_a_field(kind: type, path: str) -> None:
    """Refuse a path to a record with required fields."""
    field_type = field_type_at(kind, steps_of(path))
    inner = unwrap_optional(field_type)
    if is_record_class(inner.python_type):
        needed = [field.name for field in record_info(inner.python_type).fields if field.required]
        if needed:
            raise ValueError(f"{path!r} is a record; name a field, such as {path}.{needed[0]}")


def field_type_at(kind: type, steps: Steps) -> FieldType:
    """Return the shape at a path of a record class.

    Raises:
        ValueError: the path leads nowhere.

    """
    here: FieldType = InstanceType(kind)
    for step in steps:
        inner = unwrap_optional(here)
        if isinstance(step, int) and isinstance(inner, CollectionType):
            here = inner.item
        elif isinstance(step, str) and is_record_class(inner.python_type):
            here = _field_shape(inner.python_type, step, steps)
        else:
            raise ValueError(f"no field {dotted(steps)!r} in {kind.__name__}")
    return here


def _field_shape(kind: type, name: str, steps: Steps) -> FieldType:
    found: Field | None = next((one for one in record_info(kind).fields if one.name == name), None)
    if found is None:
        raise ValueError(f"no field {dotted(steps)!r}: {kind.__name__} has no {name!r}")
    return found.type


def dotted(steps: Steps) -> str:
    """Return a path as people write it: ``assignments.0.serves``."""
    return ".".join(map(str, steps))


def path_layout(kind: type[T], headings: Iterable[object]) -> Layout[T] | None:
    """Return the layout of a file whose headings are paths, as exports write them, or None."""
    paths = [str(one) for one in headings if one is not None and _leads_somewhere(kind, str(one))]
    columns = tuple(Column(path, path, blank=frozenset({""})) for path in dict.fromkeys(paths))
    if not columns:
        return None
    return Layout("psm-core", "Ekspor psm-core", kind, columns, is_export=True)


def _leads_somewhere(kind: type, path: str) -> bool:
    try:
        field_type_at(kind, steps_of(path))
    except ValueError:
        return False
    return True
