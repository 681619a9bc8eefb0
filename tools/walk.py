"""Count the functions and files of psm_core that a call runs through.

Three calls are measured: a bad NIK in a workbook to its sentence, the JSON text of a worker to the
record, and the name of a region to the region. Each call is made once before, so that caches are
filled. Comprehensions and lambdas count as part of the function around them. With ``--list``, the
functions are printed in the order of their first call.
"""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType
from typing import Any, NamedTuple

import openpyxl

import psm_core
from psm_core import NIK, Person, Worker, WorkerId, load_regions, tables, wire
from psm_core.terms import RegionLevel

SOURCE = str(Path(psm_core.__file__).parent)


class Walk(NamedTuple):
    """What a call runs through."""

    functions: list[str]
    """``file: function`` in the order of the first call."""
    switches: int
    """How many calls and returns lead from one file to another."""

    @property
    def files(self) -> int:
        """How many files the functions are in."""
        return len({name.partition(":")[0] for name in self.functions})


def walk(call: Callable[[], object]) -> Walk:
    """Return what a call runs through. It is called twice, and the second call is measured."""
    call()
    functions: dict[str, None] = {}
    switches = 0

    def note(frame: FrameType, event: str, _: object) -> None:
        nonlocal switches
        file = frame.f_code.co_filename
        if event not in {"call", "return"} or not file.startswith(SOURCE):
            return
        if event == "call":
            name = frame.f_code.co_qualname.partition(".<locals>.<")[0]
            functions[f"{file.removeprefix(SOURCE)[1:]}: {name}"] = None
        caller = next(callers(frame), None)
        switches += caller is not None and caller.f_code.co_filename != file

    sys.setprofile(note)
    try:
        call()
    finally:
        sys.setprofile(None)
    return Walk(list(functions), switches)


def callers(frame: FrameType) -> Iterator[FrameType]:
    """Yield the frames of psm_core below a frame, the innermost first."""
    below = frame.f_back
    while below is not None:
        if below.f_code.co_filename.startswith(SOURCE):
            yield below
        below = below.f_back


def calls(folder: Path) -> dict[str, Callable[[], object]]:
    """Return name → call of each walk."""
    path = folder / "psm.xlsx"
    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.append(["id", "person.nik", "person.name"])
    sheet.append(["psm-1", "99010141", "Siti Contoh"])
    book.save(path)
    person = Person(name="Siti Contoh", nik=NIK("9901014108900001"))
    text = wire.to_json(Worker(id=WorkerId("psm-1"), person=person))
    regions = load_regions()
    return {
        "NIK": lambda: [issue.describe() for issue in tables.read(path, Worker).issues],
        "JSON": lambda: wire.from_json(text, Worker),
        "region": lambda: regions.resolve("Angsana", level=RegionLevel.DISTRICT),
    }


def main(*, is_list: bool) -> None:
    """Print the figures of each walk."""
    with TemporaryDirectory() as folder:
        for name, call in calls(Path(folder)).items():
            found = walk(call)
            count = len(found.functions)
            print(f"{name}: {count} functions, {found.files} files, {found.switches} switches")
            if is_list:
                print(*found.functions, sep="\n")


if __name__ == "__main__":
    main(is_list="--list" in sys.argv[1:])
