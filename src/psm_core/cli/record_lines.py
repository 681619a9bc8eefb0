"""Files of JSON lines, of which only keys and places are kept in memory."""

import json
import re
from array import array
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, Any, Final, NamedTuple, cast

from .. import wire
from .._core.field_paths import steps_of
from .._core.text_value import TextValue
from ..errors import PsmError, TableError, ValidationError
from ..records.families import Family
from ..records.people import Person
from ..tables.files.gzip_files import unpacked
from ..tables.rows.keys import EVERY, id_path, parts_at
from ..values.plain import to_plain
from ._terminal import sentence
from .input_files import STANDARD_INPUT, with_standard_input
from .options import RECORDS, fail
from .wording import Language, translate

_NUMBERS: Final[Mapping[type, str]] = {Person: "nik", Family: "kk"}
"""Record class without a required id → the field that identifies its records."""
_SCHEMA: Final = re.compile(rb'\s*\{\s*"schema"\s*:\s*"psm\.([a-z-]+)/')
_MAX_PROBLEMS: Final = 50
_STEP: Final = 1000
"""After how many lines the progress is shown again."""


class Line(NamedTuple):
    """A record of a file."""

    number: int
    """Of the line, from 1."""
    record: object
    key: str
    """The text of the field that identifies it, unmasked."""
    shown_key: str | None
    """The same text if it is the id of a record; numbers of people are not shown."""


class Problems:
    """Why files cannot be compared: every line that is unusable, the first of them with a text."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._texts: list[str] = []
        self._count = 0

    def add(self, name: str, text: str) -> None:
        """Add a text about a file."""
        self._count += 1
        if len(self._texts) < _MAX_PROBLEMS:
            self._texts.append(f"{name}: {text}")

    def end_command(self) -> None:
        """Write the problems, if there are any, and end the command.

        Raises:
            typer.Exit: with 2, if there are any.

        """
        if more := self._count - len(self._texts):
            self._texts.append(translate("more_problems", self.language).format(n=more))
        if self._texts:
            fail("\n".join(self._texts))


class RecordLines:
    """A file of JSON lines, and where the record with each key is in it."""

    def __init__(self, file: IO[bytes], name: str, key: str | None) -> None:
        self.places: dict[str, int] = {}
        """Key → place in the file."""
        self.name = name
        self._file = file
        self._key = key
        self._starts = array("Q")
        self._numbers = array("Q")
        self._classes: list[type] = []

    def read(self, problems: Problems) -> Iterator[int]:
        """Read every line; yield how many were read, from time to time."""
        start = 0
        # not splitlines, because texts may contain other separators, such as U+2028
        for number, text in enumerate(self._file, start=1):
            if text.strip():
                self._read_line(start, number, text, problems)
            start += len(text)
            if not number % _STEP:
                yield _STEP

    def _read_line(self, start: int, number: int, text: bytes, problems: Problems) -> None:
        line_word = translate("line", problems.language)
        try:
            record = read_record(text)
        except PsmError as error:
            for one in each_issue(error):
                said = sentence(one, problems.language)
                problems.add(self.name, f"{line_word} {number}: {said}")
            return
        line = _line(number, record, self._key)
        if line is None:
            word = "no_own_number" if type(record) in _NUMBERS else "no_key"
            said = translate("no_value_of_key" if self._key else word, problems.language)
            problems.add(self.name, f"{line_word} {number}: {said}")
            return
        at = self.places.setdefault(line.key, len(self._starts))
        if at < len(self._starts):
            said = translate("same_key", problems.language)
            problems.add(self.name, f"{said} {line_word} {self._numbers[at]}, {number}")
            return
        self._starts.append(start)
        self._numbers.append(number)
        self._classes.append(type(record))

    def text(self, place: int) -> bytes:
        """Return the line at a place, without the blanks around it."""
        self._file.seek(self._starts[place])
        return self._file.readline().strip()

    def line(self, place: int) -> Line:
        """Return the record at a place."""
        line = _line(self._numbers[place], read_record(self.text(place)), self._key)
        return cast("Line", line)  # it was read before

    def record_class(self, place: int) -> type:
        """Return the class of the record at a place."""
        return self._classes[place]

    def shown_place(self, place: int, language: Language) -> str:
        """Return the name of the file and the number of the line at a place."""
        return f"{self.name} {translate('line', language)} {self._numbers[place]}"


@contextmanager
def opened_lines(path: Path, name: str, language: Language) -> Generator[IO[bytes]]:
    """Yield an open file of JSON lines, plain or compressed with gzip.

    Raises:
        OSError: it cannot be opened.
        typer.Exit: it cannot be unpacked.

    """
    with ExitStack() as stack:
        plain = path
        if path.suffix.lower() == ".gz":
            try:
                plain = stack.enter_context(unpacked(path))
            except TableError as error:
                fail(f"{name}: {sentence(error, language)}")
        yield stack.enter_context(plain.open("rb"))


@contextmanager
def record_lines(
    paths: Sequence[Path], key: str | None, language: Language
) -> Generator[Sequence[RecordLines]]:
    """Yield files that are not read yet: plain, compressed with gzip, or the standard input.

    Raises:
        OSError: a file cannot be opened.
        typer.Exit: two of them are the standard input, or one cannot be unpacked.

    """
    if sum(path == STANDARD_INPUT for path in paths) > 1:
        fail(translate("one_standard_input", language))
    with ExitStack() as stack:
        files: list[RecordLines] = []
        for path, given in zip(stack.enter_context(with_standard_input(paths)), paths, strict=True):
            file = stack.enter_context(opened_lines(path, str(given), language))
            files.append(RecordLines(file, str(given), key))
        yield files


def read_lines(
    files: Sequence[RecordLines], problems: Problems, show_progress: Callable[[int], None] | None
) -> None:
    """Read files one after another."""
    count = 0
    for file in files:
        for more in file.read(problems):
            count += more
            if show_progress is not None:
                show_progress(count)


def compare_classes(first: RecordLines, second: RecordLines, problems: Problems) -> None:
    """Add a problem for each key that has records of different classes in two files."""
    text = translate("other_record", problems.language)
    for key, at in first.places.items():
        there = second.places.get(key)
        if there is not None and first.record_class(at) is not second.record_class(there):
            place = first.shown_place(at, problems.language)
            problems.add(f"{place}, {second.shown_place(there, problems.language)}", text)


def each_issue(error: PsmError) -> Iterator[PsmError]:
    """Yield an error for each issue."""
    if isinstance(error, ValidationError):
        yield from (ValidationError([issue]) for issue in error.issues)
    else:
        yield error


def read_record(text: bytes) -> object:
    """Return the record of a document; its schema says of which class."""
    found = _SCHEMA.match(text)
    name = _schema_name(text) if found is None else found[1].decode()
    record_class: type[object] = RECORDS.get(name, Person)
    return wire.from_json(text, record_class)


def _schema_name(text: bytes) -> str:
    """Return the name in the schema of a document whose keys are in another order."""
    try:
        document: Any = json.loads(text)
    except (ValueError, RecursionError):
        return ""
    schema = cast("dict[str, Any]", document).get("schema") if isinstance(document, dict) else None
    return str(schema).removeprefix("psm.").partition("/")[0]


def _line(number: int, record: object, key: str | None) -> Line | None:
    """Return a record with its key, or None if it has none."""
    path = steps_of(key) if key else id_path(type(record))
    if key is None and type(record) in _NUMBERS:
        path = (_NUMBERS[type(record)],)
    try:
        found = [value for _, value in parts_at(record, path, ())]
    except (AttributeError, TypeError, IndexError):
        return None
    if len(found) != 1 or found[0] is None or EVERY in path:
        return None
    text = str(to_plain(found[0]))
    is_shown = isinstance(found[0], TextValue) and str(found[0]) == text  # numbers are masked
    return Line(number, record, text, text if is_shown else None)
