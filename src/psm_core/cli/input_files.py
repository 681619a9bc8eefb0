"""The files that the arguments of a command mean: files, folders, or standard input."""

import sys
from collections.abc import Generator, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from glob import glob, has_magic
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple

from ..tables.files.gzip_files import copy_limited
from ..tables.several_files import table_files
from .options import fail
from .wording import Language, translate

STANDARD_INPUT: Final = Path("-")
_MAX_NAMED: Final = 5


class InputFiles(NamedTuple):
    """The files that a command reads."""

    names: Mapping[Path, str]
    """File → its name for a message, such as ``-``; of a folder, with the folders inside it."""
    left_out: Sequence[Path]
    """Files of the folders that are not read."""
    are_several: bool
    """Whether the arguments are several files, or a folder."""

    def shown_name(self, file: Path) -> str:
        """Return a file as it was typed, or as it is found in the folder that was typed."""
        return self.names[file] if self.names[file] == str(STANDARD_INPUT) else str(file)

    def left_out_lines(self, language: Language) -> Iterator[str]:
        """Yield a line that names the first files that were left out, if there are any."""
        if self.left_out:
            names = [path.name for path in self.left_out[:_MAX_NAMED]]
            more = len(self.left_out) - len(names)
            text = ", ".join(names) + (f", … (+{more})" if more else "")
            yield f"{translate('left_out', language)} {text}"


@contextmanager
def with_standard_input(arguments: Sequence[Path]) -> Generator[Sequence[Path]]:
    """Yield the paths of arguments; ``-`` is a temporary file with the standard input.

    Only its owner can read it, and it is removed at the end.

    Raises:
        TableError: ``table.too_big``.

    """
    if STANDARD_INPUT not in arguments:
        yield arguments
        return
    with TemporaryDirectory() as folder:
        piped = Path(folder, str(STANDARD_INPUT))
        with piped.open("wb") as target:
            copy_limited(sys.stdin.buffer.read, target)
        yield [piped if path == STANDARD_INPUT else path for path in arguments]


@contextmanager
def input_files(
    arguments: Sequence[Path],
    language: Language,
    *,
    copies: Path | None = None,
    more_suffixes: AbstractSet[str] = frozenset(),
) -> Generator[InputFiles]:
    """Yield the files that arguments mean; end the command if a folder has no tables.

    Files below `copies`, a folder that the command writes to, are left out. Of a folder, files with
    `more_suffixes` are read too. A pattern such as ``*.csv``, which the shell left as it is, means
    the files that match it.
    """
    arguments = [path for one in arguments for path in _matching(one)]
    with with_standard_input(arguments) as paths:
        found = table_files(paths, more_suffixes=more_suffixes)
        written = None if copies is None or not copies.is_dir() else copies.resolve()
        earlier = [one for one in found.names if written in one.resolve().parents]
        names = {one: name for one, name in found.names.items() if one not in earlier}
        if not names:
            fail(f"{arguments[0]}: {translate('no_tables', language)}")
        are_several = len(arguments) > 1 or arguments[0].is_dir()
        yield InputFiles(names, (*found.left_out, *earlier), are_several)


def _matching(argument: Path) -> Sequence[Path]:
    """Return the files that match a pattern, sorted; a path itself, also if there is no file."""
    pattern = str(argument)
    if not has_magic(pattern) or argument.exists():
        return [argument]
    return [Path(one) for one in sorted(glob(pattern, recursive=True))] or [argument]  # noqa: PTH207 - also absolute patterns
