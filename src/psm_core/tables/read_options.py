"""The options of `read`, `stream` and `read_rows`, each described once."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Final, Generic, TypedDict, TypeVar, cast

from .._core.arguments import items_of, with_article
from ..regions import RegionRegistry
from ..values.region_code import RegionCode
from .layouts.layout import Layout

T = TypeVar("T")


class FileOptions(TypedDict, total=False):
    """Which table of a file is read. `read`, `stream` and `detect_layout` take these options.

    >>> from psm_core import Person, tables
    >>> tables.write_template(Person, "warga.csv")
    >>> tables.detect_layout("warga.csv", delimiter=",").name
    'warga'
    """

    sheet: str | None
    """Name of the sheet. Without it, every visible sheet is searched for a table.

    The best one decides the layout; others are read too if they have this layout and at least half
    of its columns that were found."""
    delimiter: str | None
    """Delimiter of a CSV file. Without it, the delimiter is detected."""


class RowOptions(TypedDict, Generic[T], total=False):
    """How rows are read. `read_rows` takes these options as keyword arguments.

    An option that is left out has its default, which is None or False unless it says otherwise.

    >>> from psm_core import Person, tables
    >>> options: tables.RowOptions[Person] = {"layout": "warga", "lenient": True}
    >>> rows = [{"NIK": "", "Nama": "Contoh", "RT": "satu"}]
    >>> len(tables.read_rows(rows, Person, **options).records)
    1
    """

    layout: str | Layout[T] | None
    """The layout, or the name of a built-in layout. Without it, the headings decide."""
    headings: Mapping[str, str | None] | None
    """Heading of the sheet → the field that it fills, as a path or a heading that the layout knows,
    such as ``Nama``; None for a heading that is not read. Without `layout`, only layouts that have
    all these fields are tried."""
    values: Mapping[str, object] | None
    """Path → value of every row, for fields that no column fills. Text is read like a cell; a
    region may be given by its name, such as ``Kec. Angsana, Tanah Bumbu``."""
    sheet_name: str | None
    """The field that the name of each sheet fills in its rows, as a path or a heading that the
    layout knows, such as ``desa``, in sheets without a column for it. Empty text: none.

    Without it, the names are used if several sheets are read, nothing else fills the village or
    the category, and every name is one: a village inside `within`, or a category of beneficiaries.
    A warning for each sheet says so."""
    code_lists: Collection[str]
    """The lists whose codes the file uses, by id, such as ``status-perkawinan-6``; none by default.

    Without them, a bare code is read only if it means the same in all lists in use."""
    within: RegionCode | None
    """The region in which names of regions are looked up."""
    id_prefix: str | None
    """A record without an id gets ``<id_prefix>-<row number>``. By default, the prefix is the
    name of the layout. In the second sheet that is read, also if it is in another file of
    `read_all`, it is ``<id_prefix>-2-<row number>``."""
    regions: RegionRegistry | None
    """The table of regions. The default is `psm_core.regions.load_regions`."""
    checks: bool
    """Whether the plausibility checks of `psm_core.checks` run on every record.

    Their warnings are added to the issues. It needs `as_of`. Without the checks, the only warnings
    about a valid record are that its own fields contradict each other, that a person has died,
    moved or gone, and that it repeats an earlier row."""
    as_of: date | None
    """The date that the checks take for today. It is only used with ``checks=True``."""
    ages_stated_on: date | None
    """The day on which the ages in the file hold, such as the day of the survey.

    With it, a column *Umur* or *Usia* fills the birth date of a row that has none, as an interval,
    and is compared with the birth date of the others. Without it, such a cell is left out with a
    warning."""
    lenient: bool
    """Whether an optional field that cannot be read is left out with a warning.

    A word or code that is in no vocabulary is always left out of an optional field. This option
    does the same with damaged values, such as dates, telephone numbers and RT. Without it, they are
    errors, because they can be corrected from the source.

    If the field is required in its part (the date of a decree), the whole part is left out. A field
    that violates an invariant is left out too. A row is still rejected if the layout requires the
    column, or if a required field, a NIK or an id cannot be read."""
    require_values: bool
    """Whether every required value has to be given, by a column or in `values`. The default is
    True.

    If False, a missing value is a warning about the file, and all other issues are reported. A row
    that needs such a value becomes no record. `TableResult.missing_values` names them."""


class ReadOptions(FileOptions, RowOptions[T], Generic[T], total=False):
    r"""How a file is read: the options of `FileOptions` and `RowOptions`.

    `read`, `stream` and `read_all` take these options as keyword arguments.

    >>> from pathlib import Path
    >>> from psm_core import Person, tables
    >>> _ = Path("warga.csv").write_text("NIK,Nama,RT\n,Contoh,satu\n", "utf-8")
    >>> options: tables.ReadOptions[Person] = {"layout": "warga", "lenient": True}
    >>> len(tables.read("warga.csv", Person, **options).records)
    1
    """


_TYPES: Final[Mapping[str, tuple[type, ...]]] = {
    **dict.fromkeys(("sheet", "delimiter", "sheet_name", "id_prefix"), (str,)),
    **dict.fromkeys(("headings", "values"), (Mapping,)),
    **dict.fromkeys(("as_of", "ages_stated_on"), (date,)),
    "layout": (str, Layout),
    "within": (RegionCode,),
    "regions": (RegionRegistry,),
}
"""Option → the types of its values."""


def require_options(options: Mapping[str, object], known: type) -> None:
    """Reject an option that does not exist, or that has a value of another type.

    Raises:
        TypeError: it does not exist, or has such a value.

    """
    unknown = [name for name in options if name not in known.__annotations__]
    if unknown:
        names = ", ".join(known.__annotations__)
        raise TypeError(f"unknown option {unknown[0]!r}; known options: {names}")
    for name, value in options.items():
        types = _TYPES.get(name)
        if types is not None and value is not None and not isinstance(value, types):
            wanted = " or ".join(map(with_article, types))
            raise TypeError(f"{name}= takes {wanted}, not {type(value).__name__}")
    if headings := cast("Mapping[object, object]", options.get("headings")):
        paths = [path for path in headings.values() if path is not None]
        items_of(str, "a mapping of headings to paths for headings=", [*headings, *paths])
    if "code_lists" in options:
        items_of(str, "a list of names for code_lists=", options["code_lists"])


def check_date(*, checks: bool, as_of: date | None) -> date | None:
    """Return the date of the plausibility checks, or None if they do not run.

    Raises:
        ValueError: one of the two options needs the other one.

    """
    if checks and as_of is None:
        raise ValueError("checks=True needs as_of, the date that the checks take for today")
    if as_of is not None and not checks:
        raise ValueError("as_of is only used by the plausibility checks; add checks=True")
    return as_of
