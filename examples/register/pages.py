"""The pages for people."""

import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import Annotated, TypeVar
from uuid import uuid4

from fastapi import APIRouter, BackgroundTasks, Depends, Form, HTTPException, Query, Request
from fastapi import UploadFile as File
from fastapi.responses import RedirectResponse, Response
from fastapi.templating import Jinja2Templates
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from psm_core import RegionCode, Severity, Worker, WorkerId, forms, load_regions, recaps
from psm_core.regions import OneRegion
from psm_core.terms import NIKAbsence, Pillar, RegionLevel, Sex

from .store import Upload, WorkerRow
from .uploads import process

T = TypeVar("T")
KNOWN = "NIK ini sudah terdaftar. Cari orangnya di daftar, atau periksa NIK-nya."
PAGE, MAX_BYTES, SMALLEST_COUNT = 25, 20 << 20, 5
router = APIRouter(include_in_schema=False)
templates = Jinja2Templates(Path(__file__).parent / "templates")
VOCABULARIES = {"Sex": Sex, "Pillar": Pillar, "NIKAbsence": NIKAbsence}
SHARED = {"regions": load_regions(), "label": partial(forms.label, Worker), **VOCABULARIES}


def page(request: Request, name: str, values: Mapping[str, object], status: int = 200) -> Response:
    """Return a page."""
    names = {**SHARED, "area": request.app.state.within, "PAGE": PAGE, **values}
    return templates.TemplateResponse(request, name, names, status)


def found(row: T | None) -> T:
    """Return a row that exists."""
    if row is None:
        raise HTTPException(404, "Halaman ini tidak ada.")
    return row


def open_session(request: Request) -> Iterator[Session]:
    """Yield a session of the database."""
    with Session(request.app.state.engine) as session:
        yield session


async def typed_fields(request: Request) -> dict[str, str]:
    """Return what was typed into a form."""
    return {name: text for name, text in (await request.form()).items() if isinstance(text, str)}


Database = Annotated[Session, Depends(open_session)]
Typed = Annotated[dict[str, str], Depends(typed_fields)]
Number = Annotated[int, Query(ge=0)]
Day = Annotated[date, Form()]
Key = WorkerId | None


@router.get("/")
def show_list(
    request: Request, session: Database, nama: str = "", wilayah: str = "", halaman: Number = 1
) -> Response:
    """Show the workers with a name, in a region given by its name or code; all on page 0."""
    area = request.app.state.within
    meant = load_regions().resolve(wilayah or str(area), within=area)
    query = select(WorkerRow).where(WorkerRow.name.icontains(nama.strip(), autoescape=True))
    if wilayah and isinstance(meant, OneRegion):
        query = query.where(WorkerRow.region.within(meant.region.code))
    count = session.scalar(select(func.count()).select_from(query.subquery()))
    query = query.order_by(WorkerRow.name, WorkerRow.id).limit(PAGE if halaman else None)
    query = query.offset(max(halaman - 1, 0) * PAGE)
    rows = session.scalars(query).all() if isinstance(meant, OneRegion) else ()
    names = {"rows": rows, "count": count, "nama": nama, "wilayah": wilayah, "halaman": halaman}
    return page(request, "list.html", {**names, "meant": meant})


@router.get("/petugas/{key}")
@router.get("/petugas/baru")
def show_form(request: Request, session: Database, key: Key = None) -> Response:
    """Show the form with a worker, or for a new one."""
    row = found(session.get(WorkerRow, key)) if key else None
    typed = forms.fill(row.worker) if row else {"assignments.0.pillar": "psm"}
    return page(request, "form.html", {"typed": typed, "row": row})


@router.post("/petugas/{key}")
@router.post("/petugas/baru")
def save(request: Request, session: Database, typed: Typed, key: Key = None) -> Response:
    """Store what was typed, or show the form again with its errors and warnings."""
    row = found(session.get(WorkerRow, key)) if key else None
    typed = (forms.fill(row.worker) if row else {"id": f"psm-{uuid4().hex[:12]}"}) | typed
    is_checked = typed.pop("checked", "")
    form = forms.read(typed, Worker, within=request.app.state.within)
    errors = form.errors_by_field()
    warnings = [one.describe("id") for one in form.issues if one.severity is Severity.WARNING]
    if form.record and (is_checked or not warnings):
        changed = row or WorkerRow()
        changed.worker = form.record
        session.add(changed)
        try:
            session.commit()
        except IntegrityError:
            session.rollback()
            errors = {"person.nik": [KNOWN]}
        else:
            return RedirectResponse(f"/petugas/{form.record.id}?tersimpan=ya", 303)
    names = {"typed": typed, "errors": errors, "warnings": warnings, "row": row}
    return page(request, "form.html", names, 422)


@router.get("/unggah")
@router.get("/unggah/{key}")
def show_upload(request: Request, session: Database, key: str = "") -> Response:
    """Show the form for a file, how far its reading is, or what was found in it."""
    upload = found(session.get(Upload, key)) if key else None
    return page(request, "upload.html", {"upload": upload})


@router.post("/unggah")
def upload(
    request: Request, session: Database, tasks: BackgroundTasks, file: File, listed_on: Day
) -> Response:
    """Take a file, which is read after the answer."""
    if (file.size or 0) > MAX_BYTES:
        return page(request, "upload.html", {"error": "Berkas lebih besar dari 20 MB."}, 413)
    key = f"unggah-{uuid4().hex[:12]}"
    session.add(Upload(id=key, file_name=file.filename or "Berkas"))
    session.commit()
    source = Path(tempfile.mkdtemp()) / "berkas"
    with source.open("wb") as target:
        shutil.copyfileobj(file.file, target)
    state = request.app.state
    tasks.add_task(process, state.engine, key, source, listed_on, state.within)
    return RedirectResponse(f"/unggah/{key}", 303)


@router.get("/unggah/{key}/salinan")
def send_copy(session: Database, key: str) -> Response:
    """Return the annotated copy of a file."""
    upload = found(session.get(Upload, key))
    headers = {"Content-Disposition": f'attachment; filename="diperiksa{upload.suffix}"'}
    return Response(found(upload.copy), 200, headers, "application/octet-stream")


@router.get("/publik")
def show_public_page(request: Request, session: Database) -> Response:
    """Show how many workers serve each kecamatan, without small counts."""
    counts: Counter[tuple[str, str]] = Counter()
    for worker in session.scalars(select(WorkerRow.worker)):
        for role in worker.assignments:
            if role.until is None:
                counts[kecamatan(role.serves), role.pillar.label] += 1
    rows, columns = (sorted({cell[at] for cell in counts}) for at in (0, 1))
    recap = recaps.Recap.of("Petugas", rows, columns, counts).suppress(SMALLEST_COUNT)
    return page(request, "public.html", {"recap": recap, "smallest": SMALLEST_COUNT})


def kecamatan(code: RegionCode) -> str:
    """Return the name of the kecamatan around a region; for a larger region, its own name."""
    around = next((one for one in code.ancestors if one.level is RegionLevel.DISTRICT), code)
    region = load_regions().get(around)
    return region.full_name if region else str(around)
