"""A pytest plugin: print the files whose tests take most processor time; `make durations` uses it.

Processor time is the same on a busy machine. It counts setup, teardown, and the processes that a
test starts and waits for. With pytest-xdist the workers send what they counted.
"""

import os
import time
from collections import Counter
from collections.abc import Generator
from typing import Any

import pytest

SECONDS = pytest.StashKey[Counter[str]]()
SHOWN = 20


def seconds() -> float:
    """Return the processor time of this process and of those that it has waited for."""
    return time.process_time() + sum(os.times()[2:4])  # fractions of a second, not hundredths


def pytest_configure(config: pytest.Config) -> None:
    """Start with no time."""
    config.stash[SECONDS] = Counter()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Add the time of a test to that of its file."""
    before = seconds()
    result = yield
    item.config.stash[SECONDS][item.nodeid.partition("::")[0]] += seconds() - before
    return result


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:  # noqa: ANN401 - untyped there
    """Add what a worker of pytest-xdist has counted."""
    node.config.stash[SECONDS].update(getattr(node, "workeroutput", {}).get("seconds", {}))


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Send what this worker has counted."""
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput["seconds"] = dict(session.config.stash[SECONDS])


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:  # noqa: ANN401 - a class that pytest keeps private
    """Print the files with the most time."""
    counted = config.stash[SECONDS]
    terminalreporter.section(f"{sum(counted.values()):.0f} s of processor time in tests")
    for path, spent in counted.most_common(SHOWN):
        terminalreporter.write_line(f"{spent:6.1f} s  {path}")
