"""The JSON Schema of a file with a layout, and the names that such a file may use."""

from collections.abc import Mapping
from functools import cache
from typing import Any, Final, NamedTuple

from ...terms import RegionLevel
from ...wire.versions import NAMES
from ..cells import splitters
from ..layouts.layout import Split

MAX_COLUMNS: Final = 1000
LEVELS: Final[Mapping[str, RegionLevel]] = {
    "provinsi": RegionLevel.PROVINCE,
    "kabupaten": RegionLevel.REGENCY,
    "kecamatan": RegionLevel.DISTRICT,
    "desa": RegionLevel.VILLAGE,
}
"""Name of a level in a file → the level."""


class NamedSplit(NamedTuple):
    """A split of a cell into two values that a file with a layout can name."""

    split: Split
    headings: tuple[str, str]
    """What the two values are called in messages."""
    levels: tuple[RegionLevel | None, RegionLevel | None] = (None, None)


_VILLAGE, _DISTRICT = RegionLevel.VILLAGE, RegionLevel.DISTRICT
SPLITS: Final[Mapping[str, NamedSplit]] = {
    "birth": NamedSplit(splitters.birth, ("Tempat Lahir", "Tanggal Lahir")),
    "rt_rw": NamedSplit(splitters.rt_rw, ("RT", "RW")),
    "rw_rt": NamedSplit(splitters.rw_rt, ("RW", "RT")),
    "hamlet_rt": NamedSplit(splitters.hamlet_rt, ("Dusun", "RT")),
    "name_nik": NamedSplit(splitters.name_and_number, ("Nama", "NIK")),
    "nik_kk": NamedSplit(splitters.nik_and_kk, ("NIK", "No. KK")),
    "kk_nik": NamedSplit(splitters.kk_and_nik, ("No. KK", "NIK")),
    "village_district": NamedSplit(splitters.two, ("Desa", "Kecamatan"), (_VILLAGE, _DISTRICT)),
    "district_village": NamedSplit(splitters.two, ("Kecamatan", "Desa"), (_DISTRICT, _VILLAGE)),
}
"""Name of a split in a file → the split."""


def _property(description: str, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON Schema
    return {"description": description, **more}


def _texts(description: str, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON Schema
    return _property(description, type="array", items={"type": "string"}, **more)


def _flag(description: str) -> dict[str, Any]:
    return _property(description, type="boolean")


_TEXT: Final = {"type": "string"}
_COLUMN: Final[dict[str, Any]] = {
    "heading": _property(
        "The heading of the column, or a list of headings that mean the same. A heading over two"
        " rows is written as 'upper / lower'.",
        type=["string", "array"],
        items=_TEXT,
        minItems=1,
    ),
    "field": _property("The field that the column fills, such as person.nik.", type="string"),
    "fields": _texts(
        "The fields of the two values of a cell; needs split.", minItems=2, maxItems=2
    ),
    "split": _property("How a cell is split into two values.", enum=list(SPLITS)),
    "level": _property("The level of the regions in the column.", enum=list(LEVELS)),
    "age": _flag("Whether the cells contain ages."),
    "code": _flag("Whether the cells contain region codes, beside columns with names."),
    "ignored": _flag("Whether the column is known and not read."),
    "required": _flag("Whether the sheet must have the column."),
    "blank": _texts("The words in lower case that mean that a cell has no value."),
    "without": _texts("Words before the value that are not part of it."),
    "note": _property("A hint for those who fill in a template.", type="string"),
    "evidence": _flag("Whether the heading counts when the layout is detected."),
    "in_template": _flag("Whether a template has the column."),
}


@cache
def _schema() -> dict[str, Any]:
    column = {
        "type": "object",
        "properties": _COLUMN,
        "required": ["heading"],
        "additionalProperties": False,
    }
    properties = {
        "name": _property("The short name of the layout.", type="string"),
        "title": _property("A description of the sheet.", type="string"),
        "record": _property("The record class of each row.", enum=sorted(NAMES.values())),
        "columns": _property(
            "The columns.", type="array", items=column, minItems=1, maxItems=MAX_COLUMNS
        ),
        "values": _property("Field → the value of every row.", type="object"),
        "required_values": _property(
            "Field → a description of a value that must be given with --value.",
            type="object",
            additionalProperties=_TEXT,
        ),
        "end": _property("How the row after the table begins, such as ###.", type="string"),
        "groups": _property(
            "First word of a group row → the field that it fills in the rows below.",
            type="object",
            additionalProperties=_TEXT,
        ),
        "facts_above": _property(
            "The facts above the headings, such as 'Tempat : Aula'. A heading is what is before the"
            " colon.",
            type="array",
            items=column,
            minItems=1,
            maxItems=MAX_COLUMNS,
        ),
        "serials": _flag("Whether dates may be numbers of a spreadsheet, such as 45000."),
        "code_lists": _texts("The lists whose codes the sheet uses."),
        "within": _property(
            "The code of the region in which names of regions are searched, such as 63.10.",
            type="string",
        ),
        "sheet_name": _property(
            "The field that the name of each sheet fills, such as desa or kategori.",
            type="string",
        ),
        "words": _texts("Words in a title by which such a sheet is recognised."),
        "needs_word": _flag("Whether the sheet must have one of the words."),
        "rows": _property(
            "The list of which each row is one item, such as memberships, if several rows make one"
            " record.",
            type="string",
        ),
        "row_key": _texts(
            "The fields that decide which rows make one record, such as kk. Without them, all rows"
            " make one record."
        ),
        "row_starts": _property(
            "Field → the value with which a row begins a record that has no row_key.",
            type="object",
        ),
        "shared": _texts("Fields of the items that the rows of a record normally share."),
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:psm-core:schema:table-layout:1",
        "title": "psm.table-layout/1",
        "type": "object",
        "properties": properties,
        "required": ["name", "record", "columns"],
        "additionalProperties": False,
    }


def layout_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a file with a layout, for editors of TOML files.

    `load_layout` checks a file by this schema, and then its fields and values.

    >>> from psm_core import tables
    >>> tables.layout_schema()["required"]
    ['name', 'record', 'columns']
    """
    import copy  # noqa: PLC0415 - few programs need it

    return copy.deepcopy(_schema())
