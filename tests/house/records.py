"""Every record class of the package, found by walking its public modules."""

from psm_core import beneficiaries, dates, events, facts, offices, people, proceedings, workers
from psm_core._model import is_model

RECORDS = sorted(
    {
        found
        for module in (beneficiaries, dates, events, facts, offices, people, proceedings, workers)
        for found in vars(module).values()
        if is_model(found)
    },
    key=lambda cls: cls.__name__,
)
