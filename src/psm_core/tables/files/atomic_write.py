"""Atomic writing: a file is written completely or not at all, without temporary files left."""

import os
import signal
import stat
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from errno import EEXIST, EINVAL, EISDIR, ENOENT, EOPNOTSUPP
from pathlib import Path
from secrets import token_hex
from tempfile import TemporaryFile
from typing import IO, Any, Final

_PRIVATE, _PUBLIC = 0o600, 0o666
_GROUP: Final = 0o070
_MIN_LENGTH: Final = 5
_TRIES: Final = 100
_CHUNK: Final = 1 << 20
_O_TMPFILE_UNSUPPORTED: Final = frozenset({EINVAL, EISDIR, ENOENT, EOPNOTSUPP})
"""Errors of a file system that does not support `O_TMPFILE`."""


@contextmanager
def replace_file(target: Path, *, private: bool) -> Generator[IO[bytes]]:
    """Yield a file to write to; replace the target with it if no exception is raised.

    Until then the file has no name, so that nothing is left if the process ends. It gets the
    permissions of the file that it replaces. A new private file is for its owner only; any other
    new file has the default permissions. Of a symbolic link, the file it points to is replaced.

    Raises:
        OSError: the folder is missing or cannot be written to, the target is not a regular file,
            or the disk is full. The target is unchanged.

    """
    place = Path(os.path.realpath(target))
    if not place.parent.is_dir():
        raise FileNotFoundError(ENOENT, os.strerror(ENOENT), str(target.parent))
    old = _status_of_target(place)
    mode = _PRIVATE if private else _PUBLIC
    unnamed = _unnamed_file(place.parent, _PRIVATE if old else mode)
    with unnamed or TemporaryFile(dir=place.parent) as file:
        yield file
        file.flush()
        if unnamed is None or not _link(file, place, old):
            _copy(file, place, old, mode)


def _status_of_target(place: Path) -> os.stat_result | None:
    """Return the status of the file that will be replaced; None if there is none."""
    try:
        old = place.lstat()
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(old.st_mode):
        raise IsADirectoryError(EISDIR, os.strerror(EISDIR), str(place))
    if not stat.S_ISREG(old.st_mode):  # a pipe, a device, or a link to itself
        raise FileExistsError(EEXIST, "not a regular file", str(place))
    return old


def _unnamed_file(folder: Path, mode: int) -> IO[bytes] | None:
    """Return a new file without a name; None where the system has no such files."""
    flag = getattr(os, "O_TMPFILE", 0)  # on Linux only
    if not flag:
        return None
    try:
        return os.fdopen(os.open(folder, os.O_RDWR | os.O_CLOEXEC | flag, mode), "w+b")
    except OSError as error:
        if error.errno not in _O_TMPFILE_UNSUPPORTED:
            raise
    return None


def _link(file: IO[bytes], place: Path, old: os.stat_result | None) -> bool:
    """Give the unnamed file the name of the target; return whether the system supports this."""
    if old is not None:
        _copy_permissions(file.fileno(), old)
    os.fsync(file.fileno())
    folder = os.open(place.parent, os.O_PATH | os.O_DIRECTORY)

    def create(other: Path) -> None:
        # With `src_dir_fd` Python calls `linkat`, which follows the link in /proc.
        os.link(f"/proc/self/fd/{file.fileno()}", other, src_dir_fd=folder)

    try:
        with _no_signals():
            _create_and_rename(create, place)
    except FileNotFoundError:  # there is no /proc
        return False
    finally:
        os.close(folder)
    return True


def _copy(file: IO[bytes], place: Path, old: os.stat_result | None, mode: int) -> None:
    """Copy the unnamed file to a new file beside the target; rename that to the target."""
    file.seek(0)

    def create(other: Path) -> None:
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(other, flags, _PRIVATE if old else mode), "wb") as copy:
            try:
                while piece := file.read(_CHUNK):
                    copy.write(piece)
                copy.flush()
                if old is not None:
                    _copy_permissions(copy.fileno(), old)
                os.fsync(copy.fileno())
            except BaseException:
                other.unlink()
                raise

    with _no_signals():
        _create_and_rename(create, place)


def _create_and_rename(create: Callable[[Path], None], place: Path) -> None:
    """Create a file with an unused name, not longer than that of the target; rename it."""
    length = max(len(os.fsencode(place.name)), _MIN_LENGTH)
    for remaining in reversed(range(_TRIES)):  # pragma: no branch - the last try returns or raises
        other = place.with_name(f".{token_hex(8)}"[:length])
        try:
            create(other)
        except FileExistsError:
            if not remaining:
                raise
            continue
        try:
            other.replace(place)
        except BaseException:
            other.unlink()
            raise
        return


def _copy_permissions(number: int, old: os.stat_result) -> None:
    """Give an open file the permissions of another, and its owner and group where allowed.

    If the group cannot be set, the group gets no permissions: they were meant for another group.
    """
    if not hasattr(os, "fchown"):  # pragma: no cover - Windows
        return
    mode = stat.S_IMODE(old.st_mode) & 0o777
    for owner, group in ((-1, old.st_gid), (old.st_uid, -1)):
        with suppress(OSError):
            os.fchown(number, owner, group)
    if os.fstat(number).st_gid != old.st_gid:
        mode &= ~_GROUP
    os.fchmod(number, mode)


@contextmanager
def _no_signals() -> Generator[None]:
    """Block signals to this thread while a file has a temporary name."""
    mask: Any = getattr(signal, "pthread_sigmask", None)
    if mask is None:  # pragma: no cover - Windows
        yield
        return
    before = mask(signal.SIG_BLOCK, signal.valid_signals())
    try:
        yield
    finally:
        mask(signal.SIG_SETMASK, before)
