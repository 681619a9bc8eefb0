"""What the sentences about changes and conflicts call a field, in Indonesian and English."""

import re
from typing import Final

from .._core.field_paths import field_type_at
from .._core.field_types import CollectionType, unwrap_optional
from .._paths import Steps
from ..tables.layouts.export_headings import export_heading

_SEPARATOR: Final = ": "
_ONE: Final = {"en": "one", "id": "satu"}
_NUMBERED: Final = re.compile(r"(.+) ([0-9]+)")
_NO_NOUNS: Final = {
    "en": frozenset(
        [
            "against",
            "answers",
            "by",
            "commemorates",
            "corrects",
            "expected",
            "no",
            "of",
            "on",
            "present",
            "registered",
            "required",
            "resumes",
            "serves",
            "since",
            "until",
            "withdrawn",
            "within",
        ]
    ),
    "id": frozenset({"mewakili", "mulai", "oleh", "sampai", "selesai", "wajib"}),
}
"""Last words of labels that cannot be the subject of a sentence without quotation marks."""


def subject(record_class: type, path: Steps, language: str) -> str:
    """Return the labels of a path as the subject of a sentence.

    Items of lists have their number, from 1; those of sets are each called one.

    >>> from psm_core import Worker
    >>> subject(Worker, ("assignments", 0, "until"), "en")
    'Assignment 1: "Until"'
    >>> subject(Worker, ("assignments", 0, "until"), "id")
    'Penugasan 1: "Sampai"'
    """
    if path and isinstance(path[-1], int) and _is_set(record_class, path[:-1]):
        return f"{subject(record_class, path[:-1], language)}{_SEPARATOR}{_ONE[language]}"
    parts = export_heading(record_class, path, language).split(_SEPARATOR)
    if parts[-1].split(" ")[-1].casefold() in _NO_NOUNS[language]:
        parts[-1] = f'"{parts[-1]}"'
    if language == "en":
        parts = [_singular(part) for part in parts]
    return _SEPARATOR.join(parts)


def _is_set(record_class: type, path: Steps) -> bool:
    field_type = unwrap_optional(field_type_at(record_class, path))
    return isinstance(field_type, CollectionType) and field_type.container is frozenset


def _singular(label: str) -> str:
    """Return a label with a number in the singular: ``Assignments 1`` → ``Assignment 1``."""
    found = _NUMBERED.fullmatch(label)
    if found is None:
        return label
    words, number = found.groups()
    for plural, singular in (("ies", "y"), ("ches", "ch"), ("s", "")):
        if words.endswith(plural):
            return f"{words.removesuffix(plural)}{singular} {number}"
    return label
