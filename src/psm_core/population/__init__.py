"""Invented villages for demonstrations and load tests: any number of people, from one seed.

Families, households, workers, beneficiaries, cases and events that agree with one another, village
by village. Nobody is real: every NIK and KK number begins with 99, a province that is never issued,
and every telephone number with 0800 0000. Only the standard library is used, and no extra.
"""

from .village import Village, villages

__all__ = ["Village", "villages"]
