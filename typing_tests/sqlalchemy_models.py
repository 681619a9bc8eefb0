"""Checked by mypy and pyright, never run: models of SQLAlchemy with values and records."""

from typing import assert_type

from sqlalchemy import ColumnElement, String, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

from psm_core import NIK, RegionCode, Worker, WorkerId
from psm_core.contrib.sqlalchemy import TYPES, Document, NIKType, TermType, ValueType
from psm_core.terms import Sex


class Base(DeclarativeBase):
    """The types of this package beside others."""

    type_annotation_map = {**TYPES, str: String(100)}


class Row(Base):
    """A model with one column of each kind."""

    __tablename__ = "row"

    id: Mapped[WorkerId] = mapped_column(primary_key=True)
    nik: Mapped[NIK | None] = mapped_column(unique=True)
    region: Mapped[RegionCode] = mapped_column(index=True)
    sex: Mapped[Sex]
    worker: Mapped[Worker]
    former: Mapped[WorkerId | None] = mapped_column(ValueType(WorkerId))


class Bare(DeclarativeBase):
    """The types of this package alone."""

    type_annotation_map = TYPES


def use(session: Session, row: Row) -> None:
    """Read and query columns."""
    assert_type(row.nik, NIK | None)
    assert_type(row.worker, Worker)
    condition: ColumnElement[bool] = Row.region.within(RegionCode("63"))
    found = session.scalars(select(Row).where(condition, Row.sex == Sex.PEREMPUAN)).all()
    assert_type(found[0].region, RegionCode)
    assert_type(session.scalars(select(Row.worker)).one(), Worker)


assert_type(Document(Worker), Document[Worker])
assert_type(Document(Worker).python_type, type[Worker])
assert_type(TermType(Sex), TermType[Sex])
assert_type(NIKType().python_type, type[NIK])
