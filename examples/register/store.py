"""The tables of the database, and what is asked of them."""

from typing import Any

from sqlalchemy import JSON, ForeignKey, Select, func, or_, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, validates

from psm_core import NIK, RegionCode, Worker, WorkerId
from psm_core.contrib.sqlalchemy import TYPES

PAGE = 25


class Base(DeclarativeBase):
    """Values and records of psm_core are types of columns."""

    type_annotation_map = TYPES


class WorkerRow(Base):
    """A worker: the whole record, and columns for what is searched."""

    __tablename__ = "worker"

    id: Mapped[WorkerId] = mapped_column(primary_key=True)
    nik: Mapped[NIK | None] = mapped_column(unique=True)
    name: Mapped[str] = mapped_column(index=True)
    region: Mapped[RegionCode | None] = mapped_column(index=True)
    worker: Mapped[Worker]

    @validates("worker")
    def _fill_columns(self, _: str, worker: Worker) -> Worker:
        self.id, self.nik, self.name = worker.id, worker.person.nik, worker.person.name
        self.region = worker.assignments[0].serves if worker.assignments else None
        return worker


class Upload(Base):
    """A file that is being read or has been read."""

    __tablename__ = "upload"

    id: Mapped[str] = mapped_column(primary_key=True)
    file_name: Mapped[str]
    status: Mapped[str] = mapped_column(default="berjalan")
    rows: Mapped[int] = mapped_column(default=0)
    report: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)


class Copy(Base):
    """The annotated copy of an uploaded file."""

    __tablename__ = "copy"

    id: Mapped[str] = mapped_column(ForeignKey(Upload.id), primary_key=True)
    suffix: Mapped[str]
    content: Mapped[bytes]


def matching(name: str, region: RegionCode | None) -> Select[WorkerRow]:
    """Return the query for workers with a name, in a region."""
    found = select(WorkerRow).where(WorkerRow.name.icontains(name, autoescape=True))
    return found if region is None else found.where(WorkerRow.region.within(region))


def page_of(session: Session, found: Select[WorkerRow], page: int) -> tuple[list[WorkerRow], int]:
    """Return the workers of a page, or all of them for page 0, and how many there are."""
    count = session.scalar(select(func.count()).select_from(found.subquery())) or 0
    limit, start = (PAGE, (page - 1) * PAGE) if page else (None, 0)
    ordered = found.order_by(WorkerRow.name, WorkerRow.id).offset(start).limit(limit)
    return [*session.scalars(ordered)], count


def known(session: Session, worker: Worker) -> WorkerRow | None:
    """Return the row of a worker: by id or NIK; without a NIK, by name, region and birth date."""
    new = WorkerRow(worker=worker)
    same = WorkerRow.id == new.id
    if new.nik is not None:
        return session.scalar(select(WorkerRow).where(or_(same, WorkerRow.nik == new.nik)))
    born = worker.person.birth_date
    alike = WorkerRow.nik.is_(None) & (WorkerRow.name == new.name)
    found = session.scalars(
        select(WorkerRow).where(same | (alike & (WorkerRow.region == new.region)))
    )
    return next(
        (row for row in found if new.id == row.id or row.worker.person.birth_date == born), None
    )
