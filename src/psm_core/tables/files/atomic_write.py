"""Files that are written whole or not at all, and leave nothing behind when writing ends early."""

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
_SHORTEST: Final = 5
_TRIES: Final = 100
_PIECE: Final = 1 << 20
_NO_NAMELESS: Final = frozenset({EINVAL, EISDIR, ENOENT, EOPNOTSUPP})
"""What a file system says that has no files without a name."""


@contextmanager
def replacing(target: Path, *, private: bool) -> Generator[IO[bytes]]:
    """Give a file to write into, and put it in the place of a target when all went well.

    Until then it has no name, so that nothing is left when the process is ended. It gets the rights
    of the file that it replaces. A new one is for its owner alone when it is private, and else has
    the rights that new files have. A symbolic link stays, and what it points to is replaced.

    Raises:
        OSError: the folder is missing or cannot be written to, the target is no ordinary file, or
            the disk is full. The target is as before.

    """
    place = Path(os.path.realpath(target))
    if not place.parent.is_dir():
        raise FileNotFoundError(ENOENT, os.strerror(ENOENT), str(target.parent))
    old = _replaced(place)
    right = _PRIVATE if private else _PUBLIC
    made = _nameless(place.parent, _PRIVATE if old else right)
    with made or TemporaryFile(dir=place.parent) as file:
        yield file
        file.flush()
        if made is None or not _linked(file, place, old):
            _copied(file, place, old, right)


def _replaced(place: Path) -> os.stat_result | None:
    """Return what is known of a file that will be replaced; None when there is none."""
    try:
        old = place.lstat()
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(old.st_mode):
        raise IsADirectoryError(EISDIR, os.strerror(EISDIR), str(place))
    if not stat.S_ISREG(old.st_mode):  # a pipe, a device, or a link that leads to itself
        raise FileExistsError(EEXIST, "no ordinary file", str(place))
    return old


def _nameless(folder: Path, mode: int) -> IO[bytes] | None:
    """Return a new file without a name that can get one; None where there are none."""
    flag = getattr(os, "O_TMPFILE", 0)  # Linux alone has it
    if not flag:
        return None
    try:
        return os.fdopen(os.open(folder, os.O_RDWR | os.O_CLOEXEC | flag, mode), "w+b")
    except OSError as error:
        if error.errno not in _NO_NAMELESS:
            raise
    return None


def _linked(file: IO[bytes], place: Path, old: os.stat_result | None) -> bool:
    """Give a file without a name that of a target; return whether the system can."""
    if old is not None:
        _take_rights(file.fileno(), old)
    os.fsync(file.fileno())
    folder = os.open(place.parent, os.O_PATH | os.O_DIRECTORY)

    def name(other: Path) -> None:
        # Told of a folder, Python calls `linkat`, which follows the link in /proc.
        os.link(f"/proc/self/fd/{file.fileno()}", other, src_dir_fd=folder)

    try:
        with _no_signals():
            _renamed(name, place)
    except FileNotFoundError:  # there is no /proc
        return False
    finally:
        os.close(folder)
    return True


def _copied(file: IO[bytes], place: Path, old: os.stat_result | None, right: int) -> None:
    """Copy a file without a name into one beside a target, and put that in its place."""
    file.seek(0)

    def name(other: Path) -> None:
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(other, flags, _PRIVATE if old else right), "wb") as copy:
            try:
                while piece := file.read(_PIECE):
                    copy.write(piece)
                copy.flush()
                if old is not None:
                    _take_rights(copy.fileno(), old)
                os.fsync(copy.fileno())
            except BaseException:
                other.unlink()
                raise

    with _no_signals():
        _renamed(name, place)


def _renamed(name: Callable[[Path], None], place: Path) -> None:
    """Let a file get a name that nobody has, no longer than the last one, and then the last one."""
    longest = max(len(os.fsencode(place.name)), _SHORTEST)
    for left in reversed(range(_TRIES)):  # pragma: no branch - the last try returns or raises
        other = place.with_name(f".{token_hex(8)}"[:longest])
        try:
            name(other)
        except FileExistsError:
            if not left:
                raise
            continue
        try:
            other.replace(place)
        except BaseException:
            other.unlink()
            raise
        return


def _take_rights(number: int, old: os.stat_result) -> None:
    """Give an open file the rights of another one, and its owner and group where that is allowed.

    What a group may do holds for that group: where the file cannot get it, its group may nothing.
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
    """Let signals to this thread wait while a file has a name that it is not to keep."""
    mask: Any = getattr(signal, "pthread_sigmask", None)
    if mask is None:  # pragma: no cover - Windows
        yield
        return
    before = mask(signal.SIG_BLOCK, signal.valid_signals())
    try:
        yield
    finally:
        mask(signal.SIG_SETMASK, before)
