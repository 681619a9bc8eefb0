"""A plugin of pytest: a test fails if it logs the number of a person.

Name it in the ``conftest.py`` of the application::

    pytest_plugins = ["psm_core.testing.pytest_plugin"]
"""

import logging
from collections.abc import Generator
from contextlib import contextmanager
from typing import Final

import pytest

from ..privacy import hide_numbers

_OF_LOGGING: Final = frozenset({*vars(logging.makeLogRecord({})), "message", "asctime"})
"""The attributes that every log record has; others are from ``extra``."""


class _Collector(logging.Handler):
    """Keeps the place of each log record with the number of a person."""

    def __init__(self) -> None:
        super().__init__()
        self.places: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        text = self.format(record)
        extra = (value for name, value in vars(record).items() if name not in _OF_LOGGING)
        text = "\n".join((text, *map(str, extra)))  # a formatter of JSON writes them too
        if hide_numbers(text) != text:
            self.places.append(f"{record.pathname}:{record.lineno} ({record.name})")


@contextmanager
def no_numbers_logged() -> Generator[None]:
    """Fail the test if a number of a person is logged in the block."""
    collector = _Collector()
    root = logging.getLogger()
    root.addHandler(collector)
    try:
        yield
    finally:
        root.removeHandler(collector)
    if collector.places:
        places = ", ".join(dict.fromkeys(collector.places))
        pytest.fail(f"the number of a person was logged at {places}", pytrace=False)


@pytest.fixture(autouse=True)
def no_personal_numbers_in_logs() -> Generator[None]:
    """Fail a test that logs a NIK, KK or telephone number, naming the line of the call."""
    with no_numbers_logged():
        yield
