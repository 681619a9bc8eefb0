"""The documents that are read and written: valid, broken, unusual, of every class and of any size."""

import json
import random
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache
from itertools import count
from typing import Any

from psm_core import (
    KK,
    NIK,
    Address,
    Assignment,
    AttendanceList,
    Case,
    Certification,
    Decree,
    Event,
    Person,
    PhoneNumber,
    Pillar,
    RegionCode,
    Sex,
    Training,
    TrainingTier,
    ValidationError,
    Worker,
    WorkerId,
    wire,
)
from psm_core.terms import Citizenship, EligibilityRequirement, MaritalStatus, Religion
from psm_core.wire.versions import NAMES

SEED = 22
Data = dict[str, Any]


def worker(number: int, chance: random.Random) -> Worker:
    """Return an invented worker with most fields, as in a register."""
    born = date(1960, 1, 1) + timedelta(days=chance.randrange(16000))
    woman = chance.random() < 0.5
    day = born.day + 40 * woman
    digits = f"99{chance.randrange(10000):04}{day:02}{born:%m%y}{number % 9999 + 1:04}"
    village = RegionCode(f"99.01.{chance.randrange(1, 30):02}.2{chance.randrange(1, 20):03}")
    since = date(2019, 8, 1) + timedelta(days=chance.randrange(1500))
    return Worker(
        id=WorkerId(f"psm-{number:06}"),
        person=Person(
            nik=NIK(digits),
            kk=KK(f"990101010119{number:04}"[:16]),
            name=chance.choice(["Contoh", "Siti Contoh", "Muhammad Contoh bin Misal, S.Sos."]),
            sex=Sex.PEREMPUAN if woman else Sex.LAKI_LAKI,
            birth_place="Misalan",
            birth_date=born,
            citizenship=Citizenship.WNI,
            religion=chance.choice(list(Religion)),
            marital_status=chance.choice(list(MaritalStatus)),
            phone=PhoneNumber(f"+628000000{number % 1000:03}"),
            ktp_address=Address(street="Jl. Contoh No. 1", rt="003", rw="001", region=village),
        ),
        assignments=(
            Assignment(
                pillar=Pillar.PSM,
                serves=village,
                since=since,
                decree=Decree(number=f"400.9/{number}/2019", date=since, issuer="Lurah Contoh"),
            ),
            Assignment(
                pillar=Pillar.TKSK,
                serves=RegionCode("99.01.01"),
                since=since,
                until=date(2024, 1, 1),
            ),
        ),
        trainings=(
            Training(
                name="Bimbingan Teknis Dasar PSM",
                tier=TrainingTier.DASAR,
                date=since,
                certificate_number=f"BTD-{number}",
            ),
        ),
        certifications=(Certification(number=f"S-{number}", since=since),),
        membership_number=f"99.01.01-{number % 10000:04}",
        attested_requirements=frozenset(list(EligibilityRequirement)[:3]),
    )


def worker_texts(number: int) -> list[str]:
    """Return the documents of invented workers, the same ones in every run."""
    chance = random.Random(SEED)
    return [wire.to_json(worker(n, chance)) for n in range(number)]


def _changed(text: str, change: Callable[[Data], object], **options: Any) -> str:  # noqa: ANN401
    document = json.loads(text)
    change(document["data"])
    return json.dumps(document, **{"ensure_ascii": False, "separators": (",", ":"), **options})


def _set(*path: str | int, value: object) -> Callable[[Data], object]:
    """Return a change that sets a value."""

    def change(data: Any) -> None:  # noqa: ANN401 - a dict, or a list inside it
        for step in path[:-1]:
            data = data[step]
        data[path[-1]] = value

    return change


def _break_ten_fields(data: Data) -> None:
    """Break ten fields."""
    person = data["person"]
    person |= {"nik": "9901013102900001", "name": " ", "sex": "?", "birth_date": "1990-13-01"}
    person |= {"religion": 7, "phone": "0812", "nama": "Contoh"}
    data["assignments"][0]["since"] = "2019"
    del data["assignments"][1]["pillar"]
    data["trainings"][0]["date"] = 20190801


BROKEN: dict[str, Callable[[Data], object]] = {
    "a NIK without a birth date": _set("person", "nik", value="9901013102900001"),
    "an unknown field": _set("person", "nama", value="Contoh"),
    "a missing field": lambda data: data["assignments"][0].pop("pillar"),
    "a number in place of a text": _set("person", "name", value=7),
    "an unknown term": _set("person", "religion", value="?"),
    "ten issues": _break_ten_fields,
}
"""What is wrong → the change of a worker's document that every contender with rules rejects."""

_PLAIN: Callable[[Data], object] = lambda data: None  # noqa: ARG005, E731 - no change
_ACCENTS = _set("person", "name", value="Nur\u2019aini \u00c9lok")
UNUSUAL: dict[str, tuple[Callable[[Data], object], Data]] = {
    "blanks after separators": (_PLAIN, {"separators": (", ", ": ")}),
    "indented": (_PLAIN, {"separators": (",", ": "), "indent": 2}),
    "letters outside ASCII": (_ACCENTS, {}),
    "the same, escaped": (_ACCENTS, {"ensure_ascii": True}),
    "explicit nulls": (lambda data: data["person"].update(birth_place=None, phone=None), {}),
    "a colon in a text": (_set("person", "ktp_address", "street", value="Jl. A: No. 1"), {}),
    "custom fields": (_set("extensions", value={"id.go.contoh": {"shelf": 12}}), {}),
    "a name with two blanks": (_set("person", "name", value="Siti  Contoh"), {}),
}
"""What differs from the text that we write → the change, and the options of `json.dumps`."""


def broken(texts: list[str], name: str) -> list[str]:
    """Return documents with an issue of `BROKEN`."""
    return [_changed(text, BROKEN[name]) for text in texts]


def unusual(texts: list[str], name: str) -> list[str]:
    """Return valid documents in a form of `UNUSUAL`."""
    change, options = UNUSUAL[name]
    return [_changed(text, change, **options) for text in texts]


@cache
def _corpus() -> dict[str, list[Data]]:
    """Return the valid documents of the contract, by the name of their class."""
    files = {name.split("/")[1]: text for name, text in wire.contract() if "corpus/" in name}
    return {
        name: [
            entry["document"]["data"]
            for entry in map(json.loads, files[f"{name}-1.jsonl"].splitlines())
            if not entry["issues"]
        ]
        for name in NAMES.values()
    }


def fullest(cls: type) -> str:
    """Return a document of a class with every optional field that its rules allow together.

    Custom fields are left out; `UNUSUAL` has them.
    """
    data: Data = {}
    for fields in _corpus()[NAMES[cls]]:
        given = {key: one for key, one in fields.items() if one is not None and key != "extensions"}
        try:
            wire.from_builtins({**given, **data}, cls)
        except ValidationError:
            continue
        data = {**given, **data}
    return wire.to_json(wire.from_builtins(data, cls))


def _delegations() -> Iterator[Data]:
    for number in count():
        origin = f"{11 + number // 99 % 88}.{number % 99 + 1:02}"
        members = [f"psm-{number:04}-{one}" for one in range(3)]
        yield {"origin": origin, "present": 25, "head": "Contoh", "members": members}


def _steps() -> Iterator[Data]:
    for number in count():
        day = date(2020, 1, 1) + timedelta(days=number)
        note = "Kunjungan rumah; keluarga contoh menerima kunjungan."
        yield {"kind": "penjangkauan", "date": f"{day}", "by": "psm-000001", "note": note}


def _attendees() -> Iterator[Data]:
    for number in count():
        presences = [{"session": "hari-1", "mark": "hadir"}, {"session": "hari-2", "mark": "hadir"}]
        yield {"worker": f"psm-{number:06}", "name": "Siti Contoh", "presences": presences}


GROWING: dict[type, tuple[Data, str, Callable[[], Iterator[Data]]]] = {
    Event: ({"id": "e-1", "title": "Contoh", "kind": "temu-karya"}, "delegations", _delegations),
    Case: ({"id": "k-1", "beneficiary": "b-1"}, "steps", _steps),
    AttendanceList: (
        {
            "id": "d-1",
            "title": "Contoh",
            "sessions": [
                {"key": f"hari-{day}", "date": f"2025-10-{day:02}", "hours": 8} for day in (1, 2)
            ],
        },
        "attendees",
        _attendees,
    ),
}
"""Class → its other fields, the field that grows, and the items of that field."""


def sized(cls: type, size: int) -> str:
    """Return a document of a class of `GROWING` with at least `size` bytes."""
    data, field, items = GROWING[cls]
    data = {**data, field: []}
    length = len(json.dumps(data))
    for item in items():
        data[field].append(item)
        length += len(json.dumps(item, separators=(",", ":")))
        if length >= size:
            return wire.to_json(wire.from_builtins(data, cls))
    raise AssertionError("the items have no end")
