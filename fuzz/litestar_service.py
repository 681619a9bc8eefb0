"""A service of Litestar for `make schemathesis`, with the operations of the one of FastAPI."""

from typing import Annotated

from litestar import Litestar, get, post
from litestar.params import Body, Parameter

from psm_core import NIK, Beneficiary, Event, Family, RegionCode, Worker
from psm_core.contrib.litestar import PsmPlugin, Redacted
from psm_core.privacy import Audience
from psm_core.terms import Sex

PublicWorker = Annotated[Worker, Redacted(Audience.PUBLIC)]
Form = Annotated[Worker, Body(media_type="application/x-www-form-urlencoded")]
Home = Annotated[RegionCode | None, Parameter(header="home")]


@post("/workers", sync_to_thread=False)
def add_worker(data: Worker) -> Worker:
    """Return a worker."""
    return data


@post("/public-workers", sync_to_thread=False)
def publish(data: list[Worker]) -> list[PublicWorker]:
    """Return workers, redacted."""
    return data


@post("/families", sync_to_thread=False)
def add_family(data: Family) -> Family:
    """Return a family."""
    return data


@post("/beneficiaries", sync_to_thread=False)
def add_beneficiaries(data: dict[str, Beneficiary | None]) -> list[Beneficiary | None]:
    """Return beneficiaries."""
    return list(data.values())


@post("/events", sync_to_thread=False)
def add_event(data: Event | None) -> Event | None:
    """Return an event."""
    return data


@post("/forms", sync_to_thread=False)
def type_worker(data: Form) -> Worker:
    """Return a worker from a form."""
    return data


@get("/people/{nik:str}", sync_to_thread=False)
def person(nik: NIK, sex: Sex | None = None) -> bool:
    """Return whether a NIK says the same as a term."""
    return sex is None or nik.sex is sex


@get("/regions/{code:str}", sync_to_thread=False)
def region(
    code: RegionCode, inside: list[RegionCode] | None = None, home: Home = None
) -> list[RegionCode]:
    """Return the regions of a request."""
    return [code, *(inside or ()), *([home] if home else ())]


whole = Litestar(
    [
        *(add_worker, publish, add_family, add_beneficiaries, add_event, type_worker),
        *(person, region),
    ],
    plugins=[PsmPlugin()],
    logging_config=None,
)
