"""The directive ``record-fields``: a table of the fields of a record class, from the class."""

import inspect
import types
import typing
from datetime import date, time
from functools import cache
from typing import Any

import attrs
from code_links import code_reference
from docutils import nodes
from docutils.statemachine import StringList
from labels import label
from public_names import object_at, public_names, public_path
from sphinx.application import Sphinx
from sphinx.pycode import ModuleAnalyzer
from sphinx.util.docutils import SphinxDirective
from tables import cell, table

from psm_core import Extensions, fields_of
from psm_core._core.field_types import (
    FieldType,
    InstanceUnionType,
    IntegerType,
    TermType,
    TextType,
    unwrap,
)
from psm_core._core.record import Field, is_record_class, record_info

_PYTHON = {date: "datetime.date", time: "datetime.time"}


class RecordFields(SphinxDirective):
    """Describe the fields of a record class."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the table; each row is an attribute that can be linked to."""
        path = self.arguments[0]
        cls: Any = object_at(path)
        annotations = {one.name: one.type for one in attrs.fields(cls)}
        docstrings = ModuleAnalyzer.for_module(cls.__module__).find_attr_docs()
        rows = []
        for field in record_info(cls).fields:
            name = f"{path}.{field.name}"
            row = nodes.row("", ids=[name])
            domain = self.env.domains.python_domain
            domain.note_object(name, "attribute", name, location=(self.env.docname, self.lineno))
            description = self._description(
                name, docstrings.get((cls.__name__, field.name), []), issue_codes(cls, field)
            )
            row += [
                nodes.entry("", *self._name(field)),
                nodes.entry("", *self._type(annotations[field.name], field.type)),
                cell(nodes.inline("", privacy_class(field))),
                nodes.entry("", *description),
            ]
            rows.append(row)
        heads = ("Field", "Type", "Privacy class", "Description")
        made = table([label(self.env, one) for one in heads], rows, (25, 26, 11, 38), "fields")
        return [made]

    def _name(self, field: Field) -> list[nodes.Node]:
        word = label(self.env, "required" if field.required else "optional")
        need = nodes.paragraph("", word, translatable=False)
        need["classes"] += ["need", "required" if field.required else "optional"]
        name = nodes.paragraph("", "", nodes.literal("", field.name), translatable=False)
        return [name, need]

    def _type(self, annotation: object, field_type: FieldType) -> list[nodes.Node]:
        python = nodes.inline("", "", *type_nodes(annotation), classes=["python-type"])
        in_json = nodes.inline("", f"JSON: {self._json(annotation, field_type)}")
        lines = [
            nodes.paragraph("", "", python, translatable=False),
            nodes.paragraph("", "", in_json, translatable=False, classes=["json-type"]),
        ]
        return [*lines]

    def _json(self, annotation: object, field_type: FieldType) -> str:
        inner = unwrap(field_type)
        kind = inner.python_type
        if isinstance(inner, IntegerType):
            text = label(self.env, "integer")
        elif is_record_class(kind) or kind is Extensions:
            text = label(self.env, "object")
        else:
            text = label(self.env, "string")
        if isinstance(inner, TextType):
            text += f" ≤ {inner.max_length}"
        elif kind in _PYTHON:
            text += " YYYY-MM-DD" if kind is date else " HH:MM"
            text += " | YYYY | YYYY-MM" if isinstance(inner, InstanceUnionType) else ""
        is_many = typing.get_origin(_without_none(annotation)) in {tuple, frozenset}
        return label(self.env, "array of {}").format(text) if is_many else text

    def _description(self, name: str, lines: list[str], codes: list[str]) -> list[nodes.Node]:
        text = nodes.container()
        self.state.nested_parse(StringList(lines, source=f"docstring of {name}"), 0, text)
        if codes:
            line = nodes.paragraph("", "", translatable=False, classes=["codes"])
            line += nodes.inline("", f"{label(self.env, 'Issue codes')}: ")
            for number, code in enumerate(codes):
                line += [nodes.Text(", ")] if number else []
                line += code_reference(code)
            text += line
        return list(text.children)


def _without_none(annotation: object) -> object:
    """Return the annotation without None."""
    if typing.get_origin(annotation) in {typing.Union, types.UnionType}:
        rest = [one for one in typing.get_args(annotation) if one is not types.NoneType]
        return typing.Union[tuple(rest)]  # noqa: UP007 - made at run time
    return annotation


def type_nodes(annotation: object) -> list[nodes.Node]:
    """Return an annotation as code in which each public class is a link."""
    given = _without_none(annotation)
    origin, arguments = typing.get_origin(given), typing.get_args(given)
    if origin in {typing.Union, types.UnionType}:
        found: list[nodes.Node] = []
        for number, one in enumerate(arguments):
            found += [*([nodes.Text(" | ")] if number else []), *type_nodes(one)]
        return found
    if origin in {tuple, frozenset}:
        end = ", ...]" if origin is tuple else "]"
        name = nodes.literal("", f"{origin.__name__}[")
        return [name, *type_nodes(arguments[0]), nodes.literal("", end)]
    if not inspect.isclass(given):
        return [nodes.literal("", str(given))]
    path = public_path(f"{given.__module__}.{given.__name__}") or _PYTHON.get(given)
    return [
        code_reference(path, text=given.__name__) if path else nodes.literal("", given.__name__)
    ]


def privacy_class(field: Field) -> str:
    """Return the class of a field under UU 27/2022, or a dash."""
    return "–" if field.sensitivity.name == "NONE" else field.sensitivity.value


def issue_codes(cls: type, field: Field) -> list[str]:
    """Return the codes of the rules of a class that report at this field."""
    return next(list(one.codes) for one in fields_of(cls) if one.name == field.name)


@cache
def users_of(kind: type) -> list[str]:
    """Return the paths of the fields that hold values of a type."""
    return [
        f"{path}.{field.name}"
        for path, one in public_names().items()
        if is_record_class(one.value)
        for field in record_info(one.value).fields  # type: ignore[arg-type]
        if kind in _kinds(field.type)
    ]


def _kinds(field_type: FieldType) -> tuple[type, ...]:
    inner = unwrap(field_type)
    if isinstance(inner, InstanceUnionType):
        return tuple(inner.types)
    return inner.vocabularies if isinstance(inner, TermType) else (inner.python_type,)


def add_table(  # noqa: PLR0913 - as Sphinx calls it
    app: Sphinx, what: str, name: str, value: object, options: object, lines: list[str]
) -> None:
    """Put the table of fields into the docstring of a record class, below its description."""
    del app, options
    if what == "class" and is_record_class(value):
        ends = (number for number, line in enumerate(lines) if line.startswith((":raises", ">>>")))
        end = next(ends, len(lines))
        lines[end:end] = [f".. record-fields:: {public_path(name)}", ""]


def shorten_signature(  # noqa: PLR0913 - as Sphinx calls it
    app: Sphinx, what: str, name: str, value: Any, options: object, signature: str, returns: str
) -> tuple[str, str] | None:
    """Show the constructor of a record class by the names of its fields; the table has the rest."""
    del app, name, options, signature
    if what != "class" or not is_record_class(value):
        return None
    needed = [one.name for one in record_info(value).fields if one.required]
    return f"({', '.join(['*', *needed, '...'])})", returns


def setup(app: Sphinx) -> dict[str, bool]:
    """Connect to Sphinx."""
    app.add_directive("record-fields", RecordFields)
    app.connect("autodoc-process-docstring", add_table, priority=800)
    app.connect("autodoc-process-signature", shorten_signature)
    return {"parallel_read_safe": True}
