"""Files are written completely or not at all, with the right permissions and no leftovers."""

import os
import signal
import subprocess
import sys
import tempfile
from errno import ENOSPC, EOPNOTSUPP, EPERM
from pathlib import Path

import openpyxl
import pytest

import psm_core
from psm_core import Address, Person, tables
from psm_core.cli._terminal import exit_on_signals
from psm_core.tables.files import atomic_write
from psm_core.tables.templates import writing as template_writing

SOURCES = Path(psm_core.__file__).parents[1]
LONG = 60
ACCENT = "\u00e9"  # two bytes
HOME = Address(rt="003")
ENDINGS = pytest.mark.parametrize("ending", ["csv", "xlsx"])
no_root = pytest.mark.skipif(os.name != "posix", reason="POSIX permissions")


def names(folder):
    return sorted(one.name for one in folder.iterdir())


def mode(path):
    return path.stat().st_mode & 0o7777


@pytest.fixture(params=["unnamed file", "no O_TMPFILE", "O_TMPFILE fails", "no /proc"])
def system(request, monkeypatch):
    """Write files with and without the functions of Linux."""
    if request.param == "no O_TMPFILE":
        monkeypatch.delattr(os, "O_TMPFILE")
        monkeypatch.setattr(tempfile, "_O_TMPFILE_WORKS", False)
    if request.param == "O_TMPFILE fails":
        real = os.open

        def refuse(path, flags, *more, **named):
            if flags & os.O_TMPFILE == os.O_TMPFILE:
                raise OSError(EOPNOTSUPP, "not here")
            return real(path, flags, *more, **named)

        monkeypatch.setattr(os, "open", refuse)
    if request.param == "no /proc":
        link = os.link

        def fail_for_proc(there, *more, **named):
            if str(there).startswith("/proc"):
                raise FileNotFoundError
            link(there, *more, **named)

        monkeypatch.setattr(os, "link", fail_for_proc)
    return request.param


@pytest.mark.usefixtures("system")
class TestEverySystem:
    """Files written with and without the functions of Linux."""

    @ENDINGS
    def test_new_file_of_records_is_readable_by_its_owner_only(self, tmp_path, ending):
        path = tmp_path / f"out.{ending}"
        tables.write([HOME], path)
        assert mode(path) == 0o600
        assert names(tmp_path) == [path.name]
        assert tables.read(path, Address).records == (HOME,)

    @ENDINGS
    @pytest.mark.parametrize("old", [0o644, 0o640, 0o666, 0o400])
    def test_replaced_file_keeps_its_mode(self, tmp_path, ending, old):
        path = tmp_path / f"out.{ending}"
        path.touch()
        path.chmod(old)
        tables.write([HOME], path)
        assert mode(path) == old
        assert names(tmp_path) == [path.name]

    @ENDINGS
    def test_template_has_the_mode_of_the_umask(self, tmp_path, monkeypatch, ending):
        monkeypatch.setattr(template_writing, "_ROWS", 20)
        before = os.umask(0o027)
        try:
            tables.write_template(Person, tmp_path / f"kosong.{ending}")
        finally:
            os.umask(before)
        assert mode(tmp_path / f"kosong.{ending}") == 0o640

    @ENDINGS
    def test_annotated_copy_is_readable_by_its_owner_only(self, tmp_path, ending):
        path, copy = tmp_path / f"x.{ending}", tmp_path / f"y.{ending}"
        tables.write([HOME], path)
        tables.annotate(tables.read(path, Address), copy)
        assert mode(copy) == 0o600
        assert names(tmp_path) == [path.name, copy.name]

    def test_longest_file_names_are_written(self, tmp_path):
        for name in (f"{'x' * 251}.csv", f"{ACCENT * 125}x.csv", "x.csv"):
            for _ in range(2):
                tables.write([HOME], tmp_path / name)
        assert len(names(tmp_path)) == 3
        with pytest.raises(OSError, match="too long"):
            tables.write([HOME], tmp_path / f"{'x' * 252}.csv")
        assert len(names(tmp_path)) == 3

    def test_full_disk_keeps_the_old_file(self, tmp_path, monkeypatch):
        path = tmp_path / "out.csv"
        path.write_text("old", "utf-8")

        def raise_no_space(_):
            raise OSError(ENOSPC, os.strerror(ENOSPC))

        monkeypatch.setattr(os, "fsync", raise_no_space)
        with pytest.raises(OSError, match="No space"):
            tables.write([HOME], path)
        assert (path.read_text("utf-8"), names(tmp_path)) == ("old", ["out.csv"])

    def test_failed_replace_leaves_no_temporary_file(self, tmp_path, monkeypatch):
        def refuse(*_):
            raise OSError(EPERM, "no")

        monkeypatch.setattr(Path, "replace", refuse)
        with pytest.raises(OSError, match="no"):
            tables.write([HOME], tmp_path / "out.csv")
        assert names(tmp_path) == []

    def test_temporary_name_in_use_is_skipped(self, tmp_path, monkeypatch):
        words = iter(["1" * 16, "2" * 16])
        monkeypatch.setattr(atomic_write, "token_hex", lambda _: next(words))
        (tmp_path / ".1111111").write_text("mine", "utf-8")
        tables.write([HOME], tmp_path / "rows.csv")
        assert names(tmp_path) == [".1111111", "rows.csv"]
        monkeypatch.setattr(atomic_write, "token_hex", lambda _: "1" * 16)
        with pytest.raises(FileExistsError):
            tables.write([HOME], tmp_path / "rows.csv")
        assert (tmp_path / ".1111111").read_text("utf-8") == "mine"

    def test_symbolic_link_stays_and_its_target_is_replaced(self, tmp_path):
        (tmp_path / "a").mkdir()
        (tmp_path / "out.csv").symlink_to("a/there.csv")
        for _ in range(2):
            tables.write([HOME], tmp_path / "out.csv")
            assert (tmp_path / "out.csv").is_symlink()
            assert tables.read(tmp_path / "a" / "there.csv", Address).records == (HOME,)
        assert names(tmp_path / "a") == ["there.csv"]

    def test_hard_link_keeps_the_old_content(self, tmp_path):
        (tmp_path / "out.csv").write_text("old", "utf-8")
        (tmp_path / "other.csv").hardlink_to(tmp_path / "out.csv")
        tables.write([HOME], tmp_path / "out.csv")
        assert (tmp_path / "other.csv").read_text("utf-8") == "old"


def test_folder_pipe_and_link_loop_are_not_replaced(tmp_path):
    (tmp_path / "folder.csv").mkdir()
    os.mkfifo(tmp_path / "pipe.csv")
    (tmp_path / "loop.csv").symlink_to("loop.csv")
    for name, error in (
        ("folder", IsADirectoryError),
        ("pipe", FileExistsError),
        ("loop", FileExistsError),
    ):
        with pytest.raises(error):
            tables.write([HOME], tmp_path / f"{name}.csv")
    assert len(names(tmp_path)) == 3


def test_group_permissions_are_dropped_if_the_group_changes(tmp_path, monkeypatch):
    path = tmp_path / "out.csv"
    path.touch()
    path.chmod(0o664)
    old = path.stat()
    other = os.stat_result((*old[:5], old.st_gid + 1, *old[6:]))

    def refuse(*_):
        raise PermissionError

    monkeypatch.setattr(os, "fchown", refuse)
    with path.open("r+b") as file:
        atomic_write._copy_permissions(file.fileno(), other)
        assert mode(path) == 0o604
        atomic_write._copy_permissions(file.fileno(), old)
        assert mode(path) == 0o664


def test_unexpected_system_error_is_raised(tmp_path, monkeypatch):
    real = os.open

    def refuse(path, flags, *more, **named):
        if flags & os.O_TMPFILE == os.O_TMPFILE:
            raise OSError(ENOSPC, "full", str(path))
        return real(path, flags, *more, **named)

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(OSError, match="full"):
        tables.write([HOME], tmp_path / "out.csv")


# A shell that runs with nohup lets its children ignore SIGHUP.
DEFAULT_SIGNALS = """
import signal
for number in (signal.SIGTERM, signal.SIGHUP):
    signal.signal(number, signal.SIG_DFL)
"""


def start(program, *arguments):
    return subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-c", DEFAULT_SIGNALS + program, *map(str, arguments)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(SOURCES), "TMPDIR": str(arguments[1])},
    )


WRITES = """
import sys, time
from pathlib import Path
from psm_core.tables import writing
from psm_core.tables.files.atomic_write import replace_file
def slow():
    yield ["street"]
    for number in range(10**9):
        if number == 2000:
            print("writing", flush=True)
        if number > 2000:
            time.sleep(0.05)
        yield ["Jl. Contoh"]
class Lines(list):
    def __iter__(self):
        return slow()
if sys.argv[1].endswith("csv"):
    with replace_file(Path(sys.argv[1]), private=True) as file:
        writing.write_text(file, slow())
else:
    lines = Lines([["street"]])
    writing._write_workbook(Path(sys.argv[1]), lines, [], 1)
"""


@ENDINGS
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGKILL])
@pytest.mark.skipif(sys.platform != "linux", reason="unnamed files exist on Linux only")
def test_killed_process_leaves_no_temporary_file(tmp_path, ending, number):
    folder, other = tmp_path / "out", tmp_path / "tmp"
    folder.mkdir()
    other.mkdir()
    path = folder / f"out.{ending}"
    path.write_text("old", "utf-8")
    with start(WRITES, path, other) as process:
        assert process.stdout.readline() == "writing\n"
        process.send_signal(number)
    assert process.returncode == -number
    assert (names(folder), names(other)) == ([path.name], [])
    assert path.read_text("utf-8") == "old"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_signal_ends_the_command_without_a_temporary_file(tmp_path, number):
    program = WRITES.replace(
        "if sys.argv",
        "from psm_core.cli._terminal import exit_on_signals\nexit_on_signals()\nif sys.argv",
        1,
    )
    program = f"import os\ndel os.O_TMPFILE\n{program}"
    (tmp_path / "tmp").mkdir()
    with start(program, tmp_path / "out.csv", tmp_path / "tmp") as process:
        assert process.stdout.readline() == "writing\n"
        process.send_signal(number)
    assert process.returncode == 128 + number
    assert (names(tmp_path), names(tmp_path / "tmp")) == (["tmp"], [])


def test_ignored_signals_stay_ignored():
    before = {one: signal.getsignal(one) for one in (signal.SIGTERM, signal.SIGHUP)}
    try:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
        exit_on_signals()
        assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
        with pytest.raises(SystemExit) as caught:
            signal.raise_signal(signal.SIGTERM)
        assert caught.value.code == 128 + signal.SIGTERM
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)


LIMITED = """
import os, resource, sys
from psm_core import Address, tables
resource.setrlimit(resource.RLIMIT_FSIZE, (5000, 5000))
streets = [f"Jl. {number} {os.urandom(30).hex()}" for number in range(2000)]
try:
    tables.write([Address(street=one) for one in streets], sys.argv[1])
except OSError as error:
    print(type(error).__name__)
"""


@ENDINGS
@pytest.mark.parametrize("is_new", [True, False])
def test_file_size_limit_keeps_the_old_file(tmp_path, ending, is_new):
    (tmp_path / "tmp").mkdir()
    path = tmp_path / f"out.{ending}"
    if not is_new:
        path.write_text("old", "utf-8")
    with start(LIMITED, path, tmp_path / "tmp") as process:
        assert process.stdout.read() == "OSError\n"
    assert process.returncode == 0
    assert names(tmp_path) == sorted(["tmp", *([] if is_new else [path.name])])
    assert names(tmp_path / "tmp") == []


CLOSED = """
import os, sys
from psm_core import Address, tables
tables.writing
if os.geteuid() == 0:
    os.setgroups([]); os.setgid(65534); os.setuid(65534)
try:
    tables.write([Address(rt="003")], sys.argv[1])
except PermissionError as error:
    print(error.filename)
"""


def test_read_only_folder_is_named_in_the_error(tmp_path):
    with tempfile.TemporaryDirectory() as name:  # readable by another user
        folder = Path(name)
        path = folder / "out.csv"
        path.write_text("old", "utf-8")
        path.chmod(0o666)
        folder.chmod(0o555)
        with start(
            CLOSED.replace("import os, sys\n", "import os, sys, psm_core.tables.writing\n"),
            path,
            tmp_path,
        ) as process:
            assert process.stdout.read() == f"{folder}\n"
        assert (path.read_text("utf-8"), names(folder)) == ("old", ["out.csv"])
        folder.chmod(0o755)


def test_saved_workbook_has_the_same_parts_as_openpyxl_writes(tmp_path):
    from psm_core.tables.files.workbook_save import save

    book = openpyxl.Workbook()
    sheet = book.active
    sheet["A1"] = "=1+1"
    sheet["A1"].comment = openpyxl.comments.Comment("x", "y")
    sheet["B1"].hyperlink = "https://example.org"
    sheet.add_chart(openpyxl.chart.BarChart(), "C1")
    book.create_sheet("b").append([1])
    with (tmp_path / "a.xlsx").open("w+b") as file:
        save(book, file)
    book.save(tmp_path / "b.xlsx")
    import zipfile

    first, second = (zipfile.ZipFile(tmp_path / name) for name in ("a.xlsx", "b.xlsx"))
    with first, second:
        assert sorted(first.namelist()) == sorted(second.namelist())
        for name in first.namelist():
            if name != "docProps/core.xml":
                assert first.read(name) == second.read(name)
