"""Several files, or all files of a folder, read one after another."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from os import PathLike
from pathlib import Path
from typing import Final, Generic, NamedTuple, TypeVar, Unpack, final

import attrs

from .._frozen import FrozenType, frozen_dict
from ..errors import Issue, TableError, ValidationError, short_traceback
from .read_options import ReadOptions
from .reading import read_table
from .results import TableResult, with_warnings
from .seen_rows import SeenRows

T = TypeVar("T")
_SUFFIXES: Final = frozenset({".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".tsv", ".txt"})
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
    paths: str | PathLike[str] | Iterable[str | PathLike[str]],
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
    each = [paths] if isinstance(paths, str | PathLike) else paths
    files = table_files(map(Path, each))
    seen = SeenRows()
    results: dict[int, TableResult[T]] = {}
    unreadable: dict[Path, Issue] = {}
    for path, name in files.names.items():
        number = seen.begin_file(name)
        try:
            results[number] = read_table(path, record_class, options, seen, progress)
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


def table_files(paths: Iterable[Path]) -> TableFiles:
    """Return the files that paths of files and folders mean, each once."""
    names: dict[Path, str] = {}
    left_out: list[Path] = []
    known: set[Path] = set()
    for path in paths:
        is_folder = path.is_dir()
        for file in _files_in(path) if is_folder else (path,):
            if is_folder and not _is_table(file):
                left_out.append(file)
            elif (resolved := file.resolve()) not in known:
                known.add(resolved)
                names[file] = str(file.relative_to(path)) if is_folder else file.name
    return TableFiles(names, tuple(one for one in left_out if one.resolve() not in known))


def _files_in(folder: Path) -> Iterator[Path]:
    """Yield the files of a folder and of the folders inside it, sorted; no hidden folders."""
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith(_TEMPORARY))
        yield from (Path(place, name) for name in sorted(files))


def _is_table(file: Path) -> bool:
    name = file.name.lower().removesuffix(_PACKED)
    return Path(name).suffix in _SUFFIXES and not name.startswith(_TEMPORARY)
