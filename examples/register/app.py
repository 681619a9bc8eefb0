"""The application: the pages for people, and an interface for programs."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Annotated

from fastapi import Body, FastAPI, HTTPException, Request
from fastapi.responses import JSONResponse, Response
from fastapi.staticfiles import StaticFiles
from sqlalchemy import Engine, select, update
from sqlalchemy.exc import IntegrityError
from starlette.middleware.trustedhost import TrustedHostMiddleware

from psm_core import RegionCode, Worker
from psm_core.contrib.fastapi import add_problem_details
from psm_core.contrib.pydantic import Redacted
from psm_core.privacy import Audience

from .pages import NIK_EXISTS, Database, page, router
from .store import Base, Upload, WorkerRow

HOSTS = ["127.0.0.1", "localhost"]
PublicWorker = Annotated[Worker, Redacted(Audience.PUBLIC)]


def create_app(engine: Engine, within: RegionCode) -> FastAPI:
    """Return the application for a database and the region that it serves."""
    Base.metadata.create_all(engine)
    with engine.begin() as connection:
        message = {"message": "Server berhenti saat membaca berkas. Unggah lagi."}
        interrupted = update(Upload).where(Upload.status == "berjalan")
        connection.execute(interrupted.values(status="gagal", report=message))
    app = FastAPI(title="Daftar petugas sosial", docs_url=None, redoc_url=None)
    app.state.engine, app.state.within = engine, within
    add_problem_details(app)
    app.add_exception_handler(HTTPException, show_error)
    app.add_api_route("/api/workers", add_worker, methods=["POST"], status_code=201)
    app.add_api_route("/api/workers", public_workers)
    app.include_router(router)
    app.mount("/static", StaticFiles(directory=Path(__file__).parent / "static"))
    app.middleware("http")(protect)
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=HOSTS)
    return app


def add_worker(worker: Annotated[Worker, Body()], session: Database) -> Worker:
    """Store a worker."""
    session.add(WorkerRow(worker=worker))
    try:
        session.commit()
    except IntegrityError:
        raise HTTPException(409, NIK_EXISTS) from None
    return worker


def public_workers(session: Database) -> list[PublicWorker]:
    """Return what the public may see of each worker."""
    return [*session.scalars(select(WorkerRow.worker).order_by(WorkerRow.id))]


def show_error(request: Request, error: Exception) -> Response:
    """Answer a program with problem details, and a person with a page."""
    assert isinstance(error, HTTPException)
    if request.url.path.startswith("/api/"):
        problem = {"type": "about:blank", "title": error.detail, "status": error.status_code}
        return JSONResponse(problem, error.status_code, media_type="application/problem+json")
    return page(request, "error.html", status=error.status_code, message=error.detail)


async def protect(request: Request, answer: Callable[[Request], Awaitable[Response]]) -> Response:
    """Refuse what other sites send, and keep the pages out of caches."""
    if request.method == "POST" and request.headers.get("sec-fetch-site") in {
        "cross-site",
        "same-site",
    }:
        return Response("Permintaan dari situs lain ditolak.", 403)
    response = await answer(request)
    response.headers["Cache-Control"] = "no-store"
    response.headers["Content-Security-Policy"] = "default-src 'self'; frame-ancestors 'none'"
    return response
