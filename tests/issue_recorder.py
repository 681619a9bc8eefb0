"""A pytest plugin: the tests have to make the package report every issue code.

It records each issue that a module of the package creates, with its severity. An issue that a test
or an example creates itself does not count. At the end of a run of the whole suite, codes that were
never reported with their usual severity fail the run; so do codes without a message. With
pytest-xdist the workers send what they recorded. `--issue-codes` checks a run of a part, too.
"""

import os
import sys
from collections.abc import Iterable, Mapping
from functools import wraps
from pathlib import Path
from typing import Any

import pytest

import psm_core
from psm_core import _frozen
from psm_core._messages import MESSAGES, Message
from psm_core.errors import Issue, Severity

PACKAGE = str(Path(psm_core.__file__).parent)
RECORDED = pytest.StashKey[set[tuple[str, str]]]()
PROBLEMS = pytest.StashKey[list[str]]()


def problems(
    recorded: Iterable[tuple[str, str]], messages: Mapping[str, Message] = MESSAGES
) -> list[str]:
    """Return a line for each code that was not reported as its message says."""
    found = set(recorded)
    unknown = sorted({code for code, _ in found} - messages.keys())
    return [
        *(f"no test makes the package report {code}" for code in messages if _lacks(code, found)),
        *(
            f"{code} was never reported as {message.severity}"
            for code, message in messages.items()
            if not _lacks(code, found) and (code, message.severity) not in found
        ),
        *(f"{code} has no message" for code in unknown),
    ]


def _lacks(code: str, found: set[tuple[str, str]]) -> bool:
    return not any((code, severity.value) in found for severity in Severity)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--issue-codes`."""
    parser.addoption(
        "--issue-codes",
        action="store_true",
        help="fail when an issue code is not reported, also in a run of a part of the suite",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Record each issue that is created from now on."""
    recorded = config.stash[RECORDED] = set[tuple[str, str]]()
    initialize = _frozen._INITIALIZERS[Issue]

    @wraps(initialize)
    def record(issue: Issue, *args: Any, **values: Any) -> None:  # noqa: ANN401 - as it is called
        initialize(issue, *args, **values)
        creator = sys._getframe(2)  # behind this one and the metaclass
        while f"{os.sep}attr{os.sep}" in creator.f_code.co_filename and creator.f_back:
            creator = creator.f_back  # a copy with other fields
        if creator.f_code.co_filename.startswith(PACKAGE) and creator.f_code.co_name != "under":
            recorded.add((issue.code, issue.severity.value))

    _frozen._INITIALIZERS[Issue] = record
    config.add_cleanup(lambda: _frozen._INITIALIZERS.__setitem__(Issue, initialize))


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:  # noqa: ANN401 - untyped there
    """Take what a worker of pytest-xdist has recorded."""
    output = getattr(node, "workeroutput", {})
    node.config.stash[RECORDED].update(map(tuple, output.get("issues", ())))


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Send what was recorded, or fail the run when codes were not reported."""
    config = session.config
    if hasattr(config, "workeroutput"):
        config.workeroutput["issues"] = sorted(config.stash[RECORDED])
        return
    option = config.option
    is_whole = not (option.file_or_dir or option.keyword or option.markexpr or option.collectonly)
    if option.issue_codes or (is_whole and session.exitstatus == pytest.ExitCode.OK):
        config.stash[PROBLEMS] = problems(config.stash[RECORDED])
        if config.stash[PROBLEMS]:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:  # noqa: ANN401 - a class that pytest keeps private
    """Print the codes that were not reported."""
    for line in config.stash.get(PROBLEMS, []):
        terminalreporter.write_line(f"FAILED issue codes: {line}", red=True)
