"""Reads a layout from a TOML file. Each mistake in the file is an issue with its path."""

import codecs
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from os import PathLike
from pathlib import Path
from typing import Any, Final, cast

from ..._core.record import record_info
from ..._core.suggestions import SIMILAR, most_similar
from ..._paths import Steps
from ...errors import Issue, ParseError, ValidationError, short_traceback
from ...values.region_code import RegionCode
from ...wire.versions import NAMES
from ..cells.term_words import known_code_lists
from ..headings.named_fields import field_issue
from ..layouts.layout import BLANK, Column, Layout, folded, is_list
from ..layouts.shared_headings import ZERO_IS_BLANK
from ..options import value_or_issue
from .schema import LEVELS, SPLITS, layout_schema

MAX_BYTES: Final = 1_000_000
_PLACE: Final = r"\(at line ([0-9]+), column ([0-9]+)\)"
_TYPES: Final[Mapping[str, type]] = {"string": str, "array": list, "object": dict, "boolean": bool}
"""Type of a JSON Schema → the class that the parser of TOML gives."""
Entry = dict[str, Any]


@short_traceback
def load_layout(path: str | PathLike[str], /) -> Layout[Any]:
    r"""Return the layout that a TOML file describes. `layout_text` writes such a file.

    `layout_schema` is the JSON Schema of the file. No code is run from it: cells are split only by
    the functions that it can name.

    Raises:
        ValidationError: ``layout.syntax``, ``layout.too_large``, ``layout.type``,
            ``layout.key_unknown``, ``layout.key_missing``, ``layout.choice_unknown``,
            ``layout.length``, ``layout.column_kind``, ``layout.heading_blank``,
            ``layout.heading_duplicate``, ``layout.field_unknown``, ``layout.field_incomplete``,
            ``layout.field_duplicate``, or the issue of a value for all rows.
        FileNotFoundError: the file does not exist.

    >>> from pathlib import Path
    >>> from psm_core import Person, tables
    >>> text = '''
    ... name = "desa"
    ... record = "person"
    ...
    ... [[columns]]
    ... heading = "Nama KPM"
    ... field = "name"
    ...
    ... [[columns]]
    ... heading = "Desil"
    ... ignored = true
    ... '''
    >>> _ = Path("desa.toml").write_text(text, "utf-8")
    >>> layout = tables.load_layout("desa.toml")
    >>> _ = Path("desa.csv").write_text("Nama KPM,Desil\nAni,1\n", "utf-8")
    >>> len(tables.read("desa.csv", Person, layout=layout).records)
    1

    """
    with Path(path).open("rb") as file:
        content = file.read(MAX_BYTES + 1)
    entries = _parsed(content)
    _raise(_schema_issues(layout_schema(), entries, ()))
    record_class = next(one for one, name in NAMES.items() if name == entries["record"])
    _raise(_content_issues(record_class, entries))
    columns = [(_column(one), one.get("in_template", True)) for one in entries["columns"]]
    constants, starts = (
        {
            path: value_or_issue(record_class, path, one)
            for path, one in entries.get(key, {}).items()
        }
        for key in ("values", "row_starts")
    )
    return Layout(
        entries["name"],
        entries["title"] if "title" in entries else entries["name"],
        record_class,
        tuple(column for column, in_template in columns if in_template),
        constants=constants,
        required_values=entries.get("required_values", {}),
        end=entries.get("end"),
        groups=entries.get("groups", {}),
        facts_above=tuple(map(_column, entries.get("facts_above", ()))),
        serials=entries.get("serials", False),
        code_lists=tuple(entries.get("code_lists", ())),
        sheet_name=entries.get("sheet_name"),
        within=RegionCode.parse(entries["within"]) if "within" in entries else None,
        extra_columns=tuple(column for column, in_template in columns if not in_template),
        words=tuple(entries.get("words", ())),
        needs_word=entries.get("needs_word", False),
        rows=entries.get("rows"),
        row_key=tuple(entries.get("row_key", ())),
        row_starts=starts,
        shared=tuple(entries.get("shared", ())),
    )


def _raise(issues: Iterator[Issue]) -> None:
    """Raise the issues, if there are any."""
    found = tuple(issues)
    if found:
        raise ValidationError(found)


def _parsed(content: bytes) -> Entry:
    """Return the keys and values of a file."""
    if len(content) > MAX_BYTES:
        raise ValidationError([Issue("layout.too_large", params={"maximum": MAX_BYTES // 1000})])
    try:
        return tomllib.loads(_decoded(content).replace("\r\n", "\n"))
    except UnicodeDecodeError:
        params: dict[str, str | int] = {}
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        place = re.search(_PLACE, str(error))
        params = {} if place is None else {"line": int(place[1]), "column": int(place[2])}
    raise ValidationError([Issue("layout.syntax", params=params)])


def _decoded(content: bytes) -> str:
    """Return the text of a file. PowerShell writes UTF-16 with a byte order mark."""
    is_utf16 = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return content.decode("utf-16" if is_utf16 else "utf-8-sig")


def _schema_issues(schema: Mapping[str, Any], value: object, place: Steps) -> Iterator[Issue]:
    """Yield the issues of a value by the parts of JSON Schema that `layout_schema` uses."""
    if "enum" in schema:
        if value not in schema["enum"]:
            yield _choice_issue(place, value, schema["enum"])
        return
    types = schema.get("type", ())
    names = [types] if isinstance(types, str) else list(types)
    if not any(type(value) is _TYPES[name] for name in names):
        yield Issue("layout.type", place, params={"expected": " / ".join(names)})
    elif isinstance(value, list):
        yield from _item_issues(schema, cast("list[object]", value), place)
    elif isinstance(value, dict):
        yield from _key_issues(schema, cast("Entry", value), place)


def _item_issues(schema: Mapping[str, Any], items: list[object], place: Steps) -> Iterator[Issue]:
    least, most = schema.get("minItems", 0), schema.get("maxItems", len(items))
    if not least <= len(items) <= most:
        yield Issue("layout.length", place, params={"minimum": least, "maximum": most})
    for number, item in enumerate(items):
        yield from _schema_issues(schema["items"], item, (*place, number))


def _key_issues(schema: Mapping[str, Any], entries: Entry, place: Steps) -> Iterator[Issue]:
    known: Mapping[str, Any] = schema.get("properties", {})
    others = schema.get("additionalProperties", True)
    for key in schema.get("required", ()):
        if key not in entries:
            yield Issue("layout.key_missing", place, params={"key": key})
    for key, value in entries.items():
        if key in known:
            yield from _schema_issues(known[key], value, (*place, key))
        elif isinstance(others, dict):
            yield from _schema_issues(cast("Entry", others), value, (*place, key))
        elif others is False:
            yield Issue("layout.key_unknown", place, params=_near(key, known))


def _choice_issue(place: Steps, value: object, choices: Sequence[str]) -> Issue:
    params = _near(str(value), choices)
    return Issue("layout.choice_unknown", place, params={"known": ", ".join(choices), **params})


def _near(text: str, known: Sequence[str] | Mapping[str, Any]) -> dict[str, str | int]:
    near = most_similar(text, known, cutoff=SIMILAR)
    return {"suggestion": near} if near else {}


def _content_issues(record_class: type[Any], entries: Entry) -> Iterator[Issue]:
    """Yield the issues of fields, headings, code lists and values."""
    yield from _column_issues(record_class, entries, "columns")
    yield from _column_issues(record_class, entries, "facts_above")
    for number, name in enumerate(entries.get("code_lists", ())):
        if name not in known_code_lists():
            yield _choice_issue(("code_lists", number), name, known_code_lists())
    yield from _within_issues(entries)
    for key in ("values", "required_values", "row_starts"):
        for path in entries.get(key, {}):
            yield from _field_issues(record_class, path, (key, path))
    yield from _row_issues(record_class, entries)
    for word, path in entries.get("groups", {}).items():
        yield from _field_issues(record_class, path, ("groups", word))
    for key in ("values", "row_starts"):
        for path, value in entries.get(key, {}).items():
            if field_issue(record_class, path) is None:
                read = value_or_issue(record_class, path, value)
                if isinstance(read, Issue):
                    yield read.under(key, path)


def _within_issues(entries: Entry) -> Iterator[Issue]:
    """Yield the issue of the region in which names are looked up."""
    if "within" in entries:
        try:
            RegionCode.parse(entries["within"])
        except ParseError as error:
            yield error.issue.under("within")


def _row_issues(record_class: type[Any], entries: Entry) -> Iterator[Issue]:
    """Yield the issues of the keys about rows that make one record."""
    names = [one.name for one in record_info(record_class).fields if is_list(one.type)]
    if "rows" in entries:
        if entries["rows"] not in names:
            yield _choice_issue(("rows",), entries["rows"], names)
    elif entries.keys() & {"row_key", "row_starts", "shared"}:
        yield Issue("layout.key_missing", params={"key": "rows"})
    for key in ("row_key", "shared"):
        for number, path in enumerate(entries.get(key, ())):
            # A whole record is no field of a column, but may be shared.
            issue = field_issue(record_class, path)
            if issue is not None and issue.code != "layout.field_incomplete":
                yield issue.under(key, number)


def _field_issues(record_class: type[Any], path: str, place: Steps) -> Iterator[Issue]:
    issue = field_issue(record_class, path)
    if issue is not None:
        yield issue.under(*place)


def _column_issues(record_class: type[Any], entries: Entry, key: str) -> Iterator[Issue]:
    """Yield the issues of the columns: what they fill, and what two of them share."""
    headings: dict[str, int] = {}
    fields: dict[tuple[str, str | None], int] = {}
    for number, entry in enumerate(entries.get(key, ())):
        place = (key, number)
        kinds = ("field" in entry, "fields" in entry, entry.get("ignored", False))
        if kinds.count(True) != 1 or ("split" in entry) is not ("fields" in entry):
            yield Issue("layout.column_kind", place)
        for heading in _headings(entry):
            name = folded(heading)
            if not name:
                yield Issue("layout.heading_blank", (*place, "heading"))
            elif headings.setdefault(name, number) != number:
                params = {"first": headings[name] + 1}
                yield Issue("layout.heading_duplicate", (*place, "heading"), params=params)
        for at, path in enumerate(entry.get("fields", ())):
            yield from _field_issues(record_class, path, (*place, "fields", at))
        if "field" in entry:
            field = (entry["field"], entry.get("level"))
            yield from _field_issues(record_class, field[0], (*place, "field"))
            is_second = entry.get("age") or entry.get("code")
            if not is_second and fields.setdefault(field, number) != number:
                params = {"first": fields[field] + 1}
                yield Issue("layout.field_duplicate", (*place, "field"), params=params)


def _headings(entry: Entry) -> Sequence[str]:
    heading: str | list[str] = entry["heading"]
    return [heading] if isinstance(heading, str) else heading


def _column(entry: Entry) -> Column:
    """Return the column that an entry of a valid file describes."""
    named = SPLITS.get(entry.get("split", ""))
    parts: tuple[Column, ...] = ()
    if named is not None:
        both = zip(entry["fields"], named.headings, named.levels, strict=True)
        parts = tuple(
            Column(path, heading, level=level, blank=BLANK if level else ZERO_IS_BLANK)
            for path, heading, level in both
        )
    return Column(
        entry.get("field"),
        _headings(entry),
        required=entry.get("required", False),
        level=LEVELS.get(entry.get("level", "")),
        blank=frozenset(entry["blank"]) if "blank" in entry else BLANK,
        without=tuple(entry.get("without", ())),
        is_evidence=entry.get("evidence", True),
        note=entry.get("note", ""),
        is_age=entry.get("age", False),
        is_code=entry.get("code", False),
        parts=parts,
        split=None if named is None else named.split,
    )
