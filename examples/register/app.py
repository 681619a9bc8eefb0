"""The application: the pages for people, and the interface for programs."""

from collections.abc import Awaitable, Callable
from datetime import date
from pathlib import Path
from typing import Annotated

from fastapi import Body, FastAPI, Request
from fastapi.responses import JSONResponse, Response
from fastapi.staticfiles import StaticFiles
from sqlalchemy import Engine, select, update
from sqlalchemy.exc import IntegrityError
from starlette.exceptions import HTTPException
from starlette.middleware.trustedhost import TrustedHostMiddleware

from psm_core import RegionCode, Worker
from psm_core.contrib.fastapi import add_problem_details
from psm_core.contrib.pydantic import Redacted
from psm_core.contrib.sqlalchemy import hide_error_details
from psm_core.privacy import Audience

from .pages import KNOWN, Database, page, router
from .store import Base, Upload, WorkerRow
from .uploads import FAILED

PartnerWorker = Annotated[Worker, Redacted(Audience.PARTNER, date.today)]


def create_app(engine: Engine, within: RegionCode) -> FastAPI:
    """Return the application for a database and the region that it serves."""
    hide_error_details(engine)
    Base.metadata.create_all(engine)
    with engine.begin() as connection:  # uploads that the last stop has interrupted
        interrupted = update(Upload).where(Upload.status == "berjalan")
        connection.execute(interrupted.values(status="gagal", report={"message": FAILED}))
    app = FastAPI(title="Daftar petugas sosial", docs_url=None, redoc_url=None)
    app.state.engine, app.state.within = engine, within
    add_problem_details(app)
    app.exception_handler(HTTPException)(show_error)
    app.post("/api/workers", status_code=201)(add_worker)
    app.get("/api/workers")(partner_workers)
    app.include_router(router)
    app.mount("/static", StaticFiles(directory=Path(__file__).parent / "static"))
    app.middleware("http")(protect)
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=["127.0.0.1", "localhost"])
    return app


def add_worker(worker: Annotated[Worker, Body()], session: Database) -> Worker:
    """Store a worker."""
    session.add(WorkerRow(worker=worker))
    try:
        session.commit()
    except IntegrityError:
        raise HTTPException(409, KNOWN) from None
    return worker


def partner_workers(session: Database) -> list[PartnerWorker]:
    """Return what another agency may see of each worker."""
    return [*session.scalars(select(WorkerRow.worker).order_by(WorkerRow.id))]


def show_error(request: Request, error: HTTPException) -> Response:
    """Answer a program with problem details, and a person with a page."""
    if not request.url.path.startswith("/api/"):
        return page(request, "base.html", {"message": error.detail}, error.status_code)
    problem = {"type": "about:blank", "title": error.detail, "status": error.status_code}
    return JSONResponse(problem, error.status_code, media_type="application/problem+json")


async def protect(request: Request, answer: Callable[[Request], Awaitable[Response]]) -> Response:
    """Refuse what other sites send, and keep the pages out of caches."""
    sender = request.headers.get("sec-fetch-site", "none")
    if request.method == "POST" and sender not in {"same-origin", "none"}:
        return Response("Permintaan dari situs lain ditolak.", 403)
    response = await answer(request)
    response.headers["Cache-Control"] = "no-store"
    response.headers["Content-Security-Policy"] = "default-src 'self'; frame-ancestors 'none'"
    return response
