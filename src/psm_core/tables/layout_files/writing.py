"""Writes a layout as the text of a TOML file."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Final

from ..._core.field_paths import field_type_at, steps_of
from ..._core.field_types import FieldType, TermType, unwrap_optional
from ..._messages import language_of
from ...terms import RegionLevel, Term
from ...values.plain import to_plain
from ...wire.versions import NAMES
from ..cells.term_words import term_of
from ..layouts.built_in import LAYOUTS
from ..layouts.heading_names import alike
from ..layouts.layout import BLANK, Column, Layout
from ..rows.required_values import unfilled_paths
from .heading_guesses import Confidence, HeadingGuess
from .layout_guesses import LayoutGuess
from .schema import LEVELS, SPLITS

_LEVEL_NAMES: Final[Mapping[RegionLevel, str]] = {level: name for name, level in LEVELS.items()}
_WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "id": {
        "top": (
            "Tata letak berkas: isian (field) untuk setiap judul kolom.\n"
            "Periksa setiap perkiraan, ubah bila perlu, lalu jalankan\n"
            "psm-core check BERKAS --layout BERKAS_INI.toml"
        ),
        "sure": "Pasti.",
        "guess": "Perkiraan: periksa.",
        "unknown": "Tidak dikenal, maka tidak dibaca.",
        "not_read": "Dikenal; tidak ada isian untuknya.",
        "second": "Isian {field} sudah diisi kolom lain, maka tidak dibaca.",
        "others": "Pilihan lain:",
        "age": "umur",
        "number": "Judul kolom {letters} memuat angka panjang, maka tidak ditulis.",
        "within": "Wilayah tempat nama desa dan kecamatan dicari. Tulis kodenya, hapus tanda #.",
        "values": "Isian wajib yang tidak ada kolomnya. Tulis isinya, hapus tanda #.",
    },
    "en": {
        "top": (
            "Layout of a file: the field for each heading.\n"
            "Check each guess, change it where needed, then run\n"
            "psm-core check FILE --layout THIS_FILE.toml"
        ),
        "sure": "Sure.",
        "guess": "Guess: check it.",
        "unknown": "Unknown, so it is not read.",
        "not_read": "Known; there is no field for it.",
        "second": "Another column already fills {field}, so it is not read.",
        "others": "Other choices:",
        "age": "age",
        "number": "The heading of column {letters} has a long number and is not written.",
        "within": "Names of regions are searched in this region. Write its code, delete the #.",
        "values": "Required fields without a column. Write the value, delete the #.",
    },
}
"""Language → word → the text of a comment."""


def layout_text(layout: Layout[Any] | LayoutGuess, /, *, language: str = "id") -> str:
    r"""Return a layout as the text of a TOML file, which `load_layout` reads.

    Of a `LayoutGuess`, comments in Indonesian or English say how sure each field is and which
    other fields the heading may belong to.

    Raises:
        ValueError: a column has a `split` that such a file cannot name, or the record class has no
            documents, or the language is neither English nor Indonesian.

    >>> from psm_core import Person, tables
    >>> column = tables.Column("name", "Nama KPM", required=True)
    >>> print(tables.layout_text(tables.Layout("desa", "Daftar KPM", Person, (column,))))
    name = "desa"
    title = "Daftar KPM"
    record = "person"
    <BLANKLINE>
    [[columns]]
    heading = "Nama KPM"
    field = "name"
    required = true
    <BLANKLINE>

    """
    words = _WORDS[language_of(language)]
    lines: list[str] = []
    guess = layout if isinstance(layout, LayoutGuess) else None
    plain = layout.layout if isinstance(layout, LayoutGuess) else layout
    if guess is not None:
        lines += [*_comment(words["top"]), ""]
    lines += _top(plain)
    if guess is not None and has_regions(plain):
        lines += [*_comment(words["within"]), '# within = ""']
    comments = {} if guess is None else _comments(guess, words)
    for column in plain.columns:
        lines += ["", "[[columns]]", *comments.get(alike(column.headings[0]), ())]
        lines += _column(column)
    for column in plain.extra_columns:
        lines += ["", "[[columns]]", *_column(column), "in_template = false"]
    for column in plain.facts_above:
        lines += ["", "[[facts_above]]", *_column(column)]
    for one in () if guess is None else guess.guesses:
        if one.heading is None:
            lines += ["", *_comment(words["number"].format(letters=one.letters))]
    lines += _tables(plain, () if guess is None else _values_to_fill_in(plain, words))
    return "\n".join(lines) + "\n"


def _comment(text: str) -> list[str]:
    return [f"# {line}" for line in text.splitlines()]


def _top(layout: Layout[Any]) -> Iterator[str]:
    """Yield the lines before the first column."""
    if layout.record_class not in NAMES:
        raise ValueError(f"a {layout.record_class.__name__} has no documents")
    yield f"name = {_value(layout.name)}"
    yield f"title = {_value(layout.title)}"
    yield f"record = {_value(NAMES[layout.record_class])}"
    others: Mapping[str, object] = {
        "end": layout.end,
        "serials": layout.serials,
        "code_lists": layout.code_lists,
        "within": None if layout.within is None else str(layout.within),
        "sheet_name": layout.sheet_name,
        "words": layout.words,
        "needs_word": layout.needs_word,
        "rows": layout.rows,
        "row_key": layout.row_key,
        "shared": layout.shared,
    }
    yield from (f"{key} = {_value(value)}" for key, value in others.items() if value)


def _values_to_fill_in(layout: Layout[Any], words: Mapping[str, str]) -> Iterator[str]:
    """Yield comments with the required fields that no column fills."""
    if paths := unfilled_paths(layout):
        yield ""
        yield from _comment(words["values"])
        if not layout.constants:
            yield "# [values]"
        for path in paths:
            label = layout.required_values.get(path) or _label(layout.record_class, path)
            yield f'# {_value(path)} = ""' + (f"  # {label}" if label else "")


def has_regions(layout: Layout[Any]) -> bool:
    """Return whether a column has names of regions."""
    return any(one.level is not None for column in layout.columns for one in column.fields())


def _label(record_class: type, path: str) -> str | None:
    """Return the heading of a field in the built-in layouts of a record class."""
    return next(
        (
            column.headings[0]
            for layout in LAYOUTS
            if layout.record_class is record_class
            for column in layout.all_columns()
            if column.path == path
        ),
        None,
    )


def _tables(layout: Layout[Any], after_values: Iterable[str]) -> Iterator[str]:
    """Yield the lines after the last column. `after_values` end the table of values."""

    def plain(values: Mapping[str, object]) -> Mapping[str, object]:
        return {
            path: _plain_value(field_type_at(layout.record_class, steps_of(path)), value)
            for path, value in values.items()
        }

    named: Mapping[str, Mapping[str, object]] = {
        "values": plain(layout.constants),
        "row_starts": plain(layout.row_starts),
        "required_values": layout.required_values,
        "groups": layout.groups,
    }
    for name, entries in named.items():
        if entries:
            yield ""
            yield f"[{name}]"
            yield from (f"{_value(key)} = {_value(value)}" for key, value in entries.items())
        if name == "values":
            yield from after_values


def _plain_value(field_type: FieldType, value: object) -> object:
    """Return the value of every row as a file has it, so that it is read back as the same."""
    inner = unwrap_optional(field_type)
    if isinstance(inner, TermType) and isinstance(value, Term):
        is_clear = term_of(inner.vocabularies, value.label) is value
        return value.label if is_clear else str(value.value)
    return value if isinstance(value, date) else to_plain(value)


def _column(column: Column) -> Iterator[str]:
    """Yield the lines of a column, without those that have their default."""
    headings = column.headings
    yield f"heading = {_value(headings[0] if len(headings) == 1 else headings)}"
    if column.parts:
        yield f"fields = {_value([part.path for part in column.parts])}"
        yield f"split = {_value(_split_name(column))}"
    elif column.path is None:
        yield "ignored = true"
    else:
        yield f"field = {_value(column.path)}"
    if column.level is not None:
        yield f"level = {_value(_LEVEL_NAMES[column.level])}"
    flags = {"age": column.is_age, "code": column.is_code, "required": column.required}
    yield from (f"{name} = true" for name, is_set in flags.items() if is_set)
    if column.blank != BLANK:
        yield f"blank = {_value(sorted(column.blank))}"
    if column.without:
        yield f"without = {_value(column.without)}"
    if column.note:
        yield f"note = {_value(column.note)}"
    if not column.is_evidence:
        yield "evidence = false"


def _split_name(column: Column) -> str:
    levels = tuple(part.level for part in column.parts)
    for name, named in SPLITS.items():
        if (named.split, named.levels) == (column.split, levels):
            return name
    raise ValueError("a file with a layout cannot name this split")


def _value(value: object) -> str:
    """Return a value of TOML: a text, a list of texts, a number, true or false, or a date."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(map(_value, value))}]"  # pyright: ignore[reportUnknownArgumentType] - texts
    return re.sub("\x7f", r"\\u007f", json.dumps(value, ensure_ascii=False))


def field_name(column: Column, language: str) -> str:
    """Return the field of a column as the comments of a layout name it.

    >>> field_name(Column("birth_date", "Umur", is_age=True), "en")
    'birth_date (age)'

    """
    return _name(column, _WORDS[language_of(language)])


def _comments(guess: LayoutGuess, words: Mapping[str, str]) -> dict[str, list[str]]:
    """Return spelling of a heading → the comments on its column."""
    written = {alike(column.headings[0]): column for column in guess.layout.columns}
    comments: dict[str, list[str]] = {}
    for one in guess.guesses:
        key = alike(one.heading or "")
        if key in written and key not in comments:
            comments[key] = _comments_on(one, written[key], words)
    return comments


def _comments_on(guess: HeadingGuess, column: Column, words: Mapping[str, str]) -> list[str]:
    is_second = column.path is None and not column.parts and is_filled(guess.column)
    if is_second:
        text = words["second"].format(field=_name(guess.column, words))
    elif guess.confidence is Confidence.SURE and not is_filled(column):
        text = words["not_read"]
    else:
        text = words[guess.confidence.value]
    is_not_read = guess.confidence is Confidence.SURE and not is_filled(guess.column)
    if not guess.alternatives or is_not_read:
        return _comment(text)
    names = (f"  {_name(one, words)}" for one in guess.alternatives)
    return [*_comment(text), *_comment("\n".join((words["others"], *names)))]


def is_filled(column: Column) -> bool:
    """Return whether a column is read."""
    return column.path is not None or bool(column.parts)


def _name(column: Column, words: Mapping[str, str]) -> str:
    """Return the field of a column as a comment names it."""
    if column.parts:
        return " + ".join(str(part.path) for part in column.parts)
    more = words["age"] if column.is_age else None
    if column.level is not None:
        more = _LEVEL_NAMES[column.level]
    return f"{column.path} ({more})" if more else str(column.path)
