"""Write the conformance corpus: documents with the issues of each; `--check` compares.

A line is an object. ``about`` describes it, ``document`` is the document, ``issues`` are the issues
that a reader must report (path and code, none for a valid document), and ``fits_schema`` is whether
the document is valid under the JSON Schema. The issues are derived from the types of fields, and
written by hand for the rules. The reader is not used.
"""

import json
import sys
from collections.abc import Iterator
from datetime import date, time
from typing import Any

from _corpus_rules import INVALID, TOGETHER, VALID, minimum_of
from _generated import CONTRACT, write_or_compare

from psm_core import KK, NIK, Edition, Extensions, PartialDate, PhoneNumber, Quarter, RegionCode
from psm_core._core.field_types import (
    CollectionType,
    FieldType,
    InstanceUnionType,
    IntegerType,
    OptionalType,
    TermType,
    TextType,
    unwrap,
    unwrap_optional,
)
from psm_core._core.record import Field, is_record_class, record_info
from psm_core._core.text_value import TextValue
from psm_core._paths import Steps
from psm_core.wire.versions import CURRENT, NAMES

CORPUS = CONTRACT / "corpus"
InvalidValue = tuple[str, object, Steps, str, bool]
"""Description, value, path from the value, code, and whether the JSON Schema rejects it."""

NAMED = "id.go.contoh"
GOOD: dict[type, object] = {
    NIK: "9901014108900001",
    KK: "9901011008900001",
    PhoneNumber: "+628000000001",
    RegionCode: "63.10.09.2005",
    Quarter: "2025-Q4",
    Edition: "XXII",
    Extensions: {NAMED: {"shelf": 12}},
    date: "2025-10-10",
    time: "08:30",
}
BAD: dict[type, list[tuple[object, str, bool]]] = {
    NIK: [
        ("99010141", "nik.length", True),
        ("9901013102900001", "nik.date", False),
        ("990101410890000A", "nik.format", True),
        ("0000000000000000", "nik.placeholder", True),
    ],
    KK: [
        ("990101100890", "kk.length", True),
        ("9901013102900001", "kk.date", False),
        ("9901014108900001", "kk.is_nik", True),
        ("990101100890000A", "kk.format", True),
        ("0000000000000000", "kk.placeholder", True),
    ],
    PhoneNumber: [("0800", "phone.format", True), ("+62800", "phone.length", True)],
    RegionCode: [
        ("6310092005", "region_code.undotted", True),
        ("63.10.9", "region_code.zeros_lost", True),
        ("Angsana", "region_code.format", True),
    ],
    Quarter: [("2025-Q5", "quarter.format", True)],
    Edition: [("IIII", "edition.format", True)],
    PartialDate: [
        ("1957-13", "date.format", True),
        ("1957-02-30~", "date.invalid", False),
        ("1965-10-10/1964-10-11", "partial_date.interval", False),
        ("1957-01-01/1957-12-31", "partial_date.not_shortest", False),
    ],
    date: [
        ("2025-02-30", "date.invalid", False),
        ("10-10-2025", "date.format", True),
    ],
    time: [("24:00", "time.invalid", True), ("08:30:00", "time.invalid", True)],
}
BAD_ID: list[tuple[object, str, bool]] = [
    ("9901014108900001", "id.personal_number", True),
    ("a b", "id.format", True),
]


def good(field_type: FieldType) -> object:  # noqa: PLR0911 - one return for each field type
    """Return builtins of a valid value of a field."""
    match field_type:
        case OptionalType():
            return good(field_type.inner)
        case CollectionType():
            return [good(field_type.item)]
        case TextType():
            return "Contoh" if field_type.form is None else "003"
        case IntegerType():
            return max(field_type.minimum, 1)
        case TermType():
            return next(iter(field_type.vocabularies[0])).value
        case _:
            if is_record_class(field_type.python_type):
                return minimum(field_type.python_type)
            return GOOD.get(field_type.python_type, "contoh-1")


def minimum(cls: type) -> dict[str, Any]:
    """Return builtins of a record with as few fields as possible."""
    data = {field.name: good(field.type) for field in record_info(cls).fields if field.required}
    return data | minimum_of(cls.__name__)


def bad(field_type: FieldType) -> Iterator[InvalidValue]:
    """Yield invalid values of a field."""
    match field_type:
        case OptionalType():
            yield from bad(field_type.inner)
        case CollectionType():
            yield "no list", "x", (), "type.list", True
            if field_type.container is frozenset:
                yield "one twice", [good(field_type.item)] * 2, (1,), "item.duplicate", True
            for about, value, steps, code, seen in bad(field_type.item):
                yield f"an item: {about}", [value], (0, *steps), code, seen
        case TextType():
            yield from bad_text(field_type)
        case IntegerType():
            yield "text", "1", (), "type.number", True
            yield "a boolean", True, (), "type.number", True
            yield (
                "written with a fraction",
                float(max(field_type.minimum, 1)),
                (),
                "type.number",
                False,
            )
            yield "too small", field_type.minimum - 1, (), "number.bounds", True
            yield "too large", field_type.maximum + 1, (), "number.bounds", True
        case TermType():
            yield "no text", 5, (), "type.text", True
            yield "not in the list", "contoh", (), "term.unknown", True
        case InstanceUnionType():
            yield from bad_value(date)
            yield from [one for one in bad_value(PartialDate) if one[0] != "no text"]
        case _:
            yield from bad_value(field_type.python_type)


def bad_text(field_type: TextType) -> Iterator[InvalidValue]:
    """Yield invalid values of a field with one line of text."""
    yield "no text", 5, (), "type.text", True
    yield "blank", "  ", (), "text.blank", True
    yield "only invisible characters", "\u3164", (), "text.blank", False
    yield "a control character", "a\u0001", (), "text.control", True
    yield "too long", "x" * (field_type.max_length + 1), (), "text.too_long", True
    if field_type.form is not None:
        yield "of another form", "01/02", (), field_type.form.code, False


def bad_value(kind: type) -> Iterator[InvalidValue]:
    """Yield invalid values of a type."""
    if is_record_class(kind):
        yield "no object", [], (), "type.object", True
        return
    if kind is Extensions:
        yield "no object", 5, (), "type.object", True
        yield "a name that is no domain", {"kode": 1}, (), "extension.namespace", True
        yield "too large a number", {NAMED: 2**53}, (), "extension.value", False
        return
    yield "no text", 5, (), "type.text", True
    is_id = issubclass(kind, TextValue) and kind not in BAD
    for value, code, seen in BAD_ID if is_id else BAD[kind]:
        yield f"not {kind.__name__}", value, (), code, seen


def placed(cls: type, steps: Steps, inner: object) -> dict[str, Any]:
    """Return the smallest record with a value at a path, and the fields that the value requires."""
    name, rest = steps[0], steps[1:]
    field = field_of(cls, name)
    if rest and isinstance(rest[0], int):
        value: object = (
            [placed(unwrap(field.type).python_type, rest[1:], inner)] if rest[1:] else [inner]
        )
    elif rest:
        value = placed(unwrap(field.type).python_type, rest, inner)
    else:
        value = inner
    data = minimum(cls) | TOGETHER.get((cls.__name__, field.name), {}) | {field.name: value}
    return {key: one for key, one in data.items() if one is not None or key == name}


def field_of(cls: type, name: object) -> Field:
    return next(field for field in record_info(cls).fields if field.name == name)


def record_paths(
    cls: type, above: Steps = (), seen: set[type] | None = None
) -> Iterator[tuple[Steps, type]]:
    """Yield the path to each nested record class without its own document, once."""
    seen = {*NAMES} if seen is None else seen
    yield above, cls
    for field in record_info(cls).fields:
        kind = unwrap(field.type).python_type
        if is_record_class(kind) and kind not in seen:
            seen.add(kind)
            many = isinstance(unwrap_optional(field.type), CollectionType)
            yield from record_paths(kind, (*above, field.name, *([0] if many else [])), seen)


Line = tuple[str, dict[str, Any], list[tuple[Steps, str]], bool]


def field_errors(cls: type) -> Iterator[Line]:
    """Yield a document for each invalid value of each field."""
    for steps, kind in record_paths(cls):
        where = "".join(f"{one}." for one in steps if isinstance(one, str))

        def whole(inner: object, steps: Steps = steps) -> dict[str, Any]:
            return placed(cls, steps, inner) if steps else dict(inner)  # type: ignore[call-overload]

        data = minimum(kind)
        yield (
            f"{where}?: no field",
            whole({**data, "contoh_lain": 1}),
            [((*steps, "?"), "field.unknown")],
            False,
        )
        for field in record_info(kind).fields:
            here, name = (*steps, field.name), f"{where}{field.name}"
            if field.required:
                without = {key: one for key, one in data.items() if key != field.name}
                yield f"{name}: missing", whole(without), [(here, "field.missing")], False
            for about, value, below, code, seen in bad(field.type):
                invalid = placed(kind, (field.name,), value)
                yield f"{name}: {about}", whole(invalid), [((*here, *below), code)], not seen


def valid(cls: type) -> Iterator[Line]:
    """Yield valid documents: the smallest, each field given, each field null, and some by hand."""
    yield "the smallest", minimum(cls), [], True
    for field in record_info(cls).fields:
        if field.required:
            continue
        yield f"{field.name}: given", placed(cls, (field.name,), good(field.type)), [], True
        if isinstance(field.type, OptionalType) and field.name not in minimum(cls):
            yield f"{field.name}: empty", {**minimum(cls), field.name: None}, [], True
    for about, changes in VALID.get(NAMES[cls], {}).items():
        yield about, minimum(cls) | changes, [], True


def rule_violations(cls: type) -> Iterator[Line]:
    """Yield the documents that break a rule between fields."""
    for about, changes, issues, fits in INVALID.get(NAMES[cls], ()):
        data = {key: one for key, one in (minimum(cls) | changes).items() if one is not None}
        yield about, data, [(steps, code) for steps, code in issues], fits


def line(name: str, case: Line) -> str:
    about, data, issues, fits = case
    return json.dumps(
        {
            "about": about,
            "document": {"schema": f"psm.{name}/{CURRENT[name]}", "data": data},
            "issues": [{"path": ["data", *steps], "code": code} for steps, code in issues],
            "fits_schema": fits,
        },
        ensure_ascii=True,
    )


def envelopes(cls: type) -> Iterator[str]:
    """Yield documents with an error outside the data."""
    name = NAMES[cls]
    good_one = {"schema": f"psm.{name}/{CURRENT[name]}", "data": minimum(cls)}
    for about, document, path, code in (
        ("no schema", {"data": minimum(cls)}, ["schema"], "document.missing_part"),
        ("no data", {"schema": good_one["schema"]}, ["data"], "document.missing_part"),
        (
            "another schema",
            {**good_one, "schema": "psm.contoh/1"},
            ["schema"],
            "document.other_schema",
        ),
        (
            "a newer version",
            {**good_one, "schema": f"psm.{name}/9999"},
            ["schema"],
            "document.unknown_version",
        ),
        ("another part", {**good_one, "contoh_lain": 1}, ["?"], "field.unknown"),
        ("no object", [], [], "type.object"),
    ):
        issues = [{"path": path, "code": code}]
        yield json.dumps(
            {"about": about, "document": document, "issues": issues, "fits_schema": False}
        )


def provenances(cls: type) -> Iterator[str]:
    """Yield documents with a provenance, valid and invalid."""
    source = {"agent": "contoh-1", "recorded_on": "2025-10-10", "document": "contoh.xlsx"}
    last = record_info(cls).names[-1]
    missing = "provenance.path_missing"
    cases: tuple[tuple[str, object, list[tuple[Steps, str]], bool], ...] = (
        ("of the record and of a field", {"": source, f"/{last}": {"document": "KK"}}, [], True),
        ("empty", {}, [], True),
        ("no object", [], [((), "type.object")], False),
        ("no source", {"": {}}, [(("", "agent"), "provenance.source_missing")], False),
        ("an invalid agent", {"": {"agent": "a b"}}, [(("", "agent"), "id.format")], False),
        ("no field", {"/contoh_lain": source}, [(("?",), missing)], True),
        ("no pointer", {last: source}, [(("?",), missing)], False),
    )
    document = {"schema": f"psm.{NAMES[cls]}/{CURRENT[NAMES[cls]]}", "data": minimum(cls)}
    for about, provenance, issues, fits in cases:
        found = [{"path": ["provenance", *steps], "code": code} for steps, code in issues]
        yield json.dumps(
            {
                "about": f"provenance: {about}",
                "document": {**document, "provenance": provenance},
                "issues": found,
                "fits_schema": fits,
            }
        )


def corpus(cls: type) -> Iterator[str]:
    name = NAMES[cls]
    yield from (line(name, case) for case in valid(cls))
    yield from (line(name, case) for case in rule_violations(cls))
    yield from envelopes(cls)
    yield from provenances(cls)
    yield from (line(name, case) for case in field_errors(cls))


if __name__ == "__main__":
    write_or_compare(
        {
            CORPUS / f"{name}-{CURRENT[name]}.jsonl": "".join(
                f"{one}\n" for one in corpus(cls)
            ).encode()
            for cls, name in NAMES.items()
        },
        check="--check" in sys.argv,
    )
