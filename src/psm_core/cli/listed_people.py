"""The people of files, each with the place where the record is."""

import os
from collections import Counter
from collections.abc import Iterable, Mapping
from contextlib import suppress
from itertools import repeat
from pathlib import Path
from typing import Final, NamedTuple

from ..errors import PsmError, TableError
from ..matching.facts import RecordOfPerson
from ..records.workers import Worker
from ..tables.rows.keys import parts_at, people_paths
from ._terminal import sentence
from .console import progress
from .file_options import FileReader
from .input_files import STANDARD_INPUT, InputFiles
from .record_lines import each_issue, opened_lines, read_record
from .wording import Language, translate

JSON_LINES: Final = frozenset({".jsonl", ".ndjson"})
_PACKED: Final = ".gz"
_STEP: Final = 1000
"""After how many lines the progress is shown again."""


class Place(NamedTuple):
    """Where the record of a person is."""

    file: str
    """Empty if there is only one file."""
    label: str
    """A shorter name of the file for people, as short as it is clear."""
    sheet: str | None
    row: int
    """The row of the sheet, or the line of the file."""

    def text(self, language: Language) -> str:
        """Return the place as it is printed."""
        cell = f"{self.sheet}!{self.row}" if self.sheet else str(self.row)
        return f"{self.label}: {translate('row', language)} {cell}" if self.file else cell


class ListedPeople:
    """The people of files that are read one after another."""

    def __init__(self, reader: FileReader, language: Language) -> None:
        self.people: list[RecordOfPerson] = []
        self.places: list[Place] = []
        self.unread_rows: int = 0
        """How many rows of tables have no record, because of errors."""
        self.unreadable: list[str] = []
        """Why files, or lines of files, cannot be read."""
        self._reader = reader
        self._language = language

    def read(self, found: InputFiles, labels: Mapping[Path, str]) -> None:
        """Add the people of each file. A single file that cannot be read raises its error.

        If there are several files, `labels` has the name of each as it is printed.
        """
        for file, name in found.names.items():
            shown = found.shown_name(file)
            in_file = Place(shown if labels else "", labels.get(file, ""), None, 0)
            if is_json_lines(file, name):
                self._read_lines(file, shown, in_file)
                continue
            try:
                result = self._reader.read(file, name)
            except (TableError, OSError) as error:
                if not labels:
                    raise
                text = sentence(error, self._language).removeprefix(f"{shown}: ")
                self.unreadable.append(f"{shown}: {text}")
                continue
            records: tuple[object, ...] = result.records
            unread = result.rows_read - result.valid_rows
            self.unread_rows += unread
            has_people = people_paths(type(records[0])) if records else unread == result.rows_read
            if not has_people:
                text = translate("no_people", self._language)
                self.unreadable.append(f"{shown}: {text}")
            for record, row, sheet in zip(records, result.rows, result.record_sheets, strict=True):
                self._add(record, in_file._replace(sheet=sheet, row=row))

    def _read_lines(self, file: Path, shown: str, in_file: Place) -> None:
        with (
            progress(self._language) as show_progress,
            opened_lines(file, shown, self._language) as lines,
        ):
            for number, text in enumerate(lines, start=1):
                if text.strip():
                    self._read_line(text, shown, in_file._replace(row=number))
                if show_progress is not None and not number % _STEP:
                    show_progress(number)

    def _read_line(self, text: bytes, shown: str, place: Place) -> None:
        try:
            record = read_record(text)
        except PsmError as error:
            at = f"{shown}: {translate('row', self._language)} {place.row}"
            for one in each_issue(error):
                self.unreadable.append(f"{at}: {sentence(one, self._language)}")
            return
        self._add(record, place)

    def _add(self, record: object, place: Place) -> None:
        found = _people(record)
        self.people += found
        self.places += repeat(place, len(found))


def _people(record: object) -> list[RecordOfPerson]:
    """Return the people of a record; a worker as a whole, with the villages that are served."""
    if isinstance(record, Worker):
        return [record]
    paths = people_paths(type(record))
    return [person for path in paths for _, person in parts_at(record, path, ())]


def file_labels(inputs: Iterable[InputFiles]) -> dict[Path, str]:
    """Return file → its name, or its path below the folder of all if several have that name."""
    shown = {file: Path(found.shown_name(file)) for found in inputs for file in found.names}
    counts = Counter(path.name for path in shown.values())
    same = {path for path in shown.values() if counts[path.name] > 1}
    above: str | None = None
    with suppress(ValueError):  # there are none, or relative and absolute ones
        above = os.path.commonpath([path.parent for path in same])
    return {
        file: _label(path, above) if path in same else path.name for file, path in shown.items()
    }


def _label(path: Path, above: str | None) -> str:
    return str(path if above is None else path.relative_to(above))


def is_json_lines(file: Path, name: str) -> bool:
    """Return whether a file has JSON lines, by its name; standard input, by its first letter."""
    if name == str(STANDARD_INPUT):
        with file.open("rb") as stream:
            return stream.read(1) == b"{"
    plain = name.lower().removesuffix(_PACKED)
    return plain.endswith(tuple(JSON_LINES))
