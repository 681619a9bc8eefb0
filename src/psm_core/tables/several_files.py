"""Several files, or all files of a folder, read one after another."""

import os
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain, count
from os import PathLike
from pathlib import Path
from typing import Final, Generic, NamedTuple, TypeGuard, TypeVar, Unpack, cast, final

import attrs

from .._frozen import FrozenType, frozen_dict
from ..errors import Issue, TableError, ValidationError, short_traceback
from .files.sources import Source, name_of
from .read_options import ReadOptions
from .reading import read_table
from .results import TableResult, with_warnings
from .rows.seen_rows import SeenRows

T = TypeVar("T")
TABLE_SUFFIXES: Final = frozenset({".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".tsv", ".txt"})
_PACKED: Final = ".gz"
_TEMPORARY: Final = ("~$", ".")
"""How the names of temporary and hidden files begin, such as ``~$psm.xlsx`` of an open file."""


@final
@attrs.frozen
class FileResults(Generic[T], metaclass=FrozenType):
    """The results of several files, in the order in which they were read.

    >>> from psm_core import Address, tables
    >>> tables.write([Address(rt="003")], "satu.csv")
    >>> tables.write([Address(rt="004")], "dua.csv")
    >>> found = tables.read_all(["satu.csv", "dua.csv"], Address)
    >>> [(result.source.name, len(result.records)) for result in found.results]
    [('satu.csv', 1), ('dua.csv', 1)]
    """

    results: tuple[TableResult[T], ...]
    """The result of each file that was read; `TableResult.source` is the file."""
    unreadable: Mapping[Path, Issue] = attrs.field(
        factory=dict[Path, Issue], converter=frozen_dict, hash=False
    )
    """File that could not be read \u2192 the reason."""
    left_out: tuple[Path, ...] = ()
    """Files of the folders that were not tried: temporary files, and those of other types."""

    @property
    def records(self) -> tuple[T, ...]:
        """The records of all files, in order."""
        return tuple(record for result in self.results for record in result.records)

    @property
    def error_count(self) -> int:
        """How many errors were found, with one for each unreadable file."""
        return sum(result.error_count for result in self.results) + len(self.unreadable)

    @property
    def warning_count(self) -> int:
        """How many warnings were found."""
        return sum(result.warning_count for result in self.results)

    def records_or_raise(self) -> tuple[T, ...]:
        """Return the records of all files, or raise when there is any error: all or nothing.

        Raises:
            ValidationError: with the reason for each unreadable file, and every listed error.

        """
        errors = [error for result in self.results for error in result.errors]
        if errors or self.unreadable:
            raise ValidationError((*self.unreadable.values(), *errors))
        return self.records


@short_traceback
def read_all(
    sources: Source | Iterable[Source] | Mapping[str, Source],
    record_class: type[T],
    /,
    *,
    progress: Callable[[int], object] | None = None,
    **options: Unpack[ReadOptions[T]],
) -> FileResults[T]:
    r"""Read several files, each as `read` does. A path may be a folder.

    Of a folder, every file is read whose name ends with ``.xlsx``, ``.xlsm``, ``.xls``, ``.ods``,
    ``.csv``, ``.tsv`` or ``.txt``, or with ``.gz`` behind one of these; also in folders inside it,
    sorted by name. A file that cannot be read does not prevent the others. A row that repeats a row
    of another file has a warning that names the file. `progress` starts again with each file.

    Bytes and open binary files are read too, as in `read`. A mapping gives them names.

    Raises:
        FileNotFoundError: there is no such file or folder.
        MissingExtraError: as in `read`.
        TypeError: as in `read`.
        ValueError: as in `read`.
        UnknownRegionError: as in `read`.

    >>> from pathlib import Path
    >>> from psm_core import Person, tables
    >>> Path("desa").mkdir()
    >>> for name in ("angsana.csv", "karang.csv"):
    ...     _ = Path("desa", name).write_text("NIK,Nama\n9901014108900001,Contoh\n", "utf-8")
    >>> found = tables.read_all("desa", Person)
    >>> for issue in found.results[1].issues:
    ...     print(issue.cell, issue.code, issue.params["file"])
    A2 table.person_duplicate angsana.csv

    """
    files = _files(sources)
    seen = SeenRows()
    results: dict[int, TableResult[T]] = {}
    unreadable: dict[Path, Issue] = {}
    for path, name in files.names.items():
        number = seen.begin_file(name)
        try:
            source = files.contents.get(path, path)
            called = name if path in files.contents else None
            results[number] = read_table(source, record_class, options, seen, progress, name=called)
        except TableError as error:
            unreadable[path] = error.issue
    for number, result in results.items():
        results[number] = with_warnings(result, seen.earlier_issues(number))
    return FileResults(tuple(results.values()), unreadable, files.left_out)


class TableFiles(NamedTuple):
    """The files that some paths mean."""

    names: Mapping[Path, str]
    """File \u2192 its name for a message; of a folder, with the folders inside it."""
    left_out: tuple[Path, ...]
    """Files of the folders that are no tables by their names."""
    contents: Mapping[Path, Source]
    """Name of a file that is no path \u2192 its bytes, or the open file."""


def _files(sources: Source | Iterable[Source] | Mapping[str, Source]) -> TableFiles:
    """Return the files that paths, bytes and open files mean, in order."""
    named: Sequence[tuple[str | None, Source]]
    if isinstance(sources, Mapping):
        named = [*cast("Mapping[str, Source]", sources).items()]
    elif _is_source(sources):
        named = [(None, sources)]
    else:
        named = [(None, one) for one in cast("Iterable[Source]", sources)]
    used = {Path(one) for _, one in named if isinstance(one, str | PathLike)}
    paths: list[Path] = []
    contents: dict[Path, Source] = {}
    for name, source in named:
        if isinstance(source, str | PathLike):
            paths.append(Path(source))
            continue
        path = _unused(name_of(source, name), {*used, *contents})
        paths.append(path)
        contents[path] = source
    return table_files(paths, contents)


def _is_source(sources: object) -> TypeGuard[Source]:
    is_file = isinstance(sources, str | PathLike | bytes | bytearray)
    return is_file or hasattr(sources, "read")


def _unused(name: Path, used: Container[Path]) -> Path:
    """Return a name, with a number if there is such a file already."""
    numbered = (name.with_stem(f"{name.stem} ({number})") for number in count(2))
    return next(one for one in chain([name], numbered) if one not in used)


def table_files(
    paths: Iterable[Path],
    contents: Mapping[Path, Source] | None = None,
    *,
    more_suffixes: AbstractSet[str] = frozenset(),
) -> TableFiles:
    """Return the files that paths of files and folders mean, each once.

    `contents` are the files that are no paths, by their names, which are among the paths. Of a
    folder, files with `more_suffixes` are tables too.
    """
    contents = contents or {}
    names: dict[Path, str] = {}
    left_out: list[Path] = []
    known: set[Path] = set()
    for path in paths:
        if path in contents:
            names[path] = path.name
            continue
        is_folder = path.is_dir()
        for file in _files_in(path) if is_folder else (path,):
            if is_folder and not _is_table(file, TABLE_SUFFIXES | more_suffixes):
                left_out.append(file)
            elif (resolved := file.resolve()) not in known:
                known.add(resolved)
                place = file.absolute() if file in contents else file
                names[place] = str(file.relative_to(path)) if is_folder else file.name
    others = tuple(one for one in left_out if one.resolve() not in known)
    return TableFiles(names, others, contents)


def _files_in(folder: Path) -> Iterator[Path]:
    """Yield the files of a folder and of the folders inside it, sorted; no hidden folders."""
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith(_TEMPORARY))
        yield from (Path(place, name) for name in sorted(files))


def _is_table(file: Path, suffixes: AbstractSet[str]) -> bool:
    name = file.name.lower().removesuffix(_PACKED)
    return Path(name).suffix in suffixes and not name.startswith(_TEMPORARY)
