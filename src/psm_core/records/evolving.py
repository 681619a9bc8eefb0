"""`evolve` for users: a stub beside this module has the fields of each record class."""

from .._core.record import evolve as evolve  # noqa: PLC0414 - public here
