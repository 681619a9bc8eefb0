"""Documents read and written with msgspec: the same verdicts and bytes as without it."""

import importlib
import json
import subprocess
import sys
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psm_core import (
    NIK,
    Address,
    AttendanceList,
    Beneficiary,
    Extensions,
    NIKAbsence,
    Person,
    RegionCode,
    ValidationError,
    Worker,
    terms,
    wire,
)
from psm_core.terms import DisabilityType, Term
from psm_core.testing import records
from psm_core.wire.record_readers import InvalidDataError
from psm_core.wire.valid_documents import DOCUMENT_READERS, _json_reader
from psm_core.wire.versions import NAMES, schema_id
from psm_core.wire.writing import DOCUMENT_WRITERS, _json_writer
from tests.each_class import EACH_CLASS

msgspec = pytest.importorskip("msgspec")
structs = pytest.importorskip("psm_core.wire.structs")
STRUCT_READERS, STRUCT_WRITERS = structs.STRUCT_READERS, structs.STRUCT_WRITERS
NUMBER = "9901014108900001"
PERSON = {"nik": NUMBER, "name": "Contoh"}
WORKER = {
    "id": "psm-1",
    "person": PERSON,
    "assignments": [
        {"pillar": "psm", "serves": "63.10.09.2005", "since": "2019-08-01"},
        {"pillar": "tksk", "serves": "63.10.09", "since": "2020-08-01", "until": "2024-01-01"},
    ],
    "attested_requirements": ["ktp-setempat", "relawan-sosial"],
}
LIST = {
    "id": "daftar-1",
    "title": "Bimtek",
    "sessions": [{"key": "1", "date": "2025-10-10", "start": "08:30"}],
}
BENEFICIARY = {
    "id": "b-1",
    "person": PERSON,
    "classifications": [
        {"category": "ppks-26:pemulung", "date": "2025-10-10", "source": "pendataan"}
    ],
}


@pytest.fixture
def without_msgspec(monkeypatch):
    """Return a function after whose call msgspec seems to be missing."""

    def hide():
        monkeypatch.setitem(sys.modules, "psm_core.wire.structs", None)
        monkeypatch.delattr(wire, "structs", raising=False)
        DOCUMENT_READERS.clear()
        DOCUMENT_WRITERS.clear()

    yield hide
    DOCUMENT_READERS.clear()
    DOCUMENT_WRITERS.clear()


def document(data, cls=Person):
    return json.dumps({"schema": schema_id(cls), "data": data}, ensure_ascii=False)


def compact(data, cls=Person):
    return json.dumps(
        {"schema": schema_id(cls), "data": data}, ensure_ascii=False, separators=(",", ":")
    )


def outcome(text, cls):
    """Return the record, or the path and code of each issue."""
    report = wire.report(text, cls)
    return report.record or [(issue.path, issue.code) for issue in report.issues]


def is_read_with_msgspec(text, cls=Person):
    try:
        STRUCT_READERS[cls](text)
    except Exception:  # noqa: BLE001 - it gives no reason
        return False
    return True


def changed(data, **values):
    return {**data, **values}


TRAPS = {
    "date with a time": compact(changed(PERSON, life_status_date="2025-10-10T00:00:00")),
    "date without dashes": compact(changed(PERSON, life_status_date="20251010")),
    "date of a week": compact(changed(PERSON, life_status_date="2025-W01-1")),
    "date not in the calendar": compact(changed(PERSON, life_status_date="2025-02-29")),
    "date as a number": compact(changed(PERSON, life_status_date=1760054400)),
    "digits of other scripts": compact(changed(PERSON, nik="٩" * 16)),
    "NIK without a date": compact(changed(PERSON, nik="9901019908900001")),
    "NIK as a number": compact(changed(PERSON, nik=int(NUMBER))),
    "NIK with a line feed": compact(changed(PERSON, nik=NUMBER + "\n")),
    "name of a term": compact(changed(PERSON, sex="PEREMPUAN")),
    "label of a term": compact(changed(PERSON, sex="Perempuan")),
    "unknown term": compact(changed(PERSON, sex="P")),
    "true as text": compact(changed(PERSON, name=True)),
    "blank text": compact(changed(PERSON, name=" ")),
    "invisible text": compact(changed(PERSON, name="\u200b")),
    "control character": compact(changed(PERSON, name="Con\x07toh")),
    "delete character": compact(changed(PERSON, name="Con\x7ftoh")),
    "escaped control character": compact(PERSON).replace("Contoh", r"Con\u0007toh"),
    "long text": compact(changed(PERSON, name="x" * 201)),
    "long text that normalization shortens": compact(changed(PERSON, name="e\u0301" * 101)),
    "lone surrogate": compact(PERSON).replace("Contoh", r"\ud800"),
    "lone surrogate in a str": compact(changed(PERSON, name="\ud800")),
    "RT in another form": compact(changed(PERSON, domicile={"rt": "abc"})),
    "empty object": compact(changed(PERSON, domicile={})),
    "list for an object": compact(changed(PERSON, domicile=["001"])),
    "null for a required field": compact(changed(PERSON, name=None)),
    "missing field": compact({"nik": NUMBER}),
    "unknown field": compact(changed(PERSON, nmae="Contoh")),
    "broken invariant": compact(changed(PERSON, nik_absence="belum-memiliki")),
    "document inside": compact({"schema": "psm.person/1", "data": PERSON}),
    "data null": compact(None),
    "data list": compact([PERSON]),
    "other schema": compact(PERSON).replace("psm.person/1", "psm.worker/1"),
    "newer version": compact(PERSON).replace("psm.person/1", "psm.person/2"),
    "no schema": json.dumps({"data": PERSON}),
    "key beside data": compact(PERSON)[:-1] + ',"more":1}',
    "repeated schema": '{"schema":"psm.person/1",' + compact(PERSON)[1:],
    "repeated data": compact(PERSON)[:-1] + ',"data":{}}',
    "repeated key": compact(PERSON).replace('"nik"', '"name":"Lain","nik"'),
    "repeated key, escaped": compact(PERSON).replace('"nik"', r'"n\u0061me":"Lain","nik"'),
    "repeated key with null": compact(PERSON).replace('"nik"', '"sex":null,"sex":null,"nik"'),
    "repeated key beside colons": compact(changed(PERSON, name="a : b")).replace(
        '"nik"', '"name":"Lain : dia","nik"'
    ),
    "repeated key in an extension": compact(
        changed(PERSON, extensions={"id.go": {"b": 1}})
    ).replace('"b":1', '"b":{"c":1,"c":1}'),
    "extension without a namespace": compact(changed(PERSON, extensions={"x": 1})),
    "extension with an infinite number": compact(changed(PERSON, extensions={"id.go": 7})).replace(
        "7", "1e999"
    ),
    "extension with a long integer": compact(changed(PERSON, extensions={"id.go": 2**63})),
    "extension with NaN": compact(changed(PERSON, extensions={"id.go": float("nan")})),
    "extensions null": compact(changed(PERSON, extensions=None)),
    "byte order mark inside": compact(changed(PERSON, name="\ufeff")),
    "comma at the end": compact(PERSON).replace("}}", ",}}"),
    "text behind the document": compact(PERSON) + "x",
    "two documents": compact(PERSON) * 2,
    "comment": "// x\n" + compact(PERSON),
    "form feed": "\f" + compact(PERSON),
    "nothing": "",
    "deep": "[" * 100_000,
}


@pytest.mark.parametrize("text", TRAPS.values(), ids=TRAPS)
def test_invalid_document_has_the_same_issues_without_msgspec(text, without_msgspec):
    assert not is_read_with_msgspec(text)
    found = wire_outcome(text)
    without_msgspec()
    assert wire_outcome(text) == found
    assert not isinstance(found, Person)


def wire_outcome(text):
    try:
        return outcome(text, Person)
    except ValidationError as error:
        return error.issues


INVALID_VALUES = [
    (AttendanceList, "start", "08:30", "08:30:00"),
    (AttendanceList, "start", "08:30", "24:00"),
    (Beneficiary, "category", "ppks-26:pemulung", "pemulung"),
    (Worker, "id", "psm-1", "9901014108900001"),
    (Worker, "serves", "63.10.09.2005", "63.10.9.2005"),
    (Worker, "attested", "relawan-sosial", "ktp-setempat"),
    (Worker, "until", "2024-01-01", "2020-07-31"),
]
DATA = {AttendanceList: LIST, Beneficiary: BENEFICIARY, Worker: WORKER}


@pytest.mark.parametrize(("cls", "about", "old", "new"), INVALID_VALUES)
def test_invalid_value_has_the_same_issues_without_msgspec(cls, about, old, new, without_msgspec):
    text = compact(DATA[cls], cls)
    assert is_read_with_msgspec(text, cls), about
    wrong = text.replace(old, new)
    assert not is_read_with_msgspec(wrong, cls)
    found = outcome(wrong, cls)
    without_msgspec()
    assert outcome(wrong, cls) == found
    assert isinstance(found, list)


@pytest.mark.parametrize("number", ["12.0", "12e0", "true", '"12"', "1001", "-1", "1" * 20])
def test_number_that_is_no_integer_in_bounds_is_rejected(number, without_msgspec):
    training = {"name": "Bimtek", "hours": 12}
    text = compact(changed(WORKER, trainings=[training]), Worker)
    assert is_read_with_msgspec(text, Worker)
    wrong = text.replace('"hours":12', f'"hours":{number}')
    assert not is_read_with_msgspec(wrong, Worker)
    found = outcome(wrong, Worker)
    without_msgspec()
    assert outcome(wrong, Worker) == found


FORMS = {
    "as written": compact(PERSON),
    "blanks": document(PERSON),
    "indented": json.dumps(json.loads(compact(PERSON)), indent=2),
    "every blank": "\n{\t" + compact(PERSON)[1:].replace(":", " \t\r\n: ").replace("psm.", "psm."),
    "data first": json.dumps({"data": PERSON, "schema": "psm.person/1"}),
    "escaped key": compact(PERSON).replace('"name"', r'"n\u0061me"'),
    "escaped text": compact(PERSON).replace("Contoh", r"\u0043ontoh"),
    "null and other defaults": compact(
        changed(PERSON, sex=None, kk=None, birth_date=None, domicile=None, extensions={})
    ),
    "blanks in a text": compact(changed(PERSON, name="  Contoh   ")),
    "letters in two parts": compact(changed(PERSON, name="Re\u0301ni")),
    "invisible letter": compact(changed(PERSON, name="Con\u200btoh")),
    "colon in a text": compact(changed(PERSON, name="Contoh: PSM")),
    "blank before a colon in a text": compact(changed(PERSON, name="Contoh : PSM")),
    "colon first in a text": compact(changed(PERSON, name=":Contoh")),
    "quotation mark before a colon": compact(changed(PERSON, name='"Contoh": PSM')),
    "escaped colon": compact(changed(PERSON, name="Contoh: PSM")).replace(
        "Contoh:", r"Contoh\u003a"
    ),
    "other script": compact(changed(PERSON, name="張三")),
    "RT without zeros": compact(changed(PERSON, domicile={"rt": "3", "rw": "1"})),
    "partial date": compact(changed(PERSON, birth_date="1957~")),
    "full date": compact(changed(PERSON, birth_date="1957-08-17")),
    "set": compact(changed(PERSON, disabilities=["fisik", "sensorik"])),
    "empty set": compact(changed(PERSON, disabilities=[])),
    "extensions": compact(
        changed(PERSON, extensions={"id.go.contoh": {"a:b": [1, 1.5, 1e16, None, {"c": "d:e"}]}})
    ),
    "extensions with small numbers": compact(changed(PERSON, extensions={"id.go": [5e-324, -0.0]})),
}


@pytest.mark.parametrize("text", FORMS.values(), ids=FORMS)
def test_valid_document_is_read_with_msgspec(text, without_msgspec):
    record = STRUCT_READERS[Person](text)
    assert wire.from_json(text, Person) == record
    assert wire.from_json(text.encode(), Person) == record
    written = wire.to_json(record)
    without_msgspec()
    again = wire.from_json(text, Person)
    assert (again, hash(again), repr(again)) == (record, hash(record), repr(record))
    assert wire.to_json(again) == written


def test_values_have_their_own_types():
    attendance = STRUCT_READERS[AttendanceList](compact(LIST, AttendanceList))
    assert attendance.sessions[0].start == time(8, 30)
    assert attendance.sessions[0].date == date(2025, 10, 10)
    worker = STRUCT_READERS[Worker](compact(WORKER, Worker))
    assert type(worker.assignments) is tuple
    assert type(worker.attested_requirements) is frozenset
    assert worker.person.nik == NIK(NUMBER)


def test_reading_stores_nothing_in_the_text():
    text = compact(changed(PERSON, name="Réni"))
    before = sys.getsizeof(text)
    STRUCT_READERS[Person](text)
    assert sys.getsizeof(text) == before


def test_every_slug_is_decoded_as_its_term():
    vocabularies = [getattr(terms, name) for name in terms.__all__]
    for vocabulary in vocabularies:
        if issubclass(vocabulary, Term) and vocabulary is not Term:
            for member in vocabulary:
                assert msgspec.json.decode(json.dumps(member.value), type=vocabulary) is member


@pytest.mark.parametrize("cls", NAMES, ids=lambda cls: cls.__name__)
@given(data=st.data())
@EACH_CLASS
def test_documents_are_equal_without_msgspec(cls, data):
    record = data.draw(records(cls))
    text = STRUCT_WRITERS[cls](record)
    assert text == compact(wire.to_builtins(record), cls)
    assert text == _json_writer(cls)(record)
    assert STRUCT_READERS[cls](text) == _json_reader(cls)(text) == record


WRITTEN = [
    Person(name='Contoh "Si" \\ Réni', nik=NIK(NUMBER)),
    Person(name="Contoh", nik=NIK(NUMBER), disabilities=frozenset()),
    Person(name="Contoh", nik=NIK(NUMBER), disabilities=frozenset(DisabilityType)),
    Person(name="Contoh", nik=NIK(NUMBER), extensions=Extensions("{}")),
    Person(
        name="Contoh",
        nik_absence=NIKAbsence.BELUM_MEMILIKI,
        birth_date=date(987, 6, 5),
        extensions=Extensions.of({"id.go": [1e16, 1e-7, 0.1, "é\x1f\u2028/", True, None]}),
        domicile=Address(rt="003", region=RegionCode("63.10.09.2005")),
    ),
]


@pytest.mark.parametrize("record", WRITTEN)
def test_text_is_equal_without_msgspec(record, without_msgspec):
    text = STRUCT_WRITERS[Person](record)
    assert wire.to_json(record) == text
    without_msgspec()
    assert wire.to_json(record) == text


def run(script):
    """Run code in a new process and return what it prints."""
    done = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", script], check=True, capture_output=True, text=True
    )
    return done.stdout


def test_msgspec_is_imported_by_the_first_reading_only():
    printed = run(
        f"""
import sys
from psm_core import Person, wire
print("msgspec" in sys.modules)
wire.from_json({compact(PERSON)!r}, Person)
print("msgspec" in sys.modules)
"""
    )
    assert printed.split() == ["False", "True"]


def test_documents_are_read_and_written_if_msgspec_is_missing():
    text = compact(PERSON)
    printed = run(
        f"""
import sys
sys.modules["msgspec"] = None
from psm_core import Person, wire
print(wire.to_json(wire.from_json({text!r}, Person)))
"""
    )
    assert json.loads(printed) == json.loads(text)


@pytest.mark.parametrize("version", ["0.19.0", "0.20.0rc1", "0.21.1", "1.0b1", "10.2"])
def test_version_of_msgspec_is_supported(version):
    assert structs.is_supported(version)


@pytest.mark.parametrize("version", ["0.18.6", "0.9", "unknown", ""])
def test_old_version_of_msgspec_is_not_used(version, monkeypatch):
    monkeypatch.setattr(msgspec, "__version__", version)
    with pytest.raises(ImportError, match="version"):
        importlib.reload(structs)


def test_repeated_key_gives_no_reason():
    with pytest.raises(InvalidDataError):
        STRUCT_READERS[Person](TRAPS["repeated key"])
