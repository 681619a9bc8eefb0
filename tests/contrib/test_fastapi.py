"""An application of FastAPI answers invalid data with problem details, without the data."""

import importlib
import json
import sys
from datetime import date
from typing import Annotated

import pytest
from fastapi import Body, FastAPI, Header, HTTPException, Response
from fastapi.testclient import TestClient
from starlette.exceptions import HTTPException as AnyHTTPException

from psm_core import (
    NIK,
    MissingExtraError,
    Person,
    PhoneNumber,
    RegionCode,
    Worker,
    WorkerId,
    explain,
    load_regions,
    tables,
    wire,
)
from psm_core.contrib.fastapi import add_problem_details
from psm_core.contrib.pydantic import Redacted
from psm_core.privacy import Audience

NUMBER = "9901014108900001"
PERSON = {"nik": NUMBER, "name": "Ani Contoh"}
WORKER = Worker(id=WorkerId("psm-1"), person=Person(nik=NIK(NUMBER), name="Ani Contoh"))
PublicWorker = Annotated[Worker, Redacted(Audience.PUBLIC)]
PartnerWorker = Annotated[Worker, Redacted(Audience.PARTNER, as_of=lambda: date(2025, 10, 10))]
JSON = {"Content-Type": "application/json"}
VISIT = {"schema": "psm.person/99", "data": PERSON}


def application(**options):
    app = FastAPI()
    add_problem_details(app, **options)

    @app.post("/workers", status_code=201)
    def add(worker: Annotated[Worker, Body()]) -> Worker:
        return worker

    @app.get("/public")
    def public() -> list[PublicWorker]:
        return [WORKER]

    @app.get("/partner")
    def partner() -> PartnerWorker:
        return WORKER

    @app.get("/regions/{code}")
    def region(code: RegionCode, year: int = 2025) -> str:
        return f"{load_regions()[code].name} {year}"

    @app.post("/visits")
    def visits(visits: dict[str, Person]) -> int:
        return len(visits)

    @app.post("/raise/{name}")
    def fail(name: str, agent: Annotated[str, Header(alias="x-agent")] = "") -> None:
        if name == "full":
            raise HTTPException(409, "full")
        {
            "validation": lambda: Person(name=" "),
            "parse": lambda: PhoneNumber.parse("tidak ada"),
            "table": lambda: tables.read(agent, Person),
            "version": lambda: wire.from_json(json.dumps(VISIT), Person),
            "word": lambda: explain("Permensos 8/2013"),
        }[name]()

    return app


@pytest.fixture(scope="module")
def client():
    return TestClient(application())


def test_valid_worker_is_answered_whole(client):
    answer = client.post("/workers", json=wire.to_builtins(WORKER))
    assert (answer.status_code, answer.json()) == (201, wire.to_builtins(WORKER))


def test_invalid_worker_is_answered_with_every_issue_and_no_value(client):
    data = {"id": "psm-1", "person": {"nik": "99010141", "sex": "x"}, "a/b~c": 1}
    answer = client.post("/workers", json=data)
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["content-language"] == "id"
    assert answer.headers["vary"] == "Accept-Language"
    problem = answer.json()
    assert (problem["title"], problem["status"]) == ("Data tidak valid", 422)
    errors = {one["pointer"]: one for one in problem["errors"]}
    assert errors["/person/nik"] == {
        "in": "body",
        "pointer": "/person/nik",
        "code": "nik.length",
        "detail": "NIK harus 16 angka, tertulis 8. Salin ulang dari KTP atau KK.",
    }
    assert errors["/person/name"]["code"] == "field.missing"
    assert "99010141" not in answer.text


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("en", "en"),
        ("en-GB,en;q=0.9", "en"),
        ("id-ID,id;q=0.9,en;q=0.8", "id"),
        ("id;q=0.1, en;q=0.8", "en"),
        ("fr, *;q=0.1", "id"),
        ("en;q=0", "id"),
        ("en;q=.", "en"),
        ("", "id"),
    ],
)
def test_header_decides_the_language(client, header, language):
    answer = client.get("/regions/x", headers={"Accept-Language": header})
    assert answer.headers["content-language"] == language
    title = {"en": "Invalid data", "id": "Data tidak valid"}[language]
    assert answer.json()["title"] == title


def test_language_without_a_header_is_an_option():
    answer = TestClient(application(language="en")).get("/regions/x")
    assert answer.json()["title"] == "Invalid data"


def test_other_errors_of_a_request_have_their_place(client):
    (error,) = client.get("/regions/63.10?year=x").json()["errors"]
    assert (error["in"], error["pointer"], error["code"]) == ("query", "/year", "int_parsing")
    (error,) = client.post("/workers", content=b"{,", headers=JSON).json()["errors"]
    assert (error["in"], error["pointer"], error["code"]) == ("body", "", "json.syntax")
    (error,) = client.post("/workers").json()["errors"]
    assert error["detail"] == "Isian ini wajib diisi. Lengkapi isiannya."


def test_body_that_is_no_text_or_too_deep_or_has_a_long_number_is_invalid(client):
    bodies = {b"\xff\xfe=": "json.encoding", b"[" * 200_000: "json.too_deep"}
    bodies[b"1" * 5000] = "json.number"
    for body, code in bodies.items():
        answer = client.post("/workers", content=body, headers=JSON)
        (error,) = answer.json()["errors"]
        assert (answer.status_code, error["in"], error["code"]) == (422, "body", code)


def test_other_errors_of_the_application_stay_its_own(client):
    answer = client.post("/raise/full")
    assert (answer.status_code, answer.json()) == (409, {"detail": "full"})
    app = FastAPI(exception_handlers={AnyHTTPException: lambda *_: Response("own", 409)})
    add_problem_details(app)
    assert TestClient(app).get("/nowhere").text == "own"


def test_key_of_a_mapping_is_hidden_if_it_is_a_number_of_a_person(client):
    answer = client.post("/visits", json={NUMBER: {"name": "Ani"}, "a/b~": {"name": "Ani"}})
    pointers = {one["pointer"] for one in answer.json()["errors"]}
    assert pointers == {"/***/nik_absence", "/a~1b~0/nik_absence"}


@pytest.mark.parametrize(
    ("name", "status", "code"),
    [
        ("validation", 422, "text.blank"),
        ("parse", 422, "phone.format"),
        ("table", 422, "table.empty"),
        ("version", 422, "document.unknown_version"),
        ("word", 404, None),
    ],
)
def test_error_that_a_function_raises_is_a_problem(client, tmp_path, name, status, code):
    empty = tmp_path / "kosong.csv"
    empty.write_text("")
    answer = client.post(f"/raise/{name}", headers={"x-agent": str(empty)})
    assert answer.status_code == status
    assert [one["code"] for one in answer.json().get("errors", ())][:1] == ([code] if code else [])


def test_unknown_region_is_not_found(client):
    answer = client.get("/regions/99.99", headers={"Accept-Language": "en"})
    assert (answer.status_code, answer.json()["title"]) == (404, "Not found")


def test_redacted_worker_is_answered_as_the_openapi_document_says(client):
    answer = client.get("/public")
    assert answer.json() == [{"redacted": "public"}]
    assert client.get("/partner").json()["person"]["nik"] == "*" * 16
    paths = client.get("/openapi.json").json()["paths"]
    content = paths["/public"]["get"]["responses"]["200"]["content"]["application/json"]
    assert content["schema"]["items"]["properties"]["redacted"] == {"const": "public"}
    problem = paths["/workers"]["post"]["responses"]["422"]["content"]
    assert problem.keys() == {"application/problem+json"}


def test_redaction_for_others_than_the_public_needs_a_day():
    with pytest.raises(ValueError, match="as_of= is required"):
        Redacted(Audience.PARTNER)


def test_unknown_language_is_rejected():
    with pytest.raises(ValueError, match="language"):
        add_problem_details(FastAPI(), language="fr")


def test_missing_library_is_named_with_its_extra(monkeypatch):
    monkeypatch.setitem(sys.modules, "fastapi", None)
    monkeypatch.delitem(sys.modules, "psm_core.contrib.fastapi")
    with pytest.raises(MissingExtraError, match=r"pip install 'psm-core\[fastapi\]'"):
        importlib.import_module("psm_core.contrib.fastapi")
