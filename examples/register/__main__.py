"""Starts the register: `python -m register`."""

import os
from datetime import date

import uvicorn
from sqlalchemy import create_engine, select
from sqlalchemy.orm import Session

from psm_core import RegionCode, load_regions, population

from .app import create_app
from .store import WorkerRow

REGION = RegionCode(os.environ.get("PSM_REGION", "63.10"))
ENGINE = create_engine(
    os.environ.get("PSM_DATABASE", "sqlite:///register.db"), hide_parameters=True
)
LOGS = {
    "version": 1,
    "filters": {"numbers": {"()": "psm_core.contrib.logging.NumberFilter"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "filters": ["numbers"]}},
    "root": {"handlers": ["console"], "level": "INFO"},
}


def invent_workers() -> None:
    """Fill an empty register with people who do not exist."""
    with Session(ENGINE) as session, session.begin():
        if session.scalar(select(WorkerRow).limit(1)) is None:
            villages = population.villages(
                people=14_000,
                seed=1,
                as_of=date(2025, 10, 10),
                within=REGION,
                regions=load_regions(),
            )
            session.add_all(
                WorkerRow(worker=one) for village in villages for one in village.workers
            )


if __name__ == "__main__":
    app = create_app(ENGINE, REGION)
    invent_workers()
    print("Buka http://127.0.0.1:8000 di peramban. Tekan Ctrl+C untuk berhenti.")
    # The address of a search has a name in it, so addresses are not logged.
    uvicorn.run(app, host="127.0.0.1", port=8000, log_config=LOGS, access_log=False)
