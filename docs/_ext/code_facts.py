"""Which objects report each issue code, from the source."""

import inspect
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from public_names import public_names
from record_fields import issue_codes

import psm_core
from psm_core._core.record import is_record_class, record_info
from psm_core._messages import MESSAGES
from psm_core._messages.assessments import ASSESSMENT_CHECKS
from psm_core._messages.case_checks import CASE_CHECKS
from psm_core._messages.checks import CHECKS
from psm_core._messages.daily_work import DAILY_WORK_CHECKS
from psm_core._messages.event_checks import EVENT_CHECKS
from psm_core._messages.requirements import REQUIREMENTS

PACKAGE = Path(psm_core.__file__).parent
_OF_CHECKS = (
    *(*CHECKS, *EVENT_CHECKS, *CASE_CHECKS, *ASSESSMENT_CHECKS, *DAILY_WORK_CHECKS),
    *REQUIREMENTS,
    *("region.retired", "region.unknown", "region.unverified"),  # of checks and tables
)
_CODE = re.compile(r"``([a-z_]+\.[a-z_]*)(…?)``")


@cache
def reporters() -> Mapping[str, list[str]]:
    """Return code → the paths of the fields, classes and functions that report it."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for path, one in public_names().items():
        for code, field in _of_fields(one.value):
            found[code][f"{path}.{field}"] = None
    for path, one in public_names().items():
        for name, docstring in _docstrings(path, one.value):
            for code in _named_in(docstring):
                if not any(known.startswith(f"{name}.") for known in found[code]):
                    found[code][name] = None
    for code in _OF_CHECKS:
        found[code]["psm_core.checks.check"] = None
    for code, module in _modules().items():
        found[code] = found[code] or {module: None}
    return {code: list(found[code]) for code in MESSAGES}


def _of_fields(value: Any) -> Iterator[tuple[str, str]]:
    if is_record_class(value):
        for field in record_info(value).fields:
            for code in issue_codes(value, field):
                yield code, field.name


def _docstrings(path: str, value: object) -> Iterator[tuple[str, str]]:
    yield path, inspect.getdoc(value) or ""
    if inspect.isclass(value):
        for name, member in vars(value).items():
            if not name.startswith("_"):
                yield f"{path}.{name}", inspect.getdoc(getattr(member, "__func__", member)) or ""


def _named_in(docstring: str) -> Iterator[str]:
    for start, more in _CODE.findall(docstring):
        yield from (code for code in MESSAGES if code == start or (more and code.startswith(start)))


@cache
def _modules() -> Mapping[str, str]:
    """Return code → the public module whose source names it."""
    found: dict[str, str] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        package = path.relative_to(PACKAGE).parts[0]
        if package.startswith("_") or path.parent == PACKAGE:
            continue
        text = path.read_text("utf-8")
        for code in MESSAGES:
            last = code.partition(".")[2]  # some are composed, as f"{number}.scientific"
            if f'"{code}"' in text or f'}}.{last}"' in text:
                found.setdefault(code, f"psm_core.{package}")
    return found
