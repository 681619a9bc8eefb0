"""Reads an uploaded file in the background, and stores its valid rows."""

import shutil
from datetime import date
from pathlib import Path

from sqlalchemy import Engine, update
from sqlalchemy.orm import Session

from psm_core import RegionCode, TableError, Worker, tables

from .store import Upload, WorkerRow

FAILED = "Berkas tidak dapat diproses. Unggah lagi."


def process(engine: Engine, key: str, source: Path, listed_on: date, within: RegionCode) -> None:
    """Read a file, store its valid rows and its annotated copy, and delete its folder."""

    def save(**values: object) -> None:
        with engine.begin() as connection:
            connection.execute(update(Upload).where(Upload.id == key).values(values))

    values = {"assignments.0.listed_on": listed_on}
    options: tables.ReadOptions[Worker] = {"values": values, "within": within, "id_prefix": key}
    try:
        result = tables.read(source, Worker, progress=lambda rows: save(rows=rows), **options)
        copy = source.with_name(f"salinan{tables.copy_suffix(result)}")
        tables.annotate(result, copy)
        save(rows=result.rows_read, suffix=copy.suffix, copy=copy.read_bytes())
        save(report=_store(engine, result), status="selesai")
    except TableError as error:
        save(status="gagal", report={"message": error.issue.describe("id")})
    except Exception:
        save(status="gagal", report={"message": FAILED})
        raise
    finally:
        shutil.rmtree(source.parent)


def _store(engine: Engine, result: tables.TableResult[Worker]) -> dict[str, object]:
    """Store the workers whom the register does not have; return what the page shows."""
    skipped: list[tuple[str, str]] = []
    with Session(engine) as session, session.begin():
        places = zip(result.record_sheets, result.rows, strict=True)
        for worker, (sheet, row) in zip(result.records, places, strict=True):
            new = WorkerRow(worker=worker)
            if old := new.known(session):
                skipped.append((f"{sheet or ''} baris {row}".strip(), str(old.id)))
            else:
                session.add(new)
    issues = [one.to_dict() for one in result.summary()]
    added, invalid = len(result.records) - len(skipped), result.rows_read - result.valid_rows
    return {"added": added, "skipped": skipped, "invalid": invalid, "issues": issues}
