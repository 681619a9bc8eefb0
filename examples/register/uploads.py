"""Reads an uploaded file in the background, and stores its valid rows."""

import shutil
from datetime import date
from pathlib import Path

from sqlalchemy import Engine, update
from sqlalchemy.orm import Session

from psm_core import RegionCode, TableError, Worker, tables

from .store import Copy, Upload, WorkerRow, known


def process(engine: Engine, key: str, source: Path, listed_on: date, within: RegionCode) -> None:
    """Read a file, store its valid rows and its annotated copy, and delete the folder of the file."""

    def save(**values: object) -> None:
        with engine.begin() as connection:
            connection.execute(update(Upload).where(Upload.id == key).values(values))

    try:
        result = tables.read(
            source,
            Worker,
            progress=lambda rows: save(rows=rows),
            values={"assignments.0.listed_on": listed_on},
            within=within,
            id_prefix=key,
        )
        copy = source.with_name(f"diperiksa{tables.copy_suffix(result)}")
        tables.annotate(result, copy)
        report = _store(engine, key, result, copy)
        save(status="selesai", rows=result.rows_read, report=report)
    except TableError as error:
        save(status="gagal", report={"message": error.issue.describe("id")})
    except Exception:
        save(status="gagal", report={"message": "Berkas tidak dapat diproses. Unggah lagi."})
        raise
    finally:
        shutil.rmtree(source.parent)


def _store(
    engine: Engine, key: str, result: tables.TableResult[Worker], copy: Path
) -> dict[str, object]:
    """Store the workers whom the register does not have; return what the page shows."""
    skipped: list[tuple[str, str]] = []
    with Session(engine) as session, session.begin():
        session.add(Copy(id=key, suffix=copy.suffix, content=copy.read_bytes()))
        places = zip(result.record_sheets, result.rows, strict=True)
        for worker, (sheet, row) in zip(result.records, places, strict=True):
            if row_known := known(session, worker):
                skipped.append((f"{sheet or ''} baris {row}".strip(), str(row_known.id)))
            else:
                session.add(WorkerRow(worker=worker))
    return {
        "added": len(result.records) - len(skipped),
        "skipped": skipped,
        "invalid": result.rows_read - result.valid_rows,
        "issues": [
            {"kind": one.severity.value, "count": one.count, "cells": ", ".join(one.cells)}
            | {"problem": one.problem("id"), "cure": one.cure("id")}
            for one in result.summary()
        ],
    }
