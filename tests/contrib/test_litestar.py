"""An application of Litestar reads, writes and describes records, values and terms."""

import importlib
import sys
import warnings
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Annotated, Any, NamedTuple, TypedDict

import attrs
import jsonschema
import msgspec
import pytest

pytest.importorskip("litestar")

from litestar import Litestar, MediaType, Response, get, post
from litestar.exceptions import ImproperlyConfiguredException
from litestar.params import Body, Parameter
from litestar.testing import TestClient

from psm_core import (
    NIK,
    Address,
    MissingExtraError,
    Person,
    RegionCode,
    Worker,
    WorkerId,
    explain,
    load_regions,
    wire,
)
from psm_core.contrib.litestar import PsmPlugin, Redacted
from psm_core.contrib.msgspec import Record
from psm_core.privacy import Audience
from psm_core.terms import Sex

# Version 2.25 asks for markers that the oldest supported version does not have.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")
NUMBER = "9901014108900001"
WORKER = Worker(id=WorkerId("psm-1"), person=Person(nik=NIK(NUMBER), name="Ani Contoh"))
DATA = wire.to_builtins(WORKER)
BROKEN = {"id": "psm-1", "person": {"nik": "99010141", "name": "Ani Contoh"}}
PublicWorker = Annotated[Worker, Redacted(Audience.PUBLIC)]
PUBLIC = {"redacted": "public"}
AT = "2025-10-09T08:30:00"


class Level(Enum):
    LOW = "low"


@dataclass
class Levels:
    a: Level


class Row(NamedTuple):
    worker: Worker


class Part(TypedDict):
    worker: Worker


@attrs.define
class Owned:
    worker: Worker


@dataclass
class Visit:
    worker: Worker
    number: int = 0
    public: PublicWorker | None = None
    at: datetime | None = None


class Message(msgspec.Struct):
    person: Record[Person]
    number: int = 0


class Careless(msgspec.Struct):
    people: list[Person]


def echo(path, kind, result=None, **options):
    """Return a handler that answers with its data."""

    def handler(data):
        return data

    handler.__annotations__ = {"data": kind, "return": kind if result is None else result}
    return post(path, sync_to_thread=False, **options)(handler)


def application(**options):
    home_code = Annotated[RegionCode | None, Parameter(header="x-home")]

    @get("/people/{nik:str}", sync_to_thread=False)
    def person(  # noqa: PLR0913 - one of each kind
        nik: NIK,
        code: RegionCode,
        sex: Sex | None = None,
        codes: list[RegionCode] | None = None,
        year: int = 0,
        home: home_code = None,
        levels: list[Level] | None = None,
    ) -> list[Any]:
        return [nik, code, sex, codes, year, home, *(levels or ())]

    @get("/any", sync_to_thread=False)
    def untyped() -> dict[str, Any]:
        return {"worker": WORKER, "address": Address(rt="001"), "nik": NIK(NUMBER)}

    @get("/response", sync_to_thread=False)
    def response() -> Response[PublicWorker]:
        return Response(WORKER, status_code=202)

    @get("/bare-response", sync_to_thread=False, media_type=MediaType.JSON)
    def bare_response() -> PublicWorker:
        return Response(WORKER)

    @get("/raise/{name:str}", sync_to_thread=False)
    def fail(name: str) -> None:
        if name == "region":
            load_regions()[RegionCode("99.99")]
        explain("Permensos 8/2013") if name == "word" else Person(name=" ")

    form = Annotated[Worker, Body(media_type="application/x-www-form-urlencoded")]
    words = Annotated[dict[str, Sex], Body(media_type="application/x-www-form-urlencoded")]
    return Litestar(
        [
            *(person, untyped, response, bare_response, fail),
            echo("/workers", Worker),
            echo("/public", Worker, PublicWorker),
            echo("/maybe", Worker | None),
            echo("/list", list[Worker], list[PublicWorker]),
            echo("/dict", dict[str, Worker], dict[str, PublicWorker]),
            echo("/visits", Visit),
            echo("/rows", list[Row]),
            echo("/parts", list[Part]),
            echo("/owned", Owned),
            echo("/messages", Message),
            echo("/terms", list[Sex]),
            echo("/code", RegionCode),
            echo("/form", form, Worker),
            echo("/levels", Levels),
            echo("/words", words, dict[str, Sex]),
        ],
        plugins=[PsmPlugin(**options)],
        logging_config=None,
    )


@pytest.fixture(scope="module")
def client():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        app = application()
    with TestClient(app) as client:
        yield client


def errors_of(answer):
    assert answer.status_code == 400, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    return {(one.get("in"), one["pointer"], one["code"]) for one in answer.json()["errors"]}


def test_record_is_read_and_written_wherever_it_is(client):
    bodies = {
        "workers": (DATA, DATA),
        "public": (DATA, PUBLIC),
        "maybe": (DATA, DATA),
        "list": ([DATA], [PUBLIC]),
        "dict": ({"a": DATA}, {"a": PUBLIC}),
        "visits": (
            {"worker": DATA, "number": 3, "public": DATA, "at": AT},
            {"worker": DATA, "number": 3, "public": PUBLIC, "at": AT},
        ),
        "rows": ([[DATA]], [[DATA]]),
        "parts": ([{"worker": DATA}], [{"worker": DATA}]),
        "owned": ({"worker": DATA}, {"worker": DATA}),
        "messages": ({"person": DATA["person"]}, {"person": DATA["person"], "number": 0}),
        "terms": (["perempuan"], ["perempuan"]),
    }
    for path, (sent, written) in bodies.items():
        answer = client.post(f"/{path}", json=sent)
        assert (answer.status_code, answer.json()) == (201, written), path


def test_invalid_record_is_answered_with_every_issue_and_no_value(client):
    issue = "person/nik", "nik.length"
    for path, sent, pointer in (
        ("workers", BROKEN, ""),
        ("maybe", BROKEN, ""),
        ("list", [DATA, BROKEN], "/1"),
        ("dict", {"a": BROKEN}, "/0/1"),
        ("visits", {"worker": BROKEN}, "/worker"),
        ("parts", [{"worker": BROKEN}], "/0/worker"),
        ("owned", {"worker": BROKEN}, "/worker"),
    ):
        answer = client.post(f"/{path}", json=sent)
        assert ("body", f"{pointer}/{issue[0]}", issue[1]) in errors_of(answer), path
        assert "99010141" not in answer.text
    answer = client.post("/messages", json={"person": BROKEN["person"]})
    assert errors_of(answer) == {("body", "/person/nik", "nik.length")}
    answer = client.post("/visits", json={"worker": BROKEN, "number": "x"})
    assert {pointer for _, pointer, _ in errors_of(answer)} == {"/worker/person/nik", "/number"}
    answer = client.post("/workers", json={**DATA, "Rumah Budi": 1})
    assert errors_of(answer) == {("body", "/?", "field.unknown")}


def test_body_that_is_no_record_is_invalid(client):
    for body, code in (
        (b"{,", "json.syntax"),
        (b"\xff\xfe", "json.encoding"),
        (b"[" * 200_000, "json.too_deep"),
        (b'{"id": "a", "id": "b"}', "json.duplicate_key"),
        (b"[]", "type.object"),
    ):
        codes = {code for _, _, code in errors_of(client.post("/workers", content=body))}
        assert code in codes
    for path in ("workers", "maybe", "list", "levels"):
        assert errors_of(client.post(f"/{path}")) == {("body", "", "field.missing")}, path
    assert errors_of(client.post("/levels", json={"a": "x"})) == {("body", "/a", "term.unknown")}
    assert errors_of(client.post("/list", json={})) == {("body", "", "type.list")}
    assert errors_of(client.post("/terms", json="")) == {("body", "", "type.list")}
    assert errors_of(client.post("/messages", json={})) == {("body", "", "field.missing")}


def test_form_is_read_as_people_type_it(client):
    typed = {"id": "psm-1", "person.nik": "9901 0141 0890 0001", "person.name": "Ani Contoh"}
    assert client.post("/form", data=typed).json() == DATA
    answer = client.post("/form", data={**typed, "person.nik": "99010141"})
    assert ("body", "/person/nik", "nik.length") in errors_of(answer)
    assert client.post("/words", data={"a": "perempuan"}).json() == {"a": "perempuan"}


def test_parameters_are_values_and_terms(client):
    url = f"/people/{NUMBER}?code=63.10&sex=perempuan&codes=63&codes=64&year=5"
    answer = client.get(url, headers={"x-home": "63.71"})
    assert answer.json() == [NUMBER, "63.10", "perempuan", ["63", "64"], 5, "63.71"]
    answer = client.get(
        "/people/99010141?code=1 - 2&sex=perempuan&sex=ZZ&codes=6&year=x&levels=low&levels=ZZ",
        headers={"x-home": "6"},
    )
    assert errors_of(answer) == {
        ("path", "/nik", "nik.length"),
        ("query", "/code", "region_code.format"),
        ("query", "/sex", "term.unknown"),
        ("query", "/levels", "term.unknown"),
        ("query", "/codes", "region_code.format"),
        ("query", "/year", "type.value"),
        ("header", "/home", "region_code.format"),
    }
    assert not any(one in answer.text for one in ("99010141", "ZZ", "1 - 2"))
    answer = client.get(f"/people/{NUMBER}?code=63&sex=permpuan", headers={"accept-language": "en"})
    (error,) = answer.json()["errors"]
    assert "did you mean perempuan?" in error["detail"]
    assert errors_of(client.get(f"/people/{NUMBER}")) == {("query", "/code", "field.missing")}


def test_header_decides_the_language(client):
    for language, title in (("en", "Invalid data"), ("id", "Data tidak valid"), ("fr", "Data")):
        answer = client.get("/people/1?code=63", headers={"Accept-Language": language})
        assert answer.json()["title"].startswith(title)
    with TestClient(application(language="en")) as english:
        assert english.get("/people/1?code=63").headers["content-language"] == "en"
    with pytest.raises(ValueError, match="language"):
        PsmPlugin(language="fr")


def test_record_without_annotation_is_written_by_wire(client):
    written = {"worker": DATA, "address": {"rt": "001"}, "nik": NUMBER}
    assert client.get("/any").json() == written


def test_value_is_a_text_of_json(client):
    answer = client.post("/code", json="63.10")
    assert (answer.text, answer.headers["content-type"]) == ('"63.10"', "application/json")


def test_content_of_a_response_is_redacted(client):
    answer = client.get("/response")
    assert (answer.status_code, answer.json()) == (202, PUBLIC)
    assert client.get("/bare-response").json() == PUBLIC


def test_error_that_a_handler_raises_is_a_problem(client):
    for name, status in (("person", 400), ("region", 404), ("word", 404)):
        answer = client.get(f"/raise/{name}")
        assert (answer.status_code, answer.json()["status"]) == (status, status)


def test_openapi_document_defines_each_type_once(client):
    document = client.get("/schema/openapi.json").json()
    schemas = document["components"]["schemas"]
    assert {"Worker", "WorkerPublic", "Person", "NIK", "Sex", "ProblemDetails"} <= schemas.keys()
    assert not [name for name in schemas if "psm" in name]
    for path, status in (("workers", "201"), ("public", "201")):
        content = document["paths"][f"/{path}"]["post"]["responses"][status]["content"]
        name = {"workers": "Worker", "public": "WorkerPublic"}[path]
        assert content["application/json"]["schema"] == {"$ref": f"#/components/schemas/{name}"}
    assert (
        "application/json" in document["paths"]["/response"]["get"]["responses"]["200"]["content"]
    )
    problem = document["paths"]["/workers"]["post"]["responses"]["400"]["content"]
    assert problem.keys() == {"application/problem+json"}
    validator = jsonschema.Draft202012Validator({**document, "$ref": "#/components/schemas/Worker"})
    assert validator.is_valid(DATA)
    assert not validator.is_valid(BROKEN)


def test_what_cannot_be_read_is_refused_at_the_start():
    packed = Annotated[Worker, Body(media_type="application/x-msgpack")]
    for kind, message in (
        (Careless, r"Careless\.people: write Record"),
        (list[Worker | Person | None], "a union may have one record"),
        (packed, "MessagePack"),
    ):
        with pytest.raises(ImproperlyConfiguredException, match=message):
            Litestar([echo("/", kind)], plugins=[PsmPlugin()])


def test_missing_library_is_named_with_its_extra(monkeypatch):
    monkeypatch.setitem(sys.modules, "litestar", None)
    monkeypatch.delitem(sys.modules, "psm_core.contrib.litestar")
    with pytest.raises(MissingExtraError, match=r"pip install 'psm-core\[litestar\]'"):
        importlib.import_module("psm_core.contrib.litestar")
