"""Starts the register: `python -m register`."""

import os
from datetime import date

import uvicorn
from sqlalchemy import create_engine, select
from sqlalchemy.orm import Session

from psm_core import RegionCode, population

from .app import create_app
from .store import WorkerRow

LOGS = {
    "version": 1,
    "filters": {"numbers": {"()": "psm_core.contrib.logging.NumberFilter"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "filters": ["numbers"]}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
area, day = RegionCode(os.environ.get("PSM_REGION", "63.10")), date(2025, 10, 10)
url = os.environ.get("PSM_DATABASE", "sqlite:///register.db")
engine = create_engine(url, hide_parameters=True)
app = create_app(engine, area)
with Session(engine) as session, session.begin():
    if session.scalar(select(WorkerRow).limit(1)) is None:  # begin with people who do not exist
        invented = population.workers(600, seed=1, as_of=day, within=area)
        session.add_all(WorkerRow(worker=worker) for worker in invented)
print("Buka http://127.0.0.1:8000 di peramban. Tekan Ctrl+C untuk berhenti.")
# A search has a name in its address, so addresses are not logged.
uvicorn.run(app, host="127.0.0.1", port=8000, log_config=LOGS, access_log=False)
