"""No output, error, warning or log contains a number, telephone number or name of a person."""

import json
import logging
import traceback
from contextlib import contextmanager
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from psm_core import PsmError, checks, evolve, load_regions, wire
from psm_core._core.field_types import CollectionType, TextType, unwrap_optional
from psm_core._core.record import is_record_class, record_info
from psm_core.privacy import Audience, redact
from psm_core.terms import Sensitivity
from psm_core.testing import records
from psm_core.values.personal_number import PersonalNumber
from psm_core.values.phone import PhoneNumber
from tests.each_class import EACH_CLASS
from tests.project.records import RECORDS
from tests.property.test_printers import PRINTERS
from tests.property.test_roundtrip import JSON, corrupt

TODAY = date(2025, 10, 10)
MARK = "aisahaR"[::-1]  # turned, so that no strategy draws it from this source


def planted(record):
    """Return the record with a mark in place of every text of a personal class, at any depth."""
    return evolve(record, **dict(_planted(record)))


def _planted(record):
    for field in record_info(type(record)).fields:
        value = getattr(record, field.name)
        if value is not None:
            yield field.name, _with_mark(value, field.type, field.sensitivity)


def _with_mark(value, field_type, sensitivity):
    inner = unwrap_optional(field_type)
    if isinstance(inner, CollectionType):
        return inner.made(_with_mark(one, inner.item, sensitivity) for one in value)
    if is_record_class(inner.python_type):
        return planted(value)
    is_free = isinstance(inner, TextType) and inner.form is None
    if is_free and sensitivity is not Sensitivity.NONE:
        return f"{MARK}{abs(hash(value)) % 10**9}"[: inner.max_length]
    return value


def numbers(value):
    """Yield every number of a person in a record, in the forms in which it might be shown."""
    if isinstance(value, PersonalNumber):
        yield value.unmasked
        yield value.unmasked[6:12]  # birth date and sex
    elif isinstance(value, PhoneNumber):
        yield value.unmasked
        yield value.unmasked[3:]
    elif is_record_class(type(value)):
        for field in record_info(type(value)).fields:
            yield from numbers(getattr(value, field.name))
    elif isinstance(value, tuple | frozenset):
        for one in value:
            yield from numbers(one)


@contextmanager
def logged():
    """Yield the list of all that is logged meanwhile, by anybody."""
    messages = []
    handler = logging.Handler(logging.NOTSET)
    handler.emit = lambda entry: messages.append(entry.getMessage())
    root, level = logging.getLogger(), logging.getLogger().level
    root.addHandler(handler)
    root.setLevel(logging.NOTSET)
    try:
        yield messages
    finally:
        root.removeHandler(handler)
        root.setLevel(level)


def shown_of(error):
    """Return all that a program, a person or a log may see of an error."""
    issues = getattr(error, "issues", None) or [getattr(error, "issue", "")]
    sentences = [
        text for one in issues if one for text in (one.describe("en"), one.describe("id"), str(one))
    ]
    return [*traceback.format_exception(error), str(error), repr(error), *sentences]


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.__name__)
@given(data=st.data())
@EACH_CLASS
def test_no_output_contains_personal_data(kind, data):
    record = planted(data.draw(records(kind)))
    written = corrupt(data.draw, wire.to_builtins(record), JSON)
    with logged() as messages:
        shown = [*shown_of_record(record), *shown_of_reading(record, written)]
    for text in [*shown, *messages]:
        for secret in [MARK, *numbers(record)]:
            assert secret not in text


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.__name__)
@given(data=st.data())
@settings(EACH_CLASS, max_examples=settings().max_examples // 12)
def test_no_printer_shows_personal_data(kind, data):
    record = planted(data.draw(records(kind)))
    for show in PRINTERS:
        shown = show([record])
        assert kind.__name__[:8] in shown  # reprlib shortens
        for secret in [MARK, *numbers(record)]:
            assert secret not in shown


def shown_of_record(record):
    yield from (repr(record), str(record), f"{record}")
    yield json.dumps(redact(record, audience=Audience.PUBLIC), ensure_ascii=False)
    for issue in checks.check(record, regions=load_regions(), as_of=TODAY):
        yield from (str(issue), repr(issue), issue.describe("id"))


def shown_of_reading(record, written):
    kind = type(record)
    wrong = {field.name: {} for field in record_info(kind).fields}
    yield repr(wire.report(written, kind, keep_unknown=True))
    for read in (
        lambda: wire.from_builtins(written, kind),
        lambda: evolve(record, **wrong),
        lambda: evolve(record, **written),
    ):
        try:
            read()
        except (PsmError, TypeError) as error:
            yield from shown_of(error)
