"""Invented villages for demonstrations and load tests: any number of people, from one seed.

`villages` yields whole villages; `workers`, `beneficiaries`, `families` and `events` yield a number
of records of one kind, in less time.

Each village has families, households, workers, beneficiaries, cases and events that are consistent
with one another. Nobody is real: every NIK and KK number begins with 99, a province code that is
never issued, and every telephone number with 0800 0000. No extra is needed.
"""

from .samples import beneficiaries, events, families, workers
from .village import Village, villages

__all__ = ["Village", "beneficiaries", "events", "families", "villages", "workers"]
