"""Take the pictures of the page about the example application, with a headless Chromium.

It is not a step of `generate.py`, because the picture depends on the fonts of the machine. A folder
as argument gets pictures of every page instead, at the width of a desktop and of a phone.
"""

import sys
import tempfile
from datetime import date
from pathlib import Path

from fastapi.testclient import TestClient
from sqlalchemy import create_engine
from sqlalchemy.orm import Session

sys.path.append(str(Path(__file__).parents[1] / "examples"))
import psm_workbook
from _chromium import take
from register.app import create_app
from register.store import Upload, WorkerRow

from psm_core import RegionCode, population

ROOT = Path(__file__).parents[1]
AREA = RegionCode("63.10")
DESKTOP, PHONE = (1280, 800), (400, 860)
FAULTY = {
    "person.name": "Ani Contoh",
    "person.nik": "9901 0141 0890",
    "person.sex": "perempuan",
    "person.birth_date": "32-8-1990",
    "assignments.0.pillar": "psm",
    "assignments.0.serves": "Angsana",
    "assignments.0.since": "1 Agustus 2019",
}
DOCS = {
    "register-list.png": ("list", DESKTOP),
    "register-form.png": ("form-errors", (400, 1500)),
    "register-upload.png": ("upload-done", DESKTOP),
    "register-public.png": ("public", (400, 700)),
}
"""File → the page, and the size of the window."""


def pages(folder: Path) -> dict[str, str]:
    """Return the HTML of each page of a register with invented people."""
    engine = create_engine(f"sqlite:///{folder / 'register.db'}")
    client = TestClient(create_app(engine, AREA), base_url="http://localhost")
    with Session(engine) as session, session.begin():
        invented = population.workers(600, seed=1, as_of=date(2025, 10, 10), within=AREA)
        session.add_all(WorkerRow(worker=one) for one in invented)
        session.add(Upload(id="berjalan", file_name="PSM Tanah Bumbu.xlsx", rows=1200))
        session.add(
            Upload(
                id="gagal",
                file_name="rapat.docx",
                status="gagal",
                report={"message": "Berkas ini bukan tabel."},
            )
        )
    workbook = folder / "PSM Tanah Bumbu.xlsx"
    psm_workbook.workbook(psm_workbook.ERRORS).save(workbook)
    files = {"file": (workbook.name, workbook.read_bytes())}
    uploaded = client.post("/unggah", files=files, data={"listed_on": "2025-10-10"})
    valid = {**FAULTY, "person.nik": "9901014108900001", "person.birth_date": "1-8-1990"}
    doubtful = {**valid, "person.sex": "laki-laki", "assignments.0.serves": "Desa Angsana"}
    return {
        "list": client.get("/").text,
        "list-region": client.get("/?nama=a&wilayah=Angsana").text,
        "form": client.get("/petugas/baru").text,
        "form-edit": client.get("/petugas/worker-1-1").text,
        "form-errors": client.post("/petugas/baru", data=FAULTY).text,
        "form-warnings": client.post("/petugas/baru", data=doubtful).text,
        "upload": client.get("/unggah").text,
        "upload-running": client.get("/unggah/berjalan").text,
        "upload-failed": client.get("/unggah/gagal").text,
        "upload-done": client.get(str(uploaded.url)).text,
        "public": client.get("/publik").text,
        "missing": client.get("/unggah/x").text,
    }


def take_html(html: str, picture: Path, size: tuple[int, int], folder: Path) -> None:
    """Write the picture of a page."""
    page = folder / "page.html"
    sheet = (ROOT / "examples" / "register" / "static" / "style.css").as_uri()
    html = html.replace("/static/style.css", sheet).replace('http-equiv="refresh"', "")
    page.write_text(html, "utf-8")
    take(page.name, picture, size, folder)


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        html = pages(folder)
        if sys.argv[1:]:
            for page, text in html.items():
                for kind, size in (("desktop", DESKTOP), ("phone", PHONE)):
                    take_html(
                        text, Path(sys.argv[1]).resolve() / f"{page}-{kind}.png", size, folder
                    )
        else:
            for picture, (page, size) in DOCS.items():
                take_html(html[page], ROOT / "docs" / "how-to" / picture, size, folder)


if __name__ == "__main__":
    main()
