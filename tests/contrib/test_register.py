"""The application `examples/register`, on SQLite and on a PostgreSQL that the test starts."""

import json
import re
import sys
from datetime import date
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path

import attrs
import openpyxl
import pytest
from fastapi.testclient import TestClient
from sqlalchemy import create_engine, select, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from psm_core import NIK, Assignment, Person, RegionCode, Training, Worker, WorkerId, tables, wire
from psm_core.terms import NIKAbsence, Pillar
from tests.postgres import running_postgres

sys.path.append(str(Path(__file__).parents[2] / "examples"))
import register
from register.app import create_app
from register.store import Upload, WorkerRow
from register.uploads import FAILED, process

EXAMPLE = Path(register.__file__).parent
AREA, ANGSANA = RegionCode("63.10"), RegionCode("63.10.09.2005")
NUMBER, OTHER = "9901014108900001", "9901015708850001"
DAY = date(2025, 10, 10)
ROLE = Assignment(pillar=Pillar.PSM, serves=ANGSANA, since=date(2019, 8, 1))
WORKER = Worker(
    id=WorkerId("psm-1"),
    person=Person(nik=NIK(NUMBER), name="Ani Contoh"),
    assignments=(ROLE,),
    trainings=(Training(name="Bimtek"),),
)
TYPED = {
    "person.name": "Budi Contoh",
    "person.nik": "9901 0157 0885 0001",
    "person.birth_date": "17 Agustus 1985",
    "assignments.0.pillar": "psm",
    "assignments.0.serves": "Desa Angsana",
    "assignments.0.since": "1-8-2019",
}


class Page(HTMLParser):
    """The parts of a page that a browser links with each other."""

    def __init__(self, html):
        super().__init__()
        self.ids, self.names, self.labels, self.described, self.links = [], [], [], [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.ids += [given["id"]] if "id" in given else []
        self.names += [given["id"]] if tag in {"input", "select"} and "id" in given else []
        self.labels += [given["for"]] if "for" in given else []
        self.described += given.get("aria-describedby", "").split()
        self.links += [given["href"]] if given.get("href", "").startswith("#") else []


def opened(url):
    engine = create_engine(url, hide_parameters=True)
    client = TestClient(create_app(engine, AREA), base_url="http://127.0.0.1")
    client.engine = engine
    with Session(engine) as session, session.begin():
        session.query(WorkerRow).delete()
        session.add(WorkerRow(worker=WORKER))
    return client


@pytest.fixture
def client(tmp_path):
    client = opened(f"sqlite:///{tmp_path / 'register.db'}")
    yield client
    client.engine.dispose()


def stored(client, nik):
    with Session(client.engine) as session:
        return session.scalars(select(WorkerRow).where(WorkerRow.nik == NIK(nik))).one().worker


def upload(client, content, name="psm.csv"):
    data = {"listed_on": "2025-10-10"}
    answer = client.post("/unggah", files={"file": (name, content)}, data=data)
    assert answer.status_code == 200
    return answer


# --- each of these runs on both databases


def search_finds_names_and_regions(client):
    assert "Ani Contoh" in client.get("/", params={"nama": "CONTOH"}).text
    for place in ("Kec. Angsana", "63.10.09", "63.10.09.2005", "Desa Angsana"):
        assert "Ani Contoh" in client.get("/", params={"wilayah": place}).text
    for params in ({"nama": "%"}, {"nama": "Budi"}, {"wilayah": "63.10.01"}):
        assert "Tidak ada petugas yang cocok" in client.get("/", params=params).text
    assert "Beberapa wilayah bernama ini" in client.get("/", params={"wilayah": "Angsana"}).text
    assert "Ani Contoh" not in client.get("/", params={"wilayah": "tidak ada"}).text


def form_adds_and_changes_a_worker(client):
    answer = client.post("/petugas/baru", data=TYPED)
    assert "Data tersimpan" in answer.text
    worker = stored(client, OTHER)
    assert worker.person.birth_date == date(1985, 8, 17)
    assert worker.assignments == (ROLE,)
    html = client.get("/petugas/psm-1").text
    assert 'value="01-08-2019"' in html
    changed = {"person.name": "Ani Baru", "person.nik": NUMBER, "assignments.0.since": ""}
    changed["assignments.0.listed_on"] = "10-10-2025"
    assert "Data tersimpan" in client.post("/petugas/psm-1", data=changed).text
    worker = stored(client, NUMBER)
    assert worker.person.name == "Ani Baru"
    assert worker.assignments == (Assignment(pillar=Pillar.PSM, serves=ANGSANA, listed_on=DAY),)
    assert worker.trainings == WORKER.trainings  # the form does not show them


def known_nik_is_an_error_at_its_field(client):
    answer = client.post("/petugas/baru", data={**TYPED, "person.nik": NUMBER, "checked": "ya"})
    assert answer.status_code == 422
    assert "NIK ini sudah terdaftar" in answer.text
    assert 'value="Budi Contoh"' in answer.text


def upload_stores_valid_rows_and_returns_the_marked_copy(client):
    sheet = (
        "NAMA PSM;NIK;KECAMATAN;KELURAHAN\n"
        f"Ani Lain;{NUMBER};Angsana;Angsana\n"
        f"Budi Contoh;{OTHER};Angsana;Angsana\n"
        "Citra Contoh;99010141;Angsana;Angsana\n"
    )
    answer = upload(client, sheet)
    assert re.findall(r"<b>(\d+)</b>", answer.text) == ["3", "1", "1", "1"]
    assert '<a href="/petugas/psm-1">baris 2</a>' in answer.text
    assert "NIK harus 16 angka, tertulis 8." in answer.text
    assert stored(client, NUMBER) == WORKER
    assert stored(client, OTHER).assignments[0].listed_on == DAY
    copy = client.get(f"{answer.url.path}/salinan")
    assert 'filename="diperiksa.csv"' in copy.headers["content-disposition"]
    assert "B4: NIK harus 16 angka" in copy.content.decode("utf-8-sig")
    again = upload(client, copy.content.replace(b";99010141;", f";{NUMBER[:-4]}9990;".encode()))
    assert re.findall(r"<b>(\d+)</b>", again.text)[1:] == ["1", "2", "0"]


def program_stores_a_worker_once(client):
    body = wire.to_builtins(WORKER) | {"id": "psm-9"}
    answer = client.post("/api/workers", json=body)
    assert (answer.status_code, answer.headers["content-type"]) == (409, "application/problem+json")
    assert NUMBER not in answer.text
    body["person"] = {"nik": OTHER, "name": "Budi Contoh"}
    assert client.post("/api/workers", json=body).status_code == 201
    assert stored(client, OTHER).id == WorkerId("psm-9")
    answer = client.post("/api/workers", json={"id": "x", "person": {"nik": "99"}})
    assert {one["pointer"] for one in answer.json()["errors"]} == {"/person/nik", "/person/name"}


def error_of_the_database_has_no_number(client):
    with Session(client.engine) as session:
        session.add(WorkerRow(worker=Worker(id=WorkerId("psm-2"), person=WORKER.person)))
        with pytest.raises(IntegrityError) as caught:
            session.commit()
    assert NUMBER not in f"{caught.value} {caught.value.orig!r}"


STORIES = [
    search_finds_names_and_regions,
    form_adds_and_changes_a_worker,
    known_nik_is_an_error_at_its_field,
    upload_stores_valid_rows_and_returns_the_marked_copy,
    program_stores_a_worker_once,
    error_of_the_database_has_no_number,
]


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.__name__)
def test_register_on_sqlite(client, story):
    story(client)


def test_register_on_postgresql():
    with running_postgres() as (url, log):
        for story in STORIES:
            client = opened(url)
            story(client)
            client.engine.dispose()
        engine = create_engine(url)
        with engine.connect() as connection:
            inside = select(WorkerRow.id).where(WorkerRow.region.within(RegionCode("63.10.09")))
            connection.execute(text("SET enable_seqscan = off"))
            query = inside.compile(engine, compile_kwargs={"literal_binds": True})
            plan = connection.execute(text(f"EXPLAIN {query}")).scalars()
            assert "ix_worker_region" in "\n".join(plan)
            kind = "SELECT pg_typeof(worker)::text FROM worker LIMIT 1"
            assert connection.execute(text(kind)).scalar_one() == "jsonb"
        engine.dispose()
        assert "duplicate key" in log.read_text("utf-8")


# --- pages


def test_list_has_pages_and_one_page_to_print(client):
    with Session(client.engine) as session, session.begin():
        for number in range(60):
            person = Person(name=f"Warga {number:02}", nik_absence=NIKAbsence.TIDAK_DIKETAHUI)
            session.add(WorkerRow(worker=Worker(id=WorkerId(f"w-{number}"), person=person)))
    first, last = client.get("/").text, client.get("/?halaman=3").text
    assert "Halaman 1 dari 3" in first
    assert "Berikutnya" in first
    assert "Sebelumnya" not in first
    assert ("Warga 59" in last, "Berikutnya" in last) == (True, False)
    assert client.get("/?halaman=0").text.count('<th scope="row">') == 61


def test_faulty_form_links_each_error_with_its_field(client):
    faulty = {**TYPED, "person.nik": "99010157", "person.birth_date": "32-8-1985"}
    answer = client.post("/petugas/baru", data=faulty)
    page = Page(answer.text)
    assert page.links == ["#isi", "#person.nik", "#person.birth_date"]
    assert {one.removeprefix("#") for one in page.links} <= {*page.ids}
    assert {*page.described} <= {*page.ids}
    assert page.names == page.labels
    assert answer.text.count('aria-invalid="true"') == 2
    for typed in ("99010157", "32-8-1985", "Budi Contoh", "Desa Angsana"):
        assert f'value="{typed}"' in answer.text


def test_every_field_of_each_page_has_a_label(client):
    for path in ("/", "/petugas/baru", "/unggah", "/publik", "/?wilayah=tidak+ada"):
        page = Page(client.get(path).text)
        assert page.names == page.labels
        assert len(page.ids) == len({*page.ids})
        assert {*page.described} <= {*page.ids}


def test_warning_has_to_be_confirmed(client):
    typed = {**TYPED, "person.sex": "laki-laki"}
    answer = client.post("/petugas/baru", data=typed)
    assert "Periksa kembali" in answer.text
    assert "Data tersimpan" in client.post("/petugas/baru", data={**typed, "checked": "ya"}).text


def test_people_without_nik_are_known_by_name_region_and_birth_date(client):
    sheet = (
        "NAMA PSM;NIK;KECAMATAN;KELURAHAN;TANGGAL LAHIR\n"
        "Eka;;Angsana;Angsana;1-8-1990\nEka;;Angsana;Angsana;2-8-1990\n"
    )
    assert re.findall(r"<b>(\d+)</b>", upload(client, sheet).text) == ["2", "2", "0", "0"]
    assert re.findall(r"<b>(\d+)</b>", upload(client, sheet).text) == ["2", "0", "2", "0"]


def test_workbook_with_sheets_names_the_sheet_of_a_known_worker(client, tmp_path):
    tables.write([WORKER], tmp_path / "psm.xlsx")
    answer = upload(client, (tmp_path / "psm.xlsx").read_bytes(), "psm.xlsx")
    assert "Data baris 2" in answer.text
    copy = client.get(f"{answer.url.path}/salinan")
    assert openpyxl.load_workbook(BytesIO(copy.content)).sheetnames[0] == "Data"


def test_file_that_is_no_list_gives_the_reason(client):
    answer = upload(client, "a;b\n1;2\n")
    assert 'role="alert"' in answer.text
    assert "judul" in answer.text
    assert client.get(f"{answer.url.path}/salinan").status_code == 404


def test_unexpected_failure_is_shown(client, tmp_path, monkeypatch):
    with Session(client.engine) as session, session.begin():
        session.add(Upload(id="u-1", file_name="psm.csv", rows=1200))
    running = client.get("/unggah/u-1").text
    assert "1200 baris" in running
    assert 'http-equiv="refresh"' in running
    source = tmp_path / "unggahan" / "berkas"
    source.parent.mkdir()
    source.write_text("x")
    monkeypatch.setattr(tables, "read", lambda *_, progress, **__: progress(1300) or 1 / 0)
    with pytest.raises(ZeroDivisionError):
        process(client.engine, "u-1", source, DAY, AREA)
    assert FAILED in client.get("/unggah/u-1").text
    assert not source.parent.exists()


def test_upload_that_a_stop_of_the_server_interrupts_has_failed(client):
    with Session(client.engine) as session, session.begin():
        session.add(Upload(id="u-1", file_name="psm.csv"))
    create_app(client.engine, AREA)
    assert FAILED in client.get("/unggah/u-1").text


def test_large_file_is_rejected(client, monkeypatch):
    monkeypatch.setattr("register.pages.MAX_BYTES", 3)
    files, data = {"file": ("psm.csv", b"NIK;NAMA")}, {"listed_on": "2025-10-10"}
    answer = client.post("/unggah", files=files, data=data)
    assert (answer.status_code, "lebih besar" in answer.text) == (413, True)


def test_public_page_has_no_person_and_no_small_count(client):
    with Session(client.engine) as session, session.begin():
        for number in range(6):
            person = Person(name="Ani Contoh", nik_absence=NIKAbsence.BELUM_MEMILIKI)
            roles = (attrs.evolve(ROLE, serves=RegionCode("63.10.05.2001")),)
            roles += (attrs.evolve(ROLE, pillar=Pillar.TKSK, until=DAY),)
            worker = Worker(id=WorkerId(f"w-{number}"), person=person, assignments=roles)
            session.add(WorkerRow(worker=worker))
        role = attrs.evolve(ROLE, serves=RegionCode("99.99"))
        session.add(
            WorkerRow(
                worker=attrs.evolve(WORKER, id=WorkerId("w-9"), person=person, assignments=(role,))
            )
        )
    page = client.get("/publik").text
    table = [re.findall(r"<t[hd][^>]*>([^<]*)<", line) for line in page.split("<tr>")[1:]]
    assert table == [
        ["Wilayah", Pillar.PSM.label, "Jumlah"],
        ["99.99", "·", "·"],
        ["Kecamatan Angsana", "·", "·"],
        ["Kecamatan Kusan Hulu", "·", "·"],
        ["Jumlah", "8", "8"],
    ]
    assert not any(part in page for part in ("Ani", NUMBER, "Desa", str(ANGSANA)))


def test_other_agency_gets_masked_numbers(client):
    (worker,) = client.get("/api/workers").json()
    assert (worker["redacted"], worker["person"]["nik"]) == ("partner", "*" * 16)


def test_openapi_document_describes_the_redacted_worker(client):
    document = client.get("/openapi.json").json()
    assert document["paths"].keys() == {"/api/workers"}
    methods = document["paths"]["/api/workers"]
    schema = methods["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    assert schema["items"]["properties"]["redacted"] == {"const": "partner"}
    assert methods["post"]["responses"]["422"]["content"].keys() == {"application/problem+json"}


def test_missing_page_is_a_page_for_people_and_a_problem_for_programs(client):
    for path in ("/petugas/tidak-ada", "/unggah/x", "/unggah/x/salinan", "/x"):
        answer = client.get(path)
        assert (answer.status_code, "Kembali ke daftar" in answer.text) == (404, True)
    answer = client.get("/api/x")
    assert answer.headers["content-type"] == "application/problem+json"


def test_requests_of_other_sites_are_refused(client):
    answer = client.post("/petugas/baru", data=TYPED, headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 403
    assert client.get("/", headers={"Host": "contoh.example"}).status_code == 400
    own = client.post("/petugas/baru", data=TYPED, headers={"Sec-Fetch-Site": "same-origin"})
    assert own.status_code == 200


def test_pages_load_nothing_from_elsewhere(client):
    answer = client.get("/")
    assert "default-src 'self'" in answer.headers["content-security-policy"]
    assert answer.headers["cache-control"] == "no-store"
    assert not re.findall(r"<script|https?:", answer.text)
    assert client.get("/static/style.css").status_code == 200


def test_start_fills_an_empty_register_and_masks_the_logs(tmp_path, monkeypatch, capsys):
    import runpy

    import uvicorn

    calls = []
    monkeypatch.setattr(uvicorn, "run", lambda _, **options: calls.append(options))
    monkeypatch.setenv("PSM_DATABASE", f"sqlite:///{tmp_path / 'register.db'}")
    names = runpy.run_module("register", run_name="__main__")
    assert "http://127.0.0.1:8000" in capsys.readouterr().out
    (options,) = calls
    assert (options["host"], options["access_log"]) == ("127.0.0.1", False)
    assert json.dumps(options["log_config"]).count("NumberFilter") == 1
    with Session(names["engine"]) as session:
        people = [one.person for one in session.scalars(select(WorkerRow.worker))]
    assert len(people) > 25
    assert {one.nik.unmasked[:2] for one in people if one.nik} == {"99"}
    names["engine"].dispose()


def test_application_is_short():
    files = [*EXAMPLE.glob("*.py"), *EXAMPLE.glob("templates/*")]
    lines = [line for one in files for line in one.read_text("utf-8").splitlines() if line.strip()]
    assert len(lines) < 400
