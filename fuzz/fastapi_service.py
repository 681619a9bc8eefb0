"""Services of FastAPI for `make schemathesis`: one with nothing of ours but types, one with all."""

from typing import Annotated

from fastapi import Body, FastAPI, Header, Query

from psm_core import NIK, Beneficiary, Case, Event, Family, RegionCode, Worker
from psm_core.contrib.fastapi import add_problem_details
from psm_core.contrib.pydantic import Redacted
from psm_core.privacy import Audience
from psm_core.terms import Sex

PublicWorker = Annotated[Worker, Redacted(Audience.PUBLIC)]

plain = FastAPI(title="plain")


@plain.post("/workers", status_code=201)
def post(worker: Annotated[Worker, Body()]) -> Worker:
    """Return a worker."""
    return worker


whole = FastAPI(title="whole")
add_problem_details(whole)


@whole.post("/workers", status_code=201)
def add_worker(worker: Annotated[Worker, Body()]) -> Worker:
    """Return a worker."""
    return worker


@whole.post("/public-workers", status_code=201)
def publish(workers: list[Worker]) -> list[PublicWorker]:
    """Return workers, redacted."""
    return workers


@whole.post("/families", status_code=201)
def add_family(family: Annotated[Family, Body()]) -> Family:
    """Return a family."""
    return family


@whole.post("/beneficiaries", status_code=201)
def add_beneficiaries(beneficiaries: dict[str, Beneficiary | None]) -> list[Beneficiary | None]:
    """Return beneficiaries."""
    return list(beneficiaries.values())


@whole.post("/events", status_code=201)
def add_event(event: Annotated[Event, Body()], case: Annotated[Case | None, Body()]) -> Event:
    """Return one of two records in a body."""
    del case
    return event


@whole.get("/people/{nik}")
def person(nik: NIK, sex: Sex | None = None) -> bool:
    """Return whether a NIK says the same as a term."""
    return sex is None or nik.sex is sex


@whole.get("/regions/{code}")
def region(
    code: RegionCode,
    inside: Annotated[list[RegionCode] | None, Query()] = None,
    home: Annotated[RegionCode | None, Header()] = None,
) -> list[RegionCode]:
    """Return the regions of a request."""
    return [code, *(inside or ()), *([home] if home else ())]
