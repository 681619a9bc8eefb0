"""The pages for people."""

import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Annotated, TypeVar
from uuid import uuid4

from fastapi import APIRouter, BackgroundTasks, Depends, HTTPException, Query, Request, UploadFile
from fastapi import Form as FormField
from fastapi.responses import RedirectResponse, Response
from fastapi.templating import Jinja2Templates
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from psm_core import Address, RegionCode, Severity, Worker, WorkerId, forms, load_regions
from psm_core.privacy import Audience, redact
from psm_core.terms import NIKAbsence, Pillar, Sex

from .store import PAGE, Copy, Upload, WorkerRow, matching, page_of
from .uploads import process

FIELDS = {
    "person.name": "Nama lengkap",
    "person.nik": "NIK",
    "person.nik_absence": "Alasan tanpa NIK",
    "person.sex": "Jenis kelamin",
    "person.birth_place": "Tempat lahir",
    "person.birth_date": "Tanggal lahir",
    "person.phone": "Nomor HP",
    "assignments.0.pillar": "Peran",
    "assignments.0.serves": "Wilayah tugas",
    "assignments.0.since": "Bertugas sejak",
    "assignments.0.listed_on": "Tanggal daftar",
}
"""The fields of the form, by their paths in the record."""
NIK_EXISTS = "NIK ini sudah terdaftar. Cari orangnya di daftar, atau periksa NIK-nya."
MAX_BYTES = 20 << 20

T = TypeVar("T")
router = APIRouter(include_in_schema=False)
templates = Jinja2Templates(Path(__file__).parent / "templates")
templates.env.globals |= {"fields": FIELDS, "regions": load_regions(), "PAGE": PAGE}
templates.env.globals |= {"Sex": Sex, "Pillar": Pillar, "NIKAbsence": NIKAbsence}


def open_session(request: Request) -> Iterator[Session]:
    """Yield a session of the database."""
    with Session(request.app.state.engine) as session:
        yield session


async def typed_fields(request: Request) -> dict[str, str]:
    """Return what was typed into a form."""
    return {name: text for name, text in (await request.form()).items() if isinstance(text, str)}


def found(row: T | None) -> T:
    """Return a row that exists."""
    if row is None:
        raise HTTPException(404, "Halaman ini tidak ada.")
    return row


Database = Annotated[Session, Depends(open_session)]
Typed = Annotated[dict[str, str], Depends(typed_fields)]


def page(request: Request, name: str, /, *, status: int = 200, **names: object) -> Response:
    """Return a page."""
    names["area"] = request.app.state.within
    return templates.TemplateResponse(request, name, names, status)


@router.get("/")
def show_list(
    request: Request,
    session: Database,
    nama: str = "",
    wilayah: str = "",
    halaman: Annotated[int, Query(ge=0)] = 1,
) -> Response:
    """Show the workers with a name, in a region given by its name or code."""
    form = forms.read({"region": wilayah}, Address, within=request.app.state.within)
    errors = form.errors_by_field().get("region", []) if wilayah else []
    query = matching(nama.strip(), form.record.region if form.record else None)
    rows, count = ([], 0) if errors else page_of(session, query, halaman)
    names = {"rows": rows, "count": count, "nama": nama, "wilayah": wilayah, "halaman": halaman}
    return page(request, "list.html", errors=errors, **names)


@router.get("/petugas/baru")
@router.get("/petugas/{key}")
def show_form(request: Request, session: Database, key: WorkerId | None = None) -> Response:
    """Show the form with a worker, or for a new one."""
    typed = (
        forms.fill(found(session.get(WorkerRow, key)).worker)
        if key
        else {"assignments.0.pillar": "psm"}
    )
    return page(request, "form.html", typed=typed, key=key)


@router.post("/petugas/baru")
@router.post("/petugas/{key}")
def save(
    request: Request, session: Database, typed: Typed, key: WorkerId | None = None
) -> Response:
    """Store what was typed, or show the form again with its errors and warnings."""
    row = found(session.get(WorkerRow, key)) if key else WorkerRow()
    typed = (forms.fill(row.worker) if key else {"id": f"psm-{uuid4().hex[:12]}"}) | typed
    is_checked = typed.pop("checked", "")
    form = forms.read(typed, Worker, within=request.app.state.within)
    errors = form.errors_by_field()
    warnings = [one.describe("id") for one in form.issues if one.severity is Severity.WARNING]
    if form.record and (is_checked or not warnings):
        row.worker = form.record
        session.add(row)
        try:
            session.commit()
        except IntegrityError:
            errors = {"person.nik": [NIK_EXISTS]}
        else:
            return RedirectResponse(f"/petugas/{form.record.id}?tersimpan=ya", 303)
    names = {"typed": typed, "errors": errors, "warnings": warnings, "key": key}
    return page(request, "form.html", status=422, **names)


@router.get("/unggah")
def show_uploads(request: Request) -> Response:
    """Show the form for a file."""
    return page(request, "upload.html")


@router.post("/unggah")
def upload(
    request: Request,
    session: Database,
    tasks: BackgroundTasks,
    file: UploadFile,
    listed_on: Annotated[date, FormField()],
) -> Response:
    """Take a file, and read it after the answer."""
    if (file.size or 0) > MAX_BYTES:
        return page(request, "upload.html", status=413, error="Berkas lebih besar dari 20 MB.")
    one = Upload(id=f"unggah-{uuid4().hex[:12]}", file_name=file.filename or "")
    session.add(one)
    session.commit()
    path = Path(tempfile.mkdtemp()) / "berkas"
    with path.open("wb") as target:
        shutil.copyfileobj(file.file, target)
    state = request.app.state
    tasks.add_task(process, state.engine, one.id, path, listed_on, state.within)
    return RedirectResponse(f"/unggah/{one.id}", 303, background=tasks)


@router.get("/unggah/{key}")
def show_upload(request: Request, session: Database, key: str) -> Response:
    """Show how far the reading of a file is, or what was found in it."""
    return page(request, "upload.html", upload=found(session.get(Upload, key)))


@router.get("/unggah/{key}/salinan")
def send_copy(session: Database, key: str) -> Response:
    """Return the annotated copy of a file."""
    copy = found(session.get(Copy, key))
    headers = {"Content-Disposition": f'attachment; filename="diperiksa{copy.suffix}"'}
    return Response(copy.content, headers=headers, media_type="application/octet-stream")


@router.get("/publik")
def show_public_page(request: Request, session: Database) -> Response:
    """Show what the public may see."""
    roles: Counter[tuple[object, ...]] = Counter()
    for worker in session.scalars(select(WorkerRow.worker)):
        for role in redact(worker, audience=Audience.PUBLIC).get("assignments", ()):
            region = load_regions().get(RegionCode(role["serves"]))
            since = str(role.get("since", role.get("listed_on", "")))
            roles[Pillar(role["pillar"]).label, region or role["serves"], since] += 1
    return page(request, "public.html", roles=sorted(roles.items(), key=str))
