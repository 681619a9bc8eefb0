"""The process that reads xls and ods: it blocks no thread, ends in time and reports its errors."""

import os
import resource
import signal
import subprocess
import sys
import threading
import time
import warnings
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

import psm_core
from psm_core import Person, TableError, tables
from psm_core._core import resources
from psm_core._core.lazy import cached_property
from psm_core.tables import Column, Layout
from psm_core.tables.files import library_calls, reader_process, reader_program

FILES = Path(__file__).parent / "files"
SOURCES = Path(psm_core.__file__).parents[1]
PEOPLE = Layout("orang", "Orang", Person, (Column("nik", "NIK"), Column("name", "NAMA PSM")))
LONG = 60
"""Time limit in seconds for work of about one second, on a busy machine."""
STUCK = f"""
import sys, time
sys.stdin.buffer.read(1)
sys.stdout.buffer.write({reader_program.READY!r}); sys.stdout.flush()
time.sleep({LONG})
"""
READ = """
import sys
from psm_core import Person, TableError, tables
from psm_core.tables import Column, Layout
people = Layout("orang", "Orang", Person, (Column("nik", "NIK"), Column("name", "NAMA PSM")))
def read(path):
    try:
        return tables.read(path, Person, layout=people).rows_read
    except TableError as error:
        return error.code
"""


def read(path=FILES / "psm.ods"):
    return tables.read(path, Person, layout=PEOPLE).rows_read


def error_code(path=FILES / "psm.ods"):
    with pytest.raises(TableError) as caught:
        read(path)
    return caught.value.code


def run_program(program, *arguments, before=READ, places=SOURCES):
    """Run a program in a new Python process and return the words it prints."""
    whole = f"import sys; sys.path.insert(0, {str(places)!r})\n{before}\n{program}"
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")
    }
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, *arguments, "-c", whole],
        capture_output=True,
        text=True,
        check=False,
        timeout=LONG,
        env=environment,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


@pytest.fixture
def endless(tmp_path):
    """Return a file whose reader runs until it is killed."""
    path = tmp_path / "circle.ods"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr("content.xml", '<table:table table:name="W">')
    return path


def is_running(pid):
    try:
        state = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state not in "ZX"


def has_ended(pid):
    end = time.monotonic() + LONG / 4
    while is_running(pid) and time.monotonic() < end:
        time.sleep(0.02)
    return not is_running(pid)


def test_stuck_file_does_not_block_other_readers(monkeypatch):
    rows = read()
    stuck = threading.Event()
    program = reader_process._program

    def programs():
        return ["-c", STUCK] if threading.current_thread() is first else program()

    monkeypatch.setattr(reader_process, "_program", programs)
    begun = reader_process._Reader.piece

    def piece(self):
        if threading.current_thread() is first:
            readers.append(self)
            stuck.set()
        return begun(self)

    readers = []
    monkeypatch.setattr(reader_process._Reader, "piece", piece)
    first = threading.Thread(target=error_code)
    first.start()
    assert stuck.wait(LONG)
    assert read() == read(FILES / "psm.xls") == rows
    tables.write_template(PEOPLE, "kosong.xlsx")
    assert read(Path("kosong.xlsx")) == 0
    assert first.is_alive()
    readers[0]._process.kill()
    first.join()


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def test_process_without_an_answer_in_time_is_killed(monkeypatch):
    monkeypatch.setattr(reader_process, "MIN_SECONDS", 1)
    monkeypatch.setattr(reader_process, "WAIT_FACTOR", 0.5)
    monkeypatch.setattr(reader_process, "_program", lambda: ["-c", STUCK])
    assert error_code() in {
        "table.too_slow",
        "table.no_reader_process",
    }  # the second on a busy machine
    monkeypatch.setattr(
        reader_process, "_program", lambda: ["-c", STUCK.replace("sys.stdout", "0;#")]
    )
    assert error_code() == "table.no_reader_process"


def test_process_that_closes_its_output_and_stays_is_killed(monkeypatch):
    monkeypatch.setattr(reader_process, "_SECONDS_TO_END", 0)
    silent = STUCK.replace("time.sleep", "import os; os.close(1); time.sleep")
    monkeypatch.setattr(reader_process, "_program", lambda: ["-c", silent])
    with closing(reader_process._Reader(FILES / "psm.ods", 0)) as reader:
        assert reader.piece() is None
    assert reader._process.wait(LONG) == -signal.SIGKILL


def test_time_between_rows_does_not_count(monkeypatch):
    some = STUCK.replace(
        "time.sleep",
        "import pickle; [pickle.dump([[1]], sys.stdout.buffer) "
        "for _ in range(2)]; sys.stdout.flush(); time.sleep",
    )
    monkeypatch.setattr(reader_process, "_program", lambda: ["-c", some])
    with closing(reader_process._Reader(FILES / "psm.ods", 0)) as reader:
        assert reader.piece() == [[1]]
        before = reader._seconds_left
        time.sleep(0.5)
        assert reader.piece() == [[1]]
        assert before - reader._seconds_left < 0.5


ENDED = """
import threading, os, subprocess
from psm_core.tables.files import reader_process
begin = subprocess.Popen.__init__
def print_pid(self, *more, **named):
    begin(self, *more, **named)
    print(self.pid, flush=True)
subprocess.Popen.__init__ = print_pid
"""


@pytest.mark.skipif(sys.platform != "linux", reason="/proc exists on Linux only")
@pytest.mark.parametrize(
    "how", ["read(PATH)", "threading.Thread(target=read, args=[PATH]).start()"]
)
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_process_ends_when_its_parent_is_killed(endless, how, number):
    program = READ + ENDED + how.replace("PATH", repr(str(endless)))
    with subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-c", program],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(SOURCES)},
    ) as parent:
        pid = int(parent.stdout.readline())
        while Path(f"/proc/{pid}/cmdline").read_bytes().count(b"psm-core reads") == 0:
            time.sleep(0.01)
        parent.send_signal(number)
    assert has_ended(pid)


@pytest.mark.skipif(sys.platform != "linux", reason="/proc exists on Linux only")
@pytest.mark.parametrize("platform", ["linux", "darwin"])
def test_process_ends_when_its_input_closes(platform):
    text = "\n".join(reader_process._program()[1:])
    program = f"import sys; sys.platform = {platform!r}\n{text}"
    import pickle

    with subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as child:
        child.stdin.write(pickle.dumps((str(FILES / "psm.ods"), "", 9, sys.path, False)))
        child.stdin.flush()
        assert child.stdout.read(len(reader_program.READY)) == reader_program.READY
        child.send_signal(signal.SIGSTOP)
        child.stdin.close()
        child.send_signal(signal.SIGCONT)
        assert has_ended(child.pid)


def test_reading_continues_after_its_first_thread_ended():
    opened = []

    def begin():
        stream = tables.stream(FILES / "psm.ods", Person, layout=PEOPLE)
        lines = iter(stream)
        next(lines)
        opened.append((stream, lines))

    thread = threading.Thread(target=begin)
    thread.start()
    thread.join()
    (stream, lines) = opened[0]
    time.sleep(0.05)
    with stream:
        assert 1 + len(list(lines)) == read()


def test_executable_other_than_python_is_not_started(monkeypatch, tmp_path):
    started = tmp_path / "started"
    application = tmp_path / "aplikasi"
    application.write_text(f"#!/bin/sh\ntouch {started}\n")
    application.chmod(0o755)
    for wrong in (str(application), "", None, "/usr/lib/httpd"):
        monkeypatch.setattr(sys, "executable", wrong)
        assert error_code() == "table.no_reader_process"
    assert not started.exists()


def test_frozen_application_is_not_started_again(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert error_code() == "table.no_reader_process"


@pytest.mark.parametrize(
    "what", ["exit 0", "exit 3", "echo halo; cat", "cat /dev/zero | head -c 99999"]
)
def test_other_program_named_python_raises_no_reader_process(monkeypatch, tmp_path, what):
    wrong = tmp_path / "python3"
    wrong.write_text(f"#!/bin/sh\n{what}\n")
    wrong.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(wrong))
    if "echo" in what:
        monkeypatch.setattr(reader_process, "MIN_SECONDS", 0.2)
    assert error_code() == "table.no_reader_process"


def test_python_that_cannot_start_raises_no_reader_process(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python3"))
    assert error_code() == "table.no_reader_process"
    (tmp_path / "python3").write_text("no program", "utf-8")
    assert error_code() == "table.no_reader_process"

    def none(*_, **__):
        raise BlockingIOError

    monkeypatch.undo()
    monkeypatch.setattr(subprocess, "Popen", none)
    assert error_code() == "table.no_reader_process"


def test_python_without_calamine_raises_no_reader_process(monkeypatch):
    program = reader_process._program()[1].replace("python_calamine", "python_kalamine")
    monkeypatch.setattr(reader_process, "_program", lambda: ["-c", program])
    assert error_code() == "table.no_reader_process"


def test_thread_that_cannot_start_raises_no_reader_process(monkeypatch):
    def none(_):
        raise RuntimeError

    monkeypatch.setattr(threading.Thread, "start", none)
    assert error_code() == "table.no_reader_process"


def test_isolated_python_reads_ods():
    assert run_program(f"print(read({str(FILES / 'psm.ods')!r}))", "-I") == [str(read())]


def test_python_environment_variables_are_ignored(monkeypatch, tmp_path):
    (tmp_path / "pickle.py").write_text("raise SystemExit(1)")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setenv("PYTHONINSPECT", "1")
    monkeypatch.setenv("PYTHONSTARTUP", str(tmp_path / "pickle.py"))
    assert read() > 0


@pytest.mark.parametrize("closed", ["0", "0, 1", "0, 1, 2"])
def test_process_with_closed_standard_streams_reads_ods(closed, tmp_path):
    program = f"""
import os
for one in ({closed},):
    os.close(one)
rows = read({str(FILES / "psm.ods")!r})
with open({str(tmp_path / "rows")!r}, "w") as file:
    file.write(str(rows))
os._exit(0)
"""
    run_program(program)
    assert (tmp_path / "rows").read_text() == str(read())


def test_package_in_a_zip_reads_ods(tmp_path):
    package = SOURCES / "psm_core"
    archive = tmp_path / "psm.zip"
    with zipfile.ZipFile(archive, "w") as zipped:
        for path in package.rglob("*"):
            if "__pycache__" not in path.parts:
                zipped.write(path, path.relative_to(SOURCES))
    program = f"import psm_core; print(read({str(FILES / 'psm.ods')!r}), psm_core.__file__)"
    rows, place = run_program(program, places=archive)
    assert (rows, place.startswith(str(archive))) == (str(read()), True)


def test_bytecode_without_source_is_run_as_a_file(monkeypatch, tmp_path):
    import py_compile

    compiled = py_compile.compile(
        reader_program.__file__, cfile=str(tmp_path / "reader_program.pyc")
    )
    monkeypatch.setattr(type(reader_program.__spec__.loader), "get_source", lambda *_: None)
    monkeypatch.setattr(reader_program, "__file__", compiled)
    assert read() > 0


def test_lower_existing_limits_are_kept(monkeypatch):
    monkeypatch.setattr(resource, "getrlimit", lambda _: (5, 7))
    limits = []
    monkeypatch.setattr(resource, "setrlimit", lambda *arguments: limits.append(arguments[1]))
    reader_program._set_limits(60)
    assert limits == [(7, 7), (7, 7), (0, 0)]

    def refuse(*arguments):
        limits.append(arguments[1])
        raise ValueError

    monkeypatch.setattr(resource, "setrlimit", refuse)
    reader_program._set_limits(60)
    assert len(limits) == 6  # the other limits are set after an error
    monkeypatch.setitem(sys.modules, "resource", None)
    reader_program._set_limits(60)
    assert len(limits) == 6


FORKS = f"""
import os, signal, threading, faulthandler
faulthandler.dump_traceback_later({LONG - 10}, exit=True)
if WARM:
    read(BOOK)
ended = threading.Event()
def reading():
    while not ended.is_set():
        read(BOOK)
threads = [threading.Thread(target=reading) for _ in range(3)]
for each in threads: each.start()
for _ in range(TIMES):
    child = os.fork()
    if not child:
        signal.alarm(20)
        from psm_core import load_regions
        load_regions().search("angsana")
        os._exit(0 if read(BOOK) == 0 else 3)
    if os.waitpid(child, 0)[1] != 0:
        print("hangs"); break
ended.set()
for each in threads: each.join()
print("ended")
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork on this system")
@pytest.mark.parametrize(("warm", "times"), [(True, 5), (False, 1)])
def test_fork_while_other_threads_read_does_not_deadlock(tmp_path, warm, times):
    book = tmp_path / "buku.xlsx"
    tables.write_template(PEOPLE, book)
    assert run_program(f"WARM, TIMES, BOOK = {warm}, {times}, {str(book)!r}\n{FORKS}") == ["ended"]


def test_fork_that_began_before_the_module_was_imported_changes_nothing(monkeypatch):
    forks = library_calls._Forks()
    monkeypatch.setattr(library_calls, "_FORKS", forks)
    forks.after_in_parent()
    with library_calls.library_call():
        assert forks._inside == 1


def test_fork_waits_for_library_calls_and_new_calls_wait_for_the_fork(monkeypatch):
    inside, go_on, forked, released = (threading.Event() for _ in range(4))
    forks = library_calls._Forks()
    monkeypatch.setattr(library_calls, "_FORKS", forks)

    def work():
        inside.set()
        return library_calls.call_library(
            lambda: go_on.wait(LONG)
        )  # a nested call waits for no fork

    worker = threading.Thread(target=library_calls.call_library, args=[work])
    worker.start()
    assert inside.wait(LONG)

    def fork():
        forks.before()
        forked.set()
        assert released.wait(LONG)
        forks.after_in_parent()

    forker = threading.Thread(target=fork)
    forker.start()
    while not forks._forking:
        time.sleep(0.001)
    late = threading.Thread(target=library_calls.call_library, args=[lambda: None])
    late.start()
    assert not forked.wait(0.05)
    go_on.set()
    assert forked.wait(LONG)
    worker.join()
    assert late.is_alive()
    released.set()
    forker.join()
    late.join()
    assert (forks._inside, forks._forking) == (0, 0)


def test_fork_waits_for_the_import_of_another_thread(tmp_path):
    (tmp_path / "dateutil").mkdir()
    slow = tmp_path / "dateutil" / "__init__.py"
    slow.write_text("import time; begun.set(); time.sleep(0.3)")
    program = f"""
import builtins, os, signal, sys, threading
builtins.begun = threading.Event()
sys.path.insert(0, {str(tmp_path)!r})
import psm_core._core.resources
threading.Thread(target=__import__, args=["dateutil"]).start()
begun.wait()
child = os.fork()
if not child:
    signal.alarm(10)
    import dateutil
    os._exit(0)
print(os.waitpid(child, 0)[1])
"""
    assert run_program(program, before="") == ["0"]


def test_finished_and_failed_imports_do_not_delay_a_fork(monkeypatch):
    import importlib

    monkeypatch.setattr(importlib._bootstrap, "_module_locks", {"json": 1})
    resources._finish_imports()
    monkeypatch.setattr(importlib._bootstrap, "_module_locks", {"openpyxl.none": 1})
    resources._finish_imports()


def test_fork_inside_an_import_does_not_wait_for_itself(tmp_path):
    (tmp_path / "dateutil").mkdir()
    (tmp_path / "dateutil" / "__init__.py").write_text(
        "import os\nchild = os.fork()\nif not child: os._exit(0)\nprint(os.waitpid(child, 0)[1])"
    )
    program = (
        f"sys.path.insert(0, {str(tmp_path)!r})\nimport psm_core._core.resources\nimport dateutil"
    )
    assert run_program(program, before="") == ["0"]


def test_cached_property_has_no_lock():
    begun, go_on = threading.Event(), threading.Event()

    class Slow:
        @cached_property
        def value(self):
            if threading.current_thread() is thread:
                begun.set()
                assert go_on.wait(LONG)
            return object()

    slow, seen = Slow(), []
    thread = threading.Thread(target=lambda: seen.append(slow.value))
    thread.start()
    assert begun.wait(LONG)
    mine = slow.value
    go_on.set()
    thread.join()
    assert seen == [mine]
    assert slow.value is mine
    assert isinstance(Slow.value, cached_property)


def test_warnings_of_other_threads_are_shown_while_a_file_is_read():
    inside, go_on = threading.Event(), threading.Event()

    def act():
        warnings.warn("of the file", stacklevel=1)
        inside.set()
        return go_on.wait(LONG)

    thread = threading.Thread(target=library_calls.call_library, args=[act])
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        thread.start()
        assert inside.wait(LONG)
        warnings.warn("of another", stacklevel=1)
        assert library_calls.call_library(lambda: 1) == 1  # without waiting
        go_on.set()
        thread.join()
    assert [str(one.message) for one in seen] == ["of another"]
