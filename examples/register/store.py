"""The tables of the database."""

from typing import Any

from sqlalchemy import JSON, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, validates

from psm_core import NIK, RegionCode, Worker, WorkerId
from psm_core.contrib.sqlalchemy import TYPES


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

    def known(self, session: Session) -> "WorkerRow | None":
        """Return the stored row of the same person: the same id, NIK, or name, region and birth."""
        same = WorkerRow.nik == self.nik
        if self.nik is None:
            same = same & (WorkerRow.name == self.name) & (WorkerRow.region == self.region)
        born = self.worker.person.birth_date
        for row in session.scalars(select(WorkerRow).where((WorkerRow.id == self.id) | same)):
            if self.nik or row.id == self.id or row.worker.person.birth_date == born:
                return row
        return None


class Upload(Base):
    """A file that is being read or has been read, and its annotated copy."""

    __tablename__ = "upload"

    id: Mapped[str] = mapped_column(primary_key=True)
    file_name: Mapped[str]
    status: Mapped[str] = mapped_column(default="berjalan")
    rows: Mapped[int] = mapped_column(default=0)
    report: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    suffix: Mapped[str | None]
    copy: Mapped[bytes | None] = mapped_column(deferred=True)
