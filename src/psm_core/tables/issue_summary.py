"""The issues of a file summed by code, for reports."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple, final

import attrs

from .._frozen import FrozenType, frozen_dict
from .._messages import LEFT_OUT, MESSAGES, fill, language_of
from ..errors import Issue, Severity

ISSUES_OMITTED: Final = "table.issues_omitted"
"""The code of an issue that counts others; a summary counts them itself."""
_MAX_VALUES: Final = 3
_MAX_LENGTH: Final = 60


class Sentences(NamedTuple):
    """What is wrong, and what to do, in one language."""

    problem: str
    cure: str
    """Empty for an application-defined code."""


@final
@attrs.frozen
class IssueSummary(metaclass=FrozenType):
    r"""The issues of one code and severity in a file: how many, their first cells, what to do.

    >>> from pathlib import Path
    >>> from psm_core import Person, tables
    >>> _ = Path("warga.csv").write_text("NIK,Nama\n99010141,Contoh\n990101,Contoh\n", "utf-8")
    >>> for line in tables.read("warga.csv", Person).summary():
    ...     print(line.severity.value, line.count, line.code, line.cells)
    ...     print(line.problem("id"))
    ...     print(line.cure("id"))
    error 2 nik.length ('A2', 'A3')
    NIK harus 16 angka, tertulis 8, 6.
    Salin ulang dari KTP atau KK.
    """

    severity: Severity
    """Whether these issues prevent records."""
    code: str
    """The stable code of these issues."""
    count: int
    """How many there are, including those that are not listed in `TableResult.issues`."""
    cells: tuple[str, ...]
    """The first cells, as `Issue.cell` gives them."""
    params: Mapping[str, str | int] = attrs.field(converter=frozen_dict, hash=False)
    """Parameters of the message: the value of all issues, or their first values as one text."""

    def problem(self, language: str = "en") -> str:
        """Return what is wrong, in English or Indonesian.

        Raises:
            ValueError: the language is neither English nor Indonesian.

        """
        return sentences(self.code, self.params, language).problem

    def cure(self, language: str = "en") -> str:
        """Return what to do, in English or Indonesian; empty for an application-defined code.

        Raises:
            ValueError: the language is neither English nor Indonesian.

        """
        return sentences(self.code, self.params, language).cure

    def to_dict(self) -> dict[str, Any]:
        r"""Return the summary as plain data, for JSON: with its sentences in both languages.

        >>> from pathlib import Path
        >>> from psm_core import Person, tables
        >>> _ = Path("warga.csv").write_text("NIK,Nama\n99010141,Contoh\n", "utf-8")
        >>> data = tables.read("warga.csv", Person).summary()[0].to_dict()
        >>> data["code"], data["severity"], data["count"], data["cells"], data["params"]
        ('nik.length', 'error', 1, ['A2'], {'length': 8})
        >>> data["problem"]["id"], data["cure"]["en"]
        ('NIK harus 16 angka, tertulis 8.', 'Copy it again from the KTP or KK.')

        """
        return {
            "severity": self.severity.value,
            "code": self.code,
            "count": self.count,
            "cells": list(self.cells),
            "params": dict(self.params),
            "problem": {language: self.problem(language) for language in ("en", "id")},
            "cure": {language: self.cure(language) for language in ("en", "id")},
        }


def sentences(code: str, params: Mapping[str, str | int], language: str) -> Sentences:
    """Return the two sentences of an issue, separate.

    Raises:
        ValueError: the language is neither English nor Indonesian.

    """
    language = language_of(language)
    message = MESSAGES.get(code)
    if message is None:
        problem, cure = code, ""
    else:
        problem, cure = (fill(text, params) for text in message.wording(language))
    if "left_out" in params:
        problem = f"{problem} {LEFT_OUT[language]}"
    return Sentences(problem, cure)


def summarize(
    issues: Iterable[Issue],
    counts: Mapping[str, int],
    error_counts: Mapping[str, int],
    *,
    cells: int,
) -> tuple[IssueSummary, ...]:
    """Sum issues by severity and code: errors first, then the most frequent.

    The counts are those of all issues; there may be more than are listed.
    """
    groups: dict[tuple[Severity, str], list[Issue]] = {}
    for issue in issues:
        if issue.code != ISSUES_OMITTED:
            groups.setdefault((issue.severity, issue.code), []).append(issue)
    lines: list[IssueSummary] = []
    for (severity, code), group in groups.items():
        errors = error_counts.get(code, 0)
        counted = errors if severity is Severity.ERROR else counts.get(code, 0) - errors
        places = tuple(dict.fromkeys(issue.cell for issue in group if issue.cell))
        count = max(counted, len(group))
        lines.append(IssueSummary(severity, code, count, places[:cells], _common_params(group)))
    return tuple(sorted(lines, key=_rank))


def _rank(line: IssueSummary) -> tuple[bool, int, str]:
    return line.severity is Severity.WARNING, -line.count, line.code


def _common_params(issues: list[Issue]) -> dict[str, str | int]:
    """Return the parameters that all issues have; different values are joined."""
    names = [name for name in issues[0].params if all(name in one.params for one in issues)]
    return {name: value for name in names for value in _joined(one.params[name] for one in issues)}


def _joined(values: Iterable[str | int]) -> Iterator[str | int]:
    """Yield the value if there is one, or the first ones as a text if it is short."""
    different = list(dict.fromkeys(values))
    if len(different) == 1:
        yield different[0]
        return
    first = [str(value) for value in different[:_MAX_VALUES]]
    text = ", ".join([*first, *(["\u2026"] if len(different) > _MAX_VALUES else [])])
    if len(text) <= _MAX_LENGTH:
        yield text
