"""Reads xls and ods, run as a process of its own: what ends it there harms nobody else.

``python _legacy.py FILE SECONDS`` writes the name of each sheet and whether it is visible, and
``python _legacy.py FILE SECONDS NUMBER`` the rows of one sheet: pickles, one after the other, the
last of them one of the words below. It is told nothing else and imports nothing of the package.
"""

import pickle
import sys
from contextlib import suppress

DONE, DAMAGED, PASSWORD, MISSING = "done", "damaged", "password", "missing"
_MEMORY, _AT_ONCE, _EXACT = 1 << 30, 500, 10**15


def _bound(seconds: int) -> None:
    with suppress(ImportError, ValueError, OSError):  # elsewhere than on POSIX there is no bound
        import resource  # noqa: PLC0415 - as above

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))


def _tell(what: object) -> None:
    pickle.dump(what, sys.stdout.buffer)


def _plain(cell: object) -> object:
    """Return nothing for a blank cell, and a whole number for one that is kept with decimals."""
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < _EXACT:
        return int(cell)
    return None if cell == "" else cell


def _ended(line: list[object]) -> list[object]:
    """Return a row without the blanks at its end: one far cell makes each row as wide."""
    while line and line[-1] is None:
        line.pop()
    return line


def _read(path: str, number: str) -> str:
    try:
        from python_calamine import (  # noqa: PLC0415 - the extra may be missing
            CalamineWorkbook,
            PasswordError,
            SheetVisibleEnum,
        )
    except ImportError:
        return MISSING
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - nothing more is imported here
            book = CalamineWorkbook.from_filelike(file)  # by content, not by name
        if not number:
            _tell([(s.name, s.visible == SheetVisibleEnum.Visible) for s in book.sheets_metadata])
            return DONE
        sheet = book.get_sheet_by_index(int(number))
        margin = [None] * (sheet.start[1] if sheet.start else 0)
        lines: list[list[object]] = []
        for line in sheet.iter_rows():
            lines.append(_ended([*margin, *map(_plain, line)]))
            if len(lines) == _AT_ONCE:
                _tell(lines)
                lines = []
        _tell(lines)
    except PasswordError:
        return PASSWORD
    except Exception:  # noqa: BLE001 - a file made by anybody
        return DAMAGED
    return DONE


if (
    __name__ == "__main__"
):  # pragma: no cover - a process of its own, which tests look at from outside
    _bound(int(sys.argv[2]))
    sys.stdout.flush()
    _tell(_read(sys.argv[1], "".join(sys.argv[3:])))
